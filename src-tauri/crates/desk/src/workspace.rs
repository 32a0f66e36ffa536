//! The workspace: where the record lies, who works here, the sample beside it.

use std::path::{Path, PathBuf};

use playbook::period::Quarter;
use store::{ActKind, Moment, What};

use crate::desk::{Desk, open_store};
use crate::error::DeskError;
use crate::format;
use crate::judge::{current_quarter, quarters};
use crate::now::Now;
use crate::register::Registered;
use crate::view::{Choice, Problem, WorkspaceView};
use crate::words;

/// The folder of the sample inside the data folder.
pub(crate) const SAMPLE: &str = "sample";

const COMPANY: &str = "company";
const MANAGER: &str = "manager";

/// The platform's place for the record: `~/.local/share/entrepot`, `~/Library/Application Support/entrepot` or
/// `%APPDATA%\entrepot`. `None` where the system names no home.
#[must_use]
pub fn standard_folder() -> Option<PathBuf> {
    dirs::data_dir().map(|folder| folder.join("entrepot"))
}

/// Whether a folder holds a record.
#[must_use]
pub fn has_record(folder: &Path) -> bool {
    folder.join(store::Store::FILE).exists()
}

impl Desk {
    /// What the rail and the first start show.
    ///
    /// # Errors
    /// When the record can't be read.
    pub fn workspace(&self, now: Now) -> Result<WorkspaceView, DeskError> {
        let now = self.at(now);
        let (known, fiscal) = (self.all_known(now.today)?, self.fiscal_year()?);
        let last = self.store.journal(1)?.pop();
        let setting = |key| Ok::<_, DeskError>(self.store.setting(key)?.unwrap_or_default());
        let choice = |quarter: Quarter| Choice { key: quarter.to_string(), label: format::quarter(words(), quarter) };
        Ok(WorkspaceView {
            company: setting(COMPANY)?,
            manager: setting(MANAGER)?,
            sample: self.sample,
            sample_exists: has_record(&self.sample_folder()),
            distributors: crate::review::small(known.len()),
            quarters: quarters(&known, fiscal, now.today).into_iter().map(choice).collect(),
            quarter: current_quarter(&known, fiscal, now.today).to_string(),
            today: now.today.to_string(),
            today_count: crate::review::small(self.today_count(&known, now)?),
            import_count: self.waiting_files(),
            saved: last.map(|entry| self.when(entry.at.utc(), now)).unwrap_or_default(),
            folder: self.store.folder().display().to_string(),
            watched: self.watched_folder()?.map(|folder| folder.display().to_string()).unwrap_or_default(),
            undo: self.next_undo(now)?,
            redo: self.next_redo(now)?,
        })
    }

    /// Says who works here.
    ///
    /// # Errors
    /// When the record can't be written.
    pub fn set_manager(&mut self, company: &str, manager: &str, now: Now) -> Result<WorkspaceView, DeskError> {
        let what = What::new("entry-manager").with("company", company.trim()).with("manager", manager.trim());
        self.record(ActKind::Setting, what, now, |writing| {
            writing.set(COMPANY, company.trim())?;
            Ok(writing.set(MANAGER, manager.trim())?)
        })?;
        self.workspace(now)
    }

    /// The manager's company and name.
    pub(crate) fn manager(&self) -> Result<(String, String), DeskError> {
        let setting = |key| Ok::<_, DeskError>(self.store.setting(key)?.unwrap_or_default());
        Ok((setting(COMPANY)?, setting(MANAGER)?))
    }

    /// Takes distributors from a list of the user's choice; shows the workspace, and the rows that could not be taken.
    ///
    /// # Errors
    /// See [`Desk::register`].
    pub fn import_register(
        &mut self,
        file: &std::path::Path,
        now: Now,
    ) -> Result<(WorkspaceView, Vec<Problem>), DeskError> {
        let Registered { problems, added, revised, unchanged } = self.register(file, now)?;
        match problems.first() {
            Some(problem) if added + revised + unchanged == 0 => Err(DeskError {
                kind: crate::ErrorKind::Invalid,
                message: format!("{}: {}", problem.place, problem.message),
                hint: problem.hint.clone(),
            }),
            _ => Ok((self.workspace(now)?, problems)),
        }
    }

    /// Goes back to the manager's own workspace; the sample is kept.
    ///
    /// # Errors
    /// When the own workspace can't be opened.
    pub fn close_sample(&mut self, now: Now) -> Result<WorkspaceView, DeskError> {
        if self.sample {
            self.store = open_store(&self.folder, &self.who, now)?;
            self.sample = false;
            self.load_tray(now)?;
        }
        self.workspace(now)
    }

    /// Goes back and removes the sample.
    ///
    /// # Errors
    /// When the own workspace can't be opened, or the sample can't be removed.
    pub fn remove_sample(&mut self, now: Now) -> Result<WorkspaceView, DeskError> {
        self.close_sample(now)?;
        let folder = self.sample_folder();
        if folder.exists() {
            std::fs::remove_dir_all(&folder).map_err(|reason| DeskError::file(&folder, &reason))?;
        }
        self.workspace(now)
    }

    pub(crate) fn sample_folder(&self) -> PathBuf {
        self.folder.join(SAMPLE)
    }

    /// The day that views are of.
    pub(crate) fn day(&self, now: Now) -> chrono::NaiveDate {
        self.at(now).today
    }

    /// The manager's name, where it was said.
    pub(crate) fn manager_name(&self) -> Result<Option<String>, DeskError> {
        Ok(self.store.setting(MANAGER)?)
    }

    /// The moment that views are of: the sample stands still on its own day, so that it looks the same whenever it is
    /// opened.
    pub(crate) fn at(&self, now: Now) -> Now {
        if self.sample { now.on(crate::sample::TODAY) } else { now }
    }

    /// The instant for the journal.
    pub(crate) fn moment(now: Now) -> Moment {
        Moment::from(now.utc)
    }

    /// Day and time, in words.
    pub(crate) fn when(&self, at: chrono::DateTime<chrono::Utc>, now: Now) -> String {
        format::moment(words(), at, now.offset)
    }
}
