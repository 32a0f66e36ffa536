//! Recognition: what the sheets of a file report. Pure: a grid and a context in, drafts out; no clock, no file.
//!
//! A sheet is walked once as a [`page::Page`] whose labels are understood by the dictionary. Tables, lists and labels
//! yield findings; findings become drafts by who, when and kind. What is open becomes a question, never a guess.

mod across;
mod blocks;
mod category;
mod claims;
mod columns;
mod dates;
mod dictionary;
mod finding;
mod form;
mod inline;
mod kind;
mod labels;
mod layout;
mod lines;
mod lists;
mod long;
mod measures;
mod money;
mod numbers;
mod own;
mod page;
mod parts;
mod periods;
pub mod pointed;
mod remarks;
mod report;
mod table;
mod template;
mod terms;
mod text;
mod tokens;
mod unfold;
mod units;
mod values;
mod when;
mod who;

#[cfg(test)]
mod properties;
#[cfg(test)]
mod tests;

use chrono::NaiveDate;

use crate::draft::{Context, Draft};
use crate::grid::{Grid, Sheet};

use page::Page;
use report::Around;
use who::Register;

/// The reports that a file proposes, sheet by sheet. A sheet that is no report, or that the workbook hides, yields none.
#[must_use]
pub fn recognise(grid: &Grid, context: &Context) -> Vec<Draft> {
    let register = Register::of(context);
    let today = context.today.parse::<NaiveDate>().unwrap_or(NaiveDate::MAX);
    let mut drafts = proposed(&own::without(grid, &context.own), &register, context, today);
    own::add(&mut drafts, grid, &context.own);
    drafts
}

/// The reports that a file proposes by what ships.
fn proposed(grid: &Grid, register: &Register<'_>, context: &Context, today: NaiveDate) -> Vec<Draft> {
    let shown: Vec<_> = grid.sheets.iter().filter(|sheet| !sheet.hidden).collect();
    if shown.iter().any(|sheet| template::is_form(sheet)) {
        return shown.iter().filter_map(|sheet| template::draft(sheet, register, context)).collect();
    }
    let unfolded: Vec<_> = shown.iter().map(|sheet| unfold::unfold(sheet)).collect();
    let whole: Vec<&Sheet> =
        shown.iter().zip(&unfolded).map(|(sheet, lines)| lines.as_ref().map_or(*sheet, |lines| &lines.sheet)).collect();
    let pages: Vec<Page<'_>> = whole.iter().map(|sheet| Page::of(sheet)).collect();
    let first_cells =
        |page: &Page<'_>| page.entries.iter().take(12).map(|entry| entry.text.to_owned()).collect::<Vec<_>>();
    let covers: Vec<String> = pages.iter().flat_map(first_cells).filter(|text| !text.is_empty()).collect();
    let around = Around { register, context, covers: &covers, today };
    let mut drafts = Vec::new();
    for (page, lines) in pages.iter().zip(&unfolded) {
        let blocks = blocks::split(page, register);
        let found: Vec<Draft> = match blocks.as_slice() {
            [] => report::drafts(page, &around),
            blocks => blocks.iter().flat_map(|block| report::drafts(&Page::of(block), &around)).collect(),
        };
        match lines {
            Some(lines) => drafts.extend(found.into_iter().map(|draft| lines.folded(draft))),
            None => drafts.extend(found),
        }
    }
    drafts
}
