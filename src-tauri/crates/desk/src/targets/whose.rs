//! Whose target it is: the whole distributor's, or that of one of its grants.

use std::collections::BTreeMap;

use playbook::agreed::GrantTargets;
use playbook::period::Quarter;
use playbook::target::Target;
use store::{Distributor, GrantId, HeldGrant, HeldTarget, What};

use crate::desk::Desk;
use crate::error::DeskError;
use crate::exclusivity::{Meant, meant};
use crate::naming;

/// A distributor, or one of its grants.
#[derive(Debug, Clone)]
pub(crate) struct Whose {
    pub(crate) distributor: Distributor,
    /// `None` for the whole distributor.
    pub(crate) grant: Option<HeldGrant>,
}

impl Whose {
    pub(crate) fn grant_id(&self) -> Option<GrantId> {
        self.grant.as_ref().map(|held| held.id)
    }

    /// The distributor's currency, which is that of its grants too.
    pub(crate) fn currency(&self) -> &str {
        &self.distributor.card.currency
    }

    /// The mark before decimals as the distributor's locale has it.
    pub(crate) fn decimal_mark(&self) -> Option<char> {
        intake::recognise::pointed::decimal_mark(&self.distributor.card.locale)
    }

    pub(crate) fn has(&self, held: &HeldTarget) -> bool {
        held.set.grant == self.grant_id()
    }

    /// Setting targets of it, as the journal says it.
    pub(crate) fn entry(&self) -> What {
        let name = &self.distributor.card.name;
        match &self.grant {
            None => What::new("entry-targets").with("name", name),
            Some(held) => What::new("entry-targets-grant").with("name", name).with("grant", naming::held_grant(held)),
        }
    }
}

/// What holds by now: one's own targets and, of a whole distributor, those of its grants.
#[derive(Debug, Clone)]
pub(crate) struct Held {
    pub(crate) own: Vec<Target>,
    pub(crate) grants: Vec<GrantTargets>,
}

impl Held {
    pub(crate) fn of(whose: &Whose, all: &[HeldTarget], given: &[HeldGrant]) -> Self {
        let own = all.iter().filter(|held| whose.has(held)).map(|held| held.set.target.clone()).collect();
        let grants = if whose.grant.is_none() { grants(given, all) } else { Vec::new() };
        Self { own, grants }
    }
}

/// The targets of each grant, of all that are held.
pub(crate) fn grants(given: &[HeldGrant], all: &[HeldTarget]) -> Vec<GrantTargets> {
    let mut targets: BTreeMap<GrantId, Vec<Target>> = BTreeMap::new();
    for held in all {
        if let Some(grant) = held.set.grant {
            targets.entry(grant).or_default().push(held.set.target.clone());
        }
    }
    of_grants(given, targets)
}

/// The grants as the rules see them, each with its own targets.
pub(crate) fn of_grants(given: &[HeldGrant], mut targets: BTreeMap<GrantId, Vec<Target>>) -> Vec<GrantTargets> {
    let one = |held: &HeldGrant| GrantTargets {
        grant: held.id.into(),
        first: held.grant.start,
        last: held.ended,
        targets: targets.remove(&held.id).unwrap_or_default(),
    };
    given.iter().map(one).collect()
}

/// The grants that run in one of some quarters.
pub(crate) fn running<'a>(given: &'a [HeldGrant], quarters: &[Quarter]) -> Vec<&'a HeldGrant> {
    let none = |held: &HeldGrant| of_grants(std::slice::from_ref(held), BTreeMap::new());
    let runs = |held: &&HeldGrant| quarters.iter().any(|quarter| none(held).iter().any(|one| one.runs_in(*quarter)));
    given.iter().filter(runs).collect()
}

impl Desk {
    /// Whose targets are meant, of a distributor on file; without a grant the whole distributor's.
    pub(crate) fn whose(&self, distributor: Distributor, grant: &Meant<'_>) -> Result<Whose, DeskError> {
        if grant.is_nothing() {
            return Ok(Whose { distributor, grant: None });
        }
        let given = self.store.grants(Some(distributor.id))?;
        let grant = Some(meant(given.iter(), grant, &distributor.card.name)?.clone());
        Ok(Whose { distributor, grant })
    }

    /// What holds by now.
    pub(crate) fn held(&self, whose: &Whose) -> Result<Held, DeskError> {
        let id = Some(whose.distributor.id);
        Ok(Held::of(whose, &self.store.targets(id)?, &self.store.grants(id)?))
    }
}
