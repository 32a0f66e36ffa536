//! The frame around every screen: who works here, the sample, the journal.

use desk::view::{DistributorCard, EntryLine, WorkspaceView};
use tauri::AppHandle;

use crate::shell::{Answer, Cancel, at_desk, changing, off_thread};
use crate::{dialogs, events};

/// What the rail and the first start show.
#[tauri::command]
pub(crate) async fn workspace(app: AppHandle) -> Answer<WorkspaceView> {
    at_desk(app, |desk, now| desk.workspace(now)).await
}

/// Says who works here.
#[tauri::command]
pub(crate) async fn set_manager(app: AppHandle, company: String, manager: String) -> Answer<WorkspaceView> {
    changing(app, move |desk, now| desk.set_manager(&company, &manager, now)).await
}

/// Opens the sample workspace; builds it first when it isn't there, without keeping others from the desk.
#[tauri::command]
pub(crate) async fn open_sample(app: AppHandle) -> Answer<WorkspaceView> {
    let never = Cancel::default().begin();
    let told = app.clone();
    let progress = move |progress| events::sample_progress(&told, &progress);
    if let Some(job) = at_desk(app.clone(), |desk, _| Ok(desk.begin_sample())).await? {
        let (progress, never) = (progress.clone(), never.clone());
        off_thread(move || job.run(&progress, &never)).await?;
    }
    changing(app, move |desk, now| desk.open_sample(now, &progress, &never)).await
}

/// Goes back to the manager's own workspace.
#[tauri::command]
pub(crate) async fn close_sample(app: AppHandle) -> Answer<WorkspaceView> {
    changing(app, |desk, now| desk.close_sample(now)).await
}

/// Goes back and removes the sample.
#[tauri::command]
pub(crate) async fn remove_sample(app: AppHandle) -> Answer<WorkspaceView> {
    changing(app, |desk, now| desk.remove_sample(now)).await
}

/// What was done, newest first.
#[tauri::command]
pub(crate) async fn journal(app: AppHandle, limit: u32) -> Answer<Vec<EntryLine>> {
    at_desk(app, move |desk, now| desk.journal(limit, now)).await
}

/// Takes an entry back.
#[tauri::command]
pub(crate) async fn undo(app: AppHandle, entry: String) -> Answer<WorkspaceView> {
    changing(app, move |desk, now| desk.undo(&entry, now)).await
}

/// Brings an entry back.
#[tauri::command]
pub(crate) async fn redo(app: AppHandle, entry: String) -> Answer<WorkspaceView> {
    changing(app, move |desk, now| desk.redo(&entry, now)).await
}

/// Keeps what is said of a distributor; answers with its id.
#[tauri::command]
pub(crate) async fn save_distributor(app: AppHandle, card: DistributorCard) -> Answer<String> {
    changing(app, move |desk, now| desk.save_distributor(&card, now)).await
}

/// Takes distributors from a list of the user's choice, and says which rows could not be taken.
#[tauri::command]
pub(crate) async fn import_register(app: AppHandle) -> Answer<WorkspaceView> {
    let Some(path) = dialogs::file(&app, "dialog-register", dialogs::LISTS).await else {
        return workspace(app).await;
    };
    let (view, problems) = changing(app.clone(), move |desk, now| desk.import_register(&path, now)).await?;
    dialogs::tell_left_out(&app, &problems);
    Ok(view)
}
