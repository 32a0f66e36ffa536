//! Rates and roll-ups, from the grid to the record.

use std::path::Path;

use crate::table::Table;
use crate::view::{DistributorCard, RateEntry};
use crate::{Desk, DeskError, Now, TargetOrder, Who};

type Test = Result<(), DeskError>;

fn now() -> Now {
    Now::at("2026-08-10T09:40:00+08:00".parse().expect("a literal"))
}

/// Two distributors, in Indonesia and in Singapore, with a target for the year.
fn desk(folder: &Path) -> Result<Desk, DeskError> {
    let who = Who { person: "Mei Lin".into(), device: "laptop".into() };
    let mut desk = Desk::open(folder, who, Path::new("no-program"), now())?;
    for (name, country, currency, amount) in
        [("PT Sumber Makmur", "ID", "IDR", "480000"), ("Straits Pacific", "SG", "SGD", "120")]
    {
        let card = DistributorCard {
            id: String::new(),
            name: name.into(),
            aliases: vec![],
            country: country.into(),
            currency: currency.into(),
            locale: String::new(),
            place: String::new(),
            contact: String::new(),
            territory: String::new(),
            products: String::new(),
            start: "2026-01-05".into(),
        };
        let id = desk.save_distributor(&card, now())?;
        let order = TargetOrder {
            grant: String::new(),
            kpi: "revenue".into(),
            amount: amount.into(),
            per: "year".into(),
            from: "2026-01-01".parse().expect("a literal"),
            curve: None,
            reason: String::new(),
            agreed: false,
        };
        desk.set_target(&id, &order, now())?;
    }
    Ok(desk)
}

fn rate(quote: &str, month: &str, kind: &str, text: &str) -> RateEntry {
    let [base, quote, month, kind, text] = ["USD", quote, month, kind, text].map(str::to_owned);
    RateEntry { base, quote, month, kind, text }
}

#[test]
fn as_long_as_no_currency_is_chosen_nothing_is_summed() -> Test {
    let folder = tempfile::tempdir().expect("a folder");
    let desk = desk(folder.path())?;
    let view = desk.roll_up("2026-Q4", now())?;
    assert_eq!((view.to.as_str(), view.sums.len(), view.notes.len()), ("", 0, 1));
    assert_eq!(desk.rates(Some(2026), now())?.rows, []);
    Ok(())
}

#[test]
fn a_roll_up_names_the_rates_it_took_and_those_it_lacks() -> Test {
    let folder = tempfile::tempdir().expect("a folder");
    let mut desk = desk(folder.path())?;
    desk.set_reporting_currency("usd", now())?;
    let months = ["2026-10", "2026-11", "2026-12"];
    let mut rates: Vec<RateEntry> = months.iter().map(|month| rate("IDR", month, "plan", "16,000.00")).collect();
    rates.extend(months.iter().map(|month| rate("SGD", month, "plan", "1.25")));
    desk.set_rates(&rates, now())?;
    let view = desk.roll_up("2026-Q4", now())?;
    // 120,000 Rp at 16,000 and 30 S$ at 1.25.
    assert_eq!((view.title.as_str(), view.sums[0].target.as_str()), ("Revenue of Q4 2026 in US$", "31.50"));
    assert_eq!((view.sums[0].actual.as_str(), view.sums[0].attainment.as_str()), ("–", "–"), "nothing is reported yet");
    assert_eq!(view.sums[0].rates[0], "October 2026: 16,000 Rp for 1 US$");
    assert_eq!((view.sums[0].rates.len(), view.sums[0].missing.len()), (6, 0));
    assert_eq!(view.sums[1].target, "incomplete");
    assert_eq!(view.sums[1].missing[0], "No actual rate between Rp and US$ in October 2026");
    assert_eq!(view.currencies.iter().map(|line| line.target.as_str()).collect::<Vec<_>>(), ["120,000", "30.00"]);
    Ok(())
}

