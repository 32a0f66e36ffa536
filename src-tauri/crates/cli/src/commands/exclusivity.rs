//! `assess` and `decide`: what the rule says of a grant, and the decision beside it.

use desk::view::{ClosedLine, ConditionView, DecisionInput, ExclusivityView, Fact, TakesView};
use desk::{Desk, Now, words};

use super::Stopped;
use super::reviews::closed_line;
use crate::args::DecideArguments;
use crate::output::{Align, Output, table};

/// Shows the assessment of a grant.
pub(crate) fn assess(
    output: Output,
    desk: &Desk,
    name: &str,
    (stage, grant): (&str, &str),
    now: Now,
) -> Result<(), Stopped> {
    let id = desk.distributor_called(name)?;
    let view = desk.exclusivity(&id.to_string(), grant, stage, now)?;
    let closed = match view.stage.as_str() {
        "launch" => None,
        quarter => desk.reviews(&id.to_string(), quarter, now)?.closing.closed,
    };
    output.show(&view, || text(name, &view, closed.as_ref()))?;
    Ok(())
}

/// Takes a decision.
pub(crate) fn decide(
    output: Output,
    desk: &mut Desk,
    name: &str,
    stage: String,
    given: DecideArguments,
    now: Now,
) -> Result<(), Stopped> {
    let distributor = desk.distributor_called(name)?.to_string();
    let DecideArguments { outcome, grant, reason, until, author } = given;
    let taken = desk.decide(&DecisionInput { distributor, grant, stage, outcome, reason, author, until }, now)?;
    output.show(&taken, || taken.said.clone())?;
    Ok(())
}

fn text(name: &str, view: &ExclusivityView, closed: Option<&ClosedLine>) -> String {
    let grant = view.grants.iter().find(|grant| grant.key == view.grant).map(|grant| grant.label.as_str());
    let mut text = format!("{name}, {}\n", view.stage_title);
    if let Some(closed) = closed {
        text.push_str(&format!("{}{}\n", closed_line(closed), words().say("cli-as-of-now", &[])));
    }
    text.push_str(&format!("{}: {}, {}\n", grant.unwrap_or_default(), view.standing.title, view.lead));
    for phase in &view.phases {
        text.push_str(&format!("  {}: {}\n", phase.title, phase.notes.join("; ")));
    }
    text.push_str(&format!("\n{}\n{}\n", view.proposal, view.because));
    let rows: Vec<_> = view.conditions.iter().map(row).collect();
    text.push_str(&table(&[Align::Left, Align::Left, Align::Right, Align::Left, Align::Left], &rows));
    for takes in &view.takes {
        text.push_str(&format!("\n{}", taking(takes)));
    }
    text.push_str(&format!("\n{}\n{}", words().say("cli-person", &[]), decided(view)));
    text
}

fn row(condition: &ConditionView) -> Vec<String> {
    let required = words().say("cli-required", &[("required", said(&condition.required).into())]);
    let proof = if condition.short.is_empty() { &condition.proof } else { &condition.short };
    vec![condition.result.clone(), condition.title.clone(), said(&condition.actual), required, proof.clone()]
}

fn taking(takes: &TakesView) -> String {
    let mut text = format!("{}: {}\n", takes.heading, takes.answer);
    for sentence in &takes.sentences {
        text.push_str(&format!("  {sentence}\n"));
    }
    text
}

fn decided(view: &ExclusivityView) -> String {
    let Some(decided) = &view.decided else {
        let by = if view.decision.not_yet.is_empty() { &view.decision.by } else { &view.decision.not_yet };
        return words().say("cli-none-decided", &[("by", by.into())]);
    };
    let expired = if decided.expired { words().say("cli-expired", &[]) } else { String::new() };
    let lines = [&decided.title, &expired, &decided.by, &decided.reason, &decided.against];
    lines.into_iter().filter(|line| !line.is_empty()).map(|line| format!("{line}\n")).collect()
}

fn said(fact: &Fact) -> String {
    if fact.unit.is_empty() { fact.text.clone() } else { format!("{} {}", fact.text, fact.unit) }
}
