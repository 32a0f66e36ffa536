//! Good files, broken at random: a thousand of them end as a reading or a refusal, within 20 seconds each. Where the
//! container checks its own content, no number is read that the whole file doesn't state.
#![expect(clippy::unwrap_used, reason = "a test that can't run fails")]

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use intake::child::{Reader, Reading, Unread};
use intake::draft::Context;

/// Files that are broken.
const FILES: usize = 50;
/// How often each is.
const TIMES: u64 = 20;
const TIME: Duration = Duration::from_secs(20);

static NEVER: AtomicBool = AtomicBool::new(false);

/// The files of the cases, the same ones each time: one of each format in turn, so that none is left out.
fn good() -> Vec<(PathBuf, Vec<u8>)> {
    let cases = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../tests/intake/cases");
    let folders = std::fs::read_dir(cases).unwrap().map(|entry| entry.unwrap().path());
    let files = folders.flat_map(|folder| std::fs::read_dir(folder).unwrap()).map(|entry| entry.unwrap().path());
    let mut formats: BTreeMap<_, Vec<PathBuf>> = BTreeMap::new();
    for path in files.filter(|path| path.extension().is_none_or(|ending| ending != "json")) {
        formats.entry(path.extension().map(ToOwned::to_owned)).or_default().push(path);
    }
    formats.values_mut().for_each(|files| files.sort());
    let most = formats.values().map(Vec::len).max().unwrap_or(0);
    let turns = (0..most).flat_map(|turn| formats.values().filter_map(move |files| files.get(turn)));
    let readable = turns.map(|path| (path.clone(), std::fs::read(path).unwrap()));
    readable.filter(|(_, bytes)| read(bytes).is_ok()).take(FILES).collect()
}

fn read(bytes: &[u8]) -> Result<Reading, Unread> {
    let context = Context {
        register: Vec::new(),
        today: "2026-11-02".to_owned(),
        file_name: "file".to_owned(),
        mail: None,
        own: Vec::new(),
    };
    Reader::new(env!("CARGO_BIN_EXE_intake-reader").into()).read(bytes, &context, None, &NEVER)
}

/// What a reading states: each number with its measure and cell.
fn stated(reading: &Reading) -> BTreeSet<String> {
    let drafts = reading.drafts.iter();
    drafts.flat_map(|draft| draft.measures.iter().map(|(key, stated)| format!("{key}={}", stated.value))).collect()
}

/// A sequence that is the same on every machine (SplitMix64).
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    fn below(&mut self, end: usize) -> usize {
        usize::try_from(self.next() % u64::try_from(end.max(1)).unwrap()).unwrap()
    }
}

/// The bytes cut off somewhere, or with up to eight of them changed.
fn broken(bytes: &[u8], random: &mut Random) -> Vec<u8> {
    let mut bytes = bytes.to_vec();
    if random.below(4) == 0 {
        bytes.truncate(random.below(bytes.len()));
        return bytes;
    }
    for _ in 0..=random.below(8) {
        let at = random.below(bytes.len());
        bytes[at] ^= 1 << random.below(8);
    }
    bytes
}

fn one(at: usize, path: &Path, bytes: &[u8], whole: &BTreeSet<String>, time: u64) {
    let mut random = Random(u64::try_from(at).unwrap() * 1000 + time);
    let broken = broken(bytes, &mut random);
    let started = Instant::now();
    let outcome = read(&broken);
    let (took, name) = (started.elapsed(), format!("{}, {time}", path.display()));
    assert!(took < TIME, "{name} took {took:?}");
    match outcome {
        // A zip keeps a checksum of each part.
        Ok(reading) if bytes.starts_with(b"PK") => {
            let more: Vec<_> = stated(&reading).difference(whole).cloned().collect();
            assert!(more.is_empty(), "{name} states {more:?}");
        }
        Ok(_) | Err(Unread::Refused(_)) => {}
        Err(other) => panic!("{name}: {other}"),
    }
}

#[test]
fn a_thousand_broken_files_end_as_readings_or_refusals() {
    let files = good();
    assert_eq!(files.len(), FILES);
    let endings: BTreeSet<_> = files.iter().filter_map(|(path, _)| path.extension()?.to_str()).collect();
    assert!(
        ["xlsx", "xls", "ods", "csv", "txt", "xlsb", "eml", "msg"].iter().all(|ending| endings.contains(ending)),
        "{endings:?}"
    );
    let (next, failed) = (AtomicUsize::new(0), Mutex::new(Vec::new()));
    std::thread::scope(|scope| {
        for _ in 0..2 {
            scope.spawn(|| {
                loop {
                    let at = next.fetch_add(1, Ordering::Relaxed);
                    let Some((path, bytes)) = files.get(at) else { return };
                    let whole = stated(&read(bytes).unwrap());
                    for time in 0..TIMES {
                        let checked = std::panic::catch_unwind(|| one(at, path, bytes, &whole, time));
                        if let Err(why) = checked {
                            failed
                                .lock()
                                .unwrap()
                                .push(why.downcast::<String>().map_or_else(|_| String::new(), |text| *text));
                        }
                    }
                }
            });
        }
    });
    let failed = failed.into_inner().unwrap();
    assert!(failed.is_empty(), "{}", failed.join("\n"));
}
