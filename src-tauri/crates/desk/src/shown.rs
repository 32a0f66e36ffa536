//! A scorecard line's figures as they are shown.

use playbook::attainment::Colour;
use playbook::kpi::{Kpi, ReviewKind, Shape};
use playbook::measure::{ReportKind, Unit};
use playbook::number::Rate;
use playbook::score::{Actual, Figure, Line, Status};
use playbook::target::Goal;
use words::Words;

use crate::format::{Currency, Scale, figure, percent, signed};
use crate::view::{Fact, Ink, Mark};

/// A figure and its unit.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Shown {
    pub(crate) text: String,
    pub(crate) unit: String,
}

impl Shown {
    fn new(text: impl Into<String>, unit: impl Into<String>) -> Self {
        Self { text: text.into(), unit: unit.into() }
    }

    /// Figure and unit as a sentence has them.
    pub(crate) fn said(&self) -> String {
        if self.unit.is_empty() { self.text.clone() } else { format!("{} {}", self.text, self.unit) }
    }

    /// As a fact.
    pub(crate) fn fact(self, evidence: Option<String>, provisional: bool, sort: Option<i32>) -> Fact {
        Fact { text: self.text, unit: self.unit, evidence, provisional, sort }
    }
}

/// How the figures of one line are shown: one unit and one scale.
pub(crate) struct Manner<'a> {
    words: &'a Words,
    kpi: &'a Kpi,
    currency: Currency,
    scale: Scale,
    /// Reports or reviews that the line is judged by, where it counts them.
    expected: Rate,
}

impl<'a> Manner<'a> {
    /// The manner of a line: target and actual share their scale.
    pub(crate) fn of(words: &'a Words, kpi: &'a Kpi, line: &Line, currency: Currency) -> Self {
        let target = goal_of(line).map(|goal| match goal {
            Goal::Value(value) | Goal::FromBaseline { target: value, .. } | Goal::Band { high: value, .. } => {
                value.clone()
            }
        });
        let actual = line.actual.figure().map(Figure::value);
        let scale = Scale::of(target.iter().chain(&actual));
        // Attainment is of what is decided by now; before anything is, of all that is expected.
        let open = u32::try_from(line.tally.open.len()).unwrap_or(0);
        let expected = if line.tally.known > 0 { line.tally.known } else { open };
        Self { words, kpi, currency, scale, expected: expected.into() }
    }

    /// The target.
    pub(crate) fn goal(&self, goal: &Goal<Rate>) -> Shown {
        match goal {
            Goal::Value(value) | Goal::FromBaseline { target: value, .. } => self.value(value),
            Goal::Band { low, high, .. } => {
                let (low, high) = (self.value(low), self.value(high));
                let values = [("low", low.text.into()), ("high", high.text.into())];
                Shown::new(self.words.say("band", &values), high.unit)
            }
        }
    }

    /// The actual: the count of what was done where the line counts reports or reviews.
    pub(crate) fn actual(&self, line: &Line) -> Shown {
        let done = line.parts.iter().find(|part| part.key == "done").and_then(|part| part.figure.as_ref());
        match (&line.actual, done) {
            (Actual::Reported(_) | Actual::Zero(_), Some(done)) => {
                Shown::new(figure(&done.value(), 0, &[]), self.counted(&done.value()))
            }
            (Actual::Reported(figure) | Actual::Zero(figure), None) => self.value(&figure.value()),
            (Actual::NotApplicable(_), _) => Shown::new("–", ""),
            (Actual::Missing, _) => Shown::new(self.absent(line), ""),
        }
    }

    /// The word for a value that is not there.
    fn absent(&self, line: &Line) -> String {
        let key = match (&self.kpi.shape, line.tally.open.is_empty()) {
            (Shape::Held(_), _) => "absent-held",
            (_, false) => "absent-due",
            (_, true) => "absent-missing",
        };
        self.words.say(key, &[])
    }

    fn value(&self, value: &Rate) -> Shown {
        self.beside(value, &[])
    }

