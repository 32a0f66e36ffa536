//! The decision page: what the rule proposes and why, beside what a person decided or has still to decide.

use pack::content::{Amount, Chip, Condition, Decided, Decision, Figure, Move, PageOf, Verdict};
use pack::picture::Disc;
use playbook::exclusivity::{About, Decision as Ruling, Outcome, Proposal, Stage, Standing, first_judged, gate};
use playbook::kpi::Shape;
use words::Value;

use super::{Shown, amount, disc, mark, standing};
use crate::exclusivity::{Judged, in_order, wording};
use crate::format::{self, percent, signed};
use crate::judge::Known;
use crate::scorecard::moves;
use crate::shown::thousandths;
use crate::view::{ConditionView, Fact, GrantView, Mark};
use crate::words;

/// The decision page of one grant.
pub(super) fn fill(shown: &Shown<'_>, judged: &Judged<'_>, company: &str) -> Decision {
    let scored = &shown.scored;
    let before = scored.before();
    let moved = before.as_deref().map(|before| moves(scored.playbook, &scored.card, before)).unwrap_or_default();
    let view = judged.view(scored);
    Decision {
        kicker: words().say("pack-exclusivity", &[("grant", view.territory.as_str().into())]),
        headline: headline(judged, &view),
        proposed: proposed(scored.known, judged, &view),
        decided: decided(shown, judged),
        conditions: conditions(shown, judged, &view),
        figures: vec![score(shown), coverage(shown)],
        moves: moved
            .into_iter()
            .map(|(title, by)| Move { title, value: signed(&by, 1), length: thousandths(&by) })
            .collect(),
        no_moves: words().say(if before.is_some() { "pack-moved-nothing" } else { "pack-moves-none" }, &[]),
        standing: standing::phases(shown, judged),
        takes: crate::exclusivity::pack_takes(scored, judged),
        signatures: signatures(company, scored.known.name()),
    }
}

/// The answer, in words: what was decided, else what the rule proposes.
fn headline(judged: &Judged<'_>, view: &GrantView) -> String {
    let assessment = &judged.assessment;
    if let Some(decision) = &assessment.decision {
        let values = [("decided", wording::headline(decision).into())];
        let key = if decision.is_override() { "pack-headline-override" } else { "pack-headline-decided" };
        return words().say(key, &values);
    }
    let values = [
        ("met", Value::from(assessment.met())),
        ("of", assessment.conditions.len().into()),
        ("open", assessment.open().into()),
    ];
    match (assessment.proposal, assessment.standing) {
        (Proposal::LaunchNotScored, Standing::Before { .. }) => words().say("pack-headline-before", &[]),
        (Proposal::LaunchNotScored, _) => {
            words().say("pack-headline-launch", &[("note", view.standing.note.as_str().into())])
        }
        (proposal, _) => words().say(&format!("pack-headline-{}", proposal.key()), &values),
    }
}

fn proposed(known: &Known, judged: &Judged<'_>, view: &GrantView) -> Verdict {
    let proposal = judged.assessment.proposal;
    let named = |wanted: Mark| -> Vec<&str> {
        let conditions = view.conditions.iter().filter(|condition| condition.mark == wanted);
        conditions.map(|condition| condition.title.as_str()).collect()
    };
    let mut said = Vec::new();
    for (key, wanted) in [("pack-not-met", Mark::NotMet), ("pack-still-open", Mark::Provisional)] {
        let named = named(wanted);
        if !named.is_empty() && proposal != Proposal::LaunchNotScored {
            said.push(words().say(key, &[("conditions", named.join("; ").into())]));
        }
    }
    if said.is_empty() {
        said.push(words().say(&format!("pack-because-{}", proposal.key()), &[]));
    }
    said.extend(Some(wording::because(judged)).filter(|because| !because.is_empty()));
    said.extend(wording::by_the_whole(known));
    Verdict {
        disc: match proposal {
            Proposal::Lapse => Disc::Lapsed,
            Proposal::Scale => Disc::Scale,
            Proposal::LaunchNotScored | Proposal::Defer => Disc::Launch,
            _ => disc(view.standing.disc),
        },
        title: words().say(&format!("pack-proposal-{}", proposal.key()), &[]),
        text: said.join(" "),
    }
}

/// What a person decided, with the reason in their own words; else by when someone has to.
fn decided(shown: &Shown<'_>, judged: &Judged<'_>) -> Decided {
    let Some(decision) = &judged.assessment.decision else {
        return Decided::Open { text: to_decide(shown, judged) };
    };
    let by = [
        ("author", decision.author.as_str().into()),
        ("day", Value::from(format::day_with_year(words(), decision.decided))),
    ];
    let reason = decision.reason.trim();
    let text = if reason.is_empty() { String::new() } else { words().say("pack-reason", &[("reason", reason.into())]) };
    Decided::Made {
        by: words().say("pack-decided-by", &by),
        verdict: Verdict { disc: disc_of(judged, decision), title: wording::decision(decision), text },
    }
}

