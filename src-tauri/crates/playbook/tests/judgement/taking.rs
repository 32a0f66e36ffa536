//! What it takes, fed back as reports: it makes the gate met, and one unit less does not.

use std::collections::BTreeMap;

use chrono::{Days, NaiveDate};
use playbook::cadence::weekly_due;
use playbook::exclusivity::{About, Grant, Need, Terms, What, assess, takes};
use playbook::kpi::KpiKey;
use playbook::number::{Quantity, Rate};
use playbook::period::Quarter;
use playbook::score::score;
use playbook::target::{Goal, Per};
use proptest::prelude::*;

use crate::distributor::{Distributor, quantity, rate};

const QUARTER: &str = "2026-Q3";
const SETTLED: &str = "2026-11-15";

fn quarter() -> Quarter {
    QUARTER.parse().unwrap()
}

fn grant(kpi: &str, percent: u8) -> Grant {
    let gates = BTreeMap::from([(KpiKey::new(kpi), rate(&percent.to_string(), "100"))]);
    Grant { terms: Terms { gates, ..Terms::default() }, ..Grant::default() }
}

fn need(it: &Distributor, grant: &Grant, kpi: &str, today: NaiveDate) -> Need {
    let rules = grant.terms.rules(&it.playbook);
    let case = playbook::case::Case { playbook: &rules, today, ..it.case(SETTLED) };
    let found = takes(&case, quarter(), &score(&case, quarter()));
    found.needs.into_iter().find(|need| need.kpi == KpiKey::new(kpi)).unwrap()
}

/// Whether the gate is met once everything is settled.
fn is_met(it: &Distributor, grant: &Grant, kpi: &str) -> Option<bool> {
    let rules = grant.terms.rules(&it.playbook);
    let case = playbook::case::Case { playbook: &rules, ..it.case(SETTLED) };
    let found = assess(&case, grant, quarter(), &score(&case, quarter()));
    let about = About::Kpi(KpiKey::new(kpi));
    found.conditions.into_iter().find(|condition| condition.about == about).and_then(|condition| condition.met)
}

/// Hands in the months of the quarter from `first` on, the last of them with `revenue`, the others with nothing.
fn with_revenue(mut it: Distributor, first: usize, revenue: Quantity) -> Distributor {
    for (at, month) in quarter().months().into_iter().enumerate().skip(first) {
        let stated = if at == 2 { revenue } else { Quantity::ZERO };
        it.report(&month.to_string(), &month.next().first_day().to_string(), &[("revenue", &stated.to_string())]);
    }
    it
}

/// Hands in weekly updates, each on time or a day late.
fn with_weeks(mut it: Distributor, first: usize, late: &[bool]) -> Distributor {
    for (week, late) in quarter().weeks().into_iter().skip(first).zip(late) {
        let due = weekly_due(week, &it.calendar).date;
        let received = if *late { due + Days::new(1) } else { due };
        it.report(&week.to_string(), &received.to_string(), &[]);
    }
    it
}

