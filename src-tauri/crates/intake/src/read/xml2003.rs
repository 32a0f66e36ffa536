//! SpreadsheetML 2003: a whole workbook in one XML file, usually named .xls.

use std::collections::HashMap;

use quick_xml::events::{BytesStart, Event};
use quick_xml::reader::Reader;

use crate::draft::Refusal;
use crate::grid::{Cell, Grid, Place, Sheet, Value};
use crate::limits::Limits;
use crate::read::budget::Budget;
use crate::read::format::{self, iso_date};
use crate::read::number;
use crate::read::span::Covered;
use crate::read::text::cell_text;
use crate::read::xml::{attribute, broken, push_reference};

/// Reads the workbook.
///
/// # Errors
/// [`Refusal::Damaged`] for broken XML, [`Refusal::TooLarge`] past a limit.
pub(super) fn read(text: &str, limits: &Limits) -> Result<Grid, Refusal> {
    let mut xml = Reader::from_str(text);
    xml.config_mut().check_end_names = false;
    xml.config_mut().expand_empty_elements = true;
    let mut reading = Reading::new(limits);
    let mut whole = false;
    loop {
        match xml.read_event().map_err(broken)? {
            Event::Start(element) => reading.start(&element)?,
            Event::Text(piece) if reading.inside => reading.text.push_str(&piece),
            Event::CData(piece) if reading.inside => reading.text.push_str(&piece),
            Event::GeneralRef(reference) if reading.inside => push_reference(&reference, &mut reading.text)?,
            Event::End(element) => match element.local_name().as_ref() {
                "Data" => reading.inside = false,
                "Cell" => reading.close()?,
                "Row" => reading.place = Place { row: reading.place.row.saturating_add(1), column: 0 },
                "Workbook" => whole = true,
                _ => {}
            },
            Event::Eof => break,
            _ => {}
        }
    }
    if whole { Ok(reading.grid) } else { Err(Refusal::Damaged) }
}

struct Reading {
    grid: Grid,
    budget: Budget,
    columns: u32,
    /// Number formats by style.
    styles: HashMap<String, Option<String>>,
    style: String,
    covered: Covered,
    place: Place,
    across: u32,
    down: u32,
    formula: Option<String>,
    kind: String,
    kept: bool,
    inside: bool,
    text: String,
}

impl Reading {
    fn new(limits: &Limits) -> Self {
        Self {
            grid: Grid::default(),
            budget: Budget::new(limits),
            columns: limits.columns,
            styles: HashMap::new(),
            style: String::new(),
            covered: Covered::default(),
            place: Place { row: 0, column: 0 },
            across: 0,
            down: 0,
            formula: None,
            kind: String::new(),
            kept: false,
            inside: false,
            text: String::new(),
        }
    }

    fn start(&mut self, element: &BytesStart<'_>) -> Result<(), Refusal> {
        let own = |name| attribute(element, name).map(|value| value.into_owned());
        let count = |name| own(name).and_then(|value| value.trim().parse::<u32>().ok());
        let index = || count("Index").and_then(|index| index.checked_sub(1));
        match element.local_name().as_ref() {
            "Style" => self.style = own("ID").unwrap_or_default(),
            "NumberFormat" => {
                let code = own("Format").and_then(|name| code_of(&name));
                self.styles.insert(self.style.clone(), code);
            }
            "Worksheet" => {
                self.place = Place { row: 0, column: 0 };
                self.covered = Covered::default();
                self.budget.text(size_of::<Sheet>())?;
                self.grid.sheets.push(Sheet { name: own("Name"), ..Sheet::default() });
            }
            // Written for hidden sheets only.
            "Visible" => {
                if let Some(sheet) = self.grid.sheets.last_mut() {
                    sheet.hidden = true;
                }
            }
            "Row" => {
                self.place = Place { row: index().unwrap_or(self.place.row), column: 0 };
            }
            "Cell" => {
                if let Some(column) = index() {
                    self.place.column = column;
                } else {
                    self.place = self.covered.free(self.place);
                }
                self.across = count("MergeAcross").unwrap_or(0);
                self.down = count("MergeDown").unwrap_or(0);
                if self.place.column.saturating_add(self.across) >= self.columns {
                    return Err(Refusal::TooLarge);
                }
                self.formula = own("Formula");
                self.style = own("StyleID").unwrap_or_default();
                self.kept = false;
                self.text.clear();
            }
            "Data" => {
                self.kind = own("Type").unwrap_or_default();
                self.kept = true;
                self.inside = true;
            }
            _ => {}
        }
        Ok(())
    }

