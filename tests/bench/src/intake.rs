//! Intake: a sheet of 200,000 rows from its bytes to the record beside what others need only to read it, and what a
//! manager waits for: the first preview, forty files, and a stop.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use desk::{Desk, Now, Who};

use crate::run::{self, Failure, Figures, counted};
use crate::sheet;
use crate::table::Row;

/// CPU of reading, recognising and storing, as a multiple of calamine's bare read.
const RATIO: f64 = 1.6;
/// The most that any process may hold.
const MEMORY: u64 = 150_000_000;
/// From the drop to the first preview of a weekly form.
const PREVIEW: Duration = Duration::from_millis(100);
/// From the drop until forty files can be reviewed.
const FORTY: Duration = Duration::from_secs(2);
/// From the click until nothing is read any more.
const STOP: Duration = Duration::from_millis(200);
/// Times that waiting is measured; the median is shown.
const RUNS: usize = 5;
/// The Python that has the peers, where `cargo xtask bench` has set one up.
const PYTHON: &str = "ENTREPOT_BENCH_PYTHON";

/// The rows of the table.
pub(crate) fn rows(cli: &Path, room: &Path) -> Result<Vec<Row>, Failure> {
    let (xlsx, csv) = (room.join("sales.xlsx"), room.join("sales.csv"));
    let register = room.join("register.csv");
    std::fs::write(&register, sheet::REGISTER)?;
    let own = std::env::current_exe()?;
    // In a process of its own: a child's peak counts what its parent held when it was started.
    run::once(Command::new(&own).arg(sheet::WRITE).arg(&xlsx))?;
    run::once(Command::new(&own).arg(sheet::WRITE_CSV).arg(&csv))?;
    let bare = counted(|| {
        let mut command = Command::new(&own);
        command.arg(sheet::BARE_READ).arg(&xlsx);
        Ok(command.into())
    })?;
    let mut rows = vec![Row::floor("200,000 rows, xlsx: calamine's bare read", bare)];
    rows.push(Row::against(
        "200,000 rows, xlsx: read and recognised",
        inspected(cli, &register, &xlsx)?,
        "the bare read",
        bare,
    ));
    rows.push(stored("200,000 rows, xlsx: stored, checked, summed", cli, room, &register, &xlsx, bare)?);
    rows.push(stored("200,000 rows, csv: stored, checked, summed", cli, room, &register, &csv, bare)?);
    let python = std::env::var_os(PYTHON);
    for (name, script) in PEERS {
        if let Some(python) = &python {
            let figures = counted(|| {
                let mut command = Command::new(python);
                command.args(["-c", script]).arg(&xlsx);
                Ok(command.into())
            })?;
            rows.push(Row::against(&format!("200,000 rows, xlsx: {name}, read only"), figures, "the bare read", bare));
        }
    }
    rows.extend(waits(cli, room, &xlsx)?);
    Ok(rows)
}

/// Peers that only read.
const PEERS: [(&str, &str); 2] = [
    (
        "polars + fastexcel",
        "import sys, polars; print(polars.read_excel(sys.argv[1], engine='calamine', read_options={'header_row': 2}).height)",
    ),
    (
        "openpyxl",
        "import sys, openpyxl\nbook = openpyxl.load_workbook(sys.argv[1], read_only=True)\n\
         print(sum(1 for row in book.active.iter_rows(values_only=True) for cell in row if cell is not None))",
    ),
];

fn inspected(cli: &Path, register: &Path, file: &Path) -> Result<Figures, Failure> {
    counted(|| {
        let mut command = Command::new(cli);
        command.args(["inspect", "--json", "--today", sheet::TODAY, "--register"]).arg(register).arg(file);
        Ok(command.into())
    })
}

