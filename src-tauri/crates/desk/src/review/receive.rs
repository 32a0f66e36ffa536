//! Files come in: they are listed at once, read without holding the desk, and taken into the review one by one as they
//! were read. Stopped before the last of them, nothing of the drop stays but what was confirmed meanwhile.

use std::path::PathBuf;
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, Ordering};

use chrono::NaiveDate;
use intake::child::{Reader, Reading};
use intake::draft::{Known, OwnLabel};
use store::{Origin, Sha256};

use super::read::{HasRead, Source, ToRead, Unreadable, file_name, read_all};
use super::walk::{Dropped, dropped};
use super::{Drafted, File, Progress, State};
use crate::desk::Desk;
use crate::error::DeskError;
use crate::now::Now;

/// Files to read: done without the desk, which goes on answering meanwhile.
#[derive(Debug)]
pub struct ReadJob {
    reader: Reader,
    today: String,
    register: Vec<Known>,
    own: Vec<OwnLabel>,
    pub(super) batch: i64,
    pub(super) files: Vec<ToRead>,
}

/// A file that was read.
#[derive(Debug)]
pub struct ReadFile(pub(super) HasRead);

/// Files that were read.
#[derive(Debug)]
pub struct ReadFiles {
    pub(super) batch: i64,
    pub(super) files: Vec<HasRead>,
    pub(super) cancelled: bool,
}

impl ReadJob {
    /// Reads the files, as many at a time as the laptop has cores. A set `cancel` flag stops it.
    #[must_use]
    pub fn run(self, progress: Progress<'_>, cancel: &AtomicBool) -> ReadFiles {
        let read = Mutex::new(Vec::with_capacity(self.files.len()));
        let mut end = self.run_each(&|file| lock(&read).push(file.0), progress, cancel);
        end.files = read.into_inner().unwrap_or_else(std::sync::PoisonError::into_inner);
        end.files.sort_by_key(|file| file.id);
        end
    }

    /// The same; each file is handed on as soon as it was read, so that the first can be looked at while the last is
    /// still being read. What comes back ends the import.
    pub fn run_each(self, each: &(dyn Fn(ReadFile) + Sync), progress: Progress<'_>, cancel: &AtomicBool) -> ReadFiles {
        let Self { reader, today, register, own, batch, files } = self;
        read_all(&reader, &today, (&register, &own), files, &|read| each(ReadFile(read)), progress, cancel);
        ReadFiles { batch, files: Vec::new(), cancelled: cancel.load(Ordering::Relaxed) }
    }

    /// How many files there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.files.len()
    }

    /// Whether there is nothing to read.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.files.is_empty()
    }
}

fn lock<T>(of: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    // A reader that panicked left the list whole: nothing is half pushed.
    of.lock().unwrap_or_else(std::sync::PoisonError::into_inner)
}

impl ReadFiles {
    /// Whether it was stopped.
    #[must_use]
    pub fn is_cancelled(&self) -> bool {
        self.cancelled
    }
}

impl Desk {
    /// Lists the files of a drop, and gives them to read. Folders are opened. `received` is the day on which they came;
    /// today where it isn't said.
    ///
    /// # Errors
    /// When the register can't be read.
    pub fn begin_import(
        &mut self,
        paths: &[PathBuf],
        received: Option<NaiveDate>,
        now: Now,
    ) -> Result<ReadJob, DeskError> {
        self.begin_dropped(dropped(paths), Origin::Drop, received.unwrap_or(self.day(now)), now)
    }

    pub(crate) fn begin_dropped(
        &mut self,
        found: Dropped,
        origin: Origin,
        received: NaiveDate,
        now: Now,
    ) -> Result<ReadJob, DeskError> {
        let sources = found.files.into_iter().map(|path| (file_name(&path), Source::Path(path))).collect();
        let batch = self.begin_batch(origin, found.passed, now)?;
        let job = self.begin_reading(batch, sources, received, now)?;
        for (name, why) in found.refused {
            self.refuse(batch, name, received, Unreadable::NotTaken(why));
        }
        Ok(job)
    }

