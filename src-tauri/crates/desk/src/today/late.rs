//! Reports past due, and the message that asks for them.

use std::cmp::Reverse;

use chrono::NaiveDate;
use playbook::cadence::{ReportState, settled_after};
use playbook::compliance::{Receipt, receipts};
use playbook::measure::ReportKind;
use playbook::period::{Period, Quarter};
use playbook::rules::Playbook;

use crate::judge::Known;
use crate::view::{LateRow, Mark};
use crate::{format, naming, words};

/// Reports of this quarter and the one before that are past due and have not come, the longest first.
pub(super) fn rows(known: &[Known], playbook: &Playbook, today: NaiveDate, manager: Option<&str>) -> Vec<LateRow> {
    let running = Quarter::of(today);
    let mut late: Vec<(i64, LateRow)> = Vec::new();
    for known in known {
        for quarter in [running.previous(), running] {
            for kind in [ReportKind::Weekly, ReportKind::Monthly] {
                let receipts = receipts(&known.case(playbook, today), kind, quarter);
                late.extend(receipts.iter().filter_map(|receipt| row(known, playbook, receipt, today, manager)));
            }
        }
    }
    late.sort_by_key(|(days, row)| (Reverse(*days), row.name.text.clone()));
    late.into_iter().map(|(_, row)| row).collect()
}

fn row(
    known: &Known,
    playbook: &Playbook,
    receipt: &Receipt,
    today: NaiveDate,
    manager: Option<&str>,
) -> Option<(i64, LateRow)> {
    let words = words();
    let (mark, note) = match receipt.state {
        ReportState::Overdue { .. } => (Mark::Late, String::new()),
        ReportState::Missing => (Mark::Missing, words.say("late-scores-zero", &[])),
        _ => return None,
    };
    let days = (today - receipt.due.date).num_days();
    let card = &known.distributor.card;
    let row = LateRow {
        distributor: known.distributor.id.to_string(),
        name: naming::name(card),
        mark,
        what: title(receipt.due.period),
        note,
        due: format::day_short(words, receipt.due.date),
        days: words.say("days", &[("days", days.into())]),
        message: message(known, playbook, receipt, today, manager),
        to: card.contact.clone(),
    };
    Some((days, row))
}

/// `Week 40`, `September summary`.
pub(super) fn title(period: Period) -> String {
    let words = words();
    let short = format::period_short(words, period);
    match period {
        Period::Month(_) => words.say("late-summary", &[("month", short.into())]),
        _ => short,
    }
}

/// A text to send: what is missing, when it was due, and until when it still counts.
fn message(known: &Known, playbook: &Playbook, receipt: &Receipt, today: NaiveDate, manager: Option<&str>) -> String {
    let words = words();
    let until = settled_after(receipt.due.date, playbook.grace_days);
    let key = if today <= until { "chase-late" } else { "chase-missing" };
    let what = match receipt.due.period {
        Period::Week(week) => words.say(
            "chase-week",
            &[("week", week.number().into()), ("days", format::span(words, week.first_day(), week.last_day()).into())],
        ),
        other => words.say("chase-month", &[("month", format::period(words, other).into())]),
    };
    let contact = known.distributor.card.contact.split(',').next().unwrap_or_default().trim();
    let whom = if contact.is_empty() { known.name() } else { contact };
    let said = words.say(
        key,
        &[
            ("whom", whom.into()),
            ("what", what.into()),
            ("due", format::day_short(words, receipt.due.date).into()),
            ("until", format::day_short(words, until).into()),
        ],
    );
    match manager.filter(|manager| !manager.is_empty()) {
        Some(manager) => words.say("chase-signed", &[("message", said.into()), ("manager", manager.into())]),
        None => said,
    }
}
