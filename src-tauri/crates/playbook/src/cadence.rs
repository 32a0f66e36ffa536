//! When a report is due, and what became of it.

use chrono::{Datelike, Days, NaiveDate};

use crate::calendar::Calendar;
use crate::holidays::{Certainty, Holiday, shipped_years};
use crate::kpi::ReviewKind;
use crate::measure::ReportKind;
use crate::period::{Month, Period, Week};

/// The business day of the next month by which a monthly summary is due.
pub const MONTHLY_BUSINESS_DAY: usize = 5;

/// The day by which a report is due.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Due {
    /// The report.
    pub kind: ReportKind,
    /// Its week or month.
    pub period: Period,
    /// The last day on which it is on time.
    pub date: NaiveDate,
    /// The day it would be without holidays.
    pub nominal: NaiveDate,
    /// The holidays that moved it.
    pub moved_by: Vec<Holiday>,
    /// Whether the holiday table reaches that far; beyond it the weekend alone is known.
    pub holidays_known: bool,
}

/// The due date of a report; `None` when the period is not one of that kind (a weekly report of a month).
///
/// Weekly: the Monday after the week. Monthly: the 5th business day of the next month. Both roll over holidays and
/// the region's weekend. A change of the holidays moves what falls due on the day of the change or later, and never
/// to a day before it: what was late stays late, what was on time stays on time.
#[must_use]
pub fn due(kind: ReportKind, period: Period, calendar: &Calendar) -> Option<Due> {
    match (kind, period) {
        (ReportKind::Weekly, Period::Week(week)) => Some(weekly_due(week, calendar)),
        (ReportKind::Monthly, Period::Month(month)) => Some(monthly_due(month, calendar)),
        _ => None,
    }
}

/// The date of [`due`] alone: all that most judgements ask for.
#[must_use]
pub fn due_date(kind: ReportKind, period: Period, calendar: &Calendar) -> Option<NaiveDate> {
    match (kind, period) {
        (ReportKind::Weekly, Period::Week(week)) => Some(frozen(calendar, &week_date(week)).0),
        (ReportKind::Monthly, Period::Month(month)) => Some(frozen(calendar, &month_date(month)).0),
        _ => None,
    }
}

/// The due date of a week's update: the Monday after, or the next day that works.
#[must_use]
pub fn weekly_due(week: Week, calendar: &Calendar) -> Due {
    let (date, calendar) = frozen(calendar, &week_date(week));
    let monday = week.next().first_day();
    dated(ReportKind::Weekly, week.into(), date, monday, holidays_of(calendar, monday, date))
}

/// The due date of a month's summary: the fifth business day of the month after.
#[must_use]
pub fn monthly_due(month: Month, calendar: &Calendar) -> Due {
    let (date, calendar) = frozen(calendar, &month_date(month));
    let nominal = calendar.nth_weekday(month.next(), MONTHLY_BUSINESS_DAY);
    let moved_by = holidays_of(calendar, month.next().first_day(), date);
    dated(ReportKind::Monthly, month.into(), date, nominal, moved_by)
}

fn week_date(week: Week) -> impl Fn(&Calendar) -> NaiveDate {
    move |calendar| calendar.next_business_day(week.next().first_day())
}

fn month_date(month: Month) -> impl Fn(&Calendar) -> NaiveDate {
    move |calendar| calendar.nth_business_day(month.next(), MONTHLY_BUSINESS_DAY)
}

/// The due date by the holidays as they stood when it passed, and the calendar of those.
fn frozen<'c>(calendar: &'c Calendar, by: &dyn Fn(&Calendar) -> NaiveDate) -> (NaiveDate, &'c Calendar) {
    let Some((changed, before)) = calendar.before() else { return (by(calendar), calendar) };
    let was = frozen(before, by);
    if was.0 < changed {
        return was;
    }
    let now = by(calendar);
    if now < changed { was } else { (now, calendar) }
}

fn dated(kind: ReportKind, period: Period, date: NaiveDate, nominal: NaiveDate, moved_by: Vec<Holiday>) -> Due {
    let (first, last) = shipped_years();
    let holidays_known = (first..=last).contains(&date.year());
    Due { kind, period, date, nominal, moved_by, holidays_known }
}

/// Holidays that took a working day away: those that fall on the weekend move nothing.
fn holidays_of(calendar: &Calendar, first: NaiveDate, last: NaiveDate) -> Vec<Holiday> {
    calendar.holidays_between(first, last).filter(|holiday| !calendar.is_weekend(holiday.date)).cloned().collect()
}

