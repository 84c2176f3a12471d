"""`tipfloor serve`: the pages of the hall, for every screen of the house, from the record."""

from __future__ import annotations

import signal
from argparse import ArgumentParser, ArgumentTypeError, Namespace
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from tipfloor.commands.options import add_command, add_record, existing_record
from tipfloor.commands.stopping import DONE
from tipfloor.commands.streams import put, warn
from tipfloor.words import languages, say

if TYPE_CHECKING:
    from types import FrameType

NAME = "serve"
HOST, PORT = "127.0.0.1", 8765


def add(commands: Any) -> None:
    """Add the command to the command line."""
    parser = add_command(commands, NAME, run)
    add_record(parser)
    parser.add_argument("--language", choices=languages(), help=say("cli.serve_language"))
    add_serving(parser)


def add_serving(parser: ArgumentParser) -> None:
    """Let a command take how the pages are served."""
    file = say("cli.file")
    add_place(parser, say("cli.serve_port", default=PORT))
    parser.add_argument(
        "--read-token-file", type=Path, metavar=file, help=say("cli.serve_read_token")
    )
    parser.add_argument(
        "--control-token-file", type=Path, metavar=file, help=say("cli.serve_control_token")
    )
    parser.add_argument("--public", action="store_true", help=say("cli.serve_public"))
    parser.add_argument("--publish", type=_address, metavar="URL", help=say("cli.serve_publish"))
    parser.add_argument(
        "--name",
        action="append",
        default=[],
        dest="names",
        metavar=say("cli.host"),
        help=say("cli.serve_name"),
    )


def add_place(parser: ArgumentParser, port_help: str) -> None:
    """Let a command take the host and the port of the pages."""
    host = say("cli.serve_host", default=HOST)
    parser.add_argument("--host", default=HOST, metavar=say("cli.host"), help=host)
    parser.add_argument("--port", type=port_number, default=PORT, metavar="N", help=port_help)


def _address(text: str) -> str:
    """Return an address to publish at: http, with a host."""
    try:
        parts = urlsplit(text)
        sound = parts.scheme == "http" and bool(parts.hostname) and (parts.port or 80) > 0
    except ValueError:
        sound = False
    if not sound:
        raise ArgumentTypeError(say("cli.not_an_address", given=text))
    return text


def says_how(arguments: Namespace) -> bool:
    """Tell whether a command line says how pages are served, other than by default."""
    files = arguments.read_token_file or arguments.control_token_file
    told = arguments.public or arguments.publish or arguments.names
    return bool(files or told) or (arguments.host, arguments.port) != (HOST, PORT)


def run(arguments: Namespace) -> int:
    """Serve the pages until told to end."""
    from tipfloor.commands.serving import told_to_serve

    record = existing_record(arguments)
    server, said = told_to_serve(arguments, record, arguments.language)
    ended = Event()

    def end(signum: int, frame: FrameType | None) -> None:
        ended.set()

    for told in (signal.SIGINT, signal.SIGTERM):
        signal.signal(told, end)
    server.start()
    try:
        for line in said.warnings:
            warn(line)
        put("\n".join(said.pages))
        _flush()
        while server.alive and not ended.wait(0.5):
            pass
    finally:
        server.stop()
    if server.failed is not None:
        raise server.failed
    return DONE


def _flush() -> None:
    import sys

    sys.stdout.flush()


def port_number(text: str) -> int:
    """Return a port that was typed. Raises ArgumentTypeError."""
    if not (text.isascii() and text.isdigit() and int(text) <= 65535):
        raise ArgumentTypeError(say("cli.not_a_port", given=text))
    return int(text)
