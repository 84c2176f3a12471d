"""Measure tipfloor, each figure beside its limit: `python benchmarks/run.py [--short] [NAME…]`."""

from __future__ import annotations

import gc
import os
import sys
import tempfile
import tomllib
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from typing import Any

from figures import Line, table
from measures import (
    act,
    command,
    cpu,
    curves,
    documents,
    find,
    fold,
    follow,
    key,
    names,
    opening,
    postgres,
    question,
    start,
    undo,
    watched,
    zero,
)

from tipfloor.cli import FEWER_COLLECTIONS

MEASURES: dict[str, Callable[..., list[Line]]] = {
    "start": start.measure,
    "command": command.measure,
    "opening": opening.measure,
    "undo": undo.measure,
    "key": key.measure,
    "question": question.measure,
    "follow": follow.measure,
    "watched": watched.measure,
    "cpu": cpu.measure,
    "zero": zero.measure,
    "find": find.measure,
    "documents": documents.measure,
    "act": act.measure,
    "postgres": postgres.measure,
    "names": names.measure,
    "fold": fold.measure,
    "curves": curves.measure,
}
"""Every measurement by its name."""

SHORT = ("start", "command", "opening", "undo", "key", "question", "find", "documents")
"""Those with a short form, which takes two minutes and is for ratios alone."""

KEPT = Path(__file__).parent / "ratios.toml"
"""The ratios of the short form as they were when somebody last looked at them."""

MOST = 2.0
"""Times the ratio kept from which on the short form fails."""


def main(words: list[str]) -> int:
    """Run the measurements named, all of them without a name, and print one table."""
    short, named = "--short" in words, [word for word in words if word != "--short"]
    known = SHORT if short else tuple(MEASURES)
    unknown = [name for name in named if name not in known]
    if unknown:
        print(f"no measurement {', '.join(unknown)}; there are {', '.join(known)}")
        return 2
    lines = _measured(named or known, short=short)
    print(table(lines))
    if not short:
        return 0
    slower = _slower(lines)
    if slower:  # something else may have run beside it
        again = [name for name in known if any(line in slower for line in BY_NAME.get(name, ()))]
        slower = sorted(set(slower) & set(_slower(_measured(again, short=True))))
    for name in slower:
        print(f"{name}: its ratio is more than {MOST:g} times the one in {KEPT.name}")
    return 1 if slower else 0


BY_NAME: dict[str, list[str]] = {}
"""The lines of each measurement that was run."""


def _measured(names: Any, *, short: bool) -> list[Line]:
    lines: list[Line] = []
    # On the disk that holds this folder: a temporary folder in memory would know no sync.
    for name in names:
        with tempfile.TemporaryDirectory(dir=Path(__file__).parent, prefix=".run-") as folder:
            print(f"measuring {name}…", file=sys.stderr, flush=True)
            with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as alone:
                found = alone.submit(_lines, name, Path(folder), short).result()
        BY_NAME[name] = [line.name for line in found]
        lines += found
    return lines


def _lines(name: str, folder: Path, short: bool) -> list[Line]:
    """Measure in a process of its own: what starts from a larger one counts as large itself."""
    _as_installed(folder)
    measure = MEASURES[name]
    return measure(folder, short=True) if short else measure(folder)


def _slower(lines: list[Line]) -> list[str]:
    """Return the names of lines whose ratio has doubled, and of those for which none is kept."""
    kept = tomllib.loads(KEPT.read_text("utf-8"))
    compared = [(line.name, line.ratio) for line in lines if line.ratio is not None]
    return [name for name, ratio in compared if ratio > MOST * kept.get(name, 0.0)]


def _as_installed(folder: Path) -> None:
    """Let every program have its bytecode, and this one collect garbage as tipfloor does."""
    for unusual in ("PYTHONDONTWRITEBYTECODE", "PYTHONUNBUFFERED"):
        os.environ.pop(unusual, None)
    os.environ["PYTHONPYCACHEPREFIX"] = str(folder / "bytecode")
    gc.set_threshold(FEWER_COLLECTIONS)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
