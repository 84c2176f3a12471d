"""The desk opened on meeting files that were spoiled: it opens, or says a sentence and ends."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from random import Random

from tests.reliability.child import DOCUMENTED
from tests.reliability.mutating import mutated
from tests.reliability.outcome import Outcome
from tests.reliability.targets import meeting_seeds
from tests.reliability.window import Window


def openings(number: int, seed: int, folder: Path) -> Outcome:
    """Open so many desks."""
    outcome, chance = Outcome("Desks opened on spoiled meeting files"), Random(seed)
    seeds, opened = meeting_seeds(), 0
    while outcome.tried < number:
        outcome.tried += 1
        file = folder / f"opened-{outcome.tried}.toml"
        seeded = chance.choice(seeds)
        file.write_bytes(mutated(chance, seeded) if chance.random() < 0.8 else seeded)
        desk = Window("desk", str(file), "--record", f"{file}.sqlite", folder=folder)
        try:
            wrong = [*_wrong(desk)]
            opened += desk.process.status == 0
        finally:
            desk.close()
        outcome.wrong += [f"seed {seed}, file {file.name}: {x}" for x in wrong]
    outcome.notes.append(f"{opened} opened")
    return outcome


def _wrong(desk: Window) -> Iterator[str]:
    """Wait until the desk has opened, or has ended; leave it, and say what was wrong."""
    try:
        desk.until(lambda: desk.saved or not desk.runs)
        if fallen := desk.last_words if desk.runs else desk.fell:
            yield f"it fell: {fallen}"
        desk.process.terminate()
        desk.until(lambda: not desk.runs)
    except AssertionError as error:
        desk.process.kill()
        yield f"it neither opens nor ends: {error}"
        return
    if desk.process.status not in DOCUMENTED:
        yield f"it ended with {desk.process.status}"
