//! Conditions of exclusivity: what is required, what there is, and where that comes from.

use crate::attainment::needed;
use crate::cadence::ReportState;
use crate::case::Case;
use crate::compliance::{Receipt, periods_of, receipt};
use crate::facts::Cited;
use crate::kpi::{KpiKey, Shape};
use crate::measure::ReportKind;
use crate::number::Rate;
use crate::period::Month;
use crate::rules::Playbook;
use crate::score::{Actual, Gate, Line, Scorecard, Status, WhyNot};

/// A condition of exclusivity, with all that is needed to check it by hand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Condition {
    /// What is required.
    pub about: About,
    /// How much of it.
    pub required: Rate,
    /// How much there is: the attainment as it counts at the gate, or a share. `None` when it is not known.
    pub actual: Option<Rate>,
    /// The same in the KPI's own unit, where it has an amount or a level to reach.
    pub amounts: Option<Amounts>,
    /// How many reports, or months, the actual is made of.
    pub counted: Option<Counted>,
    /// Whether it is met; `None` while that is open.
    pub met: Option<bool>,
    /// Where the actual comes from.
    pub evidence: Vec<Cited>,
}

/// What a gate asks of a KPI in the KPI's own unit, for the whole period.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Amounts {
    /// What must be reached.
    pub required: Rate,
    /// What is known of it.
    pub actual: Option<Rate>,
}

/// So many of so many that are decided by now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Counted {
    /// How many are there.
    pub done: u32,
    /// Of how many.
    pub of: u32,
}

impl Counted {
    /// The share; `None` of nothing.
    #[must_use]
    pub fn share(self) -> Option<Rate> {
        Rate::from(self.done).over(&self.of.into())
    }
}

impl Condition {
    /// What there is above (or, negative, below) what is required.
    #[must_use]
    pub fn difference(&self) -> Option<Rate> {
        self.actual.as_ref().map(|actual| actual - &self.required)
    }
}

/// What a condition is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum About {
    /// The attainment of a gate KPI.
    Kpi(KpiKey),
    /// Every report has come, on time or late.
    Reporting,
    /// Enough of the scorecard is known.
    Coverage,
    /// Of the launch: what was sold in each of its months is known, so that later quarters have a base.
    Baseline,
}

/// The gates of a scorecard. What has no place on it drops out, as it does from the score; a figure of which nothing is
/// expected yet stays open, for a quarter without any is no ground to renew.
pub(super) fn gates(playbook: &Playbook, scorecard: &Scorecard) -> Vec<Condition> {
    let has_a_place = |line: &&Line| {
        matches!(line.actual, Actual::NotApplicable(WhyNot::BeforeReporting)) || line.status != Status::DoesNotApply
    };
    let lines = scorecard.lines.iter().filter(has_a_place);
    let gates = lines.filter_map(|line| Some((line, line.gate.as_ref()?)));
    gates.map(|(line, gate)| gate_condition(playbook, line, gate)).collect()
}

fn gate_condition(playbook: &Playbook, line: &Line, gate: &Gate) -> Condition {
    let kpi = playbook.kpi(&line.kpi);
    let goal = line.target.as_ref().map(|target| &target.goal);
    let required = kpi.zip(goal).and_then(|(kpi, goal)| needed(kpi.better, goal, &gate.required));
    let actual = line.actual.figure().map(|figure| figure.value());
    Condition {
        about: About::Kpi(line.kpi.clone()),
        required: gate.required.clone(),
        actual: line.attainment.clone().map(|attained| attained.min(playbook.gate_cap.clone())),
        amounts: required.map(|required| Amounts { required, actual }),
        counted: None,
        met: gate.met,
        evidence: line.evidence.clone(),
    }
}

/// Every report that is expected of some months.
pub(super) fn expected(case: &Case, months: &[Month]) -> Vec<Receipt> {
    let kinds = [ReportKind::Weekly, ReportKind::Monthly].into_iter();
    let periods = kinds.flat_map(|kind| periods_of(kind, months).into_iter().map(move |period| (kind, period)));
    periods.filter_map(|(kind, period)| receipt(case, kind, period)).collect()
}

