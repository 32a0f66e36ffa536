//! What KPIs and measures are called: those that ship by the catalogue, a manager's own as the manager wrote it. Window,
//! paper and terminal ask here.

use std::collections::BTreeSet;
use std::sync::Arc;

use ::words::Words;
use intake::draft::OwnLabel;
use playbook::kpi::{Kpi, KpiKey};
use playbook::measure::{MEASURES, Measure, OwnMeasure, Unit, measure};
use playbook::rules::Playbook;
use store::Store;

use crate::error::DeskError;
use crate::words;

/// The measures there are, by what they are called and count: those that ship, and the manager's own.
#[derive(Debug, Clone, Default)]
pub(crate) struct Measures(Arc<[OwnMeasure]>);

impl Measures {
    /// The measures of some rules.
    pub(crate) fn own(own: &[OwnMeasure]) -> Self {
        Self(own.into())
    }

    /// The measures of all versions: what the newest says of each, so that an old report's figures keep their name.
    pub(crate) fn of(store: &Store) -> Result<Self, DeskError> {
        let mut seen = BTreeSet::new();
        let newest = store.playbooks()?.into_iter().rev().flat_map(|held| held.playbook.measures);
        Ok(Self(newest.filter(|own| seen.insert(own.measure.key.clone())).collect()))
    }

    /// A measure's title; its key where nobody knows it.
    #[must_use]
    pub(crate) fn title(&self, words: &Words, key: &str) -> String {
        let message = format!("measure-{key}");
        match self.held(key) {
            Some(own) => own.title.clone(),
            None if words.knows(&message) => words.say(&message, &[]),
            None => key.to_owned(),
        }
    }

    /// What a measure counts.
    #[must_use]
    pub(crate) fn unit(&self, key: &str) -> Option<Unit> {
        measure(key).or_else(|| self.held(key).map(|own| &own.measure)).map(|known| known.unit)
    }

    /// All of them, in the order of the forms.
    pub(crate) fn all(&self) -> impl Iterator<Item = &Measure> {
        MEASURES.iter().chain(self.0.iter().map(|own| &own.measure))
    }

    /// The manager's own, as recognition looks for them.
    pub(crate) fn labels(&self) -> Vec<OwnLabel> {
        let label = |own: &OwnMeasure| OwnLabel {
            key: own.measure.key.to_string(),
            title: own.title.clone(),
            counts: own.measure.unit.key().to_owned(),
            report: own.measure.report.key().to_owned(),
        };
        self.0.iter().map(label).collect()
    }

    /// A measure's place on the forms.
    pub(crate) fn place(&self, key: &str) -> usize {
        self.all().position(|known| known.key.as_str() == key).unwrap_or(usize::MAX)
    }

    fn held(&self, key: &str) -> Option<&OwnMeasure> {
        self.0.iter().find(|own| own.measure.key.as_str() == key)
    }
}

/// A KPI's title.
pub(crate) fn kpi_title(kpi: &Kpi) -> String {
    own_or(kpi, "kpi")
}

/// Its title where there is little room.
pub(crate) fn kpi_short(kpi: &Kpi) -> String {
    own_or(kpi, "kpi-short")
}

/// What it measures.
pub(crate) fn kpi_meaning(kpi: &Kpi) -> String {
    match &kpi.own {
        Some(own) => own.meaning.clone(),
        None => words().say(&format!("kpi-meaning-{}", kpi.key), &[]),
    }
}

/// The title of a KPI of some rules, by its key.
pub(crate) fn title_of(playbook: &Playbook, key: &KpiKey) -> String {
    playbook.kpi(key).map_or_else(|| key.to_string(), kpi_title)
}

/// The short title of a KPI of some rules, by its key.
pub(crate) fn short_of(playbook: &Playbook, key: &KpiKey) -> String {
    playbook.kpi(key).map_or_else(|| key.to_string(), kpi_short)
}

fn own_or(kpi: &Kpi, message: &str) -> String {
    match &kpi.own {
        Some(own) => own.title.clone(),
        None => words().say(&format!("{message}-{}", kpi.key), &[]),
    }
}
