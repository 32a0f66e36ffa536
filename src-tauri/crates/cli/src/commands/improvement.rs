//! `plan` and `launch`: what falls short, and how a launch goes.

use desk::view::{ActionEntered, ImprovementView, LaunchView, PlanCard, PlanEntered};
use desk::{Desk, DeskError, ErrorKind, Now};

use super::Stopped;
use crate::args::{LaunchStep, PlanStep};
use crate::output::{Align, Output, table};

/// Shows the gaps and plans of a distributor, after doing what was asked.
pub(crate) fn plan(
    output: Output,
    desk: &mut Desk,
    (name, kpi): (&str, &str),
    step: PlanStep,
    now: Now,
) -> Result<(), Stopped> {
    let id = desk.distributor_called(name)?.to_string();
    let view = desk.improvement(&id, now)?;
    let view = match step {
        PlanStep::Show => view,
        PlanStep::Agree { actions } => {
            let gap = view.gaps.iter().find(|gap| gap.kpi == kpi).ok_or_else(|| missing("plan-no-gap", name, kpi))?;
            let entered = |[what, owner, due]: [String; 3]| ActionEntered { what, owner, due };
            let actions = actions.into_iter().map(entered).collect();
            let plan = PlanEntered { kpi: kpi.to_owned(), month: gap.month.clone(), actions };
            desk.agree_plan(&id, &plan, now)?
        }
        PlanStep::Mark { position, done } => desk.mark_plan_action(open(&view, name, kpi)?, position, done, now)?,
        PlanStep::Review { outcome, note } => desk.review_plan(open(&view, name, kpi)?, &outcome, &note, now)?,
    };
    output.show(&view, || plans(&view))?;
    Ok(())
}

fn open<'a>(view: &'a ImprovementView, name: &str, kpi: &str) -> Result<&'a str, DeskError> {
    let found = view.plans.iter().find(|plan| !plan.closed && plan.kpi == kpi);
    found.map(|plan| plan.id.as_str()).ok_or_else(|| missing("plan-none", name, kpi))
}

fn missing(key: &str, name: &str, kpi: &str) -> DeskError {
    DeskError::new(ErrorKind::Invalid, key, &[("name", name.into()), ("kpi", kpi.into())])
}

fn plans(view: &ImprovementView) -> String {
    let mut text = format!("{}\n", view.lead);
    for gap in &view.gaps {
        let months: Vec<_> =
            gap.months.iter().map(|month| format!("{} {} %", month.title, month.attainment.text)).collect();
        text.push_str(&format!("\n{} ({}): {}. {}\n", gap.title, gap.kpi, months.join(", "), gap.review));
    }
    for plan in &view.plans {
        text.push_str(&self::card(plan));
    }
    text
}

fn card(plan: &PlanCard) -> String {
    let mut text = format!("\n{} ({}): {}\n{}\n", plan.title, plan.kpi, plan.state, plan.note);
    let rows: Vec<_> = plan
        .actions
        .iter()
        .map(|action| {
            let number = action.position.to_string();
            vec![number, action.what.clone(), action.owner.clone(), action.due.clone(), action.state.clone()]
        })
        .collect();
    text.push_str(&table(&[Align::Right, Align::Left, Align::Left, Align::Left, Align::Left], &rows));
    let compared = &plan.comparison;
    let mut figures = format!("{} {} {}", compared.start_title, compared.start.text, compared.start.unit);
    if !compared.now_title.is_empty() {
        figures.push_str(&format!(", {} {} {}", compared.now_title, compared.now.text, compared.now.unit));
    }
    text.push_str(&format!("{figures}. {} {}\n", compared.verdict, compared.proposal));
    for review in &plan.reviews {
        text.push_str(&format!("{}: {} {}\n", review.held, review.outcome, review.note));
    }
    text
}

/// Shows the launch of a distributor, after doing what was asked.
pub(crate) fn launch(
    output: Output,
    desk: &mut Desk,
    (name, item): (&str, &str),
    step: LaunchStep,
    now: Now,
) -> Result<(), Stopped> {
    let id = desk.distributor_called(name)?.to_string();
    let view = match step {
        LaunchStep::Show => desk.launch(&id, now)?,
        LaunchStep::Tick { done } => desk.tick_launch(&id, item, done, now)?,
        LaunchStep::Count(count) => desk.count_launch(&id, item, count, now)?,
        LaunchStep::Move { to, reason } => desk.move_launch(&id, item, &to, &reason, now)?,
    };
    output.show(&view, || checklist(&view))?;
    Ok(())
}

fn checklist(view: &LaunchView) -> String {
    let mut text = format!("{} {}\n", view.lead, view.note);
    let mut rows = Vec::new();
    for week in &view.weeks {
        rows.push(vec![format!("{}, {}", week.title, week.due)]);
        rows.extend(week.items.iter().map(|item| {
            let count = item.count.map(|count| format!("{count} {}", item.goal)).unwrap_or_else(|| item.goal.clone());
            let moved = if item.slip.is_empty() { String::new() } else { format!("{}, {}", item.due, item.slip) };
            vec![format!("  {}", item.key), item.title.clone(), item.state.clone(), count, moved]
        }));
    }
    text.push_str(&table(&[Align::Left; 5], &rows));
    text
}
