//! A case: one distributor's facts under one playbook, as of a day. What every judgement starts from.

use chrono::NaiveDate;

use crate::calendar::Calendar;
use crate::facts::Facts;
use crate::rules::Playbook;

/// What every judgement starts from.
#[derive(Debug, Clone, Copy)]
pub struct Case<'a> {
    /// What is known of the distributor.
    pub facts: &'a Facts,
    /// The rules in force.
    pub playbook: &'a Playbook,
    /// The working days where the distributor is.
    pub calendar: &'a Calendar,
    /// The day of judgement: what is received or held later is not there yet.
    pub today: NaiveDate,
}
