//! An invented pack that meets every part of the layout.

mod agenda;
mod governance;
mod hard;
mod reports;

use chrono::NaiveDate;
use pack::content::*;
use pack::picture::{Bullet, Disc, Mark, Spark};

pub(crate) use hard::hard;

pub(crate) fn chip(mark: Mark, word: &str) -> Chip {
    Chip { mark, word: word.to_owned() }
}

fn figure(label: &str, value: &str, unit: &str, note: &str) -> Figure {
    let [label, value, unit, note] = [label, value, unit, note].map(str::to_owned);
    Figure { label, value, unit, note }
}

pub(crate) fn pack() -> PackContent {
    PackContent {
        running: Running {
            distributor: "PT Cahaya Nusantara Distribusi".into(),
            pack: "Distributor Management Pack, Q3 2026, revision R1".into(),
            cover: "Indonesia, reports in IDR, distributor since 5 January 2026".into(),
            foot: "Data as of 8 October 2026, 09:40 UTC+8. Confidential to Halden Asia and PT Cahaya Nusantara Distribusi."
                .into(),
            title: "PT Cahaya Nusantara Distribusi, Q3 2026".into(),
            issuer: "Halden Asia".into(),
            made: NaiveDate::from_ymd_opt(2026, 10, 8).and_then(|day| day.and_hms_opt(1, 40, 0)).unwrap_or_default(),
        },
        sections: vec![
            Section::Decision(Box::new(decision())),
            Section::Scorecard(Box::new(scorecard())),
            Section::Compliance(Box::new(reports::compliance())),
            Section::Remarks(reports::remarks()),
            Section::Governance(Box::new(governance::governance())),
            Section::Evidence(reports::evidence()),
            Section::Agenda(Box::new(agenda::agenda())),
        ],
    }
}

fn decision() -> Decision {
    let verdict = |title: &str, text: &str| Verdict { disc: Disc::Conditional, title: title.into(), text: text.into() };
    let moved = |title: &str, value: &str, length| Move { title: title.into(), value: value.into(), length };
    let phase = |title: &str, note: &str, when, days| Phase { title: title.into(), note: note.into(), when, days };
    let rate = |label: &str, value: &str, length| Bar {
        label: label.into(),
        value: value.into(),
        share: String::new(),
        length,
    };
    Decision {
        kicker: "Exclusivity, Java and Bali, Home care".into(),
        headline: "Renewed to 31 December 2026, against the rule".into(),
        proposed: verdict("Conditional", "3 of 4 conditions met. First failed quarter; two in a row lapse."),
        decided: Decided::Made {
            by: "Decided by Tan Mei Lin, regional manager, 8 October 2026".into(),
            verdict: verdict(
                "Renew, to 31 December 2026",
                "“250 ml was out of stock for three weeks: our BPOM renewal was late, not their work.”",
            ),
        },
        conditions: conditions(),
        figures: vec![figure("", "91.8", "", "−2.8 on Q2 (94.6)"), figure("", "90", "%", "coverage; QBR not held yet")],
        moves: vec![
            moved("Monthly reviews held", "−1.7", -1700),
            moved("Conversion", "−1.6", -1600),
            moved("Revenue growth", "−0.9", -900),
            moved("Revenue", "−0.4", -400),
            moved("Pipeline produced", "+0.9", 900),
            moved("Sales volume", "+0.9", 900),
        ],
        no_moves: String::new(),
        standing: vec![
            phase("Launch", "5 January to 4 April, not exclusive; day-90 gate met", When::Launch, 90),
            phase("Q2 2026, renewed", "Score 94.6; decided 14 July", When::Past, 86),
            phase("Q3 2026, renewed", "Score 91.8; override", When::Now, 92),
            phase("Q4 2026", "To decide by 15 January 2027", When::Later, 92),
        ],
        takes: Some(Takes {
            heading: "What it takes to renew Q4".into(),
            strong: "Rp 90.0 m a selling day".into(),
            lines: vec![
                "Revenue against target: 5,850.0 Rp m more over 65 days, 10 % above Q3; within reach, August was faster.".into(),
                "At most one of 13 weekly updates may be late.".into(),
                "All three monthly summaries on time.".into(),
                "Still owed: Week 41 by Mon 12 Oct, Week 42 by Mon 19 Oct, Week 43 by Mon 26 Oct, Week 44 by Mon 2 Nov and 12 reports more.".into(),
            ],
            rates: vec![rate("Needed", "90.0", 970), rate("August", "92.8", 1000), rate("Q3", "81.5", 880)],
        }),
        signatures: vec![
            "For Halden Asia: name, date, signature".into(),
            "For PT Cahaya Nusantara Distribusi: name, date, signature".into(),
        ],
    }
}

