//! The review on day 30: the KPI that triggered a plan, compared with its start.

use crate::attainment::Colour;
use crate::case::Case;
use crate::improvement::Plan;
use crate::improvement::gap::settled;
use crate::number::Rate;
use crate::period::Month;
use crate::score::score_month;

/// What a review of a plan ends with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Outcome {
    /// The KPI has recovered: the plan is closed.
    Improved,
    /// It is better and not there yet: another 30 days.
    Extend,
    /// A smaller territory.
    ReduceTerritory,
    /// Fewer products.
    ReduceProducts,
    /// Other routes to the market.
    OtherRoutes,
}

impl Outcome {
    /// Every outcome, in the order in which they are offered.
    pub const ALL: [Self; 5] =
        [Self::Improved, Self::Extend, Self::ReduceTerritory, Self::ReduceProducts, Self::OtherRoutes];

    /// Its name in the store, on the command line and in messages: `plan-outcome-KEY`.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Improved => "improved",
            Self::Extend => "extend",
            Self::ReduceTerritory => "reduce-territory",
            Self::ReduceProducts => "reduce-products",
            Self::OtherRoutes => "other-routes",
        }
    }

    /// The outcome of that key.
    #[must_use]
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|outcome| outcome.key() == key)
    }
}

/// What the comparison says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// No month after the trigger is settled: nothing to compare yet.
    Unknown,
    /// Green again.
    Recovered,
    /// Above its start, and not green.
    Better,
    /// At its start or below.
    NotBetter,
}

impl Verdict {
    /// The message is `plan-verdict-KEY`.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Unknown => "unknown",
            Self::Recovered => "recovered",
            Self::Better => "better",
            Self::NotBetter => "not-better",
        }
    }

    /// What the rule proposes: without improvement, reduced scope or other routes. The decision is a person's.
    #[must_use]
    pub fn proposes(self) -> &'static [Outcome] {
        match self {
            Self::Unknown => &[],
            Self::Recovered => &[Outcome::Improved],
            Self::Better => &[Outcome::Extend],
            Self::NotBetter => &[Outcome::ReduceTerritory, Outcome::ReduceProducts, Outcome::OtherRoutes],
        }
    }
}

/// The KPI of a plan at its start and now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Compared {
    /// Its attainment in the month that triggered the plan, as known on the day the plan was agreed.
    pub start: Option<Rate>,
    /// The newest settled month after the trigger, and the attainment in it.
    pub now: Option<(Month, Rate)>,
    /// What that says.
    pub verdict: Verdict,
}

/// Compares the KPI of a plan with its start, as of the case's day.
#[must_use]
pub fn compare(case: &Case, plan: &Plan) -> Compared {
    let as_agreed = Case { today: plan.opened.min(case.today), ..*case };
    let start = score_month(&as_agreed, plan.trigger).line(&plan.kpi).and_then(|line| line.attainment.clone());
    let last = Month::of(case.today).previous();
    let after = std::iter::successors(Some(last), |month| Some(month.previous())).take_while(|m| *m > plan.trigger);
    let newest = after.into_iter().find_map(|month| Some((month, settled(&score_month(case, month), &plan.kpi)?)));
    let verdict = match (&start, &newest) {
        (_, Some((_, (Colour::Green, _)))) => Verdict::Recovered,
        (Some(start), Some((_, (_, now)))) if now > start => Verdict::Better,
        (Some(_), Some(_)) => Verdict::NotBetter,
        _ => Verdict::Unknown,
    };
    Compared { start, now: newest.map(|(month, (_, attained))| (month, attained)), verdict }
}
