//! What is agreed for a distributor that may hold several grants.
//!
//! A target for the whole distributor holds. Where there is none, the distributor's target is the sum of its grants': of
//! all that run in the quarter, or of none. As long as one of them lacks a target the distributor has none, for a part of
//! a target looks like all of it. Only amounts add up; a share or a level is agreed for the whole distributor alone.
//!
//! A grant that begins in mid-quarter changes the sum as an amendment does: where the grants that ran before have their
//! targets, its own counts from the next quarter on, unless that was agreed.
//!
//! Reports state one figure for the distributor, so that a grant's target is only ever a part of what that figure is held
//! against: there is no actual of a grant.

use chrono::NaiveDate;

use crate::facts::GrantId;
use crate::kpi::{Kpi, Shape};
use crate::measure::Unit;
use crate::number::Rate;
use crate::period::{Period, Quarter};
use crate::target::{Goal, InForce, Target, in_force};

/// The targets of one grant, and when it runs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GrantTargets {
    /// The grant.
    pub grant: GrantId,
    /// Its first day; `None` where that isn't known: then it has always run.
    pub first: Option<NaiveDate>,
    /// Its last day; `None` as long as it is held.
    pub last: Option<NaiveDate>,
    /// What was agreed for it, with the amendments.
    pub targets: Vec<Target>,
}

impl GrantTargets {
    /// Whether it begins within a quarter, after its first day.
    fn begins_in(&self, quarter: Quarter) -> bool {
        self.first.is_some_and(|first| quarter.first_day() < first && first <= quarter.last_day())
    }

    /// Whether it runs on any day of a quarter.
    #[must_use]
    pub fn runs_in(&self, quarter: Quarter) -> bool {
        self.first.is_none_or(|first| first <= quarter.last_day())
            && self.last.is_none_or(|last| quarter.first_day() <= last)
    }
}

/// Whether targets of grants add up to the distributor's: only amounts do.
#[must_use]
pub fn adds_up(kpi: &Kpi) -> bool {
    matches!(&kpi.shape, Shape::Total(terms) if terms.unit() != Unit::Fraction)
}

/// What is agreed for a KPI in a quarter: for the whole distributor, and for its grants.
#[derive(Debug, Clone)]
pub struct Agreed<'a> {
    kpi: &'a Kpi,
    quarter: Quarter,
    /// What was set for the whole distributor.
    pub whole: Option<InForce<'a>>,
    /// What was set for grants that run in the quarter, one a grant.
    pub grants: Vec<(GrantId, InForce<'a>)>,
    /// The grants that run in the quarter and have no amount, though another has.
    pub lacking: Vec<GrantId>,
    /// What was set for grants that began in mid-quarter: it counts from the next quarter on.
    pub joining: Vec<(GrantId, InForce<'a>)>,
}

/// What a distributor's target is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Holds {
    /// What was set for the whole distributor.
    Whole,
    /// The sum of what was set for its grants.
    Sum,
    /// Missing: some of its grants have a target, and some have none.
    Lacking,
    /// Nothing is agreed at all.
    Nothing,
}

/// What is agreed for a KPI in a quarter.
#[must_use]
pub fn agreed<'a>(targets: &'a [Target], grants: &'a [GrantTargets], kpi: &'a Kpi, quarter: Quarter) -> Agreed<'a> {
    let whole = in_force(targets, kpi, quarter);
    let running = grants.iter().filter(|grant| adds_up(kpi) && grant.runs_in(quarter));
    let (opened, begun): (Vec<_>, Vec<_>) = running.partition(|grant| !grant.begins_in(quarter));
    let held = |grant: &'a GrantTargets| {
        in_force(&grant.targets, kpi, quarter).filter(|held| matches!(held.target.goal, Goal::Value(_)))
    };
    let is_complete = !opened.is_empty() && opened.iter().all(|grant| held(grant).is_some());
    let mut found = Agreed { kpi, quarter, whole, grants: Vec::new(), lacking: Vec::new(), joining: Vec::new() };
    for grant in opened {
        found.add(grant.grant, held(grant));
    }
    for grant in begun {
        match held(grant) {
            Some(held) if is_complete && !held.target.agreed => found.joining.push((grant.grant, held)),
            None if is_complete => {}
            held => found.add(grant.grant, held),
        }
    }
    if found.grants.is_empty() {
        found.lacking.clear();
    }
    found
}

impl<'a> Agreed<'a> {
    fn add(&mut self, grant: GrantId, held: Option<InForce<'a>>) {
        match held {
            Some(held) => self.grants.push((grant, held)),
            None => self.lacking.push(grant),
        }
    }

