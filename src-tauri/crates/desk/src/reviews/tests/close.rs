//! What comes after a close: targets, decisions and rules that change what was frozen, and days that do not.

use playbook::qbr::Topic;
use playbook::rules::Playbook;
use store::DistributorId;

use super::{Q3, card, closed, on, printed, shown};
use crate::Now;
use crate::desk::Desk;
use crate::evidence::tests::{add, empty, now, summary, with_a_quarter};
use crate::targets::new_target;

/// Agrees a target of revenue for the quarter, in the middle of it.
fn agree(desk: &mut Desk, id: DistributorId, amount: &str) -> String {
    let target = new_target(id, "revenue", Q3.parse().expect("a literal"), amount.parse().expect("a literal"), "IDR");
    let mut target = target.expect("a target");
    target.target.valid_from = "2026-08-01".parse().expect("a literal");
    let what = store::What::new("entry-targets").with("name", "PT Contoh");
    let set = desk.record(store::ActKind::Target, what, now(), |writing| Ok(writing.add_target(&target)?));
    set.expect("a target").entry.expect("an entry").to_string()
}

#[test]
fn neither_a_target_nor_a_passing_day_changes_a_closed_quarter() {
    let folder = tempfile::tempdir().expect("a folder");
    let (mut desk, id, _) = closed(folder.path());
    let seen = |desk: &Desk, now: Now| {
        let view = desk.distributor(&id.to_string(), Q3, now).expect("a view");
        let row = desk.portfolio(Q3, now).expect("a view").rows.remove(0);
        (
            view.score.text,
            view.scorecard.groups.len(),
            view.scorecard.total,
            view.coverage.text,
            row.score.text,
            row.cells.len(),
        )
    };
    let before = seen(&desk, now());
    assert_eq!(seen(&desk, on("2027-02-01")), before);
    assert_eq!(shown(&desk, id, on("2027-02-01")).closing.correction, None, "days that pass are no correction");
    let live = desk.known(desk.distributor_of(&id.to_string()).expect("a distributor"), now().today).expect("known");
    agree(&mut desk, id, "9000");
    let changed = desk.known(live.distributor.clone(), now().today).expect("known");
    let quarter = Q3.parse().expect("a literal");
    let rules = desk.rules(quarter).expect("rules");
    let score = |known: &crate::judge::Known| known.score(&rules, quarter, now().today).score.clone();
    assert_ne!(score(&live), score(&changed), "the target would change an open quarter");
    assert_eq!(seen(&desk, now()), before);
    assert_eq!(seen(&desk, on("2027-02-01")), before);
}

/// Whether the inbox asks to make the next revision.
pub(super) fn asked(desk: &Desk) -> bool {
    let known = desk.all_known(now().today).expect("known");
    let rows = crate::reviews::inbox_rows(desk, &known, now()).expect("rows");
    rows.iter().any(|row| row.what.starts_with("Q3 2026: something changed after R"))
}

#[test]
fn a_target_that_changes_a_frozen_figure_offers_the_next_revision_and_one_that_changes_none_does_not() {
    let folder = tempfile::tempdir().expect("a folder");
    let (mut desk, id, first) = closed(folder.path());
    agree(&mut desk, id, "5400");
    assert_eq!((shown(&desk, id, now()).closing.correction, asked(&desk)), (None, false), "the same amount again");
    let set = agree(&mut desk, id, "6000");
    let correction = shown(&desk, id, now()).closing.correction.expect("a figure changed");
    assert!(correction.causes.iter().all(|cause| cause.contains("PT Contoh")), "{:?}", correction.causes);
    let target = correction.changes.iter().find(|row| row.what == "Target").expect("the target changed");
    assert_eq!((target.before.as_str(), target.after.as_str()), ("5,400 Rp", "6,000 Rp"));
    assert!(correction.changes.iter().any(|row| row.what == "Attainment" && row.before == "96.5"));
    assert!(asked(&desk));
    desk.undo(&set, now()).expect("it can be undone");
    assert_eq!(
        (shown(&desk, id, now()).closing.correction, asked(&desk)),
        (None, false),
        "taken back, it is as it was"
    );
    desk.redo(&set, now()).expect("it can be redone");
    let second = desk.close_quarter(&id.to_string(), Q3, "Amended", now()).expect("it can be closed");
    assert_eq!(second.revision, 2);
    assert_eq!(shown(&desk, id, now()).closing.correction, None);
    assert!(printed(&mut desk, id, 1) == first, "R1 prints the very bytes it printed");
}

