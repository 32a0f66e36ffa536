//! The day-90 gate: what the launch must have shown before exclusivity begins, and the baseline it leaves.

use std::cmp::Reverse;

use chrono::NaiveDate;

use super::assessment::{after, settled};
use super::condition::{expected, gates, reporting};
use super::{About, Assessment, Condition, Counted, Grant, Proposal, Runs, Stage, standing};
use crate::cadence::settled_after;
use crate::case::Case;
use crate::facts::Cited;
use crate::kpi::{KpiKey, Shape};
use crate::number::Rate;
use crate::period::{Month, Period};
use crate::rules::Playbook;
use crate::score::{Actual, Line, Scorecard, score_month};

/// What one KPI came to in the launch.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Baseline {
    /// A gate KPI that sums an amount.
    pub kpi: KpiKey,
    /// Its amount a month, over the months of launch that are known; `None` when none is.
    pub monthly: Option<Rate>,
    /// The months that are known.
    pub known: Vec<Month>,
    /// Where it comes from.
    pub evidence: Vec<Cited>,
}

/// The months of launch: those of which more than half lies in it.
#[must_use]
pub fn launch_months(grant: &Grant, playbook: &Playbook) -> Vec<Month> {
    let Some((first, last)) = grant.terms.launch(playbook) else { return Vec::new() };
    let inside = |month: &Month| {
        let days = (month.last_day().min(last) - month.first_day().max(first)).num_days() + 1;
        2 * days > Period::Month(*month).days().into()
    };
    let months = std::iter::successors(Some(Month::of(first)), |month| Some(month.next()));
    months.take_while(|month| month.first_day() <= last).filter(inside).collect()
}

/// What the launch measured: the amount a month of every gate KPI that sums one.
#[must_use]
pub fn baseline(case: &Case, grant: &Grant) -> Vec<Baseline> {
    let cards: Vec<(Month, Scorecard)> =
        launch_months(grant, case.playbook).into_iter().map(|month| (month, score_month(case, month))).collect();
    measured(case.playbook, &cards)
}

fn measured(playbook: &Playbook, cards: &[(Month, Scorecard)]) -> Vec<Baseline> {
    let sums = playbook.kpis.iter().filter(|kpi| kpi.gate.is_some() && matches!(kpi.shape, Shape::Total(_)));
    let of = |key: &KpiKey| {
        let lines = cards.iter().filter_map(|(month, card)| Some((*month, card.line(key)?)));
        let known: Vec<_> = lines.filter_map(|(month, line)| Some((month, line, line.actual.figure()?))).collect();
        let sum: Rate = known.iter().map(|(_, _, figure)| figure.value()).sum();
        let count = u32::try_from(known.len()).unwrap_or(u32::MAX);
        Baseline {
            kpi: key.clone(),
            monthly: sum.over(&count.into()),
            known: known.iter().map(|(month, ..)| *month).collect(),
            evidence: known.iter().flat_map(|(_, line, _)| line.evidence.clone()).collect(),
        }
    };
    sums.map(|kpi| of(&kpi.key)).collect()
}

/// The assessment of the launch: its last month, the first that is scored, meets every gate; every report of the launch
/// has come; and what was sold in each of its months is known. `None` before the start, or without one.
#[must_use]
pub fn gate(case: &Case, grant: &Grant) -> Option<Assessment> {
    let (first, last) = grant.terms.launch(case.playbook)?;
    if case.today < first {
        return None;
    }
    let months = launch_months(grant, case.playbook);
    let cards: Vec<_> = months.iter().map(|month| (*month, score_month(case, *month))).collect();
    let scored = cards.last().map(|(_, card)| gates(case.playbook, card)).unwrap_or_default();
    let measured = base_condition(case, &cards);
    let all = expected(case, &months);
    let conditions: Vec<Condition> = scored.into_iter().chain([reporting(&all)]).chain(measured).collect();
    let settles = settled(case, &all, last);
    let mut assessment = Assessment {
        stage: Stage::Launch,
        standing: standing(grant, case.playbook, case.today.min(last)),
        conditions,
        proposal: Proposal::Open,
        before: Runs::default(),
        settles,
        decide_by: settled_after(last, case.playbook.qbr_days).max(after(settles)),
        decision: grant.decision(Stage::Launch, case.today).cloned(),
    };
    assessment.proposal = proposal(&assessment, case.today, last);
    Some(assessment)
}

fn proposal(found: &Assessment, today: NaiveDate, last: NaiveDate) -> Proposal {
    if today <= last {
        Proposal::Open
    } else if found.has_failed() {
        Proposal::Defer
    } else if found.open() > 0 {
        Proposal::Open
    } else {
        Proposal::Conditional
    }
}

/// Months of the launch whose amounts are known, of those that are expected, for the gate of which most is out; nothing
/// where no gate sums an amount, or none of its months is expected, such as before the day from which reports are.
fn base_condition(case: &Case, cards: &[(Month, Scorecard)]) -> Option<Condition> {
    let measured = measured(case.playbook, cards);
    let lines = |base: &Baseline| {
        let lines = cards.iter().filter_map(|(_, card)| card.line(&base.kpi));
        lines.filter(|line| !matches!(line.actual, Actual::NotApplicable(_))).collect::<Vec<_>>()
    };
    let out = |base: &Baseline| lines(base).len() - base.known.len();
    let fewest = measured.iter().filter(|base| !lines(base).is_empty()).min_by_key(|base| Reverse(out(base)))?;
    let count = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
    let counted = Counted { done: count(fewest.known.len()), of: count(lines(fewest).len()) };
    let is_gone = |line: &&Line| line.actual == Actual::Missing && line.tally.open.is_empty();
    let gone = measured.iter().any(|base| lines(base).iter().any(is_gone));
    let whole = out(fewest) == 0;
    Some(Condition {
        about: About::Baseline,
        required: Rate::one(),
        actual: counted.share(),
        amounts: None,
        counted: Some(counted),
        met: if gone { Some(false) } else { whole.then_some(true) },
        evidence: fewest.evidence.clone(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_months_of_launch_are_those_that_lie_in_it_for_more_than_half() {
        for (start, expected) in [
            ("2026-01-05", ["2026-01", "2026-02", "2026-03"]),
            ("2026-07-01", ["2026-07", "2026-08", "2026-09"]),
            ("2026-07-16", ["2026-07", "2026-08", "2026-09"]),
            ("2026-07-17", ["2026-08", "2026-09", ""]),
            ("2026-07-20", ["2026-08", "2026-09", "2026-10"]),
            ("2026-11-30", ["2026-12", "2027-01", "2027-02"]),
        ] {
            let found = launch_months(&Grant::started(start.parse().ok()), &Playbook::default_rules());
            let found: Vec<_> = found.iter().map(Month::to_string).collect();
            let expected: Vec<_> = expected.into_iter().filter(|month| !month.is_empty()).collect();
            assert_eq!(found, expected, "{start}");
        }
        assert_eq!(launch_months(&Grant::started(None), &Playbook::default_rules()), []);
    }
}
