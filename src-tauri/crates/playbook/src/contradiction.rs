//! Contradictions: figures that can't both be right, or that break with their history. Shown, never mended.

use chrono::NaiveDate;

use crate::case::Case;
use crate::compliance::periods_of;
use crate::facts::{Cited, Report};
use crate::measure::{MEASURES, Measure, MeasureKey, ReportKind, Unit};
use crate::number::{Quantity, Rate};
use crate::period::{Period, Quarter};

/// The parts that can't be above their wholes: quotes above leads, orders above quotes, on time above due, accepted
/// above inspected.
static PARTS: [(&str, MeasureKey, MeasureKey); 4] = [
    ("quotes-above-leads", MeasureKey::fixed("quotes"), MeasureKey::fixed("leads")),
    ("orders-above-quotes", MeasureKey::fixed("purchase_orders"), MeasureKey::fixed("quotes")),
    ("on-time-above-due", MeasureKey::fixed("orders_on_time"), MeasureKey::fixed("orders_due")),
    ("accepted-above-inspected", MeasureKey::fixed("units_accepted"), MeasureKey::fixed("units_inspected")),
];

/// Earlier values that make a history.
const HISTORY: usize = 3;

/// Two figures that contradict each other, each with where it comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Contradiction {
    /// The message is `contradiction-KEY`.
    pub key: &'static str,
    /// The report.
    pub kind: ReportKind,
    /// Its period.
    pub period: Period,
    /// The figure that is doubted.
    pub figure: Doubted,
    /// What it contradicts.
    pub against: Against,
}

/// A figure that is doubted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Doubted {
    /// What was reported.
    pub measure: MeasureKey,
    /// How much.
    pub value: Quantity,
    /// Where.
    pub evidence: Cited,
}

/// What a figure contradicts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Against {
    /// Another figure of the same report, that can't be smaller.
    Figure(Doubted),
    /// The median of what was reported before.
    History {
        /// The median.
        median: Rate,
        /// The reports before.
        evidence: Vec<Cited>,
    },
}

/// The contradictions in the current reports of a quarter, by kind, period and measure.
#[must_use]
pub fn contradictions(case: &Case, quarter: Quarter) -> Vec<Contradiction> {
    let months = quarter.months();
    let of_kind = |kind| {
        periods_of(kind, &months).into_iter().filter_map(move |period| case.facts.current(kind, period, case.today))
    };
    let reports = [ReportKind::Weekly, ReportKind::Monthly].into_iter().flat_map(of_kind);
    reports.flat_map(|report| of_report(case, report)).collect()
}

/// The contradictions in one report, also before it is stored.
#[must_use]
pub fn of_report(case: &Case, report: &Report) -> Vec<Contradiction> {
    let parts = PARTS.iter().filter_map(|(key, part, whole)| part_above_whole(report, key, part, whole));
    let own = case.playbook.measures.iter().map(|own| &own.measure);
    let history = MEASURES.iter().chain(own).filter_map(|measure| out_of_history(case, report, measure));
    parts.chain(history).collect()
}

fn doubted(report: &Report, measure: &MeasureKey) -> Option<Doubted> {
    let value = *report.measures.get(measure)?;
    Some(Doubted { measure: measure.clone(), value, evidence: cited(report, measure) })
}

fn cited(report: &Report, measure: &MeasureKey) -> Cited {
    Cited { report: report.id, measure: Some(measure.clone()) }
}

fn part_above_whole(
    report: &Report,
    key: &'static str,
    part: &MeasureKey,
    whole: &MeasureKey,
) -> Option<Contradiction> {
    let (figure, whole) = (doubted(report, part)?, doubted(report, whole)?);
    let above = figure.value > whole.value;
    above.then_some(Contradiction {
        key,
        kind: report.kind,
        period: report.period,
        figure,
        against: Against::Figure(whole),
    })
}

/// A figure `outlier` times the median of its history or more, or that small a part of it or less. Counts of a
/// handful jump by nature: figures and medians that both stay below `outlier` say nothing.
fn out_of_history(case: &Case, report: &Report, measure: &Measure) -> Option<Contradiction> {
    let figure = doubted(report, &measure.key)?;
    let before = history(case, report, &measure.key);
    let median = median(before.iter().map(|(value, _)| *value).collect())?;
    let (value, times) = (Rate::from(figure.value), Rate::from(case.playbook.outlier));
    let telling = measure.unit == Unit::Fraction || value >= times || median >= times;
    if !telling || median <= Rate::zero() {
        return None;
    }
    let key = if value >= &median * &times {
        "far-above-history"
    } else if &value * &times <= median {
        "far-below-history"
    } else {
        return None;
    };
    let evidence = before.into_iter().map(|(_, cited)| cited).collect();
    let against = Against::History { median, evidence };
    Some(Contradiction { key, kind: report.kind, period: report.period, figure, against })
}

/// What the current reports of the same kind said of earlier periods.
fn history(case: &Case, report: &Report, measure: &MeasureKey) -> Vec<(Quantity, Cited)> {
    let earlier = |other: &&Report| other.kind == report.kind && starts(other) < starts(report);
    let mut periods: Vec<_> = case.facts.reports.iter().filter(earlier).map(|other| other.period).collect();
    periods.sort();
    periods.dedup();
    let current = periods.into_iter().filter_map(|period| case.facts.current(report.kind, period, case.today));
    current.filter_map(|other| Some((*other.measures.get(measure)?, cited(other, measure)))).collect()
}

fn starts(report: &Report) -> NaiveDate {
    report.period.first_day()
}

/// The middle value, or the mean of the two in the middle; `None` with too little history.
fn median(mut values: Vec<Quantity>) -> Option<Rate> {
    if values.len() < HISTORY {
        return None;
    }
    values.sort();
    let (low, high) = (values.get((values.len() - 1) / 2)?, values.get(values.len() / 2)?);
    Rate::of(*low + *high, Quantity::whole(2))
}
