//! The review of files: what was read is looked at, asked about, and then stored.

mod read;

pub use read::Progress;
pub(crate) use read::{Source, ToRead, Unreadable, file_name, files_below, read_all, small};
