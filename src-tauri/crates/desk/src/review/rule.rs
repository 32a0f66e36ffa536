//! How an answer carries over to the next file of the same layout. What is about this month's data alone carries over to
//! nothing: it is asked again.

use std::fmt;
use std::str::FromStr;

use chrono::NaiveDate;
use intake::child::SheetPreview;
use intake::draft::{About, Choice, Question, Why};
use intake::grid::{Place, Value};
use playbook::period::Period;

use super::pointing::{Spot, pointed_at};
use super::{Answered, place_of};
use crate::contract::choice_key;

/// How an answer carries over.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Rule {
    /// The same again: `PT Sumber Makmur`, `monthly`, `IDR`.
    Same(String),
    /// The reading that stands at this place among so many.
    Nth { at: usize, of: usize },
    /// In dates such as `03/04/2026` the day stands first.
    DayFirst,
    /// The month stands first.
    MonthFirst,
    /// What stands in this cell, as long as the same words stand beside and above it.
    Cell(Spot),
    /// Leave it out.
    LeaveOut,
}

/// What a question was asked of.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Asked<'a> {
    pub(crate) question: &'a Question,
    pub(crate) sheet: Option<&'a SheetPreview>,
    pub(crate) kind: Option<intake::draft::Kind>,
    pub(crate) today: NaiveDate,
    pub(crate) locale: &'a str,
}

impl Rule {
    /// The rule of an answer that a person gave; `None` where it is about this file alone.
    pub(crate) fn of(asked: &Asked<'_>, answered: &Answered) -> Option<Self> {
        use Why::{CellError, NoValue, NotSaid, OtherCurrency, Resembles, Separator, Several, Unit};
        let Question { about, why, choices, text, .. } = asked.question;
        match (about, answered) {
            (About::Measure(_), Answered::LeftOut) => {
                matches!(why, NotSaid | Resembles | Unit | Several | OtherCurrency).then_some(Self::LeaveOut)
            }
            (About::Measure(_) | About::Period, Answered::Pointed(_, place)) => {
                let lasting = matches!(why, NotSaid | Resembles | Unit | Several | CellError | NoValue);
                asked.sheet.filter(|_| lasting).map(|sheet| Self::Cell(Spot::of(sheet, *place)))
            }
            (_, Answered::LeftOut) => None,
            (
                About::Distributor | About::Kind | About::Currency,
                Answered::Chosen(choice) | Answered::Typed(choice) | Answered::Pointed(choice, _),
            ) => Some(Self::Same(choice_key(choice))),
            (About::Period, Answered::Chosen(Choice::Period(period))) if *why == Why::DayOrMonth => {
                order(text, *period)
            }
            (About::Measure(_), Answered::Chosen(choice)) => match why {
                Separator | Unit | Resembles => {
                    let at = choices.iter().position(|offered| offered == choice)?;
                    Some(Self::Nth { at, of: choices.len() })
                }
                Several => only_cell(asked.sheet?, choice).map(Self::Cell),
                _ => None,
            },
            _ => None,
        }
    }

    /// The answer to the next file's question; `None` where it does not settle it.
    pub(crate) fn answer(&self, asked: &Asked<'_>) -> Option<Answered> {
        let Question { about, choices, text, .. } = asked.question;
        match self {
            Self::LeaveOut => matches!(about, About::Measure(_)).then_some(Answered::LeftOut),
            Self::Nth { at, of } => choices.get(*at).filter(|_| choices.len() == *of).cloned().map(Answered::Chosen),
            Self::DayFirst | Self::MonthFirst => {
                let settled = |choice: &&Choice| matches!(choice, Choice::Period(period) if order(text, *period).as_ref() == Some(self));
                choices.iter().find(settled).cloned().map(Answered::Chosen)
            }
            Self::Same(key) => match about {
                About::Distributor => Some(Answered::Chosen(Choice::Distributor(key.clone()))),
                About::Currency => Some(Answered::Chosen(Choice::Currency(key.clone()))),
                About::Kind => crate::contract::kind_of(key).map(|kind| Answered::Chosen(Choice::Kind(kind))),
                About::Period | About::Measure(_) => None,
            },
            Self::Cell(spot) => {
                let place = spot.find(asked.sheet?)?;
                let choice = pointed_at(asked, place)?;
                // Where several cells could be it, the one that was settled is one of them.
                let offered = asked.question.why != Why::Several || choices.is_empty() || choices.contains(&choice);
                offered.then_some(Answered::Pointed(choice, place))
            }
        }
    }
}

