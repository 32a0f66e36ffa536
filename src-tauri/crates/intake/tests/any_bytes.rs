//! No bytes make the reader panic. Formats that a library reads are left to the child process, which such a file may
//! end; what is read here is read in this process.
#![expect(clippy::unwrap_used, reason = "a test that can't run fails")]

use std::io::{Cursor, Read, Write};

use intake::grid::Place;
use intake::limits::Limits;
use intake::read::read;
use proptest::prelude::*;
use rust_xlsxwriter::{Format, Workbook};
use zip::write::SimpleFileOptions;

/// Small limits, so that a lucky mutation costs no time.
fn limits() -> Limits {
    Limits { cells: 10_000, content: 10 << 20, part: 10 << 20, ..Limits::default() }
}

/// The parts of a small workbook.
fn parts() -> Vec<(String, Vec<u8>)> {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    for row in 0..4 {
        sheet.write(row, 0, format!("label {row}")).unwrap();
        sheet.write_with_format(row, 1, f64::from(row) * 46_300.5, &Format::new().set_num_format("d/m/yy")).unwrap();
    }
    sheet.merge_range(5, 0, 5, 3, "note", &Format::new()).unwrap();
    let mut zip = zip::ZipArchive::new(Cursor::new(workbook.save_to_buffer().unwrap())).unwrap();
    (0..zip.len())
        .map(|index| {
            let mut part = zip.by_index(index).unwrap();
            let mut bytes = Vec::new();
            part.read_to_end(&mut bytes).unwrap();
            (part.name().unwrap().into_owned(), bytes)
        })
        .collect()
}

fn packed(parts: &[(String, Vec<u8>)]) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        zip.start_file(name.as_str(), SimpleFileOptions::default()).unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

/// Bytes with some replaced, cut out or put in.
fn mutate(bytes: &mut Vec<u8>, at: usize, cut: usize, put: &[u8]) {
    let at = at % (bytes.len() + 1);
    let end = (at + cut).min(bytes.len());
    bytes.splice(at..end, put.iter().copied());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(10_000))]

    #[test]
    fn any_bytes_end_as_a_grid_or_a_refusal(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        let _ = read(&bytes, &limits());
    }

    #[test]
    fn any_start_is_sniffed(
        start in prop::sample::select(vec!["PK\u{3}\u{4}", "From: a\nMIME-Version: 1\n\n", "<?xml", "<html", "sep=;\n", "\u{FEFF}", "%PDF"]),
        bytes in prop::collection::vec(any::<u8>(), 0..200),
    ) {
        let _ = read(&[start.as_bytes(), &bytes].concat(), &limits());
    }

    #[test]
    fn rows_of_fields_are_read_as_they_were_written(
        rows in prop::collection::vec(prop::collection::vec("[a-z0-9 ]{0,5}(;|,|\"|\n)?[a-z]{1,4}", 2..5), 1..6),
        delimiter in prop::sample::select(vec![';', ',', '\t', '|']),
    ) {
        let field = |text: &String| format!("\"{}\"", text.replace('"', "\"\""));
        let line = |fields: &Vec<String>| fields.iter().map(field).collect::<Vec<_>>().join(&delimiter.to_string());
        let text = format!("sep={delimiter}\n{}", rows.iter().map(line).collect::<Vec<_>>().join("\r\n"));
        let grid = read(text.as_bytes(), &limits()).unwrap();
        for (row, fields) in (0..).zip(&rows) {
            for (column, wanted) in (0..).zip(fields) {
                let cell = grid.sheets[0].at(Place { row, column }).unwrap();
                prop_assert_eq!(cell.value.text(), Some(wanted.as_str()));
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn any_text_ends_as_a_grid_or_a_refusal(
        text in "(<table>|<tr>|<td colspan=9>|<td rowspan=3>|</table>|[a-z0-9,;\"\t\n]{0,9}|\\PC{0,5}){0,40}"
    ) {
        let _ = read(text.as_bytes(), &limits());
    }

    #[test]
    fn any_workbook_of_2003_ends_as_a_grid_or_a_refusal(
        inner in "(<Row>|<Row ss:Index=\"[0-9]{1,11}\">|</Row>|<Cell ss:MergeAcross=\"[0-9]{1,11}\" ss:MergeDown=\"[0-9]{1,11}\">|<Cell ss:Index=\"[0-9]{1,3}\">|<Data ss:Type=\"Number\">[0-9.eE-]{0,9}</Data>|</Cell>|<Worksheet>|<Table>){0,30}"
    ) {
        let text = format!("<?xml version=\"1.0\"?><Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\">{inner}</Workbook>");
        let _ = read(text.as_bytes(), &limits());
    }

    #[test]
    fn a_mutated_workbook_ends_as_a_grid_or_a_refusal(
        part in any::<prop::sample::Index>(),
        at in any::<usize>(),
        cut in 0..12_usize,
        put in prop_oneof![
            prop::collection::vec(any::<u8>(), 0..6),
            "(r=\"[A-Z]{0,4}[0-9]{0,10}\"|<c>|</c>|<f si=\"9\" t=\"shared\">|-|9{1,30}|<v>|t=\"[a-z]{1,3}\")".prop_map(String::into_bytes),
        ],
        whole in any::<bool>(),
    ) {
        let mut parts = parts();
        let index = part.index(parts.len());
        if whole {
            let mut bytes = packed(&parts);
            mutate(&mut bytes, at, cut, &put);
            let _ = read(&bytes, &limits());
        } else {
            mutate(&mut parts[index].1, at, cut, &put);
            let _ = read(&packed(&parts), &limits());
        }
    }
}
