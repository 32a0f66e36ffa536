-- Reviews: what was decided in them, how a quarterly one is prepared, its actions, and the quarters that are closed.

-- What a review decided, in its order.
CREATE TABLE review_decision (
    review   BLOB NOT NULL REFERENCES review (id),
    position INTEGER NOT NULL,
    text     TEXT NOT NULL,
    PRIMARY KEY (review, position)
) STRICT, WITHOUT ROWID;

-- A quarterly review as it is prepared and minuted: each saving is a row of its own, whole; the newest counts.
CREATE TABLE qbr (
    id          BLOB PRIMARY KEY CHECK (length(id) = 16),
    entry       BLOB NOT NULL REFERENCES entry (id),
    distributor BLOB NOT NULL REFERENCES distributor (id),
    quarter     TEXT NOT NULL,                  -- 2026-Q3
    planned_on  TEXT,                           -- the day it is planned for; NULL while it is not
    starts      TEXT,                           -- 14:00; NULL while it is not said
    place       TEXT NOT NULL,                  -- may be empty
    present     TEXT NOT NULL,                  -- who takes part; may be empty
    minutes     TEXT,                           -- of the five items: 10 8 7 10 5; NULL as the playbook says
    edited      INTEGER NOT NULL CHECK (edited IN (0, 1)), -- whether wins and losses are the manager's own
    UNIQUE (distributor, quarter, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX qbr_entry ON qbr (entry);

-- Its wins, losses and priorities, in their order. One that is half filled in is kept as it is.
CREATE TABLE qbr_line (
    qbr      BLOB NOT NULL REFERENCES qbr (id),
    kind     TEXT NOT NULL CHECK (kind IN ('win', 'loss', 'priority')),
    position INTEGER NOT NULL,
    what     TEXT NOT NULL,
    why      TEXT NOT NULL,
    worth    TEXT NOT NULL,                     -- how much it was, as it is said; may be empty
    PRIMARY KEY (qbr, kind, position)
) STRICT, WITHOUT ROWID;

-- What was noted on an item of the agenda.
CREATE TABLE qbr_note (
    qbr   BLOB NOT NULL REFERENCES qbr (id),
    topic TEXT NOT NULL,
    text  TEXT NOT NULL,
    PRIMARY KEY (qbr, topic)
) STRICT, WITHOUT ROWID;

-- An action that a quarterly review agreed: its identity. What is known of it is in its states.
CREATE TABLE qbr_action (
    id          BLOB PRIMARY KEY CHECK (length(id) = 16),
    entry       BLOB NOT NULL REFERENCES entry (id),
    distributor BLOB NOT NULL REFERENCES distributor (id),
    quarter     TEXT NOT NULL                   -- whose review agreed it
) STRICT, WITHOUT ROWID;
CREATE INDEX qbr_action_entry ON qbr_action (entry);
CREATE INDEX qbr_action_distributor ON qbr_action (distributor, id);

-- A revision of an action; the newest counts.
CREATE TABLE qbr_action_state (
    id         BLOB PRIMARY KEY CHECK (length(id) = 16),
    entry      BLOB NOT NULL REFERENCES entry (id),
    action     BLOB NOT NULL REFERENCES qbr_action (id),
    what       TEXT NOT NULL CHECK (what <> ''),
    owner      TEXT NOT NULL CHECK (owner <> ''),
    due        TEXT NOT NULL,
    settled    TEXT CHECK (settled IN ('done', 'dropped')), -- NULL while it is open
    settled_on TEXT,
    CHECK ((settled IS NULL) = (settled_on IS NULL))
) STRICT, WITHOUT ROWID;
CREATE INDEX qbr_action_state_entry ON qbr_action_state (entry);
CREATE INDEX qbr_action_state_action ON qbr_action_state (action, id);

-- A quarter that was closed with a distributor: what was shown then, and the pack as it was printed. A later correction
-- makes the next revision; both stay.
CREATE TABLE closed (
    id          BLOB PRIMARY KEY CHECK (length(id) = 16),
    entry       BLOB NOT NULL REFERENCES entry (id),
    distributor BLOB NOT NULL REFERENCES distributor (id),
    quarter     TEXT NOT NULL,
    revision    INTEGER NOT NULL CHECK (revision > 0),
    closed_on   TEXT NOT NULL,
    author      TEXT NOT NULL,
    reason      TEXT NOT NULL,                  -- of a later revision; empty for the first
    form        INTEGER NOT NULL,               -- which shape the frozen views have
    views       TEXT NOT NULL,                  -- what was shown, as JSON
    pages       INTEGER NOT NULL,
    pack        BLOB NOT NULL REFERENCES source_file (id), -- the PDF, kept under its SHA-256
    UNIQUE (distributor, quarter, revision)
) STRICT, WITHOUT ROWID;
CREATE INDEX closed_entry ON closed (entry);
CREATE INDEX closed_pack ON closed (pack);

CREATE VIEW qbr_now AS
SELECT max(id) AS id, entry, distributor, quarter, planned_on, starts, place, present, minutes, edited
FROM qbr WHERE entry NOT IN (SELECT act FROM undone)
GROUP BY distributor, quarter;

CREATE VIEW qbr_action_now AS
SELECT max(qbr_action_state.id) AS state, qbr_action.id, qbr_action.distributor, quarter, what, owner, due, settled,
       settled_on
FROM qbr_action JOIN qbr_action_state ON qbr_action_state.action = qbr_action.id
WHERE qbr_action.entry NOT IN (SELECT act FROM undone) AND qbr_action_state.entry NOT IN (SELECT act FROM undone)
GROUP BY qbr_action.id;

-- Every revision that counts: earlier ones still print.
CREATE VIEW closed_now AS
SELECT * FROM closed WHERE entry NOT IN (SELECT act FROM undone);

CREATE TRIGGER review_decision_kept BEFORE UPDATE ON review_decision BEGIN SELECT RAISE(ABORT, 'rows are only added'); END;
CREATE TRIGGER review_decision_stays BEFORE DELETE ON review_decision BEGIN SELECT RAISE(ABORT, 'rows are only added'); END;
CREATE TRIGGER qbr_kept BEFORE UPDATE ON qbr BEGIN SELECT RAISE(ABORT, 'rows are only added'); END;
CREATE TRIGGER qbr_stays BEFORE DELETE ON qbr BEGIN SELECT RAISE(ABORT, 'rows are only added'); END;
CREATE TRIGGER qbr_line_kept BEFORE UPDATE ON qbr_line BEGIN SELECT RAISE(ABORT, 'rows are only added'); END;
CREATE TRIGGER qbr_line_stays BEFORE DELETE ON qbr_line BEGIN SELECT RAISE(ABORT, 'rows are only added'); END;
CREATE TRIGGER qbr_note_kept BEFORE UPDATE ON qbr_note BEGIN SELECT RAISE(ABORT, 'rows are only added'); END;
CREATE TRIGGER qbr_note_stays BEFORE DELETE ON qbr_note BEGIN SELECT RAISE(ABORT, 'rows are only added'); END;
CREATE TRIGGER qbr_action_kept BEFORE UPDATE ON qbr_action BEGIN SELECT RAISE(ABORT, 'rows are only added'); END;
CREATE TRIGGER qbr_action_stays BEFORE DELETE ON qbr_action BEGIN SELECT RAISE(ABORT, 'rows are only added'); END;
CREATE TRIGGER qbr_action_state_kept BEFORE UPDATE ON qbr_action_state BEGIN SELECT RAISE(ABORT, 'rows are only added'); END;
CREATE TRIGGER qbr_action_state_stays BEFORE DELETE ON qbr_action_state BEGIN SELECT RAISE(ABORT, 'rows are only added'); END;
CREATE TRIGGER closed_kept BEFORE UPDATE ON closed BEGIN SELECT RAISE(ABORT, 'rows are only added'); END;
CREATE TRIGGER closed_stays BEFORE DELETE ON closed BEGIN SELECT RAISE(ABORT, 'rows are only added'); END;
