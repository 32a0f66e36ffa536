//! Governance in words: bands, promotions, requests and breaches as the screen lists them.

use chrono::NaiveDate;
use playbook::governance::{
    Allowed, Asking, Breach, Line, Overrun, Products, Promotion, PromotionState, Request, RequestState, Rule, Source,
    Verdict,
};
use playbook::number::{Quantity, Rate};
use store::{BandId, Held, NewBand, NewPromotion, NewRequest, PromotionId, RequestId, SoldLine};
use words::Value;

use super::judged::{Judged, overran_in};
use crate::desk::Desk;
use crate::error::DeskError;
use crate::format::{self, Scale, exact, percent};
use crate::token::Token;
use crate::view::{
    BandForm, BandRow, BreachRow, Fact, Mark, PromotionForm, PromotionRow, RequestRow, ResultLine, RunForm,
};
use crate::words;

impl Desk {
    /// What was sold or run beyond what was allowed in the months: promotions first, then lines by day.
    pub(super) fn breach_rows(&self, judged: &Judged) -> Result<Vec<BreachRow>, DeskError> {
        let lines = judged.breaches();
        let in_months = |promotion| judged.months.iter().any(|month| overran_in(promotion, *month));
        let overruns = judged.policy.overruns().into_iter().filter(|overrun| in_months(overrun.promotion));
        Ok(overruns
            .map(|overrun| overrun_row(&overrun))
            .chain(lines.iter().map(|(sold, b)| line_row(judged, sold, b)))
            .collect())
    }
}

fn line_row(judged: &Judged, sold: &SoldLine, breach: &Breach<'_>) -> BreachRow {
    let words = words();
    let line = &sold.line;
    let edges: Vec<Rate> = breach.allowed.iter().map(|allowed| allowed.share.into()).collect();
    let units = line.quantity.map(|units| words.say("governance-units", &[("units", exact(units).into())]));
    let amount = line.amount.map(|amount| {
        let currency = sold.currency.as_deref().map_or_else(|| judged.currency.clone(), format::Currency::new);
        let rate = Rate::from(amount);
        let (figure, unit) = currency.amount(&rate, Scale::of([&rate]));
        format!("{figure} {unit}")
    });
    let rule = match (breach.rule, breach.promotion) {
        (Rule::OutsideWindow, Some(promotion)) => {
            words.say("breach-outside-window", &[("promotion", promotion.name.as_str().into())])
        }
        _ => words.say("breach-above-band", &[]),
    };
    let by = match (breach.promotion, breach.allowed) {
        (Some(promotion), _) => window(promotion.first, promotion.last),
        (None, Some(allowed)) => source(&allowed),
        (None, None) => String::new(),
    };
    BreachRow {
        rule,
        day: line.day.map(|day| format::day_short(words, day)).unwrap_or_default(),
        what: product(&line.product),
        sold: units.into_iter().chain(amount).collect::<Vec<_>>().join(", "),
        allowed: breach.allowed.map_or_else(|| words.say("governance-nothing", &[]), |allowed| share(allowed.share)),
        by,
        found: Fact {
            // A discount just above its band never looks like the band's edge.
            text: figure(&breach.found, &edges),
            unit: "%".to_owned(),
            evidence: Some(Token::Sold { report: sold.report, line: sold.position }.to_string()),
            provisional: false,
            sort: None,
        },
        place: match &sold.sheet {
            Some(sheet) => format!("{sheet}!{}", line.cell),
            None => line.cell.clone(),
        },
    }
}

fn overrun_row(overrun: &Overrun<'_>) -> BreachRow {
    let words = words();
    let Promotion { name, first, last, run, .. } = overrun.promotion;
    let ran = run.as_ref().map(|run| window(run.first, run.last)).unwrap_or_default();
    let days = overrun.early + overrun.late;
    BreachRow {
        rule: words.say("breach-run-outside", &[]),
        day: ran,
        what: name.clone(),
        sold: String::new(),
        allowed: window(*first, *last),
        by: words.say("governance-window", &[]),
        found: Fact {
            text: words.say("governance-days-outside", &[("days", days.into())]),
            unit: String::new(),
            evidence: None,
            provisional: false,
            sort: i32::try_from(days).ok(),
        },
        place: String::new(),
    }
}

