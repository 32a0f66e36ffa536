//! Where lists of sentences stand: beside a heading and going on below, or below it, in a column that the first
//! sentence fixes. A list ends at a blank row and at whatever begins something else.

use std::ops::RangeInclusive;

use playbook::measure::{BlockerCategory, RemarkKind};

use crate::grid::Place;

use super::dictionary::meanings;
use super::finding::{Area, Findings};
use super::inline;
use super::labels::Label;
use super::page::{Entry, Page};
use super::remarks::take;
use super::table::Table;
use super::terms::{Field, Role, Term};
use super::text::fold;

/// No list is longer.
const LONGEST: u32 = 40;
/// A sentence stands at most that many columns right of its heading.
const REACH: u32 = 6;

/// Reads the lists of a page, and says what parts of it they took: sentences hold no figures.
pub(crate) fn read_lists<'a>(page: &Page<'a>, tables: &[Table], findings: &mut Findings<'a>) -> Vec<Area> {
    let mut taken: Vec<Area> = Vec::new();
    for entry in &page.entries {
        let Place { row, column } = entry.place;
        let Some(kind) = entry.label.remark() else { continue };
        let header = tables.iter().find(|table| (table.top..=table.bottom).contains(&row));
        let is_taken = taken.iter().any(|area| area.holds(entry.place));
        if header.is_some_and(Table::has_figures_across) || is_taken {
            continue;
        }
        let mut list = List { page, kind, category: None, column: None };
        let last = match header {
            Some(_) => list.below(row, column, findings),
            None => list.under(entry, findings),
        };
        findings.saw(row);
        let columns = |last: &Place| (column.min(last.column), column.max(last.column));
        taken.extend(last.map(|last| Area { rows: (row, last.row), columns: columns(&last) }));
    }
    taken
}

/// A list that is being read.
struct List<'p, 'a> {
    page: &'p Page<'a>,
    kind: RemarkKind,
    /// The column of categories, if a head names one.
    category: Option<u32>,
    /// The column of sentences, once the first is found.
    column: Option<u32>,
}

/// What a row of a list holds.
enum Row<'p, 'a> {
    /// A sentence, and its category beside it.
    Sentence(&'p Entry<'a>, Option<&'p Entry<'a>>),
    /// A category about which nothing is said.
    Nothing,
    /// The list is over.
    End,
}

impl<'p, 'a> List<'p, 'a> {
    /// What stands beside a heading, going on below; else what stands below it.
    fn under(&mut self, heading: &'p Entry<'a>, findings: &mut Findings<'a>) -> Option<Place> {
        let page = self.page;
        let Place { row, column } = heading.place;
        let bottom = page.merged(heading.place).map_or(row, |merged| merged.last.row);
        let first = page.right_of(heading.place).find(|entry| !entry.text.is_empty());
        let heads_column = |entry: &&Entry<'a>| entry.label.column_role().is_some() && !is_category(entry.text);
        if first.is_some_and(|entry| heads_column(&entry)) {
            return self.below(row, column, findings);
        }
        if let Row::Sentence(entry, tag) = self.row(row, column + 1..=column + REACH) {
            take(entry, self.kind, tag.map(|tag| tag.text), None, findings);
            let own = entry.place.column;
            let last = self.rows(row + 1, own..=own, Some(own), findings);
            return Some(last.unwrap_or(entry.place));
        }
        if page.right_of(heading.place).any(Entry::is_value) {
            return None;
        }
        // A header of its own (`#`, `Blocker`, `Type`) may stand between the heading and the list.
        let cells = page.row(bottom + 1);
        let has = |role| cells.iter().any(|entry| entry.label.column_role() == Some(role));
        let words = |entry: &&Entry<'a>| matches!(entry.label.column_role(), Some(Role::Item | Role::Note));
        let same = cells.iter().find(|entry| entry.label.remark() == Some(self.kind) && cells.len() > 1);
        let named = || if has(Role::Number) || has(Role::Category) { cells.iter().find(words) } else { None };
        match same.or_else(named) {
            Some(head) => self.below(bottom + 1, head.place.column, findings),
            None => self.below(bottom, column, findings),
        }
    }

    /// The sentences below a row, in a column or the two to its right. One blank row may part them from it.
    fn below(&mut self, above: u32, column: u32, findings: &mut Findings<'a>) -> Option<Place> {
        let categories = self.page.row(above).iter().find(|entry| entry.label.column_role() == Some(Role::Category));
        self.category = categories.map(|entry| entry.place.column);
        let first = if self.page.row(above + 1).is_empty() { above + 2 } else { above + 1 };
        self.rows(first, column..=column + 2, None, findings)
    }

    fn rows(
        &mut self,
        first: u32,
        columns: RangeInclusive<u32>,
        left: Option<u32>,
        findings: &mut Findings<'a>,
    ) -> Option<Place> {
        let mut last = None;
        for row in first..first + LONGEST {
            // Beside a heading, a row with words of its own at the left is another label's.
            let other = |left: u32| self.page.row(row).iter().any(|entry| entry.place.column < left && !is_mark(entry));
            if left.is_some_and(other) {
                break;
            }
            match self.row(row, columns.clone()) {
                Row::Sentence(entry, tag) => {
                    self.column = Some(entry.place.column);
                    last = Some(Place { row, column: self.category.unwrap_or(entry.place.column) });
                    take(entry, self.kind, tag.map(|tag| tag.text), None, findings);
                }
                Row::Nothing => {}
                Row::End => break,
            }
        }
        last
    }

