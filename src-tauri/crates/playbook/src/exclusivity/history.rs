//! What happened to a grant, stage by stage, and how many quarters in a row it was renewed or failed.

use chrono::NaiveDate;

use super::{Decision, Grant, Outcome, Standing, standing};
use crate::period::Quarter;
use crate::rules::Playbook;

/// Quarters in a row, directly before a quarter, that a person decided the same way. A quarter that nobody decided, or
/// that was deferred, is neither renewed nor failed and ends both rows.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Runs {
    /// Renewed, counted anew since the grant last scaled.
    pub renewed: u32,
    /// Failed: kept as conditional, or lapsed.
    pub failed: u32,
}

/// The rows that end directly before a quarter, by the decisions taken until `today`.
#[must_use]
pub fn runs_before(grant: &Grant, quarter: Quarter, today: NaiveDate) -> Runs {
    let before = std::iter::successors(Some(quarter.previous()), |quarter| Some(quarter.previous()));
    let outcomes = before.map_while(|quarter| Some(grant.decision(quarter.into(), today)?.outcome));
    let outcomes: Vec<Outcome> = outcomes.collect();
    let row = |of: fn(&Outcome) -> bool| {
        u32::try_from(outcomes.iter().take_while(|outcome| of(outcome)).count()).unwrap_or(u32::MAX)
    };
    Runs {
        renewed: row(|outcome| *outcome == Outcome::Renew),
        failed: row(|outcome| matches!(outcome, Outcome::Conditional | Outcome::Lapse)),
    }
}

/// The first quarter from `from` on that is judged: one that ends after the launch and holds none of its unscored months.
/// A launch from 1 July ends on 29 September, and yet it is the next quarter that is judged first.
#[must_use]
pub fn first_judged(grant: &Grant, playbook: &Playbook, from: Quarter) -> Quarter {
    let Some((first, last)) = grant.terms.launch(playbook) else { return from };
    // A quarter ends with a month: the day after the launch lies in the first one that ends after it.
    let after = last.succ_opt().map_or(from, |day| from.fiscal_year().quarter_on(day));
    let holds_unscored = playbook.is_unscored(first, after.into());
    from.max(if holds_unscored { after.next() } else { after })
}

/// The first quarter that the grant could stand at Scale in, when every quarter after `quarter` is renewed: the one
/// after so many renewed in a row, of which `renewed` are there with `quarter` itself.
#[must_use]
pub fn scale_at_the_earliest(playbook: &Playbook, quarter: Quarter, renewed: u32) -> Quarter {
    let missing = playbook.scale_after.saturating_sub(renewed);
    (0..=missing).fold(quarter, |quarter, _| quarter.next())
}

/// A decision and what followed from it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// What was decided.
    pub decision: Decision,
    /// The standing on the day of the decision; of the launch: on the day after it.
    pub followed: Standing,
}

/// Every decision taken until `today`, the latest stage first, with the standing that followed.
#[must_use]
pub fn history(grant: &Grant, playbook: &Playbook, today: NaiveDate) -> Vec<Step> {
    let mut taken: Vec<&Decision> = grant.decisions.iter().filter(|decision| decision.decided <= today).collect();
    taken.sort_by_key(|decision| std::cmp::Reverse(decision.stage));
    let launched = grant.terms.launch(playbook).and_then(|(_, last)| last.succ_opt());
    let step = |decision: &Decision| {
        let up_to = |other: &&Decision| other.stage <= decision.stage;
        let known = Grant { decisions: grant.decisions.iter().filter(up_to).cloned().collect(), ..grant.clone() };
        let day = launched.map_or(decision.decided, |day| day.max(decision.decided));
        Step { followed: standing(&known, playbook, day), decision: decision.clone() }
    };
    taken.into_iter().map(step).collect()
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "literals that are dates and stages")]
mod tests {
    use super::*;
    use crate::exclusivity::{Proposal, Stage};

    fn grant(outcomes: &[(&str, Outcome)]) -> Grant {
        let decision = |(stage, outcome): &(&str, Outcome)| {
            let stage: Stage = stage.parse().unwrap();
            let decided = match stage {
                Stage::Launch => "2025-04-01".parse().unwrap(),
                Stage::Quarter(quarter) => quarter.next().first_day(),
            };
            let (reason, author) = (String::new(), String::new());
            Decision { stage, proposed: Proposal::Open, outcome: *outcome, reason, author, decided, until: None }
        };
        Grant { decisions: outcomes.iter().map(decision).collect(), ..Grant::started("2025-01-06".parse().ok()) }
    }

