//! Pricing and promotions from the matrix to a breach and back.

use std::path::Path;

use pack::content::Section;
use playbook::number::Quantity;
use store::{ActKind, Arrival, Kind, Lines, NewReport, Off, SalesLine, What};

use crate::desk::Desk;
use crate::error::DeskError;
use crate::evidence::tests::{add, empty, now};
use crate::view::{AnswerForm, BandForm, GovernanceView, InboxKind, PromotionForm, RequestForm, RunForm};

type Test = Result<(), DeskError>;

fn quantity(text: &str) -> Quantity {
    text.parse().expect("a literal")
}

fn line(cell: &str, day: &str, product: &str, off: Off) -> SalesLine {
    let (quantity, amount) = (Some(quantity("12")), Some(quantity("1080000")));
    SalesLine { cell: cell.into(), day: day.parse().ok(), product: product.into(), quantity, amount, off }
}

fn share(text: &str) -> Off {
    Off::Share(quantity(text))
}

/// Stores September's list of sales with these discounted lines.
fn sell(desk: &mut Desk, of: &str, discounted: Vec<SalesLine>) {
    let held = desk.distributor_of(of).expect("a distributor");
    let discounts = u32::try_from(discounted.len()).expect("a few lines");
    let totals = (Some(quantity("2214")), Some(quantity("40762725")));
    let report = NewReport {
        distributor: held.id,
        kind: Kind::Lines,
        period: "2026-09".parse().expect("a literal"),
        last_month: None,
        sheet: Some("Rekap".into()),
        currency: Some("IDR".into()),
        received: "2026-10-02".parse().expect("a literal"),
        measures: Default::default(),
        remarks: Vec::new(),
        lines: Some(Lines {
            count: 52,
            quantity: totals.0,
            amount: totals.1,
            first: None,
            last: None,
            discounts,
            discounted,
        }),
        answers: Vec::new(),
    };
    let what = What::new("entry-import-file").with("file", "Rekap.xlsx").with("count", 1);
    let added = desk.record(ActKind::Import, what, now(), |writing| {
        Ok(writing.add_report(&mut Arrival::new(b"a list", "Rekap.xlsx", report.received), &report)?)
    });
    added.expect("a list of sales");
}

fn band(of: &str, approver: &str, maximum: &str, asking: &str) -> BandForm {
    BandForm {
        id: String::new(),
        distributor: of.into(),
        approver: approver.into(),
        maximum: maximum.into(),
        products: String::new(),
        asking: asking.into(),
        supplier_funded: true,
        first: "2026-01-01".into(),
        last: String::new(),
    }
}

fn promotion(of: &str) -> PromotionForm {
    PromotionForm {
        id: String::new(),
        distributor: of.into(),
        name: "Ramadan".into(),
        kind: "season".into(),
        first: "2026-09-10".into(),
        last: "2026-09-20".into(),
        products: "Teh".into(),
        maximum: "25".into(),
        units: "1,000".into(),
        revenue: String::new(),
    }
}

fn request(of: &str, percent: &str) -> RequestForm {
    RequestForm {
        distributor: of.into(),
        products: "Kopi".into(),
        share: percent.into(),
        reason: "A competitor".into(),
        by: "Rina".into(),
        on: "2026-09-01".into(),
    }
}

fn approval(request: &str, by: &str) -> AnswerForm {
    AnswerForm {
        request: request.into(),
        outcome: "approve".into(),
        by: by.into(),
        on: "2026-09-02".into(),
        until: "2026-10-10".into(),
        reason: String::new(),
    }
}

/// A workspace with one distributor, and its id.
fn workspace(folder: &Path) -> (Desk, String) {
    let mut desk = empty(folder);
    let id = add(&mut desk, 0, "Selat").to_string();
    (desk, id)
}

fn view(desk: &Desk, of: &str) -> Result<GovernanceView, DeskError> {
    desk.governance(of, "2026-09", now())
}

