//! A goal as it is typed and shown: `500000`, `20 %`, `30 to 60 margin 10`, `from 3 to 5`.

use playbook::kpi::{Kpi, Shape};
use playbook::measure::Unit;
use playbook::money::Currency as Code;
use playbook::number::{Quantity, Rate};
use playbook::refusal::is_money;
use playbook::target::Goal;
use rust_decimal::Decimal;

use crate::error::{DeskError, ErrorKind};
use crate::format::{Currency, Scale, figure, percent};
use crate::shown::Shown;
use crate::table::Cell;
use crate::typed::{NotTyped, number};
use crate::words;

/// What a KPI's target counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Counts {
    Money,
    Things,
    Percent,
    Days,
}

/// What a KPI's target counts.
pub(crate) fn counts(kpi: &Kpi) -> Counts {
    match &kpi.shape {
        _ if is_money(kpi) => Counts::Money,
        Shape::Total(terms) | Shape::Latest(terms) if terms.unit() == Unit::Fraction => Counts::Percent,
        Shape::Total(_) | Shape::Latest(_) => Counts::Things,
        Shape::Cover { .. } => Counts::Days,
        Shape::Ratio { .. } | Shape::Growth { .. } | Shape::Accuracy { .. } | Shape::OnTime(_) | Shape::Held(_) => {
            Counts::Percent
        }
    }
}

/// Whether a KPI's target is an amount, which is shared out over months.
pub(crate) fn is_amount(kpi: &Kpi) -> bool {
    matches!(kpi.shape, Shape::Total(_))
}

/// A goal that was typed, and the currency that it names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Typed {
    pub(crate) goal: Goal,
    pub(crate) currency: Option<Code>,
}

/// Reads a goal. `own` is the distributor's currency, `mark` the one that its locale has before decimals.
pub(crate) fn read(kpi: &Kpi, cell: &Cell, own: &str, mark: Option<char>) -> Result<Typed, DeskError> {
    let text = cell.text.trim();
    let invalid = |key: &str| DeskError::new(ErrorKind::Invalid, key, &[("text", text.into())]);
    let folded = text.to_lowercase().replace(['–', '—'], " to ").replace('±', " margin ");
    let mut currency = None;
    let mut one = |text: &str| {
        let cell = Cell { text: text.trim().to_owned(), ..cell.clone() };
        value(kpi, &cell, (own, mark), &mut currency)
    };
    let goal = if let Some(rest) = folded.strip_prefix("from ") {
        let (baseline, target) = rest.split_once(" to ").ok_or_else(|| invalid("target-not-a-baseline"))?;
        Goal::FromBaseline { baseline: one(baseline)?, target: one(target)? }
    } else if let Some((low, rest)) = folded.split_once(" to ") {
        let (high, margin) = rest.split_once(" margin ").unwrap_or((rest, "0"));
        Goal::Band { low: one(low)?, high: one(high)?, margin: one(margin)? }
    } else {
        // Codes and signs of currencies are told by their case.
        Goal::Value(one(text)?)
    };
    Ok(Typed { goal, currency })
}

fn value(
    kpi: &Kpi,
    cell: &Cell,
    (own, mark): (&str, Option<char>),
    currency: &mut Option<Code>,
) -> Result<Quantity, DeskError> {
    let counts = counts(kpi);
    let (text, named) =
        if counts == Counts::Money { without_currency(&cell.text, own) } else { (cell.text.clone(), None) };
    *currency = named.or(*currency);
    let signed = text.ends_with('%');
    let bare = text.trim_end_matches('%').trim();
    let decimals = match counts {
        Counts::Money => Code::new(own).map(|code| code.exponent()),
        Counts::Things => Some(2),
        Counts::Percent | Counts::Days => None,
    };
    // An amount has no third decimal; but who writes decimals with that mark may have meant some all the same.
    let decimals = decimals.filter(|_| mark.is_some_and(|mark| !bare.contains(mark)));
    let read = if cell.exact { bare.parse().map_err(|_| NotTyped::NotANumber) } else { number(bare, decimals) };
    let read = read.map_err(|why| not_typed(&cell.text, &why))?;
    match counts {
        Counts::Percent if cell.exact && cell.percent => Ok(read),
        // 0.2 without its sign is as likely 20 % as 0.2 %.
        Counts::Percent if !signed && read.decimal().abs() < Decimal::ONE && !read.is_zero() => {
            Err(DeskError::new(ErrorKind::Invalid, "target-percent", &[("text", cell.text.as_str().into())]))
        }
        Counts::Percent => hundredth(read).ok_or_else(|| not_typed(&cell.text, &NotTyped::OutOfRange)),
        _ if signed => Err(not_typed(&cell.text, &NotTyped::NotANumber)),
        Counts::Things if is_whole(kpi) && !read.decimal().fract().is_zero() => {
            Err(DeskError::new(ErrorKind::Invalid, "target-not-whole", &[("text", cell.text.as_str().into())]))
        }
        _ => Ok(read),
    }
}

