"""Measure what each form of an export takes: `python benchmarks/exports.py [REMARKS]`."""

from __future__ import annotations

import gc
import json
import resource
import subprocess
import sys
import tempfile
import time
from contextlib import closing
from dataclasses import dataclass
from itertools import product
from pathlib import Path

from meetings import spoken_record

from tipfloor.cli import FEWER_COLLECTIONS
from tipfloor.export import Scope, export
from tipfloor.forms import FORMS
from tipfloor.proceedings import Proceedings
from tipfloor.store.sqlite import SqliteStore

REMARKS = 10_000
LIMITS = dict.fromkeys(FORMS, 1.0) | {"xlsx": 5.0, "docx": 20.0, "pdf": 20.0}
"""The seconds that each form may take for 10,000 remarks."""


@dataclass(frozen=True)
class Taken:
    """What one export took, in a process of its own."""

    form: str
    internal: bool
    seconds: float
    opened_mib: float
    peak_mib: float
    size_mib: float

    def line(self) -> str:
        """Return it as a line of the table."""
        verdict = "met" if self.seconds < LIMITS[self.form] else "MISSED"
        limit, kind = LIMITS[self.form], "internal" if self.internal else "public"
        return (
            f"| {self.form} | {kind} | {self.seconds:.2f} s | {limit:.0f} s | {verdict} "
            f"| {self.peak_mib:.0f} MiB | {self.opened_mib:.0f} MiB | {self.size_mib:.1f} MiB |"
        )


HEAD = """\
| Form | | Time | Limit | | Peak memory | of it the record | File |
|---|---|---:|---:|---|---:|---:|---:|"""


def main(words: list[str]) -> int:
    """Make a record and export it in every form, or write one export and tell what it took."""
    if words[:1] == ["--one"]:
        print(json.dumps(one(words[1], words[2] == "internal", Path(words[3]))))
        return 0
    remarks = int(words[0]) if words else REMARKS
    with tempfile.TemporaryDirectory() as folder:
        record = spoken_record(Path(folder) / "spoken.sqlite", remarks)
        print(HEAD)
        for form, kind in product(LIMITS, ("public", "internal")):
            print(measured(form, kind, record).line(), flush=True)
    return 0


def measured(form: str, kind: str, record: Path) -> Taken:
    """Export a record in a form, in a fresh process."""
    words = [sys.executable, __file__, "--one", form, kind, str(record)]
    told = subprocess.run(words, capture_output=True, check=True, text=True).stdout
    return Taken(**json.loads(told))


def one(form: str, internal: bool, record: Path) -> dict[str, object]:
    """Export within this process and return what it took, the opening of the record apart."""
    gc.set_threshold(FEWER_COLLECTIONS)
    with closing(Proceedings(SqliteStore(record))) as proceedings:
        opened, began = _peak(), time.perf_counter()
        made = export(proceedings, form, Scope(internal))
        seconds = time.perf_counter() - began
    return {
        "form": form,
        "internal": internal,
        "seconds": seconds,
        "opened_mib": opened,
        "peak_mib": _peak(),
        "size_mib": len(made) / 2**20,
    }


def _peak() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
