//! Closed quarters: what was shown, and the pack as it was printed, for ever.

#[cfg(test)]
mod tests;

use chrono::{Days, NaiveDate};
use playbook::period::Quarter;
use rusqlite::{Row, params};

use crate::rows::{all, one, parsed, run};
use crate::{Arrival, DistributorId, Entry, EntryId, FileId, Store, StoreError, Writing};

/// A quarter about to be closed with a distributor.
#[derive(Debug, Clone, Copy)]
pub struct NewClosed<'a> {
    /// With whom.
    pub distributor: DistributorId,
    /// Which quarter.
    pub quarter: Quarter,
    /// The revision that the pack says it is: [`Store::next_closed`].
    pub revision: u32,
    /// The day.
    pub closed_on: NaiveDate,
    /// Who closes it.
    pub author: &'a str,
    /// Why there is a later revision; empty for the first.
    pub reason: &'a str,
    /// Which shape the frozen views have.
    pub form: u32,
    /// What is shown, as JSON.
    pub views: &'a str,
    /// The pages of the pack.
    pub pages: u32,
    /// The pack as it is printed.
    pub pack: &'a [u8],
}

/// A revision of a closed quarter, without what it froze.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Closed {
    /// With whom.
    pub distributor: DistributorId,
    /// Which quarter.
    pub quarter: Quarter,
    /// 1 for the first.
    pub revision: u32,
    /// The entry that closed it.
    pub entry: EntryId,
    /// The day.
    pub closed_on: NaiveDate,
    /// Who closed it.
    pub author: String,
    /// Why there is a later revision; empty for the first.
    pub reason: String,
    /// Which shape the frozen views have.
    pub form: u32,
    /// The pages of the pack.
    pub pages: u32,
    /// The pack: its bytes are [`Store::source_bytes`].
    pub pack: FileId,
}

// The revisions of one distributor (?1) or of all (NULL), of one quarter (?2) or of all (NULL).
const CLOSED: &str = "
    SELECT distributor, quarter, revision, entry, closed_on, author, reason, form, pages, pack FROM closed_now
    WHERE (?1 IS NULL OR distributor = ?1) AND (?2 IS NULL OR quarter = ?2)
    ORDER BY distributor, quarter, revision";

/// Days after a quarter in which the last of its reports fall due, and a good while more.
const DUE_WITHIN: u64 = 45;

