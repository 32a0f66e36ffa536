//! The cells of a table.

use super::{Align, Slot};
use crate::content::{Amount, Chip};
use crate::layout::sketch::Sketch;
use crate::layout::style::{CELL, CELL_SOFT, GATE, NAME, SMALL, UNIT};
use crate::page::{MM, Tone};
use crate::picture::{Picture, mark};
use crate::shape::{Shaper, Span, Style, Weight};

/// What a cell holds.
#[derive(Debug, Clone)]
pub(crate) enum Cell {
    /// Nothing.
    Empty,
    /// Text in a style.
    Text(String, Style),
    /// Text with a raised letter behind it, for a footnote.
    Noted(String, Style, String),
    /// A number and its unit.
    Amount(Amount, Style),
    /// A judgement.
    Chip(Chip),
    /// A name, with the word for a gate in a frame behind it.
    Gate(String, String),
    /// A picture, drawn this wide and high.
    Picture(Picture, (f32, f32)),
}

/// A mark is as high as the text beside it.
pub(crate) const MARK: f32 = 11.0;
const MARK_GAP: f32 = 1.4 * MM;

impl Cell {
    /// A name.
    pub(crate) fn name(text: &str) -> Self {
        Self::Text(text.to_owned(), NAME)
    }

    /// Whether it names its row.
    pub(super) fn names(&self) -> bool {
        match self {
            Self::Text(_, style) => *style == NAME,
            Self::Gate(..) => true,
            _ => false,
        }
    }

    /// A quiet text.
    pub(crate) fn soft(text: &str) -> Self {
        Self::Text(text.to_owned(), CELL_SOFT)
    }

    /// A small quiet text.
    pub(crate) fn small(text: &str) -> Self {
        Self::Text(text.to_owned(), SMALL)
    }

    /// A plain text.
    pub(crate) fn plain(text: &str) -> Self {
        Self::Text(text.to_owned(), CELL)
    }

    /// How wide its value and its unit are on one line; the value of an unknown amount may reach over the unit's room.
    pub(super) fn natural(&self, shaper: &mut Shaper, scale: f32) -> (f32, f32) {
        let mut width = |text: &str, style: Style| shaper.width(text, style.scaled(scale));
        match self {
            Self::Empty => (0.0, 0.0),
            Self::Text(text, style) | Self::Noted(text, style, _) => (width(text, *style), 0.0),
            Self::Amount(amount, style) if amount.unit.is_empty() && !amount.known => {
                (width(&amount.value, *style), 0.0)
            }
            Self::Amount(amount, style) => {
                let unit = if amount.unit.is_empty() { 0.0 } else { width(&unit_text(amount), UNIT) };
                (width(&amount.value, *style), unit)
            }
            Self::Chip(chip) => (MARK + MARK_GAP + width(&chip.word, CELL), 0.0),
            Self::Gate(name, word) => (width(name, NAME) + 3.0 + gate_width(width(word, GATE)), 0.0),
            Self::Picture(_, (wide, _)) => (*wide, 0.0),
        }
    }

    /// Draws it in the room of its column.
    pub(super) fn draw(&self, shaper: &mut Shaper, slot: &Slot, align: Align) -> Sketch {
        let mut sketch = Sketch::default();
        match self {
            Self::Empty => {}
            Self::Text(text, style) => {
                text_lines(&mut sketch, shaper, text, style.scaled(slot.scale), slot, align);
            }
            Self::Noted(text, style, note) => {
                let style = style.scaled(slot.scale);
                let end = text_lines(&mut sketch, shaper, text, style, slot, align);
                let raised = Style::new(style.size * 0.72, style.line).tone(style.tone);
                let lines = shaper.lines(&[Span { text: note, style: raised }], None);
                for line in lines {
                    sketch.line(&line, end + 0.4, style.baseline() - style.size * 0.34);
                }
            }
            Self::Amount(amount, style) => amount_line(&mut sketch, shaper, amount, *style, slot),
            Self::Chip(chip) => chip_line(&mut sketch, shaper, chip, slot),
            Self::Gate(name, word) => gate_line(&mut sketch, shaper, (name, word), slot),
            Self::Picture(picture, (wide, high)) => {
                let narrowed = wide.min(slot.width);
                sketch.picture(shaper, picture, (0.0, 0.0), (narrowed, *high));
            }
        }
        sketch
    }
}

