"""Measure the tests by mutants of the core: `python benchmarks/mutants.py [NUMBER] [--seed N]`.

One thing is changed in one file of the core (a comparison, an `and`, a `not`, a sum), and the tests
that speak of the core are run until the first that fails. A mutant that none of them notices has
survived: it is named with its place, so that a test can be written that would have found it.
The mutations are those of cosmic-ray; its runner is not used, since it has no sample and no order
of tests, by which most mutants die in the tests of their own room.
"""

from __future__ import annotations

import argparse
import os
import random
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from queue import SimpleQueue

from cosmic_ray.ast import ast_nodes, get_ast
from cosmic_ray.mutating import mutate_code
from cosmic_ray.plugins import get_operator

ROOT = Path(__file__).resolve().parent.parent
CORE = Path("tipfloor/core")
SUITES = ("tests/core", "tests/proceedings", "tests/words", "tests/export")
COPIED = ("tipfloor", "tests", "pyproject.toml", "sessions.toml", "README.md")

OPPOSITES = ("Eq_NotEq", "NotEq_Eq", "Lt_LtE", "LtE_Lt", "Gt_GtE", "GtE_Gt", "Lt_Gt", "Gt_Lt")
IDENTITIES = ("Is_IsNot", "IsNot_Is")
OPERATORS = (
    *(f"core/ReplaceComparisonOperator_{change}" for change in (*OPPOSITES, *IDENTITIES)),
    "core/ReplaceAndWithOr",
    "core/ReplaceOrWithAnd",
    "core/ReplaceUnaryOperator_Delete_Not",
    "core/ReplaceBinaryOperator_Add_Sub",
    "core/ReplaceBinaryOperator_Sub_Add",
)

MOST_SECONDS = 300
"""After which a mutant that runs on counts as killed: it never ends, and a test would hang."""


@dataclass(frozen=True)
class Mutant:
    """One change of one file: which operator of cosmic-ray, and which of its places."""

    path: Path
    operator: str
    occurrence: int
    line: int

    def __str__(self) -> str:
        return f"{self.path}:{self.line} {self.operator.removeprefix('core/')}"

    def source(self) -> str:
        """Return the file with the change."""
        code = (ROOT / self.path).read_text(encoding="utf-8")
        return str(mutate_code(code, get_operator(self.operator)(), self.occurrence))


def every_mutant() -> Iterator[Mutant]:
    """Yield each place of the core that an operator can change."""
    for path in sorted((ROOT / CORE).rglob("*.py")):
        tree = get_ast(path.read_text(encoding="utf-8"))
        for name in OPERATORS:
            operator = get_operator(name)()
            places = (operator.mutation_positions(node) for node in ast_nodes(tree))
            lines = (start[0] for found in places for start, _ in found)
            for occurrence, line in enumerate(lines):
                yield Mutant(path.relative_to(ROOT), name, occurrence, line)


def survives(mutant: Mutant, folder: Path) -> bool:
    """Run the tests on a copy of the house with one change, and tell whether all passed."""
    changed = folder / mutant.path
    changed.write_text(mutant.source(), encoding="utf-8")
    command = [sys.executable, "-m", "pytest", "-x", "-q", "-p", "no:cacheprovider"]
    try:
        tests = subprocess.run(
            [*command, *_nearest_first(mutant.path, folder)],
            cwd=folder,
            env={**os.environ, "PYTHONPATH": str(folder), "PYTHONDONTWRITEBYTECODE": "1"},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            timeout=MOST_SECONDS,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return False
    finally:
        shutil.copy2(ROOT / mutant.path, changed)
    return tests.returncode == 0


def _nearest_first(path: Path, folder: Path) -> list[str]:
    """Return the suites, before them the tests named after the changed file or its folder."""
    room = path.relative_to(CORE)
    near = sorted((folder / "tests/core").rglob(f"test_*{room.stem}*.py"))
    beside = folder / "tests/core" / room.parent
    named = [str(test.relative_to(folder)) for test in near]
    own = [str(beside.relative_to(folder))] if room.parent != Path() and beside.is_dir() else []
    return [*named, *own, *SUITES]


def main(words: list[str]) -> int:
    """Run so many mutants, two at a time, and say how many were killed and which survived."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("number", nargs="?", type=int, default=50)
    parser.add_argument("--seed", type=int, default=2024)
    asked = parser.parse_args(words)
    mutants = list(every_mutant())
    chosen = random.Random(asked.seed).sample(mutants, min(asked.number, len(mutants)))
    survivors = _survivors(chosen)
    for mutant in survivors:
        print(f"survived: {mutant}")
    killed = len(chosen) - len(survivors)
    print(f"mutants of the core: {killed} of {len(chosen)} killed (seed {asked.seed})")
    return 0


def _survivors(chosen: list[Mutant]) -> list[Mutant]:
    workers = min(2, os.cpu_count() or 1)
    with tempfile.TemporaryDirectory() as root:
        folders: SimpleQueue[Path] = SimpleQueue()
        for number in range(workers):
            folders.put(_copy(Path(root) / str(number)))

        def judged(mutant: Mutant) -> bool:
            folder = folders.get()
            try:
                return survives(mutant, folder)
            finally:
                folders.put(folder)

        with ThreadPoolExecutor(workers) as pool:
            verdicts = list(pool.map(judged, chosen))
    return [mutant for mutant, survived in zip(chosen, verdicts, strict=True) if survived]


def _copy(folder: Path) -> Path:
    folder.mkdir()
    for name in COPIED:
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy2(source, folder / name)
    return folder


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
