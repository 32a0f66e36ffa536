//! Deciding: what can be decided on a stage, and taking the decision.

use chrono::{Days, NaiveDate};
use playbook::exclusivity::{Decision, Outcome, Proposal, Refused, Stage, check};
use store::{ActKind, What};
use words::Value;

use super::view::{at_stage, quarter_of};
use super::{Judged, grants, wording};
use crate::desk::Desk;
use crate::error::{DeskError, ErrorKind};
use crate::now::Now;
use crate::scorecard::Scored;
use crate::typed::open_day;
use crate::view::{DecisionForm, DecisionInput, DecisionOption, DecisionTaken};
use crate::{format, words};

/// Days for which something is deferred where nobody says otherwise.
const DEFERRED: u64 = 14;

impl Desk {
    /// Takes a decision on a stage of a grant: one entry, which can be taken back.
    ///
    /// # Errors
    /// When something of it is missing: in one sentence, what.
    pub fn decide(&mut self, input: &DecisionInput, now: Now) -> Result<DecisionTaken, DeskError> {
        let now = self.at(now);
        let (decision, said) = self.ruling(input, now)?;
        let name = self.distributor_of(&input.distributor)?.card.name;
        let what = match decision.made.stage {
            Stage::Quarter(quarter) => What::new("entry-decision").with("period", quarter),
            Stage::Launch => What::new("entry-decision-launch"),
        };
        let what = what.with("name", &name).with("outcome", decision.made.outcome.key());
        let recorded = self.record(ActKind::Decision, what, now, |writing| Ok(writing.decide(&decision)?))?;
        Ok(DecisionTaken { entry: recorded.entry.map(|entry| entry.to_string()), said })
    }

    /// The decision that was given, found to be whole, and how it is said.
    fn ruling(&self, input: &DecisionInput, now: Now) -> Result<(store::Decision, String), DeskError> {
        let known = self.known(self.distributor_of(&input.distributor)?, now.today)?;
        let granted = grants::one_of(&known, &input.grant)?;
        let stage = self.stage(&input.stage)?;
        let versions = self.versions()?;
        let scored = Scored::new(&known, &versions, quarter_of(granted, &versions, stage), now.today);
        let judged = match stage {
            Stage::Launch => at_stage(&scored, granted, stage)?,
            Stage::Quarter(_) => Judged::new(&scored, granted),
        };
        let author = match input.author.trim() {
            "" => self.decider()?,
            author => author.to_owned(),
        };
        let made = Decision {
            stage,
            proposed: judged.assessment.proposal,
            outcome: outcome_of(&input.outcome)?,
            reason: input.reason.trim().to_owned(),
            author,
            decided: now.today,
            until: open_day(&input.until)?,
        };
        check(&granted.grant, &judged.rules, &made).map_err(|why| refused(why, &made, &judged))?;
        let values = [
            ("name", known.name().into()),
            ("stage", Value::from(wording::stage(stage))),
            ("decided", wording::headline(&made).into()),
        ];
        let said = words().say("decision-taken", &values);
        Ok((store::Decision { distributor: known.distributor.id, grant: granted.held.id, made }, said))
    }
}

fn outcome_of(text: &str) -> Result<Outcome, DeskError> {
    let invalid = || DeskError::new(ErrorKind::Invalid, "not-an-outcome", &[("text", text.into())]);
    Outcome::from_key(text).ok_or_else(invalid)
}

/// Why a decision can't be taken, in words.
fn refused(why: Refused, made: &Decision, judged: &Judged<'_>) -> DeskError {
    let values = [
        ("stage", Value::from(wording::stage(made.stage))),
        ("outcome", wording::outcome(made.outcome).into()),
        ("proposal", wording::proposal(made.proposed).into()),
        ("open", i64::from(judged.assessment.proposal == Proposal::Open).into()),
        (
            "first",
            match why {
                Refused::WithinLaunch(first) => format::quarter(words(), first).into(),
                _ => Value::from(""),
            },
        ),
    ];
    let key = match why {
        Refused::NotBegun => "decide-not-begun",
        Refused::WithinLaunch(_) => "decide-within-launch",
        Refused::NoLaunch => "no-launch",
        Refused::NotAtTheGate => "decide-not-at-the-gate",
        Refused::NoReason => "decide-no-reason",
        Refused::NoAuthor => "decide-no-author",
        Refused::NoLastDay if made.outcome == Outcome::Defer => "decide-no-day",
        Refused::NoLastDay => "decide-no-last-day",
        Refused::LastDayOver => "decide-last-day-over",
    };
    DeskError::new(ErrorKind::Invalid, key, &values)
}

/// What can be decided on a stage.
pub(super) fn form(scored: &Scored<'_>, judged: &Judged<'_>, author: String) -> DecisionForm {
    let assessment = &judged.assessment;
    let gate = assessment.stage == Stage::Launch;
    let offered =
        Outcome::ALL.into_iter().filter(|outcome| !gate || !matches!(outcome, Outcome::Renew | Outcome::Scale));
    let proposed = assessment.proposal.outcome();
    let decided = assessment.decision.as_ref();
    let option = |outcome: Outcome| {
        let overrides = proposed != Some(outcome);
        let needs_until = overrides || outcome == Outcome::Defer;
        let held = decided.filter(|decision| decision.outcome == outcome && !decision.has_expired(scored.today));
        let until = held.and_then(|decision| decision.until).unwrap_or_else(|| last_day(scored, judged, outcome));
        DecisionOption {
            key: outcome.key().to_owned(),
            label: wording::outcome(outcome),
            proposed: !overrides && assessment.proposal != Proposal::Open,
            overrides,
            needs_until,
            until: until.to_string(),
        }
    };
    let day = [("day", Value::from(format::long_day(words(), assessment.decide_by)))];
    DecisionForm {
        not_yet: not_yet(scored, judged),
        by: if assessment.is_to_decide(scored.today) { words().say("decide-by", &day) } else { String::new() },
        options: offered.map(option).collect(),
        outcome: decided.map(|decision| decision.outcome).or(proposed).unwrap_or(Outcome::Defer).key().to_owned(),
        author: decided.map_or(author, |decision| decision.author.clone()),
        reason: decided.map(|decision| decision.reason.clone()).unwrap_or_default(),
    }
}

/// Why nothing can be decided yet; empty where it can.
fn not_yet(scored: &Scored<'_>, judged: &Judged<'_>) -> String {
    match judged.assessment.stage {
        Stage::Quarter(quarter) if scored.today < quarter.first_day() => {
            words().say("decide-not-yet", &[("stage", format::quarter(words(), quarter).into())])
        }
        _ if judged.assessment.proposal == Proposal::LaunchNotScored => words().say("decide-before-start", &[]),
        _ => String::new(),
    }
}

/// The day until which an outcome holds unless someone says otherwise: to the end of the next quarter; what is
/// deferred comes back in two weeks.
fn last_day(scored: &Scored<'_>, judged: &Judged<'_>, outcome: Outcome) -> NaiveDate {
    let next = playbook::exclusivity::first_judged(&judged.granted.grant, &judged.rules, scored.quarter.next());
    match outcome {
        Outcome::Defer => scored.today.checked_add_days(Days::new(DEFERRED)).unwrap_or(scored.today),
        _ => next.last_day().max(scored.today),
    }
}
