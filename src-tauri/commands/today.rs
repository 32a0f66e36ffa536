//! Today: what is late, red, contradictory and due.

use desk::view::TodayView;
use tauri::AppHandle;

use crate::shell::{Answer, at_desk, changing};

/// What waits today.
#[tauri::command]
pub(crate) async fn today(app: AppHandle) -> Answer<TodayView> {
    at_desk(app, |desk, now| desk.today(now)).await
}

/// Settles a contradiction with a reason.
#[tauri::command]
pub(crate) async fn settle(app: AppHandle, distributor: String, subject: String, reason: String) -> Answer<()> {
    changing(app, move |desk, now| desk.settle(&distributor, &subject, &reason, now)).await
}
