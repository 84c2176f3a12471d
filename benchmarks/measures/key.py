"""From a key to its paint, the sync to disk included, beside the program as it once was."""

from __future__ import annotations

import random
from contextlib import ExitStack
from pathlib import Path
from statistics import median

import former
from figures import Aim, Line
from terminal import HERE, Terminal, bare

from tipfloor.words import say

KEYS, FEW_KEYS = 30, 8
MOST, MOST_LONG = 0.5, 1.2
"""Times the former program, and with 5,000 remarks times the same without any."""

WAITING, REMARKS = 32, 5_000  # a key each

CONVENED = f"convened(record, waiting={WAITING}, turns_per_session=100)"
SPOKEN = f"""
spoken_record(record, {REMARKS})
with closing(Proceedings(SqliteStore(record))) as proceedings:
    for code in islice(codes(proceedings.meeting), {WAITING}):
        tell(proceedings, "inscribe", delegation=code)
"""

Keys = dict[str, list[float]]
"""Milliseconds until each press of a key was painted."""


def measure(folder: Path, *, short: bool = False) -> list[Line]:
    """Press keys at the desk, at one with 5,000 remarks, at the former one and at the bare program.

    One press each in turn, so that what else the machine does is the same for all.
    """
    keys = FEW_KEYS if short else KEYS
    at = None if short else former.source(folder)
    desks = {"present": (HERE.parent, CONVENED)}
    if not short:
        desks["long"] = (HERE.parent, SPOKEN)
    if at is not None:
        desks["former"] = (at, CONVENED)
    found: dict[str, Keys] = {name: {" ": [], "e": []} for name in desks}
    least: list[float] = []
    with ExitStack() as stack:
        counter = stack.enter_context(Terminal(*bare("counter")))
        opened = {}
        for name, (source, call) in desks.items():
            record = former.made(source, folder / f"key-{name}.sqlite", call)
            opened[name] = stack.enter_context(former.desk(source, record))
            opened[name].paints(say("phases.free"), say("keys.help"))
        for number in range(1, keys + 1):
            least.append(pressed(counter, "n", f"<{number}>", counter, *opened.values()))
            for key, phase in ((" ", "phases.speaking"), ("e", "phases.free")):
                for name, desk in opened.items():
                    every = counter, *opened.values()
                    found[name][key].append(pressed(desk, key, say(phase), *every))
    return [*_lines(found, least, "space", " "), *_lines(found, least, "e", "e")]


def _lines(found: dict[str, Keys], least: list[float], name: str, key: str) -> list[Line]:
    now = found["present"][key]
    lines = [Line(f"key to paint: {name}, beside the bare", now, least, "key to a Static")]
    for other, (words, most) in {
        "former": (f"at most {MOST} times", MOST),
        "long": (f"at most {MOST_LONG} times", MOST_LONG),
    }.items():
        if other not in found:
            continue
        beside = found[other][key]
        samples, limit = (now, beside) if other == "former" else (beside, now)
        title = "" if other == "former" else f", {REMARKS:,} remarks"
        limit_name = f"commit {former.COMMIT}" if other == "former" else "without any remark"
        aim = Aim(words, median(samples) / median(limit), most)
        lines.append(Line(f"key to paint: {name}{title}", samples, limit, limit_name, aim))
    return lines


def pressed(program: Terminal, key: str, shown: str, *every: Terminal) -> float:
    """Press a key at a moment of its own, in which all programs could end what they did."""
    programs = every or (program,)
    share = random.uniform(0.45, 0.55) / len(programs)
    for other in programs:
        other.follows(share)
    began = program.press(key)
    return (program.paints(shown) - began) * 1000
