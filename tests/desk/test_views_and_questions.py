"""Every view and every question has its screen, and every view of the whole meeting its key."""

from __future__ import annotations

from tests.desk.looking import LOOKS
from tipfloor.desk.question import Question, View
from tipfloor.desk.screens.of_question import ASKING, READING, SHOWING


def test_every_view_has_a_screen() -> None:
    """Of the whole meeting, or of one thing that it is made for."""
    assert set(View.__subclasses__()) == {*SHOWING, *READING}


def test_every_question_has_a_screen() -> None:
    assert set(Question.__subclasses__()) == set(ASKING)


def test_every_view_of_the_meeting_has_a_key() -> None:
    """The tests that look at every screen find the views by their keys."""
    assert set(LOOKS) == set(SHOWING)
