//! A message pasted into one cell, as the sheet that its lines would make.

use crate::draft::{Draft, Question};
use crate::grid::{Cell, Place, Sheet, Value};

use super::inline;
use super::labels::Label;
use super::text::without_mark;

/// Fewer lines are a list, not a message.
const FEWEST: usize = 4;

/// A sheet of lines, and the cell that each line stands in.
pub(crate) struct Unfolded {
    /// Each line a row.
    pub(crate) sheet: Sheet,
    places: Vec<Place>,
}

/// The lines of a sheet whose text stands in one column, if one of its cells holds a whole message.
pub(crate) fn unfold(sheet: &Sheet) -> Option<Unfolded> {
    let column = sheet.cells.first()?.place.column;
    if sheet.cells.len() > 100 || sheet.cells.iter().any(|cell| cell.place.column != column) {
        return None;
    }
    let text = |cell: &Cell| if let Value::Text(text) = &cell.value { Some(text.clone()) } else { None };
    if !sheet.cells.iter().filter_map(text).any(|text| is_message(&text)) {
        return None;
    }
    let (mut cells, mut places) = (Vec::new(), Vec::new());
    for cell in &sheet.cells {
        let lines = text(cell).map(|text| text.lines().map(|line| Value::Text(line.to_owned())).collect());
        for value in lines.unwrap_or_else(|| vec![cell.value.clone()]) {
            let row = u32::try_from(places.len()).unwrap_or(u32::MAX);
            let blank = matches!(&value, Value::Text(text) if text.trim().is_empty());
            places.push(cell.place);
            if !blank {
                cells.push(Cell { place: Place { row, column }, value, format: cell.format.clone() });
            }
        }
    }
    Some(Unfolded { sheet: Sheet { cells, merged: Vec::new(), ..sheet.clone() }, places })
}

/// Two of its lines name a figure or head a list.
fn is_message(text: &str) -> bool {
    let says = |line: &&str| {
        let head = line.split_once(':').map_or(*line, |(head, _)| head);
        inline::figures(line).is_some() || Label::read(without_mark(head)).remark().is_some()
    };
    text.lines().count() >= FEWEST && text.lines().filter(says).count() > 1
}

impl Unfolded {
    /// A draft of the lines, with the cells that hold them.
    pub(crate) fn folded(&self, mut draft: Draft) -> Draft {
        let fold = |place: &mut Place| {
            let row = usize::try_from(place.row).unwrap_or(usize::MAX);
            *place = self.places.get(row).copied().unwrap_or(*place);
        };
        let found = [
            draft.distributor.as_mut().map(|found| &mut found.place),
            draft.period.as_mut().map(|found| &mut found.place),
        ];
        found.into_iter().flatten().flatten().for_each(fold);
        draft.currency.iter_mut().filter_map(|found| found.place.as_mut()).for_each(fold);
        draft.measures.values_mut().for_each(|stated| fold(&mut stated.place));
        draft.remarks.iter_mut().for_each(|remark| fold(&mut remark.place));
        draft.questions.iter_mut().filter_map(|question: &mut Question| question.place.as_mut()).for_each(fold);
        draft
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sheet(text: &str) -> Sheet {
        let place = Place { row: 2, column: 1 };
        Sheet { cells: vec![Cell { place, value: Value::Text(text.to_owned()), format: None }], ..Sheet::default() }
    }

    #[test]
    fn a_message_in_one_cell_becomes_lines() {
        let unfolded = unfold(&sheet("Weekly W41\nNew leads: 7\n\nBlockers:\n- stock"));
        assert_eq!(unfolded.map(|unfolded| (unfolded.sheet.cells.len(), unfolded.places.len())), Some((4, 5)));
    }

    #[test]
    fn a_list_in_one_cell_stays() {
        assert!(unfold(&sheet("1. One\n2. Two\n3. Three\n4. Four")).is_none());
    }
}
