//! Web pages with tables, which many programs save under the name of a workbook. Tables stand below each other on one
//! sheet, as a spreadsheet shows them.

use std::borrow::Cow;

use ego_tree::iter::Edge;
use scraper::node::Node;
use scraper::{ElementRef, Html};

use crate::draft::Refusal;
use crate::grid::{Cell, Grid, Place, Sheet, Value};
use crate::limits::Limits;
use crate::read::budget::Budget;
use crate::read::number;
use crate::read::span::Covered;
use crate::read::text::cell_text;

/// Reads a page that has tables. One that only holds other tables is layout. What stands between tables is a row of its
/// own: a title says who and when.
///
/// # Errors
/// [`Refusal::NotASpreadsheet`] for a page without tables, [`Refusal::TooLarge`] past a limit.
pub(super) fn read(text: &str, limits: &Limits) -> Result<Grid, Refusal> {
    match page(text, limits)? {
        (_, 0) => Err(Refusal::NotASpreadsheet),
        (grid, _) => Ok(grid),
    }
}

/// The same, with or without tables, and how many there are.
pub(super) fn page(text: &str, limits: &Limits) -> Result<(Grid, usize), Refusal> {
    let mut budget = Budget::new(limits);
    // The tree of a page takes many times its text.
    for _ in 0..8 {
        budget.text(text.len())?;
    }
    let page = Html::parse_document(text);
    let mut walk = Walk { sheet: Sheet::default(), row: 0, line: String::new(), budget, limits };
    let (mut passed, mut tables) = (None, 0);
    for edge in page.tree.root().traverse() {
        match edge {
            Edge::Open(node) if passed.is_none() => match node.value() {
                Node::Text(piece) => walk.line.extend(piece.chars().map(on_the_page)),
                Node::Element(element) if HIDDEN.contains(&element.name()) => passed = Some(node.id()),
                Node::Element(element) if !INLINE.contains(&element.name()) => {
                    walk.end_line()?;
                    let table = ElementRef::wrap(node).filter(|_| element.name() == "table");
                    if let Some(table) = table.filter(|table| elements(*table, "table").next().is_none()) {
                        tables += 1;
                        passed = Some(node.id());
                        walk.table(table)?;
                    }
                }
                _ => {}
            },
            Edge::Open(_) => {}
            Edge::Close(node) => match node.value() {
                _ if passed == Some(node.id()) => passed = None,
                Node::Element(element) if passed.is_none() && !INLINE.contains(&element.name()) => walk.end_line()?,
                _ => {}
            },
        }
    }
    walk.end_line()?;
    Ok((Grid { sheets: vec![walk.sheet], properties: Vec::new() }, tables))
}

/// What a page doesn't show, and what an answer repeats of the letter before it.
const HIDDEN: [&str; 9] = ["head", "script", "style", "title", "noscript", "template", "select", "xml", "blockquote"];
/// What goes on in the same line.
const INLINE: [&str; 14] =
    ["a", "b", "i", "u", "em", "strong", "span", "font", "small", "big", "sup", "sub", "label", "o:p"];

/// Line ends in the source are spaces on the page.
fn on_the_page(c: char) -> char {
    if matches!(c, '\n' | '\r' | '\t') { ' ' } else { c }
}

/// A page as far as it is walked.
struct Walk<'l> {
    sheet: Sheet,
    /// The next free row.
    row: u32,
    /// The text since the last line ended.
    line: String,
    budget: Budget,
    limits: &'l Limits,
}

impl Walk<'_> {
    fn end_line(&mut self) -> Result<(), Refusal> {
        let line = std::mem::take(&mut self.line);
        let Some(text) = cell_text(line.trim()).map(Cow::into_owned) else { return Ok(()) };
        let place = Place { row: self.row, column: 0 };
        self.budget.cell(place, text.len())?;
        self.sheet.cells.push(Cell { place, value: Value::Text(text), format: None });
        self.row += 1;
        Ok(())
    }

    fn table(&mut self, table: ElementRef<'_>) -> Result<(), Refusal> {
        for caption in elements(table, "caption") {
            self.line.extend(caption.text());
            self.end_line()?;
        }
        self.row = add(table, self.row, &mut self.sheet, &mut self.budget, self.limits)?;
        Ok(())
    }
}

/// The elements of a name below another, in the page's order.
fn elements<'p>(below: ElementRef<'p>, name: &'static str) -> impl Iterator<Item = ElementRef<'p>> {
    let all = below.descendants().skip(1).filter_map(ElementRef::wrap);
    all.filter(move |element| element.value().name() == name)
}

