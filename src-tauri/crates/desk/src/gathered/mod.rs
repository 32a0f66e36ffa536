//! Everybody, ready to be judged: read once, and kept until the record says of whom something changed.

#[cfg(test)]
mod tests;

use std::collections::BTreeMap;
use std::sync::Arc;

use chrono::NaiveDate;
use store::{Distributor, DistributorId, Place, Reach, Status, Touched};

use crate::desk::Desk;
use crate::error::DeskError;
use crate::judge::{Around, Expected, Known};

/// Everybody as of a place in the journal and a day.
#[derive(Debug)]
pub(crate) struct Gathered {
    place: Place,
    today: NaiveDate,
    reach: Reach,
    /// The first day that anybody reported about: others may be expected to report from then on.
    anybody: Option<NaiveDate>,
    known: Arc<Vec<Known>>,
}

impl Desk {
    /// Every distributor that reports, ready to be judged, by name. Which files their reports came in is not read: for
    /// that ask for the one distributor.
    pub(crate) fn all_known(&self, today: NaiveDate) -> Result<Arc<Vec<Known>>, DeskError> {
        self.known_within(&Reach::default(), today)
    }

    /// The same, where a judgement needs no more of the reports than what is within reach.
    pub(crate) fn known_within(&self, reach: &Reach, today: NaiveDate) -> Result<Arc<Vec<Known>>, DeskError> {
        let kept = self.gathered.take().filter(|kept| kept.today == today && kept.reach.covers(reach));
        let gathered = match kept {
            Some(kept) => self.caught_up(kept)?,
            None => self.gather(reach.clone(), today)?,
        };
        let known = Arc::clone(&gathered.known);
        self.gathered.replace(Some(gathered));
        Ok(known)
    }

    fn gather(&self, reach: Reach, today: NaiveDate) -> Result<Gathered, DeskError> {
        let place = self.store.place()?;
        let anybody = self.store.first_reported_day(None)?;
        let mut filed = self.store.facts_within(&reach)?;
        let mut around = Around::new(&self.store, None, Expected { anybody, today })?;
        let mut known = Vec::new();
        for distributor in self.active()? {
            let filed = filed.remove(&distributor.id).unwrap_or_default();
            known.push(self.gathered_of(distributor, filed, &mut around)?);
        }
        Ok(Gathered { place, today, reach, anybody, known: Arc::new(known) })
    }

    /// What was kept, with those read again of whom something was recorded, undone or redone since.
    fn caught_up(&self, kept: Gathered) -> Result<Gathered, DeskError> {
        let place = self.store.place()?;
        if place == kept.place {
            return Ok(kept);
        }
        let Gathered { today, reach, .. } = kept;
        let anybody = self.store.first_reported_day(None)?;
        let touched = match self.store.touched_since(kept.place)? {
            Touched::Distributors(touched) if anybody == kept.anybody => touched,
            _ => return self.gather(reach, today),
        };
        // Whoever still looks at what was kept keeps it from being taken apart.
        let Ok(before) = Arc::try_unwrap(kept.known) else { return self.gather(reach, today) };
        let mut unchanged: BTreeMap<DistributorId, Known> =
            before.into_iter().map(|known| (known.distributor.id, known)).collect();
        unchanged.retain(|id, _| !touched.contains(id));
        let mut around = Around::new(&self.store, None, Expected { anybody, today })?;
        let mut known = Vec::new();
        for distributor in self.active()? {
            known.push(match unchanged.remove(&distributor.id) {
                Some(known) => known,
                None => {
                    let filed = self.store.facts_of(distributor.id, &reach)?;
                    self.gathered_of(distributor, filed, &mut around)?
                }
            });
        }
        Ok(Gathered { place, today, reach, anybody, known: Arc::new(known) })
    }

    /// Those that report, by name.
    fn active(&self) -> Result<impl Iterator<Item = Distributor>, DeskError> {
        let all = self.store.distributors()?.into_iter();
        Ok(all.filter(|distributor| distributor.card.status == Status::Active))
    }
}
