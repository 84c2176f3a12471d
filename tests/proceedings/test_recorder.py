"""The record's thread: another's commit is seen when the bell rings, and where there is none."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from threading import Event
from time import monotonic

import pytest

from tipfloor.proceedings import recorder
from tipfloor.proceedings.errands import Look, News
from tipfloor.proceedings.recorder import Recorder
from tipfloor.store import Unsealed
from tipfloor.store.creating import create
from tipfloor.store.sqlite import SqliteStore

LONGEST = 10.0
NEVER = 600.0
SOMETHING = Unsealed("told", 1, "{}")


class WithoutBell(SqliteStore):
    """A store on a system that tells nothing of what happens to its file."""

    def doorbell(self, ring: Callable[[], None]) -> bool:
        return False


@pytest.mark.parametrize(
    ("kind", "interval"), [(SqliteStore, "LOOK_EVERY"), (WithoutBell, "LOOK_SELDOM")]
)
def test_what_another_writes_is_seen(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: type[SqliteStore], interval: str
) -> None:
    """By the bell alone, or by looking often alone: the other interval never ends."""
    path, woken, seen = tmp_path / "a.tipfloor", Event(), list[object]()
    create(path, [SOMETHING])
    monkeypatch.setattr(recorder, interval, NEVER)
    if kind is SqliteStore:
        # Nothing is looked at again either: the last ring comes when there is something to read.
        monkeypatch.setattr(recorder, "LOOK_SELDOM", NEVER)
        monkeypatch.setattr(recorder, "LISTENS_FIRST", NEVER)
    store, other = kind(path), SqliteStore(path)
    work = Recorder(store, Look(lambda: 1), seen.append)
    work.begin(woken.set)
    try:
        other.append(1, [SOMETHING])
        deadline = monotonic() + LONGEST
        while not seen:
            assert monotonic() < deadline
            woken.wait(LONGEST)
            work.results()
        [news] = seen[:1]
        assert isinstance(news, News)
        assert [row.position for row in news.rows] == [2]
    finally:
        other.close()
        work.end(LONGEST)
