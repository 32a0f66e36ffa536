//! Exclusivity: where each grant stands, what the rule says of a quarter, and what a person decides beside it.

mod conditions;
mod decide;
mod grants;
mod inbox;
mod phases;
mod taking;
#[cfg(test)]
mod tests;
mod view;
pub(crate) mod wording;

use std::borrow::Cow;

use playbook::exclusivity::{Assessment, Grant, Proposal, Stage, Standing, assess, gate, launch_months, standing};
use playbook::period::Quarter;
use playbook::rules::Playbook;
use playbook::score::{Scorecard, score, score_month};
use store::{Decision, GrantStatus, HeldGrant};
use words::Value;

pub(crate) use conditions::{conditions, done, in_order};
pub(crate) use grants::{Meant, meant};
pub(crate) use inbox::inbox_rows;
pub(crate) use phases::phases;
pub(crate) use taking::pack_takes;

use crate::judge::Known;
use crate::scorecard::{Scored, quarter_short};
use crate::view::{Disc, GrantView, StandingView};
use crate::{format, naming, words};

/// A grant that is held, with the decisions taken on it.
#[derive(Debug, Clone)]
pub(crate) struct Granted {
    pub(crate) held: HeldGrant,
    /// As the rules see it.
    pub(crate) grant: Grant,
}

impl Granted {
    /// The grants that are still held, each with its own decisions.
    pub(crate) fn all(held: Vec<HeldGrant>, decisions: &[Decision]) -> Vec<Self> {
        let held = held.into_iter().filter(|held| held.grant.status == GrantStatus::Held);
        let own = |held: HeldGrant| {
            let own = decisions.iter().filter(|decision| decision.grant == held.id);
            let decisions = own.map(|decision| decision.made.clone()).collect();
            // From when its distributor is expected to report is known with the distributor.
            let grant = Grant { terms: held.terms(), decisions, reports_from: None };
            Self { held, grant }
        };
        held.map(own).collect()
    }

    /// `Java and Bali, Home care`; what is known of it.
    pub(crate) fn title(&self) -> String {
        naming::held_grant(&self.held)
    }
}

/// A grant's quarter, judged by the grant's own rules.
pub(crate) struct Judged<'a> {
    pub(crate) granted: &'a Granted,
    /// The playbook as this grant is judged by it.
    pub(crate) rules: Cow<'a, Playbook>,
    /// The quarter scored by those rules.
    pub(crate) card: Cow<'a, Scorecard>,
    pub(crate) assessment: Assessment,
    /// Where it stands with what was decided on the quarter.
    pub(crate) standing: Standing,
}

impl<'a> Judged<'a> {
    /// Judges the quarter of a scorecard for one grant.
    pub(crate) fn new(scored: &'a Scored<'_>, granted: &'a Granted) -> Self {
        Self::by(scored.known, scored.playbook, &scored.card, granted, scored.quarter)
    }

    /// The same by a quarter's scorecard alone.
    fn by(known: &Known, playbook: &'a Playbook, card: &'a Scorecard, granted: &'a Granted, quarter: Quarter) -> Self {
        let today = card.as_of;
        let rules = granted.grant.terms.rules(playbook);
        let case = known.case(&rules, today);
        let card = match &rules {
            Cow::Borrowed(_) => Cow::Borrowed(card),
            Cow::Owned(_) => Cow::Owned(score(&case, quarter)),
        };
        let assessment = assess(&case, &granted.grant, quarter, &card);
        // What follows from a quarter shows in the next one.
        let shown = today.min(quarter.next().last_day());
        let standing = standing(&granted.grant, &rules, shown);
        Self { granted, card, assessment, standing, rules }
    }

    /// Judges the launch at its day-90 gate: its last month, the first that is scored. `None` before the start.
    pub(crate) fn launch(scored: &'a Scored<'_>, granted: &'a Granted) -> Option<Self> {
        let rules = granted.grant.terms.rules(scored.playbook);
        let case = scored.known.case(&rules, scored.today);
        let assessment = gate(&case, &granted.grant)?;
        let month = launch_months(&granted.grant, &rules).pop()?;
        let card = Cow::Owned(score_month(&case, month));
        let standing = standing(&granted.grant, &rules, scored.today);
        Some(Self { granted, card, assessment, standing, rules })
    }

