//! Profiles: the layouts that a distributor's files come in, and what was settled about each.

use rusqlite::{Connection, Row, params};

use crate::journal::entry;
use crate::rows::{all, all_of, keyed, one, run};
use crate::{DistributorId, Entry, EntryId, Kind, Moment, ProfileId, Store, StoreError, Writing};

/// A layout to remember, with what was settled about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewProfile {
    /// Whose files.
    pub distributor: DistributorId,
    /// What they report.
    pub kind: Kind,
    /// The same for sheets with the same headers in the same columns.
    pub fingerprint: String,
    /// The name of the file that it is learnt from.
    pub file: String,
    /// The sheet; `None` for CSV and text files.
    pub sheet: Option<String>,
    /// Its headers, by row and column.
    pub labels: Vec<Label>,
    /// What was settled.
    pub answers: Vec<Settled>,
}

/// A header of a layout: above a column, or before a row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Label {
    /// Its words, folded; empty for a header that is a period.
    pub header: String,
    /// The letters of its column.
    pub letters: String,
    /// What it names: a measure's key, `distributor`, `period`.
    pub names: Option<String>,
}

/// An answer that carries over to the next file of a layout.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Settled {
    /// The field.
    pub about: String,
    /// Why it was open.
    pub why: String,
    /// What the file said then.
    pub text: String,
    /// How it carries over.
    pub rule: String,
}

/// A layout that is remembered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Profile {
    /// Its id.
    pub id: ProfileId,
    /// What was remembered.
    pub of: NewProfile,
    /// When each of its answers was settled.
    pub settled: Vec<Moment>,
    /// Whether its files may be stored unasked.
    pub trusted: bool,
    /// The entry that it was learnt with.
    pub entry: Entry,
}

const PROFILES: &str = "
    SELECT profile_now.id, profile_now.entry, distributor, kind, fingerprint, file, sheet, coalesce(trusted, 0) AS trusted
    FROM profile_now LEFT JOIN profile_standing_now ON profile_standing_now.profile = profile_now.id
    WHERE distributor {of} ORDER BY profile_now.id DESC";

impl Writing<'_> {
    /// Remembers a layout and what was settled about it. What is remembered already adds nothing.
    ///
    /// # Errors
    /// [`StoreError::Unknown`] when there is no such distributor.
    pub fn learn(&mut self, new: &NewProfile) -> Result<ProfileId, StoreError> {
        self.known(new.distributor)?;
        let sql = "SELECT id FROM profile_now WHERE distributor = ?1 AND kind = ?2 AND fingerprint = ?3";
        let key = params![new.distributor, new.kind.key(), new.fingerprint];
        let profile = match one(&self.db, sql, key, |row| Ok(row.get("id")?))? {
            Some(held) => held,
            None => self.add_profile(new)?,
        };
        for answer in &new.answers {
            self.settle(profile, answer, true)?;
        }
        Ok(profile)
    }

    fn add_profile(&mut self, new: &NewProfile) -> Result<ProfileId, StoreError> {
        let (entry, id) = (self.entry()?, ProfileId(self.ids.next()));
        let sql = "INSERT INTO profile (id, entry, distributor, kind, fingerprint, file, sheet)
                   VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)";
        run(&self.db, sql, params![id, entry, new.distributor, new.kind.key(), new.fingerprint, new.file, new.sheet])?;
        for (position, label) in (1_i64..).zip(&new.labels) {
            let sql =
                "INSERT INTO profile_label (profile, position, header, letters, names) VALUES (?1, ?2, ?3, ?4, ?5)";
            run(&self.db, sql, params![id, position, label.header, label.letters, label.names])?;
        }
        Ok(id)
    }

    /// Settles a question of a layout otherwise.
    ///
    /// # Errors
    /// [`StoreError::Unknown`] when there is no such profile.
    pub fn settle_anew(&mut self, profile: ProfileId, answer: &Settled) -> Result<(), StoreError> {
        self.live(profile)?;
        self.settle(profile, answer, true)
    }

    /// Adds an answer, or that its question is to be asked again; nothing where that is so already.
    fn settle(&mut self, profile: ProfileId, answer: &Settled, kept: bool) -> Result<(), StoreError> {
        let Settled { about, why, text, rule } = answer;
        let sql = "SELECT rule FROM profile_answer_now WHERE profile = ?1 AND about = ?2 AND why = ?3";
        let held: Option<String> = one(&self.db, sql, params![profile, about, why], |row| Ok(row.get("rule")?))?;
        if held.as_deref() == kept.then_some(rule.as_str()) {
            return Ok(());
        }
        let (entry, id) = (self.entry()?, self.row_id());
        let sql = "INSERT INTO profile_answer (id, entry, profile, about, why, text, rule, kept)
                   VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)";
        run(&self.db, sql, params![id, entry, profile, about, why, text, rule, kept])
    }

    /// Has a question asked again that was settled for a layout.
    ///
    /// # Errors
    /// [`StoreError::Unknown`] when there is no such profile.
    pub fn ask_again(&mut self, profile: ProfileId, about: &str, why: &str) -> Result<(), StoreError> {
        self.live(profile)?;
        let (about, why) = (about.to_owned(), why.to_owned());
        self.settle(profile, &Settled { about, why, text: String::new(), rule: String::new() }, false)
    }

    /// Says whether files of a layout may be stored unasked, and whether it is remembered at all.
    ///
    /// # Errors
    /// [`StoreError::Unknown`] when there is no such profile.
    pub fn stand(&mut self, profile: ProfileId, trusted: bool, kept: bool) -> Result<(), StoreError> {
        if self.live(profile)? == trusted && kept {
            return Ok(());
        }
        let (entry, id) = (self.entry()?, self.row_id());
        let sql = "INSERT INTO profile_standing (id, entry, profile, trusted, kept) VALUES (?1, ?2, ?3, ?4, ?5)";
        run(&self.db, sql, params![id, entry, profile, trusted, kept])
    }

    /// Whether a profile that is remembered is trusted.
    fn live(&self, profile: ProfileId) -> Result<bool, StoreError> {
        let sql = "SELECT coalesce(trusted, 0) AS trusted FROM profile_now
                   LEFT JOIN profile_standing_now ON profile_standing_now.profile = profile_now.id
                   WHERE profile_now.id = ?1";
        one(&self.db, sql, [profile], |row| Ok(row.get("trusted")?))?.ok_or(StoreError::Unknown("layout"))
    }
}

