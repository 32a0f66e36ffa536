//! `playbook`: the rules in a terminal, and setting values of them.

use desk::view::{DraftFlaw, PlaybookView};
use desk::{Desk, Now, words};

use super::Stopped;
use crate::args::OfPlaybook;
use crate::output::{Align, End, Output, say, table};

/// Shows or sets.
pub(crate) fn run(output: Output, desk: &mut Desk, of: &OfPlaybook, now: Now) -> Result<End, Stopped> {
    let view = match of {
        OfPlaybook::Show { at: None } => desk.playbook_view(None, now)?,
        OfPlaybook::Show { at: Some(day) } => desk.playbook_at(*day, now)?,
        OfPlaybook::FiscalYear { month } => desk.set_fiscal_year(*month, now)?,
        OfPlaybook::Set { values, from } => {
            let saved = desk.set_in_playbook(values, *from, now)?;
            if output.json {
                output.show(&saved, String::new)?;
            } else {
                flaws(&saved.flaws)?;
            }
            if saved.version == 0 {
                return Ok(End::Failed);
            }
            if output.json {
                return Ok(End::Done);
            }
            desk.playbook_at(*from, now)?
        }
    };
    output.show(&view, || text(&view))?;
    Ok(End::Done)
}

/// What is wrong, and what is worth a second look.
fn flaws(flaws: &[DraftFlaw]) -> std::io::Result<()> {
    flaws.iter().try_for_each(|flaw| say(&format!("! {}", flaw.message)))
}

fn text(view: &PlaybookView) -> String {
    let mut text = format!("{}, {}\n{}\n\n", view.title, view.since, view.fiscal.note);
    let head = ["kpi", "weight", "green", "amber", "direction", "gate"].map(|column| format!("cli-column-{column}"));
    let mut rows = vec![head.iter().map(|key| words().say(key, &[])).collect::<Vec<_>>()];
    rows.extend(view.kpis.iter().map(|kpi| {
        let title = format!("{} ({})", kpi.title, kpi.key);
        let direction = direction(view, &kpi.key);
        vec![title, kpi.weight.clone(), kpi.green.clone(), kpi.amber.clone(), direction, kpi.gate.clone()]
    }));
    let align = [Align::Left, Align::Right, Align::Right, Align::Right, Align::Left, Align::Left];
    text.push_str(&table(&align, &rows));
    let settings: Vec<_> = view
        .draft
        .settings
        .iter()
        .map(|setting| {
            let title = format!("{} ({})", setting.title, setting.key);
            vec![title, setting.value.clone(), setting.unit.clone()]
        })
        .collect();
    text.push_str(&format!("\n{}\n", table(&[Align::Left, Align::Right, Align::Left], &settings)));
    let versions: Vec<_> =
        view.versions.iter().map(|row| vec![row.version.to_string(), row.since.clone(), row.by.clone()]).collect();
    text.push_str(&table(&[Align::Right, Align::Left, Align::Left], &versions));
    text
}

/// Which way a KPI goes, where that is not the usual one: more is better.
fn direction(view: &PlaybookView, key: &str) -> String {
    let draft = view.draft.kpis.iter().find(|kpi| kpi.key == key && kpi.better != "higher");
    draft.map(|kpi| words().say(&format!("better-{}", kpi.better), &[])).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::commands::tests::{now, workspace};

    #[test]
    fn a_direction_is_shown_where_more_is_not_better() {
        let folder = tempfile::tempdir().expect("a folder");
        let (desk, _) = workspace(folder.path());
        let view = desk.playbook_view(None, now()).expect("a playbook");
        for (key, said) in
            [("revenue", ""), ("stockout-rate", "Less is better"), ("stock-cover", "Inside a band"), ("colour", "")]
        {
            assert_eq!(direction(&view, key), said, "{key}");
        }
        assert!(text(&view).contains("Less is better"));
    }
}