/// Draws wrapped text; gives the right end of its first line.
fn text_lines(sketch: &mut Sketch, shaper: &mut Shaper, text: &str, style: Style, slot: &Slot, align: Align) -> f32 {
    if text.is_empty() {
        return 0.0;
    }
    let lines = shaper.lines(&[Span { text, style }], Some(slot.width));
    let mut y = 0.0;
    let mut end = None;
    for line in &lines {
        let x = if align == Align::Start { 0.0 } else { slot.width - slot.unit - line.width };
        sketch.line(line, x, y + line.extra + style.baseline());
        end.get_or_insert(x + line.width);
        y += style.line + 2.0 * line.extra;
    }
    sketch.reach(y);
    end.unwrap_or(0.0)
}

/// The unit with the space that keeps it from the digits.
fn unit_text(amount: &Amount) -> String {
    format!(" {}", amount.unit)
}

fn amount_line(sketch: &mut Sketch, shaper: &mut Shaper, amount: &Amount, style: Style, slot: &Slot) {
    let style = if amount.known { style } else { style.weight(Weight::Regular).tone(Tone::Soft) }.scaled(slot.scale);
    let digits = slot.width - slot.unit;
    let lines = shaper.lines(&[Span { text: &amount.value, style }], Some(slot.width));
    let mut y = 0.0;
    for line in &lines {
        let edge = if amount.unit.is_empty() && line.width > digits + 0.05 { slot.width } else { digits };
        sketch.line(line, edge - line.width, y + style.baseline());
        y += style.line;
    }
    if !amount.unit.is_empty() {
        let unit = UNIT.scaled(slot.scale);
        for line in shaper.lines(&[Span { text: &unit_text(amount), style: unit }], None) {
            sketch.line(&line, digits, style.baseline());
        }
    }
    sketch.reach(y);
}

fn chip_line(sketch: &mut Sketch, shaper: &mut Shaper, chip: &Chip, slot: &Slot) {
    let style = CELL.scaled(slot.scale);
    let size = MARK * slot.scale;
    let text = size + MARK_GAP;
    sketch.picture(shaper, &mark(chip.mark), (0.0, style.baseline() + 2.0 - size), (size, size));
    sketch.height = 0.0;
    sketch.wrapped(shaper, &chip.word, style, (text, 0.0, (slot.width - text).max(1.0)));
    sketch.reach(style.line);
}

fn gate_width(word: f32) -> f32 {
    word + 1.6 * MM
}

/// The frame stands behind the last word; on a line of its own where the column ends.
fn gate_line(sketch: &mut Sketch, shaper: &mut Shaper, (name, word): (&str, &str), slot: &Slot) {
    let style = NAME.scaled(slot.scale);
    let gate = GATE.scaled(slot.scale);
    let lines = shaper.lines(&[Span { text: name, style }], Some(slot.width));
    let below = sketch.lines(&lines, style, 0.0, 0.0);
    let word_width = shaper.width(word, gate);
    let last = lines.last().map_or(0.0, |line| line.width);
    let fits = last + 3.0 + gate_width(word_width) <= slot.width + 0.05;
    let (x, top) = if fits { (last + 3.0, below - style.line) } else { (0.0, below) };
    let baseline = top + style.baseline();
    let line = shaper.lines(&[Span { text: word, style: gate }], None);
    for line in &line {
        sketch.line(line, x + 0.8 * MM, baseline);
    }
    sketch.frame((x, baseline - gate.baseline()), (gate_width(word_width), gate.line + 0.4), Tone::Muted);
    sketch.reach(top + style.line);
}
