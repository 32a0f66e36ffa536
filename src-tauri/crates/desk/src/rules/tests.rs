//! What a manager sees of the playbook, and what becomes of a draft.

use playbook::number::Rate;
use playbook::settings::SETTINGS;

use crate::desk::Desk;
use crate::error::DeskError;
use crate::evidence::tests::{empty, now, with_a_quarter};
use crate::view::{ActionCard, DraftFlaw, KpiDraft, MeasureDraft, PlaybookDraft, PlaybookView, QbrCard, SavedPlaybook};

fn shown(desk: &Desk) -> PlaybookView {
    desk.playbook_view(None, now()).expect("a playbook")
}

/// The form of the version that holds today, as it would hold from a day.
fn draft(desk: &Desk, from: &str) -> PlaybookDraft {
    PlaybookDraft { from: from.to_owned(), ..shown(desk).draft }
}

fn save(desk: &mut Desk, draft: &PlaybookDraft) -> SavedPlaybook {
    desk.save_playbook(draft, now()).expect("a record")
}

fn messages(flaws: &[DraftFlaw]) -> Vec<&str> {
    flaws.iter().map(|flaw| flaw.message.as_str()).collect()
}

/// The flaws of the shipped rules, as they would hold from October on, after a change.
#[track_caller]
fn check(change: impl FnOnce(&mut PlaybookDraft), expected: &[&str]) {
    let folder = tempfile::tempdir().expect("a folder");
    let mut desk = empty(folder.path());
    let mut changed = draft(&desk, "2026-10-10");
    change(&mut changed);
    let flaws = desk.check_playbook(&changed, now()).expect("a check");
    assert_eq!(messages(&flaws), expected);
    let saved = save(&mut desk, &changed);
    assert_eq!(saved.version > 0, flaws.iter().all(|flaw| !flaw.stops));
    assert_eq!(desk.store.playbooks().expect("versions").len(), usize::from(saved.version > 0));
}

fn visits() -> MeasureDraft {
    MeasureDraft {
        key: "+1".into(),
        title: "Store visits".into(),
        unit: "count".into(),
        report: "weekly".into(),
        asked: true,
    }
}

fn visits_made() -> KpiDraft {
    KpiDraft {
        own: true,
        title: "Store visits".into(),
        meaning: "Stores that were visited.".into(),
        group: "execution".into(),
        shape: "total".into(),
        first: vec!["+1".into()],
        better: "higher".into(),
        weight: "5".into(),
        green: "100".into(),
        amber: "80".into(),
        ..KpiDraft::default()
    }
}

#[test]
fn the_form_of_a_version_reads_back_as_that_version() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut desk = empty(folder.path());
    let unchanged = draft(&desk, "2026-10-10");
    assert_eq!(save(&mut desk, &unchanged).flaws, []);
    let versions = desk.versions().expect("versions");
    let latest = playbook::rules::Playbook {
        version: 1,
        valid_from: playbook::rules::Playbook::default_rules().valid_from,
        ..versions.latest().clone()
    };
    assert_eq!(latest, playbook::rules::Playbook::default_rules());
}

#[test]
fn what_is_wrong_is_said_in_a_sentence_and_nothing_is_saved() {
    check(|_| {}, &[]);
    check(
        |draft| draft.kpis[0].gate = "101".into(),
        &[
            "Revenue against target has a gate outside of 1 to 100 %: no attainment counts for more there. Choose one that \
         can be reached.",
        ],
    );
    check(
        |draft| draft.kpis[0].amber = "100.5".into(),
        &["Revenue against target would be amber from a higher attainment than green. Lower the amber threshold."],
    );
    check(|draft| draft.kpis[0].weight = "much".into(), &["Weight: “much” is no whole number."]);
    check(|draft| draft.kpis[0].green = "1oo".into(), &["Green from: “1oo” is no number."]);
    check(
        |draft| draft.kpis[0].better = "sideways".into(),
        &["Direction: “sideways” is none of higher, lower, within."],
    );
    check(
        |draft| draft.measures.push(MeasureDraft { unit: "litres".into(), report: "daily".into(), ..visits() }),
        &["Report: “daily” is none of weekly, monthly.", "Unit: “litres” is none of count, units, money, fraction."],
    );
    check(|draft| draft.settings[0].value = "61".into(), &["Grace must be between 0 and 60."]);
    let too_long = "The agenda of the quarterly review takes 75 minutes; a review takes 30 to 45.";
    let last = SETTINGS.len() - 1;
    check(|draft| draft.settings[last].value = "40".into(), &[too_long]);
    check(|draft| draft.from = "soon".into(), &["“soon” is no date such as 2026-10-01."]);
    check(|draft| draft.from.clear(), &["Say from which day the version holds."]);
    check(
        |draft| draft.kpis.push(KpiDraft { title: "Half".into(), ..visits_made() }),
        &["Half needs +1, which no report states. Choose another measure, or add this one."],
    );
}