#[test]
fn a_decision_taken_after_the_close_offers_the_next_revision() {
    let folder = tempfile::tempdir().expect("a folder");
    let (mut desk, id, _) = closed(folder.path());
    decide(&mut desk, id, "lapse");
    let correction = shown(&desk, id, on("2026-10-20")).closing.correction.expect("the standing changed");
    assert!(correction.changes.iter().any(|row| row.what == "Standing"), "{:?}", correction.changes);
}

#[test]
fn the_minutes_are_those_of_the_version_that_held_and_a_close_keeps_them() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut desk = empty(folder.path());
    let id = with_a_quarter(&mut desk, "PT Contoh");
    let minutes = |desk: &Desk| shown(desk, id, now()).qbr.agenda.iter().map(|item| item.minutes).collect::<Vec<u32>>();
    assert_eq!(minutes(&desk), [10, 8, 7, 10, 5]);
    let mut rules = Playbook { valid_from: "2026-07-01".parse().expect("a literal"), ..Playbook::default_rules() };
    rules.agenda.set(Topic::Pricing, 10);
    let what = store::What::new("entry-playbook").with("day", "1 July 2026");
    let set = desk.record(store::ActKind::Playbook, what, now(), |writing| Ok(writing.add_playbook(&rules)?));
    let set = set.expect("a version").entry.expect("an entry").to_string();
    assert_eq!((minutes(&desk), card(&desk, id).minutes), (vec![10, 8, 10, 10, 5], vec![10, 8, 10, 10, 5]));
    let warned = shown(&desk, id, now()).closing.warnings;
    let closed = desk.close_quarter(&id.to_string(), Q3, "", now()).expect("it can be closed");
    assert!(!warned.is_empty() && closed.warnings == warned, "what was still out is said: {warned:?}");
    desk.undo(&set, now()).expect("it can be undone");
    assert_eq!(minutes(&desk), [10, 8, 10, 10, 5], "what was closed keeps the minutes of its version");
    assert_eq!(shown(&desk, id, now()).closing.correction, None, "and minutes are no figure");
}

#[test]
fn rates_and_what_is_agreed_for_the_next_quarter_offer_nothing() {
    let folder = tempfile::tempdir().expect("a folder");
    let (mut desk, id, _) = closed(folder.path());
    let next = new_target(id, "revenue", "2026-Q4".parse().expect("a literal"), "1".parse().expect("a literal"), "IDR");
    let next = next.expect("a target");
    let what = store::What::new("entry-targets").with("name", "PT Contoh");
    desk.record(store::ActKind::Target, what, now(), |writing| Ok(writing.add_target(&next)?)).expect("a target");
    desk.add_holiday("ID", "2026-10-12", "Election", false, now()).expect("a holiday");
    assert_eq!((shown(&desk, id, now()).closing.correction, asked(&desk)), (None, false));
}

/// A further grant of the distributor.
fn further(starts: &str) -> store::Grant {
    store::Grant {
        territory: "Sabah and Sarawak".into(),
        product_line: "Pumps".into(),
        start: Some(starts.parse().expect("a literal")),
        terms: store::GrantTerms::default(),
        status: store::GrantStatus::Held,
    }
}

fn give(desk: &mut Desk, id: DistributorId, starts: &str) -> store::GrantId {
    let what = store::What::new("entry-grant-new").with("name", "PT Contoh").with("grant", "Sabah and Sarawak");
    let given = desk.record(store::ActKind::Grant, what, now(), |writing| Ok(writing.add_grant(id, &further(starts))?));
    given.expect("a grant").value
}

