//! The decision page: what the rule proposes and why, with room for what a person decides.

use pack::content::{Amount, Chip, Condition, Decided, Decision, Figure, Move, PageOf, Verdict};
use playbook::cadence::review_due;
use playbook::kpi::{ReviewKind, Shape};
use playbook::measure::ReportKind;
use playbook::score::Line;
use playbook::standing::{About, Assessment, Proposal, Standing, assess};
use words::Value;

use super::{Shown, amount, disc, mark, standing};
use crate::format::{self, percent, signed};
use crate::scorecard::moves;
use crate::shown::thousandths;
use crate::view::{ConditionView, Fact, Mark};
use crate::words;

pub(super) fn fill(shown: &Shown<'_>, company: &str) -> Decision {
    let scored = &shown.scored;
    let case = scored.known.case(scored.playbook, scored.today);
    let assessment = assess(&case, scored.quarter, &scored.card);
    let moved = scored.before.as_ref().map(|before| moves(scored.playbook, &scored.card, before)).unwrap_or_default();
    let grant = shown.view.grants.first();
    Decision {
        kicker: words().say(
            "pack-exclusivity",
            &[("grant", grant.map(|grant| grant.territory.clone()).unwrap_or_default().into())],
        ),
        headline: headline(shown, &assessment),
        proposed: proposed(shown, &assessment),
        decided: Decided::Open { text: to_decide(shown, &assessment) },
        conditions: conditions(shown, &assessment),
        figures: vec![score(shown), coverage(shown)],
        moves: moved
            .into_iter()
            .map(|(title, by)| Move { title, value: signed(&by, 1), length: thousandths(&by) })
            .collect(),
        no_moves: words().say(if scored.before.is_some() { "pack-moved-nothing" } else { "pack-moves-none" }, &[]),
        standing: standing::phases(shown, &assessment),
        takes: None,
        signatures: signatures(company, scored.known.name()),
    }
}

/// The answer, in words.
fn headline(shown: &Shown<'_>, assessment: &Assessment) -> String {
    let values = counts(assessment);
    match (assessment.proposal, assessment.standing) {
        (Proposal::LaunchNotScored, Standing::Before { .. }) => words().say("pack-headline-before", &[]),
        (Proposal::LaunchNotScored, _) => {
            let note = shown.view.grants.first().map(|grant| grant.standing.note.clone()).unwrap_or_default();
            words().say("pack-headline-launch", &[("note", note.into())])
        }
        (Proposal::Renew, _) => words().say("pack-headline-renew", &values),
        (Proposal::NotMet, _) => words().say("pack-headline-not-met", &values),
        (Proposal::Open, _) => words().say("pack-headline-open", &values),
    }
}

fn counts(assessment: &Assessment) -> [(&'static str, Value<'static>); 3] {
    let count = |wanted| assessment.conditions.iter().filter(|condition| condition.met == wanted).count();
    [("met", count(Some(true)).into()), ("of", assessment.conditions.len().into()), ("open", count(None).into())]
}

fn proposed(shown: &Shown<'_>, assessment: &Assessment) -> Verdict {
    let grant = shown.view.grants.first();
    let named = |wanted: Mark| -> Vec<String> {
        let conditions = grant.into_iter().flat_map(|grant| &grant.conditions);
        conditions.filter(|condition| condition.mark == wanted).map(|condition| condition.title.clone()).collect()
    };
    let mut said = Vec::new();
    for (key, wanted) in [("pack-not-met", Mark::NotMet), ("pack-still-open", Mark::Provisional)] {
        let named = named(wanted);
        if !named.is_empty() && assessment.proposal != Proposal::LaunchNotScored {
            said.push(words().say(key, &[("conditions", named.join("; ").into())]));
        }
    }
    if said.is_empty() {
        said.push(words().say(&format!("pack-because-{}", assessment.proposal.key()), &[]));
    }
    Verdict {
        disc: grant.map_or(pack::picture::Disc::Conditional, |grant| disc(grant.standing.disc)),
        title: words().say(&format!("pack-proposal-{}", assessment.proposal.key()), &[]),
        text: said.join(" "),
    }
}

