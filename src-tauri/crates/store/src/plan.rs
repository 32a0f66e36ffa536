//! Corrective action plans: what was agreed, what was done of it, and what its reviews said.

use chrono::NaiveDate;
use playbook::improvement::{ACTIONS, Action, Outcome, Plan};
use playbook::kpi::KpiKey;
use playbook::period::Month;
use rusqlite::{Row, params};

use crate::rows::{all, all_of, keyed, maybe, one, parsed, run};
use crate::{DistributorId, PlanId, Store, StoreError, Writing};

/// A plan about to be agreed. Its actions were found to be without flaw by the playbook.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewPlan {
    /// With whom.
    pub distributor: DistributorId,
    /// The KPI that triggered it.
    pub kpi: KpiKey,
    /// The month that triggered it.
    pub month: Month,
    /// Day 0.
    pub opened: NaiveDate,
    /// What is to be done.
    pub actions: [Action; ACTIONS],
}

/// An action of a plan, as it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlannedAction {
    /// What is to be done, by whom, by when.
    pub action: Action,
    /// The day it was done.
    pub done: Option<NaiveDate>,
}

/// A review of a plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlanReview {
    /// The day it was held.
    pub held: NaiveDate,
    /// What it ended with.
    pub outcome: Outcome,
    /// What was said.
    pub note: String,
}

/// A plan that counts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HeldPlan {
    /// Its id.
    pub id: PlanId,
    /// With whom.
    pub distributor: DistributorId,
    /// The KPI that triggered it.
    pub kpi: KpiKey,
    /// The month that triggered it.
    pub month: Month,
    /// Day 0.
    pub opened: NaiveDate,
    /// Its actions, in their order.
    pub actions: Vec<PlannedAction>,
    /// Its reviews, the first one first.
    pub reviews: Vec<PlanReview>,
}

impl HeldPlan {
    /// The plan as the playbook judges it.
    #[must_use]
    pub fn plan(&self) -> Plan {
        let last = self.reviews.last();
        let extended = self.reviews.iter().rfind(|review| review.outcome == Outcome::Extend);
        Plan {
            kpi: self.kpi.clone(),
            trigger: self.month,
            opened: self.opened,
            since: extended.map_or(self.opened, |review| review.held),
            outcome: last.map(|review| review.outcome),
        }
    }
}

// The plans that count, of one distributor or of all.
const PLANS: &str = "
    SELECT id, distributor, kpi, month, opened FROM plan_now
    WHERE distributor {of} ORDER BY distributor, id";
const ACTIONS_OF: &str = "SELECT what, owner, due, done FROM plan_action_now WHERE plan = ?1 ORDER BY position";
const REVIEWS_OF: &str = "SELECT held, outcome, note FROM plan_review_now WHERE plan = ?1 ORDER BY id";
const ADD_ACTION: &str = "
    INSERT INTO plan_action (id, entry, plan, position, what, owner, due, done)
    VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)";

impl Writing<'_> {
    /// Agrees a plan.
    ///
    /// # Errors
    /// [`StoreError::Unknown`] when there is no such distributor.
    pub fn agree_plan(&mut self, new: &NewPlan) -> Result<PlanId, StoreError> {
        self.known(new.distributor)?;
        let (entry, id) = (self.entry()?, PlanId(self.ids.next()));
        let sql = "INSERT INTO plan (id, entry, distributor, kpi, month, opened) VALUES (?1, ?2, ?3, ?4, ?5, ?6)";
        let (month, opened) = (new.month.to_string(), new.opened.to_string());
        run(&self.db, sql, params![id, entry, new.distributor, new.kpi.as_str(), month, opened])?;
        for (position, action) in (1..).zip(&new.actions) {
            self.put_action(id, position, action, None)?;
        }
        Ok(id)
    }

    /// Says on which day an action of a plan was done, or that it is open again. Saying what holds already adds nothing.
    /// Positions start at 1.
    ///
    /// # Errors
    /// [`StoreError::Unknown`] when there is no such action.
    pub fn mark_action(&mut self, plan: PlanId, position: u32, done: Option<NaiveDate>) -> Result<(), StoreError> {
        let sql = "SELECT what, owner, due, done FROM plan_action_now WHERE plan = ?1 AND position = ?2";
        let held = one(&self.db, sql, params![plan, position], action)?.ok_or(StoreError::Unknown("action"))?;
        if held.done == done {
            return Ok(());
        }
        self.put_action(plan, position, &held.action, done)
    }

    /// Records a review of a plan.
    ///
    /// # Errors
    /// [`StoreError::Unknown`] when there is no such plan.
    pub fn review_plan(&mut self, plan: PlanId, review: &PlanReview) -> Result<(), StoreError> {
        let sql = "SELECT 1 FROM plan_now WHERE id = ?1";
        one(&self.db, sql, [plan], |_| Ok(()))?.ok_or(StoreError::Unknown("plan"))?;
        let (entry, id) = (self.entry()?, self.row_id());
        let sql = "INSERT INTO plan_review (id, entry, plan, held, outcome, note) VALUES (?1, ?2, ?3, ?4, ?5, ?6)";
        let (held, outcome) = (review.held.to_string(), review.outcome.key());
        run(&self.db, sql, params![id, entry, plan, held, outcome, review.note])
    }

    fn put_action(
        &mut self,
        plan: PlanId,
        position: u32,
        action: &Action,
        done: Option<NaiveDate>,
    ) -> Result<(), StoreError> {
        let (entry, id) = (self.entry()?, self.row_id());
        let (due, done) = (action.due.to_string(), done.map(|day| day.to_string()));
        run(&self.db, ADD_ACTION, params![id, entry, plan, position, action.what, action.owner, due, done])
    }
}

