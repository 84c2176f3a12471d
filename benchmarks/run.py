"""Measure tipfloor, each figure beside its limit: `python benchmarks/run.py [NAME…]`."""

from __future__ import annotations

import gc
import os
import sys
import tempfile
from pathlib import Path

from figures import table
from measures import (
    act,
    cpu,
    fold,
    follow,
    key,
    names,
    opening,
    start,
    undo,
    watched,
    zero,
)

from tipfloor.cli import FEWER_COLLECTIONS

MEASURES = {
    "start": start.measure,
    "key": key.measure,
    "names": names.measure,
    "act": act.measure,
    "zero": zero.measure,
    "cpu": cpu.measure,
    "fold": fold.measure,
    "undo": undo.measure,
    "opening": opening.measure,
    "follow": follow.measure,
    "watched": watched.measure,
}
"""Every measurement by its name."""


def main(names: list[str]) -> int:
    """Run the measurements named, all of them without a name, and print one table."""
    unknown = [name for name in names if name not in MEASURES]
    if unknown:
        print(f"no measurement {', '.join(unknown)}; there are {', '.join(MEASURES)}")
        return 2
    lines = []
    # On the disk that holds this folder: a temporary folder in memory would know no sync.
    with tempfile.TemporaryDirectory(dir=Path(__file__).parent, prefix=".run-") as folder:
        _as_installed(Path(folder))
        for name in names or MEASURES:
            print(f"measuring {name}…", file=sys.stderr, flush=True)
            lines += MEASURES[name](Path(folder))
    print(table(lines))
    return 0


def _as_installed(folder: Path) -> None:
    """Let every program have its bytecode, and this one collect garbage as tipfloor does."""
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    os.environ["PYTHONPYCACHEPREFIX"] = str(folder / "bytecode")
    gc.set_threshold(FEWER_COLLECTIONS)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
