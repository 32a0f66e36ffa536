//! A block of cells that was pasted: what it would set, and what of it can't be.

use playbook::period::{FiscalYear, Month, Period};

use super::grid::columns;
use super::heads::GrantColumns;
use super::set::{Amends, Set, Span};
use super::whose::Whose;
use crate::desk::Desk;
use crate::error::DeskError;
use crate::exclusivity::Meant;
use crate::now::Now;
use crate::table::{Cell, Table};
use crate::titles::kpi_title;
use crate::view::{Problem, Severity, TargetBlock, TargetEntry};
use crate::{naming, words};

impl Desk {
    /// What a pasted block would set, beginning at a cell of the grid of a distributor or of one grant of it; headings
    /// that name KPIs, periods or grants say by themselves where their cells belong.
    ///
    /// # Errors
    /// When the text is no table, or the place is none of the grid.
    pub fn paste_targets(
        &self,
        distributor: &str,
        grant: &str,
        (kpi, period): (&str, &str),
        text: &str,
        now: Now,
    ) -> Result<TargetBlock, DeskError> {
        let (distributor, table) = (self.distributor_of(distributor)?, Table::pasted(text)?);
        let shown = self.whose(distributor, &Meant::named(grant))?;
        let (fiscal, today) = (self.fiscal_year()?, self.day(now));
        let (placed, of_grants) = self.placed(&table, &shown, (kpi, period), now)?;
        let mut block =
            TargetBlock { summary: String::new(), cells: vec![], shown: vec![], opened: false, problems: vec![] };
        let mut of = 0;
        for Placed { row, column, kpi, period } in placed {
            let Some(cell) = table.at(row, column) else { continue };
            of += 1;
            let place = table.place(row, column);
            let (Some(kpi), Some(period)) = (kpi, period) else {
                block.problems.push(problem(&place, &words().say("paste-beyond", &[]), ""));
                continue;
            };
            // The reason is asked for once the block is looked at.
            let amends = Amends { reason: "-".to_owned(), ..Amends::default() };
            let understood = self.row_of(&table, row, &of_grants, &shown).and_then(|whose| {
                let set = self.understood(&whose, &kpi, &period, cell, amends)?;
                self.planned(&whose, std::slice::from_ref(&set), now)?;
                let opened = set.span.is_opened(&self.held(&whose)?, &set.kpi, fiscal, today);
                Ok((whose, set, opened))
            });
            match understood {
                Ok((whose, set, opened)) => {
                    block.opened |= opened;
                    block.shown.push(said(&whose, &set, &cell.text));
                    block.cells.push(TargetEntry {
                        kpi: set.kpi.key.to_string(),
                        grant: whose.grant_id().map(|id| id.to_string()).unwrap_or_default(),
                        period,
                        text: retyped(&set, cell, whose.currency()),
                    });
                }
                Err(error) => block.problems.push(problem(&place, &error.message, &error.hint)),
            }
        }
        block.summary = words().say("paste-summary", &[("ready", block.cells.len().into()), ("count", of.into())]);
        Ok(block)
    }

    /// Whose a row is: as its columns say; of a block without such columns, whose grid it was pasted into.
    fn row_of(&self, table: &Table, row: usize, columns: &GrantColumns, shown: &Whose) -> Result<Whose, DeskError> {
        let Some(meant) = columns.meant(table, row) else { return Ok(shown.clone()) };
        self.whose(shown.distributor.clone(), &meant)
    }

