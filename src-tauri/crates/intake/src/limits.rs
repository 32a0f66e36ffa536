//! What reading one file may cost. A report needs far less; what needs more is refused as too large.

use std::time::Duration;

use serde::{Deserialize, Serialize};

const MB: u64 = 1 << 20;

/// The limits on one file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Limits {
    /// Bytes of the file itself.
    pub file: u64,
    /// Bytes of one unpacked part of a workbook.
    pub part: u64,
    /// Unpacked bytes for each packed one, in parts above [`Limits::packed_tightly`]. Honest files reach 140.
    pub ratio: u64,
    /// Unpacked bytes up to which the ratio doesn't matter.
    pub packed_tightly: u64,
    /// Cells that hold something, over all sheets.
    pub cells: usize,
    /// Rows of a sheet.
    pub rows: u32,
    /// Columns of a sheet.
    pub columns: u32,
    /// Bytes that cells and shared strings may take, each counted with what it costs to keep it.
    pub content: u64,
    /// Bytes that the child may hold at once; its whole size stays below 512 MB.
    pub memory: u64,
    /// How long the child may take.
    pub time: Duration,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            file: 100 * MB,
            part: 1024 * MB,
            ratio: 300,
            packed_tightly: 50 * MB,
            cells: 4_000_000,
            rows: 1_048_576,
            columns: 16_384,
            content: 380 * MB,
            memory: 400 * MB,
            time: Duration::from_secs(10),
        }
    }
}
