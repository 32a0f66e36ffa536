//! A sheet as recognition walks over it: the rows where a report's structure stands, with the labels understood once.

use std::collections::HashMap;

use crate::grid::{Merged, Place, Sheet, Value};

use super::labels::Label;
use super::numbers::{Point, Reading, proof, read};

/// A report's structure stands in the first rows; only a raw list of sales goes on.
const ROWS: u32 = 300;
/// No sheet is longer; sums of rows below it can't overflow.
const LAST_ROW: u32 = 1 << 30;
/// No report is wider.
const COLUMNS: u32 = 120;

/// A cell with its label.
#[derive(Debug)]
pub(crate) struct Entry<'a> {
    /// Where it stands.
    pub(crate) place: Place,
    /// What it holds.
    pub(crate) value: &'a Value,
    /// Its number format, where it says something.
    pub(crate) format: Option<&'a str>,
    /// Its words, empty when it holds no text.
    pub(crate) text: &'a str,
    /// What its words name.
    pub(crate) label: Label,
}

impl Entry<'_> {
    /// Whether it holds a number, or a text that stands for one: `1.500`, `n/a`, `~15`, `nil`.
    pub(crate) fn is_value(&self) -> bool {
        match self.value {
            Value::Number(_) | Value::Error(_) | Value::Formula(_) => true,
            Value::Text(text) => text.chars().count() <= 40 && !matches!(read(text, None), Reading::NotANumber),
            Value::Date(_) | Value::Bool(_) => false,
        }
    }

    /// Whether it holds a number by any reading: not a dash, not a word.
    pub(crate) fn is_number(&self) -> bool {
        match self.value {
            Value::Number(_) | Value::Error(_) | Value::Formula(_) => true,
            Value::Text(text) => {
                text.chars().count() <= 40
                    && text.contains(|c: char| super::text::western(c).is_ascii_digit() || c.is_numeric())
                    && !matches!(read(text, None), Reading::NotANumber | Reading::Nothing)
            }
            Value::Date(_) | Value::Bool(_) => false,
        }
    }

    /// Whether it only separates: `:`, `=`.
    pub(crate) fn is_joint(&self) -> bool {
        !self.text.is_empty() && self.text.chars().all(|c| matches!(c, ':' | '=' | '：'))
    }
}

/// The part of a sheet where a report stands.
#[derive(Debug)]
pub(crate) struct Page<'a> {
    /// The sheet behind it.
    pub(crate) sheet: &'a Sheet,
    /// Its cells that hold something, by row and column.
    pub(crate) entries: Vec<Entry<'a>>,
}

impl<'a> Page<'a> {
    /// The page of a sheet.
    pub(crate) fn of(sheet: &'a Sheet) -> Self {
        let top = sheet.cells.first().map_or(0, |cell| cell.place.row);
        let end = sheet.cells.partition_point(|cell| cell.place.row < top.saturating_add(ROWS));
        let near = sheet.cells[..end].iter().filter(|cell| cell.place.column < COLUMNS && cell.place.row < LAST_ROW);
        // A table repeats its words: each is understood once.
        let mut labels: HashMap<&str, Label> = HashMap::new();
        let entries = near.filter_map(|cell| {
            let text = if let Value::Text(text) = &cell.value { text.trim() } else { "" };
            let blank = text.is_empty() && matches!(cell.value, Value::Text(_));
            let format = cell.format.as_deref();
            let label = labels.entry(text).or_insert_with(|| Label::read(text)).clone();
            (!blank).then_some(Entry { place: cell.place, value: &cell.value, format, text, label })
        });
        Self { sheet, entries: entries.collect() }
    }

    /// The entry at a place.
    pub(crate) fn at(&self, place: Place) -> Option<&Entry<'a>> {
        self.entries.binary_search_by_key(&place, |entry| entry.place).ok().map(|found| &self.entries[found])
    }

    /// The entries of a row, left to right.
    pub(crate) fn row(&self, row: u32) -> &[Entry<'a>] {
        let first = self.entries.partition_point(|entry| entry.place.row < row);
        let last = self.entries.partition_point(|entry| entry.place.row <= row);
        &self.entries[first..last]
    }

    /// The entries of a row to the right of a place.
    pub(crate) fn right_of(&self, place: Place) -> impl Iterator<Item = &Entry<'a>> {
        self.row(place.row).iter().filter(move |entry| entry.place.column > place.column && !entry.is_joint())
    }

    /// The rows that hold something, from the top.
    pub(crate) fn rows(&self) -> Vec<u32> {
        let mut rows: Vec<u32> = self.entries.iter().map(|entry| entry.place.row).collect();
        rows.dedup();
        rows
    }

    /// The merged range that starts at a place.
    pub(crate) fn merged(&self, place: Place) -> Option<Merged> {
        self.sheet.merged.iter().copied().find(|merged| merged.first == place)
    }

    /// The decimal point that the sheet's number texts prove; `None` when nothing does or two of them disagree.
    pub(crate) fn point(&self) -> Option<Point> {
        let mut proofs = self.entries.iter().filter(|entry| entry.is_number()).filter_map(|entry| proof(entry.text));
        let first = proofs.next()?;
        proofs.all(|proof| proof == first).then_some(first)
    }

    /// Whether two of the sheet's number texts prove different decimal points.
    pub(crate) fn points_disagree(&self) -> bool {
        let numbers = self.entries.iter().filter(|entry| entry.is_number());
        let mut proofs: Vec<_> = numbers.filter_map(|entry| proof(entry.text)).collect();
        proofs.dedup();
        proofs.len() > 1
    }
}
