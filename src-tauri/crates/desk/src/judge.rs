//! Judging: what is on file of a distributor becomes a case, and the case scorecards.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use playbook::calendar::Calendar;
use playbook::case::Case;
use playbook::facts::Facts;
use playbook::measure::{Unit, measure};
use playbook::period::{FiscalYear, Period, Quarter};
use playbook::region::Region;
use playbook::rules::Playbook;
use playbook::score::{Scorecard, score};
use store::{Card, Distributor, DistributorId, Filed, Revision, Scope, Status};

use crate::desk::Desk;
use crate::due_dates::no_holidays;
use crate::error::{DeskError, ErrorKind};
use crate::exclusivity::Granted;
use crate::format::Currency;

/// A distributor with all that its judgement needs.
#[derive(Debug)]
pub(crate) struct Known {
    pub(crate) distributor: Distributor,
    pub(crate) facts: Facts,
    pub(crate) calendar: Calendar,
    /// Reports whose amounts are in another currency than the distributor's: those amounts are left out.
    pub(crate) foreign: Vec<Revision>,
    /// Its current and earlier reports, with their files.
    pub(crate) revisions: Vec<Revision>,
    /// The grants that it holds, the one on its card first, each with the decisions taken on it.
    pub(crate) grants: Vec<Granted>,
}

impl Known {
    /// The case as of a day.
    pub(crate) fn case<'a>(&'a self, playbook: &'a Playbook, today: NaiveDate) -> Case<'a> {
        Case { facts: &self.facts, playbook, calendar: &self.calendar, today }
    }

    /// The scorecard of a quarter as of a day.
    pub(crate) fn score(&self, playbook: &Playbook, quarter: Quarter, today: NaiveDate) -> Scorecard {
        score(&self.case(playbook, today), quarter)
    }

    /// Its currency.
    pub(crate) fn currency(&self) -> Currency {
        Currency::new(&self.distributor.card.currency)
    }

    /// Its name.
    pub(crate) fn name(&self) -> &str {
        &self.distributor.card.name
    }

    /// The revision of that id.
    pub(crate) fn revision(&self, id: playbook::facts::ReportId) -> Option<&Revision> {
        self.revisions.iter().find(|revision| playbook::facts::ReportId::from(revision.id) == id)
    }
}

impl Desk {
    /// One distributor, ready to be judged.
    pub(crate) fn known(&self, distributor: Distributor, today: NaiveDate) -> Result<Known, DeskError> {
        let filed = self.store.facts(distributor.id)?;
        let anybody = self.store.first_reported_day()?;
        let grants =
            Granted::all(self.store.grants(Some(distributor.id))?, &self.store.decisions(Some(distributor.id))?);
        self.gathered(distributor, filed, grants, anybody, today)
    }

    /// Every distributor that reports, ready to be judged, by name.
    pub(crate) fn all_known(&self, today: NaiveDate) -> Result<Vec<Known>, DeskError> {
        let mut filed = self.store.all_facts()?;
        let anybody = filed.values().filter_map(first_day).min();
        let mut grants = self.all_grants()?;
        let distributors = self.store.distributors()?.into_iter();
        distributors
            .filter(|distributor| distributor.card.status == Status::Active)
            .map(|distributor| {
                let filed = filed.remove(&distributor.id).unwrap_or_default();
                let grants = grants.remove(&distributor.id).unwrap_or_default();
                self.gathered(distributor, filed, grants, anybody, today)
            })
            .collect()
    }

    /// The grants that are held, by distributor.
    fn all_grants(&self) -> Result<BTreeMap<DistributorId, Vec<Granted>>, DeskError> {
        let decisions = self.store.decisions(None)?;
        let mut by_distributor: BTreeMap<DistributorId, Vec<Granted>> = BTreeMap::new();
        for granted in Granted::all(self.store.grants(None)?, &decisions) {
            by_distributor.entry(granted.held.distributor).or_default().push(granted);
        }
        Ok(by_distributor)
    }

    fn gathered(
        &self,
        distributor: Distributor,
        mut filed: Filed,
        grants: Vec<Granted>,
        anybody: Option<NaiveDate>,
        today: NaiveDate,
    ) -> Result<Known, DeskError> {
        let card = &distributor.card;
        let region: Region = card.country.parse().map_err(|_| {
            DeskError::new(ErrorKind::Other, "not-a-country", &[("text", card.country.as_str().into())])
        })?;
        let calendar = Calendar::shipped(&region).map_err(|_| no_holidays(&region))?;
        let revisions = self.store.reports(distributor.id)?;
        let foreign = leave_out_foreign(&mut filed, &revisions, &card.currency);
        let facts = Facts {
            reporting_from: reporting_from(card, first_day(&filed), anybody, today),
            started: card.start,
            operational: card.scope == Scope::Operational,
            reports: filed.reports,
            reviews: filed.reviews,
            targets: filed.targets,
        };
        Ok(Known { distributor, facts, calendar, foreign, revisions, grants })
    }
}

/// The day from which reports are expected: as the card says; else from the start, but not before the first report that
/// is on file of anybody; and where the start isn't known, from its own first report.
fn reporting_from(card: &Card, own: Option<NaiveDate>, anybody: Option<NaiveDate>, today: NaiveDate) -> NaiveDate {
    match (card.reporting_from, card.start) {
        (Some(day), _) => day,
        (None, Some(start)) => start.max(anybody.unwrap_or(today)),
        (None, None) => own.unwrap_or(today),
    }
}

/// The first day that the reports are about.
fn first_day(filed: &Filed) -> Option<NaiveDate> {
    filed.reports.iter().map(|report| report.period.first_day()).min()
}

/// An amount in another currency can't be held against the target: it would be a wrong number.
fn leave_out_foreign(filed: &mut Filed, revisions: &[Revision], currency: &str) -> Vec<Revision> {
    let foreign: Vec<Revision> =
        revisions.iter().filter(|r| r.currency.as_deref().is_some_and(|stated| stated != currency)).cloned().collect();
    for revision in &foreign {
        let id = revision.id.into();
        for report in filed.reports.iter_mut().filter(|report| report.id == id) {
            report.measures.retain(|key, _| measure(key.as_str()).is_none_or(|known| known.unit != Unit::Money));
        }
    }
    foreign
}

/// The quarters that have reports, and the running one, newest first.
pub(crate) fn quarters(known: &[Known], fiscal: FiscalYear, today: NaiveDate) -> Vec<Quarter> {
    let periods = known.iter().flat_map(|known| known.facts.reports.iter().map(|report| report.period));
    let mut quarters: Vec<Quarter> =
        periods.map(|period| fiscal.quarter_of(period)).chain([fiscal.quarter_on(today)]).collect();
    quarters.sort();
    quarters.dedup();
    quarters.reverse();
    quarters
}

/// The quarter that screens open with: the last full one as long as a report of the running one's first month is not
/// yet due, then the running one.
pub(crate) fn current_quarter(known: &[Known], fiscal: FiscalYear, today: NaiveDate) -> Quarter {
    let running = fiscal.quarter_on(today);
    let has_month = |known: &Known| {
        let monthly = |period: Period| matches!(period, Period::Month(_)) && running.holds(period);
        known.facts.reports.iter().any(|report| monthly(report.period))
    };
    let before = running.previous();
    let has_before = quarters(known, fiscal, today).contains(&before);
    if has_before && !known.iter().any(has_month) { before } else { running }
}
