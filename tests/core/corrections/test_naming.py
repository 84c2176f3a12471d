"""Who spoke: an opaque id with the remark, and what is shown of the person."""

from collections.abc import Callable

import pytest

from tests.helpers.desk import Desk
from tipfloor.store import Person
from tipfloor.words.people import LEVELS, shown_as, speaker_shown

Session = Callable[..., Desk]
ID = "p0123456789ab"
PERSON = Person(ID, "BRA", "Ludovica Quenthwaite", "Minister of Rivers", "full_name", "2024", None)


def test_the_id_stays_with_the_remark_on_the_floor(session: Session) -> None:
    desk = session("BRA", "CHL")
    desk.tell("give_floor")
    desk.tell("name_speaker", person=ID)
    assert desk.floor.entry.person == ID
    desk.tell("end_remark")
    desk.tell("give_floor")
    assert desk.floor.entry.person is None
    desk.tell("name_speaker", number=1)
    assert desk.last.entry.person is None


def test_without_a_remark_nobody_is_named(session: Session) -> None:
    assert session().refused("name_speaker", person=ID).code == "no_remark"


def test_an_undone_remark_takes_the_id_along(session: Session) -> None:
    desk = session("BRA")
    desk.tell("give_floor")
    desk.tell("name_speaker", person=ID)
    desk.tell("undo")
    assert desk.floor.entry.person is None
    desk.tell("undo")
    assert desk.meeting.floor is None


@pytest.mark.parametrize(
    ("level", "shown"),
    [
        ("delegation_only", ""),
        ("office", "Minister of Rivers"),
        ("full_name", "Ludovica Quenthwaite, Minister of Rivers"),
    ],
)
def test_each_level_shows_so_much(level: str, shown: str) -> None:
    """PRACTICE section 6: delegation only by default, office, or full name."""
    assert level in LEVELS
    assert shown_as(PERSON._replace(shown=level)) == shown


@pytest.mark.parametrize("consent", [{"consented_at": None}, {"withdrawn_at": "2025"}])
def test_without_a_consent_that_holds_nothing_is_shown(consent: dict[str, str]) -> None:
    """PRACTICE section 6: withdrawing hides at once."""
    assert shown_as(PERSON._replace(**consent)) == ""


def test_a_forgotten_person_is_nobody() -> None:
    assert speaker_shown({}, ID) == ""
    assert speaker_shown({ID: PERSON}, None) == ""
