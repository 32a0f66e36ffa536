//! Judging: what is on file of a distributor becomes a case, and the case scorecards.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};

use chrono::NaiveDate;
use playbook::calendar::Calendar;
use playbook::case::Case;
use playbook::facts::{Facts, GrantId, Report, ReportId};
use playbook::measure::{MeasureKey, Unit};
use playbook::period::{FiscalYear, Period, Quarter};
use playbook::rules::Playbook;
use playbook::score::{Scorecard, Total, score, score_month, total};
use store::{Card, Distributor, DistributorId, EntryId, Filed, HeldGrant, HeldSettlement, Revision, Scope, Store};

use crate::calendars::Calendars;
use crate::desk::Desk;
use crate::error::DeskError;
use crate::exclusivity::Granted;
use crate::format::Currency;
use crate::titles::Measures;
use crate::view::PortfolioRow;

/// A distributor with all that its judgement needs.
#[derive(Debug)]
pub(crate) struct Known {
    pub(crate) distributor: Distributor,
    pub(crate) facts: Facts,
    pub(crate) calendar: Arc<Calendar>,
    /// Reports that count, whose amounts are in another currency than the distributor's: those amounts are left out.
    pub(crate) foreign: Vec<Revision>,
    /// The measures there are.
    pub(crate) measures: Measures,
    /// Its current and earlier reports, with their files; read only where it is the one that is looked at.
    pub(crate) revisions: Vec<Revision>,
    /// The grants that it holds, the one on its card first, each with the decisions taken on it.
    pub(crate) grants: Vec<Granted>,
    /// Every grant that it holds or held: its targets count in the quarters in which it ran.
    pub(crate) given: Vec<HeldGrant>,
    /// The contradictions that were settled, by what they are about.
    pub(crate) settled: BTreeMap<String, HeldSettlement>,
    /// The scorecards made so far.
    scored: Mutex<BTreeMap<Judged, Arc<Scorecard>>>,
    /// Its rows of the portfolio made so far, by quarter and day.
    rows: Mutex<BTreeMap<(Quarter, NaiveDate), PortfolioRow>>,
    /// Whether something behind its closed quarters changed, as far as it was looked at, by close and day.
    changed: Mutex<BTreeMap<(EntryId, NaiveDate), bool>>,
}

/// What a scorecard is of: a period, under a version of the playbook, as of a day.
type Judged = (Period, u32, NaiveDate);

/// From when reports are expected where a card does not say.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Expected {
    /// The first day that any distributor reported about.
    pub(crate) anybody: Option<NaiveDate>,
    pub(crate) today: NaiveDate,
}

/// What stands around the facts of distributors: read once for all of them.
pub(crate) struct Around {
    expected: Expected,
    calendars: Calendars,
    settled: Vec<HeldSettlement>,
    measures: Measures,
    grants: BTreeMap<DistributorId, Vec<Granted>>,
    given: BTreeMap<DistributorId, Vec<HeldGrant>>,
}

impl Around {
    /// Around one distributor, or all.
    pub(crate) fn new(store: &Store, of: Option<DistributorId>, expected: Expected) -> Result<Self, DeskError> {
        let mut given: BTreeMap<DistributorId, Vec<HeldGrant>> = BTreeMap::new();
        for held in store.grants(of)? {
            given.entry(held.distributor).or_default().push(held);
        }
        let mut grants: BTreeMap<DistributorId, Vec<Granted>> = BTreeMap::new();
        for granted in Granted::all(given.values().flatten().cloned().collect(), &store.decisions(of)?) {
            grants.entry(granted.held.distributor).or_default().push(granted);
        }
        Ok(Self {
            expected,
            calendars: Calendars::new(store)?,
            settled: store.settlements(of)?,
            measures: Measures::of(store)?,
            grants,
            given,
        })
    }

    fn settled(&self, of: DistributorId) -> BTreeMap<String, HeldSettlement> {
        let own = self.settled.iter().filter(|held| held.settlement.distributor == of);
        own.map(|held| (held.settlement.subject.clone(), held.clone())).collect()
    }
}

impl Known {
    /// The case as of a day.
    pub(crate) fn case<'a>(&'a self, playbook: &'a Playbook, today: NaiveDate) -> Case<'a> {
        Case { facts: &self.facts, playbook, calendar: &self.calendar, today }
    }

    /// The scorecard of a month or a quarter as of a day, by a version of the playbook as it is: made once, since all
    /// that it is made of is kept here. What a grant's own terms change of a version is none of it.
    pub(crate) fn score(&self, playbook: &Playbook, period: impl Into<Period>, today: NaiveDate) -> Arc<Scorecard> {
        let period = period.into();
        let judged = (period, playbook.version, today);
        let mut scored = self.scored.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(made) = scored.get(&judged) {
            return Arc::clone(made);
        }
        let case = self.case(playbook, today);
        let made = Arc::new(match period {
            Period::Quarter(quarter) => score(&case, quarter),
            Period::Month(month) => score_month(&case, month),
            Period::Week(week) => score_month(&case, week.month()),
        });
        scored.insert(judged, Arc::clone(&made));
        made
    }

    /// What the scorecard of a quarter comes to, of which nobody looks at more.
    pub(crate) fn total(&self, playbook: &Playbook, quarter: Quarter, today: NaiveDate) -> Total {
        let scored = self.scored.lock().unwrap_or_else(PoisonError::into_inner);
        let kept = scored.get(&(quarter.into(), playbook.version, today)).map(|card| card.total());
        drop(scored);
        kept.unwrap_or_else(|| total(&self.case(playbook, today), quarter))
    }

