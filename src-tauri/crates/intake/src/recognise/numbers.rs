//! Numbers as people type them: `1.284,5`, `RM 187,200.00`, `4.1 jt`, `(206.501,50)`, `၁၅,၄၂၀`. What is not surely a
//! number is said to be none; what can be read in two ways is read in both.

use rust_decimal::Decimal;

use super::dictionary::means;
use super::money::Mark;
use super::parts::Parts;
use super::terms::Term;
use super::text::{fold, plain};

/// Which character separates the decimals.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Point {
    /// `1,234.5`
    Dot,
    /// `1.234,5`
    Comma,
}

/// A number and what its text says about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Amount {
    /// As written, before its scale or percent.
    pub(crate) value: Decimal,
    /// Whether `%` stands behind it.
    pub(crate) percent: bool,
    /// Thousands, millions, if said beside it.
    pub(crate) scale: Option<Decimal>,
    /// Its currency, if said beside it.
    pub(crate) currency: Option<Mark>,
}

/// What a text says where a number is expected.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Reading {
    /// Blank, a dash, `n/a`: not reported.
    Nothing,
    /// A number.
    Sure(Amount),
    /// Thousands or decimals, `1.500`: read as grouped, and as a decimal.
    Either(Amount, Amount),
    /// `~15`, `40-45`, `RM 12k?`
    Approximate,
    /// `12 M`: thousand millions in one country, millions in the next.
    UnsureScale(Amount),
    /// Something else.
    NotANumber,
}

/// Which decimal point a text proves: `None` when it has none, or when it can be read both ways.
pub(crate) fn proof(text: &str) -> Option<Point> {
    if is_bare(text) {
        return if let Shape::Proves(point) = shape(text) { Some(point) } else { None };
    }
    let text = plain(text);
    let parts = Parts::of(&text)?;
    match shape(parts.digits) {
        Shape::Proves(point) => Some(point),
        _ => None,
    }
}

/// What a text says, with the decimal point known or not.
pub(crate) fn read(text: &str, point: Option<Point>) -> Reading {
    if is_bare(text) {
        return Parts::bare(text).read(point);
    }
    let text = plain(text);
    let folded = fold(&text);
    if folded.is_empty() || means(&folded, Term::Absent) {
        let only_marks = !text.contains(['?', '%']);
        return if only_marks { Reading::Nothing } else { Reading::NotANumber };
    }
    if means(&folded, Term::Zero) {
        return Reading::Sure(Amount { value: Decimal::ZERO, percent: false, scale: None, currency: None });
    }
    if is_approximate(&text, &folded) {
        return Reading::Approximate;
    }
    Parts::of(&text).map_or(Reading::NotANumber, |parts| parts.read(point))
}

/// Digits and separators only, as most cells of a long list are.
fn is_bare(text: &str) -> bool {
    let digit = |byte: Option<&u8>| byte.is_some_and(u8::is_ascii_digit);
    let bytes = text.as_bytes();
    digit(bytes.first()) && digit(bytes.last()) && bytes.iter().all(|b| b.is_ascii_digit() || matches!(b, b'.' | b','))
}

fn is_approximate(text: &str, folded: &str) -> bool {
    let has_digit = text.contains(|c: char| c.is_ascii_digit());
    let first_is = |term| folded.split(' ').next().is_some_and(|word| means(word, term));
    let two_words = folded.splitn(3, ' ').take(2).collect::<Vec<_>>().join(" ");
    let marked = text.contains(['~', '≈', '±', '?', '<', '>', '≤', '≥']) || text.ends_with('+') || text.contains("+/-");
    let about = first_is(Term::About) || means(&two_words, Term::About) || folded.starts_with("ประมาณ");
    has_digit && (marked || about || is_range(text))
}

/// `40-45`, `10 to 12`: two numbers with a dash or a word between them.
fn is_range(text: &str) -> bool {
    let mut between = String::new();
    let mut after_digit = false;
    for c in text.chars() {
        if c.is_ascii_digit() {
            let word = between.trim();
            if after_digit && (word == "-" || word == "s/d" || (!word.is_empty() && means(&fold(word), Term::Until))) {
                return true;
            }
            between.clear();
            after_digit = true;
        } else {
            between.push(c);
        }
    }
    false
}

