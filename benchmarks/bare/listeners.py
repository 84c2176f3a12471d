"""Many readers of one stream in one process: `listeners.py PORT NUMBER EVENTS [PATH] [WORD]`.

Each is a bare socket. Once all have had the first event that has the word, "ready" is said; for
each further event, the instants at which they had it, in nanoseconds of CLOCK_MONOTONIC. Last
come the bytes that each had and the seconds in which all were connected.
"""

from __future__ import annotations

import json
import selectors
import socket
import sys
import time


def main(port: int, number: int, events: int, path: str, word: bytes) -> None:
    """Listen until so many events have come to all."""
    began = time.monotonic()
    selector, seen, size, connected = selectors.EpollSelector(), {}, 0, 0.0
    request = (
        f"GET {path} HTTP/1.1\r\nHost: localhost\r\nAccept: text/event-stream\r\n"
        "Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
        "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n"
        if path.startswith("/ws")
        else f"GET {path} HTTP/1.1\r\nHost: localhost\r\nAccept: text/event-stream\r\n\r\n"
    ).encode()
    waiting = [[] for _ in range(events + 1)]
    for _ in range(number):
        line = socket.create_connection(("127.0.0.1", port))
        line.sendall(request)
        line.setblocking(False)
        selector.register(line, selectors.EVENT_READ)
        seen[line] = 0
    told = 0
    while told <= events:
        for key, _ in selector.select():
            line = key.fileobj
            data = line.recv(65536)
            now = time.monotonic_ns()
            size += len(data)
            if not data:
                raise SystemExit("a line ended")
            for _ in range(data.count(word)):
                if seen[line] <= events:
                    waiting[seen[line]].append(now)
                seen[line] += 1
        if len(waiting[told]) == number:
            if not told:
                connected = time.monotonic() - began
            print(json.dumps(waiting[told]) if told else "ready", flush=True)
            told += 1
    print(json.dumps({"bytes": size / number, "connected": connected}), flush=True)
    sys.stdin.readline()


if __name__ == "__main__":
    given = sys.argv[1:]
    main(
        int(given[0]),
        int(given[1]),
        int(given[2]),
        given[3] if len(given) > 3 else "/api/events?lang=en",
        (given[4] if len(given) > 4 else "event: state").encode(),
    )
