-- The register: who the distributors are.

-- Its identity. What is known of it is on its cards.
CREATE TABLE distributor (
    id    BLOB PRIMARY KEY CHECK (length(id) = 16),
    entry BLOB NOT NULL REFERENCES entry (id)
) STRICT, WITHOUT ROWID;
CREATE INDEX distributor_entry ON distributor (entry);

-- A revision of a distributor's card; the newest counts.
CREATE TABLE card (
    id           BLOB PRIMARY KEY CHECK (length(id) = 16),
    entry        BLOB NOT NULL REFERENCES entry (id),
    distributor  BLOB NOT NULL REFERENCES distributor (id),
    name         TEXT NOT NULL CHECK (name <> ''),
    country      TEXT NOT NULL,                 -- ISO 3166-1 alpha-2, with the subdivision where a state matters: MY-14
    currency     TEXT NOT NULL,                 -- ISO 4217
    locale       TEXT NOT NULL,                 -- BCP 47; empty when not known
    place        TEXT NOT NULL,                 -- the city; may be empty
    contact      TEXT NOT NULL,
    territory    TEXT NOT NULL,                 -- with product_line: the grant
    product_line TEXT NOT NULL,
    start        TEXT,                          -- the first day of the relationship; NULL when not known
    reporting_from TEXT,                        -- the first day about which reports are expected; NULL when not known
    scope        TEXT NOT NULL CHECK (scope IN ('commercial', 'operational')), -- whether operational KPIs apply
    status       TEXT NOT NULL CHECK (status IN ('active', 'suspended', 'ended'))
) STRICT, WITHOUT ROWID;
CREATE INDEX card_entry ON card (entry);
CREATE INDEX card_distributor ON card (distributor, id);

-- Another name that a distributor goes by, or no longer does; the newest row of a name counts.
CREATE TABLE alias (
    id          BLOB PRIMARY KEY CHECK (length(id) = 16),
    entry       BLOB NOT NULL REFERENCES entry (id),
    distributor BLOB NOT NULL REFERENCES distributor (id),
    name        TEXT NOT NULL CHECK (name <> ''),
    kept        INTEGER NOT NULL CHECK (kept IN (0, 1))
) STRICT, WITHOUT ROWID;
CREATE INDEX alias_entry ON alias (entry);
CREATE INDEX alias_distributor ON alias (distributor, name, id);

CREATE VIEW card_now AS
SELECT max(card.id) AS id, card.entry, card.distributor, name, country, currency, locale, place, contact,
       territory, product_line, start, reporting_from, scope, status
FROM card JOIN distributor ON distributor.id = card.distributor
WHERE card.entry NOT IN (SELECT act FROM undone) AND distributor.entry NOT IN (SELECT act FROM undone)
GROUP BY card.distributor;

CREATE VIEW alias_now AS
SELECT distributor, name FROM (
    SELECT max(alias.id), alias.distributor, name, kept
    FROM alias JOIN distributor ON distributor.id = alias.distributor
    WHERE alias.entry NOT IN (SELECT act FROM undone) AND distributor.entry NOT IN (SELECT act FROM undone)
    GROUP BY alias.distributor, name
) WHERE kept = 1;

CREATE TRIGGER distributor_kept BEFORE UPDATE ON distributor BEGIN SELECT RAISE(ABORT, 'rows are only added'); END;
CREATE TRIGGER distributor_stays BEFORE DELETE ON distributor BEGIN SELECT RAISE(ABORT, 'rows are only added'); END;
CREATE TRIGGER card_kept BEFORE UPDATE ON card BEGIN SELECT RAISE(ABORT, 'rows are only added'); END;
CREATE TRIGGER card_stays BEFORE DELETE ON card BEGIN SELECT RAISE(ABORT, 'rows are only added'); END;
CREATE TRIGGER alias_kept BEFORE UPDATE ON alias BEGIN SELECT RAISE(ABORT, 'rows are only added'); END;
CREATE TRIGGER alias_stays BEFORE DELETE ON alias BEGIN SELECT RAISE(ABORT, 'rows are only added'); END;
