//! What scoring yields: a scorecard and its lines.

use chrono::NaiveDate;

use crate::attainment::Colour;
use crate::facts::Cited;
use crate::kpi::{Group, KpiKey};
use crate::measure::Unit;
use crate::number::{Quantity, Rate};
use crate::period::Period;
use crate::target::Goal;

/// The KPIs of one distributor for one period, scored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Scorecard {
    /// A month or a quarter.
    pub period: Period,
    /// The day of judgement.
    pub as_of: NaiveDate,
    /// The version of the playbook it was scored by.
    pub playbook: u32,
    /// A line for each KPI, in the playbook's order.
    pub lines: Vec<Line>,
    /// sum(w·a) / sum(w) over the lines with an attainment; `None` when there is none, or the period is unscored.
    pub score: Option<Rate>,
    /// Weight with data / weight that applies; 0 when nothing applies.
    pub coverage: Rate,
    /// Coverage is below the minimum, or something that weighs is still open: it can't renew.
    pub provisional: bool,
    /// The period ends within the first two months of the launch: its lines are shown, its score is not.
    pub unscored: bool,
    /// sum(w·a).
    pub points: Rate,
    /// sum(w) over the lines with an attainment: what the points are divided by.
    pub weight_scored: Rate,
    /// The weight that applies.
    pub weight_applicable: Rate,
    /// The weight that applies, each by the share of what was due that is known.
    pub weight_with_data: Rate,
}

/// What a scorecard comes to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Total {
    /// As [`Scorecard::score`].
    pub score: Option<Rate>,
    /// As [`Scorecard::provisional`].
    pub provisional: bool,
}

impl Total {
    /// The score, where it no longer changes: what a later one is compared with.
    #[must_use]
    pub fn settled(&self) -> Option<&Rate> {
        self.score.as_ref().filter(|_| !self.provisional)
    }
}

/// A KPI on a scorecard.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// The KPI.
    pub kpi: KpiKey,
    /// What it belongs to.
    pub group: Group,
    /// What it weighs.
    pub weight: u32,
    /// What was reported.
    pub actual: Actual,
    /// What it is held against; `None` when no target is agreed.
    pub target: Option<LineTarget>,
    /// How the actual meets the target, not below 0 and not above the cap; `None` when unknown or not applicable.
    pub attainment: Option<Rate>,
    /// Weight times attainment, for a line that weighs.
    pub points: Option<Rate>,
    /// How it stands.
    pub status: Status,
    /// For a gate of exclusivity.
    pub gate: Option<Gate>,
    /// What it was made of, to show beside it.
    pub parts: Vec<Part>,
    /// What of the period is known and what is not.
    pub tally: Tally,
    /// Where the actual comes from. Sorted, each once.
    pub evidence: Vec<Cited>,
}

/// A value is one of four: reported, zero, not applicable, expected but missing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Actual {
    /// It was reported. Where some of the period is missing, it is the sum of what is known: see [`Tally`].
    Reported(Figure),
    /// It was reported, and it is zero.
    Zero(Figure),
    /// It has no place on this scorecard.
    NotApplicable(WhyNot),
    /// It is expected, and is not there: provisional while [`Tally::open`] says so, and then it scores 0.
    Missing,
}

impl Actual {
    /// The figure, if one was reported.
    #[must_use]
    pub fn figure(&self) -> Option<&Figure> {
        match self {
            Self::Reported(figure) | Self::Zero(figure) => Some(figure),
            Self::NotApplicable(_) | Self::Missing => None,
        }
    }
}

/// A number and how it reads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Figure {
    /// A sum as reported.
    Amount(Quantity, Unit),
    /// A share or growth: 0.125 is 12.5 %.
    Share(Rate),
    /// Days.
    Days(Rate),
}

impl Figure {
    /// Its exact value.
    #[must_use]
    pub fn value(&self) -> Rate {
        match self {
            Self::Amount(quantity, _) => (*quantity).into(),
            Self::Share(rate) | Self::Days(rate) => rate.clone(),
        }
    }
}

