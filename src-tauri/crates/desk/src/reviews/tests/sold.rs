//! What was sold, promoted and asked for after a close, and what came of the quarter before: as far as it is printed.

use playbook::number::{Quantity, Rate};
use playbook::period::Period;
use playbook::rules::Playbook;
use store::{ActKind, Arrival, DistributorId, Kind, Lines, NewReport, Off, SalesLine, What};

use super::close::asked;
use super::{Q3, closed, shown};
use crate::DeskError;
use crate::desk::Desk;
use crate::evidence::tests::{empty, now, summary, with_a_quarter};
use crate::targets::new_target;
use crate::view::{AnswerForm, BandForm, CorrectionView, PromotionForm, RequestForm, RunForm};

type Test = Result<(), DeskError>;

/// What is offered after a close, on the screen as in the inbox.
#[track_caller]
fn offered(desk: &Desk, id: DistributorId) -> Option<CorrectionView> {
    let correction = shown(desk, id, now()).closing.correction;
    assert_eq!(correction.is_some(), asked(desk));
    correction
}

/// Stores a list of sales of some months, with a discount of 12 % on 10 September.
fn sell(desk: &mut Desk, of: DistributorId, month: &str, last: Option<&str>) -> Result<String, DeskError> {
    let number = |text: &str| text.parse::<Quantity>().expect("a literal");
    let discounted = SalesLine {
        cell: "H12".into(),
        day: Some("2026-09-10".parse().expect("a literal")),
        product: "Kopi".into(),
        quantity: Some(number("12")),
        amount: Some(number("1080000")),
        off: Off::Share(number("0.12")),
    };
    let period: Period = month.parse().expect("a literal");
    let report = NewReport {
        distributor: of,
        kind: Kind::Lines,
        period,
        last_month: last.map(|last| last.parse().expect("a literal")),
        sheet: Some("Rekap".into()),
        currency: Some("IDR".into()),
        received: "2026-10-02".parse().expect("a literal"),
        measures: Default::default(),
        remarks: Vec::new(),
        lines: Some(Lines {
            count: 52,
            quantity: Some(number("2214")),
            amount: Some(number("40762725")),
            first: None,
            last: None,
            discounts: 1,
            discounted: vec![discounted],
        }),
        answers: Vec::new(),
    };
    let what = What::new("entry-import-file").with("file", "Rekap.xlsx").with("count", 1);
    let added = desk.record(ActKind::Import, what, now(), |writing| {
        Ok(writing.add_report(&mut Arrival::new(month.as_bytes(), "Rekap.xlsx", report.received), &report)?)
    });
    Ok(added?.entry.expect("an entry").to_string())
}

fn band(of: &str, maximum: &str) -> BandForm {
    BandForm {
        id: String::new(),
        distributor: of.into(),
        approver: "Tan Mei Lin".into(),
        maximum: maximum.into(),
        products: String::new(),
        asking: "free".into(),
        supplier_funded: true,
        first: "2026-01-01".into(),
        last: String::new(),
    }
}

fn promotion(of: DistributorId, first: &str, last: &str) -> PromotionForm {
    PromotionForm {
        id: String::new(),
        distributor: of.to_string(),
        name: "Ramadan".into(),
        kind: "season".into(),
        first: first.into(),
        last: last.into(),
        products: "Teh".into(),
        maximum: "25".into(),
        units: "1,000".into(),
        revenue: String::new(),
    }
}

#[test]
fn a_list_of_sales_that_came_after_the_close_is_a_correction_where_it_covers_the_quarter() -> Test {
    for (month, last, cause) in [
        ("2026-09", None, Some("List of sales, September 2026 came on 2 Oct")),
        ("2026-06", Some("2026-08"), Some("List of sales, June to August 2026 came on 2 Oct")),
        ("2026-06", None, None),
        ("2026-10", None, None),
    ] {
        let folder = tempfile::tempdir().expect("a folder");
        let (mut desk, id, _) = closed(folder.path());
        let came = sell(&mut desk, id, month, last)?;
        let causes = offered(&desk, id).map(|correction| correction.causes);
        assert_eq!(causes, cause.map(|cause| vec![cause.to_owned()]), "{month}");
        desk.undo(&came, now())?;
        assert_eq!(offered(&desk, id), None, "{month}");
    }
    Ok(())
}

