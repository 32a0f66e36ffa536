//! Text as recognition compares it: folded, and without list marks.

use unicode_normalization::UnicodeNormalization;

/// The first of ten digits of each script that writes its own.
const ZEROS: [u32; 6] = [0x0E50, 0x0ED0, 0x1040, 0x1090, 0x17E0, 0x0660];

/// The ASCII digit of a native one.
pub(crate) fn western(c: char) -> char {
    let code = u32::from(c);
    let digit = ZEROS.iter().find(|zero| (**zero..**zero + 10).contains(&code)).map(|zero| code - zero);
    digit.and_then(|d| char::from_digit(d, 10)).unwrap_or(c)
}

/// Compatibility form with western digits, plain spaces and hyphens, without invisible characters: `１５３０` and `၁၅` read as digits.
pub(crate) fn plain(text: &str) -> String {
    let kept = text.nfkc().filter(|c| !matches!(c, '\u{200B}'..='\u{200F}' | '\u{FEFF}' | '\u{AD}' | '\u{2060}'));
    let mapped = kept.map(|c| match c {
        '\u{2010}'..='\u{2015}' | '\u{2212}' => '-',
        '\u{2018}' | '\u{2019}' | '\u{2032}' | '`' => '\'',
        c if c.is_whitespace() && c != '\n' => ' ',
        c => western(c),
    });
    mapped.collect::<String>().trim().to_owned()
}

/// Marks of Thai, Lao, Burmese and Khmer, which change the word; those of Latin don't survive folding.
fn is_letter(c: char) -> bool {
    let native = matches!(c, '\u{0E00}'..='\u{0EFF}' | '\u{1000}'..='\u{109F}' | '\u{1780}'..='\u{17FF}');
    let mark = matches!(c, '\u{0E3F}' | '\u{0E4F}' | '\u{104A}'..='\u{104F}' | '\u{17D4}'..='\u{17DB}');
    c.is_alphanumeric() || (native && !mark)
}

/// What two spellings of the same words share: lower case, no Latin accents, punctuation as one space, western digits,
/// `%` as `pct` and `&` as `and`.
pub(crate) fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for c in text.nfkd().flat_map(char::to_lowercase) {
        match c {
            '\u{0300}'..='\u{036F}' | '\u{200B}'..='\u{200F}' | '\u{FEFF}' | '\u{AD}' | '\u{2060}' => {}
            'đ' => folded.push('d'),
            '%' => folded.push_str(" pct "),
            '&' => folded.push_str(" and "),
            c if is_letter(c) => folded.push(western(c)),
            _ => folded.push(' '),
        }
    }
    squeeze(&one_spelling(folded))
}

/// A borrowed word that Thai writes in many ways: stock.
fn one_spelling(folded: String) -> String {
    if !folded.contains("สต") {
        return folded;
    }
    let spellings = ["สต๊อก", "สต๊อค", "สต็อค", "สต้อก", "สตอก", "สตอค"];
    spellings.iter().fold(folded, |text, spelling| text.replace(spelling, "สต็อก"))
}

fn squeeze(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A line of a list without its bullet or number: `1) `, `- `, `• `, `၁။ `. `15 outlets` keeps its number.
pub(crate) fn without_mark(line: &str) -> &str {
    let mut rest = line.trim();
    loop {
        let next = without_one_mark(rest).trim_start();
        if next.len() == rest.len() || next.is_empty() {
            return rest;
        }
        rest = next;
    }
}

fn without_one_mark(line: &str) -> &str {
    let bullets = ['-', '–', '—', '•', '‣', '▪', '●', '○', '◦', '►', '→', '✓', '✔', '*', '>', '·', '■', '□', '‐', '+'];
    let bare = line.trim_start_matches(bullets);
    if bare.len() < line.len() {
        return bare;
    }
    let opened = line.strip_prefix(['(', '#']).unwrap_or(line);
    let count = opened.chars().take_while(|c| western(*c).is_ascii_digit()).count();
    let letters = usize::from(opened.chars().next().is_some_and(|c| c.is_ascii_alphabetic()));
    let length = if (1..=2).contains(&count) { count } else { letters };
    if length == 0 {
        return line;
    }
    let after = &opened[opened.char_indices().nth(length).map_or(opened.len(), |(at, _)| at)..];
    let spaced = after.strip_prefix(['.', ':', ')', '။']).filter(|rest| rest.starts_with([' ', '\u{A0}', '\t']));
    let tight = after.strip_prefix([')', '။', '、', '．']);
    let dashed = after.strip_prefix(" - ").filter(|rest| !rest.starts_with(|c: char| western(c).is_ascii_digit()));
    let mark_of_letter = |rest: &&str| count > 0 || !rest.is_empty();
    spaced.or(tight).or(dashed.filter(|_| count > 0)).filter(mark_of_letter).unwrap_or(line)
}

/// A label without its number: `1. `, `A. `, `II. ` before the words, and a colon behind them.
pub(crate) fn without_number(label: &str) -> &str {
    let rest = without_mark(label).trim_end().trim_end_matches([':', '：']).trim_end();
    let roman = rest.split_once(". ").filter(|(head, _)| !head.is_empty() && head.bytes().all(|b| b"IVX".contains(&b)));
    roman.map_or(rest, |(_, tail)| tail.trim_start())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folding_drops_what_spellings_differ_in() {
        for (text, folded) in [
            ("Số cuộc gặp  khách hàng:", "so cuoc gap khach hang"),
            ("Đơn đặt hàng", "don dat hang"),
            ("On time & in full", "on time and in full"),
            ("รายงาน / เดือน ๑๐", "รายงาน เดือน 10"),
            ("RM'000", "rm 000"),
            ("၁၅,၄၂၀", "15 420"),
            ("１５３０", "1530"),
        ] {
            assert_eq!(fold(text), folded, "{text}");
        }
    }

    #[test]
    fn thai_marks_change_the_word_and_stay() {
        assert_ne!(fold("เป้า"), fold("เปา"));
        assert_eq!(fold("จำนวน"), fold("จํานวน"));
        assert_eq!(fold("สต๊อกคงเหลือ"), fold("สต็อคคงเหลือ"));
    }

    #[test]
    fn list_marks_go_and_numbers_of_the_sentence_stay() {
        for (line, text) in [
            ("1. Harga naik", "Harga naik"),
            ("2) Thiếu hàng", "Thiếu hàng"),
            ("၁။ နမူနာ", "နမူနာ"),
            ("• Watsons end-cap", "Watsons end-cap"),
            ("1 - Replacement", "Replacement"),
            ("1、超市试吃", "超市试吃"),
            ("a. Jualan", "Jualan"),
            ("15 outlets", "15 outlets"),
            ("3.5% margin", "3.5% margin"),
            ("2 - 3 weeks late", "2 - 3 weeks late"),
            ("-", "-"),
        ] {
            assert_eq!(without_mark(line), text, "{line}");
        }
    }

    #[test]
    fn labels_lose_their_number() {
        for (label, text) in
            [("II. KENDALA UTAMA:", "KENDALA UTAMA"), ("A. SALES", "SALES"), ("   Discovery", "Discovery")]
        {
            assert_eq!(without_number(label), text, "{label}");
        }
    }
}
