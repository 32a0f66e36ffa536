//! The review of files: what was read is looked at, asked about, and then stored.

mod answer;
mod batch;
mod confirm;
mod effect;
mod effective;
mod in_words;
mod layout;
mod pointing;
mod profiles;
mod read;
mod recall;
mod receive;
mod rule;
mod screen;
mod sheet;
mod sure;
#[cfg(test)]
mod tests;
mod tray;
mod walk;
mod watched;

use std::collections::BTreeSet;

use chrono::NaiveDate;
use intake::child::SheetPreview;
use intake::draft::{Choice, Draft};
use intake::grid::Place;
use serde::{Deserialize, Serialize};
use store::{EntryId, Sha256};

use crate::error::{DeskError, ErrorKind};

pub use answer::Said;
pub(crate) use answer::typed_number;
pub(crate) use confirm::report_title;
pub use read::Progress;
pub(crate) use read::{Source, ToRead, Unreadable, file_name, read_all, small};
pub(crate) use recall::{Changed, Remembered};
pub use receive::{ReadFile, ReadFiles, ReadJob};
pub(crate) use sheet::{Marked, place_of, sheet_view};

/// The files at hand, oldest first.
#[derive(Debug, Default)]
pub(crate) struct Session {
    pub(crate) files: Vec<File>,
    next: u32,
    /// The batches that came from the watched folder.
    watched: BTreeSet<i64>,
}

/// A file under review.
#[derive(Debug)]
pub(crate) struct File {
    pub(crate) id: u32,
    /// The batch it came with.
    pub(crate) batch: i64,
    /// Its place in the batch.
    pub(crate) position: u32,
    /// Its name without folders.
    pub(crate) name: String,
    pub(crate) received: NaiveDate,
    pub(crate) bytes: Vec<u8>,
    /// The hash of its bytes; `None` where it could not be opened.
    pub(crate) sha: Option<Sha256>,
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
    /// It is in.
    Stored(Kept),
    /// It was put aside.
    Skipped,
    /// The same bytes came again, and were taken into review in its place.
    Again,
}

/// What was stored of a file, or of one of its reports.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Kept {
    /// The entry; `None` where all that it states was stored already.
    #[serde(with = "as_text")]
    pub(crate) entry: Option<EntryId>,
    /// Whether it corrected what was stored.
    pub(crate) revised: bool,
}

/// An entry in the notes on a file that waits.
mod as_text {
    use serde::de::{Deserialize, Deserializer, Error};
    use serde::ser::{Serialize, Serializer};
    use store::EntryId;

    pub(super) fn serialize<S: Serializer>(entry: &Option<EntryId>, to: S) -> Result<S::Ok, S::Error> {
        entry.map(|entry| entry.to_string()).serialize(to)
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Option<EntryId>, D::Error> {
        let text = Option::<String>::deserialize(from)?;
        text.map(|text| text.parse().map_err(D::Error::custom)).transpose()
    }
}

/// A proposed report and what was answered about it.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct Drafted {
    pub(crate) draft: Draft,
    /// The sheet that it stands on.
    pub(crate) sheet: usize,
    /// One for each question.
    pub(crate) answers: Vec<Option<Answered>>,
    /// For each question, the day on which its answer was settled, where the layout's profile gave it.
    pub(crate) settled: Vec<Option<SettledOn>>,
    /// For each question, whether a person wants to answer it anew.
    pub(crate) anew: Vec<bool>,
    /// What differs from the layout that was settled.
    pub(crate) changed: Option<Changed>,
    /// What was stored of it while others of its file went on waiting.
    #[serde(default)]
    pub(crate) kept: Option<Kept>,
}

/// The day on which something was settled for a layout.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub(crate) struct SettledOn(pub(crate) NaiveDate);

impl From<SettledOn> for String {
    fn from(day: SettledOn) -> Self {
        day.0.to_string()
    }
}

impl TryFrom<String> for SettledOn {
    type Error = chrono::ParseError;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        text.parse().map(Self)
    }
}

/// An answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) enum Answered {
    /// One of those that were offered.
    Chosen(Choice),
    /// Typed by a person.
    Typed(Choice),
    /// What the cell says that a person pointed at.
    Pointed(Choice, Place),
    /// The field, or for who, what and when the whole report, is left out.
    LeftOut,
}

impl Session {
    fn add(&mut self, name: String, received: NaiveDate, batch: i64, position: u32) -> u32 {
        let id = self.next;
        self.next += 1;
        self.files.push(File {
            id,
            batch,
            position,
            name,
            received,
            bytes: Vec::new(),
            sha: None,
            sheets: Vec::new(),
            drafts: Vec::new(),
            state: State::Reading,
        });
        id
    }

    fn next_position(&self, batch: i64) -> u32 {
        let of_batch = self.files.iter().filter(|file| file.batch == batch);
        of_batch.map(|file| file.position + 1).max().unwrap_or(0)
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

    pub(crate) fn by_id(&self, id: u32) -> Option<&File> {
        self.files.iter().find(|file| file.id == id)
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

    /// Whether an entry stored something of it.
    fn is_in(&self) -> bool {
        matches!(self.state, State::Stored(Kept { entry: Some(_), .. })) || !self.parts().is_empty()
    }

    /// The entries that stored some of its reports while others went on waiting, the oldest first.
    fn parts(&self) -> BTreeSet<EntryId> {
        self.drafts.iter().filter_map(|drafted| drafted.kept?.entry).collect()
    }

    /// Questions without an answer, over all reports that aren't left out.
    pub(crate) fn open_questions(&self) -> usize {
        self.drafts.iter().map(Drafted::open_questions).sum()
    }
}

impl Drafted {
    pub(crate) fn new(draft: Draft, sheet: usize) -> Self {
        let count = draft.questions.len();
        let (answers, settled, anew) = (vec![None; count], vec![None; count], vec![false; count]);
        Self { draft, sheet, answers, settled, anew, changed: None, kept: None }
    }

    /// Takes over what was answered to the same questions before, and what was stored.
    fn keep_answers(&mut self, before: &Self) {
        self.kept = before.kept.filter(|_| before.draft.sheet == self.draft.sheet);
        for (at, question) in self.draft.questions.iter().enumerate() {
            let same = before.draft.questions.iter().position(|earlier| earlier == question);
            let given = same.filter(|earlier| before.settled[*earlier].is_none());
            if let Some(answer) = given.and_then(|earlier| before.answers[earlier].clone()) {
                self.answers[at] = Some(answer);
            }
        }
    }
}

/// The number behind a letter: 12 of `f12`.
fn number(text: &str, letter: &str) -> Option<u32> {
    text.strip_prefix(letter)?.parse().ok()
}

fn gone() -> DeskError {
    DeskError::new(ErrorKind::Unknown, "unknown", &[("what", "file".into())])
}
