//! Intake: a file's bytes become a draft of proposed reports, each value with the cell it came from, and questions.
#![forbid(unsafe_code)]

pub mod child;
pub mod draft;
pub mod grid;
pub mod limits;
pub mod mail;
pub mod read;
pub mod recognise;
pub mod sniff;
pub mod wire;
