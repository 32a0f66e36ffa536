//! Money: currencies and the rates between them. Attainment stays in the target's own currency; conversion is for
//! roll-ups only, and a rate that is not known is named, never guessed.

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "literals")]
mod tests;

use std::collections::BTreeMap;
use std::fmt;
use std::str::FromStr;

use crate::number::{Quantity, Rate};
use crate::period::Month;

/// A currency of ISO 4217.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Currency([u8; 3]);

/// What is known of a currency that people of the region write their own way.
struct Custom {
    code: &'static str,
    /// The sign that stands behind an amount; the code where no sign is at home in every font.
    sign: &'static str,
    /// The decimals that are shown.
    shown: u32,
    /// Roughly how many make a US dollar, as a power of ten.
    magnitude: u8,
}

const fn custom(code: &'static str, sign: &'static str, shown: u32, magnitude: u8) -> Custom {
    Custom { code, sign, shown, magnitude }
}

/// CLDR shows two decimals for KHR; nobody writes sen of a rupiah or hào of a đồng.
static CUSTOMS: [Custom; 18] = [
    custom("IDR", "Rp", 0, 4),
    custom("VND", "₫", 0, 4),
    custom("LAK", "LAK", 0, 4),
    custom("MMK", "MMK", 0, 3),
    custom("KHR", "KHR", 2, 3),
    custom("THB", "฿", 2, 1),
    custom("PHP", "₱", 2, 1),
    custom("MYR", "RM", 2, 0),
    custom("SGD", "S$", 2, 0),
    custom("BND", "B$", 2, 0),
    custom("USD", "US$", 2, 0),
    custom("KRW", "KRW", 0, 3),
    custom("JPY", "JPY", 0, 2),
    custom("INR", "INR", 2, 1),
    custom("TWD", "TWD", 2, 1),
    custom("HKD", "HKD", 2, 0),
    custom("CNY", "CNY", 2, 0),
    custom("AUD", "AUD", 2, 0),
];

/// ISO 4217, by the decimals of its smaller unit.
const NONE: &str = "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX VND VUV XAF XOF XPF";
const TWO: &str = "AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF \
    CHF CNY COP CRC CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD HKD HNL HTG HUF IDR ILS \
    INR IRR JMD KES KGS KHR KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD \
    NGN NIO NOK NPR NZD PAB PEN PGK PHP PKR PLN QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP \
    SZL THB TJS TMT TOP TRY TTD TWD TZS UAH USD UYU UZS VES WST XCD YER ZAR ZMW";
const THREE: &str = "BHD IQD JOD KWD LYD OMR TND";

impl Currency {
    /// The currency of a code such as `IDR`; `None` where ISO 4217 has none of that name.
    #[must_use]
    pub fn new(code: &str) -> Option<Self> {
        let known = [NONE, TWO, THREE].into_iter().any(|codes| codes.split(' ').any(|known| known == code));
        known.then(|| code.as_bytes().try_into().ok().map(Self)).flatten()
    }

    /// Its code.
    #[must_use]
    pub fn code(&self) -> &str {
        std::str::from_utf8(&self.0).unwrap_or_default()
    }

    /// The decimals of its smaller unit, by ISO 4217.
    #[must_use]
    pub fn exponent(&self) -> u32 {
        let among = |codes: &str| codes.split(' ').any(|known| known == self.code());
        if among(NONE) {
            0
        } else if among(THREE) {
            3
        } else {
            2
        }
    }

    /// The currencies of the region and of its trade, in the order in which they are offered.
    #[must_use]
    pub fn offered() -> Vec<Self> {
        CUSTOMS.iter().filter_map(|custom| Self::new(custom.code)).chain(Self::new("EUR")).collect()
    }

    fn magnitude(self) -> u8 {
        customs(self.code()).map_or(0, |custom| custom.magnitude)
    }
}

fn customs(code: &str) -> Option<&'static Custom> {
    CUSTOMS.iter().find(|custom| custom.code == code)
}

/// The sign that stands behind an amount in a currency; its code where it has none.
#[must_use]
pub fn sign(code: &str) -> &str {
    customs(code).map_or(code, |custom| custom.sign)
}

/// The decimals that are shown of a currency.
#[must_use]
pub fn shown_decimals(code: &str) -> u32 {
    customs(code).map_or_else(|| Currency::new(code).map_or(2, |currency| currency.exponent()), |custom| custom.shown)
}

impl fmt::Display for Currency {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

impl fmt::Debug for Currency {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

/// The text is no code of ISO 4217.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not a currency such as IDR")]
pub struct NotACurrency;

impl FromStr for Currency {
    type Err = NotACurrency;
    fn from_str(text: &str) -> Result<Self, NotACurrency> {
        Self::new(text).ok_or(NotACurrency)
    }
}

/// Which of a month's two rates.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum RateKind {
    /// As planned: what the budget was made with.
    Plan,
    /// As it was.
    Actual,
}

impl RateKind {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Plan, Self::Actual];

