//! Playbook: the rules in force.

use desk::view::PlaybookView;
use tauri::AppHandle;

use crate::shell::{Answer, at_desk};

/// The rules, as tables to read.
#[tauri::command]
pub(crate) async fn playbook_view(app: AppHandle) -> Answer<PlaybookView> {
    at_desk(app, |desk, now| desk.playbook_view(now)).await
}
