//! Where a sheet says when: labelled cells, its title, its own name and its file's.

use chrono::NaiveDate;

use crate::grid::Value;

use super::claims::{Claim, claims, years};
use super::dates::Day;
use super::dictionary::found_in;
use super::finding::When;
use super::page::{Entry, Page};
use super::periods::{DayIs, Source};
use super::terms::{Field, Term};
use super::text::fold;
use super::who::stem;

/// The sources of a page's own cells, labelled ones first.
pub(crate) fn of_cells<'p>(page: &'p Page<'_>, title_end: u32) -> Vec<Source<'p>> {
    let mut sources: Vec<Source<'p>> = Vec::new();
    for entry in &page.entries {
        let said = day_is(entry.label.field());
        if let Some(said) = said {
            let value = page.right_of(entry.place).next().filter(|value| value.place.column - entry.place.column <= 4);
            sources.extend(value.and_then(|value| of_value(entry, value, said)));
        } else if let Some((head, _)) = entry.text.split_once([':', '：']).filter(|_| entry.text.chars().count() <= 80)
        {
            let said = day_is(super::labels::Label::read(head).field());
            let source = said.map(|said| of_text(entry, claims(entry.text), said));
            sources.extend(source.filter(|source| !source.claims.is_empty()));
        }
    }
    let labelled = sources.len();
    for entry in page.entries.iter().filter(|entry| entry.place.row < title_end && !entry.text.is_empty()) {
        if sources[..labelled].iter().any(|source| source.place == Some(entry.place)) {
            continue;
        }
        let found = claims(entry.text);
        if !found.is_empty() {
            sources.push(of_text(entry, found, day_in(entry.text)));
        }
    }
    sources
}

fn of_text<'p>(entry: &Entry<'p>, claims: Vec<Claim>, day_is: DayIs) -> Source<'p> {
    Source { text: entry.text, place: Some(entry.place), claims, day_is }
}

/// The cell beside `Week`, `Month:`, `Week ending`.
fn of_value<'p>(label: &Entry<'_>, value: &Entry<'p>, day_is: DayIs) -> Option<Source<'p>> {
    let claims = match value.value {
        Value::Date(date) => vec![Claim::Day(Day::of(date.parse::<NaiveDate>().ok()?))],
        Value::Number(number) => {
            let number = number.parse().ok()?;
            let folded = fold(label.text);
            if !found_in(&folded, |term| (term == Term::Week).then_some(())).is_empty() {
                vec![Claim::Week { year: None, number }]
            } else if (1..=12).contains(&number) {
                vec![Claim::Month { year: None, month: number }]
            } else {
                Vec::new()
            }
        }
        Value::Text(text) => claims(text),
        _ => Vec::new(),
    };
    let text = if value.text.is_empty() { "" } else { value.text };
    (!claims.is_empty()).then_some(Source { text, place: Some(value.place), claims, day_is })
}

fn day_is(field: Option<Field>) -> Option<DayIs> {
    match field? {
        Field::Period | Field::WeekOf => Some(DayIs::First),
        Field::WeekEnding => Some(DayIs::Last),
        _ => None,
    }
}

/// What a title says of its day: `Week ending 10/04/2026`.
fn day_in(text: &str) -> DayIs {
    let fields = found_in(&fold(text), |term| if let Term::Field(field) = term { Some(field) } else { None });
    if fields.contains(&Field::Written) {
        DayIs::Unsaid
    } else if fields.contains(&Field::WeekEnding) {
        DayIs::Last
    } else if fields.contains(&Field::WeekOf) {
        DayIs::First
    } else {
        DayIs::Unsaid
    }
}

/// The sources of the sheet's name, the file's and the subject of the e-mail that carried it.
pub(crate) fn of_names<'p>(sheet: Option<&'p str>, file: &'p str, subject: Option<&'p str>) -> Vec<Source<'p>> {
    let names = sheet.into_iter().chain([stem(file)]).chain(subject);
    names.map(|text| Source { text, place: None, claims: claims(text), day_is: day_in(text) }).collect()
}

/// The source of a table's row or column.
pub(crate) fn of_group(when: &When) -> Source<'_> {
    let date = when.is_date.then(|| when.text.parse::<NaiveDate>().ok()).flatten();
    let claims = date.map_or_else(|| claims(&when.text), |date| vec![Claim::Day(Day::of(date))]);
    let day_is = if when.day_is == DayIs::Unsaid { DayIs::First } else { when.day_is };
    Source { text: &when.text, place: Some(when.place), claims, day_is }
}

/// The one year that the title and the names say.
pub(crate) fn year(page: &Page<'_>, title_end: u32, names: &[&str]) -> Option<i32> {
    let titles = page.entries.iter().filter(|entry| entry.place.row < title_end);
    let mut found: Vec<i32> = titles
        .flat_map(|entry| match entry.value {
            Value::Text(text) => years(text),
            Value::Number(text) => years(text),
            Value::Date(text) => years(text.get(..4).unwrap_or_default()),
            _ => Vec::new(),
        })
        .chain(names.iter().flat_map(|name| years(stem(name))))
        .collect();
    found.sort_unstable();
    found.dedup();
    if let [year] = found.as_slice() { Some(*year) } else { None }
}
