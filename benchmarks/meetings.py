"""The meetings that are measured: the Seventh Meeting's plan on records of any length."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from itertools import cycle, islice
from pathlib import Path
from typing import Any

from msgspec.structs import replace
from terminal import HERE

from tipfloor.clocks import SystemClock
from tipfloor.core.floor.timekeeping import due
from tipfloor.core.fold import step
from tipfloor.core.ground.event import Recorded, Told
from tipfloor.core.ground.instant import Instant
from tipfloor.core.plan.plan import Plan
from tipfloor.core.rooms import ACTS
from tipfloor.core.state.log import EMPTY
from tipfloor.core.state.meeting import Meeting
from tipfloor.meetingfile import read_plan
from tipfloor.proceedings import Proceedings, convening
from tipfloor.proceedings.view import at_positions, milliseconds, unsealed
from tipfloor.store import Unsealed
from tipfloor.store.acts import new_act
from tipfloor.store.creating import create
from tipfloor.store.sqlite import SqliteStore

MEETING = HERE.parent / "sessions.toml"
COUNCIL = HERE.parent / "tests" / "meetings" / "council.toml"
"""Meetings of 32 and of 193 delegations."""


MANY_TURNS = 100
"""Remarks of one delegation in one session, where no limit of them is to be met."""

TURNS = f"turns_per_session = {MANY_TURNS}\n"


def plan(meeting: Path = MEETING, **rules: Any) -> Plan:
    """Return a meeting's plan, the Seventh Meeting's by default, with some rules set otherwise."""
    filed = read_plan(meeting)
    return replace(filed, rules=replace(filed.rules, **rules))


def of_many_turns(path: Path) -> Path:
    """Write the meeting file of a record of many remarks, so that a desk has nothing to ask."""
    lines = MEETING.read_text(encoding="utf-8").splitlines(keepends=True)
    many = (TURNS if line.startswith("turns_per_session") else line for line in lines)
    path.write_text("".join(many), encoding="utf-8")
    return path


def convened(path: Path, waiting: int = 0, **rules: Any) -> Path:
    """Make a record with a session open and so many delegations on its list."""
    create(path, convening(plan(**rules), SystemClock()))
    with closing(Proceedings(SqliteStore(path))) as proceedings:
        session = proceedings.meeting.plan.sessions[0].code
        tell(proceedings, "open_session", session=session, reason="a measurement")
        for code in islice(codes(proceedings.meeting), waiting):
            tell(proceedings, "inscribe", delegation=code)
    return path


def tell(proceedings: Proceedings, kind: str, **fields: Any) -> tuple[Recorded, ...]:
    """Tell the meeting an act by its kind."""
    return proceedings.tell(ACTS[kind].model_validate({"kind": kind, **fields}))


def codes(meeting: Meeting) -> Iterator[str]:
    """Give the codes of the delegations in the order of the roster."""
    return (item.code for item in meeting.plan.delegations)


def name_of(meeting: Meeting, code: str) -> str:
    """Return the name under which a delegation is shown."""
    return meeting.plan.name_of(code)


def long_record(path: Path, events: int, filed: Path = MEETING) -> Path:
    """Make a record of so many events, as turns of inscribing, speaking and ending.

    The events are decided and folded as ever, but reach the disk in one transaction.
    """
    began = SystemClock().now().plus(-events * 1000)
    [first] = convening(
        plan(filed, turns_per_session=MANY_TURNS, close_list_after_minutes=None), _Stopped(began)
    )
    create(path, [first])
    with closing(SqliteStore(path)) as store:
        meeting = Proceedings(store).meeting
        store.append(1, [*_played(meeting, began, events - 1)])
    return path


def spoken_record(path: Path, remarks: int) -> Path:
    """Make a record of so many remarks, spread over every session of the plan.

    They are one to two minutes long, every fifth runs out of time, and every tenth was refused
    slides before.
    """
    began = SystemClock().now().plus(-remarks * 120_000)
    turns = plan(turns_per_session=MANY_TURNS)
    create(path, convening(turns, _Stopped(began)))
    with closing(SqliteStore(path)) as store:
        meeting = Proceedings(store).meeting
        store.append(1, [*_spoken(meeting, began, remarks)])
    return path


def _spoken(meeting: Meeting, now: Instant, remarks: int) -> Iterator[Unsealed]:
    for kind, fields, seconds in _turns(meeting, remarks):
        now = now.plus(seconds * 1000)
        # As if nobody had spoken yet: no limit of turns for however many remarks.
        known = meeting.having(remarks=EMPTY) if kind == "inscribe" else meeting
        decided = _decided(known, kind, fields, now)
        for recorded in decided:
            meeting = step(meeting, recorded)
        yield from unsealed(decided, now)


def _turns(meeting: Meeting, remarks: int) -> Iterator[tuple[str, dict[str, Any], int]]:
    """Give acts, each with the seconds that go by before it."""
    sessions = [item.code for item in meeting.plan.sessions]
    every = cycle(codes(meeting))
    for place, session in enumerate(sessions):
        yield "open_session", {"session": session, "reason": "a measurement"}, 1
        for number in range(place, remarks, len(sessions)):
            code = next(every)
            yield "inscribe", {"delegation": code}, 1
            if number % 10 == 0:
                yield "refuse", {"delegation": code, "requested": "slides"}, 1
            yield "give_floor", {}, 2
            yield "end_remark", {}, 125 if number % 5 == 0 else 60 + number % 60


def _played(meeting: Meeting, now: Instant, number: int) -> Iterator[Unsealed]:
    made = 0
    for kind, fields in _acts(meeting):
        now = now.plus(1000)
        # As if nobody had spoken yet: no limit of turns, and deciding costs the same throughout.
        unheard = meeting.having(remarks=EMPTY)
        decided = _decided(unheard, kind, fields, now)[: number - made]
        for recorded in decided:
            meeting = step(meeting, recorded)
        yield from unsealed(decided, now)
        made += len(decided)
        if made == number:
            return


def _acts(meeting: Meeting) -> Iterator[tuple[str, dict[str, Any]]]:
    session = meeting.plan.sessions[0].code
    yield "open_session", {"session": session, "reason": "a measurement"}
    for code in cycle(codes(meeting)):
        yield "inscribe", {"delegation": code}
        yield "refuse", {"delegation": code, "requested": "other", "reason": "a measurement"}
        yield "give_floor", {}
        yield "end_remark", {}


def _decided(meeting: Meeting, kind: str, fields: dict[str, Any], now: Instant) -> list[Recorded]:
    """Return what an act and the time before it bring about, told as one desk tells it."""
    act = ACTS[kind].model_validate({"kind": kind, **fields})
    events = [*due(meeting, now), *act.decide(meeting, now)]
    told = Told(new_act(milliseconds(now)), "desk")
    return at_positions(meeting.position, events, told)


class _Stopped:
    """A clock that stands still."""

    def __init__(self, at: Instant) -> None:
        self._at = at

    def now(self) -> Instant:
        return self._at
