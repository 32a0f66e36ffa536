//! `pack`: management packs as PDF.

use std::path::{Path, PathBuf};
use std::sync::atomic::AtomicBool;

use desk::packs::Made;
use desk::period::Quarter;
use desk::{Desk, Now, words};

use super::Stopped;
use crate::output::{End, Output, say};

/// Writes the packs of distributors and prints where they lie.
pub(crate) fn write(
    output: Output,
    desk: &mut Desk,
    names: &[String],
    quarter: Quarter,
    out: &Path,
    now: Now,
) -> Result<End, Stopped> {
    let ids: Result<Vec<_>, _> =
        names.iter().map(|name| desk.distributor_called(name).map(|id| id.to_string())).collect();
    let (paths, problems) = make(desk, &ids?, quarter, out, now)?;
    if output.json {
        output.show(&serde_json::json!({ "packs": paths, "problems": problems }), String::new)?;
    } else {
        for path in &paths {
            say(&path.display().to_string())?;
        }
    }
    for problem in problems.iter().filter(|_| !output.json) {
        say(problem)?;
    }
    Ok(if problems.is_empty() { End::Done } else { End::Failed })
}

/// Writes the packs of a closed quarter as they were printed when it was closed, and prints where they lie.
pub(crate) fn again(
    output: Output,
    desk: &mut Desk,
    names: &[String],
    (quarter, revision): (Quarter, u32),
    out: &Path,
    now: Now,
) -> Result<(), Stopped> {
    let mut paths = Vec::with_capacity(names.len());
    for name in names {
        let id = desk.distributor_called(name)?.to_string();
        paths.push(desk.closed_pack(&id, &quarter.to_string(), Some(revision), Some(out), now)?.path);
    }
    output.show(&serde_json::json!({ "packs": paths, "problems": [] }), || paths.join("\n"))?;
    Ok(())
}

/// Makes packs: the paths of those that are there, and what kept the others back.
pub(crate) fn make(
    desk: &mut Desk,
    ids: &[String],
    quarter: Quarter,
    out: &Path,
    now: Now,
) -> Result<(Vec<PathBuf>, Vec<String>), Stopped> {
    let never = AtomicBool::new(false);
    let made = desk.make_packs(&quarter.to_string(), ids, Some(out), now, &|_| {}, &never)?;
    let (mut paths, mut problems) = (Vec::new(), Vec::new());
    for made in made {
        match made {
            Made::Pack(pack) => paths.push(pack.path.into()),
            Made::Problem(problem) => {
                let values = [
                    ("name", problem.place.as_str().into()),
                    ("message", problem.message.as_str().into()),
                    ("hint", problem.hint.as_str().into()),
                ];
                problems.push(words().say("cli-not-made", &values).trim_end().to_owned());
            }
        }
    }
    Ok((paths, problems))
}
