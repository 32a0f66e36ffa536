//! `cargo xtask bench`: how long things take, as ratios against a peer or a floor of the same run.

use std::path::PathBuf;

use crate::machine::{Purpose, need, need_node};
use crate::step::{Failure, cargo, go, program, root};
use crate::ui;

/// The peers, as pip names them: of the judgements, and of reading.
const PEERS: [&str; 4] = ["duckdb==2.0.1", "polars", "fastexcel", "openpyxl"];

/// Installs what is missing, builds everything for release and prints the table.
pub(crate) fn run() -> Result<(), Failure> {
    need(&[Purpose::Build, Purpose::Window, Purpose::Drive])?;
    need_node()?;
    ui::build()?;
    build(&["entrepot", "entrepot-cli", "bench"])?;
    measure(&[])
}

/// The judgements alone: no window is built.
pub(crate) fn playbook() -> Result<(), Failure> {
    need(&[Purpose::Build])?;
    build(&["entrepot-cli", "bench"])?;
    measure(&["playbook"])
}

/// Reading files alone: no window is built.
pub(crate) fn intake() -> Result<(), Failure> {
    need(&[Purpose::Build])?;
    build(&["entrepot-cli", "bench"])?;
    measure(&["intake"])
}

/// In one go, so that what they share is built once.
fn build(packages: &[&str]) -> Result<(), Failure> {
    let named = packages.iter().flat_map(|package| ["--package", package]);
    let arguments: Vec<&str> = ["build", "--release", "--locked", "--bins"].into_iter().chain(named).collect();
    go(&mut cargo(&arguments))
}

fn measure(parts: &[&str]) -> Result<(), Failure> {
    let mut command = program(built("bench"));
    command.args(parts).env("ENTREPOT_BINARY", built("entrepot"));
    match peer() {
        Ok(python) => command.env("ENTREPOT_BENCH_PYTHON", python),
        Err(Failure(why)) => {
            println!("\nThe peers can't be installed, so the table goes without them: {why}");
            &mut command
        }
    };
    go(&mut command)
}

/// A Python of its own beside the build that has the peers; installed the first time.
fn peer() -> Result<PathBuf, Failure> {
    let room = target().join("bench-python");
    let (folder, name) = if cfg!(windows) { ("Scripts", "python.exe") } else { ("bin", "python3") };
    let python = room.join(folder).join(name);
    let has = |python: &PathBuf| {
        program(python)
            .args(["-c", "import duckdb, polars, fastexcel, openpyxl"])
            .status()
            .is_ok_and(|end| end.success())
    };
    if !python.is_file() || !has(&python) {
        go(program("python3").args(["-m", "venv"]).arg(&room))?;
        go(program(&python).args(["-m", "pip", "install", "--quiet", "--disable-pip-version-check"]).args(PEERS))?;
    }
    Ok(python)
}

fn target() -> PathBuf {
    std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), Into::into)
}

/// A program, built for release.
fn built(name: &str) -> PathBuf {
    target().join("release").join(format!("{name}{}", std::env::consts::EXE_SUFFIX))
}
