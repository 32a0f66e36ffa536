//! Reporting compliance: every report of a quarter, when it was due and what became of it.

use chrono::NaiveDate;

use crate::cadence::{Due, ReportState, due, report_state};
use crate::case::Case;
use crate::facts::{Report, ReportId};
use crate::measure::ReportKind;
use crate::period::{Month, Period, Quarter};

/// A report that is expected, or has come unexpected.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Receipt {
    /// When it was due and why.
    pub due: Due,
    /// What became of it.
    pub state: ReportState,
    /// Its revisions, the first one first; the last is current.
    pub revisions: Vec<ReportId>,
    /// The day the first revision was received.
    pub received: Option<NaiveDate>,
}

/// The reports of one kind in a quarter, by period: 12 to 14 weeks, or three months, less those before the
/// distributor reported.
#[must_use]
pub fn receipts(case: &Case, kind: ReportKind, quarter: Quarter) -> Vec<Receipt> {
    periods_of(kind, &quarter.months()).into_iter().filter_map(|period| receipt(case, kind, period)).collect()
}

/// What became of one report; `None` when it was not expected and has not come, or the period is of another kind.
#[must_use]
pub fn receipt(case: &Case, kind: ReportKind, period: Period) -> Option<Receipt> {
    let due = due(kind, period, case.calendar)?;
    let (state, first) = arrival(case, due.date, period, case.facts.reports.of(kind, period))?;
    let revisions = case.facts.revisions(kind, period, case.today).map(|report| report.id).collect();
    Some(Receipt { due, state, revisions, received: first.map(|report| report.received) })
}

/// The state of a report that is due on a day and has those revisions, and the first one that is there; `None` as for a
/// [`receipt`].
pub(crate) fn arrival<'r>(
    case: &Case,
    due: NaiveDate,
    period: Period,
    revisions: &'r [Report],
) -> Option<(ReportState, Option<&'r Report>)> {
    let received = revisions.iter().map(|report| report.received);
    let state = report_state(due, received, case.today, case.playbook.grace_days);
    let first = revisions.iter().find(|report| report.received <= case.today);
    (first.is_some() || case.facts.expects(period)).then_some((state, first))
}

/// The weeks or months of some months, by kind of report.
pub(crate) fn periods_of(kind: ReportKind, months: &[Month]) -> Vec<Period> {
    match kind {
        ReportKind::Weekly => months.iter().flat_map(|month| month.weeks()).map(Period::Week).collect(),
        ReportKind::Monthly => months.iter().copied().map(Period::Month).collect(),
    }
}
