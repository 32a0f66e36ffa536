mod close;
mod sold;

use std::path::Path;
use std::sync::atomic::AtomicBool;

use store::DistributorId;

use crate::desk::Desk;
use crate::evidence::tests::{add, empty, now, summary, with_a_quarter};
use crate::packs::Made;
use crate::view::{ActionCard, HeldCard, OutcomeCard, OutcomesCard, QbrCard, ReviewsView};
use crate::{ErrorKind, Now};

const Q3: &str = "2026-Q3";

fn on(day: &str) -> Now {
    Now::at(format!("{day}T09:40:00+08:00").parse().expect("a literal"))
}

fn shown(desk: &Desk, id: DistributorId, now: Now) -> ReviewsView {
    desk.reviews(&id.to_string(), Q3, now).expect("a view")
}

fn card(desk: &Desk, id: DistributorId) -> QbrCard {
    shown(desk, id, now()).qbr.card
}

/// A closed quarter of a workspace, with the bytes of R1.
fn closed(folder: &Path) -> (Desk, DistributorId, Vec<u8>) {
    let mut desk = empty(folder);
    let id = with_a_quarter(&mut desk, "PT Contoh");
    desk.close_quarter(&id.to_string(), Q3, "", now()).expect("it can be closed");
    let bytes = printed(&mut desk, id, 1);
    (desk, id, bytes)
}

fn printed(desk: &mut Desk, id: DistributorId, revision: u32) -> Vec<u8> {
    let made = desk.closed_pack(&id.to_string(), Q3, Some(revision), None, now()).expect("it prints");
    std::fs::read(made.path).expect("a pack")
}

#[test]
fn a_correction_after_the_close_gives_r2_while_r1_prints_byte_for_byte() {
    let folder = tempfile::tempdir().expect("a folder");
    let (mut desk, id, first) = closed(folder.path());
    let before = desk.distributor(&id.to_string(), Q3, now()).expect("a view");
    assert_eq!(desk.portfolio(Q3, now()).expect("a view").rows[0].closed, "closed R1");
    assert_eq!(before.closed.as_ref().map(|closed| closed.later.as_str()), Some(""));
    summary(&mut desk, id, "2026-08", "1963", "E7");

    // The screen stays as it was closed, and says that something came.
    let after = desk.distributor(&id.to_string(), Q3, now()).expect("a view");
    assert_eq!((&after.score.text, &after.scorecard.total), (&before.score.text, &before.scorecard.total));
    let line = after.closed.expect("it is closed");
    assert_eq!(
        (line.lead.as_str(), line.later.as_str()),
        ("R1, closed on 8 October 2026 by Tan Mei Lin", "Something behind it changed later.")
    );
    let correction = shown(&desk, id, now()).closing.correction.expect("one came");
    assert_eq!(correction.causes, ["Monthly summary, August 2026: revision 2, received on 2 Sep"]);
    let changed = |title: &str, what: &str| {
        let row = correction.changes.iter().find(|row| row.title == title && row.what == what).expect("it changed");
        (row.before.clone(), row.after.clone())
    };
    assert_eq!(changed("Revenue against target", "Actual"), ("5,213 Rp".into(), "5,413 Rp".into()));
    assert_eq!(changed("Revenue against target", "Attainment"), ("96.5".into(), "100.2".into()));

    let second =
        desk.close_quarter(&id.to_string(), Q3, "August corrected", on("2026-10-20")).expect("it can be closed");
    assert_eq!(second.revision, 2);
    assert_eq!(desk.portfolio(Q3, now()).expect("a view").rows[0].closed, "closed R2");
    let view = shown(&desk, id, now());
    assert_eq!(view.closing.correction, None);
    let revisions: Vec<_> =
        view.closing.revisions.iter().map(|row| (row.title.as_str(), row.reason.as_str())).collect();
    assert_eq!(revisions, [("R2", "August corrected"), ("R1", "")]);
    assert!(view.closing.revisions[0].changes.iter().any(|row| row.after == "5,413 Rp"));
    let again = printed(&mut desk, id, 1);
    assert!(again == first, "R1 prints the very bytes it printed");
    let second = printed(&mut desk, id, 2);
    assert!(second != first && second.starts_with(b"%PDF"));

    // Whoever makes the quarter's pack gets the newest revision.
    let never = AtomicBool::new(false);
    let made = desk.make_packs(Q3, &[id.to_string()], None, on("2026-11-02"), &|_| {}, &never).expect("packs");
    let Some(Made::Pack(made)) = made.first() else { panic!("{made:?}") };
    assert_eq!(made.file, "PT Contoh, Q3 2026, R2.pdf");
    assert!(std::fs::read(&made.path).expect("a pack") == second);
}