    /// What the distributor's target is. A first target for the whole that was set in mid-quarter, without an agreement,
    /// takes the place of the sum from the next quarter on, as any other change does.
    #[must_use]
    pub fn holds(&self) -> Holds {
        let complete = !self.grants.is_empty() && self.lacking.is_empty();
        let opened = |target: &Target| target.valid_from <= self.quarter.first_day();
        match &self.whole {
            Some(whole) if whole.target.agreed || opened(whole.target) => Holds::Whole,
            Some(_) if complete && self.grants.iter().all(|(_, held)| opened(held.target)) => Holds::Sum,
            Some(_) => Holds::Whole,
            None if complete => Holds::Sum,
            None if self.grants.is_empty() => Holds::Nothing,
            None => Holds::Lacking,
        }
    }

    /// What the distributor is to reach in some periods of the quarter together; `None` where it has no target.
    #[must_use]
    pub fn goal(&self, periods: &[Period]) -> Option<Goal<Rate>> {
        self.made_of(periods, |held| held.target)
    }

    /// What it would be by the changes in mid-quarter that don't count for the quarter; `None` where there is none.
    #[must_use]
    pub fn amended(&self, periods: &[Period]) -> Option<Goal<Rate>> {
        if let (Holds::Sum, Some(later)) = (self.holds(), &self.whole) {
            return Some(self.part(later.target, periods));
        }
        let joined = self.joined(periods).filter(|_| self.holds() == Holds::Sum);
        let is_amended = joined.is_some() || self.parts().any(|held| held.amended.is_some());
        let made = is_amended.then(|| self.made_of(periods, |held| held.amended.unwrap_or(held.target)))??;
        Some(match (made, joined) {
            (Goal::Value(sum), Some(joined)) => Goal::Value(&sum + &joined),
            (made, _) => made,
        })
    }

    /// What the grants that began in mid-quarter would add; `None` where there are none.
    fn joined(&self, periods: &[Period]) -> Option<Rate> {
        let amount = |(_, held): &(GrantId, InForce<'a>)| self.amount(held.target, periods);
        if self.joining.is_empty() { None } else { self.joining.iter().map(amount).sum() }
    }

    /// What it was when the quarter opened, where an agreed change took its place.
    #[must_use]
    pub fn replaced(&self, periods: &[Period]) -> Option<Goal<Rate>> {
        let changed = self.parts().any(|held| held.replaced.is_some());
        changed.then(|| self.made_of(periods, |held| held.replaced.unwrap_or(held.target)))?
    }

    /// What the targets of its grants sum to in some periods; `None` where one lacks its own, or none has any.
    #[must_use]
    pub fn sum(&self, periods: &[Period]) -> Option<Rate> {
        self.summed(periods, |held| held.target)
    }

    /// What a grant has of it in some periods.
    #[must_use]
    pub fn of_grant(&self, grant: GrantId, periods: &[Period]) -> Option<Goal<Rate>> {
        let (_, held) = self.grants.iter().chain(&self.joining).find(|(of, _)| *of == grant)?;
        Some(self.part(held.target, periods))
    }

    /// What is set for the whole distributor and what its grants sum to in some periods, where the one holds and the other
    /// differs.
    #[must_use]
    pub fn contradiction(&self, periods: &[Period]) -> Option<(Rate, Rate)> {
        match (self.holds(), self.goal(periods)?) {
            (Holds::Whole, Goal::Value(whole)) => Some((whole, self.sum(periods)?)).filter(|(whole, sum)| whole != sum),
            _ => None,
        }
    }

    /// The targets that the distributor's is made of.
    fn parts(&self) -> impl Iterator<Item = &InForce<'a>> {
        let whole = self.whole.as_ref().filter(|_| self.holds() == Holds::Whole);
        let grants = self.grants.iter().map(|(_, held)| held).filter(|_| self.holds() == Holds::Sum);
        whole.into_iter().chain(grants)
    }

    fn made_of(&self, periods: &[Period], pick: impl Fn(&InForce<'a>) -> &'a Target) -> Option<Goal<Rate>> {
        match self.holds() {
            Holds::Whole => self.whole.as_ref().map(|held| self.part(pick(held), periods)),
            Holds::Sum => self.summed(periods, pick).map(Goal::Value),
            Holds::Lacking | Holds::Nothing => None,
        }
    }

    fn summed(&self, periods: &[Period], pick: impl Fn(&InForce<'a>) -> &'a Target) -> Option<Rate> {
        let amount = |(_, held): &(GrantId, InForce<'a>)| self.amount(pick(held), periods);
        let complete = !self.grants.is_empty() && self.lacking.is_empty();
        complete.then(|| self.grants.iter().map(amount).sum::<Option<Rate>>())?
    }

    fn amount(&self, target: &Target, periods: &[Period]) -> Option<Rate> {
        match self.part(target, periods) {
            Goal::Value(amount) => Some(amount),
            Goal::FromBaseline { .. } | Goal::Band { .. } => None,
        }
    }

    fn part(&self, target: &Target, periods: &[Period]) -> Goal<Rate> {
        target.for_periods(&self.kpi.shape, periods, self.quarter.fiscal_year())
    }
}
