//! Currencies: which one a text or a number format names.

use std::sync::LazyLock;

use super::text::fold;

/// A currency as a text marks it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Mark {
    /// ISO 4217.
    Code(&'static str),
    /// A bare `$`: one of several dollars.
    Dollar,
}

/// Code, mark as written, mark folded (empty for a symbol).
static MARKS: LazyLock<Vec<(&'static str, &'static str, String)>> = LazyLock::new(|| {
    let lines = include_str!("../../data/currencies.csv").lines().skip(1);
    let mut marks: Vec<_> = lines
        .filter_map(|line| line.split_once(','))
        .map(|(code, mark)| (code, mark, if is_symbol(mark) { String::new() } else { fold(mark) }))
        .collect();
    marks.sort_by_key(|(_, mark, _)| std::cmp::Reverse(mark.len()));
    marks
});

fn is_symbol(mark: &str) -> bool {
    mark.chars().any(|c| !c.is_alphanumeric() && c != ' ' && c.is_ascii())
        || matches!(mark, "฿" | "₫" | "₱" | "៛" | "₭" | "€" | "£" | "¥" | "₹")
}

impl Mark {
    /// Whether money marked so can be in a currency.
    pub(crate) fn fits(self, currency: &str) -> bool {
        match self {
            Self::Code(code) => code == currency,
            Self::Dollar => matches!(currency, "SGD" | "BND" | "USD"),
        }
    }
}

/// The currency that a whole word or symbol of a text names; `None` too when it names several.
pub(crate) fn named(text: &str) -> Option<Mark> {
    let mut found = marks_in(text);
    found.dedup();
    match found.as_slice() {
        [one] => Some(*one),
        _ => None,
    }
}

/// Every currency that a text names.
pub(crate) fn marks_in(text: &str) -> Vec<Mark> {
    let mut padded = format!(" {} ", fold(text));
    let mut rest = text.to_owned();
    let mut found = Vec::new();
    // The longest first: `Singapore dollars` are no US dollars.
    for (code, mark, folded) in MARKS.iter() {
        let there = if folded.is_empty() {
            let there = symbol_stands(&rest, mark);
            rest = if there { rest.replace(mark, " ") } else { rest };
            there
        } else {
            let word = if folded.is_ascii() { format!(" {folded} ") } else { folded.clone() };
            let there = padded.contains(&word);
            padded = if there { padded.replace(&word, "  ") } else { padded };
            there || folded.is_ascii() && attached(text, mark)
        };
        if there && !found.contains(&Mark::Code(code)) {
            found.push(Mark::Code(code));
        }
    }
    if rest.contains('$') {
        found.push(Mark::Dollar);
    }
    found
}

/// `S$` of `US$` is no Singapore dollar: the letters before a symbol belong to it.
fn symbol_stands(text: &str, mark: &str) -> bool {
    text.match_indices(mark)
        .any(|(at, _)| !mark.starts_with(char::is_alphabetic) || !text[..at].ends_with(|c: char| c.is_alphanumeric()))
}

/// `RM187,200` and `Rp412.500`: a code directly before a digit.
fn attached(text: &str, mark: &str) -> bool {
    text.match_indices(mark).any(|(at, _)| {
        let after = text[at + mark.len()..].trim_start_matches(['.', '\'', '’']);
        let before = text[..at].chars().next_back();
        after.starts_with(|c: char| c.is_ascii_digit()) && !before.is_some_and(char::is_alphanumeric)
    })
}

/// The currency of a number format: `[$Rp-421]#,##0`, `"฿"#,##0`, `[$₫-42A]`, `\$#,##0.00`.
pub(crate) fn of_format(format: &str) -> Option<Mark> {
    let first = format.split(';').next().unwrap_or_default();
    let mut literal = String::new();
    let mut chars = first.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '"' => literal.extend(chars.by_ref().take_while(|c| *c != '"')),
            '\\' => literal.extend(chars.next()),
            '[' => {
                let inside: String = chars.by_ref().take_while(|c| *c != ']').collect();
                if let Some(symbol) = inside.strip_prefix('$') {
                    literal.push_str(symbol.split('-').next().unwrap_or_default());
                }
            }
            '0' | '#' | '?' | '_' | '*' => literal.push(' '),
            c => literal.push(c),
        }
    }
    named(literal.trim())
}

/// A text without the currencies that it names, and the one that it names (`None` when it names none or several).
pub(crate) fn strip(folded: &str) -> (String, Option<Mark>) {
    let mut found = Vec::new();
    let mut padded = format!(" {folded} ");
    for (code, _, mark) in MARKS.iter().filter(|(_, _, mark)| mark.contains(' ')) {
        let phrase = format!(" {mark} ");
        if padded.contains(&phrase) {
            found.push(Mark::Code(code));
            padded = padded.replace(&phrase, " ");
        }
    }
    let words: Vec<&str> = padded
        .split(' ')
        .filter(|word| !word.is_empty())
        .filter(|word| {
            let code = MARKS.iter().find(|(_, _, mark)| !mark.is_empty() && mark == word).map(|(code, _, _)| *code);
            found.extend(code.map(Mark::Code));
            code.is_none()
        })
        .collect();
    found.dedup();
    (words.join(" "), if found.len() == 1 { found.pop() } else { None })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_mark_is_of_a_currency_that_the_playbook_knows() {
        for (code, ..) in MARKS.iter() {
            let sign = playbook::money::Currency::new(code).map(|_| playbook::money::sign(code));
            assert_eq!(sign.and_then(named), Some(Mark::Code(code)), "{code}");
        }
    }

    #[test]
    fn a_text_names_its_currency() {
        for (text, mark) in [
            ("S$96,418.30", Some(Mark::Code("SGD"))),
            ("RM 187,200.00", Some(Mark::Code("MYR"))),
            ("Rp412.500.000", Some(Mark::Code("IDR"))),
            ("US$ 5", Some(Mark::Code("USD"))),
            ("B$ 40-45k", Some(Mark::Code("BND"))),
            ("$12", Some(Mark::Dollar)),
            ("Sales KHR", Some(Mark::Code("KHR"))),
            ("(ล้านบาท)", Some(Mark::Code("THB"))),
            ("USD / KHR", None),
            ("Singapore dollars", Some(Mark::Code("SGD"))),
            ("单位：新元", Some(Mark::Code("SGD"))),
            ("US dollars", Some(Mark::Code("USD"))),
            ("Farm gate", None),
        ] {
            assert_eq!(named(text), mark, "{text}");
        }
    }

    #[test]
    fn a_number_format_names_its_currency() {
        for (format, mark) in [
            ("[$Rp-421]#,##0", Some(Mark::Code("IDR"))),
            ("\"฿\"#,##0.00", Some(Mark::Code("THB"))),
            ("[$₫-42A]", Some(Mark::Code("VND"))),
            ("\"RM\"#,##0.00;(\"RM\"#,##0.00)", Some(Mark::Code("MYR"))),
            ("\\$#,##0.00", Some(Mark::Dollar)),
            ("#,##0.00", None),
            ("0.0%", None),
        ] {
            assert_eq!(of_format(format), mark, "{format}");
        }
    }
}
