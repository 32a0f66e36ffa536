//! Reports side by side or below each other on one sheet, each under its own name or period: each becomes a sheet of its
//! own, with the title that stands above them all.

use std::collections::BTreeSet;

use crate::grid::{Place, Sheet};

use super::claims::{Claim, claims};
use super::lines;
use super::page::{Entry, Page};
use super::terms::Figure;
use super::who::Register;

/// A block names that many figures at least.
const FEWEST: usize = 2;
/// No sheet has more blocks.
const MOST: usize = 60;

/// Where a block's own name or period stands.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Anchor {
    place: Place,
    says: Says,
}

/// What it says.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Says {
    Who(usize),
    When(Claim),
}

/// The blocks of a page, each as a sheet; none where the page is one report or one table.
pub(crate) fn split(page: &Page<'_>, register: &Register<'_>) -> Vec<Sheet> {
    if lines::find(page).is_some() {
        return Vec::new();
    }
    let anchors: Vec<Anchor> = page.entries.iter().filter_map(|entry| anchor(entry, register)).take(MOST * 2).collect();
    let who = |anchor: &&Anchor| matches!(anchor.says, Says::Who(_));
    let (who, when): (Vec<&Anchor>, Vec<&Anchor>) = anchors.iter().partition(who);
    [who, when].iter().find_map(|anchors| beside(page, anchors).or_else(|| below(page, anchors))).unwrap_or_default()
}

/// A cell that is nothing but a registered name or a period with its year.
fn anchor(entry: &Entry<'_>, register: &Register<'_>) -> Option<Anchor> {
    if entry.text.is_empty() || entry.text.chars().count() > 60 {
        return None;
    }
    let says = register.exactly(entry.text).map(Says::Who).or_else(|| match claims(entry.text).as_slice() {
        [claim @ (Claim::Month { .. } | Claim::Week { .. } | Claim::Span(..))] if !entry.label.is_known() => {
            Some(Says::When(*claim))
        }
        [claim @ Claim::Week { .. }, Claim::Span(..)] => Some(Says::When(*claim)),
        _ => None,
    })?;
    Some(Anchor { place: entry.place, says })
}

/// The figures that labels in a part of the page name, each label in a column from `columns`.
fn named(page: &Page<'_>, rows: (u32, u32), columns: (u32, u32)) -> BTreeSet<String> {
    let within = |place: Place| (rows.0..rows.1).contains(&place.row) && (columns.0..columns.1).contains(&place.column);
    let labels = page.entries.iter().filter(|entry| within(entry.place));
    labels
        .filter_map(|entry| entry.label.figures().first().copied())
        .map(|figure: Figure| format!("{figure:?}"))
        .collect()
}

/// Whether all parts name figures, and the first ones name the same.
fn are_alike(parts: &[BTreeSet<String>]) -> bool {
    let shared = |pair: &[BTreeSet<String>]| pair[0].intersection(&pair[1]).count();
    parts.len() > 1
        && parts.len() <= MOST
        && parts.iter().all(|part| part.len() >= FEWEST)
        && parts.windows(2).all(|pair| shared(pair) >= FEWEST)
}

fn distinct(anchors: &[&Anchor]) -> bool {
    anchors.iter().enumerate().all(|(at, anchor)| anchors[..at].iter().all(|other| other.says != anchor.says))
}

/// Blocks side by side: several names in one row, labels below each in its own column.
fn beside(page: &Page<'_>, anchors: &[&Anchor]) -> Option<Vec<Sheet>> {
    let row = anchors.windows(2).find(|pair| pair[0].place.row == pair[1].place.row)?[0].place.row;
    let own: Vec<&Anchor> = anchors.iter().filter(|anchor| anchor.place.row == row).copied().collect();
    let starts: Vec<u32> = own.iter().map(|anchor| anchor.place.column).collect();
    let end = |at: usize| starts.get(at + 1).copied().unwrap_or(u32::MAX);
    // The label stands right below the name: a table has numbers there.
    let labels: Vec<_> = starts.iter().map(|start| named(page, (row + 1, u32::MAX), (*start, start + 1))).collect();
    if !distinct(&own) || !are_alike(&labels) {
        return None;
    }
    let part = |at: usize| {
        let columns = if at == 0 { 0..end(at) } else { starts[at]..end(at) };
        cut(page.sheet, move |place| place.row < row || columns.contains(&place.column))
    };
    Some((0..starts.len()).map(part).collect())
}

/// Blocks below each other: names in one column, labels between one and the next.
fn below(page: &Page<'_>, anchors: &[&Anchor]) -> Option<Vec<Sheet>> {
    let column = anchors.first()?.place.column;
    let own: Vec<&Anchor> = anchors.iter().filter(|anchor| anchor.place.column == column).copied().collect();
    let rows: Vec<u32> = own.iter().map(|anchor| anchor.place.row).collect();
    if !rows.windows(2).all(|pair| pair[0] < pair[1]) || !distinct(&own) {
        return None;
    }
    let starts: Vec<u32> =
        rows.iter().enumerate().map(|(at, row)| top(page, *row, at.checked_sub(1).map(|at| rows[at]))).collect();
    let end = |at: usize| starts.get(at + 1).copied().unwrap_or(u32::MAX);
    let labels: Vec<_> = (0..starts.len()).map(|at| named(page, (starts[at], end(at)), (0, column + 1))).collect();
    if !are_alike(&labels) {
        return None;
    }
    let title = starts[0];
    let part = |at: usize| cut(page.sheet, |place| place.row < title || (starts[at]..end(at)).contains(&place.row));
    Some((0..starts.len()).map(part).collect())
}

/// The first row of the block that an anchor stands in: below the last blank row above it.
fn top(page: &Page<'_>, row: u32, before: Option<u32>) -> u32 {
    let first = before.map_or(0, |before| before + 1);
    (first..row).rev().take_while(|above| !page.row(*above).is_empty()).last().unwrap_or(row)
}

fn cut(sheet: &Sheet, keep: impl Fn(Place) -> bool) -> Sheet {
    let cells = sheet.cells.iter().filter(|cell| keep(cell.place)).cloned().collect();
    let merged = sheet.merged.iter().filter(|merged| keep(merged.first)).copied().collect();
    Sheet { name: sheet.name.clone(), hidden: sheet.hidden, cells, merged, ..Sheet::default() }
}
