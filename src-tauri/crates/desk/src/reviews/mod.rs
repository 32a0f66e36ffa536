//! Reviews: monthly ones, the quarterly one with its actions, and closing a quarter.

mod actions;
mod agenda;
mod closing;
mod diff;
mod frozen;
mod held;
mod inbox;
mod inputs;
mod outcomes;
mod prepare;
mod pricing;
mod print;
#[cfg(test)]
mod tests;
mod told;
mod worth;

use playbook::kpi::{KpiKey, ReviewKind};
use playbook::period::{Period, Quarter};
use store::Qbr;

use crate::desk::Desk;
use crate::error::DeskError;
use crate::governance::Governed;
use crate::judge::Known;
use crate::now::Now;
use crate::scorecard::Scored;
use crate::titles::{kpi_title, short_of};
use crate::view::{Fact, LargeFigure, NextTarget, QbrView, ReviewsView};
use crate::{format, naming, words};

pub use closing::ClosedNow;
use frozen::Frozen;
pub(crate) use inbox::inbox_rows;

impl Desk {
    /// The reviews of a distributor in a quarter.
    ///
    /// # Errors
    /// When the distributor is gone, or the record can't be read.
    pub fn reviews(&self, id: &str, quarter: &str, now: Now) -> Result<ReviewsView, DeskError> {
        let now = self.at(now);
        let quarter = self.quarter(quarter)?;
        let known = self.known(self.distributor_of(id)?, now.today)?;
        let held = self.store.reviews(Some(known.distributor.id))?;
        let days = self.rules(quarter)?.qbr_days;
        let live = Frozen::live(self, &known, quarter, now)?;
        let mut all = self.all_frozen(known.distributor.id, quarter)?;
        Ok(ReviewsView {
            id: known.distributor.id.to_string(),
            name: naming::name(&known.distributor.card),
            quarter: quarter.to_string(),
            today: now.today.to_string(),
            monthly: held::monthly(&known, &held, quarter, now.today),
            quarterly: held::quarterly(&known, &held, (quarter, days), now.today),
            closing: self.closing_view((&known, quarter), now, &live, &all)?,
            qbr: qbr_shown(all.pop().map(|(_, newest)| newest), quarter, live)?,
        })
    }

    /// The quarterly review as the record has it now.
    pub(crate) fn qbr_view(&self, known: &Known, quarter: Quarter, now: Now) -> Result<QbrView, DeskError> {
        let versions = self.versions()?;
        let governed = self.governance_of_quarter(&known.distributor, quarter, now.today)?;
        self.qbr_of(&Scored::new(known, &versions, quarter, now.today), &governed, now)
    }

    /// The same of a quarter that is judged already.
    fn qbr_of(&self, scored: &Scored<'_>, governed: &Governed, now: Now) -> Result<QbrView, DeskError> {
        let (known, quarter) = (scored.known, scored.quarter);
        let id = known.distributor.id;
        let written = self.store.qbr(id, quarter)?;
        let proposed = outcomes::proposed(self, scored, now)?;
        let shown = written.outcomes.as_ref().map_or_else(|| proposed.clone(), outcomes::card);
        let [wins, losses] = worth::tables(&shown, written.outcomes.is_some());
        let held = self.store.reviews(Some(id))?;
        let held = held.iter().find(|one| (one.kind, one.period) == (ReviewKind::Quarterly, Period::Quarter(quarter)));
        let (mark, state) = held::state(scored, held);
        let actions = self.store.actions(Some(id))?;
        let (actions_note, actions_full) = actions::counted(known, &actions);
        let plan = agenda::of(scored.playbook, &written);
        let targets = next_targets(scored);
        let pricing = governed.points();
        let about = agenda::About { shown: &shown, targets: &targets, pricing: &pricing };
        Ok(QbrView {
            title: words().say("qbr-title", &[("quarter", format::quarter(words(), quarter).into())]),
            mark,
            state,
            card: prepare::card(&written, &plan),
            agenda: agenda::items(scored, &written, &plan, &about),
            agenda_note: words().say("qbr-minutes", &[("count", plan.total().into())]),
            figures: figures(scored),
            proposed,
            wins,
            losses,
            targets,
            next_quarter: format::quarter(words(), quarter.next()),
            actions: actions::rows(&actions, quarter, now.today),
            actions_note,
            actions_full,
            day: day(&written, held),
        })
    }
}

/// The quarterly review: as it was closed where it was, but for its actions, which go on.
fn qbr_shown(closed: Option<Frozen>, quarter: Quarter, live: Frozen) -> Result<QbrView, DeskError> {
    let Some(closed) = closed else { return Ok(live.qbr) };
    let frozen = closed.proven(&live)?;
    Ok(QbrView {
        actions: live.qbr.actions,
        actions_note: live.qbr.actions_note,
        actions_full: words().say("qbr-closed", &[("quarter", format::quarter(words(), quarter).into())]),
        ..frozen.qbr
    })
}

/// The day of the meeting: held, else planned.
fn day(written: &Qbr, held: Option<&store::Review>) -> String {
    let day = held.map(|held| held.held_on).or(written.planned_on);
    day.map(|day| format::long_day(words(), day)).unwrap_or_default()
}

/// Three numbers: the two heaviest commercial KPIs that are known, and the score.
fn figures(scored: &Scored<'_>) -> Vec<LargeFigure> {
    let view = scored.view();
    let heaviest = agenda::heaviest(scored);
    let lines: Vec<_> = view.groups.iter().flat_map(|group| &group.lines).collect();
    let mut figures: Vec<LargeFigure> = heaviest
        .iter()
        .filter_map(|key| lines.iter().find(|line| line.key == *key))
        .map(|line| {
            let values = [("actual", said(&line.actual).into()), ("target", said(&line.target).into())];
            LargeFigure {
                label: short_of(scored.playbook, &KpiKey::new(&line.key)),
                value: Fact { unit: "%".to_owned(), ..line.attainment.clone() },
                note: words().say("qbr-figure-note", &values),
            }
        })
        .collect();
    figures.push(LargeFigure {
        label: words().say("pack-score", &[]),
        value: scored.score(),
        note: crate::distributor::score_note(scored),
    });
    figures
}

/// What is agreed for the next quarter, beside what was reached in this one.
fn next_targets(scored: &Scored<'_>) -> Vec<NextTarget> {
    let next = Scored::new(scored.known, scored.versions, scored.quarter.next(), scored.today);
    let lines = next.lines().filter(|(kpi, _)| kpi.default_goal.is_none());
    lines
        .filter_map(|(kpi, line)| {
            let goal = &line.target.as_ref()?.goal;
            let now = scored.card.line(&kpi.key)?;
            let reached = scored.manner(kpi, now).actual(now);
            Some(NextTarget {
                title: kpi_title(kpi),
                target: next.manner(kpi, line).goal(goal).said(),
                reached: reached.said(),
            })
        })
        .collect()
}

/// Figure and unit as a sentence has them.
fn said(fact: &Fact) -> String {
    if fact.unit.is_empty() { fact.text.clone() } else { format!("{} {}", fact.text, fact.unit) }
}
