//! What is wrong with a version of the playbook before it holds: settings that contradict each other, or can't be met.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use crate::attainment::attainment;
use crate::kpi::{Kpi, KpiKey, Shape};
use crate::measure::{MeasureKey, ReportKind, Unit};
use crate::number::Rate;
use crate::period::Quarter;
use crate::qbr::NotAnAgenda;
use crate::refusal::is_money;
use crate::rules::{Playbook, Versions};
use crate::settings::SETTINGS;
use crate::target::Goal;

/// Fewer scored KPIs than this, or more than [`MOST_SCORED`], are not lean.
pub const LEAST_SCORED: usize = 6;
/// See [`LEAST_SCORED`].
pub const MOST_SCORED: usize = 10;
/// What a KPI may weigh at most.
pub const MOST_WEIGHT: u32 = 1000;

/// Something that is wrong, or worth a second look.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Flaw {
    /// No KPI weighs anything: nothing is scored.
    WeightsAllZero,
    /// So many KPIs are scored; lean is six to ten.
    NotLean(usize),
    /// A KPI weighs more than can be.
    TooHeavy(KpiKey),
    /// A KPI is amber from a higher attainment than it is green from.
    ThresholdsUpsideDown(KpiKey),
    /// A KPI is green only from an attainment that never counts.
    NeverGreen(KpiKey),
    /// One goal in money for distributors of different currencies.
    GoalOfMoney(KpiKey),
    /// A band's lower edge is above its upper one, or its margin below zero.
    BandUpsideDown(KpiKey),
    /// A goal that can't be met by degrees: zero, or leading the wrong way.
    GoalUnmeetable(KpiKey),
    /// A gate asks for more than counts at the gate.
    GateUnreachable(KpiKey),
    /// A gate of a KPI that is not scored.
    GateUnscored(KpiKey),
    /// A KPI of the manager's own without a title.
    Untitled(KpiKey),
    /// Two KPIs, or two measures, with one title.
    TitleTwice(String),
    /// Two KPIs, or two measures, with one key.
    KeyTwice(String),
    /// A sum of no measures.
    NothingToSum(KpiKey),
    /// A measure that nobody reports.
    UnknownMeasure(KpiKey, MeasureKey),
    /// The measures of a KPI stand in different reports.
    TwoReports(KpiKey),
    /// Measures that count different things, in one sum or against each other.
    TwoUnits(KpiKey),
    /// A KPI that goes by months of measures that are reported by week.
    MonthsOnly(KpiKey),
    /// A setting outside of what it may be.
    OutOfRange(&'static str),
    /// More days of launch are unscored than the launch has.
    UnscoredBeyondLaunch,
    /// The items of the quarterly review take more or fewer minutes, so many in all, than a review takes.
    AgendaTakes(u32),
    /// Another version holds from the same day.
    SameDay {
        /// Its number.
        version: u32,
        /// The day.
        day: NaiveDate,
    },
    /// A closed quarter would be judged anew.
    ClosedQuarter(Quarter),
}

