//! What is on the checklist.

use chrono::{Days, NaiveDate};

use crate::key::key;

/// Weeks of the checklist.
const WEEKS: u32 = 4;

key! {
    /// The name of an item. Stored marks refer to it: never renamed. The title of one that ships is the message
    /// `launch-KEY`.
    ItemKey
}

/// How many of something an item asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Counter {
    /// From this many on it is done.
    pub least: u32,
    /// More than this is no longer lean.
    pub most: Option<u32>,
}

/// An item of the checklist.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    /// Its name.
    pub key: ItemKey,
    /// 1 to 4.
    pub week: u32,
    /// Its title where a person wrote it; empty for one that ships.
    pub title: String,
    /// Counted rather than ticked.
    pub counter: Option<Counter>,
}

/// The checklist that ships: four weeks by three items.
#[must_use]
pub fn default_checklist() -> Vec<Item> {
    let item = |week, key, counter| Item { key: ItemKey::fixed(key), week, title: String::new(), counter };
    let count = |least, most| Some(Counter { least, most });
    vec![
        item(1, "agreement-signed", None),
        item(1, "contacts-named", None),
        item(1, "products-trained", None),
        item(2, "target-accounts", count(30, Some(50))),
        item(2, "prices-and-bands", None),
        item(2, "report-forms-sent", None),
        item(3, "joint-visits", None),
        item(3, "first-weekly-update", None),
        item(3, "first-promotion-window", None),
        item(4, "opportunities", count(5, None)),
        item(4, "first-order", None),
        item(4, "thirty-day-review", None),
    ]
}

/// The day by which a week's items are due: days 7, 14 and 21, and day 30 for the last week.
#[must_use]
pub fn due(start: NaiveDate, week: u32) -> NaiveDate {
    let day = if week >= WEEKS { 30 } else { 7 * week };
    start.checked_add_days(Days::new(day.into())).unwrap_or(start)
}

/// Why a checklist can't be saved. The message is `launch-flaw-KEY`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ItemFlaw {
    /// Nothing is on it.
    Empty,
    /// The item of that number is in no week from 1 to 4.
    Week(usize),
    /// The item of that number has no title.
    NoTitle(usize),
    /// The counter of that item asks for nothing, or for more than it allows.
    Counter(usize),
    /// Two items have that key.
    Twice(ItemKey),
}

/// What is wrong with a checklist; empty when it can be saved. Numbers start at 1.
#[must_use]
pub fn checklist_flaws(items: &[Item]) -> Vec<ItemFlaw> {
    let ships = default_checklist();
    let mut flaws = Vec::new();
    if items.is_empty() {
        flaws.push(ItemFlaw::Empty);
    }
    for (number, item) in (1..).zip(items) {
        if !(1..=WEEKS).contains(&item.week) {
            flaws.push(ItemFlaw::Week(number));
        }
        if item.title.trim().is_empty() && !ships.iter().any(|known| known.key == item.key) {
            flaws.push(ItemFlaw::NoTitle(number));
        }
        if item.counter.is_some_and(|c| c.least == 0 || c.most.is_some_and(|most| most < c.least)) {
            flaws.push(ItemFlaw::Counter(number));
        }
        if items[..number - 1].iter().any(|before| before.key == item.key) {
            flaws.push(ItemFlaw::Twice(item.key.clone()));
        }
    }
    flaws
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn four_weeks_by_three_items_due_within_thirty_days() {
        let items = default_checklist();
        for week in 1..=4 {
            assert_eq!(items.iter().filter(|item| item.week == week).count(), 3, "week {week}");
        }
        let start: NaiveDate = "2026-10-01".parse().expect("a literal");
        let days: Vec<_> = (1..=4).map(|week| due(start, week).to_string()).collect();
        assert_eq!(days, ["2026-10-08", "2026-10-15", "2026-10-22", "2026-10-31"]);
        assert_eq!(checklist_flaws(&items), []);
    }

    #[test]
    fn a_checklist_with_flaws_is_told_which() {
        let own = |key: &str, week, title: &str, counter| Item {
            key: ItemKey::new(key),
            week,
            title: title.to_owned(),
            counter,
        };
        let upside_down = Some(Counter { least: 50, most: Some(30) });
        let items = [own("a", 5, "Meet", None), own("b", 1, " ", None), own("a", 2, "Count", upside_down)];
        let expected =
            [ItemFlaw::Week(1), ItemFlaw::NoTitle(2), ItemFlaw::Counter(3), ItemFlaw::Twice(ItemKey::new("a"))];
        assert_eq!(checklist_flaws(&items), expected);
        assert_eq!(checklist_flaws(&[]), [ItemFlaw::Empty]);
    }
}
