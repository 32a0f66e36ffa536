//! Measures of the manager's own: found by their title, in a cell of its own, and read from the cell beside or below it.
//! Nothing else names them, so nothing else is taken for them.

use std::borrow::Cow;
use std::collections::BTreeSet;

use playbook::measure::{MeasureKey, Unit};
use playbook::number::Quantity;
use rust_decimal::Decimal;

use super::numbers::{Reading, read};
use super::text::fold;
use crate::draft::{About, Choice, Draft, Kind, OwnLabel, Question, Stated, Why};
use crate::grid::{Cell, Grid, Place, Sheet, Value};

/// What stands beside a title.
enum Found {
    Sure(Quantity),
    Ask(Why, Vec<Choice>),
}

/// A file without the cells that measures of the manager's own stand in: their titles are not looked up as words for what
/// ships, nor their values taken for it.
pub(crate) fn without<'g>(grid: &'g Grid, own: &[OwnLabel]) -> Cow<'g, Grid> {
    let taken = |sheet: &Sheet| -> BTreeSet<Place> {
        let labels = own.iter().flat_map(|own| named(sheet, own));
        labels
            .flat_map(|label| [Some(label.place), beside(sheet, label.place).map(|cell| cell.place)])
            .flatten()
            .collect()
    };
    let taken: Vec<BTreeSet<Place>> = grid.sheets.iter().map(taken).collect();
    if taken.iter().all(BTreeSet::is_empty) {
        return Cow::Borrowed(grid);
    }
    let mut grid = grid.clone();
    for (sheet, taken) in grid.sheets.iter_mut().zip(taken) {
        sheet.cells.retain(|cell| !taken.contains(&cell.place));
    }
    Cow::Owned(grid)
}

/// The cells of a sheet that hold just the title of a measure.
fn named<'s>(sheet: &'s Sheet, own: &OwnLabel) -> Vec<&'s Cell> {
    let title = fold(&own.title);
    let named = |cell: &&Cell| matches!(&cell.value, Value::Text(text) if fold(text) == title);
    if title.is_empty() { Vec::new() } else { sheet.cells.iter().filter(named).collect() }
}

/// Adds what a file's reports state of measures of the manager's own. Of a sheet with several reports it is not said
/// whose a figure is: there it is left to the manager.
pub(crate) fn add(drafts: &mut [Draft], grid: &Grid, own: &[OwnLabel]) {
    if own.is_empty() {
        return;
    }
    for sheet in grid.sheets.iter().filter(|sheet| !sheet.hidden) {
        let mut on_sheet = drafts.iter_mut().filter(|draft| draft.sheet == sheet.name);
        if let (Some(draft), None) = (on_sheet.next(), on_sheet.next()) {
            own.iter().for_each(|label| state(draft, sheet, label));
        }
    }
}

fn state(draft: &mut Draft, sheet: &Sheet, own: &OwnLabel) {
    let kind = draft.kind.and_then(|kind| match kind {
        Kind::Weekly => Some("weekly"),
        Kind::Monthly => Some("monthly"),
        Kind::Lines => None,
    });
    if kind != Some(own.report.as_str()) {
        return;
    }
    let labels = named(sheet, own).into_iter();
    let values: Vec<&Cell> = labels.filter_map(|label| beside(sheet, label.place)).collect();
    let key = MeasureKey::new(&own.key);
    let ask = |cell: &Cell, why, choices| Question {
        about: About::Measure(key.clone()),
        why,
        text: cell.value.text().unwrap_or_default().to_owned(),
        place: Some(cell.place),
        choices,
    };
    match values.as_slice() {
        [] => {}
        [cell] => match value(cell, own.unit()) {
            Some(Found::Sure(value)) => {
                draft.measures.insert(key, Stated { value, place: cell.place });
            }
            Some(Found::Ask(why, choices)) => draft.questions.push(ask(cell, why, choices)),
            None => {}
        },
        [first, ..] => {
            let sure = values.iter().filter_map(|cell| match value(cell, own.unit()) {
                Some(Found::Sure(value)) => Some(Choice::Value(value)),
                _ => None,
            });
            draft.questions.push(ask(first, Why::Several, sure.collect()));
        }
    }
}

/// The cell that holds a label's value: right of it in its row, or below it where the label heads a column. Words stand for
/// a value only where nothing but the label and they are in the row.
fn beside(sheet: &Sheet, label: Place) -> Option<&Cell> {
    let row = sheet.row(label.row);
    let right = row.iter().find(|cell| cell.place.column > label.column);
    let below = sheet.at(Place { row: label.row + 1, ..label });
    let tells = |cell: &&Cell| !matches!(&cell.value, Value::Text(text) if read(text, None) == Reading::NotANumber);
    right.filter(tells).or_else(|| below.filter(tells)).or(right.filter(|_| row.len() == 2))
}

