//! One distributor in one quarter: scorecard, reports, standing.

use pack::picture::days;
use playbook::cadence::ReportState;
use playbook::compliance::{Receipt, receipts};
use playbook::measure::ReportKind;
use playbook::period::{Period, Quarter};
use store::ReportId;
use words::Value;

use crate::desk::Desk;
use crate::drawing::picture;
use crate::error::DeskError;
use crate::exclusivity::Judged;
use crate::format;
use crate::judge::{Known, quarters};
use crate::now::Now;
use crate::register::from_card;
use crate::scorecard::Scored;
use crate::titles::kpi_short;
use crate::token::Token;
use crate::view::{Choice, DistributorView, Mark, ReportRow, ReportsView};
use crate::{naming, words};

/// Entries of a distributor's history that are shown.
const HISTORY: u32 = 40;

impl Desk {
    /// The screen of one distributor in one quarter.
    ///
    /// # Errors
    /// When the distributor is gone, or the record can't be read.
    pub fn distributor(&self, id: &str, quarter: &str, now: Now) -> Result<DistributorView, DeskError> {
        let now = self.at(now);
        let quarter = self.quarter(quarter)?;
        let known = self.known(self.distributor_of(id)?, now.today)?;
        let live = self.live_view(&known, quarter, now)?;
        let history = self.history(&known, now)?;
        Ok(DistributorView { history, ..self.as_closed(live, &known, quarter, now)? })
    }

    /// The same of a distributor that is at hand, as the record has it now, closed or not, without its history.
    pub(crate) fn live_view(&self, known: &Known, quarter: Quarter, now: Now) -> Result<DistributorView, DeskError> {
        let versions = self.versions()?;
        let scored = Scored::new(known, &versions, quarter, now.today);
        let card = &known.distributor.card;
        let mut to_choose = quarters(std::slice::from_ref(known), versions.fiscal_year(), now.today);
        if !to_choose.contains(&quarter) {
            to_choose.push(quarter);
            to_choose.sort_by(|a, b| b.cmp(a));
        }
        let choice = |quarter: Quarter| Choice { key: quarter.to_string(), label: format::quarter(words(), quarter) };
        Ok(DistributorView {
            id: known.distributor.id.to_string(),
            name: naming::name(card),
            subtitle: subtitle(known),
            quarter: quarter.to_string(),
            quarters: to_choose.into_iter().map(choice).collect(),
            grants: known.grants.iter().map(|granted| Judged::new(&scored, granted).view(&scored)).collect(),
            score: scored.score(),
            score_note: score_note(&scored),
            coverage: scored.coverage(),
            coverage_note: coverage_note(&scored),
            scorecard: scored.view(),
            reports: reports(&scored),
            card: from_card(&known.distributor),
            history: Vec::new(),
            closed: None,
        })
    }

    /// The newest entries that are about a distributor.
    fn history(&self, known: &Known, now: Now) -> Result<Vec<crate::view::EntryLine>, DeskError> {
        let entries = self.store.journal_of(known.distributor.id, HISTORY)?;
        Ok(entries.iter().map(|entry| self.line(entry, now)).collect())
    }
}

/// `Jakarta, Indonesia · IDR · Rina Kartika, sales operations`.
pub(crate) fn subtitle(known: &Known) -> String {
    let card = &known.distributor.card;
    let parts = [naming::place(words(), card), card.currency.clone(), card.contact.clone()];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
}

/// `−2.8 on Q2`, `−2.8 on August`.
pub(crate) fn score_note(scored: &Scored<'_>) -> String {
    let before = scored.before_short();
    let was_scored = match scored.period {
        Period::Quarter(quarter) => scored.total_of(quarter.previous()).score.is_some(),
        _ => true,
    };
    let first = match was_scored {
        true => words().say("score-no-final", &[("period", before.as_str().into())]),
        false => words().say("score-first", &[]),
    };
    match scored.change() {
        Some(change) => words().say("score-change", &[("change", change.into()), ("period", before.into())]),
        None if scored.card.unscored => words().say("score-launch", &[]),
        None if scored.card.score.is_none() => String::new(),
        None => first,
    }
}

