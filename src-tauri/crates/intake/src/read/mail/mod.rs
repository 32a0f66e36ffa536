//! E-mails: the words are the sheet, unless a file that it carries holds one; the files are handed on.

mod eml;
mod msg;

use std::panic::{AssertUnwindSafe, catch_unwind};

use crate::draft::Refusal;
use crate::grid::Grid;
use crate::limits::Limits;
use crate::mail::{Attachment, CARRIES, Mail};
use crate::read::{delimited, html, text};
use crate::sniff::{Format, sniff};

pub(crate) use eml::is_eml;
pub(crate) use msg::PROPERTIES;

/// No e-mail carries more files.
const MOST: usize = 200;

/// An e-mail, taken apart.
#[derive(Debug, Default)]
struct Letter {
    mail: Mail,
    /// Its words as plain text.
    text: Option<String>,
    /// Its words as a page.
    page: Option<String>,
}

/// Opens an e-mail as it is sent.
///
/// # Errors
/// [`Refusal::Damaged`] where it is none, [`Refusal::TooLarge`] past a limit.
pub(super) fn eml(bytes: &[u8], limits: &Limits) -> Result<(Grid, Mail), Refusal> {
    open(|| eml::open(bytes, limits), limits)
}

/// Opens an e-mail as Outlook saves it.
///
/// # Errors
/// The same.
pub(super) fn msg(bytes: &[u8], limits: &Limits) -> Result<(Grid, Mail), Refusal> {
    open(|| msg::open(bytes, limits), limits)
}

/// Whatever panics inside was given a broken file.
fn guarded(letter: impl FnOnce() -> Result<Letter, Refusal>) -> Result<Letter, Refusal> {
    catch_unwind(AssertUnwindSafe(letter)).unwrap_or(Err(Refusal::Damaged))
}

fn open(letter: impl FnOnce() -> Result<Letter, Refusal>, limits: &Limits) -> Result<(Grid, Mail), Refusal> {
    let mut letter = guarded(letter)?;
    unfold(&mut letter.mail, limits)?;
    let grid =
        if letter.mail.attachments.iter().any(holds_a_sheet) { Grid::default() } else { words(&letter, limits)? };
    Ok((grid, letter.mail))
}

/// The files of the e-mails that an e-mail carries stand beside its own. Those in a further one stay where they are.
/// One that only passes another on is that other: who sent it, what about, and when.
fn unfold(mail: &mut Mail, limits: &Limits) -> Result<(), Refusal> {
    let passes_on = mail.attachments.len() == 1;
    for attachment in std::mem::take(&mut mail.attachments) {
        let Some(inner) = inner(&attachment.bytes, limits) else {
            mail.attachments.push(attachment);
            continue;
        };
        if passes_on {
            mail.received = inner.received.or(mail.received);
            mail.hint = inner.hint;
        }
        if !inner.attachments.iter().any(holds_a_sheet) {
            mail.attachments.push(attachment);
            continue;
        }
        let held: usize = mail.attachments.iter().chain(&inner.attachments).map(|file| file.bytes.len()).sum();
        let most = mail.attachments.len() + inner.attachments.len() > MOST;
        if most || u64::try_from(held).unwrap_or(u64::MAX) > limits.file {
            return Err(Refusal::TooLarge);
        }
        let named =
            |file: Attachment| Attachment { name: format!("{}{CARRIES}{}", attachment.name, file.name), ..file };
        mail.attachments.extend(inner.attachments.into_iter().map(named));
    }
    Ok(())
}

/// An e-mail that was attached; `None` for another file, and for one that is broken: it is refused by itself.
fn inner(bytes: &[u8], limits: &Limits) -> Option<Mail> {
    let letter = match sniff(bytes).ok()? {
        Format::Eml => guarded(|| eml::open(bytes, limits)),
        Format::Msg => guarded(|| msg::open(bytes, limits)),
        _ => return None,
    };
    letter.ok().map(|letter| letter.mail)
}

/// Whether the file is what the e-mail is about: then its words only go with it.
fn holds_a_sheet(attachment: &Attachment) -> bool {
    match sniff(&attachment.bytes) {
        Ok(Format::Text) => text::decode(&attachment.bytes).is_some_and(|text| {
            let head = text.trim_start();
            !head.starts_with("BEGIN:") && (head.starts_with('<') || delimited::is_table(&text))
        }),
        Ok(_) => true,
        Err(refusal) => refusal == Refusal::Encrypted,
    }
}

