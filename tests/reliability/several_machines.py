"""A rehearsed session on several machines at one database, which is restarted and stands still.

`python -m tests.reliability.several_machines [SECONDS]` plays it with real processes: two desks
with random acts, a timekeeper, a hall server with three pages; the clocks of the desks' machines
are +37 s and -150 s wrong and are set meanwhile. What came of it is printed, and is the status.
"""

from __future__ import annotations

import json
import random
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Sequence
from contextlib import closing, suppress
from datetime import datetime, timedelta
from itertools import pairwise
from pathlib import Path
from threading import Thread
from typing import Any, NamedTuple

from msgspec.structs import replace

from tests.helpers import postgres_server
from tests.helpers.plans import small_plan
from tipfloor.clocks import SystemClock
from tipfloor.core.ground.instant import Instant
from tipfloor.core.ground.refusal import Refused
from tipfloor.core.rooms import ACTS
from tipfloor.core.state.remark import Remark
from tipfloor.proceedings.live import LiveProceedings
from tipfloor.records import open_record, store_to_read
from tipfloor.standing.outlook import look
from tipfloor.store.address import read_address
from tipfloor.store.chain import checked

ROOT = Path(__file__).parents[2]
LIMIT = 8
"""Seconds that each has the floor."""

ASKED = ("inscribe", "give_floor", "end_remark", "pause", "resume", "undo", "withdraw")
CODES = ("BRA", "CHL", "URY", "ARG", "USA")
PAGES = 3
FAULTS = (
    "fell",
    "unsound",
    "withdrawn early",
    "two floors at once",
    "remarks whose times run backwards",
    "remarks whose parts are not their length",
    "ms that are neither remark, pause nor gap",
)
"""What must not be."""

SURE = 5
"""Milliseconds within which a sample was taken at once."""

SAME = 100
"""Milliseconds within which all that are connected show the same second."""


class WrongClock:
    """A machine's clock that is wrong by so many seconds, and is set now and then."""

    def __init__(self, wrong: float, seed: int) -> None:
        self._real, self._wrong, self._chance = SystemClock(), wrong, random.Random(seed)
        self._ticks = round(wrong * 99_000)

    def now(self) -> Instant:
        """Return what the machine's clocks show."""
        real = self._real.now()
        utc = real.utc + timedelta(seconds=self._wrong)
        return replace(real, utc=utc, ticks=real.ticks + self._ticks, boot=f"boot{self._ticks}")

    def set(self) -> None:
        """Set its wall clock by a little or much."""
        self._wrong += self._chance.choice([-3600, -2.5, 0.4, 20, 86_400])


class Sample(NamedTuple):
    """What one of them showed at a true time, in milliseconds: the clock of the record.

    The true time is not known better than to `unsure` ms: the machine may do something else.
    """

    who: str
    true: float
    unsure: float
    ticks: int
    away: bool

    @property
    def difference(self) -> float:
        """By how much the clock that was shown is ahead of true time."""
        return self.ticks - self.true


def machine(address: str, name: str, wrong: float, seconds: float, seed: int) -> None:
    """Be a desk that does acts by chance, or a timekeeper, and say each moment what is shown."""
    clock, chance = WrongClock(wrong, seed), random.Random(seed)
    reads = name == "timekeeper"
    opened = open_record(read_address(address), None, read_only=reads, clock=clock, by=name)
    with closing(opened.live()) as live:
        live.begin(lambda: None)
        until, acts = time.monotonic() + seconds, 0
        while time.monotonic() < until:
            live.take()
            if not reads:
                live.keep_time()
                acts += _does_something(live, chance)
            if chance.random() < 0.005:
                clock.set()
            _say(name, live)
            time.sleep(0.05)
    sys.stdout.write(f"{acts}\n")


def _does_something(live: LiveProceedings, chance: random.Random) -> int:
    live.retry()
    if chance.random() > 0.3:
        return 0
    kind = chance.choice(ASKED)
    fields = {"kind": kind, "delegation": chance.choice(CODES), "text": "a note", "reason": "x"}
    known = {name: fields[name] for name in fields if name in ACTS[kind].__struct_fields__}
    with suppress(Refused):
        live.tell(ACTS[kind].model_validate(known))
        return 1
    return 0


