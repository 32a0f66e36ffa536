//! Confirming: what was shown is stored, one journal entry a confirmation.

use chrono::NaiveDate;
use intake::draft::{Draft, Why};
use store::{ActKind, Added, Arrival, Card, EntryId, NewProfile, What, Writing};

use super::sure::{Parts, Sure};
use super::{Answered, Drafted, File, Kept, State, gone, small};
use crate::desk::Desk;
use crate::error::{DeskError, ErrorKind};
use crate::now::Now;
use crate::view::{ImportView, ReviewView};
use crate::words;

/// What is stored of a file once it is confirmed.
struct Ready {
    /// Its place in the session.
    at: usize,
    reports: Vec<Sure>,
    /// Whether others of its reports go on waiting.
    waits: bool,
    /// The layouts of its reports, with what was settled about them: remembered.
    layouts: Vec<NewProfile>,
}

/// How it came that reports are stored.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Confirmed {
    /// A person looked at them and confirmed them.
    ByPerson,
    /// They came into the watched folder in a trusted layout, and nobody was asked.
    Unasked,
}

/// What was stored of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Stored {
    pub(crate) file: u32,
    pub(crate) entry: Option<EntryId>,
    pub(crate) added: Vec<Added>,
}

impl Desk {
    /// Stores a file's reports: one entry.
    ///
    /// # Errors
    /// When questions are open, or the file is gone.
    pub fn confirm(&mut self, file: &str, now: Now) -> Result<ReviewView, DeskError> {
        let at = self.at_place(file)?;
        if self.session.files[at].state == State::Open {
            self.store_files(&[at], now)?;
        }
        self.review(file, None, now)
    }

    /// Stores all that is sure: the reports of every file that asks nothing, and those of the others that ask nothing
    /// themselves. One entry a file, so that each can be taken back.
    ///
    /// # Errors
    /// When the record can't be written; what was stored before stays.
    pub fn confirm_all(&mut self, now: Now) -> Result<ImportView, DeskError> {
        for at in self.ready_files()? {
            self.store_files(&[at], now)?;
        }
        self.store_all_sure(now)?;
        self.import_view(now)
    }

    /// The places of the files that ask nothing.
    pub(crate) fn ready_files(&self) -> Result<Vec<usize>, DeskError> {
        let mut ready = Vec::new();
        for (at, file) in self.session.files.iter().enumerate().filter(|(_, file)| file.state == State::Open) {
            if self.is_ready(file)? {
                ready.push(at);
            }
        }
        Ok(ready)
    }

    /// Whether a file can be confirmed: nothing of it is open, and something of it is left.
    pub(crate) fn is_ready(&self, file: &File) -> Result<bool, DeskError> {
        let parts = self.parts_of(file)?;
        Ok(parts.open == 0 && (!parts.sure.is_empty() || parts.stored > 0))
    }

    pub(super) fn at_place(&self, id: &str) -> Result<usize, DeskError> {
        let file = self.session.file(id)?.id;
        self.session.files.iter().position(|held| held.id == file).ok_or_else(gone)
    }

    /// Stores the reports of files that ask nothing: one entry for all of them.
    pub(crate) fn store_files(&mut self, places: &[usize], now: Now) -> Result<Vec<Stored>, DeskError> {
        self.store_whole(places, Confirmed::ByPerson, now)
    }

    /// The same, told in the journal as it came.
    pub(super) fn store_whole(&mut self, places: &[usize], how: Confirmed, now: Now) -> Result<Vec<Stored>, DeskError> {
        let mut files = Vec::new();
        for &at in places {
            let file = &self.session.files[at];
            let parts = self.parts_of(file)?;
            if parts.open > 0 {
                let values = [("file", file.name.as_str().into()), ("count", file.open_questions().into())];
                return Err(DeskError::new(ErrorKind::Invalid, "questions-open", &values));
            }
            files.push((at, parts));
        }
        self.store_parts(files, how, now)
    }

    /// Stores what is sure of files: one entry for all of it. A file of which something is open goes on waiting.
    pub(super) fn store_parts(
        &mut self,
        files: Vec<(usize, Parts)>,
        how: Confirmed,
        now: Now,
    ) -> Result<Vec<Stored>, DeskError> {
        let (mut ready, today) = (Vec::new(), self.day(now));
        for (at, Parts { sure, open, .. }) in files {
            let layouts = self.layouts_of(&self.session.files[at], &sure, today)?;
            ready.push(Ready { at, reports: sure, waits: open > 0, layouts });
        }
        let what = self.in_words(&ready, how)?;
        let files = std::mem::take(&mut self.session.files);
        let recorded = self.record(ActKind::Import, what, now, |writing| {
            ready.iter().map(|ready| store_one(writing, ready, &files[ready.at])).collect::<Result<Vec<_>, _>>()
        });
        self.session.files = files;
        let recorded = recorded?;
        let mut done = Vec::new();
        for (ready, added) in ready.iter().zip(recorded.value) {
            let file = &mut self.session.files[ready.at];
            let kept = |added: &Added| Kept {
                entry: recorded.entry.filter(|_| !matches!(added, Added::Unchanged(_))),
                revised: matches!(added, Added::Corrected { .. }),
            };
            for (sure, added) in ready.reports.iter().zip(&added) {
                file.drafts[sure.draft].kept = Some(kept(added));
            }
            let entry = added.iter().find_map(|added| kept(added).entry);
            if !ready.waits {
                let revised = added.iter().any(|added| kept(added).revised);
                let before = file.parts().last().copied();
                file.state = State::Stored(Kept { entry: entry.or(before), revised });
                // The bytes are in the record now.
                file.bytes = Vec::new();
            }
            done.push(Stored { file: file.id, entry, added });
        }
        let stored: Vec<u32> = done.iter().map(|stored| stored.file).collect();
        self.keep_in_tray(&stored)?;
        Ok(done)
    }

