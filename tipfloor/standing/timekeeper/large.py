"""What the timekeeper's view shows in large: the clock, and words with shorter ones in their place.

Words are given from the longest to the shortest; a face shows the first that it has room for.
"""

from __future__ import annotations

from tipfloor.standing.clock import clock_text, shows_time_of_day
from tipfloor.standing.outlook import Outlook
from tipfloor.standing.phase import word
from tipfloor.standing.timekeeper.lines import on_the_floor
from tipfloor.standing.timekeeper.listed import goes_by_list, next_entries, offices_to_come
from tipfloor.words import say
from tipfloor.words.offered import interlude_text
from tipfloor.words.plain import plain
from tipfloor.words.times import wall

Texts = tuple[str, ...]
"""Words, and shorter ones in their place."""


def clock(outlook: Outlook) -> str:
    """Return what the clock of the floor shows, or the time of day while the floor is free."""
    if shows_time_of_day(outlook):
        return wall(outlook.now, outlook.meeting.plan.zone)
    return clock_text(outlook)


def state(outlook: Outlook) -> Texts:
    """Return the word of the phase."""
    return (word(outlook),)


def speaker(outlook: Outlook) -> Texts:
    """Return who is on the floor or called to it, or what there is in place of a speaker.

    That is an interlude, or while the meeting stands still when it goes on, as far as announced.
    """
    meeting = outlook.meeting
    if meeting.interlude and meeting.floor is None:
        return (interlude_text(meeting.interlude.what),)
    if meeting.suspension and meeting.suspension.resumes:
        resumes = plain(meeting.suspension.resumes)
        return say("timekeeper.resumes", resumes=resumes), resumes
    entry = on_the_floor(meeting)
    if entry is None:
        return ()
    return plain(meeting.plan.name_of(entry.delegation)), plain(entry.delegation)


def upcoming(outlook: Outlook) -> Texts:
    """Return who is next on the list, or the office of whoever gives the next address."""
    meeting = outlook.meeting
    if not goes_by_list(meeting):
        return tuple(say("timekeeper.next_is", name=item) for item in offices_to_come(meeting)[:1])
    entries = next_entries(outlook)[:1]
    codes = [entry.delegation for entry in entries]
    names = [*map(meeting.plan.name_of, codes), *codes]
    return tuple(say("timekeeper.next_is", name=plain(name)) for name in names)
