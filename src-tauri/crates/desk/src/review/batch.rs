//! Batches: what became of each file that came together, as a table on the screen, as a file, and taken back as one.

use std::path::Path;

use rust_xlsxwriter::{Format, Workbook};
use store::{Batch, EntryId, Outcome, Standing, TrayFile};
use words::Value;

use super::small;
use crate::desk::Desk;
use crate::error::{DeskError, ErrorKind};
use crate::files::write_whole;
use crate::format;
use crate::now::Now;
use crate::view::{BatchHead, BatchLine, BatchView, Mark, WorkspaceView};
use crate::words;

/// Batches that the list of results goes back.
const SHOWN: u32 = 30;

impl Desk {
    /// The newest batches, newest first.
    pub(crate) fn batch_heads(&self, now: Now) -> Result<Vec<BatchHead>, DeskError> {
        let batches = self.store.batches(SHOWN)?;
        batches.iter().map(|batch| Ok(self.batch_view(batch, now)?.head)).collect()
    }

    /// What became of each file of a batch.
    ///
    /// # Errors
    /// When there is no such batch.
    pub fn batch(&self, number: i32, now: Now) -> Result<BatchView, DeskError> {
        self.batch_view(&self.store.batch(number.into())?, now)
    }

    fn batch_view(&self, batch: &Batch, now: Now) -> Result<BatchView, DeskError> {
        let mut lines = Vec::new();
        for file in &batch.files {
            lines.push(self.batch_line(file)?);
        }
        let entries: Vec<String> =
            lines.iter().filter(|line| line.can_undo).filter_map(|line| line.entry.clone()).collect();
        let mut distinct: Vec<String> = Vec::new();
        entries.into_iter().for_each(|entry| {
            if !distinct.contains(&entry) {
                distinct.push(entry);
            }
        });
        let when = self.when(batch.at.utc(), self.at(now));
        let values = [("count", Value::from(lines.len())), ("when", when.as_str().into())];
        let key = if batch.origin == store::Origin::Watched { "batch-watched" } else { "batch-title" };
        Ok(BatchView {
            head: BatchHead {
                number: i32::try_from(batch.number).unwrap_or(i32::MAX),
                title: words().say(key, &values),
                summary: summary(&lines, batch.passed),
                entries: distinct,
                waiting: small(lines.iter().filter(|line| line.key == Outcome::Waiting.key()).count()),
            },
            lines,
        })
    }

    fn batch_line(&self, file: &TrayFile) -> Result<BatchLine, DeskError> {
        let standing = file.entry.map(|entry| self.store.entry(entry)).transpose()?.map(|entry| entry.standing);
        let undone = standing == Some(Standing::Undone);
        let outcome = if undone { "undone" } else { file.outcome.key() };
        Ok(BatchLine {
            name: file.name.clone(),
            key: outcome.to_owned(),
            mark: if undone { Mark::None } else { mark(file.outcome) },
            outcome: words().say(&format!("result-{outcome}"), &[]),
            why: if undone { String::new() } else { why(file) },
            reports: self.reports_of_entry(file)?,
            received: file.received.to_string(),
            entry: file.entry.map(|entry| entry.to_string()),
            can_undo: standing == Some(Standing::Counts),
        })
    }

    /// `Cahaya Nusantara: Monthly summary, September 2026 (R2)`.
    fn reports_of_entry(&self, file: &TrayFile) -> Result<String, DeskError> {
        let Some(entry) = file.entry else { return Ok(String::new()) };
        let mut titles = Vec::new();
        for revision in self.store.reports_of_entry(entry)?.into_iter().filter(|one| one.file_name == file.name) {
            let name = self.store.distributor(revision.distributor)?.map(|held| held.card.name).unwrap_or_default();
            let values = [
                ("name", name.into()),
                ("title", super::report_title(revision.kind.key(), revision.period).into()),
                ("revision", Value::from(i64::from(revision.revision))),
            ];
            titles.push(words().say("result-report", &values));
        }
        Ok(titles.join("; "))
    }

    /// Writes the results of a batch as CSV or, where the name says so, as XLSX.
    ///
    /// # Errors
    /// When there is no such batch, or the file can't be written.
    pub fn export_batch(&self, number: i32, path: &Path, now: Now) -> Result<(), DeskError> {
        let view = self.batch(number, now)?;
        let rows = rows(&view);
        let is_xlsx = path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("xlsx"));
        let bytes = if is_xlsx { xlsx(&view, &rows) } else { csv(&rows) };
        let bytes = bytes.map_err(|reason| {
            let values = [("path", path.display().to_string().into()), ("reason", Value::from(reason))];
            DeskError::new(ErrorKind::Other, "file", &values)
        })?;
        write_whole(path, &bytes)
    }

    /// A name for the file of a batch's results.
    #[must_use]
    pub fn batch_file_name(number: i32) -> String {
        words().say("batch-file", &[("number", number.into())])
    }

    /// Takes back all that was stored of a batch, the newest entry first.
    ///
    /// # Errors
    /// When later entries build on one of them; those before it are taken back.
    pub fn undo_batch(&mut self, number: i32, now: Now) -> Result<WorkspaceView, DeskError> {
        let view = self.batch(number, now)?;
        let mut entries: Vec<EntryId> = view.head.entries.iter().filter_map(|entry| entry.parse().ok()).collect();
        entries.sort();
        for entry in entries.into_iter().rev() {
            self.store.undo(entry, Self::moment(now))?;
        }
        self.workspace(now)
    }
}

