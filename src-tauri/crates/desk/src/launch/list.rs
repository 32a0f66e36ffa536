//! The checklist itself, as it is edited.

use playbook::launch::{Counter, Item, ItemFlaw, ItemKey, checklist_flaws, default_checklist};
use store::{ActKind, What};

use super::title;
use crate::desk::Desk;
use crate::error::{DeskError, ErrorKind};
use crate::now::Now;
use crate::view::{ChecklistItem, ChecklistView};
use crate::{format, words};

impl Desk {
    /// The checklist that a launch which starts today follows.
    ///
    /// # Errors
    /// When the record can't be read.
    pub fn checklist(&self, now: Now) -> Result<ChecklistView, DeskError> {
        let items = self.store.checklist(self.day(now))?;
        Ok(ChecklistView {
            note: words().say("launch-list-ships", &[]),
            items: items
                .iter()
                .map(|item| ChecklistItem {
                    key: item.key.as_str().to_owned(),
                    week: item.week,
                    title: title(item),
                    least: item.counter.map(|counter| counter.least),
                    most: item.counter.and_then(|counter| counter.most),
                })
                .collect(),
        })
    }

    /// Sets the checklist for launches that start today or later.
    ///
    /// # Errors
    /// When it has flaws: each in a sentence.
    pub fn set_checklist(&mut self, items: &[ChecklistItem], now: Now) -> Result<ChecklistView, DeskError> {
        let today = self.day(now);
        let items = entered(items);
        let found = checklist_flaws(&items);
        if !found.is_empty() {
            let message = found.iter().map(sentence).collect::<Vec<_>>().join(" ");
            return Err(DeskError { kind: ErrorKind::Invalid, message, hint: String::new() });
        }
        let what = What::new("entry-launch-list").with("from", format::day_with_year(words(), today));
        self.record(ActKind::Launch, what, now, |writing| Ok(writing.set_checklist(&items, today)?))?;
        let mut view = self.checklist(now)?;
        view.note = words().say("launch-list-since", &[("day", format::day_with_year(words(), today).into())]);
        Ok(view)
    }
}

/// The items as the playbook has them. A new one gets the first free key; one whose title is the catalogue's keeps none
/// of its own, so that it is said in the reader's language.
fn entered(items: &[ChecklistItem]) -> Vec<Item> {
    let ships = default_checklist();
    let mut free = (1..).map(|number| format!("own-{number}")).filter(|key| items.iter().all(|item| item.key != *key));
    items
        .iter()
        .map(|item| {
            let key = if item.key.is_empty() { free.next().unwrap_or_default() } else { item.key.clone() };
            let own = item.title.trim();
            let same = ships.iter().any(|known| known.key.as_str() == key && title(known) == own);
            Item {
                key: ItemKey::new(&key),
                week: item.week,
                title: if same { String::new() } else { own.to_owned() },
                counter: item.least.map(|least| Counter { least, most: item.most }),
            }
        })
        .collect()
}

fn sentence(flaw: &ItemFlaw) -> String {
    let words = words();
    match flaw {
        ItemFlaw::Empty => words.say("launch-flaw-empty", &[]),
        ItemFlaw::Week(number) => words.say("launch-flaw-week", &[("number", (*number).into())]),
        ItemFlaw::NoTitle(number) => words.say("launch-flaw-no-title", &[("number", (*number).into())]),
        ItemFlaw::Counter(number) => words.say("launch-flaw-counter", &[("number", (*number).into())]),
        ItemFlaw::Twice(key) => words.say("launch-flaw-twice", &[("key", key.as_str().into())]),
    }
}