#[test]
fn the_rates_grid_has_plan_and_actual_of_each_currency_and_undo_restores_it() -> Test {
    let folder = tempfile::tempdir().expect("a folder");
    let mut desk = desk(folder.path())?;
    desk.set_reporting_currency("USD", now())?;
    let before = desk.rates(Some(2026), now())?;
    let rows: Vec<_> = before.rows.iter().map(|row| format!("{}, {}", row.title, row.label)).collect();
    assert_eq!(rows, ["Rp for 1 US$, Plan", "Rp for 1 US$, Actual", "S$ for 1 US$, Plan", "S$ for 1 US$, Actual"]);
    assert_eq!(before.missing, "30 rates of 2026 are missing", "eight months have begun, seven are over");
    let entry = desk.set_rates(&[rate("IDR", "2026-07", "actual", "16300.5")], now())?;
    let cell = desk.rates(Some(2026), now())?.rows[1].cells[6].clone();
    assert_eq!((cell.text.as_str(), cell.plain.as_str(), cell.lacking), ("16,300.5", "16300.5", false));
    desk.set_rates(&[rate("IDR", "2026-07", "actual", "")], now())?;
    assert_eq!(desk.rates(Some(2026), now())?, before, "taken out again");
    desk.undo(&entry, now())?;
    assert_eq!(desk.rates(Some(2026), now())?, before);
    Ok(())
}

#[test]
fn a_pasted_row_is_read_by_the_rates_that_are_known() -> Test {
    let folder = tempfile::tempdir().expect("a folder");
    let mut desk = desk(folder.path())?;
    desk.set_reporting_currency("USD", now())?;
    let at = rate("IDR", "2026-01", "plan", "");
    let block = desk.paste_rates(&at, "16.300\t16.250,5\tx\n")?;
    assert_eq!(block.cells.iter().map(|cell| cell.text.as_str()).collect::<Vec<_>>(), ["16250.5"]);
    assert_eq!(block.problems.iter().map(|problem| problem.place.as_str()).collect::<Vec<_>>(), ["A1", "C1"]);
    desk.set_rates(&block.cells, now())?;
    let block = desk.paste_rates(&at, "16.300\n1.250\n")?;
    let read: Vec<_> = block.cells.iter().map(|cell| format!("{} {} {}", cell.quote, cell.kind, cell.text)).collect();
    assert_eq!(read, ["IDR plan 16300"], "1250 and 1.25 are both far from any known rate");
    Ok(())
}

#[test]
fn what_no_rate_can_be_is_refused() -> Test {
    let folder = tempfile::tempdir().expect("a folder");
    let mut desk = desk(folder.path())?;
    for (entry, said) in [
        (rate("IDR", "2026-07", "plan", "0"), "A rate of 0 Rp for 1 US$ is not above zero."),
        (rate("IDR", "2026-07", "plan", "0.000061"), "0.000061 Rp for 1 US$ looks the wrong way round."),
        (rate("USD", "2026-07", "plan", "1"), "One currency needs no rate."),
        (rate("XYZ", "2026-07", "plan", "1"), "“XYZ” is no currency code."),
        (rate("IDR", "July", "plan", "1"), "“July” is no month."),
        (rate("IDR", "2026-07", "guess", "1"), "“guess” is no kind of rate."),
    ] {
        assert_eq!(desk.set_rates(&[entry], now()).expect_err(said).message, said);
    }
    assert!(desk.set_reporting_currency("dollars", now()).is_err());
    Ok(())
}

#[test]
fn a_file_has_plan_and_actual_of_a_month_beside_each_other() -> Test {
    let folder = tempfile::tempdir().expect("a folder");
    let mut desk = desk(folder.path())?;
    let table = |rows: &[&str]| Table::pasted(&rows.join("\n").replace(';', "\t")).expect("a table");
    let rows = [
        "Month;Currency;Plan;Actual",
        "2026-07;IDR;16300;16411.5",
        "Aug 2026;SGD;1.32;",
        "2026-09;XYZ;1;",
        "2026-09;SGD;1.325;",
        "2026-10;IDR;0.000061;16400",
    ];
    let refused = desk.take_rates("r.csv", &table(&rows), now()).expect_err("for one of what?");
    assert_eq!(refused.message, "r.csv does not say what its rates are for one of.");
    desk.set_reporting_currency("USD", now())?;
    let done = desk.take_rates("r.csv", &table(&rows), now())?;
    assert_eq!(done.summary(), "5 rates set.");
    let said: Vec<_> = done.problems.iter().map(|problem| format!("{} {}", problem.place, problem.hint)).collect();
    assert_eq!(said.last().map(String::as_str), Some("C6 Write how many Rp 1 US$ buys."));
    assert_eq!(said.len(), 2);
    let view = desk.rates(Some(2026), now())?;
    let shown = |row: usize, month: usize| view.rows[row].cells[month].plain.clone();
    assert_eq!([shown(0, 6), shown(1, 6), shown(2, 7), shown(2, 8)], ["16300", "16411.5", "1.32", "1.325"]);
    assert!(desk.take_rates("r.csv", &table(&["Currency;Rate"]), now()).is_err());
    Ok(())
}
