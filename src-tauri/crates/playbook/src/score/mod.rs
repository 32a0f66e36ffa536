//! The scorecard: from facts to lines, and from lines to a score.

mod card;
mod discipline;
mod growth;
mod series;
mod shape;
mod stock;

use chrono::NaiveDate;

pub use card::{Actual, Figure, Gate, Line, LineTarget, Part, Scorecard, Status, Tally, Total, WhyNot};

use crate::agreed::Holds;
use crate::attainment::{attainment, counted};
use crate::case::Case;
use crate::kpi::{Group, Kpi};
use crate::number::Rate;
use crate::period::{FiscalYear, Month, Period, Quarter};
use crate::phasing::Phasing;
use crate::score::series::Depth;
use crate::score::shape::{Outcome, outcome};
use crate::target::{Per, Target, TargetOf};

/// The scorecard of a quarter.
#[must_use]
pub fn score(case: &Case, quarter: Quarter) -> Scorecard {
    card(case, Span::Quarter(quarter), Depth::Whole)
}

/// What the scorecard of a quarter comes to, for whoever does not look at its lines.
#[must_use]
pub fn total(case: &Case, quarter: Quarter) -> Total {
    card(case, Span::Quarter(quarter), Depth::Score).total()
}

/// The scorecard of a month, for trends: held against the month's part of each target.
#[must_use]
pub fn score_month(case: &Case, month: Month) -> Scorecard {
    card(case, Span::Month(month), Depth::Whole)
}

/// The line of one KPI in a month or a quarter; `None` for a week, which is not scored.
#[must_use]
pub fn line_of(case: &Case, kpi: &Kpi, period: Period) -> Option<Line> {
    match period {
        Period::Week(_) => None,
        Period::Month(month) => Some(line(case, kpi, Span::Month(month), Depth::Whole)),
        Period::Quarter(quarter) => Some(line(case, kpi, Span::Quarter(quarter), Depth::Whole)),
    }
}

/// What can be scored: a month or a quarter.
#[derive(Debug, Clone, Copy)]
enum Span {
    Month(Month),
    Quarter(Quarter),
}

impl Span {
    fn months(self) -> Vec<Month> {
        match self {
            Self::Month(month) => vec![month],
            Self::Quarter(quarter) => quarter.months().to_vec(),
        }
    }

    fn period(self) -> Period {
        match self {
            Self::Month(month) => month.into(),
            Self::Quarter(quarter) => quarter.into(),
        }
    }

    fn quarter(self, fiscal: FiscalYear) -> Quarter {
        match self {
            Self::Month(month) => fiscal.quarter_of(month),
            Self::Quarter(quarter) => quarter,
        }
    }

    fn previous(self) -> Self {
        match self {
            Self::Month(month) => Self::Month(month.previous()),
            Self::Quarter(quarter) => Self::Quarter(quarter.previous()),
        }
    }

    fn year_before(self) -> Self {
        match self {
            Self::Month(month) => Self::Month(month.year_before()),
            Self::Quarter(quarter) => Self::Quarter(quarter.year_before()),
        }
    }
}

/// Score = sum(w·a) / sum(w) over the lines that apply and are known; coverage = weight with data / weight that
/// applies, where a line known in part has data in part. A line that weighs nothing changes none of it.
fn card(case: &Case, span: Span, depth: Depth) -> Scorecard {
    let kpis = case.playbook.kpis.iter().filter(|kpi| depth == Depth::Whole || kpi.weight > 0);
    let lines: Vec<Line> = kpis.map(|kpi| line(case, kpi, span, depth)).collect();
    let scored = || lines.iter().filter_map(|line| Some((Rate::from(line.weight), line.attainment.as_ref()?)));
    let applies = || lines.iter().filter(|line| line.status != Status::DoesNotApply);
    let weight_scored: Rate = scored().map(|(weight, _)| weight).sum();
    let points: Rate = scored().map(|(weight, attained)| &weight * attained).sum();
    let weight_applicable: Rate = applies().map(|line| Rate::from(line.weight)).sum();
    let weight_with_data: Rate = applies().map(weight_with_data).sum();
    let coverage = weight_with_data.over(&weight_applicable).unwrap_or_else(Rate::zero);
    let unscored = case.facts.started.is_some_and(|start| case.playbook.is_unscored(start, span.period()));
    let scorecard = Scorecard {
        period: span.period(),
        as_of: case.today,
        playbook: case.playbook.version,
        score: points.over(&weight_scored).filter(|_| !unscored),
        provisional: coverage < case.playbook.coverage_minimum,
        lines,
        coverage,
        unscored,
        points,
        weight_scored,
        weight_applicable,
        weight_with_data,
    };
    Scorecard { provisional: scorecard.provisional || scorecard.is_open(), ..scorecard }
}

