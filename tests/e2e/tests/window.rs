//! The journeys of a manager through the real window.

use e2e::{Desktop, Result, Session};

#[test]
fn the_window_opens_and_takes_a_drop() -> Result<()> {
    let desktop = Desktop::start()?;
    let session = Session::start(&desktop, &[])?;
    let heading = session.find("heading", "Entrepot")?;
    let file = desktop.path("Laporan Oktöber 2026.xlsx");
    std::fs::write(&file, b"x").ok();
    session.drop_files(&[&file], &heading, || session.keep_pictures("over"))?;
    session.keep_pictures("smoke")
}
