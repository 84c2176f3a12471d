"""A pseudo-language made from the English one: every letter accented, every word 40 % longer.

What is cut, glued together in code or never translated shows itself in it.
"""

from __future__ import annotations

import string
import tomllib
from pathlib import Path
from typing import Any

import tomli_w

CODE = "qps"
"""Its code, of those that ISO 639 leaves to whoever wants one."""

ROOT = Path(__file__).parents[2]
PLAIN = string.ascii_letters
ACCENTED = "àƀçđéƒğĥîĵķľɱñöþɋřšţûṽŵẋýžÀƁÇĐÉƑĞĤÎĴĶĽṀÑÖÞɊŘŠŢÛṼŴẊÝŽ"
LETTERS = str.maketrans(PLAIN, ACCENTED)

LONGER = 0.4
"""By how much of itself a word grows."""

NO_WORDS = ("plural", "order")
"""The texts about a language that are codes."""


def pseudo(text: str) -> str:
    """Return a text in the pseudo-language, its facts as they are."""
    try:
        parts = [*string.Formatter().parse(text)]
    except ValueError:
        return _accented(text)
    return "".join(
        _accented(piece.replace("{", "{{").replace("}", "}}"))
        + (
            ""
            if name is None
            else f"{{{name}{'!' + shown if shown else ''}{':' + spec if spec else ''}}}"
        )
        for piece, name, spec, shown in parts
    )


def _accented(text: str) -> str:
    grown = (
        word + word[-1:] * round(len(word) * LONGER) if word[-1:].isalpha() else word
        for word in text.split(" ")
    )
    return " ".join(grown).translate(LETTERS)


def pseudo_words(folder: Path) -> None:
    """Write the catalogues of the pseudo-language into a folder of languages."""
    target = folder / CODE
    target.mkdir(parents=True)
    for path in (ROOT / "tipfloor/words/en").glob("*.toml"):
        texts = tomllib.loads(path.read_text("utf-8"))
        codes = NO_WORDS if path.stem == "language" else ()
        said = {key: text if key in codes else pseudo(text) for key, text in texts.items()}
        (target / path.name).write_text(tomli_w.dumps(said), "utf-8")


def pseudo_meeting(path: Path, target: Path) -> None:
    """Write a meeting file with each of its texts in the pseudo-language too."""
    tables = tomllib.loads(path.read_text("utf-8"))
    tables["meeting"]["languages"].append(CODE)
    target.write_text(tomli_w.dumps(_with_pseudo(tables)), "utf-8")


def _with_pseudo(value: Any) -> Any:
    if isinstance(value, list):
        return [_with_pseudo(item) for item in value]
    if not isinstance(value, dict):
        return value
    told = {key: _with_pseudo(item) for key, item in value.items()}
    english = told.get("en")
    return told | {CODE: _accented(english)} if isinstance(english, str) else told
