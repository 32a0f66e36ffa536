//! Playbook: its versions, the form of the next one, and when years begin.

use desk::view::{DraftFlaw, HolidayChanged, PlaybookDraft, PlaybookView, SavedPlaybook};
use tauri::AppHandle;

use crate::shell::{Answer, at_desk, changing};

/// A version of the rules, or the one that holds today, as tables to read.
#[tauri::command]
pub(crate) async fn playbook_view(app: AppHandle, version: Option<u32>) -> Answer<PlaybookView> {
    at_desk(app, move |desk, now| desk.playbook_view(version, now)).await
}

/// What is wrong with a draft, or worth a second look.
#[tauri::command]
pub(crate) async fn playbook_check(app: AppHandle, draft: PlaybookDraft) -> Answer<Vec<DraftFlaw>> {
    at_desk(app, move |desk, now| desk.check_playbook(&draft, now)).await
}

/// Saves a draft as the version that holds from its day.
#[tauri::command]
pub(crate) async fn playbook_save(app: AppHandle, draft: PlaybookDraft) -> Answer<SavedPlaybook> {
    at_desk(app, move |desk, now| desk.save_playbook(&draft, now)).await
}

/// Says with which month years begin.
#[tauri::command]
pub(crate) async fn set_fiscal_year(app: AppHandle, month: u32) -> Answer<PlaybookView> {
    at_desk(app, move |desk, now| desk.set_fiscal_year(month, now)).await
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
