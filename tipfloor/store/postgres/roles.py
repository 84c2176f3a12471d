"""The roles of a database of records: one that owns them, one that appends, one that reads."""

from __future__ import annotations

import re
from typing import NamedTuple

from tipfloor.store.postgres.schema import GUARDS, TABLES, TO_APPEND, TO_READ

NAME = re.compile(r"[\w.@-]+")
"""Roles named otherwise would have to be quoted anew in each text that holds them."""

LONGEST = 63
"""Bytes of a name, of which PostgreSQL forgets the rest."""

READERS = 40
"""Connections that readers may hold at once: of the hundred of a server, desks have the others."""


class Roles(NamedTuple):
    """The names of the three roles."""

    owner: str = "tipfloor_owner"
    appender: str = "tipfloor_desk"
    reader: str = "tipfloor_reader"


class Part(NamedTuple):
    """Statements that belong together; `code` says in the catalogues what they are for."""

    code: str
    statements: tuple[str, ...]


def parts(names: Roles) -> list[Part]:
    """Return what a database's administrator tells it once, in this order.

    Roles come without passwords, so that none stands in a file: psql's `\\password` gives them.
    """
    owner, appender, reader = map(quoted, names)
    create, *tables = TABLES
    return [
        Part("roles", tuple(_role(name) for name in (owner, appender, reader))),
        Part(
            "schema",
            (
                f"GRANT {owner} TO CURRENT_USER",
                f"{create} AUTHORIZATION {owner}",
                f"SET ROLE {owner}",
                *tables,
                *GUARDS,
            ),
        ),
        Part("appender", tuple(one.format(role=appender) for one in TO_APPEND)),
        Part("reader", tuple(one.format(role=reader) for one in TO_READ)),
        Part("later", ("RESET ROLE", f"REVOKE {owner} FROM CURRENT_USER")),
        Part("database", (_of_database(owner, appender, reader),)),
        Part("bounds", _bounds(reader)),
    ]


def quoted(name: str) -> str:
    """Return a name as SQL has it. Raises ValueError for what is none."""
    if not NAME.fullmatch(name) or len(name.encode()) > LONGEST or name.startswith("pg_"):
        raise ValueError(name)
    return f'"{name}"'


def _role(name: str) -> str:
    """Make a role where the server has none of the name, of another database say."""
    return f"""DO $$BEGIN CREATE ROLE {name} LOGIN;
EXCEPTION WHEN duplicate_object THEN NULL; END$$"""


def _of_database(*names: str) -> str:
    """Let these roles alone connect; nobody makes tables, temporary ones neither, nor takes locks.

    The locks are advisory ones: the record needs none, and whoever took very many would leave the
    server without room for the others'.
    """
    roles = ", ".join(names)
    return f"""DO $$
DECLARE one regprocedure;
BEGIN
EXECUTE format('REVOKE ALL ON DATABASE %I FROM PUBLIC', current_database());
EXECUTE format('GRANT CONNECT ON DATABASE %I TO {roles}', current_database());
REVOKE CREATE ON SCHEMA public FROM PUBLIC;
FOR one IN SELECT oid FROM pg_proc WHERE pronamespace = 'pg_catalog'::regnamespace
AND proname ~ '^pg_(try_)?advisory_(xact_)?lock' LOOP
EXECUTE format('REVOKE EXECUTE ON FUNCTION %s FROM PUBLIC', one);
END LOOP;
END$$"""


def _bounds(reader: str) -> tuple[str, ...]:
    """Keep who reads from holding others up; all but the first a session can set otherwise."""
    settings = (
        "statement_timeout = '60s'",
        "idle_in_transaction_session_timeout = '60s'",
    )
    return (
        f"ALTER ROLE {reader} CONNECTION LIMIT {READERS}",
        *(f"ALTER ROLE {reader} SET {setting}" for setting in settings),
    )
