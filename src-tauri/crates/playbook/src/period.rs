//! Periods: ISO weeks, months and quarters of a fiscal year. A week belongs to the quarter that holds its Thursday.

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
}

impl Week {
    /// The week before.
    #[must_use]
    pub fn previous(self) -> Self {
        Self::of(self.first_day() - Days::new(7))
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

    /// Its four or five weeks: those whose Thursday it holds.
    #[must_use]
    pub fn weeks(self) -> Vec<Week> {
        let first = Week::of(self.first_day());
        let weeks = std::iter::successors(Some(first), |week| Some(week.next())).take(6);
        weeks.filter(|week| week.month() == self).collect()
    }

    /// Its place in time, in months.
    fn at(self) -> i64 {
        i64::from(self.year) * 12 + i64::from(self.month) - 1
    }
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
        let since = (month.month + 12 - self.0) % 3;
        Quarter { first: (0..since).fold(month, |month, _| month.previous()), fiscal: self }
    }
}

impl Quarter {
    /// The year it belongs to, named after the calendar year in which that year begins.
    #[must_use]
    pub fn year(self) -> i32 {
        if self.first.month >= self.fiscal.0 { self.first.year } else { self.first.year - 1 }
    }

    /// 1 to 4.
    #[must_use]
    pub fn number(self) -> u32 {
        (self.first.month + 12 - self.fiscal.0) % 12 / 3 + 1
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
        write!(f, "{:04}-Q{}", self.year(), self.number())?;
        if self.fiscal == FiscalYear::CALENDAR { Ok(()) } else { write!(f, "-{:02}", self.fiscal.0) }
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
