//! Distributors side by side: which heads name them. Beside names that are known, an unknown one over numbers is another
//! distributor: it is asked about, not passed over.

use std::collections::{BTreeMap, BTreeSet};

use crate::grid::Place;

use super::page::{Entry, Page};
use super::table::{Head, REACH};
use super::terms::Field;
use super::who::{Register, is_company};

/// The columns whose heads name a distributor, on the register or not.
pub(super) fn named(
    page: &Page<'_>,
    register: &Register<'_>,
    bottom: u32,
    heads: &BTreeMap<u32, Head>,
) -> BTreeSet<u32> {
    let is_known = |head: &Head| register.exactly(&head.text).is_some();
    let known: Vec<u32> = heads.iter().filter(|(_, head)| is_known(head)).map(|(column, _)| *column).collect();
    // `Distributor | PT Maju | As registered` is a label with its value and a hint.
    let is_value = |column: u32| {
        let label = column.checked_sub(1).and_then(|left| heads.get(&left));
        label.is_some_and(|head| head.label.field() == Some(Field::Distributor))
    };
    let beside_known = !known.is_empty() && !matches!(known.as_slice(), [one] if is_value(*one));
    let number_below =
        |column: u32| (1..=REACH).filter_map(|more| page.at(Place { row: bottom + more, column })).any(is_figure);
    let is_stranger = |column: u32, head: &Head| {
        names_nothing_else(head) && (beside_known || is_company(&head.text)) && number_below(column)
    };
    let is = |(column, head): &(&u32, &Head)| is_known(head) || is_stranger(**column, head);
    heads.iter().filter(is).map(|(column, _)| *column).collect()
}

/// Whether a cell is a figure: `Rp 1.200 jt` is, and a sentence with a year in it is none.
fn is_figure(entry: &Entry<'_>) -> bool {
    entry.is_number() && entry.text.chars().filter(|c| c.is_alphabetic()).count() <= 6
}

/// Whether a head is words that mean no figure, role, period or unit.
fn names_nothing_else(head: &Head) -> bool {
    let means = !head.figures.is_empty() || !head.roles.is_empty() || head.is_period || head.label.is_known();
    let counts = head.label.currency.is_some() || head.label.counts.is_some() || head.label.scale.is_some();
    !means && !counts && head.text.chars().filter(|c| c.is_alphabetic()).count() > 2
}
