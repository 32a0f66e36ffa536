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

/// Moves shown: the largest; the rest stands in one row.
const MOVES: usize = 6;

/// By how many points of 100 each KPI that is scored both times moved the score.
pub(crate) fn moved(now: &Scorecard, before: &Scorecard) -> Vec<(KpiKey, Rate)> {
    now.moved_since(before).into_iter().map(|(kpi, by)| (kpi, hundred(&by))).collect()
}

/// What moved the score since `before`, in points of 100; the largest losses first, then gains. Each KPI that is scored
/// both times moves it by its weight's share of the score now; what comes of KPIs that are scored only once, and of those
/// that moved it less than the ones shown, stands in a row of its own, so that the rows sum to the change.
pub(crate) fn moves(playbook: &Playbook, now: &Scorecard, before: &Scorecard) -> Vec<(String, Rate)> {
    let (Some(score), Some(earlier)) = (&now.score, &before.score) else { return Vec::new() };
    let named = moved(now, before).into_iter().map(|(kpi, by)| (short_of(playbook, &kpi), by)).collect();
    largest(named, &hundred(&(score - earlier)))
}

/// The largest of the named moves, and what is left of the whole change.
fn largest(mut named: Vec<(String, Rate)>, change: &Rate) -> Vec<(String, Rate)> {
    let shows = |by: &Rate| signed(by, 1) != "0.0";
    let rest = |named: &[(String, Rate)]| change - &named.iter().map(|(_, by)| by.clone()).sum::<Rate>();
    named.retain(|(_, by)| *by != Rate::zero());
    let all = named.len();
    named.retain(|(_, by)| shows(by));
    named.sort_by_key(|(_, by)| std::cmp::Reverse(by.clone().max(&Rate::zero() - by)));
    if named.len() + usize::from(shows(&rest(&named))) > MOVES {
        named.truncate(MOVES - 1);
    }
    let other = rest(&named);
    if shows(&other) {
        let title = if named.len() < all { "moved-rest" } else { "moved-other" };
        named.push((words().say(title, &[]), other));
    }
    named.sort_by(|(_, a), (_, b)| a.cmp(b));
    named
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

#[cfg(test)]
mod tests {
    use playbook::number::Quantity;

    use super::*;

    #[track_caller]
    fn check(named: &[&str], change: &str, expected: &[&str]) {
        let rate = |text: &str| Rate::from(text.parse::<Quantity>().expect("a literal"));
        let named = named.iter().map(|by| ((*by).to_owned(), rate(by))).collect();
        let rows = largest(named, &rate(change));
        let shown: Vec<_> = rows.iter().map(|(title, by)| format!("{title}: {}", signed(by, 1))).collect();
        assert_eq!(shown, expected, "{change}");
        assert_eq!(rows.into_iter().map(|(_, by)| by).sum::<Rate>(), rate(change), "the rows sum to the change");
    }

    #[test]
    fn what_is_not_among_the_largest_stands_in_one_row() {
        let (six, eight) = (["6", "5", "4", "3", "2", "-1"], ["8", "7", "6", "5", "4", "3", "2", "-1"]);
        check(&["2", "-1"], "1", &["-1: −1.0", "2: +2.0"]);
        check(&["2", "-1"], "1.5", &["-1: −1.0", "Scored only once: +0.5", "2: +2.0"]);
        check(&six, "19", &["-1: −1.0", "2: +2.0", "3: +3.0", "4: +4.0", "5: +5.0", "6: +6.0"]);
        check(&six, "21", &["All others: +1.0", "2: +2.0", "3: +3.0", "4: +4.0", "5: +5.0", "6: +6.0"]);
        check(&eight, "34", &["4: +4.0", "All others: +4.0", "5: +5.0", "6: +6.0", "7: +7.0", "8: +8.0"]);
        check(&["2", "0.03", "0.03"], "2.06", &["All others: +0.1", "2: +2.0"]);
    }
}
