//! The register: who the distributors are, entered by hand or from a CSV file.

use std::path::Path;

use playbook::calendar::Calendar;
use playbook::period::FiscalYear;
use playbook::region::Region;
use serde::Serialize;
use store::{ActKind, Card, Distributor, DistributorId, Scope, Status, What, Writing};
use words::Value;

use crate::desk::Desk;
use crate::due_dates::no_holidays;
use crate::error::{DeskError, ErrorKind};
use crate::now::Now;
use crate::register_csv::{self, Entered};
use crate::typed::open_day;
use crate::view::{DistributorCard, Problem};

/// What became of a register that was read.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Registered {
    /// Distributors that are new.
    pub added: usize,
    /// Distributors whose card changed.
    pub revised: usize,
    /// Distributors as they were already.
    pub unchanged: usize,
    /// Rows that could not be taken, or only in part.
    pub problems: Vec<Problem>,
}

impl Desk {
    /// Adds the distributors of a CSV file, or brings those on the register up to date: one entry for all. A row that
    /// can't be taken is a problem and keeps no other out.
    ///
    /// # Errors
    /// When the file can't be read, or has no row that can be taken.
    pub fn register(&mut self, file: &Path, now: Now) -> Result<Registered, DeskError> {
        let bytes = std::fs::read(file).map_err(|reason| DeskError::file(file, &reason))?;
        let name = crate::review::file_name(file);
        let (rows, problems) = register_csv::read(&name, &bytes)?;
        self.register_rows(&name, rows, problems, now)
    }

    pub(crate) fn register_rows(
        &mut self,
        file: &str,
        rows: Vec<Entered>,
        problems: Vec<Problem>,
        now: Now,
    ) -> Result<Registered, DeskError> {
        let (held, fiscal) = (self.store.distributors()?, self.fiscal_year()?);
        let mut done = Registered { problems, ..Registered::default() };
        let what = What::new("entry-register").with("file", file).with("count", rows.len());
        self.record(ActKind::Register, what, now, |writing| {
            for row in &rows {
                if let Err(error) = take(writing, &held, fiscal, row, &mut done) {
                    if error.kind != ErrorKind::Invalid {
                        return Err(error);
                    }
                    done.problems.push(row.problem(file, &error));
                }
            }
            Ok(())
        })?;
        Ok(done)
    }

    /// Saves a distributor's card: a new one when its id is empty. Gives its id.
    ///
    /// # Errors
    /// When a field can't be taken, or the name is another's.
    pub fn save_distributor(&mut self, card: &DistributorCard, now: Now) -> Result<String, DeskError> {
        let before = match card.id.as_str() {
            "" => None,
            id => Some(self.distributor_of(id)?),
        };
        let entered = to_card(card, before.as_ref().map(|held| &held.card))?;
        let what = match before {
            None => What::new("entry-distributor-new").with("name", &entered.name),
            Some(_) => What::new("entry-distributor").with("name", &entered.name),
        };
        let recorded = self.record(ActKind::Register, what, now, |writing| match &before {
            None => Ok(writing.add_distributor(&entered)?),
            Some(held) => Ok(writing.revise_distributor(held.id, &entered).map(|()| held.id)?),
        })?;
        Ok(recorded.value.to_string())
    }

    /// The distributor of an id that came from outside.
    pub(crate) fn distributor_of(&self, id: &str) -> Result<Distributor, DeskError> {
        let gone = || DeskError::new(ErrorKind::Unknown, "unknown", &[("what", "distributor".into())]);
        let id: DistributorId = id.parse().map_err(|_| gone())?;
        self.store.distributor(id)?.ok_or_else(gone)
    }

    /// The distributor that goes by a name or alias.
    ///
    /// # Errors
    /// When none does; the error names those on the register.
    pub fn distributor_called(&self, name: &str) -> Result<DistributorId, DeskError> {
        if let Some(found) = self.store.distributor_named(name)? {
            return Ok(found.id);
        }
        let names: Vec<_> = self.store.distributors()?.into_iter().map(|held| held.card.name).collect();
        let key = if names.is_empty() { "no-register" } else { "no-distributor" };
        let values = [("name", name.into()), ("names", Value::from(names.join("; ")))];
        Err(DeskError::new(ErrorKind::Unknown, key, &values))
    }
}

