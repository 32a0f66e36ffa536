//! A region's working days: its weekend and its holidays.

use std::collections::{BTreeMap, BTreeSet};

use chrono::Weekday::{Fri, Sat, Sun};
use chrono::{Datelike, Days, NaiveDate, Weekday};

use crate::holidays::{self, Holiday, HolidayKind};
use crate::period::Month;
use crate::region::Region;

/// The table that ships has no holidays of this region.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("no holidays are known for {0}")]
pub struct NoHolidays(pub Region);

/// Weekend and holidays of one region. Public holidays are observed; other kinds only when asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Calendar {
    weekends: Vec<Weekend>,
    holidays: BTreeMap<NaiveDate, Vec<Holiday>>,
    observed: BTreeSet<HolidayKind>,
    before: Option<Box<Before>>,
}

/// What a calendar was until a person changed its holidays.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Before {
    changed: NaiveDate,
    calendar: Calendar,
}

/// What a person did to a table of holidays, and on which day.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Change {
    /// The day of the change.
    pub on: NaiveDate,
    /// What was done.
    pub edit: Edit,
}

/// What a person did to a table of holidays.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Edit {
    /// A holiday that the table lacked, or whose date is now certain.
    Add(Holiday),
    /// The holiday of that name is not kept on that day.
    Remove {
        /// The day.
        date: NaiveDate,
        /// Its name.
        name: String,
    },
}

/// The days of rest of each week from a date on.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Weekend {
    from: NaiveDate,
    rest: &'static [Weekday],
}

impl Calendar {
    /// The calendar of the holiday table that ships.
    ///
    /// # Errors
    /// [`NoHolidays`] for a country or a Malaysian state that the table does not know: a due date without its
    /// holidays would be a guess.
    pub fn shipped(region: &Region) -> Result<Self, NoHolidays> {
        let holidays = holidays::shipped(region).ok_or_else(|| NoHolidays(region.clone()))?;
        Ok(Self::of_weekend(weekends(region)).with_holidays(holidays))
    }

    /// A calendar of a region's weekend and the given holidays alone, such as a table the user has edited.
    #[must_use]
    pub fn new(region: &Region, holidays: impl IntoIterator<Item = Holiday>) -> Self {
        Self::of_weekend(weekends(region)).with_holidays(holidays)
    }

    fn of_weekend(weekends: Vec<Weekend>) -> Self {
        let observed = BTreeSet::from([HolidayKind::Public]);
        Self { weekends, holidays: BTreeMap::new(), observed, before: None }
    }

    /// This calendar after what a person changed. It remembers what it was before each day of changes: a due date that
    /// had passed by then stays where it was.
    #[must_use]
    pub fn changed(mut self, changes: &[Change]) -> Self {
        let mut changes = changes.to_vec();
        changes.sort_by_key(|change| change.on);
        for of_day in changes.chunk_by(|one, other| one.on == other.on) {
            let Some(first) = of_day.first() else { continue };
            let mut after = self.clone();
            of_day.iter().for_each(|change| after.edit(&change.edit));
            after.before = Some(Box::new(Before { changed: first.on, calendar: self }));
            self = after;
        }
        self
    }

    fn edit(&mut self, edit: &Edit) {
        let (date, name) = match edit {
            Edit::Add(holiday) => (holiday.date, &holiday.name),
            Edit::Remove { date, name } => (*date, name),
        };
        let of_day = self.holidays.entry(date).or_default();
        of_day.retain(|holiday| holiday.name != *name);
        if let Edit::Add(holiday) = edit {
            of_day.push(holiday.clone());
        }
    }

    /// What it was until a person last changed it, and the day of that change.
    #[must_use]
    pub fn before(&self) -> Option<(NaiveDate, &Self)> {
        self.before.as_ref().map(|before| (before.changed, &before.calendar))
    }

    /// This calendar with further holidays.
    #[must_use]
    pub fn with_holidays(mut self, holidays: impl IntoIterator<Item = Holiday>) -> Self {
        for holiday in holidays {
            self.holidays.entry(holiday.date).or_default().push(holiday);
        }
        self
    }

    /// This calendar with another kind of holiday observed: Indonesia's joint leave is
    /// [`HolidayKind::Government`].
    #[must_use]
    pub fn observing(mut self, kind: HolidayKind) -> Self {
        self.observed.insert(kind);
        self
    }

    /// Whether the region works on that day.
    #[must_use]
    pub fn is_business_day(&self, day: NaiveDate) -> bool {
        let observes = |holidays: &Vec<Holiday>| holidays.iter().any(|holiday| self.observed.contains(&holiday.kind));
        !self.is_weekend(day) && !self.holidays.get(&day).is_some_and(observes)
    }

    /// Whether the day is one of the week's days of rest.
    #[must_use]
    pub fn is_weekend(&self, day: NaiveDate) -> bool {
        let in_force = self.weekends.iter().rev().find(|weekend| weekend.from <= day);
        in_force.is_some_and(|weekend| weekend.rest.contains(&day.weekday()))
    }

    /// The observed holidays of a day.
    pub fn holidays_on(&self, day: NaiveDate) -> impl Iterator<Item = &Holiday> {
        self.holidays_between(day, day)
    }

