//! What was agreed with a distributor, and its sales lines held against that.

use chrono::NaiveDate;
use playbook::governance::{Breach, Discount, Line, Policy, Promotion, Verdict};
use playbook::period::Month;
use store::{
    BandId, Distributor, DistributorId, Held, NewBand, NewPromotion, NewRequest, Off, PromotionId, RequestId, SoldLine,
};

use crate::desk::Desk;
use crate::error::DeskError;
use crate::format::Currency;

/// What holds for a distributor, and what was sold in a month, or in the months of a quarter.
pub(super) struct Judged {
    pub(super) months: Vec<Month>,
    pub(super) currency: Currency,
    pub(super) policy: Policy,
    pub(super) bands: Vec<Held<BandId, NewBand>>,
    pub(super) promotions: Vec<Held<PromotionId, NewPromotion>>,
    pub(super) requests: Vec<Held<RequestId, NewRequest>>,
    /// The lines of those months, and those without a day, as the playbook judges them.
    pub(super) lines: Vec<(SoldLine, Line)>,
    /// The months that no list of sales covers.
    pub(super) unlisted: Vec<Month>,
    /// Discounted lines of its lists that are not kept.
    pub(super) cut: u32,
}

impl Judged {
    /// All that some months of a distributor are judged by.
    pub(super) fn of(desk: &Desk, distributor: &Distributor, months: &[Month]) -> Result<Self, DeskError> {
        let id = distributor.id;
        let currency = Currency::new(&distributor.card.currency);
        let bands = desk.store.bands(Some(id))?;
        let promotions = desk.store.promotions(Some(id))?;
        let requests = desk.store.requests(Some(id))?;
        let sold = desk.store.sales(Some(id), None)?.into_iter();
        let in_month = |sold: &SoldLine| match sold.line.day {
            Some(day) => months.contains(&Month::of(day)),
            None => months.iter().any(|month| (sold.first..=sold.last).contains(month)),
        };
        let mut unlisted = months.to_vec();
        for month in months {
            if desk.store.lists_cover(id, *month)? {
                unlisted.retain(|other| other != month);
            }
        }
        Ok(Self {
            months: months.to_vec(),
            policy: policy(id, &bands, &promotions, &requests),
            bands,
            promotions,
            requests,
            lines: sold.filter(in_month).map(|sold| with_line(sold, &currency)).collect(),
            unlisted,
            cut: desk.store.sales_cut(id)?,
            currency,
        })
    }

    /// Whether a promotion was agreed for, or run in, one of the months.
    pub(super) fn touches(&self, promotion: &Promotion) -> bool {
        self.months.iter().any(|month| promotion.touches(*month))
    }

    /// The lines beyond what was allowed, in the order of the list.
    pub(super) fn breaches(&self) -> Vec<(&SoldLine, Breach<'_>)> {
        let judged = self.lines.iter().map(|(sold, line)| (sold, self.policy.judge(line)));
        let breaches = judged.filter_map(|(sold, verdict)| match verdict {
            Verdict::Breach(breach) => Some((sold, breach)),
            _ => None,
        });
        breaches.collect()
    }

    /// How many lines have that verdict.
    pub(super) fn count(&self, verdict: &Verdict<'_>) -> usize {
        self.lines.iter().filter(|(_, line)| self.policy.judge(line) == *verdict).count()
    }
}

/// What was agreed with a distributor, as the playbook takes it.
pub(super) fn policy(
    of: DistributorId,
    bands: &[Held<BandId, NewBand>],
    promotions: &[Held<PromotionId, NewPromotion>],
    requests: &[Held<RequestId, NewRequest>],
) -> Policy {
    let bands = bands.iter().filter(|held| held.held.distributor.is_none_or(|whose| whose == of));
    let promotions = promotions.iter().filter(|held| held.held.distributor == of);
    let requests = requests.iter().filter(|held| held.held.distributor == of);
    Policy {
        bands: bands.map(|held| held.held.band.clone()).collect(),
        promotions: promotions.map(|held| held.held.promotion.clone()).collect(),
        requests: requests.map(|held| held.held.request.clone()).collect(),
    }
}

/// A line as the playbook judges it: money at the coins of the list's own currency.
pub(super) fn with_line(sold: SoldLine, own: &Currency) -> (SoldLine, Line) {
    let decimals = sold.currency.as_deref().map_or_else(|| own.decimals(), |code| Currency::new(code).decimals());
    let discount = match sold.line.off {
        Off::Share(share) => Some(Discount::Share(share)),
        Off::Money { off, gross } => Some(Discount::Money { off, gross, decimals }),
        Off::Open(_) => None,
    };
    let line = Line { day: sold.line.day, product: sold.line.product.clone(), discount };
    (sold, line)
}

/// The days on which a promotion was run outside its window touch a month.
pub(super) fn overran_in(promotion: &Promotion, month: Month) -> bool {
    let touches = |first: NaiveDate, last: NaiveDate| first <= month.last_day() && month.first_day() <= last;
    promotion.run.as_ref().is_some_and(|run| {
        let early = run.first < promotion.first && touches(run.first, promotion.first - chrono::Days::new(1));
        let late = run.last > promotion.last && touches(promotion.last + chrono::Days::new(1), run.last);
        early || late
    })
}
