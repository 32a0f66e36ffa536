//! A worksheet part: its cells and merged ranges, in one pass.

use std::collections::HashMap;
use std::io::BufRead;

use quick_xml::events::{BytesStart, Event};

use crate::draft::Refusal;
use crate::grid::{Cell, Merged, Place, Value};
use crate::read::budget::Budget;
use crate::read::format::{self, Format, Kind};
use crate::read::text::cell_text;
use crate::read::xml::{attribute, attributes, broken, local, push_reference, reader, unescape_excel};

/// What the sheets of a workbook share.
pub(super) struct Shared<'w> {
    pub(super) strings: &'w [String],
    pub(super) formats: &'w [Format],
    pub(super) from_1904: bool,
}

/// What a cell's element says its value is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Stored {
    Number,
    Shared,
    Inline,
    Text,
    Bool,
    Error,
    Iso,
}

/// The element whose text is being collected.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Inside {
    Nothing,
    Value,
    Formula,
}

/// The cell that is open.
struct Open {
    place: Place,
    stored: Stored,
    style: usize,
    /// Its formula, with the number under which it is shared.
    formula: Option<Option<usize>>,
    /// Whether a value stands beside the formula, be it blank.
    kept: bool,
}

/// The cells and merged ranges of a worksheet.
///
/// # Errors
/// [`Refusal::Damaged`] for what is no worksheet or ends too early, [`Refusal::TooLarge`] past the budget.
pub(super) fn read(
    part: impl BufRead,
    shared: &Shared<'_>,
    budget: &mut Budget,
) -> Result<(Vec<Cell>, Vec<Merged>), Refusal> {
    let mut xml = reader(part)?;
    let mut buffer = Vec::with_capacity(1024);
    let mut sheet = Reading::new(shared, budget);
    let mut whole = false;
    loop {
        buffer.clear();
        match xml.read_event_into(&mut buffer).map_err(broken)? {
            Event::Start(element) => sheet.start(&element)?,
            Event::Text(piece) => sheet.piece(&piece),
            Event::CData(piece) => sheet.piece(&piece),
            Event::GeneralRef(reference) => match sheet.inside {
                Inside::Nothing => {}
                Inside::Value => push_reference(&reference, &mut sheet.value)?,
                Inside::Formula => push_reference(&reference, &mut sheet.formula)?,
            },
            Event::Empty(element) => {
                whole |= local(element.name()) == "worksheet";
                sheet.empty(&element)?;
            }
            Event::End(element) => match local(element.name()) {
                "v" | "t" | "f" => sheet.inside = Inside::Nothing,
                "c" => sheet.close()?,
                "row" => sheet.next_row(),
                "rPh" => sheet.phonetic = false,
                "worksheet" => whole = true,
                _ => {}
            },
            Event::Eof => break,
            _ => {}
        }
    }
    if !whole {
        return Err(Refusal::Damaged);
    }
    Ok((in_order(sheet.cells)?, sheet.merged))
}

/// Cells by row, then column. Two cells at one place contradict each other.
fn in_order(mut cells: Vec<Cell>) -> Result<Vec<Cell>, Refusal> {
    if !cells.is_sorted_by(|a, b| a.place < b.place) {
        cells.sort_by_key(|cell| cell.place);
        if cells.windows(2).any(|pair| pair[0].place == pair[1].place) {
            return Err(Refusal::Damaged);
        }
    }
    Ok(cells)
}

struct Reading<'w> {
    shared: &'w Shared<'w>,
    budget: &'w mut Budget,
    cells: Vec<Cell>,
    merged: Vec<Merged>,
    /// The anchors of shared formulas.
    anchors: HashMap<usize, (Place, String)>,
    next: Place,
    open: Option<Open>,
    inside: Inside,
    phonetic: bool,
    value: String,
    formula: String,
}

impl<'w> Reading<'w> {
    fn new(shared: &'w Shared<'w>, budget: &'w mut Budget) -> Self {
        Self {
            shared,
            budget,
            cells: Vec::new(),
            merged: Vec::new(),
            anchors: HashMap::new(),
            next: Place { row: 0, column: 0 },
            open: None,
            inside: Inside::Nothing,
            phonetic: false,
            value: String::new(),
            formula: String::new(),
        }
    }

