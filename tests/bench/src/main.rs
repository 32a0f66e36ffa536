//! `cargo xtask bench`: whole programs, timed by the operating system's own account of each finished process. Every figure
//! stands beside a peer or a floor of the same run, because machines differ and ratios do not.
#![forbid(unsafe_code)]

mod intake;
mod quarter;
mod run;
mod sheet;
mod table;
mod window;

use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};

use run::{Failure, counted};
use table::Row;

/// The distributors of the sample, by a name they go by.
const NAMES: [&str; 8] =
    ["CND", "Bintang Timur", "Lanna Consumer", "Hoàng Long", "LPDI", "Tropika", "SRT", "Straits Pacific"];
/// The quarter whose packs are made.
const QUARTER: &str = "2026-Q3";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let done = match arguments.iter().map(String::as_str).collect::<Vec<_>>().as_slice() {
        [sheet::WRITE, file] => sheet::write(Path::new(file)),
        [sheet::WRITE_CSV, file] => sheet::write_csv(Path::new(file)),
        [sheet::BARE_READ, file] => sheet::bare_read(Path::new(file)),
        [quarter::WRITE, folder] => quarter::write(Path::new(folder)),
        [quarter::COLD, folder] => quarter::cold(Path::new(folder)),
        [quarter::AFTER_IMPORT, folder] => quarter::after_import(Path::new(folder)),
        ["playbook"] => playbook(),
        ["intake"] => intake(),
        [] => bench(),
        _ => Err(Failure::Usage),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(why) => {
            eprintln!("bench: {why}");
            ExitCode::FAILURE
        }
    }
}

fn bench() -> Result<(), Failure> {
    let room = tempfile::tempdir()?;
    let cli = beside("entrepot-cli")?;
    let mut rows = intake::rows(&cli, room.path())?;
    rows.extend(packs(&cli, room.path())?);
    rows.extend(quarter::rows(room.path())?);
    rows.push(window::row(&room.path().join("sample-of-packs").join("data"))?);
    table::print(&rows);
    Ok(())
}

/// The judgement alone.
fn playbook() -> Result<(), Failure> {
    let room = tempfile::tempdir()?;
    table::print(&quarter::rows(room.path())?);
    Ok(())
}

/// Reading files alone.
fn intake() -> Result<(), Failure> {
    let room = tempfile::tempdir()?;
    table::print(&intake::rows(&beside("entrepot-cli")?, room.path())?);
    Ok(())
}

/// The sample workspace, one of its packs, and fifty packs in one go.
fn packs(cli: &Path, room: &Path) -> Result<Vec<Row>, Failure> {
    let sample = room.join("sample-of-packs");
    let demo = run::measured(Command::new(cli).arg("demo").arg(&sample))?;
    let nothing = counted(|| Ok(on(cli, &sample, &["journal"]).into()))?;
    let out = room.join("packs").to_string_lossy().into_owned();
    let pack = |names: &[&str]| {
        let mut command = on(cli, &sample, &["pack", "--quarter", QUARTER, "--out", &out]);
        command.args(names);
        command
    };
    let one = counted(|| Ok(pack(&NAMES[..1]).into()))?;
    let fifty: Vec<&str> = NAMES.iter().copied().cycle().take(50).collect();
    let many = counted(|| Ok(pack(&fifty).into()))?;
    Ok(vec![
        Row::floor("the program started, the journal read", nothing),
        Row::against("one pack", one, "starting", nothing),
        Row::against("fifty packs", many, "one pack", one),
        Row::against("the sample: written, imported, eight packs", demo, "one pack", one),
    ])
}

fn on(cli: &Path, sample: &Path, words: &[&str]) -> Command {
    let mut command = Command::new(cli);
    command.args(words).args(["--today", "2026-10-08", "--data"]).arg(sample.join("data"));
    command
}

/// A program of ours, built into the same folder as this one.
fn beside(name: &str) -> Result<PathBuf, Failure> {
    let path = std::env::current_exe()?.with_file_name(name);
    if path.is_file() { Ok(path) } else { Err(Failure::Missing(path)) }
}