/// What allowed a discount.
fn source(allowed: &Allowed<'_>) -> String {
    let words = words();
    match allowed.by {
        Source::Band(band) => words.say("governance-by-band", &[("who", band.approver.as_str().into())]),
        Source::Request(request) => {
            let who = request.answer.as_ref().map(|answer| answer.by.as_str()).unwrap_or_default();
            words.say("governance-by-request", &[("who", who.into())])
        }
        Source::Promotion(promotion) => {
            words.say("governance-by-promotion", &[("promotion", promotion.name.as_str().into())])
        }
    }
}

/// What a reader must know of the lists behind the breaches.
pub(super) fn notes(judged: &Judged) -> Vec<String> {
    let words = words();
    let (open, unbound) = (judged.count(&Verdict::Open), judged.count(&Verdict::NoBand));
    let example = |verdict: &Verdict<'_>| {
        let first = judged.lines.iter().find(|(_, line): &&(SoldLine, Line)| judged.policy.judge(line) == *verdict);
        first.map(|(sold, _)| match &sold.sheet {
            Some(sheet) => format!("{sheet}!{}", sold.line.cell),
            None => sold.line.cell.clone(),
        })
    };
    let mut notes = Vec::new();
    let mut note = |key: &str, count: usize, place: Option<String>| {
        if count > 0 {
            let values = [("count", Value::from(count)), ("place", place.unwrap_or_default().into())];
            notes.push(words.say(key, &values));
        }
    };
    note("governance-note-open", open, example(&Verdict::Open));
    note("governance-note-no-band", unbound, example(&Verdict::NoBand));
    note("governance-note-cut", judged.cut as usize, None);
    notes
}

pub(super) fn band(held: &Held<BandId, NewBand>, today: NaiveDate) -> BandRow {
    let words = words();
    let band = &held.held.band;
    let holds = match band.last {
        Some(last) => window(band.first, last),
        None => words.say("governance-since", &[("day", format::day_with_year(words, band.first).into())]),
    };
    let funded = if band.supplier_funded { "governance-supplier-funded" } else { "governance-own-funds" };
    let form = BandForm {
        id: held.id.to_string(),
        distributor: held.held.distributor.map(|id| id.to_string()).unwrap_or_default(),
        approver: band.approver.clone(),
        maximum: typed_percent(band.maximum),
        products: band.products.to_string(),
        asking: band.asking.key().to_owned(),
        supplier_funded: band.supplier_funded,
        first: band.first.to_string(),
        last: band.last.map(|day| day.to_string()).unwrap_or_default(),
    };
    BandRow {
        approver: band.approver.clone(),
        maximum: share(band.maximum),
        products: products(&band.products),
        asking: words.say(if band.asking == Asking::No { "governance-free" } else { "governance-asked" }, &[]),
        funded: words.say(funded, &[]),
        holds: if held.held.distributor.is_none() {
            words.say("governance-everyone", &[("holds", holds.into())])
        } else {
            holds
        },
        current: band.holds(today),
        form,
    }
}

