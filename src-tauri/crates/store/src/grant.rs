//! Grants: a territory and a product line each, with the terms that exclusivity is judged by. A distributor's first grant
//! stands on its card; every further one has rows of its own.

use std::collections::{BTreeMap, HashMap};

use chrono::NaiveDate;
use playbook::exclusivity::Terms;
use playbook::kpi::KpiKey;
use playbook::number::Quantity;
use rusqlite::{Connection, Row, params};

use crate::rows::{all, all_of, keyed, maybe, one, parsed, run};
use crate::{DistributorId, EntryId, GrantId, Store, StoreError, Writing};

impl GrantId {
    /// A distributor's first grant: the one on its card.
    #[must_use]
    pub fn first_of(distributor: DistributorId) -> Self {
        Self(distributor.0)
    }
}

/// Whether a grant is held.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum GrantStatus {
    /// Yes.
    Held,
    /// Not any more: nothing is judged.
    Ended,
}

impl GrantStatus {
    /// The name in the store.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Held => "held",
            Self::Ended => "ended",
        }
    }

    /// The status of that key.
    #[must_use]
    pub fn from_key(key: &str) -> Option<Self> {
        [Self::Held, Self::Ended].into_iter().find(|status| status.key() == key)
    }
}

/// What was agreed for a grant. Where nothing is, the playbook's own settings hold.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct GrantTerms {
    /// The attainment that a KPI must reach: 0.9 is 90 %.
    pub gates: BTreeMap<KpiKey, Quantity>,
    /// Days after the due date in which a report that is out is waited for.
    pub grace_days: Option<u32>,
    /// Failed quarters in a row after which exclusivity lapses: one or two.
    pub lapse_after: Option<u32>,
    /// Renewed quarters in a row after which it scales.
    pub scale_after: Option<u32>,
}

/// A grant, as it is given or revised.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Grant {
    /// Where it holds.
    pub territory: String,
    /// For what.
    pub product_line: String,
    /// Day 0 of its launch, when known.
    pub start: Option<NaiveDate>,
    /// What was agreed.
    pub terms: GrantTerms,
    /// Whether it is held.
    pub status: GrantStatus,
}

/// A grant that counts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HeldGrant {
    /// Its identity; of a first grant, the distributor's.
    pub id: GrantId,
    /// Who holds it.
    pub distributor: DistributorId,
    /// What was given.
    pub grant: Grant,
    /// The day on which its end was entered, in UTC; `None` as long as it is held.
    pub ended: Option<NaiveDate>,
}

impl HeldGrant {
    /// Whether it is the one on the distributor's card.
    #[must_use]
    pub fn is_first(&self) -> bool {
        self.id == GrantId::first_of(self.distributor)
    }

    /// Its terms as the playbook reads them.
    #[must_use]
    pub fn terms(&self) -> Terms {
        let GrantTerms { gates, grace_days, lapse_after, scale_after } = &self.grant.terms;
        Terms {
            started: self.grant.start,
            gates: gates.iter().map(|(kpi, required)| (kpi.clone(), (*required).into())).collect(),
            grace_days: *grace_days,
            lapse_after: *lapse_after,
            scale_after: *scale_after,
        }
    }
}

// Every grant that counts, of one distributor or of all: the first one from the card, then the others.
const GRANTS: &str = "
    SELECT card_now.distributor AS grant_id, card_now.distributor AS distributor, 0 AS further, card_now.territory,
           card_now.product_line, card_now.start, terms.id AS terms, grace_days, lapse_after, scale_after,
           coalesce(terms.status, 'held') AS status, substr(entry.at, 1, 10) AS revised
    FROM card_now LEFT JOIN grant_terms_now AS terms ON terms.grant_id = card_now.distributor
    LEFT JOIN entry ON entry.id = terms.entry
    WHERE card_now.distributor {of}
    UNION ALL
    SELECT grant_id, distributor, 1, territory, product_line, start, terms.id, grace_days, lapse_after, scale_after, status,
           substr(entry.at, 1, 10)
    FROM grant_terms_now AS terms JOIN entry ON entry.id = terms.entry
    WHERE territory IS NOT NULL AND distributor {of}
    ORDER BY distributor, further, grant_id";

const ADD: &str = "
    INSERT INTO grant_terms (id, entry, distributor, grant_id, territory, product_line, start, grace_days, lapse_after,
                             scale_after, status)
    VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)";

