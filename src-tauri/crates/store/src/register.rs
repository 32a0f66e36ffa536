//! The register: who the distributors are.

use std::collections::HashMap;

use chrono::NaiveDate;
use rusqlite::{Connection, Row, params};

use crate::names::names_are_free;
use crate::rows::{all, all_of, keyed, maybe, one, run};
use crate::{DistributorId, EntryId, Store, StoreError, Writing, folded};

/// What is known of a distributor. Revising it adds a revision.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Card {
    /// The registered name; unique among names and aliases, whatever the letters' case.
    pub name: String,
    /// Other names it goes by.
    pub aliases: Vec<String>,
    /// ISO 3166-1 alpha-2, with the subdivision where a state matters: `MY-14`.
    pub country: String,
    /// ISO 4217.
    pub currency: String,
    /// BCP 47; empty when not known.
    pub locale: String,
    /// The city; may be empty.
    pub place: String,
    /// Whom to write to; may be empty.
    pub contact: String,
    /// With the product line: the grant. May be empty.
    pub territory: String,
    /// With the territory: the grant. May be empty.
    pub product_line: String,
    /// The first day of the relationship, when known.
    pub start: Option<NaiveDate>,
    /// The first day about which reports and reviews are expected, when known.
    pub reporting_from: Option<NaiveDate>,
    /// Which KPIs apply.
    pub scope: Scope,
    /// Whether reports are expected.
    pub status: Status,
}

/// Which KPIs apply to a distributor.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Scope {
    /// The commercial and execution KPIs.
    Commercial,
    /// The operational KPIs too.
    Operational,
}

impl Scope {
    /// The name in the store.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Commercial => "commercial",
            Self::Operational => "operational",
        }
    }

    /// The scope of that key.
    #[must_use]
    pub fn from_key(key: &str) -> Option<Self> {
        [Self::Commercial, Self::Operational].into_iter().find(|scope| scope.key() == key)
    }
}

/// Whether a distributor works with us.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Status {
    /// Yes.
    Active,
    /// Not for now.
    Suspended,
    /// Not any more.
    Ended,
}

impl Status {
    /// The name in the store.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Active => "active",
            Self::Suspended => "suspended",
            Self::Ended => "ended",
        }
    }

    /// The status of that key.
    #[must_use]
    pub fn from_key(key: &str) -> Option<Self> {
        [Self::Active, Self::Suspended, Self::Ended].into_iter().find(|status| status.key() == key)
    }
}

/// A distributor and its current card.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Distributor {
    /// Its identity.
    pub id: DistributorId,
    /// The entry of the current card.
    pub entry: EntryId,
    /// The current card.
    pub card: Card,
}

impl Distributor {
    /// By what the register is sorted: its name, whatever the letters' case.
    #[must_use]
    pub fn sorted_by(&self) -> (String, DistributorId) {
        (folded(&self.card.name), self.id)
    }
}

// The distributors that count, with their current cards.
const CARDS: &str = "
    SELECT distributor, entry, name, country, currency, locale, place, contact, territory, product_line, start,
           reporting_from, scope, status
    FROM card_now WHERE distributor {of}";

