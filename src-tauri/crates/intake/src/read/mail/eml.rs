//! An e-mail as it is sent (RFC 5322): headers, then parts.

use chrono::{DateTime, FixedOffset, NaiveDate};
use mail_parser::decoders::base64::base64_decode;
use mail_parser::decoders::quoted_printable::quoted_printable_decode;
use mail_parser::{Encoding, Message, MessageParser, MessagePart, MimeHeaders, PartType};

use super::{Letter, take};
use crate::draft::Refusal;
use crate::limits::Limits;
use crate::mail::{Mail, MailHint};

/// Where the headers must stand.
const HEAD: usize = 1 << 16;

/// What programs that send e-mails write, and people who paste one don't.
const SENT: [&str; 8] = [
    "mime-version",
    "message-id",
    "received",
    "return-path",
    "delivered-to",
    "content-transfer-encoding",
    "x-mailer",
    "dkim-signature",
];

/// Whether bytes begin with the headers of an e-mail: one who wrote it, and one that only a program writes.
pub(crate) fn is_eml(bytes: &[u8]) -> bool {
    let head = String::from_utf8_lossy(&bytes[..bytes.len().min(HEAD)]);
    let head = head.trim_start_matches('\u{FEFF}').trim_start();
    let mut names: Vec<String> = Vec::new();
    for (at, line) in head.lines().enumerate() {
        if line.trim().is_empty() {
            break;
        }
        let goes_on = line.starts_with([' ', '\t']) && at > 0 || at == 0 && line.starts_with("From ");
        let name = line.split_once(':').map(|(name, _)| name);
        let is_name = |name: &&str| !name.is_empty() && name.bytes().all(|b| b.is_ascii_graphic());
        match name.filter(is_name) {
            Some(name) => names.push(name.to_ascii_lowercase()),
            None if goes_on => {}
            None => return false,
        }
    }
    let has = |wanted: &[&str]| names.iter().any(|name| wanted.contains(&name.as_str()));
    has(&["from", "sender", "subject", "date"]) && has(&SENT)
}

/// Takes an e-mail apart.
pub(super) fn open(bytes: &[u8], limits: &Limits) -> Result<Letter, Refusal> {
    let message = MessageParser::default().parse(bytes).ok_or(Refusal::Damaged)?;
    let sender = message.from().or(message.sender()).and_then(|from| from.first());
    let text = |text: Option<&str>| text.unwrap_or_default().trim().to_owned();
    let hint = MailHint {
        sender: text(sender.and_then(|sender| sender.name())),
        address: text(sender.and_then(|sender| sender.address())),
        subject: text(message.subject()),
    };
    let mut mail = Mail { received: received(&message), hint, attachments: Vec::new() };
    for part in message.attachments() {
        let subject = part.message().and_then(|inner| inner.subject()).map(|subject| format!("{subject}.eml"));
        let name = part.attachment_name().map(str::to_owned).or(subject).unwrap_or_default();
        take(&mut mail, &name, content(part, bytes), limits)?;
    }
    let plain: Vec<&str> = message
        .text_bodies()
        .filter_map(|part| if let PartType::Text(text) = &part.body { Some(text.as_ref()) } else { None })
        .collect();
    let page = message.html_bodies().find_map(|part| match &part.body {
        PartType::Html(page) => Some(page.to_string()),
        _ => None,
    });
    let text = (!plain.is_empty()).then(|| plain.join("\n"));
    Ok(Letter { mail, text, page })
}

/// The bytes of a part as they were attached: what a text is written in, its reader finds out.
fn content(part: &MessagePart<'_>, whole: &[u8]) -> Vec<u8> {
    let raw = |from: u32, to: u32| whole.get(usize::try_from(from).ok()?..usize::try_from(to).ok()?);
    let own = match &part.body {
        PartType::Text(_) | PartType::Html(_) => raw(part.offset_body, part.offset_end),
        _ => None,
    };
    let decoded = own.and_then(|raw| match part.encoding {
        Encoding::None => Some(raw.to_vec()),
        Encoding::Base64 => base64_decode(raw),
        Encoding::QuotedPrintable => quoted_printable_decode(raw),
    });
    decoded.filter(|decoded| !decoded.is_empty()).unwrap_or_else(|| part.contents().to_vec())
}