// The grants that the act ?1 gave: those whose first row is its own.
const GIVEN: &str = "
    SELECT grant_id FROM (SELECT grant_id, entry, min(id) FROM grant_terms WHERE territory IS NOT NULL GROUP BY grant_id)
    WHERE entry = ?1";

impl Writing<'_> {
    /// Gives a distributor a further grant.
    ///
    /// # Errors
    /// [`StoreError::Unknown`] when there is no such distributor.
    pub fn add_grant(&mut self, distributor: DistributorId, grant: &Grant) -> Result<GrantId, StoreError> {
        self.known(distributor)?;
        let id = GrantId(self.ids.next());
        self.put_grant(distributor, id, grant)?;
        Ok(id)
    }

    /// Revises a grant. Of a first grant only the terms are kept: the rest stands on the card. A grant as it is already
    /// adds nothing.
    ///
    /// # Errors
    /// [`StoreError::Unknown`] when there is no such grant.
    pub fn revise_grant(&mut self, id: GrantId, grant: &Grant) -> Result<(), StoreError> {
        let held = grants(&self.db, None)?.into_iter().find(|held| held.id == id);
        let held = held.ok_or(StoreError::Unknown("grant"))?;
        let same = if held.is_first() {
            (&held.grant.terms, held.grant.status) == (&grant.terms, grant.status)
        } else {
            held.grant == *grant
        };
        if same { Ok(()) } else { self.put_grant(held.distributor, id, grant) }
    }

    fn put_grant(&mut self, distributor: DistributorId, id: GrantId, grant: &Grant) -> Result<(), StoreError> {
        let (entry, row) = (self.entry()?, self.row_id());
        let further = id != GrantId::first_of(distributor);
        let own = |text: &String| further.then(|| text.clone());
        let (territory, product_line) = (own(&grant.territory), own(&grant.product_line));
        let start = grant.start.filter(|_| further).map(|day| day.to_string());
        let GrantTerms { gates, grace_days, lapse_after, scale_after } = &grant.terms;
        let values = params![
            row,
            entry,
            distributor,
            id,
            territory,
            product_line,
            start,
            grace_days,
            lapse_after,
            scale_after,
            grant.status.key()
        ];
        run(&self.db, ADD, values)?;
        for (kpi, required) in gates {
            let sql = "INSERT INTO grant_gate (terms, kpi, required) VALUES (?1, ?2, ?3)";
            run(&self.db, sql, params![row, kpi.as_str(), required.to_string()])?;
        }
        Ok(())
    }

    /// Fails unless the grant is held by the distributor.
    pub(crate) fn known_grant(&self, distributor: DistributorId, id: GrantId) -> Result<(), StoreError> {
        self.known(distributor)?;
        let sql = "SELECT 1 FROM grant_terms_now WHERE grant_id = ?1 AND distributor = ?2";
        let is_first = id == GrantId::first_of(distributor);
        let known = is_first || one(&self.db, sql, params![id, distributor], |_| Ok(()))?.is_some();
        if known { Ok(()) } else { Err(StoreError::Unknown("grant")) }
    }
}

impl Store {
    /// The grants of a distributor, or of all: of each, the one on its card first. Ended ones too.
    ///
    /// # Errors
    /// When the database can't be read.
    pub fn grants(&self, distributor: Option<DistributorId>) -> Result<Vec<HeldGrant>, StoreError> {
        grants(&self.db, distributor)
    }
}

fn grants(db: &Connection, of: Option<DistributorId>) -> Result<Vec<HeldGrant>, StoreError> {
    let mut gates: HashMap<[u8; 16], BTreeMap<KpiKey, Quantity>> = HashMap::new();
    let sql = "SELECT terms, kpi, required FROM grant_gate";
    let gate = |row: &Row<'_>| {
        let kpi: String = row.get("kpi")?;
        Ok((row.get::<_, [u8; 16]>("terms")?, KpiKey::new(&kpi), parsed(row, "required")?))
    };
    for (terms, kpi, required) in all(db, sql, [], gate)? {
        gates.entry(terms).or_default().insert(kpi, required);
    }
    all_of(db, GRANTS, of, |row| {
        let terms: Option<[u8; 16]> = row.get("terms")?;
        read(row, terms.and_then(|terms| gates.get(&terms)).cloned().unwrap_or_default())
    })
}

