//! `register`: distributors from a CSV file.

use std::path::Path;

use desk::{Desk, Now, words};

use super::Stopped;
use crate::output::{End, Output};

/// Takes the distributors of a file; rows that can't be taken are named.
pub(crate) fn take(output: Output, desk: &mut Desk, file: &Path, now: Now) -> Result<End, Stopped> {
    let done = desk.register(file, now)?;
    output.show(&done, || {
        let counts = [("added", done.added), ("revised", done.revised), ("unchanged", done.unchanged)];
        let counts: Vec<_> = counts.into_iter().map(|(name, count)| (name, count.into())).collect();
        let mut text = words().say("cli-registered", &counts);
        text.push('\n');
        for problem in &done.problems {
            text.push_str(format!("{}: {} {}", problem.place, problem.message, problem.hint).trim_end());
            text.push('\n');
        }
        text
    })?;
    Ok(if done.problems.is_empty() { End::Done } else { End::Failed })
}
