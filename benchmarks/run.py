"""Measure tipfloor, each figure beside its limit: `python benchmarks/run.py [NAME…]`."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from figures import table
from measures import act, cpu, follow, key, opening, start, zero

MEASURES = {
    "start": start.measure,
    "key": key.measure,
    "act": act.measure,
    "zero": zero.measure,
    "cpu": cpu.measure,
    "opening": opening.measure,
    "follow": follow.measure,
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
        for name in names or MEASURES:
            print(f"measuring {name}…", file=sys.stderr, flush=True)
            lines += MEASURES[name](Path(folder))
    print(table(lines))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
