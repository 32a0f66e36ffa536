//! What it takes: what must still be sold or sent in a quarter to keep exclusivity, and whether that can be done at all.

use chrono::NaiveDate;
use num_bigint::BigInt;
use num_rational::BigRational;
use num_traits::ToPrimitive;
use rust_decimal::Decimal;

use super::assessment::settles;
use super::condition::expected;
use crate::attainment::needed;
use crate::cadence::{ReportState, settled_after};
use crate::case::Case;
use crate::compliance::periods_of;
use crate::kpi::{Better, Kpi, KpiKey, Shape, Terms};
use crate::measure::{ReportKind, Unit};
use crate::number::{Quantity, Rate};
use crate::period::{Month, Period, Quarter};
use crate::score::{Line, Scorecard, Status};
use crate::target::Goal;

/// What it takes to keep exclusivity in a quarter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Takes {
    /// The quarter.
    pub quarter: Quarter,
    /// Whether its last day is over.
    pub ended: bool,
    /// The last day on which a report that is out is still waited for.
    pub settles: NaiveDate,
    /// One a gate KPI, in the playbook's order.
    pub needs: Vec<Need>,
    /// The reports that have not come, the one that is due first first.
    pub owed: Vec<Owed>,
}

impl Takes {
    /// The gates that can't be met any more.
    pub fn out_of_reach(&self) -> impl Iterator<Item = &Need> {
        self.needs.iter().filter(|need| need.what.is_out_of_reach())
    }
}

/// What one gate KPI takes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Need {
    /// The KPI.
    pub kpi: KpiKey,
    /// The attainment that is required.
    pub required: Rate,
    /// What is missing of it.
    pub what: What,
}

/// What is missing of a gate, by what the KPI counts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum What {
    /// A sum: so much more.
    Amount {
        /// What the quarter must come to.
        needed: Rate,
        /// What is known of it.
        known: Rate,
        /// The least further amount that a report can state to reach it: 0 where it is reached.
        remaining: Quantity,
        /// Periods that can still bring it: not yet due, within the grace, or missing until they come.
        from: Vec<Period>,
        /// How fast that is.
        pace: Box<Pace>,
    },
    /// A share of reports or reviews: so many more.
    Count {
        /// How many the quarter expects.
        of: u32,
        /// How many are done.
        done: u32,
        /// How many may still be done.
        open: u32,
        /// How many must be done in all.
        needed: u32,
    },
    /// A level, such as a conversion, to stand at when the quarter ends.
    Level {
        /// At least this, or at most where less is better.
        needed: Rate,
        /// Where it stands.
        actual: Option<Rate>,
        /// Whether it is judged already, and how.
        met: Option<bool>,
    },
    /// Nothing is agreed that it could be held against.
    NoTarget,
    /// It has no place in this quarter.
    DoesNotApply,
}

impl What {
    /// Whether nothing that may still come can meet the gate.
    #[must_use]
    pub fn is_out_of_reach(&self) -> bool {
        match self {
            Self::Amount { remaining, from, .. } => !remaining.is_zero() && from.is_empty(),
            Self::Count { done, open, needed, .. } => done + open < *needed,
            Self::Level { met, .. } => *met == Some(false),
            Self::NoTarget | Self::DoesNotApply => false,
        }
    }

    /// Whether something must still come.
    #[must_use]
    pub fn must_still_come(&self) -> bool {
        match self {
            Self::Amount { remaining, .. } => !remaining.is_zero(),
            Self::Count { done, needed, .. } => done < needed,
            Self::Level { met, .. } => *met != Some(true),
            Self::NoTarget => true,
            Self::DoesNotApply => false,
        }
    }

    /// The best share that is still possible: 11 of 13.
    #[must_use]
    pub fn best(&self) -> Option<Rate> {
        match self {
            Self::Count { of, done, open, .. } => Rate::from(done + open).over(&(*of).into()),
            _ => None,
        }
    }

    /// How many more may still be late or left out; `None` when it is out of reach already.
    #[must_use]
    pub fn may_miss(&self) -> Option<u32> {
        match self {
            Self::Count { done, open, needed, .. } => (done + open).checked_sub(*needed),
            _ => None,
        }
    }
}

/// How fast an amount came and has to come: per week of seven days.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Pace {
    /// What is needed, over the days about which nothing is known yet.
    pub needed: Option<Rate>,
    /// Those days.
    pub days: u32,
    /// What came in this quarter, over the days that are known.
    pub so_far: Option<Rate>,
    /// What came in the quarter before.
    pub before: Option<Rate>,
    /// The fastest week or month of this quarter and the one before.
    pub best: Option<(Period, Rate)>,
}

/// A report that has not come.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Owed {
    /// Weekly or monthly.
    pub kind: ReportKind,
    /// The week or month it is about.
    pub period: Period,
    /// The last day on which it is on time.
    pub due: NaiveDate,
    /// The last day on which it is waited for.
    pub until: NaiveDate,
    /// Not yet due, overdue or missing.
    pub state: ReportState,
}

/// What it takes to keep exclusivity in a quarter. `case` and `scorecard` are by the grant's own rules.
#[must_use]
pub fn takes(case: &Case, quarter: Quarter, scorecard: &Scorecard) -> Takes {
    let gated =
        scorecard.lines.iter().filter_map(|line| Some((line, line.gate.as_ref()?, case.playbook.kpi(&line.kpi)?)));
    let needs = gated.map(|(line, gate, kpi)| Need {
        kpi: line.kpi.clone(),
        required: gate.required.clone(),
        what: what(case, quarter, kpi, line, &gate.required),
    });
    Takes {
        quarter,
        ended: case.today > quarter.last_day(),
        settles: settles(case, quarter),
        needs: needs.collect(),
        owed: owed(case, quarter),
    }
}

