//! What a file is, by its first bytes and never by its name: a file named .xls is often a web page, text or a newer
//! workbook.

use std::io::{Cursor, Read};

use crate::draft::Refusal;
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
    Ok(Format::Text)
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
    } else {
        Err(Refusal::NotASpreadsheet)
    }
}
