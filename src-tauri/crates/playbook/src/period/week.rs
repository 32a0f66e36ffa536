//! ISO weeks.

use std::fmt;

use chrono::{Datelike, Days, NaiveDate, Weekday};

use super::{Month, YEARS};

/// An ISO 8601 week, Monday to Sunday.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Week {
    year: i32,
    week: u32,
}

impl Week {
    /// The week of that ISO year and number, if the year has it (2026 has 53).
    #[must_use]
    pub fn new(year: i32, week: u32) -> Option<Self> {
        let known = YEARS.contains(&year);
        (known && NaiveDate::from_isoywd_opt(year, week, Weekday::Mon).is_some()).then_some(Self { year, week })
    }

    /// The week that holds a day.
    #[must_use]
    pub fn of(day: NaiveDate) -> Self {
        let week = day.iso_week();
        Self { year: week.year(), week: week.week() }
    }

    /// The ISO year, which near New Year may differ from the calendar's.
    #[must_use]
    pub fn year(self) -> i32 {
        self.year
    }

    /// The week's number, 1 to 53.
    #[must_use]
    pub fn number(self) -> u32 {
        self.week
    }

    /// Its Monday.
    #[must_use]
    pub fn first_day(self) -> NaiveDate {
        NaiveDate::from_isoywd_opt(self.year, self.week, Weekday::Mon).unwrap_or(NaiveDate::MIN)
    }

    /// Its Sunday.
    #[must_use]
    pub fn last_day(self) -> NaiveDate {
        self.first_day() + Days::new(6)
    }

    /// The month that holds its Thursday.
    #[must_use]
    pub fn month(self) -> Month {
        Month::of(self.thursday())
    }

    /// The day that decides to which month and quarter it belongs.
    #[must_use]
    pub fn thursday(self) -> NaiveDate {
        self.first_day() + Days::new(3)
    }

    /// The week after.
    #[must_use]
    pub fn next(self) -> Self {
        Self::of(self.first_day() + Days::new(7))
    }

    /// The week before.
    #[must_use]
    pub fn previous(self) -> Self {
        Self::of(self.first_day() - Days::new(7))
    }
}

impl fmt::Display for Week {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-W{:02}", self.year, self.week)
    }
}
