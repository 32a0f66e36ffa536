//! Closing a quarter: what is shown is frozen as R1, with the pack as it prints; where something behind it changes later,
//! R2 is made.

use playbook::period::{Period, Quarter};
use store::{ActKind, Closed, NewClosed, What};
use words::Value;

use super::diff::changes;
use super::frozen::{FORM, Frozen};
use crate::desk::Desk;
use crate::error::{DeskError, ErrorKind};
use crate::judge::Known;
use crate::now::Now;
use crate::packs;
use crate::view::{ClosedLine, ClosingView, CorrectionView, RevisionRow};
use crate::{format, words};

/// A quarter that was just closed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClosedNow {
    /// Whose.
    pub name: String,
    /// 1 for the first.
    pub revision: u32,
    /// The entry, to take it back by.
    pub entry: String,
    /// `R1, closed on 15 October 2026 by Tan Mei Lin`.
    pub lead: String,
    /// What was still out when it was closed: `September summary has not come`.
    pub warnings: Vec<String>,
}

impl Desk {
    /// Closes a quarter with a distributor: freezes what is shown and the pack as it prints. Where it is closed already
    /// and something behind it changed since, makes the next revision; earlier ones stay. `reason` says why there is one.
    ///
    /// # Errors
    /// When the quarter is not over, nothing is on file, it is closed and nothing that it shows changed, or the pack can't
    /// be printed.
    pub fn close_quarter(&mut self, id: &str, quarter: &str, reason: &str, now: Now) -> Result<ClosedNow, DeskError> {
        let at = self.at(now);
        let quarter = self.quarter(quarter)?;
        let known = self.known(self.distributor_of(id)?, at.today)?;
        let frozen = Frozen::live(self, &known, quarter, at)?;
        let all = self.all_frozen(known.distributor.id, quarter)?;
        let view = self.closing_view((&known, quarter), at, &frozen, &all)?;
        if !view.may {
            return Err(DeskError { kind: ErrorKind::Invalid, message: view.why_not, hint: String::new() });
        }
        let distributor = known.distributor.id;
        let revision = self.store.next_closed(distributor, quarter)?;
        let (pack, pages) = packs::printed(self, &known, quarter, Some(revision), at)?;
        let author = self.decider()?;
        let views = frozen.written()?;
        let new = NewClosed {
            distributor,
            quarter,
            revision,
            closed_on: at.today,
            author: &author,
            reason: reason.trim(),
            form: FORM,
            views: &views,
            pages,
            pack: &pack,
        };
        let what =
            What::new("entry-closed").with("name", known.name()).with("period", quarter).with("revision", revision);
        let recorded = self.record(ActKind::Close, what, now, |writing| Ok(writing.close_quarter(&new)?))?;
        let closed = self.closed(distributor, quarter)?;
        Ok(ClosedNow {
            name: known.name().to_owned(),
            revision,
            entry: recorded.entry.map(|entry| entry.to_string()).unwrap_or_default(),
            lead: closed.as_ref().map(lead).unwrap_or_default(),
            warnings: view.warnings,
        })
    }

    /// Whether a quarter can be closed, what was closed, and what changed since.
    pub(super) fn closing_view(
        &self,
        (known, quarter): (&Known, Quarter),
        now: Now,
        live: &Frozen,
        all: &[(Closed, Frozen)],
    ) -> Result<ClosingView, DeskError> {
        let correction = match all.last() {
            Some((closed, frozen)) => self.correction((closed, frozen), live, known, now)?,
            None => None,
        };
        let newest = all.last().map(|(closed, _)| closed);
        let why_not = self.why_not(known, quarter, now, newest.filter(|_| correction.is_none()))?;
        let warnings = if newest.is_some() { Vec::new() } else { self.warnings(known, quarter, now)? };
        let closed = newest.map(|closed| ClosedLine {
            revision: named(closed.revision),
            lead: lead(closed),
            later: later(correction.as_ref()),
        });
        Ok(ClosingView {
            may: why_not.is_empty(),
            why_not,
            next: named(self.store.next_closed(known.distributor.id, quarter)?),
            warnings,
            closed,
            revisions: revisions(all, known),
            correction,
        })
    }

