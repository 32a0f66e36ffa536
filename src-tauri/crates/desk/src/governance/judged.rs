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

/// What holds for a distributor, and what was sold in a month.
pub(super) struct Judged {
    pub(super) month: Month,
    pub(super) currency: Currency,
    pub(super) policy: Policy,
    pub(super) bands: Vec<Held<BandId, NewBand>>,
    pub(super) promotions: Vec<Held<PromotionId, NewPromotion>>,
    pub(super) requests: Vec<Held<RequestId, NewRequest>>,
    /// The lines of the month, and those without a day, as the playbook judges them.
    pub(super) lines: Vec<(SoldLine, Line)>,
    /// Whether a list of sales covers the month.
    pub(super) has_list: bool,
    /// Discounted lines of its lists that are not kept.
    pub(super) cut: u32,
}

impl Judged {
    /// All that a month of a distributor is judged by.
    pub(super) fn of(desk: &Desk, distributor: &Distributor, month: Month) -> Result<Self, DeskError> {
        let id = distributor.id;
        let currency = Currency::new(&distributor.card.currency);
        let bands = desk.store.bands(Some(id))?;
        let promotions = desk.store.promotions(Some(id))?;
        let requests = desk.store.requests(Some(id))?;
        let sold = desk.store.sales(Some(id), None)?.into_iter();
        let in_month = |sold: &SoldLine| match sold.line.day {
            Some(day) => Month::of(day) == month,
            None => sold.first <= month && month <= sold.last,
        };
        Ok(Self {
            month,
            policy: policy(id, &bands, &promotions, &requests),
            bands,
            promotions,
            requests,
            lines: sold.filter(in_month).map(|sold| with_line(sold, &currency)).collect(),
            has_list: desk.store.lists_cover(id, month)?,
            cut: desk.store.sales_cut(id)?,
            currency,
        })
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