impl Store {
    /// The layouts that are remembered of a distributor, or of all; the newest first.
    ///
    /// # Errors
    /// When the database can't be read.
    pub fn profiles(&self, distributor: Option<DistributorId>) -> Result<Vec<Profile>, StoreError> {
        all_of(&self.db, PROFILES, distributor, |row| read(&self.db, row))
    }
}

fn read(db: &Connection, row: &Row<'_>) -> Result<Profile, StoreError> {
    let (id, by): (ProfileId, EntryId) = (row.get("id")?, row.get("entry")?);
    let (answers, settled) = answers(db, id)?.into_iter().unzip();
    let of = NewProfile {
        distributor: row.get("distributor")?,
        kind: keyed(row, "kind", Kind::from_key)?,
        fingerprint: row.get("fingerprint")?,
        file: row.get("file")?,
        sheet: row.get("sheet")?,
        labels: labels(db, id)?,
        answers,
    };
    Ok(Profile { id, of, settled, trusted: row.get("trusted")?, entry: entry(db, by)? })
}

fn labels(db: &Connection, profile: ProfileId) -> Result<Vec<Label>, StoreError> {
    let sql = "SELECT header, letters, names FROM profile_label WHERE profile = ?1 ORDER BY position";
    all(db, sql, [profile], |row| {
        Ok(Label { header: row.get("header")?, letters: row.get("letters")?, names: row.get("names")? })
    })
}

fn answers(db: &Connection, profile: ProfileId) -> Result<Vec<(Settled, Moment)>, StoreError> {
    let sql = "SELECT entry, about, why, text, rule FROM profile_answer_now WHERE profile = ?1 ORDER BY about, why";
    all(db, sql, [profile], |row| {
        let at = entry(db, row.get("entry")?)?.at;
        let settled =
            Settled { about: row.get("about")?, why: row.get("why")?, text: row.get("text")?, rule: row.get("rule")? };
        Ok((settled, at))
    })
}

/// A layout with two headers and an answer.
#[cfg(test)]
pub(crate) fn case(distributor: DistributorId) -> NewProfile {
    let label = |header: &str, letters: &str, names: Option<&str>| Label {
        header: header.to_owned(),
        letters: letters.to_owned(),
        names: names.map(str::to_owned),
    };
    let settled = |text: &str| text.to_owned();
    NewProfile {
        distributor,
        kind: Kind::Monthly,
        fingerprint: "a1b2".to_owned(),
        file: "October.xlsx".to_owned(),
        sheet: Some("Oct".to_owned()),
        labels: vec![label("realisasi", "E", None), label("prospek", "B", Some("leads"))],
        answers: vec![Settled {
            about: settled("leads"),
            why: settled("separator"),
            text: settled("1.200"),
            rule: settled("choice 1 of 2"),
        }],
    }
}

