//! Import: files in review, questions, results.

use std::path::PathBuf;
use std::sync::{Mutex, PoisonError};

use desk::view::{ImportView, ReviewView};
use desk::{ReadJob, Said};
use serde::Deserialize;
use tauri::{AppHandle, Manager, State};

use crate::shell::{Answer, Shell, at_desk, changing, off_thread};
use crate::{dialogs, events};

/// The files at hand.
#[tauri::command]
pub(crate) async fn import_view(app: AppHandle) -> Answer<ImportView> {
    at_desk(app, |desk, now| desk.import_view(now)).await
}

/// Asks for files by the system's dialog and reads them as if they had been dropped.
#[tauri::command]
pub(crate) async fn import_choose(app: AppHandle) -> Answer<()> {
    let files = dialogs::files(&app, "dialog-reports", dialogs::SPREADSHEETS).await;
    if files.is_empty() { Ok(()) } else { read(app, files).await }
}

/// Reads files into review, without keeping others from the desk. What can't be read stands there with the reason; the
/// others go on.
pub(crate) async fn read(app: AppHandle, paths: Vec<PathBuf>) -> Answer<()> {
    let job = at_desk(app.clone(), move |desk, now| desk.begin_import(&paths, None, now)).await?;
    go_on(app, job).await
}

/// Reads files that came into the watched folder. There is no call to answer, so an error is told by the system.
pub(crate) async fn came(app: AppHandle, files: Vec<PathBuf>) {
    let job = at_desk(app.clone(), move |desk, now| desk.begin_watched(&files, now)).await;
    let done = match job {
        Ok(job) => go_on(app.clone(), job).await,
        Err(error) => Err(error),
    };
    if let Err(error) = done {
        dialogs::tell(&app, &error);
    }
    // A trusted layout may have been stored.
    events::changed(&app);
}

/// Reads what was listed; each file can be looked at as soon as it was read.
async fn go_on(app: AppHandle, job: ReadJob) -> Answer<()> {
    // The files are listed before the first of them is read.
    events::import_changed(&app);
    let cancel = app.state::<Shell>().import.begin();
    let told = app.clone();
    let read = off_thread(move || {
        let failed = Mutex::new(None);
        let each = |file| {
            let shell = told.state::<Shell>();
            let now = shell.now();
            if let Err(error) = shell.desk().take_in(file, now) {
                *failed.lock().unwrap_or_else(PoisonError::into_inner) = Some(error);
            }
            events::import_changed(&told);
        };
        let read = job.run_each(&each, &|progress| events::import_progress(&told, &progress), &cancel);
        match failed.into_inner().unwrap_or_else(PoisonError::into_inner) {
            Some(error) => Err(error),
            None => Ok(read),
        }
    })
    .await?;
    let done = at_desk(app.clone(), move |desk, now| desk.finish_import(read, now)).await;
    events::import_changed(&app);
    if let Some(kept) = done? {
        events::import_stopped(&app, kept);
    }
    Ok(())
}

/// Reads files that were let go over the window. There is no call to answer, so an error is told by the system.
pub(crate) async fn dropped(app: AppHandle, files: Vec<PathBuf>) {
    if let Err(error) = read(app.clone(), files).await {
        dialogs::tell(&app, &error);
    }
}

/// Stops reading: nothing of the drop stays but what was confirmed already.
#[tauri::command]
pub(crate) fn cancel_import(shell: State<'_, Shell>) {
    shell.import.stop();
}

/// One file under review; `sheet` chooses among its sheets.
#[tauri::command]
pub(crate) async fn review(app: AppHandle, file: String, sheet: Option<i32>) -> Answer<ReviewView> {
    at_desk(app, move |desk, now| desk.review(&file, sheet, now)).await
}

/// Says on which day a file came, ISO.
#[tauri::command]
pub(crate) async fn set_received(app: AppHandle, file: String, date: String) -> Answer<ReviewView> {
    at_desk(app, move |desk, now| desk.set_received(&file, &date, now)).await
}

/// A cell that was pointed at.
#[derive(Debug, Clone, Deserialize)]
pub(crate) struct Pointed {
    place: String,
    sheet: i32,
}

/// Answers a question: by one of its choices, by a typed text, by a cell that was pointed at, or by leaving the value out;
/// with none of them it is asked again.
#[tauri::command]
pub(crate) async fn answer(
    app: AppHandle,
    question: String,
    choice: Option<String>,
    text: Option<String>,
    cell: Option<Pointed>,
    leave_out: bool,
) -> Answer<ReviewView> {
    let said = match (choice, text, cell) {
        _ if leave_out => Said::LeaveOut,
        (Some(key), ..) => Said::Choice(key),
        (None, Some(text), _) => Said::Text(text),
        (None, None, Some(Pointed { place, sheet })) => Said::Cell(place, sheet),
        (None, None, None) => Said::Reopen,
    };
    at_desk(app, move |desk, now| desk.answer(&question, &said, now)).await
}

/// Stores a file's reports.
#[tauri::command]
pub(crate) async fn confirm(app: AppHandle, file: String) -> Answer<ReviewView> {
    changing(app, move |desk, now| desk.confirm(&file, now)).await
}

/// Stores the reports of a file that ask nothing; the others go on waiting.
#[tauri::command]
pub(crate) async fn confirm_sure(app: AppHandle, file: String) -> Answer<ReviewView> {
    changing(app, move |desk, now| desk.confirm_sure(&file, now)).await
}

/// Stores all that is sure: every file that asks nothing, and of the others the reports that ask nothing.
#[tauri::command]
pub(crate) async fn confirm_all(app: AppHandle) -> Answer<ImportView> {
    changing(app, |desk, now| desk.confirm_all(now)).await
}

/// Puts a file aside: nothing of it is stored.
#[tauri::command]
pub(crate) async fn skip(app: AppHandle, file: String) -> Answer<ImportView> {
    at_desk(app, move |desk, now| desk.skip(&file, now)).await
}
