//! Bands, windows and requests against sales lines, each at its exact edge.

use chrono::NaiveDate;
use playbook::governance::{
    Answer, Asking, Band, CHECKLIST, ChecklistItem, Discount, Line, Outcome, Policy, Products, Promotion,
    PromotionKind, PromotionState, Request, RequestState, Run, Verdict,
};
use playbook::number::{Quantity, Rate};
use proptest::prelude::*;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn share(text: &str) -> Quantity {
    text.parse().unwrap()
}

fn band(maximum: &str, products: &str, asking: Asking) -> Band {
    Band {
        approver: "Rina Kartika".into(),
        maximum: share(maximum),
        products: Products::of(products),
        asking,
        supplier_funded: true,
        first: day("2026-01-01"),
        last: None,
    }
}

fn promotion() -> Promotion {
    Promotion {
        name: "Ramadan".into(),
        kind: PromotionKind::Season,
        first: day("2026-09-10"),
        last: day("2026-09-20"),
        products: Products::of("Tea"),
        maximum: share("0.25"),
        planned: Outcome { units: Some(share("1000")), revenue: None },
        run: None,
    }
}

fn request(until: Option<&str>) -> Request {
    let answer =
        Answer { by: "Tan Mei Lin".into(), on: day("2026-09-05"), until: until.map(day), reason: String::new() };
    Request {
        products: Products::of("Coffee"),
        share: share("0.2"),
        reason: "Competitor".into(),
        by: "Rina Kartika".into(),
        on: day("2026-09-01"),
        answer: Some(answer),
    }
}

/// A free band of 10 % for all, 15 % for tea until 30 September; a season of 25 % for tea; 20 % of coffee approved from
/// 5 to 15 September; and an approver of up to 30 %.
fn policy() -> Policy {
    let tea = Band { last: Some(day("2026-09-30")), ..band("0.15", "Tea", Asking::No) };
    let approver = Band { approver: "Tan Mei Lin".into(), ..band("0.3", "", Asking::Yes) };
    Policy {
        bands: vec![band("0.1", "", Asking::No), tea, approver],
        promotions: vec![promotion()],
        requests: vec![request(Some("2026-09-15"))],
    }
}

fn said(policy: &Policy, on: &str, product: &str, off: &str) -> String {
    let line = Line { day: Some(day(on)), product: product.into(), discount: Some(Discount::Share(share(off))) };
    match policy.judge(&line) {
        Verdict::Within => "within".into(),
        Verdict::NoBand => "no band".into(),
        Verdict::Open => "open".into(),
        Verdict::Breach(breach) => {
            assert_eq!(breach.found, Rate::from(share(off)));
            let allowed = breach.allowed.map(|allowed| allowed.share.to_string()).unwrap_or_default();
            format!("{} {allowed}", breach.rule.key())
        }
    }
}

#[test]
fn a_line_is_held_against_what_was_allowed_on_its_day() {
    let policy = policy();
    for (on, product, off, verdict) in [
        // The band's edge is inside it.
        ("2026-09-01", "Sugar", "0.1", "within"),
        ("2026-09-01", "Sugar", "0.10000001", "above-band 0.1"),
        ("2025-12-31", "Sugar", "0.05", "no band"),
        ("2026-01-01", "Sugar", "0.1", "within"),
        // The larger band counts, to its last day.
        ("2026-09-30", "Tea 20s", "0.15", "within"),
        ("2026-10-01", "Tea 20s", "0.15", "above-band 0.1"),
        // A request from the day it was approved to its last day.
        ("2026-09-04", "Coffee", "0.2", "above-band 0.1"),
        ("2026-09-05", "Coffee", "0.2", "within"),
        ("2026-09-15", "Coffee", "0.2", "within"),
        ("2026-09-16", "Coffee", "0.2", "above-band 0.1"),
        ("2026-09-10", "Coffee", "0.21", "above-band 0.2"),
        ("2026-09-10", "Tea", "0.2", "within"),
        // A window with its first and its last day.
        ("2026-09-09", "Tea", "0.25", "outside-window 0.15"),
        ("2026-09-10", "Tea", "0.25", "within"),
        ("2026-09-20", "Tea", "0.25", "within"),
        ("2026-09-21", "Tea", "0.25", "outside-window 0.15"),
        ("2026-09-21", "Tea", "0.24", "above-band 0.15"),
        ("2026-09-15", "Tea", "0.26", "above-band 0.25"),
        ("2026-09-21", "Coffee", "0.25", "above-band 0.1"),
    ] {
        assert_eq!(said(&policy, on, product, off), verdict, "{product} at {off} on {on}");
    }
}

#[test]
fn where_nothing_is_agreed_nobody_can_say() {
    let mut policy = policy();
    policy.bands.retain(|band| band.asking == Asking::Yes);
    assert_eq!(said(&policy, "2026-09-01", "Sugar", "0.9"), "no band");
    assert_eq!(said(&policy, "2026-09-21", "Tea", "0.25"), "outside-window ");
    assert_eq!(said(&policy, "2026-09-20", "Tea", "0.3"), "above-band 0.25");
    let open = |day, discount| policy.judge(&Line { day, product: String::new(), discount });
    assert_eq!(open(None, Some(Discount::Share(share("0.5")))), Verdict::Open);
    assert_eq!(open(Some(day("2026-09-01")), None), Verdict::Open);
}

