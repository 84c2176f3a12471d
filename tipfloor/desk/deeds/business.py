"""The key of business: the acts that the current moment needs, each a second key away."""

from __future__ import annotations

from tipfloor.desk.deeds.registry import business_of, can_be_done, deed
from tipfloor.desk.hand import Hand
from tipfloor.desk.question import AskChoice
from tipfloor.words import say
from tipfloor.words.plain import plain


@deed
def business(hand: Hand) -> None:
    """Choose among the business of this moment that can be done now.

    The letter of what cannot be done says why.
    """
    moment = hand.meeting.moment_plan
    every, now = business_of(hand.meeting), hand.now()
    offered = [item for item in every if can_be_done(item, hand.meeting, now)]
    question = AskChoice(
        say("ask.business", title=plain(moment.title)),
        [(item.name, say(f"keys.{item.name}")) for item in offered],
        keys=[item.letter for item in offered],
        shortcuts={item.letter: item.name for item in every if item not in offered},
        behind="n",
    )
    hand.ask(question, hand.do)
