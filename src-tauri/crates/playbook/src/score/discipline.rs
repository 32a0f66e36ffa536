//! Discipline: reports on time and reviews held.

use crate::cadence::{due_date, review_due};
use crate::case::Case;
use crate::compliance::{arrival, periods_of};
use crate::facts::Cited;
use crate::kpi::ReviewKind;
use crate::measure::{ReportKind, Unit};
use crate::number::{Quantity, Rate};
use crate::period::Period;
use crate::score::Span;
use crate::score::card::{Figure, Part, Tally, WhyNot};
use crate::score::series::{Asked, Depth};
use crate::score::shape::Outcome;

/// The share of reports received by their due date. One that is not yet due, and has not come, is left out; one that
/// is overdue can't be on time any more. One of before reports were expected can be sent all the same, and is late for
/// nobody.
pub(super) fn on_time(Asked { case, depth, .. }: Asked<'_>, kind: ReportKind, span: Span) -> Outcome {
    let periods = periods_of(kind, &span.months());
    let (mut outcomes, mut evidence) = (Vec::new(), Vec::new());
    for (period, revisions) in case.facts.reports.of_each(kind, &periods) {
        let arrived = due_date(kind, period, case.calendar).and_then(|due| arrival(case, due, period, revisions));
        let Some((state, first)) = arrived else { continue };
        if case.facts.expects(period) || state.on_time() == Some(true) {
            outcomes.push((period, state.on_time()));
            let first = first.filter(|_| depth == Depth::Whole);
            evidence.extend(first.map(|report| Cited { report: report.id, measure: None }));
        }
    }
    share_of(outcomes, evidence)
}

/// The share of reviews held. One without a record is held open until it is due, and then counts as not held.
pub(super) fn held(case: &Case, kind: ReviewKind, span: Span) -> Outcome {
    let periods = match (kind, span) {
        (ReviewKind::Monthly, _) => span.months().into_iter().map(Period::Month).collect(),
        (ReviewKind::Quarterly, Span::Quarter(_)) => vec![span.period()],
        (ReviewKind::Quarterly, Span::Month(_)) => return Outcome::not_applicable(WhyNot::QuarterOnly),
    };
    let outcomes = periods.into_iter().filter_map(|period| Some((period, was_held(case, kind, period)?)));
    share_of(outcomes.collect(), Vec::new())
}

/// Whether a review was held (`Some(None)`: still open); `None` when it was not expected and not held.
fn was_held(case: &Case, kind: ReviewKind, period: Period) -> Option<Option<bool>> {
    let of =
        |review: &crate::facts::Review| (review.kind, review.period) == (kind, period) && review.held <= case.today;
    if case.facts.reviews.iter().any(of) {
        return Some(Some(true));
    }
    if !case.facts.expects(period) {
        return None;
    }
    Some((case.today > review_due(kind, period, case.playbook.qbr_days)).then_some(false))
}

fn share_of(outcomes: Vec<(Period, Option<bool>)>, evidence: Vec<Cited>) -> Outcome {
    if outcomes.is_empty() {
        return Outcome::not_applicable(WhyNot::BeforeReporting);
    }
    let decided = |wanted: Option<bool>| outcomes.iter().filter(|(_, outcome)| *outcome == wanted).count();
    let count = |number: usize| Quantity::from(u32::try_from(number).unwrap_or(u32::MAX));
    let (done, of) = (count(decided(Some(true))), count(outcomes.len() - decided(None)));
    let known = u32::try_from(outcomes.len() - decided(None)).unwrap_or(u32::MAX);
    let open = outcomes.iter().filter(|(_, outcome)| outcome.is_none()).map(|(period, _)| *period);
    // A report that is missing is known not to be on time: nothing of this line is missing.
    let tally = Tally { known, due: known, open: open.collect(), missing: Vec::new() };
    let share = Rate::of(done, of).map(Figure::Share);
    let amount = |number| Some(Figure::Amount(number, Unit::Count));
    let beside = [("done", done), ("of", of)];
    let beside = beside.map(|(key, number)| Part { key, figure: amount(number), period: None, evidence: Vec::new() });
    Outcome::level(share, tally, evidence).with(beside)
}
