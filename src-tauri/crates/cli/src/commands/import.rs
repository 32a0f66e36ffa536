//! `import`: files are read, and each that asks nothing is stored at once.

use std::path::PathBuf;
use std::sync::atomic::AtomicBool;

use chrono::NaiveDate;
use desk::view::{FileState, ImportFile, QuestionView, ReviewView};
use desk::{Desk, Now, words};
use serde::Serialize;

use super::Stopped;
use crate::output::{End, Output, say};

/// What became of a file.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct Taken {
    file: String,
    state: FileState,
    note: String,
    reports: Vec<String>,
    /// The entry's number, as `undo` takes it.
    entry: Option<i32>,
    questions: Vec<QuestionView>,
    problems: Vec<String>,
}

/// Reads files and stores those that ask nothing, each as one entry. A line is printed for a file once it is safely in.
pub(crate) fn take(
    output: Output,
    desk: &mut Desk,
    files: &[PathBuf],
    received: Option<NaiveDate>,
    now: Now,
) -> Result<End, Stopped> {
    let never = AtomicBool::new(false);
    let batch = desk.import_paths(files, received, now, &|_| {}, &never)?;
    let mut taken = Vec::new();
    // What waits from earlier is not this call's.
    for file in desk.import_view(now)?.files.into_iter().filter(|file| file.batch == batch) {
        let before = desk.review(&file.id, None, now)?;
        let after = match file.state {
            FileState::Ready => desk.confirm(&file.id, now)?,
            _ => before.clone(),
        };
        let one = of(desk, &before, &after, now)?;
        if !output.json {
            say(&line(&after.file, &one))?;
        }
        taken.push(one);
    }
    if output.json {
        output.show(&taken, String::new)?;
    }
    let any = |state: FileState| taken.iter().any(|taken| taken.state == state);
    Ok(match (any(FileState::Refused), any(FileState::Asking)) {
        (true, _) => End::Failed,
        (false, true) => End::Open,
        (false, false) => End::Done,
    })
}

fn of(desk: &Desk, before: &ReviewView, after: &ReviewView, now: Now) -> Result<Taken, Stopped> {
    let report = |draft: &desk::view::DraftView| {
        let parts = [&draft.distributor, &draft.title, &draft.outcome];
        parts.into_iter().filter(|part| !part.is_empty()).cloned().collect::<Vec<_>>().join(", ")
    };
    let entry = match &after.file.entry {
        Some(entry) => Some(desk.entry(entry, now)?.number),
        None => None,
    };
    Ok(Taken {
        file: after.file.name.clone(),
        state: after.file.state,
        note: after.file.note.clone(),
        reports: before.drafts.iter().map(report).collect(),
        entry,
        questions: after.drafts.iter().flat_map(|draft| draft.questions.clone()).collect(),
        problems: after.problems.iter().map(|problem| problem.message.clone()).collect(),
    })
}

/// `stored  Tropika July.xlsx  entry 12`, and below it what it reports or asks.
fn line(file: &ImportFile, taken: &Taken) -> String {
    let key = match file.state {
        FileState::Stored => "cli-stored",
        FileState::Same => "cli-same",
        FileState::Asking => "cli-asks",
        FileState::Refused => "cli-refused",
        _ => "cli-no-report",
    };
    let entry = taken.entry.map(|entry| entry.to_string()).unwrap_or_default();
    let values =
        [("file", file.name.as_str().into()), ("entry", entry.as_str().into()), ("note", file.note.as_str().into())];
    let mut text = words().say(key, &values);
    if file.state != FileState::Same {
        text.extend(taken.reports.iter().map(|report| format!("\n    {report}")));
    }
    for question in &taken.questions {
        let choices: Vec<_> = question.choices.iter().map(|choice| choice.label.as_str()).collect();
        text.push_str(&format!("\n    {}", question.asks));
        if !choices.is_empty() {
            text.push_str(&format!(" [{}]", choices.join(" | ")));
        }
    }
    text
}
