"""The key of business: the acts that the current moment needs, each a second key away."""

from __future__ import annotations

from tipfloor.desk.deeds.registry import deed
from tipfloor.desk.keys import business_of
from tipfloor.desk.screens.ask_choice import AskChoice
from tipfloor.desk.screens.desk import DeskScreen
from tipfloor.words import say
from tipfloor.words.plain import plain


@deed
def business(desk: DeskScreen) -> None:
    """Choose among the business of this moment."""
    moment = desk.meeting.moment_plan
    answers = [(name, say(f"keys.{name}")) for name in business_of(desk.meeting)]
    question = AskChoice(say("ask.business", title=plain(moment.title)), answers)
    desk.ask(question, desk.action_deed)