    /// Where each cell of a pasted table belongs, and which columns name grants.
    fn placed(
        &self,
        table: &Table,
        shown: &Whose,
        (kpi, period): (&str, &str),
        now: Now,
    ) -> Result<(Vec<Placed>, GrantColumns), DeskError> {
        let first = self.kpi_called(kpi)?;
        let by_month = period.parse::<Month>().is_ok();
        let fiscal = self.fiscal_year()?;
        let year = Span::read(period, fiscal).map_or(0, |span| span.quarter(fiscal).year());
        let columns: Vec<String> = columns(fiscal, year, by_month).iter().map(Period::to_string).collect();
        let kpis: Vec<String> = self.targeted(shown, self.day(now))?.iter().map(|kpi| kpi.key.to_string()).collect();
        let top = table.rows.first().map(Vec::as_slice).unwrap_or_default();
        // Behind a number or a KPI, 2000 is an amount like any other and heads no column as a year.
        let is_figures = |cell: &Cell| cell.text.parse::<u32>().is_ok() || self.kpi_called(&cell.text).is_ok();
        let figures = top.first().is_some_and(is_figures);
        let head = |cell: &Cell| heading(&cell.text, Some(year)).filter(|key| !figures || key.len() > 4);
        let heads: Vec<Option<String>> = top.iter().map(head).collect();
        let of_grants = GrantColumns::of(top);
        let has_heads = heads.iter().any(Option::is_some) || of_grants.are_any();
        // KPIs are named by the first column that names no grants.
        let named = (0..).find(|column| !of_grants.has(*column)).unwrap_or(0);
        let names: Vec<Option<String>> = table
            .rows
            .iter()
            .map(|row| row.get(named).and_then(|cell| self.kpi_called(&cell.text).ok()).map(|kpi| kpi.key.to_string()))
            .collect();
        let has_names = names.iter().any(Option::is_some);
        let has_periods = heads.iter().any(Option::is_some);
        let anchor = (
            kpis.iter().position(|key| *key == first.key.as_str()).unwrap_or(0),
            columns.iter().position(|key| *key == period).unwrap_or(0),
        );
        let mut placed = Vec::new();
        for (row, cells) in table.rows.iter().enumerate().skip(usize::from(has_heads)) {
            let names_something = |column: usize| of_grants.has(column) || has_names && column == named;
            let figures = (0..cells.len()).filter(|column| !names_something(*column));
            for (index, column) in figures.enumerate() {
                let of_row = || kpis.get(anchor.0 + row - usize::from(has_heads)).cloned();
                placed.push(Placed {
                    row,
                    column,
                    kpi: if has_names { names[row].clone() } else { of_row() },
                    period: if has_periods {
                        heads.get(column).cloned().flatten()
                    } else {
                        columns.get(anchor.1 + index).cloned()
                    },
                });
            }
        }
        Ok((placed, of_grants))
    }
}

/// A cell of the block, and the cell of the grid that it belongs to; `None` beyond its edge.
struct Placed {
    row: usize,
    column: usize,
    kpi: Option<String>,
    period: Option<String>,
}

/// The period that a heading names: `2026-Q3`, `Q3 2026`, `Q3`, `Jul 2026`, `July`, `2026-07` or `2026`; without its
/// year, of `year`, where one goes without saying.
pub(crate) fn heading(text: &str, year: Option<i32>) -> Option<String> {
    let text = text.trim();
    if let Some(span) = Span::read(text, FiscalYear::CALENDAR) {
        // A number alone is a year only where it looks like one.
        return (!matches!(span, Span::Year(_)) || text.len() == 4).then(|| text.to_owned());
    }
    let folded = text.to_lowercase().replace(['-', '/', '\''], " ");
    let mut parts: Vec<&str> = folded.split_whitespace().collect();
    let stated = parts.iter().position(|part| part.len() == 4 && part.bytes().all(|byte| byte.is_ascii_digit()));
    let year = stated.map_or(year, |at| parts.remove(at).parse().ok())?;
    let [name] = parts.as_slice() else { return None };
    let quarter = name.strip_prefix('q').and_then(|number| number.parse::<u32>().ok());
    if let Some(quarter) = quarter.filter(|number| (1..=4).contains(number)) {
        return Some(format!("{year:04}-Q{quarter}"));
    }
    let names = |key: &str, number: u32| words().say(&format!("{key}-{number}"), &[]).to_lowercase();
    let month = (1..=12).find(|number| names("month", *number) == *name || names("month-short", *number) == *name)?;
    Month::new(year, month).map(|month| month.to_string())
}

/// The text that sets the cell again: what the block's cell means, in plain digits.
fn retyped(set: &Set, cell: &Cell, own: &str) -> String {
    let exact = super::goal::plain(&set.kpi, &set.typed.goal.times(&playbook::number::Rate::one()), own);
    let percent = super::goal::counts(&set.kpi) == super::goal::Counts::Percent && !cell.text.contains("to");
    if percent { format!("{exact}%") } else { exact }
}

/// `Revenue against target, Q3 2026: 300`; of a grant, with its name before.
fn said(whose: &Whose, set: &Set, text: &str) -> String {
    let values = [("kpi", kpi_title(&set.kpi).into()), ("period", set.span.title().into()), ("text", text.into())];
    let said = words().say("paste-cell", &values);
    match &whose.grant {
        Some(held) => {
            words().say("paste-of-grant", &[("grant", naming::held_grant(held).into()), ("cell", said.into())])
        }
        None => said,
    }
}

pub(crate) fn problem(place: &str, message: &str, hint: &str) -> Problem {
    Problem { severity: Severity::Stops, place: place.to_owned(), message: message.to_owned(), hint: hint.to_owned() }
}
