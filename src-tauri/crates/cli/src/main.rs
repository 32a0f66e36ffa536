//! `entrepot-cli`: what the window can do, without a window.
#![forbid(unsafe_code)]

mod args;
mod commands;
mod help;
mod output;

use std::io::{self, Write};
use std::process::ExitCode;

use chrono::Local;
use desk::{Now, words};

use crate::args::Usage;
use crate::commands::Stopped;
use crate::output::{End, Output};

/// Only the reading child gives it a limit.
#[global_allocator]
static ALLOCATOR: desk::Allocator = desk::allocator();

fn main() -> ExitCode {
    desk::main_if_asked(&ALLOCATOR);
    let end = match args::read(std::env::args_os().skip(1)) {
        Ok(asked) => {
            let output = Output { json: asked.json };
            let now = Now::at(Local::now().fixed_offset());
            let now = asked.today.map_or(now, |today| now.on(today));
            commands::run(asked, now).or_else(|stopped| failed(output, stopped))
        }
        Err(usage) => not_understood(&usage),
    };
    // Whoever closed the other end of a pipe has read enough.
    ExitCode::from(end.unwrap_or(End::Failed) as u8)
}

fn failed(output: Output, stopped: Stopped) -> io::Result<End> {
    match stopped {
        Stopped::Desk(error) => output.error(&error)?,
        Stopped::Io(error) => return Err(error),
    }
    Ok(End::Failed)
}

fn not_understood(usage: &Usage) -> io::Result<End> {
    let hint = match usage.topic {
        Some(command) => words().say("cli-see-help-of", &[("command", command.into())]),
        None => words().say("cli-see-help", &[]),
    };
    if usage.json {
        let error = serde_json::json!({ "error": { "kind": "usage", "message": usage.message, "hint": hint } });
        output::say(&error.to_string())?;
    } else {
        writeln!(io::stderr().lock(), "{} {hint}", usage.message)?;
    }
    Ok(End::Usage)
}
