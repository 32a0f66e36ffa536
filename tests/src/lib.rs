//! What the tests of the whole share.
#![forbid(unsafe_code)]

pub mod house;
pub mod marks;
