//! From facts to judgements, as a manager would check them.
#![expect(clippy::unwrap_used, reason = "the literals of tests are dates, periods and numbers")]

mod assessments;
mod contradictions;
mod distributor;
mod golden_quarter;
mod governance;
mod grants;
mod improvement;
mod lines;
mod money;
mod outcomes;
mod properties;
mod taking;
mod targets;
mod worked_example;
