//! One distributor of a test, told in literals.

use chrono::NaiveDate;
use playbook::calendar::Calendar;
use playbook::case::Case;
use playbook::facts::{Facts, Report, ReportId, Review, Sales};
use playbook::kpi::{KpiKey, ReviewKind};
use playbook::measure::{MeasureKey, ReportKind};
use playbook::number::{Quantity, Rate};
use playbook::period::Period;
use playbook::phasing::Phasing;
use playbook::rules::Playbook;
use playbook::score::{Line, Scorecard, score};
use playbook::target::{Goal, Per, Target, TargetOf};

pub(crate) fn date(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

pub(crate) fn quantity(text: &str) -> Quantity {
    text.parse().unwrap()
}

/// `part / whole` of two literals.
pub(crate) fn rate(part: &str, whole: &str) -> Rate {
    Rate::of(quantity(part), quantity(whole)).unwrap()
}

/// A distributor, the rules and the calendar it is judged by.
pub(crate) struct Distributor {
    pub(crate) facts: Facts,
    pub(crate) playbook: Playbook,
    pub(crate) calendar: Calendar,
}

impl std::fmt::Debug for Distributor {
    /// The facts alone: rules and calendar are the ones that ship.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:#?}", self.facts)
    }
}

impl Distributor {
    /// A distributor in Singapore that reports from that day on.
    pub(crate) fn new(reporting_from: &str) -> Self {
        let calendar = Calendar::shipped(&"SG".parse().unwrap()).unwrap();
        Self { facts: Facts::new(date(reporting_from)), playbook: Playbook::default_rules(), calendar }
    }

    /// Hands in a report: the first, or the next revision of it.
    pub(crate) fn report(&mut self, period: &str, received: &str, measures: &[(&str, &str)]) -> ReportId {
        let period: Period = period.parse().unwrap();
        let kind = if matches!(period, Period::Week(_)) { ReportKind::Weekly } else { ReportKind::Monthly };
        let before = self.facts.reports.iter().filter(|report| report.period == period).count();
        let id = ReportId(self.facts.reports.len() as u128 + 1);
        let revision = u32::try_from(before).unwrap() + 1;
        let measures = measures.iter().map(|(key, value)| (MeasureKey::new(key), quantity(value))).collect();
        self.facts.reports.push(Report { id, kind, period, revision, received: date(received), measures });
        id
    }

    /// Hands in a list of sales that adds up to this.
    pub(crate) fn sales(&mut self, first: &str, last: &str, received: &str, amount: &str, units: &str) {
        self.facts.sales.push(Sales {
            report: ReportId(1000 + self.facts.sales.len() as u128),
            first: first.parse().unwrap(),
            last: last.parse().unwrap(),
            received: date(received),
            units: Some(quantity(units)),
            amount: Some(quantity(amount)),
        });
    }

    /// Hands in monthly summaries on time.
    pub(crate) fn months(&mut self, measure: &str, values: &[(&str, &str)]) {
        for (month, value) in values {
            let next = month.parse::<playbook::period::Month>().unwrap().next();
            self.report(month, &next.first_day().to_string(), &[(measure, value)]);
        }
    }

    pub(crate) fn target(&mut self, kpi: &str, value: &str, per: Per) {
        self.goal(kpi, Goal::Value(quantity(value)), per, "2026-01-01", false);
    }

    pub(crate) fn goal(&mut self, kpi: &str, goal: Goal, per: Per, valid_from: &str, agreed: bool) {
        let of = TargetOf::Kpi(KpiKey::new(kpi));
        let phasing = Phasing::Even;
        self.facts.targets.push(Target { of, goal, per, phasing, valid_from: date(valid_from), agreed });
    }

    pub(crate) fn review(&mut self, period: &str, held: &str) {
        let period: Period = period.parse().unwrap();
        let kind = if matches!(period, Period::Quarter(_)) { ReviewKind::Quarterly } else { ReviewKind::Monthly };
        self.facts.reviews.push(Review { kind, period, held: date(held) });
    }

    pub(crate) fn case(&self, today: &str) -> Case<'_> {
        Case { facts: &self.facts, playbook: &self.playbook, calendar: &self.calendar, today: date(today) }
    }

    pub(crate) fn score(&self, quarter: &str, today: &str) -> Scorecard {
        score(&self.case(today), quarter.parse().unwrap())
    }

    pub(crate) fn line(&self, kpi: &str, quarter: &str, today: &str) -> Line {
        self.score(quarter, today).line(&KpiKey::new(kpi)).unwrap().clone()
    }
}
