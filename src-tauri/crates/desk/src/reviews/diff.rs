//! What changed between two revisions of a quarter: each figure before and after.

use playbook::period::Quarter;

use super::frozen::Frozen;
use super::said;
use crate::judge::Known;
use crate::view::{DiffRow, GrantView, KpiLine};
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

/// Each figure of a quarter that is another by now: the score first, then the grants, KPI by KPI, and the reports.
pub(super) fn changes(before: &Frozen, after: &Frozen, known: &Known, quarter: Quarter) -> Vec<DiffRow> {
    let mut rows = Vec::new();
    let mut add = |title: String, what: &str, before: String, after: String| {
        if before != after {
            let what = if what.is_empty() { String::new() } else { words().say(what, &[]) };
            rows.push(DiffRow { title, what, before, after });
        }
    };
    add(words().say("pack-score", &[]), "", said(&before.score), said(&after.score));
    add(words().say("pack-coverage", &[]), "", said(&before.coverage), said(&after.coverage));
    for (title, was, is) in standings(before, after, known, quarter) {
        add(title, "pack-standing", was, is);
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

/// Where each grant stood and stands. A grant that begins after the quarter is no part of it where it was not shown, and
/// one that ended since stands in the quarter as it stood then.
fn standings(before: &Frozen, after: &Frozen, known: &Known, quarter: Quarter) -> Vec<(String, String, String)> {
    let given = |grant: &GrantView| known.given.iter().find(|held| held.id.to_string() == grant.id);
    let begins_later = |grant: &GrantView| {
        given(grant).and_then(|held| held.grant.start).is_some_and(|start| start > quarter.last_day())
    };
    let mut rows = Vec::new();
    for grant in &after.grants {
        let was = before.grants.iter().find(|was| was.id == grant.id);
        if was.is_some() || !begins_later(grant) {
            rows.push((grant.territory.clone(), was.map_or_else(none, standing), standing(grant)));
        }
    }
    let taken_back = |grant: &&GrantView| given(grant).is_none();
    rows.extend(before.grants.iter().filter(taken_back).map(|was| (was.territory.clone(), standing(was), none())));
    rows
}

fn standing(grant: &GrantView) -> String {
    let values = [("title", grant.standing.title.as_str().into()), ("note", grant.standing.note.as_str().into())];
    words().say("diff-standing", &values)
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
