//! What is settled about a layout answers the next file's questions; a layout that changed is asked about.

use intake::draft::{Layout, LayoutColumn};

use super::*;
use crate::view::{FileState, ReviewView};

/// `no`, `omzet` and `prospek`, with the column of each.
pub(super) fn layout(columns: &[(&str, &str, &str)]) -> Layout {
    let column = |(header, column, key): &(&str, &str, &str)| LayoutColumn {
        header: (*header).into(),
        column: (*column).into(),
        key: (!key.is_empty()).then(|| (*key).into()),
    };
    let columns: Vec<LayoutColumn> = columns.iter().map(column).collect();
    let fingerprint = columns.iter().map(|column| format!("{}{};", column.header, column.column)).collect();
    Layout { fingerprint, columns }
}

const USUAL: &[(&str, &str, &str)] = &[("no", "A", ""), ("omzet", "C", "revenue"), ("prospek", "D", "leads")];

/// A month's summary that does not say what it is, and whose leads could be thousands.
fn month(of: &str, leads_read: [&str; 2], at: Layout) -> Draft {
    let values = leads_read.map(|value| Choice::Value(quantity(value))).to_vec();
    Draft {
        kind: None,
        period: Some(Found { value: of.parse().expect("a literal"), place: None }),
        questions: vec![
            asks(About::Kind, Why::NotSaid, "", vec![Choice::Kind(Kind::Weekly), Choice::Kind(Kind::Monthly)]),
            asks(leads(), Why::Separator, leads_read[1], values),
        ],
        layout: at,
        ..draft("302504")
    }
}

fn september() -> Draft {
    month("2026-09", ["1200", "1.2"], layout(USUAL))
}

/// Takes a file in as reading it would: what was settled for its layout is recalled.
fn drop_in(desk: &mut Desk, bytes: &[u8], draft: Draft) -> Result<(String, ReviewView), DeskError> {
    let file = put(desk, bytes, draft);
    desk.recall(&file, now())?;
    let review = desk.review(&file, None, now())?;
    Ok((file, review))
}

/// Answers both questions of September, and confirms it.
fn settle_september(desk: &mut Desk) -> Test {
    let (file, open) = drop_in(desk, b"september", september())?;
    assert_eq!(open.open, 2);
    for key in ["monthly", "1200"] {
        let id = desk.review(&file, None, now())?.drafts[0].questions[0].id.clone();
        desk.answer(&id, &Said::Choice(key.into()), now())?;
    }
    assert_eq!(desk.confirm(&file, now())?.file.state, FileState::Stored);
    Ok(())
}

#[test]
fn the_next_months_file_asks_nothing_and_says_since_when() -> Test {
    let folder = tempfile::tempdir().expect("a folder");
    let mut desk = desk(folder.path())?;
    settle_september(&mut desk)?;
    let (file, review) = drop_in(&mut desk, b"october", month("2026-10", ["1450", "1.45"], layout(USUAL)))?;
    assert_eq!((review.open, review.can_confirm), (0, true));
    let answered: Vec<_> = review.drafts[0].answered.iter().map(|one| (one.says.as_str(), one.note.as_str())).collect();
    let note = "as you settled on 8 Oct";
    assert_eq!(answered, [("Kind of report: Monthly summary", note), ("Leads: 1,450", note)]);

    let leads = review.drafts[0].answered[1].id.clone();
    let reopened = desk.answer(&leads, &Said::Reopen, now())?;
    assert_eq!((reopened.open, reopened.drafts[0].questions[0].id.as_str()), (1, leads.as_str()));
    let other = desk.answer(&leads, &Said::Choice("1.45".into()), now())?;
    assert_eq!((other.open, other.drafts[0].answered[1].note.as_str()), (0, ""));
    desk.confirm(&file, now())?;
    // The newest answer of a layout is the one that holds.
    let (_, november) = drop_in(&mut desk, b"november", month("2026-08", ["1300", "1.3"], layout(USUAL)))?;
    assert_eq!(november.drafts[0].answered[1].says, "Leads: 1.3");
    Ok(())
}

