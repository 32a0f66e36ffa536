//! Where a grant stands on a day: a function of its start, the playbook and the decisions taken by then.

use chrono::NaiveDate;

use super::{Decision, Grant, Outcome, Stage};
use crate::period::Quarter;
use crate::rules::Playbook;

/// Where a grant is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Standing {
    /// The start date is still to come.
    Before {
        /// Days until the start.
        days: i64,
    },
    /// Non-exclusive, from the start date (day 0) to the last day of launch; longer where the gate was deferred.
    Launch {
        /// Days since the start.
        day: i64,
        /// The last day of launch.
        of: u32,
    },
    /// Exclusivity is judged quarter by quarter.
    Conditional,
    /// Exclusivity is kept, with more territory or another product line.
    Scale {
        /// The quarter whose decision scaled it.
        since: Quarter,
    },
    /// Exclusivity ended; a renewal brings it back.
    Lapsed {
        /// What was decided on when it ended.
        since: Stage,
    },
}

impl Standing {
    /// Whether exclusivity is held.
    #[must_use]
    pub fn is_exclusive(self) -> bool {
        matches!(self, Self::Conditional | Self::Scale { .. })
    }
}

/// The standing on a day. Decisions count from the day on which they were taken; what nobody decided changes nothing: a
/// launch goes on until its gate is decided, unless nobody could see it, and a quarter leaves the grant as it stood.
#[must_use]
pub fn standing(grant: &Grant, playbook: &Playbook, today: NaiveDate) -> Standing {
    let day = grant.terms.started.map(|start| (today - start).num_days());
    let launch = |day| Standing::Launch { day, of: playbook.launch_days };
    match day {
        Some(day) if day < 0 => return Standing::Before { days: -day },
        Some(day) if day <= i64::from(playbook.launch_days) => return launch(day),
        _ => {}
    }
    let mut taken: Vec<&Decision> = grant.decisions.iter().filter(|decision| decision.decided <= today).collect();
    taken.sort_by_key(|decision| decision.stage);
    let at_first = day.filter(|_| grant.gate_waits(playbook, today)).map_or(Standing::Conditional, launch);
    taken.into_iter().fold(at_first, |stood, decision| match (decision.stage, decision.outcome) {
        (Stage::Launch, Outcome::Defer) => day.map_or(stood, launch),
        (_, outcome) => follows(stood, decision.stage, outcome),
    })
}

/// What follows from a decision on what stood.
fn follows(stood: Standing, stage: Stage, outcome: Outcome) -> Standing {
    match (outcome, stood, stage) {
        (Outcome::Defer, stood, _) => stood,
        (Outcome::Renew, Standing::Scale { since }, _) => Standing::Scale { since },
        (Outcome::Renew | Outcome::Conditional, ..) => Standing::Conditional,
        (Outcome::Lapse, Standing::Lapsed { since }, _) => Standing::Lapsed { since },
        (Outcome::Lapse, ..) => Standing::Lapsed { since: stage },
        (Outcome::Scale, Standing::Scale { since }, _) => Standing::Scale { since },
        (Outcome::Scale, _, Stage::Quarter(since)) => Standing::Scale { since },
        // There is nothing to scale at the gate.
        (Outcome::Scale, _, Stage::Launch) => Standing::Conditional,
    }
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "literals that are dates and stages")]
mod tests {
    use super::*;
    use crate::exclusivity::{Proposal, Terms};

    fn grant(decisions: &[(&str, Outcome, &str)]) -> Grant {
        let decision = |(stage, outcome, decided): &(&str, Outcome, &str)| Decision {
            stage: stage.parse().unwrap(),
            proposed: Proposal::Open,
            outcome: *outcome,
            reason: String::new(),
            author: String::new(),
            decided: decided.parse().unwrap(),
            until: None,
        };
        let terms = Terms { started: "2026-07-01".parse().ok(), ..Terms::default() };
        Grant { terms, decisions: decisions.iter().map(decision).collect(), reports_from: None }
    }

    /// The standing on a day of a grant that started on 2026-07-01.
    #[track_caller]
    fn check(decisions: &[(&str, Outcome, &str)], today: &str, expected: Standing) {
        let found = standing(&grant(decisions), &Playbook::default_rules(), today.parse().unwrap());
        assert_eq!(found, expected, "{today}");
        let mut turned = grant(decisions);
        turned.decisions.reverse();
        assert_eq!(standing(&turned, &Playbook::default_rules(), today.parse().unwrap()), expected, "in any order");
    }

    fn quarter(text: &str) -> Quarter {
        text.parse().unwrap()
    }

