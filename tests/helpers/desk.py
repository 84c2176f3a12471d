"""A desk without a screen: acts in, the meeting out, on a real record and a hand-set clock."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.helpers.hand_clock import HandClock
from tests.helpers.plans import small_plan
from tipfloor.core.ground.event import Event
from tipfloor.core.ground.refusal import Refused
from tipfloor.core.plan.programme import AddressPlan
from tipfloor.core.rooms import ACTS
from tipfloor.core.state.entry import Entry
from tipfloor.core.state.meeting import Meeting
from tipfloor.core.state.remark import Remark
from tipfloor.proceedings import Proceedings, convening
from tipfloor.store.creating import create
from tipfloor.store.sqlite import SqliteStore


class Desk:
    """One process at a record."""

    def __init__(self, record: Path, clock: HandClock) -> None:
        self.record = record
        self.clock = clock
        self.proceedings = Proceedings(SqliteStore(record), clock)
        self._others: list[Desk] = []

    @classmethod
    def convene(
        cls, folder: Path, *, addresses: tuple[AddressPlan, ...] = (), **rules: Any
    ) -> Desk:
        """Return a desk on the record of a new meeting in a folder."""
        clock, record = HandClock(), folder / "meeting.tipfloor"
        plan = small_plan(**rules).with_added("addresses", *addresses)
        assert create(record, convening(plan, clock))
        return cls(record, clock)

    @classmethod
    def in_session(cls, folder: Path, *waiting: str, **rules: Any) -> Desk:
        """Return a desk in the first plenary session, with delegations on the list."""
        desk = cls.convene(folder, **rules)
        desk.tell("open_session", session="technology", reason="straight to it")
        for code in waiting:
            desk.tell("inscribe", delegation=code)
        return desk

    def another(self) -> Desk:
        """Return a second process at the same record."""
        other = Desk(self.record, self.clock)
        self._others.append(other)
        return other

    def close(self) -> None:
        """Close the record, and the second processes at it."""
        for desk in (*self._others, self):
            desk.proceedings.close()

    def tell(self, kind: str, **fields: Any) -> list[Event]:
        """Do an act and return its events."""
        act = ACTS[kind].model_validate({"kind": kind, **fields})
        return [item.event for item in self.proceedings.tell(act)]

    def refused(self, kind: str, **fields: Any) -> Refused:
        """Try an act that must be refused, and return the refusal."""
        before = self.meeting
        with pytest.raises(Refused) as caught:
            self.tell(kind, **fields)
        if not caught.value.logged:
            after = self.meeting
            assert (after.lists, after.floor) == (before.lists, before.floor)
        return caught.value

    @property
    def meeting(self) -> Meeting:
        """The meeting as it is now."""
        return self.proceedings.current()[0]

    @property
    def floor(self) -> Remark:
        """The remark that is on the floor."""
        floor = self.meeting.floor
        assert floor is not None
        return floor

    @property
    def last(self) -> Remark:
        """The last remark that came to its end."""
        return self.meeting.remarks[-1]

    @property
    def waiting(self) -> list[str]:
        """Who waits, in order, in the session that the desk keeps."""
        return [entry.delegation for entry in self.meeting.speakers().waiting]

    def entry(self, code: str) -> Entry:
        """Return a delegation's waiting entry."""
        found = self.meeting.speakers().of(code)
        assert found is not None
        return found

    def times(self, remark: Remark) -> tuple[int, int, int]:
        """Return the milliseconds of speaking, of pauses and of over-time of a remark."""
        now = self.clock.now()
        return remark.speaking(now), remark.paused(now), remark.over_time(now)
