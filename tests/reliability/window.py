"""The program in a pseudo-terminal, forked from the process that has loaded it already."""

from __future__ import annotations

import os
import re
import select
from collections.abc import Mapping, Sequence
from contextlib import closing
from pathlib import Path
from time import monotonic
from typing import Any

import pyte
from msgspec.structs import replace

from tests.reliability.child import forked
from tests.whole.terminal import Terminal
from tipfloor.core.rooms import ACTS
from tipfloor.meetingfile import read_plan
from tipfloor.records import open_record
from tipfloor.words import languages, say, speaking

MEETING = Path(__file__).parents[2] / "sessions.toml"
SIZE = (80, 24)


def _saved_in_any_language() -> re.Pattern[str]:
    """Return what the foot says of how many events are saved, in each language of the screens."""
    told = set()
    for code in languages():
        with speaking(code):
            told.add(re.escape(say("desk.saved", number="NUMBER")))
    return re.compile("|".join(sorted(told)).replace("NUMBER", r"(\d[\d.,\s]*)"))


IN_THE_RECORD = _saved_in_any_language()

KEPT = 30_000
"""Bytes of what a program painted that are kept, enough for a whole traceback."""

STYLING = re.compile(r"\x1b\[[0-9;?<=>]*[A-Za-z]")

FALLEN = (b"Traceback", b"something that it did not expect", b"ScreenStackError")
"""What a terminal shows of a program that fell."""


class Window(Terminal):
    """One program at one terminal; it starts in a fraction of the time of a new interpreter."""

    def _started(self, words: Sequence[str], folder: Path, environment: Mapping[str, str]) -> Any:
        line = self.line
        return forked(words, line, line, line, folder=folder)

    @property
    def runs(self) -> bool:
        """Whether the program still runs."""
        return self.process.poll() is None

    @property
    def last_words(self) -> str:
        """What a program that fell or ended left on the terminal, empty while all is well."""
        return "" if self.runs and not self._shows_a_fall else self._last_lines()

    @property
    def fell(self) -> str:
        """What a program that fell left on the terminal, empty for one that ended well."""
        while self.read_unseen(0.1):
            pass
        return self._last_lines() if self._shows_a_fall else ""

    @property
    def _shows_a_fall(self) -> bool:
        return any(word in self.seen for word in FALLEN)

    def _last_lines(self) -> str:
        while self.read_unseen(0.3):
            pass
        text = STYLING.sub("", self.seen.decode("utf-8", "replace"))
        lines = [line.strip(" │╭╮╰╯─\r") for line in text.splitlines()]
        return "\n".join(line for line in lines if line)[-1500:]

    @property
    def saved(self) -> int:
        """How many events the desk says are in the record, 0 where it says nothing of them."""
        found = IN_THE_RECORD.search(self.text)
        number = next(filter(None, found.groups())) if found else "0"
        return int(re.sub(r"\D", "", number))

    def write(self, data: bytes) -> None:
        """Send bytes as a terminal does, and let pass unseen what the program paints meanwhile."""
        os.set_blocking(self._master, False)
        try:
            while data and self.runs:
                readable, writable, _ = select.select([self._master], [self._master], [], 1.0)
                if readable:
                    self.read_unseen(0)
                if writable:
                    data = data[os.write(self._master, data[:512]) :]
        finally:
            os.set_blocking(self._master, True)

    def pass_over(self, seconds: float) -> None:
        """Let pass unseen what the program paints within so many seconds."""
        until = monotonic() + seconds
        while (left := until - monotonic()) > 0:
            self.read_unseen(left)

    def read_unseen(self, wait: float) -> bool:
        """Take in what the program wrote and draw nothing of it; False if nothing came.

        It may begin or end within a sequence, of which whoever draws must not have the first half.
        """
        if not select.select([self._master], [], [], wait)[0]:
            return False
        self.seen = self.seen[-KEPT:] + os.read(self._master, 1 << 16)
        self._stream = pyte.ByteStream(self._screen)
        return True

    def comes_back(self) -> None:
        """Close whatever is open until the desk is on top, in a window of the usual size."""
        self._screen.reset()
        waits = iter(range(1, 1_000))

        def desk() -> bool:
            if self.saved:
                return True
            wait = 0.05 * next(waits)
            self._ask_for_all(wait)
            self.press("escape")
            until = monotonic() + 0.1 + 2 * wait
            while not self.saved and monotonic() < until:
                self.read(0.05)
            return bool(self.saved) or not self.runs

        self.until(desk)

    def _ask_for_all(self, wait: float) -> None:
        """Have everything painted anew: a program that heard of both sizes at once paints nothing.

        So each time it gets longer to hear of the first.
        """
        self.resize((SIZE[0], SIZE[1] - 1))
        self.pass_over(wait)
        self.resize(SIZE)

    def close(self) -> None:
        """End the program, a stopped one too, and let go of the terminal."""
        self.process.kill()
        super().close()


def in_session(record: Path, limit_seconds: int = 60) -> Path:
    """Begin a record with a session open and eight delegations on its list."""
    import tipfloor.desk.app  # noqa: F401  (it is loaded before processes are forked)

    plan = read_plan(MEETING)
    rules = replace(plan.rules, limit_seconds=limit_seconds)
    codes = ("BRA", "CHL", "MEX", "URY", "JAM", "DMA", "PER", "COL")
    with closing(open_record(record, replace(plan, rules=rules))) as proceedings:
        for act in (
            {"kind": "open_session", "session": "introductory", "reason": "a trial"},
            *({"kind": "inscribe", "delegation": code} for code in codes),
        ):
            proceedings.tell(ACTS[str(act["kind"])].model_validate(act))
    return record
