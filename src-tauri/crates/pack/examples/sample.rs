//! Prints an invented pack to a file: `cargo run -p pack --example sample -- sample.pdf`, or with `hard` behind it one
//! in which everything is long, missing or in another script.

#[path = "../tests/sample/mod.rs"]
mod sample;

use std::process::ExitCode;

fn main() -> ExitCode {
    let path = std::env::args().nth(1).unwrap_or_else(|| "sample.pdf".to_owned());
    let content = if std::env::args().any(|word| word == "hard") { sample::hard() } else { sample::pack() };
    let written = pack::pdf(&content, &words::Words::english(), &mut |_| {})
        .map_err(|error| error.to_string())
        .and_then(|bytes| std::fs::write(&path, bytes).map_err(|error| error.to_string()));
    match written {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{path}: {error}");
            ExitCode::FAILURE
        }
    }
}
