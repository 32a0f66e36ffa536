//! The playbook: its versions, the one that a quarter is judged by, and the form that makes the next one.

mod draft;
mod entered;
mod flaws;
mod later;
mod made_of;
mod save;
mod set;
mod show;
#[cfg(test)]
mod tests;

use chrono::NaiveDate;
use playbook::period::{FiscalYear, Quarter};
use playbook::rules::{Playbook, Versions};

use crate::desk::Desk;
use crate::error::{DeskError, ErrorKind};
use crate::titles::Measures;

/// The setting that says with which month years begin.
const FISCAL_YEAR: &str = "fiscal-year";

impl Desk {
    /// The versions of the playbook: the one that ships, and those that the manager set.
    pub(crate) fn versions(&self) -> Result<Versions, DeskError> {
        let fiscal_year = self.fiscal_year()?;
        let in_year = |playbook| Playbook { fiscal_year, ..playbook };
        let later = self.store.playbooks()?.into_iter().map(|held| in_year(held.playbook)).collect();
        Ok(Versions::new(in_year(Playbook::default_rules()), later))
    }

    /// The rules that a quarter is judged by: the version that held when it opened.
    ///
    /// # Errors
    /// When the record can't be read.
    pub fn rules(&self, quarter: Quarter) -> Result<Playbook, DeskError> {
        Ok(self.versions()?.in_force(quarter).clone())
    }

    /// The rules that held on a day: those of its quarter.
    pub(crate) fn rules_on(&self, day: NaiveDate) -> Result<Playbook, DeskError> {
        let versions = self.versions()?;
        Ok(versions.in_force(versions.fiscal_year().quarter_on(day)).clone())
    }

    /// When the manager's years begin.
    pub(crate) fn fiscal_year(&self) -> Result<FiscalYear, DeskError> {
        let set = self.store.setting(FISCAL_YEAR)?.and_then(|month| FiscalYear::starting(month.parse().ok()?));
        Ok(set.unwrap_or(FiscalYear::CALENDAR))
    }

    /// The measures that any version knows.
    pub(crate) fn measures(&self) -> Result<Measures, DeskError> {
        Measures::of(&self.store)
    }

    /// The quarter of a text that came from outside: `2026-Q3` is the third one of the manager's fiscal year.
    pub(crate) fn quarter(&self, text: &str) -> Result<Quarter, DeskError> {
        let not = || DeskError::new(ErrorKind::Invalid, "not-a-quarter", &[("text", text.into())]);
        let quarter: Quarter = text.trim().parse().map_err(|_| not())?;
        if quarter.fiscal_year() != FiscalYear::CALENDAR {
            return Ok(quarter);
        }
        quarter.read_in(self.fiscal_year()?).ok_or_else(not)
    }
}
