//! What of the reviews needs the manager: reviews to hold, actions that are due, corrections after a close.

use std::collections::BTreeMap;

use chrono::{Days, NaiveDate};
use playbook::cadence::review_due;
use playbook::facts::{Report, Sales};
use playbook::kpi::ReviewKind;
use playbook::period::{Month, Period, Quarter};
use store::{Closed, DistributorId, QbrAction, Review};
use words::Value;

use super::inputs::Behind;
use crate::desk::Desk;
use crate::error::DeskError;
use crate::inbox::{TODAY, place, place_in, until, when};
use crate::judge::Known;
use crate::now::Now;
use crate::scorecard::Scored;
use crate::view::{InboxKind, InboxRow, Mark};
use crate::{format, naming, words};

/// Days before its deadline from which a monthly review or an action is listed.
const AHEAD: i32 = 14;

/// The rows of the reviews.
pub(crate) fn inbox_rows(desk: &Desk, known: &[Known], now: Now) -> Result<Vec<InboxRow>, DeskError> {
    let (today, versions) = (now.today, desk.versions()?);
    let ended = versions.fiscal_year().quarter_on(today).previous();
    let (held, actions) = (desk.store.reviews(None)?, desk.store.actions(None)?);
    let mut rows = Vec::new();
    for known in known {
        let id = known.distributor.id;
        let held: Vec<&Review> = held.iter().filter(|review| review.distributor == id).collect();
        rows.extend(qbr(known, &held, ended, versions.in_force(ended).qbr_days, today));
        rows.extend(monthly(known, &held, today));
        let open = actions.iter().filter(|action| action.distributor == id && action.card.settled.is_none());
        rows.extend(open.filter_map(|action| due(known, action, today)));
    }
    rows.extend(corrections(desk, known, now)?);
    Ok(rows)
}

fn row(known: &Known, kind: InboxKind, mark: Mark, what: String, day: Option<(NaiveDate, NaiveDate)>) -> InboxRow {
    let id = known.distributor.id.to_string();
    InboxRow {
        kind,
        name: naming::name(&known.distributor.card),
        mark,
        what,
        when: day.map(|(due, today)| when(due, today)).unwrap_or_default(),
        sort: day.map_or(TODAY, |(due, today)| until(due, today)),
        action: String::new(),
        place: place(&id, "reviews"),
        distributor: id,
    }
}

/// The review of the quarter that ended, until it is held.
fn qbr(known: &Known, held: &[&Review], quarter: Quarter, days: u32, today: NaiveDate) -> Option<InboxRow> {
    let period = Period::Quarter(quarter);
    let expected = known.facts.reporting_from <= quarter.first_day();
    if !expected || held.iter().any(|review| review.period == period) {
        return None;
    }
    let by = review_due(ReviewKind::Quarterly, period, days);
    let what = words().say("pack-qbr", &[("quarter", format::quarter(words(), quarter).into())]);
    let mark = if today > by { Mark::Missing } else { Mark::NotDue };
    let action = words().say("inbox-prepare-qbr", &[]);
    Some(InboxRow { action, ..row(known, InboxKind::ReviewDue, mark, what, Some((by, today))) })
}

/// The review of the month that ended, as its deadline comes near, and that of the month before, until it is held.
fn monthly(known: &Known, held: &[&Review], today: NaiveDate) -> Vec<InboxRow> {
    let last = Month::of(today).previous();
    let of = |month: Month| {
        let period = Period::Month(month);
        let by = review_due(ReviewKind::Monthly, period, 0);
        let expected = month.first_day() >= known.facts.reporting_from;
        let near = until(by, today) <= AHEAD;
        if !expected || !near || held.iter().any(|review| review.period == period) {
            return None;
        }
        let what = words().say("review-of", &[("period", format::month(words(), month).into())]);
        let mark = if today > by { Mark::Missing } else { Mark::NotDue };
        let action = words().say("inbox-note-review", &[]);
        Some(InboxRow { action, ..row(known, InboxKind::ReviewDue, mark, what, Some((by, today))) })
    };
    [last.previous(), last].into_iter().filter_map(of).collect()
}