/// A line that can't be scored, such as for want of a target, has no data to score by.
fn weight_with_data(line: &Line) -> Rate {
    let known = Rate::from(line.tally.known).over(&line.tally.due.into()).unwrap_or_else(Rate::zero);
    if line.attainment.is_some() { &Rate::from(line.weight) * &known } else { Rate::zero() }
}

fn line(case: &Case, kpi: &Kpi, span: Span, depth: Depth) -> Line {
    let in_scope = case.facts.operational || kpi.group != Group::Operational;
    let out = || Outcome::not_applicable(WhyNot::OutOfScope);
    let mut found = if in_scope { outcome(case, kpi, span, depth) } else { out() };
    found.evidence.sort();
    found.evidence.dedup();
    let target = line_target(case, kpi, span, &found, depth);
    let attained = attained(case, kpi, target.as_ref(), &found);
    let status = status(kpi, target.as_ref(), attained.as_ref(), &found);
    let met = |required: &Rate| match status {
        Status::Settled(_) => {
            attained.as_ref().map(|attained| counted(attained.clone(), &case.playbook.gate_cap) >= *required)
        }
        _ => None,
    };
    let gate = kpi.gate.as_ref().map(|required| Gate { required: required.clone(), met: met(required) });
    let weighs = attained.as_ref().filter(|_| kpi.weight > 0);
    Line {
        kpi: kpi.key.clone(),
        group: kpi.group,
        weight: kpi.weight,
        points: weighs.map(|attained| &Rate::from(kpi.weight) * attained),
        actual: found.actual,
        target,
        attainment: attained,
        status,
        gate,
        parts: found.parts,
        tally: found.tally,
        evidence: found.evidence,
    }
}

fn line_target(case: &Case, kpi: &Kpi, span: Span, found: &Outcome, depth: Depth) -> Option<LineTarget> {
    let fiscal = case.playbook.fiscal_year;
    let agreed = case.facts.agreed(kpi, span.quarter(fiscal));
    let whole = [span.period()];
    let expected = found.expected.as_deref().unwrap_or(&whole);
    let decided = found.decided.as_deref().unwrap_or(&whole);
    if agreed.holds() == Holds::Nothing {
        let default = default_target(kpi)?;
        let of = |periods: &[Period]| default.for_periods(&kpi.shape, periods, fiscal);
        return Some(LineTarget { goal: of(expected), to_date: of(decided), amended: None, replaced: None });
    }
    let (goal, to_date) = (agreed.goal(expected)?, agreed.goal(decided)?);
    let (amended, replaced) = match depth {
        Depth::Whole => (agreed.amended(expected), agreed.replaced(expected)),
        Depth::Score => (None, None),
    };
    Some(LineTarget { goal, to_date, amended, replaced })
}

/// What holds where nothing is agreed: an amount is that of a quarter, spread evenly.
fn default_target(kpi: &Kpi) -> Option<Target> {
    Some(Target {
        of: TargetOf::Kpi(kpi.key.clone()),
        goal: kpi.default_goal?,
        per: Per::Quarter,
        phasing: Phasing::Even,
        valid_from: NaiveDate::MIN,
        agreed: true,
    })
}

/// The attainment that counts; `None` when it does not apply, has no target or nothing of it is decided yet.
fn attained(case: &Case, kpi: &Kpi, target: Option<&LineTarget>, found: &Outcome) -> Option<Rate> {
    if matches!(found.actual, Actual::NotApplicable(_)) {
        return None;
    }
    let target = target?;
    if found.spoiled {
        return Some(Rate::zero());
    }
    let raw = attainment(kpi.better, &target.to_date, found.value.as_ref()?)?;
    Some(counted(raw, &case.playbook.cap))
}

fn status(kpi: &Kpi, target: Option<&LineTarget>, attained: Option<&Rate>, found: &Outcome) -> Status {
    let colour = attained.map(|attained| kpi.thresholds.colour(attained));
    match colour {
        _ if matches!(found.actual, Actual::NotApplicable(_)) => Status::DoesNotApply,
        _ if target.is_none() => Status::NoTarget,
        colour if !found.tally.open.is_empty() => Status::Provisional(colour),
        Some(colour) => Status::Settled(colour),
        None => Status::NoTarget,
    }
}
