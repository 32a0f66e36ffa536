//! Files come in: they are listed at once, read without holding the desk, and then taken into the review.

use std::path::PathBuf;
use std::sync::atomic::AtomicBool;

use chrono::NaiveDate;
use intake::child::Reader;
use intake::draft::Known;
use store::{Sha256, Store};

use super::read::{HasRead, Source, ToRead, file_name, files_below, read_all};
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
    files: Vec<ToRead>,
}

/// Files that were read.
#[derive(Debug)]
pub struct ReadFiles(Vec<HasRead>);

impl ReadJob {
    /// Reads the files, two at a time. A set `cancel` flag stops it: what was read until then stays.
    #[must_use]
    pub fn run(self, progress: Progress<'_>, cancel: &AtomicBool) -> ReadFiles {
        ReadFiles(read_all(&self.reader, &self.today, &self.register, self.files, progress, cancel))
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
        let sources = files_below(paths).into_iter().map(|path| (file_name(&path), Source::Path(path)));
        self.begin(sources.collect(), received.unwrap_or(self.day(now)), now)
    }

    /// The same for files whose bytes are here.
    pub(crate) fn begin(
        &mut self,
        sources: Vec<(String, Source)>,
        received: NaiveDate,
        now: Now,
    ) -> Result<ReadJob, DeskError> {
        let register = self.register_for_reading()?;
        self.session.batches += 1;
        let batch = self.session.batches;
        let files = sources
            .into_iter()
            .map(|(name, from)| ToRead { id: self.session.add(name.clone(), received, batch), name, from })
            .collect();
        Ok(ReadJob { reader: self.reader.clone(), today: self.day(now).to_string(), register, files })
    }

    /// Takes files that were read into the review.
    ///
    /// # Errors
    /// When the record can't be read.
    pub fn finish_import(&mut self, read: ReadFiles) -> Result<(), DeskError> {
        for read in read.0 {
            let earlier: Vec<Sha256> = self.session.waiting().map(File::sha).collect();
            let Some(file) = self.session.files.iter_mut().find(|file| file.id == read.id) else { continue };
            take(file, read, &earlier, &self.store)?;
        }
        Ok(())
    }

    /// Lists, reads and takes in: all at once, for callers that wait.
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
    ) -> Result<(), DeskError> {
        let read = self.begin_import(paths, received, now)?.run(progress, cancel);
        self.finish_import(read)
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
}

fn take(file: &mut File, read: HasRead, earlier: &[Sha256], store: &Store) -> Result<(), DeskError> {
    file.bytes = read.bytes;
    let reading = match read.reading {
        Ok(reading) => reading,
        Err(why) => {
            file.state = State::Unreadable(why);
            // A refused file leaves nothing behind.
            file.bytes = Vec::new();
            return Ok(());
        }
    };
    let sha = file.sha();
    if let Some(known) = store.file_by_sha(sha)? {
        file.state = State::Same(known.received);
    } else if earlier.contains(&sha) {
        file.state = State::Same(file.received);
    } else {
        let sheet_of = |draft: &intake::draft::Draft| {
            reading.sheets.iter().position(|sheet| sheet.name == draft.sheet).unwrap_or(0)
        };
        file.drafts = reading.drafts.iter().map(|draft| Drafted::new(draft.clone(), sheet_of(draft))).collect();
        file.state = if file.drafts.is_empty() { State::NoReport } else { State::Open };
    }
    file.sheets = reading.sheets;
    Ok(())
}
