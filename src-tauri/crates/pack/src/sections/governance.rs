//! Pricing and promotions: what went beyond the rules, what promotions were to sell and sold, what was asked for.

use super::{head, section};
use crate::book::Press;
use crate::content::{BreachRow, Governance, PromotionRow, RequestRow, ResultRow};
use crate::layout::block::Block;
use crate::layout::flow::Flow;
use crate::layout::sketch::Sketch;
use crate::layout::style::SOFT;
use crate::layout::table::{Align, Cell, Column, Row, Table};
use crate::page::{MM, a4};

pub(super) fn lay_out(governance: &Governance, press: &mut Press<'_>, flow: &mut Flow) {
    let mut blocks = vec![Block::of(head(press, &governance.kicker, &governance.headline, a4::TEXT))];
    blocks.extend(governance.notes.iter().map(|note| paragraph(press, note)));
    if !governance.breaches.is_empty() {
        let rows = breaches(press, &governance.breaches);
        blocks.extend(under(press, "pack-breaches", &rows));
    }
    if !governance.promotions.is_empty() {
        let rows = promotions(press, &governance.promotions);
        blocks.extend(under(press, "pack-promotions", &rows));
        let noted = governance.promotions.iter().filter(|promotion| !promotion.note.is_empty());
        blocks.extend(noted.map(|promotion| paragraph(press, &format!("{}: {}", promotion.name, promotion.note))));
    }
    if !governance.requests.is_empty() {
        let rows = requests(press, &governance.requests);
        blocks.extend(under(press, "pack-requests", &rows));
    }
    flow.place(blocks);
}

fn paragraph(press: &mut Press<'_>, text: &str) -> Block {
    let mut sketch = Sketch::default();
    sketch.paragraph(&mut press.shaper, text, SOFT, (0.0, 0.0, a4::TEXT));
    Block::of(sketch).before(2.0 * MM)
}

/// A table under its heading.
fn under(press: &mut Press<'_>, title: &str, table: &Table) -> Vec<Block> {
    let title = press.say(title);
    let mut blocks = vec![section(press, &title)];
    blocks.extend(table.blocks(&mut press.shaper, a4::TEXT));
    blocks
}

fn table(columns: Vec<Column>, rows: Vec<Row>) -> Table {
    Table { columns, rows, pad: 1.25 * MM, top: true }
}

fn breaches(press: &Press<'_>, rows: &[BreachRow]) -> Table {
    let columns = vec![
        Column::flexible(press.say("pack-what"), 38.0),
        Column::wrapping(press.say("pack-rule"), 36.0),
        Column::fixed(press.say("pack-day"), 20.0),
        Column::fixed(press.say("pack-given"), 16.0).align(Align::End),
        Column::wrapping(press.say("pack-allowed"), 36.0),
        Column::fixed(press.say("pack-cell"), 22.0),
    ];
    let row = |row: &BreachRow| {
        Row::Body(vec![
            Cell::name(&row.what),
            Cell::plain(&row.rule),
            Cell::plain(&row.day),
            Cell::plain(&row.found),
            Cell::plain(&row.allowed),
            Cell::small(&row.place),
        ])
    };
    table(columns, rows.iter().map(row).collect())
}

/// A row for each thing that was planned; the name stands in the first of a promotion's rows.
fn promotions(press: &Press<'_>, rows: &[PromotionRow]) -> Table {
    let end = |heading: &str, width| Column::fixed(press.say(heading), width).align(Align::End);
    let columns = vec![
        Column::flexible(press.say("pack-promotion"), 34.0),
        Column::wrapping(press.say("pack-window"), 33.0),
        Column::wrapping(press.say("pack-result"), 31.0),
        Column::wrapping("", 24.0),
        end("pack-planned", 17.0),
        end("pack-sold", 17.0),
        end("pack-reached", 15.0),
    ];
    let none =
        [ResultRow { title: String::new(), planned: String::new(), sold: String::new(), reached: String::new() }];
    let mut all = Vec::new();
    for promotion in rows {
        let results = if promotion.results.is_empty() { none.as_slice() } else { &promotion.results };
        for (index, result) in results.iter().enumerate() {
            let first = index == 0;
            let empty = || Cell::Empty;
            all.push(Row::Body(vec![
                if first { Cell::name(&promotion.name) } else { empty() },
                if first { Cell::plain(&promotion.window) } else { empty() },
                if first { Cell::Chip(promotion.state.clone()) } else { empty() },
                Cell::soft(&result.title),
                Cell::plain(&result.planned),
                Cell::plain(&result.sold),
                Cell::plain(&result.reached),
            ]));
        }
    }
    table(columns, all)
}

fn requests(press: &Press<'_>, rows: &[RequestRow]) -> Table {
    let columns = vec![
        Column::wrapping(press.say("pack-request"), 32.0),
        Column::flexible(press.say("pack-reason-column"), 40.0),
        Column::wrapping(press.say("pack-asked"), 32.0),
        Column::wrapping(press.say("pack-state"), 34.0),
        Column::wrapping(press.say("pack-answer"), 34.0),
    ];
    let row = |row: &RequestRow| {
        Row::Body(vec![
            Cell::name(&row.what),
            Cell::plain(&row.reason),
            Cell::soft(&row.asked),
            Cell::Chip(row.state.clone()),
            Cell::soft(&row.answer),
        ])
    };
    table(columns, rows.iter().map(row).collect())
}
