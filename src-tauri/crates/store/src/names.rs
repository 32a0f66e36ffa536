//! Names: a distributor has one and may have aliases, and no two go by the same.

use std::collections::HashMap;

use rusqlite::Connection;

use crate::{DistributorId, StoreError};

/// A name as it is compared: letters' case and runs of spaces make no difference.
#[must_use]
pub fn folded(name: &str) -> String {
    name.split_whitespace().map(str::to_lowercase).collect::<Vec<_>>().join(" ")
}

/// Every name and alias, folded, with who goes by it and that one's registered name.
type Names = HashMap<String, (DistributorId, String)>;

/// Fails when a distributor other than `id` goes by one of these names.
pub(crate) fn names_are_free<'n>(
    db: &Connection,
    id: DistributorId,
    wanted: impl IntoIterator<Item = &'n String>,
) -> Result<(), StoreError> {
    let mut held = Names::new();
    names(db, |holder, name, registered| {
        held.insert(folded(name), (holder, registered.to_owned()));
        Ok(())
    })?;
    let taken = |name: &String| held.get(&folded(name)).filter(|(holder, _)| *holder != id);
    match wanted.into_iter().find_map(|name| Some((name, taken(name)?))) {
        Some((name, (_, holder))) => Err(StoreError::NameTaken { name: name.clone(), holder: holder.clone() }),
        None => Ok(()),
    }
}

/// Fails when two distributors go by one name.
pub(crate) fn names_are_unique(db: &Connection) -> Result<(), StoreError> {
    let mut held = Names::new();
    names(db, |id, name, registered| {
        let (holder, by) = held.entry(folded(name)).or_insert((id, registered.to_owned()));
        let taken = || StoreError::NameTaken { name: name.to_owned(), holder: by.clone() };
        if *holder == id { Ok(()) } else { Err(taken()) }
    })
}

/// Walks over every name that counts: registered names first.
fn names(
    db: &Connection,
    mut walk: impl FnMut(DistributorId, &str, &str) -> Result<(), StoreError>,
) -> Result<(), StoreError> {
    let sql = "SELECT distributor, name, name AS registered, 0 AS alias FROM card_now
               UNION ALL
               SELECT alias_now.distributor, alias_now.name, card_now.name AS registered, 1 AS alias
               FROM alias_now JOIN card_now ON card_now.distributor = alias_now.distributor ORDER BY alias";
    let mut query = db.prepare_cached(sql)?;
    let mut rows = query.query([])?;
    while let Some(row) = rows.next()? {
        let (name, registered): (String, String) = (row.get("name")?, row.get("registered")?);
        walk(row.get("distributor")?, &name, &registered)?;
    }
    Ok(())
}
