"""Measure what the hall costs, beside a bare stream: `python benchmarks/hall.py [READERS…]`.

For each number of readers: from an act's acknowledgement until every reader has it, for the hall,
for a bare stream of starlette with the same bytes and for nchan before the hall; the memory that a
reader takes; what goes out while nothing changes, beside a server that ticks by WebSocket; and what
500 pages take that open at once. Servers and readers share the machine.
"""

from __future__ import annotations

import contextlib
import http.client
import json
import os
import resource
import shutil
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))

from tipfloor.core.rooms import ACTS  # noqa: E402
from tipfloor.meetingfile import read_plan  # noqa: E402
from tipfloor.records import open_record  # noqa: E402

EVENTS = 12
PORT = 21_000
"""Below the ports that the system gives to its own connections."""

TICKS = os.sysconf("SC_CLK_TCK")


def main(numbers: list[int]) -> None:
    """Measure, and print a table."""
    most = resource.getrlimit(resource.RLIMIT_NOFILE)[1]
    resource.setrlimit(resource.RLIMIT_NOFILE, (most, most))
    print("| Readers | | Median | p99 | Worst | KB a reader | connected in |")
    print("|---:|---|---:|---:|---:|---:|---:|")
    for number in numbers:
        with tempfile.TemporaryDirectory(dir=HERE) as folder:
            size = of_hall(Path(folder), number)
            of_bare(number, size)
            of_nchan(Path(folder), number, size)
    with tempfile.TemporaryDirectory(dir=HERE) as folder:
        idle(Path(folder))
        opening(Path(folder))


def of_hall(folder: Path, number: int) -> int:
    """Measure acts to the readers of the hall, and return the bytes of a state."""
    with hall(folder) as (server, desk), readers(number, PORT) as listening:
        size = len(json.dumps(state()).encode())
        spread(f"{number:,}", "hall", server, listening, desk)
    return size


def of_bare(number: int, size: int) -> None:
    """Measure the same bytes to the readers of a bare stream."""
    with bare("sse", str(PORT + 1), str(size)) as server:
        assert server.stdin is not None
        tell = line_to(server)
        with readers(number, PORT + 1) as listening:
            spread("", "bare stream of starlette", server, listening, tell)


def of_nchan(folder: Path, number: int, size: int) -> None:
    """Measure the hall with nchan before it, which is told each state by one POST."""
    nginx = shutil.which("nginx") or "/usr/sbin/nginx"
    if not Path(nginx).exists():
        print("| | nchan: nginx is not installed | | | | | |")
        return
    with hall(folder), nchan(folder, nginx) as server:
        body, line = b"x" * size, http.client.HTTPConnection("127.0.0.1", PORT + 3)

        def post() -> None:
            line.request("POST", "/publish/state?lang=en", body, {"X-EventSource-Event": "state"})
            line.getresponse().read()

        post()
        with readers(number, PORT + 2) as listening:
            spread("", "nchan in front", server, listening, post, before=True)


