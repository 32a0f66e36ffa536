//! Killed at a hundred points during imports, the store has lost nothing that was acknowledged and holds nothing by
//! half. The program imports files when it is called with a folder, and kills such copies of itself when it is not.
#![expect(clippy::unwrap_used, reason = "a test may stop at the first surprise")]

use std::collections::BTreeMap;
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Duration;

use chrono::{Days, NaiveDate};
use playbook::measure::{MEASURES, MeasureKey, ReportKind};
use playbook::period::Week;
use store::{
    Act, ActKind, Arrival, Author, Card, DistributorId, Kind, Moment, NewReport, Scope, Stated, Status, Store,
    StoreError, What, Writing,
};

const KILLS: u32 = 100;
const DISTRIBUTORS: u32 = 3;

fn main() {
    let mut arguments = std::env::args().skip(1);
    match (arguments.next().as_deref(), arguments.next()) {
        (Some("import"), Some(folder)) => import(Path::new(&folder)),
        _ => kill_again_and_again(),
    }
}

fn open(folder: &Path) -> Result<Store, StoreError> {
    Store::open(folder, now(), Author { who: "Mei Lin".to_owned(), device: "laptop".to_owned() })
}

fn now() -> Moment {
    "2026-11-02T08:00:00Z".parse().unwrap()
}

fn act(kind: ActKind) -> Act {
    Act { kind, what: What::new("journal-crash"), at: now() }
}

/// Imports week after week, from the first on that was not acknowledged to this program, and says so after each.
fn import(folder: &Path) {
    let mut store = open(folder).unwrap();
    let first: u32 = std::env::var("FIRST").unwrap().parse().unwrap();
    let known = store.distributors().unwrap();
    let ids: Vec<_> = known.iter().map(|distributor| distributor.id).collect();
    for number in first.. {
        let content = format!("week {number} ").repeat(500);
        let recorded = store.record(act(ActKind::Import), |w| add(w, &ids, number, &content)).unwrap();
        println!("{number} {}", if recorded.entry.is_some() { "added" } else { "unchanged" });
    }
}

/// One file with a report of each distributor.
fn add(w: &mut Writing<'_>, ids: &[DistributorId], number: u32, content: &str) -> Result<(), StoreError> {
    let mut file = Arrival::new(content.as_bytes(), "week.xlsx", week(number).last_day());
    for (at, id) in (0..).zip(ids) {
        let stated = measures().into_iter().map(|key| (key, Stated { value: (number + at).into(), cell: None }));
        let new = NewReport {
            distributor: *id,
            kind: Kind::Weekly,
            period: week(number).into(),
            last_month: None,
            sheet: None,
            currency: None,
            received: week(number).last_day(),
            measures: stated.collect(),
            remarks: Vec::new(),
            lines: None,
            answers: Vec::new(),
        };
        w.add_report(&mut file, &new)?;
    }
    Ok(())
}

fn week(number: u32) -> Week {
    Week::of(NaiveDate::from_ymd_opt(2000, 1, 3).unwrap() + Days::new(7 * u64::from(number)))
}

fn measures() -> Vec<MeasureKey> {
    MEASURES.iter().filter(|known| known.report == ReportKind::Weekly).map(|known| known.key.clone()).collect()
}

fn register(store: &mut Store) {
    let text = String::new;
    store
        .record::<_, StoreError>(act(ActKind::Register), |w| {
            for number in 0..DISTRIBUTORS {
                w.add_distributor(&Card {
                    name: format!("Distributor {number}"),
                    aliases: Vec::new(),
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
                })?;
            }
            Ok(())
        })
        .unwrap();
}

/// Numbers without pattern, but the same in each run.
struct Dice(u64);

impl Dice {
    fn below(&mut self, end: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0 % end
    }
}

fn kill_again_and_again() {
    let folder = tempfile::tempdir().unwrap();
    register(&mut open(folder.path()).unwrap());
    let (mut dice, mut next, mut unheard) = (Dice(0x5eed), 0, 0);
    for _ in 0..KILLS {
        let (heard, repeated) = kill_one(folder.path(), next, &mut dice);
        next = heard.unwrap_or(next);
        unheard += u32::from(repeated);
        whole(folder.path(), next);
    }
    println!("{KILLS} kills, {next} imports acknowledged, nothing lost; {unheard} had landed unheard");
    assert!(next > KILLS, "too few imports to say anything: {next}");
}

/// Starts an import at `first` and kills it after some acknowledgements and a moment. Gives the first number that was
/// not acknowledged, if any was, and whether the first import had landed in a run before.
fn kill_one(folder: &Path, first: u32, dice: &mut Dice) -> (Option<u32>, bool) {
    let mut child = Command::new(std::env::current_exe().unwrap())
        .arg("import")
        .arg(folder)
        .env("FIRST", first.to_string())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
    let mut said: Vec<String> = lines.by_ref().take(dice.below(5) as usize).map(Result::unwrap).collect();
    // Anywhere within the next few imports.
    std::thread::sleep(Duration::from_micros(dice.below(12_000)));
    child.kill().unwrap();
    child.wait().unwrap();
    // What was said before the kill, but not read yet, counts as said; a line cut short does not.
    said.extend(lines.map_while(Result::ok).filter(|line| line.ends_with("added") || line.ends_with("unchanged")));
    let number = |line: &String| line.split(' ').next().unwrap().parse::<u32>().unwrap();
    assert!(said.iter().map(number).eq((first..).take(said.len())), "{said:?}");
    assert!(!said.iter().skip(1).any(|line| line.ends_with("unchanged")), "only one can have landed unheard: {said:?}");
    (said.last().map(|line| number(line) + 1), said.first().is_some_and(|line| line.ends_with("unchanged")))
}

/// Every acknowledged import is there, at most one more is, and each is whole.
fn whole(folder: &Path, acknowledged: u32) {
    let store = open(folder).unwrap();
    let health = store.check().unwrap();
    assert_eq!(health.damage, []);
    for (at, distributor) in (0..).zip(store.distributors().unwrap()) {
        let reports = store.facts(distributor.id).unwrap().reports;
        let stated: BTreeMap<_, _> = reports.into_iter().map(|report| (report.period, report.measures)).collect();
        let expected = |count: u32| -> BTreeMap<_, _> {
            let of = |number: u32| measures().into_iter().map(|key| (key, (number + at).into())).collect();
            (0..count).map(|number| (week(number).into(), of(number))).collect()
        };
        let landed = u32::try_from(stated.len()).unwrap();
        assert!((acknowledged..=acknowledged + 1).contains(&landed), "{landed} of {acknowledged}");
        assert_eq!(stated, expected(landed));
        assert_eq!(health.files as u32, landed);
    }
}
