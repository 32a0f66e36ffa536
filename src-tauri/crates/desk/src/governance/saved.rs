//! What a manager says of bands, promotions, requests and the checklist: one entry each.

use playbook::governance::{CHECKLIST, ChecklistItem};
use playbook::governance::{Policy, Request};
use playbook::number::Quantity;
use store::{ActKind, Held, NewBand, NewPromotion, NewRequest, PromotionId, RequestId, Tick, What};
use words::Value;

use super::forms::{self, invalid};
use super::judged::{Judged, policy};
use super::{month_of, rows};
use crate::desk::Desk;
use crate::error::{DeskError, ErrorKind};
use crate::format;
use crate::now::Now;
use crate::view::{AnswerForm, BandForm, PromotionForm, RequestForm, RunForm};
use crate::words;

impl Desk {
    /// Adds a row to the approver matrix, or revises one. Gives the entry; `None` when all was so already.
    ///
    /// # Errors
    /// When a field can't be taken, or the distributor or the row is gone.
    pub fn save_band(&mut self, form: &BandForm, now: Now) -> Result<Option<String>, DeskError> {
        let band = forms::band(form)?;
        let id = known(&form.id)?;
        let whose = match form.distributor.as_str() {
            "" => None,
            id => Some(self.distributor_of(id)?),
        };
        let key = if whose.is_some() { "entry-band" } else { "entry-band-everyone" };
        let name = whose.as_ref().map(|held| held.card.name.clone()).unwrap_or_default();
        let what =
            What::new(key).with("name", name).with("who", &band.approver).with("share", rows::share(band.maximum));
        let new = NewBand { distributor: whose.map(|held| held.id), band };
        self.governed(what, now, |writing| Ok(writing.put_band(id, &new).map(drop)?))
    }

    /// Adds a promotion, or revises one. Gives the entry.
    ///
    /// # Errors
    /// When a field can't be taken, or the distributor or the promotion is gone.
    pub fn save_promotion(&mut self, form: &PromotionForm, now: Now) -> Result<Option<String>, DeskError> {
        let promotion = forms::promotion(form)?;
        let (id, whose) = (known(&form.id)?, self.distributor_of(&form.distributor)?);
        let what = What::new("entry-promotion").with("name", &whose.card.name).with("promotion", &promotion.name);
        let new = NewPromotion { distributor: whose.id, promotion };
        self.governed(what, now, |writing| Ok(writing.put_promotion(id, &new).map(drop)?))
    }

    /// Notes how a promotion was run and what it sold. Gives the entry.
    ///
    /// # Errors
    /// When a field can't be taken, or the promotion is gone.
    pub fn save_promotion_result(&mut self, form: &RunForm, now: Now) -> Result<Option<String>, DeskError> {
        let held = self.promotion_of(&form.promotion)?;
        let run = forms::run(form, &held.held.promotion, self.day(now))?;
        let name = self.name_of(held.held.distributor)?;
        let what = What::new("entry-promotion-result").with("name", name).with("promotion", &held.held.promotion.name);
        self.governed(what, now, |writing| Ok(writing.run_promotion(held.id, &run)?))
    }

    /// Keeps a request for a discount above the band. Gives the entry.
    ///
    /// # Errors
    /// When a field can't be taken, the distributor is gone, or the discount needs no request.
    pub fn ask_discount(&mut self, form: &RequestForm, now: Now) -> Result<Option<String>, DeskError> {
        let request = forms::request(form, self.day(now))?;
        let whose = self.distributor_of(&form.distributor)?;
        let agreed = self.policy_of(whose.id)?;
        if let Some(allowed) = needless(&agreed, &request) {
            let values = [("share", rows::share(request.share).into()), ("allowed", rows::share(allowed).into())];
            return Err(invalid("request-needless", &values));
        }
        let what =
            What::new("entry-discount-asked").with("name", &whose.card.name).with("share", rows::share(request.share));
        let new = NewRequest { distributor: whose.id, request };
        self.governed(what, now, |writing| Ok(writing.ask_discount(&new).map(drop)?))
    }

