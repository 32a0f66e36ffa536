//! `cargo xtask bench`: how long things take, as ratios against a peer or a floor of the same run.

use crate::machine::{Purpose, need, need_node};
use crate::step::{Failure, cargo, go};
use crate::ui;

/// Installs what is missing, builds everything for release and prints the table.
pub(crate) fn run() -> Result<(), Failure> {
    need(&[Purpose::Build, Purpose::Window, Purpose::Drive])?;
    need_node()?;
    ui::build()?;
    go(&mut cargo(&[
        "build",
        "--release",
        "--locked",
        "--bins",
        "--package",
        "entrepot",
        "--package",
        "entrepot-cli",
    ]))?;
    go(cargo(&["run", "--release", "--locked", "--package", "bench"]).env("ENTREPOT_BINARY", built()))
}

/// The window's program, built for release.
fn built() -> std::path::PathBuf {
    let target = std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| crate::step::root().join("target"), Into::into);
    target.join("release").join(format!("entrepot{}", std::env::consts::EXE_SUFFIX))
}
