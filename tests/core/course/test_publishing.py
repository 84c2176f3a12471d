"""What stands on the face of the published record is stated at the desk where it is known late."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from msgspec.structs import replace

from tests.helpers.desk import Desk
from tipfloor.core.course.publishing import PublicationStated
from tipfloor.core.ground.typed import BLACK
from tipfloor.core.plan.publication import PublicationPlan

Session = Callable[..., Desk]


def stated(desk: Desk) -> PublicationPlan:
    return desk.meeting.plan.publication


def test_each_thing_that_is_stated_is_an_event_and_holds(session: Session) -> None:
    desk = session()
    desk.tell("state_publication", symbol="A/2", issued_on="2024-02-09", paper="letter")
    assert stated(desk) == PublicationPlan(symbol="A/2", issued_on=date(2024, 2, 9), paper="letter")
    desk.tell("state_publication", leave_out=["symbol", "paper"])
    assert stated(desk) == PublicationPlan(issued_on=date(2024, 2, 9))


def test_it_can_be_stated_after_the_closing_and_undone(session: Session) -> None:
    desk = session()
    desk.tell("close_meeting", insist=True, reason="x")
    desk.tell("state_publication", symbol="A/2")
    assert stated(desk).symbol == "A/2"
    desk.tell("undo")
    assert stated(desk).symbol is None


@pytest.mark.parametrize("fields", [{}, {"symbol": "A/2"}, {"leave_out": ["series", "paper"]}])
def test_what_changes_nothing_is_refused(session: Session, fields: dict[str, object]) -> None:
    desk = session()
    desk.tell("state_publication", symbol="A/2")
    assert desk.refused("state_publication", **fields).code == "stated_already"


def test_a_text_is_stated_in_several_languages(session: Session) -> None:
    desk = session()
    texts = {"en": {"sponsor": "The Bureau"}, "es": {"sponsor": "La Mesa"}}
    desk.tell("state_publication", sponsor="The Bureau", translations=texts)
    assert desk.meeting.plan.spoken_in("es").publication.sponsor == "La Mesa"
    desk.tell("state_publication", sponsor="The Bureau")
    assert desk.meeting.plan.spoken_in("es").publication.sponsor == "The Bureau"


def test_an_adopted_file_changes_only_what_it_has_anew(session: Session) -> None:
    desk = session()
    desk.tell("state_publication", symbol="A/2", series="A")
    filed = desk.meeting.filed_plan
    changed = replace(filed, publication=replace(filed.publication, series="B", sponsor="C"))
    desk.tell("adopt_plan", plan=changed)
    assert stated(desk) == PublicationPlan(symbol="A/2", series="B", sponsor="C")


def test_what_was_blacked_out_is_left_out(session: Session) -> None:
    desk = session()
    [event] = desk.tell("state_publication", symbol="A/2")
    black = PublicationStated(at=event.at, item="symbol", text=BLACK)
    assert black.apply(desk.meeting).plan.publication.symbol is None


def test_what_was_blacked_out_comes_back_in_no_language(session: Session) -> None:
    desk = session()
    texts = {"en": {"sponsor": "The Bureau"}, "es": {"sponsor": "La Mesa"}}
    [event] = desk.tell("state_publication", sponsor="The Bureau", translations=texts)
    assert isinstance(event, PublicationStated)
    black = replace(event, text=BLACK).apply(desk.meeting).plan
    assert black.publication.translations == {}
    assert black.spoken_in("es").publication.sponsor is None


def test_a_translation_that_was_blacked_out_is_left_out_alone(session: Session) -> None:
    desk = session()
    texts = {"en": {"sponsor": "The Bureau"}, "es": {"sponsor": "La Mesa"}}
    [event] = desk.tell("state_publication", sponsor="The Bureau", translations=texts)
    assert isinstance(event, PublicationStated)
    others = {**event.translations, "es": {"text": BLACK}}
    black = replace(event, translations=others).apply(desk.meeting).plan
    assert black.spoken_in("es").publication.sponsor == "The Bureau"