/// What a cell says of a measure of that unit; `None` where it says nothing.
fn value(cell: &Cell, unit: Unit) -> Option<Found> {
    let text = match &cell.value {
        Value::Number(text) => return Some(number(text.parse().ok()?, unit)),
        Value::Text(text) => text,
        Value::Error(_) | Value::Formula(_) => return Some(Found::Ask(Why::CellError, Vec::new())),
        Value::Date(_) | Value::Bool(_) => return Some(Found::Ask(Why::NotANumber, Vec::new())),
    };
    match read(text, None) {
        Reading::Nothing => None,
        Reading::Sure(amount) if amount.scale.is_none() && amount.currency.is_none() => match (amount.percent, unit) {
            (false, _) => Some(number(amount.value, unit)),
            (true, Unit::Fraction) => Some(number(amount.value / Decimal::ONE_HUNDRED, unit)),
            (true, _) => Some(Found::Ask(Why::Unit, Vec::new())),
        },
        Reading::Approximate => Some(Found::Ask(Why::Approximate, Vec::new())),
        Reading::Either(one, other) => {
            let choices = [one, other].into_iter().filter_map(|amount| Quantity::new(amount.value).ok());
            Some(Found::Ask(Why::Separator, choices.map(Choice::Value).collect()))
        }
        Reading::Sure(_) | Reading::UnsureScale(_) => Some(Found::Ask(Why::Unit, Vec::new())),
        Reading::NotANumber => Some(Found::Ask(Why::NotANumber, Vec::new())),
    }
}

/// A number as far as the unit allows it: counts are whole and not below zero; a share above one may be a percentage.
fn number(value: Decimal, unit: Unit) -> Found {
    let Ok(quantity) = Quantity::new(value) else { return Found::Ask(Why::Implausible, Vec::new()) };
    let hundredth = || Quantity::new(value / Decimal::ONE_HUNDRED).map(Choice::Value).into_iter().collect();
    match unit {
        Unit::Count if quantity.is_negative() || !value.is_integer() => Found::Ask(Why::Implausible, Vec::new()),
        Unit::Fraction if value.abs() > Decimal::ONE => Found::Ask(Why::Unit, hundredth()),
        _ => Found::Sure(quantity),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::draft::Layout;

    fn label(counts: &str) -> OwnLabel {
        let [key, title, report] = ["own_visits", "Store visits", "weekly"].map(str::to_owned);
        OwnLabel { key, title, counts: counts.to_owned(), report }
    }

    fn weekly() -> Draft {
        Draft {
            sheet: None,
            kind: Some(Kind::Weekly),
            distributor: None,
            period: None,
            currency: None,
            measures: std::collections::BTreeMap::new(),
            remarks: Vec::new(),
            lines: None,
            questions: Vec::new(),
            template: false,
            layout: Layout::default(),
        }
    }

    fn grid(rows: &[&[&str]]) -> Grid {
        let cells = (0..).zip(rows).flat_map(|(row, texts)| {
            (0..).zip(*texts).filter(|(_, text)| !text.is_empty()).map(move |(column, text)| {
                let number = text.parse::<Decimal>().is_ok();
                let value = if number { Value::Number((*text).to_owned()) } else { Value::Text((*text).to_owned()) };
                Cell { place: Place { row, column }, value, format: None }
            })
        });
        Grid { sheets: vec![Sheet { cells: cells.collect(), ..Sheet::default() }], properties: Vec::new() }
    }

    /// What is stated, or `?` and why it is asked, or nothing.
    #[track_caller]
    fn check(counts: &str, rows: &[&[&str]], expected: &str) {
        let mut drafts = [weekly()];
        add(&mut drafts, &grid(rows), &[label(counts)]);
        let stated = drafts[0].measures.values().map(|stated| format!("{} at {}", stated.value, stated.place));
        let asked = drafts[0].questions.iter().map(|question| format!("?{:?}", question.why));
        assert_eq!(stated.chain(asked).collect::<Vec<_>>().join(", "), expected, "{rows:?}");
    }

    #[test]
    fn a_measure_is_found_by_its_title_beside_or_above_its_value() {
        check("count", &[&["New leads", "7"], &["Store visits:", "41"]], "41 at B2");
        check("count", &[&["STORE VISITS", "", "41"]], "41 at C1");
        check("count", &[&["Store visits"], &["41"]], "41 at A2");
        check("count", &[&["Week", "Store visits", "Meetings"], &["W41", "41", "9"]], "41 at B2");
        check("count", &[&["Store visits planned", "41"]], "");
        check("count", &[&["Store visits", "-"]], "");
        check("fraction", &[&["Store visits", "12.5%"]], "0.125 at B1");
    }

    #[test]
    fn what_could_be_read_in_two_ways_is_asked() {
        check("count", &[&["Store visits", "41"], &["Store visits", "42"]], "?Several");
        check("count", &[&["Store visits", "41.5"]], "?Implausible");
        check("count", &[&["Store visits", "~40"]], "?Approximate");
        check("count", &[&["Store visits", "many of them"]], "?NotANumber");
        check("fraction", &[&["Store visits", "12.5"]], "?Unit");
    }

    #[test]
    fn what_ships_is_looked_for_in_the_other_cells_alone() {
        let sheet = grid(&[&["Meetings", "9"], &["Store visits", "41"], &["Store visits planned", "50"]]);
        let rest = without(&sheet, &[label("count")]);
        let texts: Vec<_> = rest.sheets[0].cells.iter().filter_map(|cell| cell.value.text()).collect();
        assert_eq!(texts, ["Meetings", "9", "Store visits planned", "50"]);
        assert!(matches!(without(&sheet, &[]), Cow::Borrowed(_)));
    }

    #[test]
    fn another_kind_of_report_and_a_sheet_of_several_are_left_alone() {
        let sheet = grid(&[&["Store visits", "41"]]);
        let mut monthly = [Draft { kind: Some(Kind::Monthly), ..weekly() }];
        let mut two = [weekly(), weekly()];
        add(&mut monthly, &sheet, &[label("count")]);
        add(&mut two, &sheet, &[label("count")]);
        assert!(monthly.iter().chain(&two).all(|draft| draft.measures.is_empty() && draft.questions.is_empty()));
    }
}
