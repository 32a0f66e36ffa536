//! Improvement: gaps, plans, reviews.

use desk::view::{ImprovementView, PlanEntered};
use tauri::AppHandle;

use crate::shell::{Answer, at_desk, changing};

/// What falls short at a distributor, and the plans against it.
#[tauri::command]
pub(crate) async fn improvement(app: AppHandle, id: String) -> Answer<ImprovementView> {
    at_desk(app, move |desk, now| desk.improvement(&id, now)).await
}

/// Agrees a plan of three actions.
#[tauri::command]
pub(crate) async fn agree_plan(app: AppHandle, id: String, plan: PlanEntered) -> Answer<ImprovementView> {
    changing(app, move |desk, now| desk.agree_plan(&id, &plan, now)).await
}

/// Says that an action of a plan is done, or open again.
#[tauri::command]
pub(crate) async fn mark_plan_action(
    app: AppHandle,
    plan: String,
    position: u32,
    done: bool,
) -> Answer<ImprovementView> {
    changing(app, move |desk, now| desk.mark_plan_action(&plan, position, done, now)).await
}

/// Reviews a plan.
#[tauri::command]
pub(crate) async fn review_plan(
    app: AppHandle,
    plan: String,
    outcome: String,
    note: String,
) -> Answer<ImprovementView> {
    changing(app, move |desk, now| desk.review_plan(&plan, &outcome, &note, now)).await
}