/// By when a person decides: with the quarterly review; in the launch, with that of the first quarter that is judged.
fn to_decide(shown: &Shown<'_>, assessment: &Assessment) -> String {
    let scored = &shown.scored;
    let quarter = match assessment.proposal {
        Proposal::LaunchNotScored => standing::first_judged(shown),
        _ => scored.quarter,
    };
    let day = review_due(ReviewKind::Quarterly, quarter.into(), scored.playbook.qbr_days);
    let key = if quarter == scored.quarter { "pack-decide-by" } else { "pack-decide-with" };
    let values = [
        ("quarter", format::quarter(words(), quarter).into()),
        ("day", Value::from(format::day_with_year(words(), day))),
    ];
    words().say(key, &values)
}

/// The conditions as the window words them, each with where its proof stands.
fn conditions(shown: &Shown<'_>, assessment: &Assessment) -> Vec<Condition> {
    let views = shown.view.grants.first().map(|grant| grant.conditions.as_slice()).unwrap_or_default();
    let rank = |condition: &&playbook::standing::Condition| match condition.met {
        Some(false) => 0,
        None => 1,
        Some(true) => 2,
    };
    // The order in which the views stand.
    let mut sorted: Vec<_> = assessment.conditions.iter().collect();
    sorted.sort_by_key(rank);
    views.iter().zip(sorted).map(|(view, condition)| row(shown, view, &condition.about)).collect()
}

fn row(shown: &Shown<'_>, view: &ConditionView, about: &About) -> Condition {
    let (evidence, page) = proof(shown, about);
    Condition {
        result: Chip { mark: mark(view.mark), word: result(view.mark) },
        condition: view.title.clone(),
        required: plain(&view.required),
        actual: plain(&view.actual),
        difference: Amount {
            value: view.difference.clone(),
            unit: if view.difference.is_empty() { String::new() } else { words().say("unit-points", &[]) },
            known: view.mark != Mark::Provisional,
        },
        evidence,
        page,
    }
}

/// A figure in the table: only words stand back.
fn plain(fact: &Fact) -> Amount {
    Amount { known: !fact.unit.is_empty(), ..amount(fact) }
}

fn result(mark: Mark) -> String {
    let key = match mark {
        Mark::Met => "status-met",
        Mark::NotMet => "status-not-met",
        _ => "pack-condition-open",
    };
    words().say(key, &[])
}

/// What proves a condition, and on which page: `12 of 13 weeks`.
fn proof(shown: &Shown<'_>, about: &About) -> (String, Option<PageOf>) {
    let scored = &shown.scored;
    match about {
        About::Kpi(key) => {
            let kpi = scored.playbook.kpi(key);
            let line = scored.card.line(key);
            let shape = kpi.map(|kpi| &kpi.shape);
            match (shape, line) {
                (Some(Shape::OnTime(kind)), Some(line)) => (on_time(*kind, line), Some(PageOf::Compliance)),
                (Some(Shape::Held(_)), Some(line)) => (done_of("pack-proof-held", line), Some(PageOf::Compliance)),
                (_, Some(line)) => {
                    if line.tally.known == 0 {
                        return (words().say("pack-proof-none", &[]), None);
                    }
                    let values = [("count", line.tally.known.into())];
                    (words().say("pack-proof-summaries", &values), Some(PageOf::Evidence))
                }
                (_, None) => (String::new(), Some(PageOf::Scorecard)),
            }
        }
        About::Reporting => {
            let all = || shown.weekly.iter().chain(&shown.monthly);
            let came = all().filter(|receipt| receipt.state.is_received()).count();
            let values = [("came", came.into()), ("of", Value::from(all().count()))];
            (words().say("pack-proof-reports", &values), Some(PageOf::Compliance))
        }
        About::Coverage => {
            let lines = || scored.lines().filter(|(_, line)| line.status != playbook::score::Status::DoesNotApply);
            let known = lines().filter(|(_, line)| line.attainment.is_some()).count();
            let values = [("known", known.into()), ("of", Value::from(lines().count()))];
            (words().say("pack-proof-coverage", &values), Some(PageOf::Scorecard))
        }
    }
}

fn on_time(kind: ReportKind, line: &Line) -> String {
    done_of(&format!("pack-proof-{}", kind.key()), line)
}

fn done_of(key: &str, line: &Line) -> String {
    let [done, of] = super::compliance::done(line);
    if of == "0" {
        return words().say("pack-proof-none", &[]);
    }
    words().say(key, &[("done", done.into()), ("of", of.into())])
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
    let before = scored.change().and(scored.before.as_ref()).and_then(|before| before.score.as_ref());
    let note = match before {
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
