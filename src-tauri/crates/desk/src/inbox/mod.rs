//! The inbox: each room says what in it needs the manager; here the rows are put in order.

use chrono::NaiveDate;
use playbook::period::Quarter;

use crate::desk::Desk;
use crate::error::DeskError;
use crate::judge::Known;
use crate::now::Now;
use crate::view::{InboxRow, InboxView};
use crate::{exclusivity, format, governance, improvement, launch, today, words};

/// What a room answers: its rows, in any order.
type Room = fn(&Desk, &[Known], Now) -> Result<Vec<InboxRow>, DeskError>;

/// The rooms that have something to say. A new one adds its line.
const ROOMS: &[Room] = &[
    today::inbox_rows,
    exclusivity::inbox_rows,
    improvement::inbox_rows,
    launch::inbox_rows,
    governance::inbox_rows,
    crate::reviews::inbox_rows,
];

/// Where a thing without a day of its own stands: with what is due today.
pub(crate) const TODAY: i32 = 0;

/// Where a thing stands that can wait for what has a day within the month.
pub(crate) const WHENEVER: i32 = 31;

impl Desk {
    /// What is due, late, red, contradictory, to decide, to review and expiring: the most urgent first, each with its
    /// one next action.
    ///
    /// # Errors
    /// When the record can't be read, or a distributor's country has no holidays.
    pub fn inbox(&self, now: Now) -> Result<InboxView, DeskError> {
        let now = self.at(now);
        let known = self.all_known(now.today)?;
        let rows = self.inbox_of(&known, now)?;
        let summary = match known.as_slice() {
            [] if rows.is_empty() => words().say("inbox-no-distributor", &[]),
            _ => today::lead(&rows, now.today).into_iter().map(|span| span.text).collect(),
        };
        Ok(InboxView { title: format::long_day(words(), now.today), summary, rows })
    }

    /// The rows of every room, in order.
    pub(crate) fn inbox_of(&self, known: &[Known], now: Now) -> Result<Vec<InboxRow>, DeskError> {
        let mut rows = Vec::new();
        for room in ROOMS {
            rows.extend(room(self, known, now)?);
        }
        sort(&mut rows);
        Ok(rows)
    }
}

/// The most urgent first; of equals by kind, then by name.
fn sort(rows: &mut [InboxRow]) {
    rows.sort_by(|a, b| {
        let of = |row: &InboxRow| (row.sort, row.kind);
        of(a).cmp(&of(b)).then_with(|| a.name.text.cmp(&b.name.text)).then_with(|| a.what.cmp(&b.what))
    });
}

/// How urgent a day is: the days left until it.
pub(crate) fn until(day: NaiveDate, today: NaiveDate) -> i32 {
    i32::try_from((day - today).num_days()).unwrap_or(i32::MAX)
}

/// `by Thu 15 Oct`; of a day that has passed, how long ago it was.
pub(crate) fn when(due: NaiveDate, today: NaiveDate) -> String {
    let shown = format::day_short(words(), due);
    if due >= today {
        return words().say("inbox-by", &[("day", shown.into())]);
    }
    let days = words().say("days", &[("days", (today - due).num_days().into())]);
    words().say("inbox-late", &[("due", shown.into()), ("days", days.into())])
}

/// The address of a distributor's tab in a quarter, which is then the one that is shown.
pub(crate) fn place_in(distributor: &str, tab: &str, quarter: Quarter) -> String {
    format!("{}/{quarter}", place(distributor, tab))
}

/// The address of a distributor's tab; its scorecard where `tab` is empty.
pub(crate) fn place(distributor: &str, tab: &str) -> String {
    if tab.is_empty() { format!("#/distributor/{distributor}") } else { format!("#/distributor/{distributor}/{tab}") }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::view::{InboxKind, Mark, Name};

    fn row(kind: InboxKind, name: &str, sort: i32) -> InboxRow {
        InboxRow {
            kind,
            distributor: String::new(),
            name: Name { text: name.to_owned(), lang: "en".to_owned() },
            mark: Mark::None,
            what: String::new(),
            when: String::new(),
            sort,
            action: String::new(),
            place: String::new(),
        }
    }

    #[test]
    fn nothing_is_called_done_where_no_distributor_is_on_the_register() {
        let folder = tempfile::tempdir().expect("a folder");
        let mut desk = crate::evidence::tests::empty(folder.path());
        let said = |desk: &Desk| desk.inbox(crate::evidence::tests::now()).expect("an inbox").summary;
        assert_eq!(said(&desk), "No distributor is on the register.");
        crate::evidence::tests::with_a_quarter(&mut desk, "PT Contoh");
        assert_ne!(said(&desk), "No distributor is on the register.");
    }

    #[test]
    fn the_most_urgent_comes_first_then_the_kind_then_the_name() {
        use InboxKind::{Contradiction, Late, Red, ToDecide};
        let mut rows = [
            row(Red, "a", WHENEVER),
            row(Late, "b", -3),
            row(Contradiction, "z", TODAY),
            row(ToDecide, "c", 0),
            row(Late, "a", -3),
            row(Late, "c", -31),
        ];
        sort(&mut rows);
        let order: Vec<_> = rows.iter().map(|row| (row.kind, row.name.text.as_str())).collect();
        let expected = [(Late, "c"), (Late, "a"), (Late, "b"), (ToDecide, "c"), (Contradiction, "z"), (Red, "a")];
        assert_eq!(order, expected);
    }

    #[test]
    fn a_day_that_has_passed_is_more_urgent_than_one_to_come() {
        let day = |text: &str| text.parse::<NaiveDate>().expect("a literal");
        for (of, left, said) in [
            ("2026-10-01", -7, "Thu 1 Oct, 7 days ago"),
            ("2026-10-07", -1, "Wed 7 Oct, 1 day ago"),
            ("2026-10-08", 0, "by Thu 8 Oct"),
            ("2026-10-15", 7, "by Thu 15 Oct"),
        ] {
            assert_eq!(until(day(of), day("2026-10-08")), left, "{of}");
            assert_eq!(when(day(of), day("2026-10-08")), said);
        }
    }
}
