//! Which week or month a report is about: what its cells claim, then its sheet's name, then its file's name. What two of
//! them say differently, and what one of them says in two ways, is asked about.

#[cfg(test)]
mod tests;

use chrono::{Datelike, Days, NaiveDate, Weekday};
use playbook::measure::ReportKind;
use playbook::period::{Month, Period, Week};

use crate::draft::{About, Choice, Found, Question, Why};
use crate::grid::Place;

use super::claims::Claim;
use super::dates::{Day, Order};

/// What is known about time before a report is read.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Clock {
    /// A report is rarely about the future.
    pub(crate) today: NaiveDate,
    /// Which of day and month comes first, by the column or the locale.
    pub(crate) order: Option<Order>,
    /// The one year that the sheet names, if it names one.
    pub(crate) year: Option<i32>,
    /// Whether the sheet's weeks are surely counted by year: one of them is above the fifth.
    pub(crate) by_year: bool,
}

/// What a claim's label says that its day is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum DayIs {
    /// The first day of the week, or any.
    First,
    /// The last day of the week.
    Last,
    /// Not said.
    Unsaid,
}

/// What a source says: one period, several that it can mean, or nothing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Said {
    /// One period.
    Sure(Period),
    /// Several, likeliest first; none when only the user can say.
    Open(Why, Vec<Period>),
    /// Nothing.
    Nothing,
}

/// A source of claims: the text of a cell, the sheet's name, the file's name.
#[derive(Debug, Clone)]
pub(crate) struct Source<'a> {
    /// Its text.
    pub(crate) text: &'a str,
    /// Its cell.
    pub(crate) place: Option<Place>,
    /// What it claims.
    pub(crate) claims: Vec<Claim>,
    /// What its days are.
    pub(crate) day_is: DayIs,
}

/// A month has no more weeks.
const WEEKS_OF_MONTH: u32 = 6;

impl Clock {
    /// What a source says about a report of that kind.
    pub(crate) fn said(&self, source: &Source<'_>, kind: ReportKind) -> Said {
        match kind {
            ReportKind::Weekly => self.week(source),
            ReportKind::Monthly => self.month(source),
        }
    }

    fn month(&self, source: &Source<'_>) -> Said {
        let mut sure: Vec<Month> = Vec::new();
        let mut open: Vec<Month> = Vec::new();
        let mut bare = None;
        for claim in &source.claims {
            match *claim {
                Claim::Month { year: Some(year), month } => sure.extend(Month::new(year, month)),
                Claim::Month { year: None, month } => bare = bare.or(Some(month)),
                Claim::Span(from, to) => {
                    let whole = |from: &NaiveDate, to: &NaiveDate| {
                        from.day() == 1 && Month::of(*from) == Month::of(*to) && to.day() >= 28
                    };
                    let (from, to) = (self.dates(from), self.dates(to));
                    sure.extend(
                        from.iter().zip(&to).filter(|(from, to)| whole(from, to)).map(|(from, _)| Month::of(*from)),
                    );
                }
                // `For the month of 01/10/2026`: the first of a month stands for it.
                Claim::Day(day) if source.day_is != DayIs::Unsaid => {
                    let dates = self.dates(day);
                    let months = dates.iter().map(|date| Month::of(*date));
                    if dates.len() == 1 { sure.extend(months) } else { open.extend(months) }
                }
                _ => {}
            }
        }
        sure.dedup();
        let bare = bare.filter(|month| sure.iter().all(|sure| sure.number() != *month));
        // `Aug-Sep 2026`: the one year is of both.
        if let (Some(month), [later]) = (bare, sure.as_slice()) {
            sure.splice(0..0, Month::new(later.year(), month));
        }
        match (sure.as_slice(), bare, open.as_slice()) {
            ([month], None, []) => Said::Sure((*month).into()),
            ([], Some(month), _) => self.month_of_some_year(month),
            ([], None, []) => Said::Nothing,
            ([], None, open) => Said::Open(Why::DayOrMonth, open.iter().map(|month| (*month).into()).collect()),
            (several, ..) => Said::Open(Why::Several, several.iter().map(|month| (*month).into()).collect()),
        }
    }

    /// `Oktober` without a year: the sheet's one year, else a question about the last ones.
    fn month_of_some_year(&self, month: u32) -> Said {
        if let Some(month) = self.year.and_then(|year| Month::new(year, month)) {
            return Said::Sure(month.into());
        }
        let this = Month::new(self.today.year(), month).filter(|month| month.first_day() <= self.today);
        let years = [this, Month::new(self.today.year() - 1, month)];
        Said::Open(Why::NotSaid, years.into_iter().flatten().map(Period::from).collect())
    }

