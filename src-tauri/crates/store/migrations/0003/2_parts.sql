-- Files of which some reports are in the record while others still wait.
--
-- As all of the tray: beside the record, so without entry and seal of its own; rows come and go with the work on a file.

-- An entry that stored some of a file's reports before the rest of it.
CREATE TABLE tray_part (
    batch    INTEGER NOT NULL,
    position INTEGER NOT NULL,
    entry    BLOB NOT NULL REFERENCES entry (id),
    PRIMARY KEY (batch, position, entry),
    FOREIGN KEY (batch, position) REFERENCES tray_file (batch, position)
) STRICT, WITHOUT ROWID;
