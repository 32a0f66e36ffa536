//! What was agreed, decided or set after a close: a target, a decision, a holiday, a version of the rules. It is a
//! correction where it changes a figure that was frozen; that days have passed since is none.

use playbook::exclusivity::Stage;
use store::Closed;

use super::diff::changes;
use super::frozen::Frozen;
use crate::desk::Desk;
use crate::error::DeskError;
use crate::judge::Known;
use crate::now::Now;

impl Desk {
    /// The entries since a close that change what was frozen, in words; none where none of them changes a figure.
    pub(super) fn told_causes(
        &self,
        closed: &Closed,
        frozen: &Frozen,
        known: &Known,
        now: Now,
    ) -> Result<Vec<String>, DeskError> {
        let told = self.store.told_since(closed)?;
        let changed = || {
            let told = self.as_told(closed, known, now)?;
            Ok::<_, DeskError>(!changes(frozen, &told, known, closed.quarter).is_empty())
        };
        if told.is_empty() || !changed()? {
            return Ok(Vec::new());
        }
        Ok(told.iter().map(|entry| self.line(entry, now).what).collect())
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
        Frozen::live(self, &then, closed.quarter, now.on(closed.closed_on))
    }
}
