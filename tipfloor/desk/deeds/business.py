"""The key of business: the acts that the current moment needs, each a second key away."""

from __future__ import annotations

from tipfloor.desk.deeds.registry import business_of, deed
from tipfloor.desk.hand import Hand
from tipfloor.desk.question import AskChoice
from tipfloor.words import say
from tipfloor.words.plain import plain


@deed
def business(hand: Hand) -> None:
    """Choose among the business of this moment."""
    moment = hand.meeting.moment_plan
    offered = business_of(hand.meeting)
    answers = [(item.name, say(f"keys.{item.name}")) for item in offered]
    question = AskChoice(
        say("ask.business", title=plain(moment.title)),
        answers,
        keys=[item.letter for item in offered],
        behind="n",
    )
    hand.ask(question, hand.do)
