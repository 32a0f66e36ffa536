-- Further grants of a distributor, and the terms that exclusivity is judged by.

-- A revision of a grant; the newest counts. A distributor's card is its first grant: that grant has the distributor's own
-- id, its territory, product line and start stay on the card, and a row here only sets its terms.
CREATE TABLE grant_terms (
    id           BLOB PRIMARY KEY CHECK (length(id) = 16),
    entry        BLOB NOT NULL REFERENCES entry (id),
    distributor  BLOB NOT NULL REFERENCES distributor (id),
    grant_id     BLOB NOT NULL CHECK (length(grant_id) = 16),
    territory    TEXT,                          -- NULL of the first grant: on the card
    product_line TEXT,                          -- likewise
    start        TEXT,                          -- day 0 of the launch; NULL when not known, and of the first grant
    grace_days   INTEGER CHECK (grace_days >= 0),       -- NULL here and below: as the playbook says
    lapse_after  INTEGER CHECK (lapse_after IN (1, 2)), -- failed quarters in a row
    scale_after  INTEGER CHECK (scale_after >= 1),      -- renewed quarters in a row
    status       TEXT NOT NULL CHECK (status IN ('held', 'ended')),
    CHECK ((grant_id = distributor) = (territory IS NULL)),
    CHECK ((territory IS NULL) = (product_line IS NULL)),
    CHECK (territory IS NOT NULL OR start IS NULL)
) STRICT, WITHOUT ROWID;
CREATE INDEX grant_terms_entry ON grant_terms (entry);
CREATE INDEX grant_terms_distributor ON grant_terms (distributor, grant_id, id);

-- The attainment that a KPI must reach at the gate of a grant. It belongs to the revision that set it.
CREATE TABLE grant_gate (
    terms    BLOB NOT NULL REFERENCES grant_terms (id),
    kpi      TEXT NOT NULL,
    required TEXT NOT NULL,                     -- exact decimal: 0.9 is 90 %
    PRIMARY KEY (terms, kpi)
) STRICT, WITHOUT ROWID;

CREATE VIEW grant_terms_now AS
SELECT max(grant_terms.id) AS id, grant_terms.entry, grant_terms.distributor, grant_id, territory, product_line, start,
       grace_days, lapse_after, scale_after, status
FROM grant_terms JOIN distributor ON distributor.id = grant_terms.distributor
WHERE grant_terms.entry NOT IN (SELECT act FROM undone) AND distributor.entry NOT IN (SELECT act FROM undone)
GROUP BY grant_id;

-- Which grant a decision is on, and on which day it was taken. A decision of the first schema has no row here: it is on the
-- first grant, and was taken on the day of its entry.
CREATE TABLE decision_grant (
    decision   BLOB PRIMARY KEY REFERENCES decision (id),
    grant_id   BLOB NOT NULL CHECK (length(grant_id) = 16),
    decided_on TEXT NOT NULL                    -- by the manager's own calendar
) STRICT, WITHOUT ROWID;

-- The decision that counts on each stage (`launch`, `2026-Q3`) of each grant.
CREATE VIEW grant_decision_now AS
SELECT max(decision.id) AS id, decision.entry, decision.distributor,
       coalesce(decision_grant.grant_id, decision.distributor) AS grant_id, decision.quarter AS stage, proposed, outcome,
       reason, author, coalesce(decided_on, substr(entry.at, 1, 10)) AS decided_on, expires
FROM decision
JOIN entry ON entry.id = decision.entry
LEFT JOIN decision_grant ON decision_grant.decision = decision.id
WHERE decision.entry NOT IN (SELECT act FROM undone)
GROUP BY coalesce(decision_grant.grant_id, decision.distributor), decision.quarter;

CREATE TRIGGER grant_terms_kept BEFORE UPDATE ON grant_terms BEGIN SELECT RAISE(ABORT, 'rows are only added'); END;
CREATE TRIGGER grant_terms_stays BEFORE DELETE ON grant_terms BEGIN SELECT RAISE(ABORT, 'rows are only added'); END;
CREATE TRIGGER grant_gate_kept BEFORE UPDATE ON grant_gate BEGIN SELECT RAISE(ABORT, 'rows are only added'); END;
CREATE TRIGGER grant_gate_stays BEFORE DELETE ON grant_gate BEGIN SELECT RAISE(ABORT, 'rows are only added'); END;
CREATE TRIGGER decision_grant_kept BEFORE UPDATE ON decision_grant BEGIN SELECT RAISE(ABORT, 'rows are only added'); END;
CREATE TRIGGER decision_grant_stays BEFORE DELETE ON decision_grant BEGIN SELECT RAISE(ABORT, 'rows are only added'); END;
