//! Gaps: a KPI that was red for one month, or amber for two.

use crate::attainment::Colour;
use crate::case::Case;
use crate::facts::Cited;
use crate::kpi::KpiKey;
use crate::number::Rate;
use crate::period::Month;
use crate::score::{Scorecard, Status, score_month};

/// How many ended months are looked at: the newest that is settled may be the one before last while reports are due.
const LOOK_BACK: usize = 3;

/// A KPI that fell short for long enough to need a plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Gap {
    /// Which.
    pub kpi: KpiKey,
    /// The months that make the gap, the newest last: one red, or two of which none is green.
    pub months: Vec<GapMonth>,
    /// Where the newest month's figure comes from.
    pub evidence: Vec<Cited>,
}

impl Gap {
    /// The month that triggered it: the newest.
    #[must_use]
    pub fn trigger(&self) -> Option<Month> {
        self.months.last().map(|month| month.month)
    }
}

/// A month of a gap.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GapMonth {
    /// The month.
    pub month: Month,
    /// How the KPI met its goal.
    pub attainment: Rate,
    /// Red or amber.
    pub colour: Colour,
}

/// The gaps as of the case's day, in the playbook's order. Only settled months count: what is still due is no gap.
#[must_use]
pub fn gaps(case: &Case) -> Vec<Gap> {
    let cards = ended_months(case);
    let weighed = case.playbook.kpis.iter().filter(|kpi| kpi.weight > 0);
    weighed.filter_map(|kpi| gap(&cards, &kpi.key)).collect()
}

/// The scorecards of the months that are over, the newest first.
fn ended_months(case: &Case) -> Vec<(Month, Scorecard)> {
    let last = Month::of(case.today).previous();
    let months = std::iter::successors(Some(last), |month| Some(month.previous())).take(LOOK_BACK);
    months.map(|month| (month, score_month(case, month))).collect()
}

fn gap(cards: &[(Month, Scorecard)], kpi: &KpiKey) -> Option<Gap> {
    let newest = cards.iter().position(|(_, card)| settled(card, kpi).is_some())?;
    let (month, card) = &cards[newest];
    let (colour, attainment) = settled(card, kpi)?;
    let this = GapMonth { month: *month, attainment, colour };
    let months = match colour {
        Colour::Green => return None,
        Colour::Red => vec![this],
        Colour::Amber => {
            let (before, card) = cards.get(newest + 1)?;
            let (colour, attainment) = settled(card, kpi).filter(|(colour, _)| *colour != Colour::Green)?;
            vec![GapMonth { month: *before, attainment, colour }, this]
        }
    };
    let evidence = card.line(kpi).map(|line| line.evidence.clone()).unwrap_or_default();
    Some(Gap { kpi: kpi.clone(), months, evidence })
}

/// A line's colour and attainment in a month that counts and of which all is in.
pub(super) fn settled(card: &Scorecard, kpi: &KpiKey) -> Option<(Colour, Rate)> {
    let line = card.line(kpi).filter(|_| !card.unscored)?;
    match line.status {
        Status::Settled(colour) => Some((colour, line.attainment.clone()?)),
        _ => None,
    }
}
