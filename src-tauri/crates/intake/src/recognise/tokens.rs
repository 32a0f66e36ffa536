//! A text about time as words, numbers and marks: `Oct26` is a word and a number.

use super::text::{fold, plain};

/// A piece of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Token {
    /// Digits: their value and how many they are.
    Number {
        /// `u32::MAX` when it is too large for any date.
        value: u32,
        /// `05` has two.
        length: usize,
    },
    /// Letters, folded.
    Word(String),
    /// Anything else but spaces.
    Mark(char),
}

/// The pieces of a text.
pub(crate) fn tokens(text: &str) -> Vec<Token> {
    let text = plain(text);
    let chars: Vec<char> = text.chars().collect();
    let thai = |c: char| matches!(c, '\u{0E00}'..='\u{0E7F}');
    let mut tokens = Vec::new();
    let mut at = 0;
    while at < chars.len() {
        let c = chars[at];
        let digit = c.is_ascii_digit();
        let start = at;
        at += 1;
        if digit {
            while at < chars.len() && chars[at].is_ascii_digit() {
                at += 1;
            }
            let value = chars[start..at].iter().collect::<String>().parse().unwrap_or(u32::MAX);
            tokens.push(Token::Number { value, length: at - start });
        } else if !fold(&c.to_string()).is_empty() && c != '%' && c != '&' {
            let more = |c: char| !c.is_ascii_digit() && !fold(&c.to_string()).is_empty();
            // The dots of `ต.ค.` belong to the word.
            let dot = |at: usize| chars[at] == '.' && thai(chars[at - 1]);
            while at < chars.len() && (more(chars[at]) || dot(at) || is_mark_of_letter(chars[at])) {
                at += 1;
            }
            let word: String = chars[start..at].iter().filter(|c| **c != '.').collect();
            tokens.push(Token::Word(fold(&word)));
        } else if !c.is_whitespace() {
            tokens.push(Token::Mark(c));
        }
    }
    tokens
}

fn is_mark_of_letter(c: char) -> bool {
    matches!(c, '\u{0300}'..='\u{036F}')
}
