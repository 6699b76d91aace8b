-- Wall times are whole seconds since 1970 read as if the clock showed UTC: they are facts, and at
-- the same time the index of range queries. No zone is further than 26 hours from UTC, so a range
-- query widens by that much and the core filters exactly; a new zone database changes no row.

CREATE TABLE meta (
    id          INTEGER PRIMARY KEY CHECK (id = 1),
    identity    TEXT    NOT NULL CHECK (length(identity) = 32),
    rev         INTEGER NOT NULL CHECK (rev BETWEEN 0 AND 4294967295),
    last_block  INTEGER NOT NULL CHECK (last_block  BETWEEN 0 AND 4294967295),
    last_event  INTEGER NOT NULL CHECK (last_event  BETWEEN 0 AND 4294967295),
    last_feed   INTEGER NOT NULL CHECK (last_feed   BETWEEN 0 AND 4294967295),
    last_rule   INTEGER NOT NULL CHECK (last_rule   BETWEEN 0 AND 4294967295),
    last_target INTEGER NOT NULL CHECK (last_target BETWEEN 0 AND 4294967295)
) STRICT;

INSERT INTO meta VALUES (1, lower(hex(randomblob(16))), 0, 0, 0, 0, 0, 0);

CREATE TABLE block (
    id         INTEGER PRIMARY KEY CHECK (id BETWEEN 1 AND 4294967295),
    uid        TEXT    NOT NULL,
    title      TEXT    NOT NULL,
    category   TEXT    NOT NULL CHECK (category IN ('technical', 'management', 'growth', 'personal')),
    start_wall INTEGER NOT NULL,
    end_wall   INTEGER NOT NULL CHECK (end_wall > start_wall),
    zone       TEXT,
    locked     INTEGER NOT NULL CHECK (locked IN (0, 1)),
    sequence   INTEGER NOT NULL CHECK (sequence BETWEEN 0 AND 4294967295),
    created    INTEGER NOT NULL,
    modified   INTEGER NOT NULL,
    location   TEXT    NOT NULL,
    notes      TEXT    NOT NULL
) STRICT;

CREATE INDEX block_uid ON block (uid);
CREATE INDEX block_short ON block (start_wall, end_wall) WHERE end_wall - start_wall <= 691200;
CREATE INDEX block_long ON block (end_wall, start_wall) WHERE end_wall - start_wall > 691200;

CREATE TABLE feed (
    id      INTEGER PRIMARY KEY CHECK (id BETWEEN 1 AND 4294967295),
    name    TEXT    NOT NULL,
    source  TEXT    NOT NULL,
    read_at INTEGER NOT NULL
) STRICT;

CREATE TABLE event (
    id            INTEGER PRIMARY KEY CHECK (id BETWEEN 1 AND 4294967295),
    feed          INTEGER NOT NULL REFERENCES feed (id) DEFERRABLE INITIALLY DEFERRED,
    uid           TEXT    NOT NULL,
    recurrence_at INTEGER,
    title         TEXT    NOT NULL,
    location      TEXT    NOT NULL,
    link          TEXT,
    organizer     TEXT    NOT NULL,
    labels        TEXT    NOT NULL CHECK (json_valid(labels)),
    start_wall    INTEGER NOT NULL,
    end_wall      INTEGER NOT NULL CHECK (end_wall >= start_wall),
    zone          TEXT,
    all_day       INTEGER NOT NULL CHECK (all_day IN (0, 1)),
    status        TEXT    NOT NULL CHECK (status IN ('confirmed', 'tentative', 'cancelled')),
    free          INTEGER NOT NULL CHECK (free IN (0, 1)),
    sequence      INTEGER NOT NULL CHECK (sequence BETWEEN 0 AND 4294967295),
    category      TEXT    NOT NULL CHECK (category IN ('technical', 'management', 'growth', 'personal')),
    category_by   TEXT    NOT NULL CHECK (category_by IN ('file', 'rule', 'guess', 'hand')),
    recurrence    TEXT    CHECK (recurrence IS NULL OR json_valid(recurrence)),
    -- For a series: the first start, the end of the last occurrence it can have, and the length of
    -- its longest occurrence.
    series_from   INTEGER CHECK ((series_from IS NULL) = (recurrence IS NULL)),
    series_until  INTEGER CHECK ((series_until IS NULL) = (recurrence IS NULL)),
    longest       INTEGER CHECK ((longest IS NULL) = (recurrence IS NULL))
) STRICT;

-- The large texts of an event, apart, so that a week is read from few pages.
CREATE TABLE event_text (
    id    INTEGER PRIMARY KEY REFERENCES event (id) DEFERRABLE INITIALLY DEFERRED,
    notes TEXT    NOT NULL,
    raw   TEXT    NOT NULL
) STRICT;

CREATE INDEX event_uid ON event (feed, uid, recurrence_at);
CREATE INDEX event_short ON event (start_wall, end_wall)
    WHERE recurrence IS NULL AND end_wall - start_wall <= 691200;
CREATE INDEX event_long ON event (end_wall, start_wall)
    WHERE recurrence IS NULL AND end_wall - start_wall > 691200;
CREATE INDEX event_series ON event (series_until, series_from) WHERE recurrence IS NOT NULL;
CREATE INDEX event_series_long ON event (series_until, series_from, feed, uid, longest)
    WHERE longest > 691200;
CREATE INDEX event_override ON event (recurrence_at)
    WHERE recurrence_at IS NOT NULL AND recurrence IS NULL;

CREATE TABLE rule (
    id       INTEGER PRIMARY KEY CHECK (id BETWEEN 1 AND 4294967295),
    position INTEGER NOT NULL CHECK (position BETWEEN 0 AND 4294967295),
    field    TEXT    NOT NULL CHECK (field IN ('title', 'organizer')),
    words    TEXT    NOT NULL CHECK (json_valid(words)),
    category TEXT    NOT NULL CHECK (category IN ('technical', 'management', 'growth', 'personal'))
) STRICT;

CREATE TABLE target (
    id           INTEGER PRIMARY KEY CHECK (id BETWEEN 1 AND 4294967295),
    from_day     TEXT,
    until_day    TEXT,
    technical    INTEGER NOT NULL CHECK (technical BETWEEN 0 AND 100),
    management   INTEGER NOT NULL CHECK (management BETWEEN 0 AND 100),
    growth       INTEGER NOT NULL CHECK (growth BETWEEN 0 AND 100),
    week_minutes INTEGER NOT NULL CHECK (week_minutes BETWEEN 0 AND 4294967295),
    CHECK (technical + management + growth = 100)
) STRICT;

CREATE TABLE setting (
    id    INTEGER PRIMARY KEY CHECK (id = 0),
    value TEXT    NOT NULL CHECK (json_valid(value))
) STRICT;

-- One row per undoable step. `rows` holds what to put back: while `undone` is 0 the rows as they
-- were before, after an undo the rows as they were then.
CREATE TABLE undo (
    id     INTEGER PRIMARY KEY,
    label  TEXT    NOT NULL,
    at     INTEGER NOT NULL,
    undone INTEGER NOT NULL CHECK (undone IN (0, 1)),
    rows   BLOB    NOT NULL
) STRICT;

CREATE INDEX undo_undone ON undo (id) WHERE undone = 1;
