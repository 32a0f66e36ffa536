-- How targets are phased, and which grant they are for.

-- The season of a target: what part of a year falls into each month. A target without one is phased evenly.
CREATE TABLE target_curve (
    target BLOB PRIMARY KEY REFERENCES target (id),
    shares TEXT NOT NULL                        -- twelve exact ratios that sum to 1, January first: 1/12 1/12 …
) STRICT, WITHOUT ROWID;

CREATE TRIGGER target_curve_kept BEFORE UPDATE ON target_curve BEGIN SELECT RAISE(ABORT, 'rows are only added'); END;
CREATE TRIGGER target_curve_stays BEFORE DELETE ON target_curve BEGIN SELECT RAISE(ABORT, 'rows are only added'); END;