#[test]
fn a_layout_that_changed_is_named_and_asked_about_and_nothing_of_it_is_applied() -> Test {
    let folder = tempfile::tempdir().expect("a folder");
    let mut desk = desk(folder.path())?;
    settle_september(&mut desk)?;
    let changed = layout(&[("no", "A", ""), ("target", "C", ""), ("omzet", "D", "revenue"), ("prospek", "E", "leads")]);
    let october = Draft { kind: Some(Kind::Monthly), ..month("2026-10", ["1450", "1.45"], changed) };
    let october = Draft { questions: october.questions[1..].to_vec(), ..october };
    let (file, review) = drop_in(&mut desk, b"october", october.clone())?;
    let asked: Vec<_> = review.drafts[0].questions.iter().map(|question| question.asks.as_str()).collect();
    assert_eq!(review.open, 2);
    assert!(
        asked[0].starts_with(
            "The layout has changed since you settled it on 8 Oct: a new “target” stands in C, before “omzet”, \
             column C moved to D (“omzet”), column D moved to E (“prospek”)."
        ),
        "{}",
        asked[0]
    );
    let (layout_id, leads_id) = (&review.drafts[0].questions[0].id, &review.drafts[0].questions[1].id);
    desk.answer(leads_id, &Said::Choice("1450".into()), now())?;
    assert!(desk.confirm(&file, now()).is_err(), "a changed layout is no layout that was settled");
    let accepted = desk.answer(layout_id, &Said::Choice("as-read".into()), now())?;
    assert!(accepted.can_confirm);
    desk.confirm(&file, now())?;
    let again = Draft { period: Some(Found { value: "2026-08".parse().expect("a literal"), place: None }), ..october };
    let (_, next) = drop_in(&mut desk, b"november", again)?;
    assert_eq!(next.open, 0, "the new layout is settled now");
    Ok(())
}

#[test]
fn a_layout_of_two_distributors_tells_neither() -> Test {
    let folder = tempfile::tempdir().expect("a folder");
    let mut desk = desk(folder.path())?;
    settle_september(&mut desk)?;
    let card = DistributorCard { id: String::new(), name: "Selat Filters".into(), ..card() };
    desk.save_distributor(&card, now())?;
    let (_, theirs) = drop_in(
        &mut desk,
        b"theirs",
        Draft { distributor: Some(Found { value: "Selat Filters".into(), place: None }), ..september() },
    )?;
    assert_eq!(theirs.open, 2, "what one distributor's file means says nothing about another's");
    let who = asks(About::Distributor, Why::NotSaid, "", vec![]);
    let unnamed = Draft { distributor: None, questions: vec![who], ..september() };
    let (_, unnamed) = drop_in(&mut desk, b"unnamed", unnamed)?;
    assert_eq!(unnamed.open, 1, "three headers are not enough to tell who it is");
    Ok(())
}

#[test]
fn a_profile_can_be_changed_trusted_and_forgotten() -> Test {
    let folder = tempfile::tempdir().expect("a folder");
    let mut desk = desk(folder.path())?;
    settle_september(&mut desk)?;
    let profile = desk.profiles(None, now())?.profiles.remove(0);
    assert_eq!(
        (profile.distributor.as_str(), profile.columns.as_str()),
        ("Tropika Wellness", "“omzet” in C, “prospek” in D")
    );
    let leads = profile.answers.iter().find(|answer| answer.about == "leads").expect("an answer");
    assert_eq!((leads.says.as_str(), leads.rule.as_str()), ("“1.2” holds thousands", "choice 1 of 2"));
    let offered: Vec<_> = leads.choices.iter().map(|choice| choice.label.as_str()).collect();
    assert_eq!(offered, ["“1.2” holds thousands", "“1.2” holds decimals", "left out"]);
    assert!(desk.settle_otherwise(&profile.id, "leads", "separator", "same IDR", now()).is_err());
    desk.settle_otherwise(&profile.id, "leads", "separator", "choice 2 of 2", now())?;
    let (_, october) = drop_in(&mut desk, b"october", month("2026-10", ["1450", "1.45"], layout(USUAL)))?;
    assert_eq!(october.drafts[0].answered[1].says, "Leads: 1.45");
    desk.settle_otherwise(&profile.id, "leads", "separator", "", now())?;
    let (_, asks_again) = drop_in(&mut desk, b"november", month("2026-11", ["1300", "1.3"], layout(USUAL)))?;
    assert_eq!(asks_again.open, 1);
    assert!(desk.trust_profile(&profile.id, true, now())?.profiles[0].trusted);
    assert_eq!(desk.forget_profile(&profile.id, now())?.profiles, []);
    let (_, forgotten) = drop_in(&mut desk, b"december", month("2026-12", ["1300", "1.3"], layout(USUAL)))?;
    assert_eq!(forgotten.open, 2);
    Ok(())
}

#[test]
fn undoing_the_import_forgets_what_it_taught() -> Test {
    let folder = tempfile::tempdir().expect("a folder");
    let mut desk = desk(folder.path())?;
    settle_september(&mut desk)?;
    let entry = desk.journal(1, now())?[0].id.clone();
    desk.undo(&entry, now())?;
    let (_, october) = drop_in(&mut desk, b"october", month("2026-10", ["1450", "1.45"], layout(USUAL)))?;
    assert_eq!(october.open, 2);
    Ok(())
}
