//! Saving a version, and when years begin.

use chrono::NaiveDate;
use playbook::exclusivity::Stage;
use playbook::flaw::flaws_among;
use playbook::kpi::ReviewKind;
use playbook::period::{FiscalYear, Quarter};
use playbook::rules::{Playbook, Versions};
use store::{ActKind, EntryId, What};

use super::entered::{Entered, entered};
use super::later::gone_again;
use super::{FISCAL_YEAR, flaws};
use crate::desk::Desk;
use crate::error::{DeskError, ErrorKind};
use crate::now::Now;
use crate::view::{DraftFlaw, PlaybookDraft, PlaybookView, SavedPlaybook};
use crate::{format, words};

/// How an entry is named that says when years begin.
const ENTRY: &str = "entry-fiscal-year";

impl Desk {
    /// What is wrong with a draft, or worth a second look. Nothing is recorded.
    ///
    /// # Errors
    /// When the record can't be read.
    pub fn check_playbook(&self, draft: &PlaybookDraft, now: Now) -> Result<Vec<DraftFlaw>, DeskError> {
        Ok(self.read_draft(draft, self.day(now))?.1)
    }

    /// Saves a draft as the version that holds from its day. One that can't hold is not saved, and says why; saving what
    /// holds from that day already adds nothing.
    ///
    /// # Errors
    /// When the record can't be read or written.
    pub fn save_playbook(&mut self, draft: &PlaybookDraft, now: Now) -> Result<SavedPlaybook, DeskError> {
        let (playbook, flaws) = self.read_draft(draft, self.day(now))?;
        if flaws.iter().any(|flaw| flaw.stops) {
            return Ok(SavedPlaybook { version: 0, flaws });
        }
        let day = format::day_with_year(words(), playbook.valid_from);
        let what = What::new("entry-playbook").with("day", day);
        let recorded = self.record(ActKind::Playbook, what, now, |writing| Ok(writing.add_playbook(&playbook)?))?;
        Ok(SavedPlaybook { version: i32::try_from(recorded.value).unwrap_or(i32::MAX), flaws })
    }

    /// Says with which month years begin, 1 to 12.
    ///
    /// # Errors
    /// When it is no month, or quarters that begin otherwise are on file: they would belong to no year.
    pub fn set_fiscal_year(&mut self, month: u32, now: Now) -> Result<PlaybookView, DeskError> {
        let not = || DeskError::new(ErrorKind::Invalid, "not-a-month-number", &[("text", month.to_string().into())]);
        let fiscal = FiscalYear::starting(month).ok_or_else(not)?;
        if fiscal != self.fiscal_year()? {
            self.fiscal_year_is_free()?;
            let what = What::new(ENTRY).with("month", words().say(&format!("month-{month}"), &[]));
            self.record(ActKind::Setting, what, now, |writing| Ok(writing.set(FISCAL_YEAR, &month.to_string())?))?;
        }
        self.playbook_view(None, now)
    }

    /// An entry that said when years begin is neither taken back nor brought back while a quarter is on file.
    pub(crate) fn keeps_fiscal_year(&self, entry: EntryId) -> Result<(), DeskError> {
        if self.store.entry(entry)?.what.key == ENTRY { self.fiscal_year_is_free() } else { Ok(()) }
    }

    fn fiscal_year_is_free(&self) -> Result<(), DeskError> {
        let Some(held) = self.held_quarter()? else { return Ok(()) };
        let values = [("quarter", format::quarter(words(), held).into())];
        Err(DeskError::new(ErrorKind::Invalid, "fiscal-year-held", &values))
    }

    /// A quarter that something is on file for under its name, by which the fiscal year is settled.
    pub(super) fn held_quarter(&self) -> Result<Option<Quarter>, DeskError> {
        let reviews = self.store.reviews(None)?;
        let quarterly = reviews.into_iter().filter(|review| review.kind == ReviewKind::Quarterly);
        let held = quarterly.filter_map(|review| match review.period {
            playbook::period::Period::Quarter(quarter) => Some(quarter),
            _ => None,
        });
        let decided = self.store.decisions(None)?.into_iter().filter_map(|decision| match decision.made.stage {
            Stage::Quarter(quarter) => Some(quarter),
            Stage::Launch => None,
        });
        let agreed = self.store.actions(None)?.into_iter().map(|action| action.quarter);
        let prepared = self.store.qbr_quarters()?.into_iter().chain(agreed);
        Ok(held.chain(decided).chain(prepared).chain(self.closed_quarters()?).max())
    }

    /// The quarters that were closed for any distributor.
    fn closed_quarters(&self) -> Result<Vec<Quarter>, DeskError> {
        let mut closed: Vec<Quarter> =
            self.store.closed(None, None)?.into_iter().map(|closed| closed.quarter).collect();
        closed.sort();
        closed.dedup();
        Ok(closed)
    }

    fn read_draft(&self, draft: &PlaybookDraft, today: NaiveDate) -> Result<(Playbook, Vec<DraftFlaw>), DeskError> {
        let versions = self.versions()?;
        let Entered { playbook, flaws: unread } = entered(draft, &versions);
        let dated = draft.from.trim().parse::<NaiveDate>().is_ok();
        let held = self.held_as_it_is(&playbook, &versions);
        let among = if dated {
            flaws_among(&versions, &playbook, &self.closed_quarters()?)
        } else {
            playbook::flaw::flaws(&playbook)
        };
        let among = if held { Vec::new() } else { among };
        let mut all: Vec<DraftFlaw> =
            unread.into_iter().chain(among.iter().map(|flaw| flaws::in_words(flaw, &playbook))).collect();
        if dated && !held {
            all.extend(judged_anew(&versions, playbook.valid_from, today));
            all.extend(gone_again(&playbook, &versions));
        }
        all.sort_by_key(|flaw| !flaw.stops);
        Ok((playbook, all))
    }

    /// Whether the version of that day says the same already: saving it again is nothing to refuse.
    fn held_as_it_is(&self, draft: &Playbook, versions: &Versions) -> bool {
        let same_day = versions.all().rfind(|playbook| playbook.valid_from == draft.valid_from && playbook.version > 1);
        same_day.is_some_and(|held| Playbook { version: held.version, ..draft.clone() } == *held)
    }
}

/// A version from a day that has passed judges quarters anew that have opened since.
fn judged_anew(versions: &Versions, from: NaiveDate, today: NaiveDate) -> Option<DraftFlaw> {
    let running = versions.fiscal_year().quarter_on(today);
    let holds = versions.fiscal_year().quarter_on(from);
    let first = if holds.first_day() < from { holds.next() } else { holds };
    let earlier = first <= running && !versions.judged_anew(from, &[first]).is_empty();
    earlier.then(|| DraftFlaw {
        stops: false,
        kpi: -1,
        message: words().say("flaw-judged-anew", &[("quarter", format::quarter(words(), first).into())]),
    })
}
