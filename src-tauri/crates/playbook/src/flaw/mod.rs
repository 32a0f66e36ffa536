//! What is wrong with a version of the playbook before it holds: settings that contradict each other, or can't be met.

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "literals that are dates and numbers")]
mod tests;

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
