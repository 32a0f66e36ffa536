//! The journal: what was done, undo and redo.

use store::{ActKind, Entry, EntryId, Standing};
use words::Value;

use crate::desk::Desk;
use crate::error::{DeskError, ErrorKind};
use crate::format;
use crate::now::Now;
use crate::review::report_title;
use crate::view::{EntryLine, WorkspaceView};
use crate::words;

/// Entries looked through for the next undo and redo.
const NEAR: u32 = 200;

impl Desk {
    /// What was done, newest first.
    ///
    /// # Errors
    /// When the record can't be read.
    pub fn journal(&self, limit: u32, now: Now) -> Result<Vec<EntryLine>, DeskError> {
        let now = self.at(now);
        Ok(self.store.journal(limit)?.iter().map(|entry| self.line(entry, now)).collect())
    }

    /// Takes an entry back: by its id, or by its number as the command line shows it.
    ///
    /// # Errors
    /// When it is undone already, later entries build on it, or it says when years begin and a quarter is on file.
    pub fn undo(&mut self, entry: &str, now: Now) -> Result<WorkspaceView, DeskError> {
        let id = self.entry_id(entry)?;
        self.keeps_fiscal_year(id)?;
        self.store.undo(id, Self::moment(now))?;
        self.workspace(now)
    }

    /// Brings an entry back.
    ///
    /// # Errors
    /// When it is not undone, builds on one that is, or says when years begin and a quarter is on file.
    pub fn redo(&mut self, entry: &str, now: Now) -> Result<WorkspaceView, DeskError> {
        let id = self.entry_id(entry)?;
        self.keeps_fiscal_year(id)?;
        self.store.redo(id, Self::moment(now))?;
        self.workspace(now)
    }

    /// The line of one entry.
    ///
    /// # Errors
    /// When there is no such entry.
    pub fn entry(&self, entry: &str, now: Now) -> Result<EntryLine, DeskError> {
        let found = self.store.entry(self.entry_id(entry)?)?;
        Ok(self.line(&found, self.at(now)))
    }

    fn entry_id(&self, text: &str) -> Result<EntryId, DeskError> {
        if let Ok(id) = text.parse() {
            return Ok(id);
        }
        let numbered = match text.parse() {
            Ok(number) => self.store.entry_numbered(number)?,
            Err(_) => None,
        };
        let gone = || DeskError::new(ErrorKind::Unknown, "no-entry", &[("text", text.into())]);
        numbered.map(|entry| entry.id).ok_or_else(gone)
    }

    /// What undo would take back: the newest act that counts and that nothing builds on.
    pub(crate) fn next_undo(&self, now: Now) -> Result<Option<EntryLine>, DeskError> {
        let entries = self.store.journal(NEAR)?;
        let act = entries.iter().find(|entry| entry.undoes.is_none() && entry.standing == Standing::Counts);
        Ok(act.map(|entry| self.line(entry, now)))
    }

    /// What redo would bring back: the act behind the newest undo, as long as nothing else was done since.
    pub(crate) fn next_redo(&self, now: Now) -> Result<Option<EntryLine>, DeskError> {
        let entries = self.store.journal(NEAR)?;
        let links = entries.iter().take_while(|entry| entry.undoes.is_some());
        let undone = links.filter(|entry| entry.kind == ActKind::Undo && entry.standing != Standing::Undone);
        let Some(act) = undone.filter_map(|entry| entry.undoes).next() else { return Ok(None) };
        let mut act = self.store.entry(act)?;
        // An undo of an undo stands at the end of a chain: its root is the act.
        while let Some(before) = act.undoes {
            act = self.store.entry(before)?;
        }
        Ok(Some(self.line(&act, now)))
    }

    pub(crate) fn line(&self, entry: &Entry, now: Now) -> EntryLine {
        let what = in_words(entry);
        let what = match entry.kind {
            ActKind::Undo => words().say("entry-undo", &[("what", what.into())]),
            ActKind::Redo => words().say("entry-redo", &[("what", what.into())]),
            _ => what,
        };
        EntryLine {
            id: entry.id.to_string(),
            number: crate::review::small(usize::try_from(entry.number).unwrap_or(0)),
            when: self.when(entry.at.utc(), now),
            who: entry.author.who.clone(),
            what,
            undone: entry.standing == Standing::Undone,
            can_undo: entry.standing == Standing::Counts && entry.undoes.is_none(),
            why_not: match entry.standing {
                Standing::BuiltOn(first) => words().say("entry-built-on", &[("entry", first.into())]),
                _ => String::new(),
            },
        }
    }
}

/// What an entry did, in words.
fn in_words(entry: &Entry) -> String {
    let arguments = &entry.what.arguments;
    if !words().knows(&entry.what.key) {
        return entry.what.key.clone();
    }
    let mut values: Vec<(&str, Value<'_>)> = Vec::new();
    for (name, value) in arguments {
        // Only counts choose a plural; a file named 2026 is still a text.
        let count = matches!(name.as_str(), "count" | "reports").then(|| value.parse::<i64>().ok()).flatten();
        values.push((name, count.map_or_else(|| Value::from(value), Value::Whole)));
    }
    if let (Some(kind), Some(period)) = (arguments.get("kind"), arguments.get("period").and_then(|p| p.parse().ok())) {
        values.push(("title", report_title(kind, period).into()));
    } else if let Some(period) = arguments.get("period").and_then(|period| period.parse().ok()) {
        values.push(("title", format::period(words(), period).into()));
    } else if let Some(kpi) = arguments.get("kpi") {
        values.push(("title", kpi.into()));
    }
    words().say(&entry.what.key, &values)
}
