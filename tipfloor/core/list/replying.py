"""The right of reply: which remark a reply may answer (PRACTICE section 4)."""

from __future__ import annotations

from tipfloor.core.ground.refusal import Refused, Rule
from tipfloor.core.state.meeting import Meeting


def answerable(meeting: Meeting, delegation: str, session: str) -> list[int]:
    """Return the numbers of the remarks that a delegation may reply to, the last one first.

    They are those of other delegations, of the session or of the day's sitting.
    """
    numbered = enumerate(meeting.all_remarks, start=1)
    found = [
        number
        for number, remark in numbered
        if remark.entry.delegation != delegation
        and (remark.session == session or remark.day == meeting.day)
    ]
    return found[::-1]


def answered(meeting: Meeting, number: int | None, delegation: str, session: str) -> int:
    """Return the number of the remark that a reply answers. Raises Refused."""
    if number is None:
        name, last = meeting.plan.name_of(delegation), _last(meeting, delegation, session)
        if not last:
            raise Refused("reply_to_nothing", Rule.RIGHT_OF_REPLY, delegation=name)
        raise Refused("reply_to_what", Rule.RIGHT_OF_REPLY, delegation=name, last=last)
    remarks = meeting.all_remarks
    if not 1 <= number <= len(remarks):
        raise Refused("no_remark", Rule.RIGHT_OF_REPLY, number=number)
    remark = remarks[number - 1]
    if remark.entry.delegation == delegation:
        name = meeting.plan.name_of(delegation)
        raise Refused("reply_to_itself", Rule.RIGHT_OF_REPLY, number=number, delegation=name)
    if remark.session != session and remark.day != meeting.day:
        raise Refused("reply_elsewhere", Rule.RIGHT_OF_REPLY, number=number)
    return number


def _last(meeting: Meeting, delegation: str, session: str) -> str:
    """Return the last remark that can be answered, by number and name, empty where none is."""
    found = answerable(meeting, delegation, session)
    if not found:
        return ""
    name = meeting.plan.name_of(meeting.all_remarks[found[0] - 1].entry.delegation)
    return f"{found[0]}, {name}"
