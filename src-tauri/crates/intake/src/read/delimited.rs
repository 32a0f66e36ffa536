//! CSV, TSV and plain text: rows of fields. Where no delimiter holds, each line is one cell.

use std::borrow::Cow;

use crate::draft::Refusal;
use crate::grid::{CellRef, Filling, Grid, Place, Sheet, ValueRef};
use crate::limits::Limits;
use crate::read::budget::Budget;
use crate::read::text::cell_text;

/// In order of preference where several fit equally: a comma is often text or a decimal.
const DELIMITERS: [char; 4] = ['\t', ';', '|', ','];

/// How much of a file decides on its delimiter.
const SAMPLE: usize = 1 << 18;

/// The share of lines that a delimiter must part, weighed by how alike they are parted.
const ENOUGH: f64 = 0.3;

/// Reads rows of fields. Every field is a text: what it means, the column decides.
///
/// # Errors
/// [`Refusal::TooLarge`] past a limit.
pub(super) fn read(text: &str, limits: &Limits) -> Result<Grid, Refusal> {
    let text = text.trim_start_matches('\u{FEFF}');
    let (delimiter, text) = match declared(text) {
        Some((delimiter, rest)) => (Some(delimiter), rest),
        None => (detect(text), text),
    };
    let mut budget = Budget::new(limits);
    let mut filling = Filling::default();
    for (row, fields) in Records::new(text, delimiter).enumerate() {
        for (column, field) in fields.into_iter().enumerate() {
            let Some(text) = cell_text(field) else { continue };
            let at = |index| u32::try_from(index).map_err(|_| Refusal::TooLarge);
            let place = Place { row: at(row)?, column: at(column)? };
            budget.keep(CellRef { place, value: ValueRef::Text(&text), format: None }, &mut filling)?;
        }
    }
    let (cells, below) = filling.finish().map_err(|_| Refusal::Damaged)?;
    Ok(Grid { sheets: vec![Sheet { cells, below, ..Sheet::default() }], properties: Vec::new() })
}

/// Whether a delimiter parts the lines of a text.
pub(super) fn is_table(text: &str) -> bool {
    declared(text).is_some() || detect(text).is_some()
}

/// The delimiter that the first line names for Excel, `sep=;`; Excel shows the sheet without that line.
fn declared(text: &str) -> Option<(char, &str)> {
    let (first, rest) = text.split_once('\n').unwrap_or((text, ""));
    let named = first.trim_end_matches('\r').trim_matches('"');
    let mut named = named.get(..4).filter(|key| key.eq_ignore_ascii_case("sep=")).map(|_| named[4..].chars())?;
    let delimiter = named.next()?;
    (named.as_str().trim_matches('"').is_empty() && !delimiter.is_alphanumeric()).then_some((delimiter, rest))
}

/// The delimiter that parts most lines most alike; `None` for text that only happens to hold some.
fn detect(text: &str) -> Option<char> {
    let mut end = text.len().min(SAMPLE);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    let sample = &text[..end];
    // Exported blank rows hold delimiters only.
    if let Some(only) = sample.chars().find(|c| !c.is_whitespace() && *c != '"')
        && sample.chars().all(|c| c.is_whitespace() || c == '"' || c == only)
        && DELIMITERS.contains(&only)
    {
        return Some(only);
    }
    let mut best = (ENOUGH, None);
    for delimiter in DELIMITERS {
        if delimiter == ',' && commas_are_text(sample) {
            continue;
        }
        let fit = fit(sample, delimiter);
        if fit > best.0 {
            best = (fit, Some(delimiter));
        }
    }
    best.1
}

/// How well a delimiter fits, 0 to 1: the share of lines that it parts, less where it parts them unlike.
fn fit(sample: &str, delimiter: char) -> f64 {
    let filled = |fields: &Vec<Cow<'_, str>>| fields.iter().any(|field| !field.trim().is_empty());
    let widths: Vec<usize> =
        Records::new(sample, Some(delimiter)).take(500).filter(filled).map(|fields| fields.len()).collect();
    let parted: Vec<usize> = widths.iter().copied().filter(|width| *width > 1).collect();
    let alike = parted.iter().map(|width| parted.iter().filter(|other| *other == width).count()).max().unwrap_or(0);
    if parted.is_empty() {
        return 0.0;
    }
    #[expect(clippy::cast_precision_loss, reason = "counts of at most 500 lines")]
    let share = |part: usize, whole: usize| part as f64 / whole as f64;
    share(parted.len(), widths.len()) * (0.5 + 0.5 * share(alike, parted.len()))
}

/// Whether nearly all commas group digits (`1,250,000`) or go on in a sentence, in lines that aren't parted alike.
fn commas_are_text(sample: &str) -> bool {
    let (mut commas, mut text) = (0_usize, 0_usize);
    let bytes = sample.as_bytes();
    for (at, _) in sample.match_indices(',') {
        commas += 1;
        let after = &bytes[at + 1..];
        let digits = after.iter().take_while(|byte| byte.is_ascii_digit()).count();
        let groups = digits == 3 && at.checked_sub(1).is_some_and(|before| bytes[before].is_ascii_digit());
        text += usize::from(groups || after.first() == Some(&b' '));
    }
    text * 10 >= commas * 9 && fit(sample, ',') < 0.9
}

/// The rows of a text, in the order and number in which a spreadsheet shows them: a blank line is a row.
struct Records<'t> {
    rest: &'t str,
    delimiter: Option<char>,
}

