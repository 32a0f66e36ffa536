//! What changed between two revisions of a quarter: each figure before and after.

use super::frozen::Frozen;
use super::said;
use crate::view::{DiffRow, KpiLine};
use crate::words;

/// A line's figure by what it is.
type Figure = (&'static str, fn(&KpiLine) -> String);

const FIGURES: [Figure; 5] = [
    ("diff-actual", |line| said(&line.actual)),
    ("diff-target", |line| said(&line.target)),
    ("diff-attainment", |line| line.attainment.text.clone()),
    ("diff-points", |line| line.points.text.clone()),
    ("diff-status", |line| line.status.clone()),
];

/// Each figure that is another by now: the score first, then KPI by KPI, then the reports.
pub(super) fn changes(before: &Frozen, after: &Frozen) -> Vec<DiffRow> {
    let mut rows = Vec::new();
    let mut add = |title: String, what: &str, before: String, after: String| {
        if before != after {
            let what = if what.is_empty() { String::new() } else { words().say(what, &[]) };
            rows.push(DiffRow { title, what, before, after });
        }
    };
    add(words().say("pack-score", &[]), "", said(&before.score), said(&after.score));
    add(words().say("pack-coverage", &[]), "", said(&before.coverage), said(&after.coverage));
    for (index, grant) in after.grants.iter().enumerate() {
        let standing = |grant: &crate::view::GrantView| {
            let values =
                [("title", grant.standing.title.as_str().into()), ("note", grant.standing.note.as_str().into())];
            words().say("diff-standing", &values)
        };
        let was = before.grants.get(index).map(standing).unwrap_or_else(none);
        add(grant.territory.clone(), "pack-standing", was, standing(grant));
    }
    for (key, title) in kpis(before, after) {
        let [was, is] = [before, after].map(|frozen| line(frozen, &key));
        for (what, figure) in FIGURES {
            add(title.clone(), what, was.map_or_else(none, figure), is.map_or_else(none, figure));
        }
    }
    let reports = |frozen: &Frozen| -> Vec<(String, String)> {
        let all = frozen.reports.weekly.iter().chain(&frozen.reports.monthly);
        all.map(|row| (row.title.clone(), row.state.clone())).collect()
    };
    let earlier = reports(before);
    for (title, state) in reports(after) {
        let was = earlier.iter().find(|(known, _)| *known == title).map_or_else(none, |(_, state)| state.clone());
        add(title, "pack-state", was, state);
    }
    rows
}

fn none() -> String {
    "–".to_owned()
}

fn line<'a>(frozen: &'a Frozen, key: &str) -> Option<&'a KpiLine> {
    lines(frozen).find(|line| line.key == key)
}

fn lines(frozen: &Frozen) -> impl Iterator<Item = &KpiLine> {
    frozen.scorecard.groups.iter().flat_map(|group| &group.lines)
}

/// Every KPI of either, with its title.
fn kpis(before: &Frozen, after: &Frozen) -> Vec<(String, String)> {
    let mut all: Vec<(String, String)> = Vec::new();
    for line in lines(after).chain(lines(before)) {
        if !all.iter().any(|(key, _)| *key == line.key) {
            all.push((line.key.clone(), line.title.clone()));
        }
    }
    all
}
