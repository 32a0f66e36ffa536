//! Periods: ISO weeks, months and quarters of a fiscal year. A week belongs to the quarter that holds its Thursday.

mod month;
mod quarter;
mod week;

use std::fmt;
use std::ops::RangeInclusive;
use std::str::FromStr;

use chrono::NaiveDate;

pub use month::Month;
pub use quarter::{FiscalYear, Quarter};
pub use week::Week;

/// The years in which periods are: a year beyond them is a mistake of typing.
const YEARS: RangeInclusive<i32> = 1990..=2200;

/// What a report or a scorecard is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Period {
    /// `2026-W41`
    Week(Week),
    /// `2026-10`
    Month(Month),
    /// `2026-Q3`; with a fiscal year from April, `2026-Q3-04`
    Quarter(Quarter),
}

/// The text names no period.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not a period such as 2026-W41, 2026-10 or 2026-Q3")]
pub struct NotAPeriod;

impl Period {
    /// The period of the same length before it.
    #[must_use]
    pub fn previous(self) -> Self {
        match self {
            Self::Week(week) => Self::Week(week.previous()),
            Self::Month(month) => Self::Month(month.previous()),
            Self::Quarter(quarter) => Self::Quarter(quarter.previous()),
        }
    }

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

    /// How many days it has.
    #[must_use]
    pub fn days(self) -> u32 {
        u32::try_from((self.last_day() - self.first_day()).num_days() + 1).unwrap_or(0)
    }
}

impl fmt::Display for Period {
    /// `2026-W41`, `2026-10`, `2026-Q3` or `2026-Q3-04`; reads back equal.
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
            let (quarter, start) = quarter.split_once('-').map_or((quarter, None), |(q, start)| (q, Some(start)));
            let start = start.map_or(Ok(1), |start| number(start, 2))?;
            FiscalYear::starting(start)
                .and_then(|fiscal| fiscal.quarter(year, number(quarter, 1).ok()?))
                .map(Self::Quarter)
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
        for text in ["2026-W01", "2026-W53", "2026-10", "2026-Q3", "2026-Q3-04", "2026-Q1-12"] {
            assert_eq!(text.parse::<Period>().map(|p| p.to_string()), Ok(text.to_owned()));
        }
    }

    #[test]
    fn what_is_no_period_is_refused() {
        for text in [
            "",
            "2026",
            "2025-W53",
            "2026-W54",
            "2026-13",
            "2026-00",
            "2026-Q5",
            "2026-W1",
            "26-W01",
            "2026-1",
            "0026-Q1",
            "2026-Q3-13",
            "2026-Q3-00",
            "2026-Q3-4",
            "2026-Q3-",
            "2026-Q0",
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
            // The year begins on a Friday: its first Thursday is the 7th, and 90 days hold 12 of them.
            ("2027-Q1", "2027-W01", "2027-W12", 12),
            ("2020-Q4", "2020-W40", "2020-W53", 14),
            ("2026-Q4-04", "2027-W01", "2027-W12", 12),
            ("2025-Q3-07", "2026-W01", "2026-W13", 13),
            ("2026-Q2-07", "2026-W40", "2026-W53", 14),
            ("2026-Q1-02", "2026-W06", "2026-W18", 13),
            ("2026-Q2-02", "2026-W19", "2026-W31", 13),
            ("2026-Q3-02", "2026-W32", "2026-W44", 13),
            ("2026-Q4-02", "2026-W45", "2027-W04", 13),
            ("2025-Q1-12", "2025-W49", "2026-W09", 13),
        ] {
            let weeks = quarter.parse::<Quarter>().expect("a literal").weeks();
            let ends = (weeks.first().map(Week::to_string), weeks.last().map(Week::to_string), weeks.len());
            assert_eq!(ends, (Some(first.to_owned()), Some(last.to_owned()), count), "{quarter}");
        }
    }

    #[test]
    fn every_week_belongs_to_one_quarter_of_any_fiscal_year() {
        for start in 1..=12 {
            let fiscal = FiscalYear::starting(start).expect("a month");
            let quarter = fiscal.quarter(2019, 1).expect("a quarter");
            let quarters = std::iter::successors(Some(quarter), |quarter| Some(quarter.next())).take(48);
            let mut weeks = quarters.flat_map(Quarter::weeks);
            let mut before = weeks.next().expect("a week");
            for week in weeks {
                assert_eq!(before.next(), week, "years from month {start}");
                assert!(fiscal.quarter_of(week).holds(week.into()), "{week}");
                before = week;
            }
        }
    }

    #[test]
    fn a_fiscal_year_is_named_after_the_year_in_which_it_begins() {
        for (day, start, quarter, months) in [
            ("2026-08-15", 1, "2026-Q3", ["2026-07", "2026-08", "2026-09"]),
            ("2026-08-15", 4, "2026-Q2-04", ["2026-07", "2026-08", "2026-09"]),
            ("2027-03-31", 4, "2026-Q4-04", ["2027-01", "2027-02", "2027-03"]),
            ("2027-04-01", 4, "2027-Q1-04", ["2027-04", "2027-05", "2027-06"]),
            ("2026-01-31", 2, "2025-Q4-02", ["2025-11", "2025-12", "2026-01"]),
            ("2026-12-31", 12, "2026-Q1-12", ["2026-12", "2027-01", "2027-02"]),
            ("2026-11-30", 12, "2025-Q4-12", ["2026-09", "2026-10", "2026-11"]),
        ] {
            let found = FiscalYear::starting(start).expect("a month").quarter_on(day.parse().expect("a literal"));
            assert_eq!(
                (found.to_string(), found.months().map(|m| m.to_string())),
                (quarter.to_owned(), months.map(str::to_owned))
            );
        }
    }

    #[test]
    fn quarters_follow_each_other_across_the_fiscal_year() {
        let quarter: Quarter = "2026-Q4-04".parse().expect("a literal");
        assert_eq!(quarter.next().to_string(), "2027-Q1-04");
        assert_eq!(quarter.previous().to_string(), "2026-Q3-04");
        assert_eq!(quarter.year_before().to_string(), "2025-Q4-04");
        assert!(quarter.previous() < quarter && quarter < quarter.next());
    }

    #[test]
    fn a_quarter_that_a_person_names_is_one_of_their_fiscal_year() {
        let named: Quarter = "2026-Q3".parse().expect("a literal");
        let read = |start| named.read_in(FiscalYear::starting(start)?).map(|quarter| quarter.first_day().to_string());
        assert_eq!(read(1).as_deref(), Some("2026-07-01"));
        assert_eq!(read(4).as_deref(), Some("2026-10-01"));
        assert_eq!(read(12).as_deref(), Some("2027-06-01"));
    }
}
