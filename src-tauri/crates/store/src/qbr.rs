//! Quarterly reviews as they are prepared and minuted.

use std::collections::BTreeMap;

use chrono::{NaiveDate, NaiveTime};
use playbook::period::Quarter;
use playbook::qbr::Topic;
use rusqlite::{Connection, Row, params};

use crate::rows::{all, keyed, maybe, one, parsed, run, unreadable};
use crate::{DistributorId, Store, StoreError, Writing};

/// What is written down for a quarterly review, before, in and after it. Anything of it may still be missing.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Qbr {
    /// The day it is planned for.
    pub planned_on: Option<NaiveDate>,
    /// The time of day at which it starts.
    pub starts: Option<NaiveTime>,
    /// Where; may be empty.
    pub place: String,
    /// Who takes part; may be empty.
    pub present: String,
    /// The minutes of its five items; `None` as the playbook says.
    pub minutes: Option<Vec<u32>>,
    /// Wins and losses as the manager words them; `None` while what the numbers propose stands.
    pub outcomes: Option<Outcomes>,
    /// What comes first in the next quarter.
    pub priorities: Vec<QbrLine>,
    /// What was noted on an item.
    pub notes: BTreeMap<Topic, String>,
}

/// Wins and losses.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Outcomes {
    /// What was won.
    pub wins: Vec<QbrLine>,
    /// What was lost.
    pub losses: Vec<QbrLine>,
}

/// A win, a loss or a priority.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct QbrLine {
    /// What it is.
    pub what: String,
    /// Why; may be empty.
    pub why: String,
    /// How much it was, as it is said: `+310.0 Rp m`; may be empty.
    pub worth: String,
}

/// How times of day stand in the store.
const TIME: &str = "%H:%M";

const QBR: &str = "SELECT id, planned_on, starts, place, present, minutes, edited FROM qbr_now
                   WHERE distributor = ?1 AND quarter = ?2";

impl Writing<'_> {
    /// Keeps what is written down for a quarterly review, as far as it goes. The same again adds nothing.
    ///
    /// # Errors
    /// [`StoreError::Unknown`] when there is no such distributor.
    pub fn prepare_qbr(&mut self, distributor: DistributorId, quarter: Quarter, qbr: &Qbr) -> Result<(), StoreError> {
        self.known(distributor)?;
        if find(&self.db, distributor, quarter)?.unwrap_or_default() == *qbr {
            return Ok(());
        }
        let (entry, id) = (self.entry()?, self.row_id());
        let minutes = qbr.minutes.as_ref().map(|all| all.iter().map(u32::to_string).collect::<Vec<_>>().join(" "));
        let sql =
            "INSERT INTO qbr (id, entry, distributor, quarter, planned_on, starts, place, present, minutes, edited)
                   VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)";
        let planned_on = qbr.planned_on.map(|day| day.to_string());
        let starts = qbr.starts.map(|time| time.format(TIME).to_string());
        let row = params![
            id,
            entry,
            distributor,
            quarter.to_string(),
            planned_on,
            starts,
            qbr.place,
            qbr.present,
            minutes,
            qbr.outcomes.is_some()
        ];
        run(&self.db, sql, row)?;
        let outcomes = qbr.outcomes.clone().unwrap_or_default();
        for (kind, lines) in [("win", &outcomes.wins), ("loss", &outcomes.losses), ("priority", &qbr.priorities)] {
            for (position, QbrLine { what, why, worth }) in (1_i64..).zip(lines) {
                let sql =
                    "INSERT INTO qbr_line (qbr, kind, position, what, why, worth) VALUES (?1, ?2, ?3, ?4, ?5, ?6)";
                run(&self.db, sql, params![id, kind, position, what, why, worth])?;
            }
        }
        for (topic, text) in &qbr.notes {
            run(
                &self.db,
                "INSERT INTO qbr_note (qbr, topic, text) VALUES (?1, ?2, ?3)",
                params![id, topic.key(), text],
            )?;
        }
        Ok(())
    }
}

impl Store {
    /// What is written down for a quarterly review; nothing where nobody began.
    ///
    /// # Errors
    /// When the database can't be read.
    pub fn qbr(&self, distributor: DistributorId, quarter: Quarter) -> Result<Qbr, StoreError> {
        Ok(find(&self.db, distributor, quarter)?.unwrap_or_default())
    }

    /// The quarters for whose review anything is written down, of any distributor.
    ///
    /// # Errors
    /// When the database can't be read.
    pub fn qbr_quarters(&self) -> Result<Vec<Quarter>, StoreError> {
        all(&self.db, "SELECT DISTINCT quarter FROM qbr_now", [], |row| parsed(row, "quarter"))
    }
}

fn find(db: &Connection, distributor: DistributorId, quarter: Quarter) -> Result<Option<Qbr>, StoreError> {
    one(db, QBR, params![distributor, quarter.to_string()], |row| read(db, row))
}

