//! Batches: what became of each file, one taken back, all taken back, and one that was stopped.

use std::sync::atomic::AtomicBool;

use super::*;
use crate::view::BatchView;

/// Three files of one batch: one that is new, one that asks, one that was refused.
fn three(desk: &mut Desk) -> Result<i32, DeskError> {
    let choices = vec![Choice::Value(quantity("12"))];
    let question = asks(leads(), Why::Separator, "1.200", choices);
    let drafts = [draft("302504"), Draft { questions: vec![question], ..draft("302504") }, draft("1")];
    let first = put(desk, b"0", drafts[0].clone());
    let batch = desk.session.file(&first)?.batch;
    for (position, draft) in (1..).zip(&drafts[1..]) {
        put(desk, position.to_string().as_bytes(), draft.clone());
        let file = desk.session.files.last_mut().expect("the file just put");
        (file.batch, file.position, file.name) = (batch, position, format!("=file {position}.csv"));
        if position == 2 {
            file.state = State::Unreadable(super::super::Unreadable::Refused(intake::draft::Refusal::Encrypted));
        }
    }
    let ids: Vec<u32> = desk.session.files.iter().map(|file| file.id).collect();
    desk.keep_in_tray(&ids)?;
    Ok(i32::try_from(batch).expect("small"))
}

fn keys(batch: &BatchView) -> Vec<&str> {
    batch.lines.iter().map(|line| line.key.as_str()).collect()
}

#[test]
fn the_results_say_what_became_of_each_file_and_why() -> Test {
    let folder = tempfile::tempdir().expect("a folder");
    let mut desk = desk(folder.path())?;
    let number = three(&mut desk)?;
    desk.confirm_all(now())?;
    let batch = desk.batch(number, now())?;
    assert_eq!(keys(&batch), ["stored", "waiting", "refused"]);
    assert_eq!(batch.head.summary, "1 stored, 1 waiting, 1 refused");
    assert_eq!(batch.lines[0].reports, "Tropika Wellness: Monthly summary, September 2026");
    assert_eq!(batch.lines[2].why, "Locked with a password. Ask for an open copy.");
    let out = folder.path().join("results.csv");
    desk.export_batch(number, &out, now())?;
    let text = std::fs::read_to_string(&out).expect("the results");
    assert!(text.contains("'=file 2.csv,Refused,Locked with a password."), "no text becomes a formula: {text}");
    let out = folder.path().join("results.xlsx");
    desk.export_batch(number, &out, now())?;
    assert!(std::fs::read(&out).expect("the results").starts_with(b"PK"));
    Ok(())
}

#[test]
fn a_batch_is_taken_back_as_one_and_the_record_is_as_before() -> Test {
    let folder = tempfile::tempdir().expect("a folder");
    let mut desk = desk(folder.path())?;
    let number = three(&mut desk)?;
    let waiting = desk.import_view(now())?.files[1].id.clone();
    let id = desk.review(&waiting, None, now())?.drafts[0].questions[0].id.clone();
    desk.answer(&id, &Said::Choice("12".into()), now())?;
    desk.confirm_all(now())?;
    assert_eq!(keys(&desk.batch(number, now())?), ["stored", "revised", "refused"]);
    let distributor = desk.distributor_called("Tropika Wellness")?;
    assert_eq!(desk.store.reports(distributor)?.len(), 2);
    desk.undo_batch(number, now())?;
    assert_eq!(keys(&desk.batch(number, now())?), ["undone", "undone", "refused"]);
    assert_eq!(desk.store.reports(distributor)?, []);
    Ok(())
}

#[test]
fn one_file_of_a_batch_is_taken_back_alone() -> Test {
    let folder = tempfile::tempdir().expect("a folder");
    let mut desk = desk(folder.path())?;
    let number = three(&mut desk)?;
    desk.confirm_all(now())?;
    let entry = desk.batch(number, now())?.lines[0].entries[0].clone();
    desk.undo(&entry, now())?;
    assert_eq!(keys(&desk.batch(number, now())?), ["undone", "waiting", "refused"]);
    Ok(())
}

