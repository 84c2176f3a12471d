"""Who has not spoken yet, and whether such a delegation was heard in another way."""

from __future__ import annotations

from msgspec import Struct

from tipfloor.core.state.meeting import Meeting


class Unspoken(Struct, frozen=True):
    """A delegation that has not spoken.

    It may be there no more, have handed in a statement, or have had another speak on its behalf.
    """

    code: str
    present: bool
    in_writing: bool
    spoken_for: bool


def not_spoken(meeting: Meeting, session: str | None = None) -> list[Unspoken]:
    """Return the delegations that have not spoken, in a session or at all, in roster order.

    Of those that came where a roll is kept, else of the whole roster.
    """
    heard, written, others = set[str](), set[str](), set[str]()
    for item in meeting.all_remarks:
        if session not in (None, item.session):
            continue
        entry = item.entry
        (heard if item.was_spoken else written).add(entry.delegation)
        if entry.on_behalf_of and item.was_spoken:
            others.update(entry.on_behalf_of)
    came = {stay.delegation for stay in meeting.attendance} or meeting.checked_in
    return [
        Unspoken(
            item.code,
            present=not came or item.code in meeting.checked_in,
            in_writing=item.code in written,
            spoken_for=item.code in others,
        )
        for item in meeting.plan.delegations
        if item.code not in heard and (not came or item.code in came)
    ]
