//! Tables: columns that fit their contents, headings that repeat, rows that may wrap.

mod cell;
mod fit;

use std::rc::Rc;

pub(crate) use cell::Cell;

use super::block::Block;
use super::sketch::Sketch;
use super::style::{FIRM, GROUP, GROUP_NOTE, HAIR, HEADING};
use crate::page::{MM, Role, Tone};
use crate::shape::{Shaper, Span};

/// How a column's contents stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Align {
    Start,
    End,
    /// Digits line up at their right; the unit stands in a slot of its own behind them.
    Amount,
}

/// A column.
#[derive(Debug, Clone)]
pub(crate) struct Column {
    pub(crate) heading: String,
    pub(crate) align: Align,
    /// The width it has by design; contents may need more, and get it where another column has room.
    pub(crate) width: f32,
    /// Its share of the room that is left; above 0 its contents wrap.
    pub(crate) flex: f32,
    /// Whether its contents wrap at its design.
    pub(crate) wraps: bool,
    /// Whether the heading reaches over the next column too.
    pub(crate) over_next: bool,
}

impl Column {
    pub(crate) fn fixed(heading: impl Into<String>, millimetres: f32) -> Self {
        let width = millimetres * MM;
        Self { heading: heading.into(), align: Align::Start, width, flex: 0.0, wraps: false, over_next: false }
    }

    pub(crate) fn wrapping(heading: impl Into<String>, millimetres: f32) -> Self {
        Self { wraps: true, ..Self::fixed(heading, millimetres) }
    }

    pub(crate) fn flexible(heading: impl Into<String>, least: f32) -> Self {
        Self { flex: 1.0, ..Self::fixed(heading, least) }
    }

    pub(crate) fn align(self, align: Align) -> Self {
        Self { align, ..self }
    }

    pub(crate) fn over_next(self) -> Self {
        Self { over_next: true, ..self }
    }
}

/// A row.
#[derive(Debug, Clone)]
pub(crate) enum Row {
    /// A cell a column.
    Body(Vec<Cell>),
    /// A small bold title over the whole width, with a quiet note behind it. It is said again where its rows go on
    /// over the page.
    Group { title: String, note: String, again: String },
    /// Sums: the first cell reaches over the columns that the others leave.
    Total(Vec<Cell>),
}

/// A table.
#[derive(Debug, Clone)]
pub(crate) struct Table {
    pub(crate) columns: Vec<Column>,
    pub(crate) rows: Vec<Row>,
    /// The room above and below a row's contents.
    pub(crate) pad: f32,
    /// Whether the cells of a row share their first baseline, rather than stand in its middle.
    pub(crate) top: bool,
}

/// A row within its table.
type Path = [(Role, usize); 2];

/// The room between two columns is twice this.
pub(crate) const GUTTER: f32 = 1.4 * MM;

/// A column's place, its type and the room its units take.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Slot {
    pub(crate) x: f32,
    pub(crate) width: f32,
    pub(crate) unit: f32,
    pub(crate) scale: f32,
}

impl Table {
    /// The table as blocks: its headings, then a block a row.
    pub(crate) fn blocks(&self, shaper: &mut Shaper, width: f32) -> Vec<Block> {
        let slots = fit::slots(self, shaper, width);
        let table = (Role::Table, shaper.part());
        let first = self.head(shaper, &slots, width, table);
        let head = Rc::new(first.clone().silent());
        let mut repeat = Rc::clone(&head);
        let mut blocks = vec![Block::of(first).keep()];
        for (index, row) in self.rows.iter().enumerate() {
            let path = [table, (Role::Row, shaper.part())];
            let sketch = self.row(shaper, row, &slots, (width, path));
            let keep = self.keeps(index);
            let above = if matches!(row, Row::Body(_)) { &repeat } else { &head };
            blocks.push(Block { keep, repeat: Some(Rc::clone(above)), ..Block::of(sketch) });
            if let Row::Group { title, again, .. } = row {
                let mut both = (*head).clone();
                both.put(group(shaper, title, again, width).aside(), 0.0, head.height);
                repeat = Rc::new(both);
            }
        }
        blocks
    }

    /// Whether a row needs the next one beside it: a title its first row, a sum its last one, and no single row of a
    /// group is left behind or goes over alone.
    fn keeps(&self, index: usize) -> bool {
        let kind = |at: Option<usize>| at.and_then(|at| self.rows.get(at));
        let body = |at| matches!(kind(at), Some(Row::Body(_)));
        let (next, after) = (body(Some(index + 1)), body(Some(index + 2)));
        match self.rows[index] {
            Row::Group { .. } => true,
            Row::Body(_) if matches!(kind(Some(index + 1)), Some(Row::Total(_))) => true,
            Row::Body(_) => next && (!after || !body(index.checked_sub(1))),
            Row::Total(_) => false,
        }
    }

