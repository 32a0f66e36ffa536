//! What the tests of this crate start from.

use std::collections::BTreeMap;

use playbook::exclusivity::{self, Proposal};
use playbook::holidays::Certainty;
use playbook::improvement::{Action, Outcome};
use playbook::kpi::{KpiKey, ReviewKind};
use playbook::launch::{ItemKey, Mark, MarkKind, default_checklist};
use playbook::measure::{MeasureKey, RemarkKind};
use playbook::money::{Currency, Pair, Quoted, RateKind};
use playbook::number::{Quantity, Rate};
use playbook::phasing::{Curve, Phasing};
use playbook::target::{Goal, Per, Target, TargetOf};

use crate::{
    Act, ActKind, Answer, Arrival, Author, Card, Decision, DistributorId, EntryId, Grant, GrantId, GrantStatus,
    GrantTerms, HolidayChange, Kind, Moment, NewPlan, NewReport, NewTarget, PlanReview, Remark, Review, Scope,
    Settlement, Stated, Status, Store, StoreError, What, Writing,
};

pub(crate) fn now() -> Moment {
    "2026-11-02T08:00:00Z".parse().expect("a literal")
}

pub(crate) fn day(text: &str) -> chrono::NaiveDate {
    text.parse().expect("a literal")
}

pub(crate) fn author() -> Author {
    Author { who: "Mei Lin".to_owned(), device: "laptop".to_owned() }
}

pub(crate) fn open(folder: &tempfile::TempDir) -> Result<Store, StoreError> {
    Store::open(folder.path(), now(), author())
}

pub(crate) fn act(kind: ActKind) -> Act {
    Act { kind, what: What::new("journal-case").with("name", "case"), at: now() }
}

