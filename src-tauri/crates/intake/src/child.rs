//! Reading in a process of its own: the same program, started with a hidden argument, reads one file and answers with
//! what it found. A file that exhausts memory, time or the stack ends that process; the application lives on.

mod parent;
mod protocol;
mod serve;

pub use parent::{Reader, Unread};
pub use protocol::{Reading, SheetPreview, Window};
pub use serve::{Allocator, allocator, main_if_asked};