fn breaches(desk: &Desk, of: &str) -> Result<Vec<String>, DeskError> {
    let row = |row: &crate::view::BreachRow| format!("{} {} {} | {}", row.place, row.rule, row.allowed, row.found.text);
    Ok(view(desk, of)?.breaches.iter().map(row).collect())
}

fn waiting(desk: &Desk) -> Result<Vec<(InboxKind, String)>, DeskError> {
    let of_ours = [InboxKind::Breach, InboxKind::ToDecide, InboxKind::Expiring, InboxKind::ToReview];
    let rows = desk.inbox(now())?.rows.into_iter().filter(|row| of_ours.contains(&row.kind));
    Ok(rows.filter(|row| row.place.ends_with("/governance")).map(|row| (row.kind, row.what)).collect())
}

#[test]
fn a_line_is_in_breach_until_a_request_or_undo_says_otherwise() -> Test {
    let folder = tempfile::tempdir().expect("a folder");
    let (mut desk, of) = workspace(folder.path());
    sell(
        &mut desk,
        &of,
        vec![
            line("H12", "2026-09-10", "Gula", share("0.1")),
            line("H13", "2026-09-10", "Kopi", share("0.1001")),
            line("H14", "2026-09-21", "Teh 25s", Off::Money { off: quantity("25"), gross: quantity("100") }),
            line("H15", "2026-09-11", "Teh 25s", share("0.25")),
            line("H16", "2026-09-11", "Teh", Off::Open("10+5".into())),
        ],
    );
    let before = view(&desk, &of)?;
    assert_eq!((before.breaches.len(), before.notes.len()), (0, 2));
    assert!(before.notes[1].contains("4 discounted lines have no band"), "{:?}", before.notes);

    desk.save_band(&band(&of, "Rina", "10", "free"), now())?;
    let agreed = desk.save_promotion(&promotion(&of), now())?.expect("an entry");
    let outside = "Rekap!H14 Discount of Ramadan outside its window 10 % | 25";
    assert_eq!(breaches(&desk, &of)?, ["Rekap!H13 Above what was allowed 10 % | 10.01", outside]);
    assert_eq!(waiting(&desk)?[0], (InboxKind::ToReview, "Result of Ramadan".into()));
    assert!(
        waiting(&desk)?.contains(&(InboxKind::Breach, "2 breaches of discount or promotion rules in September".into()))
    );

    desk.save_band(&band(&of, "Tan Mei Lin", "30", "asked"), now())?;
    desk.ask_discount(&request(&of, "12.5"), now())?;
    let asked = view(&desk, &of)?.requests.remove(0);
    assert!(asked.waiting && asked.may_approve.contains("Tan Mei Lin (up to 30 %)"), "{}", asked.may_approve);
    let answered = desk.answer_discount(&approval(&asked.id, "Tan Mei Lin"), now())?.expect("an entry");
    assert_eq!(breaches(&desk, &of)?, [outside]);
    assert!(waiting(&desk)?.contains(&(InboxKind::Expiring, "Approval of 12.5 % ends".into())));

    // Undo restores every view.
    let with_request = view(&desk, &of)?;
    desk.undo(&answered, now())?;
    assert_eq!(breaches(&desk, &of)?.len(), 2);
    desk.redo(&answered, now())?;
    assert_eq!(view(&desk, &of)?, with_request);
    desk.undo(&agreed, now())?;
    let without: Vec<_> = breaches(&desk, &of)?;
    assert_eq!(without, ["Rekap!H15 Above what was allowed 10 % | 25", "Rekap!H14 Above what was allowed 10 % | 25"]);
    Ok(())
}