impl Store {
    /// The plans of a distributor, or of all, with their actions and reviews; the first agreed first.
    ///
    /// # Errors
    /// When the database can't be read.
    pub fn plans(&self, distributor: Option<DistributorId>) -> Result<Vec<HeldPlan>, StoreError> {
        let mut plans = all_of(&self.db, PLANS, distributor, plan)?;
        for plan in &mut plans {
            plan.actions = all(&self.db, ACTIONS_OF, [plan.id], action)?;
            plan.reviews = all(&self.db, REVIEWS_OF, [plan.id], review)?;
        }
        Ok(plans)
    }
}

fn plan(row: &Row<'_>) -> Result<HeldPlan, StoreError> {
    Ok(HeldPlan {
        id: row.get("id")?,
        distributor: row.get("distributor")?,
        kpi: KpiKey::new(&row.get::<_, String>("kpi")?),
        month: parsed(row, "month")?,
        opened: parsed(row, "opened")?,
        actions: Vec::new(),
        reviews: Vec::new(),
    })
}

fn action(row: &Row<'_>) -> Result<PlannedAction, StoreError> {
    let action = Action { what: row.get("what")?, owner: row.get("owner")?, due: parsed(row, "due")? };
    Ok(PlannedAction { action, done: maybe(row, "done")? })
}

fn review(row: &Row<'_>) -> Result<PlanReview, StoreError> {
    Ok(PlanReview {
        held: parsed(row, "held")?,
        outcome: keyed(row, "outcome", Outcome::from_key)?,
        note: row.get("note")?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ActKind;
    use crate::case::{card, day, now, open, plan as new_plan, record};

    type Test = Result<(), StoreError>;

    fn with_plan(folder: &tempfile::TempDir) -> Result<(Store, DistributorId, PlanId), StoreError> {
        let mut store = open(folder)?;
        let (_, distributor) = record(&mut store, ActKind::Register, |w| w.add_distributor(&card("Selat")))?;
        let (_, plan) = record(&mut store, ActKind::Plan, |w| w.agree_plan(&new_plan(distributor)))?;
        Ok((store, distributor, plan))
    }

    #[test]
    fn a_plan_is_read_back_with_what_was_done_and_said() -> Test {
        let folder = tempfile::tempdir().expect("a folder");
        let (mut store, distributor, plan) = with_plan(&folder)?;
        record(&mut store, ActKind::Plan, |w| w.mark_action(plan, 2, Some(day("2026-10-20"))))?;
        let extend = PlanReview { held: day("2026-11-09"), outcome: Outcome::Extend, note: "Half way".to_owned() };
        record(&mut store, ActKind::Plan, |w| w.review_plan(plan, &extend))?;
        let held = store.plans(Some(distributor))?.remove(0);
        let done: Vec<_> = held.actions.iter().map(|action| action.done).collect();
        assert_eq!(done, [None, Some(day("2026-10-20")), None]);
        assert_eq!(held.actions[0].action, new_plan(distributor).actions[0]);
        assert_eq!((held.plan().since, held.plan().outcome), (day("2026-11-09"), Some(Outcome::Extend)));
        assert_eq!(held.reviews, [extend]);
        Ok(())
    }

    #[test]
    fn undo_takes_back_a_review_a_mark_and_the_plan() -> Test {
        let folder = tempfile::tempdir().expect("a folder");
        let (mut store, _, plan) = with_plan(&folder)?;
        let agreed = store.plans(None)?;
        let (marked, ()) = record(&mut store, ActKind::Plan, |w| w.mark_action(plan, 1, Some(day("2026-10-20"))))?;
        let close = PlanReview { held: day("2026-11-07"), outcome: Outcome::Improved, note: String::new() };
        let (reviewed, ()) = record(&mut store, ActKind::Plan, |w| w.review_plan(plan, &close))?;
        assert_eq!(store.plans(None)?[0].plan().outcome, Some(Outcome::Improved));
        store.undo(reviewed, now())?;
        store.undo(marked, now())?;
        assert_eq!(store.plans(None)?, agreed);
        let entry = store.journal(9)?.into_iter().find(|entry| entry.number == 2).expect("the plan's").id;
        store.undo(entry, now())?;
        assert_eq!(store.plans(None)?, []);
        Ok(())
    }

    #[test]
    fn marking_what_holds_already_is_no_entry_and_a_stranger_is_refused() -> Test {
        let folder = tempfile::tempdir().expect("a folder");
        let (mut store, _, plan) = with_plan(&folder)?;
        let act = crate::case::act(ActKind::Plan);
        let same = store.record(act.clone(), |w| w.mark_action(plan, 1, None))?;
        assert_eq!(same.entry, None);
        let fourth = store.record(act, |w| w.mark_action(plan, 4, None));
        assert!(matches!(fourth, Err(StoreError::Unknown("action"))));
        Ok(())
    }
}
