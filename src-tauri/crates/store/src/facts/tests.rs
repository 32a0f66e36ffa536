//! What is on file, within reach and after corrections.

use super::*;
use crate::case::{act, agree, card, day, open, report};
use crate::{ActKind, Arrival, NewReport};

/// A store with a report of September and of October, and of the week that holds 1 October.
fn with_reports(folder: &tempfile::TempDir) -> Result<(Store, DistributorId), StoreError> {
    let mut store = open(folder)?;
    let id = store.record(act(ActKind::Register), |w| w.add_distributor(&card("Selat")))?.value;
    for (kind, period) in [(Kind::Monthly, "2026-09"), (Kind::Monthly, "2026-10"), (Kind::Weekly, "2026-W40")] {
        let new = NewReport { kind, period: period.parse().expect("a literal"), ..report(id, 100) };
        let mut file = Arrival::new(period.as_bytes(), "file.xlsx", day("2026-11-03"));
        store.record(act(ActKind::Import), |w| w.add_report(&mut file, &new))?;
    }
    Ok((store, id))
}

#[test]
fn facts_within_reach_are_of_these_periods_and_measures() -> Result<(), StoreError> {
    let folder = tempfile::tempdir().expect("a folder");
    let (store, id) = with_reports(&folder)?;
    for (week, month, measure, from, expected) in [
        ("2026-W40", "2026-09", "revenue", "2026-09-30", vec!["2026-W40: 1", "2026-09: 1", "2026-10: 1"]),
        ("2026-W40", "2026-09", "revenue", "2026-10-04", vec!["2026-W40: 1", "2026-09: 0", "2026-10: 1"]),
        ("2026-W40", "2026-09", "revenue", "2026-10-05", vec!["2026-W40: 0", "2026-09: 0", "2026-10: 1"]),
        ("2026-W41", "2026-10", "revenue", "2026-01-01", vec!["2026-10: 1"]),
        ("2026-W41", "2026-11", "revenue", "2026-01-01", vec![]),
        ("2026-W40", "2026-09", "leads", "2026-01-01", vec!["2026-W40: 0", "2026-09: 0", "2026-10: 0"]),
    ] {
        let reach = Reach {
            weeks_from: Some(week.parse().expect("a literal")),
            months_from: Some(month.parse().expect("a literal")),
            measures: Some(Wanted::from([(MeasureKey::new(measure), day(from))])),
        };
        let filed = store.facts_within(&reach)?.remove(&id).unwrap_or_default();
        let found: Vec<_> =
            filed.reports.iter().map(|report| format!("{}: {}", report.period, report.measures.len())).collect();
        assert_eq!(found, expected, "{week} {month} {measure} {from}");
        let periods = |filed: &Filed| filed.reports.iter().map(|report| report.period).collect::<Vec<_>>();
        assert_eq!(periods(&store.facts_of(id, &reach)?), periods(&filed), "of it alone");
    }
    Ok(())
}

#[test]
fn all_that_is_on_file_covers_any_reach_and_not_the_other_way() {
    let all = Reach::default();
    let some = Reach { weeks_from: "2026-W40".parse().ok(), ..Reach::default() };
    let of = |from: &[(&str, &str)]| Reach {
        measures: Some(from.iter().map(|(key, from)| (MeasureKey::new(key), day(from))).collect()),
        ..some.clone()
    };
    let two = of(&[("leads", "2026-01-01"), ("revenue", "2025-01-01")]);
    let (fewer, later) = (of(&[("leads", "2026-01-01")]), of(&[("leads", "2026-01-01"), ("revenue", "2026-01-01")]));
    for (wide, narrow) in [(&all, &some), (&some, &two), (&two, &fewer), (&two, &later), (&all, &fewer)] {
        assert!(wide.covers(wide) && wide.covers(narrow) && !narrow.covers(wide), "{wide:?} {narrow:?}");
    }
}