def _say(name: str, live: LiveProceedings) -> None:
    began, outlook = time.monotonic(), look(live)
    told = *_about(began), outlook.now.ticks, outlook.waiting.away
    sys.stdout.write(json.dumps([name, *told]) + "\n")


def _about(began: float) -> tuple[float, float]:
    """Return the middle of what took from then until now, and half of that, in milliseconds."""
    ended = time.monotonic()
    return (began + ended) * 500, (ended - began) * 500


def _page(port: int, name: str, until: float, samples: list[Sample]) -> None:
    """Be a page: measure the clock that the hall server tells, and see whether it is silent."""
    while time.monotonic() < until:
        with suppress(OSError, ValueError, KeyError):
            away = bool(_asked(port, "state")["silent"])
            asked = time.monotonic()
            ticks = _asked(port, "time")["ticks"]
            samples.append(Sample(name, *_about(asked), ticks, away))
        time.sleep(0.2)


def _asked(port: int, what: str) -> dict[str, Any]:
    with urllib.request.urlopen(f"http://127.0.0.1:{port}/api/{what}", timeout=2) as told:
        return dict(json.load(told))


def played(seconds: float) -> dict[str, Any]:
    """Play it, and return the figures of what came of it."""
    with postgres_server.serving("fsync=off") as server, tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        address = server.url(record="rehearsed")
        plan = small_plan(limit_seconds=LIMIT, warnings_at_seconds=(4, 2))
        with closing(open_record(read_address(address), plan, by="desk")) as begun:
            act = {"kind": "open_session", "session": "technology", "reason": "a rehearsal"}
            begun.tell(ACTS["open_session"].model_validate(act))
        until = time.monotonic() + seconds
        who = (("Desk 1", 37.0), ("Desk 2", -150.0), ("timekeeper", 0.0))
        programs = [_begun(address, *one, seconds, nth, folder) for nth, one in enumerate(who)]
        hall, port = _hall(address)
        samples: list[Sample] = []
        pages = [
            Thread(target=_page, args=(port, f"page {nth}", until, samples)) for nth in range(PAGES)
        ]
        for page in pages:
            page.start()
        _disturb(server, seconds)
        ended = [program.wait(seconds + 60) for program in programs]
        said = [(folder / name).read_text().splitlines() for name, _ in who]
        for page in pages:
            page.join()
        hall.terminate()
        hall.communicate(timeout=20)  # its pipe is closed too
        acts = sum(int(lines[-1]) for lines in said[:2])
        samples += [Sample(*json.loads(line)) for lines in said for line in lines if line[0] == "["]
        fell = sum(status != 0 for status in ended)
        return {"acts": acts, "fell": fell, **_of_record(address), **_of_clocks(samples)}


def _begun(
    address: str, name: str, wrong: float, seconds: float, seed: int, folder: Path
) -> subprocess.Popen[str]:
    """Start a machine; it says what it shows in a file: a pipe that is full would hold it up."""
    module = "tests.reliability.several_machines"
    told = [address, name, *map(str, (wrong, seconds, seed))]
    words = [sys.executable, "-m", module, "machine", *told]
    with (folder / name).open("w") as said:
        return subprocess.Popen(words, cwd=ROOT, stdout=said, text=True)


def _hall(address: str) -> tuple[Any, int]:
    words = [sys.executable, "-m", "tipfloor", "serve", "--record", address, "--port", "0"]
    hall = subprocess.Popen(words, cwd=ROOT, stdout=subprocess.PIPE, text=True)
    assert hall.stdout is not None
    return hall, int(hall.stdout.readline().rsplit(":", 1)[1].strip(" /\n"))


