//! Calendar months.

use std::fmt;

use chrono::{Datelike, Days, NaiveDate};

use super::{Week, YEARS};

/// A calendar month.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Month {
    year: i32,
    month: u32,
}

impl Month {
    /// The month of that year, 1 to 12.
    #[must_use]
    pub fn new(year: i32, month: u32) -> Option<Self> {
        (YEARS.contains(&year) && (1..=12).contains(&month)).then_some(Self { year, month })
    }

    /// The month that holds a day.
    #[must_use]
    pub fn of(day: NaiveDate) -> Self {
        Self { year: day.year(), month: day.month() }
    }

    /// The calendar year.
    #[must_use]
    pub fn year(self) -> i32 {
        self.year
    }

    /// 1 to 12.
    #[must_use]
    pub fn number(self) -> u32 {
        self.month
    }

    /// Its first day.
    #[must_use]
    pub fn first_day(self) -> NaiveDate {
        NaiveDate::from_ymd_opt(self.year, self.month, 1).unwrap_or(NaiveDate::MIN)
    }

    /// Its last day.
    #[must_use]
    pub fn last_day(self) -> NaiveDate {
        self.next().first_day() - Days::new(1)
    }

    /// The month after.
    #[must_use]
    pub fn next(self) -> Self {
        if self.month == 12 { Self { year: self.year + 1, month: 1 } } else { Self { month: self.month + 1, ..self } }
    }

    /// The month before.
    #[must_use]
    pub fn previous(self) -> Self {
        if self.month == 1 { Self { year: self.year - 1, month: 12 } } else { Self { month: self.month - 1, ..self } }
    }

    /// The same month of the year before.
    #[must_use]
    pub fn year_before(self) -> Self {
        Self { year: self.year - 1, ..self }
    }

    /// Its four or five weeks: those whose Thursday it holds.
    #[must_use]
    pub fn weeks(self) -> Vec<Week> {
        let first = Week::of(self.first_day());
        let weeks = std::iter::successors(Some(first), |week| Some(week.next())).take(6);
        weeks.filter(|week| week.month() == self).collect()
    }

    /// Its place in time, in months.
    pub(super) fn at(self) -> i64 {
        i64::from(self.year) * 12 + i64::from(self.month) - 1
    }
}

impl fmt::Display for Month {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}", self.year, self.month)
    }
}