/// Whether the day or the month stands first in a date, by the period that a person read in it.
fn order(text: &str, period: Period) -> Option<Rule> {
    let numbers: Vec<u32> = text.split(|c: char| !c.is_ascii_digit()).filter_map(|part| part.parse().ok()).collect();
    let [a, b, year] = *numbers.as_slice() else { return None };
    let year = i32::try_from(match year {
        0..=99 => year + 2000,
        2400..=2700 => year - 543,
        _ => year,
    })
    .ok()?;
    let within = |day: u32, month: u32| {
        NaiveDate::from_ymd_opt(year, month, day)
            .is_some_and(|date| (period.first_day()..=period.last_day()).contains(&date))
    };
    match (within(a, b), within(b, a)) {
        (true, false) => Some(Rule::DayFirst),
        (false, true) => Some(Rule::MonthFirst),
        _ => None,
    }
}

/// The one cell of a sheet that holds the number that was chosen.
fn only_cell(sheet: &SheetPreview, choice: &Choice) -> Option<Spot> {
    let Choice::Value(value) = choice else { return None };
    let holds = |cell: &&intake::grid::Cell| matches!(&cell.value, Value::Number(digits) if digits.parse().is_ok_and(|held: playbook::number::Quantity| held == *value));
    let mut cells = sheet.cells.iter().filter(holds);
    let first = cells.next()?;
    cells.next().is_none().then(|| Spot::of(sheet, first.place))
}

impl fmt::Display for Rule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Same(key) => write!(f, "same {key}"),
            Self::Nth { at, of } => write!(f, "choice {} of {of}", at + 1),
            Self::DayFirst => f.write_str("day first"),
            Self::MonthFirst => f.write_str("month first"),
            Self::Cell(spot) => write!(f, "cell {}\n{}\n{}", spot.place, spot.beside, spot.above),
            Self::LeaveOut => f.write_str("leave out"),
        }
    }
}

/// A text is no rule.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct NotARule;

impl FromStr for Rule {
    type Err = NotARule;

