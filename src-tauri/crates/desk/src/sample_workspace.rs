//! The sample workspace: built from its files through the same intake as anybody's, in a folder of its own.

use std::path::{Path, PathBuf};
use std::sync::atomic::AtomicBool;

use chrono::{DateTime, FixedOffset, NaiveDate, NaiveTime};
use intake::child::Reader;
use playbook::kpi::ReviewKind;
use playbook::period::Period;
use store::{ActKind, DistributorId, Review, Store, What};

use crate::desk::{Desk, Who, open_store};
use crate::error::{DeskError, ErrorKind};
use crate::files::write_whole;
use crate::now::Now;
use crate::register::to_card;
use crate::review::{Progress, Source, State};
use crate::sample::{self, SampleFile};
use crate::targets::new_target;
use crate::view::{DistributorCard, WorkspaceView};
use crate::words;

/// The day of the sample: what a demonstration is judged by.
pub const SAMPLE_DAY: NaiveDate = sample::TODAY;

/// A folder that is being built has another name, so that half a sample is never opened.
const UNFINISHED: &str = "sample.part";

/// A sample to build: done without the desk, which goes on answering meanwhile.
#[derive(Debug)]
pub struct SampleJob {
    part: PathBuf,
    folder: PathBuf,
    reader: Reader,
}

impl SampleJob {
    /// Builds the sample. Nothing is left of one that fails or is stopped.
    ///
    /// # Errors
    /// When it can't be built; [`ErrorKind::Cancelled`] when it was stopped.
    pub fn run(self, progress: Progress<'_>, cancel: &AtomicBool) -> Result<(), DeskError> {
        clear(&self.part)?;
        let built = build(&self.part, self.reader, progress, cancel);
        if let Err(error) = built {
            clear(&self.part)?;
            return Err(error);
        }
        drop(built);
        std::fs::rename(&self.part, &self.folder).map_err(|reason| DeskError::file(&self.folder, &reason))
    }
}

impl Desk {
    /// The sample to build before it can be opened; `None` where it is there already.
    #[must_use]
    pub fn begin_sample(&self) -> Option<SampleJob> {
        let folder = self.sample_folder();
        let there = folder.join(Store::FILE).exists();
        (!there).then(|| SampleJob { part: self.folder.join(UNFINISHED), folder, reader: self.reader.clone() })
    }

    /// Opens the sample workspace; builds it first when it isn't there.
    ///
    /// # Errors
    /// When it can't be built or opened; [`ErrorKind::Cancelled`] when it was stopped.
    pub fn open_sample(
        &mut self,
        now: Now,
        progress: Progress<'_>,
        cancel: &AtomicBool,
    ) -> Result<WorkspaceView, DeskError> {
        if !self.is_sample() {
            if let Some(job) = self.begin_sample() {
                job.run(progress, cancel)?;
            }
            self.store = open_store(&self.sample_folder(), &who(), now)?;
            self.sample = true;
            self.load_tray(now)?;
        }
        self.workspace(now)
    }
}

/// Builds the sample as a workspace of its own in `data`, and keeps its files in `files`. The desk is open on it.
///
/// # Errors
/// When there is a workspace already, or a folder can't be written.
pub fn build_demo(
    data: &Path,
    files: &Path,
    reader: &Path,
    progress: Progress<'_>,
    cancel: &AtomicBool,
) -> Result<Desk, DeskError> {
    if data.join(Store::FILE).exists() {
        let values = [("path", data.display().to_string().into())];
        return Err(DeskError::new(ErrorKind::Other, "demo-exists", &values));
    }
    for file in written()? {
        write_whole(&files.join(&file.name), &file.bytes)?;
    }
    write_whole(&files.join("register.csv"), register_csv(&sample::cards()).as_bytes())?;
    build(data, Reader::new(reader.to_owned()), progress, cancel)
}

fn who() -> Who {
    Who { person: sample::MANAGER.to_owned(), device: "sample".to_owned() }
}

fn clear(folder: &Path) -> Result<(), DeskError> {
    if folder.exists() {
        std::fs::remove_dir_all(folder).map_err(|reason| DeskError::file(folder, &reason))?;
    }
    Ok(())
}

fn written() -> Result<Vec<SampleFile>, DeskError> {
    sample::files(words())
        .map_err(|reason| DeskError::new(ErrorKind::Other, "sample", &[("reason", reason.to_string().into())]))
}

/// 09:40 in Singapore on a day: the sample's own clock.
fn at(day: NaiveDate) -> Now {
    const EAST: i32 = 8 * 3600;
    let offset = FixedOffset::east_opt(EAST).unwrap_or_else(|| chrono::Offset::fix(&chrono::Utc));
    let time = NaiveTime::from_hms_opt(9, 40, 0).unwrap_or_default();
    let local = day.and_time(time).and_local_timezone(offset).single().unwrap_or_else(|| DateTime::UNIX_EPOCH.into());
    Now::at(local)
}

fn build(folder: &Path, reader: Reader, progress: Progress<'_>, cancel: &AtomicBool) -> Result<Desk, DeskError> {
    let files = written()?;
    let first = files.first().map_or(SAMPLE_DAY, |file| file.received);
    let mut desk = Desk::with(folder, who(), reader, at(first))?;
    desk.set_manager(sample::COMPANY, sample::MANAGER, at(first))?;
    agree(&mut desk, at(first))?;
    import(&mut desk, files, progress, cancel)?;
    hold_reviews(&mut desk, at(SAMPLE_DAY))?;
    govern(&mut desk, first)?;
    Ok(desk)
}

