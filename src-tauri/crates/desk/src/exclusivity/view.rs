//! A grant in one quarter: what the rule says, beside what a person decides.

use playbook::exclusivity::{Decision, Outcome, Proposal, Stage, Standing, Step, history};
use playbook::period::Quarter;
use playbook::rules::Versions;
use words::Value;

use super::{Granted, Judged, conditions, decide, grants, phases, taking, wording};
use crate::desk::Desk;
use crate::error::{DeskError, ErrorKind};
use crate::judge::Known;
use crate::now::Now;
use crate::scorecard::{Scored, quarter_short};
use crate::view::{Choice, DecidedView, ExclusivityView, HistoryRow, StandingView};
use crate::{format, words};

impl Desk {
    /// A grant of a distributor at one stage: a quarter such as `2026-Q3`, or `launch`. Without a grant the first one;
    /// of a quarter that ends within the launch, the launch.
    ///
    /// # Errors
    /// When the distributor or the grant is gone, the stage is none, or the record can't be read.
    pub fn exclusivity(&self, id: &str, grant: &str, stage: &str, now: Now) -> Result<ExclusivityView, DeskError> {
        let now = self.at(now);
        let known = self.known(self.distributor_of(id)?, now.today)?;
        let granted = grants::one_of(&known, grant)?;
        let versions = self.versions()?;
        let asked = self.stage(stage)?;
        let scored = Scored::new(&known, &versions, quarter_of(granted, &versions, asked), now.today);
        let judged = at_stage(&scored, granted, asked)?;
        let author = self.decider()?;
        Ok(ExclusivityView {
            grants: known
                .grants
                .iter()
                .map(|granted| Choice { key: granted.held.id.to_string(), label: granted.title() })
                .collect(),
            grant: granted.held.id.to_string(),
            standing: judged.standing_view(),
            lead: lead(&judged),
            phases: phases(&scored, &judged, quarter_short),
            stage: judged.assessment.stage.to_string(),
            stage_title: wording::stage(judged.assessment.stage),
            proposal: proposal(&judged),
            because: because(&known, &judged),
            conditions: conditions(&scored, &judged),
            takes: taking::all(&scored, &judged),
            decided: judged.assessment.decision.as_ref().map(|decision| decided(decision, now)),
            decision: decide::form(&scored, &judged, author),
            history: history(&granted.grant, &judged.rules, now.today).iter().map(step).collect(),
            terms: grants::form(&known, granted, scored.playbook),
        })
    }

    /// The stage of a text that came from outside: a quarter of the manager's fiscal year, or the launch.
    pub(super) fn stage(&self, text: &str) -> Result<Stage, DeskError> {
        if text.trim().parse() == Ok(Stage::Launch) {
            return Ok(Stage::Launch);
        }
        let not = |_| DeskError::new(ErrorKind::Invalid, "not-a-stage", &[("text", text.into())]);
        self.quarter(text).map(Stage::Quarter).map_err(not)
    }
}

/// The quarter whose scorecard stands beside a stage: of the launch, the one in which it began.
pub(super) fn quarter_of(granted: &Granted, versions: &Versions, stage: Stage) -> Quarter {
    let fiscal = versions.fiscal_year();
    match (stage, granted.grant.terms.started) {
        (Stage::Quarter(quarter), _) => quarter,
        (Stage::Launch, Some(first)) => fiscal.quarter_on(first),
        (Stage::Launch, None) => fiscal.quarter_on(chrono::NaiveDate::default()),
    }
}

/// A grant judged at the stage that was asked for. Of a quarter within the launch, or after one whose gate waits for its
/// decision, that is the launch: what is to decide first is what is shown.
pub(super) fn at_stage<'a>(
    scored: &'a Scored<'_>,
    granted: &'a Granted,
    asked: Stage,
) -> Result<Judged<'a>, DeskError> {
    if asked != Stage::Launch {
        let judged = Judged::new(scored, granted);
        let first = judged.gate_waits() && judged.assessment.decision.is_none();
        if judged.assessment.proposal != Proposal::LaunchNotScored && !first {
            return Ok(judged);
        }
    }
    match Judged::launch(scored, granted) {
        Some(judged) => Ok(judged),
        None if asked == Stage::Launch => Err(DeskError::new(ErrorKind::Invalid, "no-launch", &[])),
        // The start is still to come.
        None => Ok(Judged::new(scored, granted)),
    }
}

/// What a standing means.
fn lead(judged: &Judged<'_>) -> String {
    let key = match judged.standing {
        Standing::Before { .. } => "lead-before",
        Standing::Launch { .. } if judged.gate_waits() => "lead-gate-waits",
        Standing::Launch { .. } => "lead-launch",
        Standing::Conditional => "lead-conditional",
        Standing::Scale { .. } => "lead-scale",
        Standing::Lapsed { .. } => "lead-lapsed",
    };
    let values = [("count", judged.rules.scale_after.into()), ("day", Value::from(judged.rules.launch_days))];
    words().say(key, &values)
}

fn proposal(judged: &Judged<'_>) -> String {
    match judged.assessment.proposal {
        Proposal::Open => words().say("rule-proposes-nothing", &[]),
        Proposal::LaunchNotScored => words().say("pack-proposal-launch-not-scored", &[]),
        proposal => words().say("rule-proposes", &[("proposal", wording::proposal(proposal).into())]),
    }
}

/// `3 of 4 conditions met. First failed quarter; two in a row lapse.`
fn because(known: &Known, judged: &Judged<'_>) -> String {
    let because = wording::because(judged);
    let met = judged.conditions_met();
    let said = if because.is_empty() {
        met
    } else {
        words().say("rule-because", &[("met", met.into()), ("because", because.into())])
    };
    let notes = wording::not_decided(judged).into_iter().chain(wording::by_the_whole(known));
    std::iter::once(said).chain(notes).collect::<Vec<_>>().join(" ")
}

fn decided(decision: &Decision, now: Now) -> DecidedView {
    let words = words();
    let by = [
        ("author", decision.author.as_str().into()),
        ("day", Value::from(format::day_with_year(words, decision.decided))),
    ];
    let against = [("proposal", wording::proposal(decision.proposed).into())];
    DecidedView {
        title: wording::decision(decision),
        by: words.say("decided-by", &by),
        reason: decision.reason.clone(),
        against: if decision.is_override() { words.say("decided-against", &against) } else { String::new() },
        expired: decision.has_expired(now.today),
    }
}

fn step(step: &Step) -> HistoryRow {
    let decision = &step.decision;
    HistoryRow {
        stage: wording::stage(decision.stage),
        proposed: wording::proposal(decision.proposed),
        decided: wording::decision(decision),
        overrides: decision.is_override(),
        day: format::day_with_year(words(), decision.decided),
        author: decision.author.clone(),
        reason: decision.reason.clone(),
        followed: followed(step.followed, decision.outcome),
    }
}

fn followed(standing: Standing, outcome: Outcome) -> StandingView {
    let (disc, key) = super::standing_key(standing);
    let deferred = outcome == Outcome::Defer;
    let note = if deferred { words().say("followed-as-before", &[]) } else { String::new() };
    StandingView { disc, title: words().say(key, &[]), note }
}