impl Writing<'_> {
    /// Registers a distributor.
    ///
    /// # Errors
    /// [`StoreError::NameTaken`] when another goes by its name or one of its aliases.
    pub fn add_distributor(&mut self, card: &Card) -> Result<DistributorId, StoreError> {
        let id = DistributorId(self.ids.next());
        names_are_free(&self.db, id, card.aliases.iter().chain([&card.name]))?;
        let entry = self.entry()?;
        run(&self.db, "INSERT INTO distributor (id, entry) VALUES (?1, ?2)", params![id, entry])?;
        self.add_card(id, card)?;
        self.set_aliases(id, &[], &card.aliases)?;
        Ok(id)
    }

    /// Revises a distributor's card and aliases. A card as it is already adds nothing.
    ///
    /// # Errors
    /// [`StoreError::Unknown`], or [`StoreError::NameTaken`] when another goes by one of its names.
    pub fn revise_distributor(&mut self, id: DistributorId, card: &Card) -> Result<(), StoreError> {
        let held = distributor(&self.db, id)?.ok_or(StoreError::Unknown("distributor"))?.card;
        names_are_free(&self.db, id, card.aliases.iter().chain([&card.name]))?;
        let aliases = held.aliases.clone();
        if (Card { aliases: card.aliases.clone(), ..held }) != *card {
            self.add_card(id, card)?;
        }
        self.set_aliases(id, &aliases, &card.aliases)
    }

    /// Notes another name that a distributor goes by. One that it has already adds nothing.
    ///
    /// # Errors
    /// [`StoreError::Unknown`], or [`StoreError::NameTaken`] when another goes by that name.
    pub fn add_alias(&mut self, id: DistributorId, name: &str) -> Result<(), StoreError> {
        let held = distributor(&self.db, id)?.ok_or(StoreError::Unknown("distributor"))?.card;
        let same = |other: &String| folded(other) == folded(name);
        if same(&held.name) || held.aliases.iter().any(same) {
            return Ok(());
        }
        names_are_free(&self.db, id, [&name.to_owned()])?;
        self.put_alias(id, name, true)
    }

    /// Fails unless the distributor is registered.
    pub(crate) fn known(&self, id: DistributorId) -> Result<(), StoreError> {
        let sql = "SELECT 1 FROM distributor WHERE id = ?1 AND entry NOT IN (SELECT act FROM undone)";
        one(&self.db, sql, [id], |_| Ok(()))?.ok_or(StoreError::Unknown("distributor"))
    }

    fn add_card(&mut self, distributor: DistributorId, card: &Card) -> Result<(), StoreError> {
        let (entry, id) = (self.entry()?, self.row_id());
        let sql = "INSERT INTO card (id, entry, distributor, name, country, currency, locale, place, contact,
                                     territory, product_line, start, reporting_from, scope, status)
                   VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15)";
        let Card { name, country, currency, locale, place, contact, territory, product_line, .. } = card;
        let day = |day: Option<NaiveDate>| day.map(|day| day.to_string());
        let (start, reporting_from) = (day(card.start), day(card.reporting_from));
        let (scope, status) = (card.scope.key(), card.status.key());
        let row = params![
            id,
            entry,
            distributor,
            name,
            country,
            currency,
            locale,
            place,
            contact,
            territory,
            product_line,
            start,
            reporting_from,
            scope,
            status
        ];
        run(&self.db, sql, row)
    }

    fn set_aliases(&mut self, id: DistributorId, held: &[String], wanted: &[String]) -> Result<(), StoreError> {
        for name in held.iter().filter(|name| !wanted.contains(name)) {
            self.put_alias(id, name, false)?;
        }
        for name in wanted.iter().filter(|name| !held.contains(name)) {
            self.put_alias(id, name, true)?;
        }
        Ok(())
    }

    fn put_alias(&mut self, distributor: DistributorId, name: &str, kept: bool) -> Result<(), StoreError> {
        let (entry, id) = (self.entry()?, self.row_id());
        let sql = "INSERT INTO alias (id, entry, distributor, name, kept) VALUES (?1, ?2, ?3, ?4, ?5)";
        run(&self.db, sql, params![id, entry, distributor, name, kept])
    }
}

impl Store {
    /// The distributors on the register, by name.
    ///
    /// # Errors
    /// When the database can't be read.
    pub fn distributors(&self) -> Result<Vec<Distributor>, StoreError> {
        let sql = "SELECT distributor, name FROM alias_now ORDER BY distributor, name";
        let mut aliases: HashMap<DistributorId, Vec<String>> = HashMap::new();
        for (id, name) in all(&self.db, sql, [], |row| Ok((row.get("distributor")?, row.get("name")?)))? {
            aliases.entry(id).or_default().push(name);
        }
        let mut found = all_of(&self.db, CARDS, None, |row| {
            let id = row.get("distributor")?;
            read(row, id, aliases.remove(&id).unwrap_or_default())
        })?;
        found.sort_by_cached_key(Distributor::sorted_by);
        Ok(found)
    }

    /// The distributor of that id, if it is on the register.
    ///
    /// # Errors
    /// When the database can't be read.
    pub fn distributor(&self, id: DistributorId) -> Result<Option<Distributor>, StoreError> {
        distributor(&self.db, id)
    }

    /// The distributor that goes by that name or alias, whatever the letters' case.
    ///
    /// # Errors
    /// When the database can't be read.
    pub fn distributor_named(&self, name: &str) -> Result<Option<Distributor>, StoreError> {
        let name = folded(name);
        let goes_by =
            |card: &Card| folded(&card.name) == name || card.aliases.iter().any(|alias| folded(alias) == name);
        Ok(self.distributors()?.into_iter().find(|distributor| goes_by(&distributor.card)))
    }
}

fn distributor(db: &Connection, id: DistributorId) -> Result<Option<Distributor>, StoreError> {
    let sql = "SELECT name FROM alias_now WHERE distributor = ?1 ORDER BY name";
    let aliases = all(db, sql, [id], |row| Ok(row.get("name")?))?;
    Ok(all_of(db, CARDS, Some(id), |row| read(row, id, aliases.clone()))?.pop())
}