fn disc_of(judged: &Judged<'_>, decision: &Ruling) -> Disc {
    match decision.outcome {
        Outcome::Lapse => Disc::Lapsed,
        Outcome::Scale => Disc::Scale,
        _ => disc(judged.standing_view().disc),
    }
}

/// By when a person decides; in the launch, with the first quarter that is judged.
fn to_decide(shown: &Shown<'_>, judged: &Judged<'_>) -> String {
    let (scored, grant) = (&shown.scored, &judged.granted.grant);
    let case = scored.known.case(&judged.rules, scored.today);
    let launches = judged.assessment.proposal == Proposal::LaunchNotScored || judged.gate_waits();
    let undecided = grant.decision(Stage::Launch, scored.today).is_none();
    if let Some(found) = gate(&case, grant).filter(|_| launches && undecided) {
        let by = Value::from(format::day_with_year(words(), found.decide_by));
        return words().say("pack-decide-gate", &[("day", judged.rules.launch_days.into()), ("by", by)]);
    }
    let quarter = first_judged(grant, &judged.rules, scored.quarter);
    let day = playbook::exclusivity::decide_by(&case, quarter);
    let key = if quarter == scored.quarter { "pack-decide-by" } else { "pack-decide-with" };
    let values = [
        ("quarter", format::quarter(words(), quarter).into()),
        ("day", Value::from(format::day_with_year(words(), day))),
    ];
    words().say(key, &values)
}

/// The conditions as the window words them, each with the page on which its proof stands.
fn conditions(shown: &Shown<'_>, judged: &Judged<'_>, view: &GrantView) -> Vec<Condition> {
    let sorted = in_order(judged);
    view.conditions.iter().zip(sorted).map(|(view, condition)| row(shown, view, &condition.about)).collect()
}

fn row(shown: &Shown<'_>, view: &ConditionView, about: &About) -> Condition {
    Condition {
        result: Chip { mark: mark(view.mark), word: view.result.clone() },
        condition: view.title.clone(),
        required: plain(&view.required),
        actual: plain(&view.actual),
        difference: Amount {
            value: view.difference.text.clone(),
            unit: view.difference.unit.clone(),
            known: view.mark != Mark::Provisional,
        },
        evidence: view.proof.clone(),
        page: page(shown, about),
    }
}

/// A figure in the table: only words stand back.
fn plain(fact: &Fact) -> Amount {
    Amount { known: super::has_digit(&fact.text), ..amount(fact) }
}

/// The section that proves a condition; none where nothing is known.
fn page(shown: &Shown<'_>, about: &About) -> Option<PageOf> {
    let scored = &shown.scored;
    match about {
        About::Kpi(key) => match (scored.playbook.kpi(key).map(|kpi| &kpi.shape), scored.card.line(key)) {
            (Some(Shape::OnTime(_) | Shape::Held(_)), _) => Some(PageOf::Compliance),
            (_, Some(line)) if line.tally.known == 0 => None,
            (_, Some(_)) => Some(PageOf::Evidence),
            (_, None) => Some(PageOf::Scorecard),
        },
        About::Reporting => Some(PageOf::Compliance),
        About::Coverage | About::Baseline => Some(PageOf::Scorecard),
    }
}

/// A large number; a word where there is none goes below a dash.
pub(super) fn large(label: &str, fact: &Fact, note: String) -> Figure {
    let label = if label.is_empty() { String::new() } else { words().say(label, &[]) };
    if super::has_digit(&fact.text) {
        return Figure { label, value: fact.text.clone(), unit: fact.unit.clone(), note };
    }
    let note = if note.is_empty() { fact.text.clone() } else { note };
    Figure { label, value: "–".to_owned(), unit: String::new(), note }
}

/// `91.8`, `−2.8 on Q2 (94.6)`.
fn score(shown: &Shown<'_>) -> Figure {
    let scored = &shown.scored;
    let before = scored.change().and(scored.before());
    let note = match before.as_ref().and_then(|before| before.score.as_ref()) {
        Some(before) => {
            let values = [("note", shown.view.score_note.as_str().into()), ("before", percent(before, 1, &[]).into())];
            words().say("pack-score-note", &values)
        }
        None => shown.view.score_note.clone(),
    };
    let provisional = shown.view.score.provisional && super::has_digit(&shown.view.score.text);
    let note = if provisional { words().say("pack-note-provisional", &[("note", note.into())]) } else { note };
    large("", &shown.view.score, note)
}

/// `90 %`, `coverage; QBR not held yet`.
fn coverage(shown: &Shown<'_>) -> Figure {
    let note = words().say("pack-coverage-note", &[("note", shown.view.coverage_note.as_str().into())]);
    large("", &shown.view.coverage, note)
}

fn signatures(company: &str, distributor: &str) -> Vec<String> {
    let ours = match company {
        "" => words().say("pack-sign-supplier", &[]),
        company => words().say("pack-sign", &[("who", company.into())]),
    };
    vec![ours, words().say("pack-sign", &[("who", distributor.into())])]
}
