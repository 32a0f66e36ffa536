//! Reporting compliance over all distributors: every week and month of a quarter, and what became of its report.

use playbook::period::{Period, Quarter};

use crate::desk::Desk;
use crate::distributor::reports;
use crate::error::DeskError;
use crate::judge::Known;
use crate::now::Now;
use crate::scorecard::Scored;
use crate::view::{ComplianceCell, ComplianceRow, ComplianceView, DueColumn, Mark, ReportRow, ReportsView, StateCount};
use crate::{format, naming, words};

/// The states, the best first.
const STATES: [Mark; 5] = [Mark::OnTime, Mark::Corrected, Mark::Late, Mark::Missing, Mark::NotDue];

impl Desk {
    /// The grid of a quarter: as its due dates and its reports stand, and as it was frozen where it is closed.
    ///
    /// # Errors
    /// When the quarter is none, or the record can't be read.
    pub fn compliance(&self, quarter: &str, now: Now) -> Result<ComplianceView, DeskError> {
        let now = self.at(now);
        let quarter = self.quarter(quarter)?;
        let versions = self.versions()?;
        let closed = self.store.closed(None, Some(quarter))?;
        let columns = Columns::of(quarter);
        let mut rows = Vec::new();
        for known in self.all_known(now.today)?.iter() {
            let newest = closed.iter().rfind(|closed| closed.distributor == known.distributor.id);
            let (shown, revision) = match newest {
                Some(closed) => (self.reports_as_closed(closed)?, Some(closed.revision)),
                None => (reports(&Scored::new(known, &versions, quarter, now.today)), None),
            };
            rows.push(columns.row(known, &shown, revision));
        }
        let short = |row: &ComplianceRow| row.cells().filter(|cell| is_short(cell.mark)).count();
        rows.sort_by_key(|row| (std::cmp::Reverse(short(row)), row.name.text.clone()));
        let whole = rows.iter().filter(|row| short(row) == 0).count();
        let values = [("whole", whole.into()), ("count", words::Value::from(rows.len()))];
        Ok(ComplianceView {
            quarter: quarter.to_string(),
            title: format::quarter(words(), quarter),
            lead: words().say("compliance-lead", &values),
            states: STATES.map(|mark| state(mark, &rows)).to_vec(),
            weeks: columns.weeks,
            months: columns.months,
            rows,
        })
    }
}

impl ComplianceRow {
    fn cells(&self) -> impl Iterator<Item = &ComplianceCell> {
        self.weeks.iter().chain(&self.months)
    }
}

/// Whether a report is not on time.
fn is_short(mark: Mark) -> bool {
    matches!(mark, Mark::Late | Mark::Missing)
}

fn state(mark: Mark, rows: &[ComplianceRow]) -> StateCount {
    let key = match mark {
        Mark::OnTime => "on-time",
        Mark::Corrected => "corrected",
        Mark::Late => "late",
        Mark::Missing => "missing",
        _ => "not-due",
    };
    let count = rows.iter().flat_map(ComplianceRow::cells).filter(|cell| cell.mark == mark).count();
    StateCount { mark, label: words().say(&format!("compliance-{key}"), &[]), count: crate::review::small(count) }
}

/// The weeks and the months of a quarter.
struct Columns {
    weeks: Vec<DueColumn>,
    months: Vec<DueColumn>,
}

impl Columns {
    fn of(quarter: Quarter) -> Self {
        let words = words();
        let week = |week: playbook::period::Week| DueColumn {
            key: week.to_string(),
            short: week.to_string().chars().rev().take(2).collect::<Vec<_>>().into_iter().rev().collect(),
            title: words.say(
                "compliance-week",
                &[
                    ("week", format::period_short(words, Period::Week(week)).into()),
                    ("days", format::span(words, week.first_day(), week.last_day()).into()),
                ],
            ),
        };
        let month = |month: playbook::period::Month| DueColumn {
            key: month.to_string(),
            short: format::month_short(words, month),
            title: format::period(words, Period::Month(month)),
        };
        Self {
            weeks: quarter.weeks().into_iter().map(week).collect(),
            months: quarter.months().into_iter().map(month).collect(),
        }
    }

