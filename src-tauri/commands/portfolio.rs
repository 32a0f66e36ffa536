//! Portfolio: every distributor against every KPI.

use desk::view::PortfolioView;
use tauri::AppHandle;

use crate::shell::{Answer, at_desk};

/// The heat table of a quarter.
#[tauri::command]
pub(crate) async fn portfolio(app: AppHandle, quarter: String) -> Answer<PortfolioView> {
    at_desk(app, move |desk, now| desk.portfolio(&quarter, now)).await
}
