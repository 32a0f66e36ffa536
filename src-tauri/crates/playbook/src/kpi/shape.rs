//! What a KPI is made of, and how.

use crate::measure::{Measure, MeasureKey, ReportKind, Unit, measure};

/// One measure, or the sum of several of the same report.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Terms {
    measures: Vec<MeasureKey>,
    report: ReportKind,
    unit: Unit,
}

impl Terms {
    /// A measure that ships and what is added to it.
    #[must_use]
    pub fn new(first: MeasureKey, more: impl IntoIterator<Item = MeasureKey>) -> Self {
        Self::of(std::iter::once(first).chain(more).collect(), measure)
    }

    /// The sum of some measures, by what `known` says of each: the first known one gives report and unit.
    #[must_use]
    pub fn of<'m>(measures: Vec<MeasureKey>, known: impl Fn(&str) -> Option<&'m Measure>) -> Self {
        let first = measures.iter().find_map(|key| known(key.as_str()));
        let (report, unit) = first.map_or((ReportKind::Monthly, Unit::Units), |known| (known.report, known.unit));
        Self { measures, report, unit }
    }

    /// The measures, at least one.
    #[must_use]
    pub fn measures(&self) -> &[MeasureKey] {
        &self.measures
    }

    /// The report that states them.
    #[must_use]
    pub fn report(&self) -> ReportKind {
        self.report
    }

    /// What they count.
    #[must_use]
    pub fn unit(&self) -> Unit {
        self.unit
    }
}

/// What growth is measured against.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Base {
    /// The period before.
    PreviousPeriod,
    /// The same period of last year.
    SamePeriodLastYear,
    /// The same period of last year where it is known, else the period before.
    LastYearElsePrevious,
}

impl Base {
    /// All, the first one as the shipped playbook has it.
    pub const ALL: [Self; 3] = [Self::LastYearElsePrevious, Self::SamePeriodLastYear, Self::PreviousPeriod];

    /// The name in the store and on the command line.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::PreviousPeriod => "previous",
            Self::SamePeriodLastYear => "last-year",
            Self::LastYearElsePrevious => "last-year-else-previous",
        }
    }

    /// The base of that key.
    #[must_use]
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|base| base.key() == key)
    }
}

/// A meeting between manager and distributor.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ReviewKind {
    /// The monthly performance review.
    Monthly,
    /// The quarterly business review (QBR).
    Quarterly,
}

impl ReviewKind {
    /// All.
    pub const ALL: [Self; 2] = [Self::Monthly, Self::Quarterly];

    /// `monthly-review` or `qbr`.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Monthly => "monthly-review",
            Self::Quarterly => "qbr",
        }
    }

    /// The kind of that key.
    #[must_use]
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.key() == key)
    }
}

/// How a KPI's actual is made of what was reported.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Shape {
    /// The sum over the period. Its target is an amount, phased by month.
    Total(Terms),
    /// The value of the last week or month.
    Latest(Terms),
    /// The sum of the parts over the sum of the wholes.
    Ratio {
        /// Counted as success.
        part: Terms,
        /// Counted in all.
        whole: Terms,
    },
    /// This period's sum over the base's, less 1.
    Growth {
        /// What grows.
        of: Terms,
        /// Over what.
        over: Base,
    },
    /// Days that the stock at the period's end lasts at the period's average daily usage.
    Cover {
        /// On hand at a month's end.
        stock: Terms,
        /// Sold through in a month.
        usage: Terms,
    },
    /// 1 - WAPE: how near forecasts came, over all of the period's months.
    Accuracy {
        /// Stated at a month's end for the `months` after it.
        forecast: Terms,
        /// What came.
        actual: Terms,
        /// The months that a forecast spans.
        months: u8,
    },
    /// The share of reports received by their due date.
    OnTime(ReportKind),
    /// The share of reviews held.
    Held(ReviewKind),
}

impl Shape {
    /// The name in the store, in messages (`shape-KEY`) and on the command line.
    #[must_use]
    pub fn key(&self) -> &'static str {
        match self {
            Self::Total(_) => "total",
            Self::Latest(_) => "latest",
            Self::Ratio { .. } => "ratio",
            Self::Growth { .. } => "growth",
            Self::Cover { .. } => "cover",
            Self::Accuracy { .. } => "accuracy",
            Self::OnTime(_) => "on-time",
            Self::Held(_) => "held",
        }
    }

    /// What it is made of: none, one or two sums of measures, in the order in which they are chosen.
    #[must_use]
    pub fn terms(&self) -> Vec<&Terms> {
        match self {
            Self::Total(one) | Self::Latest(one) | Self::Growth { of: one, .. } => vec![one],
            Self::Ratio { part: a, whole: b }
            | Self::Cover { stock: a, usage: b }
            | Self::Accuracy { forecast: a, actual: b, .. } => vec![a, b],
            Self::OnTime(_) | Self::Held(_) => Vec::new(),
        }
    }

    /// The same shape of other sums; `None` when it takes another number of them.
    #[must_use]
    pub fn with_terms(&self, terms: Vec<Terms>) -> Option<Self> {
        let mut terms = terms.into_iter();
        let shape = match self {
            Self::Total(_) => Self::Total(terms.next()?),
            Self::Latest(_) => Self::Latest(terms.next()?),
            Self::Growth { over, .. } => Self::Growth { of: terms.next()?, over: *over },
            Self::Ratio { .. } => Self::Ratio { part: terms.next()?, whole: terms.next()? },
            Self::Cover { .. } => Self::Cover { stock: terms.next()?, usage: terms.next()? },
            Self::Accuracy { months, .. } => {
                Self::Accuracy { forecast: terms.next()?, actual: terms.next()?, months: *months }
            }
            Self::OnTime(kind) => Self::OnTime(*kind),
            Self::Held(kind) => Self::Held(*kind),
        };
        terms.next().is_none().then_some(shape)
    }
}