#[test]
fn closing_and_undo_restore_every_view() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut desk = empty(folder.path());
    let id = with_a_quarter(&mut desk, "PT Contoh");
    let views = |desk: &Desk| {
        let mut distributor = desk.distributor(&id.to_string(), Q3, now()).expect("a view");
        distributor.history.clear();
        let mut reviews = shown(desk, id, now());
        // The number of a paper is not given again.
        reviews.closing.next.clear();
        let portfolio = desk.portfolio(Q3, now()).expect("a view").rows;
        (distributor, reviews, portfolio, desk.today(now()).expect("a view"))
    };
    let before = views(&desk);
    let closed = desk.close_quarter(&id.to_string(), Q3, "", now()).expect("it can be closed");
    assert_ne!(views(&desk), before);
    desk.undo(&closed.entry, now()).expect("it can be undone");
    assert_eq!(views(&desk), before);
    assert_eq!(shown(&desk, id, now()).closing.next, "R2");
    assert_eq!(desk.closed_pack(&id.to_string(), Q3, None, None, now()).map_err(|e| e.kind), Err(ErrorKind::Unknown));
}

#[test]
fn a_figure_that_was_corrected_no_longer_opens_evidence_that_says_something_else() {
    let folder = tempfile::tempdir().expect("a folder");
    let (mut desk, id, _) = closed(folder.path());
    let revenue = |desk: &Desk| {
        let view = desk.distributor(&id.to_string(), Q3, now()).expect("a view");
        let line =
            view.scorecard.groups.iter().flat_map(|group| group.lines.clone()).find(|line| line.key == "revenue");
        line.expect("a line")
    };
    assert!(revenue(&desk).actual.evidence.is_some());
    summary(&mut desk, id, "2026-08", "1963", "E7");
    let line = revenue(&desk);
    assert_eq!((line.actual.text.as_str(), line.actual.evidence), ("5,213", None));
    assert!(line.target.evidence.is_some(), "the target is still what it was");
}

#[track_caller]
fn refused<T: std::fmt::Debug>(done: Result<T, crate::DeskError>, said: &str) {
    let error = done.expect_err("it is refused");
    assert!(error.message.starts_with(said), "{}", error.message);
}

#[test]
fn only_a_quarter_that_is_over_and_has_something_on_file_is_closed_and_once() {
    let folder = tempfile::tempdir().expect("a folder");
    let (mut desk, id, _) = closed(folder.path());
    let other = add(&mut desk, 1, "CV Kosong").to_string();
    let id = id.to_string();
    refused(
        desk.close_quarter(&id, "2026-Q4", "", now()),
        "Q4 2026 is not over: it can be closed from 1 January 2027 on.",
    );
    refused(
        desk.close_quarter(&id, Q3, "", now()),
        "Q3 2026 is closed as R1, and nothing that it shows changed since.",
    );
    refused(desk.close_quarter(&other, "2025-Q1", "", now()), "Nothing is on file of CV Kosong for Q1 2025");
    let card = QbrCard { place: "Jakarta".into(), ..shown(&desk, id.parse().expect("an id"), now()).qbr.card };
    refused(desk.prepare_qbr(&id, Q3, &card, now()), "Q3 2026 is closed as R1.");
    refused(desk.save_action(&id, Q3, &action("A", "2026-10-31"), now()), "Q3 2026 is closed as R1.");
}

fn action(what: &str, due: &str) -> ActionCard {
    ActionCard { what: what.into(), owner: "Hendra Wijaya".into(), due: due.into(), ..ActionCard::default() }
}

