-- What was agreed, held and decided.

-- A target, or an amendment of one: both stay, and `valid_from` says from when it holds. Numbers are exact decimals.
CREATE TABLE target (
    id          BLOB PRIMARY KEY CHECK (length(id) = 16),
    entry       BLOB NOT NULL REFERENCES entry (id),
    distributor BLOB NOT NULL REFERENCES distributor (id),
    about       TEXT NOT NULL CHECK (about IN ('kpi', 'measure')),
    key         TEXT NOT NULL,                  -- of the KPI or the measure
    goal        TEXT NOT NULL CHECK (goal IN ('value', 'baseline', 'band')),
    value       TEXT,                           -- what is to be reached, but for a band
    baseline    TEXT,                           -- where it was
    low         TEXT,                           -- of a band
    high        TEXT,
    margin      TEXT,
    per         TEXT NOT NULL CHECK (per IN ('month', 'quarter', 'year')),
    currency    TEXT,                           -- ISO 4217; NULL where it is no money
    valid_from  TEXT NOT NULL,
    agreed      INTEGER NOT NULL CHECK (agreed IN (0, 1)),
    reason      TEXT NOT NULL,                  -- of an amendment; empty for a first target
    CHECK ((goal = 'band') = (value IS NULL)),
    CHECK ((goal = 'baseline') = (baseline IS NOT NULL)),
    CHECK ((goal = 'band') = (low IS NOT NULL AND high IS NOT NULL AND margin IS NOT NULL))
) STRICT, WITHOUT ROWID;
CREATE INDEX target_entry ON target (entry);
CREATE INDEX target_distributor ON target (distributor, about, key, valid_from, id);

CREATE VIEW target_now AS
SELECT max(id) AS id, entry, distributor, about, key, goal, value, baseline, low, high, margin, per, currency, valid_from,
       agreed, reason
FROM target WHERE entry NOT IN (SELECT act FROM undone)
GROUP BY distributor, about, key, valid_from;

-- A review that was held; noting it again corrects it.
CREATE TABLE review (
    id          BLOB PRIMARY KEY CHECK (length(id) = 16),
    entry       BLOB NOT NULL REFERENCES entry (id),
    distributor BLOB NOT NULL REFERENCES distributor (id),
    kind        TEXT NOT NULL CHECK (kind IN ('monthly-review', 'qbr')),
    period      TEXT NOT NULL,                  -- the month or the quarter that was reviewed
    held_on     TEXT NOT NULL,
    notes       TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX review_entry ON review (entry);
CREATE INDEX review_distributor ON review (distributor, kind, period, id);

CREATE VIEW review_now AS
SELECT max(id) AS id, entry, distributor, kind, period, held_on, notes
FROM review WHERE entry NOT IN (SELECT act FROM undone)
GROUP BY distributor, kind, period;

-- What a person decided on an assessment, beside what the rule proposed.
CREATE TABLE decision (
    id          BLOB PRIMARY KEY CHECK (length(id) = 16),
    entry       BLOB NOT NULL REFERENCES entry (id),
    distributor BLOB NOT NULL REFERENCES distributor (id),
    quarter     TEXT NOT NULL,                  -- the quarter assessed: 2026-Q3
    proposed    TEXT NOT NULL,                  -- the rule's outcome
    outcome     TEXT NOT NULL,                  -- the person's
    reason      TEXT NOT NULL,
    author      TEXT NOT NULL,
    expires     TEXT                            -- the last day of an override
) STRICT, WITHOUT ROWID;
CREATE INDEX decision_entry ON decision (entry);
CREATE INDEX decision_distributor ON decision (distributor, quarter, id);

CREATE VIEW decision_now AS
SELECT max(id) AS id, entry, distributor, quarter, proposed, outcome, reason, author, expires
FROM decision WHERE entry NOT IN (SELECT act FROM undone)
GROUP BY distributor, quarter;

CREATE TRIGGER target_kept BEFORE UPDATE ON target BEGIN SELECT RAISE(ABORT, 'rows are only added'); END;
CREATE TRIGGER target_stays BEFORE DELETE ON target BEGIN SELECT RAISE(ABORT, 'rows are only added'); END;
CREATE TRIGGER review_kept BEFORE UPDATE ON review BEGIN SELECT RAISE(ABORT, 'rows are only added'); END;
CREATE TRIGGER review_stays BEFORE DELETE ON review BEGIN SELECT RAISE(ABORT, 'rows are only added'); END;
CREATE TRIGGER decision_kept BEFORE UPDATE ON decision BEGIN SELECT RAISE(ABORT, 'rows are only added'); END;
CREATE TRIGGER decision_stays BEFORE DELETE ON decision BEGIN SELECT RAISE(ABORT, 'rows are only added'); END;