fn end(desk: &mut Desk, grant: store::GrantId) {
    let ended = store::Grant { status: store::GrantStatus::Ended, ..further("2026-01-05") };
    let what = store::What::new("entry-grant-ended").with("name", "PT Contoh").with("grant", "Java");
    desk.record(store::ActKind::Grant, what, now(), |writing| Ok(writing.revise_grant(grant, &ended)?))
        .expect("an end");
}

#[test]
fn a_grant_that_begins_later_or_ends_is_no_correction_and_one_that_ran_in_the_quarter_is() {
    let standings = |starts: &str, ends: &str| {
        let folder = tempfile::tempdir().expect("a folder");
        let mut desk = empty(folder.path());
        let id = with_a_quarter(&mut desk, "PT Contoh");
        let second = give(&mut desk, id, "2026-01-05");
        desk.close_quarter(&id.to_string(), Q3, "", now()).expect("it can be closed");
        if !starts.is_empty() {
            give(&mut desk, id, starts);
        }
        match ends {
            "first" => end(&mut desk, store::GrantId::first_of(id)),
            "second" => end(&mut desk, second),
            _ => {}
        }
        let correction = shown(&desk, id, now()).closing.correction;
        assert_eq!(correction.is_some(), asked(&desk), "{starts} {ends}");
        correction.map(|correction| correction.changes.into_iter().map(|row| (row.what, row.before)).collect())
    };
    for (starts, ends) in [("2026-11-02", ""), ("", "first"), ("", "second"), ("2026-11-02", "first")] {
        assert_eq!(standings(starts, ends), None::<Vec<_>>, "{starts} {ends}");
    }
    assert_eq!(standings("2026-09-07", "second"), Some(vec![("Standing".to_owned(), "–".to_owned())]));
}

#[test]
fn a_correction_of_what_growth_is_measured_from_is_in_the_inbox_as_on_the_screen() {
    for (month, expected) in [("2025-08", true), ("2025-06", false), ("2026-10", false)] {
        let folder = tempfile::tempdir().expect("a folder");
        let mut desk = empty(folder.path());
        let id = with_a_quarter(&mut desk, "PT Contoh");
        for base in ["2025-07", "2025-08", "2025-09"] {
            summary(&mut desk, id, base, "1500", "E6");
        }
        desk.close_quarter(&id.to_string(), Q3, "", on("2026-11-09")).expect("it can be closed");
        summary(&mut desk, id, month, "1400", "E6");
        let offered = shown(&desk, id, on("2026-11-09")).closing.correction.is_some();
        assert_eq!((offered, asked(&desk)), (expected, expected), "{month}");
    }
}

#[test]
fn a_closed_row_opens_no_evidence_that_says_something_else_and_asks_for_what_is_to_decide_now() {
    let folder = tempfile::tempdir().expect("a folder");
    let (mut desk, id, _) = closed(folder.path());
    let row = |desk: &Desk, day: &str| desk.portfolio(Q3, on(day)).expect("a view").rows.remove(0);
    let opens = |desk: &Desk| {
        let row = row(desk, "2026-10-08");
        let cell = |key: &str| row.cells.iter().find(|cell| cell.kpi == key).expect("a cell").value.evidence.is_some();
        (row.score.evidence.is_some(), cell("revenue"), cell("pipeline"))
    };
    assert_eq!(opens(&desk), (true, true, true));
    summary(&mut desk, id, "2026-08", "1963", "E7");
    assert_eq!(opens(&desk), (false, false, true));
    let asks = |desk: &Desk| row(desk, "2026-10-20").filters.contains(&"to-decide".to_owned());
    assert!(asks(&desk));
    decide(&mut desk, id, "renew");
    assert!(!asks(&desk), "it is decided");
}

fn decide(desk: &mut Desk, id: DistributorId, outcome: &str) {
    let view = desk.exclusivity(&id.to_string(), "", Q3, now()).expect("a view");
    let decision = crate::view::DecisionInput {
        distributor: id.to_string(),
        grant: view.grant,
        stage: Q3.into(),
        outcome: outcome.into(),
        reason: "Both sides agreed".into(),
        author: "Tan Mei Lin".into(),
        until: "2026-12-31".into(),
    };
    desk.decide(&decision, on("2026-10-20")).expect("it can be decided");
}

