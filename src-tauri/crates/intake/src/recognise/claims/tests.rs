//! What each cell is claimed for.

use super::*;
use proptest::prelude::*;

fn check(text: &str, expected: &[Claim]) {
    assert_eq!(claims(text), expected, "{text}");
}

fn of_month(year: impl Into<Option<i32>>, month: u32) -> Claim {
    Claim::Month { year: year.into(), month }
}

fn of_week(year: impl Into<Option<i32>>, number: u32) -> Claim {
    Claim::Week { year: year.into(), number }
}

fn on(year: impl Into<Option<i32>>, month: u32, day: u32) -> Day {
    Day::Known { year: year.into(), month, day }
}

#[test]
fn months_are_read_in_every_language_of_the_dictionary() {
    for (text, claim) in [
        ("Laporan Bulan : September 2026", of_month(2026, 9)),
        ("TWT Monthly Performance Oct26", of_month(2026, 10)),
        ("Oct'26", of_month(2026, 10)),
        ("Oct-26", of_month(2026, 10)),
        ("T8-2026", of_month(2026, 8)),
        ("Tháng 10/2026", of_month(2026, 10)),
        ("tháng 10 năm 2026", of_month(2026, 10)),
        ("รายงานผลการดำเนินงานประจำเดือน ตุลาคม 2569", of_month(2026, 10)),
        ("ประจำเดือนตุลาคม 2569", of_month(2026, 10)),
        ("รายงานยอดขาย ต.ค.69", of_month(2026, 10)),
        ("အောက်တိုဘာလ ၂၀၂၆", of_month(2026, 10)),
        ("AngkorStar_monthly_2026-09", of_month(2026, 9)),
        ("10/2026", of_month(2026, 10)),
        ("2026年10月", of_month(2026, 10)),
        ("Ogos", of_month(None, 8)),
        ("September 26", of_month(2026, 9)),
    ] {
        check(text, &[claim]);
    }
}

#[test]
fn weeks_are_read_with_their_year_if_said() {
    for (text, claim) in [
        ("W41", of_week(None, 41)),
        ("wk42", of_week(None, 42)),
        ("2026-W41", of_week(2026, 41)),
        ("Tuần 41/2026", of_week(2026, 41)),
        ("Minggu ke-41 2026", of_week(2026, 41)),
        ("สัปดาห์ที่ 41/2569", of_week(2026, 41)),
        ("Week 7 of 2026", of_week(2026, 7)),
        ("รายงานประจำสัปดาห์ที่ 42 ปี 2569", of_week(2026, 42)),
        ("report mggu 44", of_week(None, 44)),
        ("Week 3 of Oct", Claim::WeekOfMonth),
        ("Minggu ke-2 Oktober 2026", Claim::WeekOfMonth),
        ("Week 10 Mar 2026", Claim::WeekOfMonth),
        ("Minggu 18 Okt", Claim::Day(on(None, 10, 18))),
        ("Week 19 October 2026", Claim::Day(on(2026, 10, 19))),
    ] {
        check(text, &[claim]);
    }
}

#[test]
fn days_and_spans_are_read() {
    for (text, claim) in [
        ("02-Jul-2026", Claim::Day(on(2026, 7, 2))),
        ("16-Nov-26", Claim::Day(on(2026, 11, 16))),
        ("October 4, 2026", Claim::Day(on(2026, 10, 4))),
        ("2026-10-05", Claim::Day(on(2026, 10, 5))),
        ("12 ตุลาคม 2569", Claim::Day(on(2026, 10, 12))),
        ("03/04/2026", Claim::Day(Day::Slashed { first: 3, second: 4, year: Some(2026) })),
        ("5 – 11 Oktober 2026", Claim::Span(on(2026, 10, 5), on(2026, 10, 11))),
        ("28 Sep - 4 Oct 2026", Claim::Span(on(2026, 9, 28), on(2026, 10, 4))),
        ("29 Dec - 4 Jan 2027", Claim::Span(on(2026, 12, 29), on(2027, 1, 4))),
        ("26-30 Okt", Claim::Span(on(None, 10, 26), on(None, 10, 30))),
        ("Oct 5-11, 2026", Claim::Span(on(2026, 10, 5), on(2026, 10, 11))),
        ("19-25/10/2026", Claim::Span(on(2026, 10, 19), on(2026, 10, 25))),
    ] {
        check(text, &[claim]);
    }
}

#[test]
fn a_week_with_its_days_claims_both() {
    let span = Claim::Span(on(None, 10, 12), on(None, 10, 18));
    check("Week 42, 2026 (12-18 Oct)", &[of_week(2026, 42), span]);
    let span = Claim::Span(on(2026, 10, 5), on(2026, 10, 11));
    check("Minggu ke-2 Oktober (5 – 11 Oktober 2026)", &[Claim::WeekOfMonth, span]);
}

#[test]
fn words_and_numbers_that_are_no_time_claim_nothing() {
    for text in ["Shopee 10.10 voucher", "BC tháng - Minh Phát", "Jl. Raya KM 3 No. 18", "Top 3", "SKU T-10", "Q3"] {
        check(text, &[]);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(10_000))]

    #[test]
    fn no_text_makes_it_panic(text in "\\PC{0,40}") {
        let _ = claims(&text);
        let _ = years(&text);
    }
}
