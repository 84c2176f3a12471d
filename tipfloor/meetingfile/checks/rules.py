"""The figures of the rules against one another."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from tipfloor.core.ground.fields import LONGEST_LIMIT
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
    yield from _quorums(draft)


def _quorums(draft: Draft) -> Iterator[Finding]:
    base = draft.rules.number("entitled_to_sit")
    if base is None:
        base = sum(bool(row.values.get("state")) for row in draft.delegations)
    for key in ("quorum_to_open", "quorum_to_decide", "quorum_to_vote"):
        figure = draft.rules.number(key)
        if base and figure and figure > base:
            yield draft.rules.at(key), say("faults.quorum_high", figure=figure, base=base)


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
