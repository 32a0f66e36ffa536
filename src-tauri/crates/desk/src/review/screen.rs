//! The review on the screen: the list of files, and one file with its sheet, its drafts and its questions.

use intake::draft::Draft;
use playbook::period::Period;
use store::{Report, Standing};

use super::effective::{Effective, stored_kind};
use super::in_words::{Outcome, answered, currency, in_words, odd, outcome, questions, title, values};
use super::sure::Parts;
use super::{Answered, Drafted, File, Kept, Marked, State, sheet_view, small};
use crate::contract::kind_key;
use crate::desk::Desk;
use crate::error::DeskError;
use crate::format;
use crate::now::Now;
use crate::view::{
    DraftView, FileState, Found, ImportFile, ImportView, Mark, Problem, ReviewRow, ReviewView, Severity,
};
use crate::words;

impl Desk {
    /// The files at hand.
    ///
    /// # Errors
    /// When the record can't be read.
    pub fn import_view(&self, now: Now) -> Result<ImportView, DeskError> {
        let mut order: Vec<&File> = self.session.files.iter().collect();
        order.sort_by_key(|file| (std::cmp::Reverse(file.batch), file.id));
        let files = order.into_iter().map(|file| self.import_file(file)).collect::<Result<Vec<_>, _>>()?;
        let reading = files.iter().filter(|file| file.state == FileState::Reading).count();
        let batches = self.batch_heads(now)?;
        Ok(ImportView { lead: lead(&files), reading: small(reading), files, batches })
    }

    /// One file under review; `sheet` chooses among its sheets.
    ///
    /// # Errors
    /// When the file is gone, or the record can't be read.
    pub fn review(&self, id: &str, sheet: Option<i32>, now: Now) -> Result<ReviewView, DeskError> {
        let file = self.session.file(id)?;
        let shown = self.import_file(file)?;
        let wanted = sheet.and_then(|sheet| usize::try_from(sheet).ok()).filter(|sheet| *sheet < file.sheets.len());
        // The sheet that is asked about, so that the question stands beside its cell.
        let asked = file.drafts.iter().find(|drafted| drafted.open_questions() > 0).or(file.drafts.first());
        let chosen = wanted.or_else(|| asked.map(|drafted| drafted.sheet)).unwrap_or(0);
        let mut drafts = Vec::new();
        let mut problems = Vec::new();
        for (index, drafted) in file.drafts.iter().enumerate() {
            drafts.push(self.draft_view(file, index, drafted, &mut problems, now)?);
        }
        let marked = marked(file, chosen);
        let count = marked.values().filter(|(found, _)| *found != Found::Evidence).count();
        let refused = matches!(file.state, State::Unreadable(_) | State::Reading);
        if let State::Unreadable(why) = &file.state {
            let message = crate::contract::refusal(words(), &file.name, why);
            problems.push(Problem {
                severity: Severity::Stops,
                place: file.name.clone(),
                message,
                hint: String::new(),
            });
        }
        let (open, parts) = (file.open_questions(), self.parts_of(file)?);
        Ok(ReviewView {
            received: self.received_in_words(file, now)?,
            received_on: file.received.to_string(),
            heading: words().say("review-heading", &[("count", count.into())]),
            sheet: (!refused && !file.sheets.is_empty())
                .then(|| sheet_view(&file.name, &file.sheets, chosen, &marked, &notes(file))),
            drafts,
            problems,
            open: small(open),
            can_confirm: shown.state == FileState::Ready,
            partly: if file.state == State::Open { partly(&parts) } else { String::new() },
            waits: small(parts.open),
            file: shown,
        })
    }

    /// The files that wait, for Today.
    pub(crate) fn waiting(&self) -> Vec<ReviewRow> {
        let note = |open: usize| match open {
            0 => words().say("file-ready", &[]),
            open => words().say("file-questions", &[("count", open.into())]),
        };
        let row =
            |file: &File| ReviewRow { file: file.key(), name: file.name.clone(), note: note(file.open_questions()) };
        self.session.waiting().map(row).collect()
    }

