//! `waiting`, `batch`, `profiles` and `watch`: files in review, what became of each, the layouts that are remembered, and the
//! folder that is watched.

use std::path::Path;

use desk::view::{BatchView, FileState, ImportFile, ProfileView};
use desk::{Desk, Now, words};

use super::Stopped;
use crate::args::{Review, Watch};
use crate::output::{Align, End, Output, table};

/// Does what is asked about files in review.
pub(crate) fn run(output: Output, desk: &mut Desk, asked: &Review, now: Now) -> Result<End, Stopped> {
    match asked {
        Review::Waiting => waiting(output, desk, now),
        Review::Batch { number, export } => batch(output, desk, *number, export.as_deref(), now),
        Review::Profiles { forget } => profiles(output, desk, forget.as_deref(), now),
        Review::Watch(asked) => watch(output, desk, asked, now),
    }
}

/// The files that wait, with what each asks.
fn waiting(output: Output, desk: &Desk, now: Now) -> Result<End, Stopped> {
    let files: Vec<ImportFile> = desk.import_view(now)?.files;
    let rows: Vec<Vec<String>> = files
        .iter()
        .map(|file| vec![file.batch.to_string(), file.name.clone(), file.note.clone(), file.who.clone()])
        .collect();
    output.show(&files, || table(&[Align::Right, Align::Left, Align::Left, Align::Left], &rows))?;
    Ok(if files.iter().any(|file| file.state == FileState::Asking) { End::Open } else { End::Done })
}

/// What became of each file of a batch.
fn batch(output: Output, desk: &Desk, number: i32, export: Option<&Path>, now: Now) -> Result<End, Stopped> {
    let view: BatchView = desk.batch(number, now)?;
    if let Some(path) = export {
        desk.export_batch(number, path, now)?;
    }
    let row = |line: &desk::view::BatchLine| {
        vec![line.name.clone(), line.outcome.clone(), [line.reports.as_str(), &line.why].join(" ").trim().to_owned()]
    };
    let rows: Vec<_> = view.lines.iter().map(row).collect();
    output.show(&view, || {
        let lines = table(&[Align::Left, Align::Left, Align::Left], &rows);
        format!("{}\n{}\n\n{lines}", view.head.title, view.head.summary)
    })?;
    Ok(End::Done)
}

/// The layouts that are remembered.
fn profiles(output: Output, desk: &mut Desk, forget: Option<&str>, now: Now) -> Result<End, Stopped> {
    let view = match forget {
        Some(id) => desk.forget_profile(id, now)?,
        None => desk.profiles(None, now)?,
    };
    output.show(&view.profiles, || view.profiles.iter().map(lines).collect())?;
    Ok(End::Done)
}

/// The folder that the window watches.
fn watch(output: Output, desk: &mut Desk, asked: &Watch, now: Now) -> Result<End, Stopped> {
    let absolute = |folder: &Path| std::path::absolute(folder).unwrap_or_else(|_| folder.to_owned());
    let view = match asked {
        Watch::Shown => desk.workspace(now)?,
        Watch::Chosen(folder) => desk.watch_folder(Some(&absolute(folder)), now)?,
        Watch::Nothing => desk.watch_folder(None, now)?,
    };
    let said = if view.watched.is_empty() { "cli-watch-none" } else { "cli-watch" };
    output.show(&view.watched, || words().say(said, &[("path", view.watched.as_str().into())]))?;
    Ok(End::Done)
}

/// A layout in a few lines.
fn lines(profile: &ProfileView) -> String {
    let mut text = format!("{}  {}, {}\n    {}\n", profile.id, profile.distributor, profile.kind, profile.learnt);
    for answer in &profile.answers {
        text.push_str(&format!("    {}: {}, {}\n", answer.title, answer.says, answer.when));
    }
    text
}