/// Whether a KPI counts what comes in one piece.
fn is_whole(kpi: &Kpi) -> bool {
    matches!(&kpi.shape, Shape::Total(terms) | Shape::Latest(terms) if terms.unit() == Unit::Count)
}

fn hundredth(value: Quantity) -> Option<Quantity> {
    Quantity::new(value.decimal().checked_div(Decimal::ONE_HUNDRED)?).ok()
}

/// The text without the currency before or behind it, and which that is.
fn without_currency(text: &str, own: &str) -> (String, Option<Code>) {
    let codes = Code::new(own).into_iter().chain(Code::offered());
    for code in codes {
        let sign = playbook::money::sign(code.code()).to_owned();
        for mark in [code.code().to_owned(), sign] {
            let rest = text.strip_prefix(&mark).or_else(|| text.strip_suffix(&mark));
            if let Some(rest) = rest.map(str::trim) {
                return (rest.to_owned(), Some(code));
            }
        }
    }
    (text.to_owned(), None)
}

/// What is wrong with a text that should be a number.
pub(crate) fn not_typed(text: &str, why: &NotTyped) -> DeskError {
    let values = [("text", text.into())];
    match why {
        NotTyped::NotANumber => DeskError::new(ErrorKind::Invalid, "no-number", &values),
        NotTyped::OutOfRange => DeskError::new(ErrorKind::Invalid, "number-too-large", &values),
        NotTyped::Either(point, thousands) => {
            let [point, thousands] = [point, thousands].map(ToString::to_string);
            let values = [("text", text.into()), ("point", point.into()), ("thousands", thousands.into())];
            DeskError::new(ErrorKind::Invalid, "number-either", &values)
        }
    }
}

/// A goal as it is typed again: plain digits, without a unit but for the words of a band.
pub(crate) fn plain(kpi: &Kpi, goal: &Goal<Rate>, own: &str) -> String {
    let counts = counts(kpi);
    let one = |value: &Rate| match counts {
        Counts::Percent => trimmed(&(value * &Rate::percent(10_000)), 6),
        Counts::Money => trimmed(value, Code::new(own).map_or(2, |code| code.exponent())),
        Counts::Things | Counts::Days => trimmed(value, 2),
    };
    match goal {
        Goal::Value(value) => one(value),
        Goal::FromBaseline { baseline, target } => format!("from {} to {}", one(baseline), one(target)),
        Goal::Band { low, high, margin } => format!("{} to {} margin {}", one(low), one(high), one(margin)),
    }
}

/// Plain digits with at most so many decimals.
fn trimmed(value: &Rate, decimals: u32) -> String {
    let text = figure(value, decimals, &[]).replace(',', "").replace('\u{2212}', "-");
    if text.contains('.') { text.trim_end_matches('0').trim_end_matches('.').to_owned() } else { text }
}

/// A goal as it is shown, in the scale of those beside it.
pub(crate) fn shown(kpi: &Kpi, goal: &Goal<Rate>, currency: &Currency, scale: Scale) -> Shown {
    let one = |value: &Rate| match counts(kpi) {
        Counts::Money => currency.amount(value, scale).0,
        Counts::Percent => percent(value, 1, &[]),
        Counts::Things => figure(value, 0, &[]),
        Counts::Days => figure(value, 0, &[]),
    };
    let text = match goal {
        Goal::Value(value) => one(value),
        Goal::FromBaseline { baseline, target } => {
            words().say("goal-baseline", &[("baseline", one(baseline).into()), ("target", one(target).into())])
        }
        Goal::Band { low, high, .. } => words().say("band", &[("low", one(low).into()), ("high", one(high).into())]),
    };
    Shown { text, unit: unit(kpi, currency, scale) }
}

/// The unit of a KPI's targets.
pub(crate) fn unit(kpi: &Kpi, currency: &Currency, scale: Scale) -> String {
    match counts(kpi) {
        Counts::Money => currency.unit(scale),
        Counts::Percent => "%".to_owned(),
        Counts::Days => words().say("unit-days", &[]),
        Counts::Things => match &kpi.shape {
            Shape::Total(terms) if terms.unit() == Unit::Units => words().say("unit-units", &[]),
            _ => String::new(),
        },
    }
}

