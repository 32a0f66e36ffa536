//! The review from a file that was read to the record, without reading any.

mod batch;
mod memory;
mod sure;
mod tray;
mod watched;

use std::path::Path;

use intake::draft::{About, Choice, Draft, Found, Kind, Question, Stated, Why};
use intake::grid::Place;
use playbook::measure::MeasureKey;
use playbook::number::Quantity;

use super::{Drafted, Said, State};
use crate::view::{DistributorCard, FileState};
use crate::{Desk, DeskError, Now, Who};

type Test = Result<(), DeskError>;

fn now() -> Now {
    Now::at("2026-10-08T09:40:00+08:00".parse().expect("a literal"))
}

fn reopen(folder: &Path) -> Result<Desk, DeskError> {
    let who = Who { person: "Mei Lin".into(), device: "laptop".into() };
    Desk::open(folder, who, Path::new("no-program"), now())
}

fn card() -> DistributorCard {
    DistributorCard {
        id: String::new(),
        name: "Tropika Wellness".into(),
        aliases: vec![],
        country: "MY".into(),
        currency: "MYR".into(),
        locale: "en-MY".into(),
        place: String::new(),
        contact: String::new(),
        territory: String::new(),
        products: String::new(),
        start: String::new(),
    }
}

fn desk(folder: &Path) -> Result<Desk, DeskError> {
    let mut desk = reopen(folder)?;
    desk.save_distributor(&card(), now())?;
    Ok(desk)
}

fn quantity(text: &str) -> Quantity {
    text.parse().expect("a literal")
}

/// A September summary that states this revenue in C7.
fn draft(revenue: &str) -> Draft {
    let stated = Stated { value: quantity(revenue), place: Place { row: 6, column: 2 } };
    Draft {
        sheet: None,
        kind: Some(Kind::Monthly),
        distributor: Some(Found { value: "Tropika Wellness".into(), place: None }),
        period: Some(Found { value: "2026-09".parse().expect("a literal"), place: None }),
        currency: None,
        measures: [(MeasureKey::new("revenue"), stated)].into(),
        remarks: vec![],
        lines: None,
        questions: vec![],
        template: false,
        layout: intake::draft::Layout::default(),
    }
}

fn asks(about: About, why: Why, text: &str, choices: Vec<Choice>) -> Question {
    Question { about, why, text: text.into(), place: Some(Place { row: 7, column: 2 }), choices }
}

fn leads() -> About {
    About::Measure(MeasureKey::new("leads"))
}

/// Puts a file with a draft into the review, as if it had been read; gives its id.
fn put(desk: &mut Desk, bytes: &[u8], draft: Draft) -> String {
    let batch = desk.store.begin_batch(Desk::moment(now()), store::Origin::Drop, 0).expect("a batch");
    let id = desk.session.add("Tropika Sept.csv".into(), now().today, batch, 0);
    let file = desk.session.files.last_mut().expect("the file just added");
    file.bytes = bytes.to_vec();
    file.sha = Some(store::Sha256::of(bytes));
    file.drafts = vec![Drafted::new(draft, 0)];
    file.state = State::Open;
    format!("f{id}")
}

#[test]
fn a_question_keeps_a_file_out_until_it_is_answered() -> Test {
    let folder = tempfile::tempdir().expect("a folder");
    let mut desk = desk(folder.path())?;
    let choices = vec![Choice::Value(quantity("12")), Choice::Value(quantity("1200"))];
    let question = asks(leads(), Why::Separator, "1.200", choices);
    let file = put(&mut desk, b"first", Draft { questions: vec![question], ..draft("302504") });
    let open = desk.review(&file, None, now())?;
    assert_eq!((open.open, open.can_confirm, open.file.state), (1, false, FileState::Asking));
    assert_eq!(desk.confirm_all(now())?.files[0].state, FileState::Asking);
    assert!(desk.confirm(&file, now()).is_err_and(|error| error.message.contains("1 question is open")));

    let id = &open.drafts[0].questions[0].id;
    let answered = desk.answer(id, &Said::Choice("1200".into()), now())?;
    assert_eq!((answered.open, answered.can_confirm, answered.file.state), (0, true, FileState::Ready));
    let stored = desk.confirm(&file, now())?;
    assert_eq!(stored.file.state, FileState::Stored);
    let shown: Vec<_> =
        answered.drafts[0].values.iter().map(|value| (value.key.clone(), value.place.clone())).collect();
    assert_eq!(shown, [("revenue".to_owned(), "C7".to_owned()), ("leads".to_owned(), "C8".to_owned())]);

    desk.undo(&stored.file.entry.expect("an entry"), now())?;
    assert_eq!(desk.import_view(now())?.files[0].state, FileState::Undone);
    Ok(())
}

