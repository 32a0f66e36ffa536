//! What a text claims about time: months, weeks, days and spans, in the order in which it names them.

#[cfg(test)]
mod tests;

use super::dates::{self, Day};
use super::dictionary::{means, month};
use super::terms::Term;
use super::tokens::{Token, tokens};

/// One thing that a text says about time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Claim {
    /// `Oktober 2026`, `T10-2026`, `Oct`.
    Month {
        /// If said.
        year: Option<i32>,
        /// 1 to 12.
        month: u32,
    },
    /// `W41`, `Week 42, 2026`.
    Week {
        /// If said.
        year: Option<i32>,
        /// 1 to 53.
        number: u32,
    },
    /// `Minggu ke-2 Oktober`: no week that everyone counts alike.
    WeekOfMonth,
    /// A day.
    Day(Day),
    /// `5 - 11 Oktober 2026`.
    Span(Day, Day),
}

/// The claims of a text, left to right.
pub(crate) fn claims(text: &str) -> Vec<Claim> {
    let tokens = tokens(text);
    let mut found = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        match (Cursor { tokens: &tokens, at }).claim() {
            Some((claim, next)) => {
                found.push(claim);
                at = next.max(at + 1);
            }
            None => at += 1,
        }
    }
    found
}

/// The years that a text names by themselves or in its claims.
pub(crate) fn years(text: &str) -> Vec<i32> {
    let mut years: Vec<i32> = tokens(text)
        .into_iter()
        .filter_map(|token| match token {
            Token::Number { value, length: 4 } => dates::year(value),
            _ => None,
        })
        .chain(claims(text).into_iter().filter_map(|claim| match claim {
            Claim::Month { year, .. } | Claim::Week { year, .. } => year,
            Claim::Day(day) | Claim::Span(_, day) => day.year(),
            Claim::WeekOfMonth => None,
        }))
        .collect();
    years.sort_unstable();
    years.dedup();
    years
}

#[derive(Clone, Copy)]
struct Cursor<'a> {
    tokens: &'a [Token],
    at: usize,
}

type Step<'a, T> = Option<(T, Cursor<'a>)>;

