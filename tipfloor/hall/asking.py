"""What a request says of itself: its language, its token, its cookies."""

from __future__ import annotations

from http.cookies import CookieError, SimpleCookie
from urllib.parse import parse_qs

from starlette.types import Scope

from tipfloor.hall.answering import header
from tipfloor.words import languages

MOST_LANGUAGES = 20
"""Languages of a browser that are looked at."""


def query(scope: Scope) -> dict[str, str]:
    """Return the last value of each parameter."""
    text = scope["query_string"].decode("ascii", "replace")
    try:
        found = parse_qs(text, max_num_fields=50)
    except ValueError:
        return {}
    return {name: values[-1] for name, values in found.items()}


def language_of(scope: Scope, own: str) -> str:
    """Return the language that is asked for, the browser's first that there is, else `own`."""
    known = languages()
    asked = query(scope).get("lang", "")
    if asked in known:
        return asked
    return next((tag for tag in _accepted(scope) if tag in known), own)


def _accepted(scope: Scope) -> list[str]:
    """Return the languages that a browser takes, the best first (RFC 9110 section 12.5.4)."""
    ranked = []
    text = header(scope, b"accept-language").decode("ascii", "replace")
    for part in text.split(",")[:MOST_LANGUAGES]:
        tag, _, weight = part.partition(";q=")
        try:
            ranked.append((-float(weight or 1), tag.strip().split("-")[0].lower()))
        except ValueError:
            continue
    return [tag for weight, tag in sorted(ranked, key=lambda pair: pair[0]) if weight < 0]


def bearer(scope: Scope) -> str | None:
    """Return the token in a request's Authorization header (RFC 6750), None without one."""
    kind, _, token = header(scope, b"authorization").decode("latin-1").partition(" ")
    return token.strip() if kind.lower() == "bearer" and token else None


def cookie(scope: Scope, name: str) -> str | None:
    """Return a cookie of a request."""
    jar: SimpleCookie = SimpleCookie()
    try:
        jar.load(header(scope, b"cookie").decode("latin-1"))
    except CookieError:
        return None
    return jar[name].value if name in jar else None


def host(scope: Scope) -> str:
    """Return the Host header."""
    return header(scope, b"host").decode("latin-1")
