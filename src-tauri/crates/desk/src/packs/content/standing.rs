//! The standing over time: launch, the quarters that were judged, this one, the next.

use chrono::{Days, NaiveDate};
use pack::content::{Phase, When};
use playbook::period::Quarter;
use playbook::standing::{Assessment, Proposal, Standing};
use words::Value;

use super::Shown;
use crate::format::{self, percent};
use crate::words;

/// Quarters shown before the pack's own.
const BEFORE: usize = 2;

pub(super) fn phases(shown: &Shown<'_>, assessment: &Assessment) -> Vec<Phase> {
    let scored = &shown.scored;
    let launch = launch(shown);
    let after = launch.map(|(_, last)| last);
    let mut phases: Vec<Phase> = Vec::new();
    let shows_launch = launch.is_some_and(|(_, last)| last >= earliest(scored.quarter).first_day());
    if let Some((start, last)) = launch.filter(|_| shows_launch) {
        phases.push(phase_of_launch(start, last, assessment));
    }
    let mut past: Vec<Quarter> =
        std::iter::successors(Some(scored.quarter.previous()), |quarter| Some(quarter.previous()))
            .take(BEFORE)
            .collect();
    past.reverse();
    for quarter in past.into_iter().filter(|quarter| judged(*quarter, after)) {
        phases.extend(earlier(shown, quarter, after));
    }
    if judged(scored.quarter, after) {
        phases.push(now(shown, assessment, after));
    }
    phases.push(next(shown, after));
    phases
}

/// The oldest quarter that is shown.
fn earliest(quarter: Quarter) -> Quarter {
    (0..BEFORE).fold(quarter, |quarter, _| quarter.previous())
}

/// The first and the last day of launch.
fn launch(shown: &Shown<'_>) -> Option<(NaiveDate, NaiveDate)> {
    let start = shown.scored.known.distributor.card.start?;
    let days = Days::new(shown.scored.playbook.launch_days.into());
    Some((start, start.checked_add_days(days)?))
}

/// Whether a quarter ends after the launch.
fn judged(quarter: Quarter, launched: Option<NaiveDate>) -> bool {
    launched.is_none_or(|last| quarter.last_day() > last)
}

/// The first quarter from the pack's own on that is judged.
pub(super) fn first_judged(shown: &Shown<'_>) -> Quarter {
    let launched = launch(shown).map(|(_, last)| last);
    let own = shown.scored.quarter;
    std::iter::successors(Some(own), |quarter| Some(quarter.next()))
        .take(8)
        .find(|quarter| judged(*quarter, launched))
        .unwrap_or(own)
}

/// Its days after the launch.
fn days(quarter: Quarter, launched: Option<NaiveDate>) -> u32 {
    let first =
        launched.and_then(|last| last.succ_opt()).map_or(quarter.first_day(), |day| day.max(quarter.first_day()));
    u32::try_from((quarter.last_day() - first).num_days() + 1).unwrap_or(1)
}

fn phase_of_launch(start: NaiveDate, last: NaiveDate, assessment: &Assessment) -> Phase {
    let values =
        [("first", format::day(words(), start).into()), ("last", Value::from(format::day_with_year(words(), last)))];
    let key = if matches!(assessment.standing, Standing::Before { .. } | Standing::Launch { .. }) {
        "pack-launch-running"
    } else {
        "pack-launch-over"
    };
    Phase {
        title: words().say("standing-launch", &[]),
        note: words().say(key, &values),
        when: When::Launch,
        days: u32::try_from((last - start).num_days() + 1).unwrap_or(1),
    }
}

/// A quarter that was judged before; nothing where nothing was scored.
fn earlier(shown: &Shown<'_>, quarter: Quarter, launched: Option<NaiveDate>) -> Option<Phase> {
    let scored = &shown.scored;
    let card = scored.known.score(shown.versions.in_force(quarter), quarter, scored.today);
    let score = card.score.as_ref()?;
    let values = [("score", percent(score, 1, &[]).into())];
    Some(Phase {
        title: format::quarter(words(), quarter),
        note: words().say(if card.provisional { "pack-phase-provisional" } else { "pack-phase-score" }, &values),
        when: When::Past,
        days: days(quarter, launched),
    })
}

fn now(shown: &Shown<'_>, assessment: &Assessment, launched: Option<NaiveDate>) -> Phase {
    let scored = &shown.scored;
    let quarter = format::quarter(words(), scored.quarter);
    let standing = words().say("pack-phase-now", &[("quarter", quarter.into())]);
    let score = scored
        .card
        .score
        .as_ref()
        .map(|score| words().say("pack-phase-score", &[("score", percent(score, 1, &[]).into())]));
    let met = assessment.conditions.iter().filter(|condition| condition.met == Some(true)).count();
    let values = [("met", Value::from(met)), ("of", assessment.conditions.len().into())];
    let met = (assessment.proposal != Proposal::LaunchNotScored).then(|| words().say("conditions-met", &values));
    Phase {
        title: standing,
        note: score.into_iter().chain(met).collect::<Vec<_>>().join("; "),
        when: When::Now,
        days: days(scored.quarter, launched),
    }
}

/// The quarter that comes next.
fn next(shown: &Shown<'_>, launched: Option<NaiveDate>) -> Phase {
    let scored = &shown.scored;
    let next = scored.quarter.next().max(first_judged(shown));
    let kind = playbook::kpi::ReviewKind::Quarterly;
    let by = playbook::cadence::review_due(kind, next.into(), scored.playbook.qbr_days);
    let first = launched.is_some_and(|last| last >= scored.quarter.last_day());
    Phase {
        title: format::quarter(words(), next),
        note: words().say(
            if first { "pack-phase-first" } else { "pack-phase-next" },
            &[("day", format::day_with_year(words(), by).into())],
        ),
        when: When::Later,
        days: days(next, launched),
    }
}
