//! What a closed quarter was judged by: the reports, reviews and decisions that stood behind it. A difference is a
//! correction; that a day has passed, or that rules and targets changed since, is none.

use std::collections::BTreeMap;

use playbook::kpi::ReviewKind;
use playbook::measure::ReportKind;
use playbook::period::{Period, Quarter};
use serde::{Deserialize, Serialize};
use store::{Revision, Store};
use words::Value;

use crate::error::DeskError;
use crate::evidence::cited;
use crate::judge::Known;
use crate::scorecard::Scored;
use crate::{format, words};

/// What stood behind a quarter, by what it is about.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Inputs(BTreeMap<String, String>);

impl Inputs {
    /// What stands behind a quarter now.
    pub(super) fn of(store: &Store, scored: &Scored<'_>) -> Result<Self, DeskError> {
        let (known, quarter) = (scored.known, scored.quarter);
        let mut inputs = BTreeMap::new();
        let behind: Vec<_> = cited(scored).into_iter().map(|cited| cited.report).collect();
        for revision in &known.revisions {
            let used = is_of(revision.period, quarter) || behind.contains(&revision.id.into());
            if used && kind_of(revision).is_some() {
                // They come in order: the newest revision stands.
                inputs.insert(format!("{} {}", revision.kind.key(), revision.period), revision.id.to_string());
            }
        }
        let reviews = store.reviews(Some(known.distributor.id))?;
        for review in reviews.iter().filter(|review| is_of(review.period, quarter)) {
            inputs.insert(format!("{} {}", review.kind.key(), review.period), review.held_on.to_string());
        }
        Ok(Self(inputs))
    }

    /// What came, was corrected or was taken back since, in words.
    pub(super) fn changes(&self, now: &Self, known: &Known) -> Vec<String> {
        let keys: std::collections::BTreeSet<&String> = self.0.keys().chain(now.0.keys()).collect();
        let changed = keys.into_iter().filter(|key| self.0.get(*key) != now.0.get(*key));
        changed.filter_map(|key| cause(key, self.0.get(key), now.0.get(key), known)).collect()
    }
}

/// `Summary of September 2026: revision 2, received on 20 October`.
fn cause(key: &str, before: Option<&String>, after: Option<&String>, known: &Known) -> Option<String> {
    let (kind, period) = key.split_once(' ')?;
    let period: Period = period.parse().ok()?;
    let review = ReviewKind::from_key(kind);
    let title = match review {
        Some(ReviewKind::Monthly) => words().say("review-of", &[("period", format::period(words(), period).into())]),
        Some(ReviewKind::Quarterly) => words().say("pack-qbr", &[("quarter", format::period(words(), period).into())]),
        None => crate::review::report_title(kind, period),
    };
    let title = Value::from(title);
    let Some(after) = after else { return Some(words().say("correction-gone", &[("title", title)])) };
    if review.is_some() {
        let day = format::day(words(), after.parse().ok()?);
        return Some(words().say("correction-held", &[("title", title), ("day", day.into())]));
    }
    let revision = known.revisions.iter().find(|revision| revision.id.to_string() == *after)?;
    let values = [
        ("title", title),
        ("day", format::day(words(), revision.received).into()),
        ("revision", revision.revision.into()),
    ];
    Some(words().say(if before.is_some() { "correction-revised" } else { "correction-came" }, &values))
}

/// Weekly and monthly reports are judged; lists of sales are not.
fn kind_of(revision: &Revision) -> Option<ReportKind> {
    match revision.kind {
        store::Kind::Weekly => Some(ReportKind::Weekly),
        store::Kind::Monthly => Some(ReportKind::Monthly),
        store::Kind::Lines => None,
    }
}

fn is_of(period: Period, quarter: Quarter) -> bool {
    quarter.holds(period) || period == Period::Quarter(quarter)
}
