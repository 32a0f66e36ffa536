//! Targets of grants: from the grid, a block or a file to the distributor's target, its scorecard and its gate.

use super::{Test, cells, desk, of, table, year};
use crate::evidence::tests::{now, summary};
use crate::view::{GrantForm, TargetChange, TargetEntry, TargetsByGrant, TargetsView};
use crate::{Desk, DeskError, TargetOrder};

const QUARTER: &str = "2026-Q3";

/// A distributor of two grants, with revenue of 5,212.5 in the third quarter; its id, and those of the grants.
fn two(folder: &std::path::Path) -> Result<(Desk, String, [String; 2]), DeskError> {
    let (mut desk, id) = desk(folder)?;
    let mut card = desk.distributor(&id, QUARTER, now())?.card;
    (card.territory, card.products, card.start) = ("Java".into(), "Filters".into(), "2026-01-05".into());
    desk.save_distributor(&card, now())?;
    give(&mut desk, &id, "Kalimantan", "2026-03-02")?;
    for (month, revenue) in [("2026-07", "1736.5"), ("2026-08", "1763"), ("2026-09", "1713")] {
        summary(&mut desk, id.parse().expect("an id"), month, revenue, "E6");
    }
    let grants = desk.exclusivity(&id, "", QUARTER, now())?.grants;
    let grants = [0, 1].map(|at: usize| grants[at].key.clone());
    Ok((desk, id, grants))
}

fn give(desk: &mut Desk, id: &str, territory: &str, start: &str) -> Result<(), DeskError> {
    let form = GrantForm {
        grant: String::new(),
        first: false,
        territory: territory.into(),
        products: "Filters".into(),
        start: start.into(),
        gates: vec![],
        ..desk.exclusivity(id, "", QUARTER, now())?.terms
    };
    desk.save_grant(&form, now()).map(drop)
}

/// Cells of a KPI in a quarter, each of a grant, with a reason where there is one.
fn change(id: &str, cells: &[(&str, &str, &str)], reason: &str) -> TargetChange {
    let entry = |(grant, kpi, text): &(&str, &str, &str)| TargetEntry {
        kpi: (*kpi).to_owned(),
        grant: (*grant).to_owned(),
        period: QUARTER.to_owned(),
        text: (*text).to_owned(),
    };
    TargetChange {
        distributor: id.to_owned(),
        cells: cells.iter().map(entry).collect(),
        from: String::new(),
        reason: reason.to_owned(),
        agreed: false,
    }
}

fn by_grant(view: &TargetsView) -> TargetsByGrant {
    view.rows[0].by_grant.clone().expect("revenue by grant")
}

/// Each grant with its cells.
fn lines(by_grant: &TargetsByGrant) -> Vec<String> {
    let dash = |text: &String| if text.is_empty() { "–".to_owned() } else { text.clone() };
    let line =
        |title: &str, cells: &[String]| format!("{title}: {}", cells.iter().map(dash).collect::<Vec<_>>().join(" "));
    by_grant.rows.iter().map(|row| line(&row.title, &row.cells)).chain([line("Sum", &by_grant.sum)]).collect()
}

/// Target, attainment and notes of revenue on the scorecard.
fn scored(desk: &Desk, id: &str) -> Result<(String, String, Vec<String>), DeskError> {
    let card = desk.distributor(id, QUARTER, now())?.scorecard;
    let line = card.groups.iter().flat_map(|group| &group.lines).find(|line| line.key == "revenue").expect("revenue");
    let notes = card.notes.into_iter().filter(|note| note.starts_with("Revenue against target")).collect();
    Ok((line.target.text.clone(), line.attainment.text.clone(), notes))
}

