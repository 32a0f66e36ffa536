//! Launch: the checklist of a distributor, and the list itself.

use desk::view::{ChecklistItem, ChecklistView, LaunchView};
use tauri::AppHandle;

use crate::shell::{Answer, at_desk, changing};

/// The launch of a distributor.
#[tauri::command]
pub(crate) async fn launch(app: AppHandle, id: String) -> Answer<LaunchView> {
    at_desk(app, move |desk, now| desk.launch(&id, now)).await
}

/// Says that an item is done, or open again.
#[tauri::command]
pub(crate) async fn tick_launch(app: AppHandle, id: String, item: String, done: bool) -> Answer<LaunchView> {
    changing(app, move |desk, now| desk.tick_launch(&id, &item, done, now)).await
}

/// Says how many of a counted item there are.
#[tauri::command]
pub(crate) async fn count_launch(app: AppHandle, id: String, item: String, count: u32) -> Answer<LaunchView> {
    changing(app, move |desk, now| desk.count_launch(&id, &item, count, now)).await
}

/// Moves an item to another day, with a reason.
#[tauri::command]
pub(crate) async fn move_launch(
    app: AppHandle,
    id: String,
    item: String,
    to: String,
    reason: String,
) -> Answer<LaunchView> {
    changing(app, move |desk, now| desk.move_launch(&id, &item, &to, &reason, now)).await
}

/// The checklist that new launches follow.
#[tauri::command]
pub(crate) async fn checklist(app: AppHandle) -> Answer<ChecklistView> {
    at_desk(app, |desk, now| desk.checklist(now)).await
}

/// Sets it.
#[tauri::command]
pub(crate) async fn set_checklist(app: AppHandle, items: Vec<ChecklistItem>) -> Answer<ChecklistView> {
    changing(app, move |desk, now| desk.set_checklist(&items, now)).await
}
