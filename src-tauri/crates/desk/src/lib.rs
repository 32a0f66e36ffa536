//! The desk: what a manager can do with Entrepot, without a window. The window and the command line call the same use
//! cases and show the same views.
#![forbid(unsafe_code)]

pub mod asking;
pub mod contract;
pub mod format;
pub mod view;