impl<'a> Cursor<'a> {
    fn token(self) -> Option<&'a Token> {
        self.tokens.get(self.at)
    }

    fn on(self, steps: usize) -> Self {
        Self { at: self.at + steps, ..self }
    }

    fn before(self) -> Option<&'a Token> {
        self.at.checked_sub(1).and_then(|at| self.tokens.get(at))
    }

    fn number(self, lengths: std::ops::RangeInclusive<usize>) -> Step<'a, u32> {
        match self.token()? {
            Token::Number { value, length } if lengths.contains(length) => Some((*value, self.on(1))),
            _ => None,
        }
    }

    fn mark(self, marks: &[char]) -> Option<Self> {
        matches!(self.token()?, Token::Mark(c) if marks.contains(c)).then(|| self.on(1))
    }

    fn word(self) -> Option<&'a str> {
        match self.token()? {
            Token::Word(word) => Some(word),
            _ => None,
        }
    }

    fn means(self, term: Term) -> Option<Self> {
        means(self.word()?, term).then(|| self.on(1))
    }

    /// Whatever stands between the parts of a date.
    fn past_joints(self) -> Self {
        let joint = |at: Self| at.mark(&['-', '/', '.', ',', '\'', '_', '(']).or_else(|| at.means(Term::YearWord));
        let ordinal = |at: Self| at.word().filter(|w| matches!(*w, "st" | "nd" | "rd" | "th")).map(|_| at.on(1));
        std::iter::successors(Some(self), |at| joint(*at).or_else(|| ordinal(*at))).take(4).last().unwrap_or(self)
    }

    fn until(self) -> Option<Self> {
        let spelt = || {
            let slash = (self.word()? == "s").then(|| self.on(1))?.mark(&['/'])?;
            (slash.word()? == "d").then(|| slash.on(1))
        };
        self.mark(&['-', '~', '–']).or_else(spelt).or_else(|| self.means(Term::Until))
    }

    fn long_year(self) -> Step<'a, i32> {
        let (value, next) = self.number(4..=4)?;
        dates::year(value).map(|year| (year, next))
    }

    /// `26` behind a month; not when it starts `26-30 Okt` or is followed by the real year.
    fn any_year(self) -> Step<'a, i32> {
        self.long_year().or_else(|| {
            let (value, next) = self.number(2..=2)?;
            let day = next.past_joints().long_year().is_some() || next.month().is_some();
            dates::short_year(value).filter(|_| !day).map(|year| (year, next))
        })
    }

    /// A month by name (of up to three words), or by `tháng 10`.
    fn month(self) -> Step<'a, u32> {
        for length in (1..=3).rev() {
            let words = (0..length).map(|step| self.on(step).word()).collect::<Option<Vec<_>>>();
            if let Some(number) = words.and_then(|words| month(&words.join(" "))) {
                return Some((number, self.on(length)));
            }
        }
        if let Some(number) = self.word().and_then(ends_in_month) {
            return Some((number, self.on(1)));
        }
        let numbered = self.means(Term::MonthWord)?;
        if let Some(named) = numbered.word().and_then(month) {
            return Some((named, numbered.on(1)));
        }
        let bare_letter = self.word() == Some("t");
        let joined = bare_letter && matches!(self.before(), Some(Token::Word(_) | Token::Number { .. }));
        numbered.number(1..=2).filter(|(number, _)| (1..=12).contains(number) && !joined)
    }

    fn claim(self) -> Option<(Claim, usize)> {
        let (claim, end) = self
            .week()
            .or_else(|| self.span())
            .or_else(|| self.day().map(|(day, next)| (Claim::Day(day), next)))
            .or_else(|| self.named_month())
            .or_else(|| self.numbered_month())?;
        Some((claim, end.at))
    }

    fn week(self) -> Step<'a, Claim> {
        if let Some((year, next)) = self.long_year() {
            let next = next.past_joints();
            let (number, end) = next.means(Term::Week)?.number(1..=2)?;
            return (1..=53).contains(&number).then_some((Claim::Week { year: Some(year), number }, end));
        }
        let word = (1..=2).rev().find_map(|length| {
            let words = (0..length).map(|step| self.on(step).word()).collect::<Option<Vec<_>>>()?.join(" ");
            (means(&words, Term::Week) || ends_in_week(&words)).then(|| self.on(length))
        })?;
        let ordinal = |at: Self| at.word().filter(|w| matches!(*w, "ke" | "no" | "thu" | "so" | "ที่")).map(|_| at.on(1));
        let joint = |at: Self| at.mark(&['-', '.', ':', '#', '_']).or_else(|| ordinal(at));
        let start = std::iter::successors(Some(word), |at| joint(*at)).take(4).last().unwrap_or(word);
        let (number, end) = start.number(1..=2).filter(|(number, _)| (1..=53).contains(number))?;
        if let Some((month, month_end)) = end.past_joints().month() {
            // `Minggu 18 Okt` is the week of a day: no 18th week lies in October.
            let (of_month, of_year) = (number <= 6, lies_in(number, month));
            let year_end = month_end.past_joints().any_year().map_or(month_end, |(_, end)| end);
            match (of_month, of_year, number <= 31) {
                (true, ..) | (_, true, true) => return Some((Claim::WeekOfMonth, year_end)),
                (_, false, true) => return None,
                _ => {}
            }
        }
        if let Some((year, year_end)) = end.past_joints().long_year() {
            return Some((Claim::Week { year: Some(year), number }, year_end));
        }
        let slashed = end.mark(&['/', '-']).and_then(|at| at.number(1..=2));
        if number <= 6 && slashed.is_some() {
            return slashed.map(|(_, end)| (Claim::WeekOfMonth, end));
        }
        // `W41-26`, `W41'26`
        let short = end.mark(&['-', '/', '\'']).and_then(Self::any_year).filter(|(_, next)| next.month().is_none());
        Some(short.map_or((Claim::Week { year: None, number }, end), |(year, end)| {
            (Claim::Week { year: Some(year), number }, end)
        }))
    }

    fn day(self) -> Step<'a, Day> {
        self.iso_day().or_else(|| self.slashed_day()).or_else(|| self.named_day()).or_else(|| self.american_day())
    }

    fn iso_day(self) -> Step<'a, Day> {
        let (year, next) = self.long_year()?;
        let (month, next) = next.mark(&['-', '/', '.'])?.number(1..=2)?;
        let (day, next) = next.mark(&['-', '/', '.'])?.number(1..=2)?;
        known(Some(year), month, day, next)
    }

    fn slashed_day(self) -> Step<'a, Day> {
        let (first, next) = self.number(1..=2)?;
        let (second, next) = next.mark(&['-', '/', '.'])?.number(1..=2)?;
        let (year, next) = next.mark(&['-', '/', '.'])?.any_year()?;
        slashed(first, second, Some(year), next)
    }

    /// `05/10`, only as a part of a span.
    fn short_slashed_day(self) -> Step<'a, Day> {
        let (first, next) = self.number(1..=2)?;
        let (second, next) = next.mark(&['/'])?.number(1..=2)?;
        slashed(first, second, None, next)
    }

    fn named_day(self) -> Step<'a, Day> {
        let (day, next) = self.number(1..=2)?;
        let (month, next) = next.past_joints().month()?;
        let (year, next) = next.past_joints().any_year().map_or((None, next), |(year, next)| (Some(year), next));
        known(year, month, day, next)
    }

    /// `October 4, 2026`; `Oct 26` without a year is a month of 2026, not a day.
    fn american_day(self) -> Step<'a, Day> {
        let (month, next) = self.month()?;
        let (day, next) = next.past_joints().number(1..=2)?;
        let (year, next) = next.past_joints().long_year()?;
        known(Some(year), month, day, next)
    }

    fn span(self) -> Step<'a, Claim> {
        self.span_in_month().or_else(|| self.american_span()).or_else(|| {
            let (from, next) = self.day().or_else(|| self.short_slashed_day())?;
            let (to, next) = next.until().and_then(|at| at.day().or_else(|| at.short_slashed_day()))?;
            Some((Claim::Span(to.year().map_or(from, |year| before(from, to, year)), to), next))
        })
    }

    /// `5 - 11 Oktober 2026`, `19-25/10/2026`.
    fn span_in_month(self) -> Step<'a, Claim> {
        let (first, next) = self.number(1..=2)?;
        let at = next.until()?;
        if let Some((to, next)) = at.named_day() {
            let Day::Known { year, month, .. } = to else { return None };
            let (from, next) = known(year, month, first, next)?;
            return Some((Claim::Span(from, to), next));
        }
        let (to, next) = at.slashed_day().filter(|_| next.mark(&['-']).is_some())?;
        let Day::Slashed { first: day, second: month, year } = to else { return None };
        (first <= day)
            .then_some((Claim::Span(Day::Known { year, month, day: first }, Day::Known { year, month, day }), next))
    }

    /// `October 5-11, 2026`
    fn american_span(self) -> Step<'a, Claim> {
        let (month, next) = self.month()?;
        let (first, next) = next.past_joints().number(1..=2)?;
        let (last, next) = next.until()?.number(1..=2)?;
        let (year, next) = next.past_joints().long_year().map_or((None, next), |(year, next)| (Some(year), next));
        let (from, _) = known(year, month, first, next)?;
        let (to, next) = known(year, month, last, next)?;
        (first <= last).then_some((Claim::Span(from, to), next))
    }

    fn named_month(self) -> Step<'a, Claim> {
        let (month, next) = self.month()?;
        let year = next.past_joints().any_year();
        let (year, next) = year.map_or((None, next), |(year, next)| (Some(year), next));
        Some((Claim::Month { year, month }, next))
    }

    /// `2026-10`, `2026 Okt`, `2026年10月`, `10/2026`.
    fn numbered_month(self) -> Step<'a, Claim> {
        if let Some((year, next)) = self.long_year() {
            if let Some((month, next)) = next.past_joints().month() {
                return Some((Claim::Month { year: Some(year), month }, next));
            }
            let (month, end) = next.mark(&['-', '/', '_']).or_else(|| chinese_year(next))?.number(1..=2)?;
            let more = end.mark(&['-', '/', '_']).and_then(|at| at.number(1..=4)).is_some();
            return ((1..=12).contains(&month) && !more).then_some((Claim::Month { year: Some(year), month }, end));
        }
        let (month, next) = self.number(1..=2).filter(|(month, _)| (1..=12).contains(month))?;
        let (year, end) = next.mark(&['/', '-', '.'])?.long_year()?;
        let part = matches!(self.before(), Some(Token::Mark('/' | '-' | '.')));
        (!part).then_some((Claim::Month { year: Some(year), month }, end))
    }
}