/// Records something that must leave an entry.
pub(crate) fn record<T>(
    store: &mut Store,
    kind: ActKind,
    write: impl FnOnce(&mut Writing<'_>) -> Result<T, StoreError>,
) -> Result<(EntryId, T), StoreError> {
    let recorded = store.record(act(kind), write)?;
    Ok((recorded.entry.expect("something was written"), recorded.value))
}

pub(crate) fn card(name: &str) -> Card {
    Card {
        name: name.to_owned(),
        aliases: Vec::new(),
        country: "MY-14".to_owned(),
        currency: "MYR".to_owned(),
        locale: "ms-MY".to_owned(),
        place: "Klang".to_owned(),
        contact: "Aisyah".to_owned(),
        territory: "Klang Valley".to_owned(),
        product_line: "Filters".to_owned(),
        start: Some(day("2026-01-05")),
        reporting_from: None,
        scope: Scope::Commercial,
        status: Status::Active,
    }
}

/// A monthly report of October 2026 that states this revenue.
pub(crate) fn report(distributor: DistributorId, revenue: i32) -> NewReport {
    let stated = Stated { value: Quantity::whole(revenue), cell: Some("B7".to_owned()) };
    NewReport {
        distributor,
        kind: Kind::Monthly,
        period: "2026-10".parse().expect("a literal"),
        last_month: None,
        sheet: Some("Oct".to_owned()),
        currency: Some("MYR".to_owned()),
        received: day("2026-11-03"),
        measures: BTreeMap::from([(MeasureKey::new("revenue"), stated)]),
        remarks: vec![Remark {
            kind: RemarkKind::Issue,
            category: None,
            text: "Late delivery".to_owned(),
            cell: Some("B20".to_owned()),
        }],
        lines: None,
        answers: Vec::new(),
    }
}

/// A target, a review and a decision.
pub(crate) fn agree(store: &mut Store, distributor: DistributorId) -> Result<(), StoreError> {
    record(store, ActKind::Target, |w| w.add_target(&target(distributor, 300)))?;
    record(store, ActKind::Review, |w| w.hold_review(&review(distributor)))?;
    record(store, ActKind::Decision, |w| w.decide(&decision(distributor)))?;
    Ok(())
}

pub(crate) fn target(distributor: DistributorId, value: i32) -> NewTarget {
    let target = Target {
        of: TargetOf::Measure(MeasureKey::new("revenue")),
        goal: Goal::Value(Quantity::whole(value)),
        per: Per::Quarter,
        phasing: Phasing::Even,
        valid_from: day("2026-10-01"),
        agreed: true,
    };
    NewTarget { distributor, grant: None, target, currency: Some("MYR".to_owned()), reason: String::new() }
}

pub(crate) fn review(distributor: DistributorId) -> Review {
    Review {
        distributor,
        kind: ReviewKind::Monthly,
        period: "2026-10".parse().expect("a literal"),
        held_on: day("2026-11-06"),
        notes: "Price list agreed".to_owned(),
        decisions: vec!["Visit the warehouse".to_owned()],
    }
}

pub(crate) fn decision(distributor: DistributorId) -> Decision {
    Decision {
        distributor,
        grant: GrantId::first_of(distributor),
        made: exclusivity::Decision {
            stage: "2026-Q3".parse().expect("a literal"),
            proposed: Proposal::Lapse,
            outcome: exclusivity::Outcome::Renew,
            reason: "New warehouse".to_owned(),
            author: "Mei Lin".to_owned(),
            decided: day("2026-11-02"),
            until: Some(day("2026-12-31")),
        },
    }
}

/// A further grant with terms of its own.
pub(crate) fn grant() -> Grant {
    let gates = BTreeMap::from([(KpiKey::new("revenue"), "0.95".parse().expect("a literal"))]);
    Grant {
        territory: "Sabah and Sarawak".to_owned(),
        product_line: "Pumps".to_owned(),
        start: Some(day("2026-07-01")),
        terms: GrantTerms { gates, grace_days: Some(7), lapse_after: Some(1), scale_after: None },
        status: GrantStatus::Held,
    }
}

/// A plan of three actions for September's revenue, agreed on 8 October.
pub(crate) fn plan(distributor: DistributorId) -> NewPlan {
    let action = |what: &str| Action { what: what.to_owned(), owner: "Budi".to_owned(), due: day("2026-10-30") };
    NewPlan {
        distributor,
        kpi: KpiKey::new("revenue"),
        month: "2026-09".parse().expect("a literal"),
        opened: day("2026-10-08"),
        actions: [action("Visit the ten largest accounts"), action("Clear the old stock"), action("Train two sellers")],
    }
}

fn improve_and_launch(store: &mut Store, distributor: DistributorId) -> Result<(), StoreError> {
    let (_, id) = record(store, ActKind::Plan, |w| w.agree_plan(&plan(distributor)))?;
    let review = PlanReview { held: day("2026-11-07"), outcome: Outcome::Extend, note: "Half way".to_owned() };
    record(store, ActKind::Plan, |w| w.review_plan(id, &review))?;
    let mark = Mark { item: ItemKey::new("joint-visits"), kind: MarkKind::Done, on: day("2026-10-20") };
    record(store, ActKind::Launch, |w| {
        w.set_checklist(&default_checklist(), day("2026-10-01"))?;
        w.mark_launch(distributor, &mark)
    })?;
    Ok(())
}

/// A quarterly review with an action, and its quarter closed.
fn meet(store: &mut Store, distributor: DistributorId) -> Result<(), StoreError> {
    let quarter = "2026-Q3".parse().expect("a literal");
    record(store, ActKind::Review, |w| {
        w.prepare_qbr(distributor, quarter, &crate::qbr::case())?;
        w.add_action(distributor, quarter, &crate::action::case("Requote"))
    })?;
    record(store, ActKind::Close, |w| w.close_quarter(&crate::closed::case(distributor, 1, b"%PDF of R1")))?;
    Ok(())
}

/// A target of a year, with a season.
pub(crate) fn seasonal(distributor: DistributorId) -> NewTarget {
    let amounts: Vec<Rate> = (1_u32..=12).map(Rate::from).collect();
    let phasing = Phasing::Seasonal(Curve::of_amounts(&amounts).expect("all above zero"));
    let set = target(distributor, 1200);
    let target = Target { per: Per::Year, phasing, valid_from: day("2027-01-01"), ..set.target };
    NewTarget { target, ..set }
}

/// The rate of rupiah for a dollar in October 2026.
pub(crate) fn rate(kind: RateKind, value: i32) -> Quoted {
    let [base, quote] = ["USD", "IDR"].map(|code| Currency::new(code).expect("a literal"));
    let month = "2026-10".parse().expect("a literal");
    Quoted::new(month, kind, Pair { base, quote }, Quantity::whole(value)).expect("a rate")
}

/// A holiday of one state that a person added.
pub(crate) fn holiday() -> HolidayChange {
    HolidayChange {
        region: "MY-14".parse().expect("a literal"),
        date: day("2026-11-05"),
        name: "Day of mourning".to_owned(),
        added: true,
        certainty: Certainty::Confirmed,
        changed: day("2026-11-02"),
    }
}

/// A contradiction that a person settled.
pub(crate) fn settlement(distributor: DistributorId) -> Settlement {
    Settlement {
        distributor,
        subject: "quotes-above-leads monthly 2026-10".to_owned(),
        reason: "Leads of September".to_owned(),
        author: "Mei Lin".to_owned(),
        settled_on: day("2026-11-04"),
    }
}

/// A store with a row in every table.
pub(crate) fn full(folder: &tempfile::TempDir) -> Result<Store, StoreError> {
    let mut store = open(folder)?;
    let aliased = Card { aliases: vec!["Selat".to_owned()], ..card("Selat Filters") };
    let (_, distributor) = record(&mut store, ActKind::Register, |w| w.add_distributor(&aliased))?;
    let mut new = report(distributor, 100);
    new.lines = Some(crate::sales::case());
    let answer =
        Answer { about: "period".to_owned(), text: "03/04".to_owned(), cell: None, choice: "2026-10".to_owned() };
    new.answers.push(answer);
    record(&mut store, ActKind::Import, |w| {
        w.add_report(&mut Arrival::new(b"sheet of October", "October.xlsx", day("2026-11-03")), &new)
    })?;
    agree(&mut store, distributor)?;
    meet(&mut store, distributor)?;
    record(&mut store, ActKind::Grant, |w| w.add_grant(distributor, &grant()))?;
    record(&mut store, ActKind::Setting, |w| w.set("paper", "A4"))?;
    improve_and_launch(&mut store, distributor)?;
    record(&mut store, ActKind::Target, |w| w.add_target(&seasonal(distributor)))?;
    let of_grant = NewTarget { grant: Some(GrantId::first_of(distributor)), ..target(distributor, 200) };
    record(&mut store, ActKind::Target, |w| w.add_target(&of_grant))?;
    record(&mut store, ActKind::Rate, |w| w.set_rate(&rate(RateKind::Plan, 16_300)))?;
    crate::profile::remember(&mut store, distributor)?;
    crate::governance::case(&mut store, distributor)?;
    record(&mut store, ActKind::Holidays, |w| w.change_holiday(&holiday()))?;
    record(&mut store, ActKind::Settle, |w| w.settle_contradiction(&settlement(distributor)))?;
    crate::versions::set(&mut store)?;
    Ok(store)
}
