"""The typography of every catalogue: quotation marks, points, spaces and dashes."""

import re

import pytest

from docs.words.texts import WORDS, texts

LITERAL = {"en/faults"}
"""Catalogues about what is typed into a meeting file, where quotation marks are those of TOML."""

CODE = re.compile(r"`[^`]*`|\{\"[^}]*\}+|(?m:^ {2,}.*$)")
"""What is to be typed as it stands: between backticks, JSON, indented lines."""


TEXTS: dict[str, str] = {
    f"{folder.name}/{key}": text
    for folder in sorted(WORDS.iterdir())
    for key, text in texts(folder.name).items()
}
"""Each text by its name, `language/catalogue.key`."""

PROSE = {
    name: CODE.sub("code", text)
    for name, text in TEXTS.items()
    if name.split(".")[0] not in LITERAL
}


def _with(pattern: str, texts: dict[str, str] = PROSE) -> dict[str, str]:
    return {name: text for name, text in texts.items() if re.search(pattern, text)}


def test_there_are_texts_in_every_language() -> None:
    assert {name.split("/")[0] for name in TEXTS} >= {"en", "es", "pt", "fr"}


def test_quotation_marks_are_curly() -> None:
    assert not _with('"')


def test_apostrophes_are_of_one_kind_in_each_language() -> None:
    english = {name: text for name, text in PROSE.items() if name.startswith("en/")}
    french = {name: text for name, text in PROSE.items() if name.startswith("fr/")}
    assert not _with("\N{RIGHT SINGLE QUOTATION MARK}", english)
    assert not _with(r"(?i)[a-zà-ÿ]'[a-zà-ÿ]", french)


@pytest.mark.parametrize("marks", ["“”", "«»", "()", "[]"])
def test_marks_come_in_pairs(marks: str) -> None:
    left, right = marks
    odd = {name for name, text in PROSE.items() if text.count(left) != text.count(right)}
    assert not odd - {name for name in odd if "\n" in TEXTS[name] and marks == "()"}


def test_an_ellipsis_is_one_character() -> None:
    assert not _with(r"\.\.\.")


def test_no_space_stands_before_a_point() -> None:
    others = {name: text for name, text in PROSE.items() if not name.startswith("fr/")}
    assert not _with(r"\w [,.;:!?](?!\w)", others)


def test_no_two_spaces_stand_between_words() -> None:
    assert not _with(r"\w  \w")


def test_every_help_is_a_sentence() -> None:
    helps = {
        name: text for name, text in TEXTS.items() if "/keys." in name and name.endswith("_help")
    }
    assert helps
    assert not {name: text for name, text in helps.items() if text[-1] not in ".…"}