// What a closed quarter's figures may hang on beside reports and reviews: targets that can hold in it, decisions on the
// launch and on quarters up to it, grants and cards of its distributor, holidays around its due dates, versions of the
// rules that can hold when it opens; of pricing and promotions what touches it. Of these, the acts that count now and did
// not when it was closed (?1), or the other way round; each with the entry that made it so. Quarters sort by their text:
// once one is closed, the fiscal year stays. Of cards only what figures hang on matters, where it is another than at the
// close: one that came since is held against the card that held then, and one that was taken back against the card that
// holds now.
const TOLD: &str = "
    WITH band (id) AS (
        SELECT band FROM discount_band
        WHERE (distributor IS NULL OR distributor = ?2) AND first <= ?4 AND (last IS NULL OR last >= ?3)
    ), promoted (id) AS (
        SELECT promotion FROM promotion WHERE distributor = ?2 AND first <= ?4 AND last >= ?3
        UNION SELECT run.promotion FROM promotion_run AS run JOIN promotion ON promotion.id = run.promotion
              WHERE promotion.distributor = ?2 AND run.first <= ?4 AND run.last >= ?3
    ), request (id) AS (
        SELECT id FROM discount_request WHERE distributor = ?2 AND asked_on <= ?4
    ), told (entry, card, says) AS (
        SELECT entry, NULL, NULL FROM target WHERE distributor = ?2 AND valid_from <= ?4
        UNION SELECT entry, NULL, NULL FROM decision
              WHERE distributor = ?2 AND (quarter = 'launch' OR quarter <= ?6)
        UNION SELECT entry, NULL, NULL FROM grant_terms WHERE distributor = ?2
        UNION SELECT entry, id, json_array(country, currency, start, reporting_from, scope, territory, product_line)
              FROM card WHERE distributor = ?2
        UNION SELECT entry, NULL, NULL FROM holiday WHERE date BETWEEN ?3 AND ?5
        UNION SELECT entry, NULL, NULL FROM playbook_version WHERE valid_from <= ?3
        UNION SELECT entry, NULL, NULL FROM discount_band WHERE band IN (SELECT id FROM band)
        UNION SELECT entry, NULL, NULL FROM promotion WHERE promotion IN (SELECT id FROM promoted)
        UNION SELECT entry, NULL, NULL FROM promotion_run WHERE promotion IN (SELECT id FROM promoted)
        UNION SELECT entry, NULL, NULL FROM discount_request WHERE id IN (SELECT id FROM request)
        UNION SELECT entry, NULL, NULL FROM discount_answer WHERE request IN (SELECT id FROM request)
    ), turned AS (
        SELECT card, says,
               coalesce((SELECT restores FROM entry AS link WHERE link.act = told.entry AND link.id <= ?1
                         ORDER BY link.id DESC LIMIT 1), told.entry <= ?1) AS counted,
               coalesce((SELECT restores FROM entry AS link WHERE link.act = told.entry
                         ORDER BY link.id DESC LIMIT 1), 1) AS counts,
               coalesce((SELECT max(link.id) FROM entry AS link WHERE link.act = told.entry), told.entry) AS made
        FROM told
    ), held AS (
        SELECT (SELECT says FROM turned WHERE card IS NOT NULL AND counted ORDER BY card DESC LIMIT 1) AS before,
               (SELECT says FROM turned WHERE card IS NOT NULL AND counts ORDER BY card DESC LIMIT 1) AS after
    )
    SELECT DISTINCT made FROM turned, held
    WHERE counted <> counts AND (card IS NULL OR before IS NOT after AND says IS NOT iif(counts, before, after))
    ORDER BY made";

impl Writing<'_> {
    /// Closes a quarter with a distributor. The pack is kept under its SHA-256, once.
    ///
    /// # Errors
    /// [`StoreError::Unknown`] when there is no such distributor.
    pub fn close_quarter(&mut self, new: &NewClosed<'_>) -> Result<(), StoreError> {
        self.known(new.distributor)?;
        let (entry, pack) = (self.entry()?, self.keep_bytes(&Arrival::new(new.pack, "", new.closed_on))?);
        let id = self.row_id();
        let sql =
            "INSERT INTO closed (id, entry, distributor, quarter, revision, closed_on, author, reason, form, views,
                                       pages, pack)
                   VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)";
        let NewClosed { distributor, revision, author, reason, form, views, pages, .. } = new;
        let (quarter, on) = (new.quarter.to_string(), new.closed_on.to_string());
        let row = params![id, entry, distributor, quarter, revision, on, author, reason, form, views, pages, pack];
        run(&self.db, sql, row)
    }
}

impl Store {
    /// The revisions of closed quarters: of a distributor or of all, of a quarter or of all; the oldest first.
    ///
    /// # Errors
    /// When the database can't be read.
    pub fn closed(
        &self,
        distributor: Option<DistributorId>,
        quarter: Option<Quarter>,
    ) -> Result<Vec<Closed>, StoreError> {
        all(&self.db, CLOSED, params![distributor, quarter.map(|quarter| quarter.to_string())], read)
    }

    /// What a revision froze, as JSON.
    ///
    /// # Errors
    /// [`StoreError::Unknown`] when there is no such revision.
    pub fn closed_views(&self, closed: &Closed) -> Result<String, StoreError> {
        let sql = "SELECT views FROM closed_now WHERE distributor = ?1 AND quarter = ?2 AND revision = ?3";
        let key = params![closed.distributor, closed.quarter.to_string(), closed.revision];
        one(&self.db, sql, key, |row| Ok(row.get("views")?))?.ok_or(StoreError::Unknown("closed quarter"))
    }

