//! Due dates of a month in a region, with the holidays that moved them.

use playbook::cadence::{Due, monthly_due, weekly_due};
use playbook::calendar::Calendar;
use playbook::holidays::Holiday;
use playbook::period::{Month, Period, Week};
use playbook::region::Region;
use serde::Serialize;
use words::Value;

use crate::error::{DeskError, ErrorKind};
use crate::{format, words};

/// What falls due for the reports of a month, and in it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct DueDates {
    /// `MY-14`.
    pub region: String,
    /// `2026-05`.
    pub month: String,
    /// Weekly updates of the month, and those due in it.
    pub weekly: Vec<DueDate>,
    /// The summary of the month before, due in this month, and the summary of the month itself.
    pub monthly: Vec<DueDate>,
}

/// One report and the day by which it is due.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct DueDate {
    /// `2026-W18` or `2026-05`.
    pub period: String,
    /// `Week 18, 2026`.
    pub title: String,
    /// `2026-05-04`.
    pub due: String,
    /// `Mon 4 May`.
    pub due_in_words: String,
    /// The day it would be without holidays.
    pub without_holidays: String,
    /// The holidays that moved it.
    pub moved_by: Vec<MovedBy>,
    /// Whether the holiday table reaches that far.
    pub holidays_known: bool,
}

/// A holiday that moved a due date.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct MovedBy {
    /// ISO date.
    pub date: String,
    /// Its name.
    pub name: String,
    /// `confirmed` or `estimated`.
    pub certainty: &'static str,
}

/// The due dates of a month in a region.
///
/// # Errors
/// A country or state whose holidays are not known.
pub fn due_dates(region: &Region, month: Month) -> Result<DueDates, DeskError> {
    let calendar = Calendar::shipped(region).map_err(|_| no_holidays(region))?;
    let first = Week::of(month.previous().last_day());
    let weeks = std::iter::successors(Some(first), |week| Some(week.next())).take(7);
    let in_month = |day| Month::of(day) == month;
    let weekly = weeks
        .map(|week| (week, weekly_due(week, &calendar)))
        .filter(|(week, due)| in_month(thursday(*week)) || in_month(due.date))
        .map(|(_, due)| due_date(due))
        .collect();
    let monthly = [month.previous(), month].map(|month| due_date(monthly_due(month, &calendar))).to_vec();
    Ok(DueDates { region: region.to_string(), month: month.to_string(), weekly, monthly })
}

/// A week belongs to the month of its Thursday, as it belongs to its quarter.
fn thursday(week: Week) -> chrono::NaiveDate {
    week.first_day() + chrono::Days::new(3)
}

fn due_date(due: Due) -> DueDate {
    let words = words();
    DueDate {
        period: due.period.to_string(),
        title: match due.period {
            Period::Week(_) => format::period(words, due.period),
            other => words.say("due-summary", &[("period", format::period(words, other).into())]),
        },
        due: due.date.to_string(),
        due_in_words: format::day_short(words, due.date),
        without_holidays: due.nominal.to_string(),
        moved_by: due.moved_by.iter().map(moved_by).collect(),
        holidays_known: due.holidays_known,
    }
}

fn moved_by(holiday: &Holiday) -> MovedBy {
    MovedBy { date: holiday.date.to_string(), name: holiday.name.clone(), certainty: holiday.certainty.key() }
}

/// A region that the holiday table does not know.
pub(crate) fn no_holidays(region: &Region) -> DeskError {
    DeskError::new(ErrorKind::Invalid, "no-holidays", &[("region", Value::from(region.to_string()))])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(region: &str, month: &str, day: u32) {
        let dates = due_dates(&region.parse().expect("a literal"), month.parse().expect("a literal"));
        let summary = dates.expect("a region that ships").monthly.swap_remove(0);
        assert_eq!(summary.due, format!("{month}-{day:02}"), "{region}");
    }

    #[test]
    fn the_summary_of_the_month_before_is_due_on_the_fifth_business_day() {
        for (month, days) in [
            ("2026-04", [7, 8, 8, 7, 8, 10, 7, 7, 7]),
            ("2026-05", [8, 8, 11, 11, 8, 8, 8, 7, 8]),
            ("2027-01", [7, 8, 8, 11, 11, 8, 8, 11, 12]),
            ("2027-02", [5, 5, 5, 5, 5, 5, 12, 9, 5]),
        ] {
            for (region, day) in ["MY", "SG", "TH", "KH", "ID", "PH", "VN", "BN", "MM"].into_iter().zip(days) {
                check(region, month, day);
            }
        }
    }

    #[test]
    fn weeks_of_the_month_and_weeks_due_in_it_are_listed_once_and_in_order() {
        let dates = due_dates(&"SG".parse().expect("a literal"), "2026-05".parse().expect("a literal"));
        let weeks: Vec<_> = dates.expect("a region that ships").weekly.into_iter().map(|due| due.period).collect();
        assert_eq!(weeks, ["2026-W18", "2026-W19", "2026-W20", "2026-W21", "2026-W22"]);
    }

    #[test]
    fn an_unknown_state_is_an_error_that_says_what_to_do() {
        let error = due_dates(&"MY-99".parse().expect("a literal"), "2026-05".parse().expect("a literal"));
        assert!(error.is_err_and(|error| error.message.contains("MY-99") && !error.hint.is_empty()));
    }
}