fn read(row: &Row<'_>, id: DistributorId, aliases: Vec<String>) -> Result<Distributor, StoreError> {
    let card = Card {
        name: row.get("name")?,
        aliases,
        country: row.get("country")?,
        currency: row.get("currency")?,
        locale: row.get("locale")?,
        place: row.get("place")?,
        contact: row.get("contact")?,
        territory: row.get("territory")?,
        product_line: row.get("product_line")?,
        start: maybe(row, "start")?,
        reporting_from: maybe(row, "reporting_from")?,
        scope: keyed(row, "scope", Scope::from_key)?,
        status: keyed(row, "status", Status::from_key)?,
    };
    Ok(Distributor { id, entry: row.get("entry")?, card })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ActKind;
    use crate::case::{act, card, open, record};

    type Test = Result<(), StoreError>;

    #[test]
    fn a_distributor_is_found_by_name_and_alias_whatever_the_case() -> Test {
        let folder = tempfile::tempdir().expect("a folder");
        let mut store = open(&folder)?;
        let known = Card { aliases: vec!["บริษัท สยาม".to_owned()], ..card("Siam  Filters Co") };
        let (_, id) = record(&mut store, ActKind::Register, |w| w.add_distributor(&known))?;
        for name in ["Siam  Filters Co", " siam filters CO ", "บริษัท สยาม"] {
            assert_eq!(store.distributor_named(name)?.map(|found| found.id), Some(id), "{name}");
        }
        assert_eq!(store.distributor_named("Siam")?, None);
        Ok(())
    }

    #[test]
    fn no_two_distributors_go_by_one_name() -> Test {
        let folder = tempfile::tempdir().expect("a folder");
        let mut store = open(&folder)?;
        let (_, first) = record(&mut store, ActKind::Register, |w| w.add_distributor(&card("Selat")))?;
        let (_, second) = record(&mut store, ActKind::Register, |w| w.add_distributor(&card("Baru")))?;
        let aliased = Card { aliases: vec!["selat".to_owned()], ..card("Baru") };
        let taken = |refused: Result<_, StoreError>| matches!(refused, Err(StoreError::NameTaken { holder, .. }) if holder == "Selat");
        assert!(taken(store.record(act(ActKind::Register), |w| w.add_distributor(&card("SELAT")).map(|_| ()))));
        assert!(taken(store.record(act(ActKind::Register), |w| w.revise_distributor(second, &card("Selat")))));
        assert!(taken(store.record(act(ActKind::Register), |w| w.revise_distributor(second, &aliased))));
        assert!(taken(store.record(act(ActKind::Import), |w| w.add_alias(second, " Selat"))));
        record(&mut store, ActKind::Import, |w| w.add_alias(first, "Selat Sdn Bhd"))?;
        assert_eq!(store.distributors()?.len(), 2);
        Ok(())
    }

    #[test]
    fn a_refused_name_leaves_nothing_in_an_act_that_goes_on() -> Test {
        let folder = tempfile::tempdir().expect("a folder");
        let mut store = open(&folder)?;
        let (_, first) = record(&mut store, ActKind::Register, |w| w.add_distributor(&card("Selat")))?;
        let (_, second) = record(&mut store, ActKind::Register, |w| {
            assert!(w.add_distributor(&card("selat")).is_err());
            let second = w.add_distributor(&card("Baru"))?;
            assert!(w.add_alias(second, "SELAT").is_err());
            assert!(w.revise_distributor(second, &Card { name: "Selat".to_owned(), ..card("Baru") }).is_err());
            Ok(second)
        })?;
        let ids: Vec<_> = store.distributors()?.into_iter().map(|found| (found.id, found.card)).collect();
        assert_eq!(ids, [(second, card("Baru")), (first, card("Selat"))]);
        Ok(())
    }

    #[test]
    fn a_card_or_alias_as_it_is_already_adds_nothing() -> Test {
        let folder = tempfile::tempdir().expect("a folder");
        let mut store = open(&folder)?;
        let known = Card { aliases: vec!["Selat Sdn Bhd".to_owned()], ..card("Selat") };
        let (_, id) = record(&mut store, ActKind::Register, |w| w.add_distributor(&known))?;
        let again = store.record(act(ActKind::Register), |w| {
            w.revise_distributor(id, &known)?;
            w.add_alias(id, "selat")?;
            w.add_alias(id, "SELAT sdn bhd")
        })?;
        assert_eq!(again.entry, None);
        Ok(())
    }
}
