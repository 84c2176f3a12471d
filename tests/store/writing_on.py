"""A process that appends acts to a database that is killed under it, and says which were saved."""

from __future__ import annotations

import sys
import time

from tests.helpers.backends import Postgres
from tipfloor.store import Away, Moved, Unanswered, Unsealed
from tipfloor.store.acts import new_act
from tipfloor.store.postgres.store import PostgresStore


def main(address: str, name: str, seconds: float) -> None:
    """Append acts of one event or two until the time is over; each is asked for until it is known.

    A line for each: its id, how many events it has, and how often its answer was lost.
    """
    store = _opened(address)
    position, until, number = len(store.read()), time.monotonic() + seconds, 0
    while time.monotonic() < until:
        number += 1
        act = new_act(time.time_ns() // 1_000_000)
        events = [
            Unsealed("told", 1, f"{name} {number}", act, nth, name) for nth in range(1 + number % 2)
        ]
        position, lost = _asked(store, position, events)
        sys.stdout.write(f"{act} {len(events)} {lost}\n")
        sys.stdout.flush()
    store.close()


def _opened(address: str) -> PostgresStore:
    while True:
        try:
            return Postgres(address).open()
        except Away:
            time.sleep(0.02)


def _asked(store: PostgresStore, position: int, events: list[Unsealed]) -> tuple[int, int]:
    """Have events appended; return the last position, and how often the answer was lost."""
    lost = 0
    while True:
        try:
            if store.positions_of(events[0].act):
                return position, lost
            return store.append(position, events)[-1].position, lost
        except Moved:
            position = _read_on(store, position)
        except Unanswered:
            lost += 1
            time.sleep(0.02)
        except Away:
            time.sleep(0.02)


def _read_on(store: PostgresStore, position: int) -> int:
    while True:
        try:
            return max([position, *(row.position for row in store.read(position))])
        except Away:
            time.sleep(0.02)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], float(sys.argv[3]))