#[test]
fn what_is_worth_a_second_look_is_said_and_saved_all_the_same() {
    check(
        |draft| {
            for kpi in draft.kpis.iter_mut().skip(5) {
                (kpi.weight, kpi.gate) = ("0".into(), String::new());
            }
        },
        &["5 KPIs are scored. Lean is 6 to 10."],
    );
    check(
        |draft| draft.from = "2026-07-01".into(),
        &["Quarters that have opened are judged anew by this version, from Q3 2026 on."],
    );
}

#[test]
fn a_kpi_of_ones_own_is_scored_and_named_everywhere() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut desk = empty(folder.path());
    let id = with_a_quarter(&mut desk, "PT Contoh");
    let mut changed = draft(&desk, "2026-07-01");
    changed.measures.push(visits());
    changed.kpis.push(visits_made());
    let saved = save(&mut desk, &changed);
    assert_eq!(saved.version, 2, "{saved:?}");
    let rules = desk.rules("2026-Q3".parse().expect("a literal")).expect("rules");
    let made = rules.kpis.last().expect("a KPI");
    assert_eq!((made.key.as_str(), made.shape.key()), ("own-store-visits", "total"));
    assert_eq!(made.thresholds.amber, Rate::percent(80));
    let view = desk.distributor(&id.to_string(), "2026-Q3", now()).expect("a view");
    let lines = view.scorecard.groups.iter().flat_map(|group| &group.lines);
    let line = lines.clone().find(|line| line.title == "Store visits").expect("a line");
    assert_eq!((line.meaning.as_str(), line.weight.as_str()), ("Stores that were visited.", "5"));
    let heads = desk.portfolio("2026-Q3", now()).expect("a table").heads;
    assert!(heads.iter().any(|head| head.short == "Store visits"));
    // The quarter before is judged by the version that held when it opened.
    assert_eq!(desk.rules("2026-Q2".parse().expect("a literal")).expect("rules").version, 1);
    assert!(shown(&desk).kpis.iter().any(|kpi| kpi.made_of == "Total of Store visits"));
}

#[test]
fn a_title_that_was_used_before_makes_a_key_of_its_own() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut desk = empty(folder.path());
    let first = draft(&desk, "2026-10-10");
    let mut with = first.clone();
    with.measures.push(visits());
    with.kpis.push(visits_made());
    assert_eq!(save(&mut desk, &with).version, 2);
    let without = PlaybookDraft { from: "2027-01-01".into(), ..first };
    assert_eq!(save(&mut desk, &without).version, 3);
    with.from = "2027-04-01".into();
    assert_eq!(save(&mut desk, &with).version, 4);
    let versions = desk.versions().expect("versions");
    let keys = |version: u32| {
        let playbook = versions.all().find(|playbook| playbook.version == version).expect("a version");
        playbook.kpis.last().expect("a KPI").key.to_string()
    };
    assert_eq!((keys(2), keys(4)), ("own-store-visits".to_owned(), "own-store-visits-2".to_owned()));
}

#[test]
fn saving_the_same_twice_adds_nothing_and_another_of_that_day_is_refused() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut desk = empty(folder.path());
    let mut changed = draft(&desk, "2026-10-10");
    changed.settings[0].value = "7".into();
    assert_eq!(save(&mut desk, &changed).version, 2);
    assert_eq!(save(&mut desk, &changed), SavedPlaybook { version: 2, flaws: Vec::new() });
    changed.settings[0].value = "8".into();
    let saved = save(&mut desk, &changed);
    assert_eq!(
        messages(&saved.flaws),
        [
            "Version 2 holds from 10 October 2026 already. Choose another day, or undo that version in the journal first.",
        ]
    );
}

#[test]
fn undo_of_a_version_brings_the_screen_back() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut desk = empty(folder.path());
    let before = shown(&desk);
    let mut changed = draft(&desk, "2026-10-01");
    changed.kpis[0].weight = "30".into();
    assert_eq!(save(&mut desk, &changed).version, 2);
    assert_eq!(shown(&desk).kpis[0].weight, "30");
    let entry = desk.journal(1, now()).expect("a journal").remove(0);
    assert_eq!(entry.what, "Playbook that holds from 1 October 2026");
    desk.undo(&entry.id, now()).expect("an undo");
    assert_eq!(shown(&desk), before);
}

