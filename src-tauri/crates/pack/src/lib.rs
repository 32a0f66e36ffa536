//! The Distributor Management Pack: content, already in words and finished numbers, laid out as pages and written as a
//! PDF; and the blank report forms that distributors fill in.
//!
//! Nothing here reads a clock, a file, a locale or the machine's fonts: the same content gives the same bytes.
#![forbid(unsafe_code)]

pub mod content;
pub mod picture;
pub mod template;