/// The day on which it came: the last server's moment on the sender's clock, else when it was sent.
fn received(message: &Message<'_>) -> Option<NaiveDate> {
    let sent = message.date();
    let offset = sent.map_or(0, |sent| {
        let minutes = i32::from(sent.tz_hour) * 60 + i32::from(sent.tz_minute);
        if sent.tz_before_gmt { -minutes } else { minutes }
    });
    let moment = message.received().and_then(mail_parser::Received::date).or(sent.copied());
    moment.filter(mail_parser::DateTime::is_valid).and_then(|moment| day(moment.to_timestamp(), offset))
}

/// The day of a moment on a clock that is so many minutes ahead.
pub(super) fn day(seconds: i64, minutes: i32) -> Option<NaiveDate> {
    let clock = FixedOffset::east_opt(minutes.checked_mul(60)?)?;
    Some(DateTime::from_timestamp(seconds, 0)?.with_timezone(&clock).date_naive())
}

/// The minutes by which the clock of the headers' `Date` is ahead.
pub(super) fn minutes_ahead(headers: &str) -> Option<i32> {
    let message = MessageParser::default().parse_headers(headers.as_bytes())?;
    let sent = message.date()?;
    let minutes = i32::from(sent.tz_hour) * 60 + i32::from(sent.tz_minute);
    Some(if sent.tz_before_gmt { -minutes } else { minutes })
}

#[cfg(test)]
mod tests {
    use super::*;

    const MAIL: &str = "Received: from mx by inbox; Mon, 5 Oct 2026 18:30:00 +0000\r\n\
        From: =?utf-8?B?Umluw6E=?= <rina@majubersama.co.id>\r\nSubject: Laporan Oktober\r\n\
        Date: Tue, 6 Oct 2026 01:29:00 +0700\r\nMIME-Version: 1.0\r\n\
        Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\nTerlampir.\r\n\
        --b\r\nContent-Type: text/csv; name=\"../x/data.csv\"\r\nContent-Disposition: attachment\r\n\
        Content-Transfer-Encoding: base64\r\n\r\nYTtiDQoxOzIN\r\nCg==\r\n\
        --b\r\nContent-Type: image/png; name=logo.png\r\nContent-Transfer-Encoding: base64\r\n\r\niVBORw0KGgoAAAAA\r\n\
        --b\r\nContent-Type: message/rfc822\r\n\r\nSubject: Inner\r\nMIME-Version: 1.0\r\n\r\nNew leads: 7\r\n--b--\r\n";

    #[test]
    fn an_email_is_taken_apart() {
        let letter = open(MAIL.as_bytes(), &Limits::default()).expect("an e-mail");
        let mail = letter.mail;
        assert_eq!((mail.hint.sender.as_str(), mail.hint.address.as_str()), ("Riná", "rina@majubersama.co.id"));
        assert_eq!(mail.received, NaiveDate::from_ymd_opt(2026, 10, 6), "by the sender's clock");
        let names: Vec<_> = mail.attachments.iter().map(|file| (file.name.as_str(), file.bytes.len())).collect();
        assert_eq!(names[0], ("data.csv", 10));
        assert_eq!(names[1].0, "Inner.eml");
        assert!(is_eml(&mail.attachments[1].bytes));
        assert_eq!(letter.text.as_deref().map(str::trim), Some("Terlampir."));
    }

    #[test]
    fn what_a_program_sent_is_told_from_what_someone_pasted() {
        for (text, is) in [
            (MAIL, true),
            ("From: Rina\nTo: Boss\nSubject: Weekly W41\n\nNew leads: 7", false),
            ("Message-ID: <1@x>\nDate: Mon, 5 Oct 2026 10:00:00 +0700\n\nhello", true),
            ("MIME-Version: 1.0\nContent-Type: multipart/related\n", false),
            ("Date;Leads\n5;6", false),
            ("", false),
        ] {
            assert_eq!(is_eml(text.as_bytes()), is, "{text}");
        }
    }
}
