"""Numbers in a row as secretariats write them."""

from __future__ import annotations

from collections.abc import Iterable

from tipfloor.words import say
from tipfloor.words.joining import beside


def series(numbers: Iterable[int]) -> str:
    """Return numbers in order, three or more that follow each other as a range: "1 and 4 to 9"."""
    runs: list[list[int]] = []
    for number in sorted(set(numbers)):
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    parts = [part for run in runs for part in _parts(run)]
    if len(parts) < 2:
        return "".join(parts)
    first, last = beside(parts[:-1]), parts[-1]
    return say("recommendations.and", first=first, last=last)


def _parts(run: list[int]) -> list[str]:
    if len(run) < 3:
        return [str(number) for number in run]
    return [say("recommendations.range", first=run[0], last=run[-1])]
