-- Exchange rates by month.

-- One of `base` is so many of `quote`; the newest row of a month, kind and pair of currencies counts.
CREATE TABLE exchange_rate (
    id    BLOB PRIMARY KEY CHECK (length(id) = 16),
    entry BLOB NOT NULL REFERENCES entry (id),
    month TEXT NOT NULL,                        -- 2026-10
    kind  TEXT NOT NULL CHECK (kind IN ('plan', 'actual')),
    base  TEXT NOT NULL,                        -- ISO 4217
    quote TEXT NOT NULL CHECK (quote <> base),  -- ISO 4217
    value TEXT                                  -- exact decimal; NULL where the rate was taken out again
) STRICT, WITHOUT ROWID;
CREATE INDEX exchange_rate_entry ON exchange_rate (entry);
CREATE INDEX exchange_rate_month ON exchange_rate (month, kind, base, quote, id);

-- By the pair, whichever way it is written.
CREATE VIEW exchange_rate_now AS
SELECT max(id) AS id, entry, month, kind, base, quote, value
FROM exchange_rate WHERE entry NOT IN (SELECT act FROM undone)
GROUP BY month, kind, min(base, quote), max(base, quote);

CREATE TRIGGER exchange_rate_kept BEFORE UPDATE ON exchange_rate BEGIN SELECT RAISE(ABORT, 'rows are only added'); END;
CREATE TRIGGER exchange_rate_stays BEFORE DELETE ON exchange_rate BEGIN SELECT RAISE(ABORT, 'rows are only added'); END;
