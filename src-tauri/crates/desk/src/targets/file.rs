//! Targets from a CSV file or a spreadsheet: a row for each distributor and KPI, a column for each period.

use std::collections::BTreeSet;
use std::path::Path;

use serde::Serialize;
use store::What;

use super::block::{heading, problem};
use super::heads::GrantColumns;
use super::set::{Amends, Set};
use super::whose::Whose;
use crate::desk::Desk;
use crate::error::{DeskError, ErrorKind};
use crate::exclusivity::Meant;
use crate::now::Now;
use crate::table::Table;
use crate::view::Problem;
use crate::words;

/// What became of a file of targets.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Imported {
    /// Cells that were taken.
    pub taken: usize,
    /// Distributors that they are of.
    pub distributors: usize,
    /// The entry that holds them; empty when all was so already.
    pub entry: String,
    /// Cells and rows that could not be taken.
    pub problems: Vec<Problem>,
}

/// What is said of a file of targets, for what its columns don't say.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct TargetDefaults {
    /// Whose they are, by id, where no column names distributors.
    pub distributor: Option<String>,
    /// Of which of its grants, where no column names grants either; of the whole distributor when empty.
    pub grant: String,
    /// Why targets change whose periods have begun.
    pub reason: String,
    /// Whether both sides agreed to that.
    pub agreed: bool,
}

/// Where the columns of a file stand.
#[derive(Debug, Default)]
struct Heads {
    row: usize,
    distributor: Option<usize>,
    grants: GrantColumns,
    kpi: usize,
    currency: Option<usize>,
    reason: Option<usize>,
    agreed: Option<usize>,
    /// Of a long list: the period and the amount of each row.
    list: Option<(usize, usize)>,
    periods: Vec<(usize, String)>,
}

/// Rows looked through for the headings.
const HEADS_WITHIN: usize = 20;

impl Desk {
    /// Takes the targets of a file: one entry for all. A cell that can't be taken is a problem and keeps no other out.
    ///
    /// # Errors
    /// When the file can't be read, or has no headings that name KPIs and periods.
    pub fn import_targets(&mut self, file: &Path, said: &TargetDefaults, now: Now) -> Result<Imported, DeskError> {
        let table = self.table(file, now)?;
        self.take_targets(&crate::review::file_name(file), &table, said, now)
    }

    /// The same of a table that was read.
    pub(crate) fn take_targets(
        &mut self,
        name: &str,
        table: &Table,
        said: &TargetDefaults,
        now: Now,
    ) -> Result<Imported, DeskError> {
        let heads = heads(table).filter(|heads| heads.distributor.is_some() || said.distributor.is_some());
        let values = [("file", name.into())];
        let heads = heads.ok_or_else(|| DeskError::new(ErrorKind::Invalid, "targets-header", &values))?;
        let of_file = said
            .distributor
            .as_deref()
            .map(|id| self.whose(self.distributor_of(id)?, &Meant::named(&said.grant)))
            .transpose()?;
        let (mut done, mut rows) = (Imported::default(), Vec::<(Whose, Vec<(String, Set)>)>::new());
        for row in heads.row + 1..table.rows.len() {
            let sets = self.read_row(table, &heads, row, of_file.as_ref(), said, &mut done);
            let Some((whose, sets)) = sets else { continue };
            let same =
                |held: &Whose| (held.distributor.id, held.grant_id()) == (whose.distributor.id, whose.grant_id());
            match rows.iter_mut().find(|(held, _)| same(held)) {
                Some((_, all)) => all.extend(sets),
                None => rows.push((whose, sets)),
            }
        }
        let (mut new, mut set) = (Vec::new(), BTreeSet::new());
        for (whose, sets) in rows {
            let planned = self.each_planned(&whose, sets, &mut done, now)?;
            set.extend(planned.iter().map(|target| target.distributor));
            new.extend(planned);
        }
        done.distributors = set.len();
        let what = What::new("entry-targets-file").with("file", name).with("count", done.taken);
        done.entry = self.record_targets(what, &new, now)?;
        Ok(done)
    }