    fn head(&self, shaper: &mut Shaper, slots: &[Slot], width: f32, table: (Role, usize)) -> Sketch {
        let mut sketch = Sketch::default();
        let row = (Role::Row, shaper.part());
        let scale = slots.first().map_or(1.0, |slot| slot.scale);
        let style = HEADING.scaled(scale);
        let lines: Vec<_> = (0..self.columns.len())
            .map(|index| {
                let column = &self.columns[index];
                let next =
                    slots.get(index + 1).filter(|_| column.over_next).map_or(0.0, |next| next.width + 2.0 * GUTTER);
                let room =
                    slots[index].width + next - if column.align == Align::Amount { slots[index].unit } else { 0.0 };
                let span = Span { text: &column.heading, style };
                if column.heading.is_empty() { Vec::new() } else { shaper.lines(&[span], Some(room)) }
            })
            .collect();
        let deepest = lines.iter().map(Vec::len).max().unwrap_or(0);
        for ((column, slot), lines) in self.columns.iter().zip(slots).zip(&lines) {
            let mut cell = Sketch::default();
            let mut y = 1.4 * MM + style.line * count(deepest - lines.len());
            for line in lines {
                let right = slot.x + slot.width - slot.unit - line.width;
                let x = if column.align == Align::Start { slot.x } else { right };
                cell.line(line, x, y + style.baseline());
                y += style.line;
            }
            sketch.put(cell.is(&[table, row, (Role::ColumnHead, shaper.part())]), 0.0, 0.0);
        }
        sketch.reach(1.4 * MM + style.line * count(deepest) + 1.0 * MM);
        let y = sketch.height;
        sketch.rule((0.0, y), width, HAIR, Tone::Black);
        sketch.height = y;
        sketch
    }

    fn row(&self, shaper: &mut Shaper, row: &Row, slots: &[Slot], (width, path): (f32, Path)) -> Sketch {
        match row {
            Row::Body(cells) => {
                let mut sketch = self.cells(shaper, cells, slots, path);
                let y = sketch.height;
                sketch.rule((0.0, y), width, HAIR, Tone::Hair);
                sketch.height = y;
                sketch
            }
            Row::Group { title, note, .. } => {
                group(shaper, title, note, width).is(&[path[0], path[1], (Role::RowHead, shaper.part())])
            }
            Row::Total(cells) => {
                let reach = self.columns.len() + 1 - cells.len();
                let last = &slots[reach.saturating_sub(1).min(slots.len() - 1)];
                let first = Slot { width: last.x + last.width - slots[0].x, unit: 0.0, ..slots[0] };
                let slots: Vec<_> = std::iter::once(first).chain(slots.iter().skip(reach).copied()).collect();
                let mut sketch = self.cells(shaper, cells, &slots, path);
                sketch.rule((0.0, 0.0), width, FIRM, Tone::Black);
                sketch
            }
        }
    }

    fn cells(&self, shaper: &mut Shaper, cells: &[Cell], slots: &[Slot], path: Path) -> Sketch {
        let skipped = self.columns.len().saturating_sub(slots.len());
        let aligns = |index: usize| if index == 0 { 0 } else { index + skipped };
        let drawn: Vec<_> = cells
            .iter()
            .zip(slots)
            .enumerate()
            .map(|(index, (cell, slot))| {
                let role = if cell.names() || (index == 0 && matches!(cell, Cell::Text(..))) {
                    Role::RowHead
                } else {
                    Role::Cell
                };
                let drawn = cell.draw(shaper, slot, self.columns[aligns(index)].align);
                drawn.is(&[path[0], path[1], (role, shaper.part())])
            })
            .collect();
        let height = drawn.iter().map(|cell| cell.height).fold(0.0, f32::max);
        let baseline = drawn.iter().filter_map(Sketch::baseline).fold(0.0, f32::max);
        let mut sketch = Sketch::default();
        let mut lowest: f32 = 0.0;
        for (cell, slot) in drawn.into_iter().zip(slots) {
            let lower = cell.baseline().map_or(0.0, |its| baseline - its);
            let y = if self.top { lower } else { (height - cell.height) / 2.0 };
            lowest = lowest.max(y + cell.height);
            sketch.put(cell, slot.x, self.pad + y);
        }
        sketch.height = lowest + 2.0 * self.pad;
        sketch
    }
}

fn group(shaper: &mut Shaper, title: &str, note: &str, width: f32) -> Sketch {
    let mut sketch = Sketch::default();
    let style = GROUP;
    let gap = if note.is_empty() { "" } else { "\u{2002}" };
    let spans = [title, gap, note].into_iter().zip([style, style, GROUP_NOTE]);
    let spans: Vec<_> = spans.map(|(text, style)| Span { text, style }).collect();
    let lines = shaper.lines(&spans, Some(width));
    let y = sketch.lines(&lines, style, 0.0, 2.4 * MM) + 1.25 * MM;
    sketch.rule((0.0, y), width, HAIR, Tone::Hair);
    sketch.height = y;
    sketch
}

/// A count as a factor of lengths.
#[expect(clippy::cast_precision_loss, reason = "lines of a heading: far below 2^24")]
pub(crate) fn count(things: usize) -> f32 {
    things as f32
}
