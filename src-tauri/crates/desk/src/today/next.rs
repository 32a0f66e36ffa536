//! What falls due in the coming days.

use std::collections::BTreeMap;

use chrono::{Days, NaiveDate};
use playbook::cadence::ReportState;
use playbook::compliance::receipts;
use playbook::measure::ReportKind;
use playbook::period::{Period, Quarter};
use playbook::rules::Playbook;

use super::late::title;
use crate::judge::Known;
use crate::view::NextRow;
use crate::{format, words};

/// How far ahead Today looks.
const DAYS: u64 = 8;

/// Each report kind and period once a day, with how many owe it.
pub(super) fn rows(known: &[Known], playbook: &Playbook, today: NaiveDate) -> Vec<NextRow> {
    let last = today + Days::new(DAYS);
    let mut due: BTreeMap<(NaiveDate, Period), Vec<&Known>> = BTreeMap::new();
    for known in known {
        for quarter in [Quarter::of(today).previous(), Quarter::of(today)] {
            let kinds = [ReportKind::Weekly, ReportKind::Monthly].into_iter();
            let open = kinds.flat_map(|kind| receipts(&known.case(playbook, today), kind, quarter));
            for receipt in open.filter(|receipt| receipt.state == ReportState::NotYetDue) {
                if (today..=last).contains(&receipt.due.date) {
                    due.entry((receipt.due.date, receipt.due.period)).or_default().push(known);
                }
            }
        }
    }
    due.into_iter().map(|((date, period), owing)| row(date, period, &owing)).collect()
}

fn row(date: NaiveDate, period: Period, owing: &[&Known]) -> NextRow {
    let words = words();
    let whom = match owing {
        [one] => one.name().to_owned(),
        many => words.say("distributors", &[("count", many.len().into())]),
    };
    NextRow {
        when: format::day_short(words, date),
        what: words.say("next-due", &[("what", title(period).into()), ("whom", whom.into())]),
    }
}