#[test]
fn a_contradiction_of_a_closed_quarter_can_be_settled_and_that_is_no_correction() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut desk = empty(folder.path());
    let id = with_a_quarter(&mut desk, "PT Contoh");
    for month in ["2026-04", "2026-05", "2026-06"] {
        summary(&mut desk, id, month, "100", "E6");
    }
    desk.close_quarter(&id.to_string(), Q3, "", now()).expect("it can be closed");
    let contradictions =
        |desk: &Desk| desk.distributor(&id.to_string(), Q3, now()).expect("a view").scorecard.contradictions;
    let open = contradictions(&desk).remove(0);
    assert_eq!(open.settled, "");
    desk.settle(&open.distributor, &open.subject, "One large order", now()).expect("it can be settled");
    let settled = contradictions(&desk).into_iter().find(|row| row.subject == open.subject).expect("it is listed");
    assert_eq!(settled.settled, "Settled by Tan Mei Lin on 8 October 2026: One large order");
    assert_eq!((shown(&desk, id, now()).closing.correction, asked(&desk)), (None, false), "it is printed as it was");
}

#[test]
fn a_roll_up_says_that_a_closed_quarter_changed_since() {
    let folder = tempfile::tempdir().expect("a folder");
    let (mut desk, id, _) = closed(folder.path());
    let notes = |desk: &Desk| desk.roll_up(Q3, now()).expect("a roll-up").notes;
    let before = notes(&desk);
    summary(&mut desk, id, "2026-08", "1963", "E7");
    let after = notes(&desk);
    let said = "Q3 2026 is closed with one distributor of whom something changed since: its revenue is summed as it is now, \
                and not as it was closed.";
    assert_eq!(after, [before.as_slice(), &[said.to_owned()]].concat());
    desk.close_quarter(&id.to_string(), Q3, "", now()).expect("it can be closed");
    assert_eq!(notes(&desk), before);
}

#[test]
fn a_distributor_that_ended_stays_in_the_quarters_that_were_closed_with_it() {
    let folder = tempfile::tempdir().expect("a folder");
    let (mut desk, id, _) = closed(folder.path());
    let rows = |desk: &Desk, quarter: &str| desk.portfolio(quarter, on("2026-10-20")).expect("a view").rows;
    let (before, held) = (rows(&desk, Q3), desk.distributor_of(&id.to_string()).expect("a distributor").card);
    let ended = store::Card { status: store::Status::Ended, ..held };
    let what = store::What::new("entry-distributor-changed").with("name", "PT Contoh");
    let revised = desk.record(store::ActKind::Register, what, now(), |w| Ok(w.revise_distributor(id, &ended)?));
    revised.expect("it ended");
    let mut after = rows(&desk, Q3);
    assert_eq!((after[0].closed.as_str(), rows(&desk, "2026-Q4").len()), ("closed R1", 0));
    after[0].filters.push("to-decide".into());
    assert_eq!(after, before, "but for what is to decide");
    assert_eq!(desk.portfolio(Q3, now()).expect("a view").countries.len(), 1);
}

#[test]
fn a_summary_that_is_missing_for_good_some_days_after_the_close_is_no_correction() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut desk = empty(folder.path());
    let id = add(&mut desk, 0, "PT Contoh");
    for month in ["2026-04", "2026-05", "2026-06", "2026-07", "2026-08"] {
        summary(&mut desk, id, month, "1500", "E6");
    }
    desk.close_quarter(&id.to_string(), Q3, "", now()).expect("it can be closed");
    // Growth is measured from June too once September counts as nothing.
    let cites = |day: &str| {
        let june = format!("d:{id}:{Q3}:revenue-growth:actual");
        desk.evidence(&june, on(day)).expect("evidence").parts.len()
    };
    assert_eq!((cites("2026-10-08"), cites("2026-12-01")), (4, 5));
    assert_eq!(shown(&desk, id, on("2026-12-01")).closing.correction, None);
}
