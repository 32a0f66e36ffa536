//! Facts: all that is known of one distributor, fetched by the desk and judged here.

mod reports;

use chrono::NaiveDate;

use crate::agreed::{Agreed, GrantTargets, agreed};
use crate::kpi::{Kpi, ReviewKind};
use crate::measure::{MeasureKey, ReportKind};
use crate::number::Quantity;
use crate::period::{Month, Period, Quarter};
use crate::target::Target;

pub use reports::{Report, ReportId, Reports, Values};

/// The store's name of a grant; opaque here.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct GrantId(pub u128);

/// What a raw list of sales adds up to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sales {
    /// The list's current revision.
    pub report: ReportId,
    /// The first month that it covers.
    pub first: Month,
    /// The last month that it covers.
    pub last: Month,
    /// The day it was received.
    pub received: NaiveDate,
    /// Units, where the list has them.
    pub units: Option<Quantity>,
    /// Money in the distributor's currency, where the list has it.
    pub amount: Option<Quantity>,
}

/// A review that was held.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Review {
    /// Monthly review or QBR.
    pub kind: ReviewKind,
    /// The month or quarter it was about.
    pub period: Period,
    /// The day it was held.
    pub held: NaiveDate,
}

/// What a number came from: a measure of a report, or the receipt of the report itself.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Cited {
    /// The report revision.
    pub report: ReportId,
    /// The measure; `None` when it is the report's arrival that counts.
    pub measure: Option<MeasureKey>,
}

/// All that is known of one distributor. Order never matters.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Facts {
    /// Every revision of every report.
    pub reports: Reports,
    /// What raw lists of sales add up to.
    pub sales: Vec<Sales>,
    /// The reviews held.
    pub reviews: Vec<Review>,
    /// The targets agreed for the whole distributor: at most one of a KPI from any one day.
    pub targets: Vec<Target>,
    /// The grants that it holds or held, each with the targets agreed for it alone.
    pub grants: Vec<GrantTargets>,
    /// Whether operational KPIs are in the distributor's scope.
    pub operational: bool,
    /// The start date of the agreement: day 0 of the launch.
    pub started: Option<NaiveDate>,
    /// The day from which reports and reviews are expected: a period that begins earlier is not missed when absent.
    pub reporting_from: NaiveDate,
}

impl Facts {
    /// A distributor of whom nothing is known but the day from which it reports.
    #[must_use]
    pub fn new(reporting_from: NaiveDate) -> Self {
        Self {
            reports: Reports::default(),
            sales: Vec::new(),
            reviews: Vec::new(),
            targets: Vec::new(),
            grants: Vec::new(),
            operational: false,
            started: None,
            reporting_from,
        }
    }

    /// Whether a report or a review of a period is expected: one that begins before reports are is not missed.
    #[must_use]
    pub fn expects(&self, period: impl Into<Period>) -> bool {
        period.into().first_day() >= self.reporting_from
    }

    /// What is agreed for a KPI in a quarter.
    #[must_use]
    pub fn agreed<'a>(&'a self, kpi: &'a Kpi, quarter: Quarter) -> Agreed<'a> {
        agreed(&self.targets, &self.grants, kpi, quarter)
    }

    /// The revisions of a report that had been received by `today`, the first one first.
    pub fn revisions(
        &self,
        kind: ReportKind,
        period: Period,
        today: NaiveDate,
    ) -> impl DoubleEndedIterator<Item = &Report> {
        self.reports.of(kind, period).iter().filter(move |report| report.received <= today)
    }

    /// The current revisions of some periods, each later than the one before.
    pub(crate) fn current_of_each(
        &self,
        kind: ReportKind,
        periods: &[Period],
        today: NaiveDate,
    ) -> impl Iterator<Item = (Period, Option<&Report>)> {
        let each = self.reports.of_each(kind, periods);
        each.map(move |(period, revisions)| (period, revisions.iter().rfind(|report| report.received <= today)))
    }

    /// The current revision of a report as of `today`: the highest.
    #[must_use]
    pub fn current(&self, kind: ReportKind, period: Period, today: NaiveDate) -> Option<&Report> {
        self.revisions(kind, period, today).next_back()
    }
}
