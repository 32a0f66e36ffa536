//! The app's own forms, filled and saved by other programs: each is recognised without any mapping, to the digit.
#![expect(clippy::unwrap_used, reason = "a test that can't run fails")]

use std::path::{Path, PathBuf};

use intake::draft::{Context, Draft, Known};
use intake::limits::Limits;
use intake::read::read;
use intake::recognise::recognise;
use playbook::form::{Form, States};
use playbook::measure::{RemarkKind, ReportKind, Unit, measure};

/// How each form was saved.
const SAVED: [&str; 7] = [
    "by-openpyxl.xlsx",
    "by-libreoffice.xlsx",
    "by-libreoffice.ods",
    "by-libreoffice.xls",
    "by-libreoffice.csv",
    "values-only.xlsx",
    "decimal-commas.csv",
];

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../tests/intake/forms")
}

fn context() -> Context {
    let known = |name: &str, country: &str, currency: &str, locale: &str| Known {
        name: name.to_owned(),
        aliases: Vec::new(),
        country: country.to_owned(),
        currency: currency.to_owned(),
        locale: locale.to_owned(),
    };
    let register = vec![
        known("Cebu Island Traders Inc.", "PH", "PHP", "en-PH"),
        known("PT Mitra Surya Kencana", "ID", "IDR", "id-ID"),
    ];
    Context {
        register,
        today: "2026-11-02".to_owned(),
        file_name: "copy of a copy.xlsx".to_owned(),
        mail: None,
        own: Vec::new(),
    }
}

/// What was filled in: a number told from every other by its row, and two sentences in each list.
fn filled(kind: ReportKind) -> (Vec<String>, Vec<String>) {
    let (mut numbers, mut sentences) = (Vec::new(), Vec::new());
    let mut lists: Vec<RemarkKind> = Vec::new();
    for field in Form::of(kind).fields {
        let row = field.row;
        match field.states {
            States::Measure(key) if measure(key.as_str()).unwrap().unit == Unit::Money => {
                numbers.push(format!("{key}={}.25", 1_000_000 + row));
            }
            States::Measure(key) => numbers.push(format!("{key}={}", 100 * row)),
            States::Remark(of) if lists.iter().filter(|known| **known == of).count() < 2 => {
                lists.push(of);
                sentences.push(format!("{}: Said in row {row}", of.key()));
            }
            _ => {}
        }
    }
    numbers.sort();
    (numbers, sentences)
}

fn stated(draft: &Draft) -> (Vec<String>, Vec<String>) {
    let numbers = draft.measures.iter().map(|(key, stated)| format!("{key}={}", stated.value)).collect();
    let sentences = draft.remarks.iter().map(|remark| format!("{}: {}", remark.kind.key(), remark.text)).collect();
    (numbers, sentences)
}

#[test]
fn a_form_is_recognised_however_it_was_saved() {
    for (name, kind, period) in
        [("weekly", ReportKind::Weekly, "2026-W41"), ("monthly", ReportKind::Monthly, "2026-10")]
    {
        for saved in SAVED {
            let path = folder().join(format!("{name}-{saved}"));
            let bytes = std::fs::read(&path).unwrap_or_else(|why| panic!("{}: {why}", path.display()));
            let drafts = recognise(&read(&bytes, &Limits::default()).unwrap(), &context());
            let [draft] = drafts.as_slice() else { panic!("{}: {drafts:#?}", path.display()) };
            assert!(draft.template && draft.questions.is_empty(), "{}: {draft:#?}", path.display());
            assert_eq!(draft.period.as_ref().unwrap().value.to_string(), period, "{}", path.display());
            assert_eq!(stated(draft), filled(kind), "{}", path.display());
            assert!(draft.distributor.is_some() && (kind == ReportKind::Weekly || draft.currency.is_some()));
        }
    }
}

#[test]
fn a_blank_form_of_today_is_the_one_that_was_filled() {
    for (name, kind) in [("weekly", ReportKind::Weekly), ("monthly", ReportKind::Monthly)] {
        let bytes = std::fs::read(folder().join(format!("blank/{name}.xlsx"))).unwrap();
        let grid = read(&bytes, &Limits::default()).unwrap();
        assert_eq!(recognise(&grid, &context()), Vec::new());
        let code = |place: &str| grid.sheets[0].cells.iter().find(|cell| cell.place.to_string() == place).unwrap();
        assert_eq!(code(Form::CODE_CELL).value.text(), Some(Form::of(kind).code));
    }
}
