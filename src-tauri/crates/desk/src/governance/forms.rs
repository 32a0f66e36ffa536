//! What a manager types of bands, promotions and requests, and what of it can't be taken.

use chrono::NaiveDate;
use playbook::governance::{Answer, Asking, Band, Outcome, Products, Promotion, PromotionKind, Request, Run};
use playbook::number::Quantity;

use crate::error::{DeskError, ErrorKind};
use crate::review::typed_number;
use crate::typed::open_day;
use crate::view::{AnswerForm, BandForm, PromotionForm, RequestForm, RunForm};

/// Something that can't be taken, in one sentence.
pub(super) fn invalid(key: &str, values: &[(&str, words::Value<'_>)]) -> DeskError {
    DeskError::new(ErrorKind::Invalid, key, values)
}

/// A row of the matrix.
pub(super) fn band(form: &BandForm) -> Result<Band, DeskError> {
    let (first, last) = (day(&form.first)?, open_day(&form.last)?);
    if let Some(last) = last {
        in_order(first, last)?;
    }
    Ok(Band {
        approver: named(&form.approver, "band-approver")?,
        maximum: share(&form.maximum)?,
        products: Products::of(&form.products),
        asking: Asking::from_key(&form.asking).ok_or_else(|| invalid("band-asking", &[]))?,
        supplier_funded: form.supplier_funded,
        first,
        last,
    })
}

/// A promotion, without how it was run.
pub(super) fn promotion(form: &PromotionForm) -> Result<Promotion, DeskError> {
    let (first, last) = (day(&form.first)?, day(&form.last)?);
    in_order(first, last)?;
    let planned = outcome(&form.units, &form.revenue)?;
    if planned.is_empty() {
        return Err(invalid("promotion-plan", &[]));
    }
    Ok(Promotion {
        name: named(&form.name, "promotion-name")?,
        kind: PromotionKind::from_key(&form.kind).ok_or_else(|| invalid("promotion-kind", &[]))?,
        first,
        last,
        products: Products::of(&form.products),
        maximum: share(&form.maximum)?,
        planned,
        run: None,
    })
}

/// How a promotion was run: known by today, and stated in what was planned.
pub(super) fn run(form: &RunForm, of: &Promotion, today: NaiveDate) -> Result<Run, DeskError> {
    let (first, last) = (day(&form.first)?, day(&form.last)?);
    in_order(first, last)?;
    if last > today {
        return Err(invalid("run-to-come", &[]));
    }
    let sold = outcome(&form.units, &form.revenue)?;
    let states =
        of.planned.units.is_some() && sold.units.is_some() || of.planned.revenue.is_some() && sold.revenue.is_some();
    if !states {
        let key = if of.planned.units.is_some() { "run-units" } else { "run-revenue" };
        return Err(invalid(key, &[]));
    }
    Ok(Run { first, last, sold, note: form.note.trim().to_owned() })
}

/// A request, without its answer.
pub(super) fn request(form: &RequestForm, today: NaiveDate) -> Result<Request, DeskError> {
    let on = day(&form.on)?;
    if on > today {
        return Err(invalid("request-to-come", &[]));
    }
    Ok(Request {
        products: Products::of(&form.products),
        share: share(&form.share)?,
        reason: named(&form.reason, "request-reason")?,
        by: named(&form.by, "request-by")?,
        on,
        answer: None,
    })
}

/// An answer. One that refuses says why.
pub(super) fn answer(form: &AnswerForm, asked: &Request, today: NaiveDate) -> Result<Answer, DeskError> {
    let (by, on) = (named(&form.by, "answer-by")?, day(&form.on)?);
    if on < asked.on || on > today {
        return Err(invalid("answer-day", &[]));
    }
    let until = match form.outcome.as_str() {
        "approve" => {
            let until = open_day(&form.until)?.ok_or_else(|| invalid("answer-until", &[]))?;
            in_order(on, until)?;
            Some(until)
        }
        "refuse" => None,
        _ => return Err(invalid("answer-outcome", &[])),
    };
    let reason = if until.is_none() { named(&form.reason, "answer-reason")? } else { form.reason.trim().to_owned() };
    Ok(Answer { by, on, until, reason })
}

fn outcome(units: &str, revenue: &str) -> Result<Outcome, DeskError> {
    let number = |text: &str| match text.trim() {
        "" => Ok(None),
        text => match typed_number(text).filter(|number| !number.is_negative()) {
            Some(number) => Ok(Some(number)),
            None => Err(invalid("not-an-amount", &[("text", text.into())])),
        },
    };
    Ok(Outcome { units: number(units)?, revenue: number(revenue)? })
}

/// A share as it is typed, in percent: above 0, and 100 at most.
fn share(text: &str) -> Result<Quantity, DeskError> {
    let wrong = || invalid("not-a-share", &[("text", text.trim().into())]);
    let percent = text.trim().trim_end_matches('%').trim_end().replace(',', ".");
    let percent: Quantity = percent.parse().map_err(|_| wrong())?;
    let share = Quantity::new(percent.decimal() / rust_decimal::Decimal::ONE_HUNDRED).map_err(|_| wrong())?;
    if share.is_zero() || share.is_negative() || share > Quantity::ONE { Err(wrong()) } else { Ok(share) }
}

fn named(text: &str, key: &str) -> Result<String, DeskError> {
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if text.is_empty() || text.chars().count() > 400 { Err(invalid(key, &[])) } else { Ok(text) }
}

fn day(text: &str) -> Result<NaiveDate, DeskError> {
    open_day(text)?.ok_or_else(|| invalid("day-missing", &[]))
}

fn in_order(first: NaiveDate, last: NaiveDate) -> Result<(), DeskError> {
    if first <= last { Ok(()) } else { Err(invalid("days-upside-down", &[])) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_share_is_typed_in_percent() {
        for (text, read) in [
            ("10", Some("0.1")),
            (" 12.5 % ", Some("0.125")),
            ("12,5%", Some("0.125")),
            ("100", Some("1")),
            ("0", None),
            ("-5", None),
            ("100.1", None),
            ("", None),
            ("1,2,3", None),
            ("ten", None),
        ] {
            assert_eq!(share(text).ok().map(|share| share.to_string()).as_deref(), read, "{text}");
        }
    }
}