impl Flaw {
    /// The message is `flaw-KEY`.
    #[must_use]
    pub fn key(&self) -> &'static str {
        match self {
            Self::WeightsAllZero => "weights-all-zero",
            Self::NotLean(_) => "not-lean",
            Self::TooHeavy(_) => "too-heavy",
            Self::ThresholdsUpsideDown(_) => "thresholds-upside-down",
            Self::NeverGreen(_) => "never-green",
            Self::GoalOfMoney(_) => "goal-of-money",
            Self::BandUpsideDown(_) => "band-upside-down",
            Self::GoalUnmeetable(_) => "goal-unmeetable",
            Self::GateUnreachable(_) => "gate-unreachable",
            Self::GateUnscored(_) => "gate-unscored",
            Self::Untitled(_) => "untitled",
            Self::TitleTwice(_) => "title-twice",
            Self::KeyTwice(_) => "key-twice",
            Self::NothingToSum(_) => "nothing-to-sum",
            Self::UnknownMeasure(..) => "unknown-measure",
            Self::TwoReports(_) => "two-reports",
            Self::TwoUnits(_) => "two-units",
            Self::MonthsOnly(_) => "months-only",
            Self::OutOfRange(_) => "out-of-range",
            Self::UnscoredBeyondLaunch => "unscored-beyond-launch",
            Self::AgendaTakes(_) => "agenda-takes",
            Self::SameDay { .. } => "same-day",
            Self::ClosedQuarter(_) => "closed-quarter",
        }
    }

    /// Whether the version can't hold with it; else it is only worth a second look.
    #[must_use]
    pub fn stops(&self) -> bool {
        !matches!(self, Self::NotLean(_) | Self::GateUnscored(_))
    }

    /// The KPI it is about.
    #[must_use]
    pub fn kpi(&self) -> Option<&KpiKey> {
        match self {
            Self::TooHeavy(kpi)
            | Self::ThresholdsUpsideDown(kpi)
            | Self::NeverGreen(kpi)
            | Self::GoalOfMoney(kpi)
            | Self::BandUpsideDown(kpi)
            | Self::GoalUnmeetable(kpi)
            | Self::GateUnreachable(kpi)
            | Self::GateUnscored(kpi)
            | Self::Untitled(kpi)
            | Self::NothingToSum(kpi)
            | Self::UnknownMeasure(kpi, _)
            | Self::TwoReports(kpi)
            | Self::TwoUnits(kpi)
            | Self::MonthsOnly(kpi) => Some(kpi),
            _ => None,
        }
    }
}

/// What is wrong with a version by itself: those flaws that stop it first.
#[must_use]
pub fn flaws(playbook: &Playbook) -> Vec<Flaw> {
    let mut found: Vec<Flaw> = playbook.kpis.iter().flat_map(|kpi| of_kpi(playbook, kpi)).collect();
    match playbook.scored() {
        0 => found.push(Flaw::WeightsAllZero),
        LEAST_SCORED..=MOST_SCORED => {}
        scored => found.push(Flaw::NotLean(scored)),
    }
    found.extend(twice(playbook));
    let outside = SETTINGS.iter().filter(|setting| !setting.allows(setting.of(playbook)));
    found.extend(outside.map(|setting| Flaw::OutOfRange(setting.key)));
    if playbook.unscored_days > playbook.launch_days {
        found.push(Flaw::UnscoredBeyondLaunch);
    }
    if let Err(NotAnAgenda::TooShort(total) | NotAnAgenda::TooLong(total)) = playbook.agenda.check() {
        found.push(Flaw::AgendaTakes(total));
    }
    found.sort_by_key(|flaw| !flaw.stops());
    found
}

/// What is wrong with a version among those that hold, by itself and against them.
#[must_use]
pub fn flaws_among(versions: &Versions, draft: &Playbook, closed: &[Quarter]) -> Vec<Flaw> {
    let day = draft.valid_from;
    let same = versions.all().filter(|other| other.valid_from == day);
    let same = same.map(|other| Flaw::SameDay { version: other.version, day });
    let closed = versions.judged_anew(day, closed).into_iter().map(Flaw::ClosedQuarter);
    same.chain(closed).chain(flaws(draft)).collect()
}

fn of_kpi(playbook: &Playbook, kpi: &Kpi) -> Vec<Flaw> {
    let key = || kpi.key.clone();
    let mut found = of_shape(playbook, kpi);
    let thresholds = &kpi.thresholds;
    if thresholds.amber > thresholds.green || thresholds.amber.is_negative() {
        found.push(Flaw::ThresholdsUpsideDown(key()));
    }
    // A cap below all of it is a flaw of its own.
    if thresholds.green > playbook.cap && playbook.cap >= Rate::one() {
        found.push(Flaw::NeverGreen(key()));
    }
    if kpi.weight > MOST_WEIGHT {
        found.push(Flaw::TooHeavy(key()));
    }
    match &kpi.gate {
        Some(gate) if *gate > playbook.gate_cap || *gate <= Rate::zero() => found.push(Flaw::GateUnreachable(key())),
        Some(_) if kpi.weight == 0 => found.push(Flaw::GateUnscored(key())),
        _ => {}
    }
    if kpi.own.as_ref().is_some_and(|own| own.title.trim().is_empty()) {
        found.push(Flaw::Untitled(key()));
    }
    found.extend(kpi.default_goal.and_then(|goal| of_goal(kpi, goal)));
    if kpi.default_goal.is_some() && is_money(kpi) {
        found.push(Flaw::GoalOfMoney(key()));
    }
    found
}

