//! The packs that were made: only these are shown, saved and printed, and only as long as their numbers hold.

use std::path::{Path, PathBuf};

use chrono::NaiveDate;
use playbook::period::Quarter;
use store::{DistributorId, EntryId};

use crate::desk::Desk;
use crate::error::{DeskError, ErrorKind};
use crate::files::write_whole;
use crate::review::file_name;
use crate::view::{MadePack, Problem};

/// What was made since the desk was opened.
#[derive(Debug, Default)]
pub(crate) struct Shelf {
    packs: Vec<OnShelf>,
    failed: Vec<(DistributorId, Quarter, Problem)>,
}

/// A pack, and what its numbers rest on.
#[derive(Debug, Clone)]
struct OnShelf {
    distributor: DistributorId,
    quarter: Quarter,
    path: PathBuf,
    pages: i32,
    /// The newest entry when it was made.
    head: Option<EntryId>,
    /// The day as of which it was made.
    today: NaiveDate,
}

impl Shelf {
    /// Puts a pack there in place of an earlier one.
    pub(super) fn put(
        &mut self,
        (distributor, quarter): (DistributorId, Quarter),
        (path, pages): (PathBuf, i32),
        (head, today): (Option<EntryId>, NaiveDate),
    ) {
        self.failed.retain(|(of, at, _)| (*of, *at) != (distributor, quarter));
        self.packs.retain(|pack| pack.path != path);
        self.packs.push(OnShelf { distributor, quarter, path, pages, head, today });
    }

    /// Remembers why a pack could not be made, until it is.
    pub(super) fn fail(&mut self, distributor: DistributorId, quarter: Quarter, problem: Problem) {
        self.failed.retain(|(of, at, _)| (*of, *at) != (distributor, quarter));
        self.failed.push((distributor, quarter, problem));
    }

    /// Why the last attempt failed.
    pub(super) fn failed(&self, distributor: DistributorId, quarter: Quarter) -> Option<Problem> {
        let of = |(of, at, _): &&(DistributorId, Quarter, Problem)| (*of, *at) == (distributor, quarter);
        self.failed.iter().find(of).map(|(_, _, problem)| problem.clone())
    }

    /// The newest pack of a distributor and quarter, unless something was recorded since, or another day has come.
    pub(super) fn made(
        &self,
        distributor: DistributorId,
        quarter: Quarter,
        head: Option<EntryId>,
        today: NaiveDate,
    ) -> Option<MadePack> {
        let of = |pack: &&OnShelf| {
            (pack.distributor, pack.quarter, pack.head, pack.today) == (distributor, quarter, head, today)
        };
        let pack = self.packs.iter().rev().find(of).filter(|pack| pack.path.is_file())?;
        Some(MadePack { file: file_name(&pack.path), path: pack.path.display().to_string(), pages: pack.pages })
    }

    fn known(&self, path: &Path) -> Option<&OnShelf> {
        self.packs.iter().find(|pack| pack.path == path)
    }
}

impl Desk {
    /// The path of a pack, if it was made here: no other file is read, opened or shown by this way.
    ///
    /// # Errors
    /// [`ErrorKind::Unknown`] when it was not.
    pub fn known_pack(&self, path: &Path) -> Result<PathBuf, DeskError> {
        let gone = || DeskError::new(ErrorKind::Unknown, "unknown", &[("what", "pack".into())]);
        self.shelf.known(path).map(|pack| pack.path.clone()).ok_or_else(gone)
    }

    /// The bytes of a pack that was made here.
    ///
    /// # Errors
    /// When it was not made here, or its file is gone.
    pub fn pack_bytes(&self, path: &Path) -> Result<Vec<u8>, DeskError> {
        let path = self.known_pack(path)?;
        std::fs::read(&path).map_err(|reason| DeskError::file(&path, &reason))
    }

    /// Saves a copy of a pack that was made here.
    ///
    /// # Errors
    /// When it was not made here, or the copy can't be written.
    pub fn save_pack(&self, path: &Path, to: &Path) -> Result<(), DeskError> {
        write_whole(to, &self.pack_bytes(path)?)
    }
}
