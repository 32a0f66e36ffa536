//! The quarterly business review: its agenda, what is proposed for it, and the actions that come out of it.

mod action;
mod agenda;
mod outcome;

pub use action::{Action, ActionState, Full, MOST_OPEN, Settled, Settling, open, room};
pub use agenda::{Agenda, LONGEST, NotAnAgenda, SHORTEST, Slot, Topic};
pub use outcome::{Cause, Outcome, Said, Side, propose};

/// Priorities of the next quarter at most: more are none.
pub const MOST_PRIORITIES: usize = 5;
