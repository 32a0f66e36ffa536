//! The band of a grant: launch, the quarters that were judged, this one, the next, and when it can scale.

use std::borrow::Cow;
use std::sync::Arc;

use chrono::NaiveDate;
use playbook::exclusivity::{
    Decision, Outcome, Proposal, Stage, Standing, decide_by, first_judged, gate, scale_at_the_earliest,
};
use playbook::period::Quarter;
use playbook::score::{Scorecard, score};
use words::Value;

use super::Judged;
use crate::format::{self, percent};
use crate::review::small;
use crate::scorecard::Scored;
use crate::view::{PhaseView, PhaseWhen};
use crate::words;

/// Quarters shown before the one at hand.
const BEFORE: usize = 2;
/// The width of a phase that has no end.
const OPEN_END: i32 = 60;

/// How a quarter is named: with its year on paper, without it in the window.
type Named = fn(Quarter) -> String;

/// The phases around a quarter, first to last.
pub(crate) fn phases(scored: &Scored<'_>, judged: &Judged<'_>, named: Named) -> Vec<PhaseView> {
    let band = Band { scored, judged, named };
    let mut phases: Vec<PhaseView> = band.launch().into_iter().collect();
    let mut past: Vec<Quarter> =
        std::iter::successors(Some(scored.quarter.previous()), |quarter| Some(quarter.previous()))
            .take(BEFORE)
            .filter(|quarter| band.is_judged(*quarter))
            .collect();
    past.reverse();
    phases.extend(past.into_iter().filter_map(|quarter| band.earlier(quarter)));
    if band.is_judged(scored.quarter) && judged.assessment.stage != Stage::Launch {
        phases.push(band.now());
    }
    phases.push(band.next());
    phases.extend(band.scale());
    phases
}

struct Band<'a> {
    scored: &'a Scored<'a>,
    judged: &'a Judged<'a>,
    named: Named,
}

