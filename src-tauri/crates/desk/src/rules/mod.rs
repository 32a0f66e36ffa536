//! The playbook: its versions, and the one that a quarter is judged by.

mod show;

use chrono::NaiveDate;
use playbook::period::{FiscalYear, Quarter};
use playbook::rules::{Playbook, Versions};

use crate::desk::Desk;
use crate::error::{DeskError, ErrorKind};

impl Desk {
    /// The versions of the playbook: the one that ships, and those that the manager set.
    pub(crate) fn versions(&self) -> Result<Versions, DeskError> {
        Ok(Versions::new(Playbook::default_rules(), Vec::new()))
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
        Ok(self.versions()?.fiscal_year())
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
