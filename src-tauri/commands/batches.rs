//! Batches of files: their results, exported or taken back; and the folder that is watched.

use desk::Desk;
use desk::view::{BatchView, WorkspaceView};
use tauri::AppHandle;

use crate::shell::{Answer, at_desk, changing};
use crate::{dialogs, events, watch};

/// What became of each file of a batch.
#[tauri::command]
pub(crate) async fn batch(app: AppHandle, number: i32) -> Answer<BatchView> {
    at_desk(app, move |desk, now| desk.batch(number, now)).await
}

/// Writes the results of a batch where the manager chooses; answers with the path, or nothing when the dialog was closed.
#[tauri::command]
pub(crate) async fn export_batch(app: AppHandle, number: i32) -> Answer<Option<String>> {
    let name = format!("{}.xlsx", Desk::batch_file_name(number));
    let Some(path) = dialogs::save(&app, "dialog-save-results", dialogs::RESULTS, &name).await else {
        return Ok(None);
    };
    at_desk(app, move |desk, now| {
        desk.export_batch(number, &path, now)?;
        Ok(Some(path.display().to_string()))
    })
    .await
}

/// Takes back all that was stored of a batch.
#[tauri::command]
pub(crate) async fn undo_batch(app: AppHandle, number: i32) -> Answer<WorkspaceView> {
    let undone = changing(app.clone(), move |desk, now| desk.undo_batch(number, now)).await;
    events::import_changed(&app);
    undone
}

/// Chooses the folder to watch by the system's dialog.
#[tauri::command]
pub(crate) async fn watch_folder(app: AppHandle) -> Answer<WorkspaceView> {
    let chosen = dialogs::folder(&app, "dialog-watch").await;
    if let Some(folder) = chosen {
        changing(app.clone(), move |desk, now| desk.watch_folder(Some(&folder), now)).await?;
        watch::follow(&app);
    }
    at_desk(app, |desk, now| desk.workspace(now)).await
}

/// Watches no folder any more.
#[tauri::command]
pub(crate) async fn watch_nothing(app: AppHandle) -> Answer<WorkspaceView> {
    let view = changing(app.clone(), |desk, now| desk.watch_folder(None, now)).await?;
    watch::follow(&app);
    Ok(view)
}
