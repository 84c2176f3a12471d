"""A general report out of its place: what the desk offers instead (PRACTICE section 1, rule 6)."""

from __future__ import annotations

from collections.abc import Callable

from msgspec.structs import replace

from tipfloor.core.floor.written import SubmitInWriting
from tipfloor.core.ground.act import Act
from tipfloor.core.ground.refusal import Refused
from tipfloor.core.list.inscription import Inscribe, proper_session
from tipfloor.desk.hand import Hand, named
from tipfloor.desk.question import AskChoice
from tipfloor.words import say
from tipfloor.words.plain import plain

Tell = Callable[[Act], object]


def ask_report(act: Inscribe, refused: Refused, hand: Hand, tell: Tell) -> None:
    """Ask what becomes of a request for a general report outside the introductory session.

    Once that session is over, a place on its list is carried until it resumes, and the report can
    be handed in.
    """
    session, title = str(refused.facts["session"]), plain(str(refused.facts["title"]))
    over = refused.code == "general_reports_over"
    there, written = ("carried", ("written",)) if over else ("there", ())
    name = named(hand, act.delegation)
    answers = [
        (kind, say(f"ask.report_{kind}", delegation=name, title=title))
        for kind in (there, *written, "insist")
    ]

    def answer(chosen: str) -> None:
        if chosen == "written":
            tell(SubmitInWriting(delegation=act.delegation, session=session))
        elif chosen == "insist":
            tell(replace(act, insist=True))
        else:
            tell(replace(act, session=session))

    hand.ask(AskChoice(say("ask.report", title=title), answers), answer)


def ask_of_marked(hand: Hand, delegation: str, session: str | None) -> None:
    """Ask, once a remark was marked as a general report out of its place, what is offered for it.

    The mark stays whatever is chosen.
    """
    meeting = hand.meeting
    proper = proper_session(meeting, session)
    if proper is None:
        return
    over = any(stage.code == proper.code and stage.ended_at for stage in meeting.sessions)
    there = "carried" if over else "there"
    title, name = plain(proper.title), named(hand, delegation)
    answers = [
        (kind, say(f"ask.report_{kind}", delegation=name, title=title))
        for kind in (there, "written", "stays")
    ]

    def answer(chosen: str) -> None:
        if chosen == "written":
            hand.tell(SubmitInWriting(delegation=delegation, session=proper.code))
        elif chosen == there:
            hand.tell(Inscribe(delegation=delegation, session=proper.code, general_report=True))

    hand.ask(AskChoice(say("ask.report", title=title), answers), answer)
