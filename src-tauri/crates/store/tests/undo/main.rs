//! Any sequence of acts, undos and redos shows exactly what a model of the journal shows: undo restores every view.
#![expect(clippy::unwrap_used, reason = "a test may stop at the first surprise")]

mod model;

use std::collections::{BTreeMap, BTreeSet};

use playbook::kpi::ReviewKind;
use playbook::measure::MeasureKey;
use playbook::phasing::Phasing;
use playbook::target::{Goal, Per, Target, TargetOf};
use proptest::prelude::*;
use store::{
    Act, ActKind, Added, Arrival, Author, Card, DistributorId, EntryId, Kind, Moment, NewReport, NewTarget, Review,
    Scope, Standing, Stated, Status, Store, StoreError, What, folded,
};

use crate::model::{Done, Model, Step, Views, bytes, name, step};

fn now() -> Moment {
    "2026-03-02T08:00:00Z".parse().unwrap()
}

fn card(name: String, aliases: Vec<String>) -> Card {
    let text = String::new;
    Card {
        name,
        aliases,
        country: "ID".to_owned(),
        currency: "IDR".to_owned(),
        locale: text(),
        place: text(),
        contact: text(),
        territory: text(),
        product_line: text(),
        start: None,
        reporting_from: None,
        scope: Scope::Commercial,
        status: Status::Active,
    }
}

fn report(distributor: DistributorId, month: u8, revenue: u8) -> NewReport {
    let stated = Stated { value: u32::from(revenue).into(), cell: Some("B2".to_owned()) };
    NewReport {
        distributor,
        kind: Kind::Monthly,
        period: format!("2026-{month:02}").parse().unwrap(),
        last_month: None,
        sheet: None,
        currency: None,
        received: now().day(),
        measures: BTreeMap::from([(MeasureKey::new("revenue"), stated)]),
        remarks: Vec::new(),
        lines: None,
        answers: Vec::new(),
    }
}

fn seen(store: &Store) -> Result<Views, StoreError> {
    let mut views = Views { setting: store.setting("paper")?, ..Views::default() };
    for found in store.distributors()? {
        let id = found.id;
        views.names.insert(id, (found.card.name, found.card.aliases.into_iter().collect()));
        for revision in store.reports(id)? {
            let revenue = store.report(revision.id)?.measures[&MeasureKey::new("revenue")].value;
            views.reports.insert((id, revision.period.to_string(), revision.revision), revenue);
        }
        for held in store.targets(Some(id))? {
            let Goal::Value(value) = held.set.target.goal else { panic!("{held:?}") };
            views.targets.insert(id, value);
        }
        for review in store.reviews(Some(id))? {
            views.reviews.insert(id, review.held_on.to_string());
        }
    }
    Ok(views)
}

/// The facts of one distributor and the one pass over all agree with the reports listed.
fn facts_agree(store: &Store, views: &Views) -> Result<(), StoreError> {
    let all = store.all_facts()?;
    let mut reports = BTreeMap::new();
    for (id, filed) in &all {
        assert_eq!(&store.facts(*id)?, filed);
        for report in &filed.reports {
            let key = (*id, report.period.to_string(), report.revision);
            reports.insert(key, report.measures.get(&MeasureKey::new("revenue")).unwrap());
        }
    }
    assert_eq!(reports, views.reports);
    Ok(())
}

/// Takes a step in the store and in the model.
fn take(store: &mut Store, model: &mut Model, step: &Step) -> Result<(), StoreError> {
    match step {
        Step::Undo(at) | Step::Redo(at) => switch(store, model, *at, matches!(step, Step::Undo(_))),
        Step::Register { name: n } => {
            let mut after = views_names(model);
            let free = after.insert(folded(&name(*n)));
            let added = record(store, |w| w.add_distributor(&card(name(*n), Vec::new())));
            assert_eq!(added.is_ok(), free, "{added:?}");
            if let Ok((entry, id)) = added {
                model.registered.push(id);
                let about = Some(model.registered.len() - 1);
                note(model, entry.unwrap(), step, about, 0);
            }
            Ok(())
        }
        Step::Set { value } => {
            let same = model.views().setting == Some(value.to_string());
            let (entry, ()) = record(store, |w| w.set("paper", &value.to_string()))?;
            assert_eq!(entry.is_none(), same);
            entry.into_iter().for_each(|entry| note(model, entry, step, None, 0));
            Ok(())
        }
        Step::Rename { distributor, .. }
        | Step::Alias { distributor, .. }
        | Step::Forget { distributor, .. }
        | Step::Import { distributor, .. }
        | Step::Target { distributor, .. }
        | Step::Review { distributor, .. } => {
            let Some(at) = distributor.checked_rem(model.registered.len()) else {
                return Ok(());
            };
            about(store, model, step, (at, model.registered[at]))
        }
    }
}

