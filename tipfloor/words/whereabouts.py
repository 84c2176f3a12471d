"""Where a meeting that was suspended stood: its part, who was speaking, and who is next."""

from __future__ import annotations

from collections.abc import Iterator

from tipfloor.core.ground.instant import Instant, countdown
from tipfloor.core.state.meeting import Meeting
from tipfloor.words import say
from tipfloor.words.numerals import roman
from tipfloor.words.plain import plain
from tipfloor.words.times import span


def whereabouts(meeting: Meeting, now: Instant) -> str:
    """Return where the meeting was, in a sentence or two."""
    return plain(" ".join(_parts(meeting, now)))


def _parts(meeting: Meeting, now: Instant) -> Iterator[str]:
    planned = meeting.session_plan
    numeral = roman(meeting.plan.moment_index[meeting.moment] + 1)
    if planned:
        facts = {"title": planned.title, "topic": planned.topic}
        yield say("desk.where_session", numeral=numeral, **facts)
    else:
        yield say("desk.where_moment", numeral=numeral, title=meeting.moment_plan.title)
    speaker, upcoming = meeting.speaker, meeting.speakers().next
    if speaker:
        name, left = meeting.plan.name_of(speaker.entry.delegation), speaker.left(now)
        if left is None:
            yield say("desk.where_speaker", name=name)
        else:
            yield say("desk.where_left", name=name, left=span(countdown(left) * 1000))
    if upcoming:
        yield say("desk.where_next", name=meeting.plan.name_of(upcoming.delegation))
    if meeting.suspension and meeting.suspension.resumes:
        yield say("desk.where_resumes", resumes=meeting.suspension.resumes)
