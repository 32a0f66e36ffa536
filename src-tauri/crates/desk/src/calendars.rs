//! The working days of each region, with what persons changed of its holidays.

use std::collections::BTreeMap;
use std::sync::Arc;

use playbook::calendar::{Calendar, Change};
use playbook::region::Region;
use store::{HolidayChange, Store};

use crate::due_dates::no_holidays;
use crate::error::{DeskError, ErrorKind};

/// The calendars of one moment, each made once.
pub(crate) struct Calendars {
    changes: Vec<HolidayChange>,
    made: BTreeMap<String, Arc<Calendar>>,
}

impl Calendars {
    /// The tables that ship, with all that was changed of them.
    pub(crate) fn new(store: &Store) -> Result<Self, DeskError> {
        Ok(Self { changes: store.holiday_changes()?, made: BTreeMap::new() })
    }

    /// The calendar of a card's country.
    pub(crate) fn of(&mut self, country: &str) -> Result<Arc<Calendar>, DeskError> {
        if let Some(made) = self.made.get(country) {
            return Ok(Arc::clone(made));
        }
        let made = Arc::new(self.make(&region(country)?)?);
        self.made.insert(country.to_owned(), Arc::clone(&made));
        Ok(made)
    }

    /// A change of the country holds in each of its states.
    fn make(&self, region: &Region) -> Result<Calendar, DeskError> {
        let shipped = Calendar::shipped(region).map_err(|_| no_holidays(region))?;
        let concerns = |of: &Region| of == region || (of.country() == region.country() && of.subdivision().is_none());
        let changes = self.changes.iter().filter(|change| concerns(&change.region)).map(HolidayChange::change);
        Ok(shipped.changed(&changes.collect::<Vec<Change>>()))
    }
}

/// The region of a card.
pub(crate) fn region(country: &str) -> Result<Region, DeskError> {
    country.parse().map_err(|_| DeskError::new(ErrorKind::Other, "not-a-country", &[("text", country.into())]))
}
