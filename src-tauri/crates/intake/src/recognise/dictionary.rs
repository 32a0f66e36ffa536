//! The dictionary of phrases: data files, one a language, each line `key,phrase`. A line more in a file is all that a
//! new word needs.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::terms::Term;
use super::text::fold;

const FILES: [&str; 10] = [
    include_str!("../../data/dictionary/en.csv"),
    include_str!("../../data/dictionary/id.csv"),
    include_str!("../../data/dictionary/ms.csv"),
    include_str!("../../data/dictionary/vi.csv"),
    include_str!("../../data/dictionary/th.csv"),
    include_str!("../../data/dictionary/my.csv"),
    include_str!("../../data/dictionary/km.csv"),
    include_str!("../../data/dictionary/lo.csv"),
    include_str!("../../data/dictionary/fil.csv"),
    include_str!("../../data/dictionary/zh.csv"),
];

/// All phrases, folded.
static DICTIONARY: LazyLock<Dictionary> = LazyLock::new(|| Dictionary::of(&FILES));

/// Phrases and what they mean.
#[derive(Debug, Default)]
pub(crate) struct Dictionary {
    exact: HashMap<String, Vec<Term>>,
    /// Phrases of scripts without spaces, which may stand inside a word, with their letters.
    unspaced: Vec<(String, u64, Vec<Term>)>,
    /// Phrases long enough to be told from a misspelt neighbour, for labels.
    long: Vec<Long>,
}

/// A phrase that a label may misspell.
#[derive(Debug)]
struct Long {
    phrase: String,
    ordered: String,
    length: usize,
    letters: u64,
    term: Term,
}

impl Long {
    fn of(phrase: &str, term: Term) -> Self {
        let length = phrase.chars().count();
        Self { phrase: phrase.to_owned(), ordered: in_order(phrase), length, letters: letters(phrase), term }
    }
}

/// Misspelt by less than a tenth, as measured on real headers.
const ALIKE: f64 = 0.90;
const LONG: usize = 8;
/// No phrase has more words.
const WORDS: usize = 8;

impl Dictionary {
    fn of(files: &[&'static str]) -> Self {
        let mut dictionary = Self::default();
        for (key, phrase) in files.iter().flat_map(|file| file.lines()).filter_map(|line| line.split_once(',')) {
            let Some(term) = Term::of(key.trim()) else { continue };
            let folded = if matches!(term, Term::Month(_)) { month_fold(phrase) } else { fold(phrase) };
            let known = dictionary.exact.entry(folded.clone()).or_default();
            if folded.is_empty() || known.contains(&term) {
                continue;
            }
            known.push(term);
            if matches!(term, Term::Figure(_) | Term::Remark(_)) && folded.chars().count() >= LONG {
                dictionary.long.push(Long::of(&folded, term));
            }
        }
        let unspaced = dictionary.exact.iter().filter(|(phrase, _)| !phrase.is_ascii());
        dictionary.unspaced =
            unspaced.map(|(phrase, terms)| (phrase.clone(), letters(phrase), terms.clone())).collect();
        dictionary
    }
}

/// Which letters a text has, as bits: two texts that differ by an edit differ by two bits at most.
fn letters(text: &str) -> u64 {
    text.chars().fold(0, |bits, c| bits | 1 << (u32::from(c) % 64))
}

/// A month's name without the dots of its short form: `ต.ค.` is `ตค`.
fn month_fold(name: &str) -> String {
    fold(&name.replace('.', ""))
}

/// What a folded phrase means; empty when it is in no dictionary.
pub(crate) fn meanings(folded: &str) -> &'static [Term] {
    DICTIONARY.exact.get(folded).map_or(&[], Vec::as_slice)
}