    fn import_file(&self, file: &File) -> Result<ImportFile, DeskError> {
        let words = words();
        let say = |key: &str| words.say(key, &[]);
        let open = file.open_questions();
        let parts = if file.state == State::Open { self.parts_of(file)? } else { Parts::default() };
        let mut entry = match file.state {
            State::Open => self.last_part(file)?,
            _ => None,
        };
        let (mark, state, note) = match &file.state {
            State::Reading => (Mark::Working, FileState::Reading, say("file-reading")),
            State::Unreadable(why) => {
                let note = words.say(&format!("refusal-short-{}", why.key()), &[("reason", why.reason().into())]);
                (Mark::Refused, FileState::Refused, note)
            }
            State::Open if open > 0 => {
                let asks = words.say("file-questions", &[("count", open.into())]);
                let partly = Some(partly(&parts)).filter(|partly| !partly.is_empty());
                (Mark::Question, FileState::Asking, partly.into_iter().chain([asks]).collect::<Vec<_>>().join(", "))
            }
            State::Open if self.is_ready(file)? => (Mark::Provisional, FileState::Ready, say("file-ready")),
            State::Open => (Mark::Question, FileState::Asking, say("file-unclear")),
            State::NoReport => (Mark::None, FileState::NoReport, say("file-no-report")),
            State::Same(day) => {
                let note = words.say("file-same", &[("day", format::day(words, *day).into())]);
                (Mark::OnTime, FileState::Same, note)
            }
            State::Stored(Kept { entry: None, .. }) => (Mark::OnTime, FileState::Same, say("file-nothing-new")),
            State::Stored(Kept { entry: Some(id), .. }) => {
                entry = Some(id.to_string());
                match self.store.entry(*id)?.standing {
                    Standing::Undone => (Mark::None, FileState::Undone, say("file-undone")),
                    _ => (Mark::OnTime, FileState::Stored, say("file-stored")),
                }
            }
            State::Skipped | State::Again => (Mark::None, FileState::Skipped, say("file-skipped")),
        };
        let batch = i32::try_from(file.batch).unwrap_or(i32::MAX);
        let sure = if parts.can_be_split() { small(parts.sure.len()) } else { 0 };
        Ok(ImportFile {
            id: file.key(),
            batch,
            name: file.name.clone(),
            mark,
            who: who(file),
            note,
            state,
            entry,
            sure,
        })
    }

    fn draft_view(
        &self,
        file: &File,
        index: usize,
        drafted: &Drafted,
        problems: &mut Vec<Problem>,
        now: Now,
    ) -> Result<DraftView, DeskError> {
        let draft = &drafted.draft;
        let effective = drafted.effective();
        let held = match &effective.distributor {
            Some(name) => self.store.distributor_named(name)?,
            None => None,
        };
        let before = match &held {
            Some(held) => self.stored_before(held.id, draft, &effective)?,
            None => None,
        };
        let card = held.as_ref().map(|held| &held.card);
        let (currency, measures) = (currency(&effective, card), self.measures()?);
        problems.extend(odd(&effective, draft, card));
        let mut register: Vec<String> = self.store.distributors()?.into_iter().map(|held| held.card.name).collect();
        register.sort();
        let stored = file.state == State::Open && self.is_stored(drafted)?;
        let mut outcome = outcome(&effective, draft, before.as_ref(), card, file);
        if stored {
            outcome = Outcome { text: words().say("outcome-stored", &[]), same: true };
        }
        let new = held.as_ref().and_then(|held| effective.report(file, draft, held.id, &held.card));
        let effect = match new.filter(|_| file.state == State::Open && !outcome.same) {
            Some(new) => self.effect(&new, now)?,
            None => String::new(),
        };
        let outside = || words().say("place-outside", &[]);
        let place = |place: Option<intake::grid::Place>| place.map_or_else(outside, |place| place.to_string());
        Ok(DraftView {
            index: small(index),
            sheet: small(drafted.sheet),
            title: title(&effective),
            distributor: effective.distributor.clone().unwrap_or_default(),
            distributor_place: draft.distributor.as_ref().map(|found| place(found.place)).unwrap_or_default(),
            period: effective.period.map(|period| format::period(words(), period)).unwrap_or_default(),
            period_place: draft.period.as_ref().map(|found| place(found.place)).unwrap_or_default(),
            kind: effective.kind.map(|kind| kind_key(kind).to_owned()).unwrap_or_default(),
            outcome: outcome.text,
            effect,
            values: values(drafted, &effective, before.as_ref(), &measures, currency.as_ref()),
            words: draft.remarks.iter().map(in_words).collect(),
            questions: questions(file, index, drafted, (&measures, currency.as_ref()), &register),
            answered: answered(file, index, drafted, (&measures, currency.as_ref())),
            stored,
        })
    }

    /// The revision that counts now of the report that a draft would add.
    fn stored_before(
        &self,
        distributor: store::DistributorId,
        draft: &Draft,
        effective: &Effective,
    ) -> Result<Option<Report>, DeskError> {
        let (Some(kind), Some(period)) = (effective.kind, effective.period) else { return Ok(None) };
        let last =
            draft.lines.as_ref().and_then(|lines| lines.last_month).filter(|last| Period::Month(*last) != period);
        let kind = stored_kind(kind);
        let same = self
            .store
            .reports(distributor)?
            .into_iter()
            .filter(|revision| (revision.kind, revision.period, revision.last_month) == (kind, period, last));
        match same.max_by_key(|revision| revision.revision) {
            Some(current) => Ok(Some(self.store.report(current.id)?)),
            None => Ok(None),
        }
    }

