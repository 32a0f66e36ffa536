//! Holidays that the manager adds to a region's table or takes away, and the due dates that move as a result.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use playbook::cadence::due;
use playbook::holidays::Certainty;
use playbook::measure::ReportKind;
use playbook::period::{Month, Period, Week};
use store::{ActKind, HolidayChange, What};

use crate::calendars::{Calendars, region};
use crate::desk::Desk;
use crate::error::{DeskError, ErrorKind};
use crate::now::Now;
use crate::today::report_title;
use crate::typed::day;
use crate::view::HolidayChanged;
use crate::{format, words};

/// A report's period, the day by which it was due and the one by which it is due now.
type Moved = (Period, NaiveDate, NaiveDate);

impl Desk {
    /// Adds a holiday to a country's table, or to one state's.
    ///
    /// # Errors
    /// When region or day are none, the name is empty, the table has it already, or the record can't be written.
    pub fn add_holiday(
        &mut self,
        place: &str,
        date: &str,
        name: &str,
        estimated: bool,
        now: Now,
    ) -> Result<HolidayChanged, DeskError> {
        let (date, name) = (day(date)?, name.trim());
        if name.is_empty() {
            return Err(DeskError::new(ErrorKind::Invalid, "holiday-name", &[]));
        }
        if self.keeps(place, date, name)? {
            return Err(refused("holiday-known", date, name));
        }
        let certainty = if estimated { Certainty::Estimated } else { Certainty::Confirmed };
        self.change_holiday(place, date, name, Some(certainty), now)
    }

    /// Takes a holiday away from a country's table, or from one state's.
    ///
    /// # Errors
    /// When region or day are none, the table has no such holiday, or the record can't be written.
    pub fn remove_holiday(
        &mut self,
        place: &str,
        date: &str,
        name: &str,
        now: Now,
    ) -> Result<HolidayChanged, DeskError> {
        let date = day(date)?;
        if !self.keeps(place, date, name)? {
            return Err(refused("holiday-unknown", date, name));
        }
        self.change_holiday(place, date, name, None, now)
    }

    /// Whether a region keeps a holiday of that name on that day.
    fn keeps(&self, place: &str, date: NaiveDate, name: &str) -> Result<bool, DeskError> {
        let calendar = Calendars::new(&self.store)?.of(place)?;
        Ok(calendar.holidays_on(date).any(|holiday| holiday.name == name))
    }

    /// Records a change, `added` with its certainty or taken away, and says what moves.
    fn change_holiday(
        &mut self,
        place: &str,
        date: NaiveDate,
        name: &str,
        added: Option<Certainty>,
        now: Now,
    ) -> Result<HolidayChanged, DeskError> {
        let now = self.at(now);
        let change = HolidayChange {
            region: region(place)?,
            date,
            name: name.to_owned(),
            added: added.is_some(),
            certainty: added.unwrap_or(Certainty::Confirmed),
            changed: now.today,
        };
        let before = self.due_around(date, now)?;
        let key = if change.added { "entry-holiday-added" } else { "entry-holiday-removed" };
        let what = What::new(key).with("name", name).with("day", format::day_with_year(words(), date));
        let recorded = self.record(ActKind::Holidays, what, now, |writing| Ok(writing.change_holiday(&change)?))?;
        let after = self.due_around(date, now)?;
        let mut moved: BTreeMap<Moved, usize> = BTreeMap::new();
        for ((of, period), was) in before {
            if let Some(is) = after.get(&(of, period)).filter(|is| **is != was) {
                *moved.entry((period, was, *is)).or_default() += 1;
            }
        }
        let moved = moved.into_iter().map(|(moved, count)| in_words(moved, count)).collect();
        Ok(HolidayChanged { moved, entry: recorded.entry.map(|entry| entry.to_string()) })
    }

