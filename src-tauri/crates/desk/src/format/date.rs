//! Days in words: with the weekday where someone must act by it.

use chrono::{DateTime, Datelike, NaiveDate, Utc};
use playbook::period::{FiscalYear, Month, Period, Quarter, Week};
use words::{Value, Words};

/// `5 Oct`.
#[must_use]
pub fn day(words: &Words, date: NaiveDate) -> String {
    words.say("date-day", &[("day", date.day().into()), ("month", short(words, date.month()).into())])
}

/// `8 October 2026`.
#[must_use]
pub fn day_with_year(words: &Words, date: NaiveDate) -> String {
    let month = words.say(&format!("month-{}", date.month()), &[]);
    let values = [("day", date.day().into()), ("month", month.into()), ("year", Value::Whole(date.year().into()))];
    words.say("date-day-year", &values)
}

/// `Mon 5 Oct`.
#[must_use]
pub fn day_short(words: &Words, date: NaiveDate) -> String {
    let weekday = words.say(&format!("weekday-short-{}", date.weekday().number_from_monday()), &[]);
    let values =
        [("weekday", weekday.into()), ("day", date.day().into()), ("month", Value::from(short(words, date.month())))];
    words.say("date-weekday-short", &values)
}

/// `Thursday, 8 October`.
#[must_use]
pub fn long_day(words: &Words, date: NaiveDate) -> String {
    let month = words.say(&format!("month-{}", date.month()), &[]);
    let values =
        [("weekday", day_of_week(words, date).into()), ("day", date.day().into()), ("month", Value::from(month))];
    words.say("date-weekday", &values)
}

/// `Thursday`.
#[must_use]
pub fn day_of_week(words: &Words, date: NaiveDate) -> String {
    words.say(&format!("weekday-{}", date.weekday().number_from_monday()), &[])
}

/// `24 to 30 Aug`, `29 Jun to 5 Jul`.
#[must_use]
pub fn span(words: &Words, first: NaiveDate, last: NaiveDate) -> String {
    let from = if (first.year(), first.month()) == (last.year(), last.month()) {
        first.day().to_string()
    } else {
        day(words, first)
    };
    words.say("date-span", &[("from", from.into()), ("to", day(words, last).into())])
}

/// `August`.
#[must_use]
pub fn month(words: &Words, month: Month) -> String {
    words.say(&format!("month-{}", month.number()), &[])
}

/// `Aug`.
#[must_use]
pub fn month_short(words: &Words, month: Month) -> String {
    short(words, month.number())
}

/// `April to September`; one month alone stands by itself.
#[must_use]
pub fn month_span(words: &Words, first: Month, last: Month) -> String {
    if first == last {
        return month(words, first);
    }
    words.say("date-span", &[("from", month(words, first).into()), ("to", month(words, last).into())])
}

/// `8 Oct, 09:41` in UTC: the desk knows no time zone, the shell passes the laptop's own offset in `hours`.
#[must_use]
pub fn moment(words: &Words, when: DateTime<Utc>, offset: chrono::FixedOffset) -> String {
    let local = when.with_timezone(&offset);
    let values =
        [("day", day(words, local.date_naive()).into()), ("time", Value::from(local.format("%H:%M").to_string()))];
    words.say("date-moment", &values)
}

/// A period as a heading says it: `Week 35, 2026`, `September 2026`, `Q3 2026`.
#[must_use]
pub fn period(words: &Words, period: Period) -> String {
    match period {
        Period::Week(week) => words.say("period-week-year", &[("week", week.number().into()), year(week.year())]),
        Period::Month(at) => words.say("period-month-year", &[("month", month(words, at).into()), year(at.year())]),
        Period::Quarter(at) => quarter(words, at),
    }
}

/// A period without its year: `Week 35`, `September`, `Q3`.
#[must_use]
pub fn period_short(words: &Words, period: Period) -> String {
    match period {
        Period::Week(at) => week(words, at),
        Period::Month(at) => month(words, at),
        Period::Quarter(at) => words.say("period-quarter", &[("quarter", at.number().into())]),
    }
}

/// `Week 35`.
#[must_use]
pub fn week(words: &Words, week: Week) -> String {
    words.say("period-week", &[("week", week.number().into())])
}

/// `Q3 2026`; of a fiscal year that is not the calendar's, `Q3 FY2026`.
#[must_use]
pub fn quarter(words: &Words, quarter: Quarter) -> String {
    let calendar = quarter.fiscal_year() == FiscalYear::CALENDAR;
    let key = if calendar { "period-quarter-year" } else { "period-quarter-fiscal" };
    words.say(key, &[("quarter", quarter.number().into()), year(quarter.year())])
}

fn year(year: i32) -> (&'static str, Value<'static>) {
    ("year", Value::Whole(year.into()))
}

fn short(words: &Words, month: u32) -> String {
    words.say(&format!("month-short-{month}"), &[])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(text: &str) -> NaiveDate {
        text.parse().expect("a literal")
    }

    #[test]
    fn a_day_is_said_with_its_weekday_where_someone_must_act() {
        let words = Words::english();
        let thursday = date("2026-10-08");
        assert_eq!(long_day(&words, thursday), "Thursday, 8 October");
        assert_eq!(day_short(&words, thursday), "Thu 8 Oct");
        assert_eq!(day_with_year(&words, thursday), "8 October 2026");
        assert_eq!(day(&words, thursday), "8 Oct");
    }

    #[test]
    fn a_span_names_a_month_once() {
        let words = Words::english();
        assert_eq!(span(&words, date("2026-08-24"), date("2026-08-30")), "24 to 30 Aug");
        assert_eq!(span(&words, date("2026-06-29"), date("2026-07-05")), "29 Jun to 5 Jul");
    }

    #[test]
    fn periods_are_said_as_people_say_them() {
        let words = Words::english();
        for (text, said) in [("2026-W35", "Week 35, 2026"), ("2026-09", "September 2026"), ("2026-Q3", "Q3 2026")] {
            assert_eq!(period(&words, text.parse().expect("a literal")), said);
        }
    }
}