#[test]
fn a_refused_or_unanswered_request_allows_nothing() {
    let waiting = Request { answer: None, ..request(None) };
    for (request, state, allows) in [
        (request(Some("2026-09-15")), RequestState::Approved, true),
        (request(Some("2026-09-10")), RequestState::Approved, true),
        (request(Some("2026-09-09")), RequestState::Expired, false),
        (request(None), RequestState::Refused, false),
        (waiting, RequestState::Waiting, false),
    ] {
        let today = day("2026-09-10");
        assert_eq!((request.state(today), request.allows(today)), (state, allows));
    }
}

#[test]
fn a_person_approves_as_far_as_the_matrix_lets_them() {
    let policy = policy();
    let most = |who, products, on| policy.may_approve(who, &Products::of(products), day(on)).map(|m| m.to_string());
    assert_eq!(most("tan  mei lin", "Coffee", "2026-09-10").as_deref(), Some("0.3"));
    assert_eq!(most("Rina Kartika", "Tea", "2026-09-10").as_deref(), Some("0.15"));
    assert_eq!(most("Rina Kartika", "Tea", "2026-10-01").as_deref(), Some("0.1"));
    assert_eq!(most("Rina Kartika", "", "2026-09-10").as_deref(), Some("0.1"));
    assert_eq!(most("Somebody", "Tea", "2026-09-10"), None);
}

#[test]
fn a_promotion_is_in_breach_for_each_day_outside_its_window() {
    let run = |first, last| {
        let sold = Outcome { units: Some(share("750")), revenue: Some(share("9000")) };
        let run = Some(Run { first: day(first), last: day(last), sold, note: String::new() });
        Policy { promotions: vec![Promotion { run, ..promotion() }], ..Policy::default() }
    };
    for (first, last, expected) in [
        ("2026-09-10", "2026-09-20", None),
        ("2026-09-12", "2026-09-15", None),
        ("2026-09-09", "2026-09-20", Some((1, 0))),
        ("2026-09-10", "2026-09-21", Some((0, 1))),
        ("2026-09-01", "2026-09-30", Some((9, 10))),
    ] {
        let policy = run(first, last);
        let found = policy.overruns().first().map(|overrun| (overrun.early, overrun.late));
        assert_eq!(found, expected, "{first} to {last}");
    }
    let reviewed = run("2026-09-10", "2026-10-02");
    let one = &reviewed.promotions[0];
    assert_eq!((one.units_reached(), one.revenue_reached()), (Some(Rate::percent(75)), None));
    let touched = |month: &str| {
        one.touches(match month.parse().unwrap() {
            playbook::period::Period::Month(month) => month,
            other => panic!("{other} is no month"),
        })
    };
    assert_eq!(["2026-08", "2026-09", "2026-10", "2026-11"].map(touched), [false, true, true, false]);
}

#[test]
fn a_promotion_without_a_result_is_ended_the_day_after() {
    let states = ["2026-09-09", "2026-09-10", "2026-09-20", "2026-09-21"].map(|on| promotion().state(day(on)));
    use PromotionState::{Ended, Planned, Running};
    assert_eq!(states, [Planned, Running, Running, Ended]);
}

#[test]
fn every_item_of_the_checklist_is_found_by_its_key() {
    assert!(CHECKLIST.into_iter().all(|item| ChecklistItem::from_key(item.key()) == Some(item)));
    assert_eq!(ChecklistItem::from_key("minimum-price"), None);
}

proptest! {
    #[test]
    fn a_larger_discount_is_never_better_and_a_wider_band_never_worse(
        off in 1_u32..100, more in 0_u32..50, wider in 0_u32..50, days in 0_u64..60, which in 0_usize..3
    ) {
        let policy = policy();
        let on = day("2026-08-20") + chrono::Days::new(days);
        let product = ["Tea", "Coffee", "Sugar"][which];
        let within = |policy: &Policy, off: u32| {
            let off = Quantity::new(rust_decimal::Decimal::new(off.into(), 2)).unwrap();
            let line = Line { day: Some(on), product: product.into(), discount: Some(Discount::Share(off)) };
            policy.judge(&line) == Verdict::Within
        };
        prop_assert!(within(&policy, off) || !within(&policy, off + more));
        let mut wide = policy.clone();
        for band in &mut wide.bands {
            band.maximum = band.maximum + Quantity::new(rust_decimal::Decimal::new(wider.into(), 2)).unwrap();
        }
        prop_assert!(within(&wide, off) || !within(&policy, off));
        let mut turned = policy.clone();
        turned.bands.reverse();
        prop_assert_eq!(within(&turned, off), within(&policy, off));
    }
}
