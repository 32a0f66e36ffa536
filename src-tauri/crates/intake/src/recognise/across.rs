//! Distributors side by side: which heads name them. Beside names that are known, an unknown one over numbers is another
//! distributor: it is asked about, not passed over.

use std::collections::{BTreeMap, BTreeSet};

use crate::grid::Place;

use super::page::{Entry, Page};
use super::table::{Head, REACH};
use super::who::{Register, is_company};

/// The columns whose heads name a distributor, on the register or not.
pub(super) fn named(
    page: &Page<'_>,
    register: &Register<'_>,
    bottom: u32,
    heads: &BTreeMap<u32, Head>,
) -> BTreeSet<u32> {
    let is_known = |head: &Head| register.exactly(&head.text).is_some();
    let beside_known = heads.values().any(is_known);
    let number_below = |column: u32| {
        (1..=REACH).filter_map(|more| page.at(Place { row: bottom + more, column })).any(Entry::is_number)
    };
    let is_stranger = |column: u32, head: &Head| {
        names_nothing_else(head) && (beside_known || is_company(&head.text)) && number_below(column)
    };
    let is = |(column, head): &(&u32, &Head)| is_known(head) || is_stranger(**column, head);
    heads.iter().filter(is).map(|(column, _)| *column).collect()
}

/// Whether a head is words that mean no figure, role, period or unit.
fn names_nothing_else(head: &Head) -> bool {
    let means = !head.figures.is_empty() || !head.roles.is_empty() || head.is_period || head.label.is_known();
    let counts = head.label.currency.is_some() || head.label.counts.is_some() || head.label.scale.is_some();
    !means && !counts && head.text.chars().filter(|c| c.is_alphabetic()).count() > 2
}
