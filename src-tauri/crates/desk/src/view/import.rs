//! Import: files in review, questions, results.

use serde::Serialize;
use ts_rs::TS;

use super::{BatchHead, Choice, Fact, Mark, Problem, SheetView};

/// The files at hand.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ImportView {
    /// `5 files from today. 2 are in, 1 asks a question`.
    pub lead: String,
    /// Newest batch first.
    pub files: Vec<ImportFile>,
    /// How many are still being read.
    pub reading: i32,
    /// What became of those that came together, the newest first.
    pub batches: Vec<BatchHead>,
}

/// A file in the list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ImportFile {
    /// Its id in this review.
    pub id: String,
    /// The batch it came with.
    pub batch: i32,
    /// The file's name.
    pub name: String,
    /// OnTime (in), Question, Working, Refused, Provisional (ready to confirm).
    pub mark: Mark,
    /// `Cahaya Nusantara, Sept`.
    pub who: String,
    /// `1 question`, `In, nothing to ask`, why it was refused.
    pub note: String,
    /// What can be done with it.
    pub state: FileState,
    /// The journal entry once it is in, or the last of those that stored parts of it: undo takes it back.
    pub entry: Option<String>,
    /// Reports of it that can be stored while others wait for an answer; 0 where none or all can.
    pub sure: i32,
}

/// What can be done with a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum FileState {
    /// Wait, or cancel.
    Reading,
    /// Answer.
    Asking,
    /// Confirm.
    Ready,
    /// Undo.
    Stored,
    /// Nothing: the same bytes were stored before.
    Same,
    /// Nothing here: see the note.
    Refused,
    /// Nothing: it holds no report.
    NoReport,
    /// It was put aside.
    Skipped,
    /// It was taken back.
    Undone,
}

/// One file under review.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ReviewView {
    /// The file.
    pub file: ImportFile,
    /// `Received Wed 7 Oct, on time`.
    pub received: String,
    /// ISO date, editable.
    pub received_on: String,
    /// `14 cells recognised`.
    pub heading: String,
    /// The sheet itself; `None` for a refused file.
    pub sheet: Option<SheetView>,
    /// What it reports.
    pub drafts: Vec<DraftView>,
    /// What is odd about it.
    pub problems: Vec<Problem>,
    /// Open questions.
    pub open: i32,
    /// Whether Confirm is offered.
    pub can_confirm: bool,
    /// `3 of 4 reports are stored`; empty where none is, or all are.
    pub partly: String,
    /// Reports of it that wait for an answer.
    pub waits: i32,
}

/// A proposed report.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct DraftView {
    /// Its place in the file.
    pub index: i32,
    /// The sheet it stands on.
    pub sheet: i32,
    /// `Monthly summary, September 2026`.
    pub title: String,
    /// The registered name; empty while asked.
    pub distributor: String,
    /// The cell, or `file name`.
    pub distributor_place: String,
    /// `September 2026`; empty while asked.
    pub period: String,
    /// The cell, or `file name`.
    pub period_place: String,
    /// `weekly`, `monthly` or `lines`; empty while asked.
    pub kind: String,
    /// `New`, `Corrects the one of 7 October (R2)`, `Same as stored`.
    pub outcome: String,
    /// What it states.
    pub values: Vec<DraftValue>,
    /// What it says.
    pub words: Vec<DraftWords>,
    /// `Score of Q3 2026: 81.0, then 77.2`; empty where it moves nothing.
    pub effect: String,
    /// What it leaves open.
    pub questions: Vec<QuestionView>,
    /// What was answered, here or for the layout.
    pub answered: Vec<AnsweredView>,
    /// Whether it is in the record while others of its file wait.
    pub stored: bool,
}

/// A question that was answered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct AnsweredView {
    /// What to reopen it by.
    pub id: String,
    /// `Leads: 1,200`.
    pub says: String,
    /// `as you settled on 3 Oct`; empty where it was answered here.
    pub note: String,
    /// The cell; empty when none.
    pub place: String,
}

/// A stated value.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct DraftValue {
    /// The measure.
    pub key: String,
    /// Its title.
    pub title: String,
    /// The value in base units.
    pub value: Fact,
    /// Its cell.
    pub place: String,
    /// What the stored revision says, where it differs; else empty.
    pub before: String,
    /// Whether a question is open about it.
    pub asked: bool,
}

/// A remark.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct DraftWords {
    /// `Blocker, stock`.
    pub title: String,
    /// The sentence.
    pub text: String,
    /// Its cell.
    pub place: String,
}

/// A question about a file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct QuestionView {
    /// What to answer.
    pub id: String,
    /// The question, with its cell.
    pub asks: String,
    /// What the answer does.
    pub hint: String,
    /// The cell; empty when none.
    pub place: String,
    /// Answers, likeliest first.
    pub choices: Vec<Choice>,
    /// Whether a typed answer is taken.
    pub free: bool,
    /// Whether pointing at a cell is an answer.
    pub point: bool,
    /// Whether `leave it out` is offered.
    pub leave_out: bool,
}

/// How far reading is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ImportProgress {
    /// Files read.
    pub done: i32,
    /// Files dropped.
    pub total: i32,
    /// The one at hand.
    pub name: String,
}
