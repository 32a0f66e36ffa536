//! The journeys of a manager through the real window.

mod first_reports;
mod quarter;
mod sample;
mod sheets;

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
