"""What a command line says of where the parts of a recording lie on the time of the record."""

from __future__ import annotations

import re
from argparse import Namespace
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, time
from typing import TYPE_CHECKING

from tipfloor.commands.stopping import MISUSED, REFUSED, Stopped
from tipfloor.words import say

if TYPE_CHECKING:
    from tipfloor.export.recording.anchor import Anchor
    from tipfloor.export.snapshot import Snapshot

AT_REMARK = re.compile(r"(?P<number>\d{1,6})@(?P<offset>.+)")
"""A part by the remark that begins in it, such as "61@0:00:10"."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A part as it was asked for: when it began, or where a remark begins in it."""

    began: str | None = None
    remark: int = 0
    offset: int = 0


@dataclass(frozen=True, slots=True)
class Part:
    """A part that is held to the record; `until` is its length, None to the end of the sitting."""

    anchor: Anchor
    until: int | None = None


def asked_parts(arguments: Namespace) -> list[Asked]:
    """Return the parts that a command line names, the first one first. Raises Stopped."""
    if (arguments.remark is None) is not (arguments.at is None):
        raise Stopped(say("cli.chapters_remark_at"), MISUSED)
    if arguments.remark is None:
        first = Asked(arguments.began)
    else:
        first = Asked(remark=arguments.remark, offset=_offset(arguments.at))
    return [first, *map(_asked, arguments.part)]


def anchored(asked: Asked, snapshot: Snapshot, *, cut: bool) -> Part:
    """Hold a part to the record. Raises Stopped."""
    from tipfloor.export.recording.anchor import NoAnchor, at_beginning, at_remark, without

    meeting = snapshot.meeting
    try:
        if asked.began is None:
            anchor = at_remark(meeting, asked.remark, asked.offset)
        else:
            anchor = at_beginning(meeting, _time(asked.began, snapshot))
    except NoAnchor as error:
        raise Stopped(say(f"cli.no_anchor_{error.code}", **error.facts), REFUSED) from None
    return Part(without(anchor, meeting.outages) if cut else anchor)


def ends_of(parts: Sequence[Part], length: str | None) -> list[Part]:
    """Return the parts with their ends: the beginning of the next, the length given of the last.

    Raises Stopped for parts that are not in order.
    """
    last = None if length is None else _offset(length)
    ended = []
    for part, following in zip(parts, [*parts[1:], None], strict=True):
        if following is None:
            ended.append(replace(part, until=last))
            continue
        until = part.anchor.place(following.anchor.at) - following.anchor.offset
        if until <= 0:
            raise Stopped(say("cli.chapters_parts_in_order"), MISUSED)
        ended.append(replace(part, until=until))
    return ended


def _asked(text: str) -> Asked:
    found = AT_REMARK.fullmatch(text)
    if found is None:
        return Asked(text)
    return Asked(remark=int(found["number"]), offset=_offset(found["offset"]))


def _offset(text: str) -> int:
    from tipfloor.export.recording.offsets import read_offset

    found = read_offset(text)
    if found is None:
        raise Stopped(say("cli.no_offset", given=text), MISUSED)
    return found


def _time(text: str, snapshot: Snapshot) -> datetime:
    """Read a time of the meeting's zone; without a date where the meeting sat on one day only."""
    zone = snapshot.meeting.plan.zone
    try:
        found = datetime.fromisoformat(text)
    except ValueError:
        found = _on_the_day(text, snapshot)
    return found if found.tzinfo else found.replace(tzinfo=zone)


def _on_the_day(text: str, snapshot: Snapshot) -> datetime:
    days = {item.day for item in snapshot.meeting.sittings} or {snapshot.meeting.day}
    example = f"{min(days)}T09:30:00"
    try:
        alone = time.fromisoformat(text)
    except ValueError:
        raise Stopped(say("cli.no_time", given=text, example=example), MISUSED) from None
    if len(days) > 1:
        raise Stopped(say("cli.time_of_which_day", given=text, example=example), MISUSED)
    return datetime.fromisoformat(f"{min(days)}T{alone.isoformat()}")
