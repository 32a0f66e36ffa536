//! A newcomer looks around in the sample workspace, and leaves nothing of it behind.

use std::time::Duration;

use e2e::{Desktop, Session};

use crate::{Journey, WATCH, nothing_was_stopped};

/// Three quarters of reports are read as files, one by one.
const BUILDING: Duration = Duration::from_secs(240);

#[test]
fn the_sample_workspace_opens_in_one_click_and_goes_in_one_click() -> Journey {
    let desktop = Desktop::start()?;
    let record = desktop.path("record");
    let session = Session::start(&desktop, &["--data", &record.to_string_lossy()])?;
    session.script(WATCH)?;
    session.shows("start")?;
    session.keep_pictures("start")?;
    session.click("button", "Open the sample workspace")?;
    session.shows_within(BUILDING, "today")?;
    session.keep_pictures("today")?;
    for (screen, link) in
        [("portfolio", "Portfolio"), ("import", "Import"), ("packs", "Packs"), ("playbook", "Playbook")]
    {
        session.click("link", link)?;
        session.shows(screen)?;
        session.keep_pictures(&format!("sample-{screen}"))?;
    }
    // The native menu has a shortcut for each screen.
    session.shortcut("ctrl+2")?;
    session.shows("portfolio")?;
    session.click("link", "Settings")?;
    session.shows("settings")?;
    session.keep_pictures("settings")?;
    distributor(&session)?;
    session.click("button", "Remove the sample")?;
    session.shows("start")?;
    assert!(!record.join("sample").exists(), "the sample leaves nothing behind");
    nothing_was_stopped(&session)
}

fn distributor(session: &Session<'_>) -> Journey {
    session.click("link", "Portfolio")?;
    session.shows("portfolio")?;
    session.click("link", "PT Cahaya Nusantara Distribusi")?;
    session.shows("distributor")?;
    for tab in ["Scorecard", "Reports", "History", "Details"] {
        session.click("tab", tab)?;
        session.shows("distributor")?;
        session.keep_pictures(&format!("sample-distributor-{}", tab.to_lowercase()))?;
    }
    Ok(())
}
