//! Actions of quarterly reviews: at most five are open with a distributor, and one is carried over until it is settled.

use chrono::NaiveDate;

use crate::period::Quarter;

/// Actions that may be open with a distributor, those carried over included.
pub const MOST_OPEN: usize = 5;

/// An action that a review agreed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Action {
    /// The quarter whose review agreed it.
    pub agreed: Quarter,
    /// The day by which it is to be done.
    pub due: NaiveDate,
    /// How it ended; `None` while it is open.
    pub settled: Option<Settled>,
}

/// How an action ended, and when.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Settled {
    /// How.
    pub how: Settling,
    /// The day.
    pub on: NaiveDate,
}

/// How an action ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Settling {
    /// It was done.
    Done,
    /// It is not wanted any more.
    Dropped,
}

impl Settling {
    /// The name in the store.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Done => "done",
            Self::Dropped => "dropped",
        }
    }

    /// The end of that key.
    #[must_use]
    pub fn from_key(key: &str) -> Option<Self> {
        [Self::Done, Self::Dropped].into_iter().find(|how| how.key() == key)
    }
}

/// Where an action stands as of a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ActionState {
    /// Its day has not passed.
    Open,
    /// It is open so many days after its day.
    Overdue(i64),
    /// It ended.
    Settled(Settled),
}

/// No further action can be agreed: so many are open.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("{0} actions are open")]
pub struct Full(pub usize);

impl Action {
    /// Where it stands.
    #[must_use]
    pub fn state(&self, today: NaiveDate) -> ActionState {
        match self.settled {
            Some(settled) => ActionState::Settled(settled),
            None if today > self.due => ActionState::Overdue((today - self.due).num_days()),
            None => ActionState::Open,
        }
    }

    /// Whether the review of a quarter goes through it: those it agreed, and earlier ones that were still open when the
    /// quarter began.
    #[must_use]
    pub fn is_listed(&self, quarter: Quarter) -> bool {
        self.agreed == quarter || self.is_carried(quarter)
    }

    /// Whether it came into a quarter from an earlier review.
    #[must_use]
    pub fn is_carried(&self, quarter: Quarter) -> bool {
        self.agreed < quarter && self.settled.is_none_or(|settled| settled.on >= quarter.first_day())
    }
}

/// How many of a distributor's actions are open, whichever review agreed them: the oldest still count.
#[must_use]
pub fn open(actions: &[Action]) -> usize {
    actions.iter().filter(|action| action.settled.is_none()).count()
}

/// How many more actions can be agreed with a distributor.
///
/// # Errors
/// [`Full`] when none can.
pub fn room(actions: &[Action]) -> Result<usize, Full> {
    let open = open(actions);
    MOST_OPEN.checked_sub(open).filter(|left| *left > 0).ok_or(Full(open))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().expect("a literal")
    }

    fn action(agreed: &str, settled: Option<(Settling, &str)>) -> Action {
        Action {
            agreed: agreed.parse().expect("a literal"),
            due: day("2026-10-31"),
            settled: settled.map(|(how, on)| Settled { how, on: day(on) }),
        }
    }

    #[test]
    fn five_may_be_open_and_those_carried_over_count() {
        let open = |quarter| action(quarter, None);
        let done = |quarter| action(quarter, Some((Settling::Done, "2026-10-20")));
        let dropped = action("2026-Q3", Some((Settling::Dropped, "2026-10-20")));
        for (actions, expected) in [
            (vec![], Ok(5)),
            (vec![open("2026-Q3"); 4], Ok(1)),
            (vec![open("2026-Q3"); 5], Err(Full(5))),
            ([vec![open("2026-Q1"); 3], vec![open("2026-Q3"); 2]].concat(), Err(Full(5))),
            ([vec![open("2026-Q1"); 3], vec![open("2026-Q3")]].concat(), Ok(1)),
            ([vec![done("2026-Q3"); 5], vec![open("2026-Q2"); 4]].concat(), Ok(1)),
            ([vec![dropped], vec![open("2026-Q3"); 4]].concat(), Ok(1)),
            // An undone settling may open a sixth again: it is shown, and no further one fits.
            (vec![open("2026-Q3"); 6], Err(Full(6))),
        ] {
            assert_eq!(room(&actions), expected, "{actions:?}");
        }
    }

    #[test]
    fn an_action_is_carried_over_until_it_is_settled() {
        let listed = |action: &Action, quarter: &str| {
            let quarter = quarter.parse().expect("a literal");
            (action.is_listed(quarter), action.is_carried(quarter))
        };
        let open = action("2026-Q2", None);
        assert_eq!(listed(&open, "2026-Q1"), (false, false));
        assert_eq!(listed(&open, "2026-Q2"), (true, false));
        assert_eq!(listed(&open, "2026-Q3"), (true, true));
        assert_eq!(listed(&open, "2027-Q1"), (true, true));
        let done = action("2026-Q2", Some((Settling::Done, "2026-07-01")));
        assert_eq!(listed(&done, "2026-Q2"), (true, false));
        assert_eq!(listed(&done, "2026-Q3"), (true, true));
        assert_eq!(listed(&done, "2026-Q4"), (false, false));
        let early = action("2026-Q2", Some((Settling::Dropped, "2026-06-30")));
        assert_eq!(listed(&early, "2026-Q3"), (false, false));
    }

    #[test]
    fn an_open_action_is_overdue_from_the_day_after_its_day() {
        let open = action("2026-Q3", None);
        assert_eq!(open.state(day("2026-10-31")), ActionState::Open);
        assert_eq!(open.state(day("2026-11-02")), ActionState::Overdue(2));
        let done = action("2026-Q3", Some((Settling::Done, "2026-11-05")));
        let settled = Settled { how: Settling::Done, on: day("2026-11-05") };
        assert_eq!(done.state(day("2026-11-30")), ActionState::Settled(settled));
    }
}
