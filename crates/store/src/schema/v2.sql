-- Series, overrides and facets of blocks; seasons; subscriptions; and the records that planning a
-- whole week adds. What is only ever read whole is one JSON value.

ALTER TABLE meta ADD COLUMN last_task       INTEGER NOT NULL DEFAULT 0 CHECK (last_task       BETWEEN 0 AND 4294967295);
ALTER TABLE meta ADD COLUMN last_template   INTEGER NOT NULL DEFAULT 0 CHECK (last_template   BETWEEN 0 AND 4294967295);
ALTER TABLE meta ADD COLUMN last_commitment INTEGER NOT NULL DEFAULT 0 CHECK (last_commitment BETWEEN 0 AND 4294967295);
ALTER TABLE meta ADD COLUMN last_reshuffle  INTEGER NOT NULL DEFAULT 0 CHECK (last_reshuffle  BETWEEN 0 AND 4294967295);
ALTER TABLE meta ADD COLUMN last_decline    INTEGER NOT NULL DEFAULT 0 CHECK (last_decline    BETWEEN 0 AND 4294967295);

-- A block is a series when it has a recurrence, an override when it has a series.
ALTER TABLE block ADD COLUMN recurrence   TEXT CHECK (recurrence IS NULL OR json_valid(recurrence));
ALTER TABLE block ADD COLUMN series_from  INTEGER CHECK ((series_from  IS NULL) = (recurrence IS NULL));
ALTER TABLE block ADD COLUMN series_until INTEGER CHECK ((series_until IS NULL) = (recurrence IS NULL));
ALTER TABLE block ADD COLUMN longest      INTEGER CHECK ((longest      IS NULL) = (recurrence IS NULL));
ALTER TABLE block ADD COLUMN series       INTEGER CHECK (series IS NULL OR recurrence IS NULL);
ALTER TABLE block ADD COLUMN series_key   INTEGER CHECK ((series_key IS NULL) = (series IS NULL));
ALTER TABLE block ADD COLUMN task         INTEGER;
ALTER TABLE block ADD COLUMN goal         TEXT NOT NULL DEFAULT '';
ALTER TABLE block ADD COLUMN facets       TEXT CHECK (facets IS NULL OR json_valid(facets));
ALTER TABLE block ADD COLUMN checklist    TEXT CHECK (checklist IS NULL OR json_valid(checklist));

DROP INDEX block_short;
DROP INDEX block_long;
CREATE INDEX block_short ON block (start_wall, end_wall)
    WHERE recurrence IS NULL AND end_wall - start_wall <= 691200;
CREATE INDEX block_long ON block (end_wall, start_wall)
    WHERE recurrence IS NULL AND end_wall - start_wall > 691200;
CREATE INDEX block_series ON block (series_until, series_from) WHERE recurrence IS NOT NULL;
CREATE UNIQUE INDEX block_override ON block (series, series_key) WHERE series IS NOT NULL;
CREATE INDEX block_replaced ON block (series_key, series) WHERE series IS NOT NULL;
CREATE INDEX block_task ON block (task) WHERE task IS NOT NULL;

ALTER TABLE feed ADD COLUMN subscription TEXT CHECK (subscription IS NULL OR json_valid(subscription));

ALTER TABLE target ADD COLUMN name    TEXT NOT NULL DEFAULT '';
ALTER TABLE target ADD COLUMN lead    INTEGER CHECK (lead IS NULL OR lead BETWEEN 0 AND 100);
ALTER TABLE target ADD COLUMN context TEXT CHECK (context IS NULL OR context IN ('vacation', 'sick', 'on_call', 'release', 'crisis'));
ALTER TABLE target ADD COLUMN preset  TEXT;

CREATE TABLE boundaries (
    id    INTEGER PRIMARY KEY CHECK (id = 0),
    value TEXT    NOT NULL CHECK (json_valid(value))
) STRICT;

CREATE TABLE task (
    id    INTEGER PRIMARY KEY CHECK (id BETWEEN 1 AND 4294967295),
    value TEXT    NOT NULL CHECK (json_valid(value))
) STRICT;

CREATE TABLE template (
    id    INTEGER PRIMARY KEY CHECK (id BETWEEN 1 AND 4294967295),
    value TEXT    NOT NULL CHECK (json_valid(value))
) STRICT;

CREATE TABLE commitment (
    id    INTEGER PRIMARY KEY CHECK (id BETWEEN 1 AND 4294967295),
    value TEXT    NOT NULL CHECK (json_valid(value)),
    week  TEXT    NOT NULL
) STRICT;

CREATE INDEX commitment_week ON commitment (week);

CREATE TABLE reshuffle (
    id    INTEGER PRIMARY KEY CHECK (id BETWEEN 1 AND 4294967295),
    value TEXT    NOT NULL CHECK (json_valid(value)),
    week  TEXT    NOT NULL
) STRICT;

CREATE INDEX reshuffle_week ON reshuffle (week);
CREATE INDEX reshuffle_key ON reshuffle (json_extract(value, '$.key'));

CREATE TABLE decline (
    id    INTEGER PRIMARY KEY CHECK (id BETWEEN 1 AND 4294967295),
    value TEXT    NOT NULL CHECK (json_valid(value))
) STRICT;

-- The notes of events beside their large raw texts, for the search that reads them all.
CREATE INDEX event_noted ON event_text (id, notes) WHERE notes <> '';

-- Steps made before hold records in their old shape.
DELETE FROM undo;