pub(super) fn promotion(held: &Held<PromotionId, NewPromotion>, judged: &Judged, today: NaiveDate) -> PromotionRow {
    let words = words();
    let promotion = &held.held.promotion;
    let state = promotion.state(today);
    let typed = |value: Option<Quantity>| value.map(|value| value.to_string()).unwrap_or_default();
    let (ran, sold) = (promotion.run.as_ref(), promotion.run.as_ref().map(|run| run.sold).unwrap_or_default());
    PromotionRow {
        name: promotion.name.clone(),
        kind: words.say(&format!("promotion-kind-{}", promotion.kind.key()), &[]),
        window: window(promotion.first, promotion.last),
        products: products(&promotion.products),
        maximum: share(promotion.maximum),
        mark: match state {
            PromotionState::Planned => Mark::NotDue,
            PromotionState::Running => Mark::Provisional,
            PromotionState::Ended => Mark::Missing,
            PromotionState::Reviewed => Mark::Met,
        },
        state: words.say(&format!("promotion-state-{}", state.key()), &[]),
        results: results(promotion, judged),
        note: ran.map(|run| run_note(promotion, run)).unwrap_or_default(),
        in_month: judged.touches(promotion),
        can_note: promotion.first <= today,
        form: PromotionForm {
            id: held.id.to_string(),
            distributor: held.held.distributor.to_string(),
            name: promotion.name.clone(),
            kind: promotion.kind.key().to_owned(),
            first: promotion.first.to_string(),
            last: promotion.last.to_string(),
            products: promotion.products.to_string(),
            maximum: typed_percent(promotion.maximum),
            units: typed(promotion.planned.units),
            revenue: typed(promotion.planned.revenue),
        },
        run: RunForm {
            promotion: held.id.to_string(),
            first: ran.map_or(promotion.first, |run| run.first).to_string(),
            last: ran.map_or(promotion.last, |run| run.last).to_string(),
            units: typed(sold.units),
            revenue: typed(sold.revenue),
            note: ran.map(|run| run.note.clone()).unwrap_or_default(),
        },
    }
}

/// Planned against sold, in units and in money: what neither side states is left out.
pub(super) fn results(promotion: &Promotion, judged: &Judged) -> Vec<ResultLine> {
    let words = words();
    let sold = promotion.run.as_ref().map(|run| run.sold).unwrap_or_default();
    let dash = || "–".to_owned();
    let line = |title: String, planned: Option<String>, sold: Option<String>, reached: Option<Rate>| {
        (planned.is_some() || sold.is_some()).then(|| ResultLine {
            title,
            planned: planned.unwrap_or_else(dash),
            sold: sold.unwrap_or_else(dash),
            reached: reached.map(|rate| format!("{} %", percent(&rate, 0, &[Rate::one()]))).unwrap_or_default(),
        })
    };
    let money: Vec<Rate> = [promotion.planned.revenue, sold.revenue].into_iter().flatten().map(Rate::from).collect();
    let scale = Scale::of(&money);
    let amount = |value: Quantity| judged.currency.amount(&value.into(), scale).0;
    let unit = judged.currency.unit(scale);
    let units = line(
        words.say("governance-result-units", &[]),
        promotion.planned.units.map(exact),
        sold.units.map(exact),
        promotion.units_reached(),
    );
    let revenue = line(
        words.say("governance-result-revenue", &[("unit", unit.into())]),
        promotion.planned.revenue.map(amount),
        sold.revenue.map(amount),
        promotion.revenue_reached(),
    );
    units.into_iter().chain(revenue).collect()
}

/// `Run 10 to 22 Sep 2026. Out of stock in week two.`
fn run_note(promotion: &Promotion, run: &playbook::governance::Run) -> String {
    let as_agreed = (run.first, run.last) == (promotion.first, promotion.last);
    let ran = (!as_agreed).then(|| words().say("governance-ran", &[("window", window(run.first, run.last).into())]));
    let parts = ran.into_iter().chain([run.note.clone()]).filter(|part| !part.is_empty());
    parts.collect::<Vec<_>>().join(" ")
}

