//! The rule's conditions as window, paper and terminal show them.

use playbook::exclusivity::{About, Amounts, Condition, Counted, Stage};
use playbook::kpi::{Kpi, Shape};
use playbook::number::Rate;
use playbook::score::{Line, Status};
use words::Value;

use super::Judged;
use crate::format::{figure, percent, signed};
use crate::scorecard::Scored;
use crate::shown::{Manner, Shown, hundred};
use crate::titles::kpi_title;
use crate::token::{LineFigure, Token};
use crate::view::{ConditionView, Fact, Mark};
use crate::words;

/// The conditions, failed ones first, open ones next.
pub(crate) fn in_order<'a>(judged: &'a Judged<'_>) -> Vec<&'a Condition> {
    ordered(&judged.assessment.conditions)
}

pub(super) fn ordered(conditions: &[Condition]) -> Vec<&Condition> {
    let mut conditions: Vec<&Condition> = conditions.iter().collect();
    conditions.sort_by_key(|condition| match condition.met {
        Some(false) => 0,
        None => 1,
        Some(true) => 2,
    });
    conditions
}

/// The same as views.
pub(crate) fn conditions(scored: &Scored<'_>, judged: &Judged<'_>) -> Vec<ConditionView> {
    in_order(judged).into_iter().map(|condition| view(scored, judged, condition)).collect()
}

/// What a condition asks, what there is and how far apart they are.
struct Figures {
    required: Shown,
    actual: Option<Shown>,
    difference: Shown,
    /// `short by 186.6 Rp m`; empty where nothing is short.
    short: String,
    /// What shows the actual's sources.
    token: Option<Token>,
    proof: String,
}

fn view(scored: &Scored<'_>, judged: &Judged<'_>, condition: &Condition) -> ConditionView {
    let words = words();
    let (name, found) = match &condition.about {
        About::Kpi(key) => {
            let kpi = judged.rules.kpi(key);
            let line = judged.card.line(key);
            let name = kpi.map(kpi_title).unwrap_or_else(|| key.to_string());
            (name, kpi.zip(line).map(|(kpi, line)| of_kpi(scored, judged, condition, kpi, line)))
        }
        About::Reporting => (words.say("condition-reporting", &[]), None),
        About::Coverage => (words.say("condition-coverage", &[]), Some(coverage(scored, judged, condition))),
        About::Baseline => (words.say("condition-baseline", &[]), None),
    };
    let found = found.unwrap_or_else(|| counted(condition));
    let open = condition.met.is_none();
    ConditionView {
        mark: match condition.met {
            Some(true) => Mark::Met,
            Some(false) => Mark::NotMet,
            None => Mark::Provisional,
        },
        result: words.say(
            match condition.met {
                Some(true) => "status-met",
                Some(false) => "status-not-met",
                None => "condition-open",
            },
            &[],
        ),
        title: name,
        required: found.required.fact(None, false, None),
        actual: match found.actual {
            Some(actual) => actual.fact(found.token.map(|token| token.to_string()), open, None),
            None => Fact {
                text: words.say(if open { "absent-due" } else { "absent-missing" }, &[]),
                unit: String::new(),
                evidence: None,
                provisional: true,
                sort: None,
            },
        },
        difference: found.difference.fact(None, open, None),
        short: if open { String::new() } else { found.short },
        proof: found.proof,
    }
}

/// A KPI in its own unit where it has one to reach; the share of its reports or reviews; else in percent of its target.
fn of_kpi(scored: &Scored<'_>, judged: &Judged<'_>, condition: &Condition, kpi: &Kpi, line: &Line) -> Figures {
    let distributor = scored.known.distributor.id;
    let figure = match kpi.shape {
        Shape::OnTime(_) | Shape::Held(_) => LineFigure::Attainment,
        _ => LineFigure::Actual,
    };
    let token = Token::Line { distributor, period: scored.quarter.into(), kpi: kpi.key.clone(), figure };
    // The month of the gate has no evidence of its own: the quarter's would be another number.
    let token = Some(token).filter(|_| judged.assessment.stage != Stage::Launch);
    let proof = proof(kpi, line);
    match (&kpi.shape, &condition.amounts) {
        (Shape::OnTime(_) | Shape::Held(_), _) if condition.required == Rate::one() => {
            Figures { proof, token, ..of_count(line) }
        }
        (Shape::OnTime(_) | Shape::Held(_), _) | (_, None) => Figures { proof, token, ..in_percent(condition) },
        (_, Some(amounts)) => {
            let manner = Manner::of(words(), kpi, line, scored.known.currency());
            Figures { proof, token, ..in_amounts(&manner, amounts) }
        }
    }
}