fn views_names(model: &Model) -> BTreeSet<String> {
    let names = model.views().names.into_values();
    names.flat_map(|(name, aliases)| aliases.into_iter().chain([name])).map(|name| folded(&name)).collect()
}

fn note(model: &mut Model, entry: EntryId, step: &Step, about: Option<usize>, revision: u32) {
    model.entries.push((entry, model.acts.len()));
    model.acts.push(Done { entry, step: step.clone(), about, revision, counts: true });
}

/// A step about a distributor that was once registered.
fn about(
    store: &mut Store,
    model: &mut Model,
    step: &Step,
    (at, id): (usize, DistributorId),
) -> Result<(), StoreError> {
    let views = model.views();
    let Some((held, aliases)) = views.names.get(&id).cloned() else {
        let refused = write(store, step, id, &BTreeSet::new());
        assert!(matches!(refused, Err(StoreError::Unknown(_))), "{refused:?}");
        return Ok(());
    };
    // Whether the step adds something, and whether another distributor's name stands in its way.
    let taken = |n: u8| {
        let mine = held == name(n) || aliases.contains(&name(n));
        !mine && views_names(model).contains(&folded(&name(n)))
    };
    let revision = match step {
        Step::Import { month, .. } => model.next_revision(at, *month),
        _ => 0,
    };
    let (adds, refused) = match step {
        Step::Rename { name: n, .. } => (held != name(*n), taken(*n)),
        Step::Alias { name: n, .. } => (held != name(*n) && !aliases.contains(&name(*n)), taken(*n)),
        Step::Forget { .. } => (!aliases.is_empty(), false),
        Step::Import { month, file, revenue, .. } => {
            let live = model.revisions(at, *month);
            let current = live.last().is_some_and(|(_, held)| held == revenue);
            (!current && !live.contains(&(*file, *revenue)), false)
        }
        Step::Target { value, .. } => (views.targets.get(&id) != Some(&u32::from(*value).into()), false),
        Step::Review { day, .. } => (views.reviews.get(&id) != Some(&format!("2026-02-{day:02}")), false),
        _ => (false, false),
    };
    match write(store, step, id, &aliases) {
        Err(StoreError::NameTaken { .. }) => assert!(refused, "{step:?}"),
        Err(error) => return Err(error),
        Ok(entry) => {
            assert_eq!((entry.is_some(), refused), (adds, false), "{step:?}");
            let done = match step {
                Step::Forget { distributor, .. } => Step::Forget { distributor: *distributor, dropped: aliases },
                other => other.clone(),
            };
            entry.into_iter().for_each(|entry| note(model, entry, &done, Some(at), revision));
        }
    }
    Ok(())
}

