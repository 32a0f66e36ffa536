//! The launch: a checklist of 30 days, four weeks by three items, dates from the start date, slips beside the originals.

mod checklist;
mod progress;

pub use checklist::{Counter, Item, ItemFlaw, ItemKey, checklist_flaws, default_checklist, due};
pub use progress::{Launch, Mark, MarkKind, Progress, State, launch};
