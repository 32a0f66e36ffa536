//! Layouts that are remembered: looked at, settled otherwise, trusted, forgotten.

use desk::view::ProfilesView;
use tauri::AppHandle;

use crate::shell::{Answer, at_desk, changing};

/// The layouts that are remembered of a distributor, or of all.
#[tauri::command]
pub(crate) async fn profiles(app: AppHandle, distributor: Option<String>) -> Answer<ProfilesView> {
    at_desk(app, move |desk, now| desk.profiles(distributor.as_deref(), now)).await
}

/// Forgets a layout: its files ask again.
#[tauri::command]
pub(crate) async fn forget_profile(app: AppHandle, profile: String) -> Answer<ProfilesView> {
    changing(app, move |desk, now| desk.forget_profile(&profile, now)).await
}

/// Says whether files of a layout that come into the watched folder are stored unasked.
#[tauri::command]
pub(crate) async fn trust_profile(app: AppHandle, profile: String, trusted: bool) -> Answer<ProfilesView> {
    changing(app, move |desk, now| desk.trust_profile(&profile, trusted, now)).await
}

/// Settles a question of a layout otherwise; with an empty rule it is asked again.
#[tauri::command]
pub(crate) async fn settle_otherwise(
    app: AppHandle,
    profile: String,
    about: String,
    why: String,
    rule: String,
) -> Answer<ProfilesView> {
    changing(app, move |desk, now| desk.settle_otherwise(&profile, &about, &why, &rule, now)).await
}