    fn close(&mut self) -> Result<(), Refusal> {
        self.inside = false;
        let place = self.place;
        let value = match (self.kept, self.formula.take()) {
            (false, Some(formula)) => Some(Value::Formula(formula.trim_start_matches('=').to_owned())),
            _ => self.value(),
        };
        let code = self.styles.get(&self.style).cloned().flatten();
        let Some(sheet) = self.grid.sheets.last_mut() else { return Err(Refusal::Damaged) };
        if let Some(value) = value {
            self.budget.cell(place, value.text().map_or(0, str::len) + code.as_ref().map_or(0, String::len))?;
            if sheet.cells.last().is_some_and(|last| last.place >= place) {
                return Err(Refusal::Damaged);
            }
            let format = code.filter(|_| matches!(value, Value::Number(_) | Value::Date(_) | Value::Formula(_)));
            sheet.cells.push(Cell { place, value, format });
        }
        sheet.merged.extend(self.covered.span(place, self.down.saturating_add(1), self.across + 1));
        self.place.column += self.across + 1;
        Ok(())
    }

    fn value(&self) -> Option<Value> {
        let written = self.text.trim();
        let text = || cell_text(self.text.as_str()).map(|text| Value::Text(text.into_owned()));
        match self.kind.as_str() {
            "Number" => number::from_text(written).map(|number| Value::Number(number.into_owned())).or_else(text),
            "DateTime" => iso_date(written).map(|day| Value::Date(day.to_string())).or_else(text),
            "Boolean" => match written {
                "1" | "true" => Some(Value::Bool(true)),
                "0" | "false" => Some(Value::Bool(false)),
                _ => text(),
            },
            "Error" => Some(Value::Error(written.to_owned())),
            _ => text(),
        }
    }
}

/// A format's code where it says more than the value; some have names.
fn code_of(name: &str) -> Option<String> {
    match name {
        "Percent" => Some("0%".to_owned()),
        "General" | "Fixed" | "Standard" | "Scientific" | "Currency" | "Euro Currency" | "General Date"
        | "Short Date" | "Medium Date" | "Long Date" | "Yes/No" | "True/False" | "On/Off" => None,
        code => format::of(code).code,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn book(style: &str, rows: &str) -> String {
        format!(
            "<?xml version=\"1.0\"?><Workbook xmlns:ss=\"urn:schemas-microsoft-com:office:spreadsheet\"><Styles>\
             <Style ss:ID=\"s1\"><NumberFormat ss:Format=\"{style}\"/></Style></Styles>\
             <Worksheet ss:Name=\"Oct\"><Table>{rows}</Table></Worksheet></Workbook>"
        )
    }

    #[track_caller]
    fn check(text: &str, cells: &[(&str, Value, Option<&str>)]) {
        let grid = read(text, &Limits::default()).expect("a workbook");
        let shown: Vec<_> = grid.sheets[0]
            .cells
            .iter()
            .map(|cell| (cell.place.to_string(), cell.value.clone(), cell.format.as_deref()))
            .collect();
        let wanted: Vec<_> = cells.iter().map(|(at, value, code)| ((*at).to_owned(), value.clone(), *code)).collect();
        assert_eq!(shown, wanted, "{text}");
    }

    #[test]
    fn values_keep_their_type_and_place() {
        let rows = "<Row ss:Index=\"3\"><Cell><Data ss:Type=\"String\">a &amp; b</Data></Cell>\
                    <Cell ss:Index=\"4\" ss:StyleID=\"s1\"><Data ss:Type=\"Number\">0.125</Data></Cell></Row>\
                    <Row><Cell><Data ss:Type=\"DateTime\">2026-10-05T00:00:00.000</Data></Cell>\
                    <Cell ss:Formula=\"=R[-1]C\"/><Cell><Data ss:Type=\"Error\">#REF!</Data></Cell></Row>";
        check(
            &book("Percent", rows),
            &[
                ("A3", Value::Text("a & b".to_owned()), None),
                ("D3", Value::Number("0.125".to_owned()), Some("0%")),
                ("A4", Value::Date("2026-10-05".to_owned()), None),
                ("B4", Value::Formula("R[-1]C".to_owned()), None),
                ("C4", Value::Error("#REF!".to_owned()), None),
            ],
        );
    }

    #[test]
    fn merged_cells_push_what_follows_aside() {
        let one = "<Data ss:Type=\"Number\">1</Data>";
        let rows = format!(
            "<Row><Cell ss:MergeAcross=\"1\" ss:MergeDown=\"1\">{one}</Cell><Cell>{one}</Cell></Row><Row><Cell>{one}</Cell></Row>"
        );
        let one = || Value::Number("1".to_owned());
        check(&book("0", &rows), &[("A1", one(), None), ("C1", one(), None), ("C2", one(), None)]);
    }

    #[test]
    fn a_workbook_that_ends_early_is_damaged() {
        let text = book("0", "<Row><Cell><Data ss:Type=\"Number\">1</Data></Cell></Row>");
        let cut = &text[..text.len() - "</Workbook>".len()];
        assert_eq!(read(cut, &Limits::default()), Err(Refusal::Damaged));
    }
}
