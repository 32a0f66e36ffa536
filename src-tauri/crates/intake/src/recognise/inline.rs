//! Figures inside a sentence: `New leads: 7`, `Opps - Discovery 6, Proposal 4, Nego 2`.

use super::finding::{Area, Content, Finding, Findings};
use super::labels::Label;
use super::numbers::{Reading, read};
use super::page::Page;
use super::remarks;
use super::terms::Figure;
use super::text::{plain, without_mark};

/// Reads the cells that hold a label and its value together, outside the `taken` areas.
pub(crate) fn read_inline<'a>(page: &Page<'a>, taken: &[Area], findings: &mut Findings<'a>) {
    for entry in &page.entries {
        let row = entry.place.row;
        let is_taken = taken.iter().any(|area| area.holds(entry.place));
        if entry.text.is_empty() || is_taken || entry.label.is_known() {
            continue;
        }
        for line in entry.text.lines() {
            if let Some(found) = figures(line) {
                findings.saw(row);
                findings.figures.extend(found.into_iter().map(|(label, figures, value)| {
                    let mut finding = Finding::of(figures, entry, &label);
                    finding.content = Content::Part(value);
                    finding
                }));
                continue;
            }
            let (head, said) = line.split_once([':', '：']).unwrap_or_default();
            if let Some(kind) = Label::read(head).remark().filter(|_| !said.trim().is_empty()) {
                findings.saw(row);
                remarks::take_text(said, entry.place, kind, None, None, findings);
            }
        }
    }
}

/// The figures of a line, if every part of it is a label with its number.
pub(crate) fn figures(line: &str) -> Option<Vec<(Label, Vec<Figure>, String)>> {
    let line = plain(without_mark(line));
    if line.chars().count() > 120 || !line.contains(|c: char| c.is_ascii_digit()) && !line.contains(':') {
        return None;
    }
    if let Some((head, value)) = line.split_once([':', '=']) {
        let label = Label::read(head);
        let figures = label.figures();
        let value = value.trim();
        let stated = !matches!(read(value, None), Reading::NotANumber | Reading::Nothing);
        if !figures.is_empty() && stated {
            return Some(vec![(label, figures, value.to_owned())]);
        }
    }
    // `Opps - Discovery 6, Proposal 4` has a heading, `Discovery - 6; Proposal - 4` has none.
    let behind_dash = line.split_once(" - ").filter(|(_, tail)| !tail.contains(" - ")).map(|(_, list)| list);
    behind_dash.into_iter().chain([line.as_str()]).find_map(series)
}

/// The figures of a list such as `Discovery 6, Proposal 4`.
fn series(list: &str) -> Option<Vec<(Label, Vec<Figure>, String)>> {
    // `Pipeline: Discovery 6, Proposal 4` has a heading, `Discovery: 6, Proposal: 4` has none.
    let heading = list.split_once(':').filter(|(head, _)| Label::read(head).figures().is_empty());
    let list = heading.map_or(list, |(_, list)| list);
    let parts: Vec<&str> = list.split([',', ';', '|', '/']).map(str::trim).filter(|part| !part.is_empty()).collect();
    let found: Option<Vec<_>> = parts.iter().map(|part| part_figures(part)).collect();
    found.filter(|found| found.len() > 1)
}

/// `Discovery 6`, `6 discovery`, `Discovery: 6`.
fn part_figures(part: &str) -> Option<(Label, Vec<Figure>, String)> {
    let (first, last) = (part.split_once(' '), part.rsplit_once([' ', ':', '=']));
    let pairs = last.into_iter().chain(first.map(|(number, words)| (words, number)));
    pairs.into_iter().find_map(|(words, number)| {
        let label = Label::read(words.trim_end_matches([':', '=', ' ', '-', '–']));
        let figures = label.figures();
        let stated = number.contains(|c: char| c.is_ascii_digit()) && matches!(read(number, None), Reading::Sure(_));
        (!figures.is_empty() && stated).then(|| (label, figures, number.to_owned()))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(line: &str, expected: &[(Figure, &str)]) {
        let found = figures(line).unwrap_or_default();
        let first: Vec<_> = found.iter().map(|(_, figures, value)| (figures[0], value.as_str())).collect();
        assert_eq!(first, expected, "{line}");
    }

    #[test]
    fn a_line_states_one_figure_or_several() {
        check("New leads: 7", &[(Figure::Measure("new_leads"), "7")]);
        check("- Meetings: 11 (3 online)", &[(Figure::Measure("meetings_held"), "11 (3 online)")]);
        check(
            "Discovery: 6 / Proposal: 4",
            &[(Figure::Measure("opportunities_discovery"), "6"), (Figure::Measure("opportunities_proposal"), "4")],
        );
        check(
            "3) Pipeline: Discovery - 6; Proposal - 4",
            &[(Figure::Measure("opportunities_discovery"), "6"), (Figure::Measure("opportunities_proposal"), "4")],
        );
        check(
            "Opps - Discovery 6, Proposal 4, Nego 2",
            &[
                (Figure::Measure("opportunities_discovery"), "6"),
                (Figure::Measure("opportunities_proposal"), "4"),
                (Figure::Measure("opportunities_negotiation"), "2"),
            ],
        );
    }

    #[test]
    fn a_sentence_states_none() {
        for line in ["Stok: ukuran 250 ml kosong", "Stock: 250 short at DC", "Salam boss, report mggu 44 (26-30 Okt)"] {
            assert!(figures(line).is_none(), "{line}");
        }
    }
}
