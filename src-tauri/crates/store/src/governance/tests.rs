//! Bands, promotions, requests and ticks are kept, revised and undone.

use super::*;
use crate::case::{act, card, day, now, open, record};
use crate::{ActKind, EntryId};

type Test = Result<(), StoreError>;

fn share(text: &str) -> Quantity {
    text.parse().expect("a literal")
}

pub(crate) fn band(distributor: Option<DistributorId>) -> NewBand {
    let band = Band {
        approver: "Budi".to_owned(),
        maximum: share("0.1"),
        products: Products::of("Filter 20, Filter 30"),
        asking: Asking::No,
        supplier_funded: true,
        first: day("2026-01-01"),
        last: Some(day("2026-12-31")),
    };
    NewBand { distributor, band }
}

pub(super) fn promotion(distributor: DistributorId) -> NewPromotion {
    let promotion = Promotion {
        name: "Ramadan".to_owned(),
        kind: PromotionKind::Season,
        first: day("2026-09-10"),
        last: day("2026-09-20"),
        products: Products::of("Filter 20"),
        maximum: share("0.25"),
        planned: Outcome { units: Some(share("500")), revenue: Some(share("9000.5")) },
        run: None,
    };
    NewPromotion { distributor, promotion }
}

pub(super) fn ran() -> Run {
    let sold = Outcome { units: Some(share("410")), revenue: Some(share("8000")) };
    Run { first: day("2026-09-10"), last: day("2026-09-22"), sold, note: "Out of stock".to_owned() }
}

pub(super) fn request(distributor: DistributorId) -> NewRequest {
    let request = Request {
        products: Products::all(),
        share: share("0.2"),
        reason: "Competitor".to_owned(),
        by: "Budi".to_owned(),
        on: day("2026-09-01"),
        answer: None,
    };
    NewRequest { distributor, request }
}

pub(super) fn answer(until: Option<NaiveDate>) -> Answer {
    Answer { by: "Mei Lin".to_owned(), on: day("2026-09-02"), until, reason: "Once".to_owned() }
}

pub(super) fn tick(distributor: DistributorId, ticked: bool) -> Tick {
    let item = ChecklistItem::from_key("bands").expect("an item of the checklist");
    let Ok(playbook::period::Period::Month(month)) = "2026-09".parse() else { panic!("a month") };
    Tick { distributor, month, item, ticked, by: "Mei Lin".to_owned(), on: day("2026-10-02") }
}

fn start(folder: &tempfile::TempDir) -> Result<(Store, DistributorId), StoreError> {
    let mut store = open(folder)?;
    let (_, id) = record(&mut store, ActKind::Register, |w| w.add_distributor(&card("Selat")))?;
    Ok((store, id))
}

fn added<T>(
    store: &mut Store,
    write: impl FnOnce(&mut Writing<'_>) -> Result<T, StoreError>,
) -> Result<(EntryId, T), StoreError> {
    record(store, ActKind::Governance, write)
}

#[test]
fn a_band_keeps_its_id_through_revisions_and_undo_restores_each() -> Test {
    let folder = tempfile::tempdir().expect("a folder");
    let (mut store, of) = start(&folder)?;
    let first = band(Some(of));
    let (start, id) = added(&mut store, |w| w.put_band(None, &first))?;
    let (_, everyone) = added(&mut store, |w| w.put_band(None, &band(None)))?;
    let mut ended = first.clone();
    ended.band.last = Some(day("2026-06-30"));
    let (entry, _) = added(&mut store, |w| w.put_band(Some(id), &ended))?;
    assert_eq!(store.record(act(ActKind::Governance), |w| w.put_band(Some(id), &ended))?.entry, None);
    let all = |held: NewBand| vec![Held { id, held }, Held { id: everyone, held: band(None) }];
    assert_eq!(store.bands(Some(of))?, all(ended.clone()));
    store.undo(entry, now())?;
    assert_eq!(store.bands(Some(of))?, all(first));
    store.redo(entry, now())?;
    // A row that was never added has no revision either.
    store.undo(start, now())?;
    assert_eq!(store.bands(None)?, [Held { id: everyone, held: band(None) }]);
    let refused = store.record(act(ActKind::Governance), |w| w.put_band(Some(id), &ended));
    assert!(matches!(refused, Err(StoreError::Unknown("band"))));
    store.redo(start, now())?;
    assert_eq!(store.bands(Some(of))?, all(ended));
    Ok(())
}

#[test]
fn a_promotion_is_read_back_with_how_it_was_run() -> Test {
    let folder = tempfile::tempdir().expect("a folder");
    let (mut store, of) = start(&folder)?;
    let agreed = promotion(of);
    let (_, id) = added(&mut store, |w| w.put_promotion(None, &agreed))?;
    let (entry, ()) = added(&mut store, |w| w.run_promotion(id, &ran()))?;
    let mut run = agreed.clone();
    run.promotion.run = Some(ran());
    assert_eq!(store.promotions(Some(of))?, [Held { id, held: run.clone() }]);
    // Revising what was agreed keeps how it was run.
    run.promotion.name = "Lebaran".to_owned();
    added(&mut store, |w| w.put_promotion(Some(id), &run))?;
    assert_eq!(store.record(act(ActKind::Governance), |w| w.put_promotion(Some(id), &run))?.entry, None);
    assert_eq!(store.record(act(ActKind::Governance), |w| w.run_promotion(id, &ran()))?.entry, None);
    assert_eq!(store.promotions(None)?, [Held { id, held: run }]);
    store.undo(entry, now())?;
    assert_eq!(store.promotions(Some(of))?[0].held.promotion.run, None);
    Ok(())
}

#[test]
fn a_request_has_the_newest_answer() -> Test {
    let folder = tempfile::tempdir().expect("a folder");
    let (mut store, of) = start(&folder)?;
    let (_, id) = added(&mut store, |w| w.ask_discount(&request(of)))?;
    assert_eq!(store.requests(Some(of))?, [Held { id, held: request(of) }]);
    added(&mut store, |w| w.answer_request(id, &answer(None)))?;
    let (entry, ()) = added(&mut store, |w| w.answer_request(id, &answer(Some(day("2026-09-30")))))?;
    let until = |store: &Store| -> Result<_, StoreError> {
        Ok(store.requests(None)?.remove(0).held.request.answer.map(|answer| answer.until))
    };
    assert_eq!(until(&store)?, Some(Some(day("2026-09-30"))));
    store.undo(entry, now())?;
    assert_eq!(until(&store)?, Some(None));
    Ok(())
}

#[test]
fn a_tick_can_be_taken_away_and_undone() -> Test {
    let folder = tempfile::tempdir().expect("a folder");
    let (mut store, of) = start(&folder)?;
    let month = tick(of, true).month;
    let none = store.record(act(ActKind::Governance), |w| w.tick(&tick(of, false)))?;
    assert_eq!(none.entry, None);
    added(&mut store, |w| w.tick(&tick(of, true)))?;
    let (entry, ()) = added(&mut store, |w| w.tick(&tick(of, false)))?;
    assert_eq!(store.ticks(of, month)?, [tick(of, false)]);
    store.undo(entry, now())?;
    assert_eq!(store.ticks(of, month)?, [tick(of, true)]);
    assert_eq!(store.ticks(of, month.next())?, []);
    Ok(())
}
