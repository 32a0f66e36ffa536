//! What is stored is read back equal, whatever the text, number or date.
#![expect(clippy::unwrap_used, reason = "a test may stop at the first surprise")]

use std::collections::BTreeMap;

use chrono::{Days, NaiveDate};
use playbook::measure::{BlockerCategory, MeasureKey, RemarkKind};
use playbook::number::Quantity;
use playbook::period::{Month, Period, Week};
use proptest::option::of;
use proptest::prelude::*;
use store::{
    Act, ActKind, Answer, Arrival, Author, Card, DistributorId, Kind, Lines, Moment, NewReport, Off, Remark, SalesLine,
    Scope, Sha256, Stated, Status, Store, What,
};

fn quantity() -> impl Strategy<Value = Quantity> {
    let digits = (any::<bool>(), 0..10_u64.pow(18), 0..10_u32.pow(8));
    digits
        .prop_map(|(minus, whole, part)| format!("{}{whole}.{part:08}", if minus { "-" } else { "" }).parse().unwrap())
}

fn date() -> impl Strategy<Value = NaiveDate> {
    (0..40_000_u64).prop_map(|days| NaiveDate::from_ymd_opt(1990, 1, 1).unwrap() + Days::new(days))
}

fn period() -> impl Strategy<Value = (Kind, Period, Option<Month>)> {
    let day = || date().prop_filter("a period's year is 1990 or later", |day| *day > "1990-02-01".parse().unwrap());
    prop_oneof![
        day().prop_map(|day| (Kind::Weekly, Week::of(day).into(), None)),
        day().prop_map(|day| (Kind::Monthly, Month::of(day).into(), None)),
        (day(), any::<bool>()).prop_map(|(day, several)| {
            let month = Month::of(day);
            (Kind::Lines, month.into(), several.then(|| month.next()))
        }),
    ]
}

fn remark() -> impl Strategy<Value = Remark> {
    let kind = prop::sample::select(RemarkKind::ALL.to_vec());
    let category = of(prop::sample::select(BlockerCategory::ALL.to_vec()));
    (kind, category, any::<String>(), of("[A-Z]{1,3}[1-9]{1,6}")).prop_map(|(kind, category, text, cell)| Remark {
        kind,
        category,
        text,
        cell,
    })
}

fn lines() -> impl Strategy<Value = Lines> {
    let totals = (any::<u32>(), of(quantity()), of(quantity()), of(date()), of(date()));
    (totals, prop::collection::vec(sold(), 0..4), 0..9_u32).prop_map(|(totals, discounted, more)| {
        let (count, quantity, amount, first, last) = totals;
        let discounts = if discounted.is_empty() { 0 } else { discounted.len() as u32 + more };
        Lines { count, quantity, amount, first, last, discounts, discounted }
    })
}

fn sold() -> impl Strategy<Value = SalesLine> {
    let off = prop_oneof![
        quantity().prop_map(Off::Share),
        (quantity(), quantity()).prop_map(|(off, gross)| Off::Money { off, gross }),
        any::<String>().prop_map(Off::Open),
    ];
    ("[A-Z]{1,3}[1-9]{1,6}", of(date()), any::<String>(), of(quantity()), of(quantity()), off)
        .prop_map(|(cell, day, product, quantity, amount, off)| SalesLine { cell, day, product, quantity, amount, off })
}

fn answer() -> impl Strategy<Value = Answer> {
    (any::<String>(), any::<String>(), of(any::<String>()), any::<String>())
        .prop_map(|(about, text, cell, choice)| Answer { about, text, cell, choice })
}

