"""Where a record is: a file, or a database of PostgreSQL; a password in it is never shown."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import quote, unquote

from msgspec import Struct, field
from msgspec.structs import replace

SCHEMES = ("postgresql", "postgres")
"""What an address of a database begins with, as libpq reads it too."""

SECRETS = ("password", "sslpassword", "oauth_client_secret")
"""The parameters of libpq that only the server and its client know."""

RECORD = "record"
"""The parameter that names a record among the others of its database; all else is libpq's."""

LONGEST_NAME = 100
"""Characters of the name of a record."""

_SCHEME = r"([A-Za-z][A-Za-z0-9+.-]+):(?=/)"
_BARE = r"([A-Za-z][A-Za-z0-9]+):"
_KEYWORDS = r"(^|\s)(host|hostaddr|dbname|service|password|passfile)\s*="
_MACHINE = r"(\[[0-9A-Fa-f:.%]+\]|[^\[\]:@]*)(?::([0-9]{0,5}))?"
"""A host, an address of IPv6 in brackets, and its port."""


class BadAddress(ValueError):
    """An address that is none; `code` says why. No part of it that may be secret is kept."""

    def __init__(self, code: str, scheme: str = "", near: str = "") -> None:
        super().__init__(code)
        self.code, self.scheme, self.near = code, scheme, near


class Database(Struct, frozen=True):
    """A record in a database of PostgreSQL; without a name it is the one of the meeting meant.

    `parameters` are libpq's, by its names. `secrets` are those that stand nowhere else: as text it
    is written without them.
    """

    parameters: tuple[tuple[str, str], ...] = ()
    record: str = ""
    secrets: tuple[tuple[str, str], ...] = field(default=())

    def __str__(self) -> str:
        """Return the address as people and other programs read it, without what is secret."""
        known = dict(self.parameters)
        user = known.pop("user", "")
        own = f"{_quoted(user)}@" if user else ""
        folder = known.get("host", "").startswith("/")
        place = "" if folder else _placed(known.pop("host", ""), known.pop("port", ""))
        path = "/" + _quoted(known.pop("dbname", ""))
        asked = [*known.items(), *([(RECORD, self.record)] if self.record else [])]
        query = "&".join(f"{name}={_quoted(value, '/')}" for name, value in asked)
        return f"postgresql://{own}{place}{path}" + (f"?{query}" if query else "")

    def __repr__(self) -> str:
        """Return the same, so that no traceback has more of it."""
        return f"Database({str(self)!r})"

    @property
    def name(self) -> str:
        """What a file is called that is made of the record."""
        named = self.record or dict(self.parameters).get("dbname", "") or "record"
        return re.sub(r"[^\w.-]+", "-", named) + ".sqlite"

    def named(self, record: str) -> Database:
        """Return the address of a record of this name in the same database."""
        return replace(self, record=record)

    def hiding(self, text: str) -> str:
        """Return text in which what is secret was made unreadable."""
        for _, secret in self.secrets:
            for form in {secret, _quoted(secret), unquote(secret)} - {""}:
                text = text.replace(form, "•••")
        return text


Address = Path | Database
"""Where a record is."""


VARIABLES = {"password": "PGPASSWORD"}
"""The variables of libpq for what is secret, by which one program hands it to another."""


def variables(address: Address) -> dict[str, str]:
    """Return the variables of the environment that hold what is secret in an address."""
    secrets = address.secrets if isinstance(address, Database) else ()
    return {VARIABLES[name]: secret for name, secret in secrets if name in VARIABLES}


def read_address(text: str) -> Address:
    """Return the address that a text is. Raises BadAddress.

    What begins as an address of something else is never taken for the name of a file.
    """
    found = re.match(_SCHEME, text) or _bare(text)
    if found is None:
        if re.search(_KEYWORDS, text):
            raise BadAddress("keywords")
        return Path(text)
    scheme = found[1].lower()
    if scheme not in SCHEMES:
        raise BadAddress("scheme", scheme, SCHEMES[0] if _is_near(scheme) else "")
    rest = text[found.end() :]
    if not rest.startswith("//"):
        raise BadAddress("slashes", scheme)
    return _database(rest[2:])


def _bare(text: str) -> re.Match[str] | None:
    """Find a scheme that lacks its slashes, where it is PostgreSQL's or nearly so."""
    found = re.match(_BARE, text)
    return found if found and _is_near(found[1].lower()) else None


def _is_near(scheme: str) -> bool:
    """Tell whether a scheme was meant to be PostgreSQL's."""
    from difflib import get_close_matches  # no file needs it

    return bool(get_close_matches(scheme, SCHEMES, n=1))


def _database(rest: str) -> Database:
    """Read what stands behind the scheme as libpq does; what may be a part of a password, never."""
    place, _, query = rest.partition("?")
    authority, _, name = place.partition("/")
    own, _, where = authority.rpartition("@")
    user, _, password = own.partition(":")
    machines = [re.fullmatch(_MACHINE, one) for one in where.split(",")]
    if None in machines or "@" in own + name:
        raise BadAddress("unreadable")
    hosts, ports = (",".join((one[part] or "") for one in machines if one) for part in (1, 2))
    given = {"user": user, "password": password, "host": re.sub(r"[\[\]]", "", hosts)}
    given |= {"port": ports if ports.strip(",") else "", "dbname": name}
    return _told({key: _unquoted(value) for key, value in given.items() if value} | _asked(query))


def _asked(query: str) -> dict[str, str]:
    """Read the parameters behind the question mark."""
    found: dict[str, str] = {}
    for part in query.split("&") if query else ():
        key, equals, value = part.partition("=")
        if not equals or not re.fullmatch(r"[a-z_]+", key) or "@" in value:
            raise BadAddress("unreadable")
        found[key] = _unquoted(value)
    return found


def _told(found: dict[str, str]) -> Database:
    record = found.pop(RECORD, "")
    if len(record) > LONGEST_NAME or not (record.isprintable() and record == record.strip()):
        raise BadAddress("record_name")
    secrets = tuple((key, value) for key, value in found.items() if key in SECRETS)
    parameters = tuple(sorted((key, value) for key, value in found.items() if key not in SECRETS))
    return Database(parameters, record, secrets)


def _unquoted(text: str) -> str:
    if re.search(r"%(?![0-9A-Fa-f]{2})", text) or "%00" in text:
        raise BadAddress("unreadable")
    try:
        return unquote(text, errors="strict")
    except UnicodeDecodeError:
        raise BadAddress("unreadable") from None


def _placed(hosts: str, ports: str) -> str:
    """Return hosts and their ports, each in the order given, as an address has them."""
    at = ports.split(",")
    pairs = enumerate(hosts.split(","))
    bracketed = [(place, f"[{host}]" if ":" in host else _quoted(host)) for place, host in pairs]
    return ",".join(
        host + (f":{at[place]}" if place < len(at) and at[place] else "")
        for place, host in bracketed
    )


def _quoted(text: str, safe: str = "") -> str:
    return quote(text, safe=safe)