    fn row(&self, row: u32, columns: RangeInclusive<u32>) -> Row<'p, 'a> {
        let page = self.page;
        let cells = page.row(row);
        let within = |entry: &&'p Entry<'a>| columns.contains(&entry.place.column);
        // `Price | Tender price too low`: the category stands before the sentence.
        let is_tag = |entry: &&'p Entry<'a>| {
            self.kind == RemarkKind::Blocker && self.category.is_none() && is_category(entry.text)
        };
        let tag = cells.iter().filter(within).find(is_tag);
        let behind = tag.map(|tag| page.right_of(tag.place).next());
        let own = |entry: &&'p Entry<'a>| self.column.is_none_or(|column| entry.place.column == column);
        let item = match behind {
            Some(behind) => behind,
            None => cells.iter().filter(within).filter(|entry| is_sentence(entry)).find(own),
        };
        // What stands to the right of a sentence is about it; what stands before it may begin something else.
        let edge = tag.or(item).map_or(u32::MAX, |entry| entry.place.column);
        let before =
            cells.iter().filter(|entry| entry.place.column <= edge && tag.is_none_or(|tag| entry.place != tag.place));
        let from = *columns.start();
        if before.into_iter().any(|entry| begins(page, entry) && (entry.place.column >= from || self.column.is_some()))
        {
            return Row::End;
        }
        let beside = self.category.and_then(|column| page.at(Place { row, column }));
        match (tag, item) {
            (_, Some(item)) if is_sentence(item) => Row::Sentence(item, tag.or(beside)),
            (Some(_), _) => Row::Nothing,
            _ => Row::End,
        }
    }
}

fn is_sentence(entry: &Entry<'_>) -> bool {
    !entry.text.is_empty() && !entry.is_joint() && entry.text.chars().any(char::is_alphabetic)
}

/// A number or bullet in a cell of its own.
fn is_mark(entry: &Entry<'_>) -> bool {
    !entry.text.chars().any(char::is_alphabetic) && entry.text.chars().count() <= 4
}

/// Whether a text is nothing but the name of a category: one word without a bullet.
fn is_category(text: &str) -> bool {
    let folded = fold(text);
    if folded.contains(' ') || !text.starts_with(char::is_alphabetic) {
        return false;
    }
    let named = BlockerCategory::from_key(&folded).is_some();
    named || meanings(&folded).iter().any(|term| matches!(term, Term::Category(_)))
}

/// Whether a cell begins something else: a heading, a report's title, a figure with its number, a note, a signature,
/// another message of a chat.
fn begins(page: &Page<'_>, entry: &Entry<'_>) -> bool {
    let label = &entry.label;
    let has_value = || page.right_of(entry.place).next().is_some_and(Entry::is_number);
    let figure = !label.figures().is_empty() || !label.series().is_empty();
    let head = entry.text.split_once([':', '：']).map(|(head, _)| Label::read(head)).unwrap_or_default();
    let aside = |label: &Label| {
        matches!(label.field(), Some(Field::Written | Field::Recipient)) || label.column_role() == Some(Role::Note)
    };
    let stated = || inline::figures(entry.text.lines().next().unwrap_or_default()).is_some();
    label.remark().is_some()
        || label.title().is_some()
        || figure && has_value()
        || head.remark().is_some()
        || aside(&head)
        || aside(label)
        || is_signature(entry.text)
        || is_speaker(entry.text)
        || stated()
}

/// `Prepared by Rina`, `Disiapkan oleh ...`
fn is_signature(text: &str) -> bool {
    let folded = fold(text);
    let words: Vec<&str> = folded.split(' ').take(2).collect();
    words.len() == 2 && meanings(&words.join(" ")).contains(&Term::Field(Field::Written))
}

/// `[30/10, 6:05 PM] Name: ...`, `26/10/2026 08.40 - Name: ...`: another message of a chat.
fn is_speaker(text: &str) -> bool {
    let bracketed = text.strip_prefix('[').and_then(|rest| rest.split_once(']'));
    let dashed = || text.split_once(" - ").filter(|(stamp, _)| stamp.starts_with(|c: char| c.is_ascii_digit()));
    let timed = |stamp: &str| {
        let of_time = |c: char| c.is_ascii_digit() || c.is_whitespace() || matches!(c, '/' | '.' | ':' | ',' | '-');
        let words = stamp.to_uppercase().replace("AM", "").replace("PM", "").replace("A.M.", "").replace("P.M.", "");
        let parts = words.split(|c: char| !c.is_ascii_digit()).filter(|part| !part.is_empty()).count();
        words.chars().all(of_time) && parts >= 4
    };
    bracketed.or_else(dashed).is_some_and(|(stamp, said)| timed(stamp) && said.contains(':'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn another_message_of_a_chat_ends_a_list() {
        for (text, is) in [
            ("[30/10, 6:05 PM] Ana: ok", true),
            ("[30/10/26 18.05.11] Ana: ok", true),
            ("26/10/2026 08.40 - Pak Andre: ok terima kasih", true),
            ("10/26/26, 8:40 AM - Ana: ok", true),
            ("1 - Replacement: 12 outstanding", false),
            ("[stock] late: 5 days", false),
            ("2 - 3 weeks late: call", false),
        ] {
            assert_eq!(is_speaker(text), is, "{text}");
        }
    }
}
