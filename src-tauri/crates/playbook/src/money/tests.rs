//! Currencies, rates and how they read.

use super::*;

fn currency(code: &str) -> Currency {
    Currency::new(code).unwrap()
}

fn pair(base: &str, quote: &str) -> Pair {
    Pair { base: currency(base), quote: currency(quote) }
}

fn quoted(month: &str, kind: RateKind, pair: Pair, value: &str) -> Quoted {
    Quoted::new(month.parse().unwrap(), kind, pair, value.parse().unwrap()).unwrap()
}

#[test]
fn a_currency_has_the_decimals_of_iso_4217_and_those_that_people_show() {
    for (code, exponent, shown, written) in [
        ("IDR", 2, 0, "Rp"),
        ("VND", 0, 0, "₫"),
        ("LAK", 2, 0, "LAK"),
        ("MMK", 2, 0, "MMK"),
        ("KHR", 2, 2, "KHR"),
        ("JPY", 0, 0, "JPY"),
        ("KWD", 3, 3, "KWD"),
        ("USD", 2, 2, "US$"),
    ] {
        assert_eq!(currency(code).exponent(), exponent, "{code}");
        assert_eq!((shown_decimals(code), sign(code)), (shown, written), "{code}");
    }
    for text in ["", "idr", "XYZ", "RM", "US$", "USDX"] {
        assert_eq!(Currency::new(text), None, "{text}");
    }
    assert_eq!((sign("XYZ"), shown_decimals("XYZ")), ("XYZ", 2));
}

#[test]
fn every_currency_stands_once() {
    let mut codes: Vec<&str> = [NONE, TWO, THREE].into_iter().flat_map(|codes| codes.split(' ')).collect();
    let count = codes.len();
    codes.sort_unstable();
    codes.dedup();
    assert_eq!(codes.len(), count);
    assert!(codes.iter().all(|code| code.len() == 3 && Currency::new(code).is_some()));
    assert!(Currency::offered().len() == CUSTOMS.len() + 1, "all customs are of a known currency");
}

#[test]
fn the_weaker_currency_is_the_one_that_is_counted() {
    for (from, to, usual) in [
        ("IDR", "USD", pair("USD", "IDR")),
        ("USD", "IDR", pair("USD", "IDR")),
        ("THB", "SGD", pair("SGD", "THB")),
        ("SGD", "USD", pair("USD", "SGD")),
        ("VND", "IDR", pair("IDR", "VND")),
    ] {
        assert_eq!(Pair::usual(currency(from), currency(to)), usual, "{from} in {to}");
    }
}

#[test]
fn a_rate_is_turned_round_only_where_no_month_can_have_had_it() {
    for (pair, value, turned) in [
        (pair("USD", "IDR"), "0.000061", true),
        (pair("USD", "IDR"), "16400", false),
        (pair("IDR", "USD"), "0.000061", false),
        (pair("IDR", "USD"), "16400", true),
        (pair("SGD", "VND"), "0.00005", true),
        (pair("EUR", "IDR"), "0.000055", true),
        (pair("USD", "THB"), "0.03", true),
        (pair("THB", "SGD"), "25", true),
        (pair("HKD", "TWD"), "4.1", false),
        // These are near enough to one that nobody can tell.
        (pair("USD", "MYR"), "0.22", false),
        (pair("INR", "JPY"), "0.6", false),
        // How much a rial makes is not known here.
        (pair("IRR", "IDR"), "0.39", false),
    ] {
        assert_eq!(pair.is_turned_round(value.parse().unwrap()), turned, "{pair:?} {value}");
    }
}

#[test]
fn an_amount_is_converted_by_the_rate_of_its_month_and_kind_whichever_way_it_is_written() {
    let rates = Rates::of([
        quoted("2026-07", RateKind::Plan, pair("USD", "IDR"), "16000"),
        quoted("2026-07", RateKind::Actual, pair("IDR", "USD"), "0.0001"),
    ]);
    let (idr, usd) = (currency("IDR"), currency("USD"));
    let july: Month = "2026-07".parse().unwrap();
    let amount = Rate::from(32_000_u32);
    let converted = |kind| rates.convert(&amount, (idr, usd), july, kind).map(|(amount, _)| amount);
    assert_eq!(converted(RateKind::Plan), Ok(Rate::from(2_u32)));
    assert_eq!(converted(RateKind::Actual), Ok(Rate::percent(320)));
    assert_eq!(rates.convert(&amount, (idr, idr), july.next(), RateKind::Plan), Ok((amount.clone(), None)));
}

#[test]
fn a_rate_that_is_not_known_is_named() {
    let rates = Rates::of([quoted("2026-07", RateKind::Plan, pair("USD", "IDR"), "16000")]);
    let (idr, usd, thb) = (currency("IDR"), currency("USD"), currency("THB"));
    let july: Month = "2026-07".parse().unwrap();
    for (from, month, kind) in
        [(idr, july, RateKind::Actual), (idr, july.next(), RateKind::Plan), (thb, july, RateKind::Plan)]
    {
        let missing = MissingRate { from, to: usd, month, kind };
        assert_eq!(rates.convert(&Rate::one(), (from, usd), month, kind), Err(missing));
    }
}

#[test]
fn the_later_rate_of_a_month_counts_even_when_it_is_written_the_other_way() {
    let first = quoted("2026-07", RateKind::Plan, pair("USD", "SGD"), "1.3");
    let later = quoted("2026-07", RateKind::Plan, pair("SGD", "USD"), "0.8");
    let rates = Rates::of([first, later]);
    assert_eq!(rates.find(first.month, RateKind::Plan, first.pair), Some(&later));
}

#[test]
fn no_rate_is_zero_or_between_one_currency_and_itself() {
    let july = "2026-07".parse().unwrap();
    let new = |pair, value: &str| Quoted::new(july, RateKind::Plan, pair, value.parse().unwrap());
    assert_eq!(new(pair("USD", "IDR"), "0"), Err(NotARate::NotPositive));
    assert_eq!(new(pair("USD", "IDR"), "-1"), Err(NotARate::NotPositive));
    assert_eq!(new(pair("USD", "USD"), "1"), Err(NotARate::SameCurrency));
}
