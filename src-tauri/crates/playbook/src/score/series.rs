//! A series: what is known, still open or missing of some measures, period by period.

use crate::cadence::{due_date, settled_after};
use crate::case::Case;
use crate::compliance::periods_of;
use crate::facts::{Cited, Report};
use crate::kpi::Terms;
use crate::measure::ReportKind;
use crate::number::Quantity;
use crate::period::{Month, Period};
use crate::score::card::Tally;

/// What is known of one period.
#[derive(Debug, Clone)]
pub(super) enum Slot<T> {
    /// A value and where it comes from.
    Known(T, Vec<Cited>),
    /// Before the distributor reported.
    NotExpected,
    /// Its due date is today or later.
    NotYetDue,
    /// Past its due date, within the grace.
    Overdue,
    /// Past the grace.
    Missing,
}

impl<T> Slot<T> {
    /// Both, or what keeps them from being known.
    pub(super) fn and<U>(self, other: Slot<U>) -> Slot<(T, U)> {
        match (self, other) {
            (Slot::Known(a, from), Slot::Known(b, more)) => Slot::Known((a, b), [from, more].concat()),
            (Slot::NotExpected, _) | (_, Slot::NotExpected) => Slot::NotExpected,
            (Slot::Missing, _) | (_, Slot::Missing) => Slot::Missing,
            (Slot::Overdue, _) | (_, Slot::Overdue) => Slot::Overdue,
            (Slot::NotYetDue, _) | (_, Slot::NotYetDue) => Slot::NotYetDue,
        }
    }

    pub(super) fn map<U>(self, to: impl FnOnce(T) -> U) -> Slot<U> {
        match self {
            Self::Known(value, cited) => Slot::Known(to(value), cited),
            Self::NotExpected => Slot::NotExpected,
            Self::NotYetDue => Slot::NotYetDue,
            Self::Overdue => Slot::Overdue,
            Self::Missing => Slot::Missing,
        }
    }

    /// Whether it is decided: known, or missing for good.
    pub(super) fn counts(&self) -> bool {
        matches!(self, Self::Known(..) | Self::Missing)
    }
}

/// Slots by period, in order.
#[derive(Debug, Clone)]
pub(super) struct Series<T>(pub(super) Vec<(Period, Slot<T>)>);

impl<T> Series<T> {
    /// The slots in which both are known.
    pub(super) fn and<U>(self, other: Series<U>) -> Series<(T, U)> {
        let pairs = self.0.into_iter().zip(other.0);
        Series(pairs.map(|((period, a), (_, b))| (period, a.and(b))).collect())
    }

    /// The known values.
    pub(super) fn known(&self) -> impl DoubleEndedIterator<Item = (Period, &T)> {
        self.0.iter().filter_map(|(period, slot)| match slot {
            Slot::Known(value, _) => Some((*period, value)),
            _ => None,
        })
    }

    /// Where the known values come from.
    pub(super) fn evidence(&self) -> Vec<Cited> {
        let cited = |(_, slot): &(Period, Slot<T>)| match slot {
            Slot::Known(_, cited) => cited.clone(),
            _ => Vec::new(),
        };
        self.0.iter().flat_map(cited).collect()
    }

    /// Slots in which something is expected or known.
    pub(super) fn expected(&self) -> usize {
        self.0.iter().filter(|(_, slot)| !matches!(slot, Slot::NotExpected)).count()
    }

    /// Slots that are decided.
    pub(super) fn counted(&self) -> usize {
        self.0.iter().filter(|(_, slot)| slot.counts()).count()
    }

    pub(super) fn tally(&self) -> Tally {
        let mut tally = Tally::default();
        for (period, slot) in &self.0 {
            match slot {
                Slot::NotExpected => continue,
                Slot::NotYetDue => tally.open.push(*period),
                Slot::Known(..) => tally.known += 1,
                Slot::Overdue => tally.open.push(*period),
                Slot::Missing => tally.missing.push(*period),
            }
            tally.due += u32::from(!matches!(slot, Slot::NotYetDue));
        }
        tally
    }
}

impl Series<Quantity> {
    pub(super) fn sum(&self) -> Quantity {
        self.known().map(|(_, value)| *value).sum()
    }
}

/// What is asked of the facts for one KPI: the case, and how long its reports are waited for.
#[derive(Debug, Clone, Copy)]
pub(super) struct Asked<'a> {
    pub(super) case: &'a Case<'a>,
    pub(super) grace: u32,
    pub(super) depth: Depth,
}

/// How much of a line is wanted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Depth {
    /// All of it.
    Whole,
    /// What the score is made of, without what is shown beside it and where it comes from.
    Score,
}

/// The series of some measures over months: by week or by month, as they are reported.
pub(super) fn series(asked: Asked<'_>, terms: &Terms, months: &[Month]) -> Series<Quantity> {
    let (case, kind) = (asked.case, terms.report());
    let periods = periods_of(kind, months);
    let current = case.facts.current_of_each(kind, &periods, case.today);
    Series(current.map(|(period, report)| (period, slot(asked, terms, period, report))).collect())
}

fn slot(asked: Asked<'_>, terms: &Terms, period: Period, report: Option<&Report>) -> Slot<Quantity> {
    let sum = |report: &Report| terms.measures().iter().map(|key| report.measures.get(key)).sum::<Option<Quantity>>();
    let Some((report, value)) = report.and_then(|report| Some((report.id, sum(report)?))) else {
        return absent(asked, terms.report(), period);
    };
    let cited = terms.measures().iter().map(|key| Cited { report, measure: Some(key.clone()) });
    Slot::Known(value, if asked.depth == Depth::Whole { cited.collect() } else { Vec::new() })
}

/// What a value that is not there is: a measure that its report leaves out is as absent as the report.
fn absent(Asked { case, grace, .. }: Asked<'_>, kind: ReportKind, period: Period) -> Slot<Quantity> {
    match due_date(kind, period, case.calendar) {
        _ if !case.facts.expects(period) => Slot::NotExpected,
        None => Slot::NotExpected,
        Some(due) if case.today <= due => Slot::NotYetDue,
        Some(due) if case.today <= settled_after(due, grace) => Slot::Overdue,
        Some(_) => Slot::Missing,
    }
}
