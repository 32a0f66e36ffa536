//! Reading the XML parts of a package.

use std::borrow::Cow;
use std::io::{self, BufRead, Read};

use quick_xml::encoding::DecodingReader;
use quick_xml::escape::{resolve_xml_entity, unescape};
use quick_xml::events::{BytesRef, BytesStart};
use quick_xml::name::QName;
use quick_xml::reader::Reader;

use crate::draft::Refusal;

/// A part as UTF-8: nearly all are, and those are not copied once more.
pub(crate) enum Utf8<R> {
    Plain(R),
    Decoded(DecodingReader<R>),
}

impl<R: BufRead> Read for Utf8<R> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        match self {
            Self::Plain(part) => part.read(into),
            Self::Decoded(part) => part.read(into),
        }
    }
}

impl<R: BufRead> BufRead for Utf8<R> {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        match self {
            Self::Plain(part) => part.fill_buf(),
            Self::Decoded(part) => part.fill_buf(),
        }
    }
    fn consume(&mut self, amount: usize) {
        match self {
            Self::Plain(part) => part.consume(amount),
            Self::Decoded(part) => part.consume(amount),
        }
    }
}

/// A reader of one part, in UTF-8 or UTF-16. Entities of a document's own are refused when they are met.
///
/// # Errors
/// [`Refusal::Damaged`] for a part that can't be unpacked.
pub(crate) fn reader<R: BufRead>(mut part: R) -> Result<Reader<Utf8<R>>, Refusal> {
    let start = part.fill_buf().map_err(broken)?;
    let wide = start.iter().take(4).any(|byte| matches!(byte, 0 | 0xFE | 0xFF));
    let part = if wide { Utf8::Decoded(DecodingReader::new(part)) } else { Utf8::Plain(part) };
    let mut reader = Reader::from_reader(part);
    let config = reader.config_mut();
    config.check_end_names = false;
    config.check_comments = false;
    Ok(reader)
}

/// What is broken in the file's XML is the same to its user.
pub(crate) fn broken<E>(_: E) -> Refusal {
    Refusal::Damaged
}

/// A name without its prefix.
pub(crate) fn local(name: QName<'_>) -> &str {
    let name = name.into_inner();
    name.bytes().position(|byte| byte == b':').map_or(name, |colon| &name[colon + 1..])
}

/// An element's attributes as `(local name, raw value)`; what is malformed ends them. By bytes: a sheet has millions.
pub(crate) fn attributes<'e>(element: &'e BytesStart<'_>) -> impl Iterator<Item = (&'e str, &'e str)> {
    let raw = element.attributes_raw();
    let bytes = raw.as_bytes();
    let mut at = 0;
    std::iter::from_fn(move || {
        let find = |from: usize, wanted: u8| Some(from + bytes.get(from..)?.iter().position(|byte| *byte == wanted)?);
        let equals = find(at, b'=')?;
        let mut start = equals + 1;
        while bytes.get(start)?.is_ascii_whitespace() {
            start += 1;
        }
        let quote = Some(bytes[start]).filter(|byte| matches!(byte, b'"' | b'\''))?;
        let end = find(start + 1, quote)?;
        let key = raw.get(at..equals)?.trim_ascii();
        at = end + 1;
        Some((local(QName(key)), raw.get(start + 1..end)?))
    })
}

/// The attribute of that local name, with its entities resolved.
pub(crate) fn attribute<'e>(element: &'e BytesStart<'_>, wanted: &str) -> Option<Cow<'e, str>> {
    let (_, value) = attributes(element).find(|(key, _)| *key == wanted)?;
    Some(unescape(value).unwrap_or(Cow::Borrowed(value)))
}

/// Adds the character of `&amp;` or `&#160;`.
///
/// # Errors
/// [`Refusal::Damaged`] for an entity that XML doesn't define: none is ever fetched or expanded.
pub(crate) fn push_reference(reference: &BytesRef<'_>, text: &mut String) -> Result<(), Refusal> {
    if let Some(known) = resolve_xml_entity(reference) {
        text.push_str(known);
        return Ok(());
    }
    match reference.resolve_char_ref() {
        Ok(Some(character)) => text.push(character),
        _ => return Err(Refusal::Damaged),
    }
    Ok(())
}

/// Excel writes what XML can't hold as `_x000D_`, and a literal `_x` as `_x005F_x`.
pub(crate) fn unescape_excel(text: &str) -> Cow<'_, str> {
    if !text.contains("_x") {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find("_x") {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        let code = rest.get(2..6).filter(|_| rest.as_bytes().get(6) == Some(&b'_'));
        let code = code.filter(|code| code.bytes().all(|b| b.is_ascii_hexdigit()));
        match code.and_then(|code| u32::from_str_radix(code, 16).ok()) {
            Some(code) => {
                out.push(char::from_u32(code).unwrap_or(char::REPLACEMENT_CHARACTER));
                rest = &rest[7..];
            }
            None => {
                out.push_str("_x");
                rest = &rest[2..];
            }
        }
    }
    out.push_str(rest);
    Cow::Owned(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn excel_escapes_are_undone() {
        for (written, read) in [
            ("a_x000D_b", "a\rb"),
            ("_x005F_x000D_", "_x000D_"),
            ("_x00", "_x00"),
            ("_xZZZZ_", "_xZZZZ_"),
            ("_x_", "_x_"),
        ] {
            assert_eq!(unescape_excel(written), read);
        }
    }

    #[test]
    fn attributes_are_found_by_local_name() {
        let element = BytesStart::from_content("c r:id = 'a&amp;b' x=\"1\" broken", 1);
        assert_eq!(attribute(&element, "id").as_deref(), Some("a&b"));
        assert_eq!(attribute(&element, "x").as_deref(), Some("1"));
        assert_eq!(attribute(&element, "broken"), None);
    }
}
