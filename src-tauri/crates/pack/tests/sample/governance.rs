use pack::content::*;
use pack::picture::Mark;

use super::chip;

pub(crate) fn governance() -> Governance {
    let breach = |[what, rule, day, found, allowed, place]: [&str; 6]| BreachRow {
        what: what.into(),
        rule: rule.into(),
        day: day.into(),
        found: found.into(),
        allowed: allowed.into(),
        place: place.into(),
    };
    let result = |[title, planned, sold, reached]: [&str; 4]| ResultRow {
        title: title.into(),
        planned: planned.into(),
        sold: sold.into(),
        reached: reached.into(),
    };
    let promotion = |name: &str, window: &str, state, results: Vec<ResultRow>, note: &str| PromotionRow {
        name: name.into(),
        window: window.into(),
        state,
        results,
        note: note.into(),
    };
    let request = |[what, reason, asked, answer]: [&str; 4], state| RequestRow {
        what: what.into(),
        reason: reason.into(),
        asked: asked.into(),
        state,
        answer: answer.into(),
    };
    Governance {
        kicker: "Pricing and promotions, Q3 2026".into(),
        headline: "3 breaches of discount or promotion rules in Q3 2026".into(),
        notes: vec!["No list of sales covers July: what was sold then is not checked.".into()],
        breaches: vec![
            breach([
                "Independence Day",
                "Run outside its window",
                "10 to 22 Aug 2026",
                "2 days outside",
                "10 to 20 Aug 2026, Agreed window",
                "",
            ]),
            breach([
                "250 ml floral",
                "Above what was allowed",
                "Thu 3 Sep",
                "20 %",
                "10 %, Band of Tan Mei Lin",
                "Rekap!H12",
            ]),
            breach([
                "1 l refill",
                "Discount of Back to school outside its window",
                "Mon 21 Sep",
                "25 %",
                "1 to 15 Sep 2026, Agreed window",
                "Rekap!H31",
            ]),
        ],
        promotions: vec![
            promotion(
                "Independence Day",
                "10 to 20 Aug 2026",
                chip(Mark::Met, "Result noted"),
                vec![
                    result(["Units", "12,000", "13,150", "110 %"]),
                    result(["Revenue, Rp m", "410.0", "402.5", "98 %"]),
                ],
                "Run 10 to 22 Aug 2026. Two stores ran out of the bundle in week two.",
            ),
            promotion(
                "Back to school",
                "1 to 15 Sep 2026",
                chip(Mark::Missing, "Result missing"),
                vec![result(["Units", "6,000", "–", ""])],
                "",
            ),
        ],
        requests: vec![
            request(
                [
                    "15 %, 250 ml floral",
                    "A competitor opened a promotion in Surabaya",
                    "Rina Kartika, 1 Sep",
                    "Tan Mei Lin, 2 Sep",
                ],
                chip(Mark::Met, "Approved until Sat 10 Oct"),
            ),
            request(
                [
                    "30 %, All products",
                    "End of range",
                    "Hendra Wijaya, 14 Sep",
                    "Tan Mei Lin, 15 Sep: beyond every band",
                ],
                chip(Mark::NotMet, "Refused"),
            ),
        ],
    }
}