def _disturb(server: postgres_server.Server, seconds: float) -> None:
    """Restart the server twice, once by killing it, and let it stand still for a third of it."""
    quarter = seconds / 6
    time.sleep(quarter)
    server.stop()
    server.start()
    time.sleep(quarter)
    server.kill()
    server.start()
    time.sleep(quarter)
    server.freeze()
    time.sleep(min(20.0, 2 * quarter))
    server.thaw()


def _of_record(address: str) -> dict[str, Any]:
    with closing(store_to_read(read_address(address))) as store:
        seen = checked(store.rows())
        written = [datetime.fromisoformat(row.at) for row in store.rows()]
    with closing(open_record(read_address(address), None, read_only=True)) as read:
        history, meeting = read.history, read.meeting
    told = {item.told.act: item.event.at.ticks for item in history}
    return {
        "rows": seen.number,
        "unsound": seen.bad,
        "rows written at a time before the former's": [
            f"{(former - later) / timedelta(milliseconds=1):g} ms"
            for former, later in pairwise(written)
            if later < former
        ],
        "acts whose key came before that of one written sooner": sum(
            later < former for former, later in pairwise(told.values())
        ),
        **_of_remarks(meeting.all_remarks, history[-1].event.at),
    }


def _of_remarks(remarks: Sequence[Remark], now: Instant) -> dict[str, Any]:
    """Return what is wrong with floors and times; remarks and gaps make the whole session."""
    early = [one for one in remarks if one.withdrawn and one.speaking(now) < LIMIT * 1000]
    ends = [one.stopped_at or one.ended_at or now for one in remarks]
    gaps = [later.given_at.since(end) for end, later in zip(ends, remarks[1:], strict=False)]
    spans = [end.since(one.given_at) for one, end in zip(remarks, ends, strict=True)]
    parts = [
        one.speaking(end) + one.paused(end) + (one.over_time(end) if one.withdrawn else 0)
        for one, end in zip(remarks, ends, strict=True)
    ]
    whole = ends[-1].since(remarks[0].given_at)
    return {
        "remarks": len(remarks),
        "withdrawn": sum(one.withdrawn for one in remarks),
        "withdrawn early": len(early),
        "two floors at once": sum(gap < 0 for gap in gaps),
        "remarks whose times run backwards": sum(
            not later.reached(former)
            for one in remarks
            for former, later in pairwise(_in_order(one))
        ),
        "remarks whose parts are not their length": sum(
            part != span for part, span in zip(parts, spans, strict=True)
        ),
        "ms of the session": whole,
        "ms that are neither remark, pause nor gap": whole - sum(parts) - sum(gaps),
    }


def _in_order(remark: Remark) -> list[Instant]:
    """Return the instants of a remark in the order in which they have to come."""
    edges = [edge for pause in remark.pauses for edge in (pause.since, pause.until)]
    every = (remark.given_at, *edges, remark.stopped_at or remark.ended_at)
    return [instant for instant in every if instant is not None]


def _of_clocks(samples: list[Sample]) -> dict[str, Any]:
    """Return by how much the clocks of those connected differ, at the least and at the most."""
    clocks = [one for one in samples if not one.away]
    ahead = max(one.difference - one.unsure for one in clocks)
    behind = min(one.difference + one.unsure for one in clocks)
    sure = [one.difference for one in clocks if one.unsure < SURE]
    return {
        "samples": len(samples),
        "away": sum(one.away for one in samples),
        "clocks differ by ms": round(max(0.0, ahead - behind), 1),
        "the same of samples taken at once": round(max(sure) - min(sure), 1),
    }


def main(words: list[str]) -> int:
    """Play it for so many seconds and print what came of it; fail where anything is wrong."""
    if words[:1] == ["machine"]:
        _, address, name, wrong, seconds, seed = words
        machine(address, name, float(wrong), float(seconds), int(seed))
        return 0
    found = played(float(words[0]) if words else 60)
    sys.stdout.write("".join(f"{name}: {value}\n" for name, value in found.items()))
    wrong_now = [name for name in FAULTS if found[name]]
    return int(bool(wrong_now) or found["clocks differ by ms"] > SAME)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
