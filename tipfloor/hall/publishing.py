"""Publishing what is told to another server, such as nginx with nchan, that has more readers."""

from __future__ import annotations

import http.client
from collections.abc import Callable
from threading import Condition, Thread
from urllib.parse import quote, urlsplit

PATIENCE = 2.0
"""Seconds for which the other server may take its time over a message."""

AGAIN = 1.0
"""Seconds after which a message that was not taken is sent again."""

STATE, BEAT = "state", "beat"

Publish = Callable[[str, str, bytes], None]
"""Publishes an event's kind, its language and its data; the newest of each is what counts."""


class Publisher:
    """Sends the newest of each kind and language by POST, on a thread of its own.

    The other server answers only once it has delivered; nothing waits for that.
    """

    def __init__(self, address: str) -> None:
        self._parts = urlsplit(address)
        self._waiting: dict[tuple[str, str], bytes] = {}
        self._ended = False
        self._turn = Condition()
        self._line: http.client.HTTPConnection | None = None
        self._thread = Thread(target=self._work, name="publisher", daemon=True)
        self._thread.start()

    def __call__(self, kind: str, language: str, data: bytes) -> None:
        """Have an event sent, in place of one of its kind that still waits."""
        with self._turn:
            self._waiting[kind, language] = data
            self._turn.notify()

    def close(self) -> None:
        """Send nothing more."""
        with self._turn:
            self._ended = True
            self._turn.notify()
        self._thread.join(PATIENCE)

    def _work(self) -> None:
        while True:
            with self._turn:
                while not self._waiting and not self._ended:
                    self._turn.wait()
                if self._ended:
                    break
                key = next(iter(self._waiting))
                data = self._waiting.pop(key)
            if not self._sent(*key, data):
                self._keep(key, data)
        if self._line is not None:
            self._line.close()

    def _keep(self, key: tuple[str, str], data: bytes) -> None:
        """Let what was not taken wait, unless something newer does; a beat is not made up for."""
        with self._turn:
            if key[0] == STATE:
                self._waiting.setdefault(key, data)
            self._turn.wait_for(lambda: self._ended, AGAIN)

    def _sent(self, kind: str, language: str, data: bytes) -> bool:
        path = f"{self._parts.path.rstrip('/')}/{kind}?lang={quote(language)}"
        try:
            if self._line is None:
                host, port = self._parts.hostname or "", self._parts.port
                self._line = http.client.HTTPConnection(host, port, timeout=PATIENCE)
            self._line.request("POST", path, data, {"X-EventSource-Event": kind})
            answer = self._line.getresponse()
            answer.read()
        except (OSError, http.client.HTTPException):
            if self._line is not None:
                self._line.close()
            self._line = None
            return False
        return answer.status < 300
