//! `inspect`: what files report, as JSON.

use std::path::{Path, PathBuf};

use desk::Now;

use super::Stopped;
use crate::output::Output;

/// Prints what files report. The answer is JSON with or without `--json`.
pub(crate) fn show(register: &Path, files: &[PathBuf], now: Now) -> Result<(), Stopped> {
    let inspected = desk::inspect(&super::program()?, register, files, now)?;
    Output { json: true }.show(&inspected, String::new)?;
    Ok(())
}