    /// The number of the next revision. It counts undone ones too: a number never stands for two papers.
    ///
    /// # Errors
    /// When the database can't be read.
    pub fn next_closed(&self, distributor: DistributorId, quarter: Quarter) -> Result<u32, StoreError> {
        let sql = "SELECT coalesce(max(revision), 0) + 1 AS next FROM closed WHERE distributor = ?1 AND quarter = ?2";
        let key = params![distributor, quarter.to_string()];
        Ok(one(&self.db, sql, key, |row| Ok(row.get("next")?))?.unwrap_or(1))
    }

    /// Whether a review of a closed quarter was noted after it.
    ///
    /// # Errors
    /// When the database can't be read.
    pub fn was_reviewed_since(&self, closed: &Closed) -> Result<bool, StoreError> {
        let sql = "SELECT EXISTS (SELECT 1 FROM review WHERE distributor = ?1 AND id > ?2
                                  AND period IN (?3, ?4, ?5, ?6)) AS found";
        let [first, second, third] = closed.quarter.months().map(|month| month.to_string());
        let key = params![closed.distributor, closed.entry, closed.quarter.to_string(), first, second, third];
        Ok(one(&self.db, sql, key, |row| Ok(row.get("found")?))?.unwrap_or(false))
    }

    /// Whether a report or a review of its distributor was taken back or brought back since a quarter was closed.
    ///
    /// # Errors
    /// When the database can't be read.
    pub fn was_taken_back_since(&self, closed: &Closed) -> Result<bool, StoreError> {
        let sql = "SELECT EXISTS (
                       SELECT 1 FROM entry WHERE act IS NOT NULL AND id > ?2
                       AND (EXISTS (SELECT 1 FROM report WHERE report.entry = entry.act AND distributor = ?1)
                            OR EXISTS (SELECT 1 FROM review WHERE review.entry = entry.act AND distributor = ?1))
                   ) AS found";
        let key = params![closed.distributor, closed.entry];
        Ok(one(&self.db, sql, key, |row| Ok(row.get("found")?))?.unwrap_or(false))
    }

    /// What was agreed, decided or set since a quarter was closed, or taken back, that its figures may hang on: whether
    /// they do is for judgement to say. Reports and reviews are no part of it.
    ///
    /// # Errors
    /// When the database can't be read.
    pub fn told_since(&self, closed: &Closed) -> Result<Vec<Entry>, StoreError> {
        let [first, last] = [closed.quarter.first_day(), closed.quarter.last_day()];
        let due = last.checked_add_days(Days::new(DUE_WITHIN)).unwrap_or(last);
        let [first, last, due] = [first, last, due].map(|day| day.to_string());
        let key = params![closed.entry, closed.distributor, first, last, due, closed.quarter.to_string()];
        let made: Vec<EntryId> = all(&self.db, TOLD, key, |row| Ok(row.get("made")?))?;
        made.into_iter().map(|entry| self.entry(entry)).collect()
    }
}

fn read(row: &Row<'_>) -> Result<Closed, StoreError> {
    Ok(Closed {
        distributor: row.get("distributor")?,
        quarter: parsed(row, "quarter")?,
        revision: row.get("revision")?,
        entry: row.get("entry")?,
        closed_on: parsed(row, "closed_on")?,
        author: row.get("author")?,
        reason: row.get("reason")?,
        form: row.get("form")?,
        pages: row.get("pages")?,
        pack: row.get("pack")?,
    })
}

/// A quarter to close, for the tests of this crate.
#[cfg(test)]
pub(crate) fn case(distributor: DistributorId, revision: u32, pack: &[u8]) -> NewClosed<'_> {
    NewClosed {
        distributor,
        quarter: "2026-Q3".parse().expect("a literal"),
        revision,
        closed_on: crate::case::day("2026-10-15"),
        author: "Mei Lin",
        reason: "",
        form: 1,
        views: r#"{"score":"91.8"}"#,
        pages: 9,
        pack,
    }
}
