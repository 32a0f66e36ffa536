//! One distributor from its launch to Scale, every number worked out by hand.
//!
//! Singapore, 2026. It starts on Monday 5 January, so that day 90 is Sunday 5 April: the first quarter ends within the
//! launch, and the second is the first that is judged. One failed quarter lapses its grant, as was agreed with it.
//!
//! | quarter | revenue against 300,000 | weekly updates | the rule | the person |
//! |---|---|---|---|---|
//! | Q1 | the launch: 80,000 a month is its baseline | 13 of 13 | gate met | |
//! | Q2 | 310,000 | 13 of 13 | renew | renew |
//! | Q3 | 390,000: 130 % | 11 of 13 | lapse | renew, against the rule |
//! | Q4 | 360,000 | 14 of 14 | scale | scale |

use playbook::exclusivity::{
    About, Assessment, Decision, Grant, Outcome, Proposal, Refused, Runs, Stage, Standing, Takes, Terms, What, assess,
    baseline, check, gate, history, standing, takes,
};
use playbook::kpi::KpiKey;
use playbook::number::{Quantity, Rate};
use playbook::period::{Period, Quarter};
use playbook::score::{Scorecard, score};
use playbook::target::Per;

use crate::distributor::{Distributor, date, quantity, rate};

const START: &str = "2026-01-05";

/// Months with their revenue and the day on which the summary came: each by its due date, the fifth business day.
const MONTHS: [(&str, &str, &str); 12] = [
    ("2026-01", "60000", "2026-02-02"),
    ("2026-02", "80000", "2026-03-02"),
    ("2026-03", "100000", "2026-04-08"), // Good Friday is 3 April: due on the 8th
    ("2026-04", "100000", "2026-05-04"),
    ("2026-05", "100000", "2026-06-04"),
    ("2026-06", "110000", "2026-07-07"),
    ("2026-07", "120000", "2026-08-07"),
    ("2026-08", "130000", "2026-09-07"),
    ("2026-09", "140000", "2026-10-07"),
    ("2026-10", "110000", "2026-11-06"),
    ("2026-11", "120000", "2026-12-07"),
    ("2026-12", "130000", "2027-01-08"),
];

/// Weekly updates come on the Monday on which they are due; two of the third quarter come a day late.
const LATE: [(&str, &str); 2] = [("2026-W30", "2026-07-28"), ("2026-W33", "2026-08-18")];

fn distributor() -> Distributor {
    let mut it = Distributor::new("2025-12-29");
    it.facts.started = Some(date(START));
    for (month, revenue, received) in MONTHS {
        let rest = [("units_sold", "500"), ("leads", "30"), ("quotes", "15"), ("purchase_orders", "6")];
        it.report(month, received, &[&[("revenue", revenue)][..], &rest].concat());
    }
    let quarters = ["2026-Q1", "2026-Q2", "2026-Q3", "2026-Q4"].map(quarter);
    for week in quarters.into_iter().flat_map(Quarter::weeks) {
        let name = week.to_string();
        let late = LATE.iter().find(|(late, _)| *late == name).map(|(_, day)| (*day).to_owned());
        let received = late.unwrap_or_else(|| week.next().first_day().to_string());
        it.report(&name, &received, &[("opportunities_proposal", "12"), ("opportunities_negotiation", "8")]);
    }
    for (month, held) in [("04", "05-12"), ("05", "06-11"), ("06", "07-09"), ("07", "08-12"), ("08", "09-10")] {
        it.review(&format!("2026-{month}"), &format!("2026-{held}"));
    }
    for (period, held) in [
        ("2026-09", "2026-10-14"),
        ("2026-10", "2026-11-12"),
        ("2026-11", "2026-12-10"),
        ("2026-12", "2027-01-11"),
        ("2026-Q2", "2026-07-10"),
        ("2026-Q3", "2026-10-12"),
        ("2026-Q4", "2027-01-11"),
    ] {
        it.review(period, held);
    }
    for (kpi, value) in [
        ("revenue", "300000"),
        ("revenue-growth", "0.1"),
        ("sales-volume", "1500"),
        ("conversion", "0.2"),
        ("pipeline", "20"),
    ] {
        it.target(kpi, value, Per::Quarter);
    }
    it
}

fn quarter(text: &str) -> Quarter {
    text.parse().unwrap()
}

fn decision(stage: &str, proposed: Proposal, outcome: Outcome, decided: &str) -> Decision {
    let (reason, author) = (String::new(), "Tan Mei Lin".to_owned());
    Decision { stage: stage.parse().unwrap(), proposed, outcome, reason, author, decided: date(decided), until: None }
}