/// A row in each table of profiles.
#[cfg(test)]
pub(crate) fn remember(store: &mut Store, distributor: DistributorId) -> Result<(), StoreError> {
    use crate::ActKind;
    let (_, id) = crate::case::record(store, ActKind::Import, |w| w.learn(&case(distributor)))?;
    crate::case::record(store, ActKind::Layout, |w| w.stand(id, true, true))?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ActKind;
    use crate::case::{card, now, open, record};

    use super::case as profile;

    type Test = Result<(), StoreError>;

    fn store(folder: &tempfile::TempDir) -> Result<(Store, DistributorId), StoreError> {
        let mut store = open(folder)?;
        let (_, id) = record(&mut store, ActKind::Register, |w| w.add_distributor(&card("Selat")))?;
        Ok((store, id))
    }

    #[test]
    fn what_was_settled_reads_back_and_is_settled_once() -> Test {
        let folder = tempfile::tempdir().expect("a folder");
        let (mut store, id) = store(&folder)?;
        let (_, learnt) = record(&mut store, ActKind::Import, |w| w.learn(&profile(id)))?;
        let held = store.profiles(Some(id))?.remove(0);
        assert_eq!((held.id, &held.of, held.trusted, held.settled), (learnt, &profile(id), false, vec![now()]));
        let again = store.record(crate::case::act(ActKind::Import), |w| w.learn(&profile(id)))?;
        assert_eq!((again.entry, again.value), (None, learnt));
        Ok(())
    }

    #[test]
    fn an_answer_is_replaced_asked_again_and_comes_back_by_undo() -> Test {
        let folder = tempfile::tempdir().expect("a folder");
        let (mut store, id) = store(&folder)?;
        let (_, learnt) = record(&mut store, ActKind::Import, |w| w.learn(&profile(id)))?;
        let rules = |store: &Store| -> Result<Vec<String>, StoreError> {
            Ok(store.profiles(None)?.remove(0).of.answers.into_iter().map(|answer| answer.rule).collect())
        };
        let mut other = profile(id);
        other.answers[0].rule = "choice 2 of 2".to_owned();
        record(&mut store, ActKind::Import, |w| w.learn(&other))?;
        assert_eq!(rules(&store)?, ["choice 2 of 2"]);
        let (asked, ()) = record(&mut store, ActKind::Layout, |w| w.ask_again(learnt, "leads", "separator"))?;
        assert_eq!(rules(&store)?, [""; 0]);
        store.undo(asked, now())?;
        assert_eq!(rules(&store)?, ["choice 2 of 2"]);
        Ok(())
    }

    #[test]
    fn a_forgotten_layout_is_learnt_anew_and_a_trusted_one_says_so() -> Test {
        let folder = tempfile::tempdir().expect("a folder");
        let (mut store, id) = store(&folder)?;
        let (_, learnt) = record(&mut store, ActKind::Import, |w| w.learn(&profile(id)))?;
        record(&mut store, ActKind::Layout, |w| w.stand(learnt, true, true))?;
        assert!(store.profiles(None)?[0].trusted);
        let (forgotten, ()) = record(&mut store, ActKind::Layout, |w| w.stand(learnt, false, false))?;
        assert_eq!(store.profiles(None)?, []);
        assert!(matches!(
            store.record(crate::case::act(ActKind::Layout), |w| w.stand(learnt, true, true)),
            Err(StoreError::Unknown("layout"))
        ));
        let (_, anew) = record(&mut store, ActKind::Import, |w| w.learn(&profile(id)))?;
        assert!(anew != learnt && !store.profiles(None)?[0].trusted);
        // Two of one fingerprint are one: the newest.
        store.undo(forgotten, now())?;
        assert_eq!(store.profiles(None)?.iter().map(|profile| profile.id).collect::<Vec<_>>(), [anew]);
        Ok(())
    }

    #[test]
    fn undoing_the_import_forgets_what_it_taught() -> Test {
        let folder = tempfile::tempdir().expect("a folder");
        let (mut store, id) = store(&folder)?;
        let (entry, _) = record(&mut store, ActKind::Import, |w| w.learn(&profile(id)))?;
        store.undo(entry, now())?;
        assert_eq!(store.profiles(None)?, []);
        store.redo(entry, now())?;
        assert_eq!(store.profiles(None)?.len(), 1);
        Ok(())
    }
}
