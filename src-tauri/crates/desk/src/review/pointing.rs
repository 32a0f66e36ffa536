//! Pointing at a cell: what it says as an answer, and how it is found again on the next sheet.

use intake::child::SheetPreview;
use intake::draft::{About, Choice, Kind};
use intake::grid::{Cell, Place, Value};
use intake::recognise::pointed;

use super::rule::Asked;

/// A cell that was pointed at, with the words that tell it from others.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Spot {
    /// Where it stood.
    pub(crate) place: Place,
    /// The nearest words to its left; empty where there are none.
    pub(crate) beside: String,
    /// The nearest words above it; empty where there are none.
    pub(crate) above: String,
}

impl Spot {
    /// The cell at a place of a sheet.
    pub(crate) fn of(sheet: &SheetPreview, place: Place) -> Self {
        let left = |cell: &&Cell| cell.place.row == place.row && cell.place.column < place.column;
        let over = |cell: &&Cell| cell.place.column == place.column && cell.place.row < place.row;
        let nearest = |near: &dyn Fn(&&Cell) -> bool| {
            let texts = sheet.cells.iter().rev().filter(near).filter_map(words_of);
            texts.into_iter().next().unwrap_or_default()
        };
        Self { place, beside: nearest(&left), above: nearest(&over) }
    }

    /// Where it stands on another sheet: at its place, or in its column where its words moved to another row.
    pub(crate) fn find(&self, sheet: &SheetPreview) -> Option<Place> {
        let is_it = |place: Place| {
            let spot = Self::of(sheet, place);
            spot.beside == self.beside && spot.above == self.above
        };
        if is_it(self.place) {
            return Some(self.place);
        }
        let in_column = sheet.cells.iter().map(|cell| cell.place).filter(|place| place.column == self.place.column);
        let mut found = in_column.filter(|place| !self.beside.is_empty() && is_it(*place));
        let first = found.next()?;
        found.next().is_none().then_some(first)
    }
}

/// The words of a cell that holds some: digits differ from month to month and are no words.
fn words_of(cell: &Cell) -> Option<String> {
    let Value::Text(text) = &cell.value else { return None };
    let folded = store::folded(text);
    folded.chars().any(char::is_alphabetic).then(|| folded.chars().take(80).collect())
}

/// What a cell says as the answer to a question; `None` where it says nothing of the kind, or could be read in two ways.
pub(crate) fn pointed_at(asked: &Asked<'_>, place: Place) -> Option<Choice> {
    let sheet = asked.sheet?;
    let cell = sheet.cells.binary_search_by_key(&place, |cell| cell.place).ok().map(|at| &sheet.cells[at])?;
    match &asked.question.about {
        About::Measure(key) => {
            let unit = crate::asking::unit_of(key.as_str())?;
            pointed::number(cell, unit, asked.locale).map(Choice::Value)
        }
        About::Period => {
            let weekly = match asked.kind {
                Some(Kind::Weekly) => true,
                Some(Kind::Monthly | Kind::Lines) => false,
                None => return None,
            };
            pointed::period(cell, weekly, asked.today, asked.locale).map(Choice::Period)
        }
        About::Currency => {
            let text = cell.value.text()?.trim().to_uppercase();
            (text.len() == 3 && text.bytes().all(|byte| byte.is_ascii_uppercase())).then_some(Choice::Currency(text))
        }
        // Who it is must be on the register: the caller looks there. What kind it is no cell says.
        About::Distributor => cell.value.text().map(|text| Choice::Distributor(text.trim().to_owned())),
        About::Kind => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sheet(rows: &[&[&str]]) -> SheetPreview {
        let cells = (0..).zip(rows).flat_map(|(row, cells)| {
            (0..).zip(*cells).filter(|(_, text)| !text.is_empty()).map(move |(column, text)| {
                let number = text.parse::<playbook::number::Quantity>().is_ok();
                let value = if number { Value::Number((*text).into()) } else { Value::Text((*text).into()) };
                Cell { place: Place { row, column }, value, format: None }
            })
        });
        let cells: Vec<Cell> = cells.collect();
        SheetPreview {
            name: None,
            hidden: false,
            rows: 9,
            columns: 9,
            first: Place { row: 0, column: 0 },
            cells,
            merged: vec![],
        }
    }

    const fn at(row: u32, column: u32) -> Place {
        Place { row, column }
    }

    #[test]
    fn a_cell_is_found_by_its_words_though_its_row_moved() {
        let october = sheet(&[&["", "Target", "Realisasi"], &["Prospek", "10", "12"], &["Stok", "", "5"]]);
        let spot = Spot::of(&october, at(2, 2));
        assert_eq!((spot.beside.as_str(), spot.above.as_str()), ("stok", "realisasi"));
        let november =
            sheet(&[&["", "Target", "Realisasi"], &["Prospek", "10", "14"], &["Retur", "", "1"], &["Stok", "", "7"]]);
        assert_eq!(spot.find(&november), Some(at(3, 2)));
        let moved = sheet(&[&["", "Realisasi", "Target"], &["Stok", "7", "9"]]);
        assert_eq!(spot.find(&moved), None, "the column means something else now");
    }

    #[test]
    fn a_cell_whose_words_stand_twice_is_not_found() {
        let october = sheet(&[&["Stok", "5"]]);
        let spot = Spot::of(&october, at(0, 1));
        assert_eq!(spot.find(&sheet(&[&["Retur", "1"], &["Stok", "7"], &["Stok", "8"]])), None);
    }
}
