//! Writes the record: each week's and each month's files as one import, as a manager would take them in.

use std::collections::BTreeMap;
use std::path::Path;

use chrono::NaiveDate;
use playbook::kpi::{KpiKey, ReviewKind};
use playbook::measure::{MeasureKey, ReportKind};
use playbook::number::Quantity;
use playbook::period::{Period, Quarter};
use playbook::phasing::Phasing;
use playbook::target::{Goal, Per, Target, TargetOf};
use store::{
    Act, ActKind, Arrival, Author, Card, DistributorId, Moment, NewReport, NewTarget, Review, Scope, Stated, Status,
    Store, StoreError, What,
};

use super::people::{COUNT, Handed, NOW, Person, QUARTER, periods};
use crate::run::Failure;

/// The first day on which anything holds.
const START: &str = "2021-10-01";

pub(crate) fn write(folder: &Path) -> Result<(), Failure> {
    let at = moment()?;
    let author = Author { who: "Bench".to_owned(), device: "bench".to_owned() };
    let mut store = Store::open(folder, at, author)?;
    let people: Vec<Person> = (0..COUNT).map(Person).collect();
    let act = |kind| Act { kind, what: What::new("entry-import-files").with("count", 1).with("reports", COUNT), at };
    let ids = store.record(act(ActKind::Register), |writing| {
        people.iter().map(|person| writing.add_distributor(&card(person))).collect::<Result<Vec<_>, StoreError>>()
    })?;
    store.record(act(ActKind::Target), |writing| {
        for (person, id) in people.iter().zip(&ids.value) {
            for target in targets(person, *id) {
                writing.add_target(&target)?;
            }
            for review in reviews(person, *id) {
                writing.hold_review(&review)?;
            }
        }
        Ok::<_, StoreError>(())
    })?;
    for period in periods() {
        store.record(act(ActKind::Import), |writing| {
            for (person, id) in people.iter().zip(&ids.value) {
                for handed in person.hands(period) {
                    let name = format!("{} {period} R{}.xlsx", person.name(), handed.revision);
                    let mut file = Arrival::new(name.as_bytes(), &name, handed.received);
                    writing.add_report(&mut file, &report(person, *id, &handed))?;
                }
            }
            Ok::<_, StoreError>(())
        })?;
    }
    Ok(())
}

fn moment() -> Result<Moment, Failure> {
    let utc = NOW.parse::<chrono::DateTime<chrono::FixedOffset>>().unwrap_or_default().to_utc();
    Ok(Moment::from(utc))
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap_or_default()
}

fn card(person: &Person) -> Card {
    Card {
        name: person.name(),
        aliases: Vec::new(),
        country: person.country().to_owned(),
        currency: person.currency().to_owned(),
        locale: "en-SG".to_owned(),
        place: String::new(),
        contact: String::new(),
        territory: "North".to_owned(),
        product_line: "Home care".to_owned(),
        start: Some(day("2021-01-04")),
        reporting_from: Some(day(START)),
        scope: Scope::Commercial,
        status: Status::Active,
    }
}

fn report(person: &Person, distributor: DistributorId, handed: &Handed) -> NewReport {
    let stated = |(at, (key, value)): (usize, &(&'static str, u64))| {
        let value = Quantity::from(u32::try_from(*value).unwrap_or(u32::MAX));
        (MeasureKey::new(key), Stated { value, cell: Some(format!("B{}", at + 5)) })
    };
    NewReport {
        distributor,
        kind: handed.kind.into(),
        period: handed.period,
        last_month: None,
        sheet: Some("Report".to_owned()),
        currency: (handed.kind == ReportKind::Monthly).then(|| person.currency().to_owned()),
        received: handed.received,
        measures: handed.values.iter().enumerate().map(stated).collect::<BTreeMap<_, _>>(),
        remarks: Vec::new(),
        lines: None,
        answers: Vec::new(),
    }
}

fn targets(person: &Person, distributor: DistributorId) -> Vec<NewTarget> {
    let agreed = person.agreed();
    let whole = |value: u64| Quantity::from(u32::try_from(value).unwrap_or(u32::MAX));
    let share = |text: &str| text.parse().unwrap_or_default();
    let one = |kpi: &str, value: Quantity, per: Per, currency: Option<&str>| NewTarget {
        distributor,
        grant: None,
        target: Target {
            of: TargetOf::Kpi(KpiKey::new(kpi)),
            goal: Goal::Value(value),
            per,
            phasing: Phasing::Even,
            valid_from: day(START),
            agreed: true,
        },
        currency: currency.map(str::to_owned),
        reason: String::new(),
    };
    vec![
        one("revenue", whole(agreed.revenue), Per::Year, Some(person.currency())),
        one("revenue-growth", share("0.08"), Per::Quarter, None),
        one("sales-volume", whole(agreed.units), Per::Month, None),
        one("conversion", share("0.3"), Per::Quarter, None),
        one("pipeline", whole(25), Per::Quarter, None),
    ]
}

/// The monthly reviews of the quarter and, with two of three, its QBR.
fn reviews(person: &Person, distributor: DistributorId) -> Vec<Review> {
    let Ok(quarter) = QUARTER.parse::<Quarter>() else { return Vec::new() };
    let held = |kind: ReviewKind, period: Period| Review {
        distributor,
        kind,
        period,
        held_on: period.last_day() + chrono::Days::new(12),
        notes: String::new(),
        decisions: Vec::new(),
    };
    let months = quarter.months().map(|month| held(ReviewKind::Monthly, month.into()));
    let qbr = person.met().then(|| held(ReviewKind::Quarterly, quarter.into()));
    months.into_iter().chain(qbr).collect()
}
