//! Today: what is late, red, contradictory and due.

use desk::view::TodayView;
use tauri::AppHandle;

use crate::shell::{Answer, at_desk};

/// What waits today.
#[tauri::command]
pub(crate) async fn today(app: AppHandle) -> Answer<TodayView> {
    at_desk(app, |desk, now| desk.today(now)).await
}
