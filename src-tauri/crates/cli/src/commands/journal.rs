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
    desk.undo(entry, now)?;
    let after = desk.entry(entry, now)?;
    let newest = desk.journal(1, now)?;
    // What is taken back may itself have been an undo: the journal's own line says which of the two was done.
    output.show(&after, || newest.first().map(|line| line.what.clone()).unwrap_or_default())?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::commands::tests::{now, workspace};

    #[test]
    fn the_newest_entry_says_what_an_undo_did() {
        let folder = tempfile::tempdir().expect("a folder");
        let (mut desk, _) = workspace(folder.path());
        for said in ["Taken back: New distributor PT Contoh", "Brought back: New distributor PT Contoh"] {
            let newest = desk.journal(1, now()).expect("a journal").remove(0).number.to_string();
            undo(Output { json: true }, &mut desk, &newest, now()).expect("an undo");
            assert_eq!(desk.journal(1, now()).expect("a journal")[0].what, said);
        }
    }
}
