//! Standing: where a grant is, and what the rule proposes for its exclusivity. The decision is a person's.

use chrono::NaiveDate;

use crate::cadence::ReportState;
use crate::case::Case;
use crate::compliance::{Receipt, receipts};
use crate::facts::Cited;
use crate::kpi::KpiKey;
use crate::measure::ReportKind;
use crate::number::{Quantity, Rate};
use crate::period::Quarter;
use crate::rules::Playbook;
use crate::score::{Gate, Line, Scorecard};

/// Where a grant is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Standing {
    /// The start date is still to come.
    Before {
        /// Days until the start.
        days: i64,
    },
    /// Non-exclusive, from the start date (day 0) to the last day of launch.
    Launch {
        /// Days since the start.
        day: i64,
        /// The last day of launch.
        of: u32,
    },
    /// Exclusivity is judged quarter by quarter.
    Conditional,
}

/// The standing on a day. Without a start date the distributor was there before launches were counted.
#[must_use]
pub fn standing(started: Option<NaiveDate>, playbook: &Playbook, today: NaiveDate) -> Standing {
    match started.map(|start| (today - start).num_days()) {
        Some(day) if day < 0 => Standing::Before { days: -day },
        Some(day) if day <= i64::from(playbook.launch_days) => Standing::Launch { day, of: playbook.launch_days },
        _ => Standing::Conditional,
    }
}

/// What the rule says of a quarter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Assessment {
    /// The quarter.
    pub quarter: Quarter,
    /// The standing on the day of judgement, or at the quarter's end if that is earlier.
    pub standing: Standing,
    /// Each condition of the rule.
    pub conditions: Vec<Condition>,
    /// What follows from them.
    pub proposal: Proposal,
}

/// A condition of exclusivity, with all that is needed to check it by hand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Condition {
    /// What is required.
    pub about: About,
    /// How much of it.
    pub required: Rate,
    /// How much there is: the attainment as it counts at the gate, or a share. `None` when it is not known.
    pub actual: Option<Rate>,
    /// Whether it is met; `None` while that is open.
    pub met: Option<bool>,
    /// Where the actual comes from.
    pub evidence: Vec<Cited>,
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
    /// Every report of the quarter has come, on time or late.
    Reporting,
    /// Enough of the scorecard is known.
    Coverage,
}

/// What the rule proposes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Proposal {
    /// Every condition is met.
    Renew,
    /// A condition is not met.
    NotMet,
    /// No condition has failed, and some are open.
    Open,
    /// The quarter ended within the launch: exclusivity is not judged yet.
    LaunchNotScored,
}

impl Proposal {
    /// The message is `proposal-KEY`.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Renew => "renew",
            Self::NotMet => "not-met",
            Self::Open => "open",
            Self::LaunchNotScored => "launch-not-scored",
        }
    }
}

/// The assessment of a quarter by its scorecard: renew only if every gate KPI is met, every report has come and
/// coverage suffices.
#[must_use]
pub fn assess(case: &Case, quarter: Quarter, scorecard: &Scorecard) -> Assessment {
    let standing = standing(case.facts.started, case.playbook, case.today.min(quarter.last_day()));
    let gates =
        scorecard.lines.iter().filter_map(|line| Some(gate_condition(case.playbook, line, line.gate.as_ref()?)));
    let conditions: Vec<_> = gates.chain([reporting(case, quarter), coverage(case.playbook, scorecard)]).collect();
    let proposal = if standing != Standing::Conditional {
        Proposal::LaunchNotScored
    } else if conditions.iter().any(|condition| condition.met == Some(false)) {
        Proposal::NotMet
    } else if conditions.iter().all(|condition| condition.met == Some(true)) && is_over(case, quarter) {
        Proposal::Renew
    } else {
        Proposal::Open
    };
    Assessment { quarter, standing, conditions, proposal }
}

fn is_over(case: &Case, quarter: Quarter) -> bool {
    case.today > quarter.last_day()
}

fn gate_condition(playbook: &Playbook, line: &Line, gate: &Gate) -> Condition {
    Condition {
        about: About::Kpi(line.kpi.clone()),
        required: gate.required.clone(),
        actual: line.attainment.clone().map(|attained| attained.min(playbook.gate_cap.clone())),
        met: gate.met,
        evidence: line.evidence.clone(),
    }
}

/// Reports that have come of those that were due. A missing one fails the condition until it comes.
fn reporting(case: &Case, quarter: Quarter) -> Condition {
    let kinds = [ReportKind::Weekly, ReportKind::Monthly].into_iter();
    let all: Vec<Receipt> = kinds.flat_map(|kind| receipts(case, kind, quarter)).collect();
    let count = |wanted: &dyn Fn(&Receipt) -> bool| all.iter().filter(|receipt| wanted(receipt)).count();
    let received = count(&|receipt| receipt.state.is_received());
    let missing = count(&|receipt| receipt.state == ReportState::Missing);
    let due = count(&|receipt| receipt.state != ReportState::NotYetDue);
    let quantity = |number: usize| Quantity::from(u32::try_from(number).unwrap_or(u32::MAX));
    let all_in = (!all.is_empty() && received == all.len()).then_some(true);
    let current = all.iter().filter_map(|receipt| receipt.revisions.last());
    let evidence = current.map(|report| Cited { report: *report, measure: None }).collect();
    Condition {
        about: About::Reporting,
        required: Rate::one(),
        actual: Rate::of(quantity(received), quantity(due)),
        met: if missing > 0 { Some(false) } else { all_in },
        evidence,
    }
}

/// Coverage is judged once nothing that weighs is open: until then it can only grow.
fn coverage(playbook: &Playbook, scorecard: &Scorecard) -> Condition {
    let enough = scorecard.coverage >= playbook.coverage_minimum;
    Condition {
        about: About::Coverage,
        required: playbook.coverage_minimum.clone(),
        actual: Some(scorecard.coverage.clone()),
        met: (!scorecard.is_open()).then_some(enough),
        evidence: Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The standing on a day of a distributor that started on 2026-07-01.
    fn check(today: &str, expected: Standing) {
        let date = |text: &str| text.parse::<NaiveDate>().ok();
        let found = date(today).map(|today| standing(date("2026-07-01"), &Playbook::default_rules(), today));
        assert_eq!(found, Some(expected), "{today}");
    }

    #[test]
    fn launch_lasts_from_day_0_to_day_90() {
        check("2026-06-30", Standing::Before { days: 1 });
        check("2026-07-01", Standing::Launch { day: 0, of: 90 });
        check("2026-09-29", Standing::Launch { day: 90, of: 90 });
        check("2026-09-30", Standing::Conditional);
    }

    #[test]
    fn without_a_start_date_the_launch_is_over() {
        assert_eq!(standing(None, &Playbook::default_rules(), NaiveDate::MIN), Standing::Conditional);
    }
}