    /// The same for files whose bytes are here.
    pub(crate) fn begin(
        &mut self,
        sources: Vec<(String, Source)>,
        received: NaiveDate,
        now: Now,
    ) -> Result<ReadJob, DeskError> {
        let batch = self.begin_batch(Origin::Drop, 0, now)?;
        self.begin_reading(batch, sources, received, now)
    }

    fn begin_batch(&mut self, origin: Origin, passed: usize, now: Now) -> Result<i64, DeskError> {
        let passed = u32::try_from(passed).unwrap_or(u32::MAX);
        let batch = self.store.begin_batch(Self::moment(self.at(now)), origin, passed)?;
        if origin == Origin::Watched {
            self.session.watched.insert(batch);
        }
        Ok(batch)
    }

    fn begin_reading(
        &mut self,
        batch: i64,
        sources: Vec<(String, Source)>,
        received: NaiveDate,
        now: Now,
    ) -> Result<ReadJob, DeskError> {
        let (register, own) = (self.register_for_reading()?, self.measures()?.labels());
        let files = sources
            .into_iter()
            .map(|(name, from)| {
                let position = self.session.next_position(batch);
                ToRead { id: self.session.add(name.clone(), received, batch, position), name, from }
            })
            .collect();
        Ok(ReadJob { reader: self.reader.clone(), today: self.day(now).to_string(), register, own, batch, files })
    }

    fn refuse(&mut self, batch: i64, name: String, received: NaiveDate, why: Unreadable) {
        let position = self.session.next_position(batch);
        self.session.add(name, received, batch, position);
        if let Some(file) = self.session.files.last_mut() {
            file.state = State::Unreadable(why);
        }
    }

    /// Takes one file that was read into the review.
    ///
    /// # Errors
    /// When the record can't be read.
    pub fn take_in(&mut self, read: ReadFile, now: Now) -> Result<(), DeskError> {
        self.take(read.0, now)
    }

    /// Ends an import: its files are taken into the review and kept there until they are confirmed or put aside. Of one
    /// that was stopped nothing stays but what was confirmed meanwhile: then it answers how many files that are.
    ///
    /// # Errors
    /// When the record can't be read or the files can't be kept.
    pub fn finish_import(&mut self, read: ReadFiles, now: Now) -> Result<Option<usize>, DeskError> {
        let ReadFiles { batch, files, cancelled } = read;
        if cancelled {
            self.session.files.retain(|file| file.batch != batch || file.is_in());
            self.store.drop_batch(batch)?;
            return Ok(Some(self.session.files.iter().filter(|file| file.batch == batch).count()));
        }
        for read in files {
            self.take(read, now)?;
        }
        let of_batch: Vec<u32> =
            self.session.files.iter().filter(|file| file.batch == batch).map(|file| file.id).collect();
        if of_batch.is_empty() {
            self.store.drop_batch(batch)?;
            return Ok(None);
        }
        self.keep_in_tray(&of_batch)?;
        self.store_trusted(batch, now)?;
        Ok(None)
    }

    /// Lists, reads and takes in: all at once, for callers that wait. Gives the number of the batch.
    ///
    /// # Errors
    /// When the record can't be read.
    pub fn import_paths(
        &mut self,
        paths: &[PathBuf],
        received: Option<NaiveDate>,
        now: Now,
        progress: Progress<'_>,
        cancel: &AtomicBool,
    ) -> Result<i32, DeskError> {
        let job = self.begin_import(paths, received, now)?;
        let batch = i32::try_from(job.batch).unwrap_or(i32::MAX);
        let read = job.run(progress, cancel);
        self.finish_import(read, now)?;
        Ok(batch)
    }

    /// The register as recognition knows it.
    pub(crate) fn register_for_reading(&self) -> Result<Vec<Known>, DeskError> {
        let known = |held: store::Distributor| Known {
            name: held.card.name,
            aliases: held.card.aliases,
            country: held.card.country,
            currency: held.card.currency,
            locale: held.card.locale,
        };
        Ok(self.store.distributors()?.into_iter().map(known).collect())
    }

