-- The launch checklist: what is on it from a day on, and what was noted about each item.

-- A revision of the checklist: the items of one entry are one list. A launch goes by the list that held on its start.
CREATE TABLE launch_item (
    id         BLOB PRIMARY KEY CHECK (length(id) = 16),
    entry      BLOB NOT NULL REFERENCES entry (id),
    valid_from TEXT NOT NULL,
    position   INTEGER NOT NULL CHECK (position > 0),
    week       INTEGER NOT NULL CHECK (week BETWEEN 1 AND 4),
    key        TEXT NOT NULL CHECK (key <> ''),
    title      TEXT NOT NULL,                   -- empty for an item that ships
    least      INTEGER CHECK (least > 0),       -- of a counted item; NULL for one that is ticked
    most       INTEGER
) STRICT, WITHOUT ROWID;
CREATE INDEX launch_item_entry ON launch_item (entry);

-- Something noted about an item: done, open again, so many by now, or moved to another day.
CREATE TABLE launch_mark (
    id          BLOB PRIMARY KEY CHECK (length(id) = 16),
    entry       BLOB NOT NULL REFERENCES entry (id),
    distributor BLOB NOT NULL REFERENCES distributor (id),
    item        TEXT NOT NULL,
    kind        TEXT NOT NULL CHECK (kind IN ('done', 'open', 'count', 'moved')),
    noted       TEXT NOT NULL,                  -- the day it holds for
    count       INTEGER CHECK (count >= 0),
    moved_to    TEXT,
    reason      TEXT NOT NULL,
    CHECK ((kind = 'count') = (count IS NOT NULL)),
    CHECK ((kind = 'moved') = (moved_to IS NOT NULL))
) STRICT, WITHOUT ROWID;
CREATE INDEX launch_mark_entry ON launch_mark (entry);
CREATE INDEX launch_mark_distributor ON launch_mark (distributor, id);

CREATE VIEW launch_item_now AS
SELECT id, entry, valid_from, position, week, key, title, least, most
FROM launch_item WHERE entry NOT IN (SELECT act FROM undone);

CREATE VIEW launch_mark_now AS
SELECT id, entry, distributor, item, kind, noted, count, moved_to, reason
FROM launch_mark WHERE entry NOT IN (SELECT act FROM undone);

CREATE TRIGGER launch_item_kept BEFORE UPDATE ON launch_item BEGIN SELECT RAISE(ABORT, 'rows are only added'); END;
CREATE TRIGGER launch_item_stays BEFORE DELETE ON launch_item BEGIN SELECT RAISE(ABORT, 'rows are only added'); END;
CREATE TRIGGER launch_mark_kept BEFORE UPDATE ON launch_mark BEGIN SELECT RAISE(ABORT, 'rows are only added'); END;
CREATE TRIGGER launch_mark_stays BEFORE DELETE ON launch_mark BEGIN SELECT RAISE(ABORT, 'rows are only added'); END;
