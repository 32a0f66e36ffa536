//! Packs: what is not ready, making them, and the files that were made.

mod content;
mod make;
mod names;
mod preflight;
mod shelf;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use chrono::NaiveDate;
use playbook::period::Quarter;
use playbook::rules::Versions;
use store::DistributorId;
use words::Value;

use crate::desk::Desk;
use crate::error::{DeskError, ErrorKind};
use crate::judge::{Known, quarters};
use crate::now::Now;
use crate::review::small;
use crate::view::{Choice, PackRow, PacksView, Problem};
use crate::{format, naming, words};

pub use make::{Made, PackJob, PackProgressSink, Written};
pub(crate) use shelf::Shelf;

use preflight::{Finding, findings};

/// A pack as it prints now, with the number of its pages; `revision` is the one it says it is, `None` of a draft.
pub(crate) fn printed(
    desk: &Desk,
    known: &Known,
    quarter: Quarter,
    revision: Option<u32>,
    now: Now,
) -> Result<(Vec<u8>, u32), DeskError> {
    let content = content::fill(desk, known, quarter, revision, now)?;
    let mut pages = 0_u32;
    let bytes = pack::pdf(&content, words(), &mut |_| pages += 1);
    let failed =
        |why: pack::PackError| DeskError::new(ErrorKind::Other, "not-printed", &[("reason", why.to_string().into())]);
    Ok((bytes.map_err(failed)?, pages))
}

/// Where a pack lies: in a folder, or in the workspace's own.
pub(crate) fn path(
    desk: &Desk,
    folder: Option<&Path>,
    distributor: DistributorId,
    quarter: Quarter,
    revision: Option<u32>,
) -> Result<PathBuf, DeskError> {
    let own = desk.store.folder().join(make::FOLDER);
    let name = names::file_name(&desk.store.distributors()?, distributor, quarter, revision);
    Ok(folder.unwrap_or(&own).join(name))
}

/// Whether nothing is on file of a quarter, or expected in it.
pub(crate) fn is_empty(known: &Known, versions: &Versions, quarter: Quarter, today: NaiveDate) -> bool {
    findings(known, versions, quarter, today).contains(&Finding::Nothing)
}

/// What is not ready about a quarter that is over, in words.
pub(crate) fn not_ready(known: &Known, versions: &Versions, quarter: Quarter, today: NaiveDate) -> Vec<String> {
    findings(known, versions, quarter, today).iter().map(|found| found.problem().message).collect()
}

impl Desk {
    /// The packs of a quarter: what is not ready, and what was made.
    ///
    /// # Errors
    /// When the quarter is none, or the record can't be read.
    pub fn packs(&self, quarter: &str, now: Now) -> Result<PacksView, DeskError> {
        let now = self.at(now);
        let quarter = self.quarter(quarter)?;
        let (all, versions) = (self.all_known(now.today)?, self.versions()?);
        let head = self.head()?;
        let mut found = Vec::new();
        let mut rows = Vec::new();
        for known in all.iter() {
            let findings = findings(known, &versions, quarter, now.today);
            let id = known.distributor.id;
            let failed = self.shelf.failed(id, quarter);
            let closed = self.closed(id, quarter)?;
            let findings = if closed.is_some() { Vec::new() } else { findings };
            let problems: Vec<Problem> = findings.iter().map(Finding::problem).chain(failed).collect();
            rows.push(PackRow {
                id: id.to_string(),
                name: naming::name(&known.distributor.card),
                problems,
                made: self.shelf.made(id, quarter, head, now.today),
            });
            found.push(findings);
        }
        Ok(PacksView {
            quarter: quarter.to_string(),
            quarters: choices(&all, quarter, now.today),
            lead: lead(&found),
            rows,
            sections: content::SECTIONS.map(|key| words().say(key, &[])).to_vec(),
        })
    }

    /// The newest entry of the journal: a pack that was made before it may be out of date.
    fn head(&self) -> Result<Option<store::EntryId>, DeskError> {
        Ok(self.store.journal(1)?.pop().map(|entry| entry.id))
    }
}

/// The content of a distributor's pack.
#[cfg(test)]
pub(crate) fn content_of(
    desk: &Desk,
    id: store::DistributorId,
    quarter: Quarter,
    now: Now,
) -> pack::content::PackContent {
    let known = desk.known(desk.distributor_of(&id.to_string()).expect("a distributor"), now.today).expect("known");
    content::fill(desk, &known, quarter, None, now).expect("a pack")
}

/// The quarters to choose from, newest first.
fn choices(all: &[Known], chosen: Quarter, today: NaiveDate) -> Vec<Choice> {
    let mut quarters = quarters(all, chosen.fiscal_year(), today);
    if !quarters.contains(&chosen) {
        quarters.push(chosen);
        quarters.sort_by(|a, b| b.cmp(a));
    }
    let choice = |quarter: Quarter| Choice { key: quarter.to_string(), label: format::quarter(words(), quarter) };
    quarters.into_iter().map(choice).collect()
}

/// `5 of 8 are ready: 2 have reports missing, 1 has KPIs without a target.`
fn lead(found: &[Vec<Finding>]) -> String {
    let words = words();
    if found.is_empty() {
        return words.say("packs-none", &[]);
    }
    let ready = found.iter().filter(|findings| findings.is_empty()).count();
    if ready == found.len() {
        return words.say("packs-all-ready", &[("count", ready.into())]);
    }
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for findings in found {
        let mut keys: Vec<&str> = findings.iter().map(Finding::kind).collect();
        keys.sort_unstable();
        keys.dedup();
        for key in keys {
            *counts.entry(key).or_default() += 1;
        }
    }
    let total = found.len();
    let why: Vec<String> = preflight::KINDS
        .iter()
        .filter_map(|key| Some((key, counts.get(key)?)))
        .map(|(key, count)| {
            words.say(&format!("packs-lead-{key}"), &[("count", (*count).into()), ("total", total.into())])
        })
        .collect();
    let running = found.iter().flatten().any(|found| *found == Finding::Running);
    let values = [("ready", Value::from(ready)), ("total", total.into()), ("why", why.join(", ").into())];
    words.say(
        if !running {
            "packs-lead"
        } else if why.is_empty() {
            "packs-running-alone"
        } else {
            "packs-running"
        },
        &values,
    )
}

/// A count of pages as the window takes it.
fn pages(count: usize) -> i32 {
    small(count)
}
