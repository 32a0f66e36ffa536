//! Revenue over all distributors in one currency, at plan and at actual rates.

use chrono::NaiveDate;
use playbook::kpi::Kpi;
use playbook::money::{Currency as Code, MissingRate, Quoted, RateKind, Rates, sign};
use playbook::number::Rate;
use playbook::period::Quarter;
use playbook::refusal::is_money;
use playbook::rollup::{Flow, RollUp, Sum, flow, roll_up};
use playbook::rules::Playbook;

use super::{month_title, pair_title};
use crate::desk::Desk;
use crate::error::DeskError;
use crate::format::{self, Currency, Scale, exact};
use crate::judge::Known;
use crate::now::Now;
use crate::targets::goal::is_amount;
use crate::view::{RollUpCurrency, RollUpSum, RollUpView};
use crate::words;

impl Desk {
    /// The revenue of a quarter over all distributors, in the currency of roll-ups.
    ///
    /// # Errors
    /// When the record can't be read.
    pub fn roll_up(&self, quarter: &str, now: Now) -> Result<RollUpView, DeskError> {
        let (quarter, now) = (self.quarter(quarter)?, self.at(now));
        let today = now.today;
        let (to, rates, known) = (self.reporting()?, self.known_rates()?, self.all_known(today)?);
        let playbook = self.rules(quarter)?;
        let revenue = playbook.kpis.iter().find(|kpi| is_amount(kpi) && is_money(kpi));
        let flows: Vec<Flow> = revenue
            .map(|kpi| known.iter().filter_map(|known| flow_of(known, &playbook, kpi, quarter, today)).collect())
            .unwrap_or_default();
        let title = format::quarter(words(), quarter);
        let Some(to) = to.filter(|_| !flows.is_empty()) else {
            let title = words().say("rollup-none", &[("quarter", title.into())]);
            let notes = if flows.is_empty() { vec![] } else { vec![words().say("rates-no-reporting", &[])] };
            return Ok(RollUpView { title, to: String::new(), sums: vec![], currencies: vec![], notes });
        };
        let sums = RateKind::ALL.map(|kind| roll_up(&flows, to, kind, &rates));
        let scale = scale(&sums);
        let values = [("quarter", title.into()), ("currency", sign(to.code()).into())];
        let closed = self.closed_note(&known, quarter, now)?;
        Ok(RollUpView {
            title: words().say("rollup-title", &values),
            to: to.to_string(),
            sums: sums.iter().map(|sum| shown(sum, scale)).collect(),
            currencies: by_currency(&flows, to, &rates, scale),
            notes: notes(&sums[0]).into_iter().chain(closed).collect(),
        })
    }

    /// That the portfolio shows other figures than are summed here, where that may be.
    fn closed_note(&self, known: &[Known], quarter: Quarter, now: Now) -> Result<Option<String>, DeskError> {
        let changed = self.changed_since_closed(known, quarter, now)?;
        let values = [("quarter", format::quarter(words(), quarter).into()), ("count", changed.into())];
        Ok((changed > 0).then(|| words().say("rollup-note-closed", &values)))
    }
}

fn flow_of(known: &Known, playbook: &Playbook, kpi: &Kpi, quarter: Quarter, today: NaiveDate) -> Option<Flow> {
    let currency = Code::new(&known.distributor.card.currency)?;
    let flow = flow(&known.case(playbook, today), kpi, quarter, currency);
    (!flow.months.is_empty()).then_some(flow)
}

fn scale(sums: &[RollUp]) -> Scale {
    Scale::of(sums.iter().flat_map(|sum| sum.actual.total.iter().chain(&sum.target.total)))
}

/// A sum; a word where a rate is missing, and a dash where nothing of it is known.
fn amount(code: Code, sum: &Sum, scale: Scale) -> String {
    match &sum.total {
        _ if sum.known == 0 => "–".to_owned(),
        Some(total) => Currency::new(code.code()).amount(total, scale).0,
        None => words().say("rollup-incomplete", &[]),
    }
}

fn shown(sum: &RollUp, scale: Scale) -> RollUpSum {
    let attainment = sum.comparable.attainment();
    RollUpSum {
        kind: sum.kind.key().to_owned(),
        label: words().say(&format!("rollup-at-{}", sum.kind.key()), &[]),
        actual: amount(sum.to, &sum.actual, scale),
        target: amount(sum.to, &sum.target, scale),
        attainment: attainment.map_or_else(|| "–".to_owned(), |rate| format::percent(&rate, 1, &[Rate::one()])),
        unit: Currency::new(sum.to.code()).unit(scale),
        rates: sum.used.iter().map(rate).collect(),
        missing: sum.missing.iter().map(missing).collect(),
    }
}

/// `July 2026: 16,300 Rp for 1 US$`.
fn rate(rate: &Quoted) -> String {
    let values = [
        ("month", month_title(rate.month).into()),
        ("value", exact(rate.value).into()),
        ("pair", pair_title(rate.pair).into()),
    ];
    words().say("rollup-rate", &values)
}

/// `No plan rate of Rp for US$ in August 2026`.
fn missing(lacks: &MissingRate) -> String {
    let values = [
        ("from", sign(lacks.from.code()).into()),
        ("to", sign(lacks.to.code()).into()),
        ("month", month_title(lacks.month).into()),
    ];
    words().say(&format!("rollup-missing-{}", lacks.kind.key()), &values)
}

/// A line for each currency: as it was reported, and converted both ways.
fn by_currency(flows: &[Flow], to: Code, rates: &Rates, scale: Scale) -> Vec<RollUpCurrency> {
    let mut codes: Vec<Code> = flows.iter().map(|flow| flow.currency).collect();
    codes.sort();
    codes.dedup();
    let line = |code: Code| {
        let own: Vec<Flow> = flows.iter().filter(|flow| flow.currency == code).cloned().collect();
        let as_reported = roll_up(&own, code, RateKind::Plan, rates);
        let own_scale = self::scale(std::slice::from_ref(&as_reported));
        let converted = RateKind::ALL.map(|kind| amount(to, &roll_up(&own, to, kind, rates).actual, scale));
        let [at_plan, at_actual] = converted;
        RollUpCurrency {
            currency: code.to_string(),
            who: words().say("rollup-who", &[("count", own.len().into())]),
            actual: amount(code, &as_reported.actual, own_scale),
            target: amount(code, &as_reported.target, own_scale),
            unit: Currency::new(code.code()).unit(own_scale),
            at_plan,
            at_actual,
        }
    };
    codes.into_iter().map(line).collect()
}

/// What a reader must know.
fn notes(sum: &RollUp) -> Vec<String> {
    let mut notes = vec![words().say("rollup-note-compared", &[])];
    if sum.actual.unknown > 0 {
        let values = [("count", sum.actual.unknown.into()), ("of", (sum.actual.known + sum.actual.unknown).into())];
        notes.push(words().say("rollup-note-unreported", &values));
    }
    if sum.target.unknown > 0 {
        let values = [("count", sum.target.unknown.into()), ("of", (sum.target.known + sum.target.unknown).into())];
        notes.push(words().say("rollup-note-no-target", &values));
    }
    notes
}
