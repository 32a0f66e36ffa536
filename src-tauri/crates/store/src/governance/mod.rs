//! Governance: the approver matrix, promotions, requests for discounts, and the monthly checklist.

#[cfg(test)]
pub(crate) mod tests;

use chrono::NaiveDate;
use playbook::governance::{
    Answer, Asking, Band, ChecklistItem, Outcome, Products, Promotion, PromotionKind, Request, Run,
};
use playbook::number::Quantity;
use playbook::period::Month;
use rusqlite::{Row, params};

use crate::rows::{all, keyed, maybe, one, parsed, run, unreadable};
use crate::{BandId, DistributorId, PromotionId, RequestId, Store, StoreError, Writing};

/// A row of the approver matrix.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewBand {
    /// Whose; `None` for every distributor.
    pub distributor: Option<DistributorId>,
    /// What it says.
    pub band: Band,
}

/// A promotion with a distributor.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewPromotion {
    /// With whom.
    pub distributor: DistributorId,
    /// What was agreed, and once it is known, how it was run.
    pub promotion: Promotion,
}

/// A distributor's request for a discount.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewRequest {
    /// Who asks.
    pub distributor: DistributorId,
    /// What is asked for, and once it is known, what was answered.
    pub request: Request,
}

/// An item of the checklist in a month, ticked or no longer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tick {
    /// Of which distributor.
    pub distributor: DistributorId,
    /// Of which month.
    pub month: Month,
    /// Which.
    pub item: ChecklistItem,
    /// Whether it is ticked.
    pub ticked: bool,
    /// By whom.
    pub by: String,
    /// On which day.
    pub on: NaiveDate,
}

/// Something that counts, under the id that it keeps through its revisions.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Held<Id, T> {
    /// Its id.
    pub id: Id,
    /// What it says.
    pub held: T,
}

const BAND: &str = "
    SELECT band, distributor, approver, maximum, products, asking, supplier_funded, first, last FROM discount_band_now";
const PROMOTION: &str = "
    SELECT one.promotion, one.distributor, one.name, one.kind, one.first, one.last, one.products, one.maximum,
           one.planned_units, one.planned_revenue, ran.first AS ran_first, ran.last AS ran_last, ran.units,
           ran.revenue, ran.note
    FROM promotion_now AS one LEFT JOIN promotion_run_now AS ran ON ran.promotion = one.promotion";
const REQUEST: &str = "
    SELECT asked.id, asked.distributor, asked.products, asked.share, asked.reason, asked.asked_by, asked.asked_on,
           answer.answered_by, answer.answered_on, answer.until, answer.reason AS answer_reason
    FROM discount_request_now AS asked LEFT JOIN discount_answer_now AS answer ON answer.request = asked.id";
// A tick that breaches were looked at says nothing of a list of sales that came after it.
const TICKS: &str = "
    SELECT distributor, month, item, by, noted, ticked AND NOT (item = 'requests' AND EXISTS (
        SELECT 1 FROM report_now AS list
        WHERE list.distributor = ?1 AND list.kind = 'lines' AND ?2 BETWEEN list.period AND list.period_end
              AND list.entry > governance_tick_now.entry)) AS ticked
    FROM governance_tick_now WHERE distributor = ?1 AND month = ?2";

