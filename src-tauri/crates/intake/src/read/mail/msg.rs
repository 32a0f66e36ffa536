//! An e-mail as Outlook saves it (MS-OXMSG): a compound file whose streams are named by property.

use std::io::{Cursor, Read, Write};

use chrono::NaiveDate;
use encoding_rs::UTF_16LE;

use super::eml::{day, minutes_ahead};
use super::{Letter, take};
use crate::draft::Refusal;
use crate::limits::Limits;
use crate::mail::{Mail, MailHint};
use crate::read::text::decode;

/// Where a saved e-mail keeps its fixed properties.
pub(crate) const PROPERTIES: &str = "/__properties_version1.0";
/// The first letters of a storage that holds a file.
const ATTACHED: &str = "__attach_version1.0_";
/// The clock of most of Southeast Asia, for an e-mail that names no other: 420 minutes ahead.
const CLOCK: i32 = 7 * 60;

const SUBJECT: &str = "0037";
const HEADERS: &str = "007D";
const SENDER: &str = "0C1A";
const ADDRESS: [&str; 2] = ["5D01", "0C1F"];
const WORDS: &str = "1000";
const PAGE: &str = "1013";
const LONG_NAME: &str = "3707";
const SHORT_NAME: &str = "3704";
const SHOWN_NAME: &str = "3001";
/// Delivered, and submitted by the sender: moments.
const MOMENTS: [u32; 2] = [0x0E06_0040, 0x0039_0040];

type File<'a> = cfb::CompoundFile<Cursor<&'a [u8]>>;

/// Takes an e-mail apart.
pub(super) fn open(bytes: &[u8], limits: &Limits) -> Result<Letter, Refusal> {
    let mut file = cfb::CompoundFile::open(Cursor::new(bytes)).map_err(|_| Refusal::Damaged)?;
    let headers = text(&mut file, "", HEADERS, limits)?;
    let address = ADDRESS.iter().find_map(|id| text(&mut file, "", id, limits).ok().flatten());
    let hint = MailHint {
        sender: text(&mut file, "", SENDER, limits)?.unwrap_or_default(),
        address: address.unwrap_or_default(),
        subject: text(&mut file, "", SUBJECT, limits)?.unwrap_or_default(),
    };
    let ahead = headers.as_deref().and_then(minutes_ahead).unwrap_or(CLOCK);
    let properties = stream(&mut file, PROPERTIES, limits)?.unwrap_or_default();
    let mut mail = Mail { received: received(&properties, ahead), hint, attachments: Vec::new() };
    let storages = file.read_root_storage().filter(|entry| entry.is_storage() && entry.name().starts_with(ATTACHED));
    let mut storages: Vec<String> = storages.map(|entry| format!("/{}", entry.name())).collect();
    storages.sort();
    for storage in storages {
        attachment(&mut file, &storage, &mut mail, limits)?;
    }
    let page = match text(&mut file, "", PAGE, limits)? {
        Some(page) => Some(page),
        None => binary(&mut file, "", PAGE, limits)?.and_then(|page| decode(&page).map(|page| page.into_owned())),
    };
    let words = text(&mut file, "", WORDS, limits)?.filter(|words| !words.trim().is_empty());
    Ok(Letter { mail, text: words, page })
}

fn attachment(file: &mut File<'_>, storage: &str, mail: &mut Mail, limits: &Limits) -> Result<(), Refusal> {
    let mut name = None;
    for id in [LONG_NAME, SHORT_NAME, SHOWN_NAME] {
        name = name.or(text(file, storage, id, limits)?);
    }
    let name = name.unwrap_or_default();
    if let Some(bytes) = binary(file, storage, "3701", limits)? {
        return take(mail, &name, bytes, limits);
    }
    let inner = format!("{storage}/__substg1.0_3701000D");
    if !file.is_storage(&inner) {
        return Ok(());
    }
    let bytes = rebuilt(file, &inner, limits)?;
    take(mail, &format!("{name}.msg"), bytes, limits)
}

/// An e-mail inside another as a file of its own.
fn rebuilt(file: &mut File<'_>, storage: &str, limits: &Limits) -> Result<Vec<u8>, Refusal> {
    let damaged = |_: std::io::Error| Refusal::Damaged;
    let entries: Vec<(std::path::PathBuf, bool)> = file
        .walk_storage(storage)
        .map_err(damaged)?
        .skip(1)
        .map(|entry| (entry.path().to_owned(), entry.is_storage()))
        .collect();
    let mut copy = cfb::CompoundFile::create(Cursor::new(Vec::new())).map_err(damaged)?;
    let mut left = limits.file;
    for (path, is_storage) in entries {
        let own = std::path::Path::new("/").join(path.strip_prefix(storage).map_err(|_| Refusal::Damaged)?);
        if is_storage {
            copy.create_storage(&own).map_err(damaged)?;
            continue;
        }
        let bytes = read(file.open_stream(&path).map_err(damaged)?, limits)?;
        left = left.checked_sub(u64::try_from(bytes.len()).unwrap_or(u64::MAX)).ok_or(Refusal::TooLarge)?;
        copy.create_stream(&own).and_then(|mut stream| stream.write_all(&bytes)).map_err(damaged)?;
    }
    copy.flush().map_err(damaged)?;
    Ok(copy.into_inner().into_inner())
}

fn stream(file: &mut File<'_>, path: &str, limits: &Limits) -> Result<Option<Vec<u8>>, Refusal> {
    if !file.is_stream(path) {
        return Ok(None);
    }
    read(file.open_stream(path).map_err(|_| Refusal::Damaged)?, limits).map(Some)
}

