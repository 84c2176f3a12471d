"""What may be done next: the likeliest first, and nothing that would be refused."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import cache
from pathlib import Path

import pytest

from tests.helpers.desk import Desk
from tests.helpers.hand_clock import HandClock
from tipfloor.core.floor.timekeeping import as_of
from tipfloor.core.ground.instant import Instant, Phase
from tipfloor.core.ground.refusal import Refused
from tipfloor.core.leading.next_steps import next_steps, situation
from tipfloor.core.leading.situations import SITUATIONS
from tipfloor.core.leading.step import FINDERS
from tipfloor.core.plan.plan import Plan
from tipfloor.core.reckoning.phase import phase_at
from tipfloor.core.rooms import ACTS
from tipfloor.core.state.meeting import Meeting
from tipfloor.desk.deeds.directory import DEEDS
from tipfloor.meetingfile import read_plan
from tipfloor.proceedings import convening
from tipfloor.store.creating import create

MENDED = ("names_waiting", "left_open", "no_quorum")
"""Refusals that the desk makes a question of."""


TEXTS = ("Share what is known", "Meet again")


class Whole(Desk):
    """A desk at the Seventh Meeting that can be brought to any moment and phase."""

    @classmethod
    def at(cls, folder: Path, moment: str, texts: Sequence[str] = TEXTS) -> Whole:
        """Return a desk in a moment, with a quorum."""
        clock, record = HandClock(), folder / "meeting.tipfloor"
        assert create(record, convening(real_plan(), clock))
        desk = cls(record, clock)
        desk.tell("check_in_all", delegations=[item.code for item in real_plan().delegations[:20]])
        if moment != desk.meeting.moment:
            desk.tell("go_to_moment", moment=moment, reason="a test")
        for text in texts:
            desk.tell("add_recommendation", text=text)
        return desk

    def now(self) -> tuple[Meeting, Instant]:
        """Return the meeting as of now, and when that is."""
        now = self.clock.now()
        return as_of(self.proceedings.meeting, now), now

    def names(self) -> list[str]:
        """Return the names of what may be done next."""
        return [step.name for step in next_steps(*self.now())]


@cache
def real_plan() -> Plan:
    return read_plan(Path(__file__).parents[3] / "sessions.toml")


FIRST = {
    "registration": ["forward", "check_in"],
    "opening_ceremony": ["give_next", "interlude"],
    "election_of_authorities": ["nominate", "presiding"],
    "introductory_session": ["forward", "inscribe"],
    "adoption": ["adopt_document", "propose_amendment"],
    "plenary_sessions": ["forward", "inscribe"],
    "recommendations": ["approve_recommendation", "approve_block"],
    "election_of_next_chair": ["nominate", "presiding"],
    "closing_ceremony": ["give_next", "interlude"],
}
"""What comes first in each moment while the floor is free."""

IN_PHASE = {
    Phase.SPEAKING: ["end", "pause"],
    Phase.WARNING: ["end", "pause"],
    Phase.LAST_SECONDS: ["end", "pause"],
    Phase.PAUSED: ["pause", "end"],
    Phase.SUSPENDED: ["suspend"],
    Phase.INTERLUDE: ["end"],
}
"""What comes first in a phase of the floor, in whichever moment."""


def phases(desk: Whole) -> Iterator[Phase]:
    """Bring the floor to each phase in turn, by the report that is owed in any moment."""
    yield Phase.FREE
    desk.tell("begin_interlude", what="silence")
    yield Phase.INTERLUDE
    desk.tell("end_interlude")
    desk.tell("begin_address", address="consultation", limit_seconds=60)
    yield Phase.SPEAKING
    desk.tell("pause")
    yield Phase.PAUSED
    desk.tell("resume")
    desk.clock.advance(32_000)
    yield Phase.WARNING
    desk.clock.advance(20_000)
    yield Phase.LAST_SECONDS
    desk.clock.advance(20_000)
    yield Phase.OVER_TIME
    desk.tell("end_remark")
    desk.tell("suspend")
    yield Phase.SUSPENDED


def refusals(meeting: Meeting, now: Instant) -> list[tuple[str, str]]:
    """Return which of the steps that need no answer would be refused, and with which code."""
    found = []
    for step in next_steps(meeting, now):
        if act := step.act:
            try:
                act.decide(meeting, now)
            except Refused as refused:
                found.append((step.name, refused.code))
    return [(name, code) for name, code in found if code not in MENDED]


@pytest.mark.parametrize("moment", FIRST)
def test_each_phase_of_each_moment_leads_on(
    moment: str, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    desk = Whole.at(tmp_path, moment)
    request.addfinalizer(desk.close)
    for phase in phases(desk):
        meeting, now = desk.now()
        assert phase_at(meeting, now) is phase
        names = desk.names()
        first = IN_PHASE.get(phase, FIRST[moment] if phase is Phase.FREE else [])
        assert names[: len(first)] == first
        if phase is Phase.OVER_TIME:
            assert "end" in names[:2]
        assert len(names) >= 6
        assert refusals(meeting, now) == []


def test_a_session_leads_from_the_list_to_the_floor_and_on(
    session: Callable[..., Desk],
) -> None:
    desk = session()

    def first(number: int = 2) -> list[str]:
        meeting, now = desk.proceedings.current()
        found = next_steps(as_of(meeting, now), now)
        assert refusals(meeting, now) == []
        return [step.name for step in found][:number]

    assert first() == ["inscribe", "load_list"]
    desk.tell("inscribe", delegation="BRA")
    desk.tell("inscribe", delegation="CHL")
    assert first() == ["give_next", "call"]
    desk.tell("call")
    assert first() == ["give_next", "absent"]
    desk.tell("give_floor")
    assert first() == ["end", "pause"]
    desk.tell("point_of_order", delegation="MEX")
    assert first(1) == ["point"]
    desk.tell("rule_on_point", ruling="noted")
    assert first() == ["pause", "end"]
    desk.tell("appeal", delegation="MEX")
    assert first() == ["point", "withdraw_appeal"]
    desk.tell("withdraw_appeal")
    desk.clock.advance(121_000)
    desk.proceedings.keep_time()
    assert "end" in first()
    desk.tell("end_remark")
    assert first(1) == ["give_next"]
    desk.tell("give_floor")
    desk.tell("end_remark")
    assert first() == ["forward", "inscribe"]
    desk.tell("suspend")
    assert first(1) == ["suspend"]


def test_whoever_is_next_and_not_there_is_checked_in_first(session: Callable[..., Desk]) -> None:
    desk = session("BRA")
    desk.tell("check_in", delegation="CHL")
    step = next_steps(*desk.proceedings.current())[0]
    assert (step.name, step.delegation) == ("check_in", "BRA")


def test_an_election_leads_from_the_nomination_to_the_result(
    tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    desk = Whole.at(tmp_path, "election_of_next_chair")
    request.addfinalizer(desk.close)
    office = next(item for item in real_plan().elections if item.host_offer).code
    assert desk.names()[0] == "nominate"
    desk.tell("nominate", election=office, delegation="BRA", nominated_by="CHL")
    assert desk.names()[0] == "acclaim"
    desk.tell("nominate", election=office, delegation="CHL", nominated_by="BRA")
    assert desk.names()[0] == "elect_by_vote"
    desk.tell("withdraw_nomination", election=office, delegation="CHL")
    desk.tell("acclaim", election=office, insist=True)
    assert desk.names()[0] == "offer_to_host"
    desk.tell("offer_to_host", election=office, delegation="BRA", offer="Brasilia, 2026")
    assert desk.names()[0] == "accept_offer"
    desk.tell("accept_host_offer", election=office)
    assert desk.names()[0] == "forward"


def test_a_moment_of_recommendations_without_any_leads_to_the_first(
    tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    desk = Whole.at(tmp_path, "recommendations", texts=())
    request.addfinalizer(desk.close)
    assert desk.names()[:2] == ["add_recommendation", "forward"]


def test_the_end_leads_to_the_files(tmp_path: Path, request: pytest.FixtureRequest) -> None:
    desk = Whole.at(tmp_path, "closing_ceremony")
    request.addfinalizer(desk.close)
    for address in real_plan().addresses:
        if address.moment == "closing_ceremony":
            desk.tell("strike_address", address=address.code, reason="none today")
    assert desk.names()[:2] == ["take_report", "close_meeting"]
    desk.tell("close_meeting", insist=True)
    assert desk.names()[:3] == ["export", "statistics", "find"]


def test_every_situation_needs_what_can_be_found() -> None:
    for item in SITUATIONS:
        assert set(item.needs) <= DEEDS.keys(), item.name
        assert len(item.needs) >= 7, item.name
    assert len({item.name for item in SITUATIONS}) == len(SITUATIONS)


def test_every_step_is_of_a_known_act(session: Callable[..., Desk]) -> None:
    desk = session("BRA", "CHL")
    meeting, now = desk.proceedings.current()
    assert situation(meeting, now).name == "next_waits"
    for step in next_steps(meeting, now):
        assert step.kind in ACTS or step.kind == ""


def test_every_step_is_done_by_a_deed() -> None:
    assert set(FINDERS) <= DEEDS.keys()