proptest! {
    #[test]
    fn the_remaining_amount_meets_the_gate_and_a_hundredth_less_does_not(
        sold in prop::collection::vec(0_u32..90_000, 0..=2),
        target in 1_u32..300_000,
        percent in 50_u8..=100,
    ) {
        let mut it = Distributor::new("2026-07-01");
        it.target("revenue", &rust_decimal::Decimal::new(target.into(), 1).normalize().to_string(), Per::Quarter);
        let mut today: NaiveDate = "2026-07-15".parse().unwrap();
        for (month, sold) in quarter().months().into_iter().zip(&sold) {
            today = month.next().first_day();
            let sold = rust_decimal::Decimal::new((*sold).into(), 2).normalize().to_string();
            it.report(&month.to_string(), &today.to_string(), &[("revenue", &sold)]);
        }
        let grant = grant("revenue", percent);
        let What::Amount { remaining, from, .. } = need(&it, &grant, "revenue", today).what else {
            return Err(TestCaseError::fail("revenue is an amount"));
        };
        prop_assert_eq!(from.len(), 3 - sold.len());
        let whole = with_revenue(it, sold.len(), remaining);
        prop_assert_eq!(is_met(&whole, &grant, "revenue"), Some(true), "{:?} more", remaining);
        if !remaining.is_zero() {
            let mut short = whole;
            let last = short.facts.reports.iter().map(|report| report.id).max();
            short.facts.reports.change(|report| {
                if Some(report.id) == last {
                    let less = |value: Quantity| value - "0.01".parse().unwrap();
                    report.measures = report.measures.iter().map(|(key, value)| (key.clone(), less(value))).collect();
                }
            });
            prop_assert_eq!(is_met(&short, &grant, "revenue"), Some(false), "{:?} less a hundredth", remaining);
        }
    }

    #[test]
    fn as_many_late_updates_as_may_be_meet_the_gate_and_one_more_does_not(
        late in prop::collection::vec(prop::bool::weighted(0.15), 0..13),
        percent in 50_u8..=100,
    ) {
        let it = with_weeks(Distributor::new("2026-06-29"), 0, &late);
        let weeks = quarter().weeks();
        // Two days after the last update came: what follows is not yet due.
        let today = late.len().checked_sub(1).map_or(weeks[0].first_day(), |at| weeks[at].last_day() + Days::new(3));
        let grant = grant("weekly-discipline", percent);
        let what = need(&it, &grant, "weekly-discipline", today).what;
        let What::Count { of, done, open, .. } = what else { return Err(TestCaseError::fail("updates are counted")) };
        prop_assert_eq!((of, open), (13, 13 - u32::try_from(late.len()).unwrap()));
        let rest = |lates: u32| {
            let late: Vec<bool> = (0..open).map(|at| at < lates).collect();
            is_met(&with_weeks(Distributor { facts: it.facts.clone(), playbook: it.playbook.clone(), calendar: it.calendar.clone() }, 13 - open as usize, &late), &grant, "weekly-discipline")
        };
        match what.may_miss() {
            Some(may) => {
                prop_assert_eq!(rest(may.min(open)), Some(true), "{} more late", may);
                if may < open {
                    prop_assert_eq!(rest(may + 1), Some(false), "{} more late", may + 1);
                }
            }
            None => {
                prop_assert_eq!(rest(0), Some(false), "{} of 13 are on time, and {} are open", done, open);
                prop_assert!(what.best() < Some(Rate::percent(percent.into())));
            }
        }
    }
}

/// Reports are expected from the day on which the launch begins: July's summary is not, and is not waited for.
#[test]
fn a_launch_that_begins_in_mid_month_is_decided_by_the_months_that_are_expected() {
    use playbook::exclusivity::{Proposal, gate};
    let mut it = with_weeks(Distributor::new("2026-07-15"), 0, &[]);
    it.facts.started = "2026-07-15".parse().ok();
    it.target("revenue", "300", Per::Quarter);
    let grant = Grant::started(it.facts.started);
    for (month, received) in [("2026-08", "2026-09-01"), ("2026-09", "2026-10-01")] {
        it.report(month, received, &[("revenue", "100")]);
    }
    let mut week: playbook::period::Week = "2026-W30".parse().unwrap();
    while week.first_day() < "2026-10-13".parse().unwrap() {
        it.report(&week.to_string(), &week.next().first_day().to_string(), &[]);
        week = week.next();
    }
    let found = gate(&it.case("2026-11-02"), &grant).unwrap();
    let base = found.conditions.iter().find(|condition| condition.about == About::Baseline).unwrap();
    let counted = base.counted.map(|counted| (counted.done, counted.of));
    assert_eq!((found.proposal, counted, base.met), (Proposal::Conditional, Some((2, 2)), Some(true)));
}

#[test]
fn a_gate_that_has_no_place_drops_out_and_takes_nothing() {
    let mut it = Distributor::new("2026-07-01");
    let june: NaiveDate = SETTLED.parse().unwrap();
    it.months("revenue", &[("2026-07", "100"), ("2026-08", "100"), ("2026-09", "100")]);
    for (kpi, met) in [("on-time-in-full", None), ("revenue-growth", None), ("revenue", Some(false))] {
        it.facts.targets.clear();
        it.target("revenue", "400", Per::Quarter);
        let grant = grant(kpi, 100);
        let rules = grant.terms.rules(&it.playbook);
        let case = playbook::case::Case { playbook: &rules, ..it.case(SETTLED) };
        let found = assess(&case, &grant, quarter(), &score(&case, quarter()));
        let gate = found.conditions.iter().find(|condition| condition.about == About::Kpi(KpiKey::new(kpi)));
        assert_eq!(gate.and_then(|gate| gate.met), met, "{kpi}");
        assert_eq!(gate.is_none(), need(&it, &grant, kpi, june).what == What::DoesNotApply, "{kpi}");
    }
}

