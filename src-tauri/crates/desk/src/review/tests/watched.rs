//! The watched folder: what lies there is read once it stood still, what is trusted and asks nothing is stored unasked,
//! and all else waits for the manager.

use std::path::PathBuf;
use std::time::Duration;

use super::memory::layout;
use super::*;
use crate::Settling;
use crate::review::read::{HasRead, Source};
use crate::review::receive::ReadFiles;

const USUAL: &[(&str, &str, &str)] = &[("no", "A", ""), ("omzet", "C", "revenue"), ("prospek", "D", "leads")];

/// A month's summary in the usual layout.
fn month(of: &str) -> Draft {
    Draft {
        period: Some(Found { value: of.parse().expect("a literal"), place: None }),
        layout: layout(USUAL),
        ..draft("302504")
    }
}

/// The folder that is watched, and a desk whose manager confirmed September in the usual layout.
struct Watching {
    _folder: tempfile::TempDir,
    incoming: PathBuf,
    settling: Settling,
    /// Where the clock of the watching thread stands.
    at: Duration,
    desk: Desk,
}

impl Watching {
    fn begin() -> Result<Self, DeskError> {
        let folder = tempfile::tempdir().expect("a folder");
        let (data, incoming) = (folder.path().join("record"), folder.path().join("incoming"));
        std::fs::create_dir(&incoming).expect("a folder");
        let mut desk = desk(&data)?;
        desk.watch_folder(Some(&incoming), now())?;
        let september = put(&mut desk, b"september", month("2026-09"));
        desk.confirm(&september, now())?;
        Ok(Self { _folder: folder, incoming, settling: Settling::default(), at: Duration::ZERO, desk })
    }

    fn trust(&mut self) -> Test {
        let profile = self.desk.profiles(None, now())?.profiles.remove(0);
        self.desk.trust_profile(&profile.id, true, now())?;
        Ok(())
    }

    fn write(&self, name: &str, bytes: &[u8]) {
        std::fs::write(self.incoming.join(name), bytes).expect("a file");
    }

    /// What the watching thread does with an event about each file of the folder, and with the time that goes by.
    fn hear(&mut self, reads: &dyn Fn(&str) -> Draft) -> Test {
        for entry in std::fs::read_dir(&self.incoming).expect("the folder").flatten() {
            self.settling.hear(&entry.path(), self.at);
        }
        self.at += Duration::from_secs(2);
        let ripe = self.settling.ripe(self.at, crate::look);
        self.settling.handed_on(&ripe);
        if ripe.is_empty() {
            return Ok(());
        }
        let job = self.desk.begin_watched(&ripe, now())?;
        let batch = job.batch;
        for file in job.files {
            let Source::Path(path) = file.from else { continue };
            let bytes = std::fs::read(path).expect("the file");
            let reading = intake::child::Reading { drafts: vec![reads(&file.name)], sheets: vec![], mail: None };
            self.desk.take(HasRead { id: file.id, bytes, reading: Ok(reading), carried: vec![] }, now())?;
        }
        self.desk.finish_import(ReadFiles { batch, files: vec![], cancelled: false }, now())?;
        Ok(())
    }

    /// The files of the newest batch, with how far each is.
    fn states(&self) -> Result<Vec<(String, FileState)>, DeskError> {
        let view = self.desk.import_view(now())?;
        let newest = view.files.iter().map(|file| file.batch).max();
        let of_batch = view.files.into_iter().filter(|file| Some(file.batch) == newest);
        Ok(of_batch.map(|file| (file.name, file.state)).collect())
    }
}

fn october(_: &str) -> Draft {
    month("2026-10")
}

#[test]
fn what_lies_there_lands_in_review() -> Test {
    let mut watching = Watching::begin()?;
    watching.write("October.csv", b"october");
    watching.hear(&october)?;
    assert_eq!(watching.states()?, [("October.csv".to_owned(), FileState::Ready)], "nobody trusts the layout yet");
    let batch = watching.desk.import_view(now())?.batches.remove(0);
    assert_eq!((batch.title.split(',').next(), batch.waiting), (Some("1 file from the watched folder"), 1));
    assert!(!watching.desk.journal(1, now())?[0].what.contains("October"), "nothing is stored unasked");
    Ok(())
}

#[test]
fn a_trusted_layout_that_asks_nothing_is_stored_and_the_journal_says_how() -> Test {
    let mut watching = Watching::begin()?;
    watching.trust()?;
    watching.write("October.csv", b"october");
    watching.hear(&october)?;
    assert_eq!(watching.states()?, [("October.csv".to_owned(), FileState::Stored)]);
    let entry = watching.desk.journal(1, now())?.remove(0);
    assert_eq!(entry.what, "Tropika Wellness: Monthly summary, October 2026, from the watched folder, unasked");
    watching.desk.undo(&entry.id, now())?;
    assert_eq!(watching.states()?, [("October.csv".to_owned(), FileState::Undone)]);
    Ok(())
}

#[test]
fn a_trusted_layout_that_asks_something_waits() -> Test {
    let mut watching = Watching::begin()?;
    watching.trust()?;
    watching.write("October.csv", b"october");
    let asking =
        |_: &str| Draft { questions: vec![asks(leads(), Why::Approximate, "~12", vec![])], ..month("2026-10") };
    watching.hear(&asking)?;
    assert_eq!(watching.states()?, [("October.csv".to_owned(), FileState::Asking)]);
    Ok(())
}

#[test]
fn what_is_odd_waits_for_the_manager_though_its_layout_is_trusted() -> Test {
    let mut watching = Watching::begin()?;
    watching.trust()?;
    for name in ["Correction.csv", "Other layout.csv", "Other currency.csv", "Nobody says who.csv"] {
        watching.write(name, name.as_bytes());
    }
    let reads = |name: &str| match name {
        "Correction.csv" => month("2026-09"),
        "Other layout.csv" => Draft { layout: layout(&[("omzet", "B", "revenue")]), ..month("2026-10") },
        "Other currency.csv" => {
            Draft { currency: Some(Found { value: "SGD".into(), place: None }), ..month("2026-11") }
        }
        _ => Draft { distributor: None, ..month("2026-12") },
    };
    watching.hear(&reads)?;
    assert!(watching.states()?.iter().all(|(_, state)| *state != FileState::Stored), "{:?}", watching.states()?);
    assert_eq!(watching.states()?.len(), 4);
    Ok(())
}

#[test]
fn a_folder_that_is_read_anew_brings_nothing_twice() -> Test {
    let mut watching = Watching::begin()?;
    watching.trust()?;
    watching.write("October.csv", b"october");
    watching.write("September again.csv", b"september");
    watching.hear(&october)?;
    let before = watching.desk.journal(9, now())?;
    assert_eq!(watching.states()?.len(), 1, "the bytes of September are in the record already");
    // The next start reads the folder from the beginning.
    watching.settling = Settling::default();
    watching.hear(&october)?;
    assert_eq!(watching.desk.journal(9, now())?, before);
    assert_eq!(watching.desk.import_view(now())?.batches.len(), 2, "September's and October's");
    // A file that is still growing is not touched, one that changed is read again.
    watching.write("October.csv", b"october, corrected");
    for entry in std::fs::read_dir(&watching.incoming).expect("the folder").flatten() {
        watching.settling.hear(&entry.path(), watching.at);
    }
    assert_eq!(watching.settling.ripe(watching.at, crate::look), Vec::<PathBuf>::new());
    watching.hear(&october)?;
    assert_eq!(watching.states()?, [("October.csv".to_owned(), FileState::Ready)], "a correction is for a person");
    Ok(())
}
