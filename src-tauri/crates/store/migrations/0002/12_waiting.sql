-- Files in review that wait across restarts, and what became of each batch.
--
-- This is the tray beside the record, not the record: nothing here counts in any view, so its rows belong to no entry,
-- carry no seal, and change and go as the work on them does. What is confirmed goes into the record as an entry.

-- Files that came together. A number is never given twice.
CREATE TABLE tray_batch (
    number INTEGER PRIMARY KEY AUTOINCREMENT,   -- a short name for people: batch 12
    at     TEXT NOT NULL,                       -- UTC, ISO 8601 with milliseconds
    origin TEXT NOT NULL CHECK (origin IN ('drop', 'watched')),
    passed INTEGER NOT NULL                     -- hidden files and locks that were passed over
) STRICT;

-- A file of a batch, and what became of it.
CREATE TABLE tray_file (
    batch    INTEGER NOT NULL REFERENCES tray_batch (number),
    position INTEGER NOT NULL,
    name     TEXT NOT NULL,
    received TEXT NOT NULL,                     -- a date
    sha256   BLOB CHECK (length(sha256) = 32),  -- NULL where it could not be opened
    outcome  TEXT NOT NULL,
    why      TEXT NOT NULL,                     -- more about it: the key of a refusal, the day of the same bytes
    entry    BLOB REFERENCES entry (id),        -- what stored it
    packed   BLOB,                              -- zstd: its bytes, as long as it waits
    work     BLOB,                              -- zstd: what it was read as and the answers so far, as long as it waits
    CHECK ((packed IS NULL) = (work IS NULL)),
    PRIMARY KEY (batch, position)
) STRICT;
CREATE INDEX tray_file_sha256 ON tray_file (sha256);
CREATE INDEX tray_file_waiting ON tray_file (batch, position) WHERE packed IS NOT NULL;
