-- A target may be of one grant of its distributor.

-- The grant; NULL for the whole distributor, as every target of an older schema is.
ALTER TABLE target ADD COLUMN grant_id BLOB CHECK (length(grant_id) = 16);
CREATE INDEX target_grant ON target (grant_id) WHERE grant_id IS NOT NULL;

-- Of the whole distributor and of each grant, the newest of a day counts.
DROP VIEW target_now;
CREATE VIEW target_now AS
SELECT max(id) AS id, entry, distributor, grant_id, about, key, goal, value, baseline, low, high, margin, per, currency,
       valid_from, agreed, reason
FROM target WHERE entry NOT IN (SELECT act FROM undone)
GROUP BY distributor, about, key, valid_from, grant_id;
