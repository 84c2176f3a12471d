"""No words are joined in code by signs that the language decides: `words/joining.py` does it."""

import ast
from pathlib import Path

import pytest

import tipfloor

PACKAGE = Path(tipfloor.__file__).parent
SIGNS = (", ", "; ", ": ")
NOT_WORDS = {
    "export/corrections/corrections.py": "values as events keep them, which are read again",
    "export/csv.py": "the separator that the description of the table names",
    "meetingfile/shown.py": "a list as TOML has it",
    "meetingfile/differences.py": "lists of codes of a meeting file",
    "meetingfile/fault.py": "file:line: key: what is expected, as compilers have it",
    "listfile/fault.py": "what a traceback says of a fault, whose words are shown one by one",
    "desk/correctable_remark.py": "codes in a field, as they are typed",
    "meetingfile/writing.py": "a list and a table as TOML has them",
    "records.py": "names of records, which an address holds",
}
FLOORS_WITH_WORDS = [
    path
    for path in sorted(PACKAGE.rglob("*.py"))
    if path.relative_to(PACKAGE).parts[0] not in ("core", "store")
]


def _joins(path: Path) -> list[int]:
    return [
        node.lineno
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Attribute)
        and node.attr == "join"
        and isinstance(node.value, ast.Constant)
        and node.value.value in SIGNS
    ]


@pytest.mark.parametrize("path", FLOORS_WITH_WORDS, ids=lambda p: str(p.relative_to(PACKAGE)))
def test_parts_are_joined_by_the_signs_of_the_language(path: Path) -> None:
    found = _joins(path)
    assert bool(found) == (str(path.relative_to(PACKAGE)) in NOT_WORDS), found
