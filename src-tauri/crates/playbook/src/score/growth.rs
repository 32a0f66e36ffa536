//! Growth: this period against an earlier one.

use crate::kpi::{Base, Better, Terms};
use crate::number::{Quantity, Rate};
use crate::score::Span;
use crate::score::card::{Actual, Figure, Part, WhyNot};
use crate::score::series::{Asked, Series, series};
use crate::score::shape::{Outcome, fraction, reported};

/// This period's average over the base's, less 1: averages, so that a quarter of 14 weeks compares with one of 13.
pub(super) fn growth(asked: Asked<'_>, of: &Terms, over: Base, better: Better, span: Span) -> Outcome {
    let found = series(asked, of, &span.months());
    if found.expected() == 0 {
        return Outcome::not_applicable(WhyNot::BeforeReporting);
    }
    if found.counted() == 0 {
        return Outcome::of(Actual::Missing, found.tally(), Vec::new());
    }
    let (base, from) = match base(asked, of, over, span, &found) {
        Ok(base) => base,
        Err(why) => return Outcome::not_applicable(why),
    };
    let now = average(&found, found.counted());
    let grown = now.over(&average(&base, base.0.len())).map(|ratio| &ratio - &Rate::one());
    let known = grown.clone().filter(|_| found.known().next().is_some());
    let actual = known.map_or(Actual::Missing, |rate| reported(Figure::Share(rate)));
    let beside = Part {
        key: "base",
        figure: Some(Figure::Amount(base.sum(), of.unit())),
        period: Some(from.period()),
        evidence: base.evidence(),
    };
    let spoiled = better != Better::Higher && !found.tally().missing.is_empty();
    let evidence = [found.evidence(), base.evidence()].concat();
    Outcome { value: grown, spoiled, ..Outcome::of(actual, found.tally(), evidence) }.with([beside])
}

fn average(series: &Series<Quantity>, slots: usize) -> Rate {
    &Rate::from(series.sum()) * &fraction(1, slots)
}

/// The base: the first candidate of which all is known that is decided of this period. Growth from zero or less has
/// no meaning.
fn base(
    asked: Asked<'_>,
    of: &Terms,
    over: Base,
    span: Span,
    found: &Series<Quantity>,
) -> Result<(Series<Quantity>, Span), WhyNot> {
    let candidates = match over {
        Base::PreviousPeriod => vec![span.previous()],
        Base::SamePeriodLastYear => vec![span.year_before()],
        Base::LastYearElsePrevious => vec![span.year_before(), span.previous()],
    };
    let all = candidates.into_iter().map(|from| (alike(series(asked, of, &from.months()), found), from));
    let mut known = all.filter(|(base, _)| !base.0.is_empty() && base.known().count() == base.0.len());
    let (base, from) = known.next().ok_or(WhyNot::NoBase)?;
    if base.sum() > Quantity::ZERO { Ok((base, from)) } else { Err(WhyNot::BaseNotPositive) }
}

/// The slots of the base that stand where this period's are decided: like is compared with like.
fn alike(base: Series<Quantity>, found: &Series<Quantity>) -> Series<Quantity> {
    // What the base has beyond this period's slots, such as a 14th week, belongs to the whole of it.
    let whole = found.0.iter().all(|(_, slot)| slot.counts());
    let decided = |at: usize| found.0.get(at).map_or(whole, |(_, slot)| slot.counts());
    Series(base.0.into_iter().enumerate().filter(|(at, _)| decided(*at)).map(|(_, slot)| slot).collect())
}
