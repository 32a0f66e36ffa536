//! What falls due in the coming days.

use std::collections::BTreeMap;

use chrono::{Days, NaiveDate};
use playbook::cadence::ReportState;
use playbook::compliance::receipts;
use playbook::measure::ReportKind;
use playbook::period::Period;
use playbook::rules::Versions;

use super::late::title;
use crate::inbox::{place, until};
use crate::judge::Known;
use crate::view::{InboxKind, InboxRow, Mark, Name, NextRow};
use crate::{format, naming, words};

/// How far ahead Today looks.
const DAYS: u64 = 8;

/// A report that falls due, and who owes it.
pub(super) struct Falling<'a> {
    date: NaiveDate,
    period: Period,
    owing: Vec<&'a Known>,
}

/// Each report kind and period once a day, with how many owe it.
pub(super) fn falling<'a>(known: &'a [Known], versions: &Versions, today: NaiveDate) -> Vec<Falling<'a>> {
    let last = today + Days::new(DAYS);
    let running = versions.fiscal_year().quarter_on(today);
    let mut due: BTreeMap<(NaiveDate, Period), Vec<&Known>> = BTreeMap::new();
    for known in known {
        for quarter in [running.previous(), running] {
            let playbook = versions.in_force(quarter);
            let kinds = [ReportKind::Weekly, ReportKind::Monthly].into_iter();
            let open = kinds.flat_map(|kind| receipts(&known.case(playbook, today), kind, quarter));
            for receipt in open.filter(|receipt| receipt.state == ReportState::NotYetDue) {
                if (today..=last).contains(&receipt.due.date) {
                    due.entry((receipt.due.date, receipt.due.period)).or_default().push(known);
                }
            }
        }
    }
    due.into_iter().map(|((date, period), owing)| Falling { date, period, owing }).collect()
}

impl Falling<'_> {
    fn whom(&self) -> String {
        match self.owing.as_slice() {
            [one] => one.name().to_owned(),
            many => words().say("distributors", &[("count", many.len().into())]),
        }
    }

    /// The line of Today.
    pub(super) fn row(&self) -> NextRow {
        NextRow {
            when: format::day_short(words(), self.date),
            what: words().say("next-due", &[("what", title(self.period).into()), ("whom", self.whom().into())]),
        }
    }

    /// The line of the inbox.
    pub(super) fn inbox(&self, today: NaiveDate) -> InboxRow {
        let one = match self.owing.as_slice() {
            [one] => Some(*one),
            _ => None,
        };
        let distributor = one.map(|one| one.distributor.id.to_string()).unwrap_or_default();
        let several = || Name { text: self.whom(), lang: "en".to_owned() };
        InboxRow {
            kind: InboxKind::Due,
            name: one.map_or_else(several, |one| naming::name(&one.distributor.card)),
            mark: Mark::NotDue,
            what: title(self.period),
            when: words().say("inbox-by", &[("day", format::day_short(words(), self.date).into())]),
            sort: until(self.date, today),
            action: words().say("inbox-see-due", &[]),
            place: if one.is_some() { place(&distributor, "reports") } else { "#/today".to_owned() },
            distributor,
        }
    }
}
