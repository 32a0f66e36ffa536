//! The reports on file, in the order in which a judgement asks for them.

use chrono::NaiveDate;

use crate::measure::{MeasureKey, ReportKind};
use crate::number::Quantity;
use crate::period::Period;

/// The store's name of a report revision; opaque here.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ReportId(pub u128);

/// One revision of one report.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Report {
    /// Its name.
    pub id: ReportId,
    /// Weekly or monthly.
    pub kind: ReportKind,
    /// The week or month it is about.
    pub period: Period,
    /// 1 for the first; the highest is the current one.
    pub revision: u32,
    /// The day it was received, which may differ from the day it was imported.
    pub received: NaiveDate,
    /// What it states. A measure that is not here was not reported: never zero.
    pub measures: Values,
}

/// What a report states of each measure. A portfolio holds tens of thousands of these, each of a few measures: they stand
/// in one sorted row.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Values(Vec<(MeasureKey, Quantity)>);

impl Values {
    /// What is stated of a measure.
    #[must_use]
    pub fn get(&self, key: &MeasureKey) -> Option<Quantity> {
        // Among a handful, most keys differ by their length already: looking at each is quicker than halving.
        self.0.iter().find(|(own, _)| own == key).map(|(_, value)| *value)
    }

    /// States a measure; what was stated of it before no longer holds.
    pub fn state(&mut self, key: MeasureKey, value: Quantity) {
        let place = self.place(&key);
        if let Some(held) = place.ok().and_then(|at| self.0.get_mut(at)) {
            held.1 = value;
        } else if let Err(at) = place {
            self.0.insert(at, (key, value));
        }
    }

    fn place(&self, key: &MeasureKey) -> Result<usize, usize> {
        // They mostly come by key.
        match self.0.last() {
            Some((last, _)) if last < key => Err(self.0.len()),
            _ => self.0.binary_search_by(|(own, _)| own.cmp(key)),
        }
    }

    /// Each measure with what is stated of it, by key.
    pub fn iter(&self) -> impl Iterator<Item = (&MeasureKey, Quantity)> {
        self.0.iter().map(|(key, value)| (key, *value))
    }

    /// How many measures are stated.
    #[must_use]
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether nothing is stated.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl FromIterator<(MeasureKey, Quantity)> for Values {
    fn from_iter<I: IntoIterator<Item = (MeasureKey, Quantity)>>(values: I) -> Self {
        let values = values.into_iter();
        let mut all = Self(Vec::with_capacity(values.size_hint().0));
        values.for_each(|(key, value)| all.state(key, value));
        all
    }
}

/// The revisions of reports that are on file, by kind, period and revision, in whatever order they came.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Reports(Vec<Report>);

impl Reports {
    /// All, by kind, period and revision.
    pub fn iter(&self) -> std::slice::Iter<'_, Report> {
        self.0.iter()
    }

    /// How many revisions there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The revisions of one report, the first one first.
    #[must_use]
    pub fn of(&self, kind: ReportKind, period: Period) -> &[Report] {
        let first = self.0.partition_point(|report| about(report) < (kind, period));
        let rest = self.0.get(first..).unwrap_or_default();
        let count = rest.iter().take_while(|report| about(report) == (kind, period)).count();
        rest.get(..count).unwrap_or_default()
    }

    /// The same of some periods, each later than the one before: found by going on from one to the next.
    pub(crate) fn of_each(&self, kind: ReportKind, periods: &[Period]) -> impl Iterator<Item = (Period, &[Report])> {
        debug_assert!(periods.is_sorted_by(|one, next| one < next), "a report would be passed over: {periods:?}");
        let first =
            periods.first().map_or(0, |period| self.0.partition_point(|report| about(report) < (kind, *period)));
        let mut rest = self.0.get(first..).unwrap_or_default();
        periods.iter().map(move |period| {
            let before = rest.iter().take_while(|report| about(report) < (kind, *period)).count();
            let from = rest.get(before..).unwrap_or_default();
            let count = from.iter().take_while(|report| about(report) == (kind, *period)).count();
            let (found, after) = from.split_at_checked(count).unwrap_or_default();
            rest = after;
            (*period, found)
        })
    }

    /// Adds one.
    pub fn push(&mut self, report: Report) {
        let at = self.0.partition_point(|held| place(held) <= place(&report));
        self.0.insert(at, report);
    }