#[test]
fn the_currency_of_each_amount_is_known() -> Result<(), StoreError> {
    let folder = tempfile::tempdir().expect("a folder");
    let (mut store, id) = with_reports(&folder)?;
    let new = NewReport { currency: Some("USD".to_owned()), ..report(id, 70) };
    let mut file = Arrival::new(b"dollars", "dollars.xlsx", day("2026-11-04"));
    let added = store.record(act(ActKind::Import), |w| w.add_report(&mut file, &new))?.value.report();
    for filed in [store.facts(id)?, store.all_facts()?.remove(&id).unwrap_or_default()] {
        let dollars: Vec<_> = filed.currencies.iter().filter(|(_, code)| code == "USD").collect();
        assert_eq!((filed.currencies.len(), dollars), (4, vec![&(added.into(), "USD".to_owned())]));
    }
    Ok(())
}

#[test]
fn the_first_reported_day_is_the_first_of_any_period() -> Result<(), StoreError> {
    let folder = tempfile::tempdir().expect("a folder");
    assert_eq!(open(&folder)?.first_reported_day(None)?, None);
    let (store, id) = with_reports(&folder)?;
    assert_eq!(store.first_reported_day(None)?, Some(day("2026-09-01")));
    assert_eq!(store.first_reported_day(Some(id))?, Some(day("2026-09-01")));
    assert_eq!(store.first_reported_day(Some(DistributorId::from_u128(7)))?, None);
    Ok(())
}

#[test]
fn a_list_of_sales_counts_by_its_newest_revision_that_is_not_undone() -> Result<(), StoreError> {
    let folder = tempfile::tempdir().expect("a folder");
    let (mut store, id) = with_reports(&folder)?;
    let amounts = |store: &Store| -> Result<Vec<_>, StoreError> {
        Ok(store.facts(id)?.sales.into_iter().map(|sales| sales.amount).collect())
    };
    let mut entry = None;
    for amount in [100, 120] {
        let amount = Some(playbook::number::Quantity::whole(amount));
        let lines = crate::Lines {
            count: 3,
            quantity: None,
            amount,
            first: None,
            last: None,
            discounts: 0,
            discounted: Vec::new(),
        };
        let new = NewReport { kind: Kind::Lines, measures: BTreeMap::new(), lines: Some(lines), ..report(id, 0) };
        let bytes = format!("{amount:?}");
        let mut file = Arrival::new(bytes.as_bytes(), "sales.xlsx", day("2026-11-04"));
        entry = store.record(act(ActKind::Import), |w| w.add_report(&mut file, &new))?.entry;
        assert_eq!(amounts(&store)?, [amount]);
    }
    store.undo(entry.expect("an entry"), crate::case::now())?;
    assert_eq!(amounts(&store)?, [Some(playbook::number::Quantity::whole(100))]);
    assert_eq!(store.all_facts()?.remove(&id), Some(store.facts(id)?));
    Ok(())
}

#[test]
fn reviews_and_targets_are_facts_too() -> Result<(), StoreError> {
    let folder = tempfile::tempdir().expect("a folder");
    let (mut store, id) = with_reports(&folder)?;
    agree(&mut store, id)?;
    let filed = store.facts(id)?;
    assert_eq!((filed.reviews[0].held, filed.targets[0].valid_from), (day("2026-11-06"), day("2026-10-01")));
    assert_eq!(store.all_facts()?.remove(&id), Some(filed));
    Ok(())
}

/// The plan of a query that is asked with so many parameters.
fn plan(store: &Store, sql: &str) -> Result<Vec<String>, StoreError> {
    let mut query = store.db.prepare(&format!("EXPLAIN QUERY PLAN {sql}"))?;
    let steps =
        query.query_map(rusqlite::params_from_iter(vec!["x"; query.parameter_count()]), |row| row.get("detail"))?;
    Ok(steps.collect::<Result<_, _>>()?)
}

#[test]
fn of_one_distributor_nothing_is_read_of_the_others() -> Result<(), StoreError> {
    let folder = tempfile::tempdir().expect("a folder");
    let store = open(&folder)?;
    for sql in [REPORTS_OF, SALES, REVIEWS, crate::target::TARGETS] {
        let plan = plan(&store, &sql.replace("{of}", "= ?1"))?;
        assert!(plan.iter().any(|step| step.starts_with("SEARCH") && step.contains("(distributor=?")), "{plan:#?}");
        let scans =
            |step: &String| ["report", "target", "review"].iter().any(|of| step.starts_with(&format!("SCAN {of}")));
        assert!(!plan.iter().any(scans), "{plan:#?}");
    }
    Ok(())
}
