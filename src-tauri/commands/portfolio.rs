//! Portfolio: every distributor against every KPI.

use desk::view::{ComplianceView, PortfolioView};
use tauri::AppHandle;

use crate::shell::{Answer, at_desk};

/// The heat table of a quarter.
#[tauri::command]
pub(crate) async fn portfolio(app: AppHandle, quarter: String) -> Answer<PortfolioView> {
    at_desk(app, move |desk, now| desk.portfolio(&quarter, now)).await
}

/// The reports of a quarter over all distributors.
#[tauri::command]
pub(crate) async fn compliance(app: AppHandle, quarter: String) -> Answer<ComplianceView> {
    at_desk(app, move |desk, now| desk.compliance(&quarter, now)).await
}
