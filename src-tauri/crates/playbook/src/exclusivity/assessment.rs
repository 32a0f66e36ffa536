//! What the rule says of a quarter.

use chrono::{Days, NaiveDate};

use super::condition::{coverage, expected, gates, reporting};
use super::{Condition, Decision, Grant, Outcome, Runs, Stage, Standing, first_judged, runs_before, standing};
use crate::cadence::{review_due, settled_after};
use crate::case::Case;
use crate::compliance::Receipt;
use crate::kpi::ReviewKind;
use crate::period::Quarter;
use crate::score::Scorecard;

/// What the rule says of a stage, and what a person decided beside it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Assessment {
    /// The launch, or a quarter.
    pub stage: Stage,
    /// The standing on the day of judgement, or at the stage's end if that is earlier.
    pub standing: Standing,
    /// Each condition of the rule.
    pub conditions: Vec<Condition>,
    /// What follows from them.
    pub proposal: Proposal,
    /// Quarters renewed and failed in a row before this one.
    pub before: Runs,
    /// The last day on which a report that is out is still waited for: from the day after, what is open is missing.
    pub settles: NaiveDate,
    /// The day by which a person decides.
    pub decide_by: NaiveDate,
    /// What a person decided.
    pub decision: Option<Decision>,
}

impl Assessment {
    /// How many conditions are met.
    #[must_use]
    pub fn met(&self) -> usize {
        self.conditions.iter().filter(|condition| condition.met == Some(true)).count()
    }

    /// How many conditions are open.
    #[must_use]
    pub fn open(&self) -> usize {
        self.conditions.iter().filter(|condition| condition.met.is_none()).count()
    }

    /// Whether a condition has failed already.
    #[must_use]
    pub fn has_failed(&self) -> bool {
        self.conditions.iter().any(|condition| condition.met == Some(false))
    }

    /// Whether a person has to decide: the rule has something to propose, and nothing that holds was decided.
    #[must_use]
    pub fn is_to_decide(&self, today: NaiveDate) -> bool {
        let over = match self.stage {
            Stage::Quarter(quarter) => today > quarter.last_day(),
            Stage::Launch => self.proposal != Proposal::Open,
        };
        let decided = self.decision.as_ref().is_some_and(|decision| !decision.has_expired(today));
        over && self.proposal != Proposal::LaunchNotScored && !decided
    }
}

/// What the rule proposes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Proposal {
    /// Every condition is met.
    Renew,
    /// A condition is not met, for fewer quarters in a row than lapse it; at the day-90 gate: exclusivity begins.
    Conditional,
    /// A condition is not met, for as many quarters in a row as lapse it.
    Lapse,
    /// Every condition is met, for as many quarters in a row as scale it.
    Scale,
    /// At the day-90 gate, a condition is not met: the launch goes on.
    Defer,
    /// It is too early: the stage is not over, or a condition is open.
    Open,
    /// The quarter ended within the launch: exclusivity is not judged yet.
    LaunchNotScored,
}

impl Proposal {
    const ALL: [Self; 7] =
        [Self::Renew, Self::Conditional, Self::Lapse, Self::Scale, Self::Defer, Self::Open, Self::LaunchNotScored];

    /// The name in messages (`proposal-KEY`) and in the store.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Renew => "renew",
            Self::Conditional => "conditional",
            Self::Lapse => "lapse",
            Self::Scale => "scale",
            Self::Defer => "defer",
            Self::Open => "open",
            Self::LaunchNotScored => "launch-not-scored",
        }
    }

    /// The proposal of that key.
    #[must_use]
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|proposal| proposal.key() == key)
    }

    /// The decision that agrees with it. While the rule has nothing to propose, waiting does.
    #[must_use]
    pub fn outcome(self) -> Option<Outcome> {
        match self {
            Self::Renew => Some(Outcome::Renew),
            Self::Conditional => Some(Outcome::Conditional),
            Self::Lapse => Some(Outcome::Lapse),
            Self::Scale => Some(Outcome::Scale),
            Self::Defer | Self::Open => Some(Outcome::Defer),
            Self::LaunchNotScored => None,
        }
    }
}

/// The assessment of a quarter by its scorecard: renew only if every gate KPI is met, every report has come and
/// coverage suffices. `case` and `scorecard` are by the grant's own rules: see [`super::Terms::rules`].
#[must_use]
pub fn assess(case: &Case, grant: &Grant, quarter: Quarter, scorecard: &Scorecard) -> Assessment {
    let all = expected(case, &quarter.months());
    let conditions: Vec<Condition> = gates(case.playbook, scorecard)
        .into_iter()
        .chain([reporting(&all), coverage(case.playbook, scorecard)])
        .collect();
    let settles = settled(case, &all, quarter.last_day());
    let mut assessment = Assessment {
        stage: quarter.into(),
        standing: standing(grant, case.playbook, case.today.min(quarter.last_day())),
        conditions,
        proposal: Proposal::Open,
        before: runs_before(grant, quarter, case.today),
        settles,
        decide_by: decided_by(case, quarter, settles),
        decision: grant.decision(quarter.into(), case.today).cloned(),
    };
    assessment.proposal = proposal(case, grant, quarter, &assessment);
    assessment
}

fn proposal(case: &Case, grant: &Grant, quarter: Quarter, found: &Assessment) -> Proposal {
    let rules = case.playbook;
    let held_back = matches!(found.standing, Standing::Launch { .. });
    if first_judged(grant, rules, quarter) != quarter {
        Proposal::LaunchNotScored
    } else if case.today <= quarter.last_day() {
        Proposal::Open
    } else if found.has_failed() {
        match found.standing {
            _ if held_back => Proposal::Defer,
            Standing::Lapsed { .. } => Proposal::Lapse,
            _ if found.before.failed + 1 >= rules.lapse_after => Proposal::Lapse,
            _ => Proposal::Conditional,
        }
    } else if found.open() > 0 {
        Proposal::Open
    } else if found.before.renewed + 1 >= rules.scale_after && found.standing.is_exclusive() {
        Proposal::Scale
    } else {
        Proposal::Renew
    }
}

/// The last day on which a report of the quarter that is out is still waited for: as long as any gate waits for it.
#[must_use]
pub fn settles(case: &Case, quarter: Quarter) -> NaiveDate {
    settled(case, &expected(case, &quarter.months()), quarter.last_day())
}

/// The same of the reports that are expected of some months; `end` where none is.
pub(super) fn settled(case: &Case, all: &[Receipt], end: NaiveDate) -> NaiveDate {
    let rules = case.playbook;
    let of_gates = rules.kpis.iter().filter(|kpi| kpi.gate.is_some()).map(|kpi| rules.grace_of(kpi));
    let days = of_gates.chain([rules.grace_days]).max().unwrap_or(rules.grace_days);
    let grace = |due: NaiveDate| settled_after(due, days);
    all.iter().map(|receipt| grace(receipt.due.date)).max().unwrap_or(end).max(end)
}

/// The day by which a quarter is decided: with its QBR, but not before its reports are settled.
#[must_use]
pub fn decide_by(case: &Case, quarter: Quarter) -> NaiveDate {
    decided_by(case, quarter, settles(case, quarter))
}

fn decided_by(case: &Case, quarter: Quarter, settles: NaiveDate) -> NaiveDate {
    let review = review_due(ReviewKind::Quarterly, quarter.into(), case.playbook.qbr_days);
    review.max(after(settles))
}

pub(super) fn after(day: NaiveDate) -> NaiveDate {
    day.checked_add_days(Days::new(1)).unwrap_or(day)
}
