//! `rates`: exchange rates by month, and revenue over all distributors at them.

use desk::view::{RatesView, RollUpView};
use desk::{Desk, Now, words};

use super::Stopped;
use super::targets::problems;
use crate::args::RatesCommand;
use crate::output::{Align, End, Output, table};

/// Shows or imports rates, or sums up by them.
pub(crate) fn run(output: Output, desk: &mut Desk, command: RatesCommand, now: Now) -> Result<End, Stopped> {
    match command {
        RatesCommand::Show { year, reporting } => {
            choose(desk, reporting, now)?;
            let view = desk.rates(year, now)?;
            output.show(&view, || rates(&view))?;
        }
        RatesCommand::Import { file, reporting } => {
            choose(desk, reporting, now)?;
            let done = desk.import_rates(&file, now)?;
            output.show(&done, || format!("{}\n{}", done.summary(), problems(&done.problems)))?;
            return Ok(if done.problems.is_empty() { End::Done } else { End::Failed });
        }
        RatesCommand::RollUp { quarter } => {
            let view = desk.roll_up(&quarter, now)?;
            output.show(&view, || rollup(&view))?;
        }
    }
    Ok(End::Done)
}

fn choose(desk: &mut Desk, reporting: Option<String>, now: Now) -> Result<(), Stopped> {
    if let Some(code) = reporting {
        desk.set_reporting_currency(&code, now)?;
    }
    Ok(())
}

fn rates(view: &RatesView) -> String {
    let mut rows = vec![vec![view.year.to_string(), String::new()]];
    rows[0].extend(view.columns.iter().map(|column| column.title.clone()));
    for row in &view.rows {
        let mut cells = vec![row.title.clone(), row.label.clone()];
        let shown = |text: &str| if text.is_empty() { "–".to_owned() } else { text.to_owned() };
        cells.extend(row.cells.iter().map(|cell| shown(&cell.text)));
        rows.push(cells);
    }
    let align: Vec<Align> = [Align::Left; 2].into_iter().chain(view.columns.iter().map(|_| Align::Right)).collect();
    let mut text = if view.rows.is_empty() { String::new() } else { table(&align, &rows) };
    if !view.missing.is_empty() {
        text.push_str(&format!("{}\n", view.missing));
    }
    if text.is_empty() { words().say("cli-rates-none", &[]) } else { text }
}

fn rollup(view: &RollUpView) -> String {
    let say = |key: &str| words().say(key, &[]);
    let mut text = format!("{}\n\n", view.title);
    let mut rows =
        vec![vec![String::new(), say("cli-actual"), say("cli-target"), say("cli-attainment"), String::new()]];
    for sum in &view.sums {
        let figures = [&sum.label, &sum.actual, &sum.target, &sum.attainment, &sum.unit];
        rows.push(figures.map(Clone::clone).to_vec());
    }
    let align = [Align::Left, Align::Right, Align::Right, Align::Right, Align::Left];
    if !view.sums.is_empty() {
        text.push_str(&table(&align, &rows));
        text.push('\n');
    }
    let lines = view.sums.iter().flat_map(|sum| sum.missing.iter().chain(&sum.rates)).chain(&view.notes);
    for line in lines {
        text.push_str(&format!("  {line}\n"));
    }
    text
}