/// Adds a table's cells from a row on; the row below it.
fn add(
    table: ElementRef<'_>,
    first: u32,
    sheet: &mut Sheet,
    budget: &mut Budget,
    limits: &Limits,
) -> Result<u32, Refusal> {
    let mut covered = Covered::default();
    let mut row = first;
    for line in elements(table, "tr") {
        let mut place = Place { row, column: 0 };
        for field in line.children().filter_map(ElementRef::wrap) {
            if !matches!(field.value().name(), "td" | "th") {
                continue;
            }
            place = covered.free(place);
            if let Some(value) = value(field) {
                budget.cell(place, value.text().map_or(0, str::len))?;
                let percent = value_format(field);
                sheet.cells.push(Cell { place, value, format: percent });
            }
            let span = |name, most| {
                let written = field.attr(name).and_then(|count| count.trim().parse::<u32>().ok());
                written.unwrap_or(1).clamp(1, most)
            };
            let columns = span("colspan", limits.columns);
            sheet.merged.extend(covered.span(place, span("rowspan", 65_534), columns));
            place.column += columns;
            if place.column > limits.columns {
                return Err(Refusal::TooLarge);
            }
        }
        row += 1;
    }
    Ok(row)
}

/// The number that the page keeps for Excel, or the text that it shows.
fn value(field: ElementRef<'_>) -> Option<Value> {
    if let Some(number) = field.attr("x:num").and_then(number::from_text) {
        return Some(Value::Number(number.into_owned()));
    }
    let mut text = String::new();
    for node in field.descendants() {
        match node.value() {
            Node::Text(piece) => text.extend(piece.chars().map(on_the_page)),
            Node::Element(element) if element.name() == "br" => text.push('\n'),
            _ => {}
        }
    }
    cell_text(text.trim()).map(|text| Value::Text(text.into_owned()))
}

/// The number format of a field that keeps its number, where that is a percentage.
fn value_format(field: ElementRef<'_>) -> Option<String> {
    field.attr("x:num")?;
    let style = field.attr("style")?.to_ascii_lowercase();
    let format = style.split("mso-number-format:").nth(1)?;
    (format.contains('%') || format.trim_start().starts_with("percent")).then(|| "0%".to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(page: &str, cells: &str) {
        let grid = read(page, &Limits::default()).expect("a page with tables");
        let shown: Vec<String> = grid.sheets[0]
            .cells
            .iter()
            .map(|cell| format!("{}={}", cell.place, cell.value.text().unwrap_or_default()))
            .collect();
        assert_eq!(shown.join(" "), cells, "{page}");
    }

    #[test]
    fn rows_of_all_tables_stand_below_each_other() {
        check(
            "<table><tr><th>Tên<th>Doanh thu<tr><td>A<td>200.000đ</table><p>x<table><tr><td>B</table>",
            "A1=Tên B1=Doanh thu A2=A B2=200.000đ A3=x A4=B",
        );
    }

    #[test]
    fn spans_push_what_follows_aside() {
        check(
            "<table><tr><td rowspan=2>a<td colspan=2>b<td>c<tr><td>d<td>e<td>f</table>",
            "A1=a B1=b D1=c B2=d C2=e D2=f",
        );
    }

    #[test]
    fn a_table_of_tables_is_layout() {
        check(
            "<table><tr><td>menu</td><td><table><tr><td>1<br>2</td></tr></table></td></tr></table>",
            "A1=menu A2=1\n2",
        );
    }

    #[test]
    fn a_number_kept_for_excel_is_read_rather_than_its_text() {
        check("<table><tr><td x:num=\"1850000.5\">1,9 jt</td><td x:num>7</td></tr></table>", "A1=1850000.5 B1=7");
    }

    #[test]
    fn what_stands_around_a_table_is_a_row_of_its_own() {
        check(
            "<head><title>x</title><style>td{}</style></head><h2>Laporan <b>Oktober</b> 2026</h2>PT Maju<br>Unit: juta\
             <table><caption>Omzet</caption><tr><td>a</table><blockquote>before</blockquote>",
            "A1=Laporan Oktober 2026 A2=PT Maju A3=Unit: juta A4=Omzet A5=a",
        );
    }

    #[test]
    fn a_page_without_a_table_is_no_spreadsheet() {
        assert_eq!(read("<html><p>Hello</p></html>", &Limits::default()), Err(Refusal::NotASpreadsheet));
    }
}
