"""Who is on the floor or comes next, and who presides."""

from __future__ import annotations

from tipfloor.core.floor.addresses import delegation_of, gives_addresses, next_address
from tipfloor.core.plan.plan import Plan
from tipfloor.core.state.meeting import Meeting
from tipfloor.core.state.remark import Remark
from tipfloor.standing.line import Line, Lines
from tipfloor.standing.outlook import Outlook
from tipfloor.words import count, say
from tipfloor.words.marks import mark_text
from tipfloor.words.offered import interlude_text
from tipfloor.words.officers import office_first
from tipfloor.words.people import speaker_shown
from tipfloor.words.plain import plain
from tipfloor.words.subjects import subject_symbol
from tipfloor.words.when import Announced


def who_speaks(outlook: Outlook, width: int) -> Lines:
    """Return a line for the delegation on the floor and one for what is particular to the remark.

    The delegation by code and full name, and as much of the speaker as may be.
    """
    meeting, floor = outlook.meeting, outlook.meeting.floor
    if floor is None:
        return (_upcoming(meeting, width),)
    shown = delegation_of(floor, meeting.plan)
    speaker = speaker_shown(outlook.people, floor.entry.person)
    name = Line.of(
        (f"{shown}  " if shown else "", "strong accent"),
        (plain(meeting.plan.name_of(floor.entry.delegation)), "strong"),
        f"  {speaker}" if speaker else "",
    )
    return name.truncated(width), _kind(floor, meeting.plan, width)


def in_the_chair(meeting: Meeting) -> str:
    """Say who presides."""
    return say("desk.presides", officer=office_first(meeting.presiding, meeting.plan))


def _upcoming(meeting: Meeting, width: int) -> Line:
    """Return who comes next, or what is on instead."""
    if meeting.interlude:
        return Line.of((interlude_text(meeting.interlude.what), "strong")).truncated(width)
    if resumes := meeting.suspension.resumes if meeting.suspension else None:
        until = "desk.adjourned_until" if meeting.adjourned else "desk.suspended_until"
        return Line.of(
            (say(until, resumes=Announced(resumes, on_screen=True)), "strong")
        ).truncated(width)
    stands_still = meeting.suspended_at or meeting.closed_at
    address = next_address(meeting)
    if address and gives_addresses(meeting) and not stands_still:
        label = say("desk.next") + "  "
        return Line.of((label, "quiet"), plain(address.office)).truncated(width)
    entry = meeting.speakers().next
    if stands_still or entry is None:
        return Line.of((say("desk.nobody"), "quiet"))
    called = meeting.speakers().called is not None
    label = say("desk.called" if called else "desk.next") + "  "
    name = plain(meeting.plan.name_of(entry.delegation))
    line = Line.of((label, "quiet"), (f"{entry.delegation}  ", "strong"), name)
    return line.truncated(width)


def _kind(floor: Remark, plan: Plan, width: int) -> Line:
    entry = floor.entry
    parts = [say(f"desk.kind_{entry.kind}")] if entry.kind != "remark" else []
    if subject := subject_symbol(entry, plan):
        parts.append(plain(subject))
    if entry.on_behalf_of:
        parts.append(count("desk.on_behalf", len(entry.on_behalf_of)))
    parts += map(mark_text, floor.marks)
    return Line.of((" · ".join(parts), "quiet")).truncated(width)
