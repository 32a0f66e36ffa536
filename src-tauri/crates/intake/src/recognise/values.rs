//! The value of a finding: exact, in base units, or a question.

use playbook::measure::{MeasureKey, Unit};
use playbook::number::Quantity;
use rust_decimal::Decimal;

use crate::draft::{Choice, Why};
use crate::grid::Value;

use super::finding::{Content, Finding};
use super::form::unit_of;
use super::labels::Counts;
use super::money::{self, Mark};
use super::numbers::{Amount, Point, Reading, read};

/// What the sheet and the register tell about its numbers.
#[derive(Debug, Clone)]
pub(crate) struct Setting<'a> {
    /// The decimal point that the sheet's own numbers prove.
    pub(crate) point: Option<Point>,
    /// The decimal point of the distributor's locale.
    pub(crate) locale: Option<Point>,
    /// The scale of all money on the sheet.
    pub(crate) scale: Option<Decimal>,
    /// Whether the sheet declares two scales.
    pub(crate) scales_differ: bool,
    /// The report's currency, unless that is open.
    pub(crate) currency: Option<&'a str>,
}

/// What a finding comes to.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Outcome {
    /// A value in base units.
    Stated(Quantity),
    /// A question with its choices.
    Ask(Why, Vec<Choice>),
    /// Not reported.
    Nothing,
}

/// The decimal point that a locale prints; `None` when the locale isn't known.
pub(crate) fn point_of(locale: &str) -> Option<Point> {
    let language = locale.split(['-', '_']).next().filter(|language| !language.is_empty())?;
    let comma = matches!(language, "id" | "vi" | "lo" | "km" | "pt" | "tet") || locale == "ms-BN";
    Some(if comma { Point::Comma } else { Point::Dot })
}