#[test]
fn an_answer_may_be_typed_or_left_out_but_not_guessed() -> Test {
    let folder = tempfile::tempdir().expect("a folder");
    let mut desk = desk(folder.path())?;
    let question = asks(leads(), Why::Approximate, "10 to 12?", vec![]);
    let file = put(&mut desk, b"first", Draft { questions: vec![question], ..draft("302504") });
    let id = desk.review(&file, None, now())?.drafts[0].questions[0].id.clone();
    assert!(desk.answer(&id, &Said::Text("about 11".into()), now()).is_err());
    let typed = desk.answer(&id, &Said::Text("11".into()), now())?;
    let leads = typed.drafts[0].values.iter().find(|value| value.key == "leads").expect("leads");
    // A typed value stands in no cell: the cell says something else.
    assert_eq!((leads.value.text.as_str(), typed.open), ("11", 0));
    let reopened = desk.answer(&id, &Said::Reopen, now())?;
    assert_eq!(reopened.open, 1);
    let left_out = desk.answer(&id, &Said::LeaveOut, now())?;
    assert!(left_out.can_confirm && left_out.drafts[0].values.iter().all(|value| value.key != "leads"));
    Ok(())
}

#[test]
fn a_correction_shows_what_it_replaces_before_it_does() -> Test {
    let folder = tempfile::tempdir().expect("a folder");
    let mut desk = desk(folder.path())?;
    let first = put(&mut desk, b"first", draft("320904"));
    desk.confirm(&first, now())?;
    let same = put(&mut desk, b"again", draft("320904"));
    assert_eq!(desk.review(&same, None, now())?.drafts[0].outcome, "Same as stored");
    assert_eq!(desk.confirm(&same, now())?.file.state, FileState::Same);
    let second = put(&mut desk, b"second", draft("302504"));
    let review = desk.review(&second, None, now())?;
    let value = &review.drafts[0].values[0];
    assert_eq!(review.drafts[0].outcome, "Corrects the one of 8 Oct (R2)");
    assert_eq!((value.value.text.as_str(), value.before.as_str()), ("302,504", "320,904 RM"));
    assert_eq!(desk.confirm(&second, now())?.file.state, FileState::Stored);
    Ok(())
}

#[test]
fn a_name_that_a_person_matched_is_known_the_next_time() -> Test {
    let folder = tempfile::tempdir().expect("a folder");
    let mut desk = desk(folder.path())?;
    let choices = vec![Choice::Distributor("Tropika Wellness".into())];
    let question = asks(About::Distributor, Why::Resembles, "Tropica Welness SB", choices);
    let file = put(&mut desk, b"first", Draft { distributor: None, questions: vec![question], ..draft("302504") });
    let id = desk.review(&file, None, now())?.drafts[0].questions[0].id.clone();
    desk.answer(&id, &Said::Choice("Tropika Wellness".into()), now())?;
    desk.confirm(&file, now())?;
    assert!(desk.distributor_called("tropica welness sb").is_ok());
    Ok(())
}

#[test]
fn a_file_that_is_put_aside_stores_nothing_and_is_not_confirmed_with_the_rest() -> Test {
    let folder = tempfile::tempdir().expect("a folder");
    let mut desk = desk(folder.path())?;
    let file = put(&mut desk, b"first", draft("302504"));
    desk.skip(&file, now())?;
    assert_eq!(desk.confirm_all(now())?.files[0].state, FileState::Skipped);
    assert_eq!(desk.journal(9, now())?.len(), 1);
    assert!(desk.set_received(&file, "2026-10-09", now()).is_err(), "a file can't come tomorrow");
    Ok(())
}
