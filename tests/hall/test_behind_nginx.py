"""The hall behind nginx with nchan, as deploy/nginx.conf sets it up."""

from __future__ import annotations

import json
import re
import shutil
import socket
import subprocess
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from http.client import HTTPConnection
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

import pytest

from tests.hall.hall_at_work import ROOT, Hall, Line, hall_of, until
from tests.helpers.desk import Desk
from tipfloor.hall.access import Access
from tipfloor.hall.publishing import Publisher

NGINX = shutil.which("nginx", path="/usr/sbin:/usr/bin:/usr/local/sbin")
MODULE = Path("/usr/lib/nginx/modules/ngx_nchan_module.so")

needs_nginx = pytest.mark.skipif(
    NGINX is None or not MODULE.exists(), reason="nginx with nchan is not installed"
)


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as found:
        return int(found.getsockname()[1])


def settings(folder: Path, hall: int, publish: int, front: int) -> Path:
    """Return deploy/nginx.conf for these ports, without its certificate."""
    text = (ROOT / "deploy" / "nginx.conf").read_text(encoding="utf-8")
    text = text.replace("listen 443 ssl http2;", f"listen 127.0.0.1:{front};")
    text = re.sub(r"(?m)^.*ssl_.*\n|^worker_rlimit.*\n", "", text)
    text = text.replace("worker_connections 20000", "worker_connections 500")
    text = text.replace("127.0.0.1:8765", f"127.0.0.1:{hall}")
    text = text.replace("127.0.0.1:8766", f"127.0.0.1:{publish}")
    text = text.replace("shared_memory_size 64M", "shared_memory_size 8M")
    path = folder / "nginx.conf"
    path.write_text(text, encoding="utf-8")
    return path


@contextmanager
def front_of(folder: Path, hall: Hall, publish: int) -> Iterator[tuple[int, Any]]:
    """Run nginx before a hall, and give its port and its process."""
    front = free_port()
    path = settings(folder, hall.port, publish, front)
    command = [str(NGINX), "-c", str(path), "-g", f"daemon off; pid {folder}/nginx.pid;"]
    process = subprocess.Popen(command, stderr=subprocess.DEVNULL)
    try:
        until(lambda: answers(front))
        yield front, process
    finally:
        process.terminate()
        process.wait(5)


def answers(port: int) -> bool:
    line = HTTPConnection("127.0.0.1", port, timeout=2)
    with closing(line), suppress(OSError):
        line.request("GET", "/api/time", headers={"Host": "localhost"})
        answer = line.getresponse()
        return answer.read() != b"" and answer.status == 200
    return False


@contextmanager
def listening(port: int, host: str = "localhost") -> Iterator[tuple[bytes, Line]]:
    """Listen through nginx; give the status line too."""
    with socket.create_connection(("127.0.0.1", port), timeout=8) as connection:
        connection.sendall(
            f"GET /api/events?lang=en HTTP/1.1\r\nHost: {host}\r\n"
            "Accept: text/event-stream\r\n\r\n".encode()
        )
        with connection.makefile("rb") as file:
            yield file.readline(), Line(file)


@needs_nginx
def test_readers_behind_nginx_see_what_the_desk_does(
    session: Callable[..., Desk], tmp_path: Path
) -> None:
    publish = free_port()
    to = f"http://127.0.0.1:{publish}/publish"
    with (
        hall_of(session("BRA", "CHL"), publish_to=to) as hall,
        front_of(tmp_path, hall, publish) as (port, process),
    ):
        hall.tell("give_floor")
        with listening(port) as (_, line):
            state = line.next()
            while state["phase"] != "speaking":
                state = line.next()
            assert line.next("beat")["answers"] is True
            hall.desk.tell("pause")
            assert line.next()["phase"] == "paused"
        with listening(port) as (_, late):
            assert late.next()["phase"] == "paused", "the present state and no older one"
        with listening(port, "evil.example") as (status, _):
            assert b" 200 " not in status
        former = workers(process)
        process.send_signal(1)  # reload: what was stored is forgotten
        until(lambda: workers(process) - former)
        with listening(port) as (_, line):
            hall.desk.tell("resume")
            while line.next()["phase"] != "speaking":
                pass


def workers(process: subprocess.Popen[bytes]) -> set[str]:
    """Return the processes that a server has begun and that have not ended."""
    return set(Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text().split())


@needs_nginx
def test_behind_nginx_the_token_is_asked_for_too(
    session: Callable[..., Desk], tmp_path: Path
) -> None:
    publish, token = free_port(), "a-token-for-reading-0123456789"
    to = f"http://127.0.0.1:{publish}/publish"
    with hall_of(session("BRA"), Access(read=token), publish_to=to) as hall:
        front = free_port()
        path = settings(tmp_path, hall.port, publish, front)
        command = [str(NGINX), "-c", str(path), "-g", f"daemon off; pid {tmp_path}/nginx.pid;"]
        process = subprocess.Popen(command, stderr=subprocess.DEVNULL)
        try:
            until(lambda: refused(front))
            with listening(front) as (status, _):
                assert b" 401 " in status
        finally:
            process.terminate()
            process.wait(5)


def refused(port: int) -> bool:
    try:
        with listening(port) as (status, _):
            return bool(status)
    except OSError:
        return False


class Taken(BaseHTTPRequestHandler):
    """Takes what is published, at first unwillingly."""

    found: list[tuple[str, dict[str, Any]]] = []
    refuse = 0

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["content-length"]))
        if Taken.refuse:
            Taken.refuse -= 1
            self.send_response(503)
        else:
            Taken.found.append((self.path, json.loads(body)))
            self.send_response(202)
        self.send_header("content-length", "0")
        self.end_headers()

    def log_message(self, format: str, *args: Any) -> None:
        pass


def test_the_newest_is_sent_until_it_is_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tipfloor.hall.publishing.AGAIN", 0.05)
    server = HTTPServer(("127.0.0.1", 0), Taken)
    Thread(target=server.serve_forever, daemon=True).start()
    Taken.found, Taken.refuse = [], 2
    publisher = Publisher(f"http://127.0.0.1:{server.server_port}/publish")
    publisher("state", "en", b'{"n": 1}')
    publisher("state", "fr", b'{"n": 1}')
    publisher("state", "en", b'{"n": 2}')
    until(lambda: ("/publish/state?lang=en", {"n": 2}) in Taken.found)
    until(lambda: ("/publish/state?lang=fr", {"n": 1}) in Taken.found)
    publisher.close()
    server.shutdown()
    server.server_close()
