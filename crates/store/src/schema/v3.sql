-- What really happened beside the plan; what was said of days; and what draws attention.

ALTER TABLE meta ADD COLUMN last_entry INTEGER NOT NULL DEFAULT 0 CHECK (last_entry BETWEEN 0 AND 4294967295);

-- Whole seconds since 1970 UTC, half-open. `of` is the key of the block or meeting it is time for.
CREATE TABLE entry (
    id       INTEGER PRIMARY KEY CHECK (id BETWEEN 1 AND 4294967295),
    start_at INTEGER NOT NULL,
    end_at   INTEGER NOT NULL CHECK (start_at < end_at),
    of       TEXT,
    value    TEXT    NOT NULL CHECK (json_valid(value))
) STRICT;

CREATE INDEX entry_short ON entry (start_at, end_at) WHERE end_at - start_at <= 691200;
CREATE INDEX entry_long ON entry (end_at, start_at) WHERE end_at - start_at > 691200;
CREATE INDEX entry_of ON entry (of) WHERE of IS NOT NULL;

-- At most one thing goes on, whichever program started it.
CREATE TABLE running (
    id    INTEGER PRIMARY KEY CHECK (id = 0),
    value TEXT    NOT NULL CHECK (json_valid(value))
) STRICT;

-- Days and weeks are counted from 1 January of the year 1, which is 1.
CREATE TABLE day_note (
    id    INTEGER PRIMARY KEY CHECK (id BETWEEN 1 AND 4294967295),
    value TEXT    NOT NULL CHECK (json_valid(value))
) STRICT;

-- Kept apart from everything else that is said of a day.
CREATE TABLE day_feeling (
    id    INTEGER PRIMARY KEY CHECK (id BETWEEN 1 AND 4294967295),
    value TEXT    NOT NULL CHECK (json_valid(value))
) STRICT;

CREATE TABLE ended_week (
    id    INTEGER PRIMARY KEY CHECK (id BETWEEN 1 AND 4294967295),
    value TEXT    NOT NULL CHECK (json_valid(value))
) STRICT;

CREATE TABLE attention (
    id    INTEGER PRIMARY KEY CHECK (id = 0),
    value TEXT    NOT NULL CHECK (json_valid(value))
) STRICT;

-- Reminders that were given, by what they were about and when that was due. No part of the plan:
-- no revision and no undo step follows from them. The order of rows is that in which they were given.
CREATE TABLE reminded (
    id  TEXT    PRIMARY KEY,
    due INTEGER NOT NULL,
    at  INTEGER NOT NULL
) STRICT;

-- Up to when reminders were looked at, by the clock of then.
CREATE TABLE looked (
    id INTEGER PRIMARY KEY CHECK (id = 0),
    at INTEGER NOT NULL
) STRICT;

-- When the program last noted that it was running, for a timer that was left on. No part of the plan
-- either.
CREATE TABLE seen (
    id    INTEGER PRIMARY KEY CHECK (id = 0),
    value TEXT    NOT NULL CHECK (json_valid(value))
) STRICT;
