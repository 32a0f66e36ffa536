//! The review of files: what was read is looked at, asked about, and then stored.

mod answer;
mod confirm;
mod effective;
mod in_words;
mod read;
mod receive;
mod screen;
mod sheet;
#[cfg(test)]
mod tests;

use chrono::NaiveDate;
use intake::child::SheetPreview;
use intake::draft::{Choice, Draft};
use store::{EntryId, Sha256};

use crate::error::{DeskError, ErrorKind};

pub use answer::Said;
pub(crate) use answer::typed_number;
pub(crate) use confirm::report_title;
pub use read::Progress;
pub(crate) use read::{Source, ToRead, Unreadable, file_name, read_all, small};
pub use receive::{ReadFiles, ReadJob};
pub(crate) use sheet::{Marked, place_of, sheet_view};

/// The files at hand, oldest first.
#[derive(Debug, Default)]
pub(crate) struct Session {
    pub(crate) files: Vec<File>,
    next: u32,
    batches: u32,
}

/// A file under review.
#[derive(Debug)]
pub(crate) struct File {
    pub(crate) id: u32,
    /// The drop it came with.
    pub(crate) batch: u32,
    /// Its name without folders.
    pub(crate) name: String,
    pub(crate) received: NaiveDate,
    pub(crate) bytes: Vec<u8>,
    pub(crate) sheets: Vec<SheetPreview>,
    pub(crate) drafts: Vec<Drafted>,
    pub(crate) state: State,
}

/// How far a file is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum State {
    /// It waits to be read, or is being read.
    Reading,
    /// It can't be read.
    Unreadable(Unreadable),
    /// It was read, and waits to be asked about or confirmed.
    Open,
    /// It was read, and holds no report.
    NoReport,
    /// The same bytes were stored before, received on that day.
    Same(NaiveDate),
    /// It is in; `None` where all that it states was stored already.
    Stored(Option<EntryId>),
    /// It was put aside.
    Skipped,
}

/// A proposed report and what was answered about it.
#[derive(Debug)]
pub(crate) struct Drafted {
    pub(crate) draft: Draft,
    /// The sheet that it stands on.
    pub(crate) sheet: usize,
    /// One for each question.
    pub(crate) answers: Vec<Option<Answered>>,
}

/// An answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Answered {
    /// One of those that were offered.
    Chosen(Choice),
    /// Typed by a person.
    Typed(Choice),
    /// The field, or for who, what and when the whole report, is left out.
    LeftOut,
}

impl Session {
    fn add(&mut self, name: String, received: NaiveDate, batch: u32) -> u32 {
        let id = self.next;
        self.next += 1;
        let (bytes, sheets, drafts) = (Vec::new(), Vec::new(), Vec::new());
        self.files.push(File { id, batch, name, received, bytes, sheets, drafts, state: State::Reading });
        id
    }

    /// The file of an id that came from outside.
    pub(crate) fn file(&self, id: &str) -> Result<&File, DeskError> {
        let number = number(id, "f");
        self.files.iter().find(|file| Some(file.id) == number).ok_or_else(gone)
    }

    /// The same, to change it.
    pub(crate) fn file_mut(&mut self, id: &str) -> Result<&mut File, DeskError> {
        let number = number(id, "f");
        self.files.iter_mut().find(|file| Some(file.id) == number).ok_or_else(gone)
    }

    /// The files that wait for the user.
    pub(crate) fn waiting(&self) -> impl Iterator<Item = &File> {
        self.files.iter().filter(|file| matches!(file.state, State::Open))
    }
}

impl File {
    /// Its id as the window has it.
    pub(crate) fn key(&self) -> String {
        format!("f{}", self.id)
    }

    /// The hash of its bytes.
    pub(crate) fn sha(&self) -> Sha256 {
        Sha256::of(&self.bytes)
    }

    /// Questions without an answer, over all reports that aren't left out.
    pub(crate) fn open_questions(&self) -> usize {
        self.drafts.iter().map(Drafted::open_questions).sum()
    }
}

impl Drafted {
    pub(crate) fn new(draft: Draft, sheet: usize) -> Self {
        let answers = vec![None; draft.questions.len()];
        Self { draft, sheet, answers }
    }
}

/// The number behind a letter: 12 of `f12`.
fn number(text: &str, letter: &str) -> Option<u32> {
    text.strip_prefix(letter)?.parse().ok()
}

fn gone() -> DeskError {
    DeskError::new(ErrorKind::Unknown, "unknown", &[("what", "file".into())])
}
