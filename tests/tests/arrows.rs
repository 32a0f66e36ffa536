//! The arrows of the house: which crate may know which.

use std::collections::BTreeSet;

use journeys::house::needed;

/// Each room, and those of the house that it may know.
const ROOMS: &[(&str, &[&str])] = &[
    ("playbook", &[]),
    ("words", &["playbook"]),
    ("intake", &["playbook"]),
    ("store", &["playbook"]),
    ("pack", &["playbook", "words"]),
    ("desk", &["playbook", "words", "intake", "store", "pack"]),
    ("entrepot-cli", &["desk", "words"]),
    ("entrepot", &["desk"]),
    ("xtask", &[]),
    ("e2e", &[]),
];

/// Crates from outside that one room alone may name.
const KEPT_TO_ONE: &[(&str, &str)] = &[
    ("calamine", "intake"),
    ("fluent-bundle", "words"),
    ("lopdf", "pack"),
    ("parley", "pack"),
    ("printpdf", "pack"),
    ("rusqlite", "store"),
    ("tauri", "entrepot"),
    ("tauri-plugin-dialog", "entrepot"),
    ("tauri-plugin-opener", "entrepot"),
    ("zstd", "store"),
];

/// They ship nothing, and may know every room: they walk through the whole house.
const AROUND: &[&str] = &["journeys", "bench"];

#[test]
fn arrows_point_one_way() {
    let needed = needed();
    let house: BTreeSet<&str> = needed.keys().map(String::as_str).collect();
    let mut known: BTreeSet<&str> = ROOMS.iter().map(|(room, _)| *room).collect();
    known.extend(AROUND);
    assert_eq!(house, known, "every crate has its place in the house, and every place its crate");
    for (room, may_know) in ROOMS {
        for known in needed[*room].iter().filter(|name| house.contains(name.as_str())) {
            assert!(may_know.contains(&known.as_str()), "{room} must not know {known}");
        }
    }
}

#[test]
fn what_belongs_to_one_room_is_named_there_alone() {
    let needed = needed();
    for (outside, room) in KEPT_TO_ONE {
        for (name, needed) in needed.iter().filter(|(name, _)| !AROUND.contains(&name.as_str())) {
            assert!(
                name == room || !needed.iter().any(|it| it == outside),
                "{name} must not name {outside}: it is kept to {room}"
            );
        }
    }
}