impl Writing<'_> {
    /// Adds a row to the approver matrix, or revises the one of that id. One as it is already adds nothing.
    ///
    /// # Errors
    /// [`StoreError::Unknown`] when there is no such distributor or row.
    pub fn put_band(&mut self, id: Option<BandId>, new: &NewBand) -> Result<BandId, StoreError> {
        if let Some(distributor) = new.distributor {
            self.known(distributor)?;
        }
        if let Some(id) = id {
            let held = one(&self.db, &format!("{BAND} WHERE band = ?1"), [id], band)?;
            if held.ok_or(StoreError::Unknown("band"))?.held == *new {
                return Ok(id);
            }
        }
        let (entry, row) = (self.entry()?, BandId(self.ids.next()));
        let Band { approver, maximum, products, asking, supplier_funded, first, last } = &new.band;
        let (maximum, products, asking) = (maximum.to_string(), products.to_string(), asking.key());
        let (first, last) = (first.to_string(), last.map(|day| day.to_string()));
        let sql = "INSERT INTO discount_band (id, entry, band, distributor, approver, maximum, products, asking,
                                              supplier_funded, first, last)
                   VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)";
        let id = id.unwrap_or(row);
        let values =
            params![row, entry, id, new.distributor, approver, maximum, products, asking, supplier_funded, first, last];
        run(&self.db, sql, values)?;
        Ok(id)
    }

    /// Adds a promotion, or revises the one of that id; how it was run is kept by [`Writing::run_promotion`]. One as it
    /// is already adds nothing.
    ///
    /// # Errors
    /// [`StoreError::Unknown`] when there is no such distributor or promotion.
    pub fn put_promotion(&mut self, id: Option<PromotionId>, new: &NewPromotion) -> Result<PromotionId, StoreError> {
        self.known(new.distributor)?;
        if let Some(id) = id {
            let held = self.held_promotion(id)?;
            let same = Promotion { run: held.promotion.run.clone(), ..new.promotion.clone() };
            if (NewPromotion { promotion: same, ..new.clone() }) == held {
                return Ok(id);
            }
        }
        let (entry, row) = (self.entry()?, PromotionId(self.ids.next()));
        let Promotion { name, kind, first, last, products, maximum, planned, .. } = &new.promotion;
        let (first, last, products) = (first.to_string(), last.to_string(), products.to_string());
        let (maximum, [units, revenue]) = (maximum.to_string(), outcome(*planned));
        let sql =
            "INSERT INTO promotion (id, entry, promotion, distributor, name, kind, first, last, products, maximum,
                                          planned_units, planned_revenue)
                   VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)";
        let (id, whose, kind) = (id.unwrap_or(row), new.distributor, kind.key());
        let values = params![row, entry, id, whose, name, kind, first, last, products, maximum, units, revenue];
        run(&self.db, sql, values)?;
        Ok(id)
    }

    /// Notes how a promotion was run. Noting it again corrects it; noting the same adds nothing.
    ///
    /// # Errors
    /// [`StoreError::Unknown`] when there is no such promotion.
    pub fn run_promotion(&mut self, id: PromotionId, how: &Run) -> Result<(), StoreError> {
        if self.held_promotion(id)?.promotion.run.as_ref() == Some(how) {
            return Ok(());
        }
        let (entry, row, [units, revenue]) = (self.entry()?, self.row_id(), outcome(how.sold));
        let sql = "INSERT INTO promotion_run (id, entry, promotion, first, last, units, revenue, note)
                   VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)";
        let (first, last) = (how.first.to_string(), how.last.to_string());
        run(&self.db, sql, params![row, entry, id, first, last, units, revenue, how.note])
    }

    /// Keeps a request for a discount above the band; what is answered is kept by [`Writing::answer_request`].
    ///
    /// # Errors
    /// [`StoreError::Unknown`] when there is no such distributor.
    pub fn ask_discount(&mut self, new: &NewRequest) -> Result<RequestId, StoreError> {
        self.known(new.distributor)?;
        let (entry, id) = (self.entry()?, RequestId(self.ids.next()));
        let Request { products, share, reason, by, on, .. } = &new.request;
        let (products, share, on) = (products.to_string(), share.to_string(), on.to_string());
        let sql = "INSERT INTO discount_request (id, entry, distributor, products, share, reason, asked_by, asked_on)
                   VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)";
        run(&self.db, sql, params![id, entry, new.distributor, products, share, reason, by, on])?;
        Ok(id)
    }

    /// Answers a request. Answering again replaces the answer; the same answer adds nothing.
    ///
    /// # Errors
    /// [`StoreError::Unknown`] when there is no such request.
    pub fn answer_request(&mut self, id: RequestId, answer: &Answer) -> Result<(), StoreError> {
        let held = one(&self.db, &format!("{REQUEST} WHERE asked.id = ?1"), [id], request)?;
        if held.ok_or(StoreError::Unknown("request"))?.held.request.answer.as_ref() == Some(answer) {
            return Ok(());
        }
        let (entry, row) = (self.entry()?, self.row_id());
        let (on, until) = (answer.on.to_string(), answer.until.map(|day| day.to_string()));
        let sql = "INSERT INTO discount_answer (id, entry, request, answered_by, answered_on, until, reason)
                   VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)";
        run(&self.db, sql, params![row, entry, id, answer.by, on, until, answer.reason])
    }

    /// Ticks an item of a month's checklist, or takes the tick away. One that stands so already adds nothing.
    ///
    /// # Errors
    /// [`StoreError::Unknown`] when there is no such distributor.
    pub fn tick(&mut self, tick: &Tick) -> Result<(), StoreError> {
        self.known(tick.distributor)?;
        let (month, item, on) = (tick.month.to_string(), tick.item.key(), tick.on.to_string());
        let sql = format!("{TICKS} AND item = ?3");
        let held = one(&self.db, &sql, params![tick.distributor, month, item], self::tick)?;
        if held.is_some_and(|held| held.ticked) == tick.ticked {
            return Ok(());
        }
        let (entry, row) = (self.entry()?, self.row_id());
        let sql = "INSERT INTO governance_tick (id, entry, distributor, month, item, ticked, by, noted)
                   VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)";
        run(&self.db, sql, params![row, entry, tick.distributor, month, item, tick.ticked, tick.by, on])
    }

    fn held_promotion(&self, id: PromotionId) -> Result<NewPromotion, StoreError> {
        let held = one(&self.db, &format!("{PROMOTION} WHERE one.promotion = ?1"), [id], promotion)?;
        Ok(held.ok_or(StoreError::Unknown("promotion"))?.held)
    }
}