fn stored(what: &str, cli: &Path, room: &Path, register: &Path, file: &Path, bare: Figures) -> Result<Row, Failure> {
    let figures = counted(|| {
        let data = tempfile::tempdir_in(room)?;
        run::once(Command::new(cli).arg("--data").arg(data.path()).arg("register").arg(register))?;
        let mut command = Command::new(cli);
        command.args(["import", "--today", sheet::TODAY, "--data"]).arg(data.path()).arg(file);
        Ok(run::Prepared { command, keep: Some(data) })
    })?;
    Ok(Row::against(what, figures, "the bare read", bare).within(RATIO).holding(MEMORY))
}

/// What a manager waits for, at the desk as the window has it.
fn waits(cli: &Path, room: &Path, large: &Path) -> Result<Vec<Row>, Failure> {
    let sample = room.join("sample");
    run::once(Command::new(cli).arg("demo").arg(&sample))?;
    let mut files: Vec<PathBuf> = std::fs::read_dir(sample.join("files"))?
        .flatten()
        .map(|entry| entry.path())
        .filter(|path| path.extension().is_some_and(|ending| ending == "xlsx"))
        .collect();
    files.sort();
    let weekly: Vec<PathBuf> = files.iter().filter(|path| path.to_string_lossy().contains('W')).cloned().collect();
    let first = weekly.first().or(files.first()).cloned().ok_or_else(|| Failure::Missing(sample.join("files")))?;
    let register = sample.join("files").join("register.csv");
    let forty: Vec<PathBuf> = files.into_iter().cycle().take(40).collect();
    let preview = median(|| at_desk(cli, room, &register, std::slice::from_ref(&first), Until::FirstPreview))?;
    let ready = median(|| at_desk(cli, room, &register, &forty, Until::AllReady))?;
    let stop = median(|| at_desk(cli, room, &register, &vec![large.to_owned(); 4], Until::Stopped))?;
    Ok(vec![
        Row::waited("a weekly form: from the drop to its preview", preview, PREVIEW),
        Row::waited("forty files: from the drop until all can be reviewed", ready, FORTY),
        Row::waited("a stop while large sheets are read", stop, STOP),
    ])
}

/// What is waited for.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Until {
    FirstPreview,
    AllReady,
    Stopped,
}

fn at_desk(cli: &Path, room: &Path, register: &Path, files: &[PathBuf], until: Until) -> Result<Duration, Failure> {
    let data = tempfile::tempdir_in(room)?;
    let now = Now::at("2026-10-08T09:40:00+08:00".parse().map_err(|_| Failure::Usage)?);
    let who = Who { person: "bench".to_owned(), device: "bench".to_owned() };
    let mut desk = Desk::open(data.path(), who, cli, now)?;
    desk.register(register, now)?;
    let cancel = AtomicBool::new(false);
    let dropped = Instant::now();
    let job = desk.begin_import(files, None, now)?;
    if until != Until::Stopped {
        let read = job.run(&|_| {}, &cancel);
        desk.finish_import(read, now)?;
        if let Some(file) = desk.import_view(now)?.files.first() {
            desk.review(&file.id, None, now)?;
        }
        return Ok(dropped.elapsed());
    }
    let (read, waited) = std::thread::scope(|scope| {
        let reading = scope.spawn(|| job.run(&|_| {}, &cancel));
        std::thread::sleep(Duration::from_millis(150));
        let clicked = Instant::now();
        cancel.store(true, Ordering::Relaxed);
        reading.join().map(|read| (read, clicked.elapsed()))
    })
    .map_err(|_| Failure::Usage)?;
    let clicked = Instant::now();
    desk.finish_import(read, now)?;
    Ok(waited + clicked.elapsed())
}

fn median(mut wait: impl FnMut() -> Result<Duration, Failure>) -> Result<Duration, Failure> {
    let mut waits = (0..=RUNS).map(|_| wait()).collect::<Result<Vec<_>, _>>()?;
    // The first one warms up.
    waits.remove(0);
    waits.sort();
    Ok(waits[RUNS / 2])
}