    /// Keeps those alone of which that is true.
    pub fn retain(&mut self, keeps: impl FnMut(&Report) -> bool) {
        self.0.retain(keeps);
    }

    /// Changes each.
    pub fn change(&mut self, change: impl FnMut(&mut Report)) {
        self.0.iter_mut().for_each(change);
        self.0.sort_by_key(place);
    }
}

impl From<Vec<Report>> for Reports {
    fn from(mut reports: Vec<Report>) -> Self {
        reports.sort_by_key(place);
        Self(reports)
    }
}

impl IntoIterator for Reports {
    type Item = Report;
    type IntoIter = std::vec::IntoIter<Report>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter()
    }
}

impl<'a> IntoIterator for &'a Reports {
    type Item = &'a Report;
    type IntoIter = std::slice::Iter<'a, Report>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

/// What a report is about.
fn about(report: &Report) -> (ReportKind, Period) {
    (report.kind, report.period)
}

/// Where a report stands among others.
fn place(report: &Report) -> (ReportKind, Period, u32, NaiveDate, ReportId) {
    (report.kind, report.period, report.revision, report.received, report.id)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn report(id: u128, period: &str, revision: u32) -> Report {
        let period: Period = period.parse().expect("a literal");
        let kind = if matches!(period, Period::Week(_)) { ReportKind::Weekly } else { ReportKind::Monthly };
        let received = period.last_day();
        Report { id: ReportId(id), kind, period, revision, received, measures: Values::default() }
    }

    #[test]
    fn the_revisions_of_a_report_are_found_whatever_the_order_they_came_in() {
        let came =
            [report(4, "2026-10", 2), report(3, "2026-W41", 1), report(2, "2026-10", 1), report(1, "2026-09", 1)];
        let all = Reports::from(came.to_vec());
        let mut one_by_one = Reports::default();
        came.into_iter().rev().for_each(|report| one_by_one.push(report));
        assert_eq!(all, one_by_one);
        for (kind, period, expected) in [
            (ReportKind::Monthly, "2026-10", vec![2, 4]),
            (ReportKind::Monthly, "2026-09", vec![1]),
            (ReportKind::Weekly, "2026-W41", vec![3]),
            (ReportKind::Weekly, "2026-W40", vec![]),
            (ReportKind::Monthly, "2026-11", vec![]),
        ] {
            let period = period.parse().expect("a literal");
            let ids = |found: &[Report]| found.iter().map(|report| report.id.0).collect::<Vec<_>>();
            assert_eq!(ids(all.of(kind, period)), expected, "{period}");
            let around = [period.previous(), period];
            let each: Vec<_> = all.of_each(kind, &around).map(|(period, found)| (period, ids(found))).collect();
            assert_eq!(each, around.map(|period| (period, ids(all.of(kind, period)))));
        }
    }

    #[test]
    fn what_a_change_moves_is_found_where_it_is_then() {
        let mut all = Reports::from(vec![report(1, "2026-09", 1), report(2, "2026-10", 1)]);
        all.change(|report| report.revision = 3 - u32::try_from(report.id.0).expect("small"));
        all.change(|report| report.period = "2026-08".parse().expect("a literal"));
        let found: Vec<_> = all.of(ReportKind::Monthly, "2026-08".parse().expect("a literal")).iter().collect();
        assert_eq!(found.iter().map(|report| report.id.0).collect::<Vec<_>>(), [2, 1]);
        all.retain(|report| report.revision == 2);
        assert_eq!((all.len(), all.is_empty()), (1, false));
    }

    #[test]
    fn of_a_measure_that_is_named_twice_the_last_holds() {
        let of = |pairs: &[(&str, u32)]| -> Values {
            pairs.iter().map(|(key, value)| (MeasureKey::new(key), Quantity::from(*value))).collect()
        };
        let values = of(&[("revenue", 3), ("leads", 1), ("revenue", 5)]);
        assert_eq!(values, of(&[("leads", 1), ("revenue", 5)]));
        assert_eq!(values.get(&MeasureKey::new("revenue")), Some(Quantity::from(5)));
        assert_eq!(values.get(&MeasureKey::new("quotes")), None);
        assert_eq!((values.len(), of(&[]).is_empty()), (2, true));
    }
}
