//! The evidence list: every number, and the cell it came from.

use super::head;
use crate::book::Press;
use crate::content::{Evidence, EvidenceGroup, EvidenceRow};
use crate::layout::block::Block;
use crate::layout::flow::Flow;
use crate::layout::style::CELL;
use crate::layout::table::{Align, Cell, Column, Row, Table};
use crate::page::{MM, a4};

pub(super) fn lay_out(evidence: &Evidence, press: &mut Press<'_>, flow: &mut Flow) {
    let mut blocks = vec![Block::of(head(press, &evidence.kicker, &evidence.headline, a4::TEXT)).keep()];
    let table = table(press, evidence).blocks(&mut press.shaper, a4::TEXT);
    blocks.extend(
        table.into_iter().enumerate().map(|(index, block)| if index == 0 { block.before(3.0 * MM) } else { block }),
    );
    flow.place(blocks);
}

fn table(press: &Press<'_>, evidence: &Evidence) -> Table {
    let notes = evidence.groups.iter().flat_map(|group| &group.rows).any(|row| !row.note.is_empty());
    let mut columns = vec![
        Column::flexible(press.say("pack-measure"), 44.0),
        Column::fixed(press.say("pack-value"), 44.0).align(Align::Amount),
        Column::fixed(press.say("pack-sheet"), 30.0),
        Column::fixed(press.say("pack-cell"), 14.0),
    ];
    if notes {
        columns.push(Column { flex: 1.2, ..Column::flexible(press.say("pack-note"), 34.0) });
    }
    let mut rows = Vec::new();
    for group in evidence.groups.iter().filter(|group| !group.rows.is_empty()) {
        let again = press.say("pack-continued");
        rows.push(Row::Group { title: group.report.clone(), note: note(group), again });
        rows.extend(group.rows.iter().map(|row| value(row, notes)));
    }
    Table { columns, rows, pad: 0.55 * MM, top: false }
}

fn note(group: &EvidenceGroup) -> String {
    let parts = [&group.file, &group.received, &group.confirmed];
    parts.into_iter().filter(|part| !part.is_empty()).map(String::as_str).collect::<Vec<_>>().join(", ")
}

fn value(row: &EvidenceRow, notes: bool) -> Row {
    let mut cells = vec![
        Cell::plain(&row.measure),
        Cell::Amount(row.value.clone(), CELL),
        Cell::soft(&row.sheet),
        Cell::soft(&row.cell),
    ];
    if notes {
        cells.push(Cell::small(&row.note));
    }
    Row::Body(cells)
}
