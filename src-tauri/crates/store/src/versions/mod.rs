//! Versions of the playbook that a person set.

mod kpi;

use playbook::measure::{Measure, MeasureKey, OwnMeasure, ReportKind, Unit};
use playbook::rules::Playbook;
use playbook::settings::{SETTINGS, setting};
use rusqlite::{Connection, Row, params};

use crate::rows::{all, keyed, one, parsed, run};
use crate::{EntryId, Store, StoreError, Writing};

/// A version that counts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HeldPlaybook {
    /// The entry that set it.
    pub entry: EntryId,
    /// What it says. Its fiscal year is a setting of the workspace and not part of it.
    pub playbook: Playbook,
}

const VERSIONS: &str = "SELECT id, entry, number, valid_from FROM playbook_version_now ORDER BY valid_from, number";

// The next number counts undone versions too: a number never stands for two contents.
const NEXT: &str = "SELECT coalesce(max(number), 1) + 1 AS next FROM playbook_version";

const ADD: &str = "INSERT INTO playbook_version (id, entry, number, valid_from) VALUES (?1, ?2, ?3, ?4)";
const ADD_SETTING: &str = "INSERT INTO playbook_setting (version, key, value) VALUES (?1, ?2, ?3)";
const ADD_MEASURE: &str = "
    INSERT INTO playbook_measure (version, position, key, title, unit, report, asked)
    VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)";

/// A version's id: no type outside names it.
type VersionId = [u8; 16];

impl Writing<'_> {
    /// Adds a version: gives its number, whatever number it came with. One that says what the version of the same day
    /// says already adds nothing.
    ///
    /// # Errors
    /// When it can't be stored, or holds a rate that no decimal is exactly.
    pub fn add_playbook(&mut self, playbook: &Playbook) -> Result<u32, StoreError> {
        let same_day = versions(&self.db)?.into_iter().rfind(|held| held.playbook.valid_from == playbook.valid_from);
        if let Some(held) = same_day.filter(|held| is_same(&held.playbook, playbook)) {
            return Ok(held.playbook.version);
        }
        let number = one(&self.db, NEXT, [], |row| Ok(row.get("next")?))?.unwrap_or(2);
        let (entry, id) = (self.entry()?, self.row_id());
        run(&self.db, ADD, params![id, entry, number, playbook.valid_from.to_string()])?;
        for setting in SETTINGS {
            run(&self.db, ADD_SETTING, params![id, setting.key, setting.of(playbook)])?;
        }
        for (position, own) in (0_i64..).zip(&playbook.measures) {
            let OwnMeasure { measure, title, asked } = own;
            let (key, unit, report) = (measure.key.as_str(), measure.unit.key(), measure.report.key());
            run(&self.db, ADD_MEASURE, params![id, position, key, title, unit, report, asked])?;
        }
        for (position, one) in (0_i64..).zip(&playbook.kpis) {
            kpi::add(&self.db, id, position, one)?;
        }
        Ok(number)
    }
}

impl Store {
    /// The versions that a person set, by the day from which they hold.
    ///
    /// # Errors
    /// When the database can't be read.
    pub fn playbooks(&self) -> Result<Vec<HeldPlaybook>, StoreError> {
        versions(&self.db)
    }
}

/// Whether two versions say the same: their numbers and the workspace's fiscal year are no part of that.
fn is_same(held: &Playbook, new: &Playbook) -> bool {
    Playbook { version: held.version, fiscal_year: held.fiscal_year, ..new.clone() } == *held
}

fn versions(db: &Connection) -> Result<Vec<HeldPlaybook>, StoreError> {
    let held = all(db, VERSIONS, [], |row| Ok((row.get::<_, VersionId>("id")?, head(row)?)))?;
    held.into_iter().map(|(id, held)| filled(db, id, held)).collect()
}

/// Number and day; the rest is the shipped version's until it is filled in, so that a setting which came after a version
/// was stored has its default.
fn head(row: &Row<'_>) -> Result<HeldPlaybook, StoreError> {
    let playbook =
        Playbook { version: row.get("number")?, valid_from: parsed(row, "valid_from")?, ..Playbook::default_rules() };
    Ok(HeldPlaybook { entry: row.get("entry")?, playbook })
}

fn filled(db: &Connection, id: VersionId, mut held: HeldPlaybook) -> Result<HeldPlaybook, StoreError> {
    let sql = "SELECT key, value FROM playbook_setting WHERE version = ?1";
    let settings: Vec<(String, u32)> = all(db, sql, [id], |row| Ok((row.get("key")?, row.get("value")?)))?;
    for (key, value) in settings {
        if let Some(known) = setting(&key) {
            known.set(&mut held.playbook, value);
        }
    }
    let sql = "SELECT key, title, unit, report, asked FROM playbook_measure WHERE version = ?1 ORDER BY position";
    held.playbook.measures = all(db, sql, [id], own_measure)?;
    held.playbook.kpis = kpi::of(db, id, &held.playbook)?;
    Ok(held)
}