def spread(
    head: str,
    name: str,
    server: subprocess.Popen[Any],
    listening: subprocess.Popen[str],
    tell: Callable[[], None],
    *,
    before: bool = False,
) -> None:
    """Tell events one by one and print how long they took to all the readers."""
    assert listening.stdout is not None
    memory = kilobytes(server)
    took: list[list[float]] = []
    for _ in range(EVENTS):
        time.sleep(1)
        at = time.monotonic_ns()
        tell()
        told = at if before else time.monotonic_ns()
        arrived = sorted(json.loads(listening.stdout.readline()))
        took.append([(one - told) / 1e6 for one in arrived])
    ended = json.loads(listening.stdout.readline())
    number = len(took[0])
    middle = statistics.median(one[number // 2] for one in took)
    most = statistics.median(one[min(number - 1, int(number * 0.99))] for one in took)
    worst = max(one[-1] for one in took)
    each = (memory - server.memory) / number  # type: ignore[attr-defined]
    print(
        f"| {head} | {name} | {middle:.1f} ms | {most:.1f} ms | {worst:.0f} ms | {each:.1f} "
        f"| {ended['connected']:.2f} s |",
        flush=True,
    )


def idle(folder: Path) -> None:
    """Print what goes out to 500 readers while a countdown runs and nothing changes."""
    with hall(folder) as (server, desk), readers(500, PORT, word="event: beat", events=5) as quiet:
        desk()
        print_idle("hall: beats", server, quiet)
    with (
        bare("ws", str(PORT + 1), "400", "0.1") as server,
        readers(500, PORT + 1, "/ws", "xxxxxxxx" * 50, 100) as ticked,
    ):
        print_idle("ten ticks a second by WebSocket", server, ticked)


def print_idle(name: str, server: subprocess.Popen[Any], listening: subprocess.Popen[str]) -> None:
    """Print the share of the processor and the bytes of each reader until the readers end."""
    assert listening.stdout is not None
    began, used, *lines = time.monotonic(), processor(server)
    while not (line := listening.stdout.readline()).startswith("{"):
        lines.append(line)
    took = time.monotonic() - began
    share = (processor(server) - used) / took * 100
    size = json.loads(line)["bytes"] / took
    print(f"| 500 | {name} | {share:.2f} % of a core | {size:.0f} bytes/s a reader | | | |")


def opening(folder: Path) -> None:
    """Print what a page takes to open, all of its exchanges, 500 times."""
    with hall(folder):
        paths = ["/hall", *["/api/time?lang=en"] * 5, "/api/state?lang=en"]
        size = sum(exchange(path) for path in paths) + len(first_event())
    print(f"| 500 | pages at once | {500 * size / 1e6:.2f} MB in all | | | | |")


def exchange(path: str) -> int:
    """Return the bytes of one answer, its head included."""
    with socket.create_connection(("127.0.0.1", PORT)) as line:
        head = f"GET {path} HTTP/1.1\r\nHost: localhost\r\nAccept-Encoding: gzip\r\n"
        line.sendall(f"{head}Connection: close\r\n\r\n".encode())
        size = 0
        while data := line.recv(65536):
            size += len(data)
    return size


def first_event() -> bytes:
    """Return all that begins a line to the events."""
    with socket.create_connection(("127.0.0.1", PORT)) as line:
        line.sendall(b"GET /api/events?lang=en HTTP/1.1\r\nHost: localhost\r\n\r\n")
        found = b""
        while b"data: " not in found or not found.endswith(b"\n\n\r\n"):
            found += line.recv(65536)
    return found


def state() -> Any:
    """Return the state of the hall."""
    line = http.client.HTTPConnection("127.0.0.1", PORT, timeout=10)
    line.request("GET", "/api/state?lang=en")
    found = json.load(line.getresponse())
    line.close()
    return found


@contextlib.contextmanager
def hall(folder: Path) -> Iterator[tuple[subprocess.Popen[Any], Callable[[], None]]]:
    """Serve a record in which somebody speaks; give the server, and a way to stop the clock."""
    record = folder / "meeting.sqlite"
    fresh = not record.exists()
    proceedings = open_record(record, read_plan(HERE.parent / "sessions.toml"))
    with contextlib.closing(proceedings):
        if fresh:
            for act in (
                {"kind": "open_session", "session": "a", "reason": "measured"},
                {"kind": "check_in_all", "delegations": ["BRA", "CHL", "MEX", "URY"]},
                {"kind": "inscribe_all", "delegations": ["BRA", "CHL", "MEX", "URY"]},
                {"kind": "change_limit", "seconds": 3600, "reason": "measured"},
                {"kind": "give_floor"},
            ):
                proceedings.tell(ACTS[str(act["kind"])].model_validate(act))

        def turn() -> None:
            paused = proceedings.meeting.floor and proceedings.meeting.floor.pause
            kind = "resume" if paused else "pause"
            proceedings.tell(ACTS[kind].model_validate({"kind": kind}))

        command = [sys.executable, "-m", "tipfloor", "serve", "--record", str(record)]
        with running([*command, "--port", str(PORT)], "http://") as server:
            yield server, turn


@contextlib.contextmanager
def bare(*words: str) -> Iterator[subprocess.Popen[Any]]:
    """Serve the least that there could be."""
    with running([sys.executable, str(HERE / "bare" / "streams.py"), *words]) as server:
        yield server


@contextlib.contextmanager
def nchan(folder: Path, nginx: str) -> Iterator[subprocess.Popen[Any]]:
    """Run nginx with the settings of deploy/, at a port of its own."""
    text = (HERE.parent / "deploy" / "nginx.conf").read_text(encoding="utf-8")
    text = text.replace("listen 443 ssl http2;", f"listen 127.0.0.1:{PORT + 2};")
    text = "\n".join(line for line in text.split("\n") if "ssl_" not in line)
    text = text.replace("127.0.0.1:8765", f"127.0.0.1:{PORT}")
    text = text.replace("127.0.0.1:8766", f"127.0.0.1:{PORT + 3}")
    path = folder / "nginx.conf"
    path.write_text(text, encoding="utf-8")
    command = [nginx, "-c", str(path), "-g", f"daemon off; pid {folder}/nginx.pid;"]
    with running(command) as server:
        yield server


def line_to(server: subprocess.Popen[Any]) -> Callable[[], None]:
    """Return a way to give a server a line."""

    def tell() -> None:
        assert server.stdin is not None
        server.stdin.write("\n")
        server.stdin.flush()

    return tell


@contextlib.contextmanager
def readers(
    number: int,
    port: int,
    path: str = "/api/events?lang=en",
    word: str = "event: state",
    events: int = EVENTS,
) -> Iterator[subprocess.Popen[str]]:
    """Have so many readers listen."""
    command = [sys.executable, str(HERE / "bare" / "listeners.py"), str(port), str(number)]
    listening = subprocess.Popen(
        [*command, str(events), path, word],
        stdout=subprocess.PIPE,
        stdin=subprocess.PIPE,
        text=True,
    )
    assert listening.stdout is not None
    if listening.stdout.readline() != "ready\n":
        raise SystemExit("the readers could not listen")
    try:
        yield listening
    finally:
        listening.kill()
        listening.communicate()


@contextlib.contextmanager
def running(command: list[str], sign: str = "") -> Iterator[subprocess.Popen[Any]]:
    """Run a server, and note the memory that it has before anybody reads."""
    server = subprocess.Popen(
        command, stdout=subprocess.PIPE, stdin=subprocess.PIPE, text=True, cwd=HERE
    )
    assert server.stdout is not None
    if sign:
        assert sign in server.stdout.readline()
    time.sleep(1.5)
    server.memory = kilobytes(server)  # type: ignore[attr-defined]
    try:
        yield server
    finally:
        server.terminate()
        server.communicate()


def family(server: subprocess.Popen[Any]) -> list[int]:
    """Return a process and those that it started."""
    children = Path(f"/proc/{server.pid}/task/{server.pid}/children").read_text().split()
    return [server.pid, *map(int, children)]


def kilobytes(server: subprocess.Popen[Any]) -> float:
    """Return the memory of a process and its children, what they share counted once."""
    found = 0
    for pid in family(server):
        text = Path(f"/proc/{pid}/smaps_rollup").read_text()
        found += int(text.split("\nPss:")[1].split()[0])
    return found


def processor(server: subprocess.Popen[Any]) -> float:
    """Return the seconds of processor time of a process."""
    fields = Path(f"/proc/{server.pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / TICKS


if __name__ == "__main__":
    main([int(word) for word in sys.argv[1:]] or [1000, 5000])
