"""Keys of the rules: refuse slides, refuse something else; undo."""

from __future__ import annotations

from tipfloor.core.corrections.undo import Undo
from tipfloor.core.floor.addresses import delegation_of
from tipfloor.core.list.requests import RULE_OF, Refuse, permitted
from tipfloor.desk.deeds.registry import deed
from tipfloor.desk.hand import Hand, line
from tipfloor.desk.question import AskChoice, AskText
from tipfloor.desk.typed.delegations import AskDelegation
from tipfloor.words import say

REQUESTS = [kind for kind in RULE_OF if kind != "slides"]
"""What is asked for beside slides, which have a key of their own."""


@deed
def slides(hand: Hand) -> None:
    """Slides are asked for: refuse them, and log it."""
    question = AskDelegation(say("ask.slides"), hand.meeting.plan, *_likely(hand))
    hand.ask(question, lambda code: _refuse(hand, code, "slides"))


@deed
def refuse(hand: Hand) -> None:
    """Something else is asked for: refuse it, and log it."""
    rules = hand.meeting.plan.rules
    kinds = [kind for kind in REQUESTS if not permitted(kind, rules)]
    answers = [(kind, say(f"ask.requested_{kind}")) for kind in kinds]
    hand.ask(AskChoice(say("ask.refuse"), answers), lambda kind: _refuse_by(hand, kind))


@deed
def undo(hand: Hand) -> None:
    """Show the last act, and undo it once that is confirmed."""
    last = hand.meeting.last_act
    if not last:
        hand.tell(Undo())
        return
    question = AskText(
        say("ask.undo", line=line(hand, last[0])), hint=say("ask.undo_hint"), needed=False
    )
    hand.ask(question, lambda reason: hand.tell(Undo(reason=reason or None, position=last[0])))


def _refuse_by(hand: Hand, requested: str) -> None:
    title = say("ask.refuse_by", requested=say(f"ask.requested_{requested}"))
    question = AskDelegation(title, hand.meeting.plan, *_likely(hand))
    hand.ask(question, lambda code: _refuse(hand, code, requested))


def _refuse(hand: Hand, code: str, requested: str) -> None:
    hand.tell(Refuse.model_validate({"delegation": code, "requested": requested}))


def _likely(hand: Hand) -> list[str]:
    """Return who most likely asks: whoever has the floor, then who comes next."""
    meeting = hand.meeting
    on = delegation_of(meeting.floor, meeting.plan) if meeting.floor else None
    upcoming = meeting.speakers().next
    found = (on, upcoming.delegation if upcoming else None)
    return list(dict.fromkeys(code for code in found if code))