fn read(db: &Connection, row: &Row<'_>) -> Result<Qbr, StoreError> {
    let id: [u8; 16] = row.get("id")?;
    let lines = |kind: &str| {
        let sql = "SELECT what, why, worth FROM qbr_line WHERE qbr = ?1 AND kind = ?2 ORDER BY position";
        all(db, sql, params![id, kind], |row| {
            Ok(QbrLine { what: row.get("what")?, why: row.get("why")?, worth: row.get("worth")? })
        })
    };
    let notes = all(db, "SELECT topic, text FROM qbr_note WHERE qbr = ?1", [id], |row| {
        Ok((keyed(row, "topic", Topic::from_key)?, row.get("text")?))
    })?;
    let outcomes = match row.get("edited")? {
        true => Some(Outcomes { wins: lines("win")?, losses: lines("loss")? }),
        false => None,
    };
    Ok(Qbr {
        planned_on: maybe(row, "planned_on")?,
        starts: time(row)?,
        place: row.get("place")?,
        present: row.get("present")?,
        minutes: minutes(row)?,
        outcomes,
        priorities: lines("priority")?,
        notes: notes.into_iter().collect(),
    })
}

fn time(row: &Row<'_>) -> Result<Option<NaiveTime>, StoreError> {
    let text: Option<String> = row.get("starts")?;
    text.map(|text| NaiveTime::parse_from_str(&text, TIME).map_err(|_| unreadable("starts", &text))).transpose()
}

fn minutes(row: &Row<'_>) -> Result<Option<Vec<u32>>, StoreError> {
    let text: Option<String> = row.get("minutes")?;
    let read = |text: String| -> Result<Vec<u32>, StoreError> {
        text.split(' ').map(|part| part.parse().map_err(|_| unreadable("minutes", &text))).collect()
    };
    text.map(read).transpose()
}

/// A quarterly review with something of everything, for the tests of this crate.
#[cfg(test)]
pub(crate) fn case() -> Qbr {
    let line = |what: &str, why: &str, worth: &str| QbrLine { what: what.into(), why: why.into(), worth: worth.into() };
    Qbr {
        planned_on: Some(crate::case::day("2026-10-15")),
        starts: NaiveTime::from_hms_opt(14, 0, 0),
        place: "Jakarta".to_owned(),
        present: "Hendra Wijaya; Tan Mei Lin".to_owned(),
        minutes: Some(vec![10, 8, 7, 10, 5]),
        outcomes: Some(Outcomes {
            wins: vec![line("Superindo, 62 stores", "Bundle ready before the reset", "+310.0 Rp m")],
            losses: vec![line("AEON BSD postponed", "", "")],
        }),
        priorities: vec![line("Listing at AEON", "", "")],
        notes: BTreeMap::from([(Topic::Pricing, "School bundle worked".to_owned())]),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ActKind;
    use crate::case::{card, now, open, record};

    type Test = Result<(), StoreError>;

    fn quarter() -> Quarter {
        "2026-Q3".parse().expect("a literal")
    }

    #[test]
    fn what_is_written_down_comes_back_even_half_filled_in() -> Test {
        let folder = tempfile::tempdir().expect("a folder");
        let mut store = open(&folder)?;
        let (_, id) = record(&mut store, ActKind::Register, |w| w.add_distributor(&card("Selat Filters")))?;
        assert_eq!(store.qbr(id, quarter())?, Qbr::default());
        let half = Qbr {
            outcomes: Some(Outcomes { wins: vec![QbrLine::default()], losses: Vec::new() }),
            notes: BTreeMap::from([(Topic::Scorecard, "Ask".to_owned())]),
            ..Qbr::default()
        };
        for written in [half, case(), Qbr::default()] {
            record(&mut store, ActKind::Review, |w| w.prepare_qbr(id, quarter(), &written))?;
            assert_eq!(store.qbr(id, quarter())?, written);
            let again = store.record(crate::case::act(ActKind::Review), |w| w.prepare_qbr(id, quarter(), &written))?;
            assert_eq!(again.entry, None);
        }
        assert_eq!(store.qbr(id, quarter().next())?, Qbr::default());
        Ok(())
    }

    #[test]
    fn undo_brings_back_what_was_written_before() -> Test {
        let folder = tempfile::tempdir().expect("a folder");
        let mut store = open(&folder)?;
        let (_, id) = record(&mut store, ActKind::Register, |w| w.add_distributor(&card("Selat Filters")))?;
        record(&mut store, ActKind::Review, |w| w.prepare_qbr(id, quarter(), &case()))?;
        let changed = Qbr { place: "Bandung".to_owned(), ..case() };
        let (entry, ()) = record(&mut store, ActKind::Review, |w| w.prepare_qbr(id, quarter(), &changed))?;
        store.undo(entry, now())?;
        assert_eq!(store.qbr(id, quarter())?, case());
        Ok(())
    }
}
