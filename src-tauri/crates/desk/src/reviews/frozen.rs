//! What closing a quarter freezes: the figures as they were shown. They are read back as they were written, whatever the
//! rules, the targets or the words say later.

use std::collections::BTreeMap;

use playbook::period::Quarter;
use serde::{Deserialize, Serialize};
use serde_json::Value as Json;
use store::{Closed, DistributorId};

use super::inputs::Behind;
use super::pricing;
use crate::desk::Desk;
use crate::error::{DeskError, ErrorKind};
use crate::judge::Known;
use crate::now::Now;
use crate::portfolio::TO_DECIDE;
use crate::scorecard::Scored;
use crate::view::{DistributorView, Fact, GrantView, HeatCell, PortfolioRow, QbrView, ReportsView, ScorecardView};
use crate::{format, words};

/// Which shape is written. A field that is added later reads as its default where it is missing; anything else is a new
/// form.
pub(super) const FORM: u32 = 1;

/// A quarter as it was shown.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Frozen {
    pub(super) score: Fact,
    pub(super) score_note: String,
    pub(super) coverage: Fact,
    pub(super) coverage_note: String,
    pub(super) grants: Vec<GrantView>,
    pub(super) scorecard: ScorecardView,
    pub(super) reports: ReportsView,
    pub(super) row: PortfolioRow,
    pub(super) qbr: QbrView,
    /// Pricing and promotions as they are printed; `None` where a close did not keep them yet.
    #[serde(default)]
    pub(super) pricing: Option<Vec<String>>,
    #[serde(flatten)]
    pub(super) behind: Behind,
}

impl Frozen {
    /// The quarter as the record shows it now.
    pub(super) fn live(desk: &Desk, known: &Known, quarter: Quarter, now: Now) -> Result<Self, DeskError> {
        Self::of(desk, desk.live_view(known, quarter, now)?, (known, quarter), now)
    }

    /// The same where its view is at hand.
    fn of(
        desk: &Desk,
        view: DistributorView,
        (known, quarter): (&Known, Quarter),
        now: Now,
    ) -> Result<Self, DeskError> {
        let versions = desk.versions()?;
        let scored = Scored::new(known, &versions, quarter, now.today);
        let governed = desk.governance_of_quarter(&known.distributor, quarter, now.today)?;
        Ok(Self {
            score: view.score,
            score_note: view.score_note,
            coverage: view.coverage,
            coverage_note: view.coverage_note,
            grants: view.grants,
            scorecard: view.scorecard,
            reports: view.reports,
            row: crate::portfolio::live_row(known, &versions, quarter, now),
            qbr: desk.qbr_of(&scored, &governed, now)?,
            pricing: Some(pricing::printed(&governed)),
            behind: Behind::of(&desk.store, &scored)?,
        })
    }

    /// As it is kept.
    pub(super) fn written(&self) -> Result<String, DeskError> {
        serde_json::to_string(self).map_err(not_frozen)
    }

    /// As it was kept.
    fn read(text: &str, closed: &Closed) -> Result<Self, DeskError> {
        let refused = |_| {
            let quarter = format::quarter(words(), closed.quarter);
            let values = [("quarter", quarter.into()), ("revision", closed.revision.into())];
            DeskError::new(ErrorKind::Other, "frozen", &values)
        };
        serde_json::from_str(text).map_err(refused)
    }

    /// The figures without a way to evidence that says something else by now.
    pub(super) fn proven(self, now: &Self) -> Result<Self, DeskError> {
        let shown = |frozen: &Self| serde_json::to_value(frozen).map_err(not_frozen);
        let mut figures = BTreeMap::new();
        collect(&shown(now)?, &mut figures);
        let mut own = shown(&self)?;
        keep_proven(&mut own, &figures);
        serde_json::from_value(own).map_err(not_frozen)
    }
}

fn not_frozen(why: serde_json::Error) -> DeskError {
    DeskError::new(ErrorKind::Other, "not-frozen", &[("reason", why.to_string().into())])
}

/// A fact's figure and unit by its evidence.
fn collect(view: &Json, figures: &mut BTreeMap<String, (Json, Json)>) {
    match view {
        Json::Object(fields) => {
            if let (Some(Json::String(evidence)), Some(text), Some(unit)) =
                (fields.get("evidence"), fields.get("text"), fields.get("unit"))
            {
                figures.insert(evidence.clone(), (text.clone(), unit.clone()));
            }
            fields.values().for_each(|field| collect(field, figures));
        }
        Json::Array(all) => all.iter().for_each(|one| collect(one, figures)),
        _ => {}
    }
}

