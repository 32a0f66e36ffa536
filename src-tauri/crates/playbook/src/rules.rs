//! The playbook itself: the rules in force from a date on.

use chrono::NaiveDate;

use crate::kpi::{self, Kpi, KpiKey};
use crate::number::Rate;
use crate::qbr::Agenda;

/// The rules in force: KPIs with weights, and what makes a scorecard count.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Playbook {
    /// 1 for the one that ships; every change makes the next.
    pub version: u32,
    /// The first day on which it holds.
    pub valid_from: NaiveDate,
    /// The KPIs, in the order of the scorecard.
    pub kpis: Vec<Kpi>,
    /// Days after the due date in which a report that is still out is provisional; then it scores 0.
    pub grace_days: u32,
    /// The coverage below which a scorecard is provisional and can't renew.
    pub coverage_minimum: Rate,
    /// What an attainment counts for at most in a score.
    pub cap: Rate,
    /// What it counts for at most at the gate, so that revenue can't buy out missing reports.
    pub gate_cap: Rate,
    /// Days of launch, without exclusivity, counted from the start date as day 0.
    pub launch_days: u32,
    /// Days of launch in which nothing is scored yet: months one and two.
    pub unscored_days: u32,
    /// Days after the quarter's end by which its QBR is held. A monthly review is held by the end of the next month.
    pub qbr_days: u32,
    /// Days of a corrective action plan until its review.
    pub plan_days: u32,
    /// The minutes of a quarterly review, where its preparation does not say otherwise.
    pub agenda: Agenda,
    /// A figure this many times its history, or this small a part of it, is shown as a contradiction.
    pub outlier: u32,
}

impl Playbook {
    /// The rules that ship.
    #[must_use]
    pub fn default_rules() -> Self {
        Self {
            version: 1,
            valid_from: NaiveDate::from_ymd_opt(1990, 1, 1).expect("a date of the calendar"),
            kpis: kpi::defaults(),
            grace_days: 5,
            coverage_minimum: Rate::percent(70),
            cap: Rate::percent(120),
            gate_cap: Rate::one(),
            launch_days: 90,
            unscored_days: 60,
            qbr_days: 15,
            plan_days: 30,
            agenda: Agenda::standard(),
            outlier: 10,
        }
    }

    /// The KPI of that key.
    #[must_use]
    pub fn kpi(&self, key: &KpiKey) -> Option<&Kpi> {
        self.kpis.iter().find(|kpi| kpi.key == *key)
    }

    /// How many KPIs are scored. Six to ten is lean; outside that the app warns.
    #[must_use]
    pub fn scored(&self) -> usize {
        self.kpis.iter().filter(|kpi| kpi.weight > 0).count()
    }
}