impl Parts<'_> {
    fn read(&self, point: Option<Point>) -> Reading {
        let amount = |value: Option<Decimal>| value.map(|value| self.amount(value));
        let grouped = || amount(number(self.digits, None));
        let pointed = |point| amount(number(self.digits, Some(point)));
        let read = match (shape(self.digits), point) {
            (Shape::Plain | Shape::Grouped, _) => grouped().map(Reading::Sure),
            (Shape::Proves(own), _) => pointed(own).map(Reading::Sure),
            (Shape::Either(mark), Some(point)) if mark == point => pointed(point).map(Reading::Sure),
            (Shape::Either(_), Some(_)) => grouped().map(Reading::Sure),
            (Shape::Either(mark), None) => grouped().zip(pointed(mark)).map(|(a, b)| Reading::Either(a, b)),
            (Shape::Nonsense, _) => None,
        };
        match read {
            Some(Reading::Sure(amount) | Reading::Either(amount, _)) if self.unsure => Reading::UnsureScale(amount),
            Some(read) => read,
            None => Reading::NotANumber,
        }
    }
}

/// What the separators of digits tell.
#[derive(Debug, PartialEq, Eq)]
enum Shape {
    /// Digits only.
    Plain,
    /// One decimal point, surely.
    Proves(Point),
    /// Groups of three, several or by spaces, and no decimals.
    Grouped,
    /// One separator before three digits: thousands, or decimals by that point.
    Either(Point),
    /// `1.2.3`, `1,23,456`
    Nonsense,
}

fn shape(digits: &str) -> Shape {
    // `RM'000` says thousands.
    if digits.len() > 1 && digits.bytes().all(|byte| byte == b'0') {
        return Shape::Nonsense;
    }
    let spaced = digits.contains([' ', '\'']);
    let marks: Vec<char> = digits.chars().filter(|c| matches!(c, '.' | ',')).collect();
    let point = |mark: char| if mark == '.' { Point::Dot } else { Point::Comma };
    let whole_groups = |text: &str, marks: &[char]| {
        let mut groups = text.split(marks);
        let first = groups.next().unwrap_or_default();
        (1..=3).contains(&first.len()) && first != "0" && groups.all(|group| group.len() == 3)
    };
    if spaced {
        let head = digits.split(['.', ',']).next().unwrap_or_default();
        let decimals = marks.len() <= 1;
        if !decimals || !whole_groups(head, &[' ', '\'']) {
            return Shape::Nonsense;
        }
        return marks.first().map_or(Shape::Grouped, |mark| Shape::Proves(point(*mark)));
    }
    match marks.as_slice() {
        [] => Shape::Plain,
        [mark] => {
            let (head, tail) = digits.split_once(*mark).unwrap_or((digits, ""));
            if tail.len() == 3 && whole_groups(digits, &[*mark]) {
                Shape::Either(point(*mark))
            } else if tail.is_empty() || head.is_empty() {
                Shape::Nonsense
            } else {
                Shape::Proves(point(*mark))
            }
        }
        [first, .., last] if first != last => {
            let head = digits.rsplit_once(*last).map_or(digits, |(head, _)| head);
            let once = marks.iter().filter(|mark| *mark == last).count() == 1;
            if once && whole_groups(head, &[*first]) { Shape::Proves(point(*last)) } else { Shape::Nonsense }
        }
        [mark, ..] if whole_groups(digits, &[*mark]) => Shape::Grouped,
        _ => Shape::Nonsense,
    }
}

