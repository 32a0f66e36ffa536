//! What a file is, by its first bytes and never by its name: a file named .xls is often a web page, text or a newer
//! workbook.

use std::io::{Cursor, Read};

use crate::draft::Refusal;
use crate::read::mail::{PROPERTIES, is_eml};
use crate::read::package::Package;

/// A format that can hold sheets.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// Office Open XML, with or without macros.
    Xlsx,
    /// The binary form of the same.
    Xlsb,
    /// OpenDocument.
    Ods,
    /// The older binary workbook.
    Xls,
    /// An e-mail as it is sent.
    Eml,
    /// An e-mail as Outlook saves it.
    Msg,
    /// Anything that is no package: a web page, SpreadsheetML 2003, CSV or plain text, once it is decoded.
    Text,
}

const OLE: &[u8] = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";
const ZIP: [&[u8]; 3] = [b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08"];

/// First bytes of what is often dropped by mistake, and of what text can't start with.
const OTHERS: [&[u8]; 13] = [
    b"%PDF",
    b"\x89PNG",
    b"\xFF\xD8\xFF",
    b"GIF8",
    b"II*\0",
    b"MM\0*",
    b"\x7FELF",
    b"\x1F\x8B",
    b"7z\xBC\xAF",
    b"Rar!",
    b"{\\rtf",
    b"SQLite format 3",
    b"\0\0\0\x18ftyp",
];

/// The format of a file.
///
/// # Errors
/// [`Refusal::Empty`] for no bytes, [`Refusal::Encrypted`] behind a password, [`Refusal::NotASpreadsheet`] for any
/// other known format, [`Refusal::Damaged`] where a package can't be opened.
pub fn sniff(bytes: &[u8]) -> Result<Format, Refusal> {
    if bytes.is_empty() {
        return Err(Refusal::Empty);
    }
    if ZIP.iter().any(|magic| bytes.starts_with(magic)) {
        return package(bytes);
    }
    if bytes.starts_with(OLE) {
        return compound(bytes);
    }
    let head = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    if OTHERS.iter().any(|magic| head.starts_with(magic)) {
        return Err(Refusal::NotASpreadsheet);
    }
    Ok(if is_eml(bytes) { Format::Eml } else { Format::Text })
}

/// A zip archive is a workbook by the parts in it.
fn package(bytes: &[u8]) -> Result<Format, Refusal> {
    let mut package = Package::open(bytes)?;
    let typed = package.any(|name| name == "[content_types].xml");
    if package.any(|name| name.ends_with("workbook.bin")) {
        Ok(Format::Xlsb)
    } else if package.any(|name| name.ends_with("workbook.xml")) {
        Ok(Format::Xlsx)
    } else if !typed && package.any(|name| name == "content.xml") {
        open_document(&mut package)
    } else {
        Err(Refusal::NotASpreadsheet)
    }
}

/// Letters and drawings are OpenDocument too: the `mimetype` member says which.
fn open_document(package: &mut Package<'_>) -> Result<Format, Refusal> {
    let Some(part) = package.part("mimetype") else { return Ok(Format::Ods) };
    let mut kind = String::new();
    part?.take(256).read_to_string(&mut kind).map_err(|_| Refusal::Damaged)?;
    if kind.contains("spreadsheet") { Ok(Format::Ods) } else { Err(Refusal::NotASpreadsheet) }
}

/// A compound file is a workbook, an encrypted package or something else by the streams in it. Opening it also
/// catches allocation tables that loop.
fn compound(bytes: &[u8]) -> Result<Format, Refusal> {
    let file = cfb::CompoundFile::open(Cursor::new(bytes)).map_err(|_| Refusal::Damaged)?;
    let has = |name: &str| file.is_stream(name);
    if has("/EncryptedPackage") {
        Err(Refusal::Encrypted)
    } else if has("/Workbook") || has("/Book") || has("/WORKBOOK") || has("/BOOK") {
        Ok(Format::Xls)
    } else if has(PROPERTIES) {
        Ok(Format::Msg)
    } else {
        Err(Refusal::NotASpreadsheet)
    }
}

#[cfg(test)]
mod tests {
    use std::io::Write;

    use super::*;

    fn zip_of(names: &[&str], text: &str) -> Vec<u8> {
        let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
        for name in names {
            zip.start_file(*name, zip::write::SimpleFileOptions::default()).expect("in memory");
            zip.write_all(text.as_bytes()).expect("in memory");
        }
        zip.finish().expect("in memory").into_inner()
    }

    fn compound_of(stream: &str) -> Vec<u8> {
        let mut file = cfb::CompoundFile::create(Cursor::new(Vec::new())).expect("in memory");
        file.create_stream(stream).expect("in memory");
        file.into_inner().into_inner()
    }

    #[track_caller]
    fn check(bytes: &[u8], format: Result<Format, Refusal>) {
        assert_eq!(sniff(bytes), format);
    }

    #[test]
    fn packages_are_told_by_their_parts() {
        let types = "[Content_Types].xml";
        check(&zip_of(&[types, "xl/workbook.xml"], ""), Ok(Format::Xlsx));
        check(&zip_of(&[types, "XL\\Workbook.xml"], ""), Ok(Format::Xlsx));
        check(&zip_of(&[types, "xl/workbook.bin"], ""), Ok(Format::Xlsb));
        check(&zip_of(&["mimetype", "content.xml"], "application/vnd.oasis.opendocument.spreadsheet"), Ok(Format::Ods));
        for names in [&[types, "word/document.xml"][..], &["October.xlsx"], &["photo.jpg", "content.xml/x"], &[]] {
            check(&zip_of(names, ""), Err(Refusal::NotASpreadsheet));
        }
        let letter = zip_of(&["mimetype", "content.xml"], "application/vnd.oasis.opendocument.text");
        check(&letter, Err(Refusal::NotASpreadsheet));
        check(&letter[..letter.len() / 2], Err(Refusal::Damaged));
    }

    #[test]
    fn compound_files_are_told_by_their_streams() {
        check(&compound_of("/Workbook"), Ok(Format::Xls));
        check(&compound_of("/Book"), Ok(Format::Xls));
        check(&compound_of("/__properties_version1.0"), Ok(Format::Msg));
        check(&compound_of("/EncryptedPackage"), Err(Refusal::Encrypted));
        check(&compound_of("/WordDocument"), Err(Refusal::NotASpreadsheet));
        check(&compound_of("/Workbook")[..600], Err(Refusal::Damaged));
    }

    #[test]
    fn other_files_are_no_spreadsheets() {
        for head in [&b"%PDF-1.7"[..], b"\x89PNG\r\n", b"\xFF\xD8\xFF\xE0", b"{\\rtf1", b"\x1F\x8B\x08"] {
            check(head, Err(Refusal::NotASpreadsheet));
        }
        check(b"", Err(Refusal::Empty));
        check(b"a;b", Ok(Format::Text));
        check(b"From: a@b.c\r\nMIME-Version: 1.0\r\n\r\nhello", Ok(Format::Eml));
    }
}
