//! The Tauri shell: a window around the desk. It reads the clock, opens dialogs, forwards drops, and answers the
//! window's commands with what the desk says.
#![forbid(unsafe_code)]

mod arguments;
mod clock;
mod commands;
mod dialogs;
mod events;
mod menu;
mod shell;
mod watch;

use std::error::Error;
use std::path::{Path, PathBuf};

use desk::{Desk, DeskError, ErrorKind, Who};
use tauri::{App, DragDropEvent, Manager, WebviewWindowBuilder, WindowEvent, async_runtime};
use tauri_plugin_dialog::{DialogExt, MessageDialogKind};

pub use arguments::Arguments;

use crate::clock::Clock;
use crate::commands::reviews;
use crate::commands::{
    batches, distributor, evidence, exclusivity, governance, import, improvement, launch, layouts, money, packs,
    playbook, portfolio, targets, today, workspace,
};
use crate::shell::Shell;

/// The label of the one window.
pub(crate) const WINDOW: &str = "main";

/// Opens the window and stays until it is closed.
///
/// # Errors
/// When the system offers no webview or no display.
pub fn run(arguments: Arguments) -> tauri::Result<()> {
    tauri::Builder::default()
        .plugin(tauri_plugin_single_instance::init(|app, _, _| show(app)))
        .plugin(tauri_plugin_dialog::init())
        .plugin(tauri_plugin_opener::Builder::new().open_js_links_on_click(false).build())
        .plugin(tauri_plugin_window_state::Builder::default().build())
        .menu(menu::build)
        .on_menu_event(|app, event| menu::chosen(app, &event))
        .on_window_event(|window, event| {
            if let WindowEvent::DragDrop(event) = event {
                dragged(window.app_handle(), event);
            }
        })
        .invoke_handler(tauri::generate_handler![
            workspace::workspace,
            workspace::set_manager,
            workspace::open_sample,
            workspace::close_sample,
            workspace::remove_sample,
            workspace::journal,
            workspace::undo,
            workspace::redo,
            workspace::save_distributor,
            workspace::import_register,
            today::today,
            today::settle,
            portfolio::portfolio,
            portfolio::compliance,
            distributor::distributor,
            distributor::month,
            distributor::write_template,
            improvement::improvement,
            improvement::agree_plan,
            improvement::mark_plan_action,
            improvement::review_plan,
            launch::launch,
            launch::tick_launch,
            launch::count_launch,
            launch::move_launch,
            launch::checklist,
            launch::set_checklist,
            exclusivity::exclusivity,
            exclusivity::decide,
            exclusivity::save_grant,
            evidence::evidence,
            evidence::evidence_sheet,
            governance::governance,
            governance::save_band,
            governance::save_promotion,
            governance::save_promotion_result,
            governance::ask_discount,
            governance::answer_discount,
            governance::tick_governance,
            import::import_view,
            import::import_choose,
            import::cancel_import,
            import::review,
            import::set_received,
            import::answer,
            import::confirm,
            import::confirm_all,
            import::confirm_sure,
            import::skip,
            batches::batch,
            batches::export_batch,
            batches::undo_batch,
            batches::watch_folder,
            batches::watch_nothing,
            layouts::profiles,
            layouts::forget_profile,
            layouts::trust_profile,
            layouts::settle_otherwise,
            packs::packs,
            packs::make_packs,
            packs::cancel_packs,
            packs::pack_bytes,
            packs::save_pack,
            packs::print_pack,
            packs::show_pack,
            playbook::playbook_view,
            playbook::playbook_check,
            playbook::playbook_save,
            playbook::set_fiscal_year,
            playbook::add_holiday,
            playbook::remove_holiday,
            targets::targets,
            targets::set_targets,
            targets::paste_targets,
            targets::import_targets,
            money::rates,
            money::set_rates,
            money::paste_rates,
            money::import_rates,
            money::set_reporting_currency,
            money::roll_up,
            reviews::reviews,
            reviews::hold_review,
            reviews::prepare_qbr,
            reviews::save_action,
            reviews::close_quarter,
            reviews::closed_pack,
        ])
        .setup(move |app| {
            match open(&arguments) {
                Ok(shell) => open_window(app, shell)?,
                Err(error) => say_and_leave(app, &error),
            }
            Ok(())
        })
        .run(tauri::generate_context!())
}

/// Opens the record, before there is a window that could show half of it.
fn open(arguments: &Arguments) -> Result<Shell, DeskError> {
    let clock = Clock::new(arguments.today);
    let folder = arguments.data.clone().or_else(desk::standard_folder);
    let folder = folder.ok_or_else(|| DeskError::new(ErrorKind::Other, "no-folder", &[]))?;
    let desk = Desk::open(&folder, who(), &reader()?, clock.now())?;
    Ok(Shell::new(desk, clock))
}

/// The program that reads a file in a process of its own: the one that is running.
fn reader() -> Result<PathBuf, DeskError> {
    std::env::current_exe().map_err(|reason| DeskError::file(Path::new("entrepot"), &reason))
}

/// Who works here, as the system knows them; their own name is asked for in the window.
fn who() -> Who {
    Who { person: whoami::username().unwrap_or_default(), device: whoami::hostname().unwrap_or_default() }
}

fn open_window(app: &mut App, shell: Shell) -> Result<(), Box<dyn Error>> {
    app.manage(shell);
    let config = app.config().app.windows.iter().find(|window| window.label == WINDOW).cloned();
    if let Some(config) = config {
        WebviewWindowBuilder::from_config(app.handle(), &config)?.build()?;
    }
    watch::follow(app.handle());
    Ok(())
}

/// Why there will be no window: in the system's own dialog, and where one was started from, on the terminal.
fn say_and_leave(app: &App, error: &DeskError) {
    eprintln!("{error}");
    let app = app.handle().clone();
    let dialog = app.dialog().message(error.to_string()).title(desk::words().say("dialog-cannot-start", &[]));
    dialog.kind(MessageDialogKind::Error).show(move |_| app.exit(1));
}

/// A second start brings the first one forward.
fn show(app: &tauri::AppHandle) {
    if let Some(window) = app.get_webview_window(WINDOW) {
        // A courtesy of the window system, which may refuse it.
        drop(window.unminimize().and_then(|()| window.set_focus()));
    }
}

fn dragged(app: &tauri::AppHandle, event: &DragDropEvent) {
    events::dragged(app, event);
    if let DragDropEvent::Drop { paths, .. } = event {
        async_runtime::spawn(import::dropped(app.clone(), paths.clone()));
    }
}