fn conditions() -> Vec<Condition> {
    let row = |met, condition: &str, amounts: [(&str, &str); 3], evidence: &str, page| {
        let [required, actual, difference] = amounts.map(|(value, unit)| Amount::of(value, unit));
        let result = if met { chip(Mark::Met, "Met") } else { chip(Mark::NotMet, "Not met") };
        Condition { result, condition: condition.into(), required, actual, difference, evidence: evidence.into(), page }
    };
    vec![
        row(
            false,
            "Revenue",
            [("5,400.0", "Rp m"), ("5,213.4", "Rp m"), ("−186.6", "Rp m")],
            "3 summaries",
            Some(PageOf::Evidence),
        ),
        row(
            true,
            "Weekly reports on time",
            [("90.0", "%"), ("92.3", "%"), ("+2.3", "points")],
            "12 of 13 weeks",
            Some(PageOf::Compliance),
        ),
        row(
            true,
            "Monthly summaries on time",
            [("3", "of 3"), ("3", "of 3"), ("0", "")],
            "3 summaries",
            Some(PageOf::Compliance),
        ),
        row(
            true,
            "Coverage",
            [("70.0", "%"), ("90.0", "%"), ("+20.0", "points")],
            "8 of 9 KPIs",
            Some(PageOf::Scorecard),
        ),
    ]
}

fn scorecard() -> Scorecard {
    Scorecard {
        kicker: "Java and Bali, Home care".into(),
        headline: "Scorecard, Q3 2026".into(),
        figures: vec![figure("Score, −2.8 on Q2", "91.8", "", ""), figure("Coverage", "90", "%", "")],
        groups: groups(),
        total: Total {
            text: "Score: 82.6 points of the 90 that have data = 91.8".into(),
            weight: "90".into(),
            points: "82.6".into(),
        },
        legend: vec![
            chip(Mark::Green, "100 and above"),
            chip(Mark::Amber, "90 to 99"),
            chip(Mark::Red, "below 90"),
            chip(Mark::Provisional, "provisional, not scored."),
        ],
        trends_heading: "April to September".into(),
        trends: trends(),
        funnel_heading: "From lead to order".into(),
        funnel: [("Leads", "668", "", 1000), ("Quotes", "241", "36.1 %", 361), ("Orders", "69", "10.3 %", 103)]
            .map(|(label, value, share, length)| Bar { label: label.into(), value: value.into(), share: share.into(), length })
            .to_vec(),
        notes: vec![
            "Growth is against Q2 2026: there is no Q3 2025 to compare.".into(),
            "September, E11: stock of 1,402 dus is counted as 33,648 pcs (24 a carton), answered by Tan Mei Lin, 8 October."
                .into(),
            "Week 35 came three days late; 12 of 13 weeks are on time.".into(),
        ],
    }
}

