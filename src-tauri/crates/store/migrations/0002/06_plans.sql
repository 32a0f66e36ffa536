-- Corrective action plans: three actions, and the reviews that compare the KPI with its start.

CREATE TABLE plan (
    id          BLOB PRIMARY KEY CHECK (length(id) = 16),
    entry       BLOB NOT NULL REFERENCES entry (id),
    distributor BLOB NOT NULL REFERENCES distributor (id),
    kpi         TEXT NOT NULL,
    month       TEXT NOT NULL,                  -- the month that triggered it: 2026-09
    opened      TEXT NOT NULL                   -- day 0
) STRICT, WITHOUT ROWID;
CREATE INDEX plan_entry ON plan (entry);
CREATE INDEX plan_distributor ON plan (distributor, id);

-- A revision of a plan's actions, all three at once; the newest of a position counts.
CREATE TABLE plan_action (
    id       BLOB PRIMARY KEY CHECK (length(id) = 16),
    entry    BLOB NOT NULL REFERENCES entry (id),
    plan     BLOB NOT NULL REFERENCES plan (id),
    position INTEGER NOT NULL CHECK (position BETWEEN 1 AND 3),
    what     TEXT NOT NULL CHECK (what <> ''),
    owner    TEXT NOT NULL CHECK (owner <> ''),
    due      TEXT NOT NULL,
    done     TEXT                               -- the day it was done; NULL while it is open
) STRICT, WITHOUT ROWID;
CREATE INDEX plan_action_entry ON plan_action (entry);
CREATE INDEX plan_action_plan ON plan_action (plan, position, id);

-- A review of a plan. One that extends it is followed by another; any other outcome closes it.
CREATE TABLE plan_review (
    id      BLOB PRIMARY KEY CHECK (length(id) = 16),
    entry   BLOB NOT NULL REFERENCES entry (id),
    plan    BLOB NOT NULL REFERENCES plan (id),
    held    TEXT NOT NULL,
    outcome TEXT NOT NULL CHECK (outcome IN ('improved', 'extend', 'reduce-territory', 'reduce-products', 'other-routes')),
    note    TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX plan_review_entry ON plan_review (entry);
CREATE INDEX plan_review_plan ON plan_review (plan, id);

CREATE VIEW plan_now AS
SELECT id, entry, distributor, kpi, month, opened FROM plan WHERE entry NOT IN (SELECT act FROM undone);

CREATE VIEW plan_action_now AS
SELECT max(id) AS id, entry, plan, position, what, owner, due, done
FROM plan_action WHERE entry NOT IN (SELECT act FROM undone)
GROUP BY plan, position;

CREATE VIEW plan_review_now AS
SELECT id, entry, plan, held, outcome, note FROM plan_review WHERE entry NOT IN (SELECT act FROM undone);

CREATE TRIGGER plan_kept BEFORE UPDATE ON plan BEGIN SELECT RAISE(ABORT, 'rows are only added'); END;
CREATE TRIGGER plan_stays BEFORE DELETE ON plan BEGIN SELECT RAISE(ABORT, 'rows are only added'); END;
CREATE TRIGGER plan_action_kept BEFORE UPDATE ON plan_action BEGIN SELECT RAISE(ABORT, 'rows are only added'); END;
CREATE TRIGGER plan_action_stays BEFORE DELETE ON plan_action BEGIN SELECT RAISE(ABORT, 'rows are only added'); END;
CREATE TRIGGER plan_review_kept BEFORE UPDATE ON plan_review BEGIN SELECT RAISE(ABORT, 'rows are only added'); END;
CREATE TRIGGER plan_review_stays BEFORE DELETE ON plan_review BEGIN SELECT RAISE(ABORT, 'rows are only added'); END;
