//! Underperformance: a gap in the months' scorecards, a plan of exactly three actions, and what its review shows.

mod gap;
mod plan;
mod review;

pub use gap::{Gap, GapMonth, gaps};
pub use plan::{ACTIONS, Action, Flaw, Plan, PlanState, flaws, review_day, state};
pub use review::{Compared, Outcome, Verdict, compare};