type Kpi<'a> =
    (&'a str, bool, (&'a str, &'a str), (&'a str, &'a str), (i32, Option<i32>), [&'a str; 3], (Mark, &'a str));

fn groups() -> Vec<KpiGroup> {
    let row = |kpi: &Kpi<'_>| KpiRow {
        title: kpi.0.into(),
        gate: kpi.1,
        target: Amount::of(kpi.2.0, kpi.2.1),
        actual: Amount::of(kpi.3.0, kpi.3.1),
        bullet: Bullet { reached: Some(kpi.4.0), gate: kpi.4.1 },
        attainment: kpi.5[0].into(),
        weight: kpi.5[1].into(),
        points: kpi.5[2].into(),
        status: chip(kpi.6.0, kpi.6.1),
    };
    let commercial: [Kpi<'_>; 5] = [
        (
            "Revenue against target",
            true,
            ("5,400.0", "Rp m"),
            ("5,213.4", "Rp m"),
            (965, None),
            ["96.5", "25", "24.1"],
            (Mark::Amber, "Amber"),
        ),
        ("Revenue growth", false, ("+6.0", "%"), ("+4.4", "%"), (739, None), ["73.9", "10", "7.4"], (Mark::Red, "Red")),
        (
            "Sales volume",
            false,
            ("61,000", "units"),
            ("62,180", "units"),
            (1019, None),
            ["101.9", "10", "10.2"],
            (Mark::Green, "Green"),
        ),
        (
            "Conversion, lead to order",
            false,
            ("12.0", "%"),
            ("10.3", "%"),
            (861, None),
            ["86.1", "15", "12.9"],
            (Mark::Red, "Red"),
        ),
        (
            "Pipeline produced",
            false,
            ("640", "leads"),
            ("668", "leads"),
            (1044, None),
            ["104.4", "10", "10.4"],
            (Mark::Green, "Green"),
        ),
    ];
    let execution: [Kpi<'_>; 3] = [
        (
            "Weekly reporting discipline",
            true,
            ("13", "weeks"),
            ("12", "weeks"),
            (923, Some(900)),
            ["92.3", "10", "9.2"],
            (Mark::Amber, "Amber"),
        ),
        (
            "Monthly summaries on time",
            true,
            ("3", "months"),
            ("3", "months"),
            (1000, None),
            ["100.0", "5", "5.0"],
            (Mark::Green, "Green"),
        ),
        (
            "Monthly reviews held",
            false,
            ("3", "held"),
            ("2", "held"),
            (667, None),
            ["66.7", "5", "3.3"],
            (Mark::Red, "Red"),
        ),
    ];
    let mut execution: Vec<KpiRow> = execution.iter().map(row).collect();
    execution.push(KpiRow {
        title: "Quarterly adjustment made".into(),
        gate: false,
        target: Amount::of("1", "held"),
        actual: Amount::unknown("not held yet"),
        bullet: Bullet::default(),
        attainment: "–".into(),
        weight: "10".into(),
        points: "–".into(),
        status: chip(Mark::Provisional, "Due 15 Oct"),
    });
    vec![
        KpiGroup { title: "Commercial".into(), rows: commercial.iter().map(row).collect() },
        KpiGroup { title: "Execution".into(), rows: execution },
    ]
}

fn trends() -> Vec<Trend> {
    let trend = |title: &str, mark, value: &str, unit: &str, points: [Option<i32>; 6], goal| Trend {
        title: title.into(),
        mark: Some(mark),
        latest: Amount::of(value, unit),
        spark: Spark { points: points.to_vec(), goal: Some(goal) },
        first: "Apr".into(),
        last: "Sep".into(),
    };
    let all = |points: [i32; 6]| points.map(Some);
    vec![
        trend("Revenue", Mark::Amber, "96.5", "% of target", all([810, 840, 900, 922, 980, 965]), 1000),
        trend("Growth over Q2", Mark::Red, "+4.4", "%", all([90, 78, 69, 52, 39, 25]), 52),
        trend("Sales volume", Mark::Green, "101.9", "% of target", all([880, 920, 900, 980, 1019, 1050]), 1000),
        trend("Lead to order", Mark::Red, "10.3", "%", all([118, 115, 113, 109, 106, 103]), 120),
        trend("New leads", Mark::Green, "224", "a month", all([180, 196, 210, 221, 240, 224]), 215),
        trend(
            "Weekly on time",
            Mark::Amber,
            "92.3",
            "% of quarter",
            [Some(1000), Some(1000), None, Some(1000), Some(800), Some(1000)],
            900,
        ),
        trend("Summaries on time", Mark::Green, "100", "%", all([1000; 6]), 1000),
        trend("Reviews held", Mark::Red, "66.7", "%", all([1, 1, 1, 1, 1, 0]), 1),
    ]
}
