"""What listens to a database on a connection and a thread of its own, and keeps its time."""

from __future__ import annotations

import contextlib
import select
from collections.abc import Callable
from datetime import datetime
from threading import Event, Lock, Thread
from typing import Any

import psycopg

from tipfloor.stopwatch import stopwatch
from tipfloor.store.postgres import statements
from tipfloor.store.postgres.clock import Exchange, Machine, SharedClock, Told, exchanged
from tipfloor.store.postgres.connecting import Bounded
from tipfloor.store.postgres.schema import CHANNEL, CLOCK_CHANNEL, VERSION
from tipfloor.store.protocol import Away, NotARecord, RecordNewer, TimeLine

BEAT = 0.7
"""Seconds between two questions for the time, by which it is seen too that nobody answers: with
the deadline of a statement, screens say it within two seconds."""

POLLED = 0.25
"""Seconds between two questions where the server tells of nothing, as a standby does."""

AGAIN = 0.3
"""Seconds until a database that is away is tried again."""

FIRST_EXCHANGES = 8
"""How often the time is asked for at the beginning."""

LEVEL = 5.0
"""Seconds after which the time is asked for again by who only tells an act now and then."""

SLACK = 2_000
"""Milliseconds by which a clock may stand behind the last event and still not have been set."""

GOOD = 20
"""Milliseconds of a bound above which it is asked as often again."""


class Listener:
    """The clock of a record, and the bell that rings when others write to it.

    A notice is a hint and no more: the record is read again, whatever it says.
    """

    def __init__(
        self,
        opened: Callable[[], Bounded],
        record: str,
        machine: Callable[[], Machine],
        *,
        read_only: bool,
    ) -> None:
        self._opened, self._record, self._machine = opened, record, machine
        self._read_only = read_only
        self._clock: SharedClock | None = None
        self._ring: Callable[[], None] = lambda: None
        self._thread: Thread | None = None
        self._ended, self._lock = Event(), Lock()
        self._rang, self._away = False, ""
        self._state: Any = None
        self._measured = 0.0

    @property
    def line(self) -> TimeLine | None:
        """The time line of the record, as last measured."""
        return self._clock.line if self._clock else None

    @property
    def listens(self) -> bool:
        """Whether there is a thread that listens."""
        return self._thread is not None

    def learn(self, connection: Bounded) -> None:
        """Learn which clock the record has, and measure it.

        Raises NotARecord, RecordNewer and psycopg.Error.
        """
        query = "SELECT line, version FROM tipfloor.records WHERE name = %s"
        found = connection.execute(query, (self._record,)).fetchone()
        if found is None:
            raise NotARecord("no_such_record", self._record)
        line, version = found
        if version > VERSION:
            raise RecordNewer("newer", self._record)
        self._clock = SharedClock(line)
        exchanges = [self._measure(connection) for _ in range(FIRST_EXCHANGES)]
        self._make_up(connection, exchanges[-1].told)

    def keep_level(self, connection: Bounded, *, at_once: bool) -> None:
        """Measure the time anew now and then where there is no thread that does."""
        assert self._clock is not None
        if at_once or stopwatch() - self._measured > LEVEL:
            self._measure(connection)
            while self._clock.in_doubt:
                self._measure(connection)

    def _make_up(self, connection: Bounded, told: Told) -> None:
        """Make up for a clock that was set back while nobody looked: the record's goes on."""
        if self._read_only:
            return
        last = connection.execute(statements.LAST, (self._record,)).fetchone()
        if last is None or not last[2]:
            return
        latest = datetime.fromisoformat(last[2]).timestamp() * 1000
        behind = round(latest) - told.utc
        if behind > SLACK:
            connection.execute(statements.SHIFTED, (self._record, told.shifts + 1, behind))
            self._measure(connection)

    def begin(self, ring: Callable[[], None]) -> None:
        """Have `ring` called when others may have written, and when the database goes or comes."""
        self._ring = ring
        self._thread = Thread(target=self._work, name="listener", daemon=True)
        self._thread.start()

    def rang(self) -> bool:
        """Tell whether something may have been written since the last call."""
        with self._lock:
            rang, self._rang = self._rang, False
        return rang

    def raise_if_away(self, where: str) -> None:
        """Raise Away while the database does not answer what listens."""
        if self._away:
            raise Away("away", where, self._away)

    def end(self) -> None:
        """Stop listening, without waiting for the thread."""
        self._ended.set()

    def _work(self) -> None:
        while not self._ended.is_set():
            connection: Bounded | None = None
            try:
                connection = self._opened()
                self._listen(connection)
            except (psycopg.Error, OSError) as error:
                if connection is not None:
                    connection.cut()
                if not self._ended.is_set():
                    self._tell(" ".join(str(error).split()) or type(error).__name__)
                self._ended.wait(AGAIN)

    def _listen(self, connection: Bounded) -> None:
        every = BEAT if _hears(connection) else POLLED
        self._tell("")
        asked = stopwatch()
        while not self._ended.is_set():
            in_doubt = self._clock is not None and self._clock.in_doubt
            left = 0.0 if in_doubt else asked + every - stopwatch()
            if left > 0:
                select.select([connection], [], [], left)
            else:
                self._beat(connection)
                asked = stopwatch()
            heard = {one.channel for one in _notices(connection) if one.payload == self._record}
            if CLOCK_CHANNEL in heard:  # else a time that is none any more would be told
                self._measure(connection)
            if CHANNEL in heard:
                self._tell("")
        connection.cut()

    def _beat(self, connection: Bounded) -> None:
        """Ask for the time, and whether anything changed: a notice may be lost."""
        told = {"record": self._record}
        state = connection.execute(statements.STATE, told).fetchone()
        if state != self._state:
            self._state = state
            self._tell("")
        again = FIRST_EXCHANGES if self.line and self.line.bound > GOOD else 1
        for _ in range(again):
            self._measure(connection)

    def _measure(self, connection: Bounded) -> Exchange:
        assert self._clock is not None
        exchange = exchanged(lambda: time_at(connection, self._record), self._machine)
        self._measured = stopwatch()
        shift = self._clock.heard(exchange)
        if shift and not self._read_only:
            with contextlib.suppress(psycopg.errors.InsufficientPrivilege):
                row = (self._record, exchange.told.shifts + 1, shift)
                connection.execute(statements.SHIFTED, row)
        return exchange

    def _tell(self, away: str) -> None:
        with self._lock:
            self._away, self._rang = away, True
        self._ring()


def time_at(connection: Bounded, record: str) -> Told:
    """Return the time of a database, and what was made up for in a record. Raises psycopg.Error."""
    found = connection.execute(statements.TIME, {"record": record}).fetchone()
    assert found is not None
    return Told(*map(int, found))


def _hears(connection: Bounded) -> bool:
    """Have the server tell of what others write; False on a standby, which refuses."""
    try:
        for channel in (CHANNEL, CLOCK_CHANNEL):
            connection.execute(f"LISTEN {channel}")
    except psycopg.errors.ReadOnlySqlTransaction:
        return False
    return True


def _notices(connection: Bounded) -> list[psycopg.Notify]:
    """Take what has come, all of it: what is left of a packet would be lost."""
    return list(connection.notifies(timeout=0))
