//! One distributor: scorecard, reports, and the forms sent to them.

use std::path::PathBuf;

use desk::view::{DistributorView, MonthView};
use tauri::AppHandle;
use tauri_plugin_opener::OpenerExt;

use crate::dialogs;
use crate::shell::{Answer, at_desk};

/// The screen of one distributor in one quarter.
#[tauri::command]
pub(crate) async fn distributor(app: AppHandle, id: String, quarter: String) -> Answer<DistributorView> {
    at_desk(app, move |desk, now| desk.distributor(&id, &quarter, now)).await
}

/// The scorecard of one distributor in one month, or in a quarter's newest month that is over.
#[tauri::command]
pub(crate) async fn month(app: AppHandle, id: String, month: String) -> Answer<MonthView> {
    at_desk(app, move |desk, now| desk.month(&id, &month, now)).await
}

/// Writes a report form into a folder of the user's choice and shows it there; `None` when none was chosen.
#[tauri::command]
pub(crate) async fn write_template(
    app: AppHandle,
    distributor: String,
    kind: String,
    period: String,
) -> Answer<Option<PathBuf>> {
    let Some(folder) = dialogs::folder(&app, "dialog-template").await else { return Ok(None) };
    let write = move |desk: &mut desk::Desk, now| desk.write_template(&distributor, &kind, &period, &folder, now);
    let path = at_desk(app.clone(), write).await?;
    // Showing it is a courtesy: where the system has no file browser, the form is written all the same.
    drop(app.opener().reveal_item_in_dir(&path));
    Ok(Some(path))
}