/// What was decided, in the order of time.
fn decisions() -> [Decision; 4] {
    [
        decision("launch", Proposal::Conditional, Outcome::Conditional, "2026-04-15"),
        decision("2026-Q2", Proposal::Renew, Outcome::Renew, "2026-07-14"),
        Decision {
            reason: "Both updates waited for our own price list".to_owned(),
            until: Some(date("2026-12-31")),
            ..decision("2026-Q3", Proposal::Lapse, Outcome::Renew, "2026-10-08")
        },
        decision("2026-Q4", Proposal::Scale, Outcome::Scale, "2027-01-12"),
    ]
}

/// The grant with the decisions taken before a stage.
fn grant_before(stage: &str) -> Grant {
    let stage: Stage = stage.parse().unwrap();
    let terms = Terms { started: Some(date(START)), lapse_after: Some(1), ..Terms::default() };
    let decisions = decisions().into_iter().filter(|decision| decision.stage < stage).collect();
    Grant { terms, decisions, reports_from: Some(date(START)) }
}

fn whole() -> Grant {
    Grant { decisions: decisions().into(), ..grant_before("launch") }
}

fn assessed(of: &str, today: &str) -> Assessment {
    let it = distributor();
    let grant = grant_before(of);
    let rules = grant.terms.rules(&it.playbook);
    let case = playbook::case::Case { playbook: &rules, ..it.case(today) };
    assess(&case, &grant, quarter(of), &score(&case, quarter(of)))
}

fn taken(of: &str, today: &str) -> Takes {
    let it = distributor();
    let case = it.case(today);
    takes(&case, quarter(of), &score(&case, quarter(of)))
}

/// Each KPI with its actual, attainment and points.
#[track_caller]
fn scored(card: &Scorecard, expected: [(&str, Rate, Rate, Rate); 9]) {
    for (kpi, actual, attainment, points) in expected {
        let line = card.line(&KpiKey::new(kpi)).unwrap();
        assert_eq!(line.actual.figure().map(|figure| figure.value()), Some(actual), "{kpi}");
        assert_eq!((line.attainment.clone(), line.points.clone()), (Some(attainment), Some(points)), "{kpi}");
    }
}

/// Each condition with what is required, what there is and whether it is met.
#[track_caller]
fn conditions(found: &Assessment, expected: [(About, Rate, Rate, bool); 5]) {
    assert_eq!(found.conditions.len(), expected.len());
    for (condition, (about, required, actual, met)) in found.conditions.iter().zip(expected) {
        assert_eq!((&condition.about, &condition.required), (&about, &required));
        assert_eq!((condition.actual.clone(), condition.met), (Some(actual), Some(met)), "{about:?}");
    }
}

fn kpi(key: &str) -> About {
    About::Kpi(KpiKey::new(key))
}

fn one() -> Rate {
    Rate::one()
}

#[test]
fn the_launch_measures_a_baseline_and_meets_its_gate_on_the_day_its_last_summary_comes() {
    let it = distributor();
    let grant = grant_before("launch");
    let at = |today: &str| gate(&it.case(today), &grant);
    assert_eq!(at("2026-01-04"), None, "it has not begun");
    // Day 90 is over on 6 April, but March's summary is out until the 8th, on which it is due.
    for (today, proposal) in [("2026-04-05", Proposal::Open), ("2026-04-07", Proposal::Open)] {
        assert_eq!(at(today).unwrap().proposal, proposal, "{today}");
    }
    let found = at("2026-04-08").unwrap();
    // March, the first month that is scored: 100,000 of 300,000 / 3; its four weeks; itself. All 13 weeks and three
    // months of the launch have come; three months have stated their revenue.
    let expected = [
        (kpi("revenue"), one(), one(), true),
        (kpi("weekly-discipline"), rate("9", "10"), one(), true),
        (kpi("monthly-on-time"), one(), one(), true),
        (About::Reporting, one(), one(), true),
        (About::Baseline, one(), one(), true),
    ];
    conditions(&found, expected);
    let counted: Vec<_> = found.conditions.iter().filter_map(|condition| condition.counted).collect();
    assert_eq!(counted.iter().map(|counted| (counted.done, counted.of)).collect::<Vec<_>>(), [(16, 16), (3, 3)]);
    assert_eq!((found.proposal, found.stage), (Proposal::Conditional, Stage::Launch));
    // March's grace ends five days after 8 April; the gate is decided 15 days after 5 April.
    assert_eq!((found.settles, found.decide_by), (date("2026-04-13"), date("2026-04-20")));
    // (60,000 + 80,000 + 100,000) / 3
    let measured = baseline(&it.case("2026-04-08"), &grant);
    assert_eq!(measured.len(), 1, "revenue is the gate that sums an amount");
    assert_eq!((measured[0].monthly.clone(), measured[0].known.len()), (Some(rate("80000", "1")), 3));
}

