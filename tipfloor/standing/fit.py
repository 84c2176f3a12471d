"""Fitting texts into a width; names are data, never markup."""

from __future__ import annotations

from collections.abc import Iterable

from tipfloor.core.state.meeting import Meeting
from tipfloor.standing.cells import cells
from tipfloor.standing.line import Line
from tipfloor.words import say
from tipfloor.words.plain import plain

BETWEEN = " · "


def named(meeting: Meeting, code: str) -> str:
    """Return a delegation's code and its full name."""
    return say("timekeeper.entry", code=plain(code), name=plain(meeting.plan.name_of(code)))


def cut(text: str, width: int) -> Line:
    """Return a text as a plain line, cut to the width."""
    return Line.of(text).truncated(width)


def whole(parts: Iterable[str], width: int, between: str = BETWEEN) -> Line:
    """Join as many parts as fit whole; the first is cut where even it does not fit."""
    told = ""
    for part in filter(None, parts):
        longer = f"{told}{between}{part}" if told else part
        if told and cells(longer) > width:
            break
        told = longer
    return cut(told, width)
