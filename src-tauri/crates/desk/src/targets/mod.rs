//! Targets: what was agreed for a KPI, entered in a grid, pasted, or read from a file.

mod block;
mod by_grant;
mod file;
pub(crate) mod goal;
mod grid;
mod heads;
mod remark;
mod set;
#[cfg(test)]
mod tests;
mod whose;

pub(crate) use block::{heading, problem};
pub use file::{Imported, TargetDefaults};
pub(crate) use grid::{column, years};
pub(crate) use remark::remarks;
pub use set::TargetOrder;
pub(crate) use whose::of_grants;

use playbook::kpi::{KpiKey, defaults};
use playbook::number::Quantity;
use playbook::period::Quarter;
use playbook::phasing::Phasing;
use playbook::refusal::is_money;
use playbook::target::{Goal, Per, Target, TargetOf};
use store::{DistributorId, NewTarget};

use crate::error::{DeskError, ErrorKind};

/// A target of a KPI for a quarter, in the distributor's currency. It holds from the quarter's first day; one that is set
/// later than that is an amendment both sides agreed to, because a person entered it for that quarter.
///
/// # Errors
/// When there is no such KPI, or it can't have that target.
pub(crate) fn new_target(
    distributor: DistributorId,
    kpi: &str,
    quarter: Quarter,
    value: Quantity,
    currency: &str,
) -> Result<NewTarget, DeskError> {
    let known = defaults().into_iter().find(|known| known.key.as_str() == kpi);
    let known = known.ok_or_else(|| DeskError::new(ErrorKind::Invalid, "no-kpi", &[("kpi", kpi.into())]))?;
    let target = Target {
        of: TargetOf::Kpi(KpiKey::new(kpi)),
        goal: Goal::Value(value),
        per: Per::Quarter,
        phasing: Phasing::Even,
        valid_from: quarter.first_day(),
        agreed: true,
    };
    set::check(&known, &target, quarter.fiscal_year(), None, currency)?;
    let currency = is_money(&known).then(|| currency.to_owned());
    Ok(NewTarget { distributor, grant: None, target, currency, reason: String::new() })
}
