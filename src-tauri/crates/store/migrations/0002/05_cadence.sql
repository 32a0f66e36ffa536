-- Holidays that a person added or took away, and what a quarter's judgement reads of the reports.

-- A holiday that a person added to the table of a region, or took away from it. A due date goes by the table as it stood
-- on that day: one that has passed by the day of the change stays where it was.
CREATE TABLE holiday (
    id        BLOB PRIMARY KEY CHECK (length(id) = 16),
    entry     BLOB NOT NULL REFERENCES entry (id),
    region    TEXT NOT NULL,                    -- MY for the whole country, MY-14 for one state
    date      TEXT NOT NULL,
    name      TEXT NOT NULL CHECK (name <> ''),
    kept      INTEGER NOT NULL CHECK (kept IN (0, 1)), -- 1 added, 0 taken away
    certainty TEXT NOT NULL CHECK (certainty IN ('confirmed', 'estimated')),
    changed   TEXT NOT NULL                     -- the day of the change
) STRICT, WITHOUT ROWID;
CREATE INDEX holiday_entry ON holiday (entry);

-- Every change that counts: what a region's table became day by day.
CREATE VIEW holiday_now AS
SELECT id, region, date, name, kept, certainty, changed FROM holiday WHERE entry NOT IN (SELECT act FROM undone);

-- A quarter's scorecards need the last year or two of many years: found without a look at the others.
CREATE INDEX report_period ON report (kind, period, distributor, revision, received, currency, entry);

CREATE TRIGGER holiday_kept BEFORE UPDATE ON holiday BEGIN SELECT RAISE(ABORT, 'rows are only added'); END;
CREATE TRIGGER holiday_stays BEFORE DELETE ON holiday BEGIN SELECT RAISE(ABORT, 'rows are only added'); END;