/// Why a KPI has no place on a scorecard.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum WhyNot {
    /// Operational KPIs are not in the distributor's scope.
    OutOfScope,
    /// The distributor did not report yet in this period.
    BeforeReporting,
    /// The whole of a ratio is zero: nothing could have happened.
    NothingToMeasure,
    /// No earlier period is known to grow from.
    NoBase,
    /// The earlier period is zero or below: growth has no meaning.
    BaseNotPositive,
    /// It is judged by the quarter only.
    QuarterOnly,
}

impl WhyNot {
    /// The message is `why-not-KEY`.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::OutOfScope => "out-of-scope",
            Self::BeforeReporting => "before-reporting",
            Self::NothingToMeasure => "nothing-to-measure",
            Self::NoBase => "no-base",
            Self::BaseNotPositive => "base-not-positive",
            Self::QuarterOnly => "quarter-only",
        }
    }
}

/// A line's target.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LineTarget {
    /// For the whole period.
    pub goal: Goal<Rate>,
    /// For the part of the period that counts by now, where a total is still coming in: what the attainment is of.
    pub to_date: Goal<Rate>,
    /// A change in mid-quarter that does not count for this period, shown beside it.
    pub amended: Option<Goal<Rate>>,
    /// What held when the quarter opened, where an agreed change took its place: shown beside it.
    pub replaced: Option<Goal<Rate>>,
}

/// How a line stands. Never shown by colour alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Status {
    /// All of it is in.
    Settled(Colour),
    /// Something is not yet due or within the grace; the colour it has so far, if any.
    Provisional(Option<Colour>),
    /// No target, or one that can't be met by degrees.
    NoTarget,
    /// It has no place on this scorecard.
    DoesNotApply,
}

/// A gate of exclusivity on a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Gate {
    /// The attainment that must be reached.
    pub required: Rate,
    /// Whether it is; `None` while that is open.
    pub met: Option<bool>,
}

/// What of a line's period is known.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Tally {
    /// Values that are known.
    pub known: u32,
    /// Values that were due by the day of judgement, or are known.
    pub due: u32,
    /// Not yet due, or within the grace.
    pub open: Vec<Period>,
    /// Missing for good: past the grace.
    pub missing: Vec<Period>,
}

/// A number beside a line's actual, of which it was made or which explains it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    /// What it is; the message is `part-KEY`.
    pub key: &'static str,
    /// Its value; `None` when its whole is zero or it is not known.
    pub figure: Option<Figure>,
    /// The period it is of, where that is not the scorecard's.
    pub period: Option<Period>,
    /// Where it comes from.
    pub evidence: Vec<Cited>,
}

impl Scorecard {
    /// What it comes to.
    #[must_use]
    pub fn total(&self) -> Total {
        Total { score: self.score.clone(), provisional: self.provisional }
    }

    /// The line of a KPI.
    #[must_use]
    pub fn line(&self, kpi: &KpiKey) -> Option<&Line> {
        self.lines.iter().find(|line| line.kpi == *kpi)
    }

    /// Whether something that weighs is not yet due or within the grace.
    #[must_use]
    pub fn is_open(&self) -> bool {
        self.lines.iter().any(|line| line.weight > 0 && matches!(line.status, Status::Provisional(_)))
    }

    /// By how much each KPI that weighs and is scored both times moved the score since `earlier`: by its weight's share of
    /// the score now. With what comes of KPIs that are scored only once, these sum to the difference of the scores.
    #[must_use]
    pub fn moved_since(&self, earlier: &Self) -> Vec<(KpiKey, Rate)> {
        let weighed = self.lines.iter().filter(|line| line.weight > 0);
        let both = weighed.filter_map(|line| {
            let was = earlier.line(&line.kpi).filter(|was| was.weight > 0)?.attainment.as_ref()?;
            let by = &Rate::from(line.weight) * &(line.attainment.as_ref()? - was);
            Some((line.kpi.clone(), by.over(&self.weight_scored)?))
        });
        both.collect()
    }
}