fn write(
    store: &mut Store,
    step: &Step,
    distributor: DistributorId,
    aliases: &BTreeSet<String>,
) -> Result<Option<EntryId>, StoreError> {
    let recorded = match step {
        Step::Forget { .. } => {
            let Some(held) = store.distributor(distributor)? else {
                return Err(StoreError::Unknown("distributor"));
            };
            record(store, |w| w.revise_distributor(distributor, &card(held.card.name, Vec::new())))?
        }
        Step::Rename { name: n, .. } => {
            let revised = card(name(*n), aliases.iter().cloned().collect());
            record(store, |w| w.revise_distributor(distributor, &revised))?
        }
        Step::Alias { name: n, .. } => record(store, |w| w.add_alias(distributor, &name(*n)))?,
        Step::Import { month, file, revenue, .. } => {
            let content = bytes(*file);
            let (entry, added) = record(store, |w| {
                w.add_report(
                    &mut Arrival::new(&content, "file.xlsx", now().day()),
                    &report(distributor, *month, *revenue),
                )
            })?;
            assert_eq!(matches!(added, Added::Unchanged(_)), entry.is_none());
            (entry, ())
        }
        Step::Target { value, .. } => {
            let target = Target {
                of: TargetOf::Measure(MeasureKey::new("revenue")),
                goal: Goal::Value(u32::from(*value).into()),
                phasing: Phasing::Even,
                per: Per::Quarter,
                valid_from: now().day(),
                agreed: true,
            };
            let new = NewTarget { distributor, grant: None, target, currency: None, reason: String::new() };
            let (entry, _) = record(store, |w| w.add_target(&new))?;
            (entry, ())
        }
        Step::Review { day, .. } => {
            let review = Review {
                distributor,
                kind: ReviewKind::Monthly,
                period: "2026-01".parse().unwrap(),
                held_on: format!("2026-02-{day:02}").parse().unwrap(),
                notes: String::new(),
                decisions: Vec::new(),
            };
            record(store, |w| w.hold_review(&review))?
        }
        _ => (None, ()),
    };
    Ok(recorded.0)
}

fn record<T>(
    store: &mut Store,
    write: impl FnOnce(&mut store::Writing<'_>) -> Result<T, StoreError>,
) -> Result<(Option<EntryId>, T), StoreError> {
    let act = Act { kind: ActKind::Import, what: What::new("journal-test"), at: now() };
    let recorded = store.record(act, write)?;
    Ok((recorded.entry, recorded.value))
}

/// An undo or redo of the entry at an index, in the store and in the model.
fn switch(store: &mut Store, model: &mut Model, at: usize, undo: bool) -> Result<(), StoreError> {
    let Some((entry, act)) = at.checked_rem(model.entries.len()).map(|at| model.entries[at]) else {
        return Ok(());
    };
    let newest = model.entries.iter().rfind(|(_, of)| *of == act).map(|(entry, _)| *entry);
    let is_act = model.acts[act].entry == entry;
    let counts = model.acts[act].counts;
    // An act can be undone while it counts; an undo or redo while it is the newest of its act.
    let open = if undo { if is_act { counts } else { newest == Some(entry) } } else { !counts };
    let switched = if undo { store.undo(entry, now()) } else { store.redo(entry, now()) };
    assert_eq!(switched.is_ok(), open && model.may_switch(act), "{switched:?}");
    if let Ok(link) = switched {
        model.acts[act].counts = !counts;
        model.entries.push((link, act));
    }
    Ok(())
}

/// What the journal says of each act agrees with the model.
fn standings_agree(store: &Store, model: &Model) -> Result<(), StoreError> {
    for done in &model.acts {
        let standing = store.entry(done.entry)?.standing;
        assert_eq!(standing != Standing::Undone, done.counts, "{done:?}");
    }
    assert_eq!(store.journal(1000)?.len(), model.entries.len());
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 32, ..ProptestConfig::default() })]

    #[test]
    fn every_view_is_the_models_after_every_step(steps in prop::collection::vec(step(), 1..80)) {
        let folder = tempfile::tempdir().unwrap();
        let author = Author { who: "Mei Lin".to_owned(), device: "laptop".to_owned() };
        let mut store = Store::open(folder.path(), now(), author.clone()).unwrap();
        let mut model = Model::default();
        for step in &steps {
            take(&mut store, &mut model, step).unwrap();
            prop_assert_eq!(seen(&store).unwrap(), model.views(), "after {:?}", step);
        }
        standings_agree(&store, &model).unwrap();
        facts_agree(&store, &model.views()).unwrap();
        drop(store);
        let reopened = Store::open(folder.path(), now(), author).unwrap();
        prop_assert_eq!(seen(&reopened).unwrap(), model.views());
        prop_assert_eq!(reopened.check().unwrap().damage, Vec::new());
    }
}