fn report() -> impl Strategy<Value = NewReport> {
    let stated = (quantity(), of(any::<String>())).prop_map(|(value, cell)| Stated { value, cell });
    let key = any::<String>().prop_map(|key| MeasureKey::new(&key));
    let head = (period(), of(any::<String>()), of("[A-Z]{3}"), date());
    let body = (
        prop::collection::btree_map(key, stated, 0..8),
        prop::collection::vec(remark(), 0..4),
        of(lines()),
        prop::collection::vec(answer(), 0..3),
    );
    (head, body).prop_map(|(head, (measures, remarks, lines, answers))| {
        let ((kind, period, last_month), sheet, currency, received) = head;
        let distributor = DistributorId::from_u128(0);
        NewReport {
            distributor,
            kind,
            period,
            last_month,
            sheet,
            currency,
            received,
            measures,
            remarks,
            lines,
            answers,
        }
    })
}

fn card() -> impl Strategy<Value = Card> {
    let texts = prop::array::uniform8("\\PC{0,12}");
    let scope = prop::sample::select(vec![Scope::Commercial, Scope::Operational]);
    let status = prop::sample::select(vec![Status::Active, Status::Suspended, Status::Ended]);
    let days = (of(date()), of(date()));
    (texts, scope, status, days).prop_map(|(texts, scope, status, (start, reporting_from))| {
        let [name, country, currency, locale, place, contact, territory, product_line] = texts;
        Card {
            name: format!("Distributor {name}"),
            aliases: vec!["Another".to_owned(), "Other".to_owned()],
            country,
            currency,
            locale,
            place,
            contact,
            territory,
            product_line,
            start,
            reporting_from,
            scope,
            status,
        }
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]

    #[test]
    fn a_report_and_its_card_and_file_are_read_back_equal(
        card in card(),
        new in report(),
        bytes in prop::collection::vec(any::<u8>(), 0..300),
        name in any::<String>(),
        words in prop::collection::btree_map(any::<String>(), any::<String>(), 0..3),
    ) {
        let folder = tempfile::tempdir().unwrap();
        let at: Moment = "2026-11-02T08:00:00.123Z".parse().unwrap();
        let author = Author { who: name.clone(), device: "laptop".to_owned() };
        let mut store = Store::open(folder.path(), at, author.clone()).unwrap();
        let what = What { key: "journal-test".to_owned(), arguments: words.into_iter().collect::<BTreeMap<_, _>>() };
        let act = Act { kind: ActKind::Import, what, at };
        let recorded = store.record(act.clone(), |w| {
            let distributor = w.add_distributor(&card)?;
            let new = NewReport { distributor, ..new.clone() };
            w.add_report(&mut Arrival::new(&bytes, &name, new.received), &new)
        }).unwrap();
        drop(store);

        let store = Store::open(folder.path(), at, author.clone()).unwrap();
        let read = store.report(recorded.value.report()).unwrap();
        let about = &read.about;
        prop_assert_eq!((about.kind, about.period, about.last_month), (new.kind, new.period, new.last_month));
        prop_assert_eq!((&about.sheet, &about.currency, about.received), (&new.sheet, &new.currency, new.received));
        prop_assert_eq!((&about.file_name, about.revision), (&name, 1));
        prop_assert_eq!(&read.measures, &new.measures);
        prop_assert_eq!((&read.remarks, &read.lines, &read.answers), (&new.remarks, &new.lines, &new.answers));
        prop_assert_eq!((&read.entry.author, &read.entry.what, read.entry.at), (&author, &act.what, at));
        prop_assert_eq!(store.distributor(about.distributor).unwrap().map(|found| found.card), Some(card));
        prop_assert_eq!(store.source_bytes(about.file).unwrap(), bytes.clone());
        prop_assert_eq!(store.file_by_sha(Sha256::of(&bytes)).unwrap().map(|known| known.id), Some(about.file));
        let stated: playbook::facts::Values = new.measures.into_iter().map(|(key, stated)| (key, stated.value)).collect();
        let facts = store.facts(about.distributor).unwrap().reports;
        let expected = new.kind.report().map(|_| stated);
        prop_assert_eq!(facts.into_iter().map(|report| report.measures).next(), expected);
        prop_assert_eq!(store.check().unwrap().damage, Vec::new());
    }
}
