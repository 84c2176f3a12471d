"""The schema of records as PostgreSQL keeps them: what its owner creates once in a database.

Every table has the name of its record, so that one database holds several. A body is kept as text:
as jsonb it would be written otherwise than it was sealed.
"""

from __future__ import annotations

VERSION = 1
"""Of this schema; a later one has its own."""

CHANNEL = "tipfloor"
"""Where it is told that a record has changed. What is told carries no truth: the record is read."""

CLOCK_CHANNEL = "tipfloor_clock"
"""Where it is told that the time of a record was made up for: each measures it anew at once."""

TABLES = (
    "CREATE SCHEMA tipfloor",
    """CREATE TABLE tipfloor.records (
    name text PRIMARY KEY,
    line text NOT NULL,
    version integer NOT NULL
)""",
    """CREATE TABLE tipfloor.events (
    record text NOT NULL REFERENCES tipfloor.records,
    position bigint NOT NULL,
    act text NOT NULL,
    nth bigint NOT NULL,
    by text NOT NULL,
    at text NOT NULL,
    kind text NOT NULL,
    version bigint NOT NULL,
    body text NOT NULL,
    salt text NOT NULL,
    seal text NOT NULL,
    digest text NOT NULL,
    PRIMARY KEY (record, position)
)""",
    "CREATE UNIQUE INDEX acts ON tipfloor.events (record, act, nth) WHERE act <> ''",
    """CREATE INDEX blackings ON tipfloor.events (record, position)
WHERE kind = 'text_blacked_out'""",
    """CREATE TABLE tipfloor.shifts (
    record text NOT NULL REFERENCES tipfloor.records,
    nth integer NOT NULL,
    milliseconds bigint NOT NULL,
    PRIMARY KEY (record, nth)
)""",
    """CREATE TABLE tipfloor.people (
    record text NOT NULL REFERENCES tipfloor.records,
    id text NOT NULL,
    delegation text NOT NULL,
    name text NOT NULL,
    office text NOT NULL,
    shown text NOT NULL,
    consented_at text,
    withdrawn_at text,
    PRIMARY KEY (record, id)
)""",
    """CREATE TABLE tipfloor.exports (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    record text NOT NULL REFERENCES tipfloor.records,
    at text NOT NULL,
    path text NOT NULL,
    person text NOT NULL
)""",
    """CREATE TABLE tipfloor.files (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    record text NOT NULL REFERENCES tipfloor.records,
    at text NOT NULL,
    path text NOT NULL,
    position bigint NOT NULL,
    form text NOT NULL
)""",
    """CREATE TABLE tipfloor.blacking_out (
    record text NOT NULL,
    position bigint NOT NULL,
    PRIMARY KEY (record, position)
)""",
)
"""Records, their rows, by how much the database's clock was set, names apart, and what was made."""

GUARDS = (
    """CREATE FUNCTION tipfloor.refuse() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog AS
$$BEGIN RAISE EXCEPTION 'the record is append-only'; END$$""",
    """CREATE FUNCTION tipfloor.black_out_once() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog AS
$$BEGIN
IF (new.record, new.position, new.act, new.nth, new."by", new."at", new.kind, new.version, new.seal,
    new.digest) = (old.record, old.position, old.act, old.nth, old."by", old."at", old.kind,
    old.version, old.seal, old.digest)
    AND new.salt = '' AND (old.salt <> '' OR old.seal = '') AND old.kind <> 'text_blacked_out'
    AND EXISTS (SELECT FROM tipfloor.blacking_out b
        WHERE b.record = old.record AND b.position = old.position)
    AND (SELECT count(*) FROM tipfloor.events e
        WHERE e.record = old.record AND e.kind = 'text_blacked_out'
        AND (e.body::json ->> 'position')::bigint = old.position) = 1
THEN RETURN new; END IF;
RAISE EXCEPTION 'the record is append-only';
END$$""",
    """CREATE TRIGGER events_are_not_changed BEFORE UPDATE ON tipfloor.events
FOR EACH ROW EXECUTE FUNCTION tipfloor.black_out_once()""",
    """CREATE TRIGGER events_are_not_deleted BEFORE DELETE ON tipfloor.events
FOR EACH ROW EXECUTE FUNCTION tipfloor.refuse()""",
    """CREATE TRIGGER events_are_not_emptied BEFORE TRUNCATE ON tipfloor.events
FOR EACH STATEMENT EXECUTE FUNCTION tipfloor.refuse()""",
)
"""A body changes once, where a row says that it was blacked out; no row goes, nor all of them."""

STATEMENTS = (*TABLES, *GUARDS)
"""The whole schema, in the order in which its owner creates it."""

TO_APPEND = (
    "GRANT USAGE ON SCHEMA tipfloor TO {role}",
    "GRANT SELECT ON ALL TABLES IN SCHEMA tipfloor TO {role}",
    "GRANT INSERT ON tipfloor.records, tipfloor.events, tipfloor.shifts, tipfloor.people,"
    " tipfloor.exports, tipfloor.files TO {role}",
    "GRANT UPDATE ON tipfloor.people TO {role}",
)
"""What a desk may: begin a record, append to it, keep names and note files; change no row."""

TO_READ = (
    "GRANT USAGE ON SCHEMA tipfloor TO {role}",
    "GRANT SELECT ON ALL TABLES IN SCHEMA tipfloor TO {role}",
)
"""What a timekeeper and the pages of the hall may: read."""