fn own_measure(row: &Row<'_>) -> Result<OwnMeasure, StoreError> {
    let measure = Measure {
        key: MeasureKey::new(&row.get::<_, String>("key")?),
        report: keyed(row, "report", ReportKind::from_key)?,
        unit: keyed(row, "unit", Unit::from_key)?,
    };
    Ok(OwnMeasure { measure, title: row.get("title")?, asked: row.get("asked")? })
}

/// Sets a version with something in every column.
#[cfg(test)]
pub(crate) fn set(store: &mut Store) -> Result<(), StoreError> {
    crate::case::record(store, crate::ActKind::Playbook, |w| w.add_playbook(&tests::playbook("2026-10-01"))).map(drop)
}

#[cfg(test)]
mod tests {
    use playbook::kpi::{Better, Group, Kpi, KpiKey, OwnWords, Shape, Terms};
    use playbook::number::{Quantity, Rate};
    use playbook::target::Goal;

    use super::*;
    use crate::ActKind;
    use crate::case::{day, now, open, record};

    /// A version with a measure and KPIs of the manager's own, and something in every column.
    pub(super) fn playbook(from: &str) -> Playbook {
        let visits = Measure { key: MeasureKey::new("visits"), report: ReportKind::Weekly, unit: Unit::Count };
        let sum = Terms::of(vec![visits.key.clone()], |_| Some(&visits));
        let own = |title: &str| OwnWords { title: title.to_owned(), meaning: "Stores that were visited".to_owned() };
        let band =
            Goal::Band { low: Quantity::ONE, high: Quantity::whole(40), margin: "2.5".parse().expect("a literal") };
        let made = Kpi {
            gate: Some(Rate::percent(85)),
            grace: Some(9),
            better: Better::Within,
            default_goal: Some(band),
            ..Kpi::made(KpiKey::new("visits"), own("Store visits"), Group::Execution, Shape::Total(sum))
        };
        let mut playbook = Playbook { valid_from: day(from), ..Playbook::default_rules() };
        playbook.grace_days = 7;
        playbook.kpis[0].default_goal =
            Some(Goal::FromBaseline { baseline: Quantity::ZERO, target: Quantity::whole(9) });
        playbook.kpis.insert(0, made);
        playbook.measures = vec![OwnMeasure { measure: visits, title: "Store visits".to_owned(), asked: false }];
        playbook
    }

    type Test = Result<(), StoreError>;

    #[test]
    fn a_version_is_read_back_as_it_was_set() -> Test {
        let folder = tempfile::tempdir().expect("a folder");
        let mut store = open(&folder)?;
        let set = playbook("2026-10-01");
        let (entry, number) = record(&mut store, ActKind::Playbook, |w| w.add_playbook(&set))?;
        assert_eq!(number, 2);
        let held = HeldPlaybook { entry, playbook: Playbook { version: 2, ..set } };
        assert_eq!(store.playbooks()?, [held]);
        Ok(())
    }

    #[test]
    fn the_version_that_ships_is_read_back_whole() -> Test {
        let folder = tempfile::tempdir().expect("a folder");
        let mut store = open(&folder)?;
        record(&mut store, ActKind::Playbook, |w| w.add_playbook(&Playbook::default_rules()))?;
        assert_eq!(store.playbooks()?[0].playbook, Playbook { version: 2, ..Playbook::default_rules() });
        Ok(())
    }

    #[test]
    fn setting_what_holds_from_that_day_adds_nothing() -> Test {
        let folder = tempfile::tempdir().expect("a folder");
        let mut store = open(&folder)?;
        let set = |store: &mut Store, day: &str| {
            store.record(crate::case::act(ActKind::Playbook), |w| w.add_playbook(&playbook(day)))
        };
        assert!(set(&mut store, "2026-10-01")?.entry.is_some());
        assert_eq!(set(&mut store, "2026-10-01")?.entry, None);
        assert_eq!(set(&mut store, "2027-01-01")?.value, 3);
        Ok(())
    }

    #[test]
    fn undo_takes_a_version_away_and_its_number_is_never_given_again() -> Test {
        let folder = tempfile::tempdir().expect("a folder");
        let mut store = open(&folder)?;
        let (entry, _) = record(&mut store, ActKind::Playbook, |w| w.add_playbook(&playbook("2026-10-01")))?;
        let before = store.playbooks()?;
        store.undo(entry, now())?;
        assert_eq!(store.playbooks()?, []);
        let (_, number) = record(&mut store, ActKind::Playbook, |w| w.add_playbook(&Playbook::default_rules()))?;
        assert_eq!(number, 3);
        store.redo(entry, now())?;
        assert_eq!(store.playbooks()?.last(), before.last());
        Ok(())
    }
}