    /// The layouts of a file's reports, with what was settled about them.
    fn layouts_of(&self, file: &File, reports: &[Sure], today: NaiveDate) -> Result<Vec<NewProfile>, DeskError> {
        let mut layouts = Vec::new();
        for Sure { draft, report, .. } in reports {
            let Some(held) = self.store.distributor(report.distributor)? else { continue };
            layouts.extend(file.drafts[*draft].to_learn(file, held.id, &held.card.locale, today));
        }
        Ok(layouts)
    }

    /// What the journal says of it.
    fn in_words(&self, ready: &[Ready], how: Confirmed) -> Result<What, DeskError> {
        let count: usize = ready.iter().map(|ready| ready.reports.len()).sum();
        let [one] = ready else {
            return Ok(What::new("entry-import-files").with("count", ready.len()).with("reports", count));
        };
        let file = &self.session.files[one.at].name;
        let [Sure { report, .. }] = one.reports.as_slice() else {
            let key = match how {
                Confirmed::ByPerson => "entry-import-file",
                Confirmed::Unasked => "entry-import-file-unasked",
            };
            return Ok(What::new(key).with("file", file).with("count", count));
        };
        let name = self.store.distributor(report.distributor)?.map(|held| held.card.name).unwrap_or_default();
        let key = match how {
            Confirmed::ByPerson => "entry-import",
            Confirmed::Unasked => "entry-import-unasked",
        };
        Ok(What::new(key)
            .with("name", name)
            .with("kind", report.kind.key())
            .with("period", report.period)
            .with("file", file))
    }

    /// How many files wait in review.
    pub(crate) fn waiting_files(&self) -> i32 {
        small(self.session.waiting().count())
    }
}

/// Stores the reports of one file, and what they teach.
fn store_one(writing: &mut Writing<'_>, ready: &Ready, file: &File) -> Result<Vec<Added>, DeskError> {
    let mut arrival = Arrival::new(&file.bytes, &file.name, file.received);
    let reports = ready.reports.iter();
    let added: Result<Vec<Added>, _> = reports.map(|sure| writing.add_report(&mut arrival, &sure.report)).collect();
    let added = added?;
    // A file that changes nothing teaches nothing.
    if added.iter().any(|added| !matches!(added, Added::Unchanged(_))) {
        for layout in &ready.layouts {
            writing.learn(layout)?;
        }
    }
    for (distributor, alias) in ready.reports.iter().flat_map(|sure| &sure.aliases) {
        // A name that another distributor has meanwhile is not learnt; the report is stored all the same.
        if !matches!(writing.add_alias(*distributor, alias), Err(store::StoreError::NameTaken { .. }) | Ok(())) {
            return Err(DeskError::new(ErrorKind::Unknown, "unknown", &[("what", "distributor".into())]));
        }
    }
    Ok(added)
}

/// The name in the file that a person matched to a distributor, where it resembled one.
pub(super) fn learnt(drafted: &Drafted, card: &Card) -> impl Iterator<Item = String> {
    let Drafted { draft: Draft { questions, .. }, answers, .. } = drafted;
    let settled = questions.iter().zip(answers).filter(|(question, answer)| {
        question.about == intake::draft::About::Distributor
            && matches!(question.why, Why::Resembles | Why::NotSaid)
            && matches!(answer, Some(Answered::Chosen(_) | Answered::Typed(_)))
    });
    let own = store::folded(&card.name);
    let names = settled.map(|(question, _)| question.text.trim().to_owned());
    names
        .filter(move |name| !name.is_empty() && name.chars().count() <= 120 && store::folded(name) != own)
        .collect::<Vec<_>>()
        .into_iter()
}

/// `Monthly summary, September 2026`.
pub(crate) fn report_title(kind: &str, period: playbook::period::Period) -> String {
    let kind = if kind == "lines" { "kind-lines".to_owned() } else { format!("report-{kind}") };
    let values = [("kind", words().say(&kind, &[]).into()), ("period", crate::format::period(words(), period).into())];
    words().say("report-title", &values)
}
