//! The journeys of a manager through the real window.

mod first_reports;
mod intake;
mod quarter;
mod sample;
mod sheets;

use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};

/// How long a closed window may keep the record.
const CLOSING: Duration = Duration::from_secs(20);

/// What a journey comes back with.
pub(crate) type Journey = Result<(), Box<dyn std::error::Error>>;

/// Notes whatever the content policy stops from now on.
const WATCH: &str = "
    window.stopped = [];
    addEventListener('securitypolicyviolation', (it) => stopped.push(`${it.effectiveDirective} ${it.blockedURI}`));
";

/// The policy is strict; a page that needs more than it allows would look right only where nobody looks.
pub(crate) fn nothing_was_stopped(session: &e2e::Session<'_>) -> Journey {
    let stopped = session.script("return window.stopped;")?;
    if stopped == serde_json::json!([]) { Ok(()) } else { Err(format!("the content policy stopped {stopped}").into()) }
}

/// Runs the command line, which can open the record once the window on it is gone; gives what it printed.
pub(crate) fn command_line(desktop: &e2e::Desktop, arguments: &[&str]) -> Result<String, Box<dyn std::error::Error>> {
    let program = std::env::current_exe()?;
    let beside = program.parent().and_then(Path::parent).ok_or("the test stands in a folder")?.join("entrepot-cli");
    let late = Instant::now() + CLOSING;
    loop {
        let ran = Command::new(&beside).args(arguments).env("HOME", desktop.home()).output()?;
        let (said, failed) = (String::from_utf8(ran.stdout)?, String::from_utf8_lossy(&ran.stderr));
        if ran.status.success() {
            return Ok(said);
        }
        // A window that was just closed may still be letting go of the record.
        let held = said.contains("is open in another window") || failed.contains("is open in another window");
        if !held || Instant::now() > late {
            return Err(format!("{arguments:?}: {said}{failed}").into());
        }
        std::thread::sleep(Duration::from_millis(100));
    }
}
