//! Files as they come in a month's work: a layout that was never seen and is remembered, many files in one drop with bad
//! ones among them, and a drop that is stopped.

use std::path::{Path, PathBuf};

use e2e::{Desktop, Session};

use crate::sheets::{Branch, Typed, branch, monthly, workbook};
use crate::{Journey, command_line};

/// Who reports.
const NAME: &str = "Kinabalu Niaga Sdn Bhd";

/// Months that one drop brings at once: from June 2023 to June 2026.
const MONTHS: usize = 37;

/// Notes how far reading came, as the page says it; the files may be read faster than a test looks.
const NOTE_PROGRESS: &str = "
    window.told = [];
    new MutationObserver(() => {
        const said = document.querySelector('[role=progressbar]')?.previousElementSibling?.textContent;
        if (said) told.push(said);
    }).observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true });
";

#[test]
fn a_layout_is_settled_once_and_the_next_month_asks_nothing() -> Journey {
    let desktop = Desktop::start()?;
    let (september, october) = (desktop.path("Prestasi Sept 2026.xlsx"), desktop.path("Prestasi Okt 2026.xlsx"));
    let month = Branch {
        who: NAME,
        month: "September 2026",
        sales: 1_250_400.5,
        leads: "1.215",
        orders: 243.0,
        stock: 5_120.0,
    };
    branch(&september, &month)?;
    let month =
        Branch { month: "Oktober 2026", sales: 1_301_225.75, leads: "1.342", orders: 671.0, stock: 4_870.0, ..month };
    branch(&october, &month)?;
    let record = registered(&desktop)?;
    let session = open(&desktop, &record, "2026-11-03")?;
    drop_files(&session, &[september])?;
    settle(&session)?;
    // The list is as it will stay: a link that moves is missed.
    session.sees("1 is stored")?;
    session.click("link", "Remembered layouts")?;
    let layout = session.find("article", &format!("{NAME}, Monthly summary"))?;
    assert!(layout.text()?.contains("Prestasi Sept 2026.xlsx"), "{}", layout.text()?);
    session.keep_pictures("layouts")?;
    drop_files(&session, &[october])?;
    ask_nothing(&session)?;
    drop(session);
    figures_are_right(&desktop, &record)
}

/// Two questions: one answered by its choice's number, one by pointing.
fn settle(session: &Session<'_>) -> Journey {
    session.click("link", "Prestasi Sept 2026")?;
    session.sees("2 questions open")?;
    session.sees("does “1.215” hold thousands or decimals?")?;
    session.keep_pictures("layout-question")?;
    session.click("button", "1,215")?;
    session.sees("1 question open")?;
    session.click("button", "Point at a cell")?;
    session.sees("click the cell with the answer")?;
    session.keep_pictures("layout-pointing")?;
    session.wait("the cell of the counted stock", || {
        let Some(cell) = session.select("td[data-place='C13'] button")?.into_iter().next() else { return Ok(None) };
        cell.click().map(Some)
    })?;
    session.sees("Stock on hand: 5,120")?;
    session.keep_pictures("layout-answered")?;
    session.click("button", "Confirm Enter")?;
    session.sees("Stored")?;
    Ok(())
}

/// The next month says what was settled, and since when.
fn ask_nothing(session: &Session<'_>) -> Journey {
    session.click("link", "Prestasi Okt 2026")?;
    let answered = session.find("region", "Answered")?;
    let said = answered.text()?;
    for says in ["Leads: 1,342 as you settled on ", "Stock on hand: 4,870 as you settled on "] {
        assert!(said.contains(says), "“{says}” is not in {said}");
    }
    let draft = session.find("region", "Draft")?;
    assert!(draft.inside("button", "Confirm Enter")?.first().is_some(), "it can be confirmed: {}", draft.text()?);
    assert!(draft.text()?.contains("Stock on hand 4,870units C13"), "{}", draft.text()?);
    session.keep_pictures("layout-remembered")?;
    session.click("button", "Confirm Enter")?;
    session.sees("Stored")?;
    Ok(())
}

/// What is on file is what stands in the cells, with what was settled: leads of 1,215 are what 243 orders are 20 % of.
fn figures_are_right(desktop: &Desktop, record: &Path) -> Journey {
    let record = record.to_string_lossy();
    for (quarter, figures) in [("2026-Q3", ["1,250,400.50 RM", "20.0"]), ("2026-Q4", ["1,301,225.75 RM", "50.0"])] {
        let said = command_line(desktop, &["scorecard", NAME, quarter, "--data", &record, "--today", "2026-11-03"])?;
        for figure in figures {
            assert!(said.contains(figure), "{figure} is not in {quarter}: {said}");
        }
    }
    Ok(())
}

