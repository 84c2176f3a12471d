"""Every key that the source asks for has words, and no words stand unused."""

import ast
import re
import string
import tomllib
from collections.abc import Iterator
from pathlib import Path

PACKAGE = Path(__file__).parents[2] / "tipfloor"
CATALOGUES = sorted((PACKAGE / "words" / "en").glob("*.toml"))
WORDS = {
    f"{path.stem}.{key}": text
    for path in CATALOGUES
    for key, text in tomllib.loads(path.read_text("utf-8")).items()
}
ROOMS = {path.stem for path in CATALOGUES}

DYNAMIC = {}
"""Beginnings of keys whose end is known only as the program runs, and what that end is."""


def _texts() -> Iterator[tuple[str, bool]]:
    """Yield each text of the source that reads as a key, and whether it is a whole one."""
    key = re.compile(rf"(?:{'|'.join(sorted(ROOMS))})\.[a-z0-9_]*")
    for path in PACKAGE.rglob("*.py"):
        tree = ast.parse(path.read_text("utf-8"))
        parts = {
            id(part)
            for node in ast.walk(tree)
            if isinstance(node, ast.JoinedStr)
            for part in node.values
        }
        for node in ast.walk(tree):
            whole = not (isinstance(node, ast.Constant) and id(node) in parts)
            if isinstance(node, ast.Constant) and key.fullmatch(str(node.value)):
                yield str(node.value), whole


ASKED = set(_texts())
WHOLE = {text for text, whole in ASKED if whole}
BEGINNINGS = {text for text, whole in ASKED if not whole}


def test_every_key_in_the_source_has_words():
    assert sorted(key for key in WHOLE if key not in WORDS) == []


def test_every_beginning_of_a_key_is_in_the_table():
    assert sorted(BEGINNINGS ^ DYNAMIC.keys()) == []


def test_no_words_stand_unused():
    unused = {
        key
        for key in WORDS
        if key not in WHOLE
        and key.removesuffix("_one") not in WHOLE
        and not key.startswith(tuple(DYNAMIC))
    }
    assert sorted(unused) == []


def test_a_singular_speaks_of_the_same_thing_as_its_plural():
    for key in WORDS:
        if key.endswith("_one"):
            assert key.removesuffix("_one") in WORDS
            assert _facts(key) <= _facts(key.removesuffix("_one"))


def _facts(key: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(WORDS[key]) if name}