impl Setting<'_> {
    /// The value of a finding as that measure.
    pub(crate) fn settle(&self, key: &MeasureKey, finding: &Finding<'_>) -> Outcome {
        let unit = unit_of(key.as_str());
        match &finding.content {
            Content::Several(numbers) => {
                let scale = self.scale_of(unit, finding).ok().flatten().unwrap_or(Decimal::ONE);
                Outcome::Ask(
                    Why::Several,
                    numbers.iter().filter_map(|number| choice(number.checked_mul(scale)?)).collect(),
                )
            }
            Content::Cell(Value::Number(text)) => self.number(text, unit, finding),
            Content::Cell(Value::Text(text)) => self.text(text, unit, finding),
            Content::Part(text) => self.text(text, unit, finding),
            Content::Cell(Value::Error(_)) => Outcome::Ask(Why::CellError, Vec::new()),
            Content::Cell(Value::Formula(_)) => Outcome::Ask(Why::NoValue, Vec::new()),
            Content::Cell(Value::Date(_)) => Outcome::Ask(Why::NotANumber, Vec::new()),
            Content::Cell(Value::Bool(_)) => Outcome::Nothing,
        }
    }

    fn number(&self, text: &str, unit: Unit, finding: &Finding<'_>) -> Outcome {
        let Ok(value) = text.parse::<Decimal>() else { return Outcome::Ask(Why::NotANumber, Vec::new()) };
        let percent = finding.format.is_some_and(|format| format.contains('%'));
        let marked = finding.format.and_then(money::of_format);
        if unit == Unit::Fraction {
            return fraction(value, percent, finding.counts);
        }
        if percent {
            return Outcome::Nothing;
        }
        self.amount(Amount { value, percent: false, scale: None, currency: marked }, unit, finding)
    }

    fn text(&self, text: &str, unit: Unit, finding: &Finding<'_>) -> Outcome {
        match read(text, self.point) {
            Reading::Nothing => Outcome::Nothing,
            Reading::Approximate => Outcome::Ask(Why::Approximate, Vec::new()),
            Reading::NotANumber => Outcome::Ask(Why::NotANumber, Vec::new()),
            Reading::UnsureScale(amount) => {
                let value = amount.scale.and_then(|scale| amount.value.checked_mul(scale));
                Outcome::Ask(Why::Unit, value.and_then(choice).into_iter().collect())
            }
            Reading::Sure(amount) if unit == Unit::Fraction => {
                let value = if amount.percent { amount.value / Decimal::ONE_HUNDRED } else { amount.value };
                fraction(value, amount.percent, finding.counts)
            }
            Reading::Sure(amount) if amount.percent => Outcome::Ask(Why::NotANumber, Vec::new()),
            // Three decimals are no decimals of whole units or of unscaled money: `1.250` beside `12.5%`.
            Reading::Sure(amount) if self.is_doubtful(text, &amount, unit, finding) => self.either(text, unit, finding),
            Reading::Sure(amount) => self.amount(amount, unit, finding),
            Reading::Either(grouped, _) => {
                let agrees = matches!(self.locale.map(|point| read(text, Some(point))), Some(Reading::Sure(amount)) if amount == grouped);
                let scaled = grouped.scale.is_some() || !matches!(self.scale_of(unit, finding), Ok(None));
                if agrees && !scaled && unit != Unit::Fraction {
                    self.amount(grouped, unit, finding)
                } else {
                    self.either(text, unit, finding)
                }
            }
        }
    }

    fn is_doubtful(&self, text: &str, amount: &Amount, unit: Unit, finding: &Finding<'_>) -> bool {
        let unscaled = amount.scale.is_none() && matches!(self.scale_of(unit, finding), Ok(None));
        unscaled && matches!(read(text, None), Reading::Either(grouped, _) if grouped.value != amount.value)
    }

    /// Thousands or decimals: both, to choose from.
    fn either(&self, text: &str, unit: Unit, finding: &Finding<'_>) -> Outcome {
        let Reading::Either(grouped, pointed) = read(text, None) else {
            return Outcome::Ask(Why::Separator, Vec::new());
        };
        let scale = grouped.scale.or(self.scale_of(unit, finding).ok().flatten()).unwrap_or(Decimal::ONE);
        let values = [grouped.value, pointed.value].into_iter().filter_map(|value| value.checked_mul(scale));
        Outcome::Ask(Why::Separator, values.filter_map(choice).collect())
    }

    /// The scale of a finding by its label, else by its sheet. `Err`: the sheet says two.
    fn scale_of(&self, unit: Unit, finding: &Finding<'_>) -> Result<Option<Decimal>, ()> {
        match unit {
            Unit::Money if finding.scale.is_some() => Ok(finding.scale),
            Unit::Money if self.scales_differ => Err(()),
            Unit::Money => Ok(self.scale),
            // The scale of a column of money says nothing about a row of units.
            _ if finding.counts == Some(Counts::Money) => Ok(None),
            _ => Ok(finding.scale),
        }
    }

    fn amount(&self, amount: Amount, unit: Unit, finding: &Finding<'_>) -> Outcome {
        let (beside, raw) = (self.scale_of(unit, finding), amount.value);
        let scaled = |scale: Option<Decimal>| raw.checked_mul(scale.unwrap_or(Decimal::ONE));
        let ask_unit = |scales: &[Option<Decimal>]| {
            Outcome::Ask(Why::Unit, scales.iter().filter_map(|scale| scaled(*scale)).filter_map(choice).collect())
        };
        if unit != Unit::Money && amount.currency.is_some() {
            return Outcome::Ask(Why::Unit, Vec::new());
        }
        let foreign = |mark: &Mark| self.currency.is_some_and(|currency| !mark.fits(currency));
        if unit == Unit::Money && amount.currency.or(finding.currency).as_ref().is_some_and(foreign) {
            return Outcome::Ask(Why::OtherCurrency, Vec::new());
        }
        let scale = match (amount.scale, beside) {
            (Some(own), Ok(Some(beside))) if own != beside => return ask_unit(&[Some(own), Some(beside)]),
            (Some(own), _) => Some(own),
            (None, Ok(beside)) => beside,
            (None, Err(())) => return ask_unit(&[None, Some(Decimal::ONE_THOUSAND), Some(Decimal::from(1_000_000))]),
        };
        if unit != Unit::Money && amount.scale.is_none() && scale.is_some() && finding.counts != Some(Counts::Units) {
            return ask_unit(&[scale, None]);
        }
        if self.is_too_large(raw, scale) {
            return ask_unit(&[scale, None]);
        }
        let Some(Ok(value)) = scaled(scale).map(Quantity::new) else {
            return Outcome::Ask(Why::Implausible, Vec::new());
        };
        let whole = value.decimal().fract().is_zero() && !value.is_negative();
        if unit == Unit::Count && !whole {
            return Outcome::Ask(Why::Implausible, vec![Choice::Value(value)]);
        }
        Outcome::Stated(value)
    }

    /// Millions of millions are rather plain numbers under a head that was never taken off.
    fn is_too_large(&self, raw: Decimal, scale: Option<Decimal>) -> bool {
        let million = Decimal::from(1_000_000);
        let small = matches!(self.currency, Some("IDR" | "VND" | "LAK" | "MMK" | "KHR"));
        scale.is_some_and(|scale| raw.abs() >= million && (scale >= million || scale > Decimal::ONE && !small))
    }
}

