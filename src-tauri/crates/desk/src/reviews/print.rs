//! Printing what was closed: the very bytes that were kept.

use std::path::Path;

use playbook::period::Quarter;
use store::{Closed, Distributor};

use crate::desk::Desk;
use crate::error::{DeskError, ErrorKind};
use crate::files::write_whole;
use crate::now::Now;
use crate::packs;
use crate::review::{file_name, small};
use crate::view::MadePack;
use crate::{format, words};

impl Desk {
    /// Writes the pack of a closed quarter as it was printed when it was closed, byte for byte: the newest revision, or
    /// the one asked for. It goes into `folder`, or into the workspace's own.
    ///
    /// # Errors
    /// When there is no such revision, or the file can't be written.
    pub fn closed_pack(
        &mut self,
        id: &str,
        quarter: &str,
        revision: Option<u32>,
        folder: Option<&Path>,
        now: Now,
    ) -> Result<MadePack, DeskError> {
        let now = self.at(now);
        let distributor = self.distributor_of(id)?;
        let quarter = self.quarter(quarter)?;
        let closed = self.revision(&distributor, quarter, revision)?;
        let path = packs::path(self, folder, distributor.id, quarter, Some(closed.revision))?;
        write_whole(&path, &self.store.source_bytes(closed.pack)?)?;
        let pages = small(usize::try_from(closed.pages).unwrap_or(0));
        self.put_on_shelf((distributor.id, quarter), (path.clone(), pages), now)?;
        Ok(MadePack { file: file_name(&path), path: path.display().to_string(), pages })
    }

    fn revision(&self, of: &Distributor, quarter: Quarter, revision: Option<u32>) -> Result<Closed, DeskError> {
        let mut all = self.store.closed(Some(of.id), Some(quarter))?;
        let found = match revision {
            Some(revision) => all.into_iter().find(|closed| closed.revision == revision),
            None => all.pop(),
        };
        let values = [
            ("name", of.card.name.as_str().into()),
            ("quarter", format::quarter(words(), quarter).into()),
            ("revision", revision.unwrap_or(1).into()),
        ];
        found.ok_or_else(|| DeskError::new(ErrorKind::Unknown, "no-revision", &values))
    }
}
