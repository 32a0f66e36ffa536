//! The reading child: what crosses the pipe, and how its reading ends when it must.
#![expect(clippy::unwrap_used, reason = "a test that can't run fails")]

use std::sync::atomic::AtomicBool;
use std::time::Duration;

use intake::child::{Reader, Reading, Unread, Window};
use intake::draft::{Context, Refusal};
use intake::grid::{Place, Value};
use intake::limits::Limits;

static RUNNING: AtomicBool = AtomicBool::new(false);

fn reader() -> Reader {
    Reader::new(env!("CARGO_BIN_EXE_intake-reader").into())
}

fn read(reader: &Reader, bytes: &[u8], window: Option<Window>) -> Result<Reading, Unread> {
    let context = Context {
        register: Vec::new(),
        today: "2026-11-02".to_owned(),
        file_name: "rows.csv".to_owned(),
        mail: None,
        own: Vec::new(),
    };
    reader.read(bytes, &context, window, &RUNNING)
}

#[track_caller]
fn check(limits: Limits, bytes: &[u8], refusal: Refusal) {
    match read(&reader().with_limits(limits), bytes, None) {
        Err(Unread::Refused(reason)) => assert_eq!(reason, refusal),
        other => panic!("{other:?}"),
    }
}

fn rows(count: u32) -> Vec<u8> {
    (0..count).flat_map(|row| format!("row {row},{row}\n").into_bytes()).collect()
}

#[test]
fn a_preview_shows_what_was_asked_for() {
    let bytes = rows(2000);
    let top = read(&reader(), &bytes, None).unwrap().sheets.remove(0);
    assert_eq!((top.rows, top.columns, top.cells.len()), (2000, 2, 800));
    let place = Place { row: 1500, column: 1 };
    let there = read(&reader(), &bytes, Some(Window { sheet: 0, place })).unwrap().sheets.remove(0);
    let cell = there.cells.iter().find(|cell| cell.place == place).unwrap();
    assert_eq!(cell.value, Value::Text("1500".to_owned()));
}

#[test]
fn out_of_time_or_memory_is_too_large() {
    check(Limits { time: Duration::ZERO, ..Limits::default() }, &rows(10), Refusal::TooLarge);
    check(Limits { memory: 4 << 20, ..Limits::default() }, &rows(200_000), Refusal::TooLarge);
    check(Limits { content: 1 << 10, ..Limits::default() }, &rows(200), Refusal::TooLarge);
    check(Limits { file: 9, ..Limits::default() }, &rows(10), Refusal::TooLarge);
}

#[test]
fn nothing_is_empty() {
    check(Limits::default(), b"", Refusal::Empty);
    check(Limits::default(), b" \n,,\n", Refusal::Empty);
}

#[test]
fn a_reading_can_be_cancelled() {
    let context =
        Context { register: Vec::new(), today: String::new(), file_name: String::new(), mail: None, own: Vec::new() };
    let read = reader().read(&rows(10), &context, None, &AtomicBool::new(true));
    assert!(matches!(read, Err(Unread::Cancelled)), "{read:?}");
}

#[test]
fn a_program_that_is_not_there_is_no_refusal() {
    let read = read(&Reader::new("no-such-program".into()), &rows(10), None);
    assert!(matches!(read, Err(Unread::NotStarted(_))), "{read:?}");
}

#[test]
fn a_child_that_answers_nonsense_means_damaged() {
    // Any program that neither reads its input nor answers.
    #[cfg(unix)]
    match read(&Reader::new("/bin/true".into()), &rows(10), None) {
        Err(Unread::Refused(reason)) => assert_eq!(reason, Refusal::Damaged),
        other => panic!("{other:?}"),
    }
}

#[test]
fn nesting_without_end_is_survived() {
    let limits = Limits { time: Duration::from_secs(2), ..Limits::default() };
    for open in ["<table><tr><td>", "<div>", "<b>"] {
        let page = format!("<html><table><tr><td>1</table>{}", open.repeat(40_000));
        // Read or refused, as time and stack allow: what counts is that this process goes on.
        let read = read(&reader().with_limits(limits), page.as_bytes(), None);
        assert!(matches!(read, Ok(_) | Err(Unread::Refused(_))), "{read:?}");
    }
}
