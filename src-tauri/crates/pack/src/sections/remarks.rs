//! What the reports say in words, in the words they came in.

use super::{head, section};
use crate::book::Press;
use crate::content::{RemarkGroup, Remarks};
use crate::layout::block::Block;
use crate::layout::flow::Flow;
use crate::layout::table::{Cell, Column, Row, Table};
use crate::page::{MM, a4};

pub(super) fn lay_out(remarks: &Remarks, press: &mut Press<'_>, flow: &mut Flow) {
    let mut blocks = vec![Block::of(head(press, &remarks.kicker, &remarks.headline, a4::TEXT))];
    for group in remarks.groups.iter().filter(|group| !group.rows.is_empty()) {
        blocks.push(section(press, &group.heading));
        blocks.extend(table(press, group).blocks(&mut press.shaper, a4::TEXT));
    }
    flow.place(blocks);
}

fn table(press: &Press<'_>, group: &RemarkGroup) -> Table {
    let categories = group.rows.iter().any(|row| !row.category.is_empty());
    let mut columns = vec![Column::fixed(press.say("pack-period"), 22.0)];
    if categories {
        columns.push(Column::fixed(press.say("pack-category"), 24.0));
    }
    columns.push(Column::flexible(press.say("pack-said"), 60.0));
    columns.push(Column::wrapping(press.say("pack-evidence"), 40.0));
    let rows = group.rows.iter().map(|row| {
        let mut cells = vec![Cell::name(&row.period)];
        if categories {
            cells.push(Cell::soft(&row.category));
        }
        cells.extend([Cell::plain(&row.text), Cell::small(&row.source)]);
        Row::Body(cells)
    });
    Table { columns, rows: rows.collect(), pad: 1.25 * MM, top: true }
}
