//! Confirming: what was shown is stored, one journal entry a confirmation.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use intake::draft::{Draft, Why};
use store::{ActKind, Added, Arrival, Card, DistributorId, EntryId, NewProfile, NewReport, What};

use super::{Answered, Drafted, File, Kept, State, gone, small};
use crate::desk::Desk;
use crate::error::{DeskError, ErrorKind};
use crate::now::Now;
use crate::view::{ImportView, ReviewView};
use crate::words;

/// What a file comes to once it is confirmed.
struct Ready {
    /// Its place in the session.
    at: usize,
    reports: Vec<NewReport>,
    /// Names that a person matched to a distributor: remembered.
    aliases: Vec<(DistributorId, String)>,
    /// The layouts of its reports, with what was settled about them: remembered.
    layouts: Vec<NewProfile>,
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
        let at = self.place_of(file)?;
        if self.session.files[at].state == State::Open {
            self.store_files(&[at], now)?;
        }
        self.review(file, None, now)
    }

    /// Stores the reports of every file that asks nothing: one entry a file, so that each can be taken back.
    ///
    /// # Errors
    /// When the record can't be written; what was stored before stays.
    pub fn confirm_all(&mut self, now: Now) -> Result<ImportView, DeskError> {
        for at in self.ready_files()? {
            self.store_files(&[at], now)?;
        }
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
        let ready = self.reports_of(file)?;
        Ok(ready.is_some_and(|(reports, _)| !reports.is_empty()))
    }

    fn place_of(&self, id: &str) -> Result<usize, DeskError> {
        let file = self.session.file(id)?.id;
        self.session.files.iter().position(|held| held.id == file).ok_or_else(gone)
    }

    /// The reports that confirming a file would store; `None` while something is open.
    #[expect(
        clippy::type_complexity,
        reason = "a file's reports and the names learnt from it, used in this file alone"
    )]
    pub(super) fn reports_of(
        &self,
        file: &File,
    ) -> Result<Option<(Vec<NewReport>, Vec<(DistributorId, String)>)>, DeskError> {
        if file.open_questions() > 0 {
            return Ok(None);
        }
        let (mut reports, mut aliases) = (Vec::new(), Vec::new());
        for drafted in &file.drafts {
            let effective = drafted.effective();
            if effective.left_out {
                continue;
            }
            let Some(name) = &effective.distributor else { return Ok(None) };
            let Some(held) = self.store.distributor_named(name)? else { return Ok(None) };
            let Some(report) = effective.report(file, &drafted.draft, held.id, &held.card) else { return Ok(None) };
            aliases.extend(learnt(drafted, &held.card).map(|alias| (held.id, alias)));
            reports.push(report);
        }
        Ok(Some((reports, aliases)))
    }

    /// Stores the reports of files that ask nothing: one entry for all of them.
    pub(crate) fn store_files(&mut self, places: &[usize], now: Now) -> Result<Vec<Stored>, DeskError> {
        let (mut ready, today) = (Vec::new(), self.day(now));
        for &at in places {
            let file = &self.session.files[at];
            let Some((reports, aliases)) = self.reports_of(file)? else {
                let values = [("file", file.name.as_str().into()), ("count", file.open_questions().into())];
                return Err(DeskError::new(ErrorKind::Invalid, "questions-open", &values));
            };
            let layouts = self.layouts_of(file, today)?;
            ready.push(Ready { at, reports, aliases, layouts });
        }
        let what = self.in_words(&ready)?;
        let files = std::mem::take(&mut self.session.files);
        let recorded = self.record(ActKind::Import, what, now, |writing| {
            let mut stored = BTreeMap::new();
            for Ready { at, reports, aliases, layouts } in &ready {
                let file = &files[*at];
                let mut arrival = Arrival::new(&file.bytes, &file.name, file.received);
                let added: Result<Vec<Added>, _> =
                    reports.iter().map(|report| writing.add_report(&mut arrival, report)).collect();
                let added = added?;
                // A file that changes nothing teaches nothing.
                if added.iter().any(|added| !matches!(added, Added::Unchanged(_))) {
                    for layout in layouts {
                        writing.learn(layout)?;
                    }
                }
                stored.insert(*at, added);
                for (distributor, alias) in aliases {
                    // A name that another distributor has meanwhile is not learnt; the report is stored all the same.
                    if !matches!(
                        writing.add_alias(*distributor, alias),
                        Err(store::StoreError::NameTaken { .. }) | Ok(())
                    ) {
                        return Err(DeskError::new(ErrorKind::Unknown, "unknown", &[("what", "distributor".into())]));
                    }
                }
            }
            Ok(stored)
        });
        self.session.files = files;
        let recorded = recorded?;
        let mut done = Vec::new();
        for (at, added) in recorded.value {
            let file = &mut self.session.files[at];
            let changed = added.iter().any(|added| !matches!(added, Added::Unchanged(_)));
            let entry = recorded.entry.filter(|_| changed);
            let revised = added.iter().any(|added| matches!(added, Added::Corrected { .. }));
            file.state = State::Stored(Kept { entry, revised });
            // The bytes are in the record now.
            file.bytes = Vec::new();
            done.push(Stored { file: file.id, entry, added });
        }
        let stored: Vec<u32> = done.iter().map(|stored| stored.file).collect();
        self.keep_in_tray(&stored)?;
        Ok(done)
    }

    /// The layouts of a file's reports, with what was settled about them.
    fn layouts_of(&self, file: &File, today: NaiveDate) -> Result<Vec<NewProfile>, DeskError> {
        let mut layouts = Vec::new();
        for drafted in &file.drafts {
            let effective = drafted.effective();
            let Some(name) = effective.distributor.filter(|_| !effective.left_out) else { continue };
            let Some(held) = self.store.distributor_named(&name)? else { continue };
            layouts.extend(drafted.to_learn(file, held.id, &held.card.locale, today));
        }
        Ok(layouts)
    }

    /// What the journal says of it.
    fn in_words(&self, ready: &[Ready]) -> Result<What, DeskError> {
        let count: usize = ready.iter().map(|ready| ready.reports.len()).sum();
        let [one] = ready else {
            return Ok(What::new("entry-import-files").with("count", ready.len()).with("reports", count));
        };
        let file = &self.session.files[one.at].name;
        let [report] = one.reports.as_slice() else {
            return Ok(What::new("entry-import-file").with("file", file).with("count", count));
        };
        let name = self.store.distributor(report.distributor)?.map(|held| held.card.name).unwrap_or_default();
        Ok(What::new("entry-import")
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

/// The name in the file that a person matched to a distributor, where it resembled one.
fn learnt(drafted: &Drafted, card: &Card) -> impl Iterator<Item = String> {
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
