//! Decisions: what a person says of a stage, beside what the rule proposed.

use std::fmt;
use std::str::FromStr;

use chrono::NaiveDate;

use super::{Grant, Proposal, first_judged};
use crate::period::{NotAPeriod, Quarter};
use crate::rules::Playbook;

/// What is decided on: the launch at its day-90 gate, or a quarter. The launch comes first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Stage {
    /// `launch`
    Launch,
    /// `2026-Q3`
    Quarter(Quarter),
}

impl fmt::Display for Stage {
    /// Reads back equal.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Launch => f.write_str("launch"),
            Self::Quarter(quarter) => quarter.fmt(f),
        }
    }
}

impl FromStr for Stage {
    type Err = NotAPeriod;
    fn from_str(text: &str) -> Result<Self, NotAPeriod> {
        if text == "launch" { Ok(Self::Launch) } else { text.parse().map(Self::Quarter) }
    }
}

impl From<Quarter> for Stage {
    fn from(quarter: Quarter) -> Self {
        Self::Quarter(quarter)
    }
}

/// What a person can decide.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Outcome {
    /// Exclusivity is kept for another quarter.
    Renew,
    /// It is kept, and the quarter counts as failed.
    Conditional,
    /// It ends.
    Lapse,
    /// It is kept, with more territory or another product line.
    Scale,
    /// Nothing is decided yet: the grant stays as it stands.
    Defer,
}

impl Outcome {
    /// In the order in which they are offered.
    pub const ALL: [Self; 5] = [Self::Renew, Self::Conditional, Self::Lapse, Self::Scale, Self::Defer];

    /// The name in messages and in the store.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Renew => "renew",
            Self::Conditional => "conditional",
            Self::Lapse => "lapse",
            Self::Scale => "scale",
            Self::Defer => "defer",
        }
    }

    /// The outcome of that key.
    #[must_use]
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|outcome| outcome.key() == key)
    }
}

/// What a person decided.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decision {
    /// On what.
    pub stage: Stage,
    /// What the rule proposed when it was decided.
    pub proposed: Proposal,
    /// What was decided.
    pub outcome: Outcome,
    /// Why; an override has a reason, the others may.
    pub reason: String,
    /// Who decided.
    pub author: String,
    /// The day.
    pub decided: NaiveDate,
    /// The last day on which it holds: of an override and of what is deferred.
    pub until: Option<NaiveDate>,
}

impl Decision {
    /// Whether it differs from what the rule proposed.
    #[must_use]
    pub fn is_override(&self) -> bool {
        self.proposed.outcome() != Some(self.outcome)
    }

    /// Whether its last day is over, so that it is to be decided again. It still counts until then.
    #[must_use]
    pub fn has_expired(&self, today: NaiveDate) -> bool {
        self.until.is_some_and(|until| until < today)
    }
}

/// Why a decision can't be taken as it is given.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Refused {
    /// The quarter has not begun.
    NotBegun,
    /// The quarter ends within the launch; the first one that is judged.
    WithinLaunch(Quarter),
    /// There is no launch to decide on.
    NoLaunch,
    /// At the day-90 gate there is nothing to renew and nothing to scale.
    NotAtTheGate,
    /// It differs from the rule's proposal and gives no reason.
    NoReason,
    /// Nobody stands for it.
    NoAuthor,
    /// It differs from the rule's proposal, or is deferred, and names no last day.
    NoLastDay,
    /// Its last day is over.
    LastDayOver,
}

/// Whether a decision can be taken on a grant: an override needs a reason, an author and a last day; what is deferred
/// needs the day on which it comes back.
///
/// # Errors
/// The first thing that is missing.
pub fn check(grant: &Grant, playbook: &Playbook, decision: &Decision) -> Result<(), Refused> {
    let Decision { outcome, decided, until, .. } = decision;
    match decision.stage {
        Stage::Quarter(quarter) if quarter.first_day() > *decided => return Err(Refused::NotBegun),
        Stage::Quarter(quarter) if first_judged(grant, playbook, quarter) != quarter => {
            return Err(Refused::WithinLaunch(first_judged(grant, playbook, quarter)));
        }
        Stage::Launch if grant.terms.started.is_none_or(|start| start > *decided) => return Err(Refused::NoLaunch),
        Stage::Launch if matches!(outcome, Outcome::Renew | Outcome::Scale) => return Err(Refused::NotAtTheGate),
        _ => {}
    }
    let overrides = decision.is_override();
    if overrides && decision.reason.trim().is_empty() {
        return Err(Refused::NoReason);
    }
    if decision.author.trim().is_empty() {
        return Err(Refused::NoAuthor);
    }
    match until {
        None if overrides || *outcome == Outcome::Defer => Err(Refused::NoLastDay),
        Some(until) if until < decided => Err(Refused::LastDayOver),
        _ => Ok(()),
    }
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "literals that are dates and quarters")]
mod tests {
    use super::*;