/// The value by which a goal's scale is chosen.
pub(crate) fn size(goal: &Goal<Rate>) -> &Rate {
    match goal {
        Goal::Value(value) | Goal::FromBaseline { target: value, .. } | Goal::Band { high: value, .. } => value,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use playbook::kpi::defaults;

    fn kpi(key: &str) -> Kpi {
        defaults().into_iter().find(|kpi| kpi.key.as_str() == key).expect("a KPI that ships")
    }

    fn typed(key: &str, text: &str) -> Result<Typed, String> {
        typed_by(Some(','), key, text)
    }

    fn typed_by(mark: Option<char>, key: &str, text: &str) -> Result<Typed, String> {
        let cell = Cell { text: text.to_owned(), ..Cell::default() };
        read(&kpi(key), &cell, "IDR", mark).map_err(|error| error.to_string())
    }

    #[track_caller]
    fn check(key: &str, text: &str, again: &str) {
        let typed = typed(key, text).unwrap_or_else(|error| panic!("{text}: {error}"));
        assert_eq!(plain(&kpi(key), &typed.goal.times(&Rate::one()), "IDR"), again, "{text}");
    }

    #[test]
    fn a_goal_is_read_as_its_kpi_counts_and_typed_again() {
        check("revenue", "5.213.400", "5213400");
        check("revenue", "Rp 1.500", "1500");
        check("revenue", "IDR 5,213,400.50", "5213400.5");
        check("sales-volume", "1.500", "1500");
        check("pipeline", "50.0", "50");
        check("conversion", "20", "20");
        check("conversion", "12,5 %", "12.5");
        check("stock-cover", "30 to 60 margin 10", "30 to 60 margin 10");
        check("stock-cover", "30–60", "30 to 60 margin 0");
        check("revenue-growth", "from -10 to 5", "from -10 to 5");
    }

    #[test]
    fn what_could_be_two_things_is_said_with_both() {
        for (key, text, said) in [
            ("conversion", "0.2", "“0.2” could be 20 % or 0.2 %. Write it with its % sign."),
            (
                "stock-cover",
                "1.500 to 2 margin 1",
                "“1.500” could be 1.5 or 1500. Write it without a separator between thousands.",
            ),
            ("pipeline", "50.5", "“50.5” is no whole number. This KPI counts whole things: leave the decimals out."),
            ("revenue", "1O5", "“1O5” is not a number. Write plain digits, such as 5213400."),
        ] {
            assert_eq!(typed(key, text), Err(said.to_owned()));
        }
    }

    #[test]
    fn one_separator_is_read_as_the_locale_has_it_or_asked_about() {
        let value = |mark, text| {
            typed_by(mark, "revenue", text)
                .ok()
                .map(|typed| plain(&kpi("revenue"), &typed.goal.times(&Rate::one()), "IDR"))
        };
        for (mark, text, read) in [
            (Some('.'), "1,000", Some("1000")),
            (Some('.'), "1.000", None),
            (Some(','), "1.000", Some("1000")),
            (Some(','), "1,000", None),
            (None, "1,000", None),
            (None, "1.000.000", Some("1000000")),
            (Some('.'), "1,000.50", Some("1000.5")),
        ] {
            assert_eq!(value(mark, text).as_deref(), read, "{text} {mark:?}");
        }
        let said = typed_by(Some('.'), "sales-volume", "12.500");
        let both = "“12.500” could be 12.5 or 12500. Write it without a separator between thousands.";
        assert_eq!(said, Err(both.to_owned()));
    }

    #[test]
    fn another_currency_is_noticed() {
        let named = |text| typed("revenue", text).ok().and_then(|typed| typed.currency).map(|code| code.to_string());
        assert_eq!(named("US$ 500"), Some("USD".to_owned()));
        assert_eq!(named("500 Rp"), Some("IDR".to_owned()));
        assert_eq!(named("500"), None);
    }

    #[test]
    fn a_cell_that_a_spreadsheet_shows_in_percent_is_a_fraction() {
        let cell = Cell { text: "0.2".to_owned(), exact: true, percent: true };
        let read = read(&kpi("conversion"), &cell, "IDR", None).map(|typed| typed.goal);
        assert_eq!(read, Ok(Goal::Value("0.2".parse().expect("a literal"))));
    }
}
