//! A file with several reports: those that ask nothing can be stored while the others go on waiting for an answer. What
//! was stored of it can be taken back by itself, and waits again then.

use store::{DistributorId, NewReport, Standing};

use super::confirm::{Confirmed, learnt};
use super::{Drafted, File, Kept, State};
use crate::desk::Desk;
use crate::error::{DeskError, ErrorKind};
use crate::now::Now;
use crate::view::ReviewView;

/// A report that asks nothing.
pub(crate) struct Sure {
    /// Its place among the file's drafts.
    pub(crate) draft: usize,
    /// What is stored.
    pub(crate) report: NewReport,
    /// Names that a person matched to its distributor: remembered.
    pub(crate) aliases: Vec<(DistributorId, String)>,
}

/// How far the reports of a file are; those that are left out are none of them.
#[derive(Default)]
pub(crate) struct Parts {
    /// They ask nothing, and can be stored.
    pub(crate) sure: Vec<Sure>,
    /// So many wait for an answer.
    pub(crate) open: usize,
    /// So many are in the record already.
    pub(crate) stored: usize,
}

impl Parts {
    /// Whether some can be stored while others wait.
    pub(crate) fn can_be_split(&self) -> bool {
        self.open > 0 && !self.sure.is_empty()
    }
}

impl Desk {
    /// Stores the reports of a file that ask nothing: one entry. The others go on waiting, across restarts too.
    ///
    /// # Errors
    /// When all of them ask something, or the file is gone.
    pub fn confirm_sure(&mut self, file: &str, now: Now) -> Result<ReviewView, DeskError> {
        let at = self.at_place(file)?;
        if self.session.files[at].state == State::Open {
            self.store_sure(at, now)?;
        }
        self.review(file, None, now)
    }

    fn store_sure(&mut self, at: usize, now: Now) -> Result<(), DeskError> {
        let file = &self.session.files[at];
        let (key, name) = (file.key(), file.name.as_str());
        let parts = self.parts_of(file)?;
        if parts.sure.is_empty() {
            let values = [("file", name.into()), ("count", file.open_questions().into())];
            return Err(DeskError::new(ErrorKind::Invalid, "questions-open", &values));
        }
        self.store_parts(vec![(at, parts)], Confirmed::ByPerson, now)?;
        // What was settled for one sheet may answer the same question of the next.
        self.recall(&key, now)?;
        let id = self.session.files[at].id;
        self.keep_in_tray(&[id])
    }

    /// Stores what is sure of the files that ask something else.
    pub(super) fn store_all_sure(&mut self, now: Now) -> Result<(), DeskError> {
        for at in 0..self.session.files.len() {
            let file = &self.session.files[at];
            if file.state == State::Open && self.parts_of(file)?.can_be_split() {
                self.store_sure(at, now)?;
            }
        }
        Ok(())
    }

    /// How far the reports of a file are.
    pub(crate) fn parts_of(&self, file: &File) -> Result<Parts, DeskError> {
        let mut parts = Parts::default();
        for (at, drafted) in file.drafts.iter().enumerate() {
            if self.is_stored(drafted)? {
                parts.stored += 1;
                continue;
            }
            if drafted.effective().left_out {
                continue;
            }
            match self.sure(file, at, drafted)? {
                Some(sure) => parts.sure.push(sure),
                None => parts.open += 1,
            }
        }
        Ok(parts)
    }

    /// Whether a report of a file that waits is in the record: stored, and not taken back since.
    pub(crate) fn is_stored(&self, drafted: &Drafted) -> Result<bool, DeskError> {
        Ok(match drafted.kept {
            None => false,
            Some(Kept { entry: None, .. }) => true,
            Some(Kept { entry: Some(entry), .. }) => self.store.entry(entry)?.standing != Standing::Undone,
        })
    }

    /// The newest entry that stored some of a file that waits, and can be taken back.
    pub(super) fn last_part(&self, file: &File) -> Result<Option<String>, DeskError> {
        for part in file.parts().into_iter().rev() {
            if self.store.entry(part)?.standing == Standing::Counts {
                return Ok(Some(part.to_string()));
            }
        }
        Ok(None)
    }

    fn sure(&self, file: &File, at: usize, drafted: &Drafted) -> Result<Option<Sure>, DeskError> {
        if drafted.open_questions() > 0 {
            return Ok(None);
        }
        let effective = drafted.effective();
        let Some(name) = &effective.distributor else { return Ok(None) };
        let Some(held) = self.store.distributor_named(name)? else { return Ok(None) };
        let report = effective.report(file, &drafted.draft, held.id, &held.card);
        let aliases = learnt(drafted, &held.card).map(|alias| (held.id, alias)).collect();
        Ok(report.map(|report| Sure { draft: at, report, aliases }))
    }

    /// Marks the reports of a file that the record has from these very bytes: of a file that was partly stored and came
    /// again, or where the program ended before the tray was told.
    pub(super) fn mark_stored(&mut self, id: u32) -> Result<(), DeskError> {
        let Some(at) = self.session.files.iter().position(|file| file.id == id) else { return Ok(()) };
        let file = &self.session.files[at];
        let Some(known) = file.sha.map(|sha| self.store.file_by_sha(sha)).transpose()?.flatten() else { return Ok(()) };
        let mut marks = Vec::new();
        for Sure { draft, report, .. } in self.parts_of(file)?.sure {
            let same = self.store.reports(report.distributor)?.into_iter().rev().find(|held| {
                (held.file, held.kind, held.period, held.last_month)
                    == (known.id, report.kind, report.period, report.last_month)
                    && held.sheet == report.sheet
            });
            marks.extend(same.map(|held| (draft, Kept { entry: Some(held.entry), revised: held.revision > 1 })));
        }
        for (draft, kept) in marks {
            self.session.files[at].drafts[draft].kept = Some(kept);
        }
        Ok(())
    }
}
