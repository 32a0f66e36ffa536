use std::collections::BTreeMap;
use std::path::Path;

use playbook::measure::{MeasureKey, RemarkKind};
use playbook::period::Period;
use store::{ActKind, Arrival, DistributorId, Kind, NewReport, Stated, What};

use crate::desk::{Desk, Who};
use crate::format::Currency;
use crate::now::Now;
use crate::register::to_card;
use crate::sample;
use crate::targets::new_target;

/// The day of the tests: 8 October 2026, 09:40 in Singapore.
pub(crate) fn now() -> Now {
    Now::at("2026-10-08T09:40:00+08:00".parse().expect("a literal"))
}

/// An empty workspace.
pub(crate) fn empty(folder: &Path) -> Desk {
    let who = Who { person: "Tan Mei Lin".into(), device: "laptop".into() };
    let mut desk = Desk::open(folder, who, folder, now()).expect("a workspace");
    desk.set_manager("Halden Asia", "Tan Mei Lin", now()).expect("a manager");
    desk
}

/// Adds the sample's distributor of that place, under that name.
pub(crate) fn add(desk: &mut Desk, index: usize, name: &str) -> DistributorId {
    let mut card = to_card(&sample::cards()[index], None).expect("a card");
    card.name = name.to_owned();
    card.aliases.clear();
    card.reporting_from = Some("2026-07-01".parse().expect("a literal"));
    let currency = card.currency.clone();
    let what = What::new("entry-distributor-new").with("name", name);
    let added = desk.record(ActKind::Register, what, now(), |writing| {
        let id = writing.add_distributor(&card)?;
        let quarter = "2026-Q3".parse().expect("a literal");
        for (kpi, value) in [("revenue", "5400"), ("pipeline", "25")] {
            writing.add_target(&new_target(id, kpi, quarter, value.parse().expect("a literal"), &currency)?)?;
        }
        Ok(id)
    });
    added.expect("a distributor").value
}

/// A monthly summary that states revenue in the given cell.
pub(crate) fn monthly(desk: &Desk, of: DistributorId, month: &str, revenue: &str, cell: &str) -> NewReport {
    let held = desk.store.distributor(of).expect("a register").expect("a distributor");
    let period: Period = month.parse().expect("a literal");
    let stated = Stated { value: revenue.parse().expect("a literal"), cell: Some(cell.to_owned()) };
    NewReport {
        distributor: of,
        kind: Kind::Monthly,
        period,
        last_month: None,
        sheet: Some("Ringkasan".into()),
        currency: Some(held.card.currency.clone()),
        received: period.last_day() + chrono::Days::new(2),
        measures: BTreeMap::from([(MeasureKey::new("revenue"), stated)]),
        remarks: vec![store::Remark {
            kind: RemarkKind::Issue,
            category: None,
            text: format!("An issue of {}", held.card.name),
            cell: Some("B20".into()),
        }],
        lines: None,
        answers: Vec::new(),
    }
}

/// Stores a report that came in a file of that name.
pub(crate) fn import(desk: &mut Desk, report: NewReport, file: &str) {
    let stated: Vec<_> = report.measures.values().map(|stated| stated.value.to_string()).collect();
    let bytes = format!("{file} {}", stated.join(" "));
    let what = What::new("entry-import-files").with("count", 1).with("reports", 1);
    desk.record(ActKind::Import, what, now(), |writing| {
        let mut arrival = Arrival::new(bytes.as_bytes(), file, report.received);
        Ok(writing.add_report(&mut arrival, &report)?)
    })
    .expect("a report");
}

/// Stores a monthly summary that states revenue in the given cell.
pub(crate) fn summary(desk: &mut Desk, of: DistributorId, month: &str, revenue: &str, cell: &str) {
    let name = desk.store.distributor(of).expect("a register").expect("a distributor").card.name;
    let report = monthly(desk, of, month, revenue, cell);
    import(desk, report, &format!("{name} {month}.xlsx"));
}

