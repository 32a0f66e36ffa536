//! Every message that is asked for is in the catalogue.

use std::collections::BTreeSet;

use journeys::house::sources;

/// The keys of a Fluent file.
fn keys(catalogue: &str) -> BTreeSet<String> {
    let lines = catalogue.lines().filter(|line| line.starts_with(|letter: char| letter.is_ascii_lowercase()));
    lines.filter_map(|line| line.split_once(" =")).map(|(key, _)| key.trim().to_owned()).collect()
}

/// What stands between quotes right behind each call: the key, or its beginning where the rest is computed.
fn asked<'a>(text: &'a str, calls: &[&str]) -> Vec<&'a str> {
    let mut found = Vec::new();
    for call in calls {
        for (at, _) in text.match_indices(call) {
            let rest = text[at + call.len()..].trim_start();
            let literal = rest.strip_prefix('"').or_else(|| rest.strip_prefix('`'));
            found.extend(literal.and_then(|rest| rest.split(['"', '`']).next()));
        }
    }
    found
}

#[track_caller]
fn check(catalogue: &str, folder: &str, endings: &[&str], calls: &[&str]) {
    let files = sources(catalogue, &[".ftl"]);
    let keys: BTreeSet<String> = files.iter().flat_map(|file| keys(&file.text)).collect();
    let mut count = 0;
    for file in sources(folder, endings) {
        for key in asked(&file.text, calls) {
            count += 1;
            let beginning = key.split(['{', '$']).next().unwrap_or_default();
            let known = if beginning == key {
                keys.contains(key)
            } else {
                keys.iter().any(|known| known.starts_with(beginning))
            };
            assert!(known, "{}: “{key}” is not in {catalogue}", file.path);
        }
    }
    assert!(count > 0, "nothing in {folder} asks for a message: the calls have another name now");
}

#[test]
fn use_cases_and_paper_say_what_the_catalogue_has() {
    check("src-tauri/crates/words/en", "src-tauri", &[".rs"], &[".say(", ".say(&format!("]);
}

#[test]
fn a_key_is_read_up_to_what_is_computed() {
    assert_eq!(asked("words.say(\n  \"a-b\", &[])", &[".say("]), ["a-b"]);
    assert_eq!(asked("words.say(&format!(\"month-{}\", n), &[])", &[".say(&format!("]), ["month-{}"]);
}
