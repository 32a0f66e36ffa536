//! Targets: what was agreed for a KPI and a quarter.

use playbook::kpi::{KpiKey, Shape, defaults};
use playbook::measure::Unit;
use playbook::number::Quantity;
use playbook::period::Quarter;
use playbook::phasing::Phasing;
use playbook::target::{Goal, Per, Target, TargetOf};
use store::{DistributorId, NewTarget};

use crate::error::{DeskError, ErrorKind};

/// A target of a KPI for a quarter, in the distributor's currency. It holds from the quarter's first day; one that is set
/// later than that is an amendment both sides agreed to, because a person entered it for that quarter.
///
/// # Errors
/// When there is no such KPI.
pub(crate) fn new_target(
    distributor: DistributorId,
    kpi: &str,
    quarter: Quarter,
    value: Quantity,
    currency: &str,
) -> Result<NewTarget, DeskError> {
    let known = defaults().into_iter().find(|known| known.key.as_str() == kpi);
    let known = known.ok_or_else(|| DeskError::new(ErrorKind::Invalid, "no-kpi", &[("kpi", kpi.into())]))?;
    let money = matches!(&known.shape, Shape::Total(terms) if terms.unit() == Unit::Money);
    Ok(NewTarget {
        distributor,
        target: Target {
            of: TargetOf::Kpi(KpiKey::new(kpi)),
            goal: Goal::Value(value),
            per: Per::Quarter,
            phasing: Phasing::Even,
            valid_from: quarter.first_day(),
            agreed: true,
        },
        currency: money.then(|| currency.to_owned()),
        reason: String::new(),
    })
}