fn mark(outcome: Outcome) -> Mark {
    match outcome {
        Outcome::Stored | Outcome::Unchanged | Outcome::Same => Mark::OnTime,
        Outcome::Revised => Mark::Corrected,
        Outcome::Waiting => Mark::Question,
        Outcome::Refused => Mark::Refused,
        Outcome::NoReport | Outcome::Aside => Mark::None,
    }
}

/// More about what became of a file, in a sentence; empty where the outcome says it all.
fn why(file: &TrayFile) -> String {
    match file.outcome {
        Outcome::Refused => {
            let (key, reason) = file.why.split_once('\n').unwrap_or((&file.why, ""));
            words().say(&format!("refusal-short-{key}"), &[("reason", reason.into())])
        }
        Outcome::Same => {
            let day = file.why.parse().map(|day| format::day(words(), day)).unwrap_or_default();
            words().say("file-same", &[("day", day.into())])
        }
        Outcome::Aside if file.why == "again" => words().say("result-why-again", &[]),
        Outcome::Waiting | Outcome::NoReport | Outcome::Aside | Outcome::Unchanged => {
            words().say(&format!("result-why-{}", file.outcome.key()), &[])
        }
        Outcome::Stored | Outcome::Revised => String::new(),
    }
}

/// `3 stored, 1 revised, 2 refused`.
fn summary(lines: &[BatchLine], passed: u32) -> String {
    let keys = Outcome::ALL.map(Outcome::key).into_iter().chain(["undone"]);
    let mut parts: Vec<String> = keys
        .map(|key| (key, lines.iter().filter(|line| line.key == key).count()))
        .filter(|(_, count)| *count > 0)
        .map(|(key, count)| words().say(&format!("results-{key}"), &[("count", count.into())]))
        .collect();
    if passed > 0 {
        parts.push(words().say("results-passed", &[("count", i64::from(passed).into())]));
    }
    parts.join(", ")
}

fn rows(view: &BatchView) -> Vec<[String; 5]> {
    let heads = ["name", "outcome", "why", "reports", "received"];
    let head = heads.map(|key| words().say(&format!("results-column-{key}"), &[]));
    let line = |line: &BatchLine| {
        [line.name.clone(), line.outcome.clone(), line.why.clone(), line.reports.clone(), line.received.clone()]
    };
    std::iter::once(head).chain(view.lines.iter().map(line)).collect()
}

fn csv(rows: &[[String; 5]]) -> Result<Vec<u8>, String> {
    // Spreadsheet programs read a file as UTF-8 when it begins so.
    let mut writer = csv::Writer::from_writer(b"\xef\xbb\xbf".to_vec());
    for row in rows {
        writer.write_record(row.each_ref().map(|cell| plain(cell))).map_err(|reason| reason.to_string())?;
    }
    writer.into_inner().map_err(|reason| reason.to_string())
}

/// A text that no spreadsheet program takes for a formula.
fn plain(text: &str) -> String {
    if text.starts_with(['=', '+', '-', '@', '\t', '\r']) { format!("'{text}") } else { text.to_owned() }
}

fn xlsx(view: &BatchView, rows: &[[String; 5]]) -> Result<Vec<u8>, String> {
    let mut book = Workbook::new();
    let (bold, sheet) = (Format::new().set_bold(), book.add_worksheet());
    let failed = |reason: rust_xlsxwriter::XlsxError| reason.to_string();
    sheet.write_string_with_format(0, 0, &view.head.title, &bold).map_err(failed)?;
    sheet.write_string(1, 0, &view.head.summary).map_err(failed)?;
    for (at, row) in (3..).zip(rows) {
        for (column, text) in (0..).zip(row) {
            if at == 3 {
                sheet.write_string_with_format(at, column, text, &bold).map_err(failed)?;
            } else {
                sheet.write_string(at, column, text).map_err(failed)?;
            }
        }
    }
    for (column, width) in (0..).zip([36.0, 16.0, 52.0, 52.0, 12.0]) {
        sheet.set_column_width(column, width).map_err(failed)?;
    }
    book.save_to_buffer().map_err(failed)
}
