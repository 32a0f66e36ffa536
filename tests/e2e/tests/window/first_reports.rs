//! A manager's first reports: dropped, reviewed, confirmed, scored, printed, and taken back.

use std::path::{Path, PathBuf};
use std::process::Command;

use e2e::{Desktop, Session};

use crate::sheets::{Typed, monthly};
use crate::{Journey, WATCH, nothing_was_stopped};

/// Who reports, with a name that paper and window must both carry whole.
const NAME: &str = "Kinabalu Niaga Sdn Bhd";

/// Whether anything but paper is drawn in the preview.
const INKED: &str = "
    const page = document.querySelector('canvas');
    const dots = page?.getContext('2d').getImageData(0, 0, page.width, page.height).data ?? [];
    return dots.some((dot, at) => at % 4 === 0 && dot < 128 && dots[at + 3] > 0);
";

#[test]
fn dropped_reports_become_a_scorecard_and_a_pack() -> Journey {
    let desktop = Desktop::start()?;
    let files = two_reports(&desktop)?;
    let record = desktop.path("record");
    let session = Session::start(&desktop, &["--data", &record.to_string_lossy(), "--today", "2026-10-08"])?;
    session.script(WATCH)?;
    add_distributor(&session)?;
    drop_reports(&session, &files)?;
    confirm(&session)?;
    look_at_the_scorecard(&session)?;
    print_the_pack(&session, &record)?;
    take_back(&session)?;
    nothing_was_stopped(&session)
}

/// July says everything; August is unsure of one number. Names with spaces and accents must arrive whole.
fn two_reports(desktop: &Desktop) -> Result<[PathBuf; 2], Box<dyn std::error::Error>> {
    use Typed::{Number, Text};
    let july = desktop.path("Laporan Juli 2026 – café.xlsx");
    let august = desktop.path("KN august 2026.xlsx");
    let funnel = |orders| [("Leads", Number(120.0)), ("Quotes", Number(48.0)), ("Purchase orders", orders)];
    let lines = |revenue, units, orders| {
        let mut lines = vec![("Revenue", Number(revenue)), ("Units sold", Number(units))];
        lines.extend(funnel(orders));
        lines
    };
    monthly(&july, NAME, "July 2026", &lines(1_234_500.0, 8_200.0, Number(21.0)))?;
    monthly(&august, NAME, "August 2026", &lines(1_100_250.0, 7_900.0, Text("~15")))?;
    Ok([july, august])
}

fn add_distributor(session: &Session<'_>) -> Journey {
    session.shows("start")?;
    session.click("button", "Add your distributors")?;
    session.field("Name")?.type_text(NAME)?;
    session.choose("Country", "Malaysia")?;
    session.keep_pictures("add-distributor")?;
    session.click("button", "Add distributor")?;
    session.shows("distributor")?;
    Ok(())
}

fn drop_reports(session: &Session<'_>, files: &[PathBuf]) -> Journey {
    session.click("link", "Import")?;
    session.shows("import")?;
    session.keep_pictures("import-empty")?;
    let window = session.find("heading", "Drop reports anywhere in this window")?;
    let files: Vec<&Path> = files.iter().map(PathBuf::as_path).collect();
    session.drop_files(&files, &window, || {
        session.sees("Drop 2 files to read them")?;
        session.keep_pictures("import-drop")
    })?;
    session.sees("Laporan Juli 2026 – café.xlsx")?;
    session.sees("KN august 2026.xlsx")?;
    Ok(())
}

fn confirm(session: &Session<'_>) -> Journey {
    session.click("link", "KN august")?;
    session.sees("1 question open")?;
    session.keep_pictures("import-question")?;
    session.click("button", "Leave it out")?;
    // Confirm can be pressed once the answer has arrived.
    session.sees("Purchase orders: left out")?;
    session.click("button", "Confirm Enter")?;
    // The next file that waits comes by itself.
    session.sees("1 is stored")?;
    session.sees("1,234,500")?;
    session.keep_pictures("import-ready")?;
    session.click("button", "Confirm Enter")?;
    session.sees("Stored")?;
    session.keep_pictures("import-stored")?;
    // What it says is said: it would lie over the pictures to come.
    session.click("button", "Close")?;
    Ok(())
}

fn look_at_the_scorecard(session: &Session<'_>) -> Journey {
    session.click("link", "Portfolio")?;
    session.shows("portfolio")?;
    session.click("link", NAME)?;
    session.shows("distributor")?;
    session.choose("Quarter", "Q3 2026")?;
    let row = session.find("row", "Revenue against target")?;
    let figure = session.wait("the revenue of July and August", || {
        Ok(row.inside("button", "")?.into_iter().find(|button| button.text().is_ok_and(|text| text == "2,334,750.00")))
    })?;
    session.keep_pictures("scorecard")?;
    figure.click()?;
    let evidence = session.find("dialog", "Revenue against target")?;
    session.click("button", "Revenue, July 2026")?;
    let cell = session
        .wait("the cell of July's revenue", || Ok(session.select("td.chosen[data-place]")?.into_iter().next()))?;
    assert_eq!((cell.attribute("data-place")?.as_deref(), cell.text()?.as_str()), (Some("B6"), "1234500"));
    session.keep_pictures("evidence")?;
    evidence.inside("button", "Close")?.first().ok_or("evidence can be closed")?.click()?;
    Ok(())
}

fn print_the_pack(session: &Session<'_>, record: &Path) -> Journey {
    session.click("link", "Make pack")?;
    session.shows("packs")?;
    session.click("button", "Make 1 pack")?;
    session.find("button", "made, ")?;
    session.wait("ink on the first page", || Ok((session.script(INKED)? == true).then_some(())))?;
    session.keep_pictures("packs")?;
    let pack = find(record, "pdf").ok_or("the pack is a file in the record's folder")?;
    let printed = Command::new("pdftotext").arg("-layout").arg(&pack).arg("-").output()?;
    let text = String::from_utf8(printed.stdout)?;
    for said in [NAME, "2,334,750.00", "KN august 2026.xlsx", "B6"] {
        assert!(text.contains(said), "“{said}” is not in {}:\n{text}", pack.display());
    }
    Ok(())
}

/// Undo takes July back, and its figure with it.
fn take_back(session: &Session<'_>) -> Journey {
    session.click("link", "Import")?;
    session.click("link", "Laporan Juli")?;
    session.click("button", "Undo import")?;
    session.sees("Taken back")?;
    session.keep_pictures("import-undone")?;
    session.click("link", "Portfolio")?;
    session.click("link", NAME)?;
    session.shows("distributor")?;
    session.no_longer_sees("2,334,750.00")?;
    session.sees("1,100,250")?;
    Ok(())
}

/// The first file of an ending below a folder.
fn find(folder: &Path, ending: &str) -> Option<PathBuf> {
    std::fs::read_dir(folder).ok()?.flatten().map(|entry| entry.path()).find_map(|path| {
        if path.is_dir() { find(&path, ending) } else { path.extension().is_some_and(|e| e == ending).then_some(path) }
    })
}
