//! What a terminal shows: aligned columns, JSON where it is asked for.

use std::io::{self, Write};

use desk::DeskError;
use serde::Serialize;

/// How a command ended: its exit code.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum End {
    /// Everything was done.
    Done = 0,
    /// Something could not be done.
    Failed = 1,
    /// The command line was not understood.
    Usage = 2,
    /// Questions are open.
    Open = 3,
}

/// Where results go.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Output {
    /// Whether `--json` was given.
    pub(crate) json: bool,
}

impl Output {
    /// Prints a result: as JSON, or as the text of `lines`.
    pub(crate) fn show<T: Serialize>(self, value: &T, lines: impl FnOnce() -> String) -> io::Result<()> {
        let text = if self.json { pretty(value)? } else { lines() };
        say(text.trim_end_matches('\n'))
    }

    /// Prints an error: as JSON on the standard output, as a sentence on the standard error.
    pub(crate) fn error(self, error: &DeskError) -> io::Result<()> {
        if self.json {
            return say(&pretty(&serde_json::json!({ "error": error.view() }))?);
        }
        writeln!(io::stderr().lock(), "{error}")
    }
}

/// Prints a line at once: whoever reads along may rely on it.
pub(crate) fn say(line: &str) -> io::Result<()> {
    let mut out = io::stdout().lock();
    writeln!(out, "{line}")?;
    out.flush()
}

fn pretty<T: Serialize>(value: &T) -> io::Result<String> {
    serde_json::to_string_pretty(value).map_err(io::Error::other)
}

/// A column of a table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Align {
    /// Words.
    Left,
    /// Figures.
    Right,
}

/// Rows in columns, two spaces apart, without trailing spaces. The last column may be as long as it likes.
pub(crate) fn table(align: &[Align], rows: &[Vec<String>]) -> String {
    let width = |column: usize| rows.iter().filter_map(|row| row.get(column)).map(|cell| columns_of(cell)).max();
    let widths: Vec<usize> = (0..align.len()).map(|column| width(column).unwrap_or(0)).collect();
    let mut text = String::new();
    for row in rows {
        let mut line = String::new();
        for ((cell, width), align) in row.iter().zip(&widths).zip(align) {
            let pad = " ".repeat(width.saturating_sub(columns_of(cell)));
            match align {
                Align::Left => line.extend([cell.as_str(), &pad, "  "]),
                Align::Right => line.extend([pad.as_str(), cell, "  "]),
            }
        }
        text.push_str(line.trim_end());
        text.push('\n');
    }
    text
}

/// Columns that a text takes in a terminal: marks above and below take none, Chinese characters two.
fn columns_of(text: &str) -> usize {
    text.chars()
        .map(|c| match u32::from(c) {
            0x0300..=0x036F | 0x0E31 | 0x0E34..=0x0E3A | 0x0E47..=0x0E4E | 0x200B..=0x200D => 0,
            0x1100..=0x115F | 0x2E80..=0xA4CF | 0xAC00..=0xD7A3 | 0xF900..=0xFAFF | 0xFF00..=0xFF60 => 2,
            _ => 1,
        })
        .sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_align_in_every_script() {
        let row = |name: &str, figure: &str| vec![name.to_owned(), figure.to_owned()];
        let text = table(&[Align::Left, Align::Right], &[row("海峡", "1"), row("สิ", "12"), row("Tropika", "3")]);
        assert_eq!(text, "海峡      1\nสิ        12\nTropika   3\n");
    }
}
