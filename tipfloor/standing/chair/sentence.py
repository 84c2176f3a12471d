"""What the chair can say now: a sentence or two, made from the state of the floor."""

from __future__ import annotations

from tipfloor.core.floor.addresses import gives_addresses, next_address
from tipfloor.core.ground.instant import Phase
from tipfloor.core.reckoning.limit import limit_of
from tipfloor.core.state.entry import Entry
from tipfloor.standing.chair.documents import document_sentence
from tipfloor.standing.chair.elections import of_elections
from tipfloor.standing.chair.orders import of_orders, of_standstill
from tipfloor.standing.chair.recommendations import recommendation_sentence
from tipfloor.standing.line import Line
from tipfloor.standing.outlook import Outlook
from tipfloor.words import count, say
from tipfloor.words.plain import plain


def chair_line(outlook: Outlook) -> Line:
    """Return the chair's words with whose they are."""
    words = f"“{sentence(outlook)}”"
    return Line.of((say("chair.chair") + " ", "quiet"), (words, "spoken"))


def sentence(outlook: Outlook) -> str:
    """Return what the chair can say at this instant."""
    return _beginning(_said(outlook))


def _said(outlook: Outlook) -> str:
    meeting, phase = outlook.meeting, outlook.phase
    if phase is Phase.CLOSED:
        return say("chair.closed")
    if phase is Phase.INTERLUDE and meeting.interlude:
        return say("chair.interlude", what=plain(meeting.interlude.what))
    if phase is Phase.SUSPENDED:
        return of_standstill(meeting)
    if orders := of_orders(meeting):
        return orders
    if meeting.floor is None:
        return _between_speakers(outlook)
    speaker = _name(outlook, meeting.floor.entry.delegation)
    if phase is Phase.PAUSED:
        return say("chair.paused", delegation=speaker)
    if phase is Phase.OVER_TIME and not meeting.floor.has_floor:
        following = _give(outlook) or say("chair.no_more")
        return say("chair.time_is_up", delegation=speaker) + " " + following
    if phase in (Phase.WARNING, Phase.LAST_SECONDS, Phase.OVER_TIME):
        return say("chair.conclude", delegation=speaker)
    following = _following(outlook)
    if not following:
        return say("chair.speaking", delegation=speaker)
    return say("chair.speaking_then", delegation=speaker, following=_beginning(following))


def gives_to(outlook: Outlook) -> Entry | None:
    """Return the entry to which the chair's sentence gives the floor, None where it does not."""
    meeting, phase = outlook.meeting, outlook.phase
    if phase in (Phase.CLOSED, Phase.INTERLUDE, Phase.SUSPENDED) or of_orders(meeting):
        return None
    if meeting.floor_list is None or (meeting.floor is not None and meeting.floor.has_floor):
        return None
    if gives_addresses(meeting) and next_address(meeting):
        return None
    return meeting.speakers().next


def _beginning(words: str) -> str:
    """Return words as they begin a sentence, the article of an office included."""
    return words[:1].upper() + words[1:]


def _following(outlook: Outlook) -> str:
    """Return the name of whoever comes next, empty where nobody does."""
    meeting = outlook.meeting
    if meeting.session is None and meeting.floor and meeting.floor.is_address:
        address = next_address(meeting)
        return _name(outlook, address.code) if address else ""
    entry = meeting.speakers().next
    return _name(outlook, entry.delegation) if entry else ""


def time_in_words(seconds: int) -> str:
    """Return a limit as it is spoken: "two minutes", "one minute and thirty seconds"."""
    minutes, rest = divmod(seconds, 60)
    parts = [count("chair.minutes", minutes, spoken=_number(minutes))] if minutes else []
    parts += [count("chair.seconds", rest, spoken=_number(rest))] if rest else []
    return say("chair.and").join(parts)


def _between_speakers(outlook: Outlook) -> str:
    meeting = outlook.meeting
    thanks = ""
    last = meeting.last_spoken
    if last and last.session == meeting.session:
        thanks = say("chair.thanks", delegation=_name(outlook, last.entry.delegation)) + " "
    if meeting.session is None:
        upcoming = meeting.next_session
        if given := _give(outlook):
            return thanks + given
        if upcoming is None:
            following = (
                of_elections(meeting)
                or document_sentence(meeting)
                or recommendation_sentence(meeting)
            )
            return thanks + (
                following or say("chair.moment", title=plain(meeting.moment_plan.title))
            )
        return say("chair.open", title=plain(upcoming.title), topic=plain(upcoming.topic))
    give = _give(outlook)
    if give:
        return thanks + give
    session = meeting.session_plan
    topic = plain(session.topic) if session else ""
    if meeting.speakers().is_open and not thanks:
        return say("chair.who", topic=topic)
    return thanks + say("chair.no_more")


def _give(outlook: Outlook) -> str:
    meeting = outlook.meeting
    if gives_addresses(meeting) and (address := next_address(meeting)):
        return say("chair.give", delegation=_name(outlook, address.code))
    code = meeting.floor_list
    entry = meeting.speakers(code).next if code else None
    if code is None or entry is None:
        return ""
    name = _name(outlook, entry.delegation)
    said = say("chair.give_reply" if entry.kind == "reply" else "chair.give", delegation=name)
    if entry.on_behalf_of:
        said = count("chair.give_joint", len(entry.on_behalf_of), delegation=name)
    return said + _allotted(outlook, entry, code)


def _allotted(outlook: Outlook, entry: Entry, session: str) -> str:
    limit = limit_of(outlook.meeting, entry, session)
    return " " + say("chair.you_have", time=time_in_words(limit)) if limit else ""


def _name(outlook: Outlook, code: str) -> str:
    name = plain(outlook.meeting.plan.name_of(code))
    return say("chair.office", office=name) if outlook.meeting.plan.address(code) else name


def _number(number: int) -> str:
    numbers = say("chair.numbers").split()
    return numbers[number] if number < len(numbers) else str(number)
