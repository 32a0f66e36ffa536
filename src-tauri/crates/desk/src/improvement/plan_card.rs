//! A plan as it is shown: its actions, and the KPI against its start.

use chrono::NaiveDate;
use playbook::improvement::{Outcome, PlanState, compare, review_day, state};
use store::{HeldPlan, PlannedAction};

use super::attainment;
use crate::desk::Desk;
use crate::error::DeskError;
use crate::judge::Known;
use crate::titles::title_of;
use crate::view::{Choice, ComparisonView, Mark, PlanActionView, PlanCard, PlanReviewRow};
use crate::{format, words};

/// Whether a plan's last review closed it.
pub(crate) fn is_closed(plan: &HeldPlan) -> bool {
    plan.plan().outcome.is_some_and(|outcome| outcome != Outcome::Extend)
}

/// A plan, as of a day. It runs by the rules of the day it was agreed, and is compared by those of the month that
/// triggered it.
pub(super) fn card(desk: &Desk, known: &Known, held: &HeldPlan, today: NaiveDate) -> Result<PlanCard, DeskError> {
    let words = words();
    let plan = held.plan();
    let playbook = &desk.rules_on(held.opened)?;
    let judged = &desk.rules_on(held.month.last_day())?;
    let now = state(&plan, playbook, today);
    let compared = compare(&known.case(judged, today), &plan);
    let proposes = compared.verdict.proposes();
    let outcomes = match now {
        PlanState::ReviewDue { .. } => {
            let mut outcomes = Outcome::ALL.to_vec();
            outcomes.sort_by_key(|outcome| !proposes.contains(outcome));
            outcomes
        }
        _ => Vec::new(),
    };
    let values =
        [("day", format::day_with_year(words, held.opened).into()), ("month", format::month(words, held.month).into())];
    Ok(PlanCard {
        id: held.id.to_string(),
        kpi: held.kpi.to_string(),
        title: title_of(judged, &held.kpi),
        note: words.say("plan-note", &values),
        state: said(now, review_day(plan.since, playbook)),
        mark: mark(now),
        closed: matches!(now, PlanState::Closed(_)),
        actions: (1..).zip(&held.actions).map(|(position, action)| self::action(position, action, today)).collect(),
        comparison: ComparisonView {
            start_title: format::month(words, held.month),
            start: attainment(compared.start.as_ref(), None),
            now_title: compared.now.as_ref().map(|(month, _)| format::month(words, *month)).unwrap_or_default(),
            now: attainment(compared.now.as_ref().map(|(_, value)| value), None),
            verdict: words.say(&format!("plan-verdict-{}", compared.verdict.key()), &[]),
            proposal: proposal(proposes),
        },
        reviews: held
            .reviews
            .iter()
            .map(|review| PlanReviewRow {
                held: format::day_short(words, review.held),
                outcome: outcome(review.outcome),
                note: review.note.clone(),
            })
            .collect(),
        outcomes: outcomes.into_iter().map(|one| Choice { key: one.key().to_owned(), label: outcome(one) }).collect(),
    })
}

fn outcome(outcome: Outcome) -> String {
    words().say(&format!("plan-outcome-{}", outcome.key()), &[])
}

fn proposal(proposes: &[Outcome]) -> String {
    if proposes.is_empty() {
        return String::new();
    }
    let names: Vec<_> = proposes.iter().map(|one| outcome(*one)).collect();
    words().say("plan-proposes", &[("outcomes", names.join("; ").into())])
}

fn said(state: PlanState, review: NaiveDate) -> String {
    let words = words();
    let day = format::day_short(words, review);
    match state {
        PlanState::Open { days } => words.say("plan-state-open", &[("day", day.into()), ("days", days.into())]),
        PlanState::ReviewDue { days: 0 } => words.say("plan-state-today", &[]),
        PlanState::ReviewDue { days } => words.say("plan-state-due", &[("day", day.into()), ("days", days.into())]),
        PlanState::Closed(closed) => outcome(closed),
    }
}

fn mark(state: PlanState) -> Mark {
    match state {
        PlanState::Open { .. } => Mark::Provisional,
        PlanState::ReviewDue { .. } => Mark::Amber,
        PlanState::Closed(Outcome::Improved) => Mark::Met,
        PlanState::Closed(_) => Mark::NotMet,
    }
}

fn action(position: u32, held: &PlannedAction, today: NaiveDate) -> PlanActionView {
    let words = words();
    let overdue = (today - held.action.due).num_days();
    let (state, mark) = match held.done {
        Some(day) => (words.say("action-done", &[("day", format::day(words, day).into())]), Mark::Met),
        None if overdue > 0 => (words.say("action-overdue", &[("days", overdue.into())]), Mark::Late),
        None => (words.say("action-open", &[]), Mark::NotDue),
    };
    PlanActionView {
        position,
        what: held.action.what.clone(),
        owner: held.action.owner.clone(),
        due: format::day_short(words, held.action.due),
        state,
        mark,
        done: held.done.is_some(),
    }
}
