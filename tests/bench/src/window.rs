//! From the start of the program to the first screen with its numbers, and what all its processes hold then.

use std::path::Path;
use std::time::{Duration, Instant};

use e2e::{Desktop, Session};

use crate::run::{Failure, Figures};
use crate::table::Row;

/// Windows opened; the median is shown.
const RUNS: usize = 5;

/// The row of the table: through the driver, on a display in memory.
pub(crate) fn row(data: &Path) -> Result<Row, Failure> {
    let desktop = Desktop::start()?;
    let folder = data.to_string_lossy().into_owned();
    let mut figures = (0..RUNS).map(|_| open(&desktop, &folder)).collect::<Result<Vec<_>, _>>()?;
    figures.sort_by_key(|run| run.wall);
    Ok(Row::floor("the window, to the first screen with numbers", figures[RUNS / 2]))
}

fn open(desktop: &Desktop, folder: &str) -> Result<Figures, Failure> {
    let started = Instant::now();
    let session = Session::start(desktop, &["--data", folder, "--today", "2026-10-08"])?;
    session.wait("the first screen", || Ok((!session.select("[data-ready]")?.is_empty()).then_some(())))?;
    Ok(Figures { wall: started.elapsed(), cpu: Duration::ZERO, peak_bytes: held() })
}

/// The memory that the window and WebKit's processes hold together, shared pages counted once (PSS).
fn held() -> u64 {
    let ours = |name: &str| ["entrepot", "WebKitWebProces", "WebKitNetworkPr"].contains(&name);
    let processes = std::fs::read_dir("/proc").into_iter().flatten().flatten();
    let proportional = |folder: std::path::PathBuf| {
        let name = std::fs::read_to_string(folder.join("comm")).ok()?;
        let rollup = std::fs::read_to_string(folder.join("smaps_rollup")).ok().filter(|_| ours(name.trim()))?;
        let line = rollup.lines().find_map(|line| line.strip_prefix("Pss:"))?;
        line.trim().strip_suffix("kB")?.trim().parse::<u64>().ok()
    };
    processes.filter_map(|process| proportional(process.path())).sum::<u64>() * 1024
}
