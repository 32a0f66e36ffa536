//! `qbr` and `close`: the quarterly review, and closing a quarter.

use chrono::NaiveDate;
use desk::period::Quarter;
use desk::view::{ClosedLine, HeldCard, OutcomeTable, ReviewsView};
use desk::{ClosedNow, Desk, DeskError, Now, words};

use super::Stopped;
use crate::output::{Align, End, Output, say, table};

/// Shows the quarterly review of a distributor, after noting on which day it was held where one is given.
pub(crate) fn qbr(
    output: Output,
    desk: &mut Desk,
    (name, quarter): (&str, Quarter),
    held: Option<NaiveDate>,
    now: Now,
) -> Result<(), Stopped> {
    let (id, quarter) = (desk.distributor_called(name)?.to_string(), quarter.to_string());
    if let Some(day) = held {
        hold(desk, &id, &quarter, day, now)?;
    }
    let view = desk.reviews(&id, &quarter, now)?;
    output.show(&view, || text(&view))?;
    Ok(())
}

/// Notes the day on which a quarter's review was held. What was said and decided in it stays.
fn hold(desk: &mut Desk, id: &str, quarter: &str, day: NaiveDate, now: Now) -> Result<(), DeskError> {
    let noted = desk.reviews(id, quarter, now)?.quarterly.card;
    desk.hold_review(id, &HeldCard { held_on: day.to_string(), ..noted }, now)?;
    Ok(())
}

fn text(view: &ReviewsView) -> String {
    let qbr = &view.qbr;
    let mut text = format!("{}, {}\n{}, {}\n", view.name.text, qbr.title, qbr.state, qbr.agenda_note);
    if let Some(closed) = &view.closing.closed {
        text.push_str(&closed_line(closed));
    }
    for (number, item) in (1..).zip(&qbr.agenda) {
        let minutes = words().say("qbr-minutes", &[("count", item.minutes.into())]);
        text.push_str(&format!("\n{}, {minutes}\n{number}  {}\n", item.starts, item.title));
        match item.key.as_str() {
            "outcomes" => [&qbr.wins, &qbr.losses].into_iter().for_each(|rows| text.push_str(&outcomes(rows))),
            "actions" => text.push_str(&actions(view)),
            _ => item.points.iter().for_each(|point| text.push_str(&format!("   {point}\n"))),
        }
        let note = usize::try_from(number - 1).ok().and_then(|at| qbr.card.notes.get(at));
        note.into_iter().flat_map(|note| note.lines()).for_each(|line| text.push_str(&format!("   {line}\n")));
    }
    text
}

/// As which revision a quarter was closed, and whether something came later.
pub(super) fn closed_line(closed: &ClosedLine) -> String {
    format!("{} {}\n", closed.lead, closed.later).replace(" \n", "\n")
}

fn outcomes(rows: &OutcomeTable) -> String {
    let mut all = vec![vec![format!("   {}", rows.title), String::new(), rows.sum.clone()]];
    all.extend(rows.rows.iter().map(|row| vec![format!("     {}", row.what), row.why.clone(), row.worth.clone()]));
    table(&[Align::Left, Align::Left, Align::Right], &all)
}

fn actions(view: &ReviewsView) -> String {
    let row = |row: &desk::view::ActionRow| {
        vec![format!("   {}", row.card.what), row.note.clone(), row.state.clone(), row.carried.clone()]
    };
    let rows: Vec<_> = view.qbr.actions.iter().map(row).collect();
    format!("   {}\n{}", view.qbr.actions_note, table(&[Align::Left; 4], &rows))
}

/// Closes a quarter with the distributors named, or with all.
pub(crate) fn close(
    output: Output,
    desk: &mut Desk,
    quarter: Quarter,
    names: &[String],
    reason: &str,
    now: Now,
) -> Result<End, Stopped> {
    let quarter = quarter.to_string();
    let ids: Vec<(String, String)> = match names {
        [] => desk.portfolio(&quarter, now)?.rows.into_iter().map(|row| (row.id, row.name.text)).collect(),
        names => names
            .iter()
            .map(|name| Ok((desk.distributor_called(name)?.to_string(), name.clone())))
            .collect::<Result<_, DeskError>>()?,
    };
    let (mut closed, mut problems) = (Vec::new(), Vec::new());
    for (id, name) in ids {
        match desk.close_quarter(&id, &quarter, reason, now) {
            Ok(done) => closed.push(done),
            Err(error) => problems.push(format!("{name}: {error}")),
        }
    }
    if output.json {
        let rows: Vec<_> = closed.iter().map(json).collect();
        output.show(&serde_json::json!({ "closed": rows, "problems": problems }), String::new)?;
    } else {
        for done in &closed {
            say(&format!("{}: {}", done.name, done.lead))?;
            for warning in &done.warnings {
                say(&format!("  {warning}"))?;
            }
        }
        for problem in &problems {
            say(problem)?;
        }
    }
    Ok(if problems.is_empty() { End::Done } else { End::Failed })
}

fn json(done: &ClosedNow) -> serde_json::Value {
    serde_json::json!({
        "name": done.name, "revision": done.revision, "entry": done.entry, "lead": done.lead, "warnings": done.warnings,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::commands::tests::{now, workspace};

    #[test]
    fn another_day_keeps_what_was_said_and_decided() {
        let folder = tempfile::tempdir().expect("a folder");
        let (mut desk, id) = workspace(folder.path());
        let quarter = "2026-Q3";
        let day = |text: &str| text.parse().expect("a literal");
        hold(&mut desk, &id, quarter, day("2026-10-06"), now()).expect("it was held");
        let card = |desk: &Desk| desk.reviews(&id, quarter, now()).expect("a view").quarterly.card;
        let told = HeldCard {
            notes: "Price list agreed".into(),
            decisions: vec!["Visit the warehouse".into()],
            ..card(&desk)
        };
        desk.hold_review(&id, &told, now()).expect("it can be told");
        hold(&mut desk, &id, quarter, day("2026-10-07"), now()).expect("it was held");
        assert_eq!(card(&desk), HeldCard { held_on: "2026-10-07".into(), ..told });
    }
}
