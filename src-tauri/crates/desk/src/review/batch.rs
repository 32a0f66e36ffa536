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
        let mut entries: Vec<String> = Vec::new();
        for entry in lines.iter().flat_map(|line| &line.entries) {
            if !entries.contains(entry) {
                entries.push(entry.clone());
            }
        }
        let when = self.when(batch.at.utc(), self.at(now));
        let values = [("count", Value::from(lines.len())), ("when", when.as_str().into())];
        let key = if batch.origin == store::Origin::Watched { "batch-watched" } else { "batch-title" };
        Ok(BatchView {
            head: BatchHead {
                number: i32::try_from(batch.number).unwrap_or(i32::MAX),
                title: words().say(key, &values),
                summary: summary(&lines, batch.passed),
                entries,
                waiting: small(batch.files.iter().filter(|file| file.outcome == Outcome::Waiting).count()),
            },
            lines,
        })
    }

    fn batch_line(&self, file: &TrayFile) -> Result<BatchLine, DeskError> {
        let (mut entries, mut reports, mut undone) = (Vec::new(), Vec::new(), 0);
        for entry in file.parts.iter().copied().chain(file.entry) {
            let of_file = self.reports_of_entry(entry, &file.name)?;
            match self.store.entry(entry)?.standing {
                Standing::Undone => undone += of_file.len(),
                standing => {
                    reports.extend(of_file);
                    entries.extend((standing == Standing::Counts).then(|| entry.to_string()));
                }
            }
        }
        let of = Outcomes { file, stored: reports.len(), undone };
        Ok(BatchLine {
            name: file.name.clone(),
            key: of.key().to_owned(),
            mark: of.mark(),
            outcome: of.in_words(),
            why: of.why(),
            reports: reports.join("; "),
            received: file.received.to_string(),
            entries,
        })
    }

    /// `Cahaya Nusantara: Monthly summary, September 2026 (R2)`.
    fn reports_of_entry(&self, entry: EntryId, file: &str) -> Result<Vec<String>, DeskError> {
        let mut titles = Vec::new();
        for revision in self.store.reports_of_entry(entry)?.into_iter().filter(|one| one.file_name == file) {
            let name = self.store.distributor(revision.distributor)?.map(|held| held.card.name).unwrap_or_default();
            let values = [
                ("name", name.into()),
                ("title", super::report_title(revision.kind.key(), revision.period).into()),
                ("revision", Value::from(i64::from(revision.revision))),
            ];
            titles.push(words().say("result-report", &values));
        }
        Ok(titles)
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

/// What became of a file and of its reports.
struct Outcomes<'f> {
    file: &'f TrayFile,
    /// Reports that entries stored and that count.
    stored: usize,
    /// Reports that were taken back.
    undone: usize,
}

impl Outcomes<'_> {
    /// Whether some of it is in while the rest waits or was put aside.
    fn is_partly_in(&self) -> bool {
        self.stored > 0 && matches!(self.file.outcome, Outcome::Waiting | Outcome::Aside)
    }

    fn is_undone(&self) -> bool {
        let waits = self.file.outcome == Outcome::Waiting;
        self.stored == 0 && self.undone > 0 && !waits
    }

    fn key(&self) -> &'static str {
        match (self.is_partly_in(), self.is_undone()) {
            (true, _) => "partly",
            (_, true) => "undone",
            _ => self.file.outcome.key(),
        }
    }

    fn mark(&self) -> Mark {
        match self.file.outcome {
            _ if self.is_undone() => Mark::None,
            Outcome::Stored | Outcome::Unchanged | Outcome::Same => Mark::OnTime,
            Outcome::Revised => Mark::Corrected,
            Outcome::Waiting => Mark::Question,
            Outcome::Refused => Mark::Refused,
            Outcome::Aside if self.is_partly_in() => Mark::OnTime,
            Outcome::NoReport | Outcome::Aside => Mark::None,
        }
    }

    /// `Stored`; `3 stored, 1 waiting`.
    fn in_words(&self) -> String {
        let counted = |key: &str, count: usize| {
            (count > 0).then(|| words().say(&format!("results-{key}"), &[("count", count.into())]))
        };
        let rest = self.file.why.parse().unwrap_or(0usize).saturating_sub(self.stored);
        let parts = if self.is_partly_in() {
            [counted("stored", self.stored), counted(self.file.outcome.key(), rest), None]
        } else if self.stored > 0 && self.undone > 0 {
            [counted("stored", self.stored), None, counted("undone", self.undone)]
        } else {
            return words().say(&format!("result-{}", self.key()), &[]);
        };
        parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
    }

    fn why(&self) -> String {
        match self.key() {
            "undone" => String::new(),
            "partly" => words().say(&format!("result-why-partly-{}", self.file.outcome.key()), &[]),
            _ => why(self.file),
        }
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

/// `3 stored, 1 revised, 2 refused`; of a single file that is partly in, what became of its reports.
fn summary(lines: &[BatchLine], passed: u32) -> String {
    if let [only] = lines
        && only.key == "partly"
    {
        return only.outcome.clone();
    }
    let keys = Outcome::ALL.map(Outcome::key).into_iter().flat_map(|key| match key {
        "waiting" => vec!["partly", key],
        _ => vec![key],
    });
    let keys = keys.chain(["undone"]);
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