#[test]
fn the_grants_add_up_from_the_grid_to_the_gate_and_back() -> Test {
    let folder = tempfile::tempdir().expect("a folder");
    let (mut desk, id, [java, kalimantan]) = two(folder.path())?;
    desk.set_targets(&change(&id, &[(&java, "revenue", "3000")], ""), now())?;
    let lacking = "Kalimantan, Filters has no target, and so the distributor has none.";
    let note = format!("Revenue against target: {lacking}");
    assert_eq!(scored(&desk, &id)?, ("no target".to_owned(), "–".to_owned(), vec![note]));
    let view = year(&desk, &id, "quarter")?;
    assert_eq!((view.rows[0].cells[2].beside.as_str(), view.rows[0].cells[2].lacking), ("1 of 2 grants", true));
    assert_eq!(by_grant(&view).remarks, [format!("Q3, Q4: {lacking}")]);

    let entry = desk.set_targets(&change(&id, &[(&kalimantan, "revenue", "2000")], ""), now())?;
    assert_eq!(desk.entry(&entry, now())?.what, "Targets of PT Sumber Makmur: Kalimantan, Filters");
    assert_eq!(scored(&desk, &id)?, ("5,000".to_owned(), "104.3".to_owned(), vec![]));
    let view = year(&desk, &id, "quarter")?;
    let cell = &view.rows[0].cells[2];
    assert_eq!((cell.text.as_str(), cell.plain.as_str(), cell.beside.as_str()), ("5,000", "", "sum of 2 grants"));
    assert_eq!(
        lines(&by_grant(&view)),
        ["Java, Filters: – – 3,000 3,000", "Kalimantan, Filters: – – 2,000 2,000", "Sum: – – 5,000 5,000"]
    );
    assert!(by_grant(&view).remarks.is_empty());

    // Each grant is judged by the distributor's one figure, against the distributor's one target.
    for grant in [&java, &kalimantan] {
        let judged = desk.exclusivity(&id, grant, QUARTER, now())?;
        let revenue = judged.conditions.iter().find(|one| one.title == "Revenue against target").expect("a gate");
        assert_eq!((revenue.required.text.as_str(), revenue.actual.text.as_str()), ("5,000", "5,213"));
        assert!(
            judged.because.ends_with("by the figures and the target of the whole distributor."),
            "{}",
            judged.because
        );
    }
    let how = desk.evidence(&format!("d:{id}:{QUARTER}:revenue:target"), now())?.how;
    let parts = "Java, Filters 3,000 Rp; Kalimantan, Filters 2,000 Rp";
    assert_eq!(how, format!("Agreed for Q3 2026. The sum of the targets of its grants for Q3 2026: {parts}."));

    desk.undo(&entry, now())?;
    assert_eq!(scored(&desk, &id)?.0, "no target");
    desk.redo(&entry, now())?;
    assert_eq!(scored(&desk, &id)?.0, "5,000");
    Ok(())
}

#[test]
fn a_target_for_the_whole_holds_and_both_are_shown() -> Test {
    let folder = tempfile::tempdir().expect("a folder");
    let (mut desk, id, [java, kalimantan]) = two(folder.path())?;
    desk.set_targets(&change(&id, &[(&java, "revenue", "3000"), (&kalimantan, "revenue", "2000")], ""), now())?;
    let whole = change(&id, &[("", "revenue", "5400")], "");
    let refused = desk.set_targets(&whole, now()).expect_err("the sum holds already");
    assert_eq!(refused.to_string(), "Q3 2026 has begun with a target. Say why it changes.");
    let entry = desk.set_targets(&TargetChange { reason: "Agreed in Jakarta".into(), ..whole }, now())?;
    let said = "5,400 Rp is set for the whole distributor and holds; the targets of its grants sum to 5,000 Rp.";
    assert_eq!(
        scored(&desk, &id)?,
        ("5,400".to_owned(), "96.5".to_owned(), vec![format!("Revenue against target: {said}")])
    );
    assert_eq!(by_grant(&year(&desk, &id, "quarter")?).remarks, [format!("Q3, Q4: {said}")]);
    desk.undo(&entry, now())?;
    assert_eq!(scored(&desk, &id)?.0, "5,000");
    Ok(())
}

#[test]
fn the_grid_of_a_grant_has_the_kpis_that_add_up_and_its_own_history() -> Test {
    let folder = tempfile::tempdir().expect("a folder");
    let (mut desk, id, [java, kalimantan]) = two(folder.path())?;
    desk.set_targets(&change(&id, &[(&java, "revenue", "3000")], ""), now())?;
    let view = desk.targets(&id, "Kalimantan", Some(2026), "quarter", now())?;
    let choices: Vec<_> = view.grants.iter().map(|choice| choice.label.as_str()).collect();
    assert_eq!(choices, ["Whole distributor", "Java, Filters", "Kalimantan, Filters"]);
    assert_eq!((view.grant.as_str(), cells(&view, "revenue")), (kalimantan.as_str(), vec![String::new(); 4]));
    assert_eq!(view.rows.iter().map(|row| row.kpi.as_str()).collect::<Vec<_>>(), ["revenue", "sales-volume"]);
    assert!(view.rows[0].sets.is_empty());
    let view = desk.targets(&id, &java, Some(2026), "month", now())?;
    assert_eq!(cells(&view, "revenue")[6..], ["1000"; 6]);
    assert_eq!(view.rows[0].sets[0].what, "3,000 Rp a quarter");
    // A change in a quarter that has begun says why, as for a whole distributor.
    let again = change(&id, &[(&java, "revenue", "3500")], "");
    assert!(desk.set_targets(&again, now()).is_err());
    assert!(
        year(&desk, &id, "quarter")?
            .rows
            .iter()
            .all(|row| row.by_grant.is_some() == (row.kpi == "revenue" || row.kpi == "sales-volume"))
    );
    Ok(())
}

