//! Money: currencies and the rates between them. Attainment stays in the target's own currency; conversion is for
//! roll-ups only, and a rate that is not known is named, never guessed.

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

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "literals")]
mod tests {
    use super::*;

    fn currency(code: &str) -> Currency {
        Currency::new(code).unwrap()
    }

    fn pair(base: &str, quote: &str) -> Pair {
        Pair { base: currency(base), quote: currency(quote) }
    }

    fn quoted(month: &str, kind: RateKind, pair: Pair, value: &str) -> Quoted {
        Quoted::new(month.parse().unwrap(), kind, pair, value.parse().unwrap()).unwrap()
    }

    #[test]
    fn a_currency_has_the_decimals_of_iso_4217_and_those_that_people_show() {
        for (code, exponent, shown, written) in [
            ("IDR", 2, 0, "Rp"),
            ("VND", 0, 0, "₫"),
            ("LAK", 2, 0, "LAK"),
            ("MMK", 2, 0, "MMK"),
            ("KHR", 2, 2, "KHR"),
            ("JPY", 0, 0, "JPY"),
            ("KWD", 3, 3, "KWD"),
            ("USD", 2, 2, "US$"),
        ] {
            assert_eq!(currency(code).exponent(), exponent, "{code}");
            assert_eq!((shown_decimals(code), sign(code)), (shown, written), "{code}");
        }
        for text in ["", "idr", "XYZ", "RM", "US$", "USDX"] {
            assert_eq!(Currency::new(text), None, "{text}");
        }
        assert_eq!((sign("XYZ"), shown_decimals("XYZ")), ("XYZ", 2));
    }

    #[test]
    fn every_currency_stands_once() {
        let mut codes: Vec<&str> = [NONE, TWO, THREE].into_iter().flat_map(|codes| codes.split(' ')).collect();
        let count = codes.len();
        codes.sort_unstable();
        codes.dedup();
        assert_eq!(codes.len(), count);
        assert!(codes.iter().all(|code| code.len() == 3 && Currency::new(code).is_some()));
        assert!(Currency::offered().len() == CUSTOMS.len() + 1, "all customs are of a known currency");
    }

    #[test]
    fn the_weaker_currency_is_the_one_that_is_counted() {
        for (from, to, usual) in [
            ("IDR", "USD", pair("USD", "IDR")),
            ("USD", "IDR", pair("USD", "IDR")),
            ("THB", "SGD", pair("SGD", "THB")),
            ("SGD", "USD", pair("USD", "SGD")),
            ("VND", "IDR", pair("IDR", "VND")),
        ] {
            assert_eq!(Pair::usual(currency(from), currency(to)), usual, "{from} in {to}");
        }
    }

    #[test]
    fn a_rate_is_turned_round_only_where_no_month_can_have_had_it() {
        for (pair, value, turned) in [
            (pair("USD", "IDR"), "0.000061", true),
            (pair("USD", "IDR"), "16400", false),
            (pair("IDR", "USD"), "0.000061", false),
            (pair("IDR", "USD"), "16400", true),
            (pair("SGD", "VND"), "0.00005", true),
            (pair("EUR", "IDR"), "0.000055", true),
            (pair("USD", "THB"), "0.03", true),
            (pair("THB", "SGD"), "25", true),
            (pair("HKD", "TWD"), "4.1", false),
            // These are near enough to one that nobody can tell.
            (pair("USD", "MYR"), "0.22", false),
            (pair("INR", "JPY"), "0.6", false),
            // How much a rial makes is not known here.
            (pair("IRR", "IDR"), "0.39", false),
        ] {
            assert_eq!(pair.is_turned_round(value.parse().unwrap()), turned, "{pair:?} {value}");
        }
    }

    #[test]
    fn an_amount_is_converted_by_the_rate_of_its_month_and_kind_whichever_way_it_is_written() {
        let rates = Rates::of([
            quoted("2026-07", RateKind::Plan, pair("USD", "IDR"), "16000"),
            quoted("2026-07", RateKind::Actual, pair("IDR", "USD"), "0.0001"),
        ]);
        let (idr, usd) = (currency("IDR"), currency("USD"));
        let july: Month = "2026-07".parse().unwrap();
        let amount = Rate::from(32_000_u32);
        let converted = |kind| rates.convert(&amount, (idr, usd), july, kind).map(|(amount, _)| amount);
        assert_eq!(converted(RateKind::Plan), Ok(Rate::from(2_u32)));
        assert_eq!(converted(RateKind::Actual), Ok(Rate::percent(320)));
        assert_eq!(rates.convert(&amount, (idr, idr), july.next(), RateKind::Plan), Ok((amount.clone(), None)));
    }

    #[test]
    fn a_rate_that_is_not_known_is_named() {
        let rates = Rates::of([quoted("2026-07", RateKind::Plan, pair("USD", "IDR"), "16000")]);
        let (idr, usd, thb) = (currency("IDR"), currency("USD"), currency("THB"));
        let july: Month = "2026-07".parse().unwrap();
        for (from, month, kind) in
            [(idr, july, RateKind::Actual), (idr, july.next(), RateKind::Plan), (thb, july, RateKind::Plan)]
        {
            let missing = MissingRate { from, to: usd, month, kind };
            assert_eq!(rates.convert(&Rate::one(), (from, usd), month, kind), Err(missing));
        }
    }

    #[test]
    fn the_later_rate_of_a_month_counts_even_when_it_is_written_the_other_way() {
        let first = quoted("2026-07", RateKind::Plan, pair("USD", "SGD"), "1.3");
        let later = quoted("2026-07", RateKind::Plan, pair("SGD", "USD"), "0.8");
        let rates = Rates::of([first, later]);
        assert_eq!(rates.find(first.month, RateKind::Plan, first.pair), Some(&later));
    }

    #[test]
    fn no_rate_is_zero_or_between_one_currency_and_itself() {
        let july = "2026-07".parse().unwrap();
        let new = |pair, value: &str| Quoted::new(july, RateKind::Plan, pair, value.parse().unwrap());
        assert_eq!(new(pair("USD", "IDR"), "0"), Err(NotARate::NotPositive));
        assert_eq!(new(pair("USD", "IDR"), "-1"), Err(NotARate::NotPositive));
        assert_eq!(new(pair("USD", "USD"), "1"), Err(NotARate::SameCurrency));
    }
}
