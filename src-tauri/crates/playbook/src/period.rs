//! Periods: ISO weeks, months and quarters. A week belongs to the quarter that holds its Thursday.

use std::fmt;
use std::str::FromStr;

use chrono::{Datelike, Days, NaiveDate, Weekday};

/// An ISO 8601 week, Monday to Sunday.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Week {
    year: i32,
    week: u32,
}

/// A calendar month.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Month {
    year: i32,
    month: u32,
}

/// A calendar quarter.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Quarter {
    year: i32,
    quarter: u32,
}

/// What a report or a scorecard is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Period {
    /// `2026-W41`
    Week(Week),
    /// `2026-10`
    Month(Month),
    /// `2026-Q3`
    Quarter(Quarter),
}

/// The text names no period.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not a period such as 2026-W41, 2026-10 or 2026-Q3")]
pub struct NotAPeriod;

const FIRST_YEAR: i32 = 1990;
const LAST_YEAR: i32 = 2200;

impl Week {
    /// The week of that ISO year and number, if the year has it (2026 has 53).
    #[must_use]
    pub fn new(year: i32, week: u32) -> Option<Self> {
        let known = (FIRST_YEAR..=LAST_YEAR).contains(&year);
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

    /// The quarter that holds its Thursday.
    #[must_use]
    pub fn quarter(self) -> Quarter {
        Quarter::of(self.thursday())
    }

    /// The month that holds its Thursday.
    #[must_use]
    pub fn month(self) -> Month {
        Month::of(self.thursday())
    }

    fn thursday(self) -> NaiveDate {
        self.first_day() + Days::new(3)
    }

    /// The week after.
    #[must_use]
    pub fn next(self) -> Self {
        Self::of(self.first_day() + Days::new(7))
    }
}

impl Month {
    /// The month of that year, 1 to 12.
    #[must_use]
    pub fn new(year: i32, month: u32) -> Option<Self> {
        ((FIRST_YEAR..=LAST_YEAR).contains(&year) && (1..=12).contains(&month)).then_some(Self { year, month })
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

    /// The calendar quarter it lies in.
    #[must_use]
    pub fn quarter(self) -> Quarter {
        Quarter { year: self.year, quarter: (self.month - 1) / 3 + 1 }
    }

    /// Its four or five weeks: those whose Thursday it holds.
    #[must_use]
    pub fn weeks(self) -> Vec<Week> {
        self.quarter().weeks().into_iter().filter(|week| week.month() == self).collect()
    }
}

impl Quarter {
    /// The quarter of that year, 1 to 4.
    #[must_use]
    pub fn new(year: i32, quarter: u32) -> Option<Self> {
        ((FIRST_YEAR..=LAST_YEAR).contains(&year) && (1..=4).contains(&quarter)).then_some(Self { year, quarter })
    }

    /// The quarter that holds a day.
    #[must_use]
    pub fn of(day: NaiveDate) -> Self {
        Month::of(day).quarter()
    }

    /// The calendar year.
    #[must_use]
    pub fn year(self) -> i32 {
        self.year
    }

    /// 1 to 4.
    #[must_use]
    pub fn number(self) -> u32 {
        self.quarter
    }

    /// Its three months.
    #[must_use]
    pub fn months(self) -> [Month; 3] {
        let first = Month { year: self.year, month: (self.quarter - 1) * 3 + 1 };
        [first, first.next(), first.next().next()]
    }

    /// Its 13 or 14 weeks: those whose Thursday it holds.
    #[must_use]
    pub fn weeks(self) -> Vec<Week> {
        let mut week = Week::of(self.first_day());
        if week.quarter() != self {
            week = week.next();
        }
        std::iter::successors(Some(week), |w| Some(w.next())).take_while(|w| w.quarter() == self).collect()
    }

    /// Its first day.
    #[must_use]
    pub fn first_day(self) -> NaiveDate {
        self.months()[0].first_day()
    }

    /// Its last day.
    #[must_use]
    pub fn last_day(self) -> NaiveDate {
        self.months()[2].last_day()
    }

    /// The quarter after.
    #[must_use]
    pub fn next(self) -> Self {
        self.months()[2].next().quarter()
    }

    /// The quarter before.
    #[must_use]
    pub fn previous(self) -> Self {
        self.months()[0].previous().quarter()
    }

