//! What changed between two revisions of a quarter: each figure before and after.

use playbook::period::Quarter;
use playbook::qbr::Topic;

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

/// Each figure of a quarter that is another by now: the score first, then the grants, KPI by KPI, the reports,
/// and what was sold and promoted.
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
    // What was not kept is no difference.
    if before.behind.keeps_before() {
        add(words().say("pack-score", &[]), "diff-change", or_none(&before.score_note), or_none(&after.score_note));
        // Another score is explained KPI by KPI; the same one can stand against another quarter before.
        if said(&before.score) == said(&after.score) {
            for title in moved(before, after) {
                let [was, is] = [before, after].map(|frozen| by(frozen, &title));
                add(title, "diff-moved", was, is);
            }
        }
    }
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
    let contradicted = |frozen: &Frozen| frozen.scorecard.contradictions.iter().map(|row| row.what.clone()).collect();
    for (was, is) in replaced(contradicted(before), contradicted(after)) {
        add(words().say("diff-contradiction", &[]), "", was, is);
    }
    for (was, is) in pricing(before, after) {
        add(words().say("qbr-topic-short-pricing", &[]), "", was, is);
    }
    rows
}

/// What moved the score, of either.
fn moved(before: &Frozen, after: &Frozen) -> Vec<String> {
    let mut all: Vec<String> = Vec::new();
    for row in after.scorecard.moved.iter().chain(&before.scorecard.moved) {
        if !all.contains(&row.title) {
            all.push(row.title.clone());
        }
    }
    all
}

fn by(frozen: &Frozen, title: &str) -> String {
    let row = frozen.scorecard.moved.iter().find(|row| row.title == title);
    row.map_or_else(none, |row| row.change.clone())
}

/// Pricing and promotions line by line as they are printed; where that is the same or was not kept, what the review begins
/// from.
fn pricing(before: &Frozen, after: &Frozen) -> Vec<(String, String)> {
    let printed = before.pricing.clone().zip(after.pricing.clone());
    let rows = printed.map(|(was, is)| replaced(was, is)).unwrap_or_default();
    if rows.is_empty() { replaced(points(before), points(after)) } else { rows }
}

fn points(frozen: &Frozen) -> Vec<String> {
    let pricing = frozen.qbr.agenda.iter().filter(|item| item.key == Topic::Pricing.key());
    pricing.flat_map(|item| item.points.clone()).collect()
}

/// The lines that are gone beside those that came, in their order.
fn replaced(was: Vec<String>, is: Vec<String>) -> Vec<(String, String)> {
    let gone: Vec<&String> = was.iter().filter(|line| !is.contains(line)).collect();
    let came: Vec<&String> = is.iter().filter(|line| !was.contains(line)).collect();
    let at = |lines: &[&String], at: usize| lines.get(at).map_or_else(none, |line| (*line).clone());
    (0..gone.len().max(came.len())).map(|row| (at(&gone, row), at(&came, row))).collect()
}

fn or_none(text: &str) -> String {
    if text.is_empty() { none() } else { text.to_owned() }
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
