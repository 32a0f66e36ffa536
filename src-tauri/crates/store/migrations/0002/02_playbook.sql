-- Versions of the playbook: KPIs, measures and thresholds, with the day from which they hold.

-- A version that a person set. It is whole: nothing of an earlier one holds beside it. Version 1 is the one that ships.
CREATE TABLE playbook_version (
    id         BLOB PRIMARY KEY CHECK (length(id) = 16),
    entry      BLOB NOT NULL REFERENCES entry (id),
    number     INTEGER NOT NULL CHECK (number > 1),-- never stands for two contents, undone or not
    valid_from TEXT NOT NULL                    -- the first day on which it holds
) STRICT, WITHOUT ROWID;
CREATE INDEX playbook_version_entry ON playbook_version (entry);

CREATE VIEW playbook_version_now AS
SELECT id, entry, number, valid_from
FROM playbook_version WHERE entry NOT IN (SELECT act FROM undone);

-- A setting of a version that is one whole number.
CREATE TABLE playbook_setting (
    version BLOB NOT NULL REFERENCES playbook_version (id),
    key     TEXT NOT NULL,
    value   INTEGER NOT NULL CHECK (value >= 0),
    PRIMARY KEY (version, key)
) STRICT, WITHOUT ROWID;

-- A measure that a person added to those that ship.
CREATE TABLE playbook_measure (
    version  BLOB NOT NULL REFERENCES playbook_version (id),
    position INTEGER NOT NULL,
    key      TEXT NOT NULL,
    title    TEXT NOT NULL,
    unit     TEXT NOT NULL CHECK (unit IN ('count', 'units', 'money', 'fraction')),
    report   TEXT NOT NULL CHECK (report IN ('weekly', 'monthly')),
    asked    INTEGER NOT NULL CHECK (asked IN (0, 1)),-- whether forms ask for it
    PRIMARY KEY (version, position)
) STRICT, WITHOUT ROWID;

-- A KPI of a version, at its place on the scorecard.
CREATE TABLE playbook_kpi (
    version  BLOB NOT NULL REFERENCES playbook_version (id),
    position INTEGER NOT NULL,
    key      TEXT NOT NULL,
    title    TEXT,                              -- what a person called it; NULL for one that ships
    meaning  TEXT,
    part_of  TEXT NOT NULL CHECK (part_of IN ('commercial', 'execution', 'operational')),
    shape    TEXT NOT NULL,
    choice   TEXT,                              -- what the shape is chosen with: base, months, report or review kind
    better   TEXT NOT NULL CHECK (better IN ('higher', 'lower', 'within')),
    weight   INTEGER NOT NULL CHECK (weight >= 0),
    gate     TEXT,                              -- exact decimals, 1 for 100 %
    green    TEXT NOT NULL,
    amber    TEXT NOT NULL,
    grace    INTEGER CHECK (grace >= 0),        -- days, where they differ from the version's
    goal     TEXT CHECK (goal IN ('value', 'baseline', 'band')),-- where no target is agreed
    value    TEXT,
    baseline TEXT,
    low      TEXT,
    high     TEXT,
    margin   TEXT,
    PRIMARY KEY (version, position),
    CHECK ((title IS NULL) = (meaning IS NULL))
) STRICT, WITHOUT ROWID;

-- A measure that a KPI sums, in the first or the second sum of its shape.
CREATE TABLE playbook_term (
    version BLOB NOT NULL REFERENCES playbook_version (id),
    kpi     INTEGER NOT NULL,                   -- the KPI's place on the scorecard
    side    INTEGER NOT NULL CHECK (side IN (0, 1)),
    place   INTEGER NOT NULL,
    measure TEXT NOT NULL,
    PRIMARY KEY (version, kpi, side, place),
    FOREIGN KEY (version, kpi) REFERENCES playbook_kpi (version, position)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER playbook_version_kept BEFORE UPDATE ON playbook_version
BEGIN SELECT RAISE(ABORT, 'rows are only added'); END;
CREATE TRIGGER playbook_version_stays BEFORE DELETE ON playbook_version
BEGIN SELECT RAISE(ABORT, 'rows are only added'); END;
CREATE TRIGGER playbook_setting_kept BEFORE UPDATE ON playbook_setting
BEGIN SELECT RAISE(ABORT, 'rows are only added'); END;
CREATE TRIGGER playbook_setting_stays BEFORE DELETE ON playbook_setting
BEGIN SELECT RAISE(ABORT, 'rows are only added'); END;
CREATE TRIGGER playbook_measure_kept BEFORE UPDATE ON playbook_measure
BEGIN SELECT RAISE(ABORT, 'rows are only added'); END;
CREATE TRIGGER playbook_measure_stays BEFORE DELETE ON playbook_measure
BEGIN SELECT RAISE(ABORT, 'rows are only added'); END;
CREATE TRIGGER playbook_kpi_kept BEFORE UPDATE ON playbook_kpi
BEGIN SELECT RAISE(ABORT, 'rows are only added'); END;
CREATE TRIGGER playbook_kpi_stays BEFORE DELETE ON playbook_kpi
BEGIN SELECT RAISE(ABORT, 'rows are only added'); END;
CREATE TRIGGER playbook_term_kept BEFORE UPDATE ON playbook_term
BEGIN SELECT RAISE(ABORT, 'rows are only added'); END;
CREATE TRIGGER playbook_term_stays BEFORE DELETE ON playbook_term
BEGIN SELECT RAISE(ABORT, 'rows are only added'); END;