    fn week(&self, source: &Source<'_>) -> Said {
        let mut numbered = None;
        let mut dated: Option<Vec<Week>> = None;
        let mut inside: Vec<Week> = Vec::new();
        let mut of_month = false;
        for claim in &source.claims {
            match *claim {
                Claim::Week { year, number } if numbered.is_none() => numbered = Some((year, number)),
                Claim::WeekOfMonth => of_month = true,
                Claim::Span(from, to) => dated = dated.or(self.weeks_of_span(from, to, numbered)),
                Claim::Day(day) if source.day_is != DayIs::Unsaid => {
                    let weeks = self.weeks_of_day(day, source.day_is);
                    inside.extend(
                        self.dates(self.year.map_or(day, |year| day.with_year(year))).into_iter().map(Week::of),
                    );
                    dated = dated.or(Some(weeks));
                }
                _ => {}
            }
        }
        let small = numbered.is_some_and(|(year, number)| year.is_none() && number <= WEEKS_OF_MONTH);
        let numbered = numbered.filter(|_| !small || dated.is_none());
        let numbered = numbered.map(|(year, number)| self.weeks_of_number(year, number));
        match (numbered, dated) {
            (Some(Said::Sure(week)), Some(weeks)) if weeks.iter().any(|dated| Period::from(*dated) == week) => {
                Said::Sure(week)
            }
            (Some(Said::Open(_, weeks)), Some(dated)) => {
                let both: Vec<Period> =
                    dated.iter().map(|week| Period::from(*week)).filter(|week| weeks.contains(week)).collect();
                match both.as_slice() {
                    [week] => Said::Sure(*week),
                    _ => open(Why::Disagree, &dated),
                }
            }
            (Some(Said::Sure(week)), Some(dated)) => {
                let mut periods = vec![week];
                periods.extend(dated.into_iter().map(Period::from));
                Said::Open(Why::Disagree, periods)
            }
            (Some(said), _) => said,
            (None, Some(dated)) => match dated.as_slice() {
                [week] => Said::Sure((*week).into()),
                // A day in the middle of a week neither begins nor ends it.
                [] => open(Why::NotSaid, &inside),
                _ => open(Why::DayOrMonth, &dated),
            },
            (None, None) if of_month => Said::Open(Why::NotSaid, Vec::new()),
            (None, None) => Said::Nothing,
        }
    }

    fn weeks_of_number(&self, year: Option<i32>, number: u32) -> Said {
        if let Some(week) = year.or(self.year).and_then(|year| Week::new(year, number)) {
            // `Week 3` may be the third of a month, unless its own year or its neighbours say that weeks are counted by year.
            let by_year = year.is_some() || number > WEEKS_OF_MONTH || self.by_year;
            return if by_year { Said::Sure(week.into()) } else { Said::Open(Why::NotSaid, vec![week.into()]) };
        }
        let this = Week::new(self.today.year(), number).filter(|week| week.first_day() <= self.today);
        let years = [this, Week::new(self.today.year() - 1, number)];
        Said::Open(Why::NotSaid, years.into_iter().flatten().map(Period::from).collect())
    }

    /// The weeks that a span of days can be. A span without a year takes the week's, or the sheet's.
    fn weeks_of_span(&self, from: Day, to: Day, numbered: Option<(Option<i32>, u32)>) -> Option<Vec<Week>> {
        let years = match from.year().or(to.year()).or(numbered.and_then(|(year, _)| year)).or(self.year) {
            Some(year) => vec![year],
            None => (self.today.year() - 1..=self.today.year()).rev().collect(),
        };
        let mut spans = Vec::new();
        for year in &years {
            let (from, to) = (self.dates(from.with_year(*year)), self.dates(to.with_year(*year)));
            spans.extend(from.iter().flat_map(|from| to.iter().map(|to| (*from, *to))));
        }
        // Where the year is open, a span that begins on a Monday settles it.
        let mondays: Vec<_> = spans.iter().filter(|(from, _)| from.weekday() == Weekday::Mon).copied().collect();
        if years.len() > 1 && mondays.len() == 1 {
            spans = mondays;
        }
        let mut weeks: Vec<Week> = spans.into_iter().filter_map(|(from, to)| week_of_span(from, to)).collect();
        weeks.dedup();
        (!weeks.is_empty()).then_some(weeks)
    }

