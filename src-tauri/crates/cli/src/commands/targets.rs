//! `targets`: what a distributor is to reach in a year.

use desk::view::{Problem, TargetRow, TargetsByGrant, TargetsView};
use desk::{Desk, Now, TargetDefaults, words};

use super::Stopped;
use crate::args::TargetsCommand;
use crate::output::{Align, End, Output, table};

/// Shows, sets or imports targets.
pub(crate) fn run(output: Output, desk: &mut Desk, command: TargetsCommand, now: Now) -> Result<End, Stopped> {
    match command {
        TargetsCommand::Show { name, grant, year } => {
            let id = desk.distributor_called(&name)?.to_string();
            show(output, desk, (&id, &grant), year, now)?;
        }
        TargetsCommand::Set { name, order } => {
            let id = desk.distributor_called(&name)?.to_string();
            desk.set_target(&id, &order, now)?;
            let year = chrono::Datelike::year(&order.from);
            show(output, desk, (&id, &order.grant), Some(year), now)?;
        }
        TargetsCommand::Import { file, said } => {
            let id = said.distributor.as_deref().map(|name| desk.distributor_called(name)).transpose()?;
            let said = TargetDefaults { distributor: id.map(|id| id.to_string()), ..said };
            let done = desk.import_targets(&file, &said, now)?;
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

fn show(output: Output, desk: &Desk, (id, grant): (&str, &str), year: Option<i32>, now: Now) -> Result<(), Stopped> {
    let view = desk.targets(id, grant, year, "quarter", now)?;
    output.show(&view, || text(&view))?;
    Ok(())
}

fn text(view: &TargetsView) -> String {
    let grant = view.grants.iter().find(|choice| choice.key == view.grant && !view.grant.is_empty());
    let heading = [
        ("name", view.name.text.as_str().into()),
        ("year", view.year.to_string().into()),
        ("grant", grant.map(|grant| grant.label.as_str()).unwrap_or_default().into()),
    ];
    let key = if grant.is_some() { "cli-targets-of-grant" } else { "cli-targets-of" };
    let mut text = format!("{}\n\n", words().say(key, &heading));
    let mut rows = vec![vec![words().say("cli-kpi", &[])]];
    rows[0].extend(view.columns.iter().map(|column| column.title.clone()));
    rows[0].push(String::new());
    let is_set = |row: &&TargetRow| !row.sets.is_empty() || row.by_grant.as_ref().is_some_and(is_any);
    for row in view.rows.iter().filter(is_set) {
        rows.push(cells(row.title.clone(), row.cells.iter().map(|cell| &cell.text), &row.unit));
        if let Some(by_grant) = row.by_grant.as_ref().filter(|by_grant| grant.is_none() && is_any(by_grant)) {
            rows.extend(by_grant.rows.iter().map(|grant| cells(format!("  {}", grant.title), &grant.cells, &row.unit)));
            let sum = format!("  {}", words().say("cli-targets-sum", &[]));
            rows.push(cells(sum, &by_grant.sum, &row.unit));
        }
    }
    let align: Vec<Align> =
        [Align::Left].into_iter().chain(view.columns.iter().map(|_| Align::Right)).chain([Align::Left]).collect();
    text.push_str(&table(&align, &rows));
    if rows.len() == 1 {
        text.push_str(&format!("{}\n", words().say("cli-targets-none", &[])));
    }
    for row in &view.rows {
        // What a sum is made of, or lacks, is said by the rows of the grants.
        for cell in row.cells.iter().filter(|cell| !(cell.beside.is_empty() || cell.summed || cell.lacking)) {
            text.push_str(&format!("  {}, {}: {}\n", row.title, cell.period, cell.beside));
        }
        for set in row.sets.iter().filter(|set| !set.reason.is_empty()) {
            let said = [&set.what, &set.from, &set.reason].map(String::as_str).join("; ");
            text.push_str(&format!("  {}: {said}\n", row.title));
        }
        for remark in row.by_grant.iter().flat_map(|by_grant| &by_grant.remarks) {
            text.push_str(&format!("  {}, {remark}\n", row.title));
        }
    }
    text
}

/// Whether any grant has a target.
fn is_any(by_grant: &TargetsByGrant) -> bool {
    by_grant.rows.iter().flat_map(|row| &row.cells).any(|cell| !cell.is_empty())
}

fn cells<'a>(title: String, texts: impl IntoIterator<Item = &'a String>, unit: &str) -> Vec<String> {
    let none = |text: &String| if text.is_empty() { "–".to_owned() } else { text.clone() };
    std::iter::once(title).chain(texts.into_iter().map(none)).chain([unit.to_owned()]).collect()
}