#[test]
fn nothing_is_out_of_reach_that_may_still_come() {
    let mut it = Distributor::new("2026-07-01");
    it.review("2026-08", "2026-09-10");
    it.target("conversion", "0.3", Per::Quarter);
    let band = Goal::Band { low: quantity("30"), high: quantity("60"), margin: quantity("10") };
    it.goal("stock-cover", band, Per::Quarter, "2026-01-01", true);
    it.facts.operational = true;
    for month in ["2026-07", "2026-08"] {
        let received = month.parse::<playbook::period::Month>().unwrap().next().first_day().to_string();
        let sold = [("leads", "10"), ("purchase_orders", "2"), ("units_sold", "31"), ("stock_on_hand", "90")];
        it.report(month, &received, &sold);
    }
    let today = |day: &str| day.parse().unwrap();
    // July's review was due by 31 August, and can be held all the same.
    let reviews = need(&it, &grant("monthly-reviews", 100), "monthly-reviews", today("2026-09-15")).what;
    assert_eq!(reviews, What::Count { of: 3, done: 1, open: 2, needed: 3 });
    // September's summary is missing from 13 October on, and can come all the same.
    let level = need(&it, &grant("conversion", 100), "conversion", today("2026-10-20")).what;
    assert!(!level.is_out_of_reach(), "{level:?}");
    // There is too much on hand: what is needed is the upper end.
    let cover = need(&it, &grant("stock-cover", 100), "stock-cover", today("2026-09-15")).what;
    assert!(matches!(&cover, What::Level { needed, .. } if *needed == Rate::from(60)), "{cover:?}");
}

/// The proposal at the gate, by what the third month of a launch from 2026-01-05 came to and what went wrong.
#[test]
fn the_day_90_gate_opens_only_when_all_of_it_is_met() {
    use playbook::exclusivity::{Proposal, gate};
    let grant = Grant::started("2026-01-05".parse().ok());
    let check = |today: &str, march: &str, lost: &[&str], late: &[&str], expected: Proposal, failed: &[About]| {
        let mut it = Distributor::new("2025-12-29");
        it.facts.started = grant.terms.started;
        it.target("revenue", "300", Per::Quarter);
        for (month, revenue) in [("2026-01", "0"), ("2026-02", "10"), ("2026-03", march)] {
            let next = month.parse::<playbook::period::Month>().unwrap().next();
            let received = if late.contains(&month) { "2026-04-09".to_owned() } else { next.first_day().to_string() };
            it.report(month, &received, &[("revenue", revenue)]);
        }
        for week in "2026-Q1".parse::<Quarter>().unwrap().weeks() {
            let due = weekly_due(week, &it.calendar).date;
            let received = if late.contains(&week.to_string().as_str()) { due + Days::new(1) } else { due };
            it.report(&week.to_string(), &received.to_string(), &[]);
        }
        it.facts.reports.retain(|report| !lost.contains(&report.period.to_string().as_str()));
        let found = gate(&it.case(today), &grant).unwrap();
        let unmet: Vec<_> = found.conditions.iter().filter(|condition| condition.met == Some(false)).collect();
        let unmet: Vec<_> = unmet.into_iter().map(|condition| condition.about.clone()).collect();
        assert_eq!((found.proposal, unmet.as_slice()), (expected, failed), "{today} {march} {lost:?} {late:?}");
    };
    let kpi = |key: &str| About::Kpi(KpiKey::new(key));
    // Months one and two are not held against their target: nothing sold in January is no harm.
    check("2026-04-20", "100", &[], &[], Proposal::Conditional, &[]);
    check("2026-04-20", "99.99", &[], &[], Proposal::Defer, &[kpi("revenue")]);
    check("2026-04-05", "99.99", &[], &[], Proposal::Open, &[kpi("revenue")]);
    // A late week of March is one of four; one of January is not of the month that is scored.
    check("2026-04-20", "100", &[], &["2026-W11"], Proposal::Defer, &[kpi("weekly-discipline")]);
    check("2026-04-20", "100", &[], &["2026-W03"], Proposal::Conditional, &[]);
    check("2026-04-20", "100", &[], &["2026-03"], Proposal::Defer, &[kpi("monthly-on-time")]);
    // What never came: the report itself, and the baseline that it would have measured.
    check("2026-04-20", "100", &["2026-W03"], &[], Proposal::Defer, &[About::Reporting]);
    check("2026-04-20", "100", &["2026-02"], &[], Proposal::Defer, &[About::Reporting, About::Baseline]);
    // March's summary is due on 8 April and waited for until the 13th.
    check("2026-04-08", "100", &["2026-03"], &[], Proposal::Open, &[]);
    check("2026-04-10", "100", &["2026-03"], &[], Proposal::Defer, &[kpi("monthly-on-time")]);
}
