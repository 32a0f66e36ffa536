//! A draft in words: what it states, against what is stored, and what it asks.

use std::collections::BTreeMap;

use intake::draft::{About, Draft, Question};
use store::{Card, Report};
use words::Value;

use super::confirm::report_title;
use super::effective::Effective;
use super::layout::Change;
use super::{Answered, Changed, Drafted, File, State};
use crate::asking::{asks, choice_label, kind_title};
use crate::contract::{choice_key, kind_key};
use crate::contradicted::stated;
use crate::format::{self, Currency};
use crate::titles::Measures;
use crate::view::{AnsweredView, Choice, DraftValue, DraftWords, Fact, Problem, QuestionView, Severity};
use crate::words;

pub(super) fn title(effective: &Effective) -> String {
    match (effective.kind, effective.period) {
        (Some(kind), Some(period)) => report_title(kind_key(kind), period),
        (Some(kind), None) => kind_title(words(), kind),
        (None, Some(period)) => format::period(words(), period),
        (None, None) => words().say("report-untitled", &[]),
    }
}

/// The currency in which a draft's money is shown.
pub(super) fn currency(effective: &Effective, card: Option<&Card>) -> Option<Currency> {
    effective.currency.as_deref().or(card.map(|card| card.currency.as_str())).map(Currency::new)
}

/// What is odd about a draft and was kept as it is.
pub(super) fn odd(effective: &Effective, draft: &Draft, card: Option<&Card>) -> Vec<Problem> {
    let place = draft.sheet.clone().unwrap_or_default();
    let warn = |severity, message: String, hint: String| Problem { severity, place: place.clone(), message, hint };
    let mut problems = Vec::new();
    if effective.left_out {
        problems.push(warn(Severity::Warns, words().say("problem-left-out", &[]), String::new()));
        return problems;
    }
    if !effective.fits() {
        let hint = words().say("problem-period-kind-hint", &[]);
        problems.push(warn(Severity::Stops, words().say("problem-period-kind", &[]), hint));
    }
    if let (Some(stated), Some(card)) = (&effective.currency, card)
        && *stated != card.currency
        && effective.has_money(draft)
    {
        let values = [("stated", stated.as_str().into()), ("own", Value::from(card.currency.as_str()))];
        let hint = words().say("problem-currency-hint", &[]);
        problems.push(warn(Severity::Warns, words().say("problem-currency", &values), hint));
    }
    problems
}

/// What confirming a draft comes to.
pub(super) struct Outcome {
    /// `New`, `Corrects the one of 7 October (R2)`, `Same as stored`.
    pub(super) text: String,
    /// Whether nothing would change.
    pub(super) same: bool,
}

impl Outcome {
    fn changes(text: String) -> Self {
        Self { text, same: false }
    }
}

/// What confirming a draft comes to; nothing while that is open.
pub(super) fn outcome(
    effective: &Effective,
    draft: &Draft,
    before: Option<&Report>,
    card: Option<&Card>,
    file: &File,
) -> Outcome {
    let words = words();
    let (Some(card), Some(before)) = (card, before) else {
        let is_new = effective.is_whole() && card.is_some();
        return Outcome::changes(if is_new { words.say("outcome-new", &[]) } else { String::new() });
    };
    let Some(new) = effective.report(file, draft, before.about.distributor, card) else {
        return Outcome::changes(String::new());
    };
    let numbers = |measures: &BTreeMap<playbook::measure::MeasureKey, store::Stated>| {
        measures.iter().map(|(key, stated)| (key.clone(), stated.value)).collect::<Vec<_>>()
    };
    let texts = |remarks: &[store::Remark]| {
        remarks.iter().map(|remark| (remark.kind, remark.category, remark.text.clone())).collect::<Vec<_>>()
    };
    let same = numbers(&new.measures) == numbers(&before.measures)
        && texts(&new.remarks) == texts(&before.remarks)
        && new.currency == before.about.currency
        && match (&new.lines, &before.lines) {
            (Some(new), Some(before)) => new.same_as(before),
            (new, before) => new.is_none() && before.is_none(),
        };
    if same {
        return Outcome { text: words.say("outcome-same", &[]), same };
    }
    let values = [
        ("day", Value::from(format::day(words, before.about.received))),
        ("revision", (before.about.revision + 1).into()),
    ];
    Outcome::changes(words.say("outcome-corrects", &values))
}

