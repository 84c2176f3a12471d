"""Who may ask what: under which names, from which pages, with which token."""

from __future__ import annotations

import hashlib
import hmac
import ipaddress
from collections.abc import Mapping
from urllib.parse import urlsplit

from msgspec import Struct

READ_COOKIE = "tipfloor-read"
CONTROL_COOKIE = "tipfloor-control"

LOOPBACK_NAMES = frozenset({"localhost", "127.0.0.1", "::1"})


class Access(Struct, frozen=True):
    """The rules of one server.

    `names` are the hosts under which it answers; with `any_address` so does every address in
    figures, which no other site can take for its own name. `read` is the token for reading, None
    where everyone may read who reaches it; `control` maps tokens for acting to who holds them.
    """

    names: frozenset[str] = LOOPBACK_NAMES
    any_address: bool = False
    read: str | None = None
    control: Mapping[str, str] = {}

    def knows(self, host: str) -> bool:
        """Tell whether a Host header names this server: a guard against DNS rebinding."""
        name = _name_of(host)
        if name is None:
            return False
        return name in self.names or (self.any_address and _is_address(name))

    def may_read(self, given: str | None, cookie: str | None) -> bool:
        """Tell whether a token or the cookie made of it opens the pages."""
        if self.read is None:
            return True
        bearer = given is not None and (
            matches(given, self.read) or self.holder(given, None) is not None
        )
        return bearer or (cookie is not None and matches(cookie, cookie_of(self.read)))

    def holder(self, given: str | None, cookie: str | None) -> str | None:
        """Return who holds the token for acting that was given, None for any other.

        Every token is compared, each in constant time.
        """
        found = None
        for token, holder in self.control.items():
            if (given is not None and matches(given, token)) or (
                cookie is not None and matches(cookie, cookie_of(token))
            ):
                found = holder
        return found


def matches(given: str, known: str) -> bool:
    """Compare two secrets in a time that does not tell how far they agree."""
    return hmac.compare_digest(given.encode("utf-8", "replace"), known.encode())


def cookie_of(token: str) -> str:
    """Return what a browser keeps in place of a token, from which the token cannot be had."""
    return hmac.new(token.encode(), b"tipfloor cookie", hashlib.sha256).hexdigest()


def is_own(origin: str, host: str) -> bool:
    """Tell whether an Origin header is that of the page's own server."""
    parts = urlsplit(origin) if origin != "null" else None
    return parts is not None and parts.scheme in ("http", "https") and parts.netloc == host


def _name_of(host: str) -> str | None:
    """Return the name in a Host header, lower case and without its port; None for no such."""
    try:
        parts = urlsplit(f"//{host}")
        _ = parts.port
    except ValueError:
        return None
    plain = parts.netloc == host and not parts.username and "/" not in host
    return parts.hostname if plain else None


def _is_address(name: str) -> bool:
    try:
        ipaddress.ip_address(name)
    except ValueError:
        return False
    return True