fn read(row: &Row<'_>, gates: BTreeMap<KpiKey, Quantity>) -> Result<HeldGrant, StoreError> {
    let (grace_days, lapse_after, scale_after) =
        (row.get("grace_days")?, row.get("lapse_after")?, row.get("scale_after")?);
    let status = keyed(row, "status", GrantStatus::from_key)?;
    let ended = if status == GrantStatus::Ended { maybe(row, "revised")? } else { None };
    Ok(HeldGrant {
        id: row.get("grant_id")?,
        distributor: row.get("distributor")?,
        ended,
        grant: Grant {
            territory: row.get("territory")?,
            product_line: row.get("product_line")?,
            start: maybe(row, "start")?,
            terms: GrantTerms { gates, grace_days, lapse_after, scale_after },
            status,
        },
    })
}

/// The number of the newest live entry that revises a grant which an act gave, decides on it or sets a target of it.
pub(crate) fn builder_on_grants(db: &Connection, act: EntryId) -> Result<Option<i64>, StoreError> {
    let sql = "SELECT 1 FROM grant_terms WHERE entry = ?1 AND territory IS NOT NULL LIMIT 1";
    if one(db, sql, [act], |_| Ok(()))?.is_none() {
        return Ok(None);
    }
    let sql = format!(
        "SELECT number FROM entry WHERE id > ?1 AND id NOT IN (SELECT act FROM undone) AND (
             id IN (SELECT entry FROM grant_terms WHERE grant_id IN ({GIVEN}))
             OR id IN (SELECT entry FROM target WHERE grant_id IN ({GIVEN}))
             OR id IN (SELECT decision.entry FROM decision JOIN decision_grant ON decision_grant.decision = decision.id
                       WHERE decision_grant.grant_id IN ({GIVEN})))
         ORDER BY number DESC LIMIT 1"
    );
    one(db, &sql, [act], |row| Ok(row.get("number")?))
}