#[test]
fn forty_files_in_one_drop_and_three_of_them_bad() -> Journey {
    let desktop = Desktop::start()?;
    let files = forty(&desktop)?;
    let record = registered(&desktop)?;
    let session = open(&desktop, &record, "2026-10-08")?;
    session.script(NOTE_PROGRESS)?;
    drop_files(&session, &files)?;
    session.click("button", "Confirm 37 ready files")?;
    let told = session.script("return [...new Set(told)].join('; ');")?;
    assert!(told.as_str().is_some_and(|told| told.contains(" of 40 read")), "progress was told: {told}");
    session.sees("Stored the reports of 37 files.")?;
    session.click("link", "40 files, ")?;
    let results = session.find("region", "Results")?;
    for says in ["37 stored, 3 refused", "Locked with a password.", "Damaged.", "No spreadsheet."] {
        session
            .wait(&format!("“{says}” among the results"), || Ok(results.text()?.contains(says).then_some(())))?;
    }
    session.keep_pictures("results")?;
    session.click("button", "Take back all 37 that were stored")?;
    session.sees("3 refused, 37 taken back")?;
    session.keep_pictures("results-taken-back")?;
    session.click("link", "Portfolio")?;
    session.shows("portfolio")?;
    drop(session);
    let record = record.to_string_lossy();
    let left =
        command_line(&desktop, &["scorecard", NAME, "2026-Q2", "--json", "--data", &record, "--today", "2026-10-08"])?;
    assert!(!left.contains("1000037"), "nothing of it counts: {left}");
    Ok(())
}

/// Thirty-seven summaries, and three files that are none: one locked, one cut off, one a program by another name.
fn forty(desktop: &Desktop) -> Result<Vec<PathBuf>, Box<dyn std::error::Error>> {
    const NAMES: [&str; 12] = [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];
    let mut files = Vec::new();
    for (number, month) in (5..).take(MONTHS).enumerate() {
        let (name, year) = (NAMES[month % 12], 2023 + month / 12);
        let file = desktop.path(&format!("KN {year}-{:02} {name}.xlsx", month % 12 + 1));
        let revenue = 1_000_001.0 + f64::from(u32::try_from(number)?);
        monthly(
            &file,
            NAME,
            &format!("{name} {year}"),
            &[("Revenue", Typed::Number(revenue)), ("Units sold", Typed::Number(820.0))],
        )?;
        files.push(file);
    }
    let whole = std::fs::read(&files[0])?;
    let case = Path::new(env!("CARGO_MANIFEST_DIR")).join("../intake/cases/19-locked");
    let locked = std::fs::read(case.join("Straits Pacific Q3 commercial (confidential).xlsx"))?;
    for (name, bytes) in [
        ("KN budget (locked).xlsx", locked),
        ("KN cut off.xlsx", whole[..whole.len() / 2].to_vec()),
        ("KN report viewer.xlsx", b"MZ\x90\0\x03\0\0\0This program cannot be run in DOS mode.\r\r\n$".to_vec()),
    ] {
        let file = desktop.path(name);
        std::fs::write(&file, bytes)?;
        files.push(file);
    }
    Ok(files)
}

#[test]
fn what_is_sure_of_a_workbook_is_stored_and_the_rest_waits_across_a_restart() -> Journey {
    let desktop = Desktop::start()?;
    let file = desktop.path("KN second half 2026.xlsx");
    let revenue = [("Revenue", Typed::Number(1_110_000.0))];
    let unsure = [("Revenue", Typed::Number(990_000.0)), ("Purchase orders", Typed::Text("~15"))];
    let months = [
        ("Jun", "June 2026", &revenue[..]),
        ("Jul", "July 2026", &revenue[..]),
        ("Aug", "August 2026", &revenue[..]),
        ("Sep", "September 2026", &unsure[..]),
    ];
    workbook(&file, NAME, &months)?;
    let record = registered(&desktop)?;
    let session = open(&desktop, &record, "2026-10-08")?;
    drop_files(&session, &[file])?;
    session.click("link", "KN second half 2026")?;
    session.find("button", "Confirm 3, keep 1 waiting")?;
    session.keep_pictures("partly-before")?;
    session.click("button", "Confirm 3, keep 1 waiting")?;
    session.sees("Stored 3 reports. 1 more waits for an answer.")?;
    session.sees("3 of 4 reports are stored, 1 question")?;
    session.keep_pictures("partly-in")?;
    drop(session);
    let session = open(&desktop, &record, "2026-10-09")?;
    session.click("link", "Import")?;
    session.shows("import")?;
    session.sees("3 of 4 reports are stored, 1 question")?;
    // What is in is taken back by itself, and the question is still there.
    session.click("button", "Take back KN second half")?;
    session.find("button", "Confirm 3, keep 1 waiting")?;
    session.sees("1 question")?;
    session.click("button", "Confirm 3, keep 1 waiting")?;
    session.click("link", "1 file, ")?;
    let results = session.find("region", "Results")?;
    session.wait("what became of the reports", || Ok(results.text()?.contains("3 stored, 1 waiting").then_some(())))?;
    session.keep_pictures("partly-results")?;
    session.click("link", "KN second half 2026")?;
    session.click("button", "Leave it out")?;
    session.sees("Purchase orders: left out")?;
    session.click("button", "Confirm Enter")?;
    session.sees("1 is stored")?;
    drop(session);
    let data = record.to_string_lossy();
    let said = command_line(&desktop, &["scorecard", NAME, "2026-Q3", "--data", &data, "--today", "2026-10-09"])?;
    assert!(said.contains("3,210,000.00 RM"), "July to September: {said}");
    Ok(())
}

