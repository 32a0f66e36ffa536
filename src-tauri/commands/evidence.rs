//! Says who? Where a number comes from.

use desk::view::{EvidenceView, SheetView};
use tauri::AppHandle;

use crate::shell::{Answer, at_desk};

/// How a number is made, and of which stated values.
#[tauri::command]
pub(crate) async fn evidence(app: AppHandle, token: String) -> Answer<EvidenceView> {
    at_desk(app, move |desk, now| desk.evidence(&token, now)).await
}

/// The sheet that a value was stated on, its cell marked.
#[tauri::command]
pub(crate) async fn evidence_sheet(app: AppHandle, token: String, sheet: Option<i32>) -> Answer<SheetView> {
    at_desk(app, move |desk, now| desk.evidence_sheet(&token, sheet, now)).await
}