    /// The same quarter of the year before.
    #[must_use]
    pub fn year_before(self) -> Self {
        Self { year: self.year - 1, ..self }
    }
}

impl Period {
    /// Its first day.
    #[must_use]
    pub fn first_day(self) -> NaiveDate {
        match self {
            Self::Week(week) => week.first_day(),
            Self::Month(month) => month.first_day(),
            Self::Quarter(quarter) => quarter.first_day(),
        }
    }

    /// Its last day.
    #[must_use]
    pub fn last_day(self) -> NaiveDate {
        match self {
            Self::Week(week) => week.last_day(),
            Self::Month(month) => month.last_day(),
            Self::Quarter(quarter) => quarter.last_day(),
        }
    }
}

impl fmt::Display for Week {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-W{:02}", self.year, self.week)
    }
}

impl fmt::Display for Month {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}", self.year, self.month)
    }
}

impl fmt::Display for Quarter {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-Q{}", self.year, self.quarter)
    }
}

impl fmt::Display for Period {
    /// `2026-W41`, `2026-10` or `2026-Q3`; reads back equal.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Week(week) => week.fmt(f),
            Self::Month(month) => month.fmt(f),
            Self::Quarter(quarter) => quarter.fmt(f),
        }
    }
}

impl FromStr for Period {
    type Err = NotAPeriod;
    fn from_str(text: &str) -> Result<Self, NotAPeriod> {
        let (year, rest) = text.split_once('-').ok_or(NotAPeriod)?;
        if year.len() != 4 || !year.bytes().all(|b| b.is_ascii_digit()) {
            return Err(NotAPeriod);
        }
        let year = year.parse().map_err(|_| NotAPeriod)?;
        let number = |digits: &str, length| {
            let plain = digits.len() == length && digits.bytes().all(|b| b.is_ascii_digit());
            plain.then(|| digits.parse::<u32>().ok()).flatten().ok_or(NotAPeriod)
        };
        let period = if let Some(week) = rest.strip_prefix('W') {
            Week::new(year, number(week, 2)?).map(Self::Week)
        } else if let Some(quarter) = rest.strip_prefix('Q') {
            Quarter::new(year, number(quarter, 1)?).map(Self::Quarter)
        } else {
            Month::new(year, number(rest, 2)?).map(Self::Month)
        };
        period.ok_or(NotAPeriod)
    }
}

macro_rules! one_kind {
    ($($kind:ident),*) => {$(
        impl FromStr for $kind {
            type Err = NotAPeriod;
            fn from_str(text: &str) -> Result<Self, NotAPeriod> {
                match text.parse()? {
                    Period::$kind(period) => Ok(period),
                    _ => Err(NotAPeriod),
                }
            }
        }
        impl From<$kind> for Period {
            fn from(period: $kind) -> Self {
                Self::$kind(period)
            }
        }
    )*};
}
one_kind!(Week, Month, Quarter);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn periods_read_back_as_written() {
        for text in ["2026-W01", "2026-W53", "2026-10", "2026-Q3"] {
            assert_eq!(text.parse::<Period>().map(|p| p.to_string()), Ok(text.to_owned()));
        }
    }

    #[test]
    fn what_is_no_period_is_refused() {
        for text in [
            "", "2026", "2025-W53", "2026-W54", "2026-13", "2026-00", "2026-Q5", "2026-W1", "26-W01", "2026-1",
            "0026-Q1",
        ] {
            assert_eq!(text.parse::<Period>(), Err(NotAPeriod), "{text}");
        }
    }

    #[test]
    fn a_quarter_has_the_weeks_whose_thursday_it_holds() {
        for (quarter, first, last, count) in [
            ("2026-Q1", "2026-W01", "2026-W13", 13),
            ("2026-Q3", "2026-W27", "2026-W39", 13),
            ("2026-Q4", "2026-W40", "2026-W53", 14),
        ] {
            let weeks = quarter.parse::<Quarter>().expect("a literal").weeks();
            let ends = (weeks.first().map(Week::to_string), weeks.last().map(Week::to_string), weeks.len());
            assert_eq!(ends, (Some(first.to_owned()), Some(last.to_owned()), count), "{quarter}");
        }
    }
}
