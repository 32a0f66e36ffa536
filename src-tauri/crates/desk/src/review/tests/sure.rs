//! A workbook of several reports: the sure ones are stored, the others wait; across restarts, and taken back apart.

use super::memory::layout;
use super::*;
use crate::view::ReviewView;

/// A month of the workbook, on a sheet of its own.
fn sheet(month: &str) -> Draft {
    Draft {
        sheet: Some(month.to_owned()),
        period: Some(Found { value: month.parse().expect("a literal"), place: None }),
        ..draft("302504")
    }
}

/// June to August say everything; September is unsure of its leads.
fn workbook(desk: &mut Desk) -> Result<String, DeskError> {
    let choices = vec![Choice::Value(quantity("12")), Choice::Value(quantity("1200"))];
    let question = asks(leads(), Why::Separator, "1.200", choices);
    let file = put(desk, b"workbook", sheet("2026-06"));
    let rest = [sheet("2026-07"), sheet("2026-08"), Draft { questions: vec![question], ..sheet("2026-09") }];
    let held = desk.session.file_mut(&file)?;
    held.drafts.extend(rest.into_iter().map(|draft| Drafted::new(draft, 0)));
    let id = held.id;
    desk.keep_in_tray(&[id])?;
    Ok(file)
}

fn periods(desk: &Desk) -> Result<Vec<String>, DeskError> {
    let distributor = desk.distributor_called("Tropika Wellness")?;
    Ok(desk.store.reports(distributor)?.iter().map(|revision| revision.period.to_string()).collect())
}

/// What the list, the results and the record say.
#[track_caller]
fn check(desk: &Desk, note: &str, results: &str, record: &[&str]) -> Test {
    let view = desk.import_view(now())?;
    assert_eq!(view.files.first().map_or("", |file| &file.note), note);
    assert_eq!(view.batches[0].summary, results);
    assert_eq!(periods(desk)?, record);
    Ok(())
}

fn answer(desk: &mut Desk, file: &str) -> Result<ReviewView, DeskError> {
    let asked = desk.review(file, None, now())?.drafts.into_iter().flat_map(|draft| draft.questions).next();
    desk.answer(&asked.expect("a question").id, &Said::Choice("1200".into()), now())
}

const SURE: [&str; 3] = ["2026-06", "2026-07", "2026-08"];
const PARTLY: &str = "3 of 4 reports are stored, 1 question";

#[test]
fn the_sure_reports_are_stored_in_one_entry_and_the_others_wait() -> Test {
    let folder = tempfile::tempdir().expect("a folder");
    let mut desk = desk(folder.path())?;
    let file = workbook(&mut desk)?;
    let before = desk.review(&file, None, now())?;
    assert_eq!((before.can_confirm, before.file.sure, before.waits), (false, 3, 1));
    let after = desk.confirm_sure(&file, now())?;
    assert_eq!((after.file.state, after.file.sure, after.waits, after.open), (FileState::Asking, 0, 1, 1));
    assert_eq!(after.partly, "3 of 4 reports are stored");
    let outcomes: Vec<_> = after.drafts.iter().map(|draft| (draft.outcome.as_str(), draft.stored)).collect();
    assert_eq!(outcomes, [("Stored", true), ("Stored", true), ("Stored", true), ("New", false)]);
    check(&desk, PARTLY, "3 stored, 1 waiting", &SURE)?;
    assert_eq!(desk.journal(1, now())?[0].what, "Tropika Sept.csv: 3 reports");
    assert!(desk.confirm_sure(&file, now()).is_err(), "what is left asks a question");
    Ok(())
}

#[test]
fn what_waits_of_a_workbook_is_there_after_a_restart_and_ends_it() -> Test {
    let folder = tempfile::tempdir().expect("a folder");
    let mut first = desk(folder.path())?;
    let file = workbook(&mut first)?;
    first.confirm_sure(&file, now())?;
    drop(first);
    let mut again = reopen(folder.path())?;
    check(&again, PARTLY, "3 stored, 1 waiting", &SURE)?;
    let file = again.import_view(now())?.files[0].id.clone();
    assert!(answer(&mut again, &file)?.can_confirm);
    let done = again.confirm(&file, now())?;
    assert_eq!((done.file.state, done.partly.as_str()), (FileState::Stored, ""));
    check(&again, "Stored", "1 stored", &["2026-06", "2026-07", "2026-08", "2026-09"])?;
    let batch = again.batch(again.import_view(now())?.batches[0].number, now())?;
    assert_eq!(batch.lines[0].entries.len(), 2);
    again.undo_batch(batch.head.number, now())?;
    check(&again, "Taken back", "1 taken back", &[])?;
    drop(again);
    assert_eq!(reopen(folder.path())?.import_view(now())?.files, []);
    Ok(())
}

