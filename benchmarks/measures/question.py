"""What a desk writes to its terminal each second, with a question open and with none."""

from __future__ import annotations

from pathlib import Path
from statistics import median

from figures import Aim, Line
from meetings import convened
from terminal import Terminal, tipfloor

from tipfloor.words import say

SECONDS, FEW_SECONDS = 20, 4
MOST = 1.5
OPENS = "a"
"""The key of a question that stands over the countdown: who is to be inscribed."""


def measure(folder: Path, *, short: bool = False) -> list[Line]:
    """Count the bytes of each second of a countdown, without and then with a question."""
    record = convened(folder / "question.sqlite", waiting=12)
    seconds = FEW_SECONDS if short else SECONDS
    with Terminal(*tipfloor("desk", "--record", record)) as desk:
        desk.paints(say("phases.free"), say("keys.help"))
        desk.press(" ")
        desk.paints(say("phases.speaking"))
        none = _bytes(desk, seconds)
        desk.press(OPENS)
        desk.paints(say("ask.inscribe"))
        asked = _bytes(desk, seconds)
    ratio = median(asked) / median(none)
    aim = Aim(f"at most {MOST} times", ratio, MOST)
    return [Line("bytes a second, a question open", asked, none, "none open", aim, unit="B")]


def _bytes(desk: Terminal, seconds: int) -> list[float]:
    desk.follows(2.0)
    found = []
    for _ in range(seconds):
        desk.forget()
        desk.gathers(1.0)
        found.append(float(len(desk.seen)))
    return found
