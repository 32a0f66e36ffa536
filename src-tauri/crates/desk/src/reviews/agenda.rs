//! The agenda: five items in their time, with a few words each to begin from.

use chrono::Duration;
use playbook::kpi::{Group, KpiKey};
use playbook::qbr::{Agenda, Slot, Topic};
use playbook::rules::Playbook;
use playbook::score::Status;
use store::Qbr;

use crate::scorecard::Scored;
use crate::shown::attainment;
use crate::titles::short_of;
use crate::view::{AgendaItem, NextTarget, OutcomeCard, OutcomesCard};
use crate::words;

/// Words to begin from at most: they stand in two columns on paper.
const POINTS: usize = 4;

/// What the items are about.
pub(super) struct About<'a> {
    pub(super) shown: &'a OutcomesCard,
    pub(super) targets: &'a [NextTarget],
    /// What the quarter's promotions, breaches and requests come to.
    pub(super) pricing: &'a [String],
}

/// The agenda of a review: its own, else the playbook's.
pub(super) fn of(playbook: &Playbook, written: &Qbr) -> Agenda {
    written.minutes.as_ref().and_then(|minutes| Agenda::new(minutes).ok()).unwrap_or(playbook.agenda)
}

pub(super) fn items(scored: &Scored<'_>, written: &Qbr, agenda: &Agenda, about: &About<'_>) -> Vec<AgendaItem> {
    let item = |slot: Slot| AgendaItem {
        key: slot.topic.key().to_owned(),
        title: words().say(&format!("qbr-topic-{}", slot.topic.key()), &[]),
        short: words().say(&format!("qbr-topic-short-{}", slot.topic.key()), &[]),
        minutes: slot.minutes,
        starts: starts(written, slot),
        points: match slot.topic {
            Topic::Scorecard => scorecard(scored),
            Topic::Outcomes => outcomes(about.shown),
            Topic::NextQuarter => next_quarter(written, about.targets),
            Topic::Pricing => about.pricing.iter().take(POINTS).cloned().collect(),
            Topic::Actions => Vec::new(),
        },
    };
    agenda.slots().into_iter().map(item).collect()
}

/// `14:10`; `minute 10` while the hour is not known.
fn starts(written: &Qbr, slot: Slot) -> String {
    match written.starts {
        Some(begins) => (begins + Duration::minutes(slot.starts.into())).format("%H:%M").to_string(),
        None => words().say("qbr-minute", &[("minute", slot.starts.into())]),
    }
}

/// The score, and the KPIs that are short, the heaviest first.
fn scorecard(scored: &Scored<'_>) -> Vec<String> {
    let note = crate::distributor::score_note(scored);
    let values = [("score", scored.score().text.into()), ("note", note.as_str().into())];
    let mut points =
        vec![words().say(if note.is_empty() { "qbr-point-score-alone" } else { "qbr-point-score" }, &values)];
    let short = |status| {
        use playbook::attainment::Colour::{Amber, Red};
        matches!(status, Status::Settled(Amber | Red))
    };
    let mut lines: Vec<_> = scored.lines().filter(|(_, line)| short(line.status)).collect();
    lines.sort_by_key(|(_, line)| std::cmp::Reverse(line.weight));
    points.extend(lines.into_iter().filter_map(|(kpi, line)| {
        let title = short_of(scored.playbook, &kpi.key);
        let percent = attainment(kpi, line.attainment.as_ref()?, 1);
        Some(words().say("qbr-point-kpi", &[("title", title.into()), ("percent", percent.into())]))
    }));
    points.truncate(POINTS);
    points
}

/// Two wins and two losses.
fn outcomes(shown: &OutcomesCard) -> Vec<String> {
    let said = |one: &OutcomeCard| match one.worth.as_str() {
        "" => one.what.clone(),
        worth => words().say("qbr-point-outcome", &[("what", one.what.as_str().into()), ("worth", worth.into())]),
    };
    let named = |rows: &[OutcomeCard]| -> Vec<String> {
        rows.iter().filter(|row| !row.what.is_empty()).take(POINTS / 2).map(said).collect()
    };
    [named(&shown.wins), named(&shown.losses)].concat()
}

/// What comes first, and the targets.
fn next_quarter(written: &Qbr, targets: &[NextTarget]) -> Vec<String> {
    let first = written.priorities.iter().map(|one| one.what.clone()).filter(|what| !what.is_empty());
    let target = |one: &NextTarget| {
        words().say("qbr-point-target", &[("title", one.title.as_str().into()), ("target", one.target.as_str().into())])
    };
    first.chain(targets.iter().map(target)).take(POINTS).collect()
}

/// The two heaviest commercial KPIs whose attainment is known.
pub(super) fn heaviest(scored: &Scored<'_>) -> Vec<String> {
    let known = scored.lines().filter(|(kpi, line)| kpi.group == Group::Commercial && line.attainment.is_some());
    let mut known: Vec<(u32, &KpiKey)> = known.map(|(kpi, line)| (line.weight, &kpi.key)).collect();
    known.sort_by_key(|(weight, _)| std::cmp::Reverse(*weight));
    known.into_iter().take(2).map(|(_, key)| key.to_string()).collect()
}

/// Whether anything is on file of the quarter.
pub(super) fn reports_in(scored: &Scored<'_>) -> bool {
    scored.card.lines.iter().any(|line| line.actual.figure().is_some())
}