    /// `Received Wed 7 Oct, on time`.
    fn received_in_words(&self, file: &File, now: Now) -> Result<String, DeskError> {
        let words = words();
        let day = format::day_short(words, file.received);
        let single = match file.drafts.as_slice() {
            [one] => Some(one.effective()),
            _ => None,
        };
        let due = match single {
            Some(Effective { kind: Some(kind), distributor: Some(name), period: Some(period), .. }) => {
                let held = self.store.distributor_named(&name)?;
                let kind = stored_kind(kind).report();
                match (held, kind) {
                    (Some(held), Some(kind)) => {
                        let known = self.known(held, self.day(now))?;
                        playbook::cadence::due(kind, period, &known.calendar).map(|due| due.date)
                    }
                    _ => None,
                }
            }
            _ => None,
        };
        Ok(match due {
            None => words.say("received", &[("day", day.into())]),
            Some(due) if file.received <= due => words.say("received-on-time", &[("day", day.into())]),
            Some(due) => {
                let late = (file.received - due).num_days();
                words.say("received-late", &[("day", day.into()), ("days", late.into())])
            }
        })
    }
}

/// `5 files from this session. 2 are in, 1 asks a question`.
fn lead(files: &[ImportFile]) -> String {
    if files.is_empty() {
        return words().say("import-none", &[]);
    }
    let count = |of: &[FileState]| files.iter().filter(|file| of.contains(&file.state)).count();
    let parts: Vec<String> = [
        ("import-in", count(&[FileState::Stored, FileState::Same])),
        ("import-asks", count(&[FileState::Asking])),
        ("import-ready", count(&[FileState::Ready])),
        ("import-reading", count(&[FileState::Reading])),
        ("import-refused", count(&[FileState::Refused])),
        ("import-no-report", count(&[FileState::NoReport])),
    ]
    .into_iter()
    .filter(|(_, count)| *count > 0)
    .map(|(key, count)| words().say(key, &[("count", count.into())]))
    .collect();
    let all = words().say("import-files", &[("count", files.len().into())]);
    if parts.is_empty() { all } else { format!("{all}. {}", parts.join(", ")) }
}

/// `3 of 4 reports are stored`; empty where none is.
fn partly(parts: &Parts) -> String {
    let all = parts.stored + parts.sure.len() + parts.open;
    let values = [("stored", parts.stored.into()), ("count", all.into())];
    if parts.stored == 0 { String::new() } else { words().say("file-partly", &values) }
}

/// `Cahaya Nusantara, September 2026`; how many where there are several.
fn who(file: &File) -> String {
    match file.drafts.as_slice() {
        [] => String::new(),
        [one] => {
            let effective = one.effective();
            let period = effective.period.map(|period| format::period(words(), period));
            [effective.distributor, period].into_iter().flatten().collect::<Vec<_>>().join(", ")
        }
        several => words().say("file-reports", &[("count", several.len().into())]),
    }
}

/// What was made of the cells of a sheet.
fn marked(file: &File, sheet: usize) -> Marked {
    let mut marked = Marked::new();
    for drafted in file.drafts.iter().filter(|drafted| drafted.sheet == sheet) {
        let draft = &drafted.draft;
        let labels = [
            draft.distributor.as_ref().and_then(|found| found.place),
            draft.period.as_ref().and_then(|found| found.place),
            draft.currency.as_ref().and_then(|found| found.place),
        ];
        marked.extend(labels.into_iter().flatten().map(|place| (place, (Found::Label, None))));
        marked.extend(draft.remarks.iter().map(|remark| (remark.place, (Found::Words, None))));
        marked.extend(draft.measures.values().map(|stated| (stated.place, (Found::Value, None))));
        for (question, answer) in draft.questions.iter().zip(&drafted.answers) {
            let found = match answer {
                None => (Found::Asked, Some(Mark::Question)),
                Some(Answered::Chosen(_)) => (Found::Value, None),
                Some(Answered::Pointed(_, place)) => {
                    marked.insert(*place, (Found::Value, None));
                    continue;
                }
                Some(Answered::Typed(_) | Answered::LeftOut) => continue,
            };
            marked.extend(question.place.map(|place| (place, found)));
        }
    }
    marked
}

/// What became of each sheet: `left out`, `empty`, `hidden`.
fn notes(file: &File) -> Vec<String> {
    let note = |(index, sheet): (usize, &intake::child::SheetPreview)| {
        let key = match (file.drafts.iter().any(|drafted| drafted.sheet == index), sheet.rows, sheet.hidden) {
            (true, ..) => return String::new(),
            (false, 0, _) => "sheet-empty",
            (false, _, true) => "sheet-hidden",
            (false, _, false) => "sheet-left-out",
        };
        words().say(key, &[])
    };
    file.sheets.iter().enumerate().map(note).collect()
}
