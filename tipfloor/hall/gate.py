"""The gate before every page: whom the hall answers at all, and a token turned into a cookie."""

from __future__ import annotations

from urllib.parse import parse_qsl, quote, urlencode

from msgspec import Struct
from starlette.types import ASGIApp, Receive, Scope, Send

from tipfloor.hall.access import CONTROL_COOKIE, READ_COOKIE, Access, cookie_of, is_own, matches
from tipfloor.hall.answering import Answer, header, problem
from tipfloor.hall.asking import bearer, cookie, host, query
from tipfloor.words import say

OPEN = ("/healthz",)
"""What is told to whoever may reach the server: that it is alive."""

FOR_A_YEAR = 31_536_000


class Visitor(Struct, frozen=True):
    """Who asks: `holder` holds a token for acting, told `by_cookie` or with the request."""

    holder: str | None
    by_cookie: bool


class Gate:
    """Lets a request through to the pages, or answers it itself."""

    def __init__(self, within: ASGIApp, access: Access) -> None:
        self._within = within
        self._access = access

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request, or hand it on with its visitor among the extensions."""
        if scope["type"] != "http":
            return
        refused = self._refused(scope)
        if refused is not None:
            await refused(scope, receive, send)
            return
        await self._within(scope, receive, send)

    def _refused(self, scope: Scope) -> Answer | None:
        """Return the answer to a request that goes no further, None for one that does."""
        named = host(scope)
        if not self._access.knows(named):
            return problem(421, say("hall.wrong_host"))
        origin = header(scope, b"origin").decode("latin-1")
        if origin and not is_own(origin, named):
            return problem(403, say("hall.wrong_origin"))
        entered = self._entering(scope)
        if entered is not None:
            return entered
        if scope["path"] not in OPEN and not self._may_read(scope):
            return problem(401, say("hall.no_token"))
        scope["tipfloor.visitor"] = self._visitor(scope)
        return None

    def _may_read(self, scope: Scope) -> bool:
        read = self._access.may_read(bearer(scope), cookie(scope, READ_COOKIE))
        return read or self._visitor(scope).holder is not None

    def _visitor(self, scope: Scope) -> Visitor:
        by_token = self._access.holder(bearer(scope), None)
        if by_token is not None:
            return Visitor(by_token, by_cookie=False)
        return Visitor(self._access.holder(None, cookie(scope, CONTROL_COOKIE)), by_cookie=True)

    def _entering(self, scope: Scope) -> Answer | None:
        """Take a token out of the address and put a cookie in its place; None without a token."""
        token = query(scope).get("token")
        if token is None or scope["method"] != "GET" or scope["path"].startswith("/api/"):
            return None
        name = self._cookie_for(token)
        if name is None:
            return problem(401, say("hall.no_token"))
        rest = urlencode([pair for pair in _pairs(scope) if pair[0] != "token"])
        target = f"{quote(_local(scope['path']))}{'?' + rest if rest else ''}"
        made = f"{name}={cookie_of(token)}; Path=/; HttpOnly; SameSite=Lax; Max-Age={FOR_A_YEAR}"
        secure = "; Secure" if scope["scheme"] == "https" else ""
        headers = [(b"location", target.encode()), (b"set-cookie", (made + secure).encode())]
        return Answer(b"", "text/plain", 303, headers)

    def _cookie_for(self, token: str) -> str | None:
        if self._access.holder(token, None) is not None:
            return CONTROL_COOKIE
        read = self._access.read
        return READ_COOKIE if read is not None and matches(token, read) else None


def _pairs(scope: Scope) -> list[tuple[str, str]]:
    text = scope["query_string"].decode("ascii", "replace")
    return parse_qsl(text, keep_blank_values=True, max_num_fields=50)


def _local(path: str) -> str:
    """Return a path of this server: never two slashes, behind which another host could stand."""
    return "/" + path.lstrip("/\\")
