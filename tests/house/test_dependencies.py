"""Whatever the program imports comes with its first installation, and no words ask for more."""

import ast
import re
import sys
import tomllib
from collections.abc import Iterator
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

from tipfloor.commands.guard import guarded

ROOT = Path(__file__).parents[2]

COME_ALONG = {"rich", "pydantic-core"}
"""Packages that Textual and pydantic bring, and whose names they speak of as their own."""


FOR_DATABASES = {"psycopg"}
"""Packages for a record in a database, which most meetings never have."""


def imported(path: Path) -> set[str]:
    """Return the names of all packages of others that a module, or any in a folder, imports."""
    files = path.rglob("*.py") if path.is_dir() else [path]
    modules = (ast.parse(file.read_text("utf-8")) for file in files)
    names = {name for module in modules for node in ast.walk(module) for name in named(node)}
    return names - sys.stdlib_module_names - {"tipfloor", "__future__"}


def named(node: ast.AST) -> Iterator[str]:
    if isinstance(node, ast.Import):
        yield from (alias.name.partition(".")[0] for alias in node.names)
    elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
        yield node.module.partition(".")[0]


def test_every_package_that_is_imported_is_an_ordinary_dependency() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    needed = {re.split(r"[<>=\[ ]", text)[0].lower() for text in project["dependencies"]}
    known = packages_distributions()
    used = {known[name][0].lower().replace("_", "-") for name in imported(ROOT / "tipfloor")}
    assert used - COME_ALONG - FOR_DATABASES <= needed
    extras = project["optional-dependencies"]
    assert set(extras) == {"dev", "mutants", "postgres"}, "two for developers alone"
    asked = {re.split(r"[<>=\[ ]", text)[0].lower() for text in extras["postgres"]}
    assert asked == FOR_DATABASES, "start.py installs it where a record in a database is named"


def test_what_speaks_to_a_database_is_imported_where_records_in_one_are_kept_alone() -> None:
    package = ROOT / "tipfloor"
    importing = [path for path in package.rglob("*.py") if FOR_DATABASES & imported(path)]
    assert importing
    assert {path.parent for path in importing} == {package / "store" / "postgres"}


def test_no_words_tell_anyone_to_install_with_pip() -> None:
    texts = [
        *(ROOT / "tipfloor" / "words").rglob("*.toml"),
        ROOT / "README.md",
        ROOT / "docs/guide.md",
    ]
    assert [path.name for path in texts if re.search(r"\bpip\b", path.read_text("utf-8"))] == []


def test_a_part_that_is_missing_all_the_same_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    def work() -> int:
        raise ModuleNotFoundError("No module named 'typst'", name="typst")

    assert guarded(work) == 3
    said = capsys.readouterr().err
    assert "(typst)" in said
    assert "python3 start.py" in said
