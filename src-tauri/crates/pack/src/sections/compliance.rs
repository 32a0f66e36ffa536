//! The compliance page: report by report, due against received.

use super::{figure, head, section};
use crate::book::Press;
use crate::content::{Compliance, Figure, ReportLog, ReportRow, ReviewRow};
use crate::layout::block::Block;
use crate::layout::flow::Flow;
use crate::layout::sketch::Sketch;
use crate::layout::style::{CELL, CELL_SOFT, FIRM, SMALL};
use crate::layout::table::{Align, Cell, Column, Row, Table, count};
use crate::page::{MM, Tone, a4};
use crate::picture::days;

/// Room above the second and the third table, which stand closer than sections do.
const TIGHT: f32 = 5.0 * MM;
const PAD: f32 = 1.0 * MM;

pub(super) fn lay_out(compliance: &Compliance, press: &mut Press<'_>, flow: &mut Flow) {
    let mut blocks = vec![Block::of(head(press, &compliance.kicker, &compliance.headline, a4::TEXT))];
    if !compliance.figures.is_empty() {
        blocks.push(Block::of(figures(press, &compliance.figures)).before(4.0 * MM));
    }
    blocks.extend(log(press, &compliance.weekly));
    blocks.extend(log(press, &compliance.monthly).into_iter().enumerate().map(tighter));
    if !compliance.reviews.is_empty() {
        let title = press.say("pack-reviews");
        blocks.push(section(press, &title).before(TIGHT));
        blocks.extend(reviews(press, &compliance.reviews).blocks(&mut press.shaper, a4::TEXT));
    }
    flow.place(blocks);
}

fn tighter((index, block): (usize, Block)) -> Block {
    if index == 0 { block.before(TIGHT) } else { block }
}

fn figures(press: &mut Press<'_>, figures: &[Figure]) -> Sketch {
    let mut sketch = Sketch::default();
    let width = a4::TEXT / count(figures.len().max(1));
    let top = 2.5 * MM;
    let mut x = 0.0;
    for one in figures {
        let (drawn, _) = figure(press, one, width - 4.0 * MM);
        sketch.put(drawn, x, top);
        x += width;
    }
    sketch.rule((0.0, 0.0), a4::TEXT, FIRM, Tone::Black);
    sketch
}

fn log(press: &mut Press<'_>, log: &ReportLog) -> Vec<Block> {
    if log.rows.is_empty() {
        return Vec::new();
    }
    let mut blocks = vec![section(press, &log.heading)];
    blocks.extend(reports(press, log).blocks(&mut press.shaper, a4::TEXT));
    let notes = log.footnotes.iter().enumerate().map(|(index, text)| (letter(index), text.as_str()));
    let remarks = log.remarks.iter().map(|text| (String::new(), text.as_str()));
    for (index, (letter, text)) in notes.chain(remarks).enumerate() {
        if index == 0
            && let Some(last) = blocks.last_mut()
        {
            last.keep = true;
        }
        blocks.push(Block::of(footnote(press, &letter, text)).before(if index == 0 { 1.2 * MM } else { 0.0 }));
    }
    blocks
}

/// a, b, c; after z the letters are doubled.
fn letter(index: usize) -> String {
    let letter = char::from(b'a' + u8::try_from(index % 26).unwrap_or(0));
    std::iter::repeat_n(letter, index / 26 + 1).collect()
}

fn footnote(press: &mut Press<'_>, letter: &str, text: &str) -> Sketch {
    let mut sketch = Sketch::default();
    let raised = crate::shape::Style::new(5.4, SMALL.line).tone(Tone::Soft);
    let mut x = 0.0;
    for line in press.shaper.lines(&[crate::shape::Span { text: letter, style: raised }], None) {
        sketch.line(&line, 0.0, SMALL.baseline() - SMALL.size * 0.34);
        x = if letter.is_empty() { 0.0 } else { line.width + 2.0 };
    }
    sketch.wrapped(&mut press.shaper, text, SMALL, (x, 0.0, a4::TEXT - x));
    sketch
}

fn reports(press: &Press<'_>, log: &ReportLog) -> Table {
    let covers = log.rows.iter().any(|row| !row.covers.is_empty());
    let end = |key: &str, width| Column::fixed(press.say(key), width).align(Align::End);
    let mut columns = vec![Column::fixed(press.say("pack-report"), if covers { 15.0 } else { 41.0 })];
    if covers {
        columns.push(Column::fixed(press.say("pack-covers"), 26.0));
    }
    columns.extend([
        end("pack-due", 19.0),
        end("pack-received", 20.0),
        Column::fixed(press.say("pack-early-due-late"), 31.0),
        Column::fixed(press.say("pack-state"), 24.0),
        Column::flexible(press.say("pack-source-file"), 26.0),
    ]);
    let rows = log.rows.iter().map(|row| report(row, covers)).collect();
    Table { columns, rows, pad: PAD, top: false }
}

fn report(row: &ReportRow, covers: bool) -> Row {
    let mut cells = vec![Cell::name(&row.report)];
    if covers {
        cells.push(Cell::soft(&row.covers));
    }
    cells.push(match row.note {
        Some(note) => Cell::Noted(row.due.clone(), CELL, letter(note)),
        None => Cell::plain(&row.due),
    });
    let received = if row.received.known { CELL } else { CELL_SOFT };
    cells.extend([
        Cell::Text(row.received.value.clone(), received),
        Cell::Picture(days(row.offset), (78.0, 10.5)),
        Cell::Chip(row.state.clone()),
        Cell::small(&row.file),
    ]);
    Row::Body(cells)
}

fn reviews(press: &Press<'_>, reviews: &[ReviewRow]) -> Table {
    let columns = vec![
        Column::fixed(press.say("pack-review"), 41.0),
        Column::fixed(press.say("pack-held"), 39.0),
        Column::fixed(press.say("pack-state"), 31.0),
        Column::flexible(press.say("pack-remarks"), 30.0),
    ];
    let row = |row: &ReviewRow| {
        let held = if row.held.known { CELL } else { CELL_SOFT };
        Row::Body(vec![
            Cell::name(&row.review),
            Cell::Text(row.held.value.clone(), held),
            Cell::Chip(row.state.clone()),
            Cell::soft(&row.remarks),
        ])
    };
    Table { columns, rows: reviews.iter().map(row).collect(), pad: PAD, top: false }
}
