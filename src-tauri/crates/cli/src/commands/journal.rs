//! `journal` and `undo`.

use desk::view::EntryLine;
use desk::{Desk, Now, words};

use super::Stopped;
use crate::output::{Align, Output, table};

/// Entries that are listed.
const LIMIT: u32 = 200;

/// Lists what was done, newest first.
pub(crate) fn show(output: Output, desk: &Desk, now: Now) -> Result<(), Stopped> {
    let entries = desk.journal(LIMIT, now)?;
    output.show(&entries, || {
        if entries.is_empty() {
            return words().say("cli-journal-empty", &[]);
        }
        let rows: Vec<_> = entries.iter().map(row).collect();
        table(&[Align::Right, Align::Left, Align::Left, Align::Left], &rows)
    })?;
    Ok(())
}

fn row(entry: &EntryLine) -> Vec<String> {
    let what = if entry.undone {
        words().say("cli-undone", &[("what", entry.what.as_str().into())])
    } else {
        entry.what.clone()
    };
    vec![entry.number.to_string(), entry.when.clone(), entry.who.clone(), what]
}

/// Takes an entry back.
pub(crate) fn undo(output: Output, desk: &mut Desk, entry: &str, now: Now) -> Result<(), Stopped> {
    let line = desk.entry(entry, now)?;
    desk.undo(entry, now)?;
    let after = desk.entry(entry, now)?;
    output.show(&after, || words().say("cli-taken-back", &[("what", line.what.as_str().into())]))?;
    Ok(())
}
