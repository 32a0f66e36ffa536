//! Stock cover and forecast accuracy.

use crate::kpi::Terms;
use crate::number::{Quantity, Rate};
use crate::period::{Month, Period};
use crate::score::Span;
use crate::score::card::{Figure, Tally, WhyNot};
use crate::score::series::{Asked, Series, Slot, series};
use crate::score::shape::{Outcome, part};

/// Stock cover = on hand at the end / average daily usage: how many days it lasts.
pub(super) fn cover(asked: Asked<'_>, stock: &Terms, usage: &Terms, span: Span) -> Outcome {
    let months = span.months();
    let found = series(asked, stock, &months).and(series(asked, usage, &months));
    if found.expected() == 0 {
        return Outcome::not_applicable(WhyNot::BeforeReporting);
    }
    let used: Quantity = found.known().map(|(_, (_, usage))| *usage).sum();
    let (tally, evidence) = (found.tally(), found.evidence());
    if used <= Quantity::ZERO && is_decided(&tally) {
        return Outcome::not_applicable(WhyNot::NothingToMeasure);
    }
    let days: u32 = found.known().map(|(period, _)| period.days()).sum();
    let on_hand = found.known().next_back().map(|(_, (stock, _))| *stock);
    let lasts = on_hand
        .filter(|_| used > Quantity::ZERO)
        .and_then(|on_hand| (&Rate::from(on_hand) * &Rate::from(days)).over(&used.into()));
    let used = Some(used).filter(|_| days > 0);
    let beside = [part("stock", on_hand, stock, &evidence), part("usage", used, usage, &evidence)];
    Outcome::level(lasts.map(Figure::Days), tally, evidence).with(beside)
}

fn is_decided(tally: &Tally) -> bool {
    tally.open.is_empty() && tally.missing.is_empty()
}

/// Forecast accuracy = max(0, 1 - WAPE), WAPE = sum|A - F| / sum A, over the forecasts that run out in the period:
/// what was stated `horizon` months earlier against what came since.
pub(super) fn accuracy(asked: Asked<'_>, forecast: &Terms, actual: &Terms, horizon: u8, span: Span) -> Outcome {
    let months = span.months();
    let found = Series(
        months.iter().map(|month| (Period::Month(*month), window(asked, forecast, actual, horizon, *month))).collect(),
    );
    if found.expected() == 0 {
        return Outcome::not_applicable(WhyNot::BeforeReporting);
    }
    let came: Quantity = found.known().map(|(_, (_, came))| *came).sum();
    let tally = found.tally();
    if came <= Quantity::ZERO && is_decided(&tally) {
        return Outcome::not_applicable(WhyNot::NothingToMeasure);
    }
    let off = found.known().map(|(_, (said, came))| Rate::from(*came - *said).abs()).sum::<Rate>();
    let wape = (came > Quantity::ZERO).then(|| off.over(&came.into())).flatten();
    let near = wape.map(|wape| (&Rate::one() - &wape).max(Rate::zero()));
    Outcome::level(near.map(Figure::Share), tally, found.evidence())
}

/// A forecast that runs out with `month`, and what came in the months it was for.
fn window(asked: Asked<'_>, forecast: &Terms, actual: &Terms, horizon: u8, month: Month) -> Slot<(Quantity, Quantity)> {
    let mut months: Vec<_> =
        std::iter::successors(Some(month), |m| Some(m.previous())).take(usize::from(horizon) + 1).collect();
    let stated = months.pop().unwrap_or(month);
    let one = |mut series: Series<Quantity>| series.0.pop().map_or(Slot::NotExpected, |(_, slot)| slot);
    let came = months.iter().map(|month| one(series(asked, actual, &[*month])));
    let came = came.reduce(|sum, slot| sum.and(slot).map(|(sum, value)| sum + value)).unwrap_or(Slot::NotExpected);
    one(series(asked, forecast, &[stated])).and(came)
}