#[test]
fn a_distributor_of_one_grant_has_nothing_to_choose() -> Test {
    let folder = tempfile::tempdir().expect("a folder");
    let (desk, id) = desk(folder.path())?;
    let view = year(&desk, &id, "quarter")?;
    assert!(view.grants.is_empty() && view.rows.iter().all(|row| row.by_grant.is_none()));
    Ok(())
}

#[test]
fn what_can_not_be_a_grants_is_refused_in_one_sentence() -> Test {
    let folder = tempfile::tempdir().expect("a folder");
    let (mut desk, id, [java, _]) = two(folder.path())?;
    give(&mut desk, &id, "Bali", "2026-03-02")?;
    for (grant, kpi, text, said) in [
        (
            java.as_str(),
            "conversion",
            "20 %",
            "Conversion, lead to order is no amount: targets of grants would not add up to that of the distributor. Set it for the whole distributor.",
        ),
        (
            &java,
            "pipeline",
            "25",
            "Pipeline produced is no amount: targets of grants would not add up to that of the distributor. Set it for the whole distributor.",
        ),
        (
            &java,
            "revenue",
            "from -5 to 10",
            "A grant takes one amount for Revenue against target, so that the grants add up. Enter one amount above zero, or set a band or a baseline for the whole distributor.",
        ),
        (
            "Papua",
            "revenue",
            "1",
            "PT Sumber Makmur has no grant “Papua”. Choose one of: Java, Filters; Kalimantan, Filters; Bali, Filters.",
        ),
        (
            "Filters",
            "revenue",
            "1",
            "“Filters” could be more than one grant of PT Sumber Makmur. Write one of: Java, Filters; Kalimantan, Filters; Bali, Filters.",
        ),
    ] {
        let refused = desk.set_targets(&change(&id, &[(grant, kpi, text)], ""), now()).expect_err(text);
        assert_eq!(refused.to_string(), said);
        let order = TargetOrder {
            grant: grant.to_owned(),
            kpi: kpi.to_owned(),
            amount: text.to_owned(),
            per: "quarter".into(),
            from: "2026-10-01".parse().expect("a literal"),
            curve: None,
            reason: String::new(),
            agreed: false,
        };
        assert_eq!(desk.set_target(&id, &order, now()).expect_err(text).to_string(), said);
    }
    let judged = desk.exclusivity(&id, "Filters", QUARTER, now()).expect_err("three grants of filters");
    assert_eq!(judged.message, "“Filters” could be more than one grant of PT Sumber Makmur.");
    Ok(())
}

#[test]
fn a_grant_that_ended_counts_in_the_quarters_in_which_it_ran_and_that_is_said() -> Test {
    let folder = tempfile::tempdir().expect("a folder");
    let (mut desk, id, [java, kalimantan]) = two(folder.path())?;
    desk.set_targets(&change(&id, &[(&java, "revenue", "3000"), (&kalimantan, "revenue", "2000")], ""), now())?;
    let terms = desk.exclusivity(&id, &kalimantan, QUARTER, now())?.terms;
    desk.save_grant(&GrantForm { held: false, ..terms }, now())?;
    assert_eq!(scored(&desk, &id)?.0, "5,000", "the third quarter was over");
    let view = year(&desk, &id, "quarter")?;
    assert_eq!(
        by_grant(&view).remarks,
        ["Q3, Q4: Kalimantan, Filters ended on 8 October 2026; its target still counts in the sum.",]
    );
    assert_eq!(view.grants[2].label, "Kalimantan, Filters (ended)");
    let next = desk.targets(&id, "", Some(2027), "quarter", now())?;
    assert_eq!(by_grant(&next).sum, ["3,000"; 4]);
    Ok(())
}

