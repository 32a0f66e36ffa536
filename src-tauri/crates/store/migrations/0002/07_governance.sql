-- Who approves discounts, promotions, requests and the sales lines they are checked against. Shares are exact decimals:
-- 10 % is 0.1. Every one is a maximum: there is no column for a price below which nobody may resell.

-- A row of the approver matrix, or a revision of one: `band` is the id of its first row, and the newest counts.
CREATE TABLE discount_band (
    id              BLOB PRIMARY KEY CHECK (length(id) = 16),
    entry           BLOB NOT NULL REFERENCES entry (id),
    band            BLOB NOT NULL REFERENCES discount_band (id),
    distributor     BLOB REFERENCES distributor (id), -- NULL: every distributor
    approver        TEXT NOT NULL CHECK (approver <> ''),
    maximum         TEXT NOT NULL,              -- a share
    products        TEXT NOT NULL,              -- empty: all
    asking          TEXT NOT NULL CHECK (asking IN ('free', 'asked')),
    supplier_funded INTEGER NOT NULL CHECK (supplier_funded IN (0, 1)),
    first           TEXT NOT NULL,
    last            TEXT                        -- NULL until somebody ends it
) STRICT, WITHOUT ROWID;
CREATE INDEX discount_band_entry ON discount_band (entry);
CREATE INDEX discount_band_band ON discount_band (band, id);

-- A promotion, or a revision of one; the newest counts.
CREATE TABLE promotion (
    id              BLOB PRIMARY KEY CHECK (length(id) = 16),
    entry           BLOB NOT NULL REFERENCES entry (id),
    promotion       BLOB NOT NULL REFERENCES promotion (id), -- the id of its first row
    distributor     BLOB NOT NULL REFERENCES distributor (id),
    name            TEXT NOT NULL CHECK (name <> ''),
    kind            TEXT NOT NULL CHECK (kind IN ('season', 'event', 'bundle')),
    first           TEXT NOT NULL,              -- of its window
    last            TEXT NOT NULL,              -- inside
    products        TEXT NOT NULL,              -- empty: all
    maximum         TEXT NOT NULL,              -- a share
    planned_units   TEXT,
    planned_revenue TEXT                        -- in the distributor's currency
) STRICT, WITHOUT ROWID;
CREATE INDEX promotion_entry ON promotion (entry);
CREATE INDEX promotion_promotion ON promotion (promotion, id);
CREATE INDEX promotion_distributor ON promotion (distributor, id);

-- How a promotion was run; the newest counts.
CREATE TABLE promotion_run (
    id        BLOB PRIMARY KEY CHECK (length(id) = 16),
    entry     BLOB NOT NULL REFERENCES entry (id),
    promotion BLOB NOT NULL REFERENCES promotion (id),
    first     TEXT NOT NULL,                    -- the first day on which it was really run
    last      TEXT NOT NULL,
    units     TEXT,
    revenue   TEXT,
    note      TEXT NOT NULL                     -- what worked and what hurt; may be empty
) STRICT, WITHOUT ROWID;
CREATE INDEX promotion_run_entry ON promotion_run (entry);
CREATE INDEX promotion_run_promotion ON promotion_run (promotion, id);

