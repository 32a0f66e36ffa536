//! Targets: the grid of a distributor, set, amended, pasted and imported.

use desk::TargetDefaults;
use desk::view::{TakenView, TargetBlock, TargetChange, TargetsView};
use tauri::AppHandle;

use crate::dialogs;
use crate::shell::{Answer, at_desk, changing};

/// The targets of a distributor or of one of its grants in a year, by quarter or by month.
#[tauri::command]
pub(crate) async fn targets(
    app: AppHandle,
    distributor: String,
    grant: String,
    year: Option<i32>,
    by: String,
) -> Answer<TargetsView> {
    at_desk(app, move |desk, now| desk.targets(&distributor, &grant, year, &by, now)).await
}

/// Sets cells of the grid; answers with the entry.
#[tauri::command]
pub(crate) async fn set_targets(app: AppHandle, change: TargetChange) -> Answer<String> {
    changing(app, move |desk, now| desk.set_targets(&change, now)).await
}

/// What a pasted block would set, beginning at a cell.
#[tauri::command]
pub(crate) async fn paste_targets(
    app: AppHandle,
    distributor: String,
    grant: String,
    kpi: String,
    period: String,
    text: String,
) -> Answer<TargetBlock> {
    at_desk(app, move |desk, now| desk.paste_targets(&distributor, &grant, (&kpi, &period), &text, now)).await
}

/// Takes targets from a file of the user's choice, and says what of it could not be taken; `None` when none was chosen.
/// A file without a column of distributors is about the one that is shown, and without one of grants about its grant.
#[tauri::command]
pub(crate) async fn import_targets(app: AppHandle, distributor: String, grant: String) -> Answer<Option<TakenView>> {
    let Some(path) = dialogs::file(&app, "dialog-targets", dialogs::SPREADSHEETS).await else { return Ok(None) };
    let said = TargetDefaults { distributor: Some(distributor), grant, ..TargetDefaults::default() };
    let take = move |desk: &mut desk::Desk, now| desk.import_targets(&path, &said, now);
    let done = changing(app.clone(), take).await?;
    dialogs::tell_left_out(&app, &done.problems);
    Ok(Some(TakenView { text: done.summary(), entry: done.entry }))
}
