//! Reviews: monthly ones, the quarterly one with its actions, and closing a quarter.

use desk::view::{ActionCard, HeldCard, MadePack, QbrCard, ReviewsView};
use tauri::AppHandle;

use crate::shell::{Answer, at_desk, changing};

/// The reviews of a distributor in a quarter.
#[tauri::command]
pub(crate) async fn reviews(app: AppHandle, id: String, quarter: String) -> Answer<ReviewsView> {
    at_desk(app, move |desk, now| desk.reviews(&id, &quarter, now)).await
}

/// Notes that a review was held; answers with the entry.
#[tauri::command]
pub(crate) async fn hold_review(app: AppHandle, id: String, card: HeldCard) -> Answer<Option<String>> {
    changing(app, move |desk, now| desk.hold_review(&id, &card, now)).await
}

/// Keeps what is written down for a quarterly review; answers with the entry.
#[tauri::command]
pub(crate) async fn prepare_qbr(app: AppHandle, id: String, quarter: String, card: QbrCard) -> Answer<Option<String>> {
    changing(app, move |desk, now| desk.prepare_qbr(&id, &quarter, &card, now)).await
}

/// Adds or revises an action; answers with the entry.
#[tauri::command]
pub(crate) async fn save_action(
    app: AppHandle,
    id: String,
    quarter: String,
    card: ActionCard,
) -> Answer<Option<String>> {
    changing(app, move |desk, now| desk.save_action(&id, &quarter, &card, now)).await
}

/// Closes a quarter with a distributor; answers with the entry.
#[tauri::command]
pub(crate) async fn close_quarter(app: AppHandle, id: String, quarter: String, reason: String) -> Answer<String> {
    changing(app, move |desk, now| desk.close_quarter(&id, &quarter, &reason, now).map(|closed| closed.entry)).await
}

/// Writes the pack of a closed quarter as it was printed when it was closed.
#[tauri::command]
pub(crate) async fn closed_pack(app: AppHandle, id: String, quarter: String, revision: u32) -> Answer<MadePack> {
    at_desk(app, move |desk, now| desk.closed_pack(&id, &quarter, Some(revision), None, now)).await
}
