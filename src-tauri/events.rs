//! What the window is told unasked. The names and shapes are those of `Events` in ui/src/api.ts.

use desk::view::{ImportProgress, PackProgress};
use serde::Serialize;
use tauri::{AppHandle, DragDropEvent, Emitter};

/// What files over the window do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
enum Phase {
    Enter,
    Leave,
    Drop,
}

/// What is over the window. Its paths stay in Rust.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
struct Dragged {
    phase: Phase,
    count: usize,
}

/// A menu item that the window acts on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
struct Chosen {
    action: String,
}

/// Reading that was stopped.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
struct Stopped {
    kept: usize,
}

fn emit(app: &AppHandle, name: &str, payload: impl Serialize + Clone) {
    // It fails only while the window closes: then nobody listens.
    drop(app.emit(name, payload));
}

/// A menu item was chosen.
pub(crate) fn menu(app: &AppHandle, action: &str) {
    emit(app, "menu", Chosen { action: action.to_owned() });
}

/// Files came over the window, left it, or were let go.
pub(crate) fn dragged(app: &AppHandle, event: &DragDropEvent) {
    let (phase, count) = match event {
        DragDropEvent::Enter { paths, .. } => (Phase::Enter, paths.len()),
        DragDropEvent::Drop { paths, .. } => (Phase::Drop, paths.len()),
        DragDropEvent::Leave => (Phase::Leave, 0),
        // Over: the window shows the same as on enter.
        _ => return,
    };
    emit(app, "drop", Dragged { phase, count });
}

/// An entry was made or taken back: every screen may show something else now.
pub(crate) fn changed(app: &AppHandle) {
    emit(app, "changed", ());
}

/// The files in review are others now.
pub(crate) fn import_changed(app: &AppHandle) {
    emit(app, "import-changed", ());
}

/// How far reading files is.
pub(crate) fn import_progress(app: &AppHandle, progress: &ImportProgress) {
    emit(app, "import-progress", progress);
}

/// Reading files was stopped; so many of them had been confirmed before, and stay.
pub(crate) fn import_stopped(app: &AppHandle, kept: usize) {
    emit(app, "import-stopped", Stopped { kept });
}

/// How far building the sample workspace is.
pub(crate) fn sample_progress(app: &AppHandle, progress: &ImportProgress) {
    emit(app, "sample-progress", progress);
}

/// How far making packs is.
pub(crate) fn pack_progress(app: &AppHandle, progress: &PackProgress) {
    emit(app, "pack-progress", progress);
}

/// Packs were made.
pub(crate) fn packs_changed(app: &AppHandle) {
    emit(app, "packs-changed", ());
}
