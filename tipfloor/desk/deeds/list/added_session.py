"""A session that is added while the meeting runs, with a list of its own."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import datetime

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

TIMES = re.compile(
    r"\s*(?:(\d{4}-\d{2}-\d{2})[ T]\s*)?(\d{1,2}:\d{2})\s*[-\u2013]\s*(\d{1,2}:\d{2})\s*"
)
"""When a session begins, and when it ends."""


@deed(offered="A", kinds=("plenary_sessions",))
def add_session(hand: Hand) -> None:
    """Ask for the title, topic and times of a session, and add it to this moment."""

    def answer(title: str) -> None:
        if not title:
            hand.notice(say("ask.no_title"), "refusal")
            return
        question = AskText(say("ask.session_topic"), hint=hint, needed=False)
        hand.ask(question, lambda topic: _ask_times(hand, title, topic or title))

    hint = in_languages(hand) or say("ask.session_hint")
    question = AskText(say("ask.session_title"), hint=hint, needed=False)
    hand.ask(question, answer)


def _ask_times(hand: Hand, title: str, topic: str) -> None:
    """Ask for the planned times, which delegations find in the programme."""

    def answer(typed: str) -> None:
        times = times_of(typed, hand.meeting.day)
        if times is None:
            hand.notice(say("ask.no_session_times"), "refusal")
        else:
            _add(hand, title, topic, times)

    hint = say("ask.session_times_hint")
    hand.ask(AskText(say("ask.session_times"), hint=hint, needed=False), answer)


def times_of(typed: str, today: str) -> tuple[datetime | None, datetime | None] | None:
    """Return the times typed as 14:00-15:30, of a day named before them or of `today`.

    None where they cannot be read; both are None where nothing was typed.
    """
    if not typed.strip():
        return None, None
    read = TIMES.fullmatch(typed)
    if not read:
        return None
    day, *times = read.groups()
    try:
        starts, ends = (datetime.fromisoformat(f"{day or today}T{time:0>5}") for time in times)
    except ValueError:
        return None
    return starts, ends


def _add(
    hand: Hand, title: str, topic: str, times: tuple[datetime | None, datetime | None]
) -> None:
    starts, ends = times
    fields = {"title": title, "topic": topic, "starts": starts, "ends": ends}
    act = worded(AddSession, hand, session="session", **fields)
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