#[test]
fn taking_back_what_was_sure_takes_back_just_that() -> Test {
    let folder = tempfile::tempdir().expect("a folder");
    let mut desk = desk(folder.path())?;
    let file = workbook(&mut desk)?;
    let entry = desk.confirm_sure(&file, now())?.file.entry.expect("an entry");
    desk.undo(&entry, now())?;
    check(&desk, "1 question", "1 waiting", &[])?;
    assert_eq!(desk.review(&file, None, now())?.file.sure, 3, "they can be stored again");
    drop(desk);
    let mut desk = reopen(folder.path())?;
    check(&desk, "1 question", "1 waiting", &[])?;
    desk.redo(&entry, now())?;
    check(&desk, PARTLY, "3 stored, 1 waiting", &SURE)?;
    desk.undo(&entry, now())?;
    let file = desk.import_view(now())?.files[0].id.clone();
    answer(&mut desk, &file)?;
    desk.confirm(&file, now())?;
    check(&desk, "Stored", "1 stored", &["2026-06", "2026-07", "2026-08", "2026-09"])?;
    Ok(())
}

#[test]
fn the_first_part_is_taken_back_after_the_last_was_stored() -> Test {
    let folder = tempfile::tempdir().expect("a folder");
    let mut desk = desk(folder.path())?;
    let file = workbook(&mut desk)?;
    let entry = desk.confirm_sure(&file, now())?.file.entry.expect("an entry");
    answer(&mut desk, &file)?;
    desk.confirm(&file, now())?;
    desk.undo(&entry, now())?;
    let batch = desk.batch(desk.import_view(now())?.batches[0].number, now())?;
    assert_eq!((batch.lines[0].outcome.as_str(), batch.lines[0].entries.len()), ("1 stored, 3 taken back", 1));
    assert_eq!(periods(&desk)?, ["2026-09"]);
    Ok(())
}

#[test]
fn all_that_is_sure_is_stored_at_once() -> Test {
    let folder = tempfile::tempdir().expect("a folder");
    let mut desk = desk(folder.path())?;
    workbook(&mut desk)?;
    put(&mut desk, b"single", sheet("2026-05"));
    desk.confirm_all(now())?;
    let states: Vec<_> = desk.import_view(now())?.files.iter().map(|file| file.state).collect();
    assert_eq!(states, [FileState::Stored, FileState::Asking]);
    assert_eq!(periods(&desk)?, ["2026-05", "2026-06", "2026-07", "2026-08"]);
    Ok(())
}

#[test]
fn the_sheet_that_is_asked_about_is_shown() -> Test {
    let folder = tempfile::tempdir().expect("a folder");
    let mut desk = desk(folder.path())?;
    let file = workbook(&mut desk)?;
    let held = desk.session.file_mut(&file)?;
    for (at, drafted) in held.drafts.iter_mut().enumerate() {
        drafted.sheet = at;
        held.sheets.push(intake::child::SheetPreview {
            name: drafted.draft.sheet.clone(),
            hidden: false,
            rows: 9,
            columns: 4,
            first: Place { row: 0, column: 0 },
            cells: vec![],
            merged: vec![],
        });
    }
    let shown = |desk: &Desk, sheet| -> Result<Option<String>, DeskError> {
        let tabs = desk.review(&file, sheet, now())?.sheet.expect("a sheet").tabs;
        Ok(tabs.into_iter().find(|tab| tab.chosen).map(|tab| tab.name))
    };
    assert_eq!(shown(&desk, None)?.as_deref(), Some("2026-09"));
    assert_eq!(shown(&desk, Some(1))?.as_deref(), Some("2026-07"));
    answer(&mut desk, &file)?;
    assert_eq!(shown(&desk, None)?.as_deref(), Some("2026-06"));
    Ok(())
}

