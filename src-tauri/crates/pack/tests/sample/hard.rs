//! The same pack with everything that is long, missing or in another script.

use pack::content::*;
use pack::picture::{Bullet, Disc, Mark};

use super::{chip, pack, reports};

const NAME: &str = "บริษัท สยามรุ่งเรืองเทรดดิ้ง แอนด์ ดิสทริบิวชั่น (ประเทศไทย) จำกัด (มหาชน) 上海恒达贸易有限公司";

pub(crate) fn hard() -> PackContent {
    let mut content = pack();
    content.running.distributor = NAME.into();
    content.running.foot = format!("Data as of 8 October 2026, 09:40 UTC+8. Confidential to Halden Asia and {NAME}.");
    for section in &mut content.sections {
        match section {
            Section::Decision(decision) => undecided(decision),
            Section::Scorecard(scorecard) => crowded(scorecard),
            Section::Compliance(compliance) => fourteen(compliance),
            Section::Remarks(remarks) => endless(remarks),
            Section::Governance(governance) => wordy(governance),
            Section::Evidence(evidence) => every_digit(evidence),
            Section::Agenda(agenda) => talkative(agenda),
        }
    }
    content
}

/// Notes of a page, and more actions than fit.
fn talkative(agenda: &mut Agenda) {
    let said = "We talked about the school bundle, the price list of 1 November and the stock in Surabaya. ".repeat(6);
    for item in &mut agenda.items {
        item.note = format!("{said}\n{NAME}\n{said}");
        item.points.push("ร้านค้าปลีกสมัยใหม่ในกรุงเทพมหานครและปริมณฑล ยอดขายเพิ่มขึ้นเป็นสองเท่า".into());
    }
    let first = agenda.actions.first().cloned();
    agenda.actions.extend(first.into_iter().cycle().take(6));
}

fn undecided(decision: &mut Decision) {
    decision.headline = "စီးပွားရေးလုပ်ငန်း ဖြန့်ဖြူးရောင်းချခွင့် 广州和深圳的独家经销权 ยังไม่ได้ตัดสินใจสำหรับไตรมาสที่สี่".into();
    decision.proposed = Verdict {
        disc: Disc::Lapsed,
        title: "Lapse, after two failed quarters in a row, with notice of thirty days".into(),
        text: "1 of 4 conditions met.".into(),
    };
    decision.decided = Decided::Open { text: "Decide by Thursday, 15 October 2026".into() };
    decision.moves.clear();
    decision.no_moves = "There is no Q2 2026 to compare with: the first report is of July 2026.".into();
    decision.takes = None;
    if let Some(first) = decision.conditions.first_mut() {
        first.required = Amount::of("125,400,000,000", "IDR");
        first.actual = Amount::unknown("expected, not reported");
        first.difference = Amount::unknown("–");
        first.evidence = "2 of 3 summaries; September is missing".into();
    }
    let later = decision.standing.last().cloned();
    for _ in 0..3 {
        decision.standing.extend(later.clone());
    }
    decision.signatures.push(format!("For {NAME}: name, date, signature"));
}

fn crowded(scorecard: &mut Scorecard) {
    let more = KpiRow {
        title: "Sell-out of the promoted range in modern trade, Greater Jakarta and West Java together".into(),
        gate: true,
        target: Amount::of("125,400,000,000", "IDR"),
        actual: Amount::of("−1,250,400,000", "IDR"),
        bullet: Bullet { reached: Some(-20), gate: Some(100) },
        attainment: "0.0".into(),
        weight: "100".into(),
        points: "0.0".into(),
        status: chip(Mark::NotApplicable, "Does not apply"),
    };
    for group in &mut scorecard.groups {
        group.rows.extend(std::iter::repeat_n(more.clone(), 5));
    }
    scorecard.funnel.clear();
    scorecard.trends.truncate(6);
    scorecard.notes = vec!["原因：雨季物流中断。".repeat(20); 3];
}

fn fourteen(compliance: &mut Compliance) {
    let mut more = compliance.weekly.rows[12].clone();
    more.report = "Week 53".into();
    more.covers = "28 Dec to 3 Jan".into();
    more.offset = Some(40);
    more.state = chip(Mark::Late, "Late, 40 days");
    more.note = Some(1);
    compliance.weekly.rows.push(more);
    compliance.weekly.footnotes.push("Thursday, 31 December is New Year’s Eve (estimated). ".repeat(4));
}

fn endless(remarks: &mut Remarks) {
    let thai = "ราคาของคู่แข่งในห้างสรรพสินค้าใหญ่ทั่วประเทศต่ำกว่าราคาขายของเราร้อยละสิบสอง ";
    remarks.groups[0].rows[1].text = format!("first words {} last words", thai.repeat(120));
    remarks.groups[0].rows[0].text = "Baris satu\nBaris dua\tdan tiga\u{7}".into();
}

/// Long names, large sums, and more rows than a page holds.
fn wordy(governance: &mut Governance) {
    let breach = governance.breaches[1].clone();
    let long = BreachRow {
        what: "น้ำยาปรับผ้านุ่มกลิ่นดอกไม้ 250 มิลลิลิตร แพ็กคู่สำหรับห้างค้าปลีก".into(),
        place: "Laporan Penjualan Bulanan 2026!XFD1048576".into(),
        ..breach
    };
    governance.breaches.extend(std::iter::repeat_n(long, 30));
    governance.promotions[0].results[1].planned = "999,999,999,999".into();
    governance.promotions[0].note = "Two stores ran out of the bundle in week two. ".repeat(8);
    governance.requests[0].reason = "原因：竞争对手在泗水开始促销。".repeat(12);
}

fn every_digit(evidence: &mut Evidence) {
    *evidence = Evidence { groups: [evidence.groups.clone(), reports::evidence().groups].concat(), ..evidence.clone() };
    for row in evidence.groups.iter_mut().flat_map(|group| &mut group.rows) {
        row.value = Amount::of("999,999,999,999,999,999.12345678", "IDR");
        row.sheet = "Laporan Penjualan Bulanan 2026".into();
        row.cell = "XFD1048576".into();
    }
}