    fn decision(stage: &str, proposed: Proposal, outcome: Outcome) -> Decision {
        Decision {
            stage: stage.parse().unwrap(),
            proposed,
            outcome,
            reason: "Stock was ours to send".to_owned(),
            author: "Tan Mei Lin".to_owned(),
            decided: "2026-10-08".parse().unwrap(),
            until: "2026-12-31".parse().ok(),
        }
    }

    /// A grant that started on 2026-01-05: its launch ends on 5 April, so Q2 is the first quarter that is judged.
    fn checked(decision: &Decision) -> Result<(), Refused> {
        check(&Grant::started("2026-01-05".parse().ok()), &Playbook::default_rules(), decision)
    }

    #[test]
    fn an_override_needs_a_reason_an_author_and_a_last_day() {
        let whole = decision("2026-Q3", Proposal::Conditional, Outcome::Renew);
        assert_eq!(checked(&whole), Ok(()));
        let without = |change: fn(&mut Decision)| {
            let mut given = whole.clone();
            change(&mut given);
            checked(&given)
        };
        assert_eq!(without(|it| it.reason = "  ".to_owned()), Err(Refused::NoReason));
        assert_eq!(without(|it| it.author = String::new()), Err(Refused::NoAuthor));
        assert_eq!(without(|it| it.until = None), Err(Refused::NoLastDay));
        assert_eq!(without(|it| it.until = "2026-10-07".parse().ok()), Err(Refused::LastDayOver));
    }

    #[test]
    fn what_the_rule_proposed_needs_neither_reason_nor_last_day() {
        let bare = |outcome, proposed| Decision {
            reason: String::new(),
            until: None,
            ..decision("2026-Q3", proposed, outcome)
        };
        assert_eq!(checked(&bare(Outcome::Renew, Proposal::Renew)), Ok(()));
        assert_eq!(checked(&bare(Outcome::Lapse, Proposal::Lapse)), Ok(()));
        assert_eq!(checked(&bare(Outcome::Defer, Proposal::Open)), Err(Refused::NoLastDay), "it must come back");
        assert_eq!(checked(&bare(Outcome::Renew, Proposal::Scale)), Err(Refused::NoReason));
    }

    #[test]
    fn only_what_is_judged_can_be_decided() {
        let of = |stage| checked(&decision(stage, Proposal::Renew, Outcome::Renew));
        assert_eq!(of("2026-Q2"), Ok(()));
        assert_eq!(of("2026-Q1"), Err(Refused::WithinLaunch("2026-Q2".parse().unwrap())));
        assert_eq!(of("2026-Q4"), Ok(()), "a quarter that runs can be decided on");
        assert_eq!(of("2027-Q1"), Err(Refused::NotBegun));
        assert_eq!(of("launch"), Err(Refused::NotAtTheGate));
        let old = Grant::started(None);
        let gate = decision("launch", Proposal::Conditional, Outcome::Conditional);
        assert_eq!(check(&old, &Playbook::default_rules(), &gate), Err(Refused::NoLaunch));
        assert_eq!(checked(&gate), Ok(()));
    }

    #[test]
    fn stages_and_outcomes_read_back_as_written() {
        for text in ["launch", "2026-Q3"] {
            assert_eq!(text.parse::<Stage>().map(|stage| stage.to_string()), Ok(text.to_owned()));
        }
        for text in ["", "Launch", "2026-10", "2026-W41"] {
            assert!(text.parse::<Stage>().is_err(), "{text}");
        }
        for outcome in Outcome::ALL {
            assert_eq!(Outcome::from_key(outcome.key()), Some(outcome));
        }
        assert!(Stage::Launch < Stage::Quarter("1990-Q1".parse().unwrap()));
    }

    #[test]
    fn an_override_counts_until_its_last_day_is_over() {
        let it = decision("2026-Q3", Proposal::Lapse, Outcome::Renew);
        for (today, expired) in [("2026-10-08", false), ("2026-12-31", false), ("2027-01-01", true)] {
            assert_eq!(it.has_expired(today.parse().unwrap()), expired, "{today}");
        }
        assert!(it.is_override() && !decision("2026-Q3", Proposal::Renew, Outcome::Renew).is_override());
    }
}
