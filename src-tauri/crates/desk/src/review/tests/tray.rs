//! What waits is there again after a restart, with what was answered; what is settled waits no more.

use super::*;

fn asking(desk: &mut Desk, bytes: &[u8]) -> Result<String, DeskError> {
    let choices = vec![Choice::Value(quantity("12")), Choice::Value(quantity("1200"))];
    let question = asks(leads(), Why::Separator, "1.200", choices);
    let file = put(desk, bytes, Draft { questions: vec![question], ..draft("302504") });
    let id = desk.session.file(&file)?.id;
    desk.keep_in_tray(&[id])?;
    Ok(file)
}

fn question(desk: &Desk, file: &str) -> Result<String, DeskError> {
    Ok(desk.review(file, None, now())?.drafts[0].questions[0].id.clone())
}

#[test]
fn a_file_and_its_answers_wait_across_a_restart_and_count_only_when_confirmed() -> Test {
    let folder = tempfile::tempdir().expect("a folder");
    let mut first = desk(folder.path())?;
    let (answered, open) = (asking(&mut first, b"answered")?, asking(&mut first, b"open")?);
    let id = question(&first, &answered)?;
    first.answer(&id, &Said::Choice("1200".into()), now())?;
    first.set_received(&open, "2026-10-06", now())?;
    drop(first);

    let mut again = reopen(folder.path())?;
    let files = again.import_view(now())?.files;
    let states: Vec<_> = files.iter().map(|file| file.state).collect();
    assert_eq!(states, [FileState::Asking, FileState::Ready]);
    assert_eq!(again.review(&files[0].id, None, now())?.received_on, "2026-10-06");
    assert_eq!(again.journal(9, now())?.len(), 1, "nothing counts before it is confirmed");
    again.confirm_all(now())?;
    drop(again);

    let mut last = reopen(folder.path())?;
    let files = last.import_view(now())?.files;
    assert_eq!(files.len(), 1, "what is stored waits no more");
    last.skip(&files[0].id, now())?;
    drop(last);
    assert_eq!(reopen(folder.path())?.import_view(now())?.files, []);
    Ok(())
}

#[test]
fn what_was_stored_before_the_program_ended_does_not_wait_again() -> Test {
    let folder = tempfile::tempdir().expect("a folder");
    let mut desk = desk(folder.path())?;
    let file = asking(&mut desk, b"stored")?;
    let id = question(&desk, &file)?;
    desk.answer(&id, &Said::Choice("1200".into()), now())?;
    let waiting = desk.store.waiting()?.remove(0);
    desk.confirm(&file, now())?;
    // As if the program had ended between the record and the tray.
    let work = store::Work { bytes: &waiting.bytes, notes: &waiting.notes };
    desk.store.put_in_tray(waiting.batch, &[(waiting.file.clone(), Some(work))])?;
    desk.load_tray(now())?;
    assert_eq!(desk.import_view(now())?.files, []);
    assert_eq!(desk.batch(i32::try_from(waiting.batch).expect("small"), now())?.lines[0].key, "same");
    Ok(())
}

#[test]
fn the_preview_is_what_is_stored() -> Test {
    let folder = tempfile::tempdir().expect("a folder");
    let mut desk = desk(folder.path())?;
    let file = asking(&mut desk, b"preview")?;
    let id = question(&desk, &file)?;
    let shown = desk.answer(&id, &Said::Choice("1200".into()), now())?.drafts.remove(0);
    desk.confirm(&file, now())?;
    let distributor = desk.distributor_called("Tropika Wellness")?;
    let revision = desk.store.reports(distributor)?.remove(0);
    let stored = desk.store.report(revision.id)?;
    let exact = |value: &playbook::number::Quantity| crate::format::exact(*value);
    for value in &shown.values {
        let held = &stored.measures[&MeasureKey::new(&value.key)];
        let cell = held.cell.clone().unwrap_or_default();
        assert_eq!((value.value.text.clone(), value.place.clone()), (exact(&held.value), cell), "{}", value.key);
    }
    assert_eq!(shown.values.len(), stored.measures.len());
    assert_eq!((stored.about.period.to_string(), stored.about.kind), ("2026-09".into(), store::Kind::Monthly));
    Ok(())
}

#[test]
fn a_correction_shows_what_it_does_to_the_score() -> Test {
    let folder = tempfile::tempdir().expect("a folder");
    let mut desk = desk(folder.path())?;
    let id = desk.distributor_called("Tropika Wellness")?;
    let quarter = "2026-Q3".parse().expect("a literal");
    let target = crate::targets::new_target(id, "revenue", quarter, quantity("320000"), "MYR")?;
    desk.record(store::ActKind::Target, store::What::new("entry-targets").with("name", "Tropika"), now(), |writing| {
        Ok(writing.add_target(&target)?)
    })?;
    let first = put(&mut desk, b"first", draft("320904"));
    desk.confirm(&first, now())?;
    let second = put(&mut desk, b"second", draft("60000"));
    let effect = desk.review(&second, None, now())?.drafts.remove(0).effect;
    let (before, after) = effect.rsplit_once(", then ").unwrap_or_else(|| panic!("before and after: {effect:?}"));
    assert!(before.starts_with("Score of Q3 2026: "), "{effect}");
    let number = |text: &str| {
        text.rsplit(' ').next().and_then(|n| n.parse::<playbook::number::Quantity>().ok()).expect("a score")
    };
    assert!(number(after) < number(before), "{effect}");
    let same = put(&mut desk, b"third", draft("320904"));
    assert_eq!(desk.review(&same, None, now())?.drafts.remove(0).effect, "");
    Ok(())
}

#[test]
fn a_cell_that_is_pointed_at_is_the_answer_and_its_evidence() -> Test {
    use intake::grid::{Cell, Value};
    let folder = tempfile::tempdir().expect("a folder");
    let mut desk = desk(folder.path())?;
    let file = asking(&mut desk, b"pointed")?;
    let id = question(&desk, &file)?;
    let cell = |row, column, value| Cell { place: Place { row, column }, value, format: None };
    desk.session.file_mut(&file)?.sheets = vec![intake::child::SheetPreview {
        name: None,
        hidden: false,
        rows: 9,
        columns: 4,
        first: Place { row: 0, column: 0 },
        cells: vec![
            cell(3, 0, Value::Text("Prospek".into())),
            cell(3, 3, Value::Number("215".into())),
            cell(4, 3, Value::Text("1.402".into())),
        ],
        merged: vec![],
    }];
    let ambiguous = desk.answer(&id, &Said::Cell("D5".into(), 0), now());
    assert!(ambiguous.is_err_and(|error| error.message.contains("D5 holds no number")));
    assert!(desk.answer(&id, &Said::Cell("D4".into(), 1), now()).is_err(), "another sheet");
    let pointed = desk.answer(&id, &Said::Cell("D4".into(), 0), now())?;
    let leads = pointed.drafts[0].values.iter().find(|value| value.key == "leads").expect("leads");
    assert_eq!((leads.value.text.as_str(), leads.place.as_str(), pointed.open), ("215", "D4", 0));
    Ok(())
}
