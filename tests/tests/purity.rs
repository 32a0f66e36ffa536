//! The playbook depends on nothing but its arguments, and no float ever holds a number that matters.

use journeys::house::{Source, needed, sources};

/// The crates that the playbook may use: arithmetic, dates, errors.
const ALLOWED: &[&str] = &["chrono", "num-bigint", "num-rational", "num-traits", "rust_decimal", "thiserror"];

/// What reaches outside of a computation.
const OUTSIDE: &[&str] = &[
    "std::env",
    "std::fs",
    "std::io",
    "std::net",
    "std::path",
    "std::process",
    "std::thread",
    "std::time",
    "SystemTime",
    "Instant",
    "Local::",
    "::now(",
    "println!",
    "eprintln!",
    "include_bytes!",
    "async ",
    "static mut",
    "thread_local!",
];

/// Where numbers are kept, computed and worded.
const EXACT: &[&str] = &["playbook", "store", "words", "desk"];

#[test]
fn the_playbook_uses_arithmetic_dates_and_errors_alone() {
    for name in &needed()["playbook"] {
        assert!(ALLOWED.contains(&name.as_str()), "playbook must not use {name}");
    }
}

#[test]
fn the_playbook_reads_nothing_of_the_machine() {
    for file in sources("src-tauri/crates/playbook/src", &[".rs"]) {
        for word in OUTSIDE {
            check_absent(&file, word, |code| code.contains(word));
        }
    }
}

#[test]
fn no_float_where_numbers_are_kept_computed_and_worded() {
    for room in EXACT {
        for file in sources(&format!("src-tauri/crates/{room}/src"), &[".rs"]) {
            for word in ["f32", "f64"] {
                check_absent(&file, word, |code| has_word(code, word));
            }
        }
    }
}

#[track_caller]
fn check_absent(file: &Source, word: &str, found: impl Fn(&str) -> bool) {
    for (number, line) in file.text.lines().enumerate() {
        let code = line.split("//").next().unwrap_or_default();
        assert!(!found(code), "{}:{}: `{word}` has no place here", file.path, number + 1);
    }
}

/// Whether a word stands by itself or behind a number or an underscore, as in `1.0_f64`, not inside of another.
fn has_word(code: &str, word: &str) -> bool {
    code.match_indices(word).any(|(at, _)| {
        let before = code[..at].chars().next_back().is_some_and(|letter| letter.is_ascii_alphabetic());
        let after = code[at + word.len()..].chars().next().is_some_and(|letter| letter.is_ascii_alphanumeric());
        !before && !after
    })
}

#[test]
fn a_float_is_found_by_its_type_alone() {
    for (code, found) in [("let x: f64 = y;", true), ("1.0_f32", true), ("0xaf64", false), ("f640", false)] {
        assert_eq!(has_word(code, "f64") || has_word(code, "f32"), found, "{code}");
    }
}
