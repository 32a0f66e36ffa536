//! Reports past due, and the message that asks for them.

use std::cmp::Reverse;

use chrono::NaiveDate;
use playbook::cadence::{ReportState, settled_after};
use playbook::compliance::{Receipt, receipts};
use playbook::measure::ReportKind;
use playbook::period::Period;
use playbook::rules::Versions;

use crate::inbox::place;
use crate::judge::Known;
use crate::view::{InboxKind, InboxRow, LateRow, Mark};
use crate::{format, naming, words};

/// A report that is past due and has not come.
pub(super) struct Owed<'a> {
    known: &'a Known,
    receipt: Receipt,
    days: i64,
    /// The last day on which it still counts as late, and not as missing.
    until: NaiveDate,
}

/// Reports of this quarter and the one before that are past due and have not come, the longest first.
pub(super) fn owed<'a>(known: &'a [Known], versions: &Versions, today: NaiveDate) -> Vec<Owed<'a>> {
    let running = versions.fiscal_year().quarter_on(today);
    let mut owed = Vec::new();
    for known in known {
        for quarter in [running.previous(), running] {
            let playbook = versions.in_force(quarter);
            for kind in [ReportKind::Weekly, ReportKind::Monthly] {
                let receipts = receipts(&known.case(playbook, today), kind, quarter).into_iter();
                let out = receipts.filter(|of| matches!(of.state, ReportState::Overdue { .. } | ReportState::Missing));
                owed.extend(out.map(|receipt| {
                    let days = (today - receipt.due.date).num_days();
                    let until = settled_after(receipt.due.date, playbook.grace_days);
                    Owed { known, receipt, days, until }
                }));
            }
        }
    }
    owed.sort_by_key(|owed| (Reverse(owed.days), owed.known.name()));
    owed
}

impl Owed<'_> {
    fn mark(&self) -> Mark {
        if self.receipt.state == ReportState::Missing { Mark::Missing } else { Mark::Late }
    }

    fn late_by(&self) -> String {
        words().say("days", &[("days", self.days.into())])
    }

    /// The line of the table, with the message that asks for the report.
    pub(super) fn row(&self, today: NaiveDate, manager: Option<&str>) -> LateRow {
        let Self { known, receipt, .. } = self;
        let card = &known.distributor.card;
        let missing = receipt.state == ReportState::Missing;
        LateRow {
            distributor: known.distributor.id.to_string(),
            name: naming::name(card),
            mark: self.mark(),
            what: title(receipt.due.period),
            note: if missing { words().say("late-scores-zero", &[]) } else { String::new() },
            due: format::day_short(words(), receipt.due.date),
            days: self.late_by(),
            message: message(known, receipt, self.until, today, manager),
            to: card.contact.clone(),
        }
    }

    /// The line of the inbox.
    pub(super) fn inbox(&self) -> InboxRow {
        let due = format::day_short(words(), self.receipt.due.date);
        let distributor = self.known.distributor.id.to_string();
        InboxRow {
            kind: InboxKind::Late,
            name: naming::name(&self.known.distributor.card),
            mark: self.mark(),
            what: title(self.receipt.due.period),
            when: words().say("inbox-late", &[("due", due.into()), ("days", self.late_by().into())]),
            sort: i32::try_from(-self.days).unwrap_or(i32::MIN),
            action: words().say("inbox-ask", &[]),
            place: place(&distributor, "reports"),
            distributor,
        }
    }
}

/// `Week 40`, `September summary`.
pub(crate) fn title(period: Period) -> String {
    let words = words();
    let short = format::period_short(words, period);
    match period {
        Period::Month(_) => words.say("late-summary", &[("month", short.into())]),
        _ => short,
    }
}

/// A text to send: what is missing, when it was due, and until when it still counts.
fn message(known: &Known, receipt: &Receipt, until: NaiveDate, today: NaiveDate, manager: Option<&str>) -> String {
    let words = words();
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