/// Registers the distributors and notes what was agreed with them.
fn agree(desk: &mut Desk, now: Now) -> Result<(), DeskError> {
    let cards = sample::cards();
    let what = What::new("entry-sample-register").with("count", cards.len());
    desk.record(ActKind::Register, what, now, |writing| {
        for card in &cards {
            writing.add_distributor(&to_card(card, None)?)?;
        }
        Ok(())
    })?;
    let mut targets = Vec::new();
    for agreed in sample::agreed() {
        let id = desk.distributor_called(agreed.distributor)?;
        let currency = currency_of(&cards, agreed.distributor);
        let value = agreed
            .value
            .parse()
            .map_err(|_| DeskError::new(ErrorKind::Other, "sample", &[("reason", agreed.value.as_str().into())]))?;
        targets.push(new_target(id, agreed.kpi, agreed.quarter, value, currency)?);
    }
    let what = What::new("entry-sample-targets").with("count", targets.len());
    desk.record(ActKind::Target, what, now, |writing| {
        for target in &targets {
            writing.add_target(target)?;
        }
        Ok(())
    })?;
    Ok(())
}

/// Notes who approves discounts, a promotion with its result, and a request that waits.
fn govern(desk: &mut Desk, first: NaiveDate) -> Result<(), DeskError> {
    let id = desk.distributor_called(sample::governance::NAME)?.to_string();
    for band in sample::governance::bands(&id) {
        desk.save_band(&band, at(first))?;
    }
    desk.save_promotion(&sample::governance::promotion(&id), at(first))?;
    let agreed = desk.store.promotions(None)?;
    for promotion in &agreed {
        desk.save_promotion_result(&sample::governance::result(&promotion.id.to_string()), at(SAMPLE_DAY))?;
    }
    desk.ask_discount(&sample::governance::request(&id), at(SAMPLE_DAY))?;
    Ok(())
}

fn currency_of<'a>(cards: &'a [DistributorCard], name: &str) -> &'a str {
    cards.iter().find(|card| card.name == name).map_or("", |card| card.currency.as_str())
}

fn hold_reviews(desk: &mut Desk, now: Now) -> Result<(), DeskError> {
    let mut reviews: Vec<(DistributorId, sample::Held)> = Vec::new();
    for held in sample::reviews() {
        reviews.push((desk.distributor_called(held.distributor)?, held));
    }
    let what = What::new("entry-sample-reviews").with("count", reviews.len());
    desk.record(ActKind::Review, what, now, |writing| {
        for (distributor, held) in &reviews {
            let kind = match held.period {
                Period::Quarter(_) => ReviewKind::Quarterly,
                _ => ReviewKind::Monthly,
            };
            let (distributor, period, held_on) = (*distributor, held.period, held.on);
            let (notes, decisions) = (String::new(), Vec::new());
            writing.hold_review(&Review { distributor, kind, period, held_on, notes, decisions })?;
        }
        Ok(())
    })?;
    Ok(())
}

/// Reads all files and stores them as they came: one entry a day. What asks a question stays in review.
fn import(
    desk: &mut Desk,
    files: Vec<SampleFile>,
    progress: Progress<'_>,
    cancel: &AtomicBool,
) -> Result<(), DeskError> {
    let days: Vec<NaiveDate> = files.iter().map(|file| file.received).collect();
    let sources = files.into_iter().map(|file| (file.name, Source::Bytes(file.bytes))).collect();
    let job = desk.begin(sources, SAMPLE_DAY, at(SAMPLE_DAY))?;
    for (file, day) in desk.session.files.iter_mut().zip(&days) {
        file.received = *day;
    }
    let read = job.run(progress, cancel);
    if read.is_cancelled() {
        return Err(DeskError::cancelled());
    }
    desk.finish_import(read, at(SAMPLE_DAY))?;
    let ready = desk.ready_files()?;
    for of_day in ready.chunk_by(|a, b| days.get(*a) == days.get(*b)) {
        let day = of_day.first().and_then(|first| days.get(*first)).copied().unwrap_or(SAMPLE_DAY);
        desk.store_files(of_day, at(day))?;
    }
    desk.session.files.retain(|file| !matches!(file.state, State::Stored(_)));
    Ok(())
}

/// The register as a file that `register` takes.
fn register_csv(cards: &[DistributorCard]) -> String {
    let quoted = |text: &str| {
        if text.contains([',', '"']) { format!("\"{}\"", text.replace('"', "\"\"")) } else { text.to_owned() }
    };
    let mut text = "name,aliases,country,currency,locale,place,contact,territory,products,start\n".to_owned();
    for card in cards {
        let aliases = card.aliases.join("|");
        let row = [
            &card.name,
            &aliases,
            &card.country,
            &card.currency,
            &card.locale,
            &card.place,
            &card.contact,
            &card.territory,
            &card.products,
            &card.start,
        ];
        text.push_str(&row.map(|cell| quoted(cell)).join(","));
        text.push('\n');
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_samples_register_reads_back() {
        let cards = sample::cards();
        let (rows, problems) =
            crate::register_csv::read("register.csv", register_csv(&cards).as_bytes()).expect("a register");
        assert_eq!(problems, []);
        assert_eq!(rows.into_iter().map(|row| row.card).collect::<Vec<_>>(), cards);
    }
}
