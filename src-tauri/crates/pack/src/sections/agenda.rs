//! The agenda of the quarterly review: when each item starts, what to begin from, where to write, and the actions.

use super::head;
use crate::book::Press;
use crate::content::{ActionLine, Agenda, AgendaItem};
use crate::layout::block::Block;
use crate::layout::flow::Flow;
use crate::layout::sketch::Sketch;
use crate::layout::style::{BODY, FIRM, H2, HAIR, SMALL, SOFT, STRONG};
use crate::layout::table::{Cell, Column, Row, Table};
use crate::page::{MM, Tone, a4};

/// Where an item's words begin: right of its time.
const LEFT: f32 = 27.0 * MM;
/// The room between an item's lines and the next.
const BELOW: f32 = 5.0 * MM;
/// The room between two lines to write on.
const LINE: f32 = 6.9 * MM;
/// Lines to write on below what is not noted yet.
const LINES: u8 = 3;
/// Rows of the table of actions at least: as many as may be open.
const ROWS: usize = 5;

pub(super) fn lay_out(agenda: &Agenda, press: &mut Press<'_>, flow: &mut Flow) {
    let mut top = head(press, &agenda.kicker, &agenda.headline, a4::TEXT);
    let y = top.height;
    top.paragraph(&mut press.shaper, &agenda.present, SOFT, (0.0, y, a4::TEXT));
    let mut blocks = vec![Block::of(top)];
    let last = agenda.items.len().saturating_sub(1);
    for (index, one) in agenda.items.iter().enumerate() {
        let drawn = Block::of(item(press, one, index == last));
        let drawn = drawn.before(if index == 0 { 5.0 * MM } else { 0.0 });
        blocks.push(if index == last { drawn.keep() } else { drawn });
    }
    blocks.extend(actions(press, &agenda.actions).blocks(&mut press.shaper, a4::TEXT));
    flow.place(blocks);
}

/// An item: its time on the left, what to begin from and room to write on the right.
fn item(press: &mut Press<'_>, item: &AgendaItem, last: bool) -> Sketch {
    let mut sketch = Sketch::default();
    sketch.rule((0.0, 0.0), a4::TEXT, FIRM, Tone::Black);
    let top = 4.0 * MM;
    let y = sketch.paragraph(&mut press.shaper, &item.starts, STRONG, (0.0, top, LEFT - 2.0 * MM));
    sketch.paragraph(&mut press.shaper, &item.minutes, SMALL, (0.0, y, LEFT - 2.0 * MM));
    let width = a4::TEXT - LEFT;
    let mut y = sketch.paragraph(&mut press.shaper, &item.title, H2, (LEFT, top, width));
    y = points(press, &mut sketch, &item.points, y);
    if !item.note.is_empty() {
        for paragraph in item.note.split('\n').filter(|paragraph| !paragraph.trim().is_empty()) {
            y = sketch.paragraph(&mut press.shaper, paragraph, BODY, (LEFT, y + MM, width));
        }
    }
    if !last {
        for _ in 0..if item.note.is_empty() { LINES } else { 1 } {
            y += LINE;
            sketch.rule((LEFT, y), width, HAIR, Tone::Pen);
        }
        y += BELOW;
    }
    sketch.reach(y);
    sketch
}

/// What to begin from, two a row; gives the y below.
fn points(press: &mut Press<'_>, sketch: &mut Sketch, points: &[String], y: f32) -> f32 {
    const GAP: f32 = 4.0 * MM;
    let width = (a4::TEXT - LEFT - GAP) / 2.0;
    // The first half stands left, the second right, as columns are read.
    let rows = points.len().div_ceil(2);
    let (left, right) = points.split_at(rows);
    let mut below = y;
    for (index, point) in left.iter().enumerate() {
        let top = below;
        let mut write = |point: &String, x: f32| {
            let said = format!("– {point}");
            sketch.paragraph(&mut press.shaper, &said, BODY, (x, top, width))
        };
        below = write(point, LEFT);
        if let Some(point) = right.get(index) {
            below = below.max(write(point, LEFT + width + GAP));
        }
    }
    below
}

/// The actions, and free rows for more.
fn actions(press: &Press<'_>, actions: &[ActionLine]) -> Table {
    let columns = vec![
        Column::fixed("", 7.0),
        Column::flexible(press.say("pack-action"), 60.0),
        Column::wrapping(press.say("pack-owner"), 38.0),
        Column::fixed(press.say("pack-by"), 22.0),
        Column::wrapping(press.say("pack-done"), 24.0),
    ];
    let count = actions.len().max(ROWS);
    let row = |index: usize| {
        let number = Cell::soft(&(index + 1).to_string());
        let Some(action) = actions.get(index) else {
            let empty = || Cell::plain("");
            return Row::Body(vec![number, empty(), empty(), empty(), empty()]);
        };
        let what = if action.carried.is_empty() {
            action.what.clone()
        } else {
            format!("{} ({})", action.what, action.carried)
        };
        Row::Body(vec![
            number,
            Cell::plain(&what),
            Cell::plain(&action.owner),
            Cell::plain(&action.by),
            Cell::soft(&action.state),
        ])
    };
    Table { columns, rows: (0..count).map(row).collect(), pad: 2.1 * MM, top: true }
}
