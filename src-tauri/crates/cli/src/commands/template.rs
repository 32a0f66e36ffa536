//! `template`: a blank report form.

use std::path::Path;

use desk::{Desk, Now};

use super::Stopped;
use crate::output::Output;

/// Writes a blank form (kind and period) for a distributor and prints where it lies.
pub(crate) fn write(
    output: Output,
    desk: &Desk,
    name: &str,
    (kind, period): (&str, &str),
    out: &Path,
    now: Now,
) -> Result<(), Stopped> {
    let id = desk.distributor_called(name)?;
    let path = desk.write_template(&id.to_string(), kind, period, out, now)?;
    output.show(&serde_json::json!({ "path": path }), || path.display().to_string())?;
    Ok(())
}