#[test]
fn values_are_set_by_their_keys() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut desk = empty(folder.path());
    let from = "2027-01-01".parse().expect("a literal");
    let set = |desk: &mut Desk, key: &str, value: &str| {
        desk.set_in_playbook(&[(key.to_owned(), value.to_owned())], from, now())
    };
    assert!(set(&mut desk, "colour", "red").is_err_and(|error| error.hint.contains("grace, coverage, cap")));
    assert!(set(&mut desk, "revenue.colour", "red").is_err());
    assert_eq!(set(&mut desk, "revenue.gate", "120").expect("a check").version, 0);
    for (key, said) in [
        ("revenue.low", "revenue.low sets nothing while revenue.better is higher."),
        ("stock-cover.goal", "stock-cover.goal sets nothing while stock-cover.better is within."),
    ] {
        assert_eq!(set(&mut desk, key, "30").map(drop).map_err(|error| error.message), Err(said.to_owned()));
    }
    assert_eq!(set(&mut desk, "revenue.weight", "30").expect("a check").version, 2);
    let versions = desk.versions().expect("versions");
    assert_eq!(versions.on(from).kpis[0].weight, 30);
}

#[test]
fn quarters_follow_the_fiscal_year_until_one_is_on_file() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut desk = empty(folder.path());
    let id = with_a_quarter(&mut desk, "PT Contoh");
    assert!(desk.set_fiscal_year(13, now()).is_err());
    let view = desk.set_fiscal_year(4, now()).expect("a playbook");
    assert_eq!(view.fiscal.note, "Q3 FY2026 runs from 1 October 2026 to 31 December 2026: 14 weeks.");
    assert_eq!(desk.quarter("2026-Q3").expect("a quarter").to_string(), "2026-Q3-04");
    let quarters: Vec<String> =
        desk.workspace(now()).expect("a workspace").quarters.into_iter().map(|choice| choice.label).collect();
    assert_eq!(quarters, ["Q3 FY2026", "Q2 FY2026"]);
    let held = store::Review {
        distributor: id,
        kind: playbook::kpi::ReviewKind::Quarterly,
        period: "2026-Q2-04".parse().expect("a literal"),
        held_on: now().today,
        notes: String::new(),
        decisions: Vec::new(),
    };
    let what = store::What::new("entry-targets").with("name", "PT Contoh");
    desk.record(store::ActKind::Review, what, now(), |writing| Ok(writing.hold_review(&held)?)).expect("a review");
    let refused = desk.set_fiscal_year(1, now()).map(drop);
    assert!(refused.is_err_and(|error| error.message.contains("Q2 FY2026")));
    assert!(desk.set_fiscal_year(4, now()).is_ok());
}

#[test]
fn a_quarter_on_file_keeps_the_fiscal_year_from_undo_and_redo() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut desk = empty(folder.path());
    let id = with_a_quarter(&mut desk, "PT Contoh").to_string();
    desk.set_fiscal_year(4, now()).expect("a playbook");
    let year = desk.journal(1, now()).expect("a journal").remove(0).id;
    let card = ActionCard {
        what: "Call Bina Air".into(),
        owner: "Rina".into(),
        due: "2026-11-01".into(),
        ..Default::default()
    };
    type Put<'a> = &'a dyn Fn(&mut Desk) -> Result<(), DeskError>;
    let prepared: Put<'_> = &|desk| {
        let card = desk.reviews(&id, "2026-Q2", now())?.qbr.card;
        desk.prepare_qbr(&id, "2026-Q2", &QbrCard { place: "Jakarta".into(), ..card }, now()).map(drop)
    };
    let agreed: Put<'_> = &|desk| desk.save_action(&id, "2026-Q2", &card, now()).map(drop);
    let said = "The fiscal year can’t change: Q2 FY2026 is on file with a review, an action, a decision or a close.";
    for put in [prepared, agreed] {
        put(&mut desk).expect("it is put on file");
        let held = desk.journal(1, now()).expect("a journal").remove(0).id;
        assert_eq!(desk.undo(&year, now()).map(drop).map_err(|error| error.message), Err(said.into()));
        desk.undo(&held, now()).expect("an undo");
        desk.undo(&year, now()).expect("nothing is on file");
        desk.redo(&year, now()).expect("nothing is on file");
    }
}

#[test]
fn one_of_a_unit_is_no_plural() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut desk = empty(folder.path());
    let mut changed = draft(&desk, "2026-10-01");
    for setting in changed.settings.iter_mut().filter(|setting| matches!(setting.key.as_str(), "lapse" | "grace")) {
        setting.value = "1".into();
    }
    save(&mut desk, &changed);
    let said: Vec<String> =
        shown(&desk).draft.settings.into_iter().map(|it| format!("{} {}", it.value, it.unit)).collect();
    assert!(["1 day", "1 quarter", "2 quarters"].iter().all(|unit| said.iter().any(|said| said == unit)), "{said:?}");
}