    /// Whose a row is, and its cells.
    fn read_row(
        &self,
        table: &Table,
        heads: &Heads,
        row: usize,
        of_file: Option<&Whose>,
        said: &TargetDefaults,
        done: &mut Imported,
    ) -> Option<(Whose, Vec<(String, Set)>)> {
        let text = |column: usize| table.at(row, column).map(|cell| cell.text.as_str());
        table.rows.get(row)?.iter().any(|cell| !cell.text.is_empty()).then_some(())?;
        let mut refused = |column: usize, error: &DeskError| {
            done.problems.push(problem(&table.place(row, column), &error.message, &error.hint));
        };
        let name = heads.distributor.and_then(text);
        let of_file = of_file.filter(|_| name.is_none());
        let named = match (name, of_file) {
            (Some(name), _) => self.distributor_called(name).and_then(|id| self.distributor_of(&id.to_string())),
            (None, Some(whose)) => Ok(whose.distributor.clone()),
            (None, None) => Err(DeskError::new(ErrorKind::Invalid, "name-missing", &[])),
        };
        let distributor = named.map_err(|error| refused(heads.distributor.unwrap_or(0), &error)).ok()?;
        let whose = match (heads.grants.meant(table, row), of_file) {
            (Some(meant), _) => self.whose(distributor, &meant),
            (None, Some(whose)) => Ok(whose.clone()),
            (None, None) => Ok(Whose { distributor, grant: None }),
        };
        let whose = whose.map_err(|error| refused(heads.grants.first(), &error)).ok()?;
        let amends = Amends {
            from: None,
            reason: heads.reason.and_then(text).unwrap_or(said.reason.trim()).to_owned(),
            agreed: heads.agreed.and_then(text).map_or(said.agreed, is_yes),
        };
        let stated = heads.currency.and_then(text).unwrap_or_default().to_uppercase();
        let kpi = text(heads.kpi).unwrap_or_default();
        let listed = heads.list.and_then(|(period, amount)| {
            Some((amount, heading(text(period)?, None).unwrap_or_else(|| text(period).unwrap_or_default().to_owned())))
        });
        let columns = heads.periods.iter().cloned().chain(listed);
        let mut sets = Vec::new();
        for (column, period) in columns {
            let Some(cell) = table.at(row, column) else { continue };
            let place = table.place(row, column);
            match self.understood(&whose, kpi, &period, cell, amends.clone()) {
                Ok(mut set) => {
                    set.typed.currency = set.typed.currency.or_else(|| playbook::money::Currency::new(&stated));
                    sets.push((place, set));
                }
                Err(error) => done.problems.push(problem(&place, &error.message, &error.hint)),
            }
        }
        Some((whose, sets))
    }

    /// What the cells of a distributor or a grant set: those that can't be taken are left out, each with its place.
    fn each_planned(
        &self,
        whose: &Whose,
        sets: Vec<(String, Set)>,
        done: &mut Imported,
        now: Now,
    ) -> Result<Vec<store::NewTarget>, DeskError> {
        let mut sound = Vec::new();
        for (place, set) in sets {
            match self.planned(whose, std::slice::from_ref(&set), now) {
                Ok(_) => sound.push(set),
                Err(error) if error.kind == ErrorKind::Invalid => {
                    done.problems.push(problem(&place, &error.message, &error.hint));
                }
                Err(error) => return Err(error),
            }
        }
        done.taken += sound.len();
        self.planned(whose, &sound, now)
    }
}

fn is_yes(text: &str) -> bool {
    matches!(text.to_lowercase().as_str(), "yes" | "y" | "true" | "1" | "x" | "agreed")
}

/// The headings: a row that names the KPI's column and at least one period, or the columns of a list.
fn heads(table: &Table) -> Option<Heads> {
    (0..table.rows.len().min(HEADS_WITHIN)).find_map(|row| {
        let cells = &table.rows[row];
        let named = |names: &[&str]| cells.iter().position(|cell| names.contains(&cell.text.to_lowercase().as_str()));
        let list = named(&["period", "quarter"]).zip(named(&["amount", "target", "value"]));
        let heads = Heads {
            row,
            distributor: named(&["distributor", "name", "company"]),
            grants: GrantColumns::of(cells),
            kpi: named(&["kpi", "measure"])?,
            currency: named(&["currency"]),
            reason: named(&["reason"]),
            agreed: named(&["agreed"]),
            list,
            periods: if list.is_some() { Vec::new() } else { periods(table, row) },
        };
        (heads.list.is_some() || !heads.periods.is_empty()).then_some(heads)
    })
}

fn periods(table: &Table, row: usize) -> Vec<(usize, String)> {
    let cells = table.rows[row].iter().enumerate();
    // A heading must say its year: a file outlives the year it was made in.
    cells.filter_map(|(column, cell)| Some((column, heading(&cell.text, None)?))).collect()
}

/// The sentence that sums an import up.
impl Imported {
    /// `24 targets of 3 distributors were set.`
    #[must_use]
    pub fn summary(&self) -> String {
        let values = [("taken", self.taken.into()), ("distributors", self.distributors.into())];
        words().say("targets-imported", &values)
    }
}
