//! Any sequence of acts, undos and redos shows exactly what a model of the journal shows: undo restores every view.
#![expect(clippy::unwrap_used, reason = "a test may stop at the first surprise")]

use std::collections::{BTreeMap, BTreeSet};

use playbook::kpi::ReviewKind;
use playbook::measure::MeasureKey;
use playbook::number::Quantity;
use playbook::target::{Goal, Per, Target, TargetOf};
use proptest::prelude::*;
use store::{
    Act, ActKind, Added, Arrival, Author, Card, DistributorId, EntryId, Kind, Moment, NewReport, NewTarget, Review,
    Scope, Standing, Stated, Status, Store, StoreError, What, folded,
};

/// A step: a use case, or an undo or redo of the entry at an index.
#[derive(Debug, Clone)]
enum Step {
    Register {
        name: u8,
    },
    Rename {
        distributor: usize,
        name: u8,
    },
    Alias {
        distributor: usize,
        name: u8,
    },
    /// No alias any more; `dropped` are those it had.
    Forget {
        distributor: usize,
        dropped: BTreeSet<String>,
    },
    Import {
        distributor: usize,
        month: u8,
        file: u8,
        revenue: u8,
    },
    Target {
        distributor: usize,
        value: u8,
    },
    Review {
        distributor: usize,
        day: u8,
    },
    Set {
        value: u8,
    },
    Undo(usize),
    Redo(usize),
}

fn step() -> impl Strategy<Value = Step> {
    let (any, name) = (0..4_usize, 0..4_u8);
    prop_oneof![
        2 => name.clone().prop_map(|name| Step::Register { name }),
        1 => (any.clone(), name.clone()).prop_map(|(distributor, name)| Step::Rename { distributor, name }),
        1 => (any.clone(), name).prop_map(|(distributor, name)| Step::Alias { distributor, name }),
        1 => any.clone().prop_map(|distributor| Step::Forget { distributor, dropped: BTreeSet::new() }),
        4 => (any.clone(), 1..3_u8, 0..3_u8, 0..3_u8)
            .prop_map(|(distributor, month, file, revenue)| Step::Import { distributor, month, file, revenue }),
        1 => (any.clone(), 1..3_u8).prop_map(|(distributor, value)| Step::Target { distributor, value }),
        1 => (any, 1..3_u8).prop_map(|(distributor, day)| Step::Review { distributor, day }),
        1 => (0..2_u8).prop_map(|value| Step::Set { value }),
        6 => (0..60_usize).prop_map(Step::Undo),
        4 => (0..60_usize).prop_map(Step::Redo),
    ]
}

/// An act of the model: what it did, and whether it counts.
#[derive(Debug, Clone)]
struct Done {
    entry: EntryId,
    step: Step,
    /// The distributor that it registered or is about: by its place in the order of registration.
    about: Option<usize>,
    revision: u32,
    counts: bool,
}

/// What a reader sees.
#[derive(Debug, Clone, Default, PartialEq)]
struct Views {
    names: BTreeMap<DistributorId, (String, BTreeSet<String>)>,
    reports: BTreeMap<(DistributorId, String, u32), Quantity>,
    targets: BTreeMap<DistributorId, Quantity>,
    reviews: BTreeMap<DistributorId, String>,
    setting: Option<String>,
}

#[derive(Default)]
struct Model {
    acts: Vec<Done>,
    registered: Vec<DistributorId>,
    /// Every entry, and the act that it is or is about.
    entries: Vec<(EntryId, usize)>,
}

fn name(index: u8) -> String {
    format!("Name {index}")
}

fn bytes(file: u8) -> Vec<u8> {
    vec![file; 100]
}

impl Model {
    fn live(&self) -> impl Iterator<Item = &Done> {
        self.acts.iter().filter(|done| done.counts)
    }

    fn views(&self) -> Views {
        let mut views = Views::default();
        for done in self.live() {
            let id = done.about.map(|about| self.registered[about]);
            match (&done.step, id) {
                (Step::Register { name: n }, Some(id)) => {
                    views.names.insert(id, (name(*n), BTreeSet::new()));
                }
                (Step::Rename { name: n, .. }, Some(id)) => views.names.get_mut(&id).unwrap().0 = name(*n),
                (Step::Alias { name: n, .. }, Some(id)) => {
                    views.names.get_mut(&id).unwrap().1.insert(name(*n));
                }
                (Step::Forget { dropped, .. }, Some(id)) => {
                    views.names.get_mut(&id).unwrap().1.retain(|name| !dropped.contains(name));
                }
                (Step::Import { month, revenue, .. }, Some(id)) => {
                    let key = (id, format!("2026-{month:02}"), done.revision);
                    views.reports.insert(key, u32::from(*revenue).into());
                }
                (Step::Target { value, .. }, Some(id)) => {
                    views.targets.insert(id, u32::from(*value).into());
                }
                (Step::Review { day, .. }, Some(id)) => {
                    views.reviews.insert(id, format!("2026-02-{day:02}"));
                }
                (Step::Set { value }, _) => views.setting = Some(value.to_string()),
                other => panic!("no such act: {other:?}"),
            }
        }
        views
    }

    /// Whether two distributors go by one name.
    fn clashes(&self) -> bool {
        let mut holders = BTreeMap::new();
        self.views().names.into_iter().any(|(id, (name, aliases))| {
            aliases.into_iter().chain([name]).any(|name| *holders.entry(folded(&name)).or_insert(id) != id)
        })
    }

    /// The revisions of a report that count: file, revenue.
    fn revisions(&self, about: usize, of_month: u8) -> Vec<(u8, u8)> {
        let of = |done: &&Done| done.about == Some(about);
        let stated = |done: &Done| match done.step {
            Step::Import { month, file, revenue, .. } if month == of_month => Some((file, revenue)),
            _ => None,
        };
        self.live().filter(of).filter_map(stated).collect()
    }

    fn next_revision(&self, about: usize, of_month: u8) -> u32 {
        let same = |done: &&Done| {
            done.about == Some(about) && matches!(done.step, Step::Import { month, .. } if month == of_month)
        };
        self.acts.iter().filter(same).count() as u32 + 1
    }

    /// The act at an index and what switching it must give: whether it would be refused.
    fn may_switch(&self, act: usize) -> bool {
        let done = &self.acts[act];
        let registers = |done: &Done| matches!(done.step, Step::Register { .. });
        let others =
            |counts: bool| self.acts.iter().enumerate().filter(move |(at, other)| *at != act && other.counts == counts);
        let blocked = if done.counts {
            registers(done) && others(true).any(|(_, other)| other.about == done.about)
        } else {
            !registers(done)
                && others(false).any(|(_, other)| registers(other) && other.about == done.about)
                && done.about.is_some()
        };
        if blocked {
            return false;
        }
        let mut after = Self { acts: self.acts.clone(), registered: self.registered.clone(), entries: Vec::new() };
        after.acts[act].counts = !done.counts;
        !after.clashes()
    }
}

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
            reports.insert(key, report.measures[&MeasureKey::new("revenue")]);
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
                per: Per::Quarter,
                valid_from: now().day(),
                agreed: true,
            };
            let new = NewTarget { distributor, target, currency: None, reason: String::new() };
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
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

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
