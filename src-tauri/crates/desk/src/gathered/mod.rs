//! Everybody, ready to be judged: read once, and kept until the record says of whom something changed.

#[cfg(test)]
mod tests;

use std::sync::Arc;

use chrono::NaiveDate;
use store::{Distributor, Place, Reach, Status, Touched};

use crate::desk::Desk;
use crate::error::DeskError;
use crate::judge::{Around, Expected, Known};

/// Distributors that are read one by one; where more were touched it is quicker to read everybody anew.
const FEW: usize = 32;

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
            Touched::Distributors(touched) if anybody == kept.anybody && touched.len() <= FEW => touched,
            _ => return self.gather(reach, today),
        };
        // Whoever still looks at what was kept keeps it from being taken apart.
        let Ok(mut known) = Arc::try_unwrap(kept.known) else { return self.gather(reach, today) };
        known.retain(|known| !touched.contains(&known.distributor.id));
        let alone = touched.first().copied().filter(|_| touched.len() == 1);
        let mut around = Around::new(&self.store, alone, Expected { anybody, today })?;
        for id in touched {
            let distributor = self.store.distributor(id)?.filter(|held| held.card.status == Status::Active);
            let Some(distributor) = distributor else { continue };
            let filed = self.store.facts_of(id, &reach)?;
            let one = self.gathered_of(distributor, filed, &mut around)?;
            let sorted_by = one.distributor.sorted_by();
            known.insert(known.partition_point(|other| other.distributor.sorted_by() < sorted_by), one);
        }
        Ok(Gathered { place, today, reach, anybody, known: Arc::new(known) })
    }

    /// Those that report, by name.
    fn active(&self) -> Result<impl Iterator<Item = Distributor>, DeskError> {
        let all = self.store.distributors()?.into_iter();
        Ok(all.filter(|distributor| distributor.card.status == Status::Active))
    }
}
