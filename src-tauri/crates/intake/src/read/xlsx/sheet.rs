//! A worksheet part: its cells and merged ranges, in one pass.

use std::borrow::Cow;
use std::collections::HashMap;
use std::io::BufRead;

use quick_xml::events::{BytesStart, Event};

use crate::draft::Refusal;
use crate::grid::{CellRef, Filling, Merged, Place, Sheet, ValueRef};
use crate::read::budget::Budget;
use crate::read::format::{self, Days, Format, Kind};
use crate::read::number;
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

/// What a cell was found to hold: mostly as it is written in the file.
enum Taken<'f> {
    Number(Cow<'f, str>),
    Text(Cow<'f, str>),
    Date(Cow<'f, str>),
    Bool(bool),
    Error(&'f str),
    Formula(Cow<'f, str>),
}

impl Taken<'_> {
    fn value(&self) -> ValueRef<'_> {
        match self {
            Self::Number(text) => ValueRef::Number(text),
            Self::Text(text) => ValueRef::Text(text),
            Self::Date(day) => ValueRef::Date(day),
            Self::Bool(is) => ValueRef::Bool(*is),
            Self::Error(text) => ValueRef::Error(text),
            Self::Formula(text) => ValueRef::Formula(text),
        }
    }
}

/// A worksheet's cells and merged ranges, as a sheet without a name.
///
/// # Errors
/// [`Refusal::Damaged`] for what is no worksheet or ends too early, [`Refusal::TooLarge`] past the budget.
pub(super) fn read(part: impl BufRead, shared: &Shared<'_>, budget: &mut Budget) -> Result<Sheet, Refusal> {
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
    let (cells, below) = sheet.filling.finish().map_err(|_| Refusal::Damaged)?;
    Ok(Sheet { cells, below, merged: sheet.merged, ..Sheet::default() })
}

struct Reading<'w> {
    shared: &'w Shared<'w>,
    budget: &'w mut Budget,
    filling: Filling,
    merged: Vec<Merged>,
    /// The anchors of shared formulas.
    anchors: HashMap<usize, (Place, String)>,
    next: Place,
    open: Option<Open>,
    inside: Inside,
    phonetic: bool,
    value: String,
    formula: String,
    days: Days,
}

impl<'w> Reading<'w> {
    fn new(shared: &'w Shared<'w>, budget: &'w mut Budget) -> Self {
        Self {
            shared,
            budget,
            filling: Filling::default(),
            merged: Vec::new(),
            anchors: HashMap::new(),
            next: Place { row: 0, column: 0 },
            open: None,
            inside: Inside::Nothing,
            phonetic: false,
            value: String::new(),
            formula: String::new(),
            days: Days::new(shared.from_1904),
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
        let kind = format.map_or(Kind::Number, |format| format.kind);
        let taken = match taken(&self.value, open.stored, kind, self.shared, &mut self.days)? {
            Some(taken) => taken,
            // A formula may rightly give an empty text; an empty number was never computed.
            None if open.formula.is_some() && !(open.kept && open.stored == Stored::Text) => {
                Taken::Formula(formula_text(&self.formula, &self.anchors, &open))
            }
            None => return Ok(()),
        };
        // A date that is out of range stays a number, and a text has no use for a code.
        let telling = matches!(taken, Taken::Number(_) | Taken::Date(_) | Taken::Formula(_));
        let code = format.and_then(|format| format.code.as_deref()).filter(|_| telling);
        let cell = CellRef { place: open.place, value: taken.value(), format: code };
        self.budget.keep(cell, &mut self.filling)
    }
}

/// The formula's text; where it shares another's, that one moved to this cell.
fn formula_text<'f>(written: &'f str, anchors: &HashMap<usize, (Place, String)>, open: &Open) -> Cow<'f, str> {
    if !written.is_empty() {
        return Cow::Borrowed(written);
    }
    let anchor = open.formula.flatten().and_then(|index| anchors.get(&index));
    let Some((from, formula)) = anchor else { return Cow::Borrowed("") };
    let at = |place: Place| (place.row, place.column);
    calamine::expand_shared_formula(formula, at(*from), at(open.place)).unwrap_or_default().into()
}

/// What is written in an open cell; `None` for a blank.
fn taken<'f>(
    written: &'f str,
    stored: Stored,
    kind: Kind,
    shared: &'f Shared<'_>,
    days: &'f mut Days,
) -> Result<Option<Taken<'f>>, Refusal> {
    if written.is_empty() {
        return Ok(None);
    }
    let text = |text: Cow<'f, str>| cell_text(text).map(Taken::Text);
    Ok(match stored {
        Stored::Number => number_or_day(written, kind, days).or_else(|| text(written.into())),
        Stored::Shared => {
            let index: usize = written.trim().parse().map_err(broken)?;
            let text = shared.strings.get(index).ok_or(Refusal::Damaged)?;
            (!text.is_empty()).then(|| Taken::Text(text.into()))
        }
        Stored::Inline | Stored::Text => text(unescape_excel(written)),
        Stored::Bool => match written.trim() {
            "1" | "true" | "TRUE" => Some(Taken::Bool(true)),
            "0" | "false" | "FALSE" => Some(Taken::Bool(false)),
            _ => return Err(Refusal::Damaged),
        },
        Stored::Error => Some(Taken::Error(written.trim())),
        Stored::Iso => match format::iso_date(written) {
            Some(day) => Some(Taken::Date(day.to_string().into())),
            None => text(written.into()),
        },
    })
}

/// The number, or the date where the format makes it one. `None` for what is no number.
fn number_or_day<'f>(written: &'f str, kind: Kind, days: &'f mut Days) -> Option<Taken<'f>> {
    match kind {
        Kind::Date => match days.of(written) {
            Some(day) => Some(Taken::Date(day.into())),
            None => number::from_text(written).map(Taken::Number),
        },
        Kind::Number => number::from_text(written).map(Taken::Number),
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
