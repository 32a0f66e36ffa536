//! Contradictions: figures that can't both be right, or that break with their history. Shown, never mended.

use crate::case::Case;
use crate::compliance::periods_of;
use crate::facts::{Cited, Report, Sales};
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

/// Earlier values that make a history, and earlier periods that are looked at for it.
const HISTORY: usize = 3;
const BACK: usize = 8;

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
    /// What other figures add up to: stock carried over, received and sold; the lines of a list of sales.
    Sum {
        /// What they add up to.
        total: Quantity,
        /// The figures, or the list, in the order in which they are added.
        evidence: Vec<Cited>,
    },
}

impl Contradiction {
    /// Which figures of which revisions contradict each other, as a text that can be stored: another revision of any of
    /// them is another contradiction.
    #[must_use]
    pub fn subject(&self) -> String {
        let cited = |cited: &Cited| {
            let measure = cited.measure.as_ref().map_or("lines", MeasureKey::as_str);
            format!("{:032x}:{measure}", cited.report.0)
        };
        let all = |evidence: &[Cited]| evidence.iter().map(cited).collect::<Vec<_>>().join("+");
        let against = match &self.against {
            Against::Figure(other) => cited(&other.evidence),
            Against::History { median, .. } => format!("median:{median}"),
            Against::Sum { total, evidence } => format!("{}={total}", all(evidence)),
        };
        format!("{} {} {} {} {against}", self.key, self.kind.key(), self.period, cited(&self.figure.evidence))
    }

    /// The period in a text that [`Contradiction::subject`] gave.
    #[must_use]
    pub fn period_of(subject: &str) -> Option<Period> {
        subject.split(' ').nth(2)?.parse().ok()
    }
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
    let sums = stock(case, report).into_iter().chain(sales(case, report));
    let history = MEASURES.iter().chain(own).filter_map(|measure| out_of_history(case, report, measure));
    parts.chain(sums).chain(history).collect()
}

fn doubted(report: &Report, measure: &MeasureKey) -> Option<Doubted> {
    let value = report.measures.get(measure)?;
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

/// Closing stock against what was there, what came in and what went out. The opening stock is the one that is stated,
/// else the closing stock of the month before.
fn stock(case: &Case, report: &Report) -> Option<Contradiction> {
    let [opening, sell_in, sold, closing] =
        ["opening_stock", "sell_in", "units_sold", "stock_on_hand"].map(MeasureKey::fixed);
    let figure = doubted(report, &closing)?;
    let before = || doubted(case.facts.current(report.kind, report.period.previous(), case.today)?, &closing);
    let opening = doubted(report, &opening).or_else(before)?;
    let (came, went) = (doubted(report, &sell_in)?, doubted(report, &sold)?);
    let total = opening.value + came.value - went.value;
    let evidence = [opening, came, went].map(|part| part.evidence).to_vec();
    apart(case, report, "stock-does-not-add-up", figure, Against::Sum { total, evidence })
}

/// Revenue and units of a month against the lists of sales that cover just that month.
fn sales(case: &Case, report: &Report) -> Vec<Contradiction> {
    let covers = |sales: &&Sales| {
        let month = Period::Month(sales.first);
        sales.first == sales.last && month == report.period && sales.received <= case.today
    };
    let of_list = |sales: &Sales| {
        let evidence = || vec![Cited { report: sales.report, measure: None }];
        let against = |total: Option<Quantity>| Some(Against::Sum { total: total?, evidence: evidence() });
        let figure = |key: &'static str| doubted(report, &MeasureKey::fixed(key));
        let amount = || apart(case, report, "revenue-differs-from-lines", figure("revenue")?, against(sales.amount)?);
        let units = || apart(case, report, "units-differ-from-lines", figure("units_sold")?, against(sales.units)?);
        [amount(), units()]
    };
    case.facts.sales.iter().filter(covers).flat_map(of_list).flatten().collect()
}

/// A figure that is further from the sum of others than rounding explains.
fn apart(case: &Case, report: &Report, key: &'static str, figure: Doubted, against: Against) -> Option<Contradiction> {
    let Against::Sum { total, .. } = &against else { return None };
    let off = Rate::from(figure.value - *total).abs();
    let allowed = &Rate::from(*total).abs() * &case.playbook.tolerance;
    (off > allowed).then_some(Contradiction { key, kind: report.kind, period: report.period, figure, against })
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

/// What the current reports of the same kind said of the periods before, the latest first.
fn history(case: &Case, report: &Report, measure: &MeasureKey) -> Vec<(Quantity, Cited)> {
    let before = std::iter::successors(Some(report.period.previous()), |period| Some(period.previous())).take(BACK);
    let current = before.filter_map(|period| case.facts.current(report.kind, period, case.today));
    current.filter_map(|other| Some((other.measures.get(measure)?, cited(other, measure)))).collect()
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