#[test]
fn a_sixth_action_is_refused_and_those_carried_over_count() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut desk = empty(folder.path());
    let id = with_a_quarter(&mut desk, "PT Contoh").to_string();
    for (quarter, what) in [("2026-Q2", "A"), ("2026-Q2", "B"), (Q3, "C"), (Q3, "D"), (Q3, "E")] {
        desk.save_action(&id, quarter, &action(what, "2026-10-05"), now()).expect("there is room");
    }
    let sixth = action("F", "2026-11-30");
    let said = "5 actions are open with PT Contoh, and 5 may be: settle one before another is added.";
    refused(desk.save_action(&id, Q3, &sixth, now()), said);
    refused(desk.save_action(&id, "2026-Q2", &sixth, now()), said);
    let view = desk.reviews(&id, Q3, now()).expect("a view").qbr;
    assert_eq!((view.actions_note.as_str(), view.actions_full.as_str()), ("5 of 5", said));
    let rows: Vec<_> = view.actions.iter().map(|row| (row.card.what.as_str(), row.carried.as_str())).collect();
    let carried = "carried over from Q2";
    assert_eq!(rows, [("A", carried), ("B", carried), ("C", ""), ("D", ""), ("E", "")]);
    assert_eq!(view.actions[0].state, "3 days overdue");

    let done = ActionCard { settled: "done".into(), settled_on: "2026-10-07".into(), ..view.actions[0].card.clone() };
    let entry = desk.save_action(&id, Q3, &done, now()).expect("it is done").expect("an entry");
    desk.save_action(&id, Q3, &sixth, now()).expect("there is room again");
    let view = desk.reviews(&id, Q3, now()).expect("a view").qbr;
    assert_eq!(view.actions.last().map(|row| (row.card.what.as_str(), row.state.as_str())), Some(("A", "Done 7 Oct")));
    refused(
        desk.save_action(&id, Q3, &ActionCard { settled: String::new(), ..done.clone() }, now()),
        "5 actions are open",
    );
    assert!(desk.entry(&entry, now()).expect("an entry").what.ends_with("done: A"));
    let next = desk.reviews(&id, "2026-Q4", on("2027-01-05")).expect("a view").qbr;
    let carried: Vec<_> = next.actions.iter().map(|row| row.card.what.as_str()).collect();
    assert_eq!(carried, ["B", "C", "D", "E", "F", "A"], "A was still open when the quarter began");
}

#[test]
fn an_action_needs_words_an_owner_and_a_day() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut desk = empty(folder.path());
    let id = with_a_quarter(&mut desk, "PT Contoh").to_string();
    let whole = action("A", "2026-10-31");
    for (card, said) in [
        (ActionCard { what: " ".into(), ..whole.clone() }, "The action says nothing yet."),
        (ActionCard { owner: String::new(), ..whole.clone() }, "The action has no owner."),
        (ActionCard { due: String::new(), ..whole.clone() }, "The action has no deadline."),
        (ActionCard { due: "31.10.2026".into(), ..whole.clone() }, "“31.10.2026” is no day such as 2026-10-08."),
        (
            ActionCard { settled: "done".into(), settled_on: "2026-10-09".into(), ..whole },
            "An action can’t have ended after today.",
        ),
    ] {
        refused(desk.save_action(&id, Q3, &card, now()), said);
    }
}

#[test]
fn a_partly_filled_review_is_never_lost() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut desk = empty(folder.path());
    let id = with_a_quarter(&mut desk, "PT Contoh");
    let half = OutcomeCard { what: String::new(), why: "Bundle ready before the reset".into(), worth: String::new() };
    let begun = QbrCard {
        outcomes: Some(OutcomesCard { wins: vec![half], losses: Vec::new() }),
        notes: vec!["Ask".into(), String::new(), String::new(), String::new(), String::new()],
        priorities: vec!["Listing at AEON".into()],
        ..card(&desk, id)
    };
    desk.prepare_qbr(&id.to_string(), Q3, &begun, now()).expect("it is kept");
    assert_eq!(desk.prepare_qbr(&id.to_string(), Q3, &begun, now()), Ok(None), "the same again changes nothing");
    // What is refused later takes nothing of it.
    let wrong = QbrCard { minutes: vec![20, 20, 2, 2, 2], ..begun.clone() };
    refused(desk.prepare_qbr(&id.to_string(), Q3, &wrong, now()), "The agenda takes 46 minutes; a QBR takes 30 to 45.");
    drop(desk);
    let who = crate::Who { person: "Tan Mei Lin".into(), device: "laptop".into() };
    let desk = Desk::open(folder.path(), who, folder.path(), now()).expect("a workspace");
    assert_eq!(card(&desk, id), begun);
}

