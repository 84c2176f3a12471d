"""The name of the program that makes a file."""

from __future__ import annotations

import subprocess
import sys
from importlib.util import find_spec

import tipfloor
from tipfloor.export.program import ABOVE, program

ALL_OF_EXPORT = """
import pkgutil, sys
from importlib import import_module
import tipfloor.export
for found in pkgutil.walk_packages(tipfloor.export.__path__, "tipfloor.export."):
    import_module(found.name)
print(*(name for name in sys.modules if name.startswith("tipfloor.")))
"""


def test_no_file_depends_on_what_its_digest_leaves_out() -> None:
    words = [sys.executable, "-c", ALL_OF_EXPORT]
    loaded = subprocess.run(words, capture_output=True, text=True, check=True).stdout.split()
    assert {"tipfloor.export.csv", "tipfloor.words"} <= set(loaded)
    assert not {name.split(".")[1] for name in loaded} & set(ABOVE)
    assert all(find_spec(f"tipfloor.{name}") for name in ABOVE)


def test_it_begins_with_the_version_and_stays_the_same() -> None:
    version, _, digest = program().partition("+")
    assert version == tipfloor.__version__
    program.cache_clear()
    assert program() == f"{version}+{digest}"
