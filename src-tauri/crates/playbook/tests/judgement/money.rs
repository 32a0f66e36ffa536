//! What holds for any season, and for any rate.

use playbook::amend::{set_quarter, with};
use playbook::kpi::KpiKey;
use playbook::money::{Currency, Pair, Quoted, RateKind, Rates};
use playbook::number::{Quantity, Rate};
use playbook::period::{FiscalYear, Month, Period, Quarter};
use playbook::phasing::{Curve, Phasing};
use playbook::rollup::{Flow, MonthFlow, roll_up};
use playbook::target::{Goal, Per, Target, TargetOf, in_force};
use proptest::prelude::*;
use proptest::sample::Index;

use crate::distributor::{Distributor, date};

fn seasons() -> impl Strategy<Value = Phasing> {
    let amounts = proptest::collection::vec(0_u32..100_000, 12);
    let curve = amounts.prop_filter_map("all zero", |amounts| {
        let amounts: Vec<Rate> = amounts.into_iter().map(Rate::from).collect();
        Curve::of_amounts(&amounts).ok().map(Phasing::Seasonal)
    });
    prop_oneof![1 => Just(Phasing::Even), 4 => curve]
}

fn quantities() -> impl Strategy<Value = Quantity> {
    (1_i64..1_000_000_000_000_000, 0_u32..8).prop_map(|(digits, scale)| {
        let text = format!("{digits:0>9}");
        let (whole, part) = text.split_at(text.len() - scale as usize);
        let part = if part.is_empty() { "0" } else { part };
        format!("{whole}.{part}").parse().unwrap()
    })
}

fn currencies() -> impl Strategy<Value = Currency> {
    any::<Index>().prop_map(|index| *index.get(&Currency::offered()))
}

proptest! {
    #[test]
    fn the_months_of_a_year_sum_exactly_to_its_target(season in seasons(), year in 2020_i32..2040) {
        let months = (1..=12).filter_map(|month| Month::new(year, month)).map(Period::Month);
        let quarters = (1..=4).filter_map(|quarter| FiscalYear::CALENDAR.quarter(year, quarter));
        let weeks = quarters.clone().flat_map(Quarter::weeks).map(Period::Week);
        let part = |period| season.part(Per::Year, period, FiscalYear::CALENDAR);
        prop_assert_eq!(months.map(part).sum::<Rate>(), Rate::one());
        prop_assert_eq!(quarters.map(Period::Quarter).map(part).sum::<Rate>(), Rate::one());
        prop_assert_eq!(weeks.map(part).sum::<Rate>(), Rate::one());
    }

    #[test]
    fn the_months_and_the_weeks_of_a_quarter_sum_exactly_to_its_target(season in seasons(), year in 2020_i32..2040, number in 1_u32..=4) {
        let quarter = FiscalYear::CALENDAR.quarter(year, number).unwrap();
        let part = |period| season.part(Per::Quarter, period, FiscalYear::CALENDAR);
        prop_assert_eq!(part(quarter.into()), Rate::one());
        prop_assert_eq!(quarter.months().map(Period::Month).map(part).into_iter().sum::<Rate>(), Rate::one());
        prop_assert_eq!(quarter.weeks().into_iter().map(Period::Week).map(part).sum::<Rate>(), Rate::one());
    }

    #[test]
    fn a_season_that_is_written_reads_back(season in seasons()) {
        if let Phasing::Seasonal(curve) = season {
            prop_assert_eq!(curve.to_string().parse::<Curve>(), Ok(curve));
        }
    }

    #[test]
    fn an_amount_that_is_converted_and_converted_back_is_the_same(
        amount in quantities(), value in quantities(), from in currencies(), to in currencies(), turned in any::<bool>(),
    ) {
        prop_assume!(from != to);
        let month = Month::new(2026, 7).unwrap();
        let pair = if turned { Pair { base: from, quote: to } } else { Pair::usual(from, to) };
        let rates = Rates::of([Quoted::new(month, RateKind::Plan, pair, value).unwrap()]);
        let amount = Rate::from(amount);
        let (there, used) = rates.convert(&amount, (from, to), month, RateKind::Plan).unwrap();
        let (back, _) = rates.convert(&there, (to, from), month, RateKind::Plan).unwrap();
        prop_assert_eq!(back, amount);
        prop_assert_eq!(used.map(|used| used.value), Some(value));
    }

    #[test]
    fn a_roll_up_is_the_sum_of_the_roll_ups_of_its_parts(amounts in proptest::collection::vec((quantities(), quantities()), 1..8), split in any::<Index>()) {
        let month = Month::new(2026, 7).unwrap();
        let [usd, idr] = ["USD", "IDR"].map(|code| Currency::new(code).unwrap());
        let rates = Rates::of([Quoted::new(month, RateKind::Plan, Pair::usual(idr, usd), Quantity::whole(16_300)).unwrap()]);
        let flows: Vec<Flow> = amounts.iter().zip([usd, idr].into_iter().cycle()).map(|((actual, target), currency)| {
            let (actual, target) = (Some(Rate::from(*actual)), Some(Rate::from(*target)));
            Flow { currency, months: vec![MonthFlow { month, actual, target }] }
        }).collect();
        let total = |flows: &[Flow]| roll_up(flows, usd, RateKind::Plan, &rates).actual.total.unwrap();
        let (some, others) = flows.split_at(split.index(flows.len()));
        prop_assert_eq!(total(&flows), &total(some) + &total(others));
    }
}

