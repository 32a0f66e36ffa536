//! The unit of a whole sheet: `(ĐVT doanh thu: triệu đồng)`, `all money in S$'000`; and the currency of a report.

use rust_decimal::Decimal;

use crate::draft::{About, Choice, Found, Question, Why};
use crate::grid::{Place, Value};

use super::dictionary::found_in;
use super::finding::{Content, Finding};
use super::labels::Label;
use super::money::{self, Mark};
use super::numbers::{Reading, read};
use super::page::Page;
use super::terms::{Field, Figure, Role, Term};
use super::text::fold;

/// What a sheet says about all its money.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct SheetUnit {
    /// Thousands or millions.
    pub(crate) scale: Option<Decimal>,
    /// Whether two places say different scales.
    pub(crate) scales_differ: bool,
    /// The currency and where it is said.
    pub(crate) currency: Option<(Mark, Place)>,
}

/// The unit that a sheet declares in its title or a note.
pub(crate) fn declared(page: &Page<'_>) -> SheetUnit {
    let mut unit = SheetUnit::default();
    let mut scales: Vec<Decimal> = Vec::new();
    let mut marks: Vec<(Mark, Place)> = Vec::new();
    let mut labelled = None;
    for entry in page.entries.iter().filter(|entry| !entry.text.is_empty() && entry.text.chars().count() <= 160) {
        if entry.label.field() == Some(Field::Currency) {
            let beside = page.right_of(entry.place).next();
            labelled = labelled.or(beside.and_then(|value| money::named(value.text).map(|mark| (mark, value.place))));
        }
        let role = entry.label.column_role();
        if role == Some(Role::Unit) && (entry.label.scale.is_some() || entry.label.currency.is_some()) {
            // `หน่วย: พันบาท` in a cell of its own.
            scales.extend(entry.label.scale);
            marks.extend(entry.label.currency.map(|mark| (mark, entry.place)));
        } else if entry.label.figures().is_empty() && role.is_none() {
            let (scale, mark) = declaration(entry.text).unwrap_or_default();
            scales.extend(scale);
            marks.extend(mark.map(|mark| (mark, entry.place)));
            unit.scales_differ |= says_unknown_unit(entry.text);
        }
    }
    scales.sort();
    scales.dedup();
    unit.scales_differ |= scales.len() > 1;
    unit.scale = if scales.len() == 1 { scales.pop() } else { None };
    // Codes of several currencies in cells of their own are each about their row.
    let several = marks.iter().any(|(mark, _)| *mark != marks[0].0);
    unit.currency = labelled.or(marks.first().copied().filter(|_| !several));
    unit
}

/// `Unit: lot THB`: what money is in, in words that the dictionary doesn't know.
fn says_unknown_unit(text: &str) -> bool {
    let Some((head, tail)) = text.split_once([':', '：']) else { return false };
    let is_unit = Label::read(head).column_role() == Some(Role::Unit);
    let said = Label::of_unit(tail.trim());
    is_unit && said.qualified && said.currency.is_some()
}

/// The scale and currency of a sentence that says what numbers are in: with a word such as `in` or `unit`, or in
/// brackets or a cell of their own.
fn declaration(text: &str) -> Option<(Option<Decimal>, Option<Mark>)> {
    let alone = Label::of_unit(text.trim_matches(['(', ')', '[', ']', ' ', '*']));
    if !alone.qualified
        && (alone.scale.is_some() || alone.currency.is_some())
        && !text.contains(|c: char| ('1'..='9').contains(&c))
    {
        return Some((alone.scale, alone.currency));
    }
    let inside = text.split_once('(').and_then(|(_, rest)| rest.split_once(')')).map(|(inside, _)| inside);
    let candidates = inside.into_iter().chain([text]);
    candidates.into_iter().find_map(|text| {
        let folded = fold(text);
        let scales = found_in(&folded, |term| if let Term::Scale(scale) = term { Some(scale) } else { None });
        let says_unit = !found_in(&folded, |term| (term == Term::UnitOf).then_some(())).is_empty();
        let counted = text.contains(|c: char| ('1'..='9').contains(&c));
        let longest = scales.first().copied();
        (says_unit && !counted && (longest.is_some() || money::named(text).is_some()))
            .then(|| (longest, money::named(text)))
    })
}

