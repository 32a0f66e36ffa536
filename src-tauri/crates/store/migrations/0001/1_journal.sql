-- The journal. Every change is an entry; every other row belongs to one and is only ever added.

-- `id` is a UUIDv7 that orders entries by a hybrid logical clock: never before an earlier entry, even when the laptop's
-- clock was put back. `at` is what that clock said.
CREATE TABLE entry (
    number   INTEGER PRIMARY KEY,               -- a short name for people: undo 12
    id       BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
    at       TEXT NOT NULL,                     -- UTC, ISO 8601 with milliseconds
    who      TEXT NOT NULL,
    device   TEXT NOT NULL,
    kind     TEXT NOT NULL,
    what     TEXT NOT NULL,                     -- a message key; its arguments are in entry_word
    undoes   BLOB REFERENCES entry (id),        -- the entry that this one takes back, if it does
    act      BLOB REFERENCES entry (id),        -- the act at the root of that chain
    restores INTEGER CHECK (restores IN (0, 1)),-- whether the act's rows count again from here on
    CHECK ((undoes IS NULL) = (act IS NULL) AND (act IS NULL) = (restores IS NULL))
) STRICT;

-- The chain of one act, newest last: what decides whether its rows count.
CREATE INDEX entry_chain ON entry (act, id, restores) WHERE act IS NOT NULL;

-- The arguments of an entry's words.
CREATE TABLE entry_word (
    entry BLOB NOT NULL REFERENCES entry (id),
    name  TEXT NOT NULL,
    value TEXT NOT NULL,
    PRIMARY KEY (entry, name)
) STRICT, WITHOUT ROWID;

-- A hash over every row of an entry, written with it: a bit that flips on the disk later is noticed.
CREATE TABLE seal (
    entry BLOB PRIMARY KEY REFERENCES entry (id),
    form  INTEGER NOT NULL,                     -- which list of columns was hashed
    hash  BLOB NOT NULL CHECK (length(hash) = 32)
) STRICT, WITHOUT ROWID;

-- The acts whose rows don't count: the newest link of their chain takes them back.
CREATE VIEW undone AS
SELECT act FROM (SELECT act, restores, max(id) FROM entry WHERE act IS NOT NULL GROUP BY act) WHERE restores = 0;

-- A workspace-wide choice by name; the newest counts.
CREATE TABLE setting (
    id    BLOB PRIMARY KEY CHECK (length(id) = 16),
    entry BLOB NOT NULL REFERENCES entry (id),
    key   TEXT NOT NULL,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX setting_entry ON setting (entry);
CREATE INDEX setting_key ON setting (key, id);

CREATE VIEW setting_now AS
SELECT key, value, max(id) AS id FROM setting WHERE entry NOT IN (SELECT act FROM undone) GROUP BY key;

CREATE TRIGGER entry_kept BEFORE UPDATE ON entry BEGIN SELECT RAISE(ABORT, 'rows are only added'); END;
CREATE TRIGGER entry_stays BEFORE DELETE ON entry BEGIN SELECT RAISE(ABORT, 'rows are only added'); END;
CREATE TRIGGER entry_word_kept BEFORE UPDATE ON entry_word BEGIN SELECT RAISE(ABORT, 'rows are only added'); END;
CREATE TRIGGER entry_word_stays BEFORE DELETE ON entry_word BEGIN SELECT RAISE(ABORT, 'rows are only added'); END;
CREATE TRIGGER seal_kept BEFORE UPDATE ON seal BEGIN SELECT RAISE(ABORT, 'rows are only added'); END;
CREATE TRIGGER seal_stays BEFORE DELETE ON seal BEGIN SELECT RAISE(ABORT, 'rows are only added'); END;
CREATE TRIGGER setting_kept BEFORE UPDATE ON setting BEGIN SELECT RAISE(ABORT, 'rows are only added'); END;
CREATE TRIGGER setting_stays BEFORE DELETE ON setting BEGIN SELECT RAISE(ABORT, 'rows are only added'); END;