    pub(super) fn take(&mut self, read: HasRead, now: Now) -> Result<(), DeskError> {
        let HasRead { id, bytes, reading, carried } = read;
        let Some((batch, day)) = self.session.by_id(id).map(|file| (file.batch, file.received)) else { return Ok(()) };
        let mut holds_reports = false;
        for file in carried {
            let position = self.session.next_position(batch);
            let received = file.received.filter(|came| *came <= day).unwrap_or(day);
            let one = self.session.add(file.name, received, batch, position);
            holds_reports |= file.reading.as_ref().is_ok_and(|reading| !reading.drafts.is_empty());
            self.take_read(one, file.bytes, file.reading, now)?;
        }
        self.take_read(id, bytes, reading, now)?;
        // An e-mail whose files are the reports is not listed beside them.
        let empty = self.session.by_id(id).is_some_and(|file| file.state == State::NoReport);
        if holds_reports && empty {
            self.session.files.retain(|file| file.id != id);
        }
        Ok(())
    }

    fn take_read(
        &mut self,
        id: u32,
        bytes: Vec<u8>,
        reading: Result<Reading, Unreadable>,
        now: Now,
    ) -> Result<(), DeskError> {
        let sha = (!bytes.is_empty()).then(|| Sha256::of(&bytes));
        let stored = sha.map(|sha| self.store.file_by_sha(sha)).transpose()?.flatten();
        let seen = sha.map(|sha| self.store.in_tray(sha)).transpose()? == Some(true);
        let partly = sha.map(|sha| self.store.is_partly_in(sha)).transpose()? == Some(true);
        let Some(file) = self.session.files.iter_mut().find(|file| file.id == id) else { return Ok(()) };
        file.sha = sha;
        // A watched folder is read anew with each start: what was looked at before is passed over.
        if self.session.watched.contains(&file.batch) && (stored.is_some() || seen) {
            self.session.files.retain(|file| file.id != id);
            return Ok(());
        }
        let reading = match reading {
            Ok(reading) => reading,
            Err(why) => {
                // A refused file leaves nothing behind.
                file.state = State::Unreadable(why);
                return Ok(());
            }
        };
        match stored {
            Some(known) if !partly => file.state = State::Same(known.received),
            _ => {
                file.drafts = drafted(&reading);
                file.state = if file.drafts.is_empty() { State::NoReport } else { State::Open };
                file.bytes = bytes;
            }
        }
        file.sheets = reading.sheets;
        if file.state == State::Open {
            let key = file.key();
            self.replace_waiting(id)?;
            self.mark_stored(id)?;
            self.recall(&key, now)?;
        }
        Ok(())
    }

    /// The same bytes wait already: this reading takes their place, with what was answered.
    pub(super) fn replace_waiting(&mut self, id: u32) -> Result<(), DeskError> {
        let sha = self.session.files.iter().find(|file| file.id == id).and_then(|file| file.sha);
        let same = |file: &&mut File| file.id != id && file.sha == sha && file.state == State::Open;
        let Some(earlier) = self.session.files.iter_mut().find(same) else { return Ok(()) };
        earlier.state = State::Again;
        earlier.bytes = Vec::new();
        let (earlier_id, answered) = (earlier.id, std::mem::take(&mut earlier.drafts));
        if let Some(file) = self.session.files.iter_mut().find(|file| file.id == id) {
            for (drafted, before) in file.drafts.iter_mut().zip(&answered) {
                drafted.keep_answers(before);
            }
        }
        self.keep_in_tray(&[earlier_id])?;
        self.session.files.retain(|file| file.id != earlier_id);
        Ok(())
    }
}

/// The drafts of a reading, nothing answered yet.
pub(super) fn drafted(reading: &Reading) -> Vec<Drafted> {
    let sheet_of =
        |draft: &intake::draft::Draft| reading.sheets.iter().position(|sheet| sheet.name == draft.sheet).unwrap_or(0);
    reading.drafts.iter().map(|draft| Drafted::new(draft.clone(), sheet_of(draft))).collect()
}
