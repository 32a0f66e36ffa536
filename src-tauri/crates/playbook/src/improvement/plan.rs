//! A corrective action plan: exactly three actions, each with an owner and a deadline.

use chrono::{Days, NaiveDate};

use crate::improvement::Outcome;
use crate::kpi::KpiKey;
use crate::period::Month;
use crate::rules::Playbook;

/// A plan has this many actions: fewer don't turn a quarter, more are not done.
pub const ACTIONS: usize = 3;

/// What is to be done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Action {
    /// The sentence.
    pub what: String,
    /// Who answers for it.
    pub owner: String,
    /// The day by which it is done.
    pub due: NaiveDate,
}

/// A corrective action plan for one KPI.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Plan {
    /// The KPI that triggered it.
    pub kpi: KpiKey,
    /// The month that triggered it.
    pub trigger: Month,
    /// The day it was agreed: day 0.
    pub opened: NaiveDate,
    /// The day from which its next review counts: day 0, or the day of the review that extended it.
    pub since: NaiveDate,
    /// The outcome of its last review, if one was held.
    pub outcome: Option<Outcome>,
}

/// Why a plan can't be agreed as it is. Each is one sentence: the message is `plan-flaw-KEY`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Flaw {
    /// Not exactly three actions.
    Count(usize),
    /// The action of that number says nothing.
    NoWhat(usize),
    /// The action of that number has no owner.
    NoOwner(usize),
    /// The action of that number is due before the plan is agreed.
    DueBefore(usize),
    /// The action of that number is due after the review that judges it.
    DueAfterReview(usize),
}

/// The day of a plan's review: 30 days after day 0, or after the review that extended it.
#[must_use]
pub fn review_day(since: NaiveDate, playbook: &Playbook) -> NaiveDate {
    since.checked_add_days(Days::new(playbook.plan_days.into())).unwrap_or(since)
}

/// What is wrong with a plan's actions; empty when it can be agreed. Numbers of actions start at 1.
#[must_use]
pub fn flaws(actions: &[Action], opened: NaiveDate, playbook: &Playbook) -> Vec<Flaw> {
    let review = review_day(opened, playbook);
    let count = (actions.len() != ACTIONS).then_some(Flaw::Count(actions.len()));
    let each = (1..).zip(actions).flat_map(|(number, action)| {
        let blank = |text: &str| text.trim().is_empty();
        [
            blank(&action.what).then_some(Flaw::NoWhat(number)),
            blank(&action.owner).then_some(Flaw::NoOwner(number)),
            (action.due < opened).then_some(Flaw::DueBefore(number)),
            (action.due > review).then_some(Flaw::DueAfterReview(number)),
        ]
        .into_iter()
        .flatten()
        .collect::<Vec<_>>()
    });
    count.into_iter().chain(each).collect()
}

/// Where a plan is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PlanState {
    /// Being worked on; the review is this many days away.
    Open {
        /// Days until the review.
        days: i64,
    },
    /// The review is due today, or for this many days.
    ReviewDue {
        /// Days since.
        days: i64,
    },
    /// Its last review closed it.
    Closed(Outcome),
}

/// Where a plan is on a day.
#[must_use]
pub fn state(plan: &Plan, playbook: &Playbook, today: NaiveDate) -> PlanState {
    let days = (review_day(plan.since, playbook) - today).num_days();
    match plan.outcome {
        Some(outcome) if outcome != Outcome::Extend => PlanState::Closed(outcome),
        _ if days > 0 => PlanState::Open { days },
        _ => PlanState::ReviewDue { days: -days },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(text: &str) -> NaiveDate {
        text.parse().expect("a literal")
    }

    fn action(due: &str) -> Action {
        Action { what: "Visit the ten largest accounts".into(), owner: "Budi".into(), due: date(due) }
    }

    /// The flaws of a plan agreed on 8 October 2026, so reviewed on 7 November.
    #[track_caller]
    fn check(actions: &[Action], expected: &[Flaw]) {
        assert_eq!(flaws(actions, date("2026-10-08"), &Playbook::default_rules()), expected);
    }

    #[test]
    fn a_plan_has_exactly_three_actions() {
        let of = |count: usize| vec![action("2026-10-20"); count];
        check(&of(3), &[]);
        check(&of(2), &[Flaw::Count(2)]);
        check(&of(4), &[Flaw::Count(4)]);
    }

    #[test]
    fn every_action_says_what_who_and_by_when() {
        let blank = Action { what: " ".into(), owner: String::new(), ..action("2026-10-20") };
        check(&[action("2026-10-08"), blank, action("2026-11-07")], &[Flaw::NoWhat(2), Flaw::NoOwner(2)]);
        let early_and_late = [action("2026-10-07"), action("2026-10-20"), action("2026-11-08")];
        check(&early_and_late, &[Flaw::DueBefore(1), Flaw::DueAfterReview(3)]);
    }

    #[test]
    fn the_review_is_on_day_30_and_an_extension_counts_anew() {
        let rules = Playbook::default_rules();
        let opened = date("2026-10-08");
        let plan = |since: &str, outcome| Plan {
            kpi: KpiKey::new("revenue"),
            trigger: "2026-09".parse().expect("a literal"),
            opened,
            since: date(since),
            outcome,
        };
        for (plan, today, expected) in [
            (plan("2026-10-08", None), "2026-11-06", PlanState::Open { days: 1 }),
            (plan("2026-10-08", None), "2026-11-07", PlanState::ReviewDue { days: 0 }),
            (plan("2026-10-08", None), "2026-11-09", PlanState::ReviewDue { days: 2 }),
            (plan("2026-11-09", Some(Outcome::Extend)), "2026-11-09", PlanState::Open { days: 30 }),
            (plan("2026-11-09", Some(Outcome::Improved)), "2026-12-24", PlanState::Closed(Outcome::Improved)),
        ] {
            assert_eq!(state(&plan, &rules, date(today)), expected, "{today}");
        }
    }
}
