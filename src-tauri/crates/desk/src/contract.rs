//! The JSON that `inspect` prints: what each file reports and what it leaves open, for programs to read.

use std::collections::BTreeMap;

use intake::draft::{Choice, Draft, Found, Kind, Off};
use playbook::period::Period;
use serde::Serialize;
use words::Words;

use crate::asking;
use crate::review::Unreadable;
use crate::titles::Measures;

/// The whole document.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Inspected {
    /// One a file, in the order given.
    pub files: Vec<InspectedFile>,
}

/// One file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct InspectedFile {
    /// Its name without folders.
    pub file: String,
    /// Why it can't be read at all.
    pub refused: Option<Refused>,
    /// What it reports.
    pub reports: Vec<InspectedReport>,
}

/// Why a file can't be read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Refused {
    /// `encrypted`, `not-a-spreadsheet`, `damaged`, `too-large` or `empty`; `not-opened` where it isn't there.
    pub reason: String,
    /// What happened and what to do.
    pub message: String,
}

/// One report.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct InspectedReport {
    /// The sheet; null for text files.
    pub sheet: Option<String>,
    /// `weekly`, `monthly` or `lines`.
    pub kind: Option<String>,
    /// The registered name.
    pub distributor: Option<String>,
    /// `2026-W41`, `2026-10` or `2026-07..2026-09`.
    pub period: Option<String>,
    /// ISO 4217.
    pub currency: Option<String>,
    /// Exact values by key.
    pub measures: BTreeMap<String, InspectedValue>,
    /// Sentences by kind.
    pub remarks: BTreeMap<String, Vec<InspectedRemark>>,
    /// Totals of a list of sales.
    pub lines: Option<InspectedLines>,
    /// What is left open.
    pub questions: Vec<InspectedQuestion>,
}

/// A value and its cell.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct InspectedValue {
    /// A plain decimal.
    pub value: String,
    /// `A1` style.
    pub cell: String,
}

/// A sentence and its cell.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct InspectedRemark {
    /// The sentence.
    pub text: String,
    /// `A1` style.
    pub cell: String,
    /// For blockers.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub category: Option<String>,
}

/// The totals of a list of sales.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct InspectedLines {
    /// Data rows.
    pub count: u32,
    /// Units.
    pub quantity: Option<String>,
    /// Money.
    pub amount: Option<String>,
    /// First day sold.
    pub first: Option<String>,
    /// Last day sold.
    pub last: Option<String>,
    /// Discounts by cell: a share `0.145`, money `5000 of 100000`, or `? 10+1` where it is open what is taken off.
    pub discounts: BTreeMap<String, String>,
}

/// An open question.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct InspectedQuestion {
    /// The field.
    pub about: String,
    /// The question in words.
    pub asks: String,
    /// The cell that raises it.
    pub cell: Option<String>,
    /// Likeliest first.
    pub choices: Vec<String>,
}

/// The contract's view of one file.
pub(crate) fn inspected(words: &Words, file: &str, read: &Result<Vec<Draft>, Unreadable>) -> InspectedFile {
    let refused =
        read.as_ref().err().map(|why| Refused { reason: why.key().to_owned(), message: refusal(words, file, why) });
    let reports = read.iter().flatten().map(|draft| report(words, draft)).collect();
    InspectedFile { file: file.to_owned(), refused, reports }
}

/// A refusal in words: what happened, and what to do.
pub(crate) fn refusal(words: &Words, file: &str, why: &Unreadable) -> String {
    words.say(&format!("refusal-{}", why.key()), &[("file", file.into()), ("reason", why.reason().into())])
}

/// Measures that the contract doesn't have: they only check others.
const BEYOND: [&str; 2] = ["opening_stock", "sell_in"];

fn report(words: &Words, draft: &Draft) -> InspectedReport {
    let mut remarks: BTreeMap<String, Vec<InspectedRemark>> = BTreeMap::new();
    for remark in &draft.remarks {
        remarks.entry(remark.kind.key().to_owned()).or_default().push(InspectedRemark {
            text: remark.text.clone(),
            cell: remark.place.to_string(),
            category: remark.category.map(|category| category.key().to_owned()),
        });
    }
    InspectedReport {
        sheet: draft.sheet.clone(),
        kind: draft.kind.map(|kind| kind_key(kind).to_owned()),
        distributor: value(draft.distributor.as_ref()),
        period: period(draft),
        currency: value(draft.currency.as_ref()),
        measures: draft
            .measures
            .iter()
            .filter(|(key, _)| !BEYOND.contains(&key.as_str()))
            .map(|(key, stated)| {
                let value = InspectedValue { value: stated.value.to_string(), cell: stated.place.to_string() };
                (key.to_string(), value)
            })
            .collect(),
        remarks,
        lines: draft.lines.as_ref().map(|lines| InspectedLines {
            count: lines.count,
            quantity: lines.quantity.map(|quantity| quantity.to_string()),
            amount: lines.amount.map(|amount| amount.to_string()),
            first: lines.first.map(|day| day.to_string()),
            last: lines.last.map(|day| day.to_string()),
            discounts: lines.discounted.iter().map(|row| (row.place.to_string(), taken_off(&row.off))).collect(),
        }),
        questions: draft
            .questions
            .iter()
            .filter(|question| !BEYOND.contains(&question.about.key()))
            .map(|question| InspectedQuestion {
                about: question.about.key().to_owned(),
                asks: asking::asks(words, &Measures::default(), question),
                cell: question.place.map(|place| place.to_string()),
                choices: question.choices.iter().map(choice_key).collect(),
            })
            .collect(),
    }
}

