//! The agenda page of the invented pack.

use pack::content::*;

pub(crate) fn agenda() -> Agenda {
    let item = |starts: &str, minutes: &str, title: &str, points: &[&str]| AgendaItem {
        starts: starts.into(),
        minutes: minutes.into(),
        title: title.into(),
        points: points.iter().map(|point| (*point).to_owned()).collect(),
        note: String::new(),
    };
    Agenda {
        kicker: "Thursday, 15 October, 14:00, Jakarta, 40 minutes".into(),
        headline: "Quarterly business review, Q3 2026".into(),
        present: "Hendra Wijaya, Rina Kartika (PT Cahaya Nusantara Distribusi); Tan Mei Lin (Halden Asia)".into(),
        items: vec![
            item(
                "14:00",
                "10 minutes",
                "1  KPI scorecard: target against actual",
                &[
                    "Score 91.8, −2.8 on Q2",
                    "Conversion 86.1 % of target",
                    "Revenue 96.5 % of target",
                    "Reviews 66.7 % of target",
                ],
            ),
            item(
                "14:10",
                "8 minutes",
                "2  Wins and losses, and why",
                &[
                    "Superindo, 62 stores, +310.0 Rp m",
                    "Hypermart Puri sampling, +42.5 Rp m",
                    "250 ml empty three weeks, −240.0 Rp m",
                    "AEON BSD postponed, −65.0 Rp m",
                ],
            ),
            AgendaItem {
                note: "The school bundle worked.\nNo discount above the band from now on.".into(),
                ..item("14:18", "7 minutes", "3  Pricing and promotion: what worked, what hurt", &[])
            },
            item(
                "14:25",
                "10 minutes",
                "4  Next quarter: priorities and targets",
                &["Listing at AEON", "Revenue against target 5,850.0 Rp m", "Conversion, lead to order 12.0 %"],
            ),
            item("14:35", "5 minutes", "5  Actions and owners, at most five", &[]),
        ],
        actions: vec![
            ActionLine {
                what: "Monthly review, second Tuesday, fixed".into(),
                carried: "carried over from Q2".into(),
                owner: "Tan Mei Lin".into(),
                by: "10 Nov".into(),
                state: String::new(),
            },
            ActionLine {
                what: "Requote 23 quotes older than 30 days".into(),
                carried: String::new(),
                owner: "Rina Kartika".into(),
                by: "23 Oct".into(),
                state: "Done 20 Oct".into(),
            },
        ],
    }
}
