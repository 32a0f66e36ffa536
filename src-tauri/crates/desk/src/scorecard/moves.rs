//! What moved a score against the period before.

use pack::picture::deviation;
use playbook::kpi::KpiKey;
use playbook::number::Rate;
use playbook::rules::Playbook;
use playbook::score::Scorecard;

use crate::drawing::picture;
use crate::format::signed;
use crate::shown::{hundred, thousandths};
use crate::titles::short_of;
use crate::view::MovedRow;
use crate::words;

/// Moves shown: the largest.
const MOVES: usize = 6;

/// By how many points of 100 each KPI that is scored both times moved the score: by its weight's share of the score now.
pub(crate) fn moved(now: &Scorecard, before: &Scorecard) -> Vec<(KpiKey, Rate)> {
    let weighed = now.lines.iter().filter(|line| line.weight > 0);
    let both = weighed.filter_map(|line| {
        let was = before.line(&line.kpi).filter(|was| was.weight > 0)?.attainment.as_ref()?;
        let by = &Rate::from(line.weight) * &(line.attainment.as_ref()? - was);
        Some((line.kpi.clone(), hundred(&by.over(&now.weight_scored)?)))
    });
    both.collect()
}

/// What moved the score since `before`, in points of 100; the largest losses first, then gains. Each KPI that is scored
/// both times moves it by its weight's share of the score now; what comes of KPIs that are scored only once stands in a
/// row of its own, so that the rows sum to the change.
pub(crate) fn moves(playbook: &Playbook, now: &Scorecard, before: &Scorecard) -> Vec<(String, Rate)> {
    let (Some(score), Some(earlier)) = (&now.score, &before.score) else { return Vec::new() };
    let mut rows: Vec<(String, Rate)> =
        moved(now, before).into_iter().map(|(kpi, by)| (short_of(playbook, &kpi), by)).collect();
    let explained = rows.iter().fold(Rate::zero(), |sum, (_, by)| &sum + by);
    rows.push((words().say("moved-other", &[]), &hundred(&(score - earlier)) - &explained));
    rows.retain(|(_, by)| signed(by, 1) != "0.0");
    rows.sort_by_key(|(_, by)| std::cmp::Reverse(by.clone().max(&Rate::zero() - by)));
    rows.truncate(MOVES);
    rows.sort_by(|(_, a), (_, b)| a.cmp(b));
    rows
}

/// The moves as rows, each with its bar.
pub(super) fn rows(rows: Vec<(String, Rate)>) -> Vec<MovedRow> {
    let longest = rows.iter().map(|(_, by)| thousandths(by).abs()).max().unwrap_or(1);
    rows.into_iter()
        .map(|(title, by)| {
            let change = signed(&by, 1);
            let label =
                words().say("moved-label", &[("title", title.as_str().into()), ("change", change.as_str().into())]);
            let ink = by.is_negative().then_some(crate::view::Ink::Red);
            MovedRow { bar: picture(&deviation(thousandths(&by), longest), label, ink), title, change }
        })
        .collect()
}