    /// That a quarter is closed, in a line, with whether something behind it changed later.
    pub(super) fn closed_line(
        &self,
        (closed, frozen): (&Closed, &Frozen),
        live: &Frozen,
        known: &Known,
        now: Now,
    ) -> Result<ClosedLine, DeskError> {
        let correction = self.correction((closed, frozen), live, known, now)?;
        Ok(ClosedLine { revision: named(closed.revision), lead: lead(closed), later: later(correction.as_ref()) })
    }

    /// What changed after a close: reports, reviews and lists of sales, and what was agreed, decided or set since that
    /// changes something that was frozen.
    fn correction(
        &self,
        (closed, frozen): (&Closed, &Frozen),
        live: &Frozen,
        known: &Known,
        now: Now,
    ) -> Result<Option<CorrectionView>, DeskError> {
        let mut causes = frozen.behind.changes(&live.behind, known, closed);
        let told = self.told_causes(closed, frozen, (known, &live.behind), now)?;
        let further: Vec<String> = told.into_iter().filter(|cause| !causes.contains(cause)).collect();
        causes.extend(further);
        if causes.is_empty() {
            return Ok(None);
        }
        let changes = changes(frozen, live, known, closed.quarter);
        let values = [("revision", Value::from(closed.revision)), ("count", changes.len().into())];
        Ok(Some(CorrectionView { lead: words().say("correction-lead", &values), causes, changes }))
    }

    fn why_not(
        &self,
        known: &Known,
        quarter: Quarter,
        now: Now,
        settled: Option<&Closed>,
    ) -> Result<String, DeskError> {
        let title = format::quarter(words(), quarter);
        if now.today <= quarter.last_day() {
            let from = format::day_with_year(words(), quarter.next().first_day());
            return Ok(words().say("close-not-over", &[("quarter", title.into()), ("day", from.into())]));
        }
        if packs::is_empty(known, &self.versions()?, quarter, now.today) {
            let values = [("quarter", title.into()), ("name", known.name().into())];
            return Ok(words().say("close-nothing", &values));
        }
        Ok(match settled {
            Some(closed) => {
                let values = [("quarter", title.into()), ("revision", closed.revision.into())];
                words().say("close-closed", &values)
            }
            None => String::new(),
        })
    }

    /// What is not ready, though the quarter can be closed.
    fn warnings(&self, known: &Known, quarter: Quarter, now: Now) -> Result<Vec<String>, DeskError> {
        let mut warnings = packs::not_ready(known, &self.versions()?, quarter, now.today);
        let held = self.store.reviews(Some(known.distributor.id))?;
        if !held.iter().any(|review| review.period == Period::Quarter(quarter)) {
            warnings.push(words().say("close-qbr-not-held", &[]));
        }
        Ok(warnings)
    }
}

/// Every revision, the newest first, each with what it changed.
fn revisions(all: &[(Closed, Frozen)], known: &Known) -> Vec<RevisionRow> {
    let row = |(at, (closed, frozen)): (usize, &(Closed, Frozen))| {
        let before = at.checked_sub(1).map(|before| &all[before].1);
        let changes = before.map(|before| changes(before, frozen, known, closed.quarter));
        RevisionRow {
            revision: closed.revision,
            title: named(closed.revision),
            closed_on: format::day_with_year(words(), closed.closed_on),
            author: closed.author.clone(),
            reason: closed.reason.clone(),
            pages: words().say("pages", &[("count", closed.pages.into())]),
            changes: changes.unwrap_or_default(),
        }
    };
    all.iter().enumerate().map(row).rev().collect()
}

/// `R1`.
fn named(revision: u32) -> String {
    words().say("revision", &[("revision", revision.into())])
}

/// `R1, closed on 15 October 2026 by Tan Mei Lin`.
fn lead(closed: &Closed) -> String {
    let values = [
        ("revision", Value::from(closed.revision)),
        ("day", format::day_with_year(words(), closed.closed_on).into()),
        ("author", closed.author.as_str().into()),
    ];
    words().say("closed-lead", &values)
}

fn later(correction: Option<&CorrectionView>) -> String {
    correction.map(|_| words().say("correction-later", &[])).unwrap_or_default()
}
