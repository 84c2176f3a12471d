"""The figures of the rules against one another."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from tipfloor.core.plan import LONGEST_LIMIT
from tipfloor.meetingfile.draft import Draft
from tipfloor.meetingfile.fault import Finding
from tipfloor.words import say


def findings(draft: Draft) -> Iterator[Finding]:
    """Yield warnings that cannot come in their order, and an extension beyond an hour."""
    yield from _warnings(draft)
    limit, extension = (draft.rules.number(key) for key in ("limit_seconds", "extension_seconds"))
    if limit and extension and limit + extension > LONGEST_LIMIT:
        total, path = limit + extension, draft.rules.at("extension_seconds")
        yield path, say("faults.extension", total=total, longest=LONGEST_LIMIT)


def _warnings(draft: Draft) -> Iterator[Finding]:
    warnings = draft.rules.values.get("warnings_at_seconds", ())
    limit = draft.rules.number("limit_seconds")
    for place, seconds in enumerate(warnings):
        if limit and seconds >= limit:
            path = draft.rules.at("warnings_at_seconds", place)
            yield path, say("faults.warning_late", seconds=seconds, limit=limit)
    for place, (former, seconds) in enumerate(pairwise(warnings), 1):
        if seconds >= former:
            path = draft.rules.at("warnings_at_seconds", place)
            yield path, say("faults.warnings_order", seconds=seconds, former=former)
