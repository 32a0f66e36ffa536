//! Quarters of a fiscal year.

use std::fmt;

use chrono::NaiveDate;

use super::{Month, Period, Week};

/// When years begin: on the first day of a month. A fiscal year is named after the calendar year in which it begins:
/// with April, 2026 runs from April 2026 to March 2027.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FiscalYear(u32);

/// A quarter of a fiscal year. It knows in which month its year begins, so that its months never depend on a setting that
/// changes later.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Quarter {
    first: Month,
    fiscal: FiscalYear,
}

impl FiscalYear {
    /// The calendar year, from January.
    pub const CALENDAR: Self = Self(1);

    /// Years that begin with that month, 1 to 12.
    #[must_use]
    pub fn starting(month: u32) -> Option<Self> {
        (1..=12).contains(&month).then_some(Self(month))
    }

    /// The month with which years begin, 1 to 12.
    #[must_use]
    pub fn first_month(self) -> u32 {
        self.0
    }

    /// The quarter of that year, 1 to 4.
    #[must_use]
    pub fn quarter(self, year: i32, number: u32) -> Option<Quarter> {
        let first = (1..=4).contains(&number).then(|| Month::new(year, self.0)).flatten()?;
        let first = (1..number).fold(first, |month, _| month.next().next().next());
        Some(Quarter { first, fiscal: self })
    }

    /// The quarter that holds a day.
    #[must_use]
    pub fn quarter_on(self, day: NaiveDate) -> Quarter {
        self.quarter_of_month(Month::of(day))
    }

    /// The quarter that a week, a month or a quarter of any other year belongs to: the one that holds the week's
    /// Thursday, the month, the quarter's first month.
    #[must_use]
    pub fn quarter_of(self, period: impl Into<Period>) -> Quarter {
        match period.into() {
            Period::Week(week) => self.quarter_of_month(week.month()),
            Period::Month(month) => self.quarter_of_month(month),
            Period::Quarter(quarter) => self.quarter_of_month(quarter.first),
        }
    }

    fn quarter_of_month(self, month: Month) -> Quarter {
        // Months since a quarter began: quarters begin with the year's first month and every third from there.
        let since = (month.number() + 12 - self.0) % 3;
        Quarter { first: (0..since).fold(month, |month, _| month.previous()), fiscal: self }
    }
}

impl Quarter {
    /// The year it belongs to, named after the calendar year in which that year begins.
    #[must_use]
    pub fn year(self) -> i32 {
        if self.first.number() >= self.fiscal.0 { self.first.year() } else { self.first.year() - 1 }
    }

    /// 1 to 4.
    #[must_use]
    pub fn number(self) -> u32 {
        (self.first.number() + 12 - self.fiscal.0) % 12 / 3 + 1
    }

    /// The years it is a quarter of.
    #[must_use]
    pub fn fiscal_year(self) -> FiscalYear {
        self.fiscal
    }

    /// The quarter of the same year and number where years begin as they do there: what a person means who writes
    /// `2026-Q3`.
    #[must_use]
    pub fn read_in(self, fiscal: FiscalYear) -> Option<Self> {
        fiscal.quarter(self.year(), self.number())
    }

    /// Its three months.
    #[must_use]
    pub fn months(self) -> [Month; 3] {
        [self.first, self.first.next(), self.first.next().next()]
    }

    /// Its 13 or 14 weeks: those whose Thursday it holds. The first quarter of a year that begins on a Friday has 12.
    #[must_use]
    pub fn weeks(self) -> Vec<Week> {
        self.months().into_iter().flat_map(Month::weeks).collect()
    }

    /// Whether a week or a month belongs to it, or is it.
    #[must_use]
    pub fn holds(self, period: Period) -> bool {
        match period {
            Period::Week(week) => self.holds(week.month().into()),
            Period::Month(month) => (0..3).contains(&(month.at() - self.first.at())),
            Period::Quarter(quarter) => quarter == self,
        }
    }

    /// Its first day.
    #[must_use]
    pub fn first_day(self) -> NaiveDate {
        self.first.first_day()
    }

    /// Its last day.
    #[must_use]
    pub fn last_day(self) -> NaiveDate {
        self.months()[2].last_day()
    }

    /// The quarter after.
    #[must_use]
    pub fn next(self) -> Self {
        Self { first: self.months()[2].next(), ..self }
    }

    /// The quarter before.
    #[must_use]
    pub fn previous(self) -> Self {
        Self { first: self.first.previous().previous().previous(), ..self }
    }

    /// The same quarter of the year before.
    #[must_use]
    pub fn year_before(self) -> Self {
        Self { first: self.first.year_before(), ..self }
    }
}

impl fmt::Display for Quarter {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-Q{}", self.year(), self.number())?;
        if self.fiscal == FiscalYear::CALENDAR { Ok(()) } else { write!(f, "-{:02}", self.fiscal.0) }
    }
}
