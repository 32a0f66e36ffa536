//! The end of a quarter: a lapse with an override, a plan through to day 30, a QBR closed, and a correction after the close.

use std::path::{Path, PathBuf};

use e2e::{Desktop, Session};

use crate::{Journey, command_line};

/// A distributor whose exclusivity the rule would not renew.
const FAILING: &str = "Luzon Prime Distributors Inc";

/// One that the quarter is closed with.
const CLOSED: &str = "PT Cahaya Nusantara Distribusi";

#[test]
fn an_override_stands_beside_what_the_rule_proposed() -> Journey {
    let (desktop, record) = sample()?;
    let session = open(&desktop, &record, "2026-11-02")?;
    tab(&session, FAILING, "Exclusivity")?;
    session.find("heading", "The rule proposes: ")?;
    session.keep_pictures("exclusivity")?;
    session.click("radio", "Renew")?;
    session.sees("This overrides the rule.")?;
    session.click("button", "Renew to ")?;
    session.sees("An override needs a reason.")?;
    session.field("Reason")?.type_text("New warehouse in Cebu from November")?;
    session.click("button", "Renew to ")?;
    session.sees("New warehouse in Cebu from November")?;
    session.keep_pictures("exclusivity-override")?;
    session.click("link", "Today")?;
    session.shows("today")?;
    session.keep_pictures("today-later")?;
    Ok(())
}

#[test]
fn a_plan_of_three_actions_is_reviewed_on_day_30() -> Journey {
    let (desktop, record) = sample()?;
    let session = open(&desktop, &record, "2026-10-08")?;
    tab(&session, FAILING, "Improvement")?;
    session.keep_pictures("improvement")?;
    session.click("button", "Make a plan")?;
    for (number, what) in (1..).zip(["Visit the ten largest accounts", "Clear the old packs", "Train two sellers"]) {
        session.field(&format!("Action {number}: what is to be done"))?.type_text(what)?;
        session.field(&format!("Action {number}: owner"))?.type_text("Jo Reyes")?;
    }
    session.keep_pictures("plan-form")?;
    session.click("button", "Agree the plan")?;
    session.sees("Review on Sat 7 Nov, in 30 days")?;
    session.click("checkbox", "Done: Clear the old packs")?;
    session.sees("Done on 8 Oct")?;
    drop(session);
    let session = open(&desktop, &record, "2026-11-09")?;
    tab(&session, FAILING, "Improvement")?;
    session.sees("Review was due on Sat 7 Nov")?;
    session.field("What was said")?.type_text("October is in, and no better")?;
    session.keep_pictures("plan-review")?;
    session.click("button", "Record the review")?;
    session.sees("October is in, and no better")?;
    Ok(())
}

#[test]
fn a_correction_after_the_close_makes_r2_and_r1_stays() -> Journey {
    let (desktop, record) = sample()?;
    let session = open(&desktop, &record, "2026-10-15")?;
    tab(&session, CLOSED, "Reviews")?;
    session.keep_pictures("reviews")?;
    session.click("button", "Close as R1")?;
    let dialog = session.find("dialog", "Close the quarter as R1")?;
    session.keep_pictures("close-dialog")?;
    dialog.inside("button", "Close as R1")?.first().ok_or("the dialog closes the quarter")?.click()?;
    session.sees("The quarter is closed as R1")?;
    drop(session);
    correct(&desktop, &record)?;
    let session = open(&desktop, &record, "2026-10-22")?;
    tab(&session, CLOSED, "Reviews")?;
    session.sees("What changed since R1")?;
    session.keep_pictures("correction-after-close")?;
    session.click("button", "Close as R2")?;
    let dialog = session.find("dialog", "Close the quarter as R2")?;
    dialog.inside("button", "Close as R2")?.first().ok_or("the dialog closes it again")?.click()?;
    session.sees("The quarter is closed as R2")?;
    session.find("button", "Print R1")?;
    session.keep_pictures("closed-as-r2")?;
    Ok(())
}

/// The sample's files, imported into a record of their own.
fn sample() -> Result<(Desktop, PathBuf), Box<dyn std::error::Error>> {
    let desktop = Desktop::start()?;
    let folder = desktop.path("sample");
    command_line(&desktop, &["demo", &folder.to_string_lossy()])?;
    Ok((desktop, folder.join("data")))
}

/// A corrected September of the distributor that the quarter was closed with.
fn correct(desktop: &Desktop, record: &Path) -> Journey {
    let corrected = desktop.path("September corrected.csv");
    let text = format!("Distributor,{CLOSED}\nMonth,2026-09\nCurrency,IDR\nRevenue,1800000000\nUnits sold,60000\n");
    std::fs::write(&corrected, text)?;
    let (record, file) = (record.to_string_lossy(), corrected.to_string_lossy());
    let received = ["--received", "2026-10-20", "--data", &record, "--today", "2026-10-20"];
    command_line(desktop, &[&["import", file.as_ref()], &received[..]].concat())?;
    Ok(())
}

fn open<'a>(desktop: &'a Desktop, record: &Path, today: &str) -> Result<Session<'a>, Box<dyn std::error::Error>> {
    let session = Session::start(desktop, &["--data", &record.to_string_lossy(), "--today", today])?;
    session.shows("today")?;
    Ok(session)
}

/// A distributor's tab, in the third quarter.
fn tab(session: &Session<'_>, name: &str, tab: &str) -> Journey {
    session.click("link", "Portfolio")?;
    session.shows("portfolio")?;
    session.click("link", name)?;
    session.shows("distributor")?;
    session.choose("Quarter", "Q3 2026")?;
    session.click("tab", tab)?;
    session.shows("distributor")?;
    Ok(())
}
