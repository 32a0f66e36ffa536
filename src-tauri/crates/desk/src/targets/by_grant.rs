//! A KPI's targets grant by grant, with their sum and what must be known of it.

use playbook::agreed::{Agreed, GrantTargets, adds_up, agreed};
use playbook::kpi::Kpi;
use playbook::number::Rate;
use playbook::period::{FiscalYear, Period, Quarter};
use playbook::target::{Goal, Target};
use store::{HeldGrant, HeldTarget};

use super::goal;
use super::grid::SCALE;
use super::remark::{Remark, remarks};
use super::whose::{self, Whose};
use crate::format::{self, Currency};
use crate::view::{Choice, GrantTargetRow, TargetsByGrant};
use crate::{naming, words};

/// The grants of a distributor that run in a year, and what is agreed for them.
pub(super) struct ByGrant<'a> {
    given: &'a [HeldGrant],
    running: Vec<&'a HeldGrant>,
    whole: Vec<Target>,
    grants: Vec<GrantTargets>,
    columns: &'a [Period],
    quarters: Vec<Quarter>,
    fiscal: FiscalYear,
}

impl<'a> ByGrant<'a> {
    pub(super) fn new(given: &'a [HeldGrant], all: &[HeldTarget], columns: &'a [Period], fiscal: FiscalYear) -> Self {
        let mut quarters: Vec<Quarter> = columns.iter().map(|period| fiscal.quarter_of(*period)).collect();
        quarters.dedup();
        let whole = all.iter().filter(|held| held.set.grant.is_none()).map(|held| held.set.target.clone());
        Self {
            given,
            running: whose::running(given, &quarters),
            whole: whole.collect(),
            grants: whose::grants(given, all),
            columns,
            quarters,
            fiscal,
        }
    }

    /// Whether there is anything to tell apart: several grants, or a target of the only one.
    fn is_several(&self) -> bool {
        self.running.len() > 1 || self.grants.iter().any(|grant| !grant.targets.is_empty())
    }

    /// The whole distributor and its grants, to choose from; empty where there is nothing to choose.
    pub(super) fn choices(&self, shown: &Whose) -> Vec<Choice> {
        if !self.is_several() && shown.grant.is_none() {
            return Vec::new();
        }
        let listed = |held: &&HeldGrant| {
            let runs = self.running.iter().any(|running| running.id == held.id);
            runs || Some(held.id) == shown.grant_id()
        };
        let choice = |held: &HeldGrant| Choice { key: held.id.to_string(), label: title(held) };
        let whole = Choice { key: String::new(), label: words().say("target-whole", &[]) };
        std::iter::once(whole).chain(self.given.iter().filter(listed).map(choice)).collect()
    }

    /// The targets of a KPI by grant; `None` where there are none to tell apart, or they don't add up.
    pub(super) fn view(&self, kpi: &Kpi, currency: &Currency) -> Option<TargetsByGrant> {
        if !self.is_several() || !adds_up(kpi) {
            return None;
        }
        let shown = |goal: Goal<Rate>| goal::shown(kpi, &goal, currency, SCALE).text;
        let each = |of: &dyn Fn(&Agreed<'_>, Period) -> Option<Goal<Rate>>| -> Vec<String> {
            let one = |period: &Period| of(&self.agreed(kpi, self.fiscal.quarter_of(*period)), *period);
            self.columns.iter().map(|period| one(period).map(shown).unwrap_or_default()).collect()
        };
        let row = |held: &&HeldGrant| GrantTargetRow {
            grant: held.id.to_string(),
            title: title(held),
            cells: each(&|agreed, period| agreed.of_grant(held.id.into(), &[period])),
        };
        Some(TargetsByGrant {
            rows: self.running.iter().map(row).collect(),
            sum: each(&|agreed, period| agreed.sum(&[period]).map(Goal::Value)),
            remarks: self.remarks(kpi, |rate| goal::shown(kpi, &Goal::Value(rate.clone()), currency, SCALE).said()),
        })
    }

    fn agreed<'k>(&'k self, kpi: &'k Kpi, quarter: Quarter) -> Agreed<'k> {
        agreed(&self.whole, &self.grants, kpi, quarter)
    }

    /// What must be known of the year's quarters; what is the same in several is said once.
    fn remarks(&self, kpi: &Kpi, shown: impl Fn(&Rate) -> String) -> Vec<String> {
        let mut found: Vec<(Remark, Vec<String>)> = Vec::new();
        for quarter in &self.quarters {
            for remark in remarks(&self.agreed(kpi, *quarter), (*quarter).into(), self.given) {
                let title = format::period_short(words(), (*quarter).into());
                match found.iter_mut().find(|(known, _)| *known == remark) {
                    Some((_, quarters)) => quarters.push(title),
                    None => found.push((remark, vec![title])),
                }
            }
        }
        found.iter().map(|(remark, quarters)| remark.said(&quarters.join(", "), self.given, &shown)).collect()
    }
}

/// `Java and Bali, Home care`; with a word where it has ended.
fn title(held: &HeldGrant) -> String {
    let title = naming::held_grant(held);
    if held.ended.is_some() { words().say("target-grant-ended", &[("grant", title.into())]) } else { title }
}