    /// A value in the line's own unit, shown on its side of `edges`.
    pub(crate) fn beside(&self, value: &Rate, edges: &[Rate]) -> Shown {
        match &self.kpi.shape {
            Shape::Total(terms) | Shape::Latest(terms) => self.amount(value, terms.unit(), edges),
            Shape::Growth { .. } => Shown::new(signed(&hundred(value), 1), "%"),
            Shape::Ratio { .. } | Shape::Accuracy { .. } => Shown::new(percent(value, 1, edges), "%"),
            Shape::Cover { .. } => Shown::new(figure(value, 1, edges), self.words.say("unit-days", &[])),
            Shape::OnTime(_) | Shape::Held(_) => {
                let number = value * &self.expected;
                Shown::new(figure(&number, 0, &[]), self.counted(&number))
            }
        }
    }

    fn amount(&self, value: &Rate, unit: Unit, edges: &[Rate]) -> Shown {
        match unit {
            Unit::Money => {
                let (text, unit) = self.currency.amount_beside(value, self.scale, edges);
                Shown { text, unit }
            }
            Unit::Units => Shown::new(figure(value, 0, edges), self.words.say("unit-units", &[])),
            Unit::Count => Shown::new(figure(value, 0, edges), self.own_unit()),
            Unit::Fraction => Shown::new(percent(value, 1, edges), "%"),
        }
    }

    /// The unit of reports and reviews, which follows their number.
    fn counted(&self, number: &Rate) -> String {
        let key = match &self.kpi.shape {
            Shape::OnTime(ReportKind::Weekly) => "counted-weeks",
            Shape::OnTime(ReportKind::Monthly) => "counted-months",
            Shape::Held(ReviewKind::Monthly | ReviewKind::Quarterly) => "counted-held",
            _ => return self.own_unit(),
        };
        self.words.say(key, &[("count", number.rounded().to_whole().unwrap_or(0).into())])
    }

    /// The unit that a KPI's own message gives, if it has one.
    fn own_unit(&self) -> String {
        let key = format!("kpi-unit-{}", self.kpi.key);
        if self.words.knows(&key) { self.words.say(&key, &[]) } else { String::new() }
    }
}

/// What a line is held against: the part of the target that counts by now; before anything does, all of it.
pub(crate) fn goal_of(line: &Line) -> Option<&Goal<Rate>> {
    let target = line.target.as_ref()?;
    Some(if line.attainment.is_some() { &target.to_date } else { &target.goal })
}

/// A ratio in percent, as a rate.
pub(crate) fn hundred(value: &Rate) -> Rate {
    value * &Rate::percent(10_000)
}

/// An attainment in percent of target, shown on its side of the line's thresholds.
pub(crate) fn attainment(kpi: &Kpi, value: &Rate, decimals: u32) -> String {
    let thresholds = [&kpi.thresholds.green, &kpi.thresholds.amber].into_iter().chain(&kpi.gate);
    percent(value, decimals, &thresholds.cloned().collect::<Vec<_>>())
}

/// Thousandths, for drawing and sorting.
pub(crate) fn thousandths(value: &Rate) -> i32 {
    let scaled = (value * &Rate::from(1000)).rounded().to_whole();
    scaled.and_then(|whole| i32::try_from(whole).ok()).unwrap_or(i32::MAX)
}

/// A line's status as a mark.
pub(crate) fn mark(status: Status) -> Mark {
    match status {
        Status::Settled(colour) => coloured(colour),
        Status::Provisional(_) => Mark::Provisional,
        Status::NoTarget | Status::DoesNotApply => Mark::None,
    }
}

fn coloured(colour: Colour) -> Mark {
    match colour {
        Colour::Green => Mark::Green,
        Colour::Amber => Mark::Amber,
        Colour::Red => Mark::Red,
    }
}

/// The ink of a bar: only amber and red are coloured.
pub(crate) fn tone(status: Status) -> Option<Ink> {
    match status {
        Status::Settled(Colour::Amber) => Some(Ink::Amber),
        Status::Settled(Colour::Red) => Some(Ink::Red),
        _ => None,
    }
}