    /// The observed holidays from `first` to `last`, both included, by date.
    pub fn holidays_between(&self, first: NaiveDate, last: NaiveDate) -> impl Iterator<Item = &Holiday> {
        let days = (first <= last).then(|| self.holidays.range(first..=last));
        days.into_iter().flatten().flat_map(|(_, holidays)| holidays).filter(|h| self.observed.contains(&h.kind))
    }

    /// The first working day on or after `day`.
    #[must_use]
    pub fn next_business_day(&self, day: NaiveDate) -> NaiveDate {
        days_from(day).find(|&day| self.is_business_day(day)).unwrap_or(NaiveDate::MAX)
    }

    /// The `n`th working day counted from a month's first day; 0 is taken as 1.
    #[must_use]
    pub fn nth_business_day(&self, month: Month, n: usize) -> NaiveDate {
        nth(month, n, |day| self.is_business_day(day))
    }

    /// The `n`th day of the month outside the weekend, as if there were no holidays; 0 is taken as 1.
    #[must_use]
    pub fn nth_weekday(&self, month: Month, n: usize) -> NaiveDate {
        nth(month, n, |day| !self.is_weekend(day))
    }
}

fn nth(month: Month, n: usize, counts: impl Fn(NaiveDate) -> bool) -> NaiveDate {
    days_from(month.first_day()).filter(|&day| counts(day)).nth(n.saturating_sub(1)).unwrap_or(NaiveDate::MAX)
}

fn days_from(day: NaiveDate) -> impl Iterator<Item = NaiveDate> {
    std::iter::successors(Some(day), |day| day.checked_add_days(Days::new(1)))
}

/// Brunei rests on Friday and Sunday; Kedah, Kelantan and Terengganu on Friday and Saturday; Johor did until the end
/// of 2024.
fn weekends(region: &Region) -> Vec<Weekend> {
    let always = |rest| vec![Weekend { from: NaiveDate::MIN, rest }];
    match (region.country(), region.subdivision()) {
        ("BN", _) => always(&[Fri, Sun]),
        ("MY", Some("02" | "03" | "11")) => always(&[Fri, Sat]),
        ("MY", Some("01")) => {
            let moved = NaiveDate::from_ymd_opt(2025, 1, 1).expect("a date of the calendar");
            vec![Weekend { from: NaiveDate::MIN, rest: &[Fri, Sat] }, Weekend { from: moved, rest: &[Sat, Sun] }]
        }
        _ => always(&[Sat, Sun]),
    }
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "literals that are dates, months and regions")]
mod tests {
    use super::*;

    fn calendar(region: &str) -> Calendar {
        Calendar::shipped(&region.parse().unwrap()).unwrap()
    }

    /// Days of the month on which the fifth working day falls, by country.
    fn check(month: &str, fifth: [u32; 9]) {
        // MY is the federal list, without a state.
        for (region, day) in ["MY", "SG", "TH", "KH", "ID", "PH", "VN", "BN", "MM"].into_iter().zip(fifth) {
            let found = calendar(region).nth_business_day(month.parse().unwrap(), 5);
            assert_eq!((found.day(), Month::of(found)), (day, month.parse().unwrap()), "{region} {month}");
        }
    }

    #[test]
    fn the_fifth_business_day_is_the_known_one() {
        check("2026-04", [7, 8, 8, 7, 8, 10, 7, 7, 7]);
        check("2026-05", [8, 8, 11, 11, 8, 8, 8, 7, 8]);
        check("2027-01", [7, 8, 8, 11, 11, 8, 8, 11, 12]);
        check("2027-02", [5, 5, 5, 5, 5, 5, 12, 9, 5]);
    }

    #[test]
    fn joint_leave_counts_only_when_observed() {
        let month = "2027-02".parse().unwrap();
        let with_leave = calendar("ID").observing(HolidayKind::Government);
        assert_eq!(calendar("ID").nth_business_day(month, 5).day(), 5);
        assert_eq!(with_leave.nth_business_day(month, 5).day(), 8);
    }

    #[test]
    fn each_region_rests_on_its_own_weekend() {
        for (region, friday, rests) in [
            ("SG", "2026-11-06", [false, true, true]),
            ("BN", "2026-11-06", [true, false, true]),
            ("MY-14", "2026-11-13", [false, true, true]),
            ("MY-02", "2026-11-13", [true, true, false]),
            ("MY-03", "2026-11-13", [true, true, false]),
            ("MY-11", "2026-11-13", [true, true, false]),
            ("MY-01", "2026-11-13", [false, true, true]),
            ("MY-01", "2024-11-15", [true, true, false]),
        ] {
            let found: Vec<_> =
                days_from(friday.parse().unwrap()).take(3).map(|d| calendar(region).is_weekend(d)).collect();
            assert_eq!(found, rests, "{region} from {friday}");
        }
    }

    #[test]
    fn a_day_that_works_is_its_own_next_business_day() {
        for (region, day, next) in [
            ("SG", "2026-11-04", "2026-11-04"),
            ("SG", "2026-11-07", "2026-11-10"),
            ("BN", "2026-11-06", "2026-11-07"),
            ("BN", "2026-11-08", "2026-11-09"),
            ("ID", "2026-12-25", "2026-12-28"),
        ] {
            assert_eq!(calendar(region).next_business_day(day.parse().unwrap()), day_of(next), "{region} {day}");
        }
    }

    fn day_of(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn a_region_without_a_table_is_refused() {
        let region: Region = "DE".parse().unwrap();
        assert_eq!(Calendar::shipped(&region), Err(NoHolidays(region)));
    }
}
