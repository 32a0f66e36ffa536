//! `targets`: what a distributor is to reach in a year.

use desk::view::{Problem, TargetRow, TargetsView};
use desk::{Desk, Now, words};

use super::Stopped;
use crate::args::TargetsCommand;
use crate::output::{Align, End, Output, table};

/// Shows, sets or imports targets.
pub(crate) fn run(output: Output, desk: &mut Desk, command: TargetsCommand, now: Now) -> Result<End, Stopped> {
    match command {
        TargetsCommand::Show { name, year } => {
            let id = desk.distributor_called(&name)?.to_string();
            show(output, desk, &id, year, now)?;
        }
        TargetsCommand::Set { name, order } => {
            let id = desk.distributor_called(&name)?.to_string();
            desk.set_target(&id, &order, now)?;
            let year = chrono::Datelike::year(&order.from);
            show(output, desk, &id, Some(year), now)?;
        }
        TargetsCommand::Import { file, name, reason, agreed } => {
            let id = name.map(|name| desk.distributor_called(&name)).transpose()?.map(|id| id.to_string());
            let done = desk.import_targets(&file, id.as_deref(), &reason, agreed, now)?;
            output.show(&done, || format!("{}\n{}", done.summary(), problems(&done.problems)))?;
            return Ok(if done.problems.is_empty() { End::Done } else { End::Failed });
        }
    }
    Ok(End::Done)
}

/// A line for each problem.
pub(super) fn problems(problems: &[Problem]) -> String {
    let line = |problem: &Problem| {
        format!("{}\n", format!("{}: {} {}", problem.place, problem.message, problem.hint).trim_end())
    };
    problems.iter().map(line).collect()
}

fn show(output: Output, desk: &Desk, id: &str, year: Option<i32>, now: Now) -> Result<(), Stopped> {
    let view = desk.targets(id, year, "quarter", now)?;
    output.show(&view, || text(&view))?;
    Ok(())
}

fn text(view: &TargetsView) -> String {
    let heading = [("name", view.name.text.as_str().into()), ("year", view.year.to_string().into())];
    let mut text = format!("{}\n\n", words().say("cli-targets-of", &heading));
    let mut rows = vec![vec![words().say("cli-kpi", &[])]];
    rows[0].extend(view.columns.iter().map(|column| column.title.clone()));
    rows[0].push(String::new());
    rows.extend(view.rows.iter().filter(|row| !row.sets.is_empty()).map(row));
    let align: Vec<Align> =
        [Align::Left].into_iter().chain(view.columns.iter().map(|_| Align::Right)).chain([Align::Left]).collect();
    text.push_str(&table(&align, &rows));
    if rows.len() == 1 {
        text.push_str(&format!("{}\n", words().say("cli-targets-none", &[])));
    }
    for row in &view.rows {
        for cell in row.cells.iter().filter(|cell| !cell.beside.is_empty()) {
            text.push_str(&format!("  {}, {}: {}\n", row.title, cell.period, cell.beside));
        }
        for set in row.sets.iter().filter(|set| !set.reason.is_empty()) {
            let said = [&set.what, &set.from, &set.reason].map(String::as_str).join("; ");
            text.push_str(&format!("  {}: {said}\n", row.title));
        }
    }
    text
}

fn row(row: &TargetRow) -> Vec<String> {
    let none = |text: &str| if text.is_empty() { "–".to_owned() } else { text.to_owned() };
    let mut cells = vec![row.title.clone()];
    cells.extend(row.cells.iter().map(|cell| none(&cell.text)));
    cells.push(row.unit.clone());
    cells
}
