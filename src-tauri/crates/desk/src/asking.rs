//! Questions and answers in words.

use intake::draft::{About, Choice, Kind, Question, Why};
use playbook::measure::{ReportKind, Unit};
use words::Words;

use crate::format::{self, Currency};
use crate::titles::Measures;

/// The question as the manager reads it, with the cell that raises it.
#[must_use]
pub(crate) fn asks(words: &Words, measures: &Measures, question: &Question) -> String {
    let field = match &question.about {
        About::Measure(_) => "measure",
        other => other.key(),
    };
    let own = format!("question-{field}-{}", why_key(question.why));
    let key = if words.knows(&own) { own } else { format!("question-{field}") };
    let title = match &question.about {
        About::Measure(key) => measures.title(words, key.as_str()),
        _ => String::new(),
    };
    let asks = words.say(&key, &[("text", question.text.as_str().into()), ("measure", title.into())]);
    match question.place {
        Some(place) => words.say("question-at", &[("place", place.to_string().into()), ("question", asks.into())]),
        None => asks,
    }
}

/// A choice as the manager reads it.
#[must_use]
pub(crate) fn choice_label(
    words: &Words,
    measures: &Measures,
    about: &About,
    choice: &Choice,
    currency: Option<&Currency>,
) -> String {
    match choice {
        Choice::Distributor(name) => name.clone(),
        Choice::Currency(code) => code.clone(),
        Choice::Kind(kind) => kind_title(words, *kind),
        Choice::Period(period) => format::period(words, *period),
        Choice::Value(value) => {
            let money = matches!(about, About::Measure(key) if measures.unit(key.as_str()) == Some(Unit::Money));
            match currency.filter(|_| money) {
                Some(currency) => {
                    let (figure, unit) = currency.exact(*value);
                    format!("{figure} {unit}")
                }
                None => format::exact(*value),
            }
        }
    }
}

/// `Weekly update`, `Monthly summary` or `List of sales`.
#[must_use]
pub fn kind_title(words: &Words, kind: Kind) -> String {
    match kind {
        Kind::Weekly => words.say(&format!("report-{}", ReportKind::Weekly.key()), &[]),
        Kind::Monthly => words.say(&format!("report-{}", ReportKind::Monthly.key()), &[]),
        Kind::Lines => words.say("kind-lines", &[]),
    }
}

/// The title of a measure that ships; its key where the catalogue has none.
#[must_use]
pub fn measure_title(words: &Words, key: &str) -> String {
    Measures::default().title(words, key)
}

/// What a measure counts, if it ships.
#[must_use]
pub fn unit_of(key: &str) -> Option<Unit> {
    Measures::default().unit(key)
}

/// The name of a reason, as messages and profiles have it.
pub(crate) fn why_key(why: Why) -> &'static str {
    match why {
        Why::NotSaid => "not-said",
        Why::Several => "several",
        Why::Resembles => "resembles",
        Why::DayOrMonth => "day-or-month",
        Why::Separator => "separator",
        Why::Unit => "unit",
        Why::Disagree => "disagree",
        Why::CellError => "cell-error",
        Why::NoValue => "no-value",
        Why::Approximate => "approximate",
        Why::OtherCurrency => "other-currency",
        Why::NotANumber => "not-a-number",
        Why::Implausible => "implausible",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use playbook::measure::MeasureKey;

    const WHYS: [Why; 13] = [
        Why::NotSaid,
        Why::Several,
        Why::Resembles,
        Why::DayOrMonth,
        Why::Separator,
        Why::Unit,
        Why::Disagree,
        Why::CellError,
        Why::NoValue,
        Why::Approximate,
        Why::OtherCurrency,
        Why::NotANumber,
        Why::Implausible,
    ];

    #[test]
    fn every_question_can_be_asked_in_words() {
        let words = Words::english();
        let about = [About::Distributor, About::Kind, About::Period, About::Currency];
        let revenue = About::Measure(MeasureKey::new("revenue"));
        for about in about.into_iter().chain([revenue]) {
            for why in WHYS {
                let question = Question { about: about.clone(), why, text: "x".into(), place: None, choices: vec![] };
                assert!(asks(&words, &Measures::default(), &question).ends_with('?'), "{about:?} {why:?}");
            }
        }
    }

    #[test]
    fn a_choice_of_money_shows_every_digit_and_its_currency() {
        let label = choice_label(
            &Words::english(),
            &Measures::default(),
            &About::Measure(MeasureKey::new("revenue")),
            &Choice::Value("1850000000".parse().expect("a literal")),
            Some(&Currency::new("IDR")),
        );
        assert_eq!(label, "1,850,000,000 Rp");
    }
}
