//! What wins and losses are worth, as far as the words say a number: summed and drawn only where all are of one unit.

use pack::picture::deviation;
use playbook::number::{Quantity, Rate};

use crate::drawing::picture;
use crate::format::signed;
use crate::shown::thousandths;
use crate::view::{Ink, OutcomeCard, OutcomeRow, OutcomeTable, OutcomesCard};
use crate::words;

/// A worth that is a number.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Worth {
    value: Quantity,
    unit: String,
}

/// Wins and losses as tables. Their sums are shown where `own` says that the rows are all there is: what the numbers
/// propose is a choice of the largest.
pub(super) fn tables(card: &OutcomesCard, own: bool) -> [OutcomeTable; 2] {
    let all: Vec<Worth> = card.wins.iter().chain(&card.losses).filter_map(|row| read(&row.worth)).collect();
    let unit = all.first().map(|worth| worth.unit.clone());
    let one = all.iter().all(|worth| Some(&worth.unit) == unit.as_ref());
    let longest = all.iter().map(|worth| length(worth).abs()).max().filter(|_| one);
    let table = |key: &str, rows: &[OutcomeCard]| OutcomeTable {
        title: words().say(key, &[]),
        sum: if own { sum(rows).unwrap_or_default() } else { String::new() },
        rows: rows.iter().map(|row| shown(row, longest)).collect(),
    };
    [table("qbr-wins", &card.wins), table("qbr-losses", &card.losses)]
}

fn shown(row: &OutcomeCard, longest: Option<i32>) -> OutcomeRow {
    let bar = read(&row.worth).zip(longest).map(|(worth, longest)| {
        let ink = worth.value.is_negative().then_some(Ink::Red);
        let values = [("what", row.what.as_str().into()), ("worth", row.worth.as_str().into())];
        picture(&deviation(length(&worth), longest), words().say("qbr-point-outcome", &values), ink)
    });
    OutcomeRow { what: row.what.clone(), why: row.why.clone(), worth: row.worth.clone(), bar }
}

fn length(worth: &Worth) -> i32 {
    thousandths(&Rate::from(worth.value))
}

/// The sum of rows that all are numbers of one unit; of two rows at least.
fn sum(rows: &[OutcomeCard]) -> Option<String> {
    let all: Vec<Worth> = rows.iter().map(|row| read(&row.worth)).collect::<Option<_>>()?;
    let (first, rest) = all.split_first()?;
    if rest.is_empty() || rest.iter().any(|worth| worth.unit != first.unit) {
        return None;
    }
    let decimals = all.iter().map(|worth| worth.value.decimal().scale()).max().unwrap_or(0).max(1);
    let sum: Quantity = all.iter().map(|worth| worth.value).sum();
    let text = signed(&sum.into(), decimals);
    Some(if first.unit.is_empty() { text } else { format!("{text} {}", first.unit) })
}

/// `+310.0 Rp m`: a signed figure with its unit behind it. Anything else is words.
fn read(text: &str) -> Option<Worth> {
    let text = text.trim().replace('\u{2212}', "-");
    let digits = text.strip_prefix('+').unwrap_or(&text);
    let end = digits.find(|c: char| !(c.is_ascii_digit() || matches!(c, '.' | ',' | '-'))).unwrap_or(digits.len());
    let (figure, unit) = digits.split_at(end);
    let value = grouped(figure)?.parse().ok()?;
    // A figure that runs into its unit, such as 3x, is a word.
    (unit.is_empty() || unit.starts_with([' ', '%'])).then(|| Worth { value, unit: unit.trim().to_owned() })
}

/// The figure without its groups of thousands; `None` where commas stand elsewhere.
fn grouped(figure: &str) -> Option<String> {
    let (whole, part) = figure.split_once('.').unwrap_or((figure, ""));
    let mut groups = whole.trim_start_matches('-').split(',');
    let first = groups.next()?;
    let sound = !first.is_empty() && groups.clone().all(|group| group.len() == 3);
    let short = groups.next().is_none() || first.len() <= 3;
    let plain = whole.replace(',', "");
    (sound && short && !part.contains(',')).then(|| if part.is_empty() { plain } else { format!("{plain}.{part}") })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: Option<(&str, &str)>) {
        let read = read(text).map(|worth| (worth.value.to_string(), worth.unit));
        assert_eq!(read, expected.map(|(value, unit)| (value.to_owned(), unit.to_owned())), "{text}");
    }

    #[test]
    fn a_worth_is_a_number_only_where_it_plainly_is() {
        check("+310.0 Rp m", Some(("310", "Rp m")));
        check("−1,240.5 Rp m", Some(("-1240.5", "Rp m")));
        check("-65", Some(("-65", "")));
        check("12%", Some(("12", "%")));
        for words in ["", "large", "Rp 310 m", "1,24.5 Rp m", "3x", "1.2.3", "+", "12,3456", "1234,567", "4.5,6"] {
            check(words, None);
        }
    }

    fn rows(all: &[&str]) -> Vec<OutcomeCard> {
        all.iter().map(|worth| OutcomeCard { what: "A".into(), why: String::new(), worth: (*worth).into() }).collect()
    }

    #[test]
    fn rows_of_one_unit_are_summed_and_drawn_and_others_are_not() {
        let [wins, losses] = tables(
            &OutcomesCard {
                wins: rows(&["+310.0 Rp m", "+42.5 Rp m"]), losses: rows(&["−240.0 Rp m", "−65.0 Rp m"])
            },
            true,
        );
        assert_eq!((wins.sum.as_str(), losses.sum.as_str()), ("+352.5 Rp m", "−305.0 Rp m"));
        assert!(wins.rows.iter().chain(&losses.rows).all(|row| row.bar.is_some()));
        let [wins, losses] =
            tables(&OutcomesCard { wins: rows(&["+3 points", "+1 Rp m"]), losses: rows(&["−2 points"]) }, true);
        assert_eq!((wins.sum.as_str(), losses.sum.as_str()), ("", ""));
        assert!(wins.rows.iter().all(|row| row.bar.is_none()));
        let [proposed, _] = tables(&OutcomesCard { wins: rows(&["+3 points", "+1 points"]), losses: vec![] }, false);
        assert_eq!(proposed.sum, "");
    }
}
