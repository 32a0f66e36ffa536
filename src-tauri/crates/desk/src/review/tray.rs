//! The tray: files that wait in review are kept with what they were read as and what was answered, so that a restart
//! loses nothing. Nothing of them counts before it is confirmed.

use std::collections::BTreeMap;
use std::sync::atomic::AtomicBool;

use intake::child::SheetPreview;
use intake::draft::Context;
use serde::{Deserialize, Serialize};
use store::{EntryId, Outcome, TrayFile, Work};

use super::{Drafted, File, Session, State};
use crate::desk::Desk;
use crate::error::DeskError;
use crate::now::Now;

/// What is noted of a file that waits. Read back by the names of its fields: what an earlier version wrote otherwise is
/// read anew from the file.
#[derive(Serialize, Deserialize)]
struct Notes {
    sheets: Vec<SheetPreview>,
    drafts: Vec<Drafted>,
}

/// A row of the tray, and the file in the session that it is of.
struct Noted {
    file: TrayFile,
    notes: Option<Vec<u8>>,
    at: usize,
}

impl Desk {
    /// Notes what became of files, so that it is there after a restart.
    pub(crate) fn keep_in_tray(&mut self, ids: &[u32]) -> Result<(), DeskError> {
        let mut batches: BTreeMap<i64, Vec<Noted>> = BTreeMap::new();
        for (at, file) in self.session.files.iter().enumerate().filter(|(_, file)| ids.contains(&file.id)) {
            let Some(noted) = in_tray(file) else { continue };
            let notes = (file.state == State::Open).then(|| notes(file));
            batches.entry(file.batch).or_default().push(Noted { file: noted, notes, at });
        }
        for (batch, files) in batches {
            let rows: Vec<(TrayFile, Option<Work<'_>>)> = files
                .iter()
                .map(|noted| {
                    let bytes = &self.session.files[noted.at].bytes;
                    (noted.file.clone(), noted.notes.as_ref().map(|notes| Work { bytes, notes }))
                })
                .collect();
            self.store.put_in_tray(batch, &rows)?;
        }
        Ok(())
    }

    /// The files that waited when the desk was last closed are in review again; with what is stored of them marked.
    pub(crate) fn load_tray(&mut self, now: Now) -> Result<(), DeskError> {
        self.session = Session::default();
        let mut settled = Vec::new();
        for waiting in self.store.waiting()? {
            let store::Waiting { batch, file, bytes, notes } = waiting;
            let stored = file.sha.map(|sha| self.store.file_by_sha(sha)).transpose()?.flatten();
            let id = self.session.add(file.name.clone(), file.received, batch, file.position);
            let read = match serde_json::from_slice::<Notes>(&notes) {
                Ok(read) => Some(read),
                Err(_) if stored.is_some() && file.parts.is_empty() => None,
                Err(_) => self.read_again(&file.name, &bytes, now)?,
            };
            let Some(held) = self.session.files.last_mut() else { continue };
            held.sha = file.sha;
            match (stored, read) {
                (known, Some(Notes { sheets, drafts })) => {
                    (held.sheets, held.drafts, held.bytes, held.state) = (sheets, drafts, bytes, State::Open);
                    if let Some(known) = known
                        && self.is_all_stored(id)?
                        && let Some(held) = self.session.files.last_mut()
                    {
                        // The program ended before the tray was told.
                        held.state = State::Same(known.received);
                        settled.push(id);
                    }
                }
                (Some(known), None) => {
                    held.state = State::Same(known.received);
                    settled.push(id);
                }
                (None, None) => {
                    held.state = State::NoReport;
                    settled.push(id);
                }
            }
        }
        self.keep_in_tray(&settled)?;
        self.session.files.retain(|file| file.state == State::Open);
        Ok(())
    }

    /// Whether all of a file that waits is in the record already.
    fn is_all_stored(&mut self, id: u32) -> Result<bool, DeskError> {
        self.mark_stored(id)?;
        let Some(file) = self.session.by_id(id) else { return Ok(false) };
        let parts = self.parts_of(file)?;
        Ok(parts.open == 0 && parts.sure.is_empty())
    }

    fn read_again(&self, name: &str, bytes: &[u8], now: Now) -> Result<Option<Notes>, DeskError> {
        let context = Context {
            register: self.register_for_reading()?,
            today: self.day(now).to_string(),
            file_name: name.to_owned(),
            mail: None,
            own: self.measures()?.labels(),
        };
        let reading = self.reader.read(bytes, &context, None, &AtomicBool::new(false)).ok();
        Ok(reading.filter(|reading| !reading.drafts.is_empty()).map(|reading| {
            let drafts = super::receive::drafted(&reading);
            Notes { sheets: reading.sheets, drafts }
        }))
    }
}

fn notes(file: &File) -> Vec<u8> {
    #[derive(Serialize)]
    struct Borrowed<'f> {
        sheets: &'f [SheetPreview],
        drafts: &'f [Drafted],
    }
    let notes = Borrowed { sheets: &file.sheets, drafts: &file.drafts };
    // What can't be written is read anew from the file.
    serde_json::to_vec(&notes).unwrap_or_default()
}

/// How many reports of a file entries store, once nothing of it waits.
fn in_entries(file: &File) -> usize {
    let by_entry = |drafted: &&Drafted| match drafted.kept {
        Some(kept) => kept.entry.is_some(),
        None => !drafted.effective().left_out,
    };
    file.drafts.iter().filter(by_entry).count()
}

/// What the tray says of a file; nothing while it is being read.
fn in_tray(file: &File) -> Option<TrayFile> {
    let (outcome, why, entry) = match &file.state {
        State::Reading => return None,
        State::Unreadable(why) => (Outcome::Refused, format!("{}\n{}", why.key(), why.reason()), None),
        State::Open => (Outcome::Waiting, String::new(), None),
        State::NoReport => (Outcome::NoReport, String::new(), None),
        State::Same(day) => (Outcome::Same, day.to_string(), None),
        State::Stored(kept) => match kept.entry {
            None => (Outcome::Unchanged, String::new(), None),
            entry if kept.revised => (Outcome::Revised, String::new(), entry),
            entry => (Outcome::Stored, String::new(), entry),
        },
        State::Skipped => (Outcome::Aside, String::new(), None),
        State::Again => (Outcome::Aside, "again".to_owned(), None),
    };
    let parts: Vec<EntryId> = match file.state {
        // The file that came again in its place has them.
        State::Again => Vec::new(),
        _ => file.parts().into_iter().filter(|part| Some(*part) != entry).collect(),
    };
    let why = if why.is_empty() && entry.is_none() && !parts.is_empty() { in_entries(file).to_string() } else { why };
    Some(TrayFile {
        position: file.position,
        name: file.name.clone(),
        received: file.received,
        sha: file.sha,
        outcome,
        why,
        entry,
        parts,
    })
}
