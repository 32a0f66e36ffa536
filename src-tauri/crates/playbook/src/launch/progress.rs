//! How far a launch is: what was marked, item by item.

use chrono::{Days, NaiveDate};

use crate::launch::{Item, ItemKey, due};
use crate::rules::Playbook;

/// Something noted about an item. Later marks of a kind replace earlier ones.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mark {
    /// The item.
    pub item: ItemKey,
    /// What was noted.
    pub kind: MarkKind,
    /// The day it was noted for.
    pub on: NaiveDate,
}

/// What can be noted about an item.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum MarkKind {
    /// It is done.
    Done,
    /// It is not done after all.
    Open,
    /// So many are there by now.
    Count(u32),
    /// It is due on another day, and why.
    Moved {
        /// The new day.
        to: NaiveDate,
        /// Why.
        reason: String,
    },
}

/// How an item stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// Done by the day it was due at first.
    Done,
    /// Done after that day.
    DoneLate,
    /// Not yet due.
    Open,
    /// Past due.
    Overdue,
}

/// An item with what was noted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Progress {
    /// The item.
    pub item: Item,
    /// The day it was due at first.
    pub original: NaiveDate,
    /// The day it is due now.
    pub due: NaiveDate,
    /// Why it was moved; empty when it was not.
    pub reason: String,
    /// The day it was done.
    pub done: Option<NaiveDate>,
    /// How many there are, for a counted item.
    pub count: Option<u32>,
    /// How it stands.
    pub state: State,
}

impl Progress {
    /// Days by which it slipped, or negative, came forward.
    #[must_use]
    pub fn slip(&self) -> i64 {
        (self.due - self.original).num_days()
    }
}

/// A launch on a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Launch {
    /// The day of the start: day 0.
    pub start: NaiveDate,
    /// Days since.
    pub day: i64,
    /// Every item, in the checklist's order.
    pub items: Vec<Progress>,
    /// The day of the gate to which the launch is handed over: day 90.
    pub gate: NaiveDate,
}

impl Launch {
    /// How many items are done.
    #[must_use]
    pub fn done(&self) -> usize {
        self.items.iter().filter(|item| item.done.is_some()).count()
    }

    /// Whether everything is done, so that the day-90 gate is what remains.
    #[must_use]
    pub fn handed_over(&self) -> bool {
        self.items.iter().all(|item| item.done.is_some())
    }
}

/// The launch of a distributor as of a day: dates from the start, slips beside the originals.
#[must_use]
pub fn launch(items: &[Item], marks: &[Mark], start: NaiveDate, playbook: &Playbook, today: NaiveDate) -> Launch {
    Launch {
        start,
        day: (today - start).num_days(),
        items: items.iter().map(|item| progress(item, marks, start, today)).collect(),
        gate: start.checked_add_days(Days::new(playbook.launch_days.into())).unwrap_or(start),
    }
}

fn progress(item: &Item, marks: &[Mark], start: NaiveDate, today: NaiveDate) -> Progress {
    let original = due(start, item.week);
    let (mut done, mut count, mut moved) = (None, None, None);
    for mark in marks.iter().filter(|mark| mark.item == item.key && mark.on <= today) {
        match &mark.kind {
            MarkKind::Done => done = Some(mark.on),
            MarkKind::Open => done = None,
            MarkKind::Count(number) => {
                count = Some(*number);
                let enough = item.counter.is_some_and(|counter| *number >= counter.least);
                done = enough.then(|| done.unwrap_or(mark.on));
            }
            MarkKind::Moved { to, reason } => moved = Some((*to, reason.clone())),
        }
    }
    let (due, reason) = moved.unwrap_or((original, String::new()));
    let state = match done {
        Some(day) if day <= original => State::Done,
        Some(_) => State::DoneLate,
        None if today > due => State::Overdue,
        None => State::Open,
    };
    Progress { item: item.clone(), original, due, reason, done, count, state }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::launch::default_checklist;

    fn date(text: &str) -> NaiveDate {
        text.parse().expect("a literal")
    }

    fn mark(item: &str, kind: MarkKind, on: &str) -> Mark {
        Mark { item: ItemKey::new(item), kind, on: date(on) }
    }

    /// An item of a launch that started on 1 October 2026.
    #[track_caller]
    fn check(item: &str, marks: &[Mark], today: &str, state: State, slip: i64) {
        let items = default_checklist();
        let launch = launch(&items, marks, date("2026-10-01"), &Playbook::default_rules(), date(today));
        let found = launch.items.iter().find(|progress| progress.item.key.as_str() == item).expect("it ships");
        assert_eq!((found.state, found.slip()), (state, slip), "{item} on {today}");
    }

    #[test]
    fn an_item_is_open_until_its_day_is_over() {
        check("agreement-signed", &[], "2026-10-08", State::Open, 0);
        check("agreement-signed", &[], "2026-10-09", State::Overdue, 0);
        let done = [mark("agreement-signed", MarkKind::Done, "2026-10-08")];
        check("agreement-signed", &done, "2026-10-20", State::Done, 0);
        let late = [mark("agreement-signed", MarkKind::Done, "2026-10-09")];
        check("agreement-signed", &late, "2026-10-20", State::DoneLate, 0);
    }

    #[test]
    fn a_slip_stands_beside_the_original_and_does_not_make_late_work_punctual() {
        let moved = MarkKind::Moved { to: date("2026-10-12"), reason: "Stamp duty".into() };
        let mut marks = vec![mark("agreement-signed", moved, "2026-10-07")];
        check("agreement-signed", &marks, "2026-10-12", State::Open, 4);
        check("agreement-signed", &marks, "2026-10-13", State::Overdue, 4);
        marks.push(mark("agreement-signed", MarkKind::Done, "2026-10-11"));
        check("agreement-signed", &marks, "2026-10-20", State::DoneLate, 4);
    }

    #[test]
    fn a_counter_is_done_from_its_least_on_and_open_again_below() {
        let mut marks = vec![mark("target-accounts", MarkKind::Count(29), "2026-10-10")];
        check("target-accounts", &marks, "2026-10-10", State::Open, 0);
        marks.push(mark("target-accounts", MarkKind::Count(30), "2026-10-14"));
        check("target-accounts", &marks, "2026-10-20", State::Done, 0);
        marks.push(mark("target-accounts", MarkKind::Count(28), "2026-10-16"));
        check("target-accounts", &marks, "2026-10-20", State::Overdue, 0);
    }

    #[test]
    fn when_all_is_done_the_launch_is_handed_over_to_the_gate_of_day_90() {
        let items = default_checklist();
        let kind = |item: &Item| item.counter.map_or(MarkKind::Done, |counter| MarkKind::Count(counter.least));
        let marks: Vec<_> = items.iter().map(|item| mark(item.key.as_str(), kind(item), "2026-10-05")).collect();
        let of = |marks: &[Mark], today: &str| {
            launch(&items, marks, date("2026-10-01"), &Playbook::default_rules(), date(today))
        };
        let all = of(&marks, "2026-10-06");
        assert_eq!((all.done(), all.handed_over(), all.day, all.gate), (12, true, 5, date("2026-12-30")));
        assert!(!of(&marks[1..], "2026-10-06").handed_over());
        assert_eq!(of(&marks, "2026-10-04").done(), 0, "marks of a later day are not there yet");
    }
}
