//! Exchange rates: by month, as planned and as they were.

use playbook::money::{Pair, Quoted, RateKind};
use playbook::number::Quantity;
use playbook::period::Month;
use rusqlite::{Connection, Row, params};

use crate::rows::{all, keyed, maybe, one, parsed, run};
use crate::{EntryId, Store, StoreError, Writing};

/// A rate that counts, and the entry that set it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct HeldRate {
    /// The entry.
    pub entry: EntryId,
    /// The rate.
    pub rate: Quoted,
}

// The rates that count, in the order in which they were set.
const RATES: &str = "
    SELECT entry, month, kind, base, quote, value FROM exchange_rate_now WHERE value IS NOT NULL ORDER BY id";

// The newest row of a month, kind and pair, whichever way it is written.
const RATE: &str = "
    SELECT base, value FROM exchange_rate_now
    WHERE month = ?1 AND kind = ?2 AND min(base, quote) = min(?3, ?4) AND max(base, quote) = max(?3, ?4)";

impl Writing<'_> {
    /// Sets a rate. Setting what holds already adds nothing.
    ///
    /// # Errors
    /// When the row can't be stored.
    pub fn set_rate(&mut self, rate: &Quoted) -> Result<(), StoreError> {
        self.add_rate(rate.month, rate.kind, rate.pair, Some(rate.value))
    }

    /// Takes a rate out again: it is no longer known.
    ///
    /// # Errors
    /// When the row can't be stored.
    pub fn take_rate_out(&mut self, month: Month, kind: RateKind, pair: Pair) -> Result<(), StoreError> {
        self.add_rate(month, kind, pair, None)
    }

    fn add_rate(
        &mut self,
        month: Month,
        kind: RateKind,
        pair: Pair,
        value: Option<Quantity>,
    ) -> Result<(), StoreError> {
        let held = held(&self.db, month, kind, pair)?;
        let (base, quote) = (pair.base.code(), pair.quote.code());
        let same = match held {
            None => value.is_none(),
            Some((written, held)) => held == value && (value.is_none() || written == base),
        };
        if same {
            return Ok(());
        }
        let (entry, id) = (self.entry()?, self.row_id());
        let sql = "
            INSERT INTO exchange_rate (id, entry, month, kind, base, quote, value) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)";
        let value = value.map(|value| value.to_string());
        run(&self.db, sql, params![id, entry, month.to_string(), kind.key(), base, quote, value])
    }
}

impl Store {
    /// The rates that count.
    ///
    /// # Errors
    /// When the database can't be read.
    pub fn rates(&self) -> Result<Vec<HeldRate>, StoreError> {
        all(&self.db, RATES, [], read)
    }
}

/// The base and the value of the newest row: a value of `None` was taken out.
fn held(
    db: &Connection,
    month: Month,
    kind: RateKind,
    pair: Pair,
) -> Result<Option<(String, Option<Quantity>)>, StoreError> {
    let params = params![month.to_string(), kind.key(), pair.base.code(), pair.quote.code()];
    one(db, RATE, params, |row| Ok((row.get("base")?, maybe(row, "value")?)))
}

fn read(row: &Row<'_>) -> Result<HeldRate, StoreError> {
    let rate = Quoted {
        month: parsed(row, "month")?,
        kind: keyed(row, "kind", RateKind::from_key)?,
        pair: Pair { base: parsed(row, "base")?, quote: parsed(row, "quote")? },
        value: parsed(row, "value")?,
    };
    Ok(HeldRate { entry: row.get("entry")?, rate })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ActKind;
    use crate::case::{act, now, open, rate, record};

    type Test = Result<(), StoreError>;

    fn values(store: &Store) -> Result<Vec<String>, StoreError> {
        let text = |held: HeldRate| {
            let Quoted { month, kind, pair, value } = held.rate;
            format!("{month} {} {}/{} {value}", kind.key(), pair.quote, pair.base)
        };
        Ok(store.rates()?.into_iter().map(text).collect())
    }

    #[test]
    fn the_newest_rate_counts_until_it_is_undone() -> Test {
        let folder = tempfile::tempdir().expect("a folder");
        let mut store = open(&folder)?;
        record(&mut store, ActKind::Rate, |w| w.set_rate(&rate(RateKind::Plan, 16_000)))?;
        let (entry, ()) = record(&mut store, ActKind::Rate, |w| {
            w.set_rate(&rate(RateKind::Plan, 16_300))?;
            w.set_rate(&rate(RateKind::Actual, 16_511))
        })?;
        assert_eq!(values(&store)?, ["2026-10 plan IDR/USD 16300", "2026-10 actual IDR/USD 16511"]);
        store.undo(entry, now())?;
        assert_eq!(values(&store)?, ["2026-10 plan IDR/USD 16000"]);
        store.redo(entry, now())?;
        assert_eq!(values(&store)?.len(), 2);
        Ok(())
    }

    #[test]
    fn a_rate_written_the_other_way_takes_the_place_of_the_first() -> Test {
        let folder = tempfile::tempdir().expect("a folder");
        let mut store = open(&folder)?;
        let first = rate(RateKind::Plan, 16_000);
        let turned = Pair { base: first.pair.quote, quote: first.pair.base };
        let turned = Quoted { pair: turned, value: "0.0000625".parse().expect("a literal"), ..first };
        record(&mut store, ActKind::Rate, |w| w.set_rate(&first))?;
        record(&mut store, ActKind::Rate, |w| w.set_rate(&turned))?;
        assert_eq!(values(&store)?, ["2026-10 plan USD/IDR 0.0000625"]);
        Ok(())
    }

    #[test]
    fn a_rate_that_was_taken_out_is_not_known_and_what_holds_adds_nothing() -> Test {
        let folder = tempfile::tempdir().expect("a folder");
        let mut store = open(&folder)?;
        let set = rate(RateKind::Plan, 16_000);
        let take = |store: &mut Store| {
            store.record(act(ActKind::Rate), |w| w.take_rate_out(set.month, set.kind, set.pair)).map(|done| done.entry)
        };
        assert_eq!(take(&mut store)?, None, "there was none");
        record(&mut store, ActKind::Rate, |w| w.set_rate(&set))?;
        assert_eq!(store.record(act(ActKind::Rate), |w| w.set_rate(&set))?.entry, None);
        let out = take(&mut store)?.expect("an entry");
        assert_eq!(values(&store)?, Vec::<String>::new());
        store.undo(out, now())?;
        assert_eq!(values(&store)?, ["2026-10 plan IDR/USD 16000"]);
        Ok(())
    }
}
