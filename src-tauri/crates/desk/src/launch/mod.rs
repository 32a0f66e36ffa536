//! The launch: a checklist of 30 days from the start date, with slips beside the original dates.

mod change;
mod inbox;
mod list;
#[cfg(test)]
mod tests;

pub(crate) use inbox::inbox_rows;

use chrono::NaiveDate;
use playbook::launch::{Item, Launch, Progress, State, launch};
use store::Distributor;

use crate::desk::Desk;
use crate::error::DeskError;
use crate::now::Now;
use crate::view::{LaunchItemView, LaunchView, LaunchWeek, Mark};
use crate::{format, words};

impl Desk {
    /// The launch of a distributor.
    ///
    /// # Errors
    /// When the distributor is gone, or the record can't be read.
    pub fn launch(&self, id: &str, now: Now) -> Result<LaunchView, DeskError> {
        let today = self.day(now);
        let held = self.distributor_of(id)?;
        let words = words();
        let Some(launch) = self.launch_of(&held, today)? else {
            let note = words.say("launch-no-start-note", &[]);
            return Ok(LaunchView { lead: words.say("launch-no-start", &[]), note, weeks: Vec::new() });
        };
        let weeks: Vec<u32> = launch.items.iter().map(|item| item.item.week).collect();
        let weeks = (1..=4).filter(|week| weeks.contains(week)).map(|week| self::week(&launch, week, today)).collect();
        Ok(LaunchView { lead: lead(&launch, today), note: note(&launch, today), weeks })
    }

    /// How a distributor's launch stands; `None` where no start date is known.
    pub(crate) fn launch_of(&self, held: &Distributor, today: NaiveDate) -> Result<Option<Launch>, DeskError> {
        let Some(start) = held.card.start else { return Ok(None) };
        let (items, marks) = (self.store.checklist(start)?, self.store.launch_marks(held.id)?);
        Ok(Some(launch(&items, &marks, start, &self.rules_on(start)?, today)))
    }
}

/// An item's title: what a person wrote, else the catalogue's.
pub(crate) fn title(item: &Item) -> String {
    let key = format!("launch-{}", item.key.as_str());
    if item.title.is_empty() && words().knows(&key) { words().say(&key, &[]) } else { item.title.clone() }
}

fn lead(launch: &Launch, today: NaiveDate) -> String {
    let words = words();
    let (done, count) = (launch.done(), launch.items.len());
    if launch.day < 0 {
        return words.say("launch-before", &[("day", format::long_day(words, launch.start).into())]);
    }
    if launch.handed_over() {
        return words.say("launch-handed-over", &[("count", count.into())]);
    }
    let overdue = launch.items.iter().filter(|item| item.state == State::Overdue).count();
    let day = (today - launch.start).num_days();
    let values = [("day", day.into()), ("done", done.into()), ("count", count.into()), ("overdue", overdue.into())];
    words.say("launch-lead", &values)
}

fn note(launch: &Launch, today: NaiveDate) -> String {
    let key = if today > launch.gate { "launch-gate-passed" } else { "launch-gate-ahead" };
    words().say(key, &[("day", format::day_short(words(), launch.gate).into())])
}

fn week(launch: &Launch, week: u32, today: NaiveDate) -> LaunchWeek {
    let words = words();
    let due = playbook::launch::due(launch.start, week);
    LaunchWeek {
        title: words.say("launch-week", &[("week", week.into())]),
        due: words.say("launch-week-due", &[("day", format::day_short(words, due).into())]),
        items: launch.items.iter().filter(|item| item.item.week == week).map(|one| item(one, today)).collect(),
    }
}

fn item(progress: &Progress, today: NaiveDate) -> LaunchItemView {
    let words = words();
    let (mark, state) = state(progress, today);
    LaunchItemView {
        key: progress.item.key.as_str().to_owned(),
        title: title(&progress.item),
        mark,
        state,
        done: progress.done.is_some(),
        counted: progress.item.counter.is_some(),
        count: progress.count,
        goal: goal(progress),
        due: format::day_short(words, progress.due),
        due_date: progress.due.to_string(),
        slip: slip(progress),
    }
}

fn state(progress: &Progress, today: NaiveDate) -> (Mark, String) {
    let words = words();
    let done = |key: &str| {
        let day = progress.done.map(|day| format::day(words, day)).unwrap_or_default();
        words.say(key, &[("day", day.into())])
    };
    match progress.state {
        State::Done => (Mark::Met, done("launch-done")),
        State::DoneLate => (Mark::Late, done("launch-done-late")),
        State::Open => (Mark::NotDue, words.say("launch-open", &[])),
        State::Overdue => {
            let days = (today - progress.due).num_days();
            (Mark::Missing, words.say("launch-overdue", &[("days", days.into())]))
        }
    }
}

fn goal(progress: &Progress) -> String {
    let words = words();
    let Some(counter) = progress.item.counter else { return String::new() };
    match counter.most {
        Some(most) if progress.count.is_some_and(|count| count > most) => {
            words.say("launch-goal-above", &[("most", most.into())])
        }
        Some(most) => words.say("launch-goal-range", &[("least", counter.least.into()), ("most", most.into())]),
        None => words.say("launch-goal-from", &[("least", counter.least.into())]),
    }
}

fn slip(progress: &Progress) -> String {
    let slip = progress.slip();
    if slip == 0 {
        return String::new();
    }
    let key = if slip > 0 { "launch-slip-later" } else { "launch-slip-earlier" };
    let values = [
        ("day", format::day_short(words(), progress.original).into()),
        ("days", slip.abs().into()),
        ("reason", progress.reason.as_str().into()),
    ];
    words().say(key, &values)
}