    /// Its row of the portfolio: made once, since all that it is made of is kept here, and whoever changes the rules
    /// has everybody read anew.
    pub(crate) fn row(&self, of: (Quarter, NaiveDate), make: impl FnOnce() -> PortfolioRow) -> PortfolioRow {
        let mut rows = self.rows.lock().unwrap_or_else(PoisonError::into_inner);
        rows.entry(of).or_insert_with(make).clone()
    }

    /// Whether something behind a quarter that an entry closed changed, as of a day: found out once, as long as nothing
    /// is recorded about it.
    pub(crate) fn changed(
        &self,
        of: (EntryId, NaiveDate),
        find: impl FnOnce() -> Result<bool, DeskError>,
    ) -> Result<bool, DeskError> {
        let kept = || self.changed.lock().unwrap_or_else(PoisonError::into_inner);
        let known = kept().get(&of).copied();
        if let Some(changed) = known {
            return Ok(changed);
        }
        let changed = find()?;
        kept().insert(of, changed);
        Ok(changed)
    }

    /// Its currency.
    pub(crate) fn currency(&self) -> Currency {
        Currency::new(&self.distributor.card.currency)
    }

    /// Its name.
    pub(crate) fn name(&self) -> &str {
        &self.distributor.card.name
    }

    /// A grant by its name, whether it is still held or not.
    pub(crate) fn grant_title(&self, id: GrantId) -> String {
        let held = self.given.iter().find(|held| GrantId::from(held.id) == id);
        held.map(crate::naming::held_grant).unwrap_or_default()
    }

    /// The revision of that id.
    pub(crate) fn revision(&self, id: ReportId) -> Option<&Revision> {
        self.revisions.iter().find(|revision| ReportId::from(revision.id) == id)
    }
}

impl Desk {
    /// One distributor, ready to be judged and looked into.
    pub(crate) fn known(&self, distributor: Distributor, today: NaiveDate) -> Result<Known, DeskError> {
        let filed = self.store.facts(distributor.id)?;
        let anybody = self.store.first_reported_day(None)?;
        let revisions = self.store.reports(distributor.id)?;
        let mut around = Around::new(&self.store, Some(distributor.id), Expected { anybody, today })?;
        let known = self.gathered_of(distributor, filed, &mut around)?;
        Ok(Known { revisions, ..known })
    }

    pub(crate) fn gathered_of(
        &self,
        distributor: Distributor,
        mut filed: Filed,
        around: &mut Around,
    ) -> Result<Known, DeskError> {
        let card = &distributor.card;
        let calendar = around.calendars.of(&card.country)?;
        let foreign = self.leave_out_foreign(&mut filed, &around.measures, &card.currency)?;
        let own = match (card.reporting_from, card.start) {
            (None, None) => self.store.first_reported_day(Some(distributor.id))?,
            _ => None,
        };
        let given = around.given.remove(&distributor.id).unwrap_or_default();
        let facts = Facts {
            grants: crate::targets::of_grants(&given, filed.grant_targets),
            reporting_from: reporting_from(card, own, around.expected),
            started: card.start,
            operational: card.scope == Scope::Operational,
            reports: filed.reports,
            sales: filed.sales,
            reviews: filed.reviews,
            targets: filed.targets,
        };
        let settled = around.settled(distributor.id);
        let mut grants = around.grants.remove(&distributor.id).unwrap_or_default();
        grants.iter_mut().for_each(|granted| granted.grant.reports_from = Some(facts.reporting_from));
        let (revisions, scored, rows, changed) = (Vec::new(), Mutex::default(), Mutex::default(), Mutex::default());
        let measures = around.measures.clone();
        Ok(Known {
            distributor,
            facts,
            calendar,
            foreign,
            measures,
            revisions,
            grants,
            given,
            settled,
            scored,
            rows,
            changed,
        })
    }

    /// An amount in another currency can't be held against the target: it would be a wrong number. Of those reports the
    /// ones that count are told; one that was corrected since has nothing to say any more.
    fn leave_out_foreign(
        &self,
        filed: &mut Filed,
        measures: &Measures,
        currency: &str,
    ) -> Result<Vec<Revision>, DeskError> {
        let mut foreign = Vec::new();
        for (id, _) in filed.currencies.iter().filter(|(_, stated)| stated != currency) {
            let is_kept = |key: &MeasureKey| measures.unit(key.as_str()) != Some(Unit::Money);
            filed.reports.change(|report| {
                if report.id == *id {
                    let kept = report.measures.iter().filter(|(key, _)| is_kept(key));
                    report.measures = kept.map(|(key, value)| (key.clone(), value)).collect();
                }
            });
            for sales in filed.sales.iter_mut().filter(|sales| sales.report == *id) {
                sales.amount = None;
            }
            if counts(filed, *id) {
                foreign.push(self.store.report((*id).into())?.about);
            }
        }
        Ok(foreign)
    }
}

/// Whether no later revision takes a report's place. Of the lists of sales only those are on file.
fn counts(filed: &Filed, id: ReportId) -> bool {
    let newest = |of: &Report| filed.reports.of(of.kind, of.period).last().is_some_and(|newest| newest.id == of.id);
    filed.sales.iter().any(|sales| sales.report == id)
        || filed.reports.iter().any(|report| report.id == id && newest(report))
}

/// The day from which reports are expected: as the card says; else from the start, but not before the first report that
/// is on file of anybody; and where the start isn't known, from its own first report.
fn reporting_from(card: &Card, own: Option<NaiveDate>, Expected { anybody, today }: Expected) -> NaiveDate {
    match (card.reporting_from, card.start) {
        (Some(day), _) => day,
        (None, Some(start)) => start.max(anybody.unwrap_or(today)),
        (None, None) => own.unwrap_or(today),
    }
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
