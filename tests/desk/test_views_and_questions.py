"""Every view and every question has its screen, and every view of the whole meeting its key."""

from __future__ import annotations

from tests.desk.looking import LOOKS
from tipfloor.desk.question import Question, ReadRecommendation, View
from tipfloor.desk.screens.of_question import ASKING, SHOWING


def test_every_view_has_a_screen() -> None:
    """A recommendation has one of its own, made for the recommendation that it shows."""
    assert set(View.__subclasses__()) - {ReadRecommendation} == set(SHOWING)


def test_every_question_has_a_screen() -> None:
    assert set(Question.__subclasses__()) == set(ASKING)


def test_every_view_of_the_meeting_has_a_key() -> None:
    """The tests that look at every screen find the views by their keys."""
    assert set(LOOKS) == set(SHOWING)