#[test]
fn a_breach_says_where_it_stands() -> Test {
    let folder = tempfile::tempdir().expect("a folder");
    let (mut desk, of) = workspace(folder.path());
    desk.save_band(&band("", "Rina", "10", "free"), now())?;
    let off = Off::Money { off: quantity("150000"), gross: quantity("1000000") };
    sell(&mut desk, &of, vec![line("H12", "2026-09-10", "CN-1 · Kopi", off)]);
    let row = view(&desk, &of)?.breaches.remove(0);
    assert_eq!((row.day.as_str(), row.what.as_str(), row.by.as_str()), ("Thu 10 Sep", "CN-1 · Kopi", "Band of Rina"));
    assert_eq!((row.sold.as_str(), row.place.as_str()), ("12 units, 1,080,000 Rp", "Rekap!H12"));
    let evidence = desk.evidence(&row.found.evidence.expect("a token"), now())?;
    assert_eq!((evidence.value.as_str(), evidence.exact.as_str()), ("15.00 %", "150,000 Rp"));
    assert_eq!((evidence.parts[0].place.as_str(), evidence.parts[0].file.as_str()), ("Rekap!H12", "Rekap.xlsx"));
    assert!(evidence.how.starts_with("150,000 Rp off 1,000,000 Rp."), "{}", evidence.how);
    Ok(())
}

#[test]
fn nobody_approves_more_than_the_matrix_lets_them() -> Test {
    let folder = tempfile::tempdir().expect("a folder");
    let (mut desk, of) = workspace(folder.path());
    desk.save_band(&band(&of, "Rina", "10", "free"), now())?;
    let refused = |error: DeskError| error.message;
    let needless = desk.ask_discount(&request(&of, "10"), now()).map_err(refused);
    assert_eq!(needless, Err("10 % needs no request: up to 10 % is allowed on that day.".into()));
    desk.ask_discount(&request(&of, "20"), now())?;
    let id = view(&desk, &of)?.requests[0].id.clone();
    let error = desk.answer_discount(&approval(&id, "Rina"), now()).expect_err("more than 10 %");
    assert_eq!(error.message, "Rina may approve up to 10 % on these products, not 20 %.");
    assert_eq!(error.hint, "Nobody in the matrix may approve 20 % of these products.");
    let refusal = AnswerForm { outcome: "refuse".into(), until: String::new(), ..approval(&id, "Rina") };
    assert_eq!(desk.answer_discount(&refusal, now()).map_err(refused), Err("Say why it is refused.".into()));
    desk.answer_discount(&AnswerForm { reason: "Too much".into(), ..refusal }, now())?;
    assert_eq!(view(&desk, &of)?.requests[0].state, "Refused");
    Ok(())
}

#[test]
fn a_promotion_is_held_against_its_plan_and_its_window() -> Test {
    let folder = tempfile::tempdir().expect("a folder");
    let (mut desk, of) = workspace(folder.path());
    desk.save_promotion(&promotion(&of), now())?;
    let id = view(&desk, &of)?.promotions[0].form.id.clone();
    let run = RunForm {
        promotion: id.clone(),
        first: "2026-09-10".into(),
        last: "2026-09-22".into(),
        units: "750".into(),
        revenue: "12,000,000".into(),
        note: "Out of stock".into(),
    };
    let early = RunForm { last: "2026-10-09".into(), ..run.clone() };
    assert!(desk.save_promotion_result(&early, now()).is_err_and(|error| error.message.contains("still to come")));
    assert!(desk.save_promotion_result(&RunForm { units: String::new(), ..run.clone() }, now()).is_err());
    desk.save_promotion_result(&run, now())?;
    let seen = view(&desk, &of)?;
    let row = &seen.promotions[0];
    assert_eq!((row.state.as_str(), row.in_month), ("Result noted", true));
    assert_eq!(row.note, "Run 10 to 22 Sep 2026. Out of stock");
    let results: Vec<_> = row
        .results
        .iter()
        .map(|line| format!("{} {} {} {}", line.title, line.planned, line.sold, line.reached))
        .collect();
    assert_eq!(results, ["Units 1,000 750 75 %", "Revenue, Rp m – 12.0 "]);
    let breach = &seen.breaches[0];
    assert_eq!((breach.rule.as_str(), breach.found.text.as_str()), ("Run outside its window", "2 days outside"));
    // Editing it keeps its result.
    desk.save_promotion(&PromotionForm { id, last: "2026-09-22".into(), ..promotion(&of) }, now())?;
    let edited = view(&desk, &of)?;
    assert_eq!((edited.breaches.len(), edited.promotions[0].results.len()), (0, 2));
    Ok(())
}

