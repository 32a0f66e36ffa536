//! Targets: what was agreed, and from when it holds.

use std::collections::BTreeMap;

use playbook::kpi::KpiKey;
use playbook::measure::MeasureKey;
use playbook::number::Quantity;
use playbook::phasing::{Curve, Phasing};
use playbook::target::{Goal, Per, Target, TargetOf};
use rusqlite::{Row, params};

use crate::rows::{InOrder, all_of, maybe, one, run, unreadable};
use crate::{DistributorId, EntryId, GrantId, Store, StoreError, TargetId, Writing};

/// A target, or an amendment of one. Another of the same KPI and grant from the same day replaces it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewTarget {
    /// Whose.
    pub distributor: DistributorId,
    /// Of which of its grants; `None` for the whole distributor.
    pub grant: Option<GrantId>,
    /// What is to be reached, and from when it holds.
    pub target: Target,
    /// ISO 4217; `None` where it is no money.
    pub currency: Option<String>,
    /// Why it was amended; empty for a first target.
    pub reason: String,
}

/// A target that counts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HeldTarget {
    /// Its id.
    pub id: TargetId,
    /// The entry that set it.
    pub entry: EntryId,
    /// What was set.
    pub set: NewTarget,
}

// Every target that was set, of one distributor or of all, in the order in which they were set: of a portfolio's
// thousands the last one of each is found sooner here than by target_now.
pub(crate) const TARGETS: &str = "
    SELECT id, entry, distributor, grant_id, about, key, goal, value, baseline, low, high, margin, per, currency,
           valid_from, agreed, reason, shares
    FROM target LEFT JOIN target_curve ON target_curve.target = target.id
    WHERE distributor {of} AND entry NOT IN (SELECT act FROM undone) ORDER BY id";

// The target that counts of one distributor or grant of it, KPI and day.
const TARGET: &str = "
    SELECT id, entry, distributor, grant_id, about, key, goal, value, baseline, low, high, margin, per, currency,
           valid_from, agreed, reason, shares
    FROM target_now LEFT JOIN target_curve ON target_curve.target = target_now.id
    WHERE distributor = ?1 AND about = ?2 AND key = ?3 AND valid_from = ?4 AND grant_id IS ?5";

const ADD: &str = "
    INSERT INTO target (id, entry, distributor, about, key, goal, value, baseline, low, high, margin, per, currency,
                        valid_from, agreed, reason, grant_id)
    VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17)";

impl Writing<'_> {
    /// Sets a target, or amends one. Setting what holds already adds nothing.
    ///
    /// # Errors
    /// [`StoreError::Unknown`] when there is no such distributor, or the grant is not its own.
    pub fn add_target(&mut self, new: &NewTarget) -> Result<TargetId, StoreError> {
        let NewTarget { distributor, grant, target, currency, reason } = new;
        match grant {
            Some(grant) => self.known_grant(*distributor, *grant)?,
            None => self.known(*distributor)?,
        }
        let (about, key) = match &target.of {
            TargetOf::Kpi(key) => ("kpi", key.as_str()),
            TargetOf::Measure(key) => ("measure", key.as_str()),
        };
        let valid_from = target.valid_from.to_string();
        let held = one(&self.db, TARGET, params![distributor, about, key, valid_from, grant], read)?;
        if let Some(held) = held.filter(|held| held.set == *new) {
            return Ok(held.id);
        }
        let (entry, id) = (self.entry()?, TargetId(self.ids.next()));
        let (goal, [value, baseline, low, high, margin]) = columns(target.goal);
        let (per, agreed) = (target.per.key(), target.agreed);
        let row = params![
            id,
            entry,
            distributor,
            about,
            key,
            goal,
            value,
            baseline,
            low,
            high,
            margin,
            per,
            currency,
            valid_from,
            agreed,
            reason,
            grant
        ];
        run(&self.db, ADD, row)?;
        if let Phasing::Seasonal(curve) = &target.phasing {
            let sql = "INSERT INTO target_curve (target, shares) VALUES (?1, ?2)";
            run(&self.db, sql, params![id, curve.to_string()])?;
        }
        Ok(id)
    }
}

