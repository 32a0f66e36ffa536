//! `scorecard`: a distributor's quarter or month in a terminal.

use desk::period::Period;
use desk::view::{ContradictionRow, DistributorView, Fact, KpiLine, Mark, MonthView, ScorecardView};
use desk::{Desk, Now, words};

use super::Stopped;
use super::reviews::closed_line;
use crate::output::{Align, Output, table};

/// Shows the scorecard of a distributor for a quarter or a month.
pub(crate) fn show(output: Output, desk: &Desk, name: &str, period: Period, now: Now) -> Result<(), Stopped> {
    let id = desk.distributor_called(name)?.to_string();
    if let Period::Month(_) = period {
        let view = desk.month(&id, &period.to_string(), now)?;
        output.show(&view, || of_month(&view))?;
    } else {
        let view = desk.distributor(&id, &period.to_string(), now)?;
        output.show(&view, || text(&view, period))?;
    }
    Ok(())
}

fn say(key: &str) -> String {
    words().say(key, &[])
}

fn of_month(view: &MonthView) -> String {
    let mut text = format!("{}, {}\n{}\n\n", view.name.text, view.title, view.state);
    text.push_str(&sums([(&view.score, &view.score_note), (&view.coverage, &view.coverage_note)]));
    text.push_str(&format!("\n{}", figures(&view.scorecard)));
    if !view.scorecard.moved.is_empty() {
        let since = [("since", view.scorecard.moved_since.as_str().into())];
        text.push_str(&format!("\n{}\n", words().say("cli-moved", &since)));
        let moved: Vec<_> =
            view.scorecard.moved.iter().map(|row| vec![format!("  {}", row.title), row.change.clone()]).collect();
        text.push_str(&table(&[Align::Left, Align::Right], &moved));
    }
    if !view.closed.is_empty() {
        text.push_str(&format!("\n{}\n", view.closed));
    }
    text
}

/// Score and coverage, each with its note.
fn sums([score, coverage]: [(&Fact, &String); 2]) -> String {
    let noted = |fact: &Fact, note: &str| match (fact.provisional && fact.evidence.is_some(), note) {
        (true, "") => say("cli-provisional"),
        (true, note) => words().say("pack-note-provisional", &[("note", note.into())]),
        (false, note) => note.to_owned(),
    };
    let rows = [("cli-score", score), ("cli-coverage", coverage)]
        .map(|(title, (fact, note))| vec![say(title), said(fact), noted(fact, note)]);
    table(&[Align::Left, Align::Right, Align::Left], &rows)
}

fn text(view: &DistributorView, period: Period) -> String {
    let quarter = desk::format::period(words(), period);
    let mut text = format!("{}, {quarter}\n{}\n", view.name.text, view.subtitle);
    if let Some(closed) = &view.closed {
        text.push_str(&closed_line(closed));
    }
    text.push('\n');
    text.push_str(&sums([(&view.score, &view.score_note), (&view.coverage, &view.coverage_note)]));
    for grant in &view.grants {
        text.push_str(&format!("\n{}, {}\n{}\n", grant.territory, grant.standing.title, grant.note));
        let conditions: Vec<_> = grant
            .conditions
            .iter()
            .map(|condition| {
                let (required, actual) = (said(&condition.required), said(&condition.actual));
                vec![
                    say(mark(condition.mark)),
                    condition.title.clone(),
                    actual,
                    words().say("cli-of", &[("required", required.into())]),
                ]
            })
            .collect();
        text.push_str(&table(&[Align::Left, Align::Left, Align::Right, Align::Left], &conditions));
    }
    text.push_str(&format!("\n{}", figures(&view.scorecard)));
    text.push_str(&format!("\n{}\n", view.reports.summary));
    for row in view.reports.weekly.iter().chain(&view.reports.monthly) {
        if !matches!(row.mark, Mark::OnTime | Mark::NotDue) {
            text.push_str(&format!("  {}: {}\n", row.title, row.state));
        }
    }
    text
}

/// The KPIs, their sum, and what a reader must know.
fn figures(card: &ScorecardView) -> String {
    let mut text = kpis(card);
    text.push_str(&format!("{}\n", card.total));
    for note in &card.notes {
        text.push_str(&format!("  {note}\n"));
    }
    for row in &card.contradictions {
        text.push_str(&contradiction(row));
    }
    text
}

/// What can't both be true; of what was settled, by whom and why.
fn contradiction(row: &ContradictionRow) -> String {
    if row.settled.is_empty() { format!("! {}\n", row.what) } else { format!("  {}. {}\n", row.what, row.settled) }
}

fn kpis(card: &ScorecardView) -> String {
    let head = ["cli-kpi", "cli-target", "cli-actual", "cli-attainment", "cli-points", "cli-weight", "cli-status"];
    let mut rows = vec![head.map(|key| words().say(key, &[])).to_vec()];
    for group in &card.groups {
        rows.push(vec![group.title.clone()]);
        rows.extend(group.lines.iter().map(row));
    }
    let align = [Align::Left, Align::Right, Align::Right, Align::Right, Align::Right, Align::Right, Align::Left];
    table(&align, &rows)
}

fn row(line: &KpiLine) -> Vec<String> {
    let title =
        if line.gate { words().say("cli-gate", &[("title", line.title.as_str().into())]) } else { line.title.clone() };
    vec![
        format!("  {title}"),
        said(&line.target),
        said(&line.actual),
        line.attainment.text.clone(),
        line.points.text.clone(),
        line.weight.clone(),
        line.status.clone(),
    ]
}

fn said(fact: &Fact) -> String {
    if fact.unit.is_empty() { fact.text.clone() } else { format!("{} {}", fact.text, fact.unit) }
}

fn mark(mark: Mark) -> &'static str {
    match mark {
        Mark::Met => "status-met",
        Mark::NotMet => "status-not-met",
        _ => "status-provisional",
    }
}

#[cfg(test)]
mod tests {
    use desk::view::ClosedLine;

    use super::*;
    use crate::commands::tests::{now, workspace};

    #[test]
    fn a_closed_quarter_says_so_and_what_was_settled_is_not_open() {
        let folder = tempfile::tempdir().expect("a folder");
        let (desk, id) = workspace(folder.path());
        let quarter: Period = "2026-Q3".parse().expect("a literal");
        let mut view = desk.distributor(&id, &quarter.to_string(), now()).expect("a view");
        let (lead, later) = ("R1, closed on 8 October 2026 by Tan Mei Lin", "Something behind it changed later.");
        view.closed = Some(ClosedLine { revision: "R1".into(), lead: lead.into(), later: later.into() });
        let (what, reason) =
            ("September: 131 quotes, but only 118 leads", "Settled by Tan Mei Lin on 8 October 2026: ok");
        let row = |settled: &str| ContradictionRow {
            distributor: id.clone(),
            name: view.name.clone(),
            what: what.into(),
            values: Vec::new(),
            subject: String::new(),
            settled: settled.into(),
            entry: None,
        };
        view.scorecard.contradictions = vec![row(""), row(reason)];
        let text = text(&view, quarter);
        for said in [format!("\n{lead} {later}\n"), format!("\n! {what}\n  {what}. {reason}\n")] {
            assert!(text.contains(&said), "{said} in {text}");
        }
    }
}
