//! What a report does to the score, shown before it is confirmed.

use playbook::facts::{Facts, Report};
use playbook::measure::{Unit, measure};
use playbook::period::Quarter;
use playbook::score::{Scorecard, score};
use store::NewReport;
use words::Value;

use crate::desk::Desk;
use crate::error::DeskError;
use crate::format::{self, percent};
use crate::now::Now;
use crate::words;

impl Desk {
    /// `Score of Q3 2026: 81.0, then 77.2`; empty where nothing moves, or there is no score.
    pub(crate) fn effect(&self, report: &NewReport, now: Now) -> Result<String, DeskError> {
        let (Some(kind), Some(held)) = (report.kind.report(), self.store.distributor(report.distributor)?) else {
            return Ok(String::new());
        };
        let (today, currency) = (self.day(now), held.card.currency.clone());
        let known = self.known(held, today)?;
        let versions = self.versions()?;
        let quarter = versions.fiscal_year().quarter_of(report.period);
        let playbook = versions.in_force(quarter);
        let before = known.score(playbook, quarter, today);
        let foreign = report.currency.as_deref().is_some_and(|stated| stated != currency);
        let is_money = |key: &str| measure(key).is_none_or(|known| known.unit == Unit::Money);
        let stated = report.measures.iter().filter(|(key, _)| !(foreign && is_money(key.as_str())));
        let revisions = known.facts.reports.iter().filter(|held| held.kind == kind && held.period == report.period);
        let added = Report {
            id: playbook::facts::ReportId(u128::MAX),
            kind,
            period: report.period,
            revision: revisions.map(|held| held.revision).max().unwrap_or(0) + 1,
            received: report.received,
            measures: stated.map(|(key, stated)| (key.clone(), stated.value)).collect(),
        };
        let mut facts: Facts = known.facts.clone();
        facts.reports.push(added);
        let mut case = known.case(playbook, today);
        case.facts = &facts;
        Ok(moved(quarter, &before, &score(&case, quarter)))
    }
}

fn moved(quarter: Quarter, before: &Scorecard, after: &Scorecard) -> String {
    let text = |card: &Scorecard| card.score.as_ref().map(|score| percent(score, 1, &[]));
    let (before, after) = (text(before), text(after));
    let quarter = ("quarter", Value::from(format::quarter(words(), quarter)));
    match (before, after) {
        (Some(before), Some(after)) if before != after => {
            words().say("effect", &[quarter, ("before", before.into()), ("after", after.into())])
        }
        (None, Some(after)) => words().say("effect-first", &[quarter, ("after", after.into())]),
        _ => String::new(),
    }
}