#[test]
fn a_file_names_grants_in_a_column_of_its_own_or_by_territory_and_product_line() -> Test {
    let folder = tempfile::tempdir().expect("a folder");
    let (mut desk, id, [_, kalimantan]) = two(folder.path())?;
    let rows = table(&[
        "Distributor;Grant;KPI;2026-Q4",
        "PT Sumber Makmur;Java;Revenue;3000",
        "PT Sumber Makmur;Kalimantan, Filters;Revenue;2000",
        "PT Sumber Makmur;;Pipeline;25",
        "PT Sumber Makmur;Java;Conversion;20 %",
        "PT Sumber Makmur;Papua;Revenue;1",
    ]);
    let done = desk.take_targets("t.xlsx", &rows, &Default::default(), now())?;
    assert_eq!(done.summary(), "3 targets of 1 distributor set.");
    let problems: Vec<_> = done.problems.iter().map(|problem| problem.place.as_str()).collect();
    assert_eq!(problems, ["Targets.xlsx, sheet Plan, D5", "Targets.xlsx, sheet Plan, B6"]);
    let view = year(&desk, &id, "quarter")?;
    assert_eq!((view.rows[0].cells[3].text.as_str(), cells(&view, "pipeline")[3].as_str()), ("5,000", "25"));
    desk.undo(&done.entry, now())?;
    assert_eq!(year(&desk, &id, "quarter")?.rows[0].cells[3].text, "", "one entry holds them all");

    let rows = table(&["Territory;Product line;KPI;2026-Q4", "Java;Filters;Revenue;300", "Kalimantan;;Revenue;200"]);
    desk.take_targets("t.csv", &rows, &of(&id), now())?;
    assert_eq!(year(&desk, &id, "quarter")?.rows[0].cells[3].text, "500");
    // A file that names neither is about what is shown.
    let shown = crate::TargetDefaults { grant: kalimantan, ..of(&id) };
    desk.take_targets("t.csv", &table(&["KPI;2027-Q1", "Revenue;250"]), &shown, now())?;
    assert_eq!(by_grant(&desk.targets(&id, "", Some(2027), "quarter", now())?).sum, ["550", "500", "500", "500"]);
    Ok(())
}

#[test]
fn a_pasted_block_may_name_grants_and_else_is_about_the_one_that_is_shown() -> Test {
    let folder = tempfile::tempdir().expect("a folder");
    let (desk, id, [java, kalimantan]) = two(folder.path())?;
    let pasted = |grant: &str, text: &str| {
        let block = desk.paste_targets(&id, grant, ("revenue", "2026-Q4"), text, now())?;
        let cells =
            block.cells.iter().map(|cell| (cell.grant.clone(), format!("{} {} {}", cell.kpi, cell.period, cell.text)));
        Ok::<_, DeskError>((
            cells.collect::<Vec<_>>(),
            block.problems.iter().map(|one| one.place.clone()).collect::<Vec<_>>(),
            block.shown,
        ))
    };
    let (cells, problems, shown) = pasted(
        "",
        "Grant\tKPI\tQ4 2026\nJava\tRevenue\t3000\nKalimantan\tRevenue\t2000\n\tPipeline\t25\nKalimantan\tConversion\t20 %\n",
    )?;
    let expected = [
        (&java, "revenue 2026-Q4 3000"),
        (&kalimantan, "revenue 2026-Q4 2000"),
        (&String::new(), "pipeline 2026-Q4 25"),
    ];
    assert_eq!(cells, expected.map(|(grant, cell)| (grant.clone(), cell.to_owned())));
    assert_eq!(problems, ["C5"]);
    assert_eq!(shown[0], "Java, Filters: Revenue against target, Q4 2026: 3000");
    let (cells, ..) = pasted(&kalimantan, "3000\n90")?;
    let expected = ["revenue 2026-Q4 3000", "sales-volume 2026-Q4 90"];
    assert_eq!(cells, expected.map(|cell| (kalimantan.clone(), cell.to_owned())));
    let (cells, ..) = pasted("", "Grant\t\nJava\t3000")?;
    assert_eq!(cells, [(java, "revenue 2026-Q4 3000".to_owned())]);
    Ok(())
}
