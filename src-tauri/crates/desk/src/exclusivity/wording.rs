//! Stages, proposals and decisions in words.

use chrono::NaiveDate;
use playbook::exclusivity::{Decision, Outcome, Proposal, Stage, Standing, first_judged};
use words::Value;

use super::Judged;
use crate::judge::Known;
use crate::{format, words};

/// `Q3 2026`, `Launch`.
pub(crate) fn stage(stage: Stage) -> String {
    match stage {
        Stage::Launch => words().say("standing-launch", &[]),
        Stage::Quarter(quarter) => format::quarter(words(), quarter),
    }
}

/// `Renew`, `Lapse`.
pub(crate) fn outcome(outcome: Outcome) -> String {
    words().say(&format!("outcome-{}", outcome.key()), &[])
}

/// `Conditional`, `Nothing yet`.
pub(crate) fn proposal(proposal: Proposal) -> String {
    words().say(&format!("pack-proposal-{}", proposal.key()), &[])
}

/// `Renew, to 31 December 2026`; `Lapse`.
pub(crate) fn decision(decision: &Decision) -> String {
    let named = outcome(decision.outcome);
    match lasts(decision) {
        Some(day) => words()
            .say("decision-until", &[("outcome", named.into()), ("day", format::day_with_year(words(), day).into())]),
        None => named,
    }
}

/// `Renewed to 31 December 2026`, `Lapsed`.
pub(crate) fn headline(decision: &Decision) -> String {
    let key = decision.outcome.key();
    match lasts(decision) {
        Some(day) => {
            words().say(&format!("headline-{key}-until"), &[("day", format::day_with_year(words(), day).into())])
        }
        None => words().say(&format!("headline-{key}"), &[]),
    }
}

/// The last day on which a decision holds: as it says; else to the end of the quarter after it. What has lapsed by the rule
/// has no last day.
pub(crate) fn lasts(decision: &Decision) -> Option<NaiveDate> {
    let natural = match decision.stage {
        Stage::Quarter(quarter) => Some(quarter.next().last_day()),
        Stage::Launch => None,
    };
    decision.until.or(natural.filter(|_| !matches!(decision.outcome, Outcome::Defer | Outcome::Lapse)))
}

/// Of a distributor with several grants: whose figures a grant is judged by. Reports state one figure for all of them.
pub(crate) fn by_the_whole(known: &Known) -> Option<String> {
    (known.grants.len() > 1).then(|| words().say("judged-by-the-whole", &[]))
}

/// Why the rule proposes what it does, beyond its conditions: `First failed quarter; two in a row lapse.`
pub(crate) fn because(judged: &Judged<'_>) -> String {
    let (assessment, rules) = (&judged.assessment, &judged.rules);
    let words = words();
    match assessment.proposal {
        Proposal::Lapse if matches!(assessment.standing, Standing::Lapsed { .. }) => {
            words.say("because-still-lapsed", &[])
        }
        Proposal::Lapse if rules.lapse_after <= 1 => words.say("because-lapse-at-once", &[]),
        Proposal::Lapse => words.say("because-lapse", &[("count", (assessment.before.failed + 1).into())]),
        Proposal::Conditional if matches!(assessment.stage, Stage::Quarter(_)) => {
            words.say("because-conditional", &[("count", rules.lapse_after.into())])
        }
        Proposal::Scale => words.say("because-scale", &[("count", (assessment.before.renewed + 1).into())]),
        Proposal::Renew => {
            let missing = rules.scale_after.saturating_sub(assessment.before.renewed + 1);
            words.say("because-renew", &[("count", missing.into()), ("of", Value::from(rules.scale_after))])
        }
        _ => String::new(),
    }
}

/// Of a first failed quarter: that the one before was judged and nobody decided on it. However that went, it is neither
/// renewed nor failed.
pub(super) fn not_decided(judged: &Judged<'_>) -> Option<String> {
    let Stage::Quarter(quarter) = judged.assessment.stage else { return None };
    if judged.assessment.proposal != Proposal::Conditional {
        return None;
    }
    let (grant, before) = (&judged.granted.grant, quarter.previous());
    let was_judged = first_judged(grant, &judged.rules, before) == before;
    let reported = grant.reports_from.is_some_and(|from| from <= before.first_day());
    let undecided = grant.decision(before.into(), judged.card.as_of).is_none();
    let values = [("quarter", format::quarter(words(), before).into())];
    (was_judged && reported && undecided).then(|| words().say("because-not-decided", &values))
}
