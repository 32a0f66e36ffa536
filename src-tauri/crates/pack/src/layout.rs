//! Layout: blocks are drawn once, then flow over pages.

pub(crate) mod block;
pub(crate) mod flow;
pub(crate) mod inline;
pub(crate) mod sketch;
pub(crate) mod style;
pub(crate) mod table;
