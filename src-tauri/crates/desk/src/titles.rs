//! What KPIs are called: those that ship by the catalogue, a manager's own as the manager wrote it. Window, paper and
//! terminal ask here.

use playbook::kpi::{Kpi, KpiKey};
use playbook::rules::Playbook;

use crate::words;

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