/// The value of digits, with that decimal point or with none.
fn number(digits: &str, point: Option<Point>) -> Option<Decimal> {
    let mark = match point {
        Some(Point::Dot) => '.',
        Some(Point::Comma) => ',',
        None => '\0',
    };
    let kept = digits.chars().filter(|c| c.is_ascii_digit() || *c == mark);
    let text: String = kept.map(|c| if c == mark { '.' } else { c }).collect();
    Decimal::from_str_exact(&text).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn check(text: &str, point: Option<Point>, value: &str) {
        let Reading::Sure(amount) = read(text, point) else { panic!("{text}: {:?}", read(text, point)) };
        let scale = amount.scale.unwrap_or(Decimal::ONE);
        assert_eq!((amount.value * scale).normalize().to_string(), value, "{text}");
    }

    #[test]
    fn a_number_is_read_with_what_stands_beside_it() {
        for (text, value) in [
            ("18", "18"),
            ("1.284,5", "1284.5"),
            ("48,215.60", "48215.6"),
            ("RM 187,200.00", "187200"),
            ("Rp 412.500.000,-", "412500000"),
            ("S$96,418.30", "96418.3"),
            ("(206.501,50)", "-206501.5"),
            ("-7", "-7"),
            ("RM -1,234.50", "-1234.5"),
            ("4.1 jt", "4100000"),
            ("Rp 1,5 miliar", "1500000000"),
            ("12k", "12000"),
            ("1 234 567", "1234567"),
            ("11 (3 online)", "11"),
            ("18 toko", "18"),
            ("၁၅,၄၂၀.၅", "15420.5"),
            ("１５３０", "1530"),
            ("nil", "0"),
            ("ไม่มี", "0"),
            ("0.125", "0.125"),
            ("฿12,000.50", "12000.5"),
            ("P1,200.50", "1200.5"),
            ("1.250.000đ", "1250000"),
        ] {
            check(text, None, value);
        }
    }

    #[test]
    fn one_separator_before_three_digits_is_read_both_ways_until_the_sheet_tells() {
        assert!(
            matches!(read("1.500", None), Reading::Either(a, b) if a.value == Decimal::from(1500) && b.value == Decimal::new(15, 1))
        );
        check("1.500", Some(Point::Comma), "1500");
        check("1.500", Some(Point::Dot), "1.5");
        assert_eq!(proof("1.500"), None);
        assert_eq!(proof("1.284,5"), Some(Point::Comma));
        assert_eq!(proof("22.5%"), Some(Point::Dot));
    }

    #[test]
    fn what_is_only_about_a_number_is_no_number() {
        for text in ["~15", "40-45", "RM 12k?", "10 to 12?", "B$ 40-45k", "sekitar 20", "12+", ">50", "khoảng 5"] {
            assert_eq!(read(text, None), Reading::Approximate, "{text}");
        }
    }

    #[test]
    fn blanks_and_dashes_report_nothing() {
        for text in ["", " ", "-", "–", "n/a", "N.A.", "TBA", "..."] {
            assert_eq!(read(text, None), Reading::Nothing, "{text}");
        }
    }

    #[test]
    fn anything_else_is_said_to_be_no_number() {
        for text in
            ["1O5", "#5", "123*", "RM'000", "12 dozen", "see below", "1.2.3", "1,23,456", "Q3", "3/4", "5 of 9", "?"]
        {
            assert_eq!(read(text, None), Reading::NotANumber, "{text}");
        }
    }

    #[test]
    fn a_bare_m_is_asked_about() {
        assert!(matches!(read("Rp 12 M", None), Reading::UnsureScale(_)));
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(10_000))]

        #[test]
        fn no_text_makes_it_panic(text in "\\PC{0,24}") {
            let _ = read(&text, None);
            let _ = proof(&text);
        }

        #[test]
        fn an_accepted_text_reads_back_to_the_same_value(whole in 0u64..999_999_999_999, cents in 0u32..100) {
            let grouped = grouped(whole, ',');
            let value = format!("{whole}.{cents:02}").parse::<Decimal>().map(|v| v.normalize().to_string());
            check(&format!("{grouped}.{cents:02}"), None, &value.clone().unwrap_or_default());
            check(&format!("{}{:}{cents:02}", grouped.replace(',', "."), ','), None, &value.unwrap_or_default());
        }
    }

    fn grouped(whole: u64, mark: char) -> String {
        let digits = whole.to_string();
        let mut text = String::new();
        for (at, digit) in digits.chars().enumerate() {
            if at > 0 && (digits.len() - at).is_multiple_of(3) {
                text.push(mark);
            }
            text.push(digit);
        }
        text
    }
}
