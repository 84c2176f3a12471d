"""The right of reply: which remark a reply may answer (PRACTICE section 4)."""

from __future__ import annotations

from tipfloor.core.ground.refusal import Refused, Rule
from tipfloor.core.state.meeting import Meeting
from tipfloor.core.state.remark import Remark


def answerable(meeting: Meeting, delegation: str, session: str) -> list[Remark]:
    """Return the remarks that a delegation may reply to, the last one first.

    They are those of other delegations, of the session or of the day's sitting.
    """
    found = [
        remark
        for remark in meeting.all_remarks
        if remark.entry.delegation != delegation
        and (remark.list_code == session or remark.day == meeting.day)
    ]
    return found[::-1]


def refuse_without_remarks(meeting: Meeting, session: str) -> None:
    """Refuse where nobody said anything that could be replied to."""
    if not answerable(meeting, "", session):
        raise Refused("nothing_said", Rule.RIGHT_OF_REPLY)


def answered(meeting: Meeting, number: int | None, delegation: str, session: str) -> int:
    """Return the id of the remark that a reply answers, by its number. Raises Refused."""
    if number is None:
        name, last = meeting.plan.name_of(delegation), _last(meeting, delegation, session)
        if not last:
            raise Refused("reply_to_nothing", Rule.RIGHT_OF_REPLY, delegation=name)
        raise Refused("reply_to_what", Rule.RIGHT_OF_REPLY, delegation=name, last=last)
    remark = by_number(meeting, number, Rule.RIGHT_OF_REPLY)
    if remark.entry.delegation == delegation:
        name = meeting.plan.name_of(delegation)
        raise Refused("reply_to_itself", Rule.RIGHT_OF_REPLY, number=number, delegation=name)
    if remark.list_code != session and remark.day != meeting.day:
        raise Refused("reply_elsewhere", Rule.RIGHT_OF_REPLY, number=number)
    return remark.id


def by_number(meeting: Meeting, number: int, rule: Rule) -> Remark:
    """Return the remark with a number. Raises Refused, also for one that was undone."""
    remark = next((item for item in meeting.all_remarks if item.number == number), None)
    if remark is not None:
        return remark
    if number in meeting.void.values():
        raise Refused("remark_undone", rule, number=number)
    raise Refused("no_remark", rule, number=number)


def _last(meeting: Meeting, delegation: str, session: str) -> str:
    """Return the last remark that can be answered, by number and name, empty where none is."""
    found = answerable(meeting, delegation, session)
    return f"{found[0].number}, {meeting.plan.name_of(found[0].entry.delegation)}" if found else ""
