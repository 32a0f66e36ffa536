//! What the window's sources must not do: the content policy, the tokens and the one door to Rust.

use journeys::house::{Source, read, sources};

#[track_caller]
fn check_absent(files: &[Source], word: &str, why: &str) {
    for file in files {
        if let Some(number) = file.text.lines().position(|line| line.contains(word)) {
            panic!("{}:{}: `{word}`: {why}", file.path, number + 1);
        }
    }
}

#[test]
fn markup_has_no_style_strings_and_no_raw_html() {
    let components = sources("ui/src", &[".svelte", ".html"]);
    check_absent(&components, " style=\"", "the content policy forbids it; use a class or Svelte's style:name");
    check_absent(&components, "{@html", "a report's text would become markup");
}

#[test]
fn only_the_door_talks_to_rust() {
    let mut files = sources("ui/src", &[".ts", ".svelte"]);
    files.retain(|file| file.path != "ui/src/api.ts" && !file.path.ends_with(".test.ts"));
    check_absent(&files, "@tauri-apps", "only api.ts talks to Rust");
}

#[test]
fn colours_stand_in_the_tokens_alone() {
    let files = sources("ui/src", &[".css", ".svelte"]);
    for file in files.iter().filter(|file| !file.path.ends_with("/tokens.css")) {
        for (number, line) in file.text.lines().enumerate() {
            assert!(!names_colour(line), "{}:{}: a colour by value: {}", file.path, number + 1, line.trim());
        }
    }
}

/// A colour written by value: `#0c5561`, `rgb(...)`, `hsl(...)`.
fn names_colour(line: &str) -> bool {
    let hex = line.match_indices('#').any(|(at, _)| {
        let digits = line[at + 1..].chars().take_while(char::is_ascii_hexdigit).count();
        let ends = !line[at + 1 + digits..].starts_with(|letter: char| letter.is_ascii_alphanumeric() || letter == '-');
        matches!(digits, 3 | 4 | 6 | 8) && ends
    });
    hex || ["rgb(", "rgba(", "hsl(", "oklch("].iter().any(|call| line.contains(call))
}

#[test]
fn a_colour_is_told_from_a_block() {
    for (line, colour) in [("color: #fbfaf7;", true), ("{#each rows as row}", false), ("#add-file {", false)] {
        assert_eq!(names_colour(line), colour, "{line}");
    }
}

#[test]
fn the_content_policy_allows_nothing_from_outside() {
    let config: serde_json::Value = serde_json::from_str(&read("tauri.conf.json")).expect("it is JSON");
    let policy = config["app"]["security"]["csp"].as_str().expect("there is a policy");
    assert!(policy.starts_with("default-src 'none';"), "{policy}");
    for word in ["unsafe-inline", "unsafe-eval", "https:", "*"] {
        assert!(!policy.contains(word), "{word} in {policy}");
    }
}
