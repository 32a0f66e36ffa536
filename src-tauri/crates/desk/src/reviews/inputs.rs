//! What a closed quarter was judged by: the reports, reviews and decisions that stood behind it. A difference is a
//! correction; that a day has passed, or that rules and targets changed since, is none.

use std::collections::BTreeMap;

use playbook::kpi::ReviewKind;
use playbook::measure::ReportKind;
use playbook::period::{Period, Quarter};
use serde::{Deserialize, Serialize};
use store::{Closed, Revision, Store};
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
    pub(super) fn changes(&self, now: &Self, known: &Known, closed: &Closed) -> Vec<String> {
        let keys: std::collections::BTreeSet<&String> = self.0.keys().chain(now.0.keys()).collect();
        let changed = keys.into_iter().filter(|key| self.0.get(*key) != now.0.get(*key));
        changed.filter_map(|key| cause(key, self.0.get(key), now.0.get(key), (known, closed))).collect()
    }
}

/// `Summary of September 2026: revision 2, received on 20 October`.
fn cause(
    key: &str,
    before: Option<&String>,
    after: Option<&String>,
    (known, closed): (&Known, &Closed),
) -> Option<String> {
    let (kind, period) = key.split_once(' ')?;
    let period: Period = period.parse().ok()?;
    let review = ReviewKind::from_key(kind);
    let title = match review {
        Some(ReviewKind::Monthly) => words().say("review-of", &[("period", format::period(words(), period).into())]),
        Some(ReviewKind::Quarterly) => words().say("pack-qbr", &[("quarter", format::period(words(), period).into())]),
        None => crate::review::report_title(kind, period),
    };
    let title = Value::from(title);
    let Some(after) = after else {
        // What growth was measured from may still be there, and no longer be what it is measured from.
        let key = if is_live(kind, period, known) { "correction-unused" } else { "correction-gone" };
        return Some(words().say(key, &[("title", title)]));
    };
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
    // What was on file at the close came no later: growth is measured from it now.
    let was_there = !is_of(period, closed.quarter) && revision.id.as_u128() < closed.entry.as_u128();
    let key = match before {
        Some(_) => "correction-revised",
        None if was_there => "correction-used",
        None => "correction-came",
    };
    Some(words().say(key, &values))
}

/// Whether a revision of that report counts.
fn is_live(kind: &str, period: Period, known: &Known) -> bool {
    known.revisions.iter().any(|revision| (revision.kind.key(), revision.period) == (kind, period))
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::evidence::tests::{empty, now, summary, with_a_quarter};

    fn of(key: &str, value: &str) -> Inputs {
        Inputs(BTreeMap::from([(key.to_owned(), value.to_owned())]))
    }

    #[test]
    fn a_report_came_or_was_taken_back_only_where_it_was_not_there_before_or_is_there_no_more() -> Result<(), DeskError>
    {
        let folder = tempfile::tempdir().expect("a folder");
        let mut desk = empty(folder.path());
        let id = with_a_quarter(&mut desk, "PT Contoh");
        summary(&mut desk, id, "2026-04", "1500", "E6");
        desk.close_quarter(&id.to_string(), "2026-Q3", "", now())?;
        summary(&mut desk, id, "2025-08", "1500", "E6");
        let known = desk.known(desk.distributor_of(&id.to_string())?, now().today)?;
        let closed = desk.store.closed(None, None)?.remove(0);
        let (nothing, x) = (Inputs::default(), "x");
        for (key, said) in [
            ("monthly 2026-04", "Monthly summary, April 2026 no longer stands behind a figure"),
            ("monthly 2026-05", "Monthly summary, May 2026 was taken back"),
            ("weekly 2026-W30", "Weekly update, Week 30, 2026 was taken back"),
            ("monthly-review 2026-07", "Review of July 2026 was taken back"),
        ] {
            assert_eq!(of(key, x).changes(&nothing, &known, &closed), [said]);
        }
        for (month, said) in [
            ("2026-04", "Monthly summary, April 2026 stands behind a figure now"),
            ("2025-08", "Monthly summary, August 2025 came on 2 Sep"),
            ("2026-08", "Monthly summary, August 2026 came on 2 Sep"),
        ] {
            let period: Period = month.parse().expect("a literal");
            let revision = known.revisions.iter().find(|revision| revision.period == period).expect("a report");
            let stands = of(&format!("monthly {month}"), &revision.id.to_string());
            assert_eq!(nothing.changes(&stands, &known, &closed), [said]);
        }
        Ok(())
    }
}
