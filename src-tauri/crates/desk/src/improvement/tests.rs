//! From a gap to a plan to its review, on a record of its own.

use crate::evidence::tests::{empty, now, summary, with_a_quarter};
use crate::view::{ActionEntered, PlanEntered};
use crate::{Desk, DeskError, ErrorKind, Now};

type Test = Result<(), DeskError>;

fn on(day: &str) -> Now {
    now().on(day.parse().expect("a literal"))
}

/// A plan of so many actions that are due on a day.
fn plan(kpi: &str, count: usize, due: &str) -> PlanEntered {
    let action = |number| ActionEntered { what: format!("Step {number}"), owner: "Budi".into(), due: due.into() };
    PlanEntered { kpi: kpi.into(), month: "2026-09".into(), actions: (1..=count).map(action).collect() }
}

/// A distributor whose September is amber after an amber August: 1,763 and 1,713 of 1,800.
fn desk(folder: &std::path::Path) -> (Desk, String) {
    let mut desk = empty(folder);
    let id = with_a_quarter(&mut desk, "PT Contoh");
    (desk, id.to_string())
}

#[test]
fn two_amber_months_need_a_plan_and_a_plan_answers_them() -> Test {
    let folder = tempfile::tempdir().expect("a folder");
    let (mut desk, id) = desk(folder.path());
    let view = desk.improvement(&id, on("2026-10-08"))?;
    let revenue = view.gaps.iter().find(|gap| gap.kpi == "revenue").expect("a gap");
    let months: Vec<_> = revenue.months.iter().map(|m| (m.title.as_str(), m.attainment.text.as_str())).collect();
    assert_eq!(months, [("August", "97.9"), ("September", "95.2")]);
    assert_eq!((revenue.earliest.as_str(), revenue.latest.as_str()), ("2026-10-08", "2026-11-07"));
    let view = desk.agree_plan(&id, &plan("revenue", 3, "2026-10-30"), on("2026-10-08"))?;
    assert!(view.gaps.iter().all(|gap| gap.kpi != "revenue"));
    assert_eq!(view.plans[0].state, "Review on Sat 7 Nov, in 30 days");
    assert_eq!(view.plans[0].outcomes, [], "nothing can be decided before its day");
    Ok(())
}

#[test]
fn what_a_plan_lacks_is_said_in_sentences_and_nothing_is_kept() -> Test {
    let folder = tempfile::tempdir().expect("a folder");
    let (mut desk, id) = desk(folder.path());
    let said = |desk: &mut Desk, plan: &PlanEntered| {
        let refused = desk.agree_plan(&id, plan, on("2026-10-08")).map(drop).expect_err("a flaw");
        assert_eq!(refused.kind, ErrorKind::Invalid);
        refused.message
    };
    assert_eq!(said(&mut desk, &plan("revenue", 4, "2026-10-30")), "A plan has exactly three actions; here are 4.");
    let mut late = plan("revenue", 3, "2026-10-30");
    late.actions[1].due = "2026-11-08".into();
    late.actions[2].owner = " ".into();
    assert_eq!(
        said(&mut desk, &late),
        "Action 2 is due after the review on Sat 7 Nov. Action 3 has no owner: name who answers for it."
    );
    late.actions[1].due = "soon".into();
    assert_eq!(said(&mut desk, &late), "“soon” is no day such as 2026-10-08.");
    assert_eq!(said(&mut desk, &plan("luck", 3, "2026-10-30")), "There is no KPI luck.");
    assert_eq!(desk.improvement(&id, on("2026-10-08"))?.plans, []);
    Ok(())
}

#[test]
fn day_30_compares_with_the_start_and_no_improvement_proposes_less_scope() -> Test {
    let folder = tempfile::tempdir().expect("a folder");
    let (mut desk, id) = desk(folder.path());
    let agreed = desk.agree_plan(&id, &plan("revenue", 3, "2026-10-30"), on("2026-10-08"))?;
    let plan_id = agreed.plans[0].id.clone();
    let early = desk.review_plan(&plan_id, "improved", "", on("2026-11-06")).map(drop).expect_err("too early");
    assert_eq!(early.message, "The review of this plan is on Sat 7 Nov.");
    let contoh = id.parse().expect("an id");
    summary(&mut desk, contoh, "2026-10", "1700", "E8");
    let due = desk.improvement(&id, on("2026-11-09"))?;
    let card = &due.plans[0];
    assert_eq!((card.comparison.start.text.as_str(), card.comparison.now.text.as_str()), ("95.2", "94.4"));
    assert_eq!(card.comparison.verdict, "It is no better than at the start.");
    let first: Vec<_> = card.outcomes.iter().take(3).map(|one| one.key.as_str()).collect();
    assert_eq!(first, ["reduce-territory", "reduce-products", "other-routes"]);
    let closed = desk.review_plan(&plan_id, "reduce-products", "Home care only", on("2026-11-09"))?;
    assert_eq!(closed.plans[0].state, "Products reduced");
    let again = desk.review_plan(&plan_id, "improved", "", on("2026-11-10")).map(drop).expect_err("closed");
    assert_eq!(again.message, "The last review closed this plan.");
    Ok(())
}

#[test]
fn undo_restores_the_view_exactly() -> Test {
    let folder = tempfile::tempdir().expect("a folder");
    let (mut desk, id) = desk(folder.path());
    let plan_id = desk.agree_plan(&id, &plan("revenue", 3, "2026-10-30"), on("2026-10-08"))?.plans[0].id.clone();
    let before = desk.improvement(&id, on("2026-11-09"))?;
    desk.mark_plan_action(&plan_id, 2, true, on("2026-11-09"))?;
    desk.review_plan(&plan_id, "extend", "", on("2026-11-09"))?;
    for _ in 0..2 {
        let last = desk.journal(1, now())?[0].number;
        // An undo is an entry too: the act before it is what is taken back next.
        let acts = desk.journal(9, now())?.into_iter().find(|line| line.can_undo).map_or(last, |line| line.number);
        desk.undo(&acts.to_string(), now())?;
    }
    assert_eq!(desk.improvement(&id, on("2026-11-09"))?, before);
    Ok(())
}
