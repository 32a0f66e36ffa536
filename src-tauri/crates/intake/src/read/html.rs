//! Web pages with tables, which many programs save under the name of a workbook. Tables stand below each other on one
//! sheet, as a spreadsheet shows them.

use scraper::node::Node;
use scraper::{ElementRef, Html};

use crate::draft::Refusal;
use crate::grid::{Cell, Grid, Place, Sheet, Value};
use crate::limits::Limits;
use crate::read::budget::Budget;
use crate::read::number;
use crate::read::span::Covered;
use crate::read::text::cell_text;

/// Reads the tables of a page. One that only holds other tables is layout.
///
/// # Errors
/// [`Refusal::NotASpreadsheet`] for a page without tables, [`Refusal::TooLarge`] past a limit.
pub(super) fn read(text: &str, limits: &Limits) -> Result<Grid, Refusal> {
    let mut budget = Budget::new(limits);
    // The tree of a page takes many times its text.
    for _ in 0..8 {
        budget.text(text.len())?;
    }
    let page = Html::parse_document(text);
    let mut sheet = Sheet::default();
    let (mut next, mut tables) = (0, 0);
    for table in elements(page.root_element(), "table") {
        if elements(table, "table").next().is_none() {
            tables += 1;
            next = add(table, next, &mut sheet, &mut budget, limits)?;
        }
    }
    if tables == 0 {
        return Err(Refusal::NotASpreadsheet);
    }
    Ok(Grid { sheets: vec![sheet], properties: Vec::new() })
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
        return Some(Value::Number(number));
    }
    let mut text = String::new();
    for node in field.descendants() {
        match node.value() {
            // Line ends in the source are spaces on the page.
            Node::Text(piece) => {
                text.extend(piece.chars().map(|c| if matches!(c, '\n' | '\r' | '\t') { ' ' } else { c }))
            }
            Node::Element(element) if element.name() == "br" => text.push('\n'),
            _ => {}
        }
    }
    cell_text(text.trim().to_owned()).map(Value::Text)
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
            "A1=Tên B1=Doanh thu A2=A B2=200.000đ A3=B",
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
        check("<table><tr><td>menu</td><td><table><tr><td>1<br>2</td></tr></table></td></tr></table>", "A1=1\n2");
    }

    #[test]
    fn a_number_kept_for_excel_is_read_rather_than_its_text() {
        check("<table><tr><td x:num=\"1850000.5\">1,9 jt</td><td x:num>7</td></tr></table>", "A1=1850000.5 B1=7");
    }

    #[test]
    fn a_page_without_a_table_is_no_spreadsheet() {
        assert_eq!(read("<html><p>Hello</p></html>", &Limits::default()), Err(Refusal::NotASpreadsheet));
    }
}