pub(super) fn request(held: &Held<RequestId, NewRequest>, judged: &Judged, today: NaiveDate) -> RequestRow {
    let words = words();
    let request = &held.held.request;
    let state = request.state(today);
    let until = request.answer.as_ref().and_then(|answer| answer.until);
    let state_values = [("day", Value::from(until.map(|day| format::day_short(words, day)).unwrap_or_default()))];
    RequestRow {
        id: held.id.to_string(),
        share: share(request.share),
        products: products(&request.products),
        reason: request.reason.clone(),
        asked: by(&request.by, request.on),
        mark: match state {
            RequestState::Waiting => Mark::Question,
            RequestState::Approved => Mark::Met,
            RequestState::Expired => Mark::None,
            RequestState::Refused => Mark::NotMet,
        },
        state: words.say(&format!("request-state-{}", state.key()), &state_values),
        answer: request.answer.as_ref().map(answered).unwrap_or_default(),
        waiting: state == RequestState::Waiting,
        may_approve: may_approve(request, judged, today),
    }
}

fn answered(answer: &playbook::governance::Answer) -> String {
    let who = by(&answer.by, answer.on);
    if answer.reason.is_empty() { who } else { format!("{who}: {}", answer.reason) }
}

/// Who may approve a request, and up to what.
pub(super) fn may_approve(request: &Request, judged: &Judged, on: NaiveDate) -> String {
    let words = words();
    let mut may: Vec<(&str, Quantity)> = Vec::new();
    for band in &judged.policy.bands {
        let known = may.iter().any(|(name, _)| band.is_of(name));
        let most = judged.policy.may_approve(&band.approver, &request.products, on);
        may.extend(most.filter(|most| !known && *most >= request.share).map(|most| (band.approver.as_str(), most)));
    }
    if may.is_empty() {
        return words.say("governance-nobody-may", &[("share", share(request.share).into())]);
    }
    let named = |(name, most): &(&str, Quantity)| {
        words.say("governance-may-one", &[("who", (*name).into()), ("share", share(*most).into())])
    };
    words.say("governance-may", &[("who", may.iter().map(named).collect::<Vec<_>>().join(", ").into())])
}

/// `Rina Kartika, 1 Sep`.
fn by(who: &str, on: NaiveDate) -> String {
    words().say("governance-by", &[("who", who.into()), ("day", format::day(words(), on).into())])
}

/// `10 %`, `2.5 %`.
pub(super) fn share(share: Quantity) -> String {
    format!("{} %", figure(&share.into(), &[]))
}

/// A share in percent: every digit as long as it is short, else one decimal that crosses no edge.
fn figure(rate: &Rate, edges: &[Rate]) -> String {
    let decimals = (0..=2).find(|decimals| {
        let shown = percent(rate, *decimals, &[]).replace(',', "").parse::<Quantity>();
        let hundredth = shown.ok().and_then(|shown| Rate::of(shown, Quantity::whole(100)));
        hundredth.as_ref() == Some(rate)
    });
    decimals.map_or_else(|| above(rate, edges), |decimals| percent(rate, decimals, &[]))
}

/// One decimal more until the figure differs from each edge that it isn't.
fn above(rate: &Rate, edges: &[Rate]) -> String {
    let differs =
        |decimals: &u32| edges.iter().all(|edge| percent(rate, *decimals, &[]) != percent(edge, *decimals, &[]));
    percent(rate, (1..=6).find(differs).unwrap_or(6), edges)
}

/// In percent, as it is typed.
fn typed_percent(share: Quantity) -> String {
    let hundred = share.decimal().checked_mul(rust_decimal::Decimal::ONE_HUNDRED);
    hundred.map(|percent| percent.normalize().to_string()).unwrap_or_default()
}

fn products(products: &Products) -> String {
    if products.is_all() { words().say("governance-all-products", &[]) } else { products.to_string() }
}

fn product(name: &str) -> String {
    if name.is_empty() { words().say("governance-no-product", &[]) } else { name.to_owned() }
}

/// `10 to 20 Sep 2026`.
pub(super) fn window(first: NaiveDate, last: NaiveDate) -> String {
    let words = words();
    if first == last {
        return format::day_with_year(words, first);
    }
    let values = [
        ("span", Value::from(format::span(words, first, last))),
        ("year", chrono::Datelike::year(&last).to_string().into()),
    ];
    words.say("governance-span", &values)
}
