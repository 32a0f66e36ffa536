-- What was settled about the layout of a distributor's files.

-- A layout that files of a distributor come in. Of those with one fingerprint the newest counts.
CREATE TABLE profile (
    id          BLOB PRIMARY KEY CHECK (length(id) = 16),
    entry       BLOB NOT NULL REFERENCES entry (id),
    distributor BLOB NOT NULL REFERENCES distributor (id),
    kind        TEXT NOT NULL CHECK (kind IN ('weekly', 'monthly', 'lines')),
    fingerprint TEXT NOT NULL CHECK (fingerprint <> ''), -- the same for sheets with the same headers in the same columns
    file        TEXT NOT NULL,                  -- the name of the file that it was learnt from
    sheet       TEXT                            -- NULL for CSV and text files
) STRICT, WITHOUT ROWID;
CREATE INDEX profile_entry ON profile (entry);
CREATE INDEX profile_distributor ON profile (distributor, kind, fingerprint, id);

-- A header of a layout, by row and column: how one that changed is noticed.
CREATE TABLE profile_label (
    profile  BLOB NOT NULL REFERENCES profile (id),
    position INTEGER NOT NULL,
    header   TEXT NOT NULL,                     -- its words, folded; empty for a header that is a period
    letters  TEXT NOT NULL,                     -- of its column
    names    TEXT,                              -- what it names: a measure's key, distributor, period; NULL where nothing
    PRIMARY KEY (profile, position)
) STRICT, WITHOUT ROWID;

-- What a person settled about a question that files of this layout raise; the newest of a question counts.
CREATE TABLE profile_answer (
    id      BLOB PRIMARY KEY CHECK (length(id) = 16),
    entry   BLOB NOT NULL REFERENCES entry (id),
    profile BLOB NOT NULL REFERENCES profile (id),
    about   TEXT NOT NULL,                      -- the field: kind, period, a measure's key
    why     TEXT NOT NULL,                      -- why it was open
    text    TEXT NOT NULL,                      -- what the file said then
    rule    TEXT NOT NULL,                      -- how the answer carries over to the next file
    kept    INTEGER NOT NULL CHECK (kept IN (0, 1)) -- 0: to be asked again
) STRICT, WITHOUT ROWID;
CREATE INDEX profile_answer_entry ON profile_answer (entry);
CREATE INDEX profile_answer_profile ON profile_answer (profile, about, why, id);

-- Whether a profile is trusted, and whether it is kept; the newest counts.
CREATE TABLE profile_standing (
    id      BLOB PRIMARY KEY CHECK (length(id) = 16),
    entry   BLOB NOT NULL REFERENCES entry (id),
    profile BLOB NOT NULL REFERENCES profile (id),
    trusted INTEGER NOT NULL CHECK (trusted IN (0, 1)),
    kept    INTEGER NOT NULL CHECK (kept IN (0, 1))
) STRICT, WITHOUT ROWID;
CREATE INDEX profile_standing_entry ON profile_standing (entry);
CREATE INDEX profile_standing_profile ON profile_standing (profile, id);

CREATE VIEW profile_standing_now AS
SELECT profile, trusted, kept, max(id) AS id
FROM profile_standing WHERE entry NOT IN (SELECT act FROM undone)
GROUP BY profile;

CREATE VIEW profile_now AS
SELECT max(profile.id) AS id, profile.entry, profile.distributor, kind, fingerprint, file, sheet
FROM profile JOIN distributor ON distributor.id = profile.distributor
WHERE profile.entry NOT IN (SELECT act FROM undone) AND distributor.entry NOT IN (SELECT act FROM undone)
  AND profile.id NOT IN (SELECT profile FROM profile_standing_now WHERE kept = 0)
GROUP BY profile.distributor, kind, fingerprint;

CREATE VIEW profile_answer_now AS
SELECT entry, profile, about, why, text, rule FROM (
    SELECT max(id), entry, profile, about, why, text, rule, kept
    FROM profile_answer WHERE entry NOT IN (SELECT act FROM undone)
    GROUP BY profile, about, why
) WHERE kept = 1;

CREATE TRIGGER profile_kept BEFORE UPDATE ON profile BEGIN SELECT RAISE(ABORT, 'rows are only added'); END;
CREATE TRIGGER profile_stays BEFORE DELETE ON profile BEGIN SELECT RAISE(ABORT, 'rows are only added'); END;
CREATE TRIGGER profile_label_kept BEFORE UPDATE ON profile_label BEGIN SELECT RAISE(ABORT, 'rows are only added'); END;
CREATE TRIGGER profile_label_stays BEFORE DELETE ON profile_label BEGIN SELECT RAISE(ABORT, 'rows are only added'); END;
CREATE TRIGGER profile_answer_kept BEFORE UPDATE ON profile_answer BEGIN SELECT RAISE(ABORT, 'rows are only added'); END;
CREATE TRIGGER profile_answer_stays BEFORE DELETE ON profile_answer BEGIN SELECT RAISE(ABORT, 'rows are only added'); END;
CREATE TRIGGER profile_standing_kept BEFORE UPDATE ON profile_standing BEGIN SELECT RAISE(ABORT, 'rows are only added'); END;
CREATE TRIGGER profile_standing_stays BEFORE DELETE ON profile_standing BEGIN SELECT RAISE(ABORT, 'rows are only added'); END;
