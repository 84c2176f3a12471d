"""The deed that states what stands on the face of the published record."""

from __future__ import annotations

from datetime import timedelta
from typing import Any, get_args

from tipfloor.core.course.publishing import ITEMS, Item, StatePublication, texts_of
from tipfloor.core.ground.value import Unfit
from tipfloor.core.plan.publication import Paper
from tipfloor.desk.deeds.registration.registration import day_of
from tipfloor.desk.deeds.registry import deed
from tipfloor.desk.deeds.worded import in_languages, worded
from tipfloor.desk.hand import Hand
from tipfloor.desk.question import AskChoice, AskText
from tipfloor.meetingfile.shape import expected
from tipfloor.words import say
from tipfloor.words.plain import plain

AFTERWARDS = timedelta(days=365)
"""How long after a meeting its record is issued at the latest, where no year is typed."""


@deed
def publication(hand: Hand) -> None:
    """State one thing on the face of the published record, at any time of the meeting."""
    answers = [(item, _shown(hand, item)) for item in ITEMS]
    hand.ask(AskChoice(say("ask.publication"), answers), lambda item: _ask(hand, item))


def _shown(hand: Hand, item: Any) -> str:
    stated = getattr(hand.meeting.plan.publication, item)
    name = say(f"log.item_{item}")
    return say("ask.publication_item", item=name, text=plain(str(stated))) if stated else name


def _ask(hand: Hand, item: Any) -> None:
    title = say("ask.publication_text", item=say(f"log.item_{item}"))
    if item == "paper":
        papers = [(paper, say(f"ask.paper_{paper}")) for paper in get_args(Paper)]
        hand.ask(AskChoice(title, papers), lambda paper: _tell(hand, item, paper))
        return
    worded_here = in_languages(hand) if item in StatePublication.worded else ""
    question = AskText(
        title,
        hint=worded_here or say("ask.publication_hint"),
        needed=False,
        value=_typed(hand, item),
    )
    hand.ask(question, lambda typed: _tell(hand, item, typed))


def _typed(hand: Hand, item: Item) -> str:
    """Return what is stated as it would be typed, in each language in which it is."""
    stated = hand.meeting.plan.publication
    if texts := texts_of(stated, item):
        return " | ".join(f"{language}: {text}" for language, text in texts.items())
    return str(getattr(stated, item) or "")


def _tell(hand: Hand, item: Any, typed: str) -> None:
    if not typed:
        hand.tell(StatePublication(leave_out=(item,)))
        return
    latest = hand.meeting.plan.meeting.days[-1] + AFTERWARDS
    value = day_of(typed, latest) if item == "issued_on" else None
    try:
        act = worded(StatePublication, hand, **{item: value or typed})
    except Unfit:
        wanted = expected(("publication", item)).replace("`", "")
        hand.notice(say("ask.publication_unfit", expected=wanted), "refusal")
        return
    hand.tell(act)
