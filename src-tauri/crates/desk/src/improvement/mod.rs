//! Underperformance: gaps, plans of three actions with owners and deadlines, and their review on day 30.

mod change;
mod inbox;
mod plan_card;
#[cfg(test)]
mod tests;

pub(crate) use inbox::inbox_rows;

use chrono::NaiveDate;
use playbook::attainment::Colour;
use playbook::improvement::{Gap, gaps, review_day};
use playbook::number::Rate;
use playbook::period::Month;
use playbook::rules::Playbook;

use crate::desk::Desk;
use crate::error::DeskError;
use crate::judge::Known;
use crate::now::Now;
use crate::titles::title_of;
use crate::token::Token;
use crate::view::{Fact, GapMonthView, GapRow, ImprovementView, Mark};
use crate::{format, words};

impl Desk {
    /// What falls short at a distributor, and the plans against it.
    ///
    /// # Errors
    /// When the distributor is gone, or the record can't be read.
    pub fn improvement(&self, id: &str, now: Now) -> Result<ImprovementView, DeskError> {
        let today = self.day(now);
        let known = self.known(self.distributor_of(id)?, today)?;
        let held = self.store.plans(Some(known.distributor.id))?;
        let card = |plan| plan_card::card(self, &known, plan, today);
        let mut plans = held.iter().map(card).collect::<Result<Vec<_>, _>>()?;
        let playbook = &self.rules_on(ended(today))?;
        plans.reverse();
        plans.sort_by_key(|plan| plan.closed);
        let gaps: Vec<GapRow> =
            open_gaps(&known, playbook, &held, today).iter().map(|gap| gap_row(gap, playbook, today)).collect();
        Ok(ImprovementView { lead: lead(gaps.len(), &plans), gaps, plans })
    }
}

/// The gaps that no open plan is against, and no closed one was triggered by.
pub(crate) fn open_gaps(known: &Known, playbook: &Playbook, plans: &[store::HeldPlan], today: NaiveDate) -> Vec<Gap> {
    let open = |plan: &store::HeldPlan| !plan_card::is_closed(plan);
    let answered =
        |gap: &Gap| plans.iter().any(|plan| plan.kpi == gap.kpi && (open(plan) || Some(plan.month) == gap.trigger()));
    gaps(&known.case(playbook, today)).into_iter().filter(|gap| !answered(gap)).collect()
}

/// The last day of the newest month that is over: gaps are found by the rules that held then.
pub(crate) fn ended(today: NaiveDate) -> NaiveDate {
    Month::of(today).previous().last_day()
}

/// The answer in words.
fn lead(gaps: usize, plans: &[crate::view::PlanCard]) -> String {
    let open = plans.iter().filter(|plan| !plan.closed).count();
    let due = plans.iter().filter(|plan| !plan.outcomes.is_empty()).count();
    let words = words();
    let mut said = Vec::new();
    if gaps > 0 {
        said.push(words.say("improvement-gaps", &[("count", gaps.into())]));
    }
    if due > 0 {
        said.push(words.say("improvement-due", &[("count", due.into())]));
    }
    if open > due {
        said.push(words.say("improvement-open", &[("count", (open - due).into())]));
    }
    if said.is_empty() { words.say("improvement-none", &[]) } else { said.join(" ") }
}

fn gap_row(gap: &Gap, playbook: &Playbook, today: NaiveDate) -> GapRow {
    let words = words();
    let review = review_day(today, playbook);
    let newest = gap.months.len().saturating_sub(1);
    // A month's figure opens its evidence where one cell says it all.
    let evidence = match gap.evidence.as_slice() {
        [one] => Some(token(one).to_string()),
        _ => None,
    };
    GapRow {
        kpi: gap.kpi.to_string(),
        title: title_of(playbook, &gap.kpi),
        month: gap.trigger().map(|month| month.to_string()).unwrap_or_default(),
        months: (0..)
            .zip(&gap.months)
            .map(|(at, month)| GapMonthView {
                title: format::month(words, month.month),
                mark: if month.colour == Colour::Red { Mark::Red } else { Mark::Amber },
                attainment: attainment(Some(&month.attainment), evidence.clone().filter(|_| at == newest)),
            })
            .collect(),
        review: words.say("improvement-review-if", &[("day", format::day_short(words, review).into())]),
        earliest: today.to_string(),
        latest: review.to_string(),
    }
}

fn token(cited: &playbook::facts::Cited) -> Token {
    let report = cited.report.into();
    match &cited.measure {
        Some(measure) => Token::Stated { report, measure: measure.clone() },
        None => Token::Report { report },
    }
}

/// An attainment in percent; a dash where it is not known.
fn attainment(value: Option<&Rate>, evidence: Option<String>) -> Fact {
    let edges = [Rate::percent(90), Rate::one()];
    Fact {
        text: value.map_or_else(|| "–".to_owned(), |value| format::percent(value, 1, &edges)),
        unit: if value.is_some() { "%".to_owned() } else { String::new() },
        evidence,
        provisional: false,
        sort: value.map(crate::shown::thousandths),
    }
}