    fn row(&self, known: &Known, shown: &ReportsView, revision: Option<u32>) -> ComplianceRow {
        let cells = |columns: &[DueColumn], reports: &[ReportRow]| -> Vec<ComplianceCell> {
            columns.iter().map(|column| cell(column, reports.iter().find(|row| row.period == column.key))).collect()
        };
        let card = &known.distributor.card;
        let place = naming::place(words(), card);
        let closed = revision.map(|revision| words().say("portfolio-closed", &[("revision", revision.into())]));
        let row = ComplianceRow {
            id: known.distributor.id.to_string(),
            name: naming::name(card),
            place: closed.into_iter().chain([place]).collect::<Vec<_>>().join(" · "),
            weeks: cells(&self.weeks, &shown.weekly),
            months: cells(&self.months, &shown.monthly),
            on_time: String::new(),
        };
        let on_time = row.cells().filter(|cell| matches!(cell.mark, Mark::OnTime | Mark::Corrected)).count();
        let short = row.cells().filter(|cell| is_short(cell.mark)).count();
        let values = [("count", on_time.into()), ("of", words::Value::from(on_time + short))];
        ComplianceRow { on_time: words().say("compliance-of", &values), ..row }
    }
}

fn cell(column: &DueColumn, report: Option<&ReportRow>) -> ComplianceCell {
    let Some(report) = report else {
        let title = words().say("compliance-not-expected", &[("period", column.title.as_str().into())]);
        return ComplianceCell { period: column.key.clone(), mark: Mark::None, title, evidence: None };
    };
    let key = if report.received.is_empty() { "compliance-due" } else { "compliance-received" };
    let values = [
        ("period", column.title.as_str().into()),
        ("state", words::Value::from(report.state.as_str())),
        ("due", report.due.as_str().into()),
        ("received", report.received.as_str().into()),
    ];
    ComplianceCell {
        period: column.key.clone(),
        mark: report.mark,
        title: words().say(key, &values),
        evidence: report.evidence.clone(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::evidence::tests::{add, empty, now, summary, with_a_quarter};

    #[test]
    fn the_grid_has_each_week_and_month_of_everybody_the_worst_first() {
        let folder = tempfile::tempdir().expect("a folder");
        let mut desk = empty(folder.path());
        with_a_quarter(&mut desk, "PT Contoh");
        let other = add(&mut desk, 1, "CV Kosong");
        summary(&mut desk, other, "2026-08", "1000", "E6");
        summary(&mut desk, other, "2026-08", "1100", "E6");
        let view = desk.compliance("2026-Q3", now()).expect("a view");
        assert_eq!((view.weeks.len(), view.months.len()), (13, 3));
        assert_eq!((view.weeks[0].short.as_str(), view.weeks[0].title.as_str()), ("27", "Week 27, 29 Jun to 5 Jul"));
        assert_eq!(view.lead, "0 of 2 distributors sent every report on time");
        let names: Vec<_> = view.rows.iter().map(|row| row.name.text.as_str()).collect();
        assert_eq!(names, ["CV Kosong", "PT Contoh"]);
        let marks: Vec<Mark> = view.rows[0].months.iter().map(|cell| cell.mark).collect();
        assert_eq!(marks, [Mark::Missing, Mark::Corrected, Mark::Late]);
        assert_eq!(view.rows[0].months[1].title, "August 2026: Corrected; due Mon 7 Sep, received Wed 2 Sep");
        let token = view.rows[0].months[1].evidence.clone().expect("a way to the sheet");
        assert_eq!(desk.evidence(&token, now()).expect("evidence").title, "Monthly summary, August 2026");
        assert_eq!(view.rows[1].weeks[0].mark, Mark::None, "the week began before the first report was expected");
        assert_eq!(view.rows[1].on_time, "3 of 15");
        let counted: i32 = view.states.iter().map(|state| state.count).sum();
        assert_eq!(counted, 2 * 15);
    }

    #[test]
    fn a_closed_quarter_stays_as_it_was_frozen() {
        let folder = tempfile::tempdir().expect("a folder");
        let mut desk = empty(folder.path());
        let id = with_a_quarter(&mut desk, "PT Contoh").to_string();
        let before = desk.compliance("2026-Q3", now()).expect("a view");
        desk.close_quarter(&id, "2026-Q3", "", now()).expect("it can be closed");
        let later = Now::at("2026-12-01T09:40:00+08:00".parse().expect("a literal"));
        let after = desk.compliance("2026-Q3", later).expect("a view");
        assert_eq!(after.rows[0].weeks, before.rows[0].weeks);
        assert!(after.rows[0].place.starts_with("closed R1 · "), "{}", after.rows[0].place);
        let next = desk.compliance("2026-Q4", now()).expect("a view");
        let counts: Vec<i32> = next.states.iter().map(|state| state.count).collect();
        assert_eq!(counts, [0, 0, 1, 0, 13 + 3], "week 40 was due on Monday");
    }
}