    /// `plan` or `actual`.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Plan => "plan",
            Self::Actual => "actual",
        }
    }

    /// The kind of that key.
    #[must_use]
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.key() == key)
    }
}

/// Two currencies, and which way their rate is written: so many of `quote` for one of `base`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Pair {
    /// What there is one of.
    pub base: Currency,
    /// What there are so many of.
    pub quote: Currency,
}

impl Pair {
    /// The way in which people write the rate of two currencies: the one that it takes more of is counted, so that no
    /// digit is lost behind the point. Among equals there is one of `to`.
    #[must_use]
    pub fn usual(from: Currency, to: Currency) -> Self {
        if from.magnitude() < to.magnitude() { Self { base: from, quote: to } } else { Self { base: to, quote: from } }
    }

    /// Whether a rate is surely written for the other way round: below one although `base` is by far the stronger, or above
    /// one although it is by far the weaker. Of currencies that are near to each other it can't be told.
    #[must_use]
    pub fn is_turned_round(self, value: Quantity) -> bool {
        let known = |code: &Currency| Currency::offered().contains(code).then(|| code.magnitude());
        let Some((base, quote)) = known(&self.base).zip(known(&self.quote)) else { return false };
        // Whatever is near a dollar buys at least four of what takes tens for one.
        let by_far = |strong: u8, weak: u8| weak >= strong + 2 || (strong == 0 && weak > 0);
        let one = Quantity::whole(1);
        (by_far(base, quote) && value < one) || (by_far(quote, base) && value > one)
    }

    fn sorted(self) -> (Currency, Currency) {
        (self.base.min(self.quote), self.base.max(self.quote))
    }
}

/// A rate of a month: one of `base` is `value` of `quote`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Quoted {
    /// The month.
    pub month: Month,
    /// Plan or actual.
    pub kind: RateKind,
    /// The currencies.
    pub pair: Pair,
    /// Above zero.
    pub value: Quantity,
}

/// Why a rate can't be taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NotARate {
    /// Both currencies are the same.
    #[error("one currency needs no rate")]
    SameCurrency,
    /// Zero or below.
    #[error("a rate of zero or below")]
    NotPositive,
}

impl Quoted {
    /// A rate, if it can be one.
    ///
    /// # Errors
    /// See [`NotARate`].
    pub fn new(month: Month, kind: RateKind, pair: Pair, value: Quantity) -> Result<Self, NotARate> {
        if pair.base == pair.quote {
            return Err(NotARate::SameCurrency);
        }
        if value <= Quantity::ZERO {
            return Err(NotARate::NotPositive);
        }
        Ok(Self { month, kind, pair, value })
    }
}

/// A rate that a conversion needs and that is not known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct MissingRate {
    /// From this currency,
    pub from: Currency,
    /// into this one,
    pub to: Currency,
    /// in this month,
    pub month: Month,
    /// plan or actual.
    pub kind: RateKind,
}

/// The rates that are known.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Rates(BTreeMap<(Month, RateKind, (Currency, Currency)), Quoted>);

impl Rates {
    /// The rates, the older ones first: of two for the same month, kind and currencies the later counts, whichever way
    /// it is written.
    #[must_use]
    pub fn of(quoted: impl IntoIterator<Item = Quoted>) -> Self {
        Self(quoted.into_iter().map(|rate| ((rate.month, rate.kind, rate.pair.sorted()), rate)).collect())
    }

    /// The rate between two currencies, whichever way it is written.
    #[must_use]
    pub fn find(&self, month: Month, kind: RateKind, pair: Pair) -> Option<&Quoted> {
        self.0.get(&(month, kind, pair.sorted()))
    }

    /// Takes one more, in the place of an earlier one.
    pub fn add(&mut self, rate: Quoted) {
        self.0.insert((rate.month, rate.kind, rate.pair.sorted()), rate);
    }

    /// Every rate that is known.
    pub fn all(&self) -> impl Iterator<Item = &Quoted> {
        self.0.values()
    }

    /// An amount in another currency, exactly, and the rate that it took; none where the currency is the same.
    ///
    /// # Errors
    /// The rate that is missing.
    pub fn convert(
        &self,
        amount: &Rate,
        (from, to): (Currency, Currency),
        month: Month,
        kind: RateKind,
    ) -> Result<(Rate, Option<Quoted>), MissingRate> {
        if from == to {
            return Ok((amount.clone(), None));
        }
        let missing = MissingRate { from, to, month, kind };
        let quoted = *self.find(month, kind, Pair { base: to, quote: from }).ok_or(missing)?;
        let value = Rate::from(quoted.value);
        let converted = if quoted.pair.base == from { Some(amount * &value) } else { amount.over(&value) };
        Ok((converted.ok_or(missing)?, Some(quoted)))
    }
}