/// Whether a week of the year has days in a month.
fn lies_in(week: u32, month: u32) -> bool {
    let (first, last) = ((week * 7).saturating_sub(10), week * 7 + 4);
    let day = |month: u32| month * 30 + month / 2;
    last + 4 > day(month - 1) && first < day(month) + 4
}

fn chinese_year(at: Cursor<'_>) -> Option<Cursor<'_>> {
    at.word().filter(|word| *word == "年").map(|_| at.on(1))
}

/// A month's name at the end of a word of a script without spaces: `ประจำเดือนตุลาคม`.
fn ends_in_month(word: &str) -> Option<u32> {
    if word.is_ascii() {
        return None;
    }
    word.char_indices().skip(1).map(|(at, _)| &word[at..]).filter(|end| end.chars().count() > 2).find_map(month)
}

/// A week's word at the end of a word of a script without spaces: `รายงานประจำสัปดาห์ที่`.
fn ends_in_week(word: &str) -> bool {
    let ends = |(at, _): (usize, char)| means(&word[at..], Term::Week);
    !word.is_ascii() && word.char_indices().skip(1).filter(|(at, _)| word.len() - at > 6).any(ends)
}

fn known(year: Option<i32>, month: u32, day: u32, next: Cursor<'_>) -> Step<'_, Day> {
    let real = (1..=12).contains(&month) && (1..=31).contains(&day);
    real.then_some((Day::Known { year, month, day }, next))
}

fn slashed(first: u32, second: u32, year: Option<i32>, next: Cursor<'_>) -> Step<'_, Day> {
    let real = first.min(second) >= 1 && first.min(second) <= 12 && first.max(second) <= 31;
    real.then_some((Day::Slashed { first, second, year }, next))
}

/// The first day of a span that ends in `year`: 29 December - 4 January begins in the year before.
fn before(from: Day, to: Day, year: i32) -> Day {
    match (from, to) {
        (Day::Known { month: 12, .. }, Day::Known { month: 1, .. }) => from.with_year(year - 1),
        _ => from.with_year(year),
    }
}