fn read(stream: impl Read, limits: &Limits) -> Result<Vec<u8>, Refusal> {
    let mut bytes = Vec::new();
    stream.take(limits.file + 1).read_to_end(&mut bytes).map_err(|_| Refusal::Damaged)?;
    if u64::try_from(bytes.len()).unwrap_or(u64::MAX) > limits.file { Err(Refusal::TooLarge) } else { Ok(bytes) }
}

/// A property's text: UTF-16, or in an encoding of Windows.
fn text(file: &mut File<'_>, storage: &str, id: &str, limits: &Limits) -> Result<Option<String>, Refusal> {
    if let Some(bytes) = stream(file, &format!("{storage}/__substg1.0_{id}001F"), limits)? {
        return Ok(Some(UTF_16LE.decode_without_bom_handling(&bytes).0.trim_end_matches('\0').to_owned()));
    }
    let bytes = stream(file, &format!("{storage}/__substg1.0_{id}001E"), limits)?.unwrap_or_default();
    Ok(decode(&bytes).map(|text| text.trim_end_matches('\0').to_owned()).filter(|text| !text.is_empty()))
}

fn binary(file: &mut File<'_>, storage: &str, id: &str, limits: &Limits) -> Result<Option<Vec<u8>>, Refusal> {
    stream(file, &format!("{storage}/__substg1.0_{id}0102"), limits)
}

/// The day on which it was delivered, else sent. An e-mail inside another has a shorter head before its properties.
fn received(properties: &[u8], ahead: i32) -> Option<NaiveDate> {
    let head = if properties.len() % 16 == 8 { 24 } else { 32 };
    let entries = properties.get(head..)?;
    let moment = |wanted: u32| {
        entries.chunks_exact(16).find_map(|entry| {
            let tag = u32::from_le_bytes(entry[..4].try_into().ok()?);
            (tag == wanted).then(|| entry[8..].try_into().ok().map(i64::from_le_bytes))?
        })
    };
    // Tenths of microseconds since 1601.
    let ticks = MOMENTS.iter().find_map(|tag| moment(*tag).filter(|ticks| *ticks > 0))?;
    day(ticks / 10_000_000 - 11_644_473_600, ahead)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A saved e-mail of streams by path.
    fn saved(streams: &[(&str, &[u8])]) -> Vec<u8> {
        let mut file = cfb::CompoundFile::create(Cursor::new(Vec::new())).expect("in memory");
        for (path, bytes) in streams {
            let folder = std::path::Path::new(path).parent().expect("below the root");
            file.create_storage_all(folder).expect("in memory");
            file.create_stream(path).expect("in memory").write_all(bytes).expect("in memory");
        }
        file.flush().expect("in memory");
        file.into_inner().into_inner()
    }

    fn utf_16(text: &str) -> Vec<u8> {
        text.encode_utf16().flat_map(u16::to_le_bytes).collect()
    }

    fn properties(head: usize, day: &str) -> Vec<u8> {
        let moment = day.parse::<NaiveDate>().expect("a literal").and_hms_opt(18, 0, 0).expect("a literal").and_utc();
        let mut bytes = vec![0; head];
        bytes.extend(MOMENTS[0].to_le_bytes());
        bytes.extend([6, 0, 0, 0]);
        bytes.extend(((moment.timestamp() + 11_644_473_600) * 10_000_000).to_le_bytes());
        bytes
    }

    #[test]
    fn a_saved_email_is_taken_apart() {
        let inner = "/__attach_version1.0_#00000001/__substg1.0_3701000D";
        let bytes = saved(&[
            ("/__substg1.0_0037001F", &utf_16("Laporan Oktober")),
            ("/__substg1.0_0C1A001F", &utf_16("Rina")),
            ("/__substg1.0_5D01001F", &utf_16("rina@majubersama.co.id")),
            ("/__substg1.0_1000001E", b"Terlampir."),
            (PROPERTIES, &properties(32, "2026-10-05")),
            ("/__attach_version1.0_#00000000/__substg1.0_3707001F", &utf_16("October.csv")),
            ("/__attach_version1.0_#00000000/__substg1.0_37010102", b"a;b\n1;2\n"),
            ("/__attach_version1.0_#00000001/__substg1.0_3001001F", &utf_16("Inner")),
            (&format!("{inner}/__substg1.0_1000001F"), &utf_16("New leads: 7")),
            (&format!("{inner}{PROPERTIES}"), &properties(24, "2026-10-01")),
        ]);
        let letter = open(&bytes, &Limits::default()).expect("an e-mail");
        let mail = letter.mail;
        assert_eq!(
            mail.hint,
            MailHint {
                sender: "Rina".to_owned(),
                address: "rina@majubersama.co.id".to_owned(),
                subject: "Laporan Oktober".to_owned()
            }
        );
        assert_eq!(mail.received, NaiveDate::from_ymd_opt(2026, 10, 6), "01:00 in Jakarta");
        assert_eq!(letter.text.as_deref(), Some("Terlampir."));
        assert_eq!(
            (mail.attachments[0].name.as_str(), &*mail.attachments[0].bytes),
            ("October.csv", &b"a;b\n1;2\n"[..])
        );
        let inner = open(&mail.attachments[1].bytes, &Limits::default()).expect("an e-mail of its own");
        assert_eq!(mail.attachments[1].name, "Inner.msg");
        assert_eq!(inner.text.as_deref(), Some("New leads: 7"));
        assert_eq!(inner.mail.received, NaiveDate::from_ymd_opt(2026, 10, 2));
    }
}