/// Targets for revenue by day of 2026 and 2027, each agreed or not, a month, a quarter or a year.
fn agreed() -> impl Strategy<Value = Vec<Target>> {
    let per = prop_oneof![Just(Per::Month), Just(Per::Quarter), Just(Per::Year)];
    let one = (1_i32..100_000, per, seasons(), 0_u64..700, any::<bool>());
    proptest::collection::vec(one, 0..5).prop_map(|all| {
        let targets = all.into_iter().map(|(value, per, phasing, days, agreed)| {
            let valid_from = date("2026-01-01") + chrono::Days::new(days);
            let of = TargetOf::Kpi(KpiKey::new("revenue"));
            Target { of, goal: Goal::Value(Quantity::whole(value)), per, phasing, valid_from, agreed }
        });
        targets.fold(Vec::new(), |held, new| with(&held, &[new]))
    })
}

fn quarterly(targets: &[Target], quarter: Quarter) -> Option<Goal<Rate>> {
    let kpi = &playbook::kpi::defaults()[0];
    in_force(targets, kpi, quarter)
        .map(|held| held.target.for_periods(&kpi.shape, &[quarter.into()], quarter.fiscal_year()))
}

proptest! {
    #[test]
    fn a_quarter_that_is_set_has_its_goal_and_no_other_quarter_notices(held in agreed(), year in 2026_i32..2028, number in 1_u32..=4, value in 1_i32..9999) {
        let (kpi, quarter) = (&playbook::kpi::defaults()[0], FiscalYear::CALENDAR.quarter(year, number).unwrap());
        let goal = Goal::Value(Quantity::whole(value));
        let after = with(&held, &set_quarter(&held, kpi, quarter, goal));
        for other in (2025..2030).flat_map(|year| (1..=4).filter_map(move |number| FiscalYear::CALENDAR.quarter(year, number))) {
            let before = quarterly(&held, other);
            if other == quarter {
                prop_assert_eq!(quarterly(&after, other), Some(goal.times(&Rate::one())));
            } else if before.is_some() || other < quarter {
                prop_assert_eq!(quarterly(&after, other), before, "{} when {} is set", other, quarter);
            }
        }
    }
}

/// The amounts of a distributor as a roll-up sees them.
#[test]
fn a_flow_has_the_months_that_are_expected_with_their_part_of_the_target() {
    let mut it = Distributor::new("2026-08-01");
    it.target("revenue", "300", Per::Quarter);
    it.months("revenue", &[("2026-08", "90")]);
    let currency = Currency::new("IDR").unwrap();
    let case = it.case("2026-11-02");
    let flow = playbook::rollup::flow(&case, &it.playbook.kpis[0], "2026-Q3".parse().unwrap(), currency);
    let months: Vec<_> =
        flow.months.into_iter().map(|month| (month.month.to_string(), month.actual, month.target)).collect();
    let hundred = Some(Rate::from(100_u32));
    assert_eq!(
        months,
        [("2026-08".to_owned(), Some(Rate::from(90_u32)), hundred.clone()), ("2026-09".to_owned(), None, hundred)],
        "July is before the distributor reported"
    );
}
