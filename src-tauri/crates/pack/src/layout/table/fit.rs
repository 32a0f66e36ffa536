//! Column fit: what may not wrap gets the width it needs; then columns give up the room they have to spare; then the
//! type shrinks; only then does everything wrap.

use super::{Align, Column, GUTTER, Row, Slot, Table};
use crate::shape::Shaper;

/// The smallest type a table is set in, against its design.
const SMALLEST: f32 = 0.78;
const STEP: f32 = 0.97;

/// Each column's place and width, for a table this wide.
pub(super) fn slots(table: &Table, shaper: &mut Shaper, width: f32) -> Vec<Slot> {
    let gutters = 2.0 * GUTTER * super::count(table.columns.len().saturating_sub(1));
    let room = width - gutters;
    let mut scale = 1.0;
    loop {
        let needs: Vec<_> = (0..table.columns.len()).map(|index| need(table, shaper, index, scale)).collect();
        if let Some(widths) = widths(&table.columns, &needs, room) {
            return placed(&widths, &needs, scale);
        }
        if scale <= SMALLEST {
            return placed(&squeezed(&table.columns, &needs, room), &needs, scale);
        }
        scale *= STEP;
    }
}

/// What a column's contents need on one line, and the room that its units take of it.
fn need(table: &Table, shaper: &mut Shaper, index: usize, scale: f32) -> (f32, f32) {
    let mut value: f32 = 0.0;
    let mut word: f32 = 0.0;
    let mut unit: f32 = 0.0;
    for row in &table.rows {
        let Row::Body(cells) = row else { continue };
        let Some(cell) = cells.get(index) else { continue };
        let (one, its) = cell.natural(shaper, scale);
        let plain_word = matches!(cell, super::Cell::Amount(amount, _) if !amount.known && amount.unit.is_empty());
        if plain_word {
            word = word.max(one);
        } else {
            value = value.max(one);
        }
        unit = unit.max(its);
    }
    let heading = heading(table, shaper, index, scale);
    if table.columns[index].wraps {
        return (value.max(heading).min(design(&table.columns, index)), 0.0);
    }
    if table.columns[index].align == Align::Amount {
        ((value.max(heading) + unit).max(word), unit)
    } else {
        (value.max(word).max(heading), 0.0)
    }
}

/// A heading may wrap between words, never within one.
fn heading(table: &Table, shaper: &mut Shaper, index: usize, scale: f32) -> f32 {
    let column = &table.columns[index];
    if column.over_next {
        return 0.0;
    }
    let style = super::HEADING.scaled(scale);
    column.heading.split(' ').map(|word| shaper.width(word, style)).fold(0.0, f32::max)
}

/// The width that a column has by design, without its gutters: the first and the last column have one each.
fn design(columns: &[Column], index: usize) -> f32 {
    let edges = usize::from(index == 0) + usize::from(index + 1 == columns.len());
    columns[index].width - GUTTER * super::count(2 - edges.min(2))
}

/// Fixed columns get their design, or their contents' need where that is more. What they could spare goes to the
/// flexible ones, as far as those then hold their contents on one line. `None` when a flexible one falls below its least.
fn widths(columns: &[Column], needs: &[(f32, f32)], room: f32) -> Option<Vec<f32>> {
    let indexes = 0..columns.len();
    let fixed = |index: &usize| columns[*index].flex == 0.0;
    let spare: Vec<f32> = indexes
        .clone()
        .map(|index| if fixed(&index) { (design(columns, index) - needs[index].0).max(0.0) } else { 0.0 })
        .collect();
    let needed: f32 = indexes.clone().filter(fixed).map(|index| needs[index].0).sum();
    let slack: f32 = spare.iter().sum();
    let wanted: f32 = indexes.clone().filter(|index| !fixed(index)).map(|index| needs[index].0).sum();
    let least: f32 =
        indexes.clone().filter(|index| !fixed(index)).map(|index| design(columns, index).min(needs[index].0)).sum();
    let left = room - needed;
    if left + 0.05 < least {
        return None;
    }
    let ask = if wanted <= left { wanted } else { least };
    let kept = if slack > 0.0 { ((left - ask) / slack).clamp(0.0, 1.0) } else { 0.0 };
    let room = left - slack * kept;
    let flexible: Vec<(f32, f32)> = columns
        .iter()
        .zip(needs)
        .map(|(column, need)| (column.flex, if column.flex > 0.0 { need.0 } else { 0.0 }))
        .collect();
    let shares = shared(&flexible, room);
    let width = |index: usize| if fixed(&index) { needs[index].0 + spare[index] * kept } else { shares[index] };
    let mut widths: Vec<f32> = indexes.map(width).collect();
    if columns.iter().all(|column| column.flex == 0.0)
        && let Some(last) = widths.last_mut()
    {
        *last += room.max(0.0);
    }
    Some(widths)
}

/// Shares room out among columns by their flex and their need. Who needs less than its share gets what it needs; where
/// room is left, it goes to all by their flex.
fn shared(columns: &[(f32, f32)], room: f32) -> Vec<f32> {
    let wanted: f32 = columns.iter().map(|column| column.1).sum();
    let all: f32 = columns.iter().map(|column| column.0).sum();
    if all <= 0.0 {
        return vec![0.0; columns.len()];
    }
    if wanted <= room {
        return columns.iter().map(|(flex, need)| need + (room - wanted) * flex / all).collect();
    }
    let mut given: Vec<Option<f32>> = columns.iter().map(|column| (column.0 == 0.0).then_some(0.0)).collect();
    loop {
        let left = room - given.iter().flatten().sum::<f32>();
        let open = || columns.iter().zip(&given).filter(|(_, given)| given.is_none());
        let flex: f32 = open().map(|(column, _)| column.0).sum();
        let modest =
            columns.iter().zip(&given).position(|((its, need), given)| given.is_none() && *need < left * its / flex);
        match modest {
            Some(index) => given[index] = Some(columns[index].1),
            None => {
                let rest = |((its, _), given): (&(f32, f32), &Option<f32>)| given.unwrap_or(left * its / flex);
                return columns.iter().zip(&given).map(rest).collect();
            }
        }
    }
}

/// Every column in proportion to what it needs; its contents wrap, within words if they must.
fn squeezed(columns: &[Column], needs: &[(f32, f32)], room: f32) -> Vec<f32> {
    let wanted: Vec<f32> = columns
        .iter()
        .zip(needs)
        .map(|(column, need)| if column.flex > 0.0 { column.width.max(24.0) } else { need.0.min(room / 3.0).max(12.0) })
        .collect();
    let sum: f32 = wanted.iter().sum();
    wanted.into_iter().map(|width| width * room / sum).collect()
}

fn placed(widths: &[f32], needs: &[(f32, f32)], scale: f32) -> Vec<Slot> {
    let mut x = 0.0;
    let place = |(width, need): (&f32, &(f32, f32))| {
        let slot = Slot { x, width: *width, unit: need.1, scale };
        x += width + 2.0 * GUTTER;
        slot
    };
    widths.iter().zip(needs).map(place).collect()
}