/// Reports that have come of those that were due. A missing one fails the condition until it comes.
pub(super) fn reporting(all: &[Receipt]) -> Condition {
    let count = |wanted: &dyn Fn(&Receipt) -> bool| {
        u32::try_from(all.iter().filter(|receipt| wanted(receipt)).count()).unwrap_or(u32::MAX)
    };
    let done = count(&|receipt| receipt.state.is_received());
    let counted = Counted { done, of: count(&|receipt| receipt.state != ReportState::NotYetDue) };
    let missing = all.iter().any(|receipt| receipt.state == ReportState::Missing);
    let all_in = !all.is_empty() && all.iter().all(|receipt| receipt.state.is_received());
    let current = all.iter().filter_map(|receipt| receipt.revisions.last());
    Condition {
        about: About::Reporting,
        required: Rate::one(),
        actual: counted.share(),
        amounts: None,
        counted: Some(counted),
        met: if missing { Some(false) } else { all_in.then_some(true) },
        evidence: current.map(|report| Cited { report: *report, measure: None }).collect(),
    }
}

/// Coverage is judged as soon as what is still open can't change the answer any more, and is never called met while the
/// figure beside it is below what is required.
pub(super) fn coverage(playbook: &Playbook, scorecard: &Scorecard) -> Condition {
    let minimum = &playbook.coverage_minimum;
    let (certain, possible) = bounds(playbook, scorecard);
    Condition {
        about: About::Coverage,
        required: minimum.clone(),
        actual: Some(scorecard.coverage.clone()),
        amounts: None,
        counted: None,
        met: if certain.min(scorecard.coverage.clone()) >= *minimum {
            Some(true)
        } else {
            (possible < *minimum).then_some(false)
        },
        evidence: Vec::new(),
    }
}

/// The coverage when everything that is open stays out, and when all of it comes in.
fn bounds(playbook: &Playbook, scorecard: &Scorecard) -> (Rate, Rate) {
    let applies = scorecard.lines.iter().filter(|line| line.status != Status::DoesNotApply);
    let shares: Vec<(Rate, [Rate; 2])> =
        applies.map(|line| (Rate::from(line.weight), shares(playbook, line))).collect();
    let whole: Rate = shares.iter().map(|(weight, _)| weight.clone()).sum();
    let bound = |at: usize| {
        let known: Rate = shares.iter().map(|(weight, shares)| weight * &shares[at]).sum();
        known.over(&whole).unwrap_or_else(Rate::zero)
    };
    (bound(0), bound(1))
}

/// The share of a line that is known when everything that is open stays out, and when all of it comes in.
fn shares(playbook: &Playbook, line: &Line) -> [Rate; 2] {
    let tally = &line.tally;
    let count = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
    let (known, open, missing) = (tally.known, count(tally.open.len()), count(tally.missing.len()));
    let share = |part: u32, whole: u32| Rate::from(part).over(&whole.into()).unwrap_or_else(Rate::zero);
    match playbook.kpi(&line.kpi).map(|kpi| &kpi.shape) {
        _ if matches!(line.status, Status::NoTarget) => [Rate::zero(), Rate::zero()],
        // What has not come by its due date is known not to be on time, what was not held is known not to be.
        Some(Shape::OnTime(_) | Shape::Held(_)) => [Rate::one(), Rate::one()],
        // The last value counts, and one that should have followed and stays out hides it.
        Some(Shape::Latest(_)) if open > 0 => [Rate::zero(), Rate::one()],
        Some(Shape::Latest(_)) => [share(known, 1), share(known, 1)],
        _ => {
            let certain = if line.attainment.is_some() { known } else { 0 };
            [share(certain, known + open + missing), share(known + open, known + open + missing)]
        }
    }
}