/// What is open or missing, the heaviest first: `QBR not held yet`.
pub(crate) fn coverage_note(scored: &Scored<'_>) -> String {
    let mut open: Vec<_> = scored
        .lines()
        .filter(|(_, line)| !line.tally.open.is_empty() || !line.tally.missing.is_empty())
        .map(|(kpi, line)| (line.weight, kpi, line))
        .collect();
    open.sort_by_key(|(weight, ..)| std::cmp::Reverse(*weight));
    let Some((_, kpi, line)) = open.first() else { return words().say("coverage-whole", &[]) };
    let what = kpi_short(kpi);
    let key = match (line.tally.open.is_empty(), &kpi.shape) {
        (false, playbook::kpi::Shape::Held(_)) => "coverage-held",
        (false, _) => "coverage-open",
        (true, _) => "coverage-missing",
    };
    words().say(key, &[("what", what.into()), ("count", open.len().into())])
}

/// What came, when.
pub(crate) fn reports(scored: &Scored<'_>) -> ReportsView {
    let case = scored.known.case(scored.playbook, scored.today);
    let weekly = receipts(&case, ReportKind::Weekly, scored.quarter);
    let monthly = receipts(&case, ReportKind::Monthly, scored.quarter);
    let on_time = |of: &[Receipt]| of.iter().filter(|receipt| receipt.state.on_time() == Some(true)).count();
    let due = |of: &[Receipt]| of.iter().filter(|receipt| receipt.state.on_time().is_some()).count();
    let values = [
        ("weekly", Value::from(on_time(&weekly))),
        ("weeks", due(&weekly).into()),
        ("monthly", on_time(&monthly).into()),
        ("months", due(&monthly).into()),
    ];
    let rows = |of: &[Receipt]| of.iter().map(|receipt| report_row(scored.known, receipt)).collect();
    ReportsView {
        weekly: rows(&weekly),
        monthly: rows(&monthly),
        summary: words().say("reports-summary", &values),
        notes: weekly.iter().chain(&monthly).filter_map(moved_by).collect(),
    }
}

/// `Week 22 was due on Wed 3 Jun, not Mon 1 Jun: Vesak Day`.
pub(crate) fn moved_by(receipt: &Receipt) -> Option<String> {
    let due = &receipt.due;
    if due.date == due.nominal {
        return None;
    }
    let mut names: Vec<&str> = due.moved_by.iter().map(|holiday| holiday.name.as_str()).collect();
    names.dedup();
    let values = [
        ("report", Value::from(short_title(due.period))),
        ("due", format::day_short(words(), due.date).into()),
        ("nominal", format::day_short(words(), due.nominal).into()),
        ("holidays", names.join(", ").into()),
    ];
    Some(words().say(if due.is_estimated() { "due-moved-estimated" } else { "due-moved" }, &values))
}

/// `Week 35`, `August`.
pub(crate) fn short_title(period: Period) -> String {
    format::period_short(words(), period)
}

pub(crate) fn report_row(known: &Known, receipt: &Receipt) -> ReportRow {
    let words = words();
    let due = &receipt.due;
    let current = receipt.revisions.last().and_then(|id| known.revision(*id));
    let offset = receipt.received.map(|day| i32::try_from((day - due.date).num_days()).unwrap_or(0));
    let label = words.say("offset-label", &[("state", state(receipt.state).into())]);
    ReportRow {
        period: due.period.to_string(),
        title: short_title(due.period),
        covers: match due.period {
            Period::Week(week) => format::span(words, week.first_day(), week.last_day()),
            _ => String::new(),
        },
        due: format::day_short(words, due.date),
        received: receipt.received.map(|day| format::day_short(words, day)).unwrap_or_default(),
        offset: picture(&days(offset), label, None),
        mark: match receipt.state {
            ReportState::OnTime => Mark::OnTime,
            ReportState::Corrected => Mark::Corrected,
            ReportState::Late { .. } | ReportState::Overdue { .. } => Mark::Late,
            ReportState::Missing => Mark::Missing,
            ReportState::NotYetDue => Mark::NotDue,
        },
        state: state(receipt.state),
        file: current.map(|revision| revision.file_name.clone()).unwrap_or_default(),
        evidence: receipt.revisions.last().map(|id| Token::Report { report: ReportId::from(*id) }.to_string()),
        revision: current.map_or(1, |revision| i32::try_from(revision.revision).unwrap_or(1)),
    }
}

/// `Late, 3 days`.
pub(crate) fn state(state: ReportState) -> String {
    match state {
        ReportState::Late { days } => words().say("late-days", &[("days", days.into())]),
        ReportState::Overdue { days } => words().say("overdue-days", &[("days", days.into())]),
        other => words().say(&format!("state-{}", other.key()), &[]),
    }
}
