use std::sync::atomic::{AtomicBool, Ordering};

use pack::content::{PackContent, Section};
use playbook::period::Quarter;

use super::preflight::Finding;
use super::{Made, content, lead};
use crate::desk::Desk;
use crate::evidence::tests::{add, empty, now, summary, with_a_quarter};
use crate::{ErrorKind, Now};

#[track_caller]
fn said(found: &[Vec<Finding>], expected: &str) {
    assert_eq!(lead(found), expected);
}

#[test]
fn the_lead_says_how_many_are_ready_and_why_the_others_are_not() {
    said(&[], "There are no distributors yet.");
    said(&[vec![], vec![]], "All 2 are ready.");
    said(&[vec![]], "The pack is ready.");
    let missing = || Finding::NotCome { what: "Week 36".into(), count: 1 };
    said(
        &[vec![], vec![missing(), missing()], vec![missing(), Finding::NoTargets(2)], vec![Finding::Nothing]],
        "1 of 4 is ready: 2 have reports missing, 1 has KPIs without a target, 1 has nothing on file.",
    );
    said(&[vec![missing(), Finding::NoTargets(2)]], "Not ready yet: reports are missing, KPIs have no target.");
    said(
        &[vec![Finding::Running], vec![Finding::Running, missing()]],
        "The quarter is not over: 1 has reports missing.",
    );
    said(&[vec![Finding::Running]], "The quarter is not over.");
}

fn quarter() -> Quarter {
    "2026-Q3".parse().expect("a literal")
}

fn filled(desk: &Desk, id: store::DistributorId, now: Now) -> PackContent {
    let known = desk.known(desk.distributor_of(&id.to_string()).expect("a distributor"), now.today).expect("known");
    content::fill(desk, &known, quarter(), None, now).expect("a pack")
}

#[test]
fn a_pack_says_to_the_digit_what_the_window_shows() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut desk = empty(folder.path());
    let id = with_a_quarter(&mut desk, "PT Contoh");
    let view = desk.distributor(&id.to_string(), "2026-Q3", now()).expect("a view");
    let pack = filled(&desk, id, now());
    let scorecard = pack.sections.iter().find_map(|section| match section {
        Section::Scorecard(scorecard) => Some(scorecard),
        _ => None,
    });
    let printed = scorecard.expect("a scorecard").groups.iter().flat_map(|group| &group.rows);
    let printed: Vec<_> = printed
        .map(|row| {
            (&row.target.value, &row.actual.value, &row.actual.unit, &row.attainment, &row.points, &row.status.word)
        })
        .collect();
    let shown = view.scorecard.groups.iter().flat_map(|group| &group.lines);
    let shown: Vec<_> = shown
        .map(|line| {
            let facts = (&line.target.text, &line.actual.text, &line.actual.unit);
            (facts.0, facts.1, facts.2, &line.attainment.text, &line.points.text, &line.status)
        })
        .collect();
    assert_eq!(printed, shown);
}

#[test]
fn a_pack_shows_nothing_of_another_distributor() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut desk = empty(folder.path());
    let own = with_a_quarter(&mut desk, "PT Contoh");
    with_a_quarter(&mut desk, "CV Lainnya");
    let printed = format!("{:?}", filled(&desk, own, now()));
    assert!(printed.contains("PT Contoh") && printed.contains("An issue of PT Contoh"));
    assert!(!printed.contains("Lainnya"), "{printed}");
}

#[test]
fn the_same_record_gives_the_same_pack_at_any_hour_of_the_day() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut desk = empty(folder.path());
    let id = with_a_quarter(&mut desk, "PT Contoh");
    let evening = Now::at("2026-10-08T21:15:07+08:00".parse().expect("a literal"));
    assert_eq!(filled(&desk, id, now()), filled(&desk, id, evening));
}

/// What is missing and what is known in the list of packs, with the pack's file once it is made.
fn row(desk: &Desk, now: Now) -> (Vec<String>, Option<String>) {
    let row = desk.packs("2026-Q3", now).expect("packs").rows.remove(0);
    let problems = row.problems.into_iter().map(|problem| problem.message).collect();
    (problems, row.made.map(|made| made.path))
}

