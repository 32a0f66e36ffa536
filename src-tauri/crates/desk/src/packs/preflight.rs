//! What is not ready about a pack, in words. Nothing of it keeps a pack from being made but an empty quarter: what is
//! missing is printed as missing.

use chrono::NaiveDate;
use playbook::cadence::ReportState;
use playbook::compliance::receipts;
use playbook::measure::ReportKind;
use playbook::period::{Period, Quarter};
use playbook::rules::Versions;
use playbook::score::Status;
use words::Value;

use crate::contradicted;
use crate::format::percent;
use crate::judge::Known;
use crate::scorecard::Scored;
use crate::view::{Problem, Severity};
use crate::{format, words};

/// Something that is not ready.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Finding {
    /// Nothing is on file or expected in the quarter.
    Nothing,
    /// Reports that were due have not come.
    NotCome { what: String, count: usize },
    /// So many KPIs have no target.
    NoTargets(usize),
    /// So much in percent is known, less than the rules ask for.
    Provisional(String),
    /// The quarter is not over.
    Running,
    /// So many reports state amounts in another currency.
    Foreign(usize),
    /// So many pairs of figures can't both be true.
    Contradicted(usize),
}

/// The kinds of findings that the lead counts, in its order.
pub(super) const KINDS: [&str; 6] = ["not-come", "no-targets", "provisional", "foreign", "contradicted", "nothing"];

impl Finding {
    /// The end of the messages `packs-lead-KIND` and `preflight-KIND`.
    pub(super) fn kind(&self) -> &'static str {
        match self {
            Self::Nothing => "nothing",
            Self::NotCome { .. } => "not-come",
            Self::NoTargets(_) => "no-targets",
            Self::Provisional(_) => "provisional",
            Self::Running => "running",
            Self::Foreign(_) => "foreign",
            Self::Contradicted(_) => "contradicted",
        }
    }

    /// As the window lists it.
    pub(super) fn problem(&self) -> Problem {
        let values: Vec<(&str, Value<'_>)> = match self {
            Self::Nothing | Self::Running => Vec::new(),
            Self::NotCome { what, count } => vec![("what", what.into()), ("count", (*count).into())],
            Self::NoTargets(count) | Self::Foreign(count) | Self::Contradicted(count) => {
                vec![("count", (*count).into())]
            }
            Self::Provisional(coverage) => vec![("percent", coverage.into())],
        };
        let hint = format!("preflight-{}-hint", self.kind());
        Problem {
            severity: if *self == Self::Nothing { Severity::Stops } else { Severity::Warns },
            place: String::new(),
            message: words().say(&format!("preflight-{}", self.kind()), &values),
            hint: if words().knows(&hint) { words().say(&hint, &values) } else { String::new() },
        }
    }
}

/// What is not ready about a distributor's quarter.
pub(super) fn findings(known: &Known, versions: &Versions, quarter: Quarter, today: NaiveDate) -> Vec<Finding> {
    let playbook = versions.in_force(quarter);
    let case = known.case(playbook, today);
    let of = |kind| receipts(&case, kind, quarter);
    let (weekly, monthly) = (of(ReportKind::Weekly), of(ReportKind::Monthly));
    let reported = weekly.iter().chain(&monthly).any(|receipt| receipt.state != ReportState::NotYetDue);
    if !reported {
        return vec![Finding::Nothing];
    }
    let absent = |state: ReportState| matches!(state, ReportState::Missing | ReportState::Overdue { .. });
    let periods = |of: &[playbook::compliance::Receipt]| -> Vec<Period> {
        of.iter().filter(|receipt| absent(receipt.state)).map(|receipt| receipt.due.period).collect()
    };
    let mut found = Vec::new();
    if today <= quarter.last_day() {
        found.push(Finding::Running);
    }
    found.extend(not_come(&periods(&monthly)));
    found.extend(not_come(&periods(&weekly)));
    let scored = Scored::new(known, versions, quarter, today);
    let count = |wanted: &dyn Fn(Status) -> bool| scored.lines().filter(|(_, line)| wanted(line.status)).count();
    found.extend(some(count(&|status| status == Status::NoTarget)).map(Finding::NoTargets));
    if scored.coverage_low() {
        let minimum = std::slice::from_ref(&playbook.coverage_minimum);
        found.push(Finding::Provisional(percent(&scored.card.coverage, 0, minimum)));
    }
    found
        .extend(some(known.foreign.iter().filter(|report| quarter.holds(report.period)).count()).map(Finding::Foreign));
    found.extend(some(contradicted::open(known, playbook, quarter, today).len()).map(Finding::Contradicted));
    found
}

