//! Files as they arrived: their content is kept once, compressed, under its SHA-256.

use std::fmt;

use chrono::NaiveDate;
use rusqlite::types::{FromSql, FromSqlResult, ToSqlOutput, ValueRef};
use rusqlite::{Connection, ToSql, params};
use sha2::Digest;

use crate::rows::{one, parsed, run};
use crate::{EntryId, FileId, ImportId, Store, StoreError, Writing};

/// The SHA-256 of a file's content.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Sha256([u8; 32]);

impl Sha256 {
    /// The hash of these bytes.
    #[must_use]
    pub fn of(bytes: &[u8]) -> Self {
        Self(sha2::Sha256::digest(bytes).into())
    }
}

impl fmt::Display for Sha256 {
    /// 64 hexadecimal digits.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

impl ToSql for Sha256 {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(ToSqlOutput::Borrowed(ValueRef::Blob(&self.0)))
    }
}

impl FromSql for Sha256 {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        <[u8; 32]>::column_result(value).map(Self)
    }
}

/// A file that arrived, to hang reports on. Nothing is stored of it until a report of it is.
#[derive(Debug)]
pub struct Arrival<'b> {
    bytes: &'b [u8],
    name: &'b str,
    received: NaiveDate,
    pub(crate) sha: Sha256,
    kept: Option<(EntryId, ImportId)>,
}

impl<'b> Arrival<'b> {
    /// A file of that content and name, received on a day.
    #[must_use]
    pub fn new(bytes: &'b [u8], name: &'b str, received: NaiveDate) -> Self {
        Self { bytes, name, received, sha: Sha256::of(bytes), kept: None }
    }
}

/// A file whose reports count.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KnownFile {
    /// Its content.
    pub id: FileId,
    /// What it was called when it last arrived.
    pub name: String,
    /// The day it was received then.
    pub received: NaiveDate,
    /// The entry that imported it then.
    pub entry: EntryId,
}

impl Writing<'_> {
    /// Keeps a file as it arrived, once in this entry; its content is kept once for all.
    pub(crate) fn keep(&mut self, arrival: &mut Arrival<'_>) -> Result<ImportId, StoreError> {
        let entry = self.entry()?;
        if let Some((_, import)) = arrival.kept.filter(|(kept_by, _)| *kept_by == entry) {
            return Ok(import);
        }
        let file = self.keep_bytes(arrival)?;
        let import = ImportId(self.ids.next());
        let sql = "INSERT INTO import (id, entry, file, name, received) VALUES (?1, ?2, ?3, ?4, ?5)";
        run(&self.db, sql, params![import, entry, file, arrival.name, arrival.received.to_string()])?;
        arrival.kept = Some((entry, import));
        Ok(import)
    }

    /// Keeps a content, once for all.
    pub(crate) fn keep_bytes(&mut self, arrival: &Arrival<'_>) -> Result<FileId, StoreError> {
        if let Some(file) = file_id(&self.db, arrival.sha)? {
            return Ok(file);
        }
        let (entry, file) = (self.entry()?, FileId(self.ids.next()));
        let packed = zstd::encode_all(arrival.bytes, level(arrival.bytes)).map_err(StoreError::Packing)?;
        let size = i64::try_from(arrival.bytes.len()).unwrap_or(i64::MAX);
        let sql = "INSERT INTO source_file (id, entry, sha256, size, packed) VALUES (?1, ?2, ?3, ?4, ?5)";
        run(&self.db, sql, params![file, entry, arrival.sha, size, packed])?;
        Ok(file)
    }
}

impl Store {
    /// The file of that content, if reports of it count: importing it again would change nothing.
    ///
    /// # Errors
    /// When the database can't be read.
    pub fn file_by_sha(&self, sha: Sha256) -> Result<Option<KnownFile>, StoreError> {
        let sql = "SELECT import.file, import.name, import.received, import.entry
                   FROM source_file JOIN import ON import.file = source_file.id
                   WHERE source_file.sha256 = ?1 AND import.entry NOT IN (SELECT act FROM undone)
                   ORDER BY import.id DESC LIMIT 1";
        one(&self.db, sql, [sha], |row| {
            Ok(KnownFile {
                id: row.get("file")?,
                name: row.get("name")?,
                received: parsed(row, "received")?,
                entry: row.get("entry")?,
            })
        })
    }

    /// The content of a file as it came.
    ///
    /// # Errors
    /// [`StoreError::Unknown`], or [`StoreError::Damaged`] when it no longer has its SHA-256.
    pub fn source_bytes(&self, file: FileId) -> Result<Vec<u8>, StoreError> {
        let sql = "SELECT sha256, packed FROM source_file WHERE id = ?1";
        let found =
            one(&self.db, sql, [file], |row| Ok(unpack(row.get("sha256")?, row.get_ref("packed")?.as_blob()?)))?;
        found
            .ok_or(StoreError::Unknown("file"))?
            .ok_or_else(|| StoreError::Damaged(format!("the content of file {file} is not what was stored")))
    }
}

/// How hard a content is packed: workbooks are zip packages, and what is packed already hardly shrinks for more time.
fn level(bytes: &[u8]) -> i32 {
    if bytes.starts_with(b"PK") { 1 } else { zstd::DEFAULT_COMPRESSION_LEVEL }
}

/// The bytes behind a packed content, if they still have their SHA-256.
pub(crate) fn unpack(sha: Sha256, packed: &[u8]) -> Option<Vec<u8>> {
    zstd::decode_all(packed).ok().filter(|bytes| Sha256::of(bytes) == sha)
}

fn file_id(db: &Connection, sha: Sha256) -> Result<Option<FileId>, StoreError> {
    one(db, "SELECT id FROM source_file WHERE sha256 = ?1", [sha], |row| Ok(row.get("id")?))
}
