-- What distributors reported, and the files that say so.

-- A file's content, kept once; it stays when the import that brought it is undone.
CREATE TABLE source_file (
    id     BLOB PRIMARY KEY CHECK (length(id) = 16),
    entry  BLOB NOT NULL REFERENCES entry (id),
    sha256 BLOB NOT NULL UNIQUE CHECK (length(sha256) = 32),
    size   INTEGER NOT NULL,                    -- bytes, unpacked
    packed BLOB NOT NULL                        -- zstd
) STRICT;
CREATE INDEX source_file_entry ON source_file (entry);

-- A file as it arrived: what it was called then, and when it was received.
CREATE TABLE import (
    id       BLOB PRIMARY KEY CHECK (length(id) = 16),
    entry    BLOB NOT NULL REFERENCES entry (id),
    file     BLOB NOT NULL REFERENCES source_file (id),
    name     TEXT NOT NULL,
    received TEXT NOT NULL                      -- a date
) STRICT, WITHOUT ROWID;
CREATE INDEX import_entry ON import (entry);
CREATE INDEX import_file ON import (file);

-- A report of one distributor for one period. A correction is a new revision; the newest counts.
CREATE TABLE report (
    id          BLOB PRIMARY KEY CHECK (length(id) = 16),
    entry       BLOB NOT NULL REFERENCES entry (id),
    distributor BLOB NOT NULL REFERENCES distributor (id),
    kind        TEXT NOT NULL CHECK (kind IN ('weekly', 'monthly', 'lines')),
    period      TEXT NOT NULL,                  -- 2026-W41 or 2026-10
    period_end  TEXT NOT NULL,                  -- the same, unless a list of sales spans several months
    revision    INTEGER NOT NULL CHECK (revision > 0),
    import      BLOB NOT NULL REFERENCES import (id),
    sheet       TEXT,                           -- NULL for CSV and text files
    currency    TEXT,                           -- ISO 4217; NULL where the report holds no money
    received    TEXT NOT NULL,                  -- a date: on time or late goes by this
    content     BLOB NOT NULL CHECK (length(content) = 32), -- a hash of all it states, without its cells
    UNIQUE (distributor, kind, period, period_end, revision)
) STRICT, WITHOUT ROWID;
CREATE INDEX report_entry ON report (entry);
CREATE INDEX report_import ON report (import);

-- A measure belongs to the report revision that stated it.
CREATE TABLE measure (
    report BLOB NOT NULL REFERENCES report (id),
    key    TEXT NOT NULL,
    value  TEXT NOT NULL,                       -- exact decimal
    cell   TEXT,                                -- A1 style, on report.sheet; NULL when a person stated it
    PRIMARY KEY (report, key)
) STRICT, WITHOUT ROWID;

-- What a report says in words, in its order.
CREATE TABLE remark (
    report   BLOB NOT NULL REFERENCES report (id),
    position INTEGER NOT NULL,
    kind     TEXT NOT NULL,
    category TEXT,                              -- for a blocker
    text     TEXT NOT NULL,
    cell     TEXT,
    PRIMARY KEY (report, position)
) STRICT, WITHOUT ROWID;

-- The totals of a raw list of sales, over its data rows.
CREATE TABLE lines (
    report   BLOB PRIMARY KEY REFERENCES report (id),
    count    INTEGER NOT NULL,
    quantity TEXT,                              -- exact decimal
    amount   TEXT,                              -- exact decimal, in report.currency
    first    TEXT,                              -- the first day sold
    last     TEXT                               -- the last day sold
) STRICT, WITHOUT ROWID;

-- What a person answered to a question that a file left open.
CREATE TABLE answer (
    id     BLOB PRIMARY KEY CHECK (length(id) = 16),
    entry  BLOB NOT NULL REFERENCES entry (id),
    report BLOB NOT NULL REFERENCES report (id),
    about  TEXT NOT NULL,                       -- the field: period, currency, a measure's key
    text   TEXT NOT NULL,                       -- what the file says
    cell   TEXT,
    choice TEXT NOT NULL                        -- what the person chose
) STRICT, WITHOUT ROWID;
CREATE INDEX answer_entry ON answer (entry);
CREATE INDEX answer_report ON answer (report);

-- Every revision that counts, the corrected ones too: punctuality goes by the first.
CREATE VIEW report_live AS
SELECT * FROM report WHERE entry NOT IN (SELECT act FROM undone);

-- The newest revision of each report.
CREATE VIEW report_now AS
SELECT id, entry, distributor, kind, period, period_end, max(revision) AS revision, import, sheet, currency, received,
       content
FROM report WHERE entry NOT IN (SELECT act FROM undone)
GROUP BY distributor, kind, period, period_end;

CREATE TRIGGER source_file_kept BEFORE UPDATE ON source_file BEGIN SELECT RAISE(ABORT, 'rows are only added'); END;
CREATE TRIGGER source_file_stays BEFORE DELETE ON source_file BEGIN SELECT RAISE(ABORT, 'rows are only added'); END;
CREATE TRIGGER import_kept BEFORE UPDATE ON import BEGIN SELECT RAISE(ABORT, 'rows are only added'); END;
CREATE TRIGGER import_stays BEFORE DELETE ON import BEGIN SELECT RAISE(ABORT, 'rows are only added'); END;
CREATE TRIGGER report_kept BEFORE UPDATE ON report BEGIN SELECT RAISE(ABORT, 'rows are only added'); END;
CREATE TRIGGER report_stays BEFORE DELETE ON report BEGIN SELECT RAISE(ABORT, 'rows are only added'); END;
CREATE TRIGGER measure_kept BEFORE UPDATE ON measure BEGIN SELECT RAISE(ABORT, 'rows are only added'); END;
CREATE TRIGGER measure_stays BEFORE DELETE ON measure BEGIN SELECT RAISE(ABORT, 'rows are only added'); END;
CREATE TRIGGER remark_kept BEFORE UPDATE ON remark BEGIN SELECT RAISE(ABORT, 'rows are only added'); END;
CREATE TRIGGER remark_stays BEFORE DELETE ON remark BEGIN SELECT RAISE(ABORT, 'rows are only added'); END;
CREATE TRIGGER lines_kept BEFORE UPDATE ON lines BEGIN SELECT RAISE(ABORT, 'rows are only added'); END;
CREATE TRIGGER lines_stays BEFORE DELETE ON lines BEGIN SELECT RAISE(ABORT, 'rows are only added'); END;
CREATE TRIGGER answer_kept BEFORE UPDATE ON answer BEGIN SELECT RAISE(ABORT, 'rows are only added'); END;
CREATE TRIGGER answer_stays BEFORE DELETE ON answer BEGIN SELECT RAISE(ABORT, 'rows are only added'); END;