-- A request for a discount above the band.
CREATE TABLE discount_request (
    id          BLOB PRIMARY KEY CHECK (length(id) = 16),
    entry       BLOB NOT NULL REFERENCES entry (id),
    distributor BLOB NOT NULL REFERENCES distributor (id),
    products    TEXT NOT NULL,                  -- empty: all
    share       TEXT NOT NULL,
    reason      TEXT NOT NULL CHECK (reason <> ''),
    asked_by    TEXT NOT NULL CHECK (asked_by <> ''),
    asked_on    TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX discount_request_entry ON discount_request (entry);
CREATE INDEX discount_request_distributor ON discount_request (distributor, id);

-- What was answered; the newest counts.
CREATE TABLE discount_answer (
    id          BLOB PRIMARY KEY CHECK (length(id) = 16),
    entry       BLOB NOT NULL REFERENCES entry (id),
    request     BLOB NOT NULL REFERENCES discount_request (id),
    answered_by TEXT NOT NULL CHECK (answered_by <> ''),
    answered_on TEXT NOT NULL,                  -- it holds from this day
    until       TEXT,                           -- the last day; NULL when it was refused
    reason      TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX discount_answer_entry ON discount_answer (entry);
CREATE INDEX discount_answer_request ON discount_answer (request, id);

-- An item of the governance checklist, ticked for a month or no longer; the newest counts.
CREATE TABLE governance_tick (
    id          BLOB PRIMARY KEY CHECK (length(id) = 16),
    entry       BLOB NOT NULL REFERENCES entry (id),
    distributor BLOB NOT NULL REFERENCES distributor (id),
    month       TEXT NOT NULL,
    item        TEXT NOT NULL,
    ticked      INTEGER NOT NULL CHECK (ticked IN (0, 1)),
    by          TEXT NOT NULL,
    noted       TEXT NOT NULL                   -- the day
) STRICT, WITHOUT ROWID;
CREATE INDEX governance_tick_entry ON governance_tick (entry);
CREATE INDEX governance_tick_distributor ON governance_tick (distributor, month, item, id);

-- How many rows of a list of sales carry a discount. Of very many only the largest are kept below.
CREATE TABLE sales_list (
    report    BLOB PRIMARY KEY REFERENCES report (id),
    discounts INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- A row of a list of sales that carries a discount.
CREATE TABLE sales_line (
    report   BLOB NOT NULL REFERENCES report (id),
    position INTEGER NOT NULL,
    cell     TEXT NOT NULL,                     -- of the discount, A1 style, on report.sheet
    day      TEXT,                              -- NULL where the list leaves it open
    product  TEXT NOT NULL,
    quantity TEXT,
    amount   TEXT,
    share    TEXT,                              -- either a share,
    off      TEXT,                              -- or money off
    gross    TEXT,                              -- what it would have been,
    open     TEXT,                              -- or what the cell says where nobody can tell
    PRIMARY KEY (report, position),
    CHECK ((share IS NOT NULL) + (off IS NOT NULL AND gross IS NOT NULL) + (open IS NOT NULL) = 1)
) STRICT, WITHOUT ROWID;

CREATE VIEW discount_band_now AS
SELECT max(one.id) AS id, one.entry, one.band, one.distributor, one.approver, one.maximum, one.products, one.asking,
       one.supplier_funded, one.first, one.last
FROM discount_band AS one JOIN discount_band AS start ON start.id = one.band
WHERE one.entry NOT IN (SELECT act FROM undone) AND start.entry NOT IN (SELECT act FROM undone)
GROUP BY one.band;

CREATE VIEW promotion_now AS
SELECT max(one.id) AS id, one.entry, one.promotion, one.distributor, one.name, one.kind, one.first, one.last,
       one.products, one.maximum, one.planned_units, one.planned_revenue
FROM promotion AS one JOIN promotion AS start ON start.id = one.promotion
WHERE one.entry NOT IN (SELECT act FROM undone) AND start.entry NOT IN (SELECT act FROM undone)
GROUP BY one.promotion;

CREATE VIEW promotion_run_now AS
SELECT max(id) AS id, entry, promotion, first, last, units, revenue, note
FROM promotion_run WHERE entry NOT IN (SELECT act FROM undone)
GROUP BY promotion;

CREATE VIEW discount_request_now AS
SELECT id, entry, distributor, products, share, reason, asked_by, asked_on
FROM discount_request WHERE entry NOT IN (SELECT act FROM undone);

CREATE VIEW discount_answer_now AS
SELECT max(id) AS id, entry, request, answered_by, answered_on, until, reason
FROM discount_answer WHERE entry NOT IN (SELECT act FROM undone)
GROUP BY request;

CREATE VIEW governance_tick_now AS
SELECT max(id) AS id, entry, distributor, month, item, ticked, by, noted
FROM governance_tick WHERE entry NOT IN (SELECT act FROM undone)
GROUP BY distributor, month, item;

-- The discounted rows of every list that counts. Two lists may cover a month: then the newer one speaks for it.
CREATE VIEW sales_line_now AS
SELECT list.distributor, list.period, list.period_end, list.sheet, list.currency, line.report, line.position, line.cell,
       line.day, line.product, line.quantity, line.amount, line.share, line.off, line.gross, line.open
FROM report_now AS list JOIN sales_line AS line ON line.report = list.id
WHERE list.kind = 'lines';

CREATE TRIGGER discount_band_kept BEFORE UPDATE ON discount_band BEGIN SELECT RAISE(ABORT, 'rows are only added'); END;
CREATE TRIGGER discount_band_stays BEFORE DELETE ON discount_band BEGIN SELECT RAISE(ABORT, 'rows are only added'); END;
CREATE TRIGGER promotion_kept BEFORE UPDATE ON promotion BEGIN SELECT RAISE(ABORT, 'rows are only added'); END;
CREATE TRIGGER promotion_stays BEFORE DELETE ON promotion BEGIN SELECT RAISE(ABORT, 'rows are only added'); END;
CREATE TRIGGER promotion_run_kept BEFORE UPDATE ON promotion_run BEGIN SELECT RAISE(ABORT, 'rows are only added'); END;
CREATE TRIGGER promotion_run_stays BEFORE DELETE ON promotion_run BEGIN SELECT RAISE(ABORT, 'rows are only added'); END;
CREATE TRIGGER discount_request_kept BEFORE UPDATE ON discount_request BEGIN SELECT RAISE(ABORT, 'rows are only added'); END;
CREATE TRIGGER discount_request_stays BEFORE DELETE ON discount_request BEGIN SELECT RAISE(ABORT, 'rows are only added'); END;
CREATE TRIGGER discount_answer_kept BEFORE UPDATE ON discount_answer BEGIN SELECT RAISE(ABORT, 'rows are only added'); END;
CREATE TRIGGER discount_answer_stays BEFORE DELETE ON discount_answer BEGIN SELECT RAISE(ABORT, 'rows are only added'); END;
CREATE TRIGGER governance_tick_kept BEFORE UPDATE ON governance_tick BEGIN SELECT RAISE(ABORT, 'rows are only added'); END;
CREATE TRIGGER governance_tick_stays BEFORE DELETE ON governance_tick BEGIN SELECT RAISE(ABORT, 'rows are only added'); END;
CREATE TRIGGER sales_list_kept BEFORE UPDATE ON sales_list BEGIN SELECT RAISE(ABORT, 'rows are only added'); END;
CREATE TRIGGER sales_list_stays BEFORE DELETE ON sales_list BEGIN SELECT RAISE(ABORT, 'rows are only added'); END;
CREATE TRIGGER sales_line_kept BEFORE UPDATE ON sales_line BEGIN SELECT RAISE(ABORT, 'rows are only added'); END;
CREATE TRIGGER sales_line_stays BEFORE DELETE ON sales_line BEGIN SELECT RAISE(ABORT, 'rows are only added'); END;