    #[track_caller]
    fn check(outcomes: &[(&str, Outcome)], renewed: u32, failed: u32) {
        let found = runs_before(&grant(outcomes), "2026-Q1".parse().unwrap(), "2026-10-08".parse().unwrap());
        assert_eq!(found, Runs { renewed, failed }, "{outcomes:?}");
    }

    #[test]
    fn a_row_is_of_quarters_that_follow_each_other() {
        use Outcome::{Conditional, Defer, Lapse, Renew, Scale};
        check(&[], 0, 0);
        check(&[("2025-Q4", Renew)], 1, 0);
        check(&[("2025-Q3", Renew), ("2025-Q4", Renew)], 2, 0);
        check(&[("2025-Q2", Renew), ("2025-Q4", Renew)], 1, 0);
        check(&[("2025-Q3", Scale), ("2025-Q4", Renew)], 1, 0);
        check(&[("2025-Q3", Conditional), ("2025-Q4", Lapse)], 0, 2);
        check(&[("2025-Q3", Conditional), ("2025-Q4", Renew)], 1, 0);
        check(&[("2025-Q3", Conditional), ("2025-Q4", Defer)], 0, 0);
    }

    #[test]
    fn a_decision_is_not_there_before_its_day() {
        let it = grant(&[("2025-Q4", Outcome::Renew)]);
        let runs = |today: &str| runs_before(&it, "2026-Q1".parse().unwrap(), today.parse().unwrap()).renewed;
        assert_eq!((runs("2025-12-31"), runs("2026-01-01")), (0, 1));
    }

    #[test]
    fn the_first_judged_quarter_ends_after_the_launch_and_holds_none_of_its_unscored_months() {
        let rules = Playbook::default_rules();
        for (start, first) in [
            ("2026-01-05", "2026-Q2"),
            ("2026-04-01", "2026-Q3"),
            ("2026-07-01", "2026-Q4"),
            ("2026-07-02", "2026-Q4"),
            ("2026-07-15", "2026-Q4"),
            ("2026-08-31", "2026-Q4"),
            ("2026-09-02", "2027-Q1"),
            ("2020-01-01", "2026-Q1"),
        ] {
            let found = first_judged(&Grant::started(start.parse().ok()), &rules, "2026-Q1".parse().unwrap());
            assert_eq!(found.to_string(), first, "{start}");
        }
        assert_eq!(first_judged(&Grant::started(None), &rules, "2026-Q1".parse().unwrap()).to_string(), "2026-Q1");
    }

    #[test]
    fn scale_follows_the_second_renewed_quarter_in_a_row() {
        let earliest = |renewed| {
            scale_at_the_earliest(&Playbook::default_rules(), "2026-Q3".parse().unwrap(), renewed).to_string()
        };
        assert_eq!([0, 1, 2, 3].map(earliest), ["2027-Q2", "2027-Q1", "2026-Q4", "2026-Q4"]);
    }

    #[test]
    fn history_tells_what_followed_from_each_decision_newest_first() {
        use Outcome::{Conditional, Defer, Lapse, Renew, Scale};
        let it = grant(&[
            ("launch", Defer),
            ("2025-Q2", Renew),
            ("2025-Q3", Scale),
            ("2025-Q4", Lapse),
            ("2026-Q1", Conditional),
        ]);
        let quarter = |text: &str| text.parse::<Quarter>().unwrap();
        let steps = history(&it, &Playbook::default_rules(), "2026-10-08".parse().unwrap());
        let found: Vec<_> = steps.iter().map(|step| (step.decision.stage.to_string(), step.followed)).collect();
        let expected = [
            ("2026-Q1", Standing::Conditional),
            ("2025-Q4", Standing::Lapsed { since: quarter("2025-Q4").into() }),
            ("2025-Q3", Standing::Scale { since: quarter("2025-Q3") }),
            ("2025-Q2", Standing::Conditional),
            ("launch", Standing::Launch { day: 91, of: 90 }),
        ];
        assert_eq!(found, expected.map(|(stage, followed)| (stage.to_owned(), followed)));
    }
}
