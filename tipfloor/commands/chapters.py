"""`tipfloor chapters`: the record as chapters of a recording of the meeting."""

from __future__ import annotations

from argparse import Namespace
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tipfloor.commands.anchors import Part, anchored, asked_parts, ends_of
from tipfloor.commands.options import add_command, add_record, open_to_read
from tipfloor.commands.stopping import DONE, MISUSED, Stopped
from tipfloor.commands.streams import put, put_bytes, warn
from tipfloor.commands.writing import refuse_existing, write_file
from tipfloor.words import languages, say, speaking

if TYPE_CHECKING:
    from tipfloor.export.recording.forms import Laid
    from tipfloor.export.snapshot import Snapshot

NAME = "chapters"

FORMS = ("webvtt", "ffmetadata", "list", "podlove", "podcasting")
"""The names of the forms: what writes them is loaded once one is asked for."""


def add(commands: Any) -> None:
    """Add the command to the command line."""
    parser = add_command(commands, NAME, run)
    parser.add_argument("--format", choices=FORMS, required=True, help=say("cli.chapters_format"))
    where = parser.add_mutually_exclusive_group(required=True)
    time, offset = say("cli.time"), say("cli.offset")
    where.add_argument("--began", metavar=time, help=say("cli.chapters_began"))
    where.add_argument("--remark", type=int, metavar="N", help=say("cli.chapters_remark"))
    parser.add_argument("--at", metavar=offset, help=say("cli.chapters_at"))
    parser.add_argument(
        "--part",
        action="append",
        default=[],
        metavar=say("cli.chapters_of_part"),
        help=say("cli.chapters_part"),
    )
    parser.add_argument("--length", metavar=offset, help=say("cli.chapters_length"))
    parser.add_argument("--outages-cut", action="store_true", help=say("cli.chapters_outages_cut"))
    parser.add_argument("--language", choices=languages(), help=say("cli.export_language"))
    parser.add_argument("--output", type=Path, metavar=say("cli.file"), help=say("cli.chapters_to"))
    parser.add_argument("--overwrite", action="store_true", help=say("cli.export_overwrite"))
    add_record(parser)


def run(arguments: Namespace) -> int:
    """Write a file of chapters for each part, or the one part's to standard output."""
    from tipfloor.export.snapshot import Scope, take

    if len(arguments.part) and arguments.output is None:
        raise Stopped(say("cli.chapters_parts_need_output"), MISUSED)
    asked = asked_parts(arguments)
    with closing(open_to_read(arguments)) as proceedings:
        snapshot = take(proceedings, Scope(language=arguments.language))
    parts = [anchored(part, snapshot, cut=arguments.outages_cut) for part in asked]
    with speaking(snapshot.language):
        laid = [_laid(part, snapshot) for part in ends_of(parts, arguments.length)]
    _write(arguments, laid)
    return DONE


def _laid(part: Part, snapshot: Snapshot) -> Laid:
    from tipfloor.export.recording.chapters import chapters, with_gaps, with_rests
    from tipfloor.export.recording.forms import Laid

    found = chapters(snapshot, part.anchor, part.until)
    title = snapshot.meeting.plan.meeting.title
    rests = with_rests(snapshot, part.anchor, part.until)
    return Laid(title, snapshot.language, found, with_gaps(found), rests)


def _write(arguments: Namespace, laid: list[Laid]) -> None:
    from tipfloor.export.recording.forms import CHAPTER_FORMS, remarks_on

    written = CHAPTER_FORMS[arguments.format]
    targets = _targets(arguments.output, len(laid))
    for target in targets:
        if target is not None:
            refuse_existing(target, overwrite=arguments.overwrite)
    for target, one in zip(targets, laid, strict=True):
        data = written(one).encode()
        for told in remarks_on(arguments.format, one):
            warn(f"{target}: {told}" if target else told)
        if target is None:
            put_bytes(data)
        else:
            write_file(target, data, overwrite=arguments.overwrite)
            put(say("cli.export_done", path=target))


def _targets(output: Path | None, parts: int) -> list[Path | None]:
    """Return where each part's file goes: numbered where there are several."""
    if output is None or parts == 1:
        return [output]
    return [output.with_name(f"{output.stem}-{nth}{output.suffix}") for nth in range(1, parts + 1)]
