//! The window's pages: packages from the lock file, build into ui/dist, checks.

use std::path::Path;
use std::process::Command;
use std::time::SystemTime;

use crate::step::{Failure, go, program, root};

/// Kept inside node_modules: the lock file that it was installed from.
const INSTALLED: &str = "node_modules/.installed-from";

fn npm(arguments: &[&str]) -> Command {
    let mut command = program(if cfg!(windows) { "npm.cmd" } else { "npm" });
    command.current_dir(root().join("ui")).args(arguments);
    command
}

/// Installs the packages of the lock file, when it is not the one that was installed.
pub(crate) fn install() -> Result<(), Failure> {
    let ui = root().join("ui");
    let lock = std::fs::read(ui.join("package-lock.json"))
        .map_err(|why| Failure(format!("ui/package-lock.json cannot be read: {why}")))?;
    if std::fs::read(ui.join(INSTALLED)).is_ok_and(|installed| installed == lock) {
        return Ok(());
    }
    go(&mut npm(&["ci", "--no-fund", "--no-audit"]))?;
    std::fs::write(ui.join(INSTALLED), lock).map_err(|why| Failure(format!("ui/{INSTALLED} cannot be written: {why}")))
}

/// Builds ui/dist, when something in ui is newer than it.
pub(crate) fn build() -> Result<(), Failure> {
    install()?;
    let ui = root().join("ui");
    let built = changed(&ui.join("dist/index.html"));
    if built.is_some() && newest(&ui) <= built {
        return Ok(());
    }
    go(&mut npm(&["run", "build"]))
}

/// Types, components and unit tests.
pub(crate) fn check() -> Result<(), Failure> {
    go(&mut npm(&["run", "check"]))?;
    go(&mut npm(&["test"]))
}

fn changed(path: &Path) -> Option<SystemTime> {
    path.metadata().and_then(|metadata| metadata.modified()).ok()
}

/// When anything in a folder last changed, apart from what is installed or built there.
fn newest(folder: &Path) -> Option<SystemTime> {
    let entries = std::fs::read_dir(folder).ok()?.flatten();
    entries
        .filter(|entry| entry.file_name() != "node_modules" && entry.file_name() != "dist")
        .filter_map(|entry| if entry.path().is_dir() { newest(&entry.path()) } else { changed(&entry.path()) })
        .max()
}
