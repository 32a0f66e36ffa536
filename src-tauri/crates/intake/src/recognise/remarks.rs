//! Sentences: lists under a heading, beside it, or in one cell with line breaks, without their bullets.

use playbook::measure::RemarkKind;

use crate::draft::Remark;
use crate::grid::{Place, Value};

use super::category;
use super::dictionary::means;
use super::finding::{Area, Findings, Said};
use super::labels::Label;
use super::page::{Entry, Page};
use super::table::Table;
use super::terms::{Role, Term};
use super::text::{fold, without_mark};

/// No list is longer.
const LONGEST: u32 = 40;

/// Reads the lists of a page, and says what parts of it they took: sentences hold no figures.
pub(crate) fn read_lists<'a>(page: &Page<'a>, tables: &[Table], findings: &mut Findings<'a>) -> Vec<Area> {
    let mut taken: Vec<Area> = Vec::new();
    for entry in &page.entries {
        let row = entry.place.row;
        let Some(kind) = entry.label.remark() else { continue };
        let header = tables.iter().find(|table| (table.top..=table.bottom).contains(&row));
        if header.is_some_and(|table| table.has_figures_across()) || taken.iter().any(|area| area.holds(entry.place)) {
            continue;
        }
        let read = match header {
            Some(_) => list(page, entry.place.row, entry.place.column, beside_category(page, row), kind, findings),
            None => under(page, entry, kind, findings),
        };
        findings.saw(row);
        taken.extend(read.map(|last| Area {
            rows: (row, last.row),
            columns: (entry.place.column.min(last.column), last.column.max(entry.place.column)),
        }));
    }
    taken
}

/// What stands beside a heading, going on below; else what stands below it.
fn under<'a>(page: &Page<'a>, heading: &Entry<'a>, kind: RemarkKind, findings: &mut Findings<'a>) -> Option<Place> {
    let Place { row, column } = heading.place;
    let bottom = page.merged(heading.place).map_or(row, |merged| merged.last.row);
    let beside = page.right_of(heading.place).find(|entry| !entry.text.is_empty());
    let near = |entry: &&Entry<'a>| is_sentence(entry) && !begins(page, entry) && entry.place.column - column <= 6;
    if let Some(first) = beside.filter(near) {
        take(first, kind, None, None, findings);
        let mut last = row;
        for next in row + 1..row + LONGEST {
            let cells = page.row(next);
            let alone = cells.iter().all(|entry| entry.place.column >= first.place.column || is_mark(entry));
            match page.at(Place { row: next, column: first.place.column }) {
                Some(entry) if alone && is_sentence(entry) && !begins(page, entry) => {
                    take(entry, kind, None, None, findings)
                }
                _ => break,
            }
            last = next;
        }
        return Some(Place { row: last, column: first.place.column });
    }
    if page.right_of(heading.place).any(|entry| entry.is_value()) {
        return None;
    }
    // A header of its own (`#`, `Blocker`, `Type`) may stand between the heading and the list.
    let inner = page.row(bottom + 1).iter().find(|entry| entry.label.remark() == Some(kind)).or_else(|| {
        let cells = page.row(bottom + 1);
        let has = |role| cells.iter().any(|entry| entry.label.column_role() == Some(role));
        let words = |entry: &&Entry<'a>| matches!(entry.label.column_role(), Some(Role::Item | Role::Note));
        if has(Role::Number) || has(Role::Category) { cells.iter().find(words) } else { None }
    });
    match inner {
        Some(inner) => list(page, bottom + 1, inner.place.column, beside_category(page, bottom + 1), kind, findings),
        None => list(page, bottom, column, None, kind, findings),
    }
}

/// The sentences below a row, in a column or the two to its right, until a blank row, another label or a chat's next speaker.
fn list<'a>(
    page: &Page<'a>,
    above: u32,
    column: u32,
    category: Option<u32>,
    kind: RemarkKind,
    findings: &mut Findings<'a>,
) -> Option<Place> {
    let mut at: Option<u32> = None;
    let mut last = None;
    for row in above + 1..above + LONGEST {
        let cells = page.row(row);
        let here = |entry: &&Entry<'a>| match at {
            Some(column) => entry.place.column == column,
            None => (column..=column + 2).contains(&entry.place.column) && is_sentence(entry),
        };
        // `Price | Tender price too low`: the category stands before the sentence.
        let tagged = |entry: &&Entry<'a>| kind == RemarkKind::Blocker && category.is_none() && is_category(entry.text);
        let next = |tag: &Entry<'a>| page.right_of(tag.place).next().filter(|entry| is_sentence(entry));
        let tag = cells.iter().filter(|entry| (column..=column + 2).contains(&entry.place.column)).find(tagged);
        let tag = tag.filter(|tag| next(tag).is_some());
        let item = tag.and_then(next).or_else(|| cells.iter().find(here));
        // What stands to the right of a sentence is about it; what stands before it may begin something else.
        let before = cells.iter().filter(|entry| match (tag, item) {
            (Some(tag), _) => entry.place.column < tag.place.column,
            (None, Some(item)) => entry.place.column <= item.place.column,
            (None, None) => true,
        });
        let ends =
            before.into_iter().any(|entry| begins(page, entry) || is_speaker(entry.text) || names_inline(entry.text));
        let Some(entry) = item.filter(|entry| is_sentence(entry) && !ends) else {
            // One blank row may part a heading from its list.
            if cells.is_empty() && row == above + 1 {
                continue;
            }
            break;
        };
        at = Some(entry.place.column);
        last = Some(Place { row, column: category.unwrap_or(entry.place.column) });
        let beside = category.and_then(|column| page.at(Place { row, column })).or(tag).map(|entry| entry.text);
        take(entry, kind, beside, None, findings);
    }
    last
}

