//! Writes a small store, squeezed: the fixture that stays in tests/fixtures when a schema is released.
//! `cargo run -p store --example fixture -- tests/fixtures/schema-1.sqlite.zst`

use std::collections::BTreeMap;
use std::error::Error;

use playbook::exclusivity::{self, Outcome, Proposal};
use playbook::kpi::ReviewKind;
use playbook::measure::{BlockerCategory, MeasureKey, RemarkKind};
use playbook::phasing::Phasing;
use playbook::target::{Goal, Per, Target, TargetOf};
use store::{
    Act, ActKind, Answer, Arrival, Author, Card, Decision, DistributorId, GrantId, Kind, Lines, Moment, NewReport,
    NewTarget, Remark, Review, Scope, Stated, Status, Store, What, Writing,
};

fn main() -> Result<(), Box<dyn Error>> {
    let to = std::env::args().nth(1).ok_or("where to?")?;
    let folder = tempfile::tempdir()?;
    let now: Moment = "2026-11-02T08:00:00Z".parse()?;
    let author = Author { who: "Mei Lin".to_owned(), device: "laptop".to_owned() };
    let mut store = Store::open(folder.path(), now, author)?;
    let act = |kind| Act { kind, what: What::new("journal-fixture").with("name", "PT Sumber Makmur"), at: now };

    let card = card()?;
    let id = store.record(act(ActKind::Register), |w| w.add_distributor(&card))?.value;
    store.record(act(ActKind::Import), |w| import(w, id, "1850000000"))?;
    store.record(act(ActKind::Import), |w| import(w, id, "1900000000.25"))?;
    store.record(act(ActKind::Target), |w| agree(w, id))?;
    let mistaken = store.record(act(ActKind::Import), |w| import(w, id, "1"))?;
    store.undo(mistaken.entry.ok_or("nothing imported")?, now)?;
    drop(store);

    let database = std::fs::read(folder.path().join(Store::FILE))?;
    std::fs::write(&to, zstd::encode_all(database.as_slice(), 19)?)?;
    println!("{to}: {} bytes unpacked", database.len());
    Ok(())
}

fn card() -> Result<Card, Box<dyn Error>> {
    Ok(Card {
        name: "PT Sumber Makmur".to_owned(),
        aliases: vec!["Sumber Makmur".to_owned()],
        country: "ID".to_owned(),
        currency: "IDR".to_owned(),
        locale: "id-ID".to_owned(),
        place: "Surabaya".to_owned(),
        contact: "Budi".to_owned(),
        territory: "East Java".to_owned(),
        product_line: "Filters".to_owned(),
        start: Some("2026-01-05".parse()?),
        reporting_from: Some("2026-02-01".parse()?),
        scope: Scope::Operational,
        status: Status::Active,
    })
}

/// One file with a monthly summary, a weekly update and a list of sales.
fn import(w: &mut Writing<'_>, distributor: DistributorId, revenue: &str) -> Result<(), Box<dyn Error>> {
    let bytes = format!("revenue\n{revenue}\n");
    let mut file = Arrival::new(bytes.as_bytes(), "October.csv", "2026-11-03".parse()?);
    let stated = |value: &str, cell: &str| -> Result<Stated, Box<dyn Error>> {
        Ok(Stated { value: value.parse()?, cell: Some(cell.to_owned()) })
    };
    let monthly = NewReport {
        distributor,
        kind: Kind::Monthly,
        period: "2026-10".parse()?,
        last_month: None,
        sheet: Some("Oct".to_owned()),
        currency: Some("IDR".to_owned()),
        received: "2026-11-03".parse()?,
        measures: BTreeMap::from([(MeasureKey::new("revenue"), stated(revenue, "C7")?)]),
        remarks: vec![remark(RemarkKind::Issue, None, "Late delivery from Surabaya DC")],
        lines: None,
        answers: vec![Answer {
            about: "currency".to_owned(),
            text: "Rp".to_owned(),
            cell: Some("B3".to_owned()),
            choice: "IDR".to_owned(),
        }],
    };
    w.add_report(&mut file, &monthly)?;
    let weekly = NewReport {
        kind: Kind::Weekly,
        period: "2026-W44".parse()?,
        currency: None,
        measures: BTreeMap::from([(MeasureKey::new("new_leads"), stated("0", "B5")?)]),
        remarks: vec![remark(RemarkKind::Blocker, Some(BlockerCategory::Stock), "คลังสินค้าเต็ม")],
        answers: Vec::new(),
        ..monthly.clone()
    };
    w.add_report(&mut file, &weekly)?;
    let lines = Lines {
        count: 240,
        quantity: Some("5120".parse()?),
        amount: Some(revenue.parse()?),
        first: Some("2026-09-01".parse()?),
        last: Some("2026-10-31".parse()?),
        discounts: 0,
        discounted: Vec::new(),
    };
    let list = NewReport {
        kind: Kind::Lines,
        period: "2026-09".parse()?,
        last_month: Some("2026-10".parse()?),
        sheet: None,
        measures: BTreeMap::new(),
        remarks: Vec::new(),
        answers: Vec::new(),
        lines: Some(lines),
        ..monthly
    };
    w.add_report(&mut file, &list)?;
    Ok(())
}

fn remark(kind: RemarkKind, category: Option<BlockerCategory>, text: &str) -> Remark {
    Remark { kind, category, text: text.to_owned(), cell: Some("B20".to_owned()) }
}

fn agree(w: &mut Writing<'_>, distributor: DistributorId) -> Result<(), Box<dyn Error>> {
    let revenue = || TargetOf::Measure(MeasureKey::new("revenue"));
    let goals = [
        Goal::Value("5400000000".parse()?),
        Goal::FromBaseline { baseline: "-0.1".parse()?, target: "0.2".parse()? },
        Goal::Band { low: "20".parse()?, high: "40".parse()?, margin: "10".parse()? },
    ];
    for (goal, valid_from) in goals.into_iter().zip(["2026-07-01", "2026-08-01", "2026-10-01"]) {
        let (per, phasing) = (Per::Quarter, Phasing::Even);
        let target = Target { of: revenue(), goal, per, phasing, valid_from: valid_from.parse()?, agreed: true };
        let currency = Some("IDR".to_owned());
        w.add_target(&NewTarget { distributor, grant: None, target, currency, reason: "New range".to_owned() })?;
    }
    let review = Review {
        distributor,
        kind: ReviewKind::Quarterly,
        period: "2026-Q3".parse()?,
        held_on: "2026-10-12".parse()?,
        decisions: Vec::new(),
        notes: "Wins and losses".to_owned(),
    };
    w.hold_review(&review)?;
    let decision = Decision {
        distributor,
        grant: GrantId::first_of(distributor),
        made: exclusivity::Decision {
            stage: "2026-Q3".parse()?,
            proposed: Proposal::Lapse,
            outcome: Outcome::Renew,
            reason: "New warehouse".to_owned(),
            author: "Mei Lin".to_owned(),
            decided: "2026-11-02".parse()?,
            until: Some("2026-12-31".parse()?),
        },
    };
    w.decide(&decision)?;
    w.set("paper", "A4")?;
    Ok(())
}
