//! `scorecard`: a distributor's quarter in a terminal.

use desk::period::Quarter;
use desk::view::{DistributorView, Fact, KpiLine, Mark};
use desk::{Desk, Now, words};

use super::Stopped;
use crate::output::{Align, Output, table};

/// Shows the scorecard of a distributor for a quarter.
pub(crate) fn show(output: Output, desk: &Desk, name: &str, quarter: Quarter, now: Now) -> Result<(), Stopped> {
    let id = desk.distributor_called(name)?;
    let view = desk.distributor(&id.to_string(), &quarter.to_string(), now)?;
    output.show(&view, || text(&view, quarter))?;
    Ok(())
}

fn text(view: &DistributorView, quarter: Quarter) -> String {
    let say = |key: &str| words().say(key, &[]);
    let quarter = desk::format::quarter(words(), quarter);
    let mut text = format!("{}, {quarter}\n{}\n\n", view.name.text, view.subtitle);
    let head =
        [(say("cli-score"), &view.score, &view.score_note), (say("cli-coverage"), &view.coverage, &view.coverage_note)];
    let rows: Vec<_> =
        head.iter().map(|(title, fact, note)| vec![title.clone(), said(fact), (*note).clone()]).collect();
    text.push_str(&table(&[Align::Left, Align::Right, Align::Left], &rows));
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
    text.push_str(&format!("\n{}", kpis(view)));
    text.push_str(&format!("{}\n", view.scorecard.total));
    for note in &view.scorecard.notes {
        text.push_str(&format!("  {note}\n"));
    }
    for row in &view.scorecard.contradictions {
        text.push_str(&format!("! {}\n", row.what));
    }
    text.push_str(&format!("\n{}\n", view.reports.summary));
    for row in view.reports.weekly.iter().chain(&view.reports.monthly) {
        if !matches!(row.mark, Mark::OnTime | Mark::NotDue) {
            text.push_str(&format!("  {}: {}\n", row.title, row.state));
        }
    }
    text
}

fn kpis(view: &DistributorView) -> String {
    let head = ["cli-kpi", "cli-target", "cli-actual", "cli-attainment", "cli-points", "cli-weight", "cli-status"];
    let mut rows = vec![head.map(|key| words().say(key, &[])).to_vec()];
    for group in &view.scorecard.groups {
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
