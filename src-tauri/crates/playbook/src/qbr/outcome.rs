//! Wins and losses as the numbers and the reports propose them. A manager edits them: these are no judgement.

use std::cmp::Reverse;

use crate::attainment::Colour;
use crate::kpi::KpiKey;
use crate::measure::{BlockerCategory, RemarkKind};
use crate::number::Rate;
use crate::period::Period;
use crate::score::{Line, Scorecard, Status};

/// KPIs proposed for a side at most.
const KPIS: usize = 4;
/// Remarks proposed at most.
const REMARKS: usize = 3;

/// Which way something went.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Side {
    /// It went well.
    Win,
    /// It did not.
    Loss,
}

impl Side {
    /// The name in the store.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Win => "win",
            Self::Loss => "loss",
        }
    }

    /// The side of that key.
    #[must_use]
    pub fn from_key(key: &str) -> Option<Self> {
        [Self::Win, Self::Loss].into_iter().find(|side| side.key() == key)
    }
}

/// Something proposed as a win or a loss.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outcome {
    /// Which way it went.
    pub side: Side,
    /// What says so.
    pub cause: Cause,
}

/// What a proposal rests on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Cause {
    /// A KPI that moved the score, or a gate that is met or missed.
    Kpi {
        /// The KPI.
        kpi: KpiKey,
        /// By how much it moved the score since the quarter before, as a share of 1; `None` when there is no comparison.
        moved: Option<Rate>,
        /// Whether it is a gate of exclusivity.
        gate: bool,
    },
    /// What reports said, the same words once.
    Said {
        /// The remark: its place among those given.
        remark: usize,
        /// The periods whose reports say it.
        periods: Vec<Period>,
    },
}

/// A remark of a report.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Said {
    /// What kind of remark it is.
    pub kind: RemarkKind,
    /// Of a blocker.
    pub category: Option<BlockerCategory>,
    /// The report's period.
    pub period: Period,
    /// Its words.
    pub text: String,
}

/// Wins and losses of a quarter: what moved the score most since the quarter before, up to its target or down from it, the
/// gates that are met and missed, and what the reports call a blocker or an issue. What is still open proposes nothing. `moved` has the
/// KPIs that moved the score; empty where there is nothing to compare with.
#[must_use]
pub fn propose(card: &Scorecard, moved: &[(KpiKey, Rate)], said: &[Said]) -> Vec<Outcome> {
    let mut all = of_kpis(card, moved, Side::Win);
    all.extend(of_kpis(card, moved, Side::Loss));
    all.extend(of_remarks(said));
    all
}

fn of_kpis(card: &Scorecard, moved: &[(KpiKey, Rate)], side: Side) -> Vec<Outcome> {
    let mut found: Vec<(bool, Rate, Outcome)> = Vec::new();
    for line in card.lines.iter().filter(|line| line.weight > 0) {
        let by = moved.iter().find(|(kpi, _)| *kpi == line.kpi).map(|(_, by)| by.clone());
        let gate = gate(line);
        let wanted = match (gate, &by) {
            // A gate decides by itself: one that is red is no win because it was worse before.
            (Some(met), _) => met == side,
            (None, Some(by)) => *by != Rate::zero() && moved_side(line, by) == Some(side),
            (None, None) => false,
        };
        if wanted {
            let size = by.clone().map_or_else(Rate::zero, |by| if by.is_negative() { &Rate::zero() - &by } else { by });
            let cause = Cause::Kpi { kpi: line.kpi.clone(), moved: by, gate: gate.is_some() };
            found.push((gate.is_some(), size, Outcome { side, cause }));
        }
    }
    // What exclusivity hangs on first, then by how much it did.
    found.sort_by_key(|(gate, size, _)| (Reverse(*gate && side == Side::Loss), Reverse(size.clone())));
    found.into_iter().take(KPIS).map(|(.., outcome)| outcome).collect()
}

/// A gate's side, whatever its colour; `None` for what is no gate or is open.
fn gate(line: &Line) -> Option<Side> {
    let met = line.gate.as_ref()?.met?;
    Some(if met { Side::Win } else { Side::Loss })
}

/// The side of a KPI that moved the score: one that rose and reaches its target was won, one that fell and does not was
/// lost. What rose and is still short of it, or fell and still reaches it, is neither.
fn moved_side(line: &Line, by: &Rate) -> Option<Side> {
    match (line.status, by.is_negative()) {
        (Status::Settled(Colour::Green), false) => Some(Side::Win),
        (Status::Settled(Colour::Amber | Colour::Red), true) => Some(Side::Loss),
        _ => None,
    }
}

/// What the most reports say, in the order in which it was first said.
fn of_remarks(said: &[Said]) -> Vec<Outcome> {
    let mut groups: Vec<(usize, Vec<Period>)> = Vec::new();
    let hinders = |said: &Said| matches!(said.kind, RemarkKind::Blocker | RemarkKind::Issue);
    for (at, remark) in said.iter().enumerate().filter(|(_, remark)| hinders(remark) && !folded(remark).is_empty()) {
        match groups.iter_mut().find(|(first, _)| folded(&said[*first]) == folded(remark)) {
            Some((_, periods)) if periods.contains(&remark.period) => {}
            Some((_, periods)) => periods.push(remark.period),
            None => groups.push((at, vec![remark.period])),
        }
    }
    groups.sort_by_key(|(_, periods)| Reverse(periods.len()));
    let loss = |(remark, periods)| Outcome { side: Side::Loss, cause: Cause::Said { remark, periods } };
    groups.into_iter().take(REMARKS).map(loss).collect()
}

fn folded(said: &Said) -> String {
    said.text.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}
