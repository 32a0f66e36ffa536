//! Money: exchange rates by month, and revenue over all distributors at them.

use desk::view::{RateBlock, RateEntry, RatesView, RollUpView, TakenView};
use tauri::AppHandle;

use crate::dialogs;
use crate::shell::{Answer, at_desk, changing};

/// The rates of a year.
#[tauri::command]
pub(crate) async fn rates(app: AppHandle, year: Option<i32>) -> Answer<RatesView> {
    at_desk(app, move |desk, now| desk.rates(year, now)).await
}

/// Sets rates, or takes them out; answers with the entry.
#[tauri::command]
pub(crate) async fn set_rates(app: AppHandle, entries: Vec<RateEntry>) -> Answer<String> {
    changing(app, move |desk, now| desk.set_rates(&entries, now)).await
}

/// What a pasted block would set, beginning at a cell.
#[tauri::command]
pub(crate) async fn paste_rates(app: AppHandle, at: RateEntry, text: String) -> Answer<RateBlock> {
    at_desk(app, move |desk, _| desk.paste_rates(&at, &text)).await
}

/// Takes rates from a file of the user's choice, and says what of it could not be taken; `None` when none was chosen.
#[tauri::command]
pub(crate) async fn import_rates(app: AppHandle) -> Answer<Option<TakenView>> {
    let Some(path) = dialogs::file(&app, "dialog-rates", dialogs::SPREADSHEETS).await else { return Ok(None) };
    let done = changing(app.clone(), move |desk, now| desk.import_rates(&path, now)).await?;
    dialogs::tell_left_out(&app, &done.problems);
    Ok(Some(TakenView { text: done.summary(), entry: done.entry }))
}

/// Chooses the currency of roll-ups.
#[tauri::command]
pub(crate) async fn set_reporting_currency(app: AppHandle, code: String) -> Answer<RatesView> {
    changing(app, move |desk, now| desk.set_reporting_currency(&code, now)).await
}

/// The revenue of a quarter over all distributors in one currency.
#[tauri::command]
pub(crate) async fn roll_up(app: AppHandle, quarter: String) -> Answer<RollUpView> {
    at_desk(app, move |desk, now| desk.roll_up(&quarter, now)).await
}