impl Store {
    /// The approver matrix of a distributor, with the rows that are every distributor's; or all of it.
    ///
    /// # Errors
    /// When the database can't be read.
    pub fn bands(&self, distributor: Option<DistributorId>) -> Result<Vec<Held<BandId, NewBand>>, StoreError> {
        let sql = format!("{BAND} WHERE ?1 IS NULL OR distributor IS NULL OR distributor = ?1 ORDER BY band");
        all(&self.db, &sql, [distributor], band)
    }

    /// The promotions of a distributor, or of all, in the order of their windows.
    ///
    /// # Errors
    /// When the database can't be read.
    pub fn promotions(
        &self,
        distributor: Option<DistributorId>,
    ) -> Result<Vec<Held<PromotionId, NewPromotion>>, StoreError> {
        let sql = format!("{PROMOTION} WHERE ?1 IS NULL OR one.distributor = ?1 ORDER BY one.first, one.promotion");
        all(&self.db, &sql, [distributor], promotion)
    }

    /// The requests of a distributor, or of all, in the order in which they were asked.
    ///
    /// # Errors
    /// When the database can't be read.
    pub fn requests(&self, distributor: Option<DistributorId>) -> Result<Vec<Held<RequestId, NewRequest>>, StoreError> {
        let sql = format!("{REQUEST} WHERE ?1 IS NULL OR asked.distributor = ?1 ORDER BY asked.asked_on, asked.id");
        all(&self.db, &sql, [distributor], request)
    }

    /// What was ticked, or ticked once, of a distributor's checklist in a month. That breaches were looked at is ticked
    /// no longer once a list of sales of the month comes.
    ///
    /// # Errors
    /// When the database can't be read.
    pub fn ticks(&self, distributor: DistributorId, month: Month) -> Result<Vec<Tick>, StoreError> {
        all(&self.db, TICKS, params![distributor, month.to_string()], tick)
    }
}