pub(super) fn values(
    drafted: &Drafted,
    effective: &Effective,
    before: Option<&Report>,
    measures: &Measures,
    currency: Option<&Currency>,
) -> Vec<DraftValue> {
    let asked = drafted.draft.questions.iter().zip(&drafted.answers).filter_map(|(question, answer)| {
        let About::Measure(key) = &question.about else { return None };
        Some((key, question.place, answer))
    });
    let asked: Vec<_> = asked.collect();
    let shown = measures.all().filter_map(|measure| {
        let key = &measure.key;
        let question = asked.iter().find(|(about, ..)| *about == key);
        let stated_now = effective.measures.get(key);
        let left_out = question.is_some_and(|(_, _, answer)| matches!(answer, Some(Answered::LeftOut)));
        if stated_now.is_none() && (question.is_none() || left_out) {
            return None;
        }
        let fact = |(text, unit): (String, String)| Fact { text, unit, evidence: None, provisional: false, sort: None };
        let word = || (words().say("value-asked", &[]), String::new());
        let cell = stated_now.and_then(|stated| stated.cell.clone());
        let now = stated_now.map(|now| now.value);
        let earlier = before.and_then(|before| before.measures.get(key)).map(|earlier| earlier.value);
        let differs = before.is_some() && earlier != now && now.is_some();
        let earlier = match earlier {
            Some(value) => said(stated(measures.unit(key.as_str()), value, currency)),
            None => words().say("value-not-stated", &[]),
        };
        Some(DraftValue {
            key: key.to_string(),
            title: measures.title(words(), key.as_str()),
            value: fact(now.map_or_else(word, |value| stated(measures.unit(key.as_str()), value, currency))),
            place: cell.or_else(|| question?.1.map(|place| place.to_string())).unwrap_or_default(),
            before: if differs { earlier } else { String::new() },
            asked: stated_now.is_none(),
        })
    });
    shown.collect()
}

fn said((text, unit): (String, String)) -> String {
    if unit.is_empty() { text } else { format!("{text} {unit}") }
}

pub(super) fn in_words(remark: &intake::draft::Remark) -> DraftWords {
    let kind = words().say(&format!("remark-{}", remark.kind.key()), &[]);
    let title = match remark.category {
        Some(category) => {
            let category = words().say(&format!("blocker-{}", category.key()), &[]);
            words().say("remark-title", &[("kind", kind.into()), ("category", category.into())])
        }
        None => kind,
    };
    DraftWords { title, text: remark.text.clone(), place: remark.place.to_string() }
}

/// What a draft leaves open. Whom `register` names can be chosen where the file doesn't say who sent it.
pub(super) fn questions(
    file: &File,
    index: usize,
    drafted: &Drafted,
    (measures, currency): (&Measures, Option<&Currency>),
    register: &[String],
) -> Vec<QuestionView> {
    if drafted.effective().left_out || file.state != State::Open {
        return Vec::new();
    }
    let mut views = Vec::new();
    let layout = drafted.changed.as_ref().filter(|changed| !changed.accepted);
    views.extend(layout.map(|changed| layout_question(file, index, changed)));
    for (at, question) in drafted.draft.questions.iter().enumerate().filter(|(at, _)| drafted.answers[*at].is_none()) {
        let mut view = question_view(file, (index, at), question, measures, currency);
        if question.about == About::Distributor {
            let others = register.iter().filter(|name| view.choices.iter().all(|choice| choice.key != **name));
            let others: Vec<Choice> = others.map(|name| Choice { key: name.clone(), label: name.clone() }).collect();
            view.choices.extend(others);
        }
        views.push(view);
    }
    views
}

