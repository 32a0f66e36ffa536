//! `cargo xtask test`: everything that is checked before a change lands.

use std::process::Command;
use std::time::{Duration, Instant};

use crate::machine::{Purpose, need, need_checkers, need_node};
use crate::step::{Failure, cargo, go, root};
use crate::ui;

/// A part of the checks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Part {
    /// The pages: types, components, unit tests, build.
    Ui,
    /// Formatting and lints.
    Lint,
    /// Rules, beside their code.
    Unit,
    /// Files in, packs out; the structure of the house.
    Journeys,
    /// The real window.
    E2e,
}

impl Part {
    const ALL: [Self; 5] = [Self::Ui, Self::Lint, Self::Unit, Self::Journeys, Self::E2e];

    fn name(self) -> &'static str {
        match self {
            Self::Ui => "ui",
            Self::Lint => "lint",
            Self::Unit => "unit",
            Self::Journeys => "journeys",
            Self::E2e => "e2e",
        }
    }

    fn needs(self) -> &'static [Purpose] {
        match self {
            Self::Ui => &[],
            Self::Lint | Self::Unit => &[Purpose::Build, Purpose::Window],
            Self::Journeys => &[Purpose::Build, Purpose::Pages],
            Self::E2e => &[Purpose::Build, Purpose::Window, Purpose::Pages, Purpose::Drive],
        }
    }

    fn run(self) -> Result<(), Failure> {
        match self {
            Self::Ui => ui::build().and_then(|()| ui::check()),
            Self::Lint => {
                go(&mut cargo(&["fmt", "--all", "--check"]))?;
                // The window's tests are no part of a bare `cargo test`, so they are named.
                let targets = ["--all-targets", "--test", "window"];
                go(cargo(&["clippy", "--workspace", "--locked"]).args(targets).args(["--", "-D", "warnings"]))
            }
            Self::Unit => {
                go(&mut cargo(&["test", "--workspace", "--exclude", "journeys", "--locked", "--no-fail-fast"]))
            }
            Self::Journeys => {
                // The journeys run the built command line.
                go(&mut cargo(BUILD))?;
                go(&mut tests_named(&journeys()?))
            }
            Self::E2e => {
                go(&mut cargo(BUILD))?;
                go(tests_named(&["window".to_owned()]).args(["--", "--test-threads=1"]))
            }
        }
    }
}

/// Builds what the tests start. All parts choose the whole workspace: a smaller choice asks for other features of the
/// crates we use, and half of them would be built once more.
const BUILD: &[&str] = &["build", "--workspace", "--bins", "--locked"];

/// Runs test files by their names.
fn tests_named(names: &[String]) -> Command {
    let mut command = cargo(&["test", "--workspace", "--locked"]);
    for name in names {
        command.args(["--test", name]);
    }
    command
}

/// The test files in tests/tests.
fn journeys() -> Result<Vec<String>, Failure> {
    let folder = root().join("tests/tests");
    let files =
        std::fs::read_dir(&folder).map_err(|why| Failure(format!("{} cannot be read: {why}", folder.display())))?;
    let names = files.flatten().filter_map(|file| file.file_name().to_str()?.strip_suffix(".rs").map(str::to_owned));
    Ok(names.collect())
}

/// The parts by their names; all when none is named; `None` for a name that is no part.
pub(crate) fn parts(names: &[&str]) -> Option<Vec<Part>> {
    if names.is_empty() {
        return Some(every_part());
    }
    names.iter().map(|name| Part::ALL.into_iter().find(|part| part.name() == *name)).collect()
}

/// All that can run on this system: the window is driven through programs that only Linux has.
fn every_part() -> Vec<Part> {
    if cfg!(target_os = "linux") {
        return Part::ALL.to_vec();
    }
    println!("The end-to-end tests drive the window on Linux only; they are left out here.");
    Part::ALL.into_iter().filter(|part| *part != Part::E2e).collect()
}

/// Installs what the parts need, runs each, and says how each ended.
pub(crate) fn run(parts: &[Part]) -> Result<(), Failure> {
    let started = Instant::now();
    prepare(parts)?;
    let mut results = vec![("set-up", started.elapsed(), Ok(()))];
    for part in parts {
        println!("\n== {}", part.name());
        let started = Instant::now();
        let result = part.run();
        if let Err(Failure(why)) = &result {
            eprintln!("\n{}: {why}", part.name());
        }
        results.push((part.name(), started.elapsed(), result));
    }
    println!();
    for (name, took, result) in &results {
        println!("{}", line(name, *took, result));
    }
    match results.iter().filter(|(_, _, result)| result.is_err()).count() {
        0 => Ok(()),
        failed => Err(Failure(format!("{failed} of {} parts failed", parts.len()))),
    }
}

fn prepare(parts: &[Part]) -> Result<(), Failure> {
    let purposes: Vec<Purpose> = parts.iter().flat_map(|part| part.needs().iter().copied()).collect();
    need(&purposes)?;
    need_node()?;
    if parts.contains(&Part::Lint) {
        need_checkers()?;
    }
    // The shell embeds the pages, so whatever builds it needs them first.
    ui::build()
}

fn line(name: &str, took: Duration, result: &Result<(), Failure>) -> String {
    let how = if result.is_ok() { "passed" } else { "FAILED" };
    format!("{name:<10} {how}  {:>3} min {:02} s", took.as_secs() / 60, took.as_secs() % 60)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_name_means_every_part() {
        assert_eq!(parts(&[]), Some(every_part()));
        assert_eq!(parts(&["e2e", "ui"]), Some(vec![Part::E2e, Part::Ui]));
        assert_eq!(parts(&["everything"]), None);
    }

    #[test]
    fn the_summary_is_a_table() {
        assert_eq!(line("ui", Duration::from_secs(83), &Ok(())), "ui         passed    1 min 23 s");
    }
}