/// A distributor with the three summaries of a quarter.
pub(crate) fn with_a_quarter(desk: &mut Desk, name: &str) -> DistributorId {
    let id = add(desk, 0, name);
    for (month, revenue, cell) in [("2026-07", "1736.5", "E6"), ("2026-08", "1763", "E7"), ("2026-09", "1713", "F6")] {
        summary(desk, id, month, revenue, cell);
    }
    id
}

/// What is shown for a figure of the quarter: value, exactly, how, and each part's value and place.
#[track_caller]
fn check(figure: &str, value: &str, exact: &str, how: &str, parts: &[(&str, &str)]) {
    let folder = tempfile::tempdir().expect("a folder");
    let mut desk = empty(folder.path());
    let id = with_a_quarter(&mut desk, "PT Contoh");
    let found = desk.evidence(&format!("d:{id}:2026-Q3:{figure}"), now()).expect("evidence");
    assert_eq!((found.value.as_str(), found.exact.as_str(), found.how.as_str()), (value, exact, how));
    let found: Vec<_> = found.parts.iter().map(|part| (part.value.as_str(), part.place.as_str())).collect();
    assert_eq!(found, parts, "{figure}");
}

const CELLS: [(&str, &str); 3] =
    [("1,736.5 Rp", "Ringkasan!E6"), ("1,763 Rp", "Ringkasan!E7"), ("1,713 Rp", "Ringkasan!F6")];

#[test]
fn a_quarters_total_opens_its_three_cells() {
    check("revenue:actual", "5,213 Rp", "5,212.5 Rp", "The sum of 3 monthly summaries.", &CELLS);
    check("revenue:attainment", "96.5 %", "96.5278 %", "5,213 Rp against a target of 5,400 Rp.", &CELLS);
    check("revenue:points", "24.1", "", "Weight 25 times 96.5 %.", &CELLS);
    check("revenue:target", "5,400 Rp", "", "Agreed for Q3 2026.", &[]);
}

#[test]
fn a_receipt_opens_the_report_itself() {
    let came = [("Sun 2 Aug", "Ringkasan"), ("Wed 2 Sep", "Ringkasan"), ("Fri 2 Oct", "Ringkasan")];
    check("monthly-on-time:actual", "3 months", "100.0000 %", "3 of 3 came by their due date.", &came);
}

#[test]
fn what_did_not_come_counts_as_nothing_and_says_so() {
    let none = "It is missing, and counts as nothing.";
    check("pipeline:attainment", "0.0 %", "0.0000 %", none, &[]);
}

#[test]
fn a_corrected_value_names_its_revision_and_what_it_was() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut desk = empty(folder.path());
    let id = with_a_quarter(&mut desk, "PT Contoh");
    summary(&mut desk, id, "2026-08", "1763.7", "E7");
    let found = desk.evidence(&format!("d:{id}:2026-Q3:revenue:actual"), now()).expect("evidence");
    let august = &found.parts[1];
    assert_eq!((august.value.as_str(), august.revision), ("1,763.7 Rp", 2));
    assert_eq!(august.confirmed, "Confirmed by Tan Mei Lin, 8 October 2026; R2, was 1,763 Rp");
    let one = desk.evidence(&august.token, now()).expect("evidence of a value");
    assert_eq!((one.title.as_str(), one.parts.len()), ("Revenue, August 2026", 1));
    assert_eq!(Currency::new("IDR").sign(), "Rp");
}

#[test]
fn a_number_that_is_not_here_is_an_answer() {
    let folder = tempfile::tempdir().expect("a folder");
    let desk = empty(folder.path());
    let nobody = "01890a5d-ac96-774b-bcce-b302099a8057";
    for token in ["", "x", "d:1:2026-Q3:score", &format!("d:{nobody}:2026-Q3:score"), &format!("r:{nobody}:revenue")] {
        let found = desk.evidence(token, now()).map(|_| ()).map_err(|error| error.kind);
        assert_eq!(found, Err(crate::ErrorKind::Unknown), "{token}");
    }
}
