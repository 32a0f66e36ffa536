//! The launch checklist: what is on it, and what was noted.

use chrono::NaiveDate;
use playbook::launch::{Counter, Item, ItemKey, Mark, MarkKind, default_checklist};
use rusqlite::{Row, params};

use crate::rows::{all, maybe, parsed, run, unreadable};
use crate::{DistributorId, Store, StoreError, Writing};

// The newest list that held on a day: of two from the same day, the later one.
const ITEMS: &str = "
    SELECT week, key, title, least, most FROM launch_item_now
    WHERE entry = (SELECT entry FROM launch_item_now WHERE valid_from <= ?1 ORDER BY valid_from DESC, id DESC LIMIT 1)
    ORDER BY position";

// In the order in which they were noted: later marks replace earlier ones.
const MARKS: &str = "
    SELECT item, kind, noted, count, moved_to, reason FROM launch_mark_now WHERE distributor = ?1 ORDER BY noted, id";

impl Writing<'_> {
    /// Sets the checklist for launches that start on a day or later.
    ///
    /// # Errors
    /// When the rows can't be stored.
    pub fn set_checklist(&mut self, items: &[Item], valid_from: NaiveDate) -> Result<(), StoreError> {
        for (position, item) in (1_u32..).zip(items) {
            let (entry, id) = (self.entry()?, self.row_id());
            let sql = "INSERT INTO launch_item (id, entry, valid_from, position, week, key, title, least, most)
                       VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)";
            let (from, key) = (valid_from.to_string(), item.key.as_str());
            let (least, most) = (item.counter.map(|c| c.least), item.counter.and_then(|c| c.most));
            run(&self.db, sql, params![id, entry, from, position, item.week, key, item.title, least, most])?;
        }
        Ok(())
    }

    /// Notes something about an item of a distributor's launch.
    ///
    /// # Errors
    /// [`StoreError::Unknown`] when there is no such distributor.
    pub fn mark_launch(&mut self, distributor: DistributorId, mark: &Mark) -> Result<(), StoreError> {
        self.known(distributor)?;
        let (kind, count, moved_to, reason) = match &mark.kind {
            MarkKind::Done => ("done", None, None, ""),
            MarkKind::Open => ("open", None, None, ""),
            MarkKind::Count(count) => ("count", Some(*count), None, ""),
            MarkKind::Moved { to, reason } => ("moved", None, Some(to.to_string()), reason.as_str()),
        };
        let (entry, id) = (self.entry()?, self.row_id());
        let sql = "INSERT INTO launch_mark (id, entry, distributor, item, kind, noted, count, moved_to, reason)
                   VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)";
        let (item, noted) = (mark.item.as_str(), mark.on.to_string());
        run(&self.db, sql, params![id, entry, distributor, item, kind, noted, count, moved_to, reason])
    }
}

impl Store {
    /// The checklist of launches that start on a day: the one that ships until another was set.
    ///
    /// # Errors
    /// When the database can't be read.
    pub fn checklist(&self, start: NaiveDate) -> Result<Vec<Item>, StoreError> {
        let items = all(&self.db, ITEMS, [start.to_string()], item)?;
        Ok(if items.is_empty() { default_checklist() } else { items })
    }

    /// What was noted about a distributor's launch, in order.
    ///
    /// # Errors
    /// When the database can't be read.
    pub fn launch_marks(&self, distributor: DistributorId) -> Result<Vec<Mark>, StoreError> {
        all(&self.db, MARKS, [distributor], mark)
    }
}

fn item(row: &Row<'_>) -> Result<Item, StoreError> {
    let (least, most): (Option<u32>, Option<u32>) = (row.get("least")?, row.get("most")?);
    Ok(Item {
        key: ItemKey::new(&row.get::<_, String>("key")?),
        week: row.get("week")?,
        title: row.get("title")?,
        counter: least.map(|least| Counter { least, most }),
    })
}

fn mark(row: &Row<'_>) -> Result<Mark, StoreError> {
    let kind: String = row.get("kind")?;
    let kind = match (kind.as_str(), row.get("count")?, maybe(row, "moved_to")?) {
        ("done", ..) => MarkKind::Done,
        ("open", ..) => MarkKind::Open,
        ("count", Some(count), _) => MarkKind::Count(count),
        ("moved", _, Some(to)) => MarkKind::Moved { to, reason: row.get("reason")? },
        _ => return Err(unreadable("kind", &kind)),
    };
    Ok(Mark { item: ItemKey::new(&row.get::<_, String>("item")?), kind, on: parsed(row, "noted")? })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ActKind;
    use crate::case::{card, day, now, open, record};

    #[test]
    fn marks_are_read_back_in_order_and_undo_takes_one_back() -> Result<(), StoreError> {
        let folder = tempfile::tempdir().expect("a folder");
        let mut store = open(&folder)?;
        let (_, id) = record(&mut store, ActKind::Register, |w| w.add_distributor(&card("Selat")))?;
        let kinds = [
            MarkKind::Done,
            MarkKind::Open,
            MarkKind::Count(31),
            MarkKind::Moved { to: day("2026-10-12"), reason: "Stamp duty".to_owned() },
        ];
        let of =
            |kind: &MarkKind| Mark { item: ItemKey::new("joint-visits"), kind: kind.clone(), on: day("2026-10-05") };
        let mut last = None;
        for kind in &kinds {
            last = Some(record(&mut store, ActKind::Launch, |w| w.mark_launch(id, &of(kind)))?.0);
        }
        assert_eq!(store.launch_marks(id)?, kinds.iter().map(of).collect::<Vec<_>>());
        store.undo(last.expect("four entries"), now())?;
        assert_eq!(store.launch_marks(id)?, kinds[..3].iter().map(of).collect::<Vec<_>>());
        Ok(())
    }

    #[test]
    fn a_launch_goes_by_the_list_that_held_on_its_start() -> Result<(), StoreError> {
        let folder = tempfile::tempdir().expect("a folder");
        let mut store = open(&folder)?;
        let own = vec![Item { key: ItemKey::new("own"), week: 2, title: "Meet the owner".to_owned(), counter: None }];
        let (entry, ()) = record(&mut store, ActKind::Launch, |w| w.set_checklist(&own, day("2026-10-01")))?;
        assert_eq!(store.checklist(day("2026-09-30"))?, default_checklist());
        assert_eq!(store.checklist(day("2026-10-01"))?, own);
        store.undo(entry, now())?;
        assert_eq!(store.checklist(day("2026-10-01"))?, default_checklist());
        Ok(())
    }
}