    /// Answers a request. Who approves it must be allowed to by the matrix. Gives the entry.
    ///
    /// # Errors
    /// When a field can't be taken, the request is gone, or that person may not approve so much.
    pub fn answer_discount(&mut self, form: &AnswerForm, now: Now) -> Result<Option<String>, DeskError> {
        let held = self.request_of(&form.request)?;
        let asked = &held.held.request;
        let answer = forms::answer(form, asked, self.day(now))?;
        let name = self.name_of(held.held.distributor)?;
        if answer.until.is_some() {
            let agreed = self.policy_of(held.held.distributor)?;
            let most = agreed.may_approve(&answer.by, &asked.products, answer.on);
            if most.is_none_or(|most| most < asked.share) {
                let whose = self.distributor_of(&held.held.distributor.to_string())?;
                let judged = Judged::of(self, &whose, &[playbook::period::Month::of(answer.on)])?;
                let may = rows::may_approve(asked, &judged, answer.on);
                let key = if most.is_some() { "may-approve-less" } else { "may-not-approve" };
                let values = [
                    ("who", Value::from(answer.by.as_str())),
                    ("share", rows::share(asked.share).into()),
                    ("most", most.map(rows::share).unwrap_or_default().into()),
                    ("may", may.into()),
                ];
                return Err(invalid(key, &values));
            }
        }
        let key = if answer.until.is_some() { "entry-discount-approved" } else { "entry-discount-refused" };
        let what = What::new(key).with("name", name).with("share", rows::share(asked.share));
        self.governed(what, now, |writing| Ok(writing.answer_request(held.id, &answer)?))
    }

    /// Ticks an item of a month's checklist, or takes the tick away. Gives the entry.
    ///
    /// # Errors
    /// When there is no such distributor, month or item, or the month is to come.
    pub fn tick_governance(
        &mut self,
        distributor: &str,
        month: &str,
        item: &str,
        ticked: bool,
        now: Now,
    ) -> Result<Option<String>, DeskError> {
        let (whose, month) = (self.distributor_of(distributor)?, month_of(month)?);
        let item = ChecklistItem::from_key(item).ok_or_else(|| {
            let keys = CHECKLIST.map(ChecklistItem::key).join(", ");
            DeskError::new(ErrorKind::Invalid, "no-check", &[("item", item.into()), ("items", keys.into())])
        })?;
        let on = self.day(now);
        if month.first_day() > on {
            return Err(invalid("month-to-come", &[("month", format::period(words(), month.into()).into())]));
        }
        let key = if ticked { "entry-check" } else { "entry-check-off" };
        let what = What::new(key).with("name", &whose.card.name).with("period", month);
        let tick = Tick { distributor: whose.id, month, item, ticked, by: self.decider()?, on };
        self.governed(what, now, |writing| Ok(writing.tick(&tick)?))
    }

    fn governed(
        &mut self,
        what: What,
        now: Now,
        write: impl FnOnce(&mut store::Writing<'_>) -> Result<(), DeskError>,
    ) -> Result<Option<String>, DeskError> {
        Ok(self.record(ActKind::Governance, what, now, write)?.entry.map(|entry| entry.to_string()))
    }

    fn policy_of(&self, distributor: store::DistributorId) -> Result<Policy, DeskError> {
        let store = &self.store;
        let whose = Some(distributor);
        Ok(policy(distributor, &store.bands(whose)?, &store.promotions(whose)?, &store.requests(whose)?))
    }

    fn promotion_of(&self, id: &str) -> Result<Held<PromotionId, NewPromotion>, DeskError> {
        let wanted: Option<PromotionId> = known(id)?;
        let found = self.store.promotions(None)?.into_iter().find(|held| Some(held.id) == wanted);
        found.ok_or_else(|| gone("promotion"))
    }

    fn request_of(&self, id: &str) -> Result<Held<RequestId, NewRequest>, DeskError> {
        let wanted: Option<RequestId> = known(id)?;
        let found = self.store.requests(None)?.into_iter().find(|held| Some(held.id) == wanted);
        found.ok_or_else(|| gone("request"))
    }

    fn name_of(&self, distributor: store::DistributorId) -> Result<String, DeskError> {
        Ok(self.store.distributor(distributor)?.map(|held| held.card.name).unwrap_or_default())
    }
}

/// An id that came from outside; empty for a new thing.
fn known<Id: std::str::FromStr>(text: &str) -> Result<Option<Id>, DeskError> {
    if text.is_empty() {
        return Ok(None);
    }
    text.parse().map(Some).map_err(|_| gone("entry"))
}

fn gone(what: &'static str) -> DeskError {
    DeskError::new(ErrorKind::Unknown, "unknown", &[("what", what.into())])
}

/// What is allowed already, where that is enough for all that is asked for.
fn needless(agreed: &Policy, request: &Request) -> Option<Quantity> {
    let names = request.products.to_string();
    let products: Vec<&str> = names.split(", ").collect();
    let allowed: Option<Vec<Quantity>> =
        products.iter().map(|product| agreed.allowed(product, request.on).map(|allowed| allowed.share)).collect();
    allowed?.into_iter().min().filter(|least| *least >= request.share)
}