fn value(found: Option<&Found<String>>) -> Option<String> {
    found.map(|found| found.value.clone())
}

fn period(draft: &Draft) -> Option<String> {
    let period = draft.period.as_ref()?.value;
    let last = draft.lines.as_ref().and_then(|lines| lines.last_month).map(Period::Month);
    Some(match last {
        Some(last) if last != period => format!("{period}..{last}"),
        _ => period.to_string(),
    })
}

fn taken_off(off: &Off) -> String {
    match off {
        Off::Share(share) => share.to_string(),
        Off::Money { off, gross } => format!("{off} of {gross}"),
        Off::Open(text) => format!("? {text}"),
    }
}

/// `weekly`, `monthly` or `lines`.
#[must_use]
pub fn kind_key(kind: Kind) -> &'static str {
    match kind {
        Kind::Weekly => "weekly",
        Kind::Monthly => "monthly",
        Kind::Lines => "lines",
    }
}

/// The kind of that name.
pub(crate) fn kind_of(key: &str) -> Option<Kind> {
    [Kind::Weekly, Kind::Monthly, Kind::Lines].into_iter().find(|kind| kind_key(*kind) == key)
}

/// A choice as the contract writes it, and as an answer sends it back.
#[must_use]
pub fn choice_key(choice: &Choice) -> String {
    match choice {
        Choice::Distributor(text) | Choice::Currency(text) => text.clone(),
        Choice::Kind(kind) => kind_key(*kind).to_owned(),
        Choice::Period(period) => period.to_string(),
        Choice::Value(value) => value.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use intake::draft::{About, Lines, Question, Refusal, Stated, Why};
    use intake::grid::Place;
    use playbook::measure::MeasureKey;

    fn draft() -> Draft {
        Draft {
            sheet: Some("Oct".into()),
            kind: Some(Kind::Monthly),
            distributor: Some(Found { value: "PT Sumber Makmur".into(), place: None }),
            period: Some(Found { value: "2026-10".parse().expect("a literal"), place: None }),
            currency: Some(Found { value: "IDR".into(), place: None }),
            measures: BTreeMap::new(),
            remarks: Vec::new(),
            lines: None,
            questions: Vec::new(),
            template: false,
            layout: intake::draft::Layout::default(),
        }
    }

    #[test]
    fn a_value_is_plain_and_names_its_cell() {
        let mut draft = draft();
        let stated = Stated { value: "1850000000".parse().expect("a literal"), place: Place { row: 6, column: 2 } };
        draft.measures.insert(MeasureKey::new("revenue"), stated);
        let file = inspected(&Words::english(), "October.xlsx", &Ok(vec![draft]));
        let json = serde_json::to_value(&file).expect("plain data");
        assert_eq!(json["reports"][0]["measures"]["revenue"]["value"], "1850000000");
        assert_eq!(json["reports"][0]["measures"]["revenue"]["cell"], "C7");
        assert_eq!(json["reports"][0]["period"], "2026-10");
        assert!(json["refused"].is_null() && json["reports"][0]["lines"].is_null());
    }

    #[test]
    fn lines_over_several_months_name_the_first_and_the_last() {
        let mut draft = draft();
        draft.kind = Some(Kind::Lines);
        draft.lines = Some(Lines {
            count: 3,
            quantity: None,
            amount: None,
            first: None,
            last: None,
            last_month: "2026-12".parse().ok(),
            discounts: 0,
            discounted: Vec::new(),
        });
        assert_eq!(period(&draft).as_deref(), Some("2026-10..2026-12"));
        draft.lines.iter_mut().for_each(|lines| lines.last_month = None);
        assert_eq!(period(&draft).as_deref(), Some("2026-10"));
    }

    #[test]
    fn a_refusal_says_what_to_do_and_a_question_where_it_arose() {
        let words = Words::english();
        let refused = inspected(&words, "LPDI.xlsx", &Err(Unreadable::Refused(Refusal::Encrypted))).refused;
        assert_eq!(
            refused.map(|refused| refused.message).as_deref(),
            Some("LPDI.xlsx is locked with a password. Ask for a copy without one.")
        );
        let mut draft = draft();
        draft.questions.push(Question {
            about: About::Period,
            why: Why::DayOrMonth,
            text: "03/04/2026".into(),
            place: Some(Place { row: 1, column: 1 }),
            choices: vec![Choice::Period("2026-W14".parse().expect("a literal"))],
        });
        let question = report(&words, &draft).questions.remove(0);
        assert_eq!(question.asks, "B2: “03/04/2026”: which is the day, and which the month?");
        assert_eq!((question.about.as_str(), question.choices), ("period", vec!["2026-W14".to_owned()]));
    }
}