impl Store {
    /// The targets of a distributor, or of all, with their amendments.
    ///
    /// # Errors
    /// When the database can't be read.
    pub fn targets(&self, distributor: Option<DistributorId>) -> Result<Vec<HeldTarget>, StoreError> {
        // Another of the same from the same day takes the place of the one that was set before.
        let mut last = BTreeMap::new();
        for held in all_of(&self.db, TARGETS, distributor, read)? {
            let NewTarget { distributor, grant, target, .. } = &held.set;
            last.insert((*distributor, *grant, target.of.clone(), target.valid_from), held);
        }
        Ok(last.into_values().collect())
    }
}

/// A goal as its columns: its name, then value, baseline, low, high and margin.
pub(crate) fn columns(goal: Goal) -> (&'static str, [Option<String>; 5]) {
    let text = |value: Quantity| Some(value.to_string());
    match goal {
        Goal::Value(value) => ("value", [text(value), None, None, None, None]),
        Goal::FromBaseline { baseline, target } => ("baseline", [text(target), text(baseline), None, None, None]),
        Goal::Band { low, high, margin } => ("band", [None, None, text(low), text(high), text(margin)]),
    }
}

/// The goal of those columns.
pub(crate) fn goal(row: &Row<'_>) -> Result<Goal, StoreError> {
    let name: String = row.get("goal")?;
    let mut numbers = [None; 5];
    for (number, column) in numbers.iter_mut().zip(NUMBERS) {
        *number = maybe(row, column)?;
    }
    goal_of(&name, numbers)
}

/// The columns of a goal's numbers.
const NUMBERS: [&str; 5] = ["value", "baseline", "low", "high", "margin"];

fn goal_of(name: &str, [value, baseline, low, high, margin]: [Option<Quantity>; 5]) -> Result<Goal, StoreError> {
    let goal = match name {
        "value" => value.map(Goal::Value),
        "baseline" => baseline.zip(value).map(|(baseline, target)| Goal::FromBaseline { baseline, target }),
        "band" => low.zip(high).zip(margin).map(|((low, high), margin)| Goal::Band { low, high, margin }),
        _ => None,
    };
    goal.ok_or_else(|| unreadable("goal", name))
}