/// The words as a sheet: a page's tables, else the lines of the text.
fn words(letter: &Letter, limits: &Limits) -> Result<Grid, Refusal> {
    let page = letter.page.as_deref();
    let tables = |page: &&str| page.to_ascii_lowercase().contains("<table");
    match (page.filter(tables), &letter.text, page) {
        (Some(page), ..) => html::page(page, limits).map(|(grid, _)| grid),
        (None, Some(text), _) => delimited::read(&own_words(text, &letter.mail.hint.subject), limits),
        (None, None, Some(page)) => html::page(page, limits).map(|(grid, _)| grid),
        (None, None, None) => Ok(Grid::default()),
    }
}

/// How programs head the letter that an answer repeats.
const EARLIER: [&str; 5] = ["-----original message", "________________", "begin forwarded message", "from: ", "dari: "];

/// What the sender wrote, without the earlier letters that an answer repeats. Of a letter that is passed on, all.
fn own_words(text: &str, subject: &str) -> String {
    let subject = subject.trim_start().to_lowercase();
    if ["fw:", "fwd:", "trs:", "tr:"].iter().any(|mark| subject.starts_with(mark)) {
        return text.lines().map(|line| line.trim_start_matches(['>', ' '])).collect::<Vec<_>>().join("\n");
    }
    let repeats = |line: &&str| {
        let line = line.trim().to_lowercase();
        let wrote = ["wrote:", "menulis:", "đã viết:", "เขียนว่า:"].iter().any(|end| line.ends_with(end));
        wrote || EARLIER.iter().any(|start| line.starts_with(start))
    };
    let own: Vec<&str> = text.lines().take_while(|line| !repeats(line)).filter(|line| !line.starts_with('>')).collect();
    if own.iter().all(|line| line.trim().is_empty()) { text.to_owned() } else { own.join("\n") }
}

/// Takes a file, unless it is a picture or more than an e-mail holds.
fn take(mail: &mut Mail, name: &str, bytes: Vec<u8>, limits: &Limits) -> Result<(), Refusal> {
    let held: usize = mail.attachments.iter().map(|attachment| attachment.bytes.len()).sum();
    if u64::try_from(held + bytes.len()).unwrap_or(u64::MAX) > limits.file || mail.attachments.len() == MOST {
        return Err(Refusal::TooLarge);
    }
    if !bytes.is_empty() && !is_picture(&bytes) {
        mail.attachments.push(Attachment { name: file_name(name, mail.attachments.len() + 1), bytes });
    }
    Ok(())
}

fn is_picture(bytes: &[u8]) -> bool {
    let pictures: [&[u8]; 6] = [b"\x89PNG", b"\xFF\xD8\xFF", b"GIF8", b"BM", b"II*\0", b"MM\0*"];
    pictures.iter().any(|magic| bytes.starts_with(magic)) && text::decode(bytes).is_none()
}

/// A name without folders and without what can't be shown; a number where nothing is left.
fn file_name(name: &str, number: usize) -> String {
    let own = name.rsplit(['/', '\\']).next().unwrap_or_default();
    let hidden = |c: &char| !c.is_control() && !matches!(c, '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}');
    let shown: String = own.chars().filter(hidden).take(200).collect();
    let shown = shown.trim().trim_matches('.').trim().to_owned();
    if shown.is_empty() { format!("{number}") } else { shown }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_answer_is_read_without_the_letter_that_it_repeats() {
        let text = "New leads: 7\nMeetings: 4\n\nOn Mon, 5 Oct 2026 at 09:10, Ana <a@b.c> wrote:\n> New leads: 1";
        assert_eq!(own_words(text, "Re: weekly"), "New leads: 7\nMeetings: 4\n");
        let passed_on = "fyi\n> New leads: 7";
        assert_eq!(own_words(passed_on, "FW: weekly"), "fyi\nNew leads: 7");
        assert_eq!(own_words("> New leads: 7", "weekly"), "> New leads: 7");
    }

    #[test]
    fn a_name_is_never_a_path() {
        for (name, shown) in [
            ("../../etc/October.xlsx", "October.xlsx"),
            ("C:\\Users\\x\\Oct\u{202E}xslx.csv", "Octxslx.csv"),
            ("..", "3"),
            ("\u{7}\n", "3"),
        ] {
            assert_eq!(file_name(name, 3), shown);
        }
    }
}
