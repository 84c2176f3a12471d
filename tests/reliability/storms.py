"""Storms at the desk: sizes, pastes, mouse, keys; it lives, and a paste changes nothing."""

from __future__ import annotations

import signal
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from random import Random

from tests.reliability import texts
from tests.reliability.outcome import Outcome
from tests.reliability.window import Window, in_session
from tipfloor.store.chain import first_bad_position
from tipfloor.store.sqlite import SqliteStore

STORM = 100
"""Strokes of one storm, at one desk."""

WIDTHS, HEIGHTS = (20, 300), (5, 100)
VIEWS = ("y", "g", "?", "t", "/", "f", "n", "a", "s")
NAMES = ("Saint Kitts and Nevis, ", "Brasil, ", "República Dominicana ", "atg bhs ", "x ")
BEGIN, END = b"\x1b[200~", b"\x1b[201~"

Storm = Callable[[Window, Random], None]


def storms(what: str, stroke: Storm, number: int, seed: int, folder: Path) -> Outcome:
    """Let so many strokes fall on desks, a hundred on each."""
    outcome, chance = Outcome(what), Random(seed)
    while outcome.tried < number:
        name = f"seed {seed}, from stroke {outcome.tried}"
        record = in_session(folder / f"storm-{outcome.tried}.sqlite", 3)
        strokes = min(STORM, number - outcome.tried)
        outcome.tried += strokes
        outcome.wrong += [f"{name}: {x}" for x in _one(record, stroke, strokes, chance, outcome)]
    return outcome


def _one(
    record: Path, stroke: Storm, strokes: int, chance: Random, outcome: Outcome
) -> Iterator[str]:
    """Let strokes fall on one desk, and say what does not hold after them."""
    desk = Window("desk", "--record", str(record), folder=record.parent)
    try:
        desk.until(lambda: desk.saved)
        for _ in range(strokes):
            stroke(desk, chance)
            if not desk.runs:
                break
        if desk.runs:
            desk.process.send_signal(signal.SIGCONT)
            desk.comes_back()
        if fallen := desk.last_words:
            yield f"the desk fell: {fallen}"
    except AssertionError as error:
        yield f"the desk does not come back: {error}"
    finally:
        desk.close()
        outcome.peak = max(outcome.peak, desk.process.peak)
    with closing(SqliteStore(record, read_only=True)) as store:
        if first_bad_position(store.read()) is not None:
            yield "the chain does not verify"


def resize(desk: Window, chance: Random) -> None:
    """Give the window another size, now and then with another view on top."""
    if chance.random() < 0.2:
        desk.write(chance.choice(VIEWS).encode())
    desk.resize((chance.randint(*WIDTHS), chance.randint(*HEIGHTS)))
    desk.pass_over(chance.choice([0, 0.001, 0.02]))
    if chance.random() < 0.2:
        desk.write(b"\x1b")
        desk.pass_over(0.05)


def mouse(desk: Window, chance: Random) -> None:
    """Press, release, move, drag or turn the wheel somewhere, beyond the window too."""
    column, row = chance.randint(0, 90), chance.randint(0, 30)
    button = chance.choice([0, 0, 0, 1, 2, 32, 35, 64, 65])
    desk.write(b"\x1b[<%d;%d;%dM" % (button, column, row))
    if button < 3 and chance.random() < 0.9:
        desk.write(b"\x1b[<%d;%d;%dm" % (button, column, row))
    desk.pass_over(chance.choice([0, 0, 0.01]))


def paste(desk: Window, chance: Random) -> None:
    """Paste a text at the desk or into a question, which is then left; nothing may change."""
    asks = chance.random() < 0.5
    if asks:
        desk.write(chance.choice(["a", "s", "x", "/", "\x10"]).encode())
        desk.pass_over(0.1)
    desk.write(BEGIN + _pasted(chance) + END)
    desk.pass_over(0.02)
    if asks:
        desk.comes_back()


def typing(desk: Window, chance: Random) -> None:
    """Type quickly and unevenly; now and then the process stands still while that goes on."""
    stops = chance.random() < 0.1
    if stops:
        desk.process.send_signal(signal.SIGSTOP)
    for _ in range(chance.randint(1, 8)):
        desk.write(chance.choice(KEYS).encode())
        desk.pass_over(chance.choice([0, 0, 0.003, 0.02, 0.12]))
    if stops:
        desk.pass_over(chance.uniform(0.05, 0.4))
        desk.process.send_signal(signal.SIGCONT)


KEYS = (
    *"epbamlsxoradcnvuKJ/",
    *"ssxx",
    *(["\r"] * 12),
    *(["\x1b"] * 6),
    *(" ", "\x1b[A", "\x1b[B", "\x1b[1;2A", "\x1b[1;2B", "\t", "\x7f"),
    *"12y",
    *("bra", "chl", "x", "\x10"),
)
"""What a hand may press at the desk, but for what leaves it."""


def _pasted(chance: Random) -> bytes:
    text = chance.choice(
        [
            chance.choice(NAMES) * chance.choice([1, 10, 400]),
            "e \r]]]  l\rp x\ro\r\r" * 20,
            "".join(chance.choice(texts.HOSTILE) for _ in range(10)),
            "line\r\n" * chance.choice([3, 2000]),
            "".join(chr(chance.randrange(32, 0x2FFF)) for _ in range(400)),
        ]
    )
    return text.replace("\x1b", "").encode("utf-8", "replace")


def pastes(number: int, seed: int, folder: Path) -> Outcome:
    """Paste so often, and see that the record has not grown."""
    seen: list[int] = []

    def stroke(desk: Window, chance: Random) -> None:
        if not seen:
            seen.append(desk.saved)
        paste(desk, chance)

    outcome = storms("Pastes at the desk", stroke, number, seed, folder)
    for record in folder.glob("storm-*.sqlite"):
        with closing(SqliteStore(record, read_only=True)) as store:
            if seen and len(store.read()) != seen[0]:
                outcome.wrong.append(f"seed {seed}: a paste changed {record.name}")
    return outcome
