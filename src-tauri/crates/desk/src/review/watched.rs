//! Files from the folder that is watched: what is known already is passed over, and what comes in a layout that the
//! manager trusts, and asks nothing, is stored unasked.

use std::path::{Path, PathBuf};

use store::{ActKind, Origin, What};

use super::confirm::Confirmed;
use super::sure::Sure;
use super::walk::dropped;
use super::{File, ReadJob, Remembered, State};
use crate::desk::Desk;
use crate::error::{DeskError, ErrorKind};
use crate::now::Now;
use crate::view::WorkspaceView;

/// The setting that names the folder; empty: none is watched.
const FOLDER: &str = "watched-folder";

impl Desk {
    /// The folder that is watched; `None` where none is, and while the sample is open.
    ///
    /// # Errors
    /// When the record can't be read.
    pub fn watched_folder(&self) -> Result<Option<PathBuf>, DeskError> {
        if self.is_sample() {
            return Ok(None);
        }
        Ok(self.store.setting(FOLDER)?.filter(|folder| !folder.is_empty()).map(PathBuf::from))
    }

    /// Chooses the folder to watch, or none.
    ///
    /// # Errors
    /// When it is no folder of this laptop, holds the record itself, or the record can't be written.
    pub fn watch_folder(&mut self, folder: Option<&Path>, now: Now) -> Result<WorkspaceView, DeskError> {
        let path = match folder {
            Some(folder) => {
                let text = folder.display().to_string();
                let own = folder.starts_with(&self.folder) || self.folder.starts_with(folder);
                if own || !folder.is_dir() || text.starts_with(r"\\") || text.starts_with("//") {
                    let key = if own { "watch-own" } else { "watch-no-folder" };
                    return Err(DeskError::new(ErrorKind::Invalid, key, &[("path", text.into())]));
                }
                text
            }
            None => String::new(),
        };
        let key = if path.is_empty() { "entry-watch-none" } else { "entry-watch" };
        let what = What::new(key).with("path", &path);
        self.record(ActKind::Setting, what, now, |writing| Ok(writing.set(FOLDER, &path)?))?;
        self.workspace(now)
    }

    /// Lists files that came into the watched folder, and gives them to read.
    ///
    /// # Errors
    /// When the register can't be read.
    pub fn begin_watched(&mut self, paths: &[PathBuf], now: Now) -> Result<ReadJob, DeskError> {
        let mut found = dropped(paths);
        // A link or a device that somebody put there is no report, and nobody dropped it here.
        found.refused.clear();
        self.begin_dropped(found, Origin::Watched, self.day(now), now)
    }

    /// Stores the files of a watched batch that ask nothing and whose layouts are trusted: each as an entry.
    pub(super) fn store_trusted(&mut self, batch: i64, now: Now) -> Result<(), DeskError> {
        if !self.session.watched.contains(&batch) {
            return Ok(());
        }
        let remembered = self.remembered()?;
        let mut places = Vec::new();
        for (at, file) in self.session.files.iter().enumerate().filter(|(_, file)| file.batch == batch) {
            if file.state == State::Open
                && is_trusted(file, &remembered)
                && self.is_ready(file)?
                && self.is_even(file)?
            {
                places.push(at);
            }
        }
        for at in places {
            self.store_whole(&[at], Confirmed::Unasked, now)?;
        }
        Ok(())
    }

    /// Whether nothing about a file's reports is odd, and none corrects what is stored: that is for a person to see.
    fn is_even(&self, file: &File) -> Result<bool, DeskError> {
        for Sure { report, .. } in self.parts_of(file)?.sure {
            let stored = self.store.reports(report.distributor)?;
            let corrects = stored.iter().any(|held| (held.kind, held.period) == (report.kind, report.period));
            let card = self.store.distributor(report.distributor)?.map(|held| held.card);
            let foreign =
                card.is_some_and(|card| report.currency.as_ref().is_some_and(|stated| *stated != card.currency));
            if corrects || foreign {
                return Ok(false);
            }
        }
        Ok(true)
    }
}

/// Whether every report of a file comes in a trusted layout, and says itself who sent it.
fn is_trusted(file: &File, remembered: &[Remembered]) -> bool {
    file.drafts.iter().all(|drafted| {
        let says_who = drafted.draft.distributor.is_some();
        says_who && drafted.profile(remembered).is_some_and(|one| one.profile.trusted)
    })
}
