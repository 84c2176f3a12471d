"""The least that a stream costs: `streams.py sse|ws PORT BYTES [EVERY]`.

`sse` is a StreamingResponse of starlette on uvicorn; each line of standard input is an event of so
many bytes to every reader. `ws` writes a frame to every reader every so many seconds by itself.
"""

from __future__ import annotations

import asyncio
import sys
from collections.abc import AsyncIterator

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import StreamingResponse
from starlette.routing import Route
from uvicorn import Config, Server

ACCEPTED = (
    b"HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
    b"Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=\r\n\r\n"
)


class Told:
    """What is told to all: a number that goes up, and whoever waits for the next."""

    def __init__(self) -> None:
        self.next: asyncio.Future[None] = asyncio.get_running_loop().create_future()

    def tell(self) -> None:
        """Let everybody go on."""
        before, self.next = self.next, asyncio.get_running_loop().create_future()
        before.set_result(None)


async def sse(port: int, size: int) -> None:
    """Serve a stream until standard input ends."""
    told, event = Told(), b"event: state\ndata: " + b"x" * size + b"\n\n"

    async def stream() -> AsyncIterator[bytes]:
        yield event
        while True:
            await told.next
            yield event

    async def events(request: Request) -> StreamingResponse:
        return StreamingResponse(stream(), media_type="text/event-stream")

    app = Starlette(routes=[Route("/api/events", events)])
    config = Config(
        app,
        port=port,
        log_level="critical",
        ws="none",
        http="httptools",
        loop="asyncio",
        backlog=4096,
        timeout_graceful_shutdown=1,
    )
    server = Server(config)
    running = asyncio.create_task(server.serve())
    reader = asyncio.StreamReader()
    await asyncio.get_running_loop().connect_read_pipe(
        lambda: asyncio.StreamReaderProtocol(reader), sys.stdin
    )
    while await reader.readline():
        told.tell()
    server.should_exit = True
    await running


async def ws(port: int, size: int, every: float) -> None:
    """Tick to every reader."""
    lines: set[asyncio.StreamWriter] = set()
    frame = b"\x81\x7e" + size.to_bytes(2, "big") + b"x" * size

    async def joined(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(b"\r\n\r\n")
        writer.write(ACCEPTED)
        lines.add(writer)
        await reader.read()
        lines.discard(writer)

    await asyncio.start_server(joined, "127.0.0.1", port, backlog=4096)
    while True:
        await asyncio.sleep(every)
        for line in [*lines]:
            line.write(frame)


if __name__ == "__main__":
    kind, port, size = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
    asyncio.run(sse(port, size) if kind == "sse" else ws(port, size, float(sys.argv[4])))
