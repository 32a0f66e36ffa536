//! Noting what is done of a launch.

use playbook::launch::{Item, ItemKey, Mark, MarkKind};
use store::{ActKind, What};

use super::title;
use crate::desk::Desk;
use crate::error::{DeskError, ErrorKind};
use crate::now::Now;
use crate::typed;
use crate::view::LaunchView;

impl Desk {
    /// Says that an item was done today, or is open again.
    ///
    /// # Errors
    /// When there is no such item, it is counted, or the distributor has no start date.
    pub fn tick_launch(&mut self, id: &str, item: &str, done: bool, now: Now) -> Result<LaunchView, DeskError> {
        let kind = if done { MarkKind::Done } else { MarkKind::Open };
        let key = if done { "entry-launch-done" } else { "entry-launch-open" };
        self.mark(id, item, kind, What::new(key), now)
    }

    /// Says how many of a counted item there are by now.
    ///
    /// # Errors
    /// When there is no such item, it is not counted, or the distributor has no start date.
    pub fn count_launch(&mut self, id: &str, item: &str, count: u32, now: Now) -> Result<LaunchView, DeskError> {
        self.mark(id, item, MarkKind::Count(count), What::new("entry-launch-count").with("number", count), now)
    }

    /// Moves an item to another day, ISO; the original stays beside it.
    ///
    /// # Errors
    /// When there is no such item or day, no reason, or the distributor has no start date.
    pub fn move_launch(
        &mut self,
        id: &str,
        item: &str,
        to: &str,
        reason: &str,
        now: Now,
    ) -> Result<LaunchView, DeskError> {
        let day = typed::day(to)?;
        let reason = reason.trim();
        if reason.is_empty() {
            return Err(DeskError::new(ErrorKind::Invalid, "launch-reason", &[]));
        }
        let kind = MarkKind::Moved { to: day, reason: reason.to_owned() };
        self.mark(id, item, kind, What::new("entry-launch-moved").with("to", day), now)
    }

    fn mark(&mut self, id: &str, item: &str, kind: MarkKind, what: What, now: Now) -> Result<LaunchView, DeskError> {
        let today = self.day(now);
        let held = self.distributor_of(id)?;
        let name = held.card.name.as_str();
        let no_start = || DeskError::new(ErrorKind::Invalid, "launch-start", &[("name", name.into())]);
        let launch = self.launch_of(&held, today)?.ok_or_else(no_start)?;
        let known = launch.items.iter().map(|progress| &progress.item).find(|known| known.key.as_str() == item);
        let unknown = || DeskError::new(ErrorKind::Invalid, "launch-item", &[("text", item.into())]);
        let known = known.ok_or_else(unknown)?;
        suits(known, &kind)?;
        let what = what.with("name", name).with("item", title(known));
        let mark = Mark { item: ItemKey::new(item), kind, on: today };
        self.record(ActKind::Launch, what, now, |writing| Ok(writing.mark_launch(held.id, &mark)?))?;
        self.launch(id, now)
    }
}

/// A counted item is counted, another one ticked; either can be moved.
fn suits(item: &Item, kind: &MarkKind) -> Result<(), DeskError> {
    match (kind, item.counter) {
        (MarkKind::Done | MarkKind::Open, Some(_)) => Err(DeskError::new(ErrorKind::Invalid, "launch-counted", &[])),
        (MarkKind::Count(_), None) => Err(DeskError::new(ErrorKind::Invalid, "launch-ticked", &[])),
        _ => Ok(()),
    }
}
