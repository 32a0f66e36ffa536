//! What a closed quarter was judged by: the reports, reviews and lists of sales that stood behind it. A difference is a
//! correction; that a day has passed, or that rules and targets changed since, is none.

use std::collections::{BTreeMap, BTreeSet};

use playbook::kpi::ReviewKind;
use playbook::period::{Period, Quarter};
use serde::{Deserialize, Serialize};
use store::{Closed, Revision, Store};
use words::Value;

use crate::error::DeskError;
use crate::evidence::cited;
use crate::judge::Known;
use crate::scorecard::Scored;
use crate::{format, words};

/// What stood behind a quarter, set by set. A set that was not kept at a close is no difference.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Behind {
    /// Its reports and reviews, and the reports that its figures are made of.
    inputs: Inputs,
    /// The lists of sales that cover one of its months.
    #[serde(default)]
    lists: Option<Inputs>,
    /// The reports of the quarter before, against whose score its own is held.
    #[serde(default)]
    before: Option<Inputs>,
}

impl Behind {
    /// What stands behind a quarter now.
    pub(super) fn of(store: &Store, scored: &Scored<'_>) -> Result<Self, DeskError> {
        let (known, quarter) = (scored.known, scored.quarter);
        let behind: Vec<_> = cited(scored).into_iter().map(|cited| cited.report).collect();
        let used = |revision: &Revision| is_of(revision.period, quarter) || behind.contains(&revision.id.into());
        let mut inputs = Inputs::reports(known, |revision| is_judged(revision) && used(revision));
        let reviews = store.reviews(Some(known.distributor.id))?;
        for review in reviews.iter().filter(|review| is_of(review.period, quarter)) {
            inputs.0.insert(format!("{} {}", review.kind.key(), review.period), review.held_on.to_string());
        }
        let before = |revision: &Revision| is_judged(revision) && quarter.previous().holds(revision.period);
        Ok(Self {
            inputs,
            lists: Some(Inputs::reports(known, |revision| !is_judged(revision) && covers(revision, quarter))),
            before: Some(Inputs::reports(known, before)),
        })
    }

    /// What of the quarter came, was corrected or was taken back since, in words.
    pub(super) fn changes(&self, now: &Self, known: &Known, closed: &Closed) -> Vec<String> {
        let changed = self.inputs.changed(&now.inputs).filter(|change| !is_only_cited(*change, known, closed));
        let reports: Vec<String> = changed.filter_map(|change| cause(change, known)).collect();
        [reports, kept(&self.lists, &now.lists, known)].concat()
    }

    /// The same of the quarter before.
    pub(super) fn changes_before(&self, now: &Self, known: &Known) -> Vec<String> {
        kept(&self.before, &now.before, known)
    }

    /// Whether it was kept what the quarter before was judged by.
    pub(super) fn keeps_before(&self) -> bool {
        self.before.is_some()
    }
}

fn kept(before: &Option<Inputs>, now: &Option<Inputs>, known: &Known) -> Vec<String> {
    let changed = before.iter().zip(now).flat_map(|(before, now)| before.changed(now));
    changed.filter_map(|change| cause(change, known)).collect()
}

/// What an input is about, what stood there and what stands there.
type Change<'a> = (&'a str, Option<&'a String>, Option<&'a String>);

/// What stood behind a quarter, by what it is about.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
struct Inputs(BTreeMap<String, String>);

impl Inputs {
    /// The newest revision of each report that is wanted.
    fn reports(known: &Known, wanted: impl Fn(&Revision) -> bool) -> Self {
        // They come in order: the newest revision stands.
        let all = known.revisions.iter().filter(|revision| wanted(revision));
        Self(all.map(|revision| (key(revision), revision.id.to_string())).collect())
    }

    /// What is not as it was.
    fn changed<'a>(&'a self, now: &'a Self) -> impl Iterator<Item = Change<'a>> {
        let keys: BTreeSet<&String> = self.0.keys().chain(now.0.keys()).collect();
        let all = keys.into_iter().map(|key| (key.as_str(), self.0.get(key), now.0.get(key)));
        all.filter(|(_, before, after)| before != after)
    }
}

