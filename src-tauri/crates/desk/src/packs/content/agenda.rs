//! The agenda page of the quarterly review: what to begin from, room to write, and the actions.

use pack::content::{ActionLine, Agenda, AgendaItem};
use words::Value;

use crate::view::{ActionRow, AgendaItem as Item, QbrView};
use crate::words;

pub(super) fn fill(qbr: &QbrView) -> Agenda {
    let notes = qbr.card.notes.iter().map(String::as_str).chain(std::iter::repeat(""));
    Agenda {
        kicker: kicker(qbr),
        headline: qbr.title.clone(),
        present: qbr.card.present.clone(),
        items: qbr.agenda.iter().zip(notes).enumerate().map(|(at, (item, note))| row(at + 1, item, note)).collect(),
        actions: qbr.actions.iter().map(action).collect(),
    }
}

/// `Thursday, 15 October, 14:00, Jakarta`; how long it takes where the day is not known.
fn kicker(qbr: &QbrView) -> String {
    let parts = [&qbr.day, &qbr.card.starts, &qbr.card.place].map(String::as_str);
    let known: Vec<&str> =
        parts.into_iter().filter(|part| !part.is_empty()).chain([qbr.agenda_note.as_str()]).collect();
    known.join(", ")
}

fn row(number: usize, item: &Item, note: &str) -> AgendaItem {
    let values = [("number", Value::from(number)), ("title", item.title.as_str().into())];
    AgendaItem {
        starts: item.starts.clone(),
        minutes: words().say("qbr-minutes", &[("count", item.minutes.into())]),
        title: words().say("qbr-item", &values),
        points: item.points.clone(),
        note: note.to_owned(),
    }
}

fn action(row: &ActionRow) -> ActionLine {
    let by = crate::format::day(words(), row.card.due.parse().unwrap_or_default());
    ActionLine {
        what: row.card.what.clone(),
        carried: row.carried.clone(),
        owner: row.card.owner.clone(),
        by,
        state: if row.open { String::new() } else { row.state.clone() },
    }
}
