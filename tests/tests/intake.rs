//! What the command line makes of each case in tests/intake, marked against its truth. Nothing may be wrong, and nearly
//! all must be right.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use journeys::marks::{Marks, case};
use serde_json::Value;

/// Cases, the register that belongs to them, and their day.
const INTAKE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/intake");
/// The share that must be right, in percent.
const RIGHT: u32 = 97;
/// The cases that there are at least: a folder that was lost is noticed.
const FEWEST: usize = 90;

#[test]
fn nothing_is_read_wrong_and_nearly_all_is_read_right() {
    let mut folders: Vec<PathBuf> = entries(&Path::new(INTAKE).join("cases"));
    folders.sort();
    assert!(folders.len() >= FEWEST, "{} cases in {INTAKE}/cases", folders.len());
    let mut whole = Marks::default();
    for folder in &folders {
        let truth = json(&folder.join("truth.json"));
        every_file_is_named(folder, &truth);
        let marks = case(&truth, &inspected(folder, &truth));
        println!("{:<36} {marks}", name(folder));
        whole.join(marks);
    }
    println!("{whole}");
    assert_eq!(whole.wrong, 0, "{}", whole.notes.join("\n"));
    assert!(whole.right * 100 >= whole.total * RIGHT, "{whole}\n{}", whole.notes.join("\n"));
}

/// A file that no truth names would never be read.
fn every_file_is_named(folder: &Path, truth: &Value) {
    let named =
        |path: &PathBuf| truth["files"].as_array().is_some_and(|files| files.iter().any(|f| f["file"] == name(path)));
    let lost: Vec<_> = entries(folder).into_iter().filter(|path| name(path) != "truth.json" && !named(path)).collect();
    assert!(lost.is_empty(), "no truth names {lost:?}");
}

/// What `inspect` prints about a case's files.
fn inspected(folder: &Path, truth: &Value) -> Value {
    let today = fs::read_to_string(Path::new(INTAKE).join("today.txt")).expect("the cases' day");
    let files = truth["files"].as_array().into_iter().flatten().filter_map(|file| file["file"].as_str());
    let mut command = Command::new(cli());
    command.arg("inspect").arg("--register").arg(Path::new(INTAKE).join("register.csv"));
    command.args(["--today", today.trim(), "--json"]).args(files.map(|file| folder.join(file)));
    let output = command.output().expect("the command line is built");
    let words = String::from_utf8_lossy(&output.stderr);
    serde_json::from_slice(&output.stdout).unwrap_or_else(|why| panic!("{}: {why}\n{words}", folder.display()))
}

/// The command line, beside the folder of this test.
fn cli() -> PathBuf {
    let mut path = std::env::current_exe().expect("this test runs");
    path.pop();
    path.pop();
    path.join(format!("entrepot-cli{}", std::env::consts::EXE_SUFFIX))
}

fn json(path: &Path) -> Value {
    let text = fs::read_to_string(path).unwrap_or_else(|why| panic!("{}: {why}", path.display()));
    serde_json::from_str(&text).unwrap_or_else(|why| panic!("{}: {why}", path.display()))
}

fn entries(folder: &Path) -> Vec<PathBuf> {
    let found = fs::read_dir(folder).unwrap_or_else(|why| panic!("{}: {why}", folder.display()));
    found.flatten().map(|entry| entry.path()).collect()
}

fn name(path: &Path) -> String {
    path.file_name().unwrap_or_default().to_string_lossy().into_owned()
}