/// An action whose day is near or has passed.
fn due(known: &Known, action: &QbrAction, today: NaiveDate) -> Option<InboxRow> {
    let by = action.card.due;
    if by > today + Days::new(u64::from(AHEAD.unsigned_abs())) {
        return None;
    }
    let values = [("what", action.card.what.as_str().into()), ("owner", Value::from(action.card.owner.as_str()))];
    let what = words().say("inbox-action-of", &values);
    let mark = if today > by { Mark::Late } else { Mark::NotDue };
    let action = words().say("inbox-settle-action", &[]);
    Some(InboxRow { action, ..row(known, InboxKind::Action, mark, what, Some((by, today))) })
}

/// Closed quarters behind which something changed since.
fn corrections(desk: &Desk, known: &[Known], now: Now) -> Result<Vec<InboxRow>, DeskError> {
    let mut newest: BTreeMap<(DistributorId, Quarter), Closed> = BTreeMap::new();
    for closed in desk.store.closed(None, None)? {
        newest.insert((closed.distributor, closed.quarter), closed);
    }
    let mut rows = Vec::new();
    for known in known {
        for closed in newest.values().filter(|closed| closed.distributor == known.distributor.id) {
            if desk.is_corrected(known, closed, now)? {
                let next = desk.store.next_closed(closed.distributor, closed.quarter)?;
                rows.push(corrected(known, closed, next));
            }
        }
    }
    Ok(rows)
}

/// A next revision to make: its number is never one that was given before.
fn corrected(known: &Known, closed: &Closed, next: u32) -> InboxRow {
    let quarter = format::quarter(words(), closed.quarter);
    let values = [("quarter", quarter.into()), ("revision", Value::from(closed.revision))];
    let what = words().say("inbox-corrected", &values);
    let next = words().say("inbox-make-revision", &[("revision", next.into())]);
    let place = place_in(&known.distributor.id.to_string(), "reviews", closed.quarter);
    InboxRow { action: next, place, ..row(known, InboxKind::ToReview, Mark::Corrected, what, None) }
}

impl Desk {
    /// Whether something behind a closed quarter changed since. What was frozen is read only where something came.
    fn is_corrected(&self, known: &Known, closed: &Closed, now: Now) -> Result<bool, DeskError> {
        known.changed((closed.entry, now.today), || self.changed_since(known, closed, now))
    }

    /// With how many a quarter is closed of whom something behind it changed since.
    pub(crate) fn changed_since_closed(&self, known: &[Known], quarter: Quarter, now: Now) -> Result<usize, DeskError> {
        let closed = self.store.closed(None, Some(quarter))?;
        let mut count = 0;
        for known in known {
            let newest = closed.iter().rfind(|closed| closed.distributor == known.distributor.id);
            if newest.map(|closed| self.is_corrected(known, closed, now)).transpose()?.unwrap_or(false) {
                count += 1;
            }
        }
        Ok(count)
    }

    fn changed_since(&self, known: &Known, closed: &Closed, now: Now) -> Result<bool, DeskError> {
        // Ids sort in the order of the journal.
        let newer = |report: &&Report| report.id.0 > closed.entry.as_u128();
        let fiscal = closed.quarter.fiscal_year();
        // What grew is compared with a period up to a year before.
        let looked_at = closed.quarter.year_before()..=closed.quarter;
        let is_behind = |report: &Report| looked_at.contains(&fiscal.quarter_of(report.period));
        let came = known.facts.reports.iter().filter(newer).any(is_behind);
        let months = closed.quarter.months();
        let covers = |list: &Sales| list.first <= months[2] && months[0] <= list.last;
        let lists = known.facts.sales.iter().filter(|list| list.report.0 > closed.entry.as_u128());
        let came = came || lists.into_iter().any(covers);
        let disturbed = came
            || self.store.was_reviewed_since(closed)?
            || self.store.was_taken_back_since(closed)?
            || !self.store.told_since(closed)?.is_empty();
        if !disturbed {
            return Ok(false);
        }
        let known = self.known(known.distributor.clone(), now.today)?;
        let versions = self.versions()?;
        let scored = Scored::new(&known, &versions, closed.quarter, now.today);
        let live = Behind::of(&self.store, &scored)?;
        let frozen = self.frozen(closed)?;
        if !frozen.behind.changes(&live, &known, closed).is_empty() {
            return Ok(true);
        }
        Ok(!self.told_causes(closed, &frozen, (&known, &live), now)?.is_empty())
    }
}
