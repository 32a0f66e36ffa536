//! Contradictions in words: figures that cannot both be true.

use chrono::NaiveDate;
use playbook::contradiction::{self, Against, Contradiction, Doubted};
use playbook::measure::Unit;
use playbook::number::{Quantity, Rate};
use playbook::period::{Period, Quarter};
use playbook::rules::Playbook;
use words::Value;

use crate::asking::{measure_title, unit_of};
use crate::format::{self, exact, figure, percent};
use crate::judge::Known;
use crate::naming;
use crate::token::Token;
use crate::view::{ContradictionRow, Fact};
use crate::words;

/// The contradictions of a distributor's quarter.
pub(crate) fn rows(known: &Known, playbook: &Playbook, quarter: Quarter, today: NaiveDate) -> Vec<ContradictionRow> {
    let found = contradiction::contradictions(&known.case(playbook, today), quarter);
    found.iter().map(|found| row(known, found)).collect()
}

fn row(known: &Known, found: &Contradiction) -> ContradictionRow {
    let mut values = vec![fact(known, &found.figure)];
    if let Against::Figure(other) = &found.against {
        values.push(fact(known, other));
    }
    ContradictionRow {
        distributor: known.distributor.id.to_string(),
        name: naming::name(&known.distributor.card),
        what: sentence(known, found),
        values,
    }
}

/// `September: 131 quotes, but only 118 leads`.
pub(crate) fn sentence(known: &Known, found: &Contradiction) -> String {
    let doubted = value(known, &found.figure.measure, found.figure.value);
    let against = match &found.against {
        Against::Figure(other) => value(known, &other.measure, other.value),
        Against::History { median, .. } => shown_rate(known, &found.figure.measure, median),
    };
    let period = match found.period {
        Period::Week(_) => format::period_short(words(), found.period),
        other => format::period_short(words(), other),
    };
    let values = [
        ("period", Value::from(period)),
        ("measure", Value::from(measure_title(words(), found.figure.measure.as_str()))),
        ("figure", Value::from(doubted)),
        ("against", Value::from(against)),
    ];
    words().say(&format!("contradiction-{}", found.key), &values)
}

fn fact(known: &Known, doubted: &Doubted) -> Fact {
    let (text, unit) = parts(known, &doubted.measure, doubted.value);
    let token = Token::Stated { report: doubted.evidence.report.into(), measure: doubted.measure.clone() };
    Fact { text, unit, evidence: Some(token.to_string()), provisional: false, sort: None }
}

fn parts(known: &Known, measure: &playbook::measure::MeasureKey, value: Quantity) -> (String, String) {
    stated(measure.as_str(), value, Some(&known.currency()))
}

/// A stated value with every digit, and its unit.
pub(crate) fn stated(measure: &str, value: Quantity, currency: Option<&format::Currency>) -> (String, String) {
    match (unit_of(measure), currency) {
        (Some(Unit::Money), Some(currency)) => currency.exact(value),
        (Some(Unit::Fraction), _) => {
            // Every digit of a fraction, as a percentage.
            let hundred = value.decimal() * rust_decimal::Decimal::ONE_HUNDRED;
            let shown = Quantity::new(hundred).map_or_else(|_| percent(&Rate::from(value), 2, &[]), exact);
            (shown, "%".to_owned())
        }
        (Some(Unit::Units), _) => (exact(value), words().say("unit-units", &[])),
        _ => (exact(value), String::new()),
    }
}

fn value(known: &Known, measure: &playbook::measure::MeasureKey, value: Quantity) -> String {
    let (text, unit) = parts(known, measure, value);
    if unit.is_empty() { text } else { format!("{text} {unit}") }
}

fn shown_rate(known: &Known, measure: &playbook::measure::MeasureKey, rate: &Rate) -> String {
    match unit_of(measure.as_str()) {
        Some(Unit::Money) => {
            let (text, unit) = known.currency().amount(rate, format::Scale::Ones);
            format!("{text} {unit}")
        }
        Some(Unit::Fraction) => format!("{} %", percent(rate, 1, &[])),
        _ => figure(rate, 0, &[]),
    }
}
