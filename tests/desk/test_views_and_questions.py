"""Every question has a screen that asks it and every view one that shows it, and no screen more."""

from importlib import import_module
from inspect import getmembers, isclass
from pkgutil import iter_modules
from typing import Any

import pytest
from textual.screen import Screen

import tipfloor.desk.screens
import tipfloor.desk.typed
from tests.desk.looking import LOOKS
from tipfloor.desk.question import Question, View
from tipfloor.desk.screens.asking import Asking
from tipfloor.desk.screens.beginning import BeginsInOneGo
from tipfloor.desk.screens.below import LiesBelow
from tipfloor.desk.screens.desk import DeskScreen
from tipfloor.desk.screens.of_question import ASKING, READING, SHOWING
from tipfloor.desk.screens.palette import Palette
from tipfloor.desk.screens.taking_keys import TakesKeys

OTHERS = {DeskScreen, Palette, TakesKeys, Asking, BeginsInOneGo, LiesBelow}
"""The desk itself, its palette, and bases."""


def kinds(base: type[Any]) -> set[type[Any]]:
    """Return the classes below a base below which there is no other."""
    below = base.__subclasses__()
    return set().union(*map(kinds, below)) if below else {base}


def modules(package: Any) -> list[Any]:
    return [
        import_module(f"{package.__name__}.{item.name}") for item in iter_modules(package.__path__)
    ]


def screens() -> set[type[Any]]:
    return {
        thing
        for module in modules(tipfloor.desk.screens)
        for _, thing in getmembers(module, isclass)
        if issubclass(thing, Screen) and thing.__module__ == module.__name__
    }


def test_every_question_has_a_screen() -> None:
    modules(tipfloor.desk.typed)
    assert kinds(Question) <= set(ASKING)
    assert all(issubclass(asked, Question) for asked in ASKING)


def test_every_view_has_a_screen_and_a_key() -> None:
    """Of the whole meeting, or of one thing that it is made for."""
    assert kinds(View) == {*SHOWING, *READING}
    assert set(LOOKS) == set(SHOWING)


@pytest.mark.parametrize("screen", sorted(screens(), key=str), ids=lambda item: item.__name__)
def test_every_screen_asks_a_question_or_shows_a_view(screen: type[Any]) -> None:
    assert screen in {*ASKING.values(), *SHOWING.values(), *READING.values(), *OTHERS}