/// `monthly 2026-09`; of a list over several months `lines 2026-07 2026-09`.
fn key(revision: &Revision) -> String {
    let first = format!("{} {}", revision.kind.key(), revision.period);
    match revision.last_month {
        Some(last) if Period::Month(last) != revision.period => format!("{first} {last}"),
        _ => first,
    }
}

/// `Summary of September 2026: revision 2, received on 20 October`.
fn cause((key, before, after): Change<'_>, known: &Known) -> Option<String> {
    let (kind, months) = key.split_once(' ')?;
    let period: Period = months.split(' ').next()?.parse().ok()?;
    let review = ReviewKind::from_key(kind);
    let title = Value::from(match (review, months.split_once(' ')) {
        (Some(kind), _) => review_title(kind, period),
        (None, None) => crate::review::report_title(kind, period),
        (None, Some((_, last))) => list_title(period, last.parse().ok()?),
    });
    let Some(after) = after else {
        return Some(words().say("correction-gone", &[("title", title)]));
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
    Some(words().say(if before.is_some() { "correction-revised" } else { "correction-came" }, &values))
}

/// Whether a report of another quarter was on file all along, and only began or ceased to be what growth is measured from:
/// because a day has passed, or because of something that is a cause of its own.
fn is_only_cited((key, before, after): Change<'_>, known: &Known, closed: &Closed) -> bool {
    let found = |is: &dyn Fn(&Revision) -> bool| known.revisions.iter().find(|revision| is(revision));
    match (before, after) {
        (Some(_), None) => found(&|revision| self::key(revision) == key).is_some(),
        (None, Some(after)) => found(&|revision| revision.id.to_string() == *after).is_some_and(|revision| {
            !is_of(revision.period, closed.quarter) && revision.id.as_u128() < closed.entry.as_u128()
        }),
        _ => false,
    }
}

fn review_title(kind: ReviewKind, period: Period) -> String {
    let period = format::period(words(), period).into();
    match kind {
        ReviewKind::Monthly => words().say("review-of", &[("period", period)]),
        ReviewKind::Quarterly => words().say("pack-qbr", &[("quarter", period)]),
    }
}

/// `List of sales, June to August 2026`.
fn list_title(first: Period, last: Period) -> String {
    let [from, to] = [format::period_short(words(), first), format::period(words(), last)];
    let months = words().say("date-span", &[("from", from.into()), ("to", to.into())]);
    let kind = words().say("kind-lines", &[]);
    words().say("report-title", &[("kind", kind.into()), ("period", months.into())])
}

/// Weekly and monthly reports are judged; of lists of sales only their lines are.
fn is_judged(revision: &Revision) -> bool {
    revision.kind != store::Kind::Lines
}

/// Whether a list covers a month of the quarter.
fn covers(revision: &Revision, quarter: Quarter) -> bool {
    let Period::Month(first) = revision.period else { return false };
    let last = revision.last_month.unwrap_or(first);
    quarter.months().iter().any(|month| (first..=last).contains(month))
}

fn is_of(period: Period, quarter: Quarter) -> bool {
    quarter.holds(period) || period == Period::Quarter(quarter)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::evidence::tests::{empty, now, summary, with_a_quarter};

    fn of(key: &str, value: &str) -> Behind {
        Behind { inputs: Inputs(BTreeMap::from([(key.to_owned(), value.to_owned())])), ..Behind::default() }
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
        let (nothing, x) = (Behind::default(), "x");
        for (key, said) in [
            ("monthly 2026-04", None),
            ("monthly 2026-05", Some("Monthly summary, May 2026 was taken back")),
            ("weekly 2026-W30", Some("Weekly update, Week 30, 2026 was taken back")),
            ("monthly-review 2026-07", Some("Review of July 2026 was taken back")),
        ] {
            assert_eq!(of(key, x).changes(&nothing, &known, &closed), Vec::from_iter(said));
        }
        for (month, said) in [
            ("2026-04", None),
            ("2025-08", Some("Monthly summary, August 2025 came on 2 Sep")),
            ("2026-08", Some("Monthly summary, August 2026 came on 2 Sep")),
        ] {
            let period: Period = month.parse().expect("a literal");
            let revision = known.revisions.iter().find(|revision| revision.period == period).expect("a report");
            let stands = of(&format!("monthly {month}"), &revision.id.to_string());
            assert_eq!(nothing.changes(&stands, &known, &closed), Vec::from_iter(said));
        }
        Ok(())
    }
}