    /// The grant as the head of a distributor shows it.
    pub(crate) fn view(&self, scored: &Scored<'_>) -> GrantView {
        GrantView {
            id: self.granted.held.id.to_string(),
            standing: self.standing_view(),
            territory: self.granted.title(),
            note: self.note(scored),
            conditions: conditions(scored, self),
        }
    }

    /// The rules that the grant is judged by in another quarter.
    pub(crate) fn rules_of<'s>(&self, scored: &Scored<'s>, quarter: Quarter) -> Cow<'s, Playbook> {
        self.granted.grant.terms.rules(scored.versions.in_force(quarter))
    }

    /// Whether the launch is over and nobody decided on its gate yet.
    pub(crate) fn gate_waits(&self) -> bool {
        self.granted.grant.gate_waits(&self.rules, self.card.as_of)
    }

    /// Where the grant stands, and what the rule proposes or a person decided.
    pub(crate) fn standing_view(&self) -> StandingView {
        let (disc, key) = standing_key(self.standing);
        StandingView { disc, title: words().say(key, &[]), note: self.standing_note() }
    }

    fn standing_note(&self) -> String {
        let words = words();
        match self.standing {
            Standing::Before { days } => words.say("standing-before-note", &[("days", days.into())]),
            Standing::Launch { day, of } => {
                let key = match day > i64::from(of) {
                    true if self.gate_waits() => "standing-launch-waits",
                    true => "standing-launch-longer",
                    false => "standing-launch-note",
                };
                words.say(key, &[("day", day.into()), ("of", of.into())])
            }
            Standing::Conditional => match &self.assessment.decision {
                Some(decision) => words.say(&format!("decided-{}", decision.outcome.key()), &[]),
                None => words.say(&format!("proposal-{}", self.assessment.proposal.key()), &[]),
            },
            Standing::Scale { since } => since_quarter(since),
            Standing::Lapsed { since: Stage::Quarter(since) } => since_quarter(since),
            Standing::Lapsed { .. } => words.say("standing-since-launch", &[]),
        }
    }

    /// `past launch since 5 April 2026; 3 of 5 conditions met`.
    fn note(&self, scored: &Scored<'_>) -> String {
        let words = words();
        let launch = self.granted.grant.terms.launch(scored.playbook);
        let over = !matches!(self.standing, Standing::Before { .. } | Standing::Launch { .. });
        let day = |day| format::day_with_year(words, day).into();
        let since = match launch {
            Some((_, last)) if over => words.say("grant-since", &[("day", day(last.succ_opt().unwrap_or(last)))]),
            Some((start, _)) => words.say("grant-start", &[("day", day(start))]),
            None => String::new(),
        };
        if self.assessment.proposal == Proposal::LaunchNotScored {
            return since;
        }
        let met = self.conditions_met();
        if since.is_empty() { met } else { words.say("grant-note", &[("since", since.into()), ("met", met.into())]) }
    }

    /// `3 of 5 conditions met`.
    pub(crate) fn conditions_met(&self) -> String {
        let of = self.assessment.conditions.len();
        words().say("conditions-met", &[("met", Value::from(self.assessment.met())), ("of", of.into())])
    }
}

/// The standing of a distributor that holds no grant any more.
pub(crate) fn none() -> StandingView {
    StandingView { disc: Disc::Lapsed, title: words().say("standing-none", &[]), note: String::new() }
}

/// A standing's disc, and the message that names it.
fn standing_key(standing: Standing) -> (Disc, &'static str) {
    match standing {
        Standing::Before { .. } => (Disc::Launch, "standing-before"),
        Standing::Launch { .. } => (Disc::Launch, "standing-launch"),
        Standing::Conditional => (Disc::Conditional, "standing-conditional"),
        Standing::Scale { .. } => (Disc::Scale, "standing-scale"),
        Standing::Lapsed { .. } => (Disc::Lapsed, "standing-lapsed"),
    }
}

fn since_quarter(quarter: Quarter) -> String {
    words().say("standing-since", &[("quarter", quarter_short(quarter).into())])
}
