"""Acts on the last remark mean one of this session; what was written stays written."""

from collections.abc import Callable

import pytest

from tests.helpers.desk import Desk
from tipfloor.core.corrections.undo import RemarkMarked

Session = Callable[..., Desk]
PERSON = "p0123456789ab"
MARK = {"mark": "reminded_of_topic"}


@pytest.fixture
def after(session: Session) -> Desk:
    """Brazil spoke in the first session, and another one is open."""
    desk = session("BRA")
    desk.tell("give_floor")
    desk.clock.advance(20_000)
    desk.tell("end_remark")
    desk.tell("open_session", session="climate")
    return desk


@pytest.mark.parametrize(("kind", "fields"), [("mark", MARK), ("name_speaker", {"person": PERSON})])
def test_the_last_remark_of_another_session_is_meant_by_its_number_only(
    after: Desk, kind: str, fields: dict[str, str]
) -> None:
    refused = after.refused(kind, **fields)
    assert (refused.code, refused.facts) == (
        "remark_elsewhere",
        {"number": 1, "delegation": "Brazil"},
    )
    after.tell(kind, number=1, **fields)


def test_a_statement_in_writing_is_not_the_last_remark(session: Session) -> None:
    desk = session("BRA")
    desk.tell("give_floor")
    desk.tell("end_remark")
    desk.tell("submit_in_writing", delegation="CHL")
    [marked] = desk.tell("mark", **MARK)
    assert isinstance(marked, RemarkMarked)
    assert marked.delegation == "BRA"


def test_to_name_a_speaker_without_words_changes_nothing(after: Desk) -> None:
    after.tell("name_speaker", person=PERSON, number=1)
    assert after.refused("name_speaker").code == "nobody_named"
    assert after.last.entry.person == PERSON
    assert after.refused("name_speaker", person=PERSON, number=1).code == "nothing_changed"
    after.tell("name_speaker", number=1)
    assert after.last.entry.person is None


def test_a_written_statement_never_becomes_a_spoken_one(session: Session) -> None:
    desk = session()
    desk.tell("submit_in_writing", delegation="BRA")
    for fields in ({"ended_by": "chair"}, {"ended_by": "speaker"}, {"remark_kind": "reply"}):
        assert desk.refused("correct", number=1, reason="x", **fields).code == "was_written"
    assert (desk.last.ended_by, desk.last.entry.kind) == ("writing", "written")


def test_what_is_still_on_has_not_ended_and_the_limit_is_not_the_chair(session: Session) -> None:
    desk = session("BRA")
    desk.tell("give_floor")
    ended = {"number": 1, "ended_by": "chair", "reason": "x"}
    assert desk.refused("correct", **ended).code == "no_times_yet"
    desk.clock.advance(130_000)
    desk.tell("end_remark")
    assert desk.refused("correct", **ended).code == "ended_at_limit"


def test_a_time_that_no_meeting_reaches_is_refused(after: Desk) -> None:
    for given_at in ("0001-01-01T00:00:00Z", "1900-01-01T00:00:00", "9999-12-31T23:59:59Z"):
        refused = after.refused("correct", number=1, given_at=given_at, reason="x")
        assert refused.code == "unknown_time"
