-- Contradictions that a person settled.

-- It stands for the two figures as they were: another revision of either is another contradiction, and asks again.
CREATE TABLE settled (
    id          BLOB PRIMARY KEY CHECK (length(id) = 16),
    entry       BLOB NOT NULL REFERENCES entry (id),
    distributor BLOB NOT NULL REFERENCES distributor (id),
    subject     TEXT NOT NULL,                  -- which figures of which revisions contradict each other
    reason      TEXT NOT NULL CHECK (reason <> ''),
    author      TEXT NOT NULL,
    settled_on  TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX settled_entry ON settled (entry);
CREATE INDEX settled_distributor ON settled (distributor, subject, id);

CREATE VIEW settled_now AS
SELECT max(id) AS id, entry, distributor, subject, reason, author, settled_on
FROM settled WHERE entry NOT IN (SELECT act FROM undone)
GROUP BY distributor, subject;

CREATE TRIGGER settled_kept BEFORE UPDATE ON settled BEGIN SELECT RAISE(ABORT, 'rows are only added'); END;
CREATE TRIGGER settled_stays BEFORE DELETE ON settled BEGIN SELECT RAISE(ABORT, 'rows are only added'); END;
