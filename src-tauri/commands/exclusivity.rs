//! Exclusivity: what the rule says of a grant, and the decision beside it.

use desk::view::{DecisionInput, DecisionTaken, ExclusivityView, GrantForm};
use tauri::AppHandle;

use crate::shell::{Answer, at_desk, changing};

/// A grant at one stage; the first grant where none is named.
#[tauri::command]
pub(crate) async fn exclusivity(app: AppHandle, id: String, grant: String, stage: String) -> Answer<ExclusivityView> {
    at_desk(app, move |desk, now| desk.exclusivity(&id, &grant, &stage, now)).await
}

/// Takes a decision.
#[tauri::command]
pub(crate) async fn decide(app: AppHandle, decision: DecisionInput) -> Answer<DecisionTaken> {
    changing(app, move |desk, now| desk.decide(&decision, now)).await
}

/// Gives a further grant, or revises the terms of one.
#[tauri::command]
pub(crate) async fn save_grant(app: AppHandle, grant: GrantForm) -> Answer<DecisionTaken> {
    changing(app, move |desk, now| desk.save_grant(&grant, now)).await
}
