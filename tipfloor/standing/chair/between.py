"""What the chair can say while nobody has the floor: thanks, whose turn it is, what comes next."""

from __future__ import annotations

from tipfloor.core.course.sessions import was_heard
from tipfloor.core.floor.addresses import gives_addresses, next_address, reports_to_come
from tipfloor.core.reckoning.limit import limit_of
from tipfloor.core.registration.quorum import quorum
from tipfloor.core.state.entry import Entry
from tipfloor.core.state.meeting import Meeting
from tipfloor.standing.chair.names import name, of, titled
from tipfloor.standing.chair.said import Part, Said, so
from tipfloor.standing.outlook import Outlook
from tipfloor.words import count, say
from tipfloor.words.plain import plain

THANKS_FOR = 60_000
"""Milliseconds after a remark in which whoever made it is thanked."""


def between_speakers(outlook: Outlook) -> Said:
    """Return the thanks where they are due, then what leads on."""
    thanks, meeting = _thanks(outlook), outlook.meeting
    if given := give(outlook):
        return (*thanks, *given)
    if meeting.session is None:
        return (*thanks, *_without_session(meeting))
    if meeting.speakers().is_open:
        return (*thanks, *_asking(meeting, again=was_heard(meeting, meeting.session)))
    return (*thanks, Part(say("chair.list_done"), 1), *_business(meeting))


def give(outlook: Outlook) -> Said:
    """Return the words that give the floor, and for how long; none where nobody comes next."""
    meeting = outlook.meeting
    if gives_addresses(meeting) and (address := next_address(meeting)):
        return so(of("chair.give", meeting, address.code))
    code = meeting.floor_list
    entry = meeting.speakers(code).next if code else None
    if code is None or entry is None:
        return ()
    return (*_given(meeting, entry), *_allotted(meeting, entry, code))


def onward(meeting: Meeting) -> Said:
    """Return the words that lead to the next session or moment, or to the end."""
    if following := meeting.next_session:
        title, topic = titled(meeting, following.title), plain(following.topic)
        open_short = say("chair.open_short", title=title)
        return (Part(say("chair.open", title=title, topic=topic), 1, open_short),)
    if moment := meeting.next_moment:
        return so(say("chair.moment", title=titled(meeting, moment.title)))
    if owed := reports_to_come(meeting):
        return so(say("chair.report_owed", office=plain(owed[0].office)))
    return so(say("chair.close"))


def time_in_words(seconds: int) -> str:
    """Return a limit as it is spoken: "two minutes", "one minute and thirty seconds"."""
    minutes, rest = divmod(seconds, 60)
    parts = [count("chair.minutes", minutes, spoken=_number(minutes))] if minutes else []
    parts += [count("chair.seconds", rest, spoken=_number(rest))] if rest else []
    return say("chair.and").join(parts)


def _thanks(outlook: Outlook) -> Said:
    """Return the thanks to whoever spoke within the last minute."""
    last = outlook.meeting.last_spoken
    if last is None or last.moment != outlook.meeting.moment:
        return ()
    ended = last.stopped_at or last.ended_at
    if ended is None or outlook.now.since(ended) > THANKS_FOR:
        return ()
    words = of("chair.thanks", outlook.meeting, last.entry.delegation)
    return (Part(words, 2),)


def _without_session(meeting: Meeting) -> Said:
    """Return the words for the business of a moment, or those that lead on from it."""
    if meeting.moment_plan.kind == "registration":
        return _registering(meeting)
    return _business(meeting)


def _business(meeting: Meeting) -> Said:
    """Return what was decided last, and the question on what is next, or what leads on."""
    from tipfloor.standing.chair.documents import of_documents  # between speakers none is needed
    from tipfloor.standing.chair.elections import of_elections
    from tipfloor.standing.chair.recommendations import of_recommendations

    business = [told(meeting) for told in (of_elections, of_documents, of_recommendations)]
    decided = tuple(part for told, _ in business for part in told)
    asked = next((asked for _, asked in business if asked and not meeting.next_session), ())
    return (*decided, *(asked or onward(meeting)))


def _registering(meeting: Meeting) -> Said:
    found = quorum(meeting, "open")
    if found.met:
        there = (Part(say("chair.quorum_there"), 1),) if found.needed else ()
        return (*there, *onward(meeting))
    return so(say("chair.quorum_awaited", present=found.present, needed=found.needed))


def _asking(meeting: Meeting, *, again: bool) -> Said:
    """Return the question who wishes to speak, or whether anybody else does."""
    if again:
        return so(say("chair.no_more"))
    session = meeting.session_plan
    who = say("chair.who", topic=plain(session.topic) if session else "")
    return (Part(who, 1, say("chair.who_short")),)


def _given(meeting: Meeting, entry: Entry) -> Said:
    told = name(meeting, entry.delegation)
    if entry.on_behalf_of:
        others = len(entry.on_behalf_of)
        return so(count("chair.give_joint", others, delegation=told))
    if entry.kind == "reply":
        asked = Part(say("chair.asked_to_reply", delegation=told), 2)
        return (asked, Part(say("chair.give", delegation=told)))
    return so(say("chair.give", delegation=told))


def _allotted(meeting: Meeting, entry: Entry, session: str) -> Said:
    limit = limit_of(meeting, entry, session)
    return (Part(say("chair.you_have", time=time_in_words(limit)), 1),) if limit else ()


def _number(number: int) -> str:
    numbers = say("chair.numbers").split()
    return numbers[number] if number < len(numbers) else str(number)
