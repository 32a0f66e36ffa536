//! Today: what is late, red and contradictory, and what falls due next.

mod late;
mod next;
mod red;

pub(crate) use late::title as report_title;

use std::collections::BTreeMap;

use chrono::{Days, NaiveDate};
use playbook::period::{FiscalYear, Week};
use playbook::rules::Versions;

use crate::desk::Desk;
use crate::error::DeskError;
use crate::inbox::{TODAY, place, when};
use crate::judge::{self, Known};
use crate::now::Now;
use crate::view::{ContradictionRow, InboxKind, InboxRow, InboxSection, Mark, Name, Span, TodayView};
use crate::{contradicted, format, words};

impl Desk {
    /// What needs attention, as of today.
    ///
    /// # Errors
    /// When the store can't be read, or a distributor's country has no holidays.
    pub fn today(&self, now: Now) -> Result<TodayView, DeskError> {
        let now = self.at(now);
        let (today, versions) = (now.today, self.versions()?);
        let known = self.all_known(today)?;
        let quarter = judge::current_quarter(&known, versions.fiscal_year(), today);
        let playbook = versions.in_force(quarter);
        let rows = self.inbox_of(&known, now)?;
        let manager = self.manager_name()?;
        let late = late::owed(&known, &versions, today);
        let red = red::failed(&known, playbook, quarter, today);
        Ok(TodayView {
            title: format::long_day(words(), today),
            subtitle: subtitle(versions.fiscal_year(), today),
            lead: lead(&rows, today),
            next: next::falling(&known, &versions, today).iter().map(next::Falling::row).collect(),
            red: red.iter().take(red::MOST).map(|failed| failed.row(playbook, quarter)).collect(),
            late: late.iter().map(|owed| owed.row(today, manager.as_deref())).collect(),
            contradictions: contradictions(&known, &versions, today),
            to_review: self.waiting(),
            inbox: sections(rows),
        })
    }

    /// How many things need the manager: what the rail shows. Files are counted beside Import.
    pub(crate) fn today_count(&self, known: &[Known], now: Now) -> Result<usize, DeskError> {
        let waits = |row: &&InboxRow| !matches!(row.kind, InboxKind::Due | InboxKind::Red | InboxKind::File);
        Ok(self.inbox_of(known, now)?.iter().filter(waits).count())
    }
}

/// Late reports, what falls due, red KPIs, contradictions and files in review.
pub(crate) fn inbox_rows(desk: &Desk, known: &[Known], now: Now) -> Result<Vec<InboxRow>, DeskError> {
    let (today, versions) = (now.today, desk.versions()?);
    let quarter = judge::current_quarter(known, versions.fiscal_year(), today);
    let playbook = versions.in_force(quarter);
    let mut rows: Vec<InboxRow> = late::owed(known, &versions, today).iter().map(late::Owed::inbox).collect();
    rows.extend(next::falling(known, &versions, today).iter().map(|falling| falling.inbox(today)));
    rows.extend(red::failed(known, playbook, quarter, today).iter().map(|failed| failed.inbox(playbook, quarter)));
    rows.extend(contradictions(known, &versions, today).into_iter().map(contradiction));
    rows.extend(desk.waiting().into_iter().map(|file| InboxRow {
        kind: InboxKind::File,
        distributor: String::new(),
        name: Name { text: file.name, lang: "und".to_owned() },
        mark: Mark::Question,
        what: file.note,
        when: String::new(),
        sort: TODAY,
        action: words().say("inbox-open-file", &[]),
        place: format!("#/import/{}", file.file),
    }));
    Ok(rows)
}

fn contradictions(known: &[Known], versions: &Versions, today: NaiveDate) -> Vec<ContradictionRow> {
    let quarter = judge::current_quarter(known, versions.fiscal_year(), today);
    let playbook = versions.in_force(quarter);
    known.iter().flat_map(|known| contradicted::open(known, playbook, quarter, today)).collect()
}

fn contradiction(row: ContradictionRow) -> InboxRow {
    InboxRow {
        kind: InboxKind::Contradiction,
        name: row.name,
        mark: Mark::Question,
        what: row.what,
        when: String::new(),
        sort: TODAY,
        action: words().say("inbox-settle", &[]),
        place: place(&row.distributor, ""),
        distributor: row.distributor,
    }
}

/// The kinds that have no table of their own on Today, each with its rows.
fn sections(rows: Vec<InboxRow>) -> Vec<InboxSection> {
    let mut sections: BTreeMap<InboxKind, Vec<InboxRow>> = BTreeMap::new();
    for row in rows {
        use InboxKind::{Contradiction, Due, File, Late, Red};
        if !matches!(row.kind, Late | Due | Red | Contradiction | File) {
            sections.entry(row.kind).or_default().push(row);
        }
    }
    let title = |kind: InboxKind| words().say(&format!("inbox-kind-{}", kind.key()), &[]);
    sections.into_iter().map(|(kind, rows)| InboxSection { kind, title: title(kind), rows }).collect()
}

/// `Week 41 · Q4 2026, day 8 of 92`.
fn subtitle(fiscal: FiscalYear, today: NaiveDate) -> String {
    let quarter = fiscal.quarter_on(today);
    let day = (today - quarter.first_day()).num_days() + 1;
    let days = (quarter.last_day() - quarter.first_day()).num_days() + 1;
    let words = words();
    let values = [
        ("week", format::week(words, Week::of(today)).into()),
        ("quarter", format::quarter(words, quarter).into()),
        ("day", day.into()),
        ("days", days.into()),
    ];
    words.say("today-subtitle", &values)
}

