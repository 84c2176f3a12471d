"""On what of a moment's business a delegation asks for the floor."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from msgspec.structs import replace

from tipfloor.core.list.inscription import Inscribe
from tipfloor.core.state.document import documents
from tipfloor.core.state.meeting import Meeting
from tipfloor.core.state.recommendation import recommendations
from tipfloor.desk.hand import Hand
from tipfloor.desk.question import AskChoice
from tipfloor.words import say
from tipfloor.words.plain import plain

Acts = Sequence[Inscribe]

NONE = "none"
"""The answer that it is on the moment's business as a whole."""


def on_subject(hand: Hand, acts: Acts, then: Callable[[Acts], object]) -> None:
    """Go on with inscriptions that say what they are on, asked where it may be several things.

    Where it can be one thing only it is that, and on a session's list its topic says it.
    """
    offered = _offered(hand.meeting)
    replies = all(act.remark_kind == "reply" for act in acts)
    if hand.meeting.list_session is not None or replies or not offered:
        then(acts)
    elif len(offered) == 1:
        then(_on(acts, *offered))
    else:
        answers = [*offered.items(), (NONE, say("ask.on_business"))]
        question = AskChoice(say("ask.on_what"), answers)
        hand.ask(question, lambda chosen: then(acts if chosen == NONE else _on(acts, chosen)))


def _offered(meeting: Meeting) -> dict[str, str]:
    """Return what is before the moment and open, in words by table and code."""
    found = {
        f"document {item.plan.code}": plain(item.plan.title)
        for item in documents(meeting)
        if item.plan.moment == meeting.moment and item.is_open
    }
    if meeting.moment_plan.kind == "recommendations":
        found |= {
            f"recommendation {item.number}": plain(
                say("ask.on_recommendation", number=item.number, text=item.text)
            )
            for item in recommendations(meeting)
            if item.is_open
        }
    return found


def _on(acts: Acts, chosen: str) -> Acts:
    table, code = chosen.split(" ")
    subject = {table: code if table == "document" else int(code)}
    return [replace(act, **subject) for act in acts]