/// A rate: as its percent sign or format says; a bare number above 1 is asked about unless its label says percent.
fn fraction(value: Decimal, percent: bool, counts: Option<Counts>) -> Outcome {
    let hundredth = value.checked_div(Decimal::ONE_HUNDRED).and_then(choice);
    if value.is_sign_negative() && !value.is_zero() {
        return Outcome::Ask(Why::Implausible, Vec::new());
    }
    match (percent, counts == Some(Counts::Percent)) {
        (true, _) => stated(value),
        (false, true) if value > Decimal::ONE => {
            value.checked_div(Decimal::ONE_HUNDRED).map_or(Outcome::Nothing, stated)
        }
        (false, false) if value <= Decimal::ONE => stated(value),
        (false, true) => Outcome::Ask(Why::Unit, choice(value).into_iter().chain(hundredth).collect()),
        _ => Outcome::Ask(Why::Unit, hundredth.into_iter().chain(choice(value)).collect()),
    }
}

fn stated(value: Decimal) -> Outcome {
    Quantity::new(value).map_or(Outcome::Ask(Why::Implausible, Vec::new()), Outcome::Stated)
}

fn choice(value: Decimal) -> Option<Choice> {
    Quantity::new(value).ok().map(Choice::Value)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::grid::Place;

    const BARE: Setting<'_> =
        Setting { point: None, locale: None, scale: None, scales_differ: false, currency: Some("IDR") };

    fn finding(content: Content<'_>) -> Finding<'_> {
        let place = Place { row: 0, column: 1 };
        Finding {
            figures: Vec::new(),
            content,
            place,
            format: None,
            scale: None,
            currency: None,
            counts: None,
            qualified: false,
            group: None,
        }
    }

    fn settle(setting: &Setting<'_>, key: &str, text: &str) -> Outcome {
        setting.settle(&MeasureKey::new(key), &finding(Content::Part(text.to_owned())))
    }

    fn check(setting: &Setting<'_>, key: &str, text: &str, value: &str) {
        assert_eq!(settle(setting, key, text), Outcome::Stated(value.parse().unwrap_or_default()), "{key} {text}");
    }

    fn asks(setting: &Setting<'_>, key: &str, text: &str, why: Why, choices: usize) {
        assert!(
            matches!(settle(setting, key, text), Outcome::Ask(w, c) if w == why && c.len() == choices),
            "{key} {text}: {:?}",
            settle(setting, key, text)
        );
    }

    #[test]
    fn values_are_stated_in_base_units() {
        check(&BARE, "revenue", "Rp 412.500.000", "412500000");
        check(&BARE, "revenue", "4.1 jt", "4100000");
        check(&BARE, "conversion_rate", "12,5%", "0.125");
        check(&BARE, "leads", "nil", "0");
        let millions = Setting { scale: Some(Decimal::from(1_000_000)), point: Some(Point::Comma), ..BARE };
        check(&millions, "revenue", "1.284,5", "1284500000");
        check(&millions, "units_sold", "2.140", "2140");
        check(&millions, "forecast_60_days", "2.650", "2650000000");
    }

    #[test]
    fn one_separator_follows_the_locale_and_is_else_asked_about() {
        let indonesian = Setting { locale: Some(Point::Comma), ..BARE };
        check(&indonesian, "units_sold", "1.250", "1250");
        asks(&BARE, "units_sold", "1.250", Why::Separator, 2);
        asks(&Setting { locale: Some(Point::Dot), ..BARE }, "revenue", "1.250", Why::Separator, 2);
        asks(&Setting { scale: Some(Decimal::ONE_THOUSAND), ..indonesian }, "revenue", "1.250", Why::Separator, 2);
        asks(&Setting { point: Some(Point::Dot), ..indonesian }, "units_sold", "1.250", Why::Separator, 2);
    }

    #[test]
    fn what_is_not_sure_is_asked_about() {
        asks(&BARE, "revenue", "RM 12k", Why::OtherCurrency, 0);
        asks(&BARE, "revenue", "~15", Why::Approximate, 0);
        asks(&BARE, "leads", "1O5", Why::NotANumber, 0);
        asks(&BARE, "leads", "-3", Why::Implausible, 1);
        asks(&BARE, "leads", "2,5", Why::Implausible, 1);
        asks(&BARE, "conversion_rate", "22,5", Why::Unit, 2);
        asks(&Setting { scale: Some(Decimal::from(1_000_000)), ..BARE }, "revenue", "412.500.000", Why::Unit, 2);
        asks(&Setting { scales_differ: true, ..BARE }, "revenue", "12", Why::Unit, 3);
    }

    #[test]
    fn errors_and_formulas_without_value_are_asked_about() {
        let (error, formula) = (Value::Error("#REF!".to_owned()), Value::Formula("SUM(A1:A3)".to_owned()));
        for (value, why) in [(&error, Why::CellError), (&formula, Why::NoValue)] {
            let outcome = BARE.settle(&MeasureKey::new("leads"), &finding(Content::Cell(value)));
            assert_eq!(outcome, Outcome::Ask(why, Vec::new()));
        }
    }
}