impl Band<'_> {
    fn is_judged(&self, quarter: Quarter) -> bool {
        first_judged(&self.judged.granted.grant, &self.judged.rules, quarter) == quarter
    }

    fn launch_days(&self) -> Option<(NaiveDate, NaiveDate)> {
        self.judged.granted.grant.terms.launch(&self.judged.rules)
    }

    /// A quarter's days after the launch.
    fn days(&self, quarter: Quarter) -> i32 {
        let after = self.launch_days().and_then(|(_, last)| last.succ_opt());
        let first = after.map_or(quarter.first_day(), |day| day.max(quarter.first_day()));
        i32::try_from((quarter.last_day() - first).num_days() + 1).unwrap_or(1)
    }

    fn decision(&self, stage: Stage) -> Option<&Decision> {
        self.judged.granted.grant.decision(stage, self.scored.today)
    }

    /// The launch, as long as it reaches into what is shown.
    fn launch(&self) -> Option<PhaseView> {
        let (first, last) = self.launch_days()?;
        let earliest = (0..BEFORE).fold(self.scored.quarter, |quarter, _| quarter.previous());
        if last < earliest.first_day() {
            return None;
        }
        let days = [("first", format::day(words(), first).into()), ("last", format::day(words(), last).into())];
        let notes = [Some(words().say("phase-launch", &days)), self.gate_note()];
        Some(PhaseView {
            title: words().say("standing-launch", &[]),
            notes: notes.into_iter().flatten().collect(),
            when: PhaseWhen::Launch,
            days: i32::try_from((last - first).num_days() + 1).unwrap_or(1),
        })
    }

    /// `Day-90 gate met`; what was decided there.
    fn gate_note(&self) -> Option<String> {
        if let Some(decision) = self.decision(Stage::Launch) {
            return Some(decided_by(decision));
        }
        let case = self.scored.known.case(&self.judged.rules, self.scored.today);
        let gate = gate(&case, &self.judged.granted.grant)?;
        let key = match gate.proposal {
            Proposal::Conditional => "phase-gate-met",
            _ if gate.has_failed() => "phase-gate-not-met",
            _ => "phase-gate-open",
        };
        Some(words().say(key, &[("day", self.judged.rules.launch_days.into())]))
    }

    /// A quarter before the one at hand; nothing where it was neither scored nor decided.
    fn earlier(&self, quarter: Quarter) -> Option<PhaseView> {
        let rules = self.judged.rules_of(self.scored, quarter);
        let (known, today) = (self.scored.known, self.scored.today);
        let card = match &rules {
            Cow::Borrowed(playbook) => known.score(playbook, quarter, today),
            // The scorecards that are kept are by the playbook's own terms.
            Cow::Owned(own) => Arc::new(score(&known.case(own, today), quarter)),
        };
        let decision = self.decision(quarter.into());
        if card.score.is_none() && decision.is_none() {
            return None;
        }
        let scored = score_note(&card);
        Some(PhaseView {
            title: self.title(quarter, decision, "phase-undecided"),
            notes: scored.into_iter().chain(decision.map(decided_by)).collect(),
            when: PhaseWhen::Past,
            days: self.days(quarter),
        })
    }

    /// `Q2, renewed`; with the key where nobody decided.
    fn title(&self, quarter: Quarter, decision: Option<&Decision>, otherwise: &str) -> String {
        let key = decision.map_or_else(|| otherwise.to_owned(), |decision| format!("phase-{}", decision.outcome.key()));
        words().say(&key, &[("quarter", (self.named)(quarter).into())])
    }

    fn now(&self) -> PhaseView {
        let (quarter, today) = (self.scored.quarter, self.scored.today);
        let assessment = &self.judged.assessment;
        let decision = assessment.decision.as_ref();
        let score = score_note(&self.scored.card);
        let (otherwise, until) = if today > quarter.last_day() {
            let day = [("day", Value::from(format::long_day(words(), assessment.decide_by)))];
            ("phase-to-decide", words().say("phase-by", &day))
        } else {
            ("phase-running", runs(quarter, today))
        };
        PhaseView {
            title: self.title(quarter, decision, otherwise),
            notes: score.into_iter().chain([decision.map_or(until, decided_by)]).collect(),
            when: PhaseWhen::Now,
            days: self.days(quarter),
        }
    }

    /// The quarter that comes next: it runs, or when it is to be decided.
    fn next(&self) -> PhaseView {
        let today = self.scored.today;
        let rules = &self.judged.rules;
        let next = first_judged(&self.judged.granted.grant, rules, self.scored.quarter.next());
        let case = self.scored.known.case(rules, today);
        let by = [("day", Value::from(format::day_with_year(words(), decide_by(&case, next))))];
        let note = match () {
            () if (next.first_day()..=next.last_day()).contains(&today) => runs(next, today),
            () if !self.is_judged(self.scored.quarter) => words().say("phase-first", &by),
            () => words().say("phase-decide-by", &by),
        };
        PhaseView {
            title: self.title(next, self.decision(next.into()), "phase-running"),
            notes: vec![note],
            when: PhaseWhen::Later,
            days: self.days(next),
        }
    }

    /// When the grant could scale; nothing where it has, or has lapsed.
    fn scale(&self) -> Option<PhaseView> {
        if matches!(self.judged.standing, Standing::Scale { .. } | Standing::Lapsed { .. }) {
            return None;
        }
        let assessment = &self.judged.assessment;
        let decided = assessment.decision.as_ref().map(|decision| decision.outcome);
        let renewed = match decided.or(assessment.proposal.outcome()) {
            Some(Outcome::Renew | Outcome::Scale) => assessment.before.renewed + 1,
            // Nothing has failed yet, and the quarter can still be renewed.
            Some(Outcome::Defer) if decided.is_none() && !assessment.has_failed() => assessment.before.renewed + 1,
            _ => 0,
        };
        let first = first_judged(&self.judged.granted.grant, &self.judged.rules, self.scored.quarter);
        let judged = first == self.scored.quarter;
        let (from, renewed) = if judged { (first, renewed) } else { (first.previous(), 0) };
        let earliest = scale_at_the_earliest(&self.judged.rules, from, renewed);
        let quarter = format::quarter(words(), earliest);
        Some(PhaseView {
            title: words().say("standing-scale", &[]),
            notes: vec![words().say("phase-earliest", &[("quarter", quarter.into())])],
            when: PhaseWhen::Later,
            days: OPEN_END,
        })
    }
}

/// `Score 91.8`, `Score 103.1, provisional`; nothing where there is none.
fn score_note(card: &Scorecard) -> Option<String> {
    let key = if card.provisional { "phase-score-provisional" } else { "phase-score" };
    card.score.as_ref().map(|score| words().say(key, &[("score", percent(score, 1, &[]).into())]))
}

/// `Runs; day 8 of 92`.
fn runs(quarter: Quarter, today: NaiveDate) -> String {
    let day = |of: NaiveDate| small(usize::try_from((of - quarter.first_day()).num_days() + 1).unwrap_or(0));
    words().say("phase-runs", &[("day", day(today).into()), ("days", day(quarter.last_day()).into())])
}

/// `Decided 14 Jul, Tan Mei Lin`; with the word of an override.
pub(super) fn decided_by(decision: &Decision) -> String {
    let key = if decision.is_override() { "phase-decided-override" } else { "phase-decided" };
    let values =
        [("day", Value::from(format::day(words(), decision.decided))), ("author", decision.author.as_str().into())];
    words().say(key, &values)
}