#[test]
fn a_drop_that_is_stopped_leaves_nothing() -> Journey {
    let desktop = Desktop::start()?;
    let files = large(&desktop)?;
    let record = registered(&desktop)?;
    let before = journal(&desktop, &record)?;
    let session = open(&desktop, &record, "2026-10-08")?;
    drop_files(&session, &files)?;
    session.sees("0 of 6 read")?;
    session.keep_pictures("import-reading")?;
    session.click("button", "Cancel")?;
    session.sees("Stopped. Nothing of this drop was taken in.")?;
    session.find("heading", "Drop reports anywhere in this window")?;
    session.keep_pictures("import-stopped")?;
    drop(session);
    assert_eq!(journal(&desktop, &record)?, before);
    let data = record.to_string_lossy();
    let waiting = command_line(&desktop, &["waiting", "--json", "--data", &data, "--today", "2026-10-08"])?;
    assert!(!waiting.contains("sales log"), "{waiting}");
    Ok(())
}

#[test]
fn what_is_put_into_the_watched_folder_lands_in_review() -> Journey {
    let desktop = Desktop::start()?;
    let record = registered(&desktop)?;
    let incoming = desktop.path("incoming");
    std::fs::create_dir(&incoming)?;
    let (folder, data) = (incoming.to_string_lossy(), record.to_string_lossy());
    command_line(&desktop, &["watch", &folder, "--data", &data, "--today", "2026-10-08"])?;
    let come = |month: &str, revenue| {
        monthly(&incoming.join(format!("KN {month}.xlsx")), NAME, month, &[("Revenue", Typed::Number(revenue))])
    };
    // One came while nobody watched.
    come("July 2026", 1_010_000.0)?;
    let session = open(&desktop, &record, "2026-10-08")?;
    session.click("link", "Import")?;
    session.shows("import")?;
    session.sees("KN July 2026")?;
    come("August 2026", 990_000.0)?;
    session.sees("KN August 2026")?;
    session.keep_pictures("watched")?;
    session.click("button", "Confirm 2 ready files")?;
    session.sees("Stored the reports of 2 files.")?;
    drop(session);
    let said = command_line(&desktop, &["scorecard", NAME, "2026-Q3", "--data", &data, "--today", "2026-10-08"])?;
    assert!(said.contains("2,000,000.00 RM"), "July and August: {said}");
    Ok(())
}

/// Six logs of sales, each of them seconds of work.
fn large(desktop: &Desktop) -> Result<Vec<PathBuf>, Box<dyn std::error::Error>> {
    let mut text = format!("{NAME}\nDate,Invoice,Product,Quantity,Amount (MYR)\n");
    for row in 0..120_000 {
        text.push_str(&format!(
            "2026-09-{:02},INV{row:06},Filter {},{},{}.50\n",
            row % 30 + 1,
            row % 40,
            row % 9 + 1,
            row % 700 + 20
        ));
    }
    let mut files = Vec::new();
    for number in 1..=6 {
        let file = desktop.path(&format!("sales log {number}.csv"));
        std::fs::write(&file, format!("{text}2026-09-30,LAST{number},Filter 1,1,20.50\n"))?;
        files.push(file);
    }
    Ok(files)
}

fn journal(desktop: &Desktop, record: &Path) -> Result<String, Box<dyn std::error::Error>> {
    command_line(desktop, &["journal", "--json", "--data", &record.to_string_lossy(), "--today", "2026-10-08"])
}

/// A record with the one distributor on its register.
fn registered(desktop: &Desktop) -> Result<PathBuf, Box<dyn std::error::Error>> {
    let (record, register) = (desktop.path("record"), desktop.path("register.csv"));
    std::fs::write(&register, format!("name,aliases,country,currency,locale\n{NAME},,MY,MYR,en-MY\n"))?;
    let (data, file) = (record.to_string_lossy(), register.to_string_lossy());
    command_line(desktop, &["register", &file, "--data", &data, "--today", "2026-10-08"])?;
    Ok(record)
}

fn open<'a>(desktop: &'a Desktop, record: &Path, today: &str) -> Result<Session<'a>, Box<dyn std::error::Error>> {
    let session = Session::start(desktop, &["--data", &record.to_string_lossy(), "--today", today])?;
    session.shows("today")?;
    Ok(session)
}

/// Drops files on Import, wherever it stands.
fn drop_files(session: &Session<'_>, files: &[PathBuf]) -> Journey {
    session.click("link", "Import")?;
    session.shows("import")?;
    let files: Vec<&Path> = files.iter().map(PathBuf::as_path).collect();
    session.drop_files(&files, &session.find("heading", "Import")?, || Ok(()))?;
    Ok(())
}
