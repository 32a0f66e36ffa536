//! Text as it is kept, and bytes as the text that they are.

use std::borrow::Cow;

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_16BE, UTF_16LE};
use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

/// A cell's text: NFC, lines parted by `\n`. `None` when there is nothing to see in it.
pub(crate) fn cell_text<'t>(text: impl Into<Cow<'t, str>>) -> Option<Cow<'t, str>> {
    let text = text.into();
    if text.chars().all(|c| c.is_whitespace() || is_invisible(c)) {
        return None;
    }
    let text = if text.contains('\r') { text.replace("\r\n", "\n").replace('\r', "\n").into() } else { text };
    if text.is_ascii() || is_nfc_quick(text.chars()) == IsNormalized::Yes {
        return Some(text);
    }
    Some(text.nfc().collect())
}

/// Zero-width marks and control characters.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{200B}'..='\u{200F}' | '\u{2060}' | '\u{FEFF}') || c.is_control()
}

/// How much of a file decides on its encoding.
const SAMPLE: usize = 1 << 20;

/// The text of a file in whatever encoding it is; `None` where it is no text.
pub(crate) fn decode(bytes: &[u8]) -> Option<Cow<'_, str>> {
    let text = if let Some((encoding, length)) = Encoding::for_bom(bytes) {
        encoding.decode_without_bom_handling(&bytes[length..]).0
    } else if let Some(encoding) = utf_16_without_mark(bytes) {
        encoding.decode_without_bom_handling(bytes).0
    } else if let Ok(text) = std::str::from_utf8(bytes) {
        Cow::Borrowed(text)
    } else {
        // Many bytes of a picture or a program decode to letters: what has control characters is no text.
        looks_like_text(bytes.iter().take(SAMPLE).map(|byte| char::from(*byte)))?;
        declared(bytes).unwrap_or_else(|| detect(bytes)).decode_without_bom_handling(bytes).0
    };
    looks_like_text(text.chars().take(SAMPLE))?;
    Some(text)
}

/// UTF-16 of mostly Latin text has a zero in every other byte.
fn utf_16_without_mark(bytes: &[u8]) -> Option<&'static Encoding> {
    let pairs = &bytes[..bytes.len().min(4096) & !1];
    let zeros = |first| pairs.iter().skip(first).step_by(2).filter(|byte| **byte == 0).count();
    let (even, odd, half) = (zeros(0), zeros(1), pairs.len() / 2);
    // A tenth is enough: Thai and Khmer letters have no zero, but their spaces, digits and line ends do.
    match () {
        () if half == 0 => None,
        () if odd * 10 >= half && even * 20 < odd => Some(UTF_16LE),
        () if even * 10 >= half && odd * 20 < even => Some(UTF_16BE),
        () => None,
    }
}

/// The encoding that a web page or an XML file names in its first lines.
fn declared(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = String::from_utf8_lossy(&bytes[..bytes.len().min(2048)]).to_ascii_lowercase();
    let markup = head.trim_start().starts_with('<');
    let after = ["charset=", "encoding="].iter().find_map(|key| head.find(key).map(|at| at + key.len()))?;
    let label = head[after..].trim_start_matches(['"', '\'']);
    let end = label.find(|c: char| !c.is_ascii_alphanumeric() && !"-_:.".contains(c)).unwrap_or(label.len());
    markup.then(|| Encoding::for_label(&label.as_bytes()[..end])).flatten()
}

/// Never with a country's hint: it decides against the evidence.
fn detect(bytes: &[u8]) -> &'static Encoding {
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(&bytes[..bytes.len().min(SAMPLE)], true);
    detector.guess(None, Utf8Detection::Deny)
}

/// Text has next to no control characters: one in a thousand at most.
fn looks_like_text(characters: impl Iterator<Item = char>) -> Option<()> {
    let (mut all, mut control) = (0_usize, 0_usize);
    for c in characters {
        all += 1;
        // 0x1A ends a text file of DOS; 0x80 to 0x9F are letters in the encodings of Windows.
        control += usize::from(
            matches!(c, '\0'..='\u{8}' | '\u{E}'..='\u{19}' | '\u{1B}'..='\u{1F}' | '\u{FFFE}' | '\u{FFFF}'),
        );
    }
    (control * 1000 <= all).then_some(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(bytes: &[u8], text: Option<&str>) {
        let read = decode(bytes).map(|text| cell_text(text.into_owned()).unwrap_or_default().into_owned());
        assert_eq!(read.as_deref(), text);
    }

    fn utf_16(text: &str, bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
        text.encode_utf16().flat_map(bytes).collect()
    }

    #[test]
    fn unicode_is_read_with_and_without_a_mark() {
        let khmer = "ខែ\tកញ្ញា 2026\r\nលក់\t1200\r\n";
        let read = khmer.replace("\r\n", "\n");
        check(khmer.as_bytes(), Some(&read));
        check(format!("\u{FEFF}{khmer}").as_bytes(), Some(&read));
        check(&utf_16(khmer, u16::to_le_bytes), Some(&read));
        check(&utf_16(khmer, u16::to_be_bytes), Some(&read));
        check(&utf_16(&format!("\u{FEFF}{khmer}"), u16::to_le_bytes), Some(&read));
        check(&utf_16(&format!("\u{FEFF}{khmer}"), u16::to_be_bytes), Some(&read));
    }

    /// `ặ` as `ă` and its tone.
    fn tone_apart(c: char) -> String {
        let tones = ['\u{300}', '\u{301}', '\u{303}', '\u{309}', '\u{323}'];
        let (tone, letter): (String, String) = c.nfd().partition(|mark| tones.contains(mark));
        letter.nfc().chain(tone.chars()).collect()
    }

    #[test]
    fn the_encodings_of_windows_are_told_apart() {
        let thai = "รายงานประจำสัปดาห์,ยอดขาย\nบริษัท ล้านนา จำกัด,120\nลูกค้าใหม่,7\n";
        check(&encoding_rs::WINDOWS_874.encode(thai).0, Some(thai));
        // windows-1258 writes the tone as a letter of its own.
        let vietnamese = "Báo cáo tuần 41: khách hàng mới, cuộc gặp, cơ hội\nVướng mắc: đối thủ giảm giá\n";
        let parted: String = vietnamese.chars().flat_map(|c| tone_apart(c).chars().collect::<Vec<_>>()).collect();
        let (bytes, _, lost) = encoding_rs::WINDOWS_1258.encode(&parted);
        assert!(!lost);
        check(&bytes, Some(vietnamese));
    }

    #[test]
    fn what_is_no_text_is_none() {
        check(b"MZ\x90\0\x03\0\0\0\x04\0\0\0\xFF\xFF\0\0\xB8\0\0\0", None);
        check(&(0..=255).collect::<Vec<u8>>(), None);
    }

    #[test]
    fn blank_text_holds_nothing() {
        for text in ["", " ", "\u{A0}\t\n", "\u{200B}"] {
            assert_eq!(cell_text(text.to_owned()), None);
        }
    }
}