fn what(case: &Case, quarter: Quarter, kpi: &Kpi, line: &Line, required: &Rate) -> What {
    if line.status == Status::DoesNotApply {
        return What::DoesNotApply;
    }
    let goal = line.target.as_ref().map(|target| &target.goal);
    let Some(level) = goal.and_then(|goal| needed(kpi.better, goal, required)) else {
        return match goal {
            // Anywhere inside the band meets the gate: its near end is shown.
            Some(Goal::Band { low, high, .. }) => {
                let actual = value(line);
                let is_above = actual.as_ref().is_some_and(|actual| actual > high);
                What::Level { needed: if is_above { high } else { low }.clone(), actual, met: met(line) }
            }
            _ => What::NoTarget,
        };
    };
    match &kpi.shape {
        Shape::Total(terms) if kpi.better == Better::Higher => amount(case, quarter, terms, line, level),
        Shape::OnTime(_) => count(line, &level, |_, _, open| open),
        // A review can be held after its day.
        Shape::Held(_) => count(line, &level, |of, done, _| of - done),
        _ => What::Level { needed: level, actual: value(line), met: met(line) },
    }
}

fn value(line: &Line) -> Option<Rate> {
    line.actual.figure().map(|figure| figure.value())
}

/// Whether a level meets its gate; one of which a report is out is judged anew when that comes.
fn met(line: &Line) -> Option<bool> {
    line.gate.as_ref().and_then(|gate| gate.met).filter(|_| line.tally.missing.is_empty())
}

fn amount(case: &Case, quarter: Quarter, terms: &Terms, line: &Line, needed: Rate) -> What {
    let known = value(line).unwrap_or_else(Rate::zero);
    let remaining = least(&(&needed - &known), terms.unit());
    let from = line.tally.open.iter().chain(&line.tally.missing).copied();
    let pace = Box::new(pace(case, quarter, terms, line, remaining));
    What::Amount { needed, known, remaining, from: from.collect(), pace }
}

/// The least that a report can state and that is not below `amount`: money in hundredths, things one by one.
fn least(amount: &Rate, unit: Unit) -> Quantity {
    let decimals: u32 = match unit {
        Unit::Money => 2,
        Unit::Units | Unit::Count => 0,
        Unit::Fraction => 4,
    };
    let scaled = amount.ratio() * BigRational::from(BigInt::from(10).pow(decimals));
    let steps = scaled.ceil().to_integer().to_i128().filter(|steps| *steps > 0).unwrap_or(0);
    let least = Decimal::try_from_i128_with_scale(steps, decimals).ok().and_then(|least| Quantity::new(least).ok());
    least.unwrap_or(Quantity::ZERO)
}

fn count(line: &Line, share: &Rate, may_come: fn(u32, u32, u32) -> u32) -> What {
    let part = |key: &str| {
        let figure = line.parts.iter().find(|part| part.key == key)?.figure.as_ref()?;
        figure.value().ratio().to_integer().to_u32()
    };
    let (done, decided) = (part("done").unwrap_or(0), part("of").unwrap_or(0));
    let open = u32::try_from(line.tally.open.len()).unwrap_or(u32::MAX);
    let of = decided + open;
    let needed = (share * &Rate::from(of)).ratio().ceil().to_integer().to_u32().unwrap_or(of);
    What::Count { of, done, open: may_come(of, done, open), needed }
}

fn pace(case: &Case, quarter: Quarter, terms: &Terms, line: &Line, remaining: Quantity) -> Pace {
    let now = stated(case, terms, &quarter.months());
    let before = stated(case, terms, &quarter.previous().months());
    let days = days_of(line.tally.open.iter().copied());
    let of = |known: &[(Period, Quantity)]| {
        let sum: Quantity = known.iter().map(|(_, value)| *value).sum();
        a_week(&sum.into(), days_of(known.iter().map(|(period, _)| *period)))
    };
    let each = before
        .iter()
        .chain(&now)
        .filter_map(|(period, value)| Some((*period, a_week(&Rate::from(*value), days_of([*period].into_iter()))?)));
    Pace {
        needed: a_week(&remaining.into(), days).filter(|_| !remaining.is_zero()),
        days,
        so_far: of(&now),
        before: of(&before),
        best: each.max_by(|(_, a), (_, b)| a.cmp(b)),
    }
}

/// What was stated, period by period.
fn stated(case: &Case, terms: &Terms, months: &[Month]) -> Vec<(Period, Quantity)> {
    let of = |period: Period| {
        let report = case.facts.current(terms.report(), period, case.today)?;
        let values = terms.measures().iter().map(|key| report.measures.get(key));
        Some((period, values.collect::<Option<Vec<_>>>()?.into_iter().sum()))
    };
    periods_of(terms.report(), months).into_iter().filter_map(of).collect()
}

fn days_of(periods: impl Iterator<Item = Period>) -> u32 {
    periods.map(Period::days).sum()
}

/// An amount over some days, per week of seven; `None` over no day.
fn a_week(amount: &Rate, days: u32) -> Option<Rate> {
    (amount * &Rate::from(7)).over(&days.into())
}

fn owed(case: &Case, quarter: Quarter) -> Vec<Owed> {
    let out = expected(case, &quarter.months()).into_iter().filter(|receipt| !receipt.state.is_received());
    let mut owed: Vec<Owed> = out
        .map(|receipt| Owed {
            kind: receipt.due.kind,
            period: receipt.due.period,
            due: receipt.due.date,
            until: settled_after(receipt.due.date, case.playbook.grace_days),
            state: receipt.state,
        })
        .collect();
    owed.sort_by_key(|owed| (owed.due, owed.period));
    owed
}
