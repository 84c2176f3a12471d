"""Which screen asks each question, and which shows each view."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from textual.screen import Screen

from tipfloor.desk.question import (
    AskChoice,
    AskTally,
    AskText,
    FindInLog,
    Help,
    Question,
    ReadRecommendation,
    ReadText,
    Statistics,
    Timekeeper,
    Times,
    View,
)
from tipfloor.desk.screens.asking_by_typing import AskingByTyping
from tipfloor.desk.screens.asking_choice import AskingChoice
from tipfloor.desk.screens.asking_tally import AskingTally
from tipfloor.desk.screens.asking_text import AskingText
from tipfloor.desk.screens.finding import FindingInLog
from tipfloor.desk.screens.help import HelpScreen
from tipfloor.desk.screens.reading_recommendation import ReadingRecommendation
from tipfloor.desk.screens.reading_text import ReadingText
from tipfloor.desk.screens.statistics import StatisticsScreen
from tipfloor.desk.screens.taking_keys import TakesKeys
from tipfloor.desk.screens.timekeeper import TimekeeperScreen
from tipfloor.desk.screens.times import TimesScreen
from tipfloor.desk.typed.arrivals import AskArrivals
from tipfloor.desk.typed.delegations import AskDelegation, AskDelegations
from tipfloor.desk.typed.inscription import AskInscription, AskOnBusiness
from tipfloor.desk.typed.recommendation import AskRecommendation

Answer = TypeVar("Answer")

ASKING: dict[type[Question[Any]], Callable[[Any], TakesKeys[Any]]] = {
    AskText: AskingText,
    AskChoice: AskingChoice,
    AskTally: AskingTally,
    FindInLog: FindingInLog,
    AskDelegation: AskingByTyping,
    AskDelegations: AskingByTyping,
    AskInscription: AskingByTyping,
    AskOnBusiness: AskingByTyping,
    AskArrivals: AskingByTyping,
    AskRecommendation: AskingByTyping,
}
"""The screen of each question."""

SHOWING: dict[type[View], type[Screen[None]]] = {
    Timekeeper: TimekeeperScreen,
    Times: TimesScreen,
    Statistics: StatisticsScreen,
    Help: HelpScreen,
}
"""The screen of each view of the whole meeting."""

READING: dict[type[View], Callable[[Any], Screen[None]]] = {
    ReadRecommendation: ReadingRecommendation,
    ReadText: ReadingText,
}
"""The screen of each view of one thing, which it is made for."""


def asking(question: Question[Answer]) -> TakesKeys[Answer | None]:
    """Return the screen that asks a question; it is left without an answer by None."""
    return ASKING[type(question)](question)


def showing(view: View) -> Screen[None]:
    """Return the screen that shows a view."""
    of_one = READING.get(type(view))
    return of_one(view) if of_one else SHOWING[type(view)]()