    fn from_str(text: &str) -> Result<Self, NotARule> {
        match text {
            "day first" => return Ok(Self::DayFirst),
            "month first" => return Ok(Self::MonthFirst),
            "leave out" => return Ok(Self::LeaveOut),
            _ => {}
        }
        if let Some(key) = text.strip_prefix("same ") {
            return Ok(Self::Same(key.to_owned()));
        }
        if let Some(rest) = text.strip_prefix("cell ") {
            let mut parts = rest.splitn(3, '\n');
            let place: Place = parts.next().and_then(place_of).ok_or(NotARule)?;
            let (beside, above) = (parts.next().ok_or(NotARule)?, parts.next().ok_or(NotARule)?);
            return Ok(Self::Cell(Spot { place, beside: beside.to_owned(), above: above.to_owned() }));
        }
        let (at, of) = text.strip_prefix("choice ").and_then(|rest| rest.split_once(" of ")).ok_or(NotARule)?;
        let (at, of): (usize, usize) = (at.parse().map_err(|_| NotARule)?, of.parse().map_err(|_| NotARule)?);
        let at = at.checked_sub(1).filter(|at| *at < of).ok_or(NotARule)?;
        Ok(Self::Nth { at, of })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use intake::grid::Cell;
    use playbook::measure::MeasureKey;

    fn question(about: About, why: Why, text: &str, choices: Vec<Choice>) -> Question {
        Question { about, why, text: text.into(), place: None, choices }
    }

    fn asked<'a>(question: &'a Question, sheet: Option<&'a SheetPreview>) -> Asked<'a> {
        let today = "2026-10-08".parse().expect("a literal");
        Asked { question, sheet, kind: None, today, locale: "id-ID" }
    }

    fn value(text: &str) -> Choice {
        Choice::Value(text.parse().expect("a literal"))
    }

    fn period(text: &str) -> Choice {
        Choice::Period(text.parse().expect("a literal"))
    }

    fn leads() -> About {
        About::Measure(MeasureKey::new("leads"))
    }

    fn sheet(number: &str) -> SheetPreview {
        let at = |row, column| Place { row, column };
        let cell = |place, value| Cell { place, value, format: None };
        SheetPreview {
            name: None,
            hidden: false,
            rows: 3,
            columns: 3,
            first: at(0, 0),
            cells: vec![
                cell(at(0, 2), Value::Text("Realisasi".into())),
                cell(at(1, 0), Value::Text("Prospek".into())),
                cell(at(1, 2), Value::Number(number.into())),
            ],
            merged: vec![],
        }
    }

    #[test]
    fn the_way_to_read_a_number_carries_over_to_another_number() {
        let first = question(leads(), Why::Separator, "1.200", vec![value("1200"), value("1.2")]);
        let rule = Rule::of(&asked(&first, None), &Answered::Chosen(value("1200"))).expect("a rule");
        let next = question(leads(), Why::Separator, "1.450", vec![value("1450"), value("1.45")]);
        assert_eq!(rule.answer(&asked(&next, None)), Some(Answered::Chosen(value("1450"))));
        let other = question(leads(), Why::Separator, "1.450", vec![value("1450")]);
        assert_eq!(rule.answer(&asked(&other, None)), None, "other choices are asked about");
    }

    #[test]
    fn the_order_of_day_and_month_carries_over_and_the_month_does_not() {
        let choices = |a, b| vec![period(a), period(b)];
        let first = question(About::Period, Why::DayOrMonth, "03/04/2026", choices("2026-W14", "2026-W10"));
        let rule = Rule::of(&asked(&first, None), &Answered::Chosen(period("2026-W14")));
        assert_eq!(rule, Some(Rule::DayFirst));
        let next = question(About::Period, Why::DayOrMonth, "05/06/2026", choices("2026-W19", "2026-W23"));
        assert_eq!(Rule::DayFirst.answer(&asked(&next, None)), Some(Answered::Chosen(period("2026-W23"))));
        let said = question(About::Period, Why::Several, "Q3", choices("2026-07", "2026-08"));
        assert_eq!(Rule::of(&asked(&said, None), &Answered::Chosen(period("2026-08"))), None);
    }

    #[test]
    fn a_cell_carries_over_where_the_same_words_stand_around_it() {
        let (october, november) = (sheet("12"), sheet("15"));
        let open = question(leads(), Why::NotSaid, "", vec![]);
        let place = Place { row: 1, column: 2 };
        let rule = Rule::of(&asked(&open, Some(&october)), &Answered::Pointed(value("12"), place)).expect("a rule");
        assert_eq!(rule.answer(&asked(&open, Some(&november))), Some(Answered::Pointed(value("15"), place)));
        let mut renamed = sheet("15");
        renamed.cells[0].value = Value::Text("Target".into());
        assert_eq!(rule.answer(&asked(&open, Some(&renamed))), None);
    }

    #[test]
    fn what_is_wrong_with_this_months_data_is_asked_again() {
        for why in [Why::Approximate, Why::NotANumber, Why::Implausible, Why::Disagree, Why::CellError] {
            let open = question(leads(), why, "~15", vec![value("15")]);
            for answered in [Answered::Chosen(value("15")), Answered::Typed(value("16")), Answered::LeftOut] {
                assert_eq!(Rule::of(&asked(&open, None), &answered), None, "{why:?} {answered:?}");
            }
        }
    }

    #[test]
    fn a_rule_reads_back_from_its_text() {
        let spot = Spot { place: Place { row: 10, column: 4 }, beside: "stok akhir".into(), above: String::new() };
        let rules = [
            Rule::Same("PT Contoh".into()),
            Rule::Nth { at: 1, of: 2 },
            Rule::DayFirst,
            Rule::MonthFirst,
            Rule::Cell(spot),
            Rule::LeaveOut,
        ];
        for rule in rules {
            assert_eq!(rule.to_string().parse(), Ok(rule));
        }
        for text in ["", "choice 3 of 2", "choice 0 of 2", "cell E11", "perhaps"] {
            assert_eq!(text.parse::<Rule>(), Err(NotARule), "{text}");
        }
    }
}