fn in_amounts(manner: &Manner<'_>, amounts: &Amounts) -> Figures {
    let edge = std::slice::from_ref(&amounts.required);
    let actual = amounts.actual.as_ref();
    let gap = actual.map(|actual| actual - &amounts.required);
    let short = gap.as_ref().filter(|gap| gap.is_negative()).map(|gap| &Rate::zero() - gap);
    // What is short is never shown smaller than it is.
    let short = short.map(|short| manner.beside(&short, std::slice::from_ref(&short)));
    let difference = match (&short, &gap) {
        (Some(short), _) => Shown { text: format!("\u{2212}{}", short.text), unit: short.unit.clone() },
        (None, Some(gap)) => {
            let over = manner.beside(gap, &[]);
            let nothing = !over.text.bytes().any(|byte| (b'1'..=b'9').contains(&byte));
            Shown { text: if nothing { over.text } else { format!("+{}", over.text) }, unit: over.unit }
        }
        (None, None) => Shown::default(),
    };
    Figures {
        required: manner.beside(&amounts.required, &[]),
        actual: actual.map(|actual| manner.beside(actual, edge)),
        difference,
        short: short.map(|short| words().say("condition-short", &[("by", short.said().into())])).unwrap_or_default(),
        token: None,
        proof: String::new(),
    }
}

fn in_percent(condition: &Condition) -> Figures {
    let edges = std::slice::from_ref(&condition.required);
    let shown = |rate: &Rate| Shown { text: percent(rate, 1, edges), unit: "%".to_owned() };
    let gap = condition.difference().map(|gap| {
        let text = signed(&hundred(&gap), 1);
        // One that is too small to show keeps its sign: a condition missed by a hair is missed.
        let text = if text == "0.0" && gap.is_negative() { format!("\u{2212}{text}") } else { text };
        Shown { text, unit: words().say("unit-points", &[]) }
    });
    Figures {
        required: shown(&condition.required),
        actual: condition.actual.as_ref().map(shown),
        difference: gap.unwrap_or_default(),
        short: String::new(),
        token: None,
        proof: String::new(),
    }
}

/// All of the reports or reviews: `3 of 3`.
fn of_count(line: &Line) -> Figures {
    let part = |key: &str| {
        let part = line.parts.iter().find(|part| part.key == key);
        part.and_then(|part| part.figure.as_ref()).map_or_else(Rate::zero, |figure| figure.value())
    };
    out_of(&part("done"), &part("of"))
}

fn out_of(done: &Rate, of: &Rate) -> Figures {
    let unit = words().say("unit-of", &[("of", figure(of, 0, &[]).into())]);
    let shown = |count: &Rate| Shown { text: figure(count, 0, &[]), unit: unit.clone() };
    let known = *of != Rate::zero();
    let gap = if done == of { String::new() } else { signed(&(done - of), 0) };
    Figures {
        required: shown(of),
        actual: known.then(|| shown(done)),
        difference: Shown { text: if known { gap } else { String::new() }, unit: String::new() },
        short: String::new(),
        token: None,
        proof: String::new(),
    }
}

/// Reports or months of a condition that counts all of them.
fn counted(condition: &Condition) -> Figures {
    let Counted { done, of } = condition.counted.unwrap_or(Counted { done: 0, of: 0 });
    let key = if condition.about == About::Baseline { "proof-baseline" } else { "proof-reports" };
    let proof = words().say(key, &[("done", done.into()), ("of", of.into())]);
    Figures { proof, ..out_of(&done.into(), &of.into()) }
}

fn coverage(scored: &Scored<'_>, judged: &Judged<'_>, condition: &Condition) -> Figures {
    let lines = || judged.card.lines.iter().filter(|line| line.weight > 0 && line.status != Status::DoesNotApply);
    // What is missing for good has an attainment of nothing, and no data.
    let known = lines().filter(|line| line.attainment.is_some() && line.tally.known > 0).count();
    let values = [("known", known.into()), ("of", Value::from(lines().count()))];
    let token = Token::Coverage { distributor: scored.known.distributor.id, period: scored.quarter.into() };
    Figures { proof: words().say("proof-coverage", &values), token: Some(token), ..in_percent(condition) }
}

/// What proves a KPI's condition: `12 of 13 weeks`, `3 summaries`.
fn proof(kpi: &Kpi, line: &Line) -> String {
    let words = words();
    let done_of = |key: &str| {
        let [done, of] = done(line);
        if of == "0" {
            words.say("proof-none", &[])
        } else {
            words.say(key, &[("done", done.into()), ("of", of.into())])
        }
    };
    match &kpi.shape {
        Shape::OnTime(kind) => done_of(&format!("proof-{}", kind.key())),
        Shape::Held(_) => done_of("proof-held"),
        _ if line.tally.known == 0 && line.tally.open.is_empty() => words.say("proof-missing", &[]),
        _ if line.tally.known == 0 => words.say("proof-none", &[]),
        _ => words.say("proof-summaries", &[("count", line.tally.known.into())]),
    }
}

/// How much was done of how much that is decided.
pub(crate) fn done(line: &Line) -> [String; 2] {
    let count = |key: &str| {
        let part = line.parts.iter().find(|part| part.key == key)?;
        Some(part.figure.as_ref()?.value())
    };
    ["done", "of"].map(|key| figure(&count(key).unwrap_or_else(Rate::zero), 0, &[]))
}
