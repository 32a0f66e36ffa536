//! The model of the journal: what counts after any acts, undos and redos.

use std::collections::{BTreeMap, BTreeSet};

use playbook::number::Quantity;
use proptest::prelude::*;
use store::{DistributorId, EntryId, folded};

/// A step: a use case, or an undo or redo of the entry at an index.
#[derive(Debug, Clone)]
pub(crate) enum Step {
    Register {
        name: u8,
    },
    Rename {
        distributor: usize,
        name: u8,
    },
    Alias {
        distributor: usize,
        name: u8,
    },
    /// No alias any more; `dropped` are those it had.
    Forget {
        distributor: usize,
        dropped: BTreeSet<String>,
    },
    Import {
        distributor: usize,
        month: u8,
        file: u8,
        revenue: u8,
    },
    Target {
        distributor: usize,
        value: u8,
    },
    Review {
        distributor: usize,
        day: u8,
    },
    Set {
        value: u8,
    },
    Undo(usize),
    Redo(usize),
}

pub(crate) fn step() -> impl Strategy<Value = Step> {
    let (any, name) = (0..4_usize, 0..4_u8);
    prop_oneof![
        2 => name.clone().prop_map(|name| Step::Register { name }),
        1 => (any.clone(), name.clone()).prop_map(|(distributor, name)| Step::Rename { distributor, name }),
        1 => (any.clone(), name).prop_map(|(distributor, name)| Step::Alias { distributor, name }),
        1 => any.clone().prop_map(|distributor| Step::Forget { distributor, dropped: BTreeSet::new() }),
        4 => (any.clone(), 1..3_u8, 0..3_u8, 0..3_u8)
            .prop_map(|(distributor, month, file, revenue)| Step::Import { distributor, month, file, revenue }),
        1 => (any.clone(), 1..3_u8).prop_map(|(distributor, value)| Step::Target { distributor, value }),
        1 => (any, 1..3_u8).prop_map(|(distributor, day)| Step::Review { distributor, day }),
        1 => (0..2_u8).prop_map(|value| Step::Set { value }),
        6 => (0..60_usize).prop_map(Step::Undo),
        4 => (0..60_usize).prop_map(Step::Redo),
    ]
}

/// An act of the model: what it did, and whether it counts.
#[derive(Debug, Clone)]
pub(crate) struct Done {
    pub(crate) entry: EntryId,
    pub(crate) step: Step,
    /// The distributor that it registered or is about: by its place in the order of registration.
    pub(crate) about: Option<usize>,
    pub(crate) revision: u32,
    pub(crate) counts: bool,
}

/// What a reader sees.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Views {
    pub(crate) names: BTreeMap<DistributorId, (String, BTreeSet<String>)>,
    pub(crate) reports: BTreeMap<(DistributorId, String, u32), Quantity>,
    pub(crate) targets: BTreeMap<DistributorId, Quantity>,
    pub(crate) reviews: BTreeMap<DistributorId, String>,
    pub(crate) setting: Option<String>,
}

#[derive(Default)]
pub(crate) struct Model {
    pub(crate) acts: Vec<Done>,
    pub(crate) registered: Vec<DistributorId>,
    /// Every entry, and the act that it is or is about.
    pub(crate) entries: Vec<(EntryId, usize)>,
}

pub(crate) fn name(index: u8) -> String {
    format!("Name {index}")
}

pub(crate) fn bytes(file: u8) -> Vec<u8> {
    vec![file; 100]
}

impl Model {
    pub(crate) fn live(&self) -> impl Iterator<Item = &Done> {
        self.acts.iter().filter(|done| done.counts)
    }

    pub(crate) fn views(&self) -> Views {
        let mut views = Views::default();
        for done in self.live() {
            let id = done.about.map(|about| self.registered[about]);
            match (&done.step, id) {
                (Step::Register { name: n }, Some(id)) => {
                    views.names.insert(id, (name(*n), BTreeSet::new()));
                }
                (Step::Rename { name: n, .. }, Some(id)) => views.names.get_mut(&id).unwrap().0 = name(*n),
                (Step::Alias { name: n, .. }, Some(id)) => {
                    views.names.get_mut(&id).unwrap().1.insert(name(*n));
                }
                (Step::Forget { dropped, .. }, Some(id)) => {
                    views.names.get_mut(&id).unwrap().1.retain(|name| !dropped.contains(name));
                }
                (Step::Import { month, revenue, .. }, Some(id)) => {
                    let key = (id, format!("2026-{month:02}"), done.revision);
                    views.reports.insert(key, u32::from(*revenue).into());
                }
                (Step::Target { value, .. }, Some(id)) => {
                    views.targets.insert(id, u32::from(*value).into());
                }
                (Step::Review { day, .. }, Some(id)) => {
                    views.reviews.insert(id, format!("2026-02-{day:02}"));
                }
                (Step::Set { value }, _) => views.setting = Some(value.to_string()),
                other => panic!("no such act: {other:?}"),
            }
        }
        views
    }

    /// Whether two distributors go by one name.
    pub(crate) fn clashes(&self) -> bool {
        let mut holders = BTreeMap::new();
        self.views().names.into_iter().any(|(id, (name, aliases))| {
            aliases.into_iter().chain([name]).any(|name| *holders.entry(folded(&name)).or_insert(id) != id)
        })
    }

    /// The revisions of a report that count: file, revenue.
    pub(crate) fn revisions(&self, about: usize, of_month: u8) -> Vec<(u8, u8)> {
        let of = |done: &&Done| done.about == Some(about);
        let stated = |done: &Done| match done.step {
            Step::Import { month, file, revenue, .. } if month == of_month => Some((file, revenue)),
            _ => None,
        };
        self.live().filter(of).filter_map(stated).collect()
    }

    pub(crate) fn next_revision(&self, about: usize, of_month: u8) -> u32 {
        let same = |done: &&Done| {
            done.about == Some(about) && matches!(done.step, Step::Import { month, .. } if month == of_month)
        };
        self.acts.iter().filter(same).count() as u32 + 1
    }

    /// The act at an index and what switching it must give: whether it would be refused.
    pub(crate) fn may_switch(&self, act: usize) -> bool {
        let done = &self.acts[act];
        let registers = |done: &Done| matches!(done.step, Step::Register { .. });
        let others =
            |counts: bool| self.acts.iter().enumerate().filter(move |(at, other)| *at != act && other.counts == counts);
        let blocked = if done.counts {
            registers(done) && others(true).any(|(_, other)| other.about == done.about)
        } else {
            !registers(done)
                && others(false).any(|(_, other)| registers(other) && other.about == done.about)
                && done.about.is_some()
        };
        if blocked {
            return false;
        }
        let mut after = Self { acts: self.acts.clone(), registered: self.registered.clone(), entries: Vec::new() };
        after.acts[act].counts = !done.counts;
        !after.clashes()
    }
}