/// The number of the oldest undone entry that gave a grant which an act revises, decides on or sets a target of.
pub(crate) fn foundation_of_grants(db: &Connection, act: EntryId) -> Result<Option<i64>, StoreError> {
    let sql = "
        SELECT number FROM entry JOIN (SELECT grant_id, entry, min(id) FROM grant_terms GROUP BY grant_id) AS given
            ON given.entry = entry.id
        WHERE entry.id <> ?1 AND entry.id IN (SELECT act FROM undone) AND given.grant_id IN (
            SELECT grant_id FROM grant_terms WHERE entry = ?1 AND territory IS NOT NULL
            UNION SELECT grant_id FROM target WHERE entry = ?1 AND grant_id <> distributor
            UNION SELECT grant_id FROM decision JOIN decision_grant ON decision_grant.decision = decision.id
            WHERE decision.entry = ?1 AND grant_id <> distributor)
        ORDER BY number LIMIT 1";
    one(db, sql, [act], |row| Ok(row.get("number")?))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::case::{act, card, decision, grant, now, open, record};
    use crate::{ActKind, Card, Decision, Standing};

    type Test = Result<(), StoreError>;

    fn registered(folder: &tempfile::TempDir) -> Result<(Store, DistributorId), StoreError> {
        let mut store = open(folder)?;
        let (_, id) = record(&mut store, ActKind::Register, |w| w.add_distributor(&card("Selat")))?;
        Ok((store, id))
    }

    fn of_card(card: &Card, terms: GrantTerms) -> Grant {
        let (territory, product_line) = (card.territory.clone(), card.product_line.clone());
        Grant { territory, product_line, start: card.start, terms, status: GrantStatus::Held }
    }

    #[test]
    fn a_distributors_card_is_its_first_grant_without_any_row() -> Test {
        let folder = tempfile::tempdir().expect("a folder");
        let (mut store, id) = registered(&folder)?;
        let first = store.grants(Some(id))?.remove(0);
        assert!(first.is_first());
        assert_eq!(first.grant, of_card(&card("Selat"), GrantTerms::default()));
        let moved = Card { territory: "Penang".to_owned(), ..card("Selat") };
        record(&mut store, ActKind::Register, |w| w.revise_distributor(id, &moved))?;
        assert_eq!(store.grants(None)?.remove(0).grant.territory, "Penang");
        Ok(())
    }

    #[test]
    fn a_first_grant_keeps_its_terms_and_follows_its_card() -> Test {
        let folder = tempfile::tempdir().expect("a folder");
        let (mut store, id) = registered(&folder)?;
        let stricter = of_card(&card("Selat"), grant().terms);
        record(&mut store, ActKind::Grant, |w| w.revise_grant(GrantId::first_of(id), &stricter))?;
        assert_eq!(store.grants(Some(id))?.remove(0).grant, stricter);
        let again = store.record(act(ActKind::Grant), |w| w.revise_grant(GrantId::first_of(id), &stricter))?;
        assert_eq!(again.entry, None, "as it is already");
        let moved = Card { territory: "Penang".to_owned(), start: None, ..card("Selat") };
        record(&mut store, ActKind::Register, |w| w.revise_distributor(id, &moved))?;
        let held = store.grants(Some(id))?.remove(0).grant;
        assert_eq!(held, of_card(&moved, grant().terms));
        Ok(())
    }

    #[test]
    fn further_grants_stand_behind_the_first_and_undo_brings_back_what_was() -> Test {
        let folder = tempfile::tempdir().expect("a folder");
        let (mut store, id) = registered(&folder)?;
        let before = store.grants(None)?;
        let (given, further) = record(&mut store, ActKind::Grant, |w| w.add_grant(id, &grant()))?;
        assert_eq!(store.grants(Some(id))?.iter().map(|held| held.is_first()).collect::<Vec<_>>(), [true, false]);
        assert_eq!(store.grants(None)?[1].grant, grant());
        let ended = Grant { status: GrantStatus::Ended, ..grant() };
        let (end, ()) = record(&mut store, ActKind::Grant, |w| w.revise_grant(further, &ended))?;
        let held = store.grants(None)?.remove(1);
        assert_eq!((held.grant, held.ended), (ended.clone(), Some(now().utc().date_naive())));
        assert!(matches!(store.undo(given, now()), Err(StoreError::BuiltOn { .. })));
        store.undo(end, now())?;
        assert_eq!(store.grants(None)?[1].grant, grant());
        store.undo(given, now())?;
        assert_eq!(store.grants(None)?, before);
        assert!(matches!(store.redo(end, now()), Err(StoreError::BuildsOn { .. })));
        store.redo(given, now())?;
        store.redo(end, now())?;
        assert_eq!(store.grants(None)?[1].grant, ended);
        Ok(())
    }

    #[test]
    fn a_decision_on_a_further_grant_goes_before_it_and_comes_back_after_it() -> Test {
        let folder = tempfile::tempdir().expect("a folder");
        let (mut store, id) = registered(&folder)?;
        let (given, further) = record(&mut store, ActKind::Grant, |w| w.add_grant(id, &grant()))?;
        let on_it = Decision { grant: further, ..decision(id) };
        let (decided, ()) = record(&mut store, ActKind::Decision, |w| w.decide(&on_it))?;
        let (first, ()) = record(&mut store, ActKind::Decision, |w| w.decide(&decision(id)))?;
        assert_eq!(store.decisions(Some(id))?.len(), 2, "one a grant");
        assert!(matches!(store.undo(given, now()), Err(StoreError::BuiltOn { .. })));
        store.undo(decided, now())?;
        store.undo(given, now())?;
        assert!(matches!(store.redo(decided, now()), Err(StoreError::BuildsOn { .. })));
        assert_eq!(store.entry(first)?.standing, Standing::Counts);
        Ok(())
    }

    #[test]
    fn a_grant_of_another_is_refused() -> Test {
        let folder = tempfile::tempdir().expect("a folder");
        let (mut store, id) = registered(&folder)?;
        let (_, other) = record(&mut store, ActKind::Register, |w| w.add_distributor(&card("Baru")))?;
        let on_another = Decision { grant: GrantId::first_of(other), ..decision(id) };
        let refused = store.record(act(ActKind::Decision), |w| w.decide(&on_another));
        assert!(matches!(refused, Err(StoreError::Unknown("grant"))), "{refused:?}");
        let nobody = store.record(act(ActKind::Grant), |w| w.revise_grant(GrantId::from_u128(7), &grant()));
        assert!(matches!(nobody, Err(StoreError::Unknown("grant"))), "{nobody:?}");
        Ok(())
    }
}
