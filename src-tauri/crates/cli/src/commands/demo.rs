//! `demo`: the sample workspace as a folder of its own, with its packs.

use std::path::Path;
use std::sync::atomic::AtomicBool;

use desk::period::FiscalYear;
use desk::{Now, SAMPLE_DAY, build_demo, words};
use serde::Serialize;

use super::Stopped;
use crate::output::{End, Output};

/// Where everything lies.
#[derive(Debug, Serialize)]
struct Built {
    data: std::path::PathBuf,
    files: std::path::PathBuf,
    packs: Vec<std::path::PathBuf>,
    distributors: i32,
    /// Files that ask a question, and wait.
    waiting: Vec<String>,
}

/// Builds the sample in a folder: its files, its record, and the packs of its last full quarter.
pub(crate) fn build(output: Output, folder: &Path, today: Option<chrono::NaiveDate>, now: Now) -> Result<End, Stopped> {
    let now = now.on(today.unwrap_or(SAMPLE_DAY));
    let [data, files] = ["data", "files"].map(|name| folder.join(name));
    let never = AtomicBool::new(false);
    let mut desk = build_demo(&data, &files, &super::program()?, &|_| {}, &never)?;
    let workspace = desk.workspace(now)?;
    let quarter = FiscalYear::CALENDAR.quarter_on(now.today).previous();
    let ids: Vec<String> = desk.portfolio(&quarter.to_string(), now)?.rows.into_iter().map(|row| row.id).collect();
    let (packs, problems) = super::pack::make(&mut desk, &ids, quarter, &folder.join("packs"), now)?;
    let built = Built {
        data,
        files,
        packs,
        distributors: workspace.distributors,
        waiting: desk.import_view(now)?.files.into_iter().map(|file| format!("{}: {}", file.name, file.note)).collect(),
    };
    output.show(&built, || {
        let values = [
            ("data", built.data.display().to_string().into()),
            ("files", built.files.display().to_string().into()),
            ("distributors", built.distributors.into()),
            ("packs", built.packs.len().into()),
            ("folder", folder.join("packs").display().to_string().into()),
            ("today", now.today.to_string().into()),
        ];
        let mut text = words().say("cli-demo", &values);
        text.extend(problems.iter().map(|problem| format!("\n{problem}")));
        text.extend(built.waiting.iter().map(|file| format!("\n{file}")));
        text
    })?;
    Ok(match (problems.is_empty(), built.waiting.is_empty()) {
        (false, _) => End::Failed,
        (true, false) => End::Open,
        (true, true) => End::Done,
    })
}
