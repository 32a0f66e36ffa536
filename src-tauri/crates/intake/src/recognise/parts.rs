//! A number's text taken apart: what stands before the digits, the digits, what stands behind them.

use rust_decimal::Decimal;

use super::dictionary::meanings;
use super::money::{self, Mark};
use super::numbers::Amount;
use super::terms::Term;
use super::text::fold;

/// A text taken apart: sign, marks before and behind, and the digits with their separators.
pub(crate) struct Parts<'a> {
    negative: bool,
    percent: bool,
    scale: Option<Decimal>,
    /// Whether its scale is a bare `M` or `B`, which countries read differently.
    pub(crate) unsure: bool,
    currency: Option<Mark>,
    /// The digits with their separators.
    pub(crate) digits: &'a str,
}

impl<'a> Parts<'a> {
    /// The parts of a text; `None` when it holds a word that is no mark, scale or unit.
    pub(crate) fn of(text: &'a str) -> Option<Self> {
        let text = text.trim();
        let bracketed = text.strip_prefix('(').and_then(|rest| rest.strip_suffix(')'));
        let inside = bracketed.filter(|inside| !inside.contains(['(', ')']));
        let body = inside.unwrap_or_else(|| without_comment(text)).trim();
        let first = body.find(|c: char| c.is_ascii_digit())?;
        let digits_end = |c: char| !(c.is_ascii_digit() || matches!(c, '.' | ',' | '\'' | ' '));
        let end = body[first..].find(digits_end).map_or(body.len(), |at| first + at);
        let run = body[first..end].trim_end();
        let digits = run.trim_end_matches(['.', ',']);
        let (before, after) = (body[..first].trim(), body[first + digits.len()..].trim());
        // `412.500.000,-` and `12,000.-` end in nothing.
        let after = after.trim_start_matches(['.', ',']);
        let after = if after.trim() == "-" { "" } else { after.trim() };
        let signed = before.contains('-') || before.contains('(');
        // Marks that are letters of other words elsewhere: `P1,200` is in pesos, `5.000đ` in dong.
        let before = if matches!(before, "P" | "p") { "PHP" } else { before };
        let after = if matches!(after, "đ" | "Đ" | "d") { "VND" } else { after };
        let affix = Affix::of(&before.replace(['-', '('], " "))?.and(Affix::of(after)?)?;
        let sign = inside.is_some() || signed;
        Some(Self {
            negative: sign,
            percent: affix.percent,
            scale: affix.scale,
            unsure: affix.unsure,
            currency: affix.currency,
            digits,
        })
    }

    /// Digits and separators without anything beside them.
    pub(crate) fn bare(digits: &'a str) -> Self {
        Self { negative: false, percent: false, scale: None, unsure: false, currency: None, digits }
    }

    /// The amount of a value, with what stands beside its digits.
    pub(crate) fn amount(&self, value: Decimal) -> Amount {
        let value = if self.negative { -value } else { value };
        Amount { value, percent: self.percent, scale: self.scale, currency: self.currency }
    }
}

/// `11 (3 online)` is 11: a bracket with words behind a number comments on it.
fn without_comment(text: &str) -> &str {
    let Some((head, tail)) = text.split_once('(') else { return text };
    let comments = tail.contains(char::is_alphabetic) && head.contains(|c: char| c.is_ascii_digit());
    if comments && tail.trim_end().ends_with(')') { head } else { text }
}

/// What stands before or behind the digits. `None` when it holds a word that is no mark, scale or unit.
#[derive(Default)]
struct Affix {
    percent: bool,
    scale: Option<Decimal>,
    unsure: bool,
    currency: Option<Mark>,
}

impl Affix {
    fn of(text: &str) -> Option<Self> {
        let mut affix = Self::default();
        if text.is_empty() {
            return Some(affix);
        }
        affix.currency = money::named(text);
        let odd = |c: char| c.is_ascii_punctuation() && !matches!(c, '.' | ',' | ':' | '%' | '/' | '\'' | '-');
        if without_symbols(text).contains(odd) {
            return None;
        }
        let (rest, _) = money::strip(&fold(&without_symbols(text)));
        for word in words(&rest) {
            let terms = meanings(&word);
            let scale = terms.iter().find_map(|term| if let Term::Scale(scale) = term { Some(*scale) } else { None });
            if terms.contains(&Term::Percent) {
                affix.percent = true;
            } else if let Some(scale) = scale {
                if affix.scale.replace(scale).is_some() {
                    return None;
                }
            } else if matches!(word.as_str(), "m" | "b") {
                affix.scale = Some(Decimal::from(1_000_000));
                affix.unsure = true;
            } else if !terms.contains(&Term::Counted) {
                return None;
            }
        }
        Some(affix)
    }

    fn and(self, other: Self) -> Option<Self> {
        if self.scale.is_some() && other.scale.is_some() || self.currency.is_some() && other.currency.is_some() {
            return None;
        }
        Some(Self {
            percent: self.percent || other.percent,
            scale: self.scale.or(other.scale),
            unsure: self.unsure || other.unsure,
            currency: self.currency.or(other.currency),
        })
    }
}

/// `US$`, `฿`: symbols and the letters that belong to them.
fn without_symbols(text: &str) -> String {
    let mut rest = text.to_owned();
    for symbol in ["US$", "S$", "B$", "HK$", "A$", "$", "฿", "₫", "₱", "៛", "₭", "€", "£"] {
        rest = rest.replace(symbol, " ");
    }
    rest
}

/// Phrases of two words (`triệu đồng`) before single ones.
fn words(folded: &str) -> Vec<String> {
    if folded.is_empty() {
        return Vec::new();
    }
    if !meanings(folded).is_empty() { vec![folded.to_owned()] } else { folded.split(' ').map(str::to_owned).collect() }
}
