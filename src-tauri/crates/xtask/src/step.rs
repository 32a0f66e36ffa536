//! Running other programs, saying what runs and how it ended.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// Why a task stopped, in words for the terminal.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Failure(pub(crate) String);

/// The checkout that this executable was built from.
pub(crate) fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../..").canonicalize().unwrap_or_else(|_| PathBuf::from("."))
}

/// A program to run in the checkout, without a keyboard: nothing it asks can be answered.
pub(crate) fn program(name: impl AsRef<OsStr>) -> Command {
    let mut command = Command::new(name);
    command.current_dir(root()).stdin(Stdio::null());
    command
}

/// The cargo that runs us.
pub(crate) fn cargo(arguments: &[&str]) -> Command {
    let mut command = program(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    command.args(arguments);
    command
}

/// Runs a program to its end, its output on the terminal.
pub(crate) fn go(command: &mut Command) -> Result<(), Failure> {
    let line = words(command);
    println!("\n> {line}");
    match command.status() {
        Ok(status) if status.success() => Ok(()),
        Ok(status) => Err(Failure(format!("`{line}` failed ({status})"))),
        Err(why) => Err(Failure(format!("`{line}` could not be started: {why}"))),
    }
}

/// What a program prints, when it runs and succeeds.
pub(crate) fn output(command: &mut Command) -> Option<String> {
    let output = command.stderr(Stdio::null()).output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).into_owned())
}

/// What a program prints, however it ends.
pub(crate) fn printed(command: &mut Command) -> String {
    let output = command.stderr(Stdio::null()).output();
    output.map(|output| String::from_utf8_lossy(&output.stdout).into_owned()).unwrap_or_default()
}

fn words(command: &Command) -> String {
    let name = Path::new(command.get_program()).file_stem().unwrap_or_default().to_string_lossy().into_owned();
    command.get_args().fold(name, |line, word| format!("{line} {}", word.to_string_lossy()))
}
