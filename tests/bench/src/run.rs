//! Running a program and asking the system what it took.

use std::io::Read;
use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use tempfile::TempDir;
use wait4::Wait4;

/// Runs that are counted, after one that is not: the median of five.
pub(crate) const RUNS: usize = 5;

/// Why there is no figure.
#[derive(Debug, thiserror::Error)]
pub(crate) enum Failure {
    /// The words after the name are not understood.
    #[error("usage: bench [playbook | intake]")]
    Usage,
    /// Something was not built.
    #[error("{0} is missing: `cargo xtask bench` builds it")]
    Missing(PathBuf),
    /// The machine refused.
    #[error(transparent)]
    Machine(#[from] std::io::Error),
    /// The sheet to measure with could not be written.
    #[error(transparent)]
    Sheet(#[from] rust_xlsxwriter::XlsxError),
    /// The peer could not read the sheet.
    #[error(transparent)]
    Peer(#[from] calamine::XlsxError),
    /// The window did not come.
    #[error(transparent)]
    Window(#[from] e2e::Error),
    /// The record could not be written.
    #[error(transparent)]
    Record(#[from] store::StoreError),
    /// The desk refused.
    #[error("{0}")]
    Desk(#[from] desk::DeskError),
    /// A program said something else than figures.
    #[error("no figures: {0}")]
    Said(#[from] serde_json::Error),
    /// A text could not be put together.
    #[error(transparent)]
    Text(#[from] std::fmt::Error),
    /// The report to measure with was not stored.
    #[error("the report was not stored: {0}")]
    NotStored(String),
    /// The peer comes to something else.
    #[error("the peer disagrees: {0}")]
    Differs(String),
    /// A program failed.
    #[error("`{0}` failed: {1}")]
    Program(String, String),
}

/// What a run took: the program and every process it waited for.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Figures {
    /// From start to end.
    pub(crate) wall: Duration,
    /// In user and system together; zero where it was not counted.
    pub(crate) cpu: Duration,
    /// The largest single process.
    pub(crate) peak_bytes: u64,
}

/// A command, and a folder to keep until it has run.
pub(crate) struct Prepared {
    /// What to run.
    pub(crate) command: Command,
    /// What it needs meanwhile.
    pub(crate) keep: Option<TempDir>,
}

impl From<Command> for Prepared {
    fn from(command: Command) -> Self {
        Self { command, keep: None }
    }
}

/// The median run of five, by processor time, each prepared anew, after one run to warm up.
pub(crate) fn counted(mut prepare: impl FnMut() -> Result<Prepared, Failure>) -> Result<Figures, Failure> {
    let mut figures = Vec::new();
    for _ in 0..=RUNS {
        let mut prepared = prepare()?;
        figures.push(measured(&mut prepared.command)?);
        drop(prepared.keep);
    }
    figures.remove(0);
    figures.sort_by_key(|run| run.cpu);
    Ok(figures[RUNS / 2])
}

/// One run, measured.
pub(crate) fn measured(command: &mut Command) -> Result<Figures, Failure> {
    let started = Instant::now();
    let mut child = command.stdin(Stdio::null()).stdout(Stdio::null()).spawn()?;
    let used = child.wait4()?;
    let wall = started.elapsed();
    // 3 says that questions are open, which is an answer.
    if !used.status.success() && used.status.code() != Some(3) {
        return Err(Failure::Program(format!("{command:?}"), used.status.to_string()));
    }
    Ok(Figures { wall, cpu: used.rusage.utime + used.rusage.stime, peak_bytes: used.rusage.maxrss })
}

/// One run, with the largest that it was and what it printed.
pub(crate) fn told(command: &mut Command) -> Result<(u64, String), Failure> {
    let mut child = command.stdin(Stdio::null()).stdout(Stdio::piped()).spawn()?;
    let mut text = String::new();
    if let Some(mut out) = child.stdout.take() {
        out.read_to_string(&mut text)?;
    }
    let used = child.wait4()?;
    if !used.status.success() {
        return Err(Failure::Program(format!("{command:?}"), used.status.to_string()));
    }
    Ok((used.rusage.maxrss, text))
}

/// One run that is not measured.
pub(crate) fn once(command: &mut Command) -> Result<(), Failure> {
    measured(command).map(drop)
}