#[test]
fn what_contradicts_itself_is_refused_in_one_sentence() -> Test {
    let folder = tempfile::tempdir().expect("a folder");
    let (mut desk, of) = workspace(folder.path());
    let good = band(&of, "Rina", "10", "free");
    for (form, said) in [
        (BandForm { approver: " ".into(), ..good.clone() }, "Name the person who may approve."),
        (BandForm { maximum: "120".into(), ..good.clone() }, "“120” is no discount between 0 and 100 %."),
        (BandForm { last: "2025-12-31".into(), ..good.clone() }, "The last day is before the first."),
        (BandForm { first: String::new(), ..good.clone() }, "Give the first and the last day."),
    ] {
        assert_eq!(desk.save_band(&form, now()).map_err(|error| error.message), Err(said.into()));
    }
    let empty = PromotionForm { units: String::new(), ..promotion(&of) };
    assert!(
        desk.save_promotion(&empty, now()).is_err_and(|error| error.message.contains("what the promotion is to sell"))
    );
    let unclear = PromotionForm { units: "1.000.000".into(), ..promotion(&of) };
    assert!(desk.save_promotion(&unclear, now()).is_err_and(|error| error.message == "“1.000.000” is no amount."));
    assert!(desk.save_band(&good, now())?.is_some());
    Ok(())
}

#[test]
fn a_tick_says_who_and_when_and_ends_the_breach_of_the_inbox() -> Test {
    let folder = tempfile::tempdir().expect("a folder");
    let (mut desk, of) = workspace(folder.path());
    desk.save_band(&band(&of, "Rina", "10", "free"), now())?;
    sell(&mut desk, &of, vec![line("H12", "2026-09-10", "Kopi", share("0.2"))]);
    assert_eq!(waiting(&desk)?.len(), 1);
    let entry = desk.tick_governance(&of, "2026-09", "requests", true, now())?.expect("an entry");
    assert_eq!(desk.tick_governance(&of, "2026-09", "requests", true, now())?, None);
    let seen = view(&desk, &of)?;
    let row = seen.checklist.iter().find(|row| row.key == "requests").expect("an item");
    assert_eq!((row.ticked, row.by.as_str(), seen.checked.as_str()), (true, "Tan Mei Lin, 8 Oct", "1 of 6"));
    assert_eq!(waiting(&desk)?, []);
    desk.undo(&entry, now())?;
    assert_eq!(waiting(&desk)?.len(), 1);
    assert!(desk.tick_governance(&of, "2026-11", "requests", true, now()).is_err(), "a month to come");
    assert!(desk.tick_governance(&of, "2026-09", "prices", true, now()).is_err());
    Ok(())
}

#[test]
fn a_tick_says_nothing_of_a_list_of_sales_that_comes_after_it() -> Test {
    let folder = tempfile::tempdir().expect("a folder");
    let (mut desk, of) = workspace(folder.path());
    desk.save_band(&band(&of, "Rina", "10", "free"), now())?;
    for item in ["requests", "bands"] {
        desk.tick_governance(&of, "2026-09", item, true, now())?;
    }
    assert_eq!((waiting(&desk)?.len(), view(&desk, &of)?.checked.as_str()), (0, "2 of 6"));
    sell(&mut desk, &of, vec![line("H12", "2026-09-10", "Kopi", share("0.2"))]);
    assert_eq!((waiting(&desk)?.len(), view(&desk, &of)?.checked.as_str()), (1, "1 of 6"));
    assert!(desk.tick_governance(&of, "2026-09", "requests", true, now())?.is_some());
    assert_eq!((waiting(&desk)?.len(), view(&desk, &of)?.checked.as_str()), (0, "2 of 6"));
    Ok(())
}

/// What the quarter's review has to say of pricing and promotions.
fn points(desk: &Desk, of: &str) -> Result<Vec<String>, DeskError> {
    let agenda = desk.reviews(of, "2026-Q3", now())?.qbr.agenda;
    Ok(agenda.into_iter().find(|item| item.key == "pricing").map(|item| item.points).unwrap_or_default())
}

