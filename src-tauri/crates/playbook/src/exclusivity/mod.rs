//! Exclusivity: where a grant stands, what the rule says of a quarter, what it takes to keep it. The decision is a
//! person's: it moves the standing, the rule only proposes.
//!
//! Everything here is a function of a grant's terms, of the decisions taken on it and of what was reported; nothing is
//! remembered between two calls.

mod assessment;
mod condition;
mod decision;
mod gate;
mod history;
mod standing;
mod takes;

use std::borrow::Cow;
use std::collections::BTreeMap;

use chrono::{Days, NaiveDate};

pub use assessment::{Assessment, Proposal, assess, decide_by, settles};
pub use condition::{About, Amounts, Condition, Counted};
pub use decision::{Decision, Outcome, Refused, Stage, check};
pub use gate::{Baseline, baseline, gate, launch_months};
pub use history::{Runs, Step, first_judged, history, runs_before, scale_at_the_earliest};
pub use standing::{Standing, standing};
pub use takes::{Need, Owed, Pace, Takes, What, takes};

use crate::kpi::KpiKey;
use crate::number::Rate;
use crate::rules::Playbook;

/// What was agreed for one grant. Where nothing is, the playbook's own settings hold.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Terms {
    /// Day 0 of the launch. Without it the grant was there before launches were counted.
    pub started: Option<NaiveDate>,
    /// The attainment that a KPI must reach at the gate; a KPI that stands here is a gate of this grant.
    pub gates: BTreeMap<KpiKey, Rate>,
    /// Days after the due date in which a report that is out is waited for.
    pub grace_days: Option<u32>,
    /// Failed quarters in a row after which exclusivity lapses.
    pub lapse_after: Option<u32>,
    /// Renewed quarters in a row after which it scales.
    pub scale_after: Option<u32>,
}

impl Terms {
    /// The playbook as this grant is judged by it.
    #[must_use]
    pub fn rules<'a>(&self, playbook: &'a Playbook) -> Cow<'a, Playbook> {
        let own = Self { started: None, ..self.clone() };
        if own == Self::default() {
            return Cow::Borrowed(playbook);
        }
        let mut rules = playbook.clone();
        for kpi in &mut rules.kpis {
            if let Some(required) = self.gates.get(&kpi.key) {
                kpi.gate = Some(required.clone());
            }
        }
        rules.grace_days = self.grace_days.unwrap_or(rules.grace_days);
        rules.lapse_after = self.lapse_after.unwrap_or(rules.lapse_after);
        rules.scale_after = self.scale_after.unwrap_or(rules.scale_after);
        Cow::Owned(rules)
    }

    /// The first and the last day of the launch.
    #[must_use]
    pub fn launch(&self, playbook: &Playbook) -> Option<(NaiveDate, NaiveDate)> {
        let start = self.started?;
        Some((start, start.checked_add_days(Days::new(playbook.launch_days.into()))?))
    }
}

/// A grant as the rules see it: its terms, and every decision that was taken on it. The order never matters.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Grant {
    /// What was agreed.
    pub terms: Terms,
    /// At most one of a quarter, and one of the launch.
    pub decisions: Vec<Decision>,
    /// The day from which its distributor's reports are expected; `None` where none are. A launch that was over by then
    /// was never seen, and nobody decides on its gate any more.
    pub reports_from: Option<NaiveDate>,
}

impl Grant {
    /// A grant that started on a day, by the playbook's own settings, on which nothing was decided.
    #[must_use]
    pub fn started(start: Option<NaiveDate>) -> Self {
        Self { terms: Terms { started: start, ..Terms::default() }, ..Self::default() }
    }

    /// Whether a launch that is over waits for a person to decide on its gate: exclusivity is earned, so that it begins with
    /// that decision. The gate can be judged where the launch's last month, the first that is scored, was reported on.
    #[must_use]
    pub fn gate_waits(&self, playbook: &Playbook, today: NaiveDate) -> bool {
        let over = self.terms.launch(playbook).is_some_and(|(_, last)| last < today);
        let scored = launch_months(self, playbook).pop().zip(self.reports_from);
        let seen = scored.is_some_and(|(month, from)| from <= month.first_day());
        over && seen && self.decision(Stage::Launch, today).is_none()
    }

    /// The decision on a stage, as of a day.
    #[must_use]
    pub fn decision(&self, stage: Stage, today: NaiveDate) -> Option<&Decision> {
        self.decisions.iter().find(|decision| decision.stage == stage && decision.decided <= today)
    }
}
