//! All scorecards and standings of the current quarter, of 500 distributors with five years of reports: from opening the
//! record to the table, and after one more import. Beside them the same aggregate in DuckDB, over the same figures.

mod export;
mod people;
mod record;

use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::atomic::AtomicBool;
use std::time::{Duration, Instant};

use desk::view::{FileState, PortfolioView};
use desk::{Desk, Now, Who};
use serde::{Deserialize, Serialize};

use crate::run::{Failure, Figures, RUNS, once, told};
use crate::table::Row;

/// The argument by which this program writes the record.
pub(crate) const WRITE: &str = "--write-record";
/// The argument by which it opens the record and makes the table.
pub(crate) const COLD: &str = "--cold";
/// The argument by which it imports a report and makes the table again.
pub(crate) const AFTER_IMPORT: &str = "--after-import";

/// Names the Python that has the peer.
const PYTHON: &str = "ENTREPOT_BENCH_PYTHON";
const PEER: &str = include_str!("peer.py");

/// What one run says: how long it took without the start of its process, and what came out.
#[derive(Debug, Serialize, Deserialize)]
struct Said {
    seconds: f64,
    /// Each name, its score and whether a gate is not met.
    rows: Vec<(String, f64, bool)>,
}

fn now() -> Now {
    Now::at(people::NOW.parse().unwrap_or_default())
}

fn open(folder: &Path) -> Result<Desk, Failure> {
    let who = Who { person: "Bench".to_owned(), device: "bench".to_owned() };
    Ok(Desk::open(&folder.join("data"), who, &crate::beside("entrepot-cli")?, now())?)
}

fn table(desk: &Desk) -> Result<PortfolioView, Failure> {
    Ok(desk.portfolio(people::QUARTER, now())?)
}

/// Writes the record, and the same figures for the peer.
pub(crate) fn write(folder: &Path) -> Result<(), Failure> {
    record::write(&folder.join("data"))?;
    export::write(folder)
}

/// From opening the record to the table.
pub(crate) fn cold(folder: &Path) -> Result<(), Failure> {
    let started = Instant::now();
    let desk = open(folder)?;
    let view = table(&desk)?;
    say(started.elapsed(), &view)
}

/// A correction is imported; then from its confirmation to the table. It is taken back at the end.
pub(crate) fn after_import(folder: &Path) -> Result<(), Failure> {
    let mut desk = open(folder)?;
    let before = table(&desk)?;
    let file = folder.join("Weekly update.csv");
    std::fs::write(&file, people::one_more_week())?;
    desk.import_paths(&[file], None, now(), &|_| {}, &AtomicBool::new(false))?;
    let stored = desk.confirm_all(now())?;
    let entry = stored.files.iter().filter(|file| file.state == FileState::Stored).find_map(|file| file.entry.clone());
    let entry = entry.ok_or_else(|| Failure::NotStored(stored.lead))?;
    let started = Instant::now();
    let after = table(&desk)?;
    let took = started.elapsed();
    desk.undo(&entry, now())?;
    if before.rows == after.rows {
        return Err(Failure::NotStored("the table is as it was before".to_owned()));
    }
    say(took, &after)
}

fn say(took: Duration, view: &PortfolioView) -> Result<(), Failure> {
    let row = |row: &desk::view::PortfolioRow| {
        let not_met = row.filters.iter().any(|filter| filter == "gate-not-met");
        (row.name.text.clone(), f64::from(row.score.sort.unwrap_or(-1)) / 1000.0, not_met)
    };
    let mut rows: Vec<_> = view.rows.iter().map(row).collect();
    rows.sort_by(|a, b| a.0.cmp(&b.0));
    println!("{}", serde_json::to_string(&Said { seconds: took.as_secs_f64(), rows })?);
    Ok(())
}

/// The rows of the table: the peer where there is one, ours cold and after an import.
pub(crate) fn rows(room: &Path) -> Result<Vec<Row>, Failure> {
    let folder = room.join("quarter");
    std::fs::create_dir_all(&folder)?;
    let own = std::env::current_exe()?;
    once(Command::new(&own).arg(WRITE).arg(&folder))?;
    let ours = |argument: &str| {
        let mut command = Command::new(&own);
        command.arg(argument).arg(&folder);
        median(command)
    };
    let (cold, said) = ours(COLD)?;
    let (after, _) = ours(AFTER_IMPORT)?;
    let named = |what: &str| format!("{} x 5 years: {what}", people::COUNT);
    let Some(python) = std::env::var_os(PYTHON).map(PathBuf::from) else {
        return Ok(vec![
            Row::floor(&named("scorecards and standings"), cold),
            Row::against(&named("after one import"), after, "cold", cold),
        ]);
    };
    let script = folder.join("peer.py");
    std::fs::write(&script, PEER)?;
    let peer = |word: &str| {
        let mut command = Command::new(&python);
        command.arg(&script).arg(word).arg(&folder);
        command
    };
    once(&mut peer("load"))?;
    let (duck, theirs) = median(peer("ask"))?;
    agree(&said, &theirs)?;
    Ok(vec![
        Row::floor(&named("the same in DuckDB"), duck),
        Row::against(&named("scorecards and standings"), cold, "DuckDB", duck),
        Row::against(&named("after one import"), after, "DuckDB", duck),
    ])
}

/// The median of five runs after one to warm up, by what each says it took.
fn median(mut command: Command) -> Result<(Figures, Said), Failure> {
    let mut runs = Vec::new();
    for _ in 0..=RUNS {
        let (peak_bytes, text) = told(&mut command)?;
        let said: Said = serde_json::from_str(&text)?;
        let figures = Figures { wall: Duration::from_secs_f64(said.seconds), cpu: Duration::ZERO, peak_bytes };
        runs.push((figures, said));
    }
    runs.remove(0);
    runs.sort_by_key(|(figures, _)| figures.wall);
    Ok(runs.swap_remove(RUNS / 2))
}

/// Both say the same of everybody: scores to the digit that is shown, and gates.
fn agree(ours: &Said, theirs: &Said) -> Result<(), Failure> {
    let differ = |(ours, theirs): (&(String, f64, bool), &(String, f64, bool))| {
        // Ours is rounded to thousandths for sorting.
        (ours.0 != theirs.0 || (ours.1 - theirs.1).abs() > 0.000_500_1 || ours.2 != theirs.2)
            .then(|| format!("{ours:?} is {theirs:?} in DuckDB"))
    };
    if ours.rows.len() != theirs.rows.len() {
        return Err(Failure::Differs(format!("{} rows are {} in DuckDB", ours.rows.len(), theirs.rows.len())));
    }
    ours.rows.iter().zip(&theirs.rows).find_map(differ).map_or(Ok(()), |which| Err(Failure::Differs(which)))
}