#[test]
fn a_list_that_is_taken_back_after_the_close_is_a_correction() -> Test {
    let folder = tempfile::tempdir().expect("a folder");
    let mut desk = empty(folder.path());
    let id = with_a_quarter(&mut desk, "PT Contoh");
    let came = sell(&mut desk, id, "2026-09", None)?;
    desk.close_quarter(&id.to_string(), Q3, "", now())?;
    assert_eq!(offered(&desk, id), None);
    desk.undo(&came, now())?;
    let causes = offered(&desk, id).expect("a correction").causes;
    assert_eq!(causes, ["List of sales, September 2026 was taken back"]);
    Ok(())
}

/// Something that is agreed, asked for or noted with a distributor.
type Agrees = fn(&mut Desk, DistributorId) -> Result<Option<String>, DeskError>;

/// Of pricing after the close: what changed, in words; nothing where nothing that is printed did.
#[track_caller]
fn check(before: &[Agrees], after: Agrees, expected: &[(&str, &str)]) {
    let folder = tempfile::tempdir().expect("a folder");
    let mut desk = empty(folder.path());
    let id = with_a_quarter(&mut desk, "PT Contoh");
    sell(&mut desk, id, "2026-09", None).expect("a list");
    for agrees in before {
        agrees(&mut desk, id).expect("it is kept");
    }
    desk.close_quarter(&id.to_string(), Q3, "", now()).expect("it can be closed");
    let entry = after(&mut desk, id).expect("it is kept").expect("an entry");
    let changes = offered(&desk, id).map(|correction| correction.changes).unwrap_or_default();
    assert!(changes.iter().all(|row| row.title == "Pricing"), "{changes:?}");
    let rows: Vec<_> = changes.iter().map(|row| (row.before.as_str(), row.after.as_str())).collect();
    assert_eq!(rows, expected);
    desk.undo(&entry, now()).expect("it can be undone");
    assert_eq!(offered(&desk, id), None, "taken back, it is as it was");
}

#[test]
fn pricing_and_promotions_of_the_quarter_that_are_printed_are_corrections() {
    let free: Agrees = |desk, id| desk.save_band(&band(&id.to_string(), "10"), now());
    let more: Agrees = |desk, id| desk.save_band(&band(&id.to_string(), "15"), now());
    let promoted: Agrees = |desk, id| desk.save_promotion(&promotion(id, "2026-09-10", "2026-09-20"), now());
    let promoted_later: Agrees = |desk, id| desk.save_promotion(&promotion(id, "2026-10-10", "2026-10-20"), now());
    let result: Agrees = |desk, id| {
        let promotion = desk.store.promotions(Some(id))?.remove(0).id.to_string();
        let (first, last) = ("2026-09-10".into(), "2026-09-20".into());
        let run = RunForm { promotion, first, last, units: "750".into(), revenue: String::new(), note: String::new() };
        desk.save_promotion_result(&run, now())
    };
    let asks: Agrees = |desk, id| {
        let form = RequestForm {
            distributor: id.to_string(),
            products: "Kopi".into(),
            share: "12".into(),
            reason: "A competitor".into(),
            by: "Rina".into(),
            on: "2026-09-01".into(),
        };
        desk.ask_discount(&form, now())
    };
    let refused: Agrees = |desk, id| {
        let answer = AnswerForm {
            request: desk.store.requests(Some(id))?.remove(0).id.to_string(),
            outcome: "refuse".into(),
            by: "Tan Mei Lin".into(),
            on: "2026-10-05".into(),
            until: String::new(),
            reason: "Too much".into(),
        };
        desk.answer_discount(&answer, now())
    };
    let (missing, noted) = (
        "Ramadan · 10 to 20 Sep 2026 · Result missing · Units · – · 1,000",
        "Ramadan · 10 to 20 Sep 2026 · Result noted · Units · 750 · 1,000 · 75 %",
    );
    let breach = "Kopi · Above what was allowed · Thu 10 Sep · 12 % · 10 % · Band of Tan Mei Lin · Rekap!H12";
    let unlisted = "No list of sales covers July and August: what was sold then is not checked.";
    let waiting = "12 % · Kopi · A competitor · Rina, 1 Sep · Waits for an answer";
    let no = "12 % · Kopi · A competitor · Rina, 1 Sep · Refused · Tan Mei Lin, 5 Oct: Too much";
    check(&[free], promoted_later, &[]);
    check(&[free], promoted, &[("–", missing)]);
    check(&[free, promoted], result, &[(missing, noted)]);
    check(&[free], more, &[(breach, "–"), (unlisted, "–")]);
    check(&[free], asks, &[("–", waiting)]);
    check(&[free, asks], refused, &[(waiting, no)]);
}

