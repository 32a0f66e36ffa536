//! The native menu. The window does what it asks for, as if its own button had been pressed.

use tauri::menu::{Menu, MenuBuilder, MenuEvent, MenuItem, MenuItemBuilder, SubmenuBuilder};
use tauri::{AppHandle, Wry};

use crate::events;

/// The items of File, by the actions of the window that they ask for, and their keys.
const FILE: &[(&str, Option<&str>)] = &[("import", Some("CmdOrCtrl+I"))];

/// The items of Edit. Undo and redo have no keys here: in a text field the same keys take back typing, which only the
/// window can tell apart.
const EDIT: &[(&str, Option<&str>)] = &[("undo", None), ("redo", None), ("find", Some("CmdOrCtrl+K"))];

/// The items of View: the screens, in the order of the rail.
const VIEW: &[(&str, Option<&str>)] = &[
    ("today", Some("CmdOrCtrl+1")),
    ("portfolio", Some("CmdOrCtrl+2")),
    ("packs", Some("CmdOrCtrl+3")),
    ("playbook", Some("CmdOrCtrl+4")),
    ("settings", Some("CmdOrCtrl+,")),
];

/// The menu, in words of the catalogue: `menu-` and the item's name.
pub(crate) fn build(app: &AppHandle) -> tauri::Result<Menu<Wry>> {
    let file = submenu(app, "file", FILE)?.separator().close_window_with_text(title("close")).build()?;
    let edit = submenu(app, "edit", EDIT)?;
    // On macOS the keys for cut, copy and paste work only through a menu.
    #[cfg(target_os = "macos")]
    let edit = edit.separator().cut().copy().paste().select_all();
    let view = submenu(app, "view", VIEW)?.build()?;
    let menu = MenuBuilder::new(app);
    #[cfg(target_os = "macos")]
    let menu = {
        let own = SubmenuBuilder::new(app, "Entrepot").about(None).separator().hide().hide_others().separator().quit();
        menu.item(&own.build()?)
    };
    menu.items(&[&file, &edit.build()?, &view]).build()
}

fn title(name: &str) -> String {
    desk::words().say(&format!("menu-{name}"), &[])
}

fn submenu<'a>(
    app: &'a AppHandle,
    name: &str,
    items: &[(&str, Option<&str>)],
) -> tauri::Result<SubmenuBuilder<'a, Wry, AppHandle>> {
    let mut menu = SubmenuBuilder::new(app, title(name));
    for (name, keys) in items {
        menu = menu.item(&item(app, name, *keys)?);
    }
    Ok(menu)
}

fn item(app: &AppHandle, name: &str, keys: Option<&str>) -> tauri::Result<MenuItem<Wry>> {
    let item = MenuItemBuilder::with_id(name, title(name));
    match keys {
        Some(keys) => item.accelerator(keys).build(app),
        None => item.build(app),
    }
}

/// Does what was chosen.
pub(crate) fn chosen(app: &AppHandle, event: &MenuEvent) {
    let name = event.id().as_ref();
    if [FILE, EDIT, VIEW].concat().iter().any(|(known, _)| *known == name) {
        events::menu(app, name);
    }
}
