//! The playbook itself: the rules in force from a date on.

use std::collections::BTreeSet;

use chrono::{Days, NaiveDate};

use crate::kpi::{self, Kpi, KpiKey, Shape, Terms};
use crate::measure::{self, Measure, MeasureKey, OwnMeasure};
use crate::number::Rate;
use crate::period::{FiscalYear, Period, Quarter};
use crate::qbr::Agenda;

/// The rules in force: KPIs with weights, and what makes a scorecard count.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Playbook {
    /// 1 for the one that ships; every change makes the next.
    pub version: u32,
    /// The first day on which it holds.
    pub valid_from: NaiveDate,
    /// When years, and so quarters, begin.
    pub fiscal_year: FiscalYear,
    /// The measures that a person added to those that ship.
    pub measures: Vec<OwnMeasure>,
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
    /// Failed quarters in a row after which the rule proposes that exclusivity lapses: one or two.
    pub lapse_after: u32,
    /// Renewed quarters in a row after which the rule proposes to scale: more territory, or another product line.
    pub scale_after: u32,
    /// Days after the quarter's end by which its QBR is held. A monthly review is held by the end of the next month.
    pub qbr_days: u32,
    /// Days of a corrective action plan until its review.
    pub plan_days: u32,
    /// The minutes of a quarterly review, where its preparation does not say otherwise.
    pub agenda: Agenda,
    /// How far a figure may be from what others add up to, as a share of it, before that is shown as a contradiction:
    /// sums are rounded.
    pub tolerance: Rate,
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
            fiscal_year: FiscalYear::CALENDAR,
            measures: Vec::new(),
            kpis: kpi::defaults(),
            grace_days: 5,
            coverage_minimum: Rate::percent(70),
            cap: Rate::percent(120),
            gate_cap: Rate::one(),
            launch_days: 90,
            unscored_days: 60,
            lapse_after: 2,
            scale_after: 2,
            qbr_days: 15,
            plan_days: 30,
            agenda: Agenda::standard(),
            tolerance: Rate::percent(1),
            outlier: 10,
        }
    }

    /// The KPI of that key.
    #[must_use]
    pub fn kpi(&self, key: &KpiKey) -> Option<&Kpi> {
        self.kpis.iter().find(|kpi| kpi.key == *key)
    }

    /// Every measure that a KPI is made of, or shown beside one.
    #[must_use]
    pub fn judged(&self) -> BTreeSet<MeasureKey> {
        let beside =
            |kpi: &Kpi| kpi.beside.iter().flat_map(|beside| [beside.part.clone(), beside.whole.clone()]).collect();
        let terms = self.kpis.iter().flat_map(|kpi| {
            let own: Vec<Terms> = kpi.shape.terms().into_iter().cloned().collect();
            [own, beside(kpi)].concat()
        });
        terms.flat_map(|terms| terms.measures().to_vec()).collect()
    }

    /// The measures of which a KPI needs what was stated before the period that it is judged in: the base of growth, and
    /// the forecasts that run out in it with what came since.
    #[must_use]
    pub fn looked_back_at(&self) -> BTreeSet<MeasureKey> {
        let back = self.kpis.iter().filter(|kpi| matches!(kpi.shape, Shape::Growth { .. } | Shape::Accuracy { .. }));
        back.flat_map(|kpi| kpi.shape.terms()).flat_map(|terms| terms.measures().to_vec()).collect()
    }

    /// Whether a period is unscored by a launch that started on that day: a month that ends within its first days, and a
    /// quarter that holds such a month.
    #[must_use]
    pub fn is_unscored(&self, started: NaiveDate, period: Period) -> bool {
        let first_end = match period {
            Period::Quarter(quarter) => quarter.months()[0].last_day(),
            other => other.last_day(),
        };
        started.checked_add_days(Days::new(self.unscored_days.into())).is_some_and(|from| first_end < from)
    }

    /// How many KPIs are scored. Six to ten is lean; outside that the app warns.
    #[must_use]
    pub fn scored(&self) -> usize {
        self.kpis.iter().filter(|kpi| kpi.weight > 0).count()
    }

    /// The measure of that key: one that ships, or a person's own.
    #[must_use]
    pub fn measure(&self, key: &str) -> Option<&Measure> {
        let own = || self.measures.iter().map(|own| &own.measure).find(|own| own.key.as_str() == key);
        measure::measure(key).or_else(own)
    }

    /// Days after a due date in which a report that a KPI needs is waited for.
    #[must_use]
    pub fn grace_of(&self, kpi: &Kpi) -> u32 {
        kpi.grace.unwrap_or(self.grace_days)
    }
}

/// The versions of the playbook: each quarter is judged by the one that held when it opened, whatever came later.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Versions {
    shipped: Playbook,
    /// By the day from which they hold.
    later: Vec<Playbook>,
}

impl Versions {
    /// The version that ships, and those that a person set since.
    #[must_use]
    pub fn new(shipped: Playbook, mut later: Vec<Playbook>) -> Self {
        later.sort_by_key(|playbook| (playbook.valid_from, playbook.version));
        Self { shipped, later }
    }

    /// All, the oldest first.
    pub fn all(&self) -> impl DoubleEndedIterator<Item = &Playbook> {
        std::iter::once(&self.shipped).chain(&self.later)
    }

    /// The one that held when a quarter opened.
    #[must_use]
    pub fn in_force(&self, quarter: Quarter) -> &Playbook {
        self.on(quarter.first_day())
    }

    /// The one that holds on a day.
    #[must_use]
    pub fn on(&self, day: NaiveDate) -> &Playbook {
        self.later.iter().rfind(|playbook| playbook.valid_from <= day).unwrap_or(&self.shipped)
    }

    /// The one that holds last of all.
    #[must_use]
    pub fn latest(&self) -> &Playbook {
        self.later.last().unwrap_or(&self.shipped)
    }

    /// When years begin: the same in every version.
    #[must_use]
    pub fn fiscal_year(&self) -> FiscalYear {
        self.shipped.fiscal_year
    }

    /// The quarters among some that a version from a day on would judge anew.
    #[must_use]
    pub fn judged_anew(&self, valid_from: NaiveDate, quarters: &[Quarter]) -> Vec<Quarter> {
        let anew = |quarter: &&Quarter| {
            let opened = quarter.first_day();
            valid_from <= opened && self.in_force(**quarter).valid_from <= valid_from
        };
        quarters.iter().filter(anew).copied().collect()
    }
}
