"""The moments against the order that the meeting states."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tipfloor.core.plan.plan import ORDER_OF_MOMENTS
from tipfloor.meetingfile.alike import folded, with_nearest
from tipfloor.meetingfile.checks.twice import repeated
from tipfloor.meetingfile.draft import Draft, Row
from tipfloor.meetingfile.fault import Finding
from tipfloor.meetingfile.shown import found
from tipfloor.words import say
from tipfloor.words.joining import beside


def findings(draft: Draft) -> Iterator[Finding]:
    """Yield moments that are twice, unnamed in the order, out of it, missing or misnamed."""
    yield from repeated(draft.moments, "code")
    yield from repeated(draft.moments, "title", folded)
    order: Sequence[str] = draft.meeting.values.get("order_of_moments", ())
    if not order:
        return
    yield from _order_itself(draft, order)
    yield from _unnamed(draft.moments, order)
    yield from _out_of_order(draft.moments, order)
    yield from _missing(draft, order)
    if tuple(order) == ORDER_OF_MOMENTS:
        yield from _other_kind(draft.moments)


def _order_itself(draft: Draft, order: Sequence[str]) -> Iterator[Finding]:
    for place, code in enumerate(order):
        if code in order[:place]:
            path = draft.meeting.at("order_of_moments", place)
            yield path, say("faults.order_twice", code=code)


def _unnamed(moments: Sequence[Row], order: Sequence[str]) -> Iterator[Finding]:
    for moment in moments:
        code = moment.text("code")
        if code and code not in order:
            words = say("faults.moment_unnamed", code=code, order=beside(order))
            yield moment.at("code"), with_nearest(words, code, order)


def _out_of_order(moments: Sequence[Row], order: Sequence[str]) -> Iterator[Finding]:
    places = {code: place for place, code in reversed(list(enumerate(order)))}
    seen: set[str] = set()
    latest = ""
    for moment in moments:
        code = moment.text("code")
        if not code or code not in places or code in seen:
            continue
        seen.add(code)
        if latest and places[code] < places[latest]:
            yield moment.at("code"), say("faults.moment_order", code=code, latest=latest)
        else:
            latest = code


def _missing(draft: Draft, order: Sequence[str]) -> Iterator[Finding]:
    codes = [moment.text("code") for moment in draft.moments]
    if not codes or None in codes:
        return
    former = ""
    for code in dict.fromkeys(order):
        if code not in codes:
            key = "faults.moment_missing_after" if former else "faults.moment_missing_first"
            yield ("moments",), say(key, code=code, former=former)
        former = code


def _other_kind(moments: Sequence[Row]) -> Iterator[Finding]:
    for moment in moments:
        code, kind = moment.text("code"), moment.text("kind")
        if code in ORDER_OF_MOMENTS and kind and kind != code:
            yield moment.at("kind"), say("faults.moment_kind", found=found(kind), code=code)
