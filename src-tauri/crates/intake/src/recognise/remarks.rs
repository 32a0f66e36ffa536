//! Sentences: one a line, a semicolon or a number, without their bullets; `none` is no sentence.

use playbook::measure::RemarkKind;

use crate::draft::Remark;
use crate::grid::{Place, Value};

use super::category;
use super::dictionary::means;
use super::finding::{Findings, Said};
use super::page::Entry;
use super::terms::Term;
use super::text::{fold, without_mark};

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
