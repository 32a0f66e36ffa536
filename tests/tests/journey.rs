//! Journeys: a folder of files, the commands that a manager gives, and what the command line answers, down to the words
//! of the printed pack. `UPDATE=1 cargo test --package journeys --test journey` writes the answers anew; a person reads
//! the difference.
#![expect(clippy::unwrap_used, reason = "a test may stop at the first surprise")]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Each folder in here is a journey: `journey.txt` has its commands, `expected.txt` its answers.
const JOURNEYS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/journeys");

#[test]
fn every_journey_ends_as_it_did() {
    let mut folders: Vec<PathBuf> = fs::read_dir(JOURNEYS).unwrap().map(|entry| entry.unwrap().path()).collect();
    folders.sort();
    assert!(!folders.is_empty(), "there are no journeys in {JOURNEYS}");
    let changed: Vec<String> = folders.iter().filter_map(|folder| check(folder)).collect();
    assert!(changed.is_empty(), "{}", changed.join("\n"));
}

/// What changed in a journey, if anything did.
fn check(folder: &Path) -> Option<String> {
    let said = walk(folder);
    let kept = folder.join("expected.txt");
    if std::env::var_os("UPDATE").is_some() {
        fs::write(&kept, &said).unwrap();
        return None;
    }
    let expected = fs::read_to_string(&kept).unwrap_or_default().replace("\r\n", "\n");
    let differs = said.lines().zip(expected.lines()).position(|(said, expected)| said != expected);
    let at = differs.or((said != expected).then(|| said.lines().count().min(expected.lines().count())))?;
    let line = |text: &str| text.lines().nth(at).unwrap_or("(nothing)").to_owned();
    Some(format!("{}, line {}:\n  expected {}\n  said     {}", kept.display(), at + 1, line(&expected), line(&said)))
}

/// Gives the commands of a journey in order, and writes down what is answered.
fn walk(folder: &Path) -> String {
    let home = tempfile::tempdir().unwrap();
    let commands = fs::read_to_string(folder.join("journey.txt")).unwrap();
    let mut said = String::new();
    for line in commands.lines().map(str::trim).filter(|line| !line.is_empty()) {
        said.push_str(&format!("{line}\n"));
        if !line.starts_with('#') {
            said.push_str(&answer(folder, home.path(), line));
            said.push('\n');
        }
    }
    said
}

fn answer(folder: &Path, home: &Path, line: &str) -> String {
    let words = split(&line.replace("OUT", &home.join("out").display().to_string()));
    let output = cli()
        .current_dir(folder)
        .env("USER", "Mei Lin")
        .arg("--data")
        .arg(home.join("data"))
        .args(&words)
        .output()
        .unwrap();
    let mut said = String::new();
    for text in [&output.stdout, &output.stderr] {
        for line in String::from_utf8_lossy(text).lines() {
            said.push_str(&format!("  {line}\n").replace(&home.display().to_string(), "HOME").replace('\\', "/"));
        }
    }
    if words.iter().any(|word| word == "pack") {
        said.push_str(&packs(&home.join("out")));
    }
    match output.status.code() {
        Some(0) => {}
        code => said.push_str(&format!("  exit code {}\n", code.map_or("none".to_owned(), |code| code.to_string()))),
    }
    said.lines().map(|line| format!("{}\n", line.trim_end())).collect()
}

/// The words of every pack in a folder, line by line and without the room between them.
fn packs(folder: &Path) -> String {
    let made = fs::read_dir(folder).into_iter().flatten();
    let mut paths: Vec<PathBuf> = made.map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    let mut said = String::new();
    for path in paths {
        let text = Command::new("pdftotext").arg("-layout").arg(&path).arg("-").output();
        let text = text.expect("pdftotext, which cargo xtask test sets up").stdout;
        for line in String::from_utf8_lossy(&text).replace('\u{c}', "\n").lines() {
            let line = line.split_whitespace().collect::<Vec<_>>().join(" ");
            // Who confirmed it stays; when is the day on which the test runs.
            let line = line
                .split_once("confirmed by Mei Lin")
                .map_or(line.clone(), |(before, _)| format!("{before}confirmed by Mei Lin"));
            if !line.is_empty() {
                said.push_str(&format!("  | {line}\n"));
            }
        }
    }
    said
}

/// The command line, built beside this test.
fn cli() -> Command {
    let test = std::env::current_exe().unwrap();
    let built = test.ancestors().nth(2).unwrap().join(format!("entrepot-cli{}", std::env::consts::EXE_SUFFIX));
    assert!(built.exists(), "{} is missing: cargo build -p entrepot-cli", built.display());
    Command::new(built)
}

/// Words between spaces, or between quotes.
fn split(line: &str) -> Vec<String> {
    let quoted = line.split('"').enumerate().flat_map(|(index, piece)| match index % 2 {
        1 => vec![piece.to_owned()],
        _ => piece.split_whitespace().map(str::to_owned).collect(),
    });
    quoted.collect()
}
