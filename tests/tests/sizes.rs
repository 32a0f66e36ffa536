//! Files stay small enough to be read in one go.

use journeys::house::{lines_of_code, shipped, sources};

/// Lines of code in a Rust, TypeScript or CSS file.
const FILE: usize = 400;

/// Lines of a Svelte component, markup included.
const COMPONENT: usize = 200;

#[test]
fn rust_files_have_a_ceiling() {
    let files = sources("src-tauri", &[".rs"]).into_iter().chain(sources("tests", &[".rs"]));
    for file in files {
        let lines = lines_of_code(shipped(&file.text));
        assert!(lines <= FILE, "{}: {lines} lines of code; the ceiling is {FILE}", file.path);
    }
}

#[test]
fn window_files_have_a_ceiling() {
    for file in sources("ui/src", &[".ts", ".css", ".svelte"]) {
        let ceiling = if file.path.ends_with(".svelte") { COMPONENT } else { FILE };
        let lines = lines_of_code(&file.text);
        assert!(lines <= ceiling, "{}: {lines} lines of code; the ceiling is {ceiling}", file.path);
    }
}
