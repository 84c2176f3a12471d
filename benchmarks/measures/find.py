"""Finding in a long log, each letter from its key to the last of its paint."""

from __future__ import annotations

from pathlib import Path

from figures import Aim, Line, p99
from meetings import long_record
from terminal import Terminal, bare, now, tipfloor

from tipfloor.words import say

EVENTS, FEW_EVENTS = 100_000, 5_000
WORDS = ("chile", "floor", "refused", "zzz")
MOST = 30.0
QUIET = 0.15
"""Seconds without a byte after which a letter is painted whole."""

TOP = "\x1b[1;1H"
"""Where the terminal is told to write the top line, which each second's beat repaints."""

WHOLE = 20.0
"""Seconds in which a log of that length is told from end to end between the keys."""


def measure(folder: Path, *, short: bool = False) -> list[Line]:
    """Type words that many lines hold, few, and none."""
    record = long_record(folder / "find.sqlite", FEW_EVENTS if short else EVENTS)
    with Terminal(*bare("counter")) as program:
        program.paints("ready")
        least = [_letter(program, "n") for _ in range(10)]
    found = []
    with Terminal(*tipfloor("desk", "--record", record)) as desk:
        desk.paints(say("keys.help"))
        desk.follows(2.0)
        desk.press("/")
        desk.paints(say("desk.find"))
        desk.follows(2.0 if short else WHOLE)
        for word in WORDS:
            found += [_letter(desk, letter, behind_a_second=True) for letter in word]
            for _ in word:
                _letter(desk, "\x7f")
    aim = Aim(f"p99 at most {MOST:g} ms", p99(found), MOST)
    name = f"find in {FEW_EVENTS if short else EVENTS:,} events, a letter"
    return [Line(name, found, least, "key to a Static", aim)]


def _letter(program: Terminal, letter: str, *, behind_a_second: bool = False) -> float:
    """Return the milliseconds until the last byte that a letter brought about.

    Right behind a second's beat, which repaints the clock above, none other is taken for the
    letter. What blinks is no beat.
    """
    program.follows(0.3)
    if behind_a_second:
        program.forget()
        program.paints(TOP)
        program.follows(0.1)
    pressed = program.press(letter)
    until = now() + 2.0
    while program.gathers(QUIET) and now() < until:
        pass
    return (program.painted - pressed) * 1000