#[test]
fn the_review_of_the_quarter_begins_from_breaches_promotions_and_requests() -> Test {
    let folder = tempfile::tempdir().expect("a folder");
    let (mut desk, of) = workspace(folder.path());
    assert_eq!(points(&desk, &of)?, Vec::<String>::new(), "nothing was agreed, so nothing is said");
    desk.save_band(&band(&of, "Mei Lin", "10", "free"), now())?;
    assert_eq!(points(&desk, &of)?, ["No list of sales covers the quarter, so no line can be checked"]);
    sell(
        &mut desk,
        &of,
        vec![line("H4", "2026-09-05", "Kopi", share("0.12")), line("H5", "2026-09-06", "Kopi", share("0.2"))],
    );
    desk.save_promotion(&promotion(&of), now())?;
    desk.ask_discount(&request(&of, "15"), now())?;
    let all = [
        "2 breaches, the largest Kopi: 20 %, allowed 10 %",
        "Ramadan: no result noted, planned 1,000 units",
        "Requests above the band: 1 waits for an answer",
    ];
    assert_eq!(points(&desk, &of)?, all);
    let view = view(&desk, &of)?;
    let run = RunForm { units: "900".into(), note: "Out of stock".into(), ..view.promotions[0].run.clone() };
    desk.save_promotion_result(&run, now())?;
    desk.save_band(&band(&of, "Rina", "30", "asked"), now())?;
    desk.answer_discount(&approval(&view.requests[0].id, "Rina"), now())?;
    let all = [
        "One breach: Kopi, 20 %, allowed 15 %",
        "Ramadan: 900 of 1,000 units planned (90 %)",
        "Requests above the band: 1 approved",
    ];
    assert_eq!(points(&desk, &of)?, all);
    for name in ["Fair", "Opening"] {
        desk.save_promotion(&PromotionForm { name: name.into(), ..promotion(&of) }, now())?;
    }
    assert_eq!(points(&desk, &of)?[1], "3 promotions: 1 fell short, 2 without a result");
    let before = desk.reviews(&of, "2026-Q2", now())?.qbr.agenda;
    let of_before = before.iter().find(|item| item.key == "pricing").map(|item| item.points.len());
    assert_eq!(of_before, Some(1), "another quarter has no part in it");
    Ok(())
}

#[test]
fn the_pack_has_a_page_of_pricing_and_promotions_where_there_is_something_to_say() -> Test {
    let folder = tempfile::tempdir().expect("a folder");
    let (mut desk, of) = workspace(folder.path());
    let (id, quarter) = (of.parse().expect("an id"), "2026-Q3".parse().expect("a literal"));
    let page = |desk: &Desk| {
        let sections = crate::packs::content_of(desk, id, quarter, now()).sections.into_iter();
        sections.into_iter().find_map(|section| match section {
            Section::Governance(page) => Some(*page),
            _ => None,
        })
    };
    desk.save_band(&band(&of, "Mei Lin", "10", "free"), now())?;
    assert_eq!(page(&desk), None, "a band alone is nothing to tell");
    sell(&mut desk, &of, vec![line("H4", "2026-09-05", "Kopi", share("0.12"))]);
    desk.save_promotion(&promotion(&of), now())?;
    desk.ask_discount(&request(&of, "15"), now())?;
    let page = page(&desk).expect("a page");
    assert_eq!(page.headline, "One breach of discount or promotion rules in Q3 2026");
    assert_eq!(page.notes, ["No list of sales covers July and August: what was sold then is not checked."]);
    let breach = &page.breaches[0];
    let said = [&breach.what, &breach.found, &breach.allowed, &breach.place].map(String::as_str);
    assert_eq!(said, ["Kopi", "12 %", "10 %, Band of Mei Lin", "Rekap!H4"]);
    assert_eq!(
        (page.promotions[0].results[0].planned.as_str(), page.promotions[0].results[0].sold.as_str()),
        ("1,000", "–")
    );
    assert_eq!(page.requests[0].what, "15 %, Kopi");
    Ok(())
}