fn beside_category(page: &Page<'_>, row: u32) -> Option<u32> {
    page.row(row).iter().find(|entry| entry.label.column_role() == Some(Role::Category)).map(|entry| entry.place.column)
}

/// Takes the sentences of a cell.
pub(crate) fn take(
    entry: &Entry<'_>,
    kind: RemarkKind,
    beside: Option<&str>,
    group: Option<usize>,
    findings: &mut Findings<'_>,
) {
    if matches!(entry.value, Value::Text(_)) {
        take_text(entry.text, entry.place, kind, beside, group, findings);
    }
}

/// Takes the sentences of a text.
pub(crate) fn take_text(
    text: &str,
    place: Place,
    kind: RemarkKind,
    beside: Option<&str>,
    group: Option<usize>,
    findings: &mut Findings<'_>,
) {
    for text in sentences(text) {
        let category = if kind == RemarkKind::Blocker { category::of(&text, beside) } else { None };
        findings.remarks.push(Said { remark: Remark { kind, category, text, place }, group });
    }
}

/// The sentences of a text: by line, by semicolon, by numbers in a row; without marks, blanks and `none`.
pub(crate) fn sentences(text: &str) -> Vec<String> {
    let lines = text.lines().flat_map(|line| {
        numbered(line).into_iter().flat_map(|part| part.split(';').map(str::to_owned).collect::<Vec<_>>())
    });
    lines.map(|line| without_mark(&line).trim().to_owned()).filter(|line| !says_nothing(line)).collect()
}

/// `1) Harga naik 2) Stok kosong` in one line: its numbers count up.
fn numbered(line: &str) -> Vec<String> {
    let mut cuts = vec![0];
    for number in 2..10 {
        let from = *cuts.last().unwrap_or(&0);
        let marks = [format!(" {number}) "), format!(" {number}. "), format!(" ({number}) ")];
        let Some(at) = marks.iter().filter_map(|mark| line[from..].find(mark.as_str())).min() else { break };
        cuts.push(from + at + 1);
    }
    let starts_at_one = ["1)", "1.", "(1)"].iter().any(|mark| line.trim_start().starts_with(mark));
    if !starts_at_one || cuts.len() < 2 {
        return vec![line.to_owned()];
    }
    cuts.push(line.len());
    cuts.windows(2).map(|cut| line[cut[0]..cut[1]].to_owned()).collect()
}

fn says_nothing(line: &str) -> bool {
    let folded = fold(line);
    folded.is_empty() || means(&folded, Term::Zero) || means(&folded, Term::Absent)
}

fn is_sentence(entry: &Entry<'_>) -> bool {
    !entry.text.is_empty() && !entry.is_joint() && entry.text.chars().any(char::is_alphabetic)
}

/// A label with its number beside it is no sentence.
fn has_value(page: &Page<'_>, entry: &Entry<'_>) -> bool {
    page.right_of(entry.place).next().is_some_and(Entry::is_number)
}

/// Whether a text is nothing but the name of a category.
fn is_category(text: &str) -> bool {
    let folded = fold(text);
    let named = playbook::measure::BlockerCategory::from_key(&folded).is_some();
    named || super::dictionary::meanings(&folded).iter().any(|term| matches!(term, Term::Category(_)))
}

fn is_mark(entry: &Entry<'_>) -> bool {
    !entry.text.chars().any(char::is_alphabetic) && entry.text.chars().count() <= 4
}

/// Whether a cell begins something else: another heading, a report's title, a figure with its number.
fn begins(page: &Page<'_>, entry: &Entry<'_>) -> bool {
    let label = &entry.label;
    let figure = !label.figures().is_empty() || !label.series().is_empty();
    label.remark().is_some() || label.title().is_some() || figure && has_value(page, entry)
}

/// `Next week: ...`, `New leads: 7`.
fn names_inline(text: &str) -> bool {
    let head = text.split_once([':', '：']).map(|(head, _)| Label::read(head));
    head.is_some_and(|label| label.remark().is_some())
        || super::inline::figures(text.lines().next().unwrap_or_default()).is_some()
}

/// `[30/10, 6:05 PM] Name: ...`: another message of a chat.
pub(crate) fn is_speaker(text: &str) -> bool {
    let stamp = text.strip_prefix('[').and_then(|rest| rest.split_once(']'));
    stamp.is_some_and(|(stamp, said)| {
        stamp.contains(':') && stamp.contains(|c: char| c.is_ascii_digit()) && said.contains(':')
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &[&str]) {
        assert_eq!(sentences(text), expected, "{text}");
    }

    #[test]
    fn a_cell_holds_one_sentence_a_line_a_semicolon_or_a_number() {
        check("1. Harga naik\n2. Stok kosong", &["Harga naik", "Stok kosong"]);
        check("1) Harga naik 2) Stok kosong", &["Harga naik", "Stok kosong"]);
        check("Pop-up; Trade newsletter", &["Pop-up", "Trade newsletter"]);
        check("• Visit 2. floor shops", &["Visit 2. floor shops"]);
    }

    #[test]
    fn none_is_no_sentence() {
        for text in ["none", "-", "tiada", "N/A", "ไม่มี", ""] {
            check(text, &[]);
        }
    }
}
