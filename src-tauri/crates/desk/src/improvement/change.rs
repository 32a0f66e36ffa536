//! Agreeing a plan, working on it, reviewing it.

use chrono::NaiveDate;
use playbook::improvement::{Action, Flaw, Outcome, PlanState, flaws, review_day, state};
use playbook::kpi::KpiKey;
use store::{ActKind, HeldPlan, NewPlan, PlanReview, What};

use crate::desk::Desk;
use crate::error::{DeskError, ErrorKind};
use crate::now::Now;
use crate::titles::title_of;
use crate::typed::day;
use crate::view::{ActionEntered, ImprovementView, PlanEntered};
use crate::{format, words};

impl Desk {
    /// Agrees a plan: exactly three actions, each with an owner and a deadline before the review.
    ///
    /// # Errors
    /// When the distributor is gone, the KPI has an open plan, or what was entered has flaws: each in a sentence.
    pub fn agree_plan(&mut self, id: &str, entered: &PlanEntered, now: Now) -> Result<ImprovementView, DeskError> {
        let today = self.day(now);
        let known = self.distributor_of(id)?;
        let kpi = KpiKey::new(&entered.kpi);
        let invalid = |key: &str, text: &str| DeskError::new(ErrorKind::Invalid, key, &[("text", text.into())]);
        let playbook = self.rules_on(today)?;
        if playbook.kpi(&kpi).is_none() {
            return Err(DeskError::new(ErrorKind::Invalid, "no-kpi", &[("kpi", entered.kpi.as_str().into())]));
        }
        let month = entered.month.parse().map_err(|_| invalid("not-a-month", &entered.month))?;
        let held = self.store.plans(Some(known.id))?;
        if held.iter().any(|plan| plan.kpi == kpi && !super::plan_card::is_closed(plan)) {
            let title = title_of(&playbook, &kpi);
            return Err(DeskError::new(ErrorKind::Invalid, "plan-open", &[("kpi", title.into())]));
        }
        let actions = entered.actions.iter().map(action).collect::<Result<Vec<_>, _>>()?;
        let found = flaws(&actions, today, &playbook);
        let review = review_day(today, &playbook);
        let Ok(actions) = <[Action; 3]>::try_from(actions) else { return Err(refused(&found, review)) };
        if !found.is_empty() {
            return Err(refused(&found, review));
        }
        let what = What::new("entry-plan").with("name", &known.card.name).with("kpi", title_of(&playbook, &kpi));
        let new = NewPlan { distributor: known.id, kpi, month, opened: today, actions };
        self.record(ActKind::Plan, what, now, |writing| Ok(writing.agree_plan(&new)?))?;
        self.improvement(id, now)
    }

    /// Says that an action of a plan was done today, or is open again. Positions start at 1.
    ///
    /// # Errors
    /// When there is no such action.
    pub fn mark_plan_action(
        &mut self,
        plan: &str,
        position: u32,
        done: bool,
        now: Now,
    ) -> Result<ImprovementView, DeskError> {
        let today = self.day(now);
        let held = self.plan(plan)?;
        let key = if done { "entry-plan-done" } else { "entry-plan-open" };
        let what = self.about(&held, key)?.with("number", position);
        let done = done.then_some(today);
        self.record(ActKind::Plan, what, now, |writing| Ok(writing.mark_action(held.id, position, done)?))?;
        self.improvement(&held.distributor.to_string(), now)
    }

    /// Reviews a plan on its day or later.
    ///
    /// # Errors
    /// When there is no such plan or outcome, the plan is closed, or its day has not come.
    pub fn review_plan(
        &mut self,
        plan: &str,
        outcome: &str,
        note: &str,
        now: Now,
    ) -> Result<ImprovementView, DeskError> {
        let today = self.day(now);
        let held = self.plan(plan)?;
        let unknown = || DeskError::new(ErrorKind::Invalid, "plan-outcome", &[("text", outcome.into())]);
        let outcome = Outcome::from_key(outcome).ok_or_else(unknown)?;
        let playbook = self.rules_on(held.opened)?;
        match state(&held.plan(), &playbook, today) {
            PlanState::ReviewDue { .. } => {}
            PlanState::Closed(_) => return Err(DeskError::new(ErrorKind::Invalid, "plan-closed", &[])),
            PlanState::Open { .. } => {
                let day = format::day_short(words(), review_day(held.plan().since, &playbook));
                return Err(DeskError::new(ErrorKind::Invalid, "plan-early", &[("day", day.into())]));
            }
        }
        let what = self.about(&held, "entry-plan-review")?.with("outcome", outcome.key());
        let review = PlanReview { held: today, outcome, note: note.trim().to_owned() };
        self.record(ActKind::Plan, what, now, |writing| Ok(writing.review_plan(held.id, &review)?))?;
        self.improvement(&held.distributor.to_string(), now)
    }

    fn plan(&self, id: &str) -> Result<HeldPlan, DeskError> {
        let gone = || DeskError::new(ErrorKind::Unknown, "unknown", &[("what", "plan".into())]);
        self.store.plans(None)?.into_iter().find(|plan| plan.id.to_string() == id).ok_or_else(gone)
    }

    fn about(&self, plan: &HeldPlan, key: &str) -> Result<What, DeskError> {
        let name = self.store.distributor(plan.distributor)?.map(|held| held.card.name).unwrap_or_default();
        Ok(What::new(key).with("name", name).with("kpi", title_of(&self.rules_on(plan.opened)?, &plan.kpi)))
    }
}

fn action(entered: &ActionEntered) -> Result<Action, DeskError> {
    let due = day(&entered.due)?;
    Ok(Action { what: entered.what.trim().to_owned(), owner: entered.owner.trim().to_owned(), due })
}

/// All that is wrong, a sentence each.
fn refused(found: &[Flaw], review: NaiveDate) -> DeskError {
    let words = words();
    let sentence = |flaw: &Flaw| match flaw {
        Flaw::Count(count) => words.say("plan-flaw-count", &[("count", (*count).into())]),
        Flaw::NoWhat(number) => words.say("plan-flaw-no-what", &[("number", (*number).into())]),
        Flaw::NoOwner(number) => words.say("plan-flaw-no-owner", &[("number", (*number).into())]),
        Flaw::DueBefore(number) => words.say("plan-flaw-due-before", &[("number", (*number).into())]),
        Flaw::DueAfterReview(number) => {
            let day = format::day_short(words, review);
            words.say("plan-flaw-due-after", &[("number", (*number).into()), ("day", day.into())])
        }
    };
    let message = found.iter().map(sentence).collect::<Vec<_>>().join(" ");
    DeskError { kind: ErrorKind::Invalid, message, hint: String::new() }
}
