"""Delegations and offices as the hall names them, and where their flags are."""

from __future__ import annotations

from collections.abc import Iterable
from zlib import crc32

from tipfloor.core.plan.flags import is_image
from tipfloor.core.plan.plan import Plan
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


def flag_address(plan: Plan, code: str | None) -> str | None:
    """Return where the image of a delegation's flag is, None where the record has none."""
    found = plan.delegation(code) if code else None
    if found is None or not is_image(found.flag):
        return None
    return f"/flags/{found.code}?{crc32((found.flag or '').encode()):08x}"
