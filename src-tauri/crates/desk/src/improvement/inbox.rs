//! What of improvement needs the manager: gaps without a plan, actions overdue, reviews due.

use chrono::NaiveDate;
use playbook::improvement::{PlanState, review_day, state};
use store::HeldPlan;

use super::{ended, open_gaps};
use crate::desk::Desk;
use crate::error::DeskError;
use crate::inbox::{WHENEVER, place, until, when};
use crate::judge::Known;
use crate::now::Now;
use crate::titles::title_of;
use crate::view::{InboxKind, InboxRow, Mark};
use crate::{naming, words};

/// Days ahead in which an action of a plan is listed.
const AHEAD: i32 = 7;

/// Gaps that need a plan, actions that are due, and plans at their review.
pub(crate) fn inbox_rows(desk: &Desk, known: &[Known], now: Now) -> Result<Vec<InboxRow>, DeskError> {
    let plans = desk.store.plans(None)?;
    let judged = desk.rules_on(ended(now.today))?;
    let mut rows = Vec::new();
    for known in known {
        let own: Vec<HeldPlan> =
            plans.iter().filter(|plan| plan.distributor == known.distributor.id).cloned().collect();
        let gaps = open_gaps(known, &judged, &own, now.today);
        rows.extend(gaps.first().map(|first| needed(known, &title_of(&judged, &first.kpi), gaps.len())));
        for plan in &own {
            let playbook = desk.rules_on(plan.opened)?;
            let title = title_of(&playbook, &plan.kpi);
            match state(&plan.plan(), &playbook, now.today) {
                PlanState::Closed(_) => continue,
                PlanState::ReviewDue { .. } => {
                    let day = review_day(plan.plan().since, &playbook);
                    rows.push(row(known, InboxKind::Plan, ("inbox-plan-review", &title), day, now.today));
                }
                PlanState::Open { .. } => {}
            }
            rows.extend(actions(known, plan, &title, now.today));
        }
    }
    Ok(rows)
}

/// One row for a distributor, however many of its KPIs fall short: its tab lists them.
fn needed(known: &Known, title: &str, count: usize) -> InboxRow {
    let values = [("title", title.into()), ("others", (count - 1).into())];
    InboxRow {
        sort: WHENEVER,
        when: String::new(),
        what: words().say("inbox-plans-needed", &values),
        ..row(known, InboxKind::Plan, ("inbox-plan-needed", title), NaiveDate::MIN, NaiveDate::MIN)
    }
}

fn actions(known: &Known, plan: &HeldPlan, title: &str, today: NaiveDate) -> Vec<InboxRow> {
    let open = plan.actions.iter().filter(|held| held.done.is_none() && until(held.action.due, today) <= AHEAD);
    open.map(|held| {
        let values = [("what", held.action.what.as_str().into()), ("owner", held.action.owner.as_str().into())];
        let what = words().say("inbox-plan-action", &values);
        InboxRow { what, ..row(known, InboxKind::Action, ("inbox-plan-needed", title), held.action.due, today) }
    })
    .collect()
}

fn row(known: &Known, kind: InboxKind, (key, title): (&str, &str), day: NaiveDate, today: NaiveDate) -> InboxRow {
    let words = words();
    let left = until(day, today);
    let id = known.distributor.id.to_string();
    InboxRow {
        kind,
        name: naming::name(&known.distributor.card),
        mark: if left < 0 { Mark::Late } else { Mark::Amber },
        what: words.say(key, &[("title", title.into())]),
        when: when(day, today),
        sort: left,
        action: words.say(&format!("inbox-do-{}", kind.key()), &[]),
        place: place(&id, "improvement"),
        distributor: id,
    }
}
