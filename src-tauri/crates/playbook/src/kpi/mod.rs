//! KPIs are data, of a few shapes: there is no formula language.

mod defaults;
mod shape;

use crate::key::key;
use crate::number::Rate;
use crate::target::Goal;

pub use defaults::defaults;
pub use shape::{Base, ReviewKind, Shape, Terms};

key! {
    /// The name of a KPI. Stored targets refer to it: never renamed. The title of one that ships is the message `kpi-KEY`.
    KpiKey
}

/// What a KPI belongs to on a scorecard.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Group {
    /// What was sold.
    Commercial,
    /// What was done as agreed.
    Execution,
    /// Stock and service; off until in the distributor's scope.
    Operational,
}

impl Group {
    /// The name in messages and files.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Commercial => "commercial",
            Self::Execution => "execution",
            Self::Operational => "operational",
        }
    }

    /// All, in the order of a scorecard.
    pub const ALL: [Self; 3] = [Self::Commercial, Self::Execution, Self::Operational];

    /// The group of that key.
    #[must_use]
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|group| group.key() == key)
    }
}

/// Which way a KPI should go.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Better {
    /// More is better.
    Higher,
    /// Less is better.
    Lower,
    /// Inside the band that the target states.
    Within,
}

impl Better {
    /// All.
    pub const ALL: [Self; 3] = [Self::Higher, Self::Lower, Self::Within];

    /// The name in the store, in messages (`better-KEY`) and on the command line.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Higher => "higher",
            Self::Lower => "lower",
            Self::Within => "within",
        }
    }

    /// The direction of that key.
    #[must_use]
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|better| better.key() == key)
    }
}

/// From which attainment a line is green or amber; below amber it is red. A line on the edge has the better colour.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Thresholds {
    /// 1 unless set otherwise.
    pub green: Rate,
    /// 0.9 unless set otherwise.
    pub amber: Rate,
}

impl Default for Thresholds {
    fn default() -> Self {
        Self { green: Rate::one(), amber: Rate::percent(90) }
    }
}

/// A ratio shown beside a KPI and not scored. Its title is the message `part-KEY`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Beside {
    /// Its name.
    pub key: &'static str,
    /// Counted as success.
    pub part: Terms,
    /// Counted in all.
    pub whole: Terms,
}

/// What a person called a KPI that does not ship.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OwnWords {
    /// Its title.
    pub title: String,
    /// What it measures, in a sentence; may be empty.
    pub meaning: String,
}

/// A KPI: what is measured, which way it should go and what it weighs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kpi {
    /// Its name.
    pub key: KpiKey,
    /// What a person called it; `None` for one that ships, whose words stand in the catalogue.
    pub own: Option<OwnWords>,
    /// What it belongs to.
    pub group: Group,
    /// How its actual is made.
    pub shape: Shape,
    /// Which way it should go.
    pub better: Better,
    /// Its share of the score, against the other weights. 0 is shown and not scored.
    pub weight: u32,
    /// For a gate of exclusivity: the attainment that must be reached.
    pub gate: Option<Rate>,
    /// Its colours.
    pub thresholds: Thresholds,
    /// Days after a due date in which a report that it needs is waited for, where that differs from the playbook's.
    pub grace: Option<u32>,
    /// What it is held against where no target is agreed: all of the reports, all of the reviews.
    pub default_goal: Option<Goal>,
    /// Ratios shown beside it.
    pub beside: Vec<Beside>,
}

impl Kpi {
    /// A KPI that a person makes of a shape: scored once it has a weight.
    #[must_use]
    pub fn made(key: KpiKey, own: OwnWords, group: Group, shape: Shape) -> Self {
        let counts = matches!(shape, Shape::OnTime(_) | Shape::Held(_));
        Self {
            key,
            own: Some(own),
            group,
            shape,
            better: Better::Higher,
            weight: 0,
            gate: None,
            thresholds: Thresholds::default(),
            grace: None,
            default_goal: counts.then_some(Goal::Value(crate::number::Quantity::ONE)),
            beside: Vec::new(),
        }
    }
}