#[test]
fn of_an_import_that_was_stopped_nothing_stays() -> Test {
    let folder = tempfile::tempdir().expect("a folder");
    let mut desk = desk(folder.path())?;
    let files: Vec<_> = (0..40).map(|number| folder.path().join(format!("{number}.csv"))).collect();
    for file in &files {
        std::fs::write(file, "a,b\n1,2\n").expect("a file");
    }
    let before = desk.journal(9, now())?;
    let job = desk.begin_import(&files, None, now())?;
    assert_eq!((job.len(), desk.import_view(now())?.reading), (40, 40));
    let read = job.run(&|_| {}, &AtomicBool::new(true));
    assert!(read.is_cancelled());
    assert_eq!(desk.finish_import(read, now())?, Some(0));
    let view = desk.import_view(now())?;
    assert_eq!((view.files, view.batches, desk.journal(9, now())?), (vec![], vec![], before));
    assert_eq!(desk.store.waiting()?, []);
    Ok(())
}

#[test]
fn what_was_confirmed_before_an_import_was_stopped_stays() -> Test {
    let folder = tempfile::tempdir().expect("a folder");
    let mut desk = desk(folder.path())?;
    let files: Vec<_> = (0..3).map(|number| folder.path().join(format!("{number}.csv"))).collect();
    for file in &files {
        std::fs::write(file, "a,b\n1,2\n").expect("a file");
    }
    let job = desk.begin_import(&files, None, now())?;
    let batch = desk.import_view(now())?.files[0].batch;
    // The first file was read and confirmed while the others were still being read.
    let first = desk.session.files.first_mut().expect("the first of three");
    (first.bytes, first.sha) = (b"0".to_vec(), Some(store::Sha256::of(b"0")));
    (first.drafts, first.state) = (vec![Drafted::new(draft("302504"), 0)], State::Open);
    let first = first.key();
    desk.confirm(&first, now())?;
    let read = job.run(&|_| {}, &AtomicBool::new(true));
    assert_eq!(desk.finish_import(read, now())?, Some(1));
    let files = desk.import_view(now())?.files;
    assert_eq!(files.iter().map(|file| file.state).collect::<Vec<_>>(), [FileState::Stored]);
    assert_eq!(keys(&desk.batch(batch, now())?), ["stored"]);
    Ok(())
}

#[test]
fn progress_is_told_when_a_file_begins_and_when_it_ends() -> Test {
    let folder = tempfile::tempdir().expect("a folder");
    let mut desk = desk(folder.path())?;
    let (told, only) = (std::sync::Mutex::new(Vec::new()), folder.path().join("only.csv"));
    std::fs::write(&only, "a,b\n1,2\n").expect("a file");
    let job = desk.begin_import(&[only], None, now())?;
    let tell = |now: crate::view::ImportProgress| {
        if let Ok(mut told) = told.lock() {
            told.push((now.done, now.total, now.name));
        }
    };
    let _read = job.run(&tell, &AtomicBool::new(true));
    let name = || "only.csv".to_owned();
    assert_eq!(told.into_inner().expect("nobody panicked"), [(0, 1, name()), (1, 1, name())]);
    Ok(())
}

#[cfg(unix)]
#[test]
fn a_link_in_a_drop_is_refused_in_a_sentence() -> Test {
    let folder = tempfile::tempdir().expect("a folder");
    let mut desk = desk(folder.path())?;
    let link = folder.path().join("October.xlsx");
    std::os::unix::fs::symlink("/etc/hosts", &link).expect("a link");
    let batch = desk.import_paths(&[link], None, now(), &|_| {}, &AtomicBool::new(false))?;
    let file = desk.import_view(now())?.files.remove(0);
    assert_eq!(
        (file.state, file.note.as_str()),
        (FileState::Refused, "A link to another place. Drop the file itself.")
    );
    assert_eq!(desk.batch(batch, now())?.head.summary, "1 refused");
    Ok(())
}

#[test]
fn the_same_file_again_is_read_anew_and_keeps_its_answers() -> Test {
    let folder = tempfile::tempdir().expect("a folder");
    let mut desk = desk(folder.path())?;
    let number = three(&mut desk)?;
    let waiting = desk.import_view(now())?.files[1].id.clone();
    let id = desk.review(&waiting, None, now())?.drafts[0].questions[0].id.clone();
    desk.answer(&id, &Said::Choice("12".into()), now())?;
    let draft = desk.session.file(&waiting)?.drafts[0].draft.clone();
    let again = put(&mut desk, b"1", draft);
    let again_id = desk.session.file(&again)?.id;
    desk.replace_waiting(again_id)?;
    assert!(desk.review(&again, None, now())?.can_confirm);
    assert!(desk.review(&waiting, None, now()).is_err());
    assert_eq!(desk.batch(number, now())?.lines[1].key, "aside");
    Ok(())
}
