"""The options that say what of a record a file is to hold, for whom, and in which language."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from pathlib import Path
from typing import TYPE_CHECKING, get_args

from tipfloor.commands.stopping import MISUSED, REFUSED, Stopped
from tipfloor.forms import FORMS, Reader
from tipfloor.words import languages, say
from tipfloor.words.joining import beside

if TYPE_CHECKING:
    from tipfloor.export import Scope
    from tipfloor.export.seal import Seal
    from tipfloor.proceedings import Proceedings


def add_scope(parser: ArgumentParser) -> None:
    """Let a command take `--session`, `--day`, `--language`, and for whom the file is."""
    parser.add_argument(
        "--session",
        action="append",
        default=[],
        metavar=say("cli.code"),
        help=say("cli.export_session"),
    )
    parser.add_argument(
        "--day", action="append", default=[], metavar=say("cli.date"), help=say("cli.export_day")
    )
    parser.add_argument("--language", choices=languages(), help=say("cli.export_language"))
    readers = parser.add_mutually_exclusive_group()
    readers.add_argument(
        "--for", dest="reader", choices=get_args(Reader), help=say("cli.export_for")
    )
    readers.add_argument(
        "--internal",
        dest="reader",
        action="store_const",
        const="internal",
        help=say("cli.export_internal"),
    )
    parser.add_argument("--times", action="store_true", help=say("cli.export_times"))
    parser.add_argument("--since", type=Path, metavar=say("cli.file"), help=say("cli.export_since"))


def scope_of(arguments: Namespace, proceedings: Proceedings) -> Scope:
    """Return what was asked for, each session and day once. Raises Stopped."""
    from tipfloor.export import Chosen, Scope, Since

    sessions, days = dict.fromkeys(arguments.session), dict.fromkeys(arguments.day)
    part, reader, language = Chosen(tuple(sessions), tuple(days)), arguments.reader, None
    times, since = arguments.times, None
    if arguments.since is not None:
        seal = _seal_in(arguments.since, proceedings)
        part, reader, times = part or seal.part, reader or seal.reader, times or seal.scope.times
        language, since = seal.language, Since(seal.position, seal.after)
    scope = Scope(
        internal=reader == "internal",
        part=part,
        language=arguments.language or language,
        reader=None if reader == "internal" else reader,
        times=times,
        since=since,
    )
    _refuse_unfit(scope, arguments.format)
    return scope


def _refuse_unfit(scope: Scope, form: str) -> None:
    """Refuse what a form cannot be: a table is no publication, and has no corrigendum."""
    publishes = FORMS[form].reader == "publication"
    if scope.reader == "publication" and not publishes:
        raise Stopped(say("cli.export_no_publication", form=form, forms=_publishing()), MISUSED)
    if scope.since and not publishes:
        raise Stopped(say("cli.export_no_corrigendum", form=form, forms=_publishing()), MISUSED)
    if scope.times and scope.reader_of(form) != "publication":
        raise Stopped(say("cli.export_times_there"), MISUSED)


def _publishing() -> str:
    return beside(name for name, form in FORMS.items() if form.reader == "publication")


def _seal_in(path: Path, proceedings: Proceedings) -> Seal:
    """Return the seal of a file that was made of the record. Raises Stopped and OSError."""
    from tipfloor.export.against.finding import NotAnExport, found_in

    try:
        seals, _, _ = found_in(path)
    except NotAnExport:
        seals = []
    history = proceedings.history
    for seal in seals:
        if 0 < seal.position <= len(history):
            told = history[seal.position - 1].told.digest or proceedings.digest
            if told == seal.digest:
                return seal
    raise Stopped(say("cli.export_since_other", path=path), REFUSED)