/// Takes the evidence of facts whose figure is another by now: it would prove a number that is not shown.
fn keep_proven(view: &mut Json, figures: &BTreeMap<String, (Json, Json)>) {
    match view {
        Json::Object(fields) => {
            if let (Some(Json::String(evidence)), Some(text), Some(unit)) =
                (fields.get("evidence"), fields.get("text"), fields.get("unit"))
            {
                let holds = figures.get(evidence).is_some_and(|(now, of)| (now, of) == (text, unit));
                if !holds {
                    fields.insert("evidence".to_owned(), Json::Null);
                }
            }
            fields.values_mut().for_each(|field| keep_proven(field, figures));
        }
        Json::Array(all) => all.iter_mut().for_each(|one| keep_proven(one, figures)),
        _ => {}
    }
}

impl Desk {
    /// The newest revision of a quarter that is closed with a distributor; `None` while it is open. What is closed is
    /// shown as it was frozen: no later fact, target or rule changes it.
    ///
    /// # Errors
    /// When the record can't be read.
    pub(crate) fn closed(&self, distributor: DistributorId, quarter: Quarter) -> Result<Option<Closed>, DeskError> {
        Ok(self.store.closed(Some(distributor), Some(quarter))?.pop())
    }

    /// That a quarter must still be open.
    pub(super) fn still_open(&self, distributor: DistributorId, quarter: Quarter) -> Result<(), DeskError> {
        let Some(closed) = self.closed(distributor, quarter)? else { return Ok(()) };
        let quarter = format::quarter(words(), quarter);
        let values = [("quarter", quarter.into()), ("revision", closed.revision.into())];
        Err(DeskError::new(ErrorKind::Invalid, "quarter-closed", &values))
    }

    /// Every revision of a quarter with what it froze, the oldest first.
    pub(super) fn all_frozen(&self, of: DistributorId, quarter: Quarter) -> Result<Vec<(Closed, Frozen)>, DeskError> {
        let all = self.store.closed(Some(of), Some(quarter))?.into_iter();
        all.map(|closed| self.frozen(&closed).map(|frozen| (closed, frozen))).collect()
    }

    /// What a revision froze.
    pub(super) fn frozen(&self, closed: &Closed) -> Result<Frozen, DeskError> {
        Frozen::read(&self.store.closed_views(closed)?, closed)
    }

    /// A distributor's screen as its quarter was closed, where it was.
    pub(crate) fn as_closed(
        &self,
        live: DistributorView,
        known: &Known,
        quarter: Quarter,
        now: Now,
    ) -> Result<DistributorView, DeskError> {
        let Some(closed) = self.closed(known.distributor.id, quarter)? else { return Ok(live) };
        let current = Frozen::of(self, live.clone(), (known, quarter), now)?;
        let frozen = self.frozen(&closed)?;
        let line = self.closed_line((&closed, &frozen), &current, known, now)?;
        let frozen = frozen.proven(&current)?;
        Ok(DistributorView {
            score: frozen.score,
            score_note: frozen.score_note,
            coverage: frozen.coverage,
            coverage_note: frozen.coverage_note,
            grants: frozen.grants,
            // What contradicts itself is settled on the record, closed or not.
            scorecard: ScorecardView { contradictions: live.scorecard.contradictions, ..frozen.scorecard },
            reports: frozen.reports,
            closed: Some(line),
            ..live
        })
    }

    /// What came, when, as a revision froze it.
    pub(crate) fn reports_as_closed(&self, closed: &Closed) -> Result<ReportsView, DeskError> {
        Ok(self.frozen(closed)?.reports)
    }

    /// A distributor's row of the heat table as its quarter was closed, where it was.
    pub(crate) fn row_as_closed(&self, live: PortfolioRow, closed: Option<&Closed>) -> Result<PortfolioRow, DeskError> {
        let Some(closed) = closed else { return Ok(live) };
        let frozen = self.frozen(closed)?.row;
        let closed_as = words().say("portfolio-closed", &[("revision", closed.revision.into())]);
        Ok(PortfolioRow { closed: closed_as, ..row_as_frozen(frozen, live) })
    }
}

/// A frozen row of the heat table: who it is and what is still to decide are as they are now, and no figure opens evidence
/// that says something else by now.
fn row_as_frozen(frozen: PortfolioRow, live: PortfolioRow) -> PortfolioRow {
    let proven = |fact: Fact, now: Option<&Fact>| match now {
        Some(now) if (&now.text, &now.unit) == (&fact.text, &fact.unit) => fact,
        _ => Fact { evidence: None, ..fact },
    };
    let cell = |cell: HeatCell| {
        let now = live.cells.iter().find(|now| now.kpi == cell.kpi);
        HeatCell { value: proven(cell.value, now.map(|now| &now.value)), ..cell }
    };
    let to_decide = |filter: &String| filter == TO_DECIDE;
    let then = frozen.filters.into_iter().filter(|filter| !to_decide(filter));
    PortfolioRow {
        filters: then.chain(live.filters.iter().filter(|filter| to_decide(filter)).cloned()).collect(),
        score: proven(frozen.score, Some(&live.score)),
        coverage: proven(frozen.coverage, Some(&live.coverage)),
        cells: frozen.cells.into_iter().map(cell).collect(),
        id: live.id,
        name: live.name,
        place: live.place,
        country: live.country,
        ..frozen
    }
}