#[test]
fn what_can_not_be_kept_is_refused_in_a_sentence() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut desk = empty(folder.path());
    let id = with_a_quarter(&mut desk, "PT Contoh");
    let whole = card(&desk, id);
    for (wrong, said) in [
        (
            QbrCard { minutes: vec![5, 5, 5, 5, 5], ..whole.clone() },
            "The agenda takes 25 minutes; a QBR takes 30 to 45.",
        ),
        (QbrCard { minutes: vec![10, 10, 0, 10, 10], ..whole.clone() }, "Pricing has no time."),
        (QbrCard { starts: "2 pm".into(), ..whole.clone() }, "“2 pm” is no time of day."),
        (QbrCard { planned_on: "soon".into(), ..whole.clone() }, "“soon” is no day such as 2026-10-08."),
        (QbrCard { priorities: vec!["A".into(); 6], ..whole }, "6 priorities are too many: at most 5 come first."),
    ] {
        refused(desk.prepare_qbr(&id.to_string(), Q3, &wrong, now()), said);
    }
}

#[test]
fn wins_and_losses_are_proposed_until_the_manager_words_them() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut desk = empty(folder.path());
    let id = with_a_quarter(&mut desk, "PT Contoh");
    let losses = |desk: &Desk| -> Vec<String> {
        shown(desk, id, on("2026-12-01")).qbr.losses.rows.into_iter().map(|row| row.what).collect()
    };
    assert_eq!(losses(&desk), ["Revenue against target", "Weekly reporting discipline", "An issue of PT Contoh"]);
    let view = shown(&desk, id, on("2026-12-01")).qbr;
    assert_eq!(view.proposed.losses[2].why, "Issue: July, August, September");
    let lost =
        OutcomeCard { what: "AEON postponed".into(), why: "Form sent twice".into(), worth: "−65.0 Rp m".into() };
    let own = OutcomesCard { wins: Vec::new(), losses: vec![lost] };
    let own = QbrCard { outcomes: Some(own), ..card(&desk, id) };
    desk.prepare_qbr(&id.to_string(), Q3, &own, now()).expect("it is kept");
    assert_eq!(losses(&desk), ["AEON postponed"]);
}

#[test]
fn a_monthly_review_is_held_with_its_decisions_and_counts() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut desk = empty(folder.path());
    let id = with_a_quarter(&mut desk, "PT Contoh");
    let held = HeldCard {
        period: "2026-09".into(),
        held_on: "2026-10-06".into(),
        notes: "Price list agreed".into(),
        decisions: vec!["Visit the warehouse".into(), "  ".into()],
    };
    let done = |desk: &Desk| {
        let view = desk.distributor(&id.to_string(), Q3, now()).expect("a view");
        let line = view.scorecard.groups.iter().flat_map(|group| group.lines.clone());
        line.into_iter().find(|line| line.key == "monthly-reviews").expect("a line").actual.text
    };
    let before = done(&desk);
    desk.hold_review(&id.to_string(), &held, now()).expect("it is held").expect("an entry");
    assert_eq!(desk.hold_review(&id.to_string(), &held, now()), Ok(None));
    let row = shown(&desk, id, now()).monthly.remove(2);
    assert_eq!((row.title.as_str(), row.state.as_str()), ("September", "Held on Tue 6 Oct"));
    assert_eq!(row.card, HeldCard { decisions: vec!["Visit the warehouse".into()], ..held.clone() });
    assert_ne!(done(&desk), before);
    let refused_on = |desk: &mut Desk, day: &str, said: &str| {
        refused(desk.hold_review(&id.to_string(), &HeldCard { held_on: day.into(), ..held.clone() }, now()), said);
    };
    refused_on(&mut desk, "2026-10-09", "A review of September 2026 can’t be noted as held after today.");
    refused_on(&mut desk, "2026-08-31", "A review of September 2026 can’t be held before September 2026 begins.");
    refused_on(&mut desk, "", "“” is no day such as 2026-10-08.");
    let of_quarter = HeldCard { period: Q3.into(), held_on: "2026-08-31".into(), ..held };
    let said = "A review of Q3 2026 can’t be held before September 2026 begins.";
    refused(desk.hold_review(&id.to_string(), &of_quarter, now()), said);
}

