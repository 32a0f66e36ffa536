//! From the shape of a KPI to its actual.

use crate::case::Case;
use crate::facts::Cited;
use crate::kpi::{Better, Kpi, Shape, Terms};
use crate::number::{Quantity, Rate};
use crate::period::Period;
use crate::score::Span;
use crate::score::card::{Actual, Figure, Part, Tally, WhyNot};
use crate::score::discipline::{held, on_time};
use crate::score::growth::growth;
use crate::score::series::{Asked, Depth, Series, Slot, series};
use crate::score::stock::{accuracy, cover};

/// What a KPI comes to in a period, before any target.
#[derive(Debug, Clone)]
pub(super) struct Outcome {
    pub(super) actual: Actual,
    /// What is held against the target.
    pub(super) value: Option<Rate>,
    /// Something is missing that may hide worse than what is known: the line scores 0.
    pub(super) spoiled: bool,
    /// For an amount: the months or weeks in which something of it is expected at all, and those that are decided by now.
    /// `None` stands for the whole period.
    pub(super) expected: Option<Vec<Period>>,
    pub(super) decided: Option<Vec<Period>>,
    pub(super) tally: Tally,
    pub(super) parts: Vec<Part>,
    pub(super) evidence: Vec<Cited>,
}

impl Outcome {
    pub(super) fn not_applicable(why: WhyNot) -> Self {
        Self::of(Actual::NotApplicable(why), Tally::default(), Vec::new())
    }

    pub(super) fn of(actual: Actual, tally: Tally, evidence: Vec<Cited>) -> Self {
        let value = actual.figure().map(Figure::value);
        let (expected, decided) = (None, None);
        Self { actual, value, spoiled: false, expected, decided, tally, parts: Vec::new(), evidence }
    }

    /// A level that can't be known while something of it is missing for good.
    pub(super) fn level(figure: Option<Figure>, tally: Tally, evidence: Vec<Cited>) -> Self {
        let spoiled = !tally.missing.is_empty();
        Self { spoiled, ..Self::of(figure.map_or(Actual::Missing, reported), tally, evidence) }
    }

    pub(super) fn with(self, parts: impl IntoIterator<Item = Part>) -> Self {
        Self { parts: parts.into_iter().collect(), ..self }
    }
}

pub(super) fn reported(figure: Figure) -> Actual {
    if figure.value() == Rate::zero() { Actual::Zero(figure) } else { Actual::Reported(figure) }
}

/// A sum of some measures beside a line, with what the line's evidence says of them.
pub(super) fn part(key: &'static str, sum: Option<Quantity>, terms: &Terms, evidence: &[Cited]) -> Part {
    let of_terms = |cited: &&Cited| cited.measure.as_ref().is_some_and(|measure| terms.measures().contains(measure));
    Part {
        key,
        figure: sum.map(|sum| Figure::Amount(sum, terms.unit())),
        period: None,
        evidence: evidence.iter().filter(of_terms).cloned().collect(),
    }
}

pub(super) fn fraction(part: usize, whole: usize) -> Rate {
    Rate::share(part, whole.max(1)).unwrap_or_else(Rate::zero)
}

/// What a KPI comes to in the months of a period.
pub(super) fn outcome(case: &Case, kpi: &Kpi, span: Span, depth: Depth) -> Outcome {
    let asked = Asked { case, grace: case.playbook.grace_of(kpi), depth };
    let mut outcome = match &kpi.shape {
        Shape::Total(terms) => total(asked, terms, kpi.better, span),
        Shape::Latest(terms) => latest(asked, terms, span),
        Shape::Ratio { part, whole } => ratio(asked, part, whole, span),
        Shape::Growth { of, over } => growth(asked, of, *over, kpi.better, span),
        Shape::Cover { stock, usage } => cover(asked, stock, usage, span),
        Shape::Accuracy { forecast, actual, months } => accuracy(asked, forecast, actual, *months, span),
        Shape::OnTime(kind) => on_time(asked, *kind, span),
        Shape::Held(kind) => held(case, *kind, span),
    };
    let beside = kpi.beside.iter().filter(|_| depth == Depth::Whole);
    outcome.parts.extend(beside.map(|beside| {
        let found = ratio(asked, &beside.part, &beside.whole, span);
        Part { key: beside.key, figure: found.actual.figure().cloned(), period: None, evidence: found.evidence }
    }));
    outcome
}

/// The sum of what is known. What is missing for good counts as nothing, unless less would be better.
fn total(asked: Asked<'_>, terms: &Terms, better: Better, span: Span) -> Outcome {
    let found = series(asked, terms, &span.months());
    if found.expected() == 0 {
        return Outcome::not_applicable(WhyNot::BeforeReporting);
    }
    let sum = found.known().next().map(|_| Figure::Amount(found.sum(), terms.unit()));
    let spoiled = better != Better::Higher && !found.tally().missing.is_empty();
    let periods = |wanted: fn(&Slot<Quantity>) -> bool| {
        found.0.iter().filter(|(_, slot)| wanted(slot)).map(|(period, _)| *period).collect::<Vec<_>>()
    };
    let decided = periods(Slot::counts);
    Outcome {
        value: (!decided.is_empty()).then(|| found.sum().into()),
        spoiled,
        expected: Some(periods(|slot| !matches!(slot, Slot::NotExpected))),
        decided: Some(decided),
        ..Outcome::of(sum.map_or(Actual::Missing, reported), found.tally(), found.evidence())
    }
}

/// The last value. One that should have followed and is missing for good hides it; one still open does not.
fn latest(asked: Asked<'_>, terms: &Terms, span: Span) -> Outcome {
    let found = series(asked, terms, &span.months());
    if found.expected() == 0 {
        return Outcome::not_applicable(WhyNot::BeforeReporting);
    }
    let from = found.0.iter().rposition(|(_, slot)| matches!(slot, Slot::Known(..))).unwrap_or(0);
    let last = Series(found.0.get(from..).map(<[_]>::to_vec).unwrap_or_default());
    let mut tally = last.tally();
    tally.due = tally.due.min(1);
    if !tally.missing.is_empty() {
        tally.known = 0;
        return Outcome::level(None, tally, Vec::new());
    }
    let value = last.known().next().map(|(_, value)| Figure::Amount(*value, terms.unit()));
    Outcome::level(value, tally, last.evidence())
}

/// The sum of the parts over the sum of the wholes, over the months in which both are known.
fn ratio(asked: Asked<'_>, part_of: &Terms, whole: &Terms, span: Span) -> Outcome {
    let found = series(asked, part_of, &span.months()).and(series(asked, whole, &span.months()));
    if found.expected() == 0 {
        return Outcome::not_applicable(WhyNot::BeforeReporting);
    }
    let parts: Quantity = found.known().map(|(_, (part, _))| *part).sum();
    let wholes: Quantity = found.known().map(|(_, (_, whole))| *whole).sum();
    let (tally, evidence) = (found.tally(), found.evidence());
    if wholes <= Quantity::ZERO && tally.open.is_empty() && tally.missing.is_empty() {
        return Outcome::not_applicable(WhyNot::NothingToMeasure);
    }
    let share = (wholes > Quantity::ZERO).then(|| Rate::of(parts, wholes).map(Figure::Share)).flatten();
    let amount = |sum| Some(sum).filter(|_| tally.known > 0);
    let beside = [part("part", amount(parts), part_of, &evidence), part("whole", amount(wholes), whole, &evidence)];
    Outcome::level(share, tally, evidence).with(beside)
}
