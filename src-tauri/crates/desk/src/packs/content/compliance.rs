//! The compliance page: every report that was due, from the window's own rows.

use pack::content::{Amount, Chip, Compliance, Figure, ReportLog, ReportRow, ReviewRow};
use playbook::cadence::review_due;
use playbook::compliance::Receipt;
use playbook::facts::Report;
use playbook::holidays::Holiday;
use playbook::kpi::{ReviewKind, Shape};
use playbook::period::Period;
use playbook::score::{Figure as Number, Line};
use words::Value;

use super::{Shown, mark};
use crate::contradicted::stated;
use crate::desk::Desk;
use crate::error::DeskError;
use crate::exclusivity::done;
use crate::format::{self, percent};
use crate::view::{Mark, ReportRow as Row};
use crate::words;

pub(super) fn fill(desk: &Desk, shown: &Shown<'_>) -> Result<Compliance, DeskError> {
    let quarter = format::quarter(words(), shown.scored.quarter);
    let reports = &shown.view.reports;
    Ok(Compliance {
        kicker: words().say("pack-compliance-kicker", &[]),
        headline: words().say("pack-compliance", &[("quarter", quarter.into())]),
        figures: figures(shown),
        weekly: log(shown, "pack-weekly", &reports.weekly, &shown.weekly),
        monthly: log(shown, "pack-monthly", &reports.monthly, &shown.monthly),
        reviews: reviews(desk, shown)?,
    })
}

fn figures(shown: &Shown<'_>) -> Vec<Figure> {
    let scored = &shown.scored;
    let mut figures: Vec<Figure> = Vec::new();
    for (kpi, line) in scored.lines() {
        let label = match &kpi.shape {
            Shape::OnTime(kind) => format!("pack-figure-{}", kind.key()),
            Shape::Held(ReviewKind::Monthly) => "pack-figure-reviews".to_owned(),
            _ => continue,
        };
        let [done, of] = done(line);
        let unit = words().say("pack-of", &[("of", of.as_str().into())]);
        let nothing = of == "0";
        figures.push(Figure {
            label: words().say(&label, &[]),
            value: if nothing { "–".to_owned() } else { done },
            unit: if nothing { String::new() } else { unit },
            note: note(line),
        });
    }
    let corrected: Vec<&Receipt> =
        shown.weekly.iter().chain(&shown.monthly).filter(|receipt| receipt.revisions.len() > 1).collect();
    let periods: Vec<String> =
        corrected.iter().map(|receipt| format::period_short(words(), receipt.due.period)).collect();
    figures.push(Figure {
        label: words().say("pack-figure-corrections", &[]),
        value: corrected.len().to_string(),
        unit: String::new(),
        note: periods.join(", "),
    });
    figures
}

/// `92.3 %, gate 90 %, met`.
fn note(line: &Line) -> String {
    let share = line.actual.figure().map(Number::value);
    let Some(share) = share else { return words().say("pack-nothing-due", &[]) };
    let Some(gate) = &line.gate else { return format!("{} %", percent(&share, 1, &[])) };
    let edges = std::slice::from_ref(&gate.required);
    let met = match gate.met {
        Some(true) => "pack-gate-met",
        Some(false) => "pack-gate-not-met",
        None => "pack-gate-open",
    };
    let values = [("share", percent(&share, 1, edges).into()), ("gate", Value::from(percent(&gate.required, 0, &[])))];
    words().say(met, &values)
}

fn log(shown: &Shown<'_>, heading: &str, rows: &[Row], receipts: &[Receipt]) -> ReportLog {
    let mut footnotes: Vec<String> = Vec::new();
    let mut drawn = Vec::new();
    for (row, receipt) in rows.iter().zip(receipts) {
        let moved = moved(receipt).map(|text| {
            footnotes.iter().position(|known| *known == text).unwrap_or_else(|| {
                footnotes.push(text);
                footnotes.len() - 1
            })
        });
        drawn.push(report(row, receipt, moved));
    }
    let corrections: Vec<String> = receipts.iter().flat_map(|receipt| corrections(shown, receipt)).collect();
    let keeps = (!corrections.is_empty()).then(|| words().say("pack-correction-keeps", &[]));
    let remarks = (!corrections.is_empty()).then(|| corrections.into_iter().chain(keeps).collect::<Vec<_>>().join(" "));
    ReportLog { heading: words().say(heading, &[]), rows: drawn, footnotes, remarks: remarks.into_iter().collect() }
}

fn report(row: &Row, receipt: &Receipt, note: Option<usize>) -> ReportRow {
    let offset = receipt.received.map(|day| i32::try_from((day - receipt.due.date).num_days()).unwrap_or(0));
    ReportRow {
        report: row.title.clone(),
        covers: row.covers.clone(),
        due: row.due.clone(),
        note,
        received: match row.received.as_str() {
            "" if row.mark == Mark::NotDue => Amount::unknown("–"),
            "" => Amount::unknown(words().say("pack-not-received", &[])),
            day => Amount::of(day, ""),
        },
        offset,
        state: Chip { mark: mark(row.mark), word: row.state.clone() },
        file: row.file.clone(),
    }
}