/// What a folded phrase means that is misspelt by a letter or has its words in another order. Digits are never misspelt.
pub(crate) fn nearly(folded: &str) -> Option<Term> {
    let length = folded.chars().count();
    if !(LONG..=60).contains(&length) {
        return None;
    }
    let digits = |text: &str| text.chars().filter(char::is_ascii_digit).collect::<String>();
    let (ordered, own) = (in_order(folded), letters(folded));
    let edits = u32::try_from(length / LONG).unwrap_or(u32::MAX);
    let near =
        |long: &&Long| long.length.abs_diff(length) <= length / LONG && (long.letters ^ own).count_ones() <= 2 * edits;
    let alike = DICTIONARY.long.iter().filter(near).filter_map(|long| {
        let likeness = strsim::normalized_levenshtein(&long.phrase, folded)
            .max(strsim::normalized_levenshtein(&long.ordered, &ordered));
        (likeness >= ALIKE && digits(&long.phrase) == digits(folded)).then_some((likeness, long.term))
    });
    alike.max_by(|a, b| a.0.total_cmp(&b.0)).map(|(_, term)| term)
}

fn in_order(folded: &str) -> String {
    let mut words: Vec<_> = folded.split(' ').collect();
    words.sort_unstable();
    words.join(" ")
}

/// The month of that name, folded or raw.
pub(crate) fn month(name: &str) -> Option<u32> {
    meanings(&month_fold(name)).iter().find_map(|term| match term {
        Term::Month(month) => Some(*month),
        _ => None,
    })
}

/// Whether a folded phrase has that meaning among others.
pub(crate) fn means(folded: &str, term: Term) -> bool {
    meanings(folded).contains(&term)
}

/// Every phrase for which `wanted` holds that stands in a folded text, the longest first: as whole words where the
/// script has spaces.
pub(crate) fn found_in<T>(folded: &str, wanted: impl Fn(Term) -> Option<T>) -> Vec<T> {
    let words: Vec<&str> = folded.split(' ').filter(|word| !word.is_empty()).collect();
    let runs = (0..words.len()).flat_map(|from| (from + 1..=words.len().min(from + WORDS)).map(move |to| (from, to)));
    let mut phrases: Vec<String> =
        runs.map(|(from, to)| words[from..to].join(" ")).filter(|run| run.is_ascii()).collect();
    phrases.sort();
    phrases.dedup();
    let spaced = phrases.iter().filter_map(|phrase| DICTIONARY.exact.get_key_value(phrase));
    // Most phrases have a letter that the text has not.
    let own = if folded.is_ascii() { 0 } else { letters(folded) };
    let inside = DICTIONARY
        .unspaced
        .iter()
        .filter(|(phrase, letters, _)| !folded.is_ascii() && letters & !own == 0 && folded.contains(phrase.as_str()));
    let hits = spaced.chain(inside.map(|(phrase, _, terms)| (phrase, terms)));
    let mut found: Vec<_> = hits
        .flat_map(|(phrase, terms)| terms.iter().filter_map(|term| wanted(*term)).map(move |value| (phrase, value)))
        .collect();
    found.sort_by(|a, b| b.0.len().cmp(&a.0.len()).then_with(|| a.0.cmp(b.0)));
    found.into_iter().map(|(_, value)| value).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::recognise::terms::Figure;

    #[test]
    fn every_line_of_every_language_is_understood() {
        for file in FILES {
            for line in file.lines().filter(|line| !line.is_empty() && !line.starts_with("key,")) {
                let known = line.split_once(',').and_then(|(key, phrase)| Term::of(key.trim()).map(|_| phrase));
                assert!(known.is_some_and(|phrase| !fold(phrase).is_empty()), "{line}");
            }
        }
    }

    #[test]
    fn a_misspelt_header_is_found_and_another_number_is_not() {
        assert_eq!(nearly("units solld"), Some(Term::Figure(Figure::Measure("units_sold"))));
        assert_eq!(nearly("on hand stock"), Some(Term::Figure(Figure::Measure("stock_on_hand"))));
        assert_eq!(nearly("forecast 30 days"), None);
    }

    #[test]
    fn months_are_known_by_short_names_too() {
        for (name, number) in [("Oktober", 10), ("Agu", 8), ("ต.ค.", 10), ("Ogos", 8), ("SEPT", 9), ("အောက်တိုဘာ", 10)]
        {
            assert_eq!(month(name), Some(number), "{name}");
        }
    }
}
