//! What is closed is kept as it was, revision by revision.

use super::*;
use playbook::governance::{Answer, Asking, Band, Outcome, Products, Promotion, PromotionKind, Request, Run};

use crate::ActKind;
use crate::case::{card, day, now, open, record};

type Test = Result<(), StoreError>;

fn revisions(store: &Store) -> Result<Vec<u32>, StoreError> {
    Ok(store.closed(None, None)?.into_iter().map(|closed| closed.revision).collect())
}

#[test]
fn every_revision_keeps_its_own_views_and_bytes() -> Test {
    let folder = tempfile::tempdir().expect("a folder");
    let mut store = open(&folder)?;
    let (_, id) = record(&mut store, ActKind::Register, |w| w.add_distributor(&card("Selat Filters")))?;
    record(&mut store, ActKind::Close, |w| w.close_quarter(&case(id, 1, b"%PDF of R1")))?;
    let second = NewClosed { views: r#"{"score":"90.0"}"#, reason: "July", ..case(id, 2, b"%PDF of R2") };
    record(&mut store, ActKind::Close, |w| w.close_quarter(&second))?;
    let all = store.closed(Some(id), Some(second.quarter))?;
    let kept: Result<Vec<_>, StoreError> =
        all.iter().map(|closed| Ok((store.closed_views(closed)?, store.source_bytes(closed.pack)?))).collect();
    let expected = [(r#"{"score":"91.8"}"#, b"%PDF of R1".to_vec()), (r#"{"score":"90.0"}"#, b"%PDF of R2".to_vec())];
    assert_eq!(kept?, expected.map(|(views, pack)| (views.to_owned(), pack)));
    assert_eq!(store.check()?.damage, []);
    assert_eq!(store.closed(Some(id), Some(second.quarter.next()))?, []);
    Ok(())
}

#[test]
fn undo_reopens_and_the_number_is_not_given_again() -> Test {
    let folder = tempfile::tempdir().expect("a folder");
    let mut store = open(&folder)?;
    let (_, id) = record(&mut store, ActKind::Register, |w| w.add_distributor(&card("Selat Filters")))?;
    let (entry, ()) = record(&mut store, ActKind::Close, |w| w.close_quarter(&case(id, 1, b"%PDF")))?;
    store.undo(entry, now())?;
    assert_eq!((revisions(&store)?, store.next_closed(id, case(id, 1, b"").quarter)?), (vec![], 2));
    store.redo(entry, now())?;
    assert_eq!(revisions(&store)?, [1]);
    let twice = store.record(crate::case::act(ActKind::Close), |w| w.close_quarter(&case(id, 1, b"%PDF 2")));
    assert!(twice.is_err());
    Ok(())
}

/// A store with a quarter closed with Selat, and what was told since.
fn closed(folder: &tempfile::TempDir) -> Result<(Store, DistributorId, Closed), StoreError> {
    let mut store = open(folder)?;
    let (_, id) = record(&mut store, ActKind::Register, |w| w.add_distributor(&card("Selat Filters")))?;
    record(&mut store, ActKind::Close, |w| w.close_quarter(&case(id, 1, b"%PDF")))?;
    let closed = store.closed(Some(id), None)?.remove(0);
    Ok((store, id, closed))
}

fn told(store: &Store, closed: &Closed) -> Result<Vec<EntryId>, StoreError> {
    Ok(store.told_since(closed)?.into_iter().map(|entry| entry.id).collect())
}

#[test]
fn decisions_on_the_launch_and_up_to_the_quarter_are_told_and_later_ones_are_not() -> Test {
    use playbook::exclusivity::Stage;
    let folder = tempfile::tempdir().expect("a folder");
    let (mut store, id, closed) = closed(&folder)?;
    let mut expected = Vec::new();
    for (stage, matters) in
        [("launch", true), ("2025-Q4", true), ("2026-Q3", true), ("2026-Q4", false), ("2027-Q1", false)]
    {
        let mut on = crate::case::decision(id);
        on.made.stage = stage.parse::<Stage>().expect("a literal");
        let (entry, ()) = record(&mut store, ActKind::Decision, |w| w.decide(&on))?;
        expected.extend(matters.then_some(entry));
        assert_eq!(told(&store, &closed)?, expected, "{stage}");
    }
    Ok(())
}

#[test]
fn a_card_is_told_only_where_something_that_figures_hang_on_is_another() -> Test {
    let folder = tempfile::tempdir().expect("a folder");
    let (mut store, id, closed) = closed(&folder)?;
    let first = card("Selat Filters");
    let mut revise =
        |revised: &crate::Card| record(&mut store, ActKind::Register, |w| w.revise_distributor(id, revised));
    let moved = crate::Card { place: "Ipoh".to_owned(), contact: "Budi".to_owned(), ..first.clone() };
    revise(&moved)?;
    let (in_dollars, ()) = revise(&crate::Card { currency: "SGD".to_owned(), ..moved.clone() })?;
    assert_eq!(told(&store, &closed)?, [in_dollars], "not where it moved");
    let (back, ()) = record(&mut store, ActKind::Register, |w| w.revise_distributor(id, &moved))?;
    assert_eq!(told(&store, &closed)?, [], "as it was");
    store.undo(back, now())?;
    assert_eq!(told(&store, &closed)?, [in_dollars]);
    Ok(())
}

#[test]
fn pricing_and_promotions_are_told_where_they_touch_the_quarter() -> Test {
    use crate::{NewBand, NewPromotion};
    let folder = tempfile::tempdir().expect("a folder");
    let (mut store, id, closed) = closed(&folder)?;
    let (_, other) = record(&mut store, ActKind::Register, |w| w.add_distributor(&card("Lanna")))?;
    let mut expected = Vec::new();
    for (of, first, last, matters) in [
        (None, "2026-01-01", None, true),
        (Some(id), "2026-09-30", None, true),
        (Some(id), "2026-10-01", None, false),
        (Some(id), "2026-01-01", Some("2026-06-30"), false),
        (Some(other), "2026-01-01", None, false),
    ] {
        let band = Band {
            approver: "Budi".to_owned(),
            maximum: "0.1".parse().expect("a literal"),
            products: Products::all(),
            asking: Asking::No,
            supplier_funded: true,
            first: day(first),
            last: last.map(day),
        };
        let new = NewBand { distributor: of, band };
        let (entry, _) = record(&mut store, ActKind::Governance, |w| w.put_band(None, &new))?;
        expected.extend(matters.then_some(entry));
        assert_eq!(told(&store, &closed)?, expected, "a band of {first}");
    }
    let of = |distributor: DistributorId, first: &str, last: &str| {
        let promotion = Promotion {
            name: "Ramadan".to_owned(),
            kind: PromotionKind::Season,
            first: day(first),
            last: day(last),
            products: Products::all(),
            maximum: "0.25".parse().expect("a literal"),
            planned: Outcome { units: Some("500".parse().expect("a literal")), revenue: None },
            run: None,
        };
        NewPromotion { distributor, promotion }
    };
    for (whose, first, last, matters) in [
        (id, "2026-06-20", "2026-07-01", true),
        (id, "2026-10-01", "2026-10-20", false),
        (other, "2026-09-10", "2026-09-20", false),
    ] {
        let new = of(whose, first, last);
        let (entry, promotion) = record(&mut store, ActKind::Governance, |w| w.put_promotion(None, &new))?;
        let run = Run { first: day(first), last: day(last), sold: Outcome::default(), note: "Ran".to_owned() };
        let (result, ()) = record(&mut store, ActKind::Governance, |w| w.run_promotion(promotion, &run))?;
        expected.extend([entry, result].into_iter().filter(|_| matters));
        assert_eq!(told(&store, &closed)?, expected, "a promotion from {first}");
        // One that moves out of the quarter was in it.
        let later = of(whose, "2026-11-01", "2026-11-10");
        let (moved, _) = record(&mut store, ActKind::Governance, |w| w.put_promotion(Some(promotion), &later))?;
        expected.extend(matters.then_some(moved));
        assert_eq!(told(&store, &closed)?, expected, "a promotion that moves from {first}");
    }
    for (whose, on, matters) in [(id, "2026-03-01", true), (id, "2026-10-01", false), (other, "2026-09-01", false)] {
        let request = Request {
            products: Products::all(),
            share: "0.2".parse().expect("a literal"),
            reason: "Competitor".to_owned(),
            by: "Budi".to_owned(),
            on: day(on),
            answer: None,
        };
        let new = crate::NewRequest { distributor: whose, request };
        let (asked, request) = record(&mut store, ActKind::Governance, |w| w.ask_discount(&new))?;
        let answer = Answer { by: "Mei Lin".to_owned(), on: day("2026-10-05"), until: None, reason: String::new() };
        let (answered, ()) = record(&mut store, ActKind::Governance, |w| w.answer_request(request, &answer))?;
        expected.extend([asked, answered].into_iter().filter(|_| matters));
        assert_eq!(told(&store, &closed)?, expected, "a request of {on}");
    }
    Ok(())
}

#[test]
fn only_reports_and_reviews_of_its_own_are_taken_back_from_a_closed_quarter() -> Test {
    let folder = tempfile::tempdir().expect("a folder");
    let mut store = open(&folder)?;
    let (_, id) = record(&mut store, ActKind::Register, |w| w.add_distributor(&card("Selat Filters")))?;
    let (_, other) = record(&mut store, ActKind::Register, |w| w.add_distributor(&card("Lanna")))?;
    let mut imported = |of: DistributorId, file: &[u8]| {
        let import = |w: &mut Writing<'_>| {
            w.add_report(&mut Arrival::new(file, "October.xlsx", day("2026-11-03")), &crate::case::report(of, 100))
        };
        Ok::<_, StoreError>(record(&mut store, ActKind::Import, import)?.0)
    };
    let (own, of_another) = (imported(id, b"own")?, imported(other, b"other")?);
    let (agreed, _) = record(&mut store, ActKind::Target, |w| w.add_target(&crate::case::target(id, 5000)))?;
    let (reviewed, ()) = record(&mut store, ActKind::Review, |w| w.hold_review(&crate::case::review(id)))?;
    record(&mut store, ActKind::Close, |w| w.close_quarter(&case(id, 1, b"%PDF")))?;
    let closed = store.closed(Some(id), None)?.remove(0);
    for (entry, expected) in [(of_another, false), (agreed, false), (reviewed, true)] {
        store.undo(entry, now())?;
        assert_eq!(store.was_taken_back_since(&closed)?, expected);
    }
    record(&mut store, ActKind::Close, |w| w.close_quarter(&case(id, 2, b"%PDF 2")))?;
    let closed = store.closed(Some(id), None)?.remove(1);
    assert_eq!((store.was_taken_back_since(&closed)?, store.was_reviewed_since(&closed)?), (false, false));
    store.undo(own, now())?;
    assert!(store.was_taken_back_since(&closed)?);
    let held = crate::Review { period: closed.quarter.into(), ..crate::case::review(id) };
    record(&mut store, ActKind::Review, |w| w.hold_review(&held))?;
    assert!(store.was_reviewed_since(&closed)?);
    Ok(())
}

#[test]
fn what_is_agreed_after_a_close_or_taken_back_is_told_until_it_is_as_it_was() -> Test {
    let folder = tempfile::tempdir().expect("a folder");
    let mut store = open(&folder)?;
    let (_, id) = record(&mut store, ActKind::Register, |w| w.add_distributor(&card("Selat Filters")))?;
    let (_, other) = record(&mut store, ActKind::Register, |w| w.add_distributor(&card("Lanna")))?;
    let from = |day: &str| {
        let set = crate::case::target(id, 5000);
        let target = playbook::target::Target { valid_from: crate::case::day(day), ..set.target };
        crate::NewTarget { target, ..set }
    };
    let (before, _) = record(&mut store, ActKind::Target, |w| w.add_target(&from("2026-07-01")))?;
    record(&mut store, ActKind::Close, |w| w.close_quarter(&case(id, 1, b"%PDF")))?;
    let closed = store.closed(Some(id), None)?.remove(0);
    let told = |store: &Store| told(store, &closed);
    record(&mut store, ActKind::Target, |w| w.add_target(&from("2026-10-01")))?;
    record(&mut store, ActKind::Register, |w| {
        w.revise_distributor(other, &crate::Card { place: "Chiang Mai".to_owned(), ..card("Lanna") })
    })?;
    assert_eq!(told(&store)?, [], "a target of the next quarter, and a card of another distributor");
    let (amended, _) = record(&mut store, ActKind::Target, |w| w.add_target(&from("2026-08-01")))?;
    assert_eq!(told(&store)?, [amended]);
    store.undo(amended, now())?;
    assert_eq!(told(&store)?, []);
    store.undo(before, now())?;
    let [undo] = told(&store)?[..] else { panic!("one entry took the old target back") };
    assert_eq!(store.entry(undo)?.undoes, Some(before));
    store.redo(before, now())?;
    assert_eq!(told(&store)?, [], "it counts as it did");
    Ok(())
}