    fn start(&mut self, element: &BytesStart<'_>) -> Result<(), Refusal> {
        match local(element.name()) {
            "c" => {
                let open = self.cell(element)?;
                self.open = Some(open);
                self.value.clear();
                self.formula.clear();
            }
            "v" if self.stored().is_some_and(|stored| stored != Stored::Inline) => {
                self.begin_value();
                self.inside = Inside::Value;
            }
            "t" if self.stored() == Some(Stored::Inline) && !self.phonetic => self.inside = Inside::Value,
            "f" if self.open.is_some() => {
                self.begin_formula(element);
                self.inside = Inside::Formula;
            }
            "rPh" => self.phonetic = true,
            "row" => self.row(element)?,
            "mergeCell" => self.merge(element)?,
            _ => {}
        }
        Ok(())
    }

    fn empty(&mut self, element: &BytesStart<'_>) -> Result<(), Refusal> {
        match local(element.name()) {
            "c" => self.next.column = self.cell(element)?.place.column.saturating_add(1),
            "f" => self.begin_formula(element),
            "row" => {
                self.row(element)?;
                self.next_row();
            }
            "mergeCell" => self.merge(element)?,
            "v" => self.begin_value(),
            _ => {}
        }
        Ok(())
    }

    fn begin_value(&mut self) {
        if let Some(open) = &mut self.open {
            open.kept = true;
        }
    }

    fn stored(&self) -> Option<Stored> {
        self.open.as_ref().map(|open| open.stored)
    }

    fn piece(&mut self, text: &str) {
        match self.inside {
            Inside::Nothing => {}
            Inside::Value => self.value.push_str(text),
            Inside::Formula => self.formula.push_str(text),
        }
    }

    fn row(&mut self, element: &BytesStart<'_>) -> Result<(), Refusal> {
        if let Some((_, number)) = attributes(element).find(|(key, _)| *key == "r") {
            self.next.row = number.parse::<u32>().ok().and_then(|row| row.checked_sub(1)).ok_or(Refusal::Damaged)?;
        }
        self.next.column = 0;
        Ok(())
    }

    fn next_row(&mut self) {
        self.next = Place { row: self.next.row.saturating_add(1), column: 0 };
    }

    /// The cell that an element opens. Without a place of its own it follows the one before.
    fn cell(&mut self, element: &BytesStart<'_>) -> Result<Open, Refusal> {
        let mut open = Open { place: self.next, stored: Stored::Number, style: 0, formula: None, kept: false };
        for (key, value) in attributes(element) {
            match key {
                "r" => open.place = place(value).ok_or(Refusal::Damaged)?,
                "s" => open.style = value.parse().unwrap_or(0),
                "t" => {
                    open.stored = match value {
                        "n" => Stored::Number,
                        "s" => Stored::Shared,
                        "inlineStr" => Stored::Inline,
                        "str" => Stored::Text,
                        "b" => Stored::Bool,
                        "e" => Stored::Error,
                        "d" => Stored::Iso,
                        _ => return Err(Refusal::Damaged),
                    }
                }
                _ => {}
            }
        }
        Ok(open)
    }

    /// Notes a formula. One that shares another's text names it by number.
    fn begin_formula(&mut self, element: &BytesStart<'_>) {
        let shared = attribute(element, "t").is_some_and(|kind| kind == "shared");
        let index = attribute(element, "si").filter(|_| shared).and_then(|index| index.parse().ok());
        if let Some(open) = &mut self.open {
            open.formula = Some(index);
        }
    }

    fn merge(&mut self, element: &BytesStart<'_>) -> Result<(), Refusal> {
        let range = attribute(element, "ref").ok_or(Refusal::Damaged)?;
        let (first, last) = range.split_once(':').unwrap_or((&range, &range));
        let (Some(first), Some(last)) = (place(first), place(last)) else { return Err(Refusal::Damaged) };
        self.budget.text(size_of::<Merged>())?;
        self.merged.push(Merged { first, last });
        Ok(())
    }

