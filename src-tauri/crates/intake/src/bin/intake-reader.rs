//! Reads one file, for tests and fuzzing: started with a file it reads it in a child and prints what came of it.

use std::process::ExitCode;
use std::sync::atomic::AtomicBool;

use intake::child::{Allocator, Reader, allocator, main_if_asked};
use intake::draft::Context;

#[global_allocator]
static ALLOCATOR: Allocator = allocator();

fn main() -> ExitCode {
    main_if_asked(&ALLOCATOR);
    match std::env::args_os().nth(1).map(|path| outcome(path.as_ref())) {
        Some(Ok(outcome)) => {
            println!("{outcome}");
            ExitCode::SUCCESS
        }
        Some(Err(error)) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
        None => {
            eprintln!("usage: intake-reader FILE");
            ExitCode::from(2)
        }
    }
}

fn outcome(path: &std::path::Path) -> std::io::Result<String> {
    let bytes = std::fs::read(path)?;
    let file_name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let context = Context { register: Vec::new(), today: String::new(), file_name, mail: None, own: Vec::new() };
    let reader = Reader::new(std::env::current_exe()?);
    Ok(match reader.read(&bytes, &context, None, &AtomicBool::new(false)) {
        Ok(reading) => format!("{reading:#?}"),
        Err(unread) => unread.to_string(),
    })
}
