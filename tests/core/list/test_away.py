"""Delegations that are not checked in: they come late, are expected, or are left out."""

from collections.abc import Callable
from contextlib import closing
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given
from hypothesis import strategies as st

from tests.helpers.desk import Desk
from tests.helpers.plans import NAMES
from tipfloor.core.ground.all_or_none import NotAll
from tipfloor.core.ground.event import Event
from tipfloor.core.ground.instant import Instant
from tipfloor.core.ground.refusal import Refused
from tipfloor.core.list.inscription import Inscribe, Inscribed
from tipfloor.core.list.preinscription import InscribeAll
from tipfloor.core.state.meeting import Meeting

Session = Callable[..., Desk]
CODES = sorted(NAMES)


def test_a_late_arrival_is_checked_in_and_inscribed_in_one_act(session: Session) -> None:
    desk = session()
    desk.tell("check_in", delegation="BRA")
    kinds = [event.kind for event in desk.tell("inscribe", delegation="JAM", away="arrived")]
    assert kinds == ["checked_in", "inscribed"]
    assert "JAM" in desk.meeting.checked_in
    desk.tell("undo")
    assert "JAM" not in desk.meeting.checked_in
    assert desk.waiting == []


def test_who_is_here_is_not_checked_in_again(session: Session) -> None:
    desk = session()
    desk.tell("check_in", delegation="BRA")
    assert len(desk.tell("inscribe", delegation="BRA", away="arrived")) == 1
    assert not desk.entry("BRA").expected


def test_who_is_expected_waits_and_is_called_once_it_is_here(session: Session) -> None:
    desk = session()
    desk.tell("check_in", delegation="BRA")
    desk.tell("inscribe", delegation="JAM", away="expected")
    assert desk.entry("JAM").expected
    assert desk.refused("give_floor").code == "check_in"
    assert desk.refused("call").code == "check_in"
    kinds = [event.kind for event in desk.tell("call", arrived=True)]
    assert kinds == ["checked_in", "speaker_called"]
    desk.tell("undo")
    kinds = [event.kind for event in desk.tell("give_floor", arrived=True)]
    assert kinds == ["checked_in", "floor_given"]
    assert desk.floor.entry.capacity == "national_authority"


def test_an_expected_delegation_that_does_not_come_is_absent(session: Session) -> None:
    desk = session()
    desk.tell("check_in", delegation="BRA")
    desk.tell("inscribe", delegation="JAM", away="expected")
    desk.tell("inscribe", delegation="BRA")
    desk.tell("absent")
    assert desk.waiting == ["BRA", "JAM"]


@cache
def roll() -> tuple[Meeting, Instant]:
    """Return a meeting in a session, with everyone once checked in."""
    with TemporaryDirectory() as folder, closing(Desk.in_session(Path(folder))) as desk:
        desk.tell("check_in_all", delegations=CODES)
        return desk.proceedings.current()


def meeting_with(here: set[str], waiting: set[str]) -> tuple[Meeting, Instant]:
    """Return that meeting with some still here, and some of these on the list."""
    meeting, now = roll()
    meeting = meeting.having(checked_in=frozenset(here))
    for position, code in enumerate(sorted(waiting & here), start=meeting.position + 1):
        (asked,) = Inscribe(delegation=code).decide(meeting, now)
        meeting = asked.apply(meeting.having(position=position))
    return meeting, now


@given(
    here=st.sets(st.sampled_from(CODES), min_size=1),
    wait=st.sets(st.sampled_from(CODES)),
    listed=st.lists(st.sampled_from(CODES), min_size=1, unique=True),
    out=st.sets(st.sampled_from(["waiting", "away", "refused"])),
    away=st.sampled_from([None, "expected", "arrived"]),
)
def test_a_list_leaves_out_whom_it_says_and_nobody_else(
    here: set[str], wait: set[str], listed: list[str], out: set[str], away: str | None
) -> None:
    meeting, now = meeting_with(here, wait)
    act = InscribeAll.model_validate(
        {"delegations": listed, "leave_out": sorted(out), "away": away}
    )
    waits = [code for code in listed if code in wait & here]
    absent = [code for code in listed if code not in here and away is None]
    kept_back = (waits if "waiting" not in out else []) + (absent if "away" not in out else [])
    taken = [code for code in listed if code not in (*waits, *absent)]
    found = judged(act, meeting, now)
    if isinstance(found, NotAll):
        assert sorted(listed[place - 1] for place, _ in found.places) == sorted(kept_back)
    elif isinstance(found, Refused):
        assert (found.code, taken, kept_back) == ("nobody_left", [], [])
    else:
        assert kept_back == []
        assert [event.delegation for event in found if isinstance(event, Inscribed)] == taken


def judged(act: InscribeAll, meeting: Meeting, now: Instant) -> list[Event] | Refused:
    """Return what an act brings about, or why it is refused."""
    try:
        return act.decide(meeting, now)
    except Refused as refused:
        return refused
