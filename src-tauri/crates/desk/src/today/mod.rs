//! Today: what is late, red and contradictory, and what falls due next.

mod late;
mod next;
mod red;

use chrono::{Datelike, NaiveDate};
use playbook::period::{Quarter, Week};

use crate::desk::Desk;
use crate::error::DeskError;
use crate::judge::{self, Known};
use crate::now::Now;
use crate::view::{Span, TodayView};
use crate::{contradicted, format, words};

impl Desk {
    /// What needs attention, as of today.
    ///
    /// # Errors
    /// When the store can't be read, or a distributor's country has no holidays.
    pub fn today(&self, now: Now) -> Result<TodayView, DeskError> {
        let today = self.day(now);
        let known = self.all_known(today)?;
        let quarter = judge::current_quarter(&known, today);
        let contradictions: Vec<_> =
            known.iter().flat_map(|known| contradicted::rows(known, &self.playbook, quarter, today)).collect();
        let late = late::rows(&known, &self.playbook, today, self.manager_name()?.as_deref());
        let to_review = self.waiting();
        Ok(TodayView {
            title: format::long_day(words(), today),
            subtitle: subtitle(today),
            lead: lead(late.len(), contradictions.len(), to_review.len()),
            next: next::rows(&known, &self.playbook, today),
            red: red::rows(&known, &self.playbook, quarter, today),
            late,
            contradictions,
            to_review,
        })
    }
}

/// How many things need attention: what the rail shows.
pub(crate) fn count(known: &[Known], desk: &Desk, today: NaiveDate) -> usize {
    let quarter = judge::current_quarter(known, today);
    let contradictions: usize =
        known.iter().map(|known| contradicted::rows(known, &desk.playbook, quarter, today).len()).sum();
    late::rows(known, &desk.playbook, today, None).len() + contradictions
}

/// `Week 41 · Q4 2026, day 8 of 92`.
fn subtitle(today: NaiveDate) -> String {
    let quarter = Quarter::of(today);
    let day = (today - quarter.first_day()).num_days() + 1;
    let days = (quarter.last_day() - quarter.first_day()).num_days() + 1;
    let words = words();
    let values = [
        ("week", format::week(words, Week::of(today)).into()),
        ("quarter", format::quarter(words, quarter).into()),
        ("day", day.into()),
        ("days", days.into()),
    ];
    debug_assert!(today.year() >= quarter.year());
    words.say("today-subtitle", &values)
}

/// The answer in words: how much is late, contradictory and waiting.
fn lead(late: usize, contradictions: usize, waiting: usize) -> Vec<Span> {
    let words = words();
    let counted = |key: &str, count: usize| {
        let number = if count <= 12 { words.say(&format!("number-{count}"), &[]) } else { format::whole(count as i64) };
        words.say(key, &[("count", count.into()), ("number", number.into())])
    };
    let parts = [("today-late", late), ("today-contradictions", contradictions), ("today-waiting", waiting)];
    let mut said: Vec<Span> = Vec::new();
    for (key, count) in parts.into_iter().filter(|(_, count)| *count > 0) {
        if !said.is_empty() {
            said.push(Span { text: " ".to_owned(), strong: false });
        }
        said.push(Span { text: counted(key, count), strong: true });
        said.push(Span { text: words.say(&format!("{key}-rest"), &[("count", count.into())]), strong: false });
    }
    if said.is_empty() {
        said.push(Span { text: words.say("today-nothing", &[]), strong: true });
    }
    said
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(late: usize, contradictions: usize, waiting: usize, expected: &str) {
        let said: String = lead(late, contradictions, waiting).into_iter().map(|span| span.text).collect();
        assert_eq!(said, expected);
    }

    #[test]
    fn the_answer_comes_first_and_in_words() {
        check(0, 0, 0, "Every report that was due has come.");
        check(1, 0, 0, "One report is late.");
        check(4, 2, 1, "Four reports are late. Two pairs of figures contradict each other. One file waits for you.");
        check(13, 0, 0, "13 reports are late.");
    }

    #[test]
    fn the_day_is_placed_in_its_week_and_quarter() {
        let day = NaiveDate::from_ymd_opt(2026, 10, 8).expect("a date");
        assert_eq!(subtitle(day), "Week 41 · Q4 2026, day 8 of 92");
    }
}
