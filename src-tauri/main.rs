//! The executable: the window, or one file read in a process of its own.
#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]
#![forbid(unsafe_code)]

use std::process::ExitCode;

use entrepot::Arguments;

#[global_allocator]
static ALLOCATOR: desk::Allocator = desk::allocator();

fn main() -> ExitCode {
    desk::main_if_asked(&ALLOCATOR);
    let arguments = match Arguments::parse(std::env::args_os().skip(1)) {
        Ok(arguments) => arguments,
        Err(why) => {
            eprintln!("{why}");
            return ExitCode::from(2);
        }
    };
    match entrepot::run(arguments) {
        Ok(()) => ExitCode::SUCCESS,
        Err(why) => {
            eprintln!("{why}");
            ExitCode::FAILURE
        }
    }
}
