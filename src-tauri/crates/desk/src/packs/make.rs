//! Making packs: filled from the record at once, laid out and written without the desk, then put on the shelf.

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};

use chrono::NaiveDate;
use pack::content::PackContent;
use playbook::period::Quarter;
use store::{DistributorId, EntryId};

use super::preflight::{Finding, findings};
use super::{content, pages};
use crate::desk::Desk;
use crate::error::{DeskError, ErrorKind};
use crate::files::write_whole;
use crate::judge::Known;
use crate::now::Now;
use crate::review::small;
use crate::view::{MadePack, PackProgress, Problem, Severity};
use crate::words;

/// Where progress goes.
pub type PackProgressSink<'a> = &'a (dyn Fn(PackProgress) + Sync);

/// The folder of packs inside a workspace.
pub(super) const FOLDER: &str = "packs";

/// Packs to make: filled from the record, so that the desk is not needed to lay them out.
#[derive(Debug)]
pub struct PackJob {
    quarter: Quarter,
    head: Option<EntryId>,
    today: NaiveDate,
    packs: Vec<ToMake>,
}

#[derive(Debug)]
struct ToMake {
    distributor: DistributorId,
    name: String,
    path: PathBuf,
    /// Or why there is nothing to print.
    content: Result<Printing, DeskError>,
}

/// What is printed.
#[derive(Debug)]
enum Printing {
    /// A draft, to be laid out.
    Draft(Box<PackContent>),
    /// A closed quarter: the bytes that were kept, and their pages.
    Kept(Vec<u8>, u32),
}

/// Whose pack, under what name, and where it lies with how many pages.
type Outcome = (DistributorId, String, Result<(PathBuf, i32), DeskError>);

/// What became of a job.
#[derive(Debug)]
pub struct Written {
    quarter: Quarter,
    head: Option<EntryId>,
    today: NaiveDate,
    made: Vec<Outcome>,
    cancelled: bool,
}

/// What became of one pack.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Made {
    /// It is there.
    Pack(MadePack),
    /// It could not be written; the others were.
    Problem(Problem),
}

impl PackJob {
    /// Lays the packs out and writes them, one after the other; each file is written whole or not at all. A set `cancel`
    /// flag stops before the next pack: those that are made stay.
    #[must_use]
    pub fn run(self, progress: PackProgressSink<'_>, cancel: &AtomicBool) -> Written {
        let total = self.packs.len();
        let mut made = Vec::with_capacity(total);
        let stopped = || cancel.load(Ordering::Relaxed);
        for (done, pack) in self.packs.into_iter().enumerate() {
            if stopped() {
                break;
            }
            let tell = |page: usize| {
                progress(PackProgress {
                    done: small(done),
                    total: small(total),
                    name: pack.name.clone(),
                    page: small(page),
                });
            };
            tell(0);
            let written = write(&pack, &tell);
            made.push((pack.distributor, pack.name, written));
        }
        let cancelled = made.len() < total;
        progress(PackProgress { done: small(made.len()), total: small(total), name: String::new(), page: 0 });
        Written { quarter: self.quarter, head: self.head, today: self.today, made, cancelled }
    }
}

fn write(pack: &ToMake, tell: &dyn Fn(usize)) -> Result<(PathBuf, i32), DeskError> {
    let content = match pack.content.as_ref().map_err(Clone::clone)? {
        Printing::Draft(content) => content,
        Printing::Kept(bytes, count) => {
            write_whole(&pack.path, bytes)?;
            return Ok((pack.path.clone(), pages(usize::try_from(*count).unwrap_or(0))));
        }
    };
    let mut count = 0;
    let bytes = pack::pdf(content, words(), &mut |page| {
        count = page;
        tell(page);
    });
    let bytes = bytes.map_err(|reason| DeskError::file(&pack.path, &std::io::Error::other(reason)))?;
    write_whole(&pack.path, &bytes)?;
    Ok((pack.path.clone(), pages(count)))
}