impl<'t> Records<'t> {
    fn new(text: &'t str, delimiter: Option<char>) -> Self {
        Self { rest: text, delimiter }
    }

    /// A field in quotes, undoubled, and what follows it; `None` where the quote never ends, and so is a character.
    fn quoted(text: &'t str) -> Option<(Cow<'t, str>, &'t str)> {
        let (before, after) = text.strip_prefix('"')?.split_once('"')?;
        let Some(mut inner) = after.strip_prefix('"') else { return Some((before.into(), after)) };
        let mut field = before.to_owned();
        loop {
            field.push('"');
            let (before, after) = inner.split_once('"')?;
            field.push_str(before);
            match after.strip_prefix('"') {
                Some(rest) => inner = rest,
                None => return Some((field.into(), after)),
            }
        }
    }

    /// Where a field ends.
    fn end(&self, text: &str) -> usize {
        let end = match self.delimiter.map(u8::try_from) {
            // The bytes of other characters are never those of an ASCII one.
            None => text.bytes().position(|byte| matches!(byte, b'\n' | b'\r')),
            Some(Ok(byte)) if byte.is_ascii() => {
                text.bytes().position(|other| other == byte || matches!(other, b'\n' | b'\r'))
            }
            Some(_) => text.find(|c| matches!(c, '\n' | '\r') || Some(c) == self.delimiter),
        };
        end.unwrap_or(text.len())
    }
}

impl<'t> Iterator for Records<'t> {
    type Item = Vec<Cow<'t, str>>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.rest.is_empty() {
            return None;
        }
        let mut fields = Vec::with_capacity(16);
        loop {
            let (quoted, after) = match self.delimiter.and_then(|_| Self::quoted(self.rest)) {
                Some((field, after)) => (Some(field), after),
                None => (None, self.rest),
            };
            let (more, after) = after.split_at(self.end(after));
            fields.push(match quoted {
                None => more.into(),
                Some(field) if more.is_empty() => field,
                Some(field) => field + more,
            });
            let mut left = after.chars();
            match left.next() {
                None => {
                    self.rest = "";
                    return Some(fields);
                }
                Some(c) if Some(c) == self.delimiter => self.rest = left.as_str(),
                Some(c) => {
                    let rest = left.as_str();
                    self.rest = if c == '\r' { rest.strip_prefix('\n').unwrap_or(rest) } else { rest };
                    return Some(fields);
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::grid::Value;

    /// Cells as `A1=text`, joined.
    #[track_caller]
    fn check(text: &str, cells: &str) {
        let grid = read(text, &Limits::default()).expect("within the limits");
        let shown: Vec<String> = grid.sheets[0]
            .cells
            .iter()
            .map(|cell| match &cell.value {
                Value::Text(text) => format!("{}={text}", cell.place),
                other => format!("{}={other:?}", cell.place),
            })
            .collect();
        assert_eq!(shown.join(" "), cells, "{text:?}");
    }

    #[test]
    fn the_delimiter_is_the_one_that_parts_lines_alike() {
        check("a,b\n1,2\n", "A1=a B1=b A2=1 B2=2");
        check("a;b\n1,5;2,5\n", "A1=a B1=b A2=1,5 B2=2,5");
        check("a\tb\r\n1,5\t2\r\n", "A1=a B1=b A2=1,5 B2=2");
        check("a|b\n1|2", "A1=a B1=b A2=1 B2=2");
        check("leads;\"a;b\"\n5;\"say \"\"yes\"\"\"", "A1=leads B1=a;b A2=5 B2=say \"yes\"");
    }

    #[test]
    fn a_first_line_may_name_the_delimiter() {
        check("sep=|\na|b,c\n", "A1=a B1=b,c");
        check("SEP=;\r\na;b\n", "A1=a B1=b");
    }

    #[test]
    fn titles_above_and_blank_lines_keep_the_rows_in_place() {
        check("Weekly report\n\nleads,5\nmeetings,7\n", "A1=Weekly report A3=leads B3=5 A4=meetings B4=7");
        check("Report\r\rleads\t5\r", "A1=Report A3=leads B3=5");
    }

    #[test]
    fn text_that_only_holds_commas_is_one_cell_a_line() {
        check("Revenue: 1,250,000\nUnits: 3,400\nLeads: 12", "A1=Revenue: 1,250,000 A2=Units: 3,400 A3=Leads: 12");
        check("Hi Ana, all well\nLeads 5\nMeetings 7", "A1=Hi Ana, all well A2=Leads 5 A3=Meetings 7");
    }

    #[test]
    fn a_field_may_hold_lines_and_stray_quotes() {
        check("a,\"one\r\ntwo\"\n1,2\n", "A1=a B1=one\ntwo A2=1 B2=2");
        check("size,pcs\n5\" pipe,3\n\"open,4\n", "A1=size B1=pcs A2=5\" pipe B2=3 A3=\"open B3=4");
    }

    #[test]
    fn rows_of_delimiters_hold_nothing() {
        check(",,\n,,\n", "");
        check(";\"\";\r\n", "");
    }

    #[test]
    fn limits_hold() {
        let limits = Limits { rows: 2, columns: 3, cells: 4, ..Limits::default() };
        for text in ["a,b\nc,d\ne,f", "a,b,c,d", "a,b,c\nd,e,f"] {
            assert_eq!(read(text, &limits), Err(Refusal::TooLarge), "{text}");
        }
    }
}