#[test]
fn a_report_of_the_quarter_before_is_a_correction_where_the_score_is_held_against_it() -> Test {
    for (amount, changed) in [("1000", true), ("1500", false)] {
        let folder = tempfile::tempdir().expect("a folder");
        let mut desk = empty(folder.path());
        let id = with_a_quarter(&mut desk, "PT Contoh");
        let held = desk.distributor_of(&id.to_string())?.card;
        let card = store::Card { reporting_from: Some("2026-04-01".parse().expect("a literal")), ..held };
        let (quarter, value) = ("2026-Q2".parse().expect("a literal"), "6000".parse().expect("a literal"));
        let target = new_target(id, "revenue", quarter, value, "IDR")?;
        let rules = Playbook {
            valid_from: "2026-01-01".parse().expect("a literal"),
            coverage_minimum: Rate::zero(),
            ..Playbook::default_rules()
        };
        let what = What::new("entry-distributor-changed").with("name", "PT Contoh");
        desk.record(ActKind::Register, what, now(), |writing| {
            writing.revise_distributor(id, &card)?;
            writing.add_playbook(&rules)?;
            Ok(writing.add_target(&target)?)
        })?;
        for month in ["2025-07", "2025-08", "2025-09", "2026-04", "2026-05", "2026-06"] {
            summary(&mut desk, id, month, "1500", "E6");
        }
        desk.close_quarter(&id.to_string(), Q3, "", now())?;
        assert_eq!(offered(&desk, id), None);
        // The same revenue in another cell changes nothing that is shown of the next quarter.
        summary(&mut desk, id, "2026-05", amount, "E9");
        let correction = offered(&desk, id);
        assert_eq!(correction.is_some(), changed, "{amount}");
        let Some(correction) = correction else { continue };
        assert_eq!(correction.causes, ["Monthly summary, May 2026: revision 2, received on 2 Jun"]);
        let rows: Vec<_> = correction.changes.iter().map(|row| (row.title.as_str(), row.what.as_str())).collect();
        assert_eq!(rows, [("Score", "Against the quarter before"), ("Revenue", "Moved the score by")]);
    }
    Ok(())
}

#[test]
fn what_an_older_close_did_not_keep_is_no_difference() -> Test {
    let folder = tempfile::tempdir().expect("a folder");
    let mut desk = empty(folder.path());
    let id = with_a_quarter(&mut desk, "PT Contoh");
    for month in ["2025-07", "2025-08", "2025-09"] {
        summary(&mut desk, id, month, "1500", "E6");
    }
    desk.close_quarter(&id.to_string(), Q3, "", now())?;
    let first = desk.store.closed(Some(id), None)?.remove(0);
    let mut views: serde_json::Value = serde_json::from_str(&desk.store.closed_views(&first)?).expect("JSON");
    for later in ["lists", "before", "pricing"] {
        assert!(views.as_object_mut().expect("an object").remove(later).is_some(), "{later}");
    }
    let older = store::NewClosed {
        distributor: id,
        quarter: first.quarter,
        revision: 2,
        closed_on: first.closed_on,
        author: "Tan Mei Lin",
        reason: "",
        form: first.form,
        views: &views.to_string(),
        pages: 1,
        pack: b"%PDF",
    };
    let what = What::new("entry-closed").with("name", "PT Contoh").with("period", Q3).with("revision", 2);
    desk.record(ActKind::Close, what, now(), |writing| Ok(writing.close_quarter(&older)?))?;
    assert_eq!(offered(&desk, id), None);
    sell(&mut desk, id, "2026-09", None)?;
    assert_eq!(offered(&desk, id), None);
    summary(&mut desk, id, "2026-05", "1500", "E6");
    assert_eq!(offered(&desk, id), None);
    desk.save_promotion(&promotion(id, "2026-09-10", "2026-09-20"), now())?;
    assert!(offered(&desk, id).is_some(), "the agenda was always kept");
    Ok(())
}
