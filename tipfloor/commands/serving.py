"""A server of the hall as the command line asks for it, or why there can be none."""

from __future__ import annotations

import socket
from argparse import Namespace
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

from tipfloor.commands.stopping import MISUSED, UNUSABLE, Stopped
from tipfloor.hall.access import LOOPBACK_NAMES, Access
from tipfloor.hall.control import Told
from tipfloor.hall.server import HallServer, PortTaken, listen
from tipfloor.hall.tokens import SHORTEST, BadToken, read_token, read_tokens
from tipfloor.proceedings import Proceedings
from tipfloor.proceedings.live import LiveProceedings
from tipfloor.store import StoreFault
from tipfloor.store.address import Address
from tipfloor.words import say
from tipfloor.words.joining import beside

EVERYWHERE = ("0.0.0.0", "::")
"""Addresses that mean every address of the machine, and that no browser can be sent to."""


@dataclass
class Said:
    """What is said of a server: where its pages are, and what to know of who can see them."""

    pages: list[str] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)


def told_to_serve(
    arguments: Namespace, record: Address, language: str | None = None
) -> tuple[HallServer, Said]:
    """Return a server that can be started, and what is said of it. Raises Stopped."""
    access = _access(arguments)
    listening = _listening(arguments.host, arguments.port)
    port = listening.getsockname()[1]
    tell = Telling(record) if access.control else None
    server = HallServer(
        partial(_opened, record), listening, access, tell, language, arguments.publish
    )
    return server, _said(arguments, access, port)


@contextmanager
def serving(arguments: Namespace, record: Address) -> Iterator[str]:
    """Serve the pages meanwhile, and give what is said of it."""
    server, said = told_to_serve(arguments, record)
    server.start()
    try:
        yield " ".join([*said.pages, *said.warnings])
    finally:
        server.stop()


def _opened(record: Address) -> LiveProceedings:
    from tipfloor.records import open_record

    return open_record(record, None, read_only=True).live()


class Telling:
    """Tells acts to a record of which it opens its own connection when the first one comes."""

    def __init__(self, record: Address) -> None:
        self._record = record
        self._proceedings: Proceedings | None = None

    def __call__(self, act: bytes, by: str) -> Told:
        """Answer an act as `tipfloor tell` does."""
        from tipfloor.commands.act_reading import asked_of_line
        from tipfloor.commands.answers import answer, not_saved
        from tipfloor.records import open_record

        try:
            if self._proceedings is None:
                self._proceedings = open_record(self._record, None)
            proceedings = self._proceedings
            proceedings.by = by
            proceedings.follow()
            return answer(proceedings, partial(asked_of_line, act, proceedings.meeting.plan))[0]
        except StoreFault as fault:
            return not_saved(fault)

    def close(self) -> None:
        """Let the record go."""
        if self._proceedings is not None:
            self._proceedings.close()


def _access(arguments: Namespace) -> Access:
    """Return who may see and do what. Raises Stopped where nobody said so off this machine."""
    read = _token(arguments.read_token_file, read_token)
    control = _token(arguments.control_token_file, read_tokens) or {}
    loopback = _is_loopback(arguments.host)
    if not loopback and read is None and not arguments.public:
        raise Stopped(
            say("cli.serve_who", host=arguments.host, visible=say("cli.serve_visible")), MISUSED
        )
    if read is not None and arguments.public:
        raise Stopped(say("cli.serve_either"), MISUSED)
    names = {*LOOPBACK_NAMES, *(name.lower() for name in arguments.names)}
    if not loopback:
        names |= {arguments.host.lower(), socket.gethostname().lower(), socket.getfqdn().lower()}
    return Access(frozenset(names), not loopback, read, control)


def _token(path: Path | None, read: Callable[[Path], Any]) -> Any:
    if path is None:
        return None
    try:
        return read(path)
    except BadToken as bad:
        told = say(f"cli.token_{bad.code}", path=path, shortest=SHORTEST)
        raise Stopped(told, UNUSABLE) from None
    except OSError as error:
        raise Stopped(say("cli.token_unread", path=path, reason=error.strerror), UNUSABLE) from None


def _is_loopback(host: str) -> bool:
    return host in LOOPBACK_NAMES or host.startswith("127.")


def _listening(host: str, port: int) -> socket.socket:
    try:
        return listen(host, port)
    except PortTaken as taken:
        told = say("cli.serve_no_port", host=host, port=port, reason=str(taken))
        raise Stopped(told, UNUSABLE) from None


def _said(arguments: Namespace, access: Access, port: int) -> Said:
    host = socket.gethostname() if arguments.host in EVERYWHERE else arguments.host
    shown = f"[{host}]" if ":" in host else host
    said = Said([say("cli.serving", address=f"http://{shown}:{port}/")])
    if not _is_loopback(arguments.host):
        said.warnings.append(say("cli.serve_visible_now", visible=say("cli.serve_visible")))
        said.warnings.append(say("cli.serve_open" if access.read is None else "cli.serve_token"))
    if access.control:
        holders = beside(sorted(set(access.control.values())))
        said.warnings.append(say("cli.serve_acting", holders=holders))
    return said