#[test]
fn the_first_quarter_ends_within_the_launch_and_is_not_judged() {
    let found = assessed("2026-Q1", "2026-04-20");
    // 31 March is day 85.
    assert_eq!((found.proposal, found.standing), (Proposal::LaunchNotScored, Standing::Launch { day: 85, of: 90 }));
}

#[test]
fn the_second_quarter_meets_every_condition_and_is_renewed() {
    let card = distributor().score("2026-Q2", "2026-07-14");
    // Growth: 310,000 over 240,000 less 1 is 7/24, against 1/10: capped at 1.2. Conversion: 18 of 90. Revenue:
    // 310,000 / 300,000 = 31/30 of 25 points.
    let expected = [
        ("revenue", rate("310000", "1"), rate("31", "30"), rate("155", "6")),
        ("revenue-growth", rate("7", "24"), rate("6", "5"), rate("12", "1")),
        ("sales-volume", rate("1500", "1"), one(), rate("10", "1")),
        ("conversion", rate("1", "5"), one(), rate("15", "1")),
        ("pipeline", rate("20", "1"), one(), rate("10", "1")),
        ("weekly-discipline", one(), one(), rate("10", "1")),
        ("monthly-on-time", one(), one(), rate("5", "1")),
        ("monthly-reviews", one(), one(), rate("5", "1")),
        ("quarterly-adjustment", one(), one(), rate("10", "1")),
    ];
    scored(&card, expected);
    // 155/6 + 12 + 10 + 15 + 10 + 10 + 5 + 5 + 10 = 617/6 of 100; at the gate revenue and growth count 25 and 10.
    assert_eq!((card.score, card.coverage), (Some(rate("617", "600")), one()));
    let found = assessed("2026-Q2", "2026-07-14");
    let expected = [
        (kpi("revenue"), one(), one(), true),
        (kpi("weekly-discipline"), rate("9", "10"), one(), true),
        (kpi("monthly-on-time"), one(), one(), true),
        (About::Reporting, one(), one(), true),
        (About::Coverage, rate("7", "10"), one(), true),
    ];
    conditions(&found, expected);
    assert_eq!((found.proposal, found.before), (Proposal::Renew, Runs { renewed: 0, failed: 0 }));
    // June is due on 7 July and waited for until the 12th; the QBR is due on the 15th.
    assert_eq!((found.settles, found.decide_by), (date("2026-07-12"), date("2026-07-15")));
    assert!(found.is_to_decide(date("2026-07-14")));
}

#[test]
fn in_the_third_quarter_the_answer_is_known_in_august() {
    // 90 % of 13 weeks is 11.7: twelve must be on time. On 27 July three are, and ten are open.
    let weekly = |today: &str| {
        let needs = taken("2026-Q3", today).needs;
        let need = needs.into_iter().find(|need| need.kpi == KpiKey::new("weekly-discipline"));
        need.unwrap().what
    };
    let count = |done, open| What::Count { of: 13, done, open, needed: 12 };
    assert_eq!(weekly("2026-07-26"), count(3, 10));
    assert_eq!(weekly("2026-07-26").may_miss(), Some(1));
    // Week 30 was late: none of the others may be.
    assert_eq!((weekly("2026-08-17"), weekly("2026-08-17").may_miss()), (count(5, 7), Some(0)));
    // Week 33 too: at best 11 of 13 = 84.6 % < 90 %, whatever comes.
    let out = weekly("2026-08-18");
    assert_eq!((out.clone(), out.may_miss(), out.best()), (count(5, 6), None, Some(rate("11", "13"))));
    let found = taken("2026-Q3", "2026-08-18");
    let lost: Vec<_> = found.out_of_reach().map(|need| need.kpi.as_str()).collect();
    assert_eq!(lost, ["weekly-discipline"]);
    // Six weeks and two months are still owed: week 34 first, on Monday the 24th, September last, on 7 October.
    let owed: Vec<_> = found.owed.iter().map(|owed| (owed.period.to_string(), owed.due)).collect();
    assert_eq!(owed.len(), 8);
    assert_eq!(owed.first(), Some(&("2026-W34".to_owned(), date("2026-08-24"))));
    assert_eq!(owed.last(), Some(&("2026-09".to_owned(), date("2026-10-07"))));
}

