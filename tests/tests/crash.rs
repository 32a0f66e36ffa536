//! Killed at a hundred points during imports, the application has lost no import that it acknowledged and holds none by
//! half.
#![expect(clippy::unwrap_used, reason = "a test may stop at the first surprise")]

use std::collections::BTreeMap;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Duration;

use playbook::number::Quantity;
use playbook::period::Month;
use store::{Author, Store};

const KILLS: u32 = 100;

/// Files on one command line.
const FILES: u32 = 6;

const DISTRIBUTORS: [&str; 4] = ["PT Sumber Makmur", "Selat Filters", "Siam Parts", "Cebu Trading"];

const LABELS: [(&str, &str); 5] = [
    ("revenue", "Revenue"),
    ("units_sold", "Units sold"),
    ("leads", "Leads"),
    ("quotes", "Quotes"),
    ("purchase_orders", "Purchase orders"),
];

#[test]
fn a_hundred_kills_during_imports_lose_nothing() {
    let folder = tempfile::tempdir().unwrap();
    register(folder.path());
    let (mut dice, mut next, mut unheard) = (Dice(0x5eed), 0, 0);
    for _ in 0..KILLS {
        let (heard, landed_before) = kill_one(folder.path(), next, &mut dice);
        next += heard;
        unheard += u32::from(landed_before);
        whole(folder.path(), next);
    }
    println!("{KILLS} kills, {next} imports acknowledged, nothing lost; {unheard} had landed unheard");
    assert!(next > KILLS, "too few imports to say anything: {next}");
    assert!(unheard > 0, "no kill fell between a commit and its acknowledgement");
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

/// The command line, built beside this test.
fn cli(folder: &Path) -> Command {
    let test = std::env::current_exe().unwrap();
    let built = test.ancestors().nth(2).unwrap().join(format!("entrepot-cli{}", std::env::consts::EXE_SUFFIX));
    assert!(built.exists(), "{} is missing: cargo build -p entrepot-cli", built.display());
    let mut command = Command::new(built);
    command.arg("--data").arg(data(folder)).args(["--today", "2026-11-02"]);
    command
}

fn data(folder: &Path) -> PathBuf {
    folder.join("data")
}

fn register(folder: &Path) {
    let rows = DISTRIBUTORS.map(|name| format!("{name},,ID,IDR,en-ID\n")).concat();
    let register = folder.join("register.csv");
    std::fs::write(&register, format!("name,aliases,country,currency,locale\n{rows}")).unwrap();
    assert!(cli(folder).arg("register").arg(register).stdout(Stdio::null()).status().unwrap().success());
}

fn distributor(number: u32) -> &'static str {
    DISTRIBUTORS[number as usize % DISTRIBUTORS.len()]
}

fn month(number: u32) -> Month {
    let months = number / DISTRIBUTORS.len() as u32;
    Month::new(2012 + i32::try_from(months / 12).unwrap(), months % 12 + 1).unwrap()
}

/// What file `number` states.
fn stated(number: u32) -> impl Iterator<Item = (&'static str, &'static str, u32)> {
    (1000..).zip(LABELS).map(move |(base, (key, label))| (key, label, base + number))
}

/// A monthly summary as a distributor would send it.
fn file(folder: &Path, number: u32) -> PathBuf {
    let path = folder.join(format!("summary-{number}.csv"));
    let measures: String = stated(number).map(|(_, label, value)| format!("{label},{value}\n")).collect();
    let head = format!("Monthly summary\nDistributor,{}\nMonth,{}\n", distributor(number), month(number));
    std::fs::write(&path, format!("{head}Currency,IDR\n{measures}")).unwrap();
    path
}

/// Starts an import of the files from `first` on and kills it after some acknowledgements and a moment. Gives how many
/// it acknowledged, and whether the first had landed in a run before.
fn kill_one(folder: &Path, first: u32, dice: &mut Dice) -> (u32, bool) {
    let files = (first..first + FILES).map(|number| file(folder, number));
    let mut child = cli(folder).arg("import").args(files).stdout(Stdio::piped()).spawn().unwrap();
    // A line names a file once it is in; its reports follow, indented.
    let said = BufReader::new(child.stdout.take().unwrap()).lines().map_while(Result::ok);
    let mut files = said.filter(|line| line.contains("summary-"));
    // Sometimes while files are still being read, mostly while they are stored.
    let wait_for = dice.below(u64::from(FILES)) as usize;
    let mut said: Vec<String> = files.by_ref().take(wait_for).collect();
    std::thread::sleep(Duration::from_micros(dice.below(16_000)));
    child.kill().unwrap();
    child.wait().unwrap();
    // What was said before the kill, but not read yet, counts as said.
    said.extend(files);
    for (number, line) in (first..).zip(&said) {
        assert!(line.contains(&format!("summary-{number}.csv")), "{line}");
    }
    let known = |line: &String| line.starts_with("as it was");
    assert!(!said.iter().skip(1).any(known), "only one can have landed unheard: {said:?}");
    (u32::try_from(said.len()).unwrap(), said.first().is_some_and(known))
}

/// Every acknowledged import is there, at most one more is, and each is whole: report, measures and file.
fn whole(folder: &Path, acknowledged: u32) {
    let author = Author { who: "Mei Lin".to_owned(), device: "laptop".to_owned() };
    let store = Store::open(&data(folder), "2026-11-02T08:00:00Z".parse().unwrap(), author).unwrap();
    let health = store.check().unwrap();
    assert_eq!(health.damage, []);
    let landed = u32::try_from(health.files).unwrap();
    assert!((acknowledged..=acknowledged + 1).contains(&landed), "{landed} landed, {acknowledged} acknowledged");
    let all = store.all_facts().unwrap();
    let mut found = BTreeMap::new();
    for known in store.distributors().unwrap() {
        for report in all.get(&known.id).into_iter().flat_map(|filed| &filed.reports) {
            let measures: BTreeMap<_, _> = report.measures.iter().map(|(key, value)| (key.as_str(), value)).collect();
            found.insert((known.card.name.clone(), report.period, report.revision), measures);
        }
    }
    let expected = |number: u32| -> ((String, _, u32), BTreeMap<_, Quantity>) {
        let measures = stated(number).map(|(key, _, value)| (key, value.into())).collect();
        ((distributor(number).to_owned(), month(number).into(), 1), measures)
    };
    assert_eq!(found, (0..landed).map(expected).collect());
}