impl Due {
    /// Whether a holiday whose date is only estimated moved it.
    #[must_use]
    pub fn is_estimated(&self) -> bool {
        self.moved_by.iter().any(|holiday| holiday.certainty == Certainty::Estimated)
    }
}

/// The last day on which a review is in time: a monthly one by the end of the next month, a QBR so many days after
/// its quarter.
#[must_use]
pub fn review_due(kind: ReviewKind, period: Period, qbr_days: u32) -> NaiveDate {
    let end = period.last_day();
    match kind {
        ReviewKind::Monthly => Month::of(end).next().last_day(),
        ReviewKind::Quarterly => settled_after(end, qbr_days),
    }
}

/// What became of a report, as of a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ReportState {
    /// Received by its due date.
    OnTime,
    /// Received on time, and corrected since: it stays on time.
    Corrected,
    /// First received so many days after its due date; a correction keeps it late.
    Late {
        /// Days after the due date.
        days: i64,
    },
    /// Not received so many days after its due date, within the grace.
    Overdue {
        /// Days after the due date.
        days: i64,
    },
    /// Not received, and the grace is over.
    Missing,
    /// Not received, nor due before tomorrow.
    NotYetDue,
}

impl ReportState {
    /// Whether it counts as on time; `None` while that is open.
    #[must_use]
    pub fn on_time(self) -> Option<bool> {
        match self {
            Self::OnTime | Self::Corrected => Some(true),
            Self::Late { .. } | Self::Overdue { .. } | Self::Missing => Some(false),
            Self::NotYetDue => None,
        }
    }

    /// Whether it has been received.
    #[must_use]
    pub fn is_received(self) -> bool {
        matches!(self, Self::OnTime | Self::Corrected | Self::Late { .. })
    }

    /// The name in messages and files.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::OnTime => "on-time",
            Self::Corrected => "corrected",
            Self::Late { .. } => "late",
            Self::Overdue { .. } => "overdue",
            Self::Missing => "missing",
            Self::NotYetDue => "not-yet-due",
        }
    }
}

/// The state of a report whose revisions were received on the given days, as it was on `today`.
///
/// `received` is by revision, the first one first: the first decides whether the report was on time, however early a
/// correction is dated. What is received after `today` is not there yet.
#[must_use]
pub fn report_state(
    due: NaiveDate,
    received: impl IntoIterator<Item = NaiveDate>,
    today: NaiveDate,
    grace_days: u32,
) -> ReportState {
    let late = |day: NaiveDate| (day - due).num_days();
    let mut here = received.into_iter().filter(|day| *day <= today);
    match here.next() {
        Some(first) if first > due => ReportState::Late { days: late(first) },
        Some(_) if here.next().is_some() => ReportState::Corrected,
        Some(_) => ReportState::OnTime,
        None if today <= due => ReportState::NotYetDue,
        None if today <= settled_after(due, grace_days) => ReportState::Overdue { days: late(today) },
        None => ReportState::Missing,
    }
}

/// The last day of grace: from the day after, what was not received counts as missing.
#[must_use]
pub fn settled_after(due: NaiveDate, grace_days: u32) -> NaiveDate {
    due.checked_add_days(Days::new(grace_days.into())).unwrap_or(NaiveDate::MAX)
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "literals that are dates, periods and regions")]
mod tests {
    use super::*;
    use crate::calendar::{Change, Edit};
    use crate::holidays::HolidayKind;

