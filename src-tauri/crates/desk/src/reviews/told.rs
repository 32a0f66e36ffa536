//! What was agreed, decided or set after a close, or corrected of the quarter before it: a target, a decision, a promotion, a
//! holiday, a version of the rules. It is a correction where it changes something that was frozen; that days have passed
//! since is none.

use playbook::exclusivity::Stage;
use store::Closed;

use super::diff::changes;
use super::frozen::Frozen;
use super::inputs::Behind;
use crate::desk::Desk;
use crate::error::DeskError;
use crate::judge::Known;
use crate::now::Now;

impl Desk {
    /// What was told since a close, or corrected of the quarter before, in words; nothing where it changes nothing that was
    /// frozen.
    pub(super) fn told_causes(
        &self,
        closed: &Closed,
        frozen: &Frozen,
        (known, behind): (&Known, &Behind),
        now: Now,
    ) -> Result<Vec<String>, DeskError> {
        let mut causes = frozen.behind.changes_before(behind, known);
        let told = self.store.told_since(closed)?;
        causes.extend(told.iter().map(|entry| self.line(entry, now).what));
        if causes.is_empty() {
            return Ok(causes);
        }
        let told = self.as_told(closed, known, now)?;
        let changed = !changes(frozen, &told, known, closed.quarter).is_empty();
        Ok(if changed { causes } else { Vec::new() })
    }

    /// The quarter as it would have been frozen on the day of its close, had all that is told now been known.
    fn as_told(&self, closed: &Closed, known: &Known, now: Now) -> Result<Frozen, DeskError> {
        let mut then = self.known(known.distributor.clone(), now.today)?;
        let of_it = Stage::Quarter(closed.quarter);
        for decision in then.grants.iter_mut().flat_map(|granted| &mut granted.grant.decisions) {
            if decision.stage <= of_it {
                decision.decided = decision.decided.min(closed.closed_on);
            }
        }
        let before = closed.quarter.previous();
        then.facts.reports.change(|report| {
            if before.holds(report.period) {
                report.received = report.received.min(closed.closed_on);
            }
        });
        Frozen::live(self, &then, closed.quarter, now.on(closed.closed_on))
    }
}