#[test]
fn what_must_still_be_sold_shrinks_as_summaries_come() {
    let revenue = |today: &str| match taken("2026-Q3", today).needs.remove(0).what {
        What::Amount { needed, known, remaining, from, pace } => (needed, known, remaining, from, pace),
        other => panic!("{other:?}"),
    };
    let months = |names: &[&str]| names.iter().map(|name| name.parse().unwrap()).collect::<Vec<Period>>();
    // July brought 120,000 in 31 days; 180,000 are left for the 61 of August and September.
    let (needed, known, remaining, from, pace) = revenue("2026-08-18");
    assert_eq!((needed, known, remaining), (rate("300000", "1"), rate("120000", "1"), quantity("180000")));
    assert_eq!((from, pace.days), (months(&["2026-08", "2026-09"]), 61));
    assert_eq!(pace.needed, Some(rate("1260000", "61")), "180,000 × 7 / 61 = 20,655.74 a week");
    assert_eq!(pace.so_far, Some(rate("840000", "31")), "120,000 × 7 / 31 = 27,096.77 a week");
    assert_eq!(pace.before, Some(rate("2170000", "91")), "310,000 × 7 / 91 = 23,846.15 a week");
    assert_eq!(pace.best, Some(("2026-07".parse().unwrap(), rate("840000", "31"))));
    // With August's 130,000, 50,000 are left for September's 30 days.
    let (_, known, remaining, from, pace) = revenue("2026-09-07");
    assert_eq!((known, remaining, from), (rate("250000", "1"), quantity("50000"), months(&["2026-09"])));
    assert_eq!(pace.needed, Some(rate("350000", "30")));
    // With September's 140,000 there is nothing left.
    let (_, known, remaining, from, pace) = revenue("2026-10-07");
    assert_eq!((known, remaining, from, pace.needed), (rate("390000", "1"), Quantity::ZERO, months(&[]), None));
}

#[test]
fn the_third_quarter_lapses_by_two_late_updates_although_revenue_was_130_percent() {
    let card = distributor().score("2026-Q3", "2026-11-02");
    // Revenue: 390,000 / 300,000 = 1.3, capped at 1.2. Growth: 390 / 310 - 1 = 8/31, against 1/10. Weekly: 11/13.
    let expected = [
        ("revenue", rate("390000", "1"), rate("6", "5"), rate("30", "1")),
        ("revenue-growth", rate("8", "31"), rate("6", "5"), rate("12", "1")),
        ("sales-volume", rate("1500", "1"), one(), rate("10", "1")),
        ("conversion", rate("1", "5"), one(), rate("15", "1")),
        ("pipeline", rate("20", "1"), one(), rate("10", "1")),
        ("weekly-discipline", rate("11", "13"), rate("11", "13"), rate("110", "13")),
        ("monthly-on-time", one(), one(), rate("5", "1")),
        ("monthly-reviews", one(), one(), rate("5", "1")),
        ("quarterly-adjustment", one(), one(), rate("10", "1")),
    ];
    scored(&card, expected);
    // 30 + 12 + 10 + 15 + 10 + 110/13 + 5 + 5 + 10 = 1371/13 = 105.46; at the gate 25 + 10 for the first two: 98.46.
    assert_eq!(card.score, Some(rate("1371", "1300")));
    // On 8 October the QBR and September's review are still open: 90 of 100 is known, and nothing can take it below 70.
    let found = assessed("2026-Q3", "2026-10-08");
    let expected = [
        (kpi("revenue"), one(), one(), true), // 1.3 counts as 1 at the gate: it can't buy out the late updates
        (kpi("weekly-discipline"), rate("9", "10"), rate("11", "13"), false),
        (kpi("monthly-on-time"), one(), one(), true),
        (About::Reporting, one(), one(), true), // late is not missing: 16 of 16 have come
        (About::Coverage, rate("7", "10"), rate("9", "10"), true),
    ];
    conditions(&found, expected);
    // 11/13 - 9/10 = (110 - 117) / 130
    assert_eq!(found.conditions[1].difference(), Some(rate("-7", "130")));
    let amounts = found.conditions[0].amounts.clone().unwrap();
    assert_eq!((amounts.required, amounts.actual), (rate("300000", "1"), Some(rate("390000", "1"))));
    assert_eq!((found.proposal, found.before), (Proposal::Lapse, Runs { renewed: 1, failed: 0 }));
    assert_eq!((found.settles, found.decide_by), (date("2026-10-12"), date("2026-10-15")));
    // Without the terms of this grant, the first failed quarter of two would stay conditional.
    let it = distributor();
    let case = it.case("2026-10-08");
    let lenient = assess(&case, &grant_before("2026-Q3"), quarter("2026-Q3"), &score(&case, quarter("2026-Q3")));
    assert_eq!(lenient.proposal, Proposal::Conditional);
}

