//! Every hostile file ends as a reading or a refusal, within 20 seconds and 512 MB, and the process that asked lives on.
#![cfg(unix)]
#![expect(clippy::unwrap_used, reason = "a test that can't run fails")]

use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::atomic::AtomicBool;
use std::time::{Duration, Instant};

use intake::child::{Reader, Unread};
use intake::draft::Context;
use nix::sys::resource::{UsageWho, getrusage};

/// What becomes of each file; `|` where it depends on the machine's speed.
const OUTCOMES: [(&str, &str); 45] = [
    ("51535.xls", "too-large"),
    ("Test_Issue_12556_corrupt.xls", "damaged"),
    ("Test_git_issue682.xlsb", "damaged"),
    ("Test_git_issue_382_oom.xls", "damaged"),
    ("Test_git_issue_467_empty_continue_leftoverbytes.xls", "damaged"),
    ("Test_git_issue_467_sst_empty_continue.xls", "read"),
    ("billion_laughs.xlsx", "damaged"),
    ("bomb_cells_16384x2500.xlsx", "too-large"),
    ("bomb_sst_1string_1GB.xlsx", "too-large"),
    ("bomb_sst_40M_strings.xlsx", "too-large"),
    ("csv_as.xls", "read"),
    ("csv_quotes.csv", "read"),
    ("deep_nest.xlsx", "empty"),
    ("dim_lie.xlsx", "read"),
    ("empty.xlsx", "empty"),
    ("err_busy.xlsx", "read"),
    ("err_calc.xlsx", "read"),
    ("err_field.xlsx", "read"),
    ("err_getting.xlsx", "read"),
    ("err_na.xlsx", "read"),
    ("err_spill.xlsx", "read"),
    ("html_as.xls", "read"),
    ("html_deep.xls", "read|too-large"),
    ("html_wide_spans.xls", "too-large"),
    ("mail_in_mail_in_mail.eml", "read"),
    ("mail_long_header.eml", "empty"),
    ("mail_many_files.eml", "too-large"),
    ("mail_nested_parts.eml", "read"),
    ("mail_with_a_bomb.eml", "read"),
    ("minimal_package.xlsx", "read|too-large"),
    ("msg_holds_itself.msg", "damaged"),
    ("msg_path.msg", "read"),
    ("msg_size_lie.msg", "damaged"),
    ("no_r_attrs.xlsx", "read"),
    ("ods_repeat.ods", "too-large"),
    ("oleloop.xls", "damaged"),
    ("out_of_grid.xlsx", "too-large"),
    ("sparse_100k_cols.xlsx", "read"),
    ("sparse_corner.xlsx", "read"),
    ("sst_count_lie.xlsx", "read"),
    ("styled_empty_1M_rows.xlsx", "read|too-large"),
    ("xlsx_named.xls", "read"),
    ("xml2003.xls", "read"),
    ("xxe.xlsx", "damaged"),
    ("xxe_sst.xlsx", "damaged"),
];

const TIME: Duration = Duration::from_secs(20);
const MEMORY: u64 = 512 << 10;
/// Names the file to the process that reads only that one.
const FILE: &str = "HOSTILE_FILE";

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../tests/hostile")
}

#[test]
fn every_hostile_file_ends_as_a_reading_or_a_refusal() {
    let mut files: Vec<PathBuf> = std::fs::read_dir(folder()).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.retain(|path| path.extension().is_none_or(|extension| extension != "md"));
    files.sort();
    let names: Vec<_> = files.iter().map(|path| path.file_name().unwrap().to_str().unwrap()).collect();
    assert_eq!(names, OUTCOMES.map(|(name, _)| name), "the folder and the table name the same files");
    println!("{:<56}{:<12}{:>8}{:>10}", "file", "outcome", "ms", "peak MB");
    for (path, (name, wanted)) in files.iter().zip(OUTCOMES) {
        let started = Instant::now();
        let (outcome, peak) = in_a_process_of_its_own(path);
        let took = started.elapsed();
        println!("{name:<56}{outcome:<12}{:>8}{:>10.1}", took.as_millis(), peak as f64 / 1024.0);
        assert!(wanted.split('|').any(|wanted| wanted == outcome), "{name}: {outcome}, not {wanted}");
        assert!(took < TIME, "{name} took {took:?}");
        assert!(peak < MEMORY, "{name} took {peak} KB");
    }
}

/// Reads one file in a process whose only child is the reading one, so that the peak is that child's.
fn in_a_process_of_its_own(path: &Path) -> (String, u64) {
    let output = Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "one_file", "--ignored", "--nocapture"])
        .env(FILE, path)
        .output()
        .unwrap();
    let text = String::from_utf8(output.stdout).unwrap();
    let line = text.lines().find_map(|line| line.split_once("outcome: ")).expect(&text).1;
    let (outcome, peak) = line.split_once(' ').unwrap();
    (outcome.to_owned(), peak.parse().unwrap())
}

#[test]
#[ignore = "started by the test of all files, for each"]
fn one_file() {
    let path = PathBuf::from(std::env::var_os(FILE).expect("named by the test of all files"));
    let context = Context {
        register: Vec::new(),
        today: "2026-11-02".to_owned(),
        file_name: "file".to_owned(),
        mail: None,
        own: Vec::new(),
    };
    let reader = Reader::new(env!("CARGO_BIN_EXE_intake-reader").into());
    let outcome = match reader.read(&std::fs::read(path).unwrap(), &context, None, &AtomicBool::new(false)) {
        Ok(_) => "read",
        Err(Unread::Refused(refusal)) => refusal.key(),
        Err(other) => panic!("{other}"),
    };
    // In kilobytes on Linux, in bytes on macOS.
    let unit = if cfg!(target_os = "macos") { 1024 } else { 1 };
    println!("outcome: {outcome} {}", getrusage(UsageWho::RUSAGE_CHILDREN).unwrap().max_rss() / unit);
}