fn read(row: &Row<'_>) -> Result<HeldTarget, StoreError> {
    let mut row = InOrder::of(row);
    let (id, entry) = (row.next("id")?, row.next("entry")?);
    let (distributor, grant) = (row.next("distributor")?, row.next("grant_id")?);
    let (about, key) = (row.text("about")?, row.text("key")?);
    let of = if about == "kpi" { TargetOf::Kpi(KpiKey::new(key)) } else { TargetOf::Measure(MeasureKey::new(key)) };
    let name = row.text("goal")?;
    let mut numbers = [None; 5];
    for (number, column) in numbers.iter_mut().zip(NUMBERS) {
        *number = row.maybe(column)?;
    }
    let (goal, per) = (goal_of(name, numbers)?, row.keyed("per", Per::from_key)?);
    let (currency, valid_from, agreed, reason) =
        (row.maybe("currency")?, row.parsed("valid_from")?, row.next("agreed")?, row.next("reason")?);
    let phasing = row.maybe::<Curve>("shares")?.map_or(Phasing::Even, Phasing::Seasonal);
    let target = Target { of, goal, per, phasing, valid_from, agreed };
    Ok(HeldTarget { id, entry, set: NewTarget { distributor, grant, target, currency, reason } })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::case::{act, card, grant, now, open, record, seasonal, target};
    use crate::{ActKind, Standing};

    #[test]
    fn a_season_is_kept_with_its_target_and_goes_with_it() -> Result<(), StoreError> {
        let folder = tempfile::tempdir().expect("a folder");
        let mut store = open(&folder)?;
        let (_, id) = record(&mut store, ActKind::Register, |w| w.add_distributor(&card("Selat")))?;
        let (_, _) = record(&mut store, ActKind::Target, |w| w.add_target(&target(id, 300)))?;
        let (entry, _) = record(&mut store, ActKind::Target, |w| w.add_target(&seasonal(id)))?;
        let set = |store: &Store| store.targets(Some(id)).map(|all| all.into_iter().map(|held| held.set).collect());
        let both: Vec<NewTarget> = set(&store)?;
        assert_eq!(both, [target(id, 300), seasonal(id)]);
        assert_eq!(store.facts(id)?.targets[1], seasonal(id).target);
        let again = store.record(act(ActKind::Target), |w| w.add_target(&seasonal(id)))?;
        assert_eq!(again.entry, None, "what holds already adds nothing");
        store.undo(entry, now())?;
        assert_eq!(set(&store)?, [target(id, 300)]);
        store.redo(entry, now())?;
        assert_eq!(set(&store)?, both);
        Ok(())
    }

    #[test]
    fn a_target_of_a_grant_stands_beside_that_of_the_whole_distributor() -> Result<(), StoreError> {
        let folder = tempfile::tempdir().expect("a folder");
        let mut store = open(&folder)?;
        let (_, id) = record(&mut store, ActKind::Register, |w| w.add_distributor(&card("Selat")))?;
        let (_, further) = record(&mut store, ActKind::Grant, |w| w.add_grant(id, &grant()))?;
        let whole = target(id, 300);
        let first = NewTarget { grant: Some(GrantId::first_of(id)), ..target(id, 200) };
        let second = NewTarget { grant: Some(further), ..target(id, 90) };
        let mut entries = Vec::new();
        for new in [&whole, &first, &second] {
            entries.push(record(&mut store, ActKind::Target, |w| w.add_target(new))?.0);
        }
        let set = |store: &Store| -> Result<Vec<NewTarget>, StoreError> {
            Ok(store.targets(Some(id))?.into_iter().map(|held| held.set).collect())
        };
        assert_eq!(set(&store)?, [whole.clone(), first.clone(), second.clone()], "all from one day");
        let filed = store.facts(id)?;
        assert_eq!((filed.targets.len(), filed.grant_targets.len()), (1, 2));
        let again = store.record(act(ActKind::Target), |w| w.add_target(&second))?;
        assert_eq!(again.entry, None, "what holds already adds nothing");
        store.undo(entries[1], now())?;
        assert_eq!(set(&store)?, [whole.clone(), second.clone()]);
        store.redo(entries[1], now())?;
        assert_eq!(set(&store)?, [whole, first, second]);
        assert_eq!(store.check()?.damage, []);
        Ok(())
    }

    #[test]
    fn a_grant_goes_after_its_targets_and_comes_back_before_them() -> Result<(), StoreError> {
        let folder = tempfile::tempdir().expect("a folder");
        let mut store = open(&folder)?;
        let (_, id) = record(&mut store, ActKind::Register, |w| w.add_distributor(&card("Selat")))?;
        let (given, further) = record(&mut store, ActKind::Grant, |w| w.add_grant(id, &grant()))?;
        let of_it = NewTarget { grant: Some(further), ..target(id, 90) };
        let (set, _) = record(&mut store, ActKind::Target, |w| w.add_target(&of_it))?;
        assert!(matches!(store.undo(given, now()), Err(StoreError::BuiltOn { .. })));
        store.undo(set, now())?;
        store.undo(given, now())?;
        assert!(matches!(store.redo(set, now()), Err(StoreError::BuildsOn { .. })));
        let refused = store.record(act(ActKind::Target), |w| w.add_target(&of_it));
        assert!(matches!(refused, Err(StoreError::Unknown("grant"))), "{refused:?}");
        let of_first = NewTarget { grant: Some(GrantId::first_of(id)), ..target(id, 90) };
        let (first, _) = record(&mut store, ActKind::Target, |w| w.add_target(&of_first))?;
        assert_eq!(store.entry(first)?.standing, Standing::Counts, "the card's own grant is always there");
        Ok(())
    }
}