/// The answer in words: how much is late, to decide (and by when), contradictory and waiting.
pub(crate) fn lead(rows: &[InboxRow], today: NaiveDate) -> Vec<Span> {
    let words = words();
    let of = |kind: InboxKind| rows.iter().filter(move |row| row.kind == kind);
    // Rows are in order: the first of a kind that has a day is its most urgent. What has none stands with today.
    let first = |kind| of(kind).filter_map(|row| day_of(row, today)).next();
    let parts = [
        ("today-late", InboxKind::Late),
        ("today-decisions", InboxKind::ToDecide),
        ("today-contradictions", InboxKind::Contradiction),
        ("today-waiting", InboxKind::File),
    ];
    let mut said: Vec<Span> = Vec::new();
    for (key, kind) in parts {
        let count = of(kind).count();
        if count == 0 {
            continue;
        }
        if !said.is_empty() {
            said.push(Span { text: " ".to_owned(), strong: false });
        }
        let number = if count <= 12 { words.say(&format!("number-{count}"), &[]) } else { format::whole(count as i64) };
        let day = first(kind);
        let dated = if day.is_none() && kind == InboxKind::ToDecide { "undated" } else { "rest" };
        let values = [("count", count.into()), ("number", number.into()), ("day", day.unwrap_or_default().into())];
        said.push(Span { text: words.say(key, &values), strong: true });
        said.push(Span { text: words.say(&format!("{key}-{dated}"), &values), strong: false });
    }
    if said.is_empty() {
        said.push(Span { text: words.say("today-nothing", &[]), strong: true });
    }
    said
}

/// The day of a row whose own words name it.
fn day_of(row: &InboxRow, today: NaiveDate) -> Option<String> {
    let day = match u64::try_from(row.sort) {
        Ok(days) => today.checked_add_days(Days::new(days)),
        Err(_) => today.checked_sub_days(Days::new(row.sort.unsigned_abs().into())),
    };
    day.filter(|day| row.when == when(*day, today)).map(|day| format::day(words(), day))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(kind: InboxKind, count: usize) -> impl Iterator<Item = InboxRow> {
        let row = InboxRow {
            kind,
            distributor: String::new(),
            name: Name { text: "Selat".to_owned(), lang: "en".to_owned() },
            mark: Mark::None,
            what: String::new(),
            when: "by Thu 15 Oct".to_owned(),
            sort: 7,
            action: String::new(),
            place: String::new(),
        };
        std::iter::repeat_n(row, count)
    }

    #[track_caller]
    fn check(counts: &[(InboxKind, usize)], expected: &str) {
        let rows: Vec<_> = counts.iter().flat_map(|(kind, count)| rows(*kind, *count)).collect();
        let today = NaiveDate::from_ymd_opt(2026, 10, 8).expect("a date");
        let said: String = lead(&rows, today).into_iter().map(|span| span.text).collect();
        assert_eq!(said, expected);
    }

    #[test]
    fn the_answer_comes_first_and_in_words() {
        use InboxKind::{Contradiction, Due, File, Late, Red, ToDecide};
        check(&[(Due, 2), (Red, 3)], "Every report that was due has come.");
        check(&[(Late, 1)], "One report is late.");
        check(
            &[(Late, 4), (Contradiction, 2), (File, 1)],
            "Four reports are late. Two pairs of figures contradict each other. One file waits for you.",
        );
        check(&[(ToDecide, 3)], "Three decisions are due, the first by 15 Oct.");
        check(&[(ToDecide, 1)], "One decision is due by 15 Oct.");
        check(&[(Late, 13)], "13 reports are late.");
    }

    #[test]
    fn what_has_no_day_is_never_the_first_by_which_to_decide() {
        let today = NaiveDate::from_ymd_opt(2026, 10, 8).expect("a date");
        let asked = InboxRow {
            when: "since Tue 6 Oct".to_owned(),
            sort: TODAY,
            ..rows(InboxKind::ToDecide, 1).next().expect("a row")
        };
        let dated = rows(InboxKind::ToDecide, 1).next().expect("a row");
        for (rows, expected) in [
            (vec![asked.clone()], "One decision waits for you."),
            (vec![asked.clone(), asked.clone()], "Two decisions wait for you."),
            (vec![asked, dated], "Two decisions are due, the first by 15 Oct."),
        ] {
            let said: String = lead(&rows, today).into_iter().map(|span| span.text).collect();
            assert_eq!(said, expected);
        }
    }

    #[test]
    fn what_has_a_table_of_its_own_is_no_section() {
        let all = [InboxKind::Late, InboxKind::ToDecide, InboxKind::Plan, InboxKind::ToDecide];
        let found = sections(all.into_iter().flat_map(|kind| rows(kind, 1)).collect());
        let found: Vec<_> = found.iter().map(|section| (section.kind, section.rows.len())).collect();
        assert_eq!(found, [(InboxKind::ToDecide, 2), (InboxKind::Plan, 1)]);
    }

    #[test]
    fn the_day_is_placed_in_its_week_and_quarter() {
        let day = NaiveDate::from_ymd_opt(2026, 10, 8).expect("a date");
        assert_eq!(subtitle(FiscalYear::CALENDAR, day), "Week 41 · Q4 2026, day 8 of 92");
        let april = FiscalYear::starting(4).expect("a month");
        assert_eq!(subtitle(april, day), "Week 41 · Q3 FY2026, day 8 of 92");
    }
}