impl Desk {
    /// Fills the packs of distributors from the record; of a closed quarter they are the bytes of its newest revision. They go into `folder`, or into the workspace's own.
    ///
    /// # Errors
    /// When the quarter or a distributor is none, or the record can't be read.
    pub fn begin_packs(
        &self,
        quarter: &str,
        distributors: &[String],
        folder: Option<&Path>,
        now: Now,
    ) -> Result<PackJob, DeskError> {
        let now = self.at(now);
        let quarter = self.quarter(quarter)?;
        let mut packs = Vec::with_capacity(distributors.len());
        for id in distributors {
            let known = self.known(self.distributor_of(id)?, now.today)?;
            let distributor = known.distributor.id;
            let closed = self.closed(distributor, quarter)?;
            let revision = closed.as_ref().map(|closed| closed.revision);
            packs.push(ToMake {
                distributor,
                name: known.name().to_owned(),
                path: super::path(self, folder, distributor, quarter, revision)?,
                content: match closed {
                    Some(closed) => Ok(Printing::Kept(self.store.source_bytes(closed.pack)?, closed.pages)),
                    None => self.draft(&known, quarter, now)?,
                },
            });
        }
        Ok(PackJob { quarter, head: self.head()?, today: now.today, packs })
    }

    /// A pack to lay out, or why there is nothing to print.
    fn draft(&self, known: &Known, quarter: Quarter, now: Now) -> Result<Result<Printing, DeskError>, DeskError> {
        let stops = findings(known, &self.versions()?, quarter, now.today);
        if let Some(found) = stops.into_iter().find(|found| *found == Finding::Nothing) {
            let Problem { message, hint, .. } = found.problem();
            return Ok(Err(DeskError { kind: ErrorKind::Other, message, hint }));
        }
        Ok(Ok(Printing::Draft(Box::new(content::fill(self, known, quarter, None, now)?))))
    }

    /// Puts a pack that was written outside a job on the shelf.
    pub(crate) fn put_on_shelf(
        &mut self,
        of: (DistributorId, Quarter),
        pack: (PathBuf, i32),
        now: Now,
    ) -> Result<(), DeskError> {
        let head = self.head()?;
        self.shelf.put(of, pack, (head, now.today));
        Ok(())
    }

    /// Puts what was made on the shelf.
    ///
    /// # Errors
    /// [`crate::ErrorKind::Cancelled`] when it was stopped: what was made until then is on the shelf.
    pub fn finish_packs(&mut self, written: Written) -> Result<Vec<Made>, DeskError> {
        let mut all = Vec::with_capacity(written.made.len());
        for (distributor, name, outcome) in written.made {
            match outcome {
                Ok((path, pages)) => {
                    let made =
                        MadePack { file: crate::review::file_name(&path), path: path.display().to_string(), pages };
                    self.shelf.put((distributor, written.quarter), (path, pages), (written.head, written.today));
                    all.push(Made::Pack(made));
                }
                Err(error) => {
                    let DeskError { message, hint, .. } = error;
                    let problem = Problem { severity: Severity::Warns, place: name, message, hint };
                    self.shelf.fail(distributor, written.quarter, problem.clone());
                    all.push(Made::Problem(problem));
                }
            }
        }
        if written.cancelled { Err(DeskError::cancelled()) } else { Ok(all) }
    }

    /// Fills, makes and puts on the shelf: all at once, for callers that wait. A pack that can't be written is a problem
    /// and keeps no other back.
    ///
    /// # Errors
    /// When the quarter or a distributor is none, the record can't be read, or it was stopped.
    pub fn make_packs(
        &mut self,
        quarter: &str,
        distributors: &[String],
        folder: Option<&Path>,
        now: Now,
        progress: PackProgressSink<'_>,
        cancel: &AtomicBool,
    ) -> Result<Vec<Made>, DeskError> {
        let written = self.begin_packs(quarter, distributors, folder, now)?.run(progress, cancel);
        self.finish_packs(written)
    }
}