#[test]
fn a_pack_is_kept_until_something_is_recorded_or_the_day_ends() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut desk = empty(folder.path());
    let id = with_a_quarter(&mut desk, "PT Contoh");
    let never = AtomicBool::new(false);
    let made = desk.make_packs("2026-Q3", &[id.to_string()], None, now(), &|_| {}, &never).expect("packs");
    let Some(Made::Pack(made)) = made.first() else { panic!("{made:?}") };
    assert_eq!((made.file.as_str(), row(&desk, now()).1.as_ref()), ("PT Contoh, Q3 2026.pdf", Some(&made.path)));
    let bytes = desk.pack_bytes(made.path.as_ref()).expect("a pack");
    assert!(bytes.starts_with(b"%PDF") && made.pages > 2);
    let copy = folder.path().join("copy.pdf");
    desk.save_pack(made.path.as_ref(), &copy).expect("a copy");
    assert_eq!(std::fs::read(&copy).expect("a copy"), bytes);
    let tomorrow = Now::at("2026-10-09T09:40:00+08:00".parse().expect("a literal"));
    assert_eq!(row(&desk, tomorrow).1, None);
    summary(&mut desk, id, "2026-08", "1763.7", "E7");
    assert_eq!(row(&desk, now()).1, None);
}

#[test]
fn only_packs_that_were_made_here_are_read() {
    let folder = tempfile::tempdir().expect("a folder");
    let desk = empty(folder.path());
    let other = folder.path().join("other.pdf");
    std::fs::write(&other, b"%PDF").expect("a file");
    let refused = desk.pack_bytes(&other).map_err(|error| error.kind);
    assert_eq!(refused, Err(ErrorKind::Unknown));
    assert_eq!(desk.save_pack(&other, &other).map_err(|error| error.kind), Err(ErrorKind::Unknown));
}

#[test]
fn an_empty_quarter_and_a_folder_that_is_none_are_problems_of_one_pack() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut desk = empty(folder.path());
    let full = with_a_quarter(&mut desk, "PT Contoh");
    let ids = [full.to_string()];
    let never = AtomicBool::new(false);
    let file = folder.path().join("a file");
    std::fs::write(&file, b"").expect("a file");
    let made = desk.make_packs("2026-Q3", &ids, Some(&file), now(), &|_| {}, &never).expect("an answer");
    assert!(matches!(made.as_slice(), [Made::Problem(problem)] if problem.place == "PT Contoh"), "{made:?}");
    assert!(row(&desk, now()).0.len() > 1, "the window says so, too");
    let made = desk.make_packs("2027-Q1", &ids, None, now(), &|_| {}, &never).expect("an answer");
    let said = |made: &Made| matches!(made, Made::Problem(problem) if problem.message == "Nothing is on file for this quarter");
    assert!(made.iter().all(said), "{made:?}");
}

#[test]
fn making_stops_between_packs_and_keeps_what_is_made() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut desk = empty(folder.path());
    let ids = ["PT Contoh", "CV Lainnya"].map(|name| with_a_quarter(&mut desk, name).to_string());
    let cancel = AtomicBool::new(false);
    let stop = |_| cancel.store(true, Ordering::Relaxed);
    let stopped = desk.make_packs("2026-Q3", &ids, None, now(), &stop, &cancel).map_err(|error| error.kind);
    assert_eq!(stopped, Err(ErrorKind::Cancelled));
    let made = desk.packs("2026-Q3", now()).expect("packs").rows.into_iter().filter_map(|row| row.made);
    assert_eq!(made.map(|made| made.file).collect::<Vec<_>>(), ["PT Contoh, Q3 2026.pdf"]);
}

#[test]
fn what_has_not_come_stands_before_what_follows_from_it() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut desk = empty(folder.path());
    let id = add(&mut desk, 0, "PT Contoh");
    summary(&mut desk, id, "2026-07", "1736.5", "E6");
    let problems = row(&desk, now()).0;
    assert_eq!(problems[0], "Summaries of August and September have not come");
    assert_eq!(problems[1], "Weeks 28 to 39 have not come");
    assert!(problems[2].ends_with(" KPIs have no target"), "{problems:?}");
}
