//! What must be known of a target that is made of grants': what it lacks, and what contradicts it.

use chrono::NaiveDate;
use playbook::agreed::{Agreed, Holds};
use playbook::facts::GrantId;
use playbook::number::Rate;
use playbook::period::Period;
use store::HeldGrant;
use words::Value;

use crate::{format, naming, words};

/// A remark on what is agreed for a KPI in a quarter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Remark {
    /// These grants have no target, and so has the distributor.
    Lacking(Vec<GrantId>),
    /// What is set for the whole distributor holds; its grants' sum to something else.
    Differs { whole: Rate, sum: Rate },
    /// A grant that has ended is still a part of the sum.
    Ended(GrantId, NaiveDate),
}

/// The remarks on what is agreed, with the figures of a period.
pub(crate) fn remarks(agreed: &Agreed<'_>, period: Period, given: &[HeldGrant]) -> Vec<Remark> {
    let mut remarks = Vec::new();
    if agreed.holds() == Holds::Lacking {
        remarks.push(Remark::Lacking(agreed.lacking.clone()));
    }
    if agreed.holds() == Holds::Sum {
        let counts = |id: &GrantId| agreed.grants.iter().any(|(grant, _)| grant == id);
        let ended = given.iter().filter_map(|held| Some((GrantId::from(held.id), held.ended?)));
        remarks.extend(ended.filter(|(id, _)| counts(id)).map(|(id, day)| Remark::Ended(id, day)));
    }
    remarks.extend(agreed.contradiction(&[period]).map(|(whole, sum)| Remark::Differs { whole, sum }));
    remarks
}

impl Remark {
    /// As a sentence about a KPI or a quarter.
    pub(crate) fn said(&self, about: &str, given: &[HeldGrant], shown: impl Fn(&Rate) -> String) -> String {
        let titles = |ids: &[GrantId]| {
            let named = given.iter().filter(|held| ids.contains(&held.id.into()));
            named.map(naming::held_grant).collect::<Vec<_>>().join("; ")
        };
        let about = ("about", Value::from(about));
        match self {
            Self::Lacking(grants) => {
                let values = [about, ("grants", titles(grants).into()), ("count", grants.len().into())];
                words().say("target-lacking", &values)
            }
            Self::Differs { whole, sum } => {
                words().say("target-differs", &[about, ("whole", shown(whole).into()), ("sum", shown(sum).into())])
            }
            Self::Ended(grant, day) => {
                let day = format::day_with_year(words(), *day);
                words().say("target-of-ended", &[about, ("grant", titles(&[*grant]).into()), ("day", day.into())])
            }
        }
    }
}