/// Units and revenue as their columns.
fn outcome(outcome: Outcome) -> [Option<String>; 2] {
    [outcome.units, outcome.revenue].map(|value: Option<Quantity>| value.map(|value| value.to_string()))
}

fn products(row: &Row<'_>) -> Result<Products, StoreError> {
    Ok(Products::of(row.get_ref("products")?.as_str().map_err(|_| unreadable("products", ""))?))
}

fn band(row: &Row<'_>) -> Result<Held<BandId, NewBand>, StoreError> {
    let band = Band {
        approver: row.get("approver")?,
        maximum: parsed(row, "maximum")?,
        products: products(row)?,
        asking: keyed(row, "asking", Asking::from_key)?,
        supplier_funded: row.get("supplier_funded")?,
        first: parsed(row, "first")?,
        last: maybe(row, "last")?,
    };
    Ok(Held { id: row.get("band")?, held: NewBand { distributor: row.get("distributor")?, band } })
}

fn promotion(row: &Row<'_>) -> Result<Held<PromotionId, NewPromotion>, StoreError> {
    let ran: Option<NaiveDate> = maybe(row, "ran_first")?;
    let how = |first| -> Result<Run, StoreError> {
        let sold = Outcome { units: maybe(row, "units")?, revenue: maybe(row, "revenue")? };
        Ok(Run { first, last: parsed(row, "ran_last")?, sold, note: row.get("note")? })
    };
    let promotion = Promotion {
        name: row.get("name")?,
        kind: keyed(row, "kind", PromotionKind::from_key)?,
        first: parsed(row, "first")?,
        last: parsed(row, "last")?,
        products: products(row)?,
        maximum: parsed(row, "maximum")?,
        planned: Outcome { units: maybe(row, "planned_units")?, revenue: maybe(row, "planned_revenue")? },
        run: ran.map(how).transpose()?,
    };
    Ok(Held { id: row.get("promotion")?, held: NewPromotion { distributor: row.get("distributor")?, promotion } })
}

fn request(row: &Row<'_>) -> Result<Held<RequestId, NewRequest>, StoreError> {
    let by: Option<String> = row.get("answered_by")?;
    let answer = |by| -> Result<Answer, StoreError> {
        let (on, until) = (parsed(row, "answered_on")?, maybe(row, "until")?);
        Ok(Answer { by, on, until, reason: row.get("answer_reason")? })
    };
    let request = Request {
        products: products(row)?,
        share: parsed(row, "share")?,
        reason: row.get("reason")?,
        by: row.get("asked_by")?,
        on: parsed(row, "asked_on")?,
        answer: by.map(answer).transpose()?,
    };
    Ok(Held { id: row.get("id")?, held: NewRequest { distributor: row.get("distributor")?, request } })
}

fn tick(row: &Row<'_>) -> Result<Tick, StoreError> {
    Ok(Tick {
        distributor: row.get("distributor")?,
        month: parsed(row, "month")?,
        item: keyed(row, "item", ChecklistItem::from_key)?,
        ticked: row.get("ticked")?,
        by: row.get("by")?,
        on: parsed(row, "noted")?,
    })
}

/// A row in each table of governance, for the tests of this crate.
#[cfg(test)]
pub(crate) fn case(store: &mut Store, distributor: DistributorId) -> Result<(), StoreError> {
    use crate::ActKind;
    use crate::case::{day, record};
    record(store, ActKind::Governance, |w| w.put_band(None, &tests::band(Some(distributor))).map(drop))?;
    let (_, id) = record(store, ActKind::Governance, |w| w.put_promotion(None, &tests::promotion(distributor)))?;
    record(store, ActKind::Governance, |w| w.run_promotion(id, &tests::ran()))?;
    let (_, id) = record(store, ActKind::Governance, |w| w.ask_discount(&tests::request(distributor)))?;
    record(store, ActKind::Governance, |w| w.answer_request(id, &tests::answer(Some(day("2026-09-30")))))?;
    record(store, ActKind::Governance, |w| w.tick(&tests::tick(distributor, true)))?;
    Ok(())
}
