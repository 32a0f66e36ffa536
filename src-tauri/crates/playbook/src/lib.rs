//! The playbook: the rules by which a distributor's reports become judgements.
//!
//! Pure by construction: no clock, no files, no database, no floats, nothing that depends on the machine. `today` is
//! always an argument. Numbers in, judgements out.
#![forbid(unsafe_code)]

pub mod agreed;
pub mod amend;
pub mod attainment;
pub mod cadence;
pub mod calendar;
pub mod case;
pub mod compliance;
pub mod contradiction;
pub mod exclusivity;
pub mod facts;
pub mod flaw;
pub mod form;
pub mod governance;
pub mod holidays;
pub mod improvement;
mod key;
pub mod kpi;
pub mod launch;
pub mod measure;
pub mod money;
pub mod number;
pub mod period;
pub mod phasing;
pub mod qbr;
mod ratio;
pub mod refusal;
pub mod region;
pub mod rollup;
pub mod rules;
pub mod score;
pub mod settings;
pub mod target;