#[test]
fn sheets_of_one_workbook_may_differ() -> Test {
    let folder = tempfile::tempdir().expect("a folder");
    let mut desk = desk(folder.path())?;
    let file = workbook(&mut desk)?;
    let first = layout(&[("omzet", "B", "revenue"), ("unit", "C", "units_sold")]);
    let second = layout(&[("omzet", "B", "revenue"), ("unit", "C", "units_sold"), ("prospek", "D", "leads")]);
    for (drafted, layout) in desk.session.file_mut(&file)?.drafts.iter_mut().zip([&first, &first, &first, &second]) {
        drafted.draft.layout = layout.clone();
    }
    let after = desk.confirm_sure(&file, now())?;
    assert_eq!((after.waits, after.open), (1, 1), "no layout changed since it was settled a moment ago");
    assert!(answer(&mut desk, &file)?.can_confirm);
    Ok(())
}

#[test]
fn what_is_stored_is_not_asked_about_again() -> Test {
    let folder = tempfile::tempdir().expect("a folder");
    let mut desk = desk(folder.path())?;
    let file = workbook(&mut desk)?;
    answer(&mut desk, &file)?;
    let open = asks(leads(), Why::Approximate, "~3", vec![]);
    desk.session.file_mut(&file)?.drafts[0] = Drafted::new(Draft { questions: vec![open], ..sheet("2026-06") }, 0);
    let review = desk.confirm_sure(&file, now())?;
    let answered = &review.drafts[3].answered[0];
    assert!(desk.answer(&answered.id, &Said::Reopen, now()).is_err());
    Ok(())
}

#[test]
fn the_rest_of_a_workbook_is_put_aside_and_offered_when_it_comes_again() -> Test {
    let folder = tempfile::tempdir().expect("a folder");
    let mut desk = desk(folder.path())?;
    let file = workbook(&mut desk)?;
    desk.confirm_sure(&file, now())?;
    desk.skip(&file, now())?;
    check(&desk, "Skipped", "3 stored, 1 put aside", &SURE)?;
    drop(desk);
    let mut desk = reopen(folder.path())?;
    assert!(desk.store.is_partly_in(store::Sha256::of(b"workbook"))?, "the same bytes are no matter settled");
    let again = workbook(&mut desk)?;
    let id = desk.session.file(&again)?.id;
    desk.mark_stored(id)?;
    desk.keep_in_tray(&[id])?;
    check(&desk, PARTLY, "3 stored, 1 waiting", &SURE)?;
    Ok(())
}

#[test]
fn the_same_workbook_dropped_while_it_waits_keeps_what_is_stored() -> Test {
    let folder = tempfile::tempdir().expect("a folder");
    let mut desk = desk(folder.path())?;
    let file = workbook(&mut desk)?;
    desk.confirm_sure(&file, now())?;
    let again = workbook(&mut desk)?;
    let id = desk.session.file(&again)?.id;
    desk.replace_waiting(id)?;
    desk.keep_in_tray(&[id])?;
    assert!(desk.review(&file, None, now()).is_err());
    let summaries: Vec<_> = desk.import_view(now())?.batches.into_iter().map(|batch| batch.summary).collect();
    assert_eq!(summaries, ["3 stored, 1 waiting", "1 put aside"]);
    Ok(())
}

#[test]
fn a_part_that_was_stored_before_the_program_ended_does_not_wait_again() -> Test {
    let folder = tempfile::tempdir().expect("a folder");
    let mut desk = desk(folder.path())?;
    let file = workbook(&mut desk)?;
    let waiting = desk.store.waiting()?.remove(0);
    desk.confirm_sure(&file, now())?;
    // As if the program had ended between the record and the tray.
    let work = store::Work { bytes: &waiting.bytes, notes: &waiting.notes };
    desk.store.put_in_tray(waiting.batch, &[(waiting.file.clone(), Some(work))])?;
    desk.load_tray(now())?;
    assert_eq!(desk.import_view(now())?.files[0].note, PARTLY);
    assert_eq!(desk.review("f0", None, now())?.file.sure, 0);
    Ok(())
}
