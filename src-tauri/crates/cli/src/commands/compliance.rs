//! `compliance`: which report of which distributor came when, in a terminal.

use desk::period::Quarter;
use desk::view::{ComplianceCell, ComplianceView, Mark};
use desk::{Desk, Now, words};

use super::Stopped;
use crate::output::{Align, Output, table};

/// Shows the grid of a quarter.
pub(crate) fn show(output: Output, desk: &Desk, quarter: Quarter, now: Now) -> Result<(), Stopped> {
    let view = desk.compliance(&quarter.to_string(), now)?;
    output.show(&view, || text(&view))?;
    Ok(())
}

fn text(view: &ComplianceView) -> String {
    let say = |key: &str| words().say(key, &[]);
    let columns = || view.weeks.iter().chain(&view.months);
    let head: Vec<String> = [String::new()]
        .into_iter()
        .chain(columns().map(|column| column.short.clone()))
        .chain([say("cli-on-time")])
        .collect();
    let mut rows = vec![head];
    for row in &view.rows {
        let letters = row.weeks.iter().chain(&row.months).map(|cell: &ComplianceCell| letter(cell.mark).to_owned());
        rows.push([row.name.text.clone()].into_iter().chain(letters).chain([row.on_time.clone()]).collect());
    }
    let align = vec![Align::Left; columns().count() + 2];
    let states: Vec<String> =
        view.states.iter().map(|state| format!("{} {} ({})", letter(state.mark), state.label, state.count)).collect();
    format!("{}\n{}\n\n{}\n{}\n", view.title, view.lead, table(&align, &rows), states.join("  "))
}

/// The letter that the window draws in a state's shape.
fn letter(mark: Mark) -> &'static str {
    match mark {
        Mark::OnTime => "T",
        Mark::Corrected => "C",
        Mark::Late => "L",
        Mark::Missing => "M",
        Mark::NotDue => "D",
        _ => "–",
    }
}