fn some(count: usize) -> Option<usize> {
    (count > 0).then_some(count)
}

/// Reports of one kind that have not come: `September summary`, `Week 36`, `Weeks 36, 38 and 40`.
fn not_come(periods: &[Period]) -> Option<Finding> {
    let words = words();
    let short = |period: &Period| format::period_short(words, *period);
    let (last, rest) = periods.split_last()?;
    let what = match (last, rest) {
        (Period::Month(_), []) => words.say("late-summary", &[("month", short(last).into())]),
        (Period::Month(_), _) => {
            let months = listed(periods.iter().map(short).collect());
            words.say("preflight-summaries", &[("months", months.into())])
        }
        (_, []) => short(last),
        _ => words.say("preflight-weeks", &[("weeks", listed(runs(periods)).into())]),
    };
    Some(Finding::NotCome { what, count: periods.len() })
}

/// The numbers of weeks; three or more in a row as `28 to 39`.
fn runs(periods: &[Period]) -> Vec<String> {
    let follows = |before: &Period, after: &Period| match (before, after) {
        (Period::Week(before), Period::Week(after)) => before.next() == *after,
        _ => false,
    };
    let number = |period: &Period| match period {
        Period::Week(week) => week.number().to_string(),
        other => format::period_short(words(), *other),
    };
    let mut shown = Vec::new();
    for run in periods.chunk_by(follows) {
        match run {
            [first, _, .., last] => {
                let values = [("from", number(first).into()), ("to", Value::from(number(last)))];
                shown.push(words().say("date-span", &values));
            }
            few => shown.extend(few.iter().map(number)),
        }
    }
    shown
}

/// `36, 38 and 40`.
fn listed(mut shown: Vec<String>) -> String {
    let last = shown.pop().unwrap_or_default();
    if shown.is_empty() {
        return last;
    }
    words().say("list-and", &[("list", shown.join(", ").into()), ("last", last.into())])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(finding: Finding, said: &str) {
        let problem = finding.problem();
        assert_eq!(problem.message, said);
        assert!(KINDS.contains(&finding.kind()) || finding == Finding::Running);
    }

    #[track_caller]
    fn not_here(periods: &[&str], said: &str) {
        let periods: Vec<Period> = periods.iter().map(|text| text.parse().expect("a period")).collect();
        check(not_come(&periods).expect("a finding"), said);
    }

    #[test]
    fn what_has_not_come_is_named() {
        not_here(&["2026-09"], "September summary has not come");
        not_here(&["2026-07", "2026-09"], "Summaries of July and September have not come");
        not_here(&["2026-W36"], "Week 36 has not come");
        not_here(&["2026-W36", "2026-W38", "2026-W40"], "Weeks 36, 38 and 40 have not come");
        not_here(&["2025-W51", "2025-W52", "2026-W01", "2026-W03"], "Weeks 51 to 1 and 3 have not come");
        not_here(&["2026-W30", "2026-W31"], "Weeks 30 and 31 have not come");
        assert_eq!(not_come(&[]), None);
    }

    #[test]
    fn everything_else_that_is_not_ready_is_said_with_its_number() {
        check(Finding::NoTargets(1), "1 KPI has no target");
        check(Finding::NoTargets(3), "3 KPIs have no target");
        check(Finding::Provisional("61".into()), "Scorecard is provisional: coverage 61 %");
        check(Finding::Running, "The quarter is not over");
        check(Finding::Foreign(2), "2 reports are in another currency and left out");
        check(Finding::Contradicted(1), "1 pair of figures contradicts each other");
        check(Finding::Nothing, "Nothing is on file for this quarter");
    }

    #[test]
    fn only_an_empty_quarter_stops_a_pack() {
        assert_eq!(Finding::Nothing.problem().severity, Severity::Stops);
        assert_eq!(Finding::NoTargets(1).problem().severity, Severity::Warns);
    }
}
