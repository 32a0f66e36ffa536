//! Days: which date a text or a cell means, and which of day and month comes first.

use chrono::{Datelike, NaiveDate};

/// Which of day and month comes first in `03/04/2026`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Order {
    /// 3 April.
    DayFirst,
    /// March 4.
    MonthFirst,
}

/// A day as a text gives it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Day {
    /// The month is named, or the date is written year first.
    Known {
        /// If said.
        year: Option<i32>,
        /// 1 to 12.
        month: u32,
        /// 1 to 31.
        day: u32,
    },
    /// `03/04/2026`.
    Slashed {
        /// What stands first.
        first: u32,
        /// What stands second.
        second: u32,
        /// If said.
        year: Option<i32>,
    },
}

impl Day {
    /// The day of a date cell.
    pub(crate) fn of(date: NaiveDate) -> Self {
        Self::Known { year: Some(date.year()), month: date.month(), day: date.day() }
    }

    /// The year, if said.
    pub(crate) fn year(self) -> Option<i32> {
        match self {
            Self::Known { year, .. } | Self::Slashed { year, .. } => year,
        }
    }

    /// The same day in a year that another part of the text says.
    pub(crate) fn with_year(self, said: i32) -> Self {
        match self {
            Self::Known { year, month, day } => Self::Known { year: year.or(Some(said)), month, day },
            Self::Slashed { first, second, year } => Self::Slashed { first, second, year: year.or(Some(said)) },
        }
    }

    /// Which order the digits prove: a number above 12 is a day.
    pub(crate) fn proof(self) -> Option<Order> {
        match self {
            Self::Slashed { first, second, .. } if first > 12 && second <= 12 => Some(Order::DayFirst),
            Self::Slashed { first, second, .. } if second > 12 && first <= 12 => Some(Order::MonthFirst),
            _ => None,
        }
    }

    /// The dates it can mean: one when the order is known or doesn't matter. Empty without a year.
    pub(crate) fn dates(self, order: Option<Order>) -> Vec<NaiveDate> {
        let mut dates = match self {
            Self::Known { year: Some(year), month, day } => vec![NaiveDate::from_ymd_opt(year, month, day)],
            Self::Slashed { first, second, year: Some(year) } => {
                let day_first = NaiveDate::from_ymd_opt(year, second, first);
                let month_first = NaiveDate::from_ymd_opt(year, first, second);
                match self.proof().or(order) {
                    Some(Order::DayFirst) => vec![day_first],
                    Some(Order::MonthFirst) => vec![month_first],
                    None => vec![day_first, month_first],
                }
            }
            _ => Vec::new(),
        };
        dates.dedup();
        dates.into_iter().flatten().collect()
    }
}

/// The order that a locale writes dates in; `None` when the locale isn't known.
pub(crate) fn order_of(locale: &str) -> Option<Order> {
    let mut parts = locale.split(['-', '_']);
    let language = parts.next().filter(|language| !language.is_empty())?;
    let region = parts.next_back().unwrap_or_default();
    let month_first = language == "fil" || matches!(region, "PH" | "US");
    Some(if month_first { Order::MonthFirst } else { Order::DayFirst })
}

/// The order that a whole column of days proves; `None` when nothing does, or when two of them disagree.
pub(crate) fn order_in(days: impl Iterator<Item = Day>) -> Option<Order> {
    let mut proofs = days.filter_map(Day::proof);
    let first = proofs.next()?;
    proofs.all(|proof| proof == first).then_some(first)
}

/// The year of a number on a sheet: 1990 to 2100, or a Buddhist year (2569 is 2026).
pub(crate) fn year(number: u32) -> Option<i32> {
    let year = i32::try_from(number).ok()?;
    match year {
        1990..=2100 => Some(year),
        2533..=2643 => Some(year - 543),
        _ => None,
    }
}

/// The year of two digits: 26 is 2026; 69 is the Buddhist 2569, which is 2026 too.
pub(crate) fn short_year(number: u32) -> Option<i32> {
    let year = i32::try_from(number).ok()?;
    match year {
        15..=45 => Some(2000 + year),
        58..=88 => Some(1957 + year),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(day: Day, order: Option<Order>, dates: &[&str]) {
        assert_eq!(day.dates(order).iter().map(ToString::to_string).collect::<Vec<_>>(), dates, "{day:?}");
    }

    #[test]
    fn a_number_above_twelve_is_the_day_and_else_the_order_decides() {
        let slashed = |first, second| Day::Slashed { first, second, year: Some(2026) };
        check(slashed(13, 4), None, &["2026-04-13"]);
        check(slashed(4, 13), Some(Order::DayFirst), &["2026-04-13"]);
        check(slashed(3, 4), Some(Order::DayFirst), &["2026-04-03"]);
        check(slashed(3, 4), None, &["2026-04-03", "2026-03-04"]);
        check(slashed(5, 5), None, &["2026-05-05"]);
        check(slashed(31, 2), None, &[]);
    }

    #[test]
    fn a_locale_says_which_comes_first() {
        for (locale, order) in [
            ("en-PH", Some(Order::MonthFirst)),
            ("fil-PH", Some(Order::MonthFirst)),
            ("id-ID", Some(Order::DayFirst)),
            ("en-SG", Some(Order::DayFirst)),
            ("", None),
        ] {
            assert_eq!(order_of(locale), order, "{locale}");
        }
    }

    #[test]
    fn buddhist_years_are_counted_back() {
        for (number, western) in [(2026, Some(2026)), (2569, Some(2026)), (1200, None), (4000, None)] {
            assert_eq!(year(number), western);
        }
        assert_eq!((short_year(26), short_year(69), short_year(99)), (Some(2026), Some(2026), None));
    }
}