    fn date(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    /// The due date, the nominal one and how many holidays moved it.
    fn check(region: &str, kind: ReportKind, period: &str, expected: (&str, &str, usize)) {
        let calendar = Calendar::shipped(&region.parse().unwrap()).unwrap();
        let due = due(kind, period.parse().unwrap(), &calendar).unwrap();
        let found = (due.date, due.nominal, due.moved_by.len());
        assert_eq!(found, (date(expected.0), date(expected.1), expected.2), "{region} {period}");
    }

    #[test]
    fn a_weekly_update_is_due_on_the_monday_after_unless_that_is_a_holiday() {
        check("SG", ReportKind::Weekly, "2026-W44", ("2026-11-02", "2026-11-02", 0));
        check("BN", ReportKind::Weekly, "2026-W44", ("2026-11-02", "2026-11-02", 0));
        check("SG", ReportKind::Weekly, "2026-W45", ("2026-11-10", "2026-11-09", 1));
        check("VN", ReportKind::Weekly, "2026-W53", ("2027-01-04", "2027-01-04", 0));
    }

    #[test]
    fn a_monthly_summary_is_due_by_the_fifth_business_day_of_the_next_month() {
        check("MY", ReportKind::Monthly, "2026-04", ("2026-05-08", "2026-05-07", 1));
        check("BN", ReportKind::Monthly, "2026-12", ("2027-01-11", "2027-01-07", 2));
        check("VN", ReportKind::Monthly, "2027-01", ("2027-02-12", "2027-02-05", 5));
    }

    #[test]
    fn a_report_has_no_due_date_for_a_period_of_another_kind() {
        let calendar = Calendar::shipped(&"SG".parse().unwrap()).unwrap();
        for (kind, period) in [(ReportKind::Weekly, "2026-10"), (ReportKind::Monthly, "2026-W41")] {
            assert_eq!(due(kind, period.parse().unwrap(), &calendar), None, "{period}");
        }
    }

    /// When the summary of October 2026 is due in Singapore after these changes. It is due on Friday 6 November, with
    /// no holiday before it; Monday the 9th is one.
    fn check_changed(changes: &[(&str, &str, bool)], expected: &str) {
        let changes: Vec<_> = changes
            .iter()
            .map(|(on, holiday, added)| {
                let (date, name) = (date(holiday), format!("Day of {holiday}"));
                let holiday = Holiday {
                    date,
                    name: name.clone(),
                    kind: HolidayKind::Public,
                    certainty: Certainty::Confirmed,
                    source: String::new(),
                    as_of: date,
                };
                let edit = if *added { Edit::Add(holiday) } else { Edit::Remove { date, name } };
                Change { on: on.parse().unwrap(), edit }
            })
            .collect();
        let calendar = Calendar::shipped(&"SG".parse().unwrap()).unwrap().changed(&changes);
        assert_eq!(monthly_due("2026-10".parse().unwrap(), &calendar).date, date(expected), "{changes:?}");
    }

    #[test]
    fn a_changed_holiday_moves_what_is_still_to_come_and_never_what_has_passed() {
        check_changed(&[], "2026-11-06");
        check_changed(&[("2026-10-20", "2026-11-03", true)], "2026-11-10");
        // On the due date itself it can still move; from the day after it can't.
        check_changed(&[("2026-11-06", "2026-11-03", true)], "2026-11-10");
        check_changed(&[("2026-11-07", "2026-11-03", true)], "2026-11-06");
        check_changed(&[("2026-10-20", "2026-11-03", true), ("2026-11-07", "2026-11-04", true)], "2026-11-11");
        check_changed(&[("2026-10-20", "2026-11-03", true), ("2026-10-21", "2026-11-03", false)], "2026-11-06");
    }

    #[test]
    fn a_due_date_never_moves_to_a_day_before_the_change() {
        let added = ("2026-10-20", "2026-11-03", true);
        check_changed(&[added, ("2026-11-06", "2026-11-03", false)], "2026-11-06");
        check_changed(&[added, ("2026-11-07", "2026-11-03", false)], "2026-11-10");
    }

    #[test]
    fn what_two_changes_of_a_day_do_they_do_in_their_order() {
        let (added, removed) = (("2026-10-20", "2026-11-03", true), ("2026-10-20", "2026-11-03", false));
        check_changed(&[added, removed], "2026-11-06");
        check_changed(&[removed, added], "2026-11-10");
    }

    #[test]
    fn beyond_the_table_the_due_date_says_that_holidays_are_unknown() {
        let calendar = Calendar::shipped(&"SG".parse().unwrap()).unwrap();
        assert!(monthly_due("2030-10".parse().unwrap(), &calendar).holidays_known);
        assert!(!monthly_due("2030-12".parse().unwrap(), &calendar).holidays_known);
    }

    #[test]
    fn a_report_is_judged_by_the_day_its_first_revision_was_received() {
        let due = "2026-10-07";
        for (received, today, state) in [
            (vec![], "2026-10-07", ReportState::NotYetDue),
            (vec![], "2026-10-08", ReportState::Overdue { days: 1 }),
            (vec![], "2026-10-12", ReportState::Overdue { days: 5 }),
            (vec![], "2026-10-13", ReportState::Missing),
            (vec!["2026-10-07"], "2026-10-30", ReportState::OnTime),
            (vec!["2026-10-06", "2026-10-09"], "2026-10-30", ReportState::Corrected),
            (vec!["2026-10-08"], "2026-10-30", ReportState::Late { days: 1 }),
            (vec!["2026-10-13", "2026-10-14"], "2026-10-30", ReportState::Late { days: 6 }),
            (vec!["2026-10-14"], "2026-10-13", ReportState::Missing),
            (vec!["2026-10-06", "2026-10-09"], "2026-10-08", ReportState::OnTime),
        ] {
            let days = received.iter().map(|day| date(day));
            assert_eq!(report_state(date(due), days, date(today), 5), state, "{received:?} on {today}");
        }
    }
}
