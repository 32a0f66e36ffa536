//! The scorecard page: KPI by KPI, target against actual, then which way each goes.

use super::{Look, bars, figure, head, heading, trends};
use crate::book::Press;
use crate::content::{KpiRow, Scorecard};
use crate::layout::block::Block;
use crate::layout::flow::Flow;
use crate::layout::inline::{self, Piece};
use crate::layout::sketch::Sketch;
use crate::layout::style::{BODY, CELL, CELL_STRONG, NAME, SECTION, SMALL};
use crate::layout::table::{Align, Cell, Column, Row, Table};
use crate::page::{MM, Tone, a4};
use crate::picture::{bullet, gate, mark};
use words::Value;

pub(super) fn lay_out(scorecard: &Scorecard, press: &mut Press<'_>, flow: &mut Flow) {
    let mut blocks = vec![Block::of(top(press, scorecard)).keep()];
    let table = kpis(press, scorecard).blocks(&mut press.shaper, a4::TEXT);
    blocks.extend(
        table.into_iter().enumerate().map(|(index, block)| if index == 0 { block.before(4.0 * MM) } else { block }),
    );
    if let Some(last) = blocks.last_mut() {
        last.keep = true;
    }
    blocks.push(Block::of(legend(press, scorecard)).before(1.4 * MM));
    blocks.extend(trends::blocks(press, &scorecard.trends_heading, &scorecard.trends));
    if !scorecard.funnel.is_empty() || !scorecard.notes.is_empty() {
        blocks.push(Block::of(funnel_and_notes(press, scorecard)).before(SECTION));
    }
    flow.place(blocks);
}

/// The head on the left, score and coverage on the right, on one baseline.
fn top(press: &mut Press<'_>, scorecard: &Scorecard) -> Sketch {
    let gap = 8.0 * MM;
    let figures: Vec<_> = scorecard.figures.iter().map(|one| figure(press, one, 60.0 * MM)).collect();
    let taken: f32 = figures.iter().map(|(_, width)| width + gap).sum();
    let left = head(press, &scorecard.kicker, &scorecard.headline, a4::TEXT - taken);
    let height = figures.iter().map(|(one, _)| one.height).fold(left.height, f32::max);
    let mut sketch = Sketch::default();
    let lower = height - left.height;
    sketch.put(left, 0.0, lower);
    let mut x = a4::TEXT - taken + gap;
    for (one, width) in figures {
        let lower = height - one.height;
        sketch.put(one, x, lower);
        x += width + gap;
    }
    sketch
}

fn kpis(press: &Press<'_>, scorecard: &Scorecard) -> Table {
    let amount = |heading: String| Column::fixed(heading, 22.0).align(Align::Amount);
    let end = |heading: String, width| Column::fixed(heading, width).align(Align::End);
    let columns = vec![
        Column::flexible(press.say("pack-kpi"), 38.0),
        amount(press.say("pack-target")),
        amount(press.say("pack-actual")),
        Column::fixed(press.say("pack-attainment"), 23.0).over_next(),
        end(String::new(), 11.0),
        end(press.say("pack-weight"), 12.0),
        end(press.say("pack-points"), 12.0),
        Column::fixed(press.say("pack-status"), 22.5),
    ];
    let gate = press.say("pack-gate");
    let mut rows = Vec::new();
    for group in &scorecard.groups {
        let again = press.say("pack-continued");
        rows.push(Row::Group { title: group.title.clone(), note: String::new(), again });
        rows.extend(group.rows.iter().map(|row| kpi(row, &gate)));
    }
    let total = &scorecard.total;
    rows.push(Row::Total(vec![
        Cell::Text(total.text.clone(), CELL_STRONG),
        Cell::Text(total.weight.clone(), CELL_STRONG),
        Cell::Text(total.points.clone(), CELL_STRONG),
        Cell::Empty,
    ]));
    Table { columns, rows, pad: 1.25 * MM, top: false }
}

fn kpi(row: &KpiRow, gate: &str) -> Row {
    let quiet = CELL.tone(Tone::Soft);
    let reached = if row.actual.known { CELL } else { quiet };
    let name =
        if row.gate { Cell::Gate(row.title.clone(), gate.to_owned()) } else { Cell::Text(row.title.clone(), NAME) };
    Row::Body(vec![
        name,
        Cell::Amount(row.target.clone(), quiet),
        Cell::Amount(row.actual.clone(), CELL),
        Cell::Picture(bullet(&row.bullet), (57.0, 10.5)),
        Cell::Text(row.attainment.clone(), reached),
        Cell::Text(row.weight.clone(), quiet),
        Cell::Text(row.points.clone(), reached),
        Cell::Chip(row.status.clone()),
    ])
}

/// The sign that stands for the gate's triangle while a message is said.
const HERE: &str = "\u{fffc}";

fn legend(press: &mut Press<'_>, scorecard: &Scorecard) -> Sketch {
    const MARK: f32 = 11.0;
    let mut pieces = Vec::new();
    for chip in &scorecard.legend {
        pieces.push(Piece::Picture(mark(chip.mark), (MARK, MARK), 2.0));
        pieces.push(Piece::Text(chip.word.clone()));
        pieces.push(Piece::Gap(2.6));
    }
    let said = press.words.say("pack-bars-end", &[("gate", Value::from(HERE))]);
    let mut parts = said.split(HERE);
    pieces.push(Piece::Text(parts.next().unwrap_or_default().to_owned()));
    for part in parts {
        pieces.push(Piece::Picture(gate(), (6.0, 4.5), 0.0));
        pieces.push(Piece::Text(part.to_owned()));
    }
    inline::set(&mut press.shaper, &pieces, SMALL, a4::TEXT)
}

fn funnel_and_notes(press: &mut Press<'_>, scorecard: &Scorecard) -> Sketch {
    let mut sketch = Sketch::default();
    let half = (a4::TEXT - 10.0 * MM) / 2.0;
    let mut right = 0.0;
    if !scorecard.funnel.is_empty() {
        let under = heading(press, &scorecard.funnel_heading, half);
        let top = under.height + 2.5 * MM;
        sketch.put(under, 0.0, 0.0);
        let look = Look { tone: Tone::Bar, height: 3.4 * MM, between: 1.2 * MM, strong_first: false };
        let stages = bars(press, &scorecard.funnel, (14.0 * MM, 22.0 * MM), half, look);
        sketch.put(stages, 0.0, top);
        right = half + 10.0 * MM;
    }
    if !scorecard.notes.is_empty() {
        let width = a4::TEXT - right;
        let title = press.say("pack-notes");
        let under = heading(press, &title, width);
        let mut y = under.height;
        sketch.put(under, right, 0.0);
        for note in &scorecard.notes {
            y = sketch.paragraph(&mut press.shaper, note, BODY, (right, y + 2.0 * MM, width));
        }
    }
    sketch
}
