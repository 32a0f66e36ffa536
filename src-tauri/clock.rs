//! The clock. Nothing below the shell reads it: use cases are told what day it is.

use chrono::{Local, NaiveDate};
use desk::Now;

/// The laptop's clock, or one that stands on a day of the user's choice.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Clock {
    today: Option<NaiveDate>,
}

impl Clock {
    /// A clock whose day is `today` where that is said.
    pub(crate) fn new(today: Option<NaiveDate>) -> Self {
        Self { today }
    }

    /// This moment.
    pub(crate) fn now(self) -> Now {
        let now = Now::at(Local::now().fixed_offset());
        self.today.map_or(now, |today| now.on(today))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_clock_that_stands_still_moves_the_day_alone() {
        let day = NaiveDate::from_ymd_opt(2026, 11, 2).expect("a day");
        let standing = Clock::new(Some(day)).now();
        assert_eq!(standing.today, day);
        assert!(standing.utc <= Clock::default().now().utc);
    }
}
