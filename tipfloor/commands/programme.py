"""`tipfloor programme`: the planned moments and sessions as a calendar."""

from __future__ import annotations

import re
from argparse import Namespace
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tipfloor.commands.options import add_command, add_record, open_to_read
from tipfloor.commands.stopping import DONE, MISUSED, REFUSED, Stopped
from tipfloor.commands.streams import put, put_bytes, warn
from tipfloor.commands.writing import refuse_existing, write_file
from tipfloor.words import languages, say, speaking
from tipfloor.words.joining import apart

if TYPE_CHECKING:
    from tipfloor.core.plan.plan import Plan

NAME = "programme"

FORMS = ("ics",)

CHANGING = ("meeting_convened", "plan_adopted", "session_added", "act_undone")
"""The kinds of event that make or change the programme of a record."""

WEB = re.compile(r"https?://[!-~]{3,500}")
"""An address of a page."""

LARGEST = 10_000_000
"""Bytes of a former file: a programme takes some hundred for each session."""


def add(commands: Any) -> None:
    """Add the command to the command line."""
    parser = add_command(commands, NAME, run)
    parser.add_argument(
        "--format", choices=FORMS, default=FORMS[0], help=say("cli.calendar_format")
    )
    parser.add_argument(
        "--after", type=Path, metavar=say("cli.file"), help=say("cli.calendar_after")
    )
    parser.add_argument("--webcast", metavar=say("cli.address"), help=say("cli.calendar_webcast"))
    parser.add_argument("--language", choices=languages(), help=say("cli.export_language"))
    parser.add_argument(
        "--output", type=Path, metavar=say("cli.file"), help=say("cli.export_output")
    )
    parser.add_argument("--overwrite", action="store_true", help=say("cli.calendar_overwrite"))
    add_record(parser)


def run(arguments: Namespace) -> int:
    """Write the programme of a record, or of the meeting file where no record is named."""
    target: Path | None = arguments.output
    if target is not None:
        refuse_existing(target, overwrite=arguments.overwrite)
    if arguments.webcast is not None and not WEB.fullmatch(arguments.webcast):
        raise Stopped(say("cli.no_web_address", given=arguments.webcast), MISUSED)
    plan, changed = _of_record(arguments) or _of_file(arguments)
    former = arguments.after or (target if target is not None and target.exists() else None)
    data = _written(arguments, plan, changed, former)
    _warn_of_untimed(plan)
    if target is None:
        put_bytes(data)
    else:
        write_file(target, data, overwrite=arguments.overwrite)
        put(say("cli.export_done", path=target))
    return DONE


def _written(arguments: Namespace, plan: Plan, changed: datetime, former: Path | None) -> bytes:
    from tipfloor.export.calendar import NoCalendar, calendar

    language: str | None = arguments.language
    spoken = plan.spoken_in(language) if language else plan
    with speaking(language or plan.meeting.language):
        try:
            before = _read(former) if former else None
            return calendar(spoken, changed, before, arguments.webcast)
        except NoCalendar as error:
            raise Stopped(say(f"cli.no_calendar_{error}", path=former), REFUSED) from None


def _read(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(LARGEST)


def _of_record(arguments: Namespace) -> tuple[Plan, datetime] | None:
    """Return the programme in force of the record that is named, and when it was changed last."""
    from tipfloor.records import named_record

    if named_record(arguments.record) is None:
        return None
    with closing(open_to_read(arguments)) as proceedings:
        changed = [x.event.at.utc for x in proceedings.history if x.event.kind in CHANGING]
        return proceedings.meeting.plan, max(changed)


def _of_file(arguments: Namespace) -> tuple[Plan, datetime]:
    from tipfloor.meetingfile import read_plan

    plan = read_plan(arguments.meeting)
    changed = datetime.fromtimestamp(int(arguments.meeting.stat().st_mtime), UTC)
    return plan, changed


def _warn_of_untimed(plan: Plan) -> None:
    from tipfloor.export.calendar import planned_items

    untimed = [item.title for item in planned_items(plan) if item.starts is None]
    if untimed:
        warn(say("cli.calendar_untimed", titles=apart(untimed)))