/// `Monday, 17 August is Independence Day (estimated): due on Tuesday, 18 August.`
fn moved(receipt: &Receipt) -> Option<String> {
    let due = &receipt.due;
    if due.date == due.nominal {
        return None;
    }
    let mut days: Vec<String> = Vec::new();
    for holiday in &due.moved_by {
        let text = holiday_said(holiday, &due.moved_by);
        if !days.contains(&text) {
            days.push(text);
        }
    }
    let values = [("days", days.join("; ").into()), ("due", Value::from(format::long_day(words(), due.date)))];
    Some(words().say("pack-moved", &values))
}

/// All the names of one day in one sentence.
fn holiday_said(holiday: &Holiday, all: &[Holiday]) -> String {
    let of_day = || all.iter().filter(|other| other.date == holiday.date);
    let mut names: Vec<&str> = of_day().map(|other| other.name.as_str()).collect();
    names.dedup();
    let estimated = of_day().any(|other| other.certainty == playbook::holidays::Certainty::Estimated);
    let key = if estimated { "pack-holiday-estimated" } else { "pack-holiday" };
    words().say(key, &[("day", format::long_day(words(), holiday.date).into()), ("name", names.join(", ").into())])
}

/// What a later revision changed.
fn corrections(shown: &Shown<'_>, receipt: &Receipt) -> Vec<String> {
    let known = shown.scored.known;
    let revisions: Vec<&Report> =
        receipt.revisions.iter().filter_map(|id| known.facts.reports.iter().find(|report| report.id == *id)).collect();
    let mut said = Vec::new();
    for pair in revisions.windows(2) {
        let [before, after] = pair else { continue };
        let mut changed: Vec<_> =
            after.measures.iter().filter(|(key, value)| before.measures.get(key) != Some(*value)).collect();
        changed.sort_by_key(|(key, _)| known.measures.place(key.as_str()));
        for (key, value) in changed {
            let show = |value| {
                let (text, unit) = stated(known.measures.unit(key.as_str()), value, Some(&known.currency()));
                if unit.is_empty() { text } else { format!("{text} {unit}") }
            };
            let was = before.measures.get(key).map_or_else(|| words().say("pack-not-stated", &[]), &show);
            let values = [
                ("period", Value::from(format::period_short(words(), receipt.due.period))),
                ("measure", known.measures.title(words(), key.as_str()).into()),
                ("day", format::day(words(), after.received).into()),
                ("before", was.into()),
                ("after", show(value).into()),
            ];
            said.push(words().say("pack-corrected", &values));
        }
    }
    said
}

/// The monthly reviews of the quarter, and its QBR.
fn reviews(desk: &Desk, shown: &Shown<'_>) -> Result<Vec<ReviewRow>, DeskError> {
    let scored = &shown.scored;
    let held = desk.store.reviews(Some(scored.known.distributor.id))?;
    let months = scored.quarter.months().map(|month| (ReviewKind::Monthly, Period::Month(month)));
    let all = months.into_iter().chain([(ReviewKind::Quarterly, Period::Quarter(scored.quarter))]);
    let rows = all.filter_map(|(kind, period)| {
        let review =
            held.iter().find(|review| (review.kind, review.period) == (kind, period) && review.held_on <= scored.today);
        // One before the distributor reported is not missed.
        if review.is_none() && period.first_day() < scored.known.facts.reporting_from {
            return None;
        }
        Some(review_row(shown, kind, period, review))
    });
    Ok(rows.collect())
}

fn review_row(shown: &Shown<'_>, kind: ReviewKind, period: Period, held: Option<&store::Review>) -> ReviewRow {
    let scored = &shown.scored;
    let due = review_due(kind, period, scored.playbook.qbr_days);
    let say = |key: &str| words().say(key, &[]);
    let (day, drawn, word) = match held {
        Some(review) => (Amount::of(format::long_day(words(), review.held_on), ""), Mark::OnTime, say("state-held")),
        None if scored.today <= due => {
            let word = words().say("status-due", &[("day", format::day(words(), due).into())]);
            (Amount::unknown(say("absent-held")), Mark::NotDue, word)
        }
        None => (Amount::unknown(say("pack-not-held")), Mark::Missing, say("pack-not-held-state")),
    };
    let title = format::period_short(words(), period);
    ReviewRow {
        review: match kind {
            ReviewKind::Monthly => title,
            ReviewKind::Quarterly => words().say("pack-qbr", &[("quarter", title.into())]),
        },
        held: day,
        state: Chip { mark: mark(drawn), word },
        remarks: held.map(|review| review.notes.clone()).unwrap_or_default(),
    }
}