/// Takes one row. A card that is refused leaves nothing of itself behind: names are checked before anything is written.
fn take(
    writing: &mut Writing<'_>,
    held: &[Distributor],
    fiscal: FiscalYear,
    row: &Entered,
    done: &mut Registered,
) -> Result<(), DeskError> {
    let before = held.iter().find(|held| store::folded(&held.card.name) == store::folded(&row.card.name));
    names_are_free(held, before.map(|held| held.id), &row.card)?;
    let card = to_card(&row.card, before.map(|held| &held.card))?;
    let id = match before {
        Some(held) => {
            writing.revise_distributor(held.id, &card)?;
            if held.card == card {
                done.unchanged += 1
            } else {
                done.revised += 1
            }
            held.id
        }
        None => {
            done.added += 1;
            writing.add_distributor(&card)?
        }
    };
    for target in &row.targets {
        let quarter = target.quarter.read_in(fiscal).unwrap_or(target.quarter);
        let new = crate::targets::new_target(id, &target.kpi, quarter, target.value, &card.currency)?;
        writing.add_target(&new)?;
    }
    Ok(())
}

fn names_are_free(held: &[Distributor], own: Option<DistributorId>, card: &DistributorCard) -> Result<(), DeskError> {
    let others = || held.iter().filter(|held| Some(held.id) != own);
    for name in std::iter::once(&card.name).chain(&card.aliases) {
        let wanted = store::folded(name);
        let holder = others().find(|other| {
            std::iter::once(&other.card.name).chain(&other.card.aliases).any(|held| store::folded(held) == wanted)
        });
        if let Some(holder) = holder {
            let values = [("name", name.into()), ("holder", Value::from(&holder.card.name))];
            return Err(DeskError::new(ErrorKind::Invalid, "name-taken", &values));
        }
    }
    Ok(())
}

/// The card as it is stored; what the form does not show is kept from `before`.
pub(crate) fn to_card(card: &DistributorCard, before: Option<&Card>) -> Result<Card, DeskError> {
    let invalid = |key: &str, text: &str| DeskError::new(ErrorKind::Invalid, key, &[("text", text.into())]);
    let name = card.name.trim();
    if name.is_empty() {
        return Err(invalid("name-missing", name));
    }
    let region: Region = card.country.parse().map_err(|_| invalid("not-a-country", &card.country))?;
    Calendar::shipped(&region).map_err(|_| no_holidays(&region))?;
    let currency = card.currency.trim().to_uppercase();
    if playbook::money::Currency::new(&currency).is_none() {
        return Err(invalid("not-a-currency", &card.currency));
    }
    let start = open_day(&card.start)?;
    let trimmed = |text: &str| text.trim().to_owned();
    Ok(Card {
        name: name.to_owned(),
        aliases: aliases(card),
        country: region.to_string(),
        currency,
        locale: trimmed(&card.locale),
        place: trimmed(&card.place),
        contact: trimmed(&card.contact),
        territory: trimmed(&card.territory),
        product_line: trimmed(&card.products),
        start,
        reporting_from: before.and_then(|before| before.reporting_from),
        scope: before.map_or(Scope::Commercial, |before| before.scope),
        status: before.map_or(Status::Active, |before| before.status),
    })
}

/// Each alias once, without the name itself.
fn aliases(card: &DistributorCard) -> Vec<String> {
    let mut kept: Vec<String> = Vec::new();
    for alias in card.aliases.iter().map(|alias| alias.trim()).filter(|alias| !alias.is_empty()) {
        let same = |other: &str| store::folded(other) == store::folded(alias);
        if !same(&card.name) && !kept.iter().any(|kept| same(kept)) {
            kept.push(alias.to_owned());
        }
    }
    kept.sort();
    kept
}

/// The card as the window edits it.
pub(crate) fn from_card(held: &Distributor) -> DistributorCard {
    let card = &held.card;
    DistributorCard {
        id: held.id.to_string(),
        name: card.name.clone(),
        aliases: card.aliases.clone(),
        country: card.country.clone(),
        currency: card.currency.clone(),
        locale: card.locale.clone(),
        place: card.place.clone(),
        contact: card.contact.clone(),
        territory: card.territory.clone(),
        products: card.product_line.clone(),
        start: card.start.map(|day| day.to_string()).unwrap_or_default(),
    }
}
