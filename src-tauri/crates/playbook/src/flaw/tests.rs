//! What is wrong with a playbook.

use super::*;
use crate::kpi::{Better, Group, OwnWords, Terms, Thresholds};
use crate::measure::{Measure, OwnMeasure, measure};

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// The flaws of the shipped rules after a change.
#[track_caller]
fn check(change: impl FnOnce(&mut Playbook), expected: &[Flaw]) {
    let mut playbook = Playbook::default_rules();
    change(&mut playbook);
    assert_eq!(flaws(&playbook), expected);
}

fn revenue(change: impl FnOnce(&mut Kpi)) -> impl FnOnce(&mut Playbook) {
    |playbook| change(&mut playbook.kpis[0])
}

fn key() -> KpiKey {
    KpiKey::fixed("revenue")
}

fn made(shape: Shape) -> Kpi {
    let own = OwnWords { title: "Own".into(), meaning: String::new() };
    Kpi::made(KpiKey::fixed("own"), own, Group::Commercial, shape)
}

fn sum(measures: &[&'static str]) -> Terms {
    Terms::of(measures.iter().map(|key| MeasureKey::fixed(key)).collect(), measure)
}

#[test]
fn the_rules_that_ship_are_sound() {
    check(|_| {}, &[]);
}

#[test]
fn weights_that_are_all_zero_score_nothing() {
    check(
        |playbook| playbook.kpis.iter_mut().for_each(|kpi| (kpi.weight, kpi.gate) = (0, None)),
        &[Flaw::WeightsAllZero],
    );
    check(revenue(|kpi| kpi.weight = 1001), &[Flaw::TooHeavy(key())]);
}

#[test]
fn lean_is_six_to_ten() {
    let scored = |count: usize| {
        move |playbook: &mut Playbook| {
            for (at, kpi) in playbook.kpis.iter_mut().enumerate() {
                (kpi.weight, kpi.gate) = (u32::from(at < count), None);
            }
        }
    };
    check(scored(5), &[Flaw::NotLean(5)]);
    check(scored(6), &[]);
    check(scored(10), &[]);
    check(scored(11), &[Flaw::NotLean(11)]);
    assert!(!Flaw::NotLean(11).stops());
}

#[test]
fn thresholds_bands_and_gates_can_be_met() {
    let thresholds = |green, amber| {
        revenue(move |kpi| {
            kpi.thresholds = Thresholds { green: Rate::percent(green), amber: Rate::percent(amber) };
        })
    };
    check(thresholds(90, 90), &[]);
    check(thresholds(90, 91), &[Flaw::ThresholdsUpsideDown(key())]);
    check(thresholds(90, -1), &[Flaw::ThresholdsUpsideDown(key())]);
    check(thresholds(120, 90), &[]);
    check(thresholds(121, 90), &[Flaw::NeverGreen(key())]);
    check(revenue(|kpi| kpi.gate = Some(Rate::percent(100))), &[]);
    check(revenue(|kpi| kpi.gate = Some(Rate::percent(101))), &[Flaw::GateUnreachable(key())]);
    check(revenue(|kpi| kpi.gate = Some(Rate::zero())), &[Flaw::GateUnreachable(key())]);
    check(revenue(|kpi| kpi.weight = 0), &[Flaw::GateUnscored(key())]);
}

#[test]
fn a_goal_for_everybody_can_be_met_and_is_no_money() {
    let volume = || KpiKey::fixed("sales-volume");
    let of = |key: KpiKey, better, goal| {
        move |playbook: &mut Playbook| {
            let kpi = playbook.kpis.iter_mut().find(|kpi| kpi.key == key).unwrap();
            (kpi.better, kpi.default_goal) = (better, Some(goal));
        }
    };
    let band = |low: &str, high: &str, margin: &str| {
        let [low, high, margin] = [low, high, margin].map(|text| text.parse().unwrap());
        of(volume(), Better::Within, Goal::Band { low, high, margin })
    };
    check(band("1", "2", "0"), &[]);
    check(band("2", "1", "0"), &[Flaw::BandUpsideDown(volume())]);
    check(band("1", "2", "-1"), &[Flaw::BandUpsideDown(volume())]);
    let value = |better, text: &str| of(volume(), better, Goal::Value(text.parse().unwrap()));
    check(value(Better::Lower, "1"), &[]);
    check(value(Better::Higher, "0"), &[Flaw::GoalUnmeetable(volume())]);
    check(value(Better::Within, "1"), &[Flaw::GoalUnmeetable(volume())]);
    let one = Goal::Value("1".parse().unwrap());
    check(of(key(), Better::Higher, one), &[Flaw::GoalOfMoney(key())]);
}

#[test]
fn a_shape_takes_measures_of_one_report_that_count_one_thing() {
    let push = |shape: Shape| move |playbook: &mut Playbook| playbook.kpis.push(made(shape));
    let own = || KpiKey::fixed("own");
    let ratio = |part: &[&'static str], whole: &[&'static str]| Shape::Ratio { part: sum(part), whole: sum(whole) };
    check(push(ratio(&["quotes", "purchase_orders"], &["leads"])), &[]);
    check(push(ratio(&["quotes"], &["new_leads"])), &[Flaw::TwoReports(own())]);
    check(push(Shape::Total(sum(&["revenue", "units_sold"]))), &[Flaw::TwoUnits(own())]);
    check(push(ratio(&["revenue"], &["purchase_orders"])), &[Flaw::TwoUnits(own())]);
    check(push(Shape::Total(sum(&["revenue", "visits"]))), &[Flaw::UnknownMeasure(own(), MeasureKey::fixed("visits"))]);
    check(push(Shape::Total(sum(&[]))), &[Flaw::NothingToSum(own())]);
    let cover = Shape::Cover { stock: sum(&["meetings_held"]), usage: sum(&["new_leads"]) };
    check(push(cover), &[Flaw::MonthsOnly(own())]);
}

#[test]
fn a_measure_of_ones_own_is_known_and_has_one_name() {
    let visits = |title: &str| OwnMeasure {
        measure: Measure { key: MeasureKey::fixed("visits"), report: ReportKind::Weekly, unit: Unit::Count },
        title: title.to_owned(),
        asked: true,
    };
    check(
        |playbook| {
            playbook.measures.push(visits("Store visits"));
            playbook.kpis.push(made(Shape::Total(sum(&["visits"]))));
        },
        &[],
    );
    check(
        |playbook| playbook.measures.extend([visits("Store visits"), visits("store visits")]),
        &[Flaw::TitleTwice("store visits".into()), Flaw::KeyTwice("visits".into())],
    );
    check(
        |playbook| {
            let untitled = Kpi {
                own: Some(OwnWords { title: " ".into(), meaning: String::new() }),
                ..made(Shape::Total(sum(&["leads"])))
            };
            playbook.kpis.push(untitled);
        },
        &[Flaw::Untitled(KpiKey::fixed("own"))],
    );
}

#[test]
fn settings_stay_in_their_bounds() {
    check(|playbook| playbook.grace_days = 61, &[Flaw::OutOfRange("grace")]);
    check(|playbook| playbook.cap = Rate::percent(99), &[Flaw::OutOfRange("cap")]);
    check(|playbook| playbook.unscored_days = 91, &[Flaw::UnscoredBeyondLaunch]);
}

#[test]
fn a_version_holds_from_a_day_of_its_own_and_leaves_closed_quarters_alone() {
    let shipped = Playbook::default_rules();
    let from = |version, text: &str| Playbook { version, valid_from: day(text), ..Playbook::default_rules() };
    let versions = Versions::new(shipped, vec![from(2, "2026-07-01")]);
    let closed: Vec<Quarter> = ["2026-Q2", "2026-Q3"].iter().map(|text| text.parse().unwrap()).collect();
    let found = |text: &str| flaws_among(&versions, &from(3, text), &closed);
    assert_eq!(
        found("2026-07-01"),
        [Flaw::SameDay { version: 2, day: day("2026-07-01") }, Flaw::ClosedQuarter(closed[1])]
    );
    assert_eq!(found("2026-04-01"), [Flaw::ClosedQuarter(closed[0])]);
    assert_eq!(found("2026-04-02"), []);
    assert_eq!(found("2026-10-01"), []);
}