    /// When the reports are due that a holiday on that day may move, of each distributor by its place in the register.
    fn due_around(&self, date: NaiveDate, now: Now) -> Result<BTreeMap<(usize, Period), NaiveDate>, DeskError> {
        let weeks = std::iter::successors(Some(Week::of(date)), |week| Some(week.previous())).take(3);
        let months = [Month::of(date).previous(), Month::of(date)];
        let periods: Vec<Period> = weeks.map(Period::Week).chain(months.map(Period::Month)).collect();
        let mut dates = BTreeMap::new();
        for (at, known) in self.all_known(now.today)?.iter().enumerate() {
            for period in &periods {
                let kind = if matches!(period, Period::Week(_)) { ReportKind::Weekly } else { ReportKind::Monthly };
                dates.extend(due(kind, *period, &known.calendar).map(|due| ((at, *period), due.date)));
            }
        }
        Ok(dates)
    }
}

fn refused(key: &'static str, date: NaiveDate, name: &str) -> DeskError {
    let day = format::day_with_year(words(), date);
    DeskError::new(ErrorKind::Invalid, key, &[("name", name.into()), ("day", day.into())])
}

/// `September summary is now due Thu 8 Oct instead of Wed 7 Oct, from 3 distributors`.
fn in_words((period, was, is): Moved, count: usize) -> String {
    let words = words();
    let values = [
        ("what", report_title(period).into()),
        ("was", format::day_short(words, was).into()),
        ("now", format::day_short(words, is).into()),
        ("whom", words.say("distributors", &[("count", count.into())]).into()),
    ];
    words.say("holiday-moved", &values)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::evidence::tests::{add, empty, now};

    type Test = Result<(), DeskError>;

    #[test]
    fn a_holiday_moves_what_is_still_to_come_and_its_undo_moves_it_back() -> Test {
        let folder = tempfile::tempdir().expect("a folder");
        let mut desk = empty(folder.path());
        add(&mut desk, 0, "PT Contoh");
        // Week 41 of Indonesia is due on Monday 12 October, the summary of September was on the 7th.
        let changed = desk.add_holiday("ID", "2026-10-12", "Day of mourning", false, now())?;
        assert_eq!(changed.moved, ["Week 41 is now due Tue 13 Oct instead of Mon 12 Oct, from 1 distributor"]);
        let lines = |desk: &Desk| -> Result<Vec<String>, DeskError> {
            let holidays = desk.playbook_view(None, now())?.holidays.into_iter();
            Ok(holidays.filter(|line| line.day == "2026-10-12").map(|line| line.note).collect())
        };
        assert_eq!(lines(&desk)?, ["added"]);
        let again = desk.add_holiday("ID", "2026-10-12", "Day of mourning", false, now());
        assert!(again.is_err_and(|error| error.message.contains("already")));
        desk.undo(&changed.entry.expect("an entry"), now())?;
        assert_eq!(lines(&desk)?, [""; 0]);
        Ok(())
    }

    #[test]
    fn a_day_that_has_passed_moves_nothing() -> Test {
        let folder = tempfile::tempdir().expect("a folder");
        let mut desk = empty(folder.path());
        add(&mut desk, 0, "PT Contoh");
        let changed = desk.add_holiday("ID", "2026-10-05", "Day of mourning", true, now())?;
        assert_eq!(changed.moved, [""; 0]);
        Ok(())
    }

    #[test]
    fn what_is_no_holiday_is_refused_in_a_sentence() -> Test {
        let folder = tempfile::tempdir().expect("a folder");
        let mut desk = empty(folder.path());
        for refused in [
            desk.add_holiday("DE", "2026-10-12", "Day off", false, now()),
            desk.add_holiday("ID", "12 October", "Day off", false, now()),
            desk.add_holiday("ID", "2026-10-12", " ", false, now()),
            desk.remove_holiday("ID", "2026-10-12", "Day off", now()),
        ] {
            assert!(refused.is_err_and(|error| error.message.ends_with('.') && !error.hint.is_empty()));
        }
        Ok(())
    }
}
