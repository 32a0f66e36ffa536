//! `inbox`: what needs the manager, in a terminal.

use desk::view::{InboxRow, InboxView};
use desk::{Desk, Now, words};

use super::Stopped;
use crate::output::{Align, Output, table};

/// Lists what needs the manager, the most urgent first.
pub(crate) fn show(output: Output, desk: &Desk, now: Now) -> Result<(), Stopped> {
    let inbox = desk.inbox(now)?;
    let distributors = desk.workspace(now)?.distributors;
    output.show(&inbox, || text(&inbox, distributors))?;
    Ok(())
}

fn text(inbox: &InboxView, distributors: i32) -> String {
    let head = format!("{}\n{}\n", inbox.title, inbox.summary);
    if inbox.rows.is_empty() {
        let key = if distributors == 0 { "cli-inbox-none" } else { "cli-inbox-empty" };
        return format!("{head}\n{}\n", words().say(key, &[]));
    }
    let rows: Vec<_> = inbox.rows.iter().map(row).collect();
    format!("{head}\n{}", table(&[Align::Left; 5], &rows))
}

fn row(row: &InboxRow) -> Vec<String> {
    vec![
        words().say(&format!("inbox-kind-{}", row.kind.key()), &[]),
        row.name.text.clone(),
        row.what.clone(),
        row.when.clone(),
        words().say("cli-next", &[("action", row.action.as_str().into())]),
    ]
}
