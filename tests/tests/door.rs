//! The door between window and desk: the page calls what Rust offers, and may call nothing else.

use std::collections::BTreeSet;

use journeys::house::read;

/// What stands in double quotes behind each mark, up to the closing quote.
fn quoted_after(text: &str, mark: &str) -> BTreeSet<String> {
    let behind = text.split(mark).skip(1).filter_map(|rest| rest.split_once('"'));
    // `call<View>("name")`: the type may stand between.
    let near = behind.filter(|(between, _)| !between.contains([';', '\n']));
    near.filter_map(|(_, rest)| rest.split('"').next()).map(str::to_owned).collect()
}

/// The names in build.rs.
fn listed() -> BTreeSet<String> {
    let build = read("src-tauri/build.rs");
    let table = build.split_once("COMMANDS: &[&str] = &[").and_then(|(_, rest)| rest.split_once("];"));
    let (table, _) = table.expect("build.rs has the list of commands");
    table.split('"').skip(1).step_by(2).map(str::to_owned).collect()
}

#[test]
fn the_page_calls_every_command_and_no_other() {
    let called = quoted_after(&read("ui/src/api.ts"), " call<");
    assert_eq!(called, listed());
}

#[test]
fn the_window_may_call_every_command_and_no_other() {
    let capability: serde_json::Value =
        serde_json::from_str(&read("src-tauri/capabilities/window.json")).expect("it is JSON");
    let permissions = capability["permissions"].as_array().expect("there is a list");
    let allowed: BTreeSet<String> = permissions
        .iter()
        .filter_map(|permission| permission.as_str()?.strip_prefix("allow-"))
        .map(|name| name.replace('-', "_"))
        .collect();
    assert_eq!(allowed, listed());
}

#[test]
fn every_command_has_its_handler() {
    let shell = read("src-tauri/lib.rs");
    let table = shell.split_once("generate_handler![").and_then(|(_, rest)| rest.split_once(']'));
    let (table, _) = table.expect("lib.rs has the table of handlers");
    let handled: BTreeSet<String> =
        table.split(',').filter_map(|path| path.trim().rsplit_once("::")).map(|(_, name)| name.to_owned()).collect();
    assert_eq!(handled, listed());
}

#[test]
fn every_event_that_is_sent_is_listened_for_by_its_name() {
    let sent = quoted_after(&read("src-tauri/events.rs"), "emit(app, ");
    let door = read("ui/src/api.ts");
    assert!(!sent.is_empty());
    for name in sent {
        assert!(door.contains(&format!("\n  {name}:")) || door.contains(&format!("\n  \"{name}\":")), "{name}");
    }
}

#[test]
fn a_name_is_read_behind_its_type() {
    let text =
        "export const a = () => call<View>(\"a_name\");\nexport const b = (x: number) => call<Row[]>(\"b\", { x });";
    assert_eq!(quoted_after(text, " call<"), BTreeSet::from(["a_name".to_owned(), "b".to_owned()]));
}
