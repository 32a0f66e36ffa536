//! Workbooks as Excel and other programs write them.
#![expect(clippy::unwrap_used, reason = "a test that can't run fails")]

use std::io::{Cursor, Write};

use intake::draft::Refusal;
use intake::grid::{Grid, Merged, Place, Sheet, Value};
use intake::limits::Limits;
use intake::read::read;
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, Formula, Workbook};
use zip::write::SimpleFileOptions;

const RELATED: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/// A workbook of one sheet, part by part; a part given here replaces the usual one.
fn book(rows: &str, parts: &[(&str, &str)]) -> Vec<u8> {
    let parts: Vec<_> = parts.iter().map(|(name, text)| (*name, text.as_bytes())).collect();
    book_of_bytes(rows, &parts)
}

fn book_of_bytes(rows: &str, parts: &[(&str, &[u8])]) -> Vec<u8> {
    let sheet = format!("<worksheet><sheetData>{rows}</sheetData></worksheet>");
    let relation = |kind: &str, target: &str| {
        format!("<Relationship Id=\"{kind}\" Type=\"{RELATED}/{kind}\" Target=\"{target}\"/>")
    };
    let package = format!("<Relationships>{}</Relationships>", relation("officeDocument", "xl/workbook.xml"));
    let of_book = ["worksheet", "sharedStrings", "styles"].map(|kind| relation(kind, &format!("{kind}.xml")));
    let all = [
        ("[Content_Types].xml", "<Types/>".to_owned()),
        ("_rels/.rels", package),
        (
            "xl/workbook.xml",
            "<workbook><sheets><sheet name=\"Oct\" r:id=\"worksheet\"/></sheets></workbook>".to_owned(),
        ),
        ("xl/_rels/workbook.xml.rels", format!("<Relationships>{}</Relationships>", of_book.concat())),
        ("xl/worksheet.xml", sheet),
    ];
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let kept = all.iter().filter(|(name, _)| parts.iter().all(|(other, _)| other != name));
    for (name, bytes) in kept.map(|(name, text)| (*name, text.as_bytes())).chain(parts.iter().copied()) {
        zip.start_file(name, SimpleFileOptions::default()).unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

/// Cells as `A1=value`, with the format's code in brackets.
fn shown(sheet: &Sheet) -> String {
    let cell = |cell: &intake::grid::Cell| {
        let value = match &cell.value {
            Value::Number(text) => text.clone(),
            Value::Text(text) => format!("{text:?}"),
            other => format!("{other:?}"),
        };
        let format = cell.format.as_ref().map(|code| format!("[{code}]")).unwrap_or_default();
        format!("{}={value}{format}", cell.place)
    };
    sheet.cells.iter().map(cell).collect::<Vec<_>>().join(" ")
}

#[track_caller]
fn check(bytes: &[u8], cells: &str) {
    assert_eq!(shown(&read(bytes, &Limits::default()).unwrap().sheets[0]), cells);
}

#[track_caller]
fn check_refused(bytes: &[u8], limits: Limits, refusal: Refusal) {
    assert_eq!(read(bytes, &limits), Err(refusal));
}

fn written(fill: impl FnOnce(&mut Workbook)) -> (Vec<u8>, Grid) {
    let mut workbook = Workbook::new();
    fill(&mut workbook);
    let bytes = workbook.save_to_buffer().unwrap();
    let grid = read(&bytes, &Limits::default()).unwrap();
    (bytes, grid)
}

#[test]
fn a_written_workbook_reads_back() {
    let (_, grid) = written(|workbook| {
        let sheet = workbook.add_worksheet();
        sheet.set_name("Okt").unwrap();
        sheet.write(0, 0, "Penjualan é").unwrap();
        sheet.write_with_format(0, 1, 0.125, &Format::new().set_num_format("0.0%")).unwrap();
        sheet.write_with_format(1, 1, 1_850_000_000, &Format::new().set_num_format("[$Rp-421]#,##0")).unwrap();
        sheet.write(2, 1, 21_284.200_000_000_004).unwrap();
        let day = ExcelDateTime::from_ymd(2026, 10, 5).unwrap();
        sheet.write_with_format(3, 0, &day, &Format::new().set_num_format("dd/mm/yyyy")).unwrap();
        sheet.write_with_format(3, 1, &day, &Format::new().set_num_format("mmm-yy")).unwrap();
        sheet.write(4, 0, true).unwrap();
        sheet.write(4, 1, Formula::new("=B2*2").set_result("3700000000")).unwrap();
        sheet.merge_range(6, 0, 7, 2, "Catatan\nbaris dua", &Format::new()).unwrap();
        workbook.add_worksheet().set_hidden(true).write(0, 0, "code").unwrap();
        workbook.set_properties(&DocProperties::new().set_custom_property("entrepot", "kind=weekly|period=2026-W45"));
    });
    assert_eq!(
        shown(&grid.sheets[0]),
        "A1=\"Penjualan é\" B1=0.125[0.0%] B2=1850000000[[$Rp-421]#,##0] B3=21284.2 A4=Date(\"2026-10-05\") \
         B4=Date(\"2026-10-05\")[mmm-yy] A5=Bool(true) B5=3700000000 A7=\"Catatan\\nbaris dua\""
    );
    let (first, last) = (Place { row: 6, column: 0 }, Place { row: 7, column: 2 });
    assert_eq!(grid.sheets[0].merged, [Merged { first, last }]);
    let named: Vec<_> = grid.sheets.iter().map(|sheet| (sheet.name.as_deref(), sheet.hidden)).collect();
    assert_eq!(named, [(Some("Okt"), false), (Some("Sheet2"), true)]);
    assert_eq!(grid.properties, [("entrepot".to_owned(), "kind=weekly|period=2026-W45".to_owned())]);
}

#[test]
fn a_formula_whose_value_was_not_kept_says_so() {
    check(
        &book(
            "<row r=\"1\"><c r=\"A1\"><f>SUM(B1:C1)</f></c><c r=\"B1\"><f>1+1</f><v></v></c><c r=\"C1\"><f>1+1</f><v>2</v></c>\
             <c r=\"D1\" t=\"str\"><f>\"\"</f><v></v></c><c r=\"E1\" t=\"str\"><f>X()</f></c></row>\
             <row r=\"2\"><c r=\"A2\"><f t=\"shared\" ref=\"A2:A3\" si=\"0\">B2*$C$1</f></c></row>\
             <row r=\"3\"><c r=\"A3\"><f t=\"shared\" si=\"0\"/></c></row>",
            &[],
        ),
        "A1=Formula(\"SUM(B1:C1)\") B1=Formula(\"1+1\") C1=2 E1=Formula(\"X()\") A2=Formula(\"B2*$C$1\") A3=Formula(\"B3*$C$1\")",
    );
}

#[test]
fn values_are_read_as_they_are_stored() {
    check(
        &book(
            "<row><c t=\"s\"><v>0</v></c><c t=\"s\"><v>1</v></c><c t=\"inlineStr\"><is><r><t>in </t></r><r><t>line</t></r></is></c>\
             <c t=\"str\"><v>a &amp; b&#10;c_x000D_</v></c><c t=\"e\"><v>#SPILL!</v></c><c t=\"b\"><v>0</v></c>\
             <c t=\"d\"><v>2026-10-05T00:00:00</v></c><c><v>1.85E9</v></c><c><v>  </v></c><c/></row>",
            &[(
                "xl/sharedStrings.xml",
                "<sst uniqueCount=\"4294967295\"><si><t>Se</t><rPh><t>zzz</t></rPh></si><si><t xml:space=\"preserve\"> </t></si></sst>",
            )],
        ),
        "A1=\"Se\" C1=\"in line\" D1=\"a & b\\nc\\n\" E1=Error(\"#SPILL!\") F1=Bool(false) G1=Date(\"2026-10-05\") H1=1850000000",
    );
}

#[test]
fn rows_and_cells_without_a_place_follow_the_one_before() {
    check(
        &book("<row><c><v>1</v></c></row><row/><row><c r=\"C3\"><v>2</v></c><c><v>3</v></c></row>", &[]),
        "A1=1 C3=2 D3=3",
    );
}

#[test]
fn days_are_counted_from_1904_where_the_workbook_says_so() {
    let styles = "<styleSheet><numFmts><numFmt numFmtId=\"164\" formatCode=\"d&quot;.&quot;m&quot;.&quot;yyyy\"/></numFmts>\
                  <cellStyleXfs><xf numFmtId=\"9\"/></cellStyleXfs><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/>\
                  <xf numFmtId=\"164\"/><xf numFmtId=\"9\"/></cellXfs></styleSheet>";
    let rows = "<row><c s=\"1\"><v>44838</v></c><c s=\"2\"><v>44838.5</v></c><c s=\"3\"><v>0.5</v></c><c s=\"1\"><v>-3</v></c></row>";
    let workbook =
        "<workbook><workbookPr date1904=\"1\"/><sheets><sheet name=\"Oct\" id=\"worksheet\"/></sheets></workbook>";
    check(
        &book(rows, &[("xl/styles.xml", styles), ("xl/workbook.xml", workbook)]),
        "A1=Date(\"2026-10-05\") B1=Date(\"2026-10-05\") C1=0.5[0%] D1=-3",
    );
}

#[test]
fn names_may_have_prefixes_and_parts_may_be_utf_16() {
    let sheet = "\u{FEFF}<x:worksheet><x:sheetData><x:row><x:c><x:v>7</x:v></x:c></x:row></x:sheetData></x:worksheet>";
    check(&book("", &[("xl/worksheet.xml", sheet)]), "A1=7");
    let wide: Vec<u8> = sheet.encode_utf16().flat_map(u16::to_le_bytes).collect();
    check(&book_of_bytes("", &[("xl/worksheet.xml", &wide)]), "A1=7");
}

#[test]
fn what_is_broken_is_damaged() {
    for rows in [
        "<row><c r=\"A0\"><v>1</v></c></row>",
        "<row><c t=\"s\"><v>0</v></c></row>",
        "<row><c><v>&unknown;</v></c></row>",
        "<row><c r=\"A1\"><v>1</v></c><c r=\"A1\"><v>2</v></c></row>",
        "<row><c t=\"zz\"><v>1</v></c></row>",
    ] {
        check_refused(&book(rows, &[]), Limits::default(), Refusal::Damaged);
    }
    let cut = book("", &[("xl/worksheet.xml", "<worksheet><sheetData><row><c><v>1</v></c>")]);
    check_refused(&cut, Limits::default(), Refusal::Damaged);
    let whole = book("<row><c><v>1</v></c></row>", &[]);
    check_refused(&whole[..whole.len() / 2], Limits::default(), Refusal::Damaged);
}

#[test]
fn limits_hold_before_and_while_unpacking() {
    let cells = book("<row><c><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row>", &[]);
    let large = Limits { rows: 9, columns: 9, cells: 3, ..Limits::default() };
    assert!(read(&cells, &large).is_ok());
    for limits in [
        Limits { cells: 2, ..large },
        Limits { rows: 1, ..large },
        Limits { columns: 1, ..large },
        Limits { content: 100, ..large },
        Limits { part: 100, ..large },
        Limits { file: 100, ..large },
        Limits { packed_tightly: 10, ratio: 0, ..large },
    ] {
        check_refused(&cells, limits, Refusal::TooLarge);
    }
}

#[test]
fn a_workbook_of_blank_sheets_is_empty() {
    check_refused(&book("", &[]), Limits::default(), Refusal::Empty);
    let (blank, text) = ("<row><c s=\"3\"/><c t=\"s\"><v>0</v></c></row>", "<sst><si><t> </t></si></sst>");
    check_refused(&book(blank, &[("xl/sharedStrings.xml", text)]), Limits::default(), Refusal::Empty);
}