/// A layout that changed: what is different, and whether it is read rightly all the same.
fn layout_question(file: &File, index: usize, changed: &Changed) -> QuestionView {
    let what: Vec<String> = changed.what.iter().take(LONGEST).map(change).collect();
    let rest = changed.what.len().saturating_sub(LONGEST);
    let more = (rest > 0).then(|| words().say("layout-more", &[("count", rest.into())]));
    let what = what.into_iter().chain(more).collect::<Vec<_>>().join(", ");
    let values = [("day", Value::from(format::day(words(), changed.since.0))), ("what", what.into())];
    QuestionView {
        id: format!("f{}:d{index}:layout", file.id),
        asks: words().say("question-layout", &values),
        hint: words().say("question-hint-layout", &[]),
        place: String::new(),
        choices: vec![Choice { key: "as-read".to_owned(), label: words().say("layout-as-read", &[]) }],
        free: false,
        point: false,
        leave_out: false,
    }
}

/// Changes of a layout that are named one by one.
const LONGEST: usize = 4;

fn change(change: &Change) -> String {
    let text =
        |key: &str, values: [(&str, &str); 3]| words().say(key, &values.map(|(name, value)| (name, value.into())));
    match change {
        Change::Moved { header, from, to } => text("layout-moved", [("header", header), ("from", from), ("to", to)]),
        Change::New { header, at, before: Some(before) } => {
            text("layout-new-before", [("header", header), ("at", at), ("before", before)])
        }
        Change::New { header, at, before: None } => {
            text("layout-new", [("header", header), ("at", at), ("before", "")])
        }
        Change::Gone { header, from } => text("layout-gone", [("header", header), ("from", from), ("to", "")]),
        Change::Renamed { from, to, at } => text("layout-renamed", [("from", from), ("to", to), ("at", at)]),
    }
}

/// What was answered, here or for the layout; each can be asked again.
pub(super) fn answered(
    file: &File,
    index: usize,
    drafted: &Drafted,
    (measures, currency): (&Measures, Option<&Currency>),
) -> Vec<AnsweredView> {
    if file.state != State::Open {
        return Vec::new();
    }
    let mut views = Vec::new();
    for (at, question) in drafted.draft.questions.iter().enumerate() {
        let Some(answer) = &drafted.answers[at] else { continue };
        let (title, place) = match &question.about {
            About::Measure(key) => (measures.title(words(), key.as_str()), question.place),
            other => (words().say(&format!("field-{}", other.key()), &[]), question.place),
        };
        let (value, place) = match answer {
            Answered::LeftOut => (words().say("answered-left-out", &[]), place),
            Answered::Pointed(choice, at) => {
                (choice_label(words(), measures, &question.about, choice, currency), Some(*at))
            }
            Answered::Chosen(choice) | Answered::Typed(choice) => {
                (choice_label(words(), measures, &question.about, choice, currency), place)
            }
        };
        let note =
            drafted.settled[at].map(|day| words().say("as-settled", &[("day", format::day(words(), day.0).into())]));
        views.push(AnsweredView {
            id: format!("f{}:d{index}:q{at}", file.id),
            says: words().say("answered", &[("title", title.into()), ("value", value.into())]),
            note: note.unwrap_or_default(),
            place: place.map(|place| place.to_string()).unwrap_or_default(),
        });
    }
    if drafted.changed.as_ref().is_some_and(|changed| changed.accepted) {
        views.push(AnsweredView {
            id: format!("f{}:d{index}:layout", file.id),
            says: words().say("answered-layout", &[]),
            note: String::new(),
            place: String::new(),
        });
    }
    views
}

fn question_view(
    file: &File,
    (index, at): (usize, usize),
    question: &Question,
    measures: &Measures,
    currency: Option<&Currency>,
) -> QuestionView {
    let hint = match &question.about {
        About::Measure(_) => "question-hint-measure",
        About::Distributor => "question-hint-distributor",
        _ => "question-hint",
    };
    QuestionView {
        id: format!("f{}:d{index}:q{at}", file.id),
        asks: asks(words(), measures, question),
        hint: words().say(hint, &[]),
        place: question.place.map(|place| place.to_string()).unwrap_or_default(),
        choices: question
            .choices
            .iter()
            .map(|choice| Choice {
                key: choice_key(choice),
                label: choice_label(words(), measures, &question.about, choice, currency),
            })
            .collect(),
        free: true,
        point: question.about != About::Kind,
        leave_out: question.about != About::Currency,
    }
}
