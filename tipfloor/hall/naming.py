"""Delegations and offices as the hall names them."""

from __future__ import annotations

from collections.abc import Iterable

from tipfloor.core.state.meeting import Meeting
from tipfloor.hall.state import Named
from tipfloor.words.plain import plain


def named(meeting: Meeting, code: str) -> Named:
    """Return a delegation, or an office, as it is shown."""
    found = meeting.plan.delegation(code)
    return Named(found.code if found else None, plain(meeting.plan.name_of(code)))


def all_named(meeting: Meeting, codes: Iterable[str]) -> tuple[Named, ...]:
    """Return several, in order."""
    return tuple(named(meeting, code) for code in codes)
