//! The system's file dialogs. They are opened here, not by the page: it never learns a path it was not given.

use std::path::PathBuf;

use desk::view::{ErrorView, Problem};
use tauri::{AppHandle, Manager, async_runtime};
use tauri_plugin_dialog::{DialogExt, FileDialogBuilder, FilePath, MessageDialogKind};

/// What a dialog offers to choose: a key of the catalogue, and endings without the dot.
pub(crate) type Filter = (&'static str, &'static [&'static str]);

/// Spreadsheets as distributors send them.
pub(crate) const SPREADSHEETS: Filter =
    ("dialog-spreadsheets", &["xlsx", "xlsm", "xlsb", "xls", "ods", "csv", "tsv", "txt"]);

/// Lists of distributors.
pub(crate) const LISTS: Filter = ("dialog-lists", &["csv"]);

/// Packs.
pub(crate) const PACKS: Filter = ("dialog-packs", &["pdf"]);

/// The results of a batch.
pub(crate) const RESULTS: Filter = ("dialog-results", &["xlsx", "csv"]);

/// Several files; none when it was closed.
pub(crate) async fn files(app: &AppHandle, title: &str, filter: Filter) -> Vec<PathBuf> {
    let dialog = dialog(app, title, Some(filter)).add_filter(desk::words().say("dialog-every-file", &[]), &["*"]);
    let chosen = answer(|reply| dialog.pick_files(reply)).await;
    chosen.unwrap_or_default().into_iter().filter_map(path).collect()
}

/// One file.
pub(crate) async fn file(app: &AppHandle, title: &str, filter: Filter) -> Option<PathBuf> {
    let dialog = dialog(app, title, Some(filter));
    answer(|reply| dialog.pick_file(reply)).await.and_then(path)
}

/// A folder.
pub(crate) async fn folder(app: &AppHandle, title: &str) -> Option<PathBuf> {
    let dialog = dialog(app, title, None);
    answer(|reply| dialog.pick_folder(reply)).await.and_then(path)
}

/// Where to save, with a name to start from.
pub(crate) async fn save(app: &AppHandle, title: &str, filter: Filter, name: &str) -> Option<PathBuf> {
    let dialog = dialog(app, title, Some(filter)).set_file_name(name);
    answer(|reply| dialog.save_file(reply)).await.and_then(path)
}

/// Says what went wrong where no call of the page could be answered.
pub(crate) fn tell(app: &AppHandle, error: &ErrorView) {
    let text = [error.message.as_str(), error.hint.as_str()].join(" ");
    app.dialog().message(text.trim()).title("Entrepot").kind(MessageDialogKind::Error).show(|_| ());
}

/// How many problems a message of the system has room for.
const SHOWN: usize = 10;

/// Says what of a list was left out, and why; nothing when all of it was taken.
pub(crate) fn tell_left_out(app: &AppHandle, problems: &[Problem]) {
    if problems.is_empty() {
        return;
    }
    let words = desk::words();
    let line = |problem: &Problem| format!("{}: {} {}", problem.place, problem.message, problem.hint).trim().to_owned();
    let mut lines: Vec<String> = problems.iter().take(SHOWN).map(line).collect();
    if problems.len() > SHOWN {
        lines.push(words.say("dialog-left-out-more", &[("count", (problems.len() - SHOWN).into())]));
    }
    let message = app.dialog().message(lines.join("\n")).title(words.say("dialog-left-out", &[]));
    message.kind(MessageDialogKind::Warning).show(|_| ());
}

fn dialog(app: &AppHandle, title: &str, filter: Option<Filter>) -> FileDialogBuilder<tauri::Wry> {
    let words = desk::words();
    let mut dialog = app.dialog().file().set_title(words.say(title, &[]));
    if let Some((name, endings)) = filter {
        dialog = dialog.add_filter(words.say(name, &[]), endings);
    }
    match app.get_webview_window(crate::WINDOW) {
        Some(window) => dialog.set_parent(&window),
        None => dialog,
    }
}

/// Opens a dialog and waits for its answer without holding a thread.
async fn answer<T: Send + 'static>(open: impl FnOnce(Box<dyn FnOnce(Option<T>) + Send>)) -> Option<T> {
    let (reply, mut heard) = async_runtime::channel(1);
    open(Box::new(move |chosen| drop(reply.try_send(chosen))));
    heard.recv().await.flatten()
}

fn path(chosen: FilePath) -> Option<PathBuf> {
    chosen.into_path().ok()
}
