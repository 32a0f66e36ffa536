//! The sample's figures: a fixed formula of whole numbers, so that two runs write the same files.

use playbook::measure::{BlockerCategory, MeasureKey, RemarkKind};
use playbook::period::{FiscalYear, Month, Quarter, Week};

use super::distributors::SampleDistributor;

/// Sales of a month against the average month, in thousandths: New Year, Ramadan and the mid-year promotions.
const SEASON: [u64; 12] = [958, 946, 1032, 985, 1004, 1011, 978, 1022, 1003, 1008, 1034, 1060];

/// What a report of the sample states.
#[derive(Clone)]
pub(super) struct Figures {
    pub(super) measures: Vec<(MeasureKey, String)>,
    pub(super) remarks: Vec<(RemarkKind, Option<BlockerCategory>, &'static str)>,
}

/// A steady spread of -30 to +30 thousandths that depends only on who and when.
fn spread(distributor: &SampleDistributor, number: u64) -> u64 {
    let seed = distributor.short.bytes().fold(number.wrapping_mul(2_654_435_761), |hash, byte| {
        hash.rotate_left(7) ^ u64::from(byte).wrapping_mul(0x9E37_79B9)
    });
    970 + (seed ^ (seed >> 17)) % 61
}

/// Quarters of growth that a month has behind it, counted from the first quarter of 2026.
fn quarters_in(month: Month) -> u64 {
    u64::from(FiscalYear::CALENDAR.quarter_of(month).number()) - 1
}

fn revenue(distributor: &SampleDistributor, month: Month) -> u64 {
    let base = distributor.revenue * SEASON[month.number() as usize - 1] / 1000;
    let grown = base * (1000 + distributor.growth * quarters_in(month) - 2 * distributor.growth) / 1000;
    let spread = spread(distributor, u64::from(month.number()) * 101);
    grown * spread / 1000 / distributor.rounding * distributor.rounding
}

/// A month's summary.
pub(super) fn monthly(distributor: &SampleDistributor, month: Month) -> Figures {
    let number = u64::from(month.number());
    let revenue = revenue(distributor, month);
    let units = revenue / distributor.price;
    let leads = distributor.leads * spread(distributor, number * 7) / 1000;
    let quotes = leads * distributor.quoted / 1000;
    let orders = (leads * distributor.ordered * spread(distributor, number * 13) / 1_000_000).max(1);
    let measures = [
        ("revenue", revenue),
        ("units_sold", units),
        ("leads", leads),
        ("quotes", quotes),
        ("purchase_orders", orders),
        ("stock_on_hand", units * (13 + number % 4) / 10),
        ("stockouts", (number + distributor.leads) % 4),
        ("skus_ranged", 42 + distributor.leads % 17),
        ("forecast_60_days", revenue * 203 / 100 / distributor.rounding * distributor.rounding),
        ("forecast_90_days", revenue * 307 / 100 / distributor.rounding * distributor.rounding),
    ];
    Figures {
        measures: measures.map(|(key, value)| (MeasureKey::fixed(key), value.to_string())).to_vec(),
        remarks: [pick(&MARKETING, number + distributor.leads), pick(&ISSUES, number * 3 + distributor.leads)]
            .into_iter()
            .map(|(kind, text)| (kind, None, text))
            .collect(),
    }
}

/// A week's update.
pub(super) fn weekly(distributor: &SampleDistributor, week: Week) -> Figures {
    let number = u64::from(week.number());
    let spread = |seed| spread(distributor, number * seed);
    let pipeline = distributor.leads / 6;
    let measures = [
        ("new_leads", distributor.leads * spread(3) * 23 / 100_000),
        ("meetings_held", distributor.leads * spread(5) * 9 / 100_000),
        ("opportunities_discovery", pipeline * 14 / 10 * spread(11) / 1000),
        ("opportunities_proposal", pipeline * spread(17) / 1000),
        ("opportunities_negotiation", pipeline * 6 / 10 * spread(19) / 1000),
    ];
    let (category, blocker) = BLOCKERS[(number + distributor.leads) as usize % BLOCKERS.len()];
    let priority = PRIORITIES[(number * 3 + distributor.leads) as usize % PRIORITIES.len()];
    Figures {
        measures: measures.map(|(key, value)| (MeasureKey::fixed(key), value.to_string())).to_vec(),
        remarks: vec![(RemarkKind::Blocker, Some(category), blocker), (RemarkKind::Priority, None, priority)],
    }
}

/// A quarter's targets: KPI key and value, in the distributor's currency or in the KPI's own unit.
pub(super) fn targets(distributor: &SampleDistributor, quarter: Quarter) -> Vec<(&'static str, String)> {
    let third = FiscalYear::CALENDAR.quarter(2026, 3).map_or_else(Vec::new, |q| q.months().to_vec());
    let sold: u64 = third.iter().map(|month| revenue(distributor, *month)).sum();
    let step = 1000 - 20 * (3u64.saturating_sub(u64::from(quarter.number())));
    let goal = sold * 1000 / distributor.reach * step / 1000;
    let unit = distributor.rounding * 100;
    let goal = (goal + unit / 2) / unit * unit;
    let units = goal / distributor.price / 10 * 10;
    let pipeline = distributor.leads / 6 * 16 / 10;
    vec![
        ("revenue", goal.to_string()),
        ("revenue-growth", "0.02".to_owned()),
        ("sales-volume", units.to_string()),
        ("conversion", "0.11".to_owned()),
        ("pipeline", pipeline.to_string()),
    ]
}

fn pick(list: &[(RemarkKind, &'static str)], at: u64) -> (RemarkKind, &'static str) {
    list[at as usize % list.len()]
}

const MARKETING: [(RemarkKind, &str); 5] = [
    (RemarkKind::Marketing, "In-store sampling in 42 outlets, two weekends"),
    (RemarkKind::Marketing, "Shelf talkers placed in 118 shops"),
    (RemarkKind::Marketing, "Bundle offer with the regional chain, two weeks"),
    (RemarkKind::Marketing, "Trade evening for 60 pharmacists"),
    (RemarkKind::Marketing, "Online voucher for first orders, 310 redeemed"),
];

const ISSUES: [(RemarkKind, &str); 4] = [
    (RemarkKind::Issue, "Product registration renewal needs the signed letter"),
    (RemarkKind::Issue, "Late delivery from the regional warehouse, nine days"),
    (RemarkKind::Issue, "Price list for modern trade is not approved yet"),
    (RemarkKind::Issue, "Claims for damaged cartons wait since last month"),
];

const BLOCKERS: [(BlockerCategory, &str); 6] = [
    (BlockerCategory::Stock, "250 ml is out of stock at the main warehouse"),
    (BlockerCategory::Pricing, "Two chains ask for a lower price before they list"),
    (BlockerCategory::Competitor, "A competitor gives one free for five until the end of the month"),
    (BlockerCategory::Compliance, "Halal certificate of the new line is not here yet"),
    (BlockerCategory::Other, "Sales lead on leave for two weeks"),
    (BlockerCategory::Stock, "Container is delayed at the port by six days"),
];

const PRIORITIES: [&str; 5] = [
    "Close the two proposals with the regional chain",
    "Requote open offers above 30 days",
    "Train four new sales people",
    "Visit the ten largest accounts",
    "List the new line in 25 outlets",
];
