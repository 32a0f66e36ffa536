//! One file a command, or a few that belong together.

mod calendar;
mod inspect;

use std::io;

use desk::{DeskError, Now};

use crate::args::{Asked, Command};
use crate::help::help;
use crate::output::{End, Output, say};

/// Why a command stopped.
#[derive(Debug)]
pub(crate) enum Stopped {
    /// The desk could not do it.
    Desk(DeskError),
    /// The terminal is gone.
    Io(io::Error),
}

impl From<DeskError> for Stopped {
    fn from(error: DeskError) -> Self {
        Self::Desk(error)
    }
}

impl From<io::Error> for Stopped {
    fn from(error: io::Error) -> Self {
        Self::Io(error)
    }
}

/// Does what was asked for.
pub(crate) fn run(asked: Asked, now: Now) -> Result<End, Stopped> {
    let output = Output { json: asked.json };
    match asked.command {
        Command::Help { topic } => say(help(topic).trim_end())?,
        Command::Version => say(concat!("entrepot-cli ", env!("CARGO_PKG_VERSION")))?,
        Command::Calendar { region, month } => calendar::show(output, &region, month)?,
        Command::Inspect { register, files } => inspect::show(&register, &files, now)?,
        _ => return Ok(End::Usage),
    }
    Ok(End::Done)
}

/// The program that is running: it reads each file in a process of its own.
fn program() -> io::Result<std::path::PathBuf> {
    std::env::current_exe()
}
