//! What of pricing and promotions needs the manager.

use chrono::NaiveDate;
use playbook::governance::{CHECKLIST, PromotionState, RequestState, Verdict};
use playbook::period::Month;
use store::{BandId, Held, NewBand, NewPromotion, NewRequest, PromotionId, RequestId, SoldLine};

use super::judged::{overran_in, policy, with_line};
use super::rows;
use crate::desk::Desk;
use crate::error::DeskError;
use crate::inbox::{TODAY, place, until};
use crate::judge::Known;
use crate::now::Now;
use crate::view::{InboxKind, InboxRow, Mark};
use crate::{format, naming, words};

/// Days before its end in which an approval is said to expire.
const EXPIRING: i32 = 7;

/// All that the rows are made of, fetched once for every distributor.
struct Agreed {
    bands: Vec<Held<BandId, NewBand>>,
    promotions: Vec<Held<PromotionId, NewPromotion>>,
    requests: Vec<Held<RequestId, NewRequest>>,
    sales: Vec<SoldLine>,
}

/// Breaches of the running month and the two before it, requests that wait or expire, promotions without a result.
pub(crate) fn inbox_rows(desk: &Desk, known: &[Known], now: Now) -> Result<Vec<InboxRow>, DeskError> {
    let running = Month::of(now.today);
    let first = running.previous().previous();
    let agreed = Agreed {
        bands: desk.store.bands(None)?,
        promotions: desk.store.promotions(None)?,
        requests: desk.store.requests(None)?,
        sales: desk.store.sales(None, Some(first.first_day()))?,
    };
    let mut rows = Vec::new();
    for known in known {
        for month in [first, running.previous(), running] {
            rows.extend(breaches(desk, known, &agreed, month)?);
        }
        let of = known.distributor.id;
        let requests = agreed.requests.iter().filter(|held| held.held.distributor == of);
        rows.extend(requests.filter_map(|held| asked(known, held, now.today)));
        let promotions = agreed.promotions.iter().filter(|held| held.held.distributor == of);
        rows.extend(promotions.filter_map(|held| ended(known, held, now.today)));
    }
    Ok(rows)
}

/// The breaches of a month, until its checklist says that requests and breaches were looked at.
fn breaches(desk: &Desk, known: &Known, agreed: &Agreed, month: Month) -> Result<Option<InboxRow>, DeskError> {
    let of = known.distributor.id;
    let lines: Vec<&SoldLine> = agreed
        .sales
        .iter()
        .filter(|sold| sold.distributor == of && sold.line.day.map(Month::of) == Some(month))
        .collect();
    let policy = policy(of, &agreed.bands, &agreed.promotions, &agreed.requests);
    let overruns = policy.overruns().into_iter().filter(|overrun| overran_in(overrun.promotion, month)).count();
    let currency = known.currency();
    let breach = |sold: &&&SoldLine| {
        let (_, line) = with_line((**sold).clone(), &currency);
        matches!(policy.judge(&line), Verdict::Breach(_))
    };
    let count = lines.iter().filter(breach).count() + overruns;
    if count == 0 || looked_at(desk, known, month)? {
        return Ok(None);
    }
    let values = [("count", count.into()), ("month", words::Value::from(format::month(words(), month)))];
    Ok(Some(InboxRow {
        mark: Mark::NotMet,
        what: words().say("inbox-breaches", &values),
        action: words().say("inbox-breaches-action", &[]),
        sort: TODAY,
        ..row(known, InboxKind::Breach)
    }))
}

fn looked_at(desk: &Desk, known: &Known, month: Month) -> Result<bool, DeskError> {
    let ticks = desk.store.ticks(known.distributor.id, month)?;
    let item = CHECKLIST.into_iter().find(|item| item.key() == "requests");
    Ok(ticks.iter().any(|tick| Some(tick.item) == item && tick.ticked))
}

/// A request that waits, or whose approval ends soon.
fn asked(known: &Known, held: &Held<RequestId, NewRequest>, today: NaiveDate) -> Option<InboxRow> {
    let request = &held.held.request;
    let share = rows::share(request.share);
    match (request.state(today), request.answer.as_ref().and_then(|answer| answer.until)) {
        (RequestState::Waiting, _) => Some(InboxRow {
            mark: Mark::Question,
            what: words().say("inbox-request", &[("share", share.into()), ("who", request.by.as_str().into())]),
            when: words().say("inbox-since", &[("day", format::day_short(words(), request.on).into())]),
            sort: TODAY,
            action: words().say("inbox-request-action", &[]),
            ..row(known, InboxKind::ToDecide)
        }),
        (RequestState::Approved, Some(last)) if until(last, today) <= EXPIRING => Some(InboxRow {
            mark: Mark::Late,
            what: words().say("inbox-request-expires", &[("share", share.into())]),
            when: words().say("inbox-until", &[("day", format::day_short(words(), last).into())]),
            sort: until(last, today),
            action: words().say("inbox-request-expires-action", &[]),
            ..row(known, InboxKind::Expiring)
        }),
        _ => None,
    }
}

/// A promotion whose window is past and whose result nobody noted.
fn ended(known: &Known, held: &Held<PromotionId, NewPromotion>, today: NaiveDate) -> Option<InboxRow> {
    let promotion = &held.held.promotion;
    (promotion.state(today) == PromotionState::Ended).then(|| InboxRow {
        mark: Mark::Missing,
        what: words().say("inbox-promotion", &[("promotion", promotion.name.as_str().into())]),
        when: words().say("inbox-ended", &[("day", format::day_short(words(), promotion.last).into())]),
        sort: until(promotion.last, today),
        action: words().say("inbox-promotion-action", &[]),
        ..row(known, InboxKind::ToReview)
    })
}

fn row(known: &Known, kind: InboxKind) -> InboxRow {
    let id = known.distributor.id.to_string();
    InboxRow {
        kind,
        place: place(&id, "governance"),
        distributor: id,
        name: naming::name(&known.distributor.card),
        mark: Mark::None,
        what: String::new(),
        when: String::new(),
        sort: TODAY,
        action: String::new(),
    }
}