#[test]
fn the_override_is_whole_only_with_reason_author_and_last_day_and_keeps_the_rules_word() {
    let it = distributor();
    let [_, _, given, _] = decisions();
    let checked = |decision: &Decision| check(&grant_before("2026-Q3"), &it.playbook, decision);
    assert_eq!(checked(&given), Ok(()));
    assert_eq!(checked(&Decision { reason: String::new(), ..given.clone() }), Err(Refused::NoReason));
    assert_eq!(checked(&Decision { author: String::new(), ..given.clone() }), Err(Refused::NoAuthor));
    assert_eq!(checked(&Decision { until: None, ..given.clone() }), Err(Refused::NoLastDay));
    assert!(given.is_override() && given.proposed == Proposal::Lapse);
    assert!(!given.has_expired(date("2026-12-31")) && given.has_expired(date("2027-01-01")));
    // Had the rule been followed, exclusivity would have ended on that day.
    let followed = Decision { outcome: Outcome::Lapse, ..given };
    let mut lapsed = grant_before("2026-Q3");
    lapsed.decisions.push(followed);
    let since = Stage::Quarter(quarter("2026-Q3"));
    assert_eq!(standing(&lapsed, &it.playbook, date("2026-10-08")), Standing::Lapsed { since });
}

#[test]
fn the_fourth_quarter_is_the_third_renewed_in_a_row_and_scales() {
    let card = distributor().score("2026-Q4", "2027-01-12");
    // Revenue: 360,000 / 300,000 = 1.2. Growth: 360 / 390 - 1 = -1/13: below nothing counts as nothing. 14 weeks.
    let expected = [
        ("revenue", rate("360000", "1"), rate("6", "5"), rate("30", "1")),
        ("revenue-growth", rate("-1", "13"), Rate::zero(), Rate::zero()),
        ("sales-volume", rate("1500", "1"), one(), rate("10", "1")),
        ("conversion", rate("1", "5"), one(), rate("15", "1")),
        ("pipeline", rate("20", "1"), one(), rate("10", "1")),
        ("weekly-discipline", one(), one(), rate("10", "1")),
        ("monthly-on-time", one(), one(), rate("5", "1")),
        ("monthly-reviews", one(), one(), rate("5", "1")),
        ("quarterly-adjustment", one(), one(), rate("10", "1")),
    ];
    scored(&card, expected);
    // 30 + 0 + 10 + 15 + 10 + 10 + 5 + 5 + 10 = 95 of 100; at the gate 90.
    assert_eq!(card.score, Some(rate("95", "100")));
    let found = assessed("2026-Q4", "2027-01-12");
    let counted = found.conditions[3].counted.unwrap();
    assert_eq!((counted.done, counted.of), (17, 17), "14 weeks and 3 months");
    assert_eq!((found.proposal, found.before), (Proposal::Scale, Runs { renewed: 2, failed: 0 }));
    // December is due on 8 January and waited for until the 13th.
    assert_eq!((found.settles, found.decide_by), (date("2027-01-13"), date("2027-01-15")));
}

#[test]
fn the_standing_of_any_day_follows_from_start_terms_and_decisions() {
    let it = distributor();
    let scaled = Standing::Scale { since: quarter("2026-Q4") };
    for (today, expected) in [
        ("2026-01-04", Standing::Before { days: 1 }),
        ("2026-01-05", Standing::Launch { day: 0, of: 90 }),
        ("2026-04-05", Standing::Launch { day: 90, of: 90 }),
        ("2026-04-14", Standing::Launch { day: 99, of: 90 }),
        ("2026-04-15", Standing::Conditional),
        ("2026-07-14", Standing::Conditional),
        ("2026-10-08", Standing::Conditional),
        ("2027-01-11", Standing::Conditional),
        ("2027-01-12", scaled),
        ("2028-01-01", scaled),
    ] {
        assert_eq!(standing(&whole(), &it.playbook, date(today)), expected, "{today}");
    }
    let steps = history(&whole(), &it.playbook, date("2027-01-12"));
    let told: Vec<_> = steps
        .iter()
        .map(|step| (step.decision.stage.to_string(), step.decision.is_override(), step.followed))
        .collect();
    let expected = [
        ("2026-Q4".to_owned(), false, scaled),
        ("2026-Q3".to_owned(), true, Standing::Conditional),
        ("2026-Q2".to_owned(), false, Standing::Conditional),
        ("launch".to_owned(), false, Standing::Conditional),
    ];
    assert_eq!(told, expected);
}
