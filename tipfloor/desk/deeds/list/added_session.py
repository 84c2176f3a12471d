"""A session that is added while the meeting runs, with a list of its own."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec.structs import replace

from tipfloor.core.course.opening_sessions import AddSession
from tipfloor.core.ground.event import Recorded
from tipfloor.core.ground.folding import fold_text
from tipfloor.core.plan.plan import Plan
from tipfloor.desk.deeds.registry import deed
from tipfloor.desk.deeds.worded import in_languages, worded
from tipfloor.desk.hand import Hand, line
from tipfloor.desk.question import AskText
from tipfloor.words import say

LONGEST_CODE = 36


@deed(offered="A", kinds=("plenary_sessions",))
def add_session(hand: Hand) -> None:
    """Ask for the title and the topic of a session, and add it to this moment."""

    def answer(title: str) -> None:
        if not title:
            hand.notice(say("ask.no_title"), "refusal")
            return
        question = AskText(say("ask.session_topic"), hint=hint, needed=False)
        hand.ask(question, lambda topic: _add(hand, title, topic or title))

    hint = in_languages(hand) or say("ask.session_hint")
    question = AskText(say("ask.session_title"), hint=hint, needed=False)
    hand.ask(question, answer)


def _add(hand: Hand, title: str, topic: str) -> None:
    act = worded(AddSession, hand, session="session", title=title, topic=topic)
    act = replace(act, session=code_of(act.title, hand.meeting.plan))

    def added(recorded: Sequence[Recorded]) -> None:
        hand.notice(say("desk.session_added", title=line(hand, recorded[0].position)), "done")

    hand.tell(act, then=added)


def code_of(title: str, plan: Plan) -> str:
    """Return a code for a session's title that no session of the plan has."""
    words = re.findall(r"[a-z0-9]+", fold_text(title))
    code = "-".join(words)[:LONGEST_CODE].strip("-") or "session"
    number, free = 1, code
    while plan.session(free):
        number += 1
        free = f"{code}-{number}"
    return free