/// Every currency that a report's money is marked with, with the first place of each.
pub(crate) fn marks(findings: &[&Finding<'_>]) -> Vec<(Mark, Place)> {
    let mut found: Vec<(Mark, Place)> = Vec::new();
    for finding in findings.iter().filter(|finding| finding.figures.iter().any(|figure| is_money(*figure))) {
        let said = match &finding.content {
            Content::Cell(Value::Text(text)) => of_text(text),
            Content::Part(text) => of_text(text),
            _ => None,
        };
        let own = finding.currency.or(said).or_else(|| finding.format.and_then(money::of_format));
        if let Some(mark) = own.filter(|mark| found.iter().all(|(known, _)| known != mark)) {
            found.push((mark, finding.place));
        }
    }
    found
}

fn of_text(text: &str) -> Option<Mark> {
    match read(text, None) {
        Reading::Sure(amount) | Reading::Either(amount, _) | Reading::UnsureScale(amount) => amount.currency,
        Reading::Approximate => money::named(text),
        _ => None,
    }
}

fn is_money(figure: Figure) -> bool {
    match figure {
        Figure::Measure(key) => super::form::unit_of(key) == playbook::measure::Unit::Money,
        Figure::NetRevenue | Figure::GrossRevenue | Figure::Returns | Figure::Sales | Figure::InDays(_) => true,
        Figure::SellIn | Figure::Units | Figure::NewCustomers => false,
    }
}

/// A report's currency: what the sheet states, else the register's where no mark contradicts it.
pub(crate) fn currency(
    unit: &SheetUnit,
    marks: &[(Mark, Place)],
    registered: Option<&str>,
) -> Result<Found<String>, Question> {
    let ask = |why, place: Option<Place>, codes: Vec<&str>| Question {
        about: About::Currency,
        why,
        text: codes.first().map(|code| (*code).to_owned()).unwrap_or_default(),
        place,
        choices: codes.into_iter().map(|code| Choice::Currency(code.to_owned())).collect(),
    };
    if let Some((mark, place)) = unit.currency {
        return match (mark, registered) {
            (Mark::Code(code), _) => Ok(Found { value: code.to_owned(), place: Some(place) }),
            (Mark::Dollar, Some(registered)) if mark.fits(registered) => {
                Ok(Found { value: registered.to_owned(), place: Some(place) })
            }
            (Mark::Dollar, registered) => {
                Err(ask(Why::Several, Some(place), ["USD", "SGD", "BND"].into_iter().chain(registered).collect()))
            }
        };
    }
    let Some(registered) = registered else {
        return match marks {
            [(Mark::Code(code), place)] => Ok(Found { value: (*code).to_owned(), place: Some(*place) }),
            _ => Err(ask(Why::NotSaid, None, Vec::new())),
        };
    };
    match marks.iter().find(|(mark, _)| mark.fits(registered)) {
        Some((_, place)) => Ok(Found { value: registered.to_owned(), place: Some(*place) }),
        None if marks.is_empty() => Ok(Found { value: registered.to_owned(), place: None }),
        None => {
            let codes = marks.iter().map(|(mark, _)| if let Mark::Code(code) = mark { *code } else { "USD" });
            Err(ask(Why::Several, marks.first().map(|(_, place)| *place), codes.chain([registered]).collect()))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: Option<(Option<i64>, Option<&'static str>)>) {
        let expected = expected.map(|(scale, code)| (scale.map(Decimal::from), code.map(Mark::Code)));
        assert_eq!(declaration(text), expected, "{text}");
    }

    #[test]
    fn a_sentence_declares_the_unit_of_all_money() {
        check("(ĐVT doanh thu: triệu đồng)", Some((Some(1_000_000), Some("VND"))));
        check("Brand KPI tracker - calendar year (all money in S$'000)", Some((Some(1_000), Some("SGD"))));
        check("amounts in million LAK", Some((Some(1_000_000), Some("LAK"))));
        check("หน่วย : ล้านบาท", Some((Some(1_000_000), Some("THB"))));
        check("(ငွေပမာဏ - ကျပ်သိန်း)", Some((Some(100_000), Some("MMK"))));
        check("(dalam jutaan rupiah)", Some((Some(1_000_000), Some("IDR"))));
    }

    #[test]
    fn another_sentence_declares_nothing() {
        for text in
            ["Exchange rate used: 1 USD = 4,085 KHR", "Kip moved 4% in August, please quote in THB", "Sales in Penang"]
        {
            check(text, None);
        }
    }
}
