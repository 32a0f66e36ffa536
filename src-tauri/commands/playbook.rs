//! Playbook: the rules in force.

use desk::view::{HolidayChanged, PlaybookView};
use tauri::AppHandle;

use crate::shell::{Answer, at_desk, changing};

/// The rules, as tables to read.
#[tauri::command]
pub(crate) async fn playbook_view(app: AppHandle) -> Answer<PlaybookView> {
    at_desk(app, |desk, now| desk.playbook_view(now)).await
}

/// Adds a holiday to a region's table.
#[tauri::command]
pub(crate) async fn add_holiday(
    app: AppHandle,
    region: String,
    date: String,
    name: String,
    estimated: bool,
) -> Answer<HolidayChanged> {
    changing(app, move |desk, now| desk.add_holiday(&region, &date, &name, estimated, now)).await
}

/// Takes a holiday away from a region's table.
#[tauri::command]
pub(crate) async fn remove_holiday(
    app: AppHandle,
    region: String,
    date: String,
    name: String,
) -> Answer<HolidayChanged> {
    changing(app, move |desk, now| desk.remove_holiday(&region, &date, &name, now)).await
}
