//! `cargo xtask run` and `cargo xtask test`: all that a machine with Rust and Node needs to know.
#![forbid(unsafe_code)]

mod app;
mod bench;
mod debian;
mod machine;
mod step;
mod test;
mod ui;

use std::process::ExitCode;

use machine::Purpose;
use step::Failure;

const USAGE: &str = "\
Usage: cargo xtask COMMAND

  run [-- ARGUMENTS]   install what is missing, build, and open the window;
                       without a display: the sample journey on the command line
  test [PART ...]      everything that is checked before a change lands, or parts of it:
                       lint, ui, unit, journeys, e2e
  bench [playbook | intake]
                       time and memory, against peers and floors of the same run; or
                       the judgements of 500 distributors alone, beside DuckDB; or
                       reading files alone, beside calamine, polars and openpyxl
  install              install what building and testing need
  ui                   build the window's pages into ui/dist
";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let done = match words.as_slice() {
        ["run"] => app::run(&[]),
        ["run", "--", rest @ ..] => app::run(rest),
        ["test", names @ ..] => match test::parts(names) {
            Some(parts) => test::run(&parts),
            None => return usage(),
        },
        ["bench"] => bench::run(),
        ["bench", "playbook"] => bench::playbook(),
        ["bench", "intake"] => bench::intake(),
        ["install"] => install(),
        ["ui"] => machine::need_node().and_then(|()| ui::build()),
        _ => return usage(),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(Failure(why)) => {
            eprintln!("\nxtask: {why}");
            ExitCode::FAILURE
        }
    }
}

fn usage() -> ExitCode {
    eprint!("{USAGE}");
    ExitCode::from(2)
}

fn install() -> Result<(), Failure> {
    machine::need(&Purpose::ALL)?;
    machine::need_node()?;
    machine::need_checkers()?;
    ui::install()
}