#[test]
fn a_review_held_after_the_close_is_a_correction() {
    let folder = tempfile::tempdir().expect("a folder");
    let (mut desk, id, _) = closed(folder.path());
    let held =
        HeldCard { period: Q3.into(), held_on: "2026-10-15".into(), notes: String::new(), decisions: Vec::new() };
    desk.hold_review(&id.to_string(), &held, on("2026-10-15")).expect("it is held");
    let correction = shown(&desk, id, on("2026-10-15")).closing.correction.expect("one came");
    assert_eq!(correction.causes, ["QBR, Q3 2026: held on 15 Oct"]);
    let second = desk.close_quarter(&id.to_string(), Q3, "", on("2026-10-15")).expect("it can be closed");
    assert_eq!((second.revision, second.lead.as_str()), (2, "R2, closed on 15 October 2026 by Tan Mei Lin"));
}

#[test]
fn the_inbox_has_reviews_to_hold_actions_that_are_due_and_corrections() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut desk = empty(folder.path());
    let id = with_a_quarter(&mut desk, "PT Contoh");
    let rows = |desk: &Desk, day: &str| -> Vec<String> {
        let known = desk.all_known(on(day).today).expect("known");
        let rows = super::inbox_rows(desk, &known, on(day)).expect("rows");
        rows.into_iter().map(|row| format!("{}, {}: {}", row.what, row.when, row.action)).collect()
    };
    let missed = "Review of August, Wed 30 Sep, 8 days ago: Note that it was held";
    let qbr = "QBR, Q3 2026, by Thu 15 Oct: Prepare the QBR";
    assert_eq!(rows(&desk, "2026-10-08"), [qbr, missed]);
    let note = |desk: &mut Desk, period: &str, day: &str| {
        let held = HeldCard { period: period.into(), held_on: day.into(), notes: String::new(), decisions: Vec::new() };
        desk.hold_review(&id.to_string(), &held, on(day)).expect("it is held");
    };
    note(&mut desk, "2026-08", "2026-10-08");
    desk.save_action(&id.to_string(), Q3, &action("Requote", "2026-10-23"), now()).expect("an action");
    assert_eq!(rows(&desk, "2026-10-08"), [qbr]);
    let late = "Requote, Hendra Wijaya, Fri 23 Oct, 1 day ago: Settle it with its owner";
    note(&mut desk, Q3, "2026-10-15");
    note(&mut desk, "2026-09", "2026-10-15");
    assert_eq!(rows(&desk, "2026-10-24"), [late]);
    desk.close_quarter(&id.to_string(), Q3, "", on("2026-10-24")).expect("it can be closed");
    assert_eq!(rows(&desk, "2026-10-24"), [late]);
    summary(&mut desk, id, "2026-08", "1963", "E7");
    let corrected = "Q3 2026: something changed after R1, : Compare and make R2";
    assert_eq!(rows(&desk, "2026-10-24"), [late, corrected]);
    let import = desk.journal(1, now()).expect("a journal").remove(0);
    let second = desk.close_quarter(&id.to_string(), Q3, "", on("2026-10-24")).expect("it can be closed");
    assert_eq!(rows(&desk, "2026-10-24"), [late]);
    desk.undo(&second.entry, now()).expect("it can be undone");
    let third = "Q3 2026: something changed after R1, : Compare and make R3";
    assert_eq!(rows(&desk, "2026-10-24"), [late, third], "R2 is not given again");
    desk.undo(&import.id, now()).expect("it can be undone");
    assert_eq!(rows(&desk, "2026-10-24"), [late], "what was taken back is no correction");
}
