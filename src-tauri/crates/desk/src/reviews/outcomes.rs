//! Wins and losses: proposed from the numbers and the reports, worded by the manager.

use playbook::compliance::receipts;
use playbook::measure::{RemarkKind, ReportKind};
use playbook::number::Rate;
use playbook::period::Period;
use playbook::qbr::{Cause, Outcome, Said, Side, propose};
use store::{Outcomes, QbrLine, ReportId};

use crate::desk::Desk;
use crate::error::DeskError;
use crate::evidence::Sources;
use crate::format::{self, signed};
use crate::now::Now;
use crate::scorecard::{Scored, moved};
use crate::titles::kpi_title;
use crate::view::{OutcomeCard, OutcomesCard};
use crate::words;

/// What the numbers and the reports propose.
pub(super) fn proposed(desk: &Desk, scored: &Scored<'_>, now: Now) -> Result<OutcomesCard, DeskError> {
    let said = remarks(desk, scored, now)?;
    let moves = scored.before().map(|before| moved(&scored.card, &before)).unwrap_or_default();
    let mut card = OutcomesCard::default();
    for outcome in propose(&scored.card, &moves, &said) {
        let Outcome { side, cause } = outcome;
        let row = match cause {
            // A gate that is met although it fell, or missed although it rose, is worth no points on its side.
            Cause::Kpi { kpi, moved, .. } => {
                let moved = moved.filter(|by| by.is_negative() == (side == Side::Loss));
                of_kpi(scored, &kpi, moved.as_ref())
            }
            Cause::Said { remark, periods } => said.get(remark).map(|said| of_remark(said, &periods)),
        };
        match side {
            Side::Win => card.wins.extend(row),
            Side::Loss => card.losses.extend(row),
        }
    }
    Ok(card)
}

/// `Revenue against target`, because `5,213.4 Rp m against a target of 5,400.0 Rp m`, worth `−0.4 points`.
fn of_kpi(scored: &Scored<'_>, key: &playbook::kpi::KpiKey, moved: Option<&Rate>) -> Option<OutcomeCard> {
    let (kpi, line) = scored.lines().find(|(kpi, _)| kpi.key == *key)?;
    let manner = scored.manner(kpi, line);
    let actual = manner.actual(line).said();
    let why = match crate::shown::goal_of(line) {
        Some(goal) => {
            let values = [("actual", actual.into()), ("target", manner.goal(goal).said().into())];
            words().say("qbr-why-kpi", &values)
        }
        None => actual,
    };
    let by = moved.map(|by| signed(by, 1)).filter(|by| by != "0.0");
    let worth = by.map(|by| words().say("qbr-worth-points", &[("points", by.into())])).unwrap_or_default();
    Some(OutcomeCard { what: kpi_title(kpi), why, worth })
}

/// What was said, because `Blocker, stock: weeks 30 and 31`.
fn of_remark(said: &Said, periods: &[Period]) -> OutcomeCard {
    let kind = match (said.kind, said.category) {
        (RemarkKind::Blocker, Some(_)) => "qbr-why-blocker",
        (RemarkKind::Blocker, None) => "qbr-why-blocker-alone",
        _ => "qbr-why-issue",
    };
    let category = said.category.map(|of| words().say(&format!("blocker-{}", of.key()), &[])).unwrap_or_default();
    let listed: Vec<String> = periods.iter().map(|period| format::period_short(words(), *period)).collect();
    let values = [("category", category.into()), ("periods", listed.join(", ").into())];
    OutcomeCard { what: said.text.clone(), why: words().say(kind, &values), worth: String::new() }
}

/// What the reports of the quarter say.
fn remarks(desk: &Desk, scored: &Scored<'_>, now: Now) -> Result<Vec<Said>, DeskError> {
    let case = scored.known.case(scored.playbook, scored.today);
    let mut sources = Sources::of(desk, scored.known, now);
    let mut said = Vec::new();
    for kind in [ReportKind::Weekly, ReportKind::Monthly] {
        for receipt in receipts(&case, kind, scored.quarter) {
            let Some(current) = receipt.revisions.last() else { continue };
            let Some(report) = sources.report(ReportId::from(*current))? else { continue };
            let of = |remark: &store::Remark| Said {
                kind: remark.kind,
                category: remark.category,
                period: receipt.due.period,
                text: remark.text.clone(),
            };
            said.extend(report.remarks.iter().map(of));
        }
    }
    Ok(said)
}

/// What is kept, to edit.
pub(super) fn card(kept: &Outcomes) -> OutcomesCard {
    let row =
        |line: &QbrLine| OutcomeCard { what: line.what.clone(), why: line.why.clone(), worth: line.worth.clone() };
    OutcomesCard { wins: kept.wins.iter().map(row).collect(), losses: kept.losses.iter().map(row).collect() }
}

/// What was edited, to keep: rows that say nothing at all are left out.
pub(super) fn kept(card: &OutcomesCard) -> Outcomes {
    let lines = |rows: &[OutcomeCard]| {
        let line = |row: &OutcomeCard| QbrLine {
            what: row.what.trim().to_owned(),
            why: row.why.trim().to_owned(),
            worth: row.worth.trim().to_owned(),
        };
        rows.iter().map(line).filter(|line| *line != QbrLine::default()).collect()
    };
    Outcomes { wins: lines(&card.wins), losses: lines(&card.losses) }
}