    #[test]
    fn launch_lasts_from_day_0_to_day_90() {
        check(&[], "2026-06-30", Standing::Before { days: 1 });
        check(&[], "2026-07-01", Standing::Launch { day: 0, of: 90 });
        check(&[], "2026-09-29", Standing::Launch { day: 90, of: 90 });
        check(&[], "2026-09-30", Standing::Conditional);
    }

    #[test]
    fn a_launch_that_was_reported_on_goes_on_until_its_gate_or_a_quarter_after_it_is_decided() {
        let seen = |from: &str, decisions: &[(&str, Outcome, &str)]| Grant {
            reports_from: from.parse().ok(),
            ..grant(decisions)
        };
        let begins = [("launch", Outcome::Conditional, "2026-11-02")];
        let renewed = [("2026-Q4", Outcome::Renew, "2027-01-14")];
        for (from, decisions, today, expected) in [
            ("2026-07-01", &[][..], "2026-09-30", Standing::Launch { day: 91, of: 90 }),
            ("2026-07-01", &[], "2027-07-01", Standing::Launch { day: 365, of: 90 }),
            ("2026-07-01", &begins, "2026-11-01", Standing::Launch { day: 123, of: 90 }),
            ("2026-07-01", &begins, "2026-11-02", Standing::Conditional),
            ("2026-07-01", &renewed, "2027-01-14", Standing::Conditional),
            // Its last month is September.
            ("2026-09-01", &[], "2026-09-30", Standing::Launch { day: 91, of: 90 }),
            ("2026-09-02", &[], "2026-09-30", Standing::Conditional),
        ] {
            let found = standing(&seen(from, decisions), &Playbook::default_rules(), today.parse().unwrap());
            assert_eq!(found, expected, "{from} {decisions:?} {today}");
        }
    }

    #[test]
    fn without_a_start_date_the_launch_is_over() {
        let found = standing(&Grant::started(None), &Playbook::default_rules(), NaiveDate::MIN);
        assert_eq!(found, Standing::Conditional);
    }

    #[test]
    fn a_decision_moves_the_standing_from_its_day_on() {
        let lapse = [("2026-Q3", Outcome::Lapse, "2026-10-14")];
        check(&lapse, "2026-10-13", Standing::Conditional);
        check(&lapse, "2026-10-14", Standing::Lapsed { since: quarter("2026-Q3").into() });
    }

    #[test]
    fn what_nobody_decided_leaves_it_as_it_stood() {
        let scaled = [("2026-Q4", Outcome::Scale, "2027-01-14")];
        check(&scaled, "2028-06-01", Standing::Scale { since: quarter("2026-Q4") });
        let deferred = [scaled[0], ("2027-Q1", Outcome::Defer, "2027-04-10")];
        check(&deferred, "2027-04-11", Standing::Scale { since: quarter("2026-Q4") });
    }

    #[test]
    fn each_outcome_follows_from_what_stood() {
        let since = Standing::Scale { since: quarter("2026-Q3") };
        let lapsed = Standing::Lapsed { since: quarter("2026-Q3").into() };
        for (first, second, expected) in [
            (Outcome::Scale, Outcome::Renew, since),
            (Outcome::Scale, Outcome::Scale, since),
            (Outcome::Scale, Outcome::Conditional, Standing::Conditional),
            (Outcome::Scale, Outcome::Lapse, Standing::Lapsed { since: quarter("2026-Q4").into() }),
            (Outcome::Lapse, Outcome::Lapse, lapsed),
            (Outcome::Lapse, Outcome::Defer, lapsed),
            (Outcome::Lapse, Outcome::Renew, Standing::Conditional),
            (Outcome::Renew, Outcome::Scale, Standing::Scale { since: quarter("2026-Q4") }),
        ] {
            check(&[("2026-Q3", first, "2026-10-14"), ("2026-Q4", second, "2027-01-14")], "2027-02-01", expected);
        }
    }

    #[test]
    fn the_gate_can_be_held_shut_or_open_longer() {
        check(&[("launch", Outcome::Lapse, "2026-09-29")], "2026-09-29", Standing::Launch { day: 90, of: 90 });
        check(&[("launch", Outcome::Lapse, "2026-09-29")], "2026-09-30", Standing::Lapsed { since: Stage::Launch });
        check(&[("launch", Outcome::Defer, "2026-09-29")], "2026-10-09", Standing::Launch { day: 100, of: 90 });
        check(&[("launch", Outcome::Conditional, "2026-09-29")], "2026-09-30", Standing::Conditional);
        let later = [("launch", Outcome::Defer, "2026-09-29"), ("2026-Q4", Outcome::Renew, "2027-01-14")];
        check(&later, "2027-01-14", Standing::Conditional);
    }
}