    fn close(&mut self) -> Result<(), Refusal> {
        self.inside = Inside::Nothing;
        let Some(open) = self.open.take() else { return Ok(()) };
        self.next = Place { row: open.place.row, column: open.place.column.saturating_add(1) };
        if let Some(Some(index)) = open.formula
            && !self.formula.is_empty()
        {
            self.budget.text(self.formula.len())?;
            self.anchors.insert(index, (open.place, self.formula.clone()));
        }
        let format = self.shared.formats.get(open.style);
        let value = match self.value(&open, format.map_or(Kind::Number, |format| format.kind))? {
            Some(value) => value,
            // A formula may rightly give an empty text; an empty number was never computed.
            None if open.formula.is_some() && !(open.kept && open.stored == Stored::Text) => {
                Value::Formula(self.formula_text(&open))
            }
            None => return Ok(()),
        };
        // A date that is out of range stays a number, and a text has no use for a code.
        let code = format.and_then(|format| format.code.as_ref());
        let code = code.filter(|_| matches!(value, Value::Number(_) | Value::Date(_) | Value::Formula(_))).cloned();
        self.budget.cell(open.place, value.text().map_or(0, str::len) + code.as_ref().map_or(0, String::len))?;
        self.cells.push(Cell { place: open.place, value, format: code });
        Ok(())
    }

    /// The value of an open cell; `None` for a blank.
    fn value(&self, open: &Open, kind: Kind) -> Result<Option<Value>, Refusal> {
        let written = self.value.as_str();
        if written.is_empty() {
            return Ok(None);
        }
        Ok(match open.stored {
            Stored::Number => match format::value(written, kind, self.shared.from_1904) {
                Some(value) => Some(value),
                None => cell_text(written.to_owned()).map(Value::Text),
            },
            Stored::Shared => {
                let index: usize = written.trim().parse().map_err(broken)?;
                let text = self.shared.strings.get(index).ok_or(Refusal::Damaged)?;
                (!text.is_empty()).then(|| Value::Text(text.clone()))
            }
            Stored::Inline | Stored::Text => cell_text(unescape_excel(written).into_owned()).map(Value::Text),
            Stored::Bool => match written.trim() {
                "1" | "true" | "TRUE" => Some(Value::Bool(true)),
                "0" | "false" | "FALSE" => Some(Value::Bool(false)),
                _ => return Err(Refusal::Damaged),
            },
            Stored::Error => Some(Value::Error(written.trim().to_owned())),
            Stored::Iso => match format::iso_date(written) {
                Some(day) => Some(Value::Date(day.to_string())),
                None => cell_text(written.to_owned()).map(Value::Text),
            },
        })
    }

    /// The formula's text; where it shares another's, that one moved to this cell.
    fn formula_text(&self, open: &Open) -> String {
        if !self.formula.is_empty() {
            return self.formula.clone();
        }
        let anchor = open.formula.flatten().and_then(|index| self.anchors.get(&index));
        let Some((from, formula)) = anchor else { return String::new() };
        let at = |place: Place| (place.row, place.column);
        calamine::expand_shared_formula(formula, at(*from), at(open.place)).unwrap_or_default()
    }
}

/// The place of an `A1` style reference, with or without `$`.
fn place(reference: &str) -> Option<Place> {
    let (mut row, mut column) = (0_u32, 0_u32);
    for byte in reference.bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' if row == 0 => {
                column = column.checked_mul(26)?.checked_add(u32::from(byte.to_ascii_uppercase() - b'A') + 1)?;
            }
            b'0'..=b'9' => row = row.checked_mul(10)?.checked_add(u32::from(byte - b'0'))?,
            b'$' => {}
            _ => return None,
        }
    }
    Some(Place { row: row.checked_sub(1)?, column: column.checked_sub(1)? })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn references_read_as_they_are_written() {
        for (row, column) in [(0, 0), (9, 25), (0, 26), (6, 701), (1_048_575, 16_383)] {
            let written = Place { row, column };
            assert_eq!(place(&written.to_string()), Some(written));
        }
        for text in ["", "A", "1", "A0", "A-1", "1A1", "A99999999999"] {
            assert_eq!(place(text), None, "{text}");
        }
    }
}