fn of_goal(kpi: &Kpi, goal: Goal) -> Option<Flaw> {
    match goal {
        Goal::Band { low, high, margin } if low > high || margin.is_negative() => {
            Some(Flaw::BandUpsideDown(kpi.key.clone()))
        }
        goal => {
            let met = attainment(kpi.better, &goal.times(&Rate::one()), &Rate::zero());
            met.is_none().then(|| Flaw::GoalUnmeetable(kpi.key.clone()))
        }
    }
}

fn of_shape(playbook: &Playbook, kpi: &Kpi) -> Vec<Flaw> {
    let key = || kpi.key.clone();
    let terms = kpi.shape.terms();
    if terms.iter().any(|terms| terms.measures().is_empty()) {
        return vec![Flaw::NothingToSum(key())];
    }
    let measures = || terms.iter().flat_map(|terms| terms.measures());
    let unknown = measures().find(|measure| playbook.measure(measure.as_str()).is_none());
    if let Some(unknown) = unknown {
        return vec![Flaw::UnknownMeasure(key(), unknown.clone())];
    }
    let known = || measures().filter_map(|measure| playbook.measure(measure.as_str()));
    let reports: BTreeSet<ReportKind> = known().map(|measure| measure.report).collect();
    let units: BTreeSet<Unit> = known().map(|measure| measure.unit).collect();
    let by_month = matches!(kpi.shape, Shape::Cover { .. } | Shape::Accuracy { .. });
    let mut found = Vec::new();
    if reports.len() > 1 {
        found.push(Flaw::TwoReports(key()));
    } else if by_month && reports.contains(&ReportKind::Weekly) {
        found.push(Flaw::MonthsOnly(key()));
    }
    if units.len() > 1 {
        found.push(Flaw::TwoUnits(key()));
    }
    found
}

/// Titles of the manager's own, and keys of any, that stand twice.
fn twice(playbook: &Playbook) -> Vec<Flaw> {
    let mut found = Vec::new();
    let kpi_titles = playbook.kpis.iter().filter_map(|kpi| kpi.own.as_ref()).map(|own| own.title.trim());
    let measure_titles = playbook.measures.iter().map(|own| own.title.trim());
    found.extend(repeated(kpi_titles).chain(repeated(measure_titles)).map(Flaw::TitleTwice));
    let kpi_keys = playbook.kpis.iter().map(|kpi| kpi.key.as_str());
    let shipped = crate::measure::MEASURES.iter().map(|measure| measure.key.as_str());
    let measure_keys = shipped.chain(playbook.measures.iter().map(|own| own.measure.key.as_str()));
    found.extend(repeated(kpi_keys).chain(repeated(measure_keys)).map(Flaw::KeyTwice));
    found
}

fn repeated<'a>(all: impl Iterator<Item = &'a str>) -> impl Iterator<Item = String> {
    let mut seen = BTreeSet::new();
    let again: Vec<String> =
        all.filter(|text| !text.is_empty() && !seen.insert(text.to_lowercase())).map(str::to_owned).collect();
    again.into_iter()
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "literals that are dates and numbers")]
mod tests {
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
        check(
            push(Shape::Total(sum(&["revenue", "visits"]))),
            &[Flaw::UnknownMeasure(own(), MeasureKey::fixed("visits"))],
        );
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
}
