//! Pricing and promotions: the approver matrix, promotions, requests and the checklist of one distributor.

use desk::view::{AnswerForm, BandForm, GovernanceView, PromotionForm, RequestForm, RunForm};
use tauri::AppHandle;

use crate::shell::{Answer, at_desk, changing};

/// Pricing and promotions as of a month; the last full one where it is empty.
#[tauri::command]
pub(crate) async fn governance(app: AppHandle, id: String, month: String) -> Answer<GovernanceView> {
    at_desk(app, move |desk, now| desk.governance(&id, &month, now)).await
}

/// Adds or revises a row of the approver matrix; answers with the journal's entry.
#[tauri::command]
pub(crate) async fn save_band(app: AppHandle, form: BandForm) -> Answer<Option<String>> {
    changing(app, move |desk, now| desk.save_band(&form, now)).await
}

/// Adds or revises a promotion.
#[tauri::command]
pub(crate) async fn save_promotion(app: AppHandle, form: PromotionForm) -> Answer<Option<String>> {
    changing(app, move |desk, now| desk.save_promotion(&form, now)).await
}

/// Notes how a promotion was run.
#[tauri::command]
pub(crate) async fn save_promotion_result(app: AppHandle, form: RunForm) -> Answer<Option<String>> {
    changing(app, move |desk, now| desk.save_promotion_result(&form, now)).await
}

/// Keeps a request for a discount above the band.
#[tauri::command]
pub(crate) async fn ask_discount(app: AppHandle, form: RequestForm) -> Answer<Option<String>> {
    changing(app, move |desk, now| desk.ask_discount(&form, now)).await
}

/// Answers a request.
#[tauri::command]
pub(crate) async fn answer_discount(app: AppHandle, form: AnswerForm) -> Answer<Option<String>> {
    changing(app, move |desk, now| desk.answer_discount(&form, now)).await
}

/// Ticks an item of the checklist, or takes the tick away.
#[tauri::command]
pub(crate) async fn tick_governance(
    app: AppHandle,
    distributor: String,
    month: String,
    item: String,
    ticked: bool,
) -> Answer<Option<String>> {
    changing(app, move |desk, now| desk.tick_governance(&distributor, &month, &item, ticked, now)).await
}