    /// The weeks that a day can begin or end. Where the day's order is open, only a Sunday that ends a week, or a Monday
    /// that begins one, settles it: a Friday against a Wednesday would be a guess.
    pub(crate) fn weeks_of_day(&self, day: Day, day_is: DayIs) -> Vec<Week> {
        let day = self.year.map_or(day, |year| day.with_year(year));
        let dates = self.dates(day);
        let telling = |date: &&NaiveDate| match day_is {
            DayIs::Last => date.weekday() == Weekday::Sun,
            DayIs::First => date.weekday() == Weekday::Mon,
            DayIs::Unsaid => false,
        };
        let told: Vec<NaiveDate> = dates.iter().filter(telling).copied().collect();
        let chosen = if told.is_empty() { dates } else { told };
        let mut weeks: Vec<Week> = match chosen.as_slice() {
            [one] => week_of_day(*one, day_is).into_iter().collect(),
            several => several.iter().copied().map(Week::of).collect(),
        };
        weeks.dedup();
        weeks
    }

    /// The dates of a day: by the known order, unless that lies in the future and the other doesn't.
    fn dates(&self, day: Day) -> Vec<NaiveDate> {
        let ordered = day.dates(self.order);
        let late = |date: &NaiveDate| *date > self.today + Days::new(7);
        if ordered.iter().any(late) {
            let both = day.dates(None);
            if both.iter().any(|date| !late(date)) {
                return both;
            }
        }
        ordered
    }
}

fn open(why: Why, weeks: &[Week]) -> Said {
    Said::Open(why, weeks.iter().map(|week| Period::from(*week)).collect())
}

/// The week of a span of at most seven days: nearly all its days must lie in it.
fn week_of_span(from: NaiveDate, to: NaiveDate) -> Option<Week> {
    let length = (to - from).num_days();
    if !(0..=6).contains(&length) {
        return None;
    }
    // A week counted from Sunday has its other six days in the next ISO week; one counted from Saturday is no such week.
    let start = if from.weekday() == Weekday::Sun && length >= 4 { from + Days::new(1) } else { from };
    (Week::of(start) == Week::of(to)).then(|| Week::of(start))
}

/// The week that a day begins or ends. One that ends on Monday to Thursday, or begins on Tuesday to Saturday, is no ISO
/// week.
fn week_of_day(date: NaiveDate, day_is: DayIs) -> Option<Week> {
    match (day_is, date.weekday()) {
        (DayIs::First, Weekday::Sun) => Some(Week::of(date + Days::new(1))),
        (DayIs::Last, Weekday::Fri | Weekday::Sat | Weekday::Sun) | (DayIs::First, Weekday::Mon) => {
            Some(Week::of(date))
        }
        (DayIs::Last | DayIs::First, _) => None,
        (DayIs::Unsaid, _) => Some(Week::of(date)),
    }
}

/// The period of a report: the first source that says one; a later one that says another makes it a question.
pub(crate) fn settle(
    clock: &Clock,
    kind: ReportKind,
    cells: &[Source<'_>],
    names: &[Source<'_>],
) -> Result<Found<Period>, Question> {
    let ask = |why, source: Option<&Source<'_>>, periods: Vec<Period>| Question {
        about: About::Period,
        why,
        text: source.map(|source| source.text.to_owned()).unwrap_or_default(),
        place: source.and_then(|source| source.place),
        choices: periods.into_iter().map(Choice::Period).collect(),
    };
    let mut found: Option<(Period, &Source<'_>)> = None;
    let mut doubt: Option<(Why, &Source<'_>, Vec<Period>)> = None;
    let all = cells.iter().map(|source| (true, source)).chain(names.iter().map(|source| (false, source)));
    for (in_cell, source) in all {
        match clock.said(source, kind) {
            Said::Sure(period) => match found {
                Some((known, first)) if known != period => {
                    let why = if in_cell { Why::Several } else { Why::Disagree };
                    return Err(ask(why, Some(first), vec![known, period]));
                }
                Some(_) => {}
                None => found = Some((period, source)),
            },
            // A file of several months doesn't contradict a sheet about one of them.
            Said::Open(why, periods) => {
                let agrees = found.is_some_and(|(known, _)| periods.contains(&known) || periods.is_empty());
                if !agrees
                    && (doubt.is_none() || in_cell)
                    && doubt.as_ref().is_none_or(|(_, _, known)| known.is_empty())
                {
                    doubt = Some((why, source, periods));
                }
            }
            Said::Nothing => {}
        }
    }
    match (found, doubt) {
        (Some((period, source)), None) => Ok(Found { value: period, place: source.place }),
        // A sheet or file that is sure settles what a cell leaves open, if it is one of the cell's choices.
        (Some((period, source)), Some((_, _, periods))) if periods.contains(&period) || periods.is_empty() => {
            Ok(Found { value: period, place: source.place })
        }
        (Some((period, source)), Some((_, _, mut periods))) => {
            periods.insert(0, period);
            Err(ask(Why::Disagree, Some(source), periods))
        }
        (None, Some((why, source, periods))) => Err(ask(why, Some(source), periods)),
        (None, None) => Err(ask(Why::NotSaid, None, Vec::new())),
    }
}
