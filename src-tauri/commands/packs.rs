//! Packs: choose, make, look, save, print.

use std::path::{Path, PathBuf};

use desk::view::PacksView;
use desk::{Desk, DeskError, ErrorKind};
use tauri::ipc::Response;
use tauri::{AppHandle, Manager, State};
use tauri_plugin_opener::OpenerExt;

use crate::shell::{Answer, Shell, at_desk, off_thread};
use crate::{dialogs, events};

/// The packs of a quarter.
#[tauri::command]
pub(crate) async fn packs(app: AppHandle, quarter: String) -> Answer<PacksView> {
    at_desk(app, move |desk, now| desk.packs(&quarter, now)).await
}

/// Makes the packs of distributors, without keeping others from the desk. What could not be made stands in the view.
#[tauri::command]
pub(crate) async fn make_packs(app: AppHandle, quarter: String, distributors: Vec<String>) -> Answer<()> {
    let begin = move |desk: &mut Desk, now| desk.begin_packs(&quarter, &distributors, None, now);
    let job = at_desk(app.clone(), begin).await?;
    let cancel = app.state::<Shell>().packs.begin();
    let told = app.clone();
    let written = off_thread(move || Ok(job.run(&|progress| events::pack_progress(&told, &progress), &cancel))).await?;
    let done = at_desk(app.clone(), move |desk, _| match desk.finish_packs(written) {
        // The user stopped it, and knows: what was made until then is there.
        Err(stopped) if stopped.kind == ErrorKind::Cancelled => Ok(()),
        other => other.map(drop),
    });
    let done = done.await;
    events::packs_changed(&app);
    done
}

/// Stops making packs: those that are made stay.
#[tauri::command]
pub(crate) fn cancel_packs(shell: State<'_, Shell>) {
    shell.packs.stop();
}

/// A pack's bytes, for the preview; of packs that were made here alone.
#[tauri::command]
pub(crate) async fn pack_bytes(app: AppHandle, path: PathBuf) -> Answer<Response> {
    at_desk(app, move |desk, _| desk.pack_bytes(&path)).await.map(Response::new)
}

/// Saves a copy where the user says; answers with that place, or `None` when none was chosen.
#[tauri::command]
pub(crate) async fn save_pack(app: AppHandle, path: PathBuf) -> Answer<Option<PathBuf>> {
    let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let Some(to) = dialogs::save(&app, "dialog-save-pack", dialogs::PACKS, &name).await else { return Ok(None) };
    at_desk(app, move |desk, _| desk.save_pack(&path, &to).map(|()| Some(to))).await
}

/// Opens a pack in the system's viewer, which prints.
#[tauri::command]
pub(crate) async fn print_pack(app: AppHandle, path: PathBuf) -> Answer<()> {
    opened(app, path, |app, path| app.opener().open_path(path.to_string_lossy(), None::<&str>)).await
}

/// Shows a pack in its folder.
#[tauri::command]
pub(crate) async fn show_pack(app: AppHandle, path: PathBuf) -> Answer<()> {
    opened(app, path, |app, path| app.opener().reveal_item_in_dir(path)).await
}

/// Hands a pack to another program, after the desk said that it is one of its own.
async fn opened(
    app: AppHandle,
    path: PathBuf,
    open: impl FnOnce(&AppHandle, &Path) -> Result<(), tauri_plugin_opener::Error> + Send + 'static,
) -> Answer<()> {
    let known = at_desk(app.clone(), move |desk, _| desk.known_pack(&path)).await?;
    off_thread(move || {
        let refused = |why: tauri_plugin_opener::Error| DeskError::file(&known, &std::io::Error::other(why));
        open(&app, &known).map_err(refused)
    })
    .await
}
