"""The texts of the catalogues on disk, by `room.key`."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[2]
WORDS = ROOT / "tipfloor/words"
WHOLE = ("es", "fr", "pt")
"""The languages in which nothing may be missing, beside English."""

Texts = dict[str, str]
"""Texts by `room.key`."""

FIRST = ("desk", "chair", "timekeeper", "keys", "leading", "ask", "phases", "refusals", "export")
"""The catalogues that a translator is given first: what the desk shows, then what files have."""


def texts(language: str) -> Texts:
    """Return every text of a language, without what is only about the language itself."""
    found: Texts = {}
    for path in sorted((WORDS / language).glob("*.toml"), key=_place_of):
        entries = _entries(path.read_text(encoding="utf-8"))
        found |= {f"{path.stem}.{key}": text for key, text in entries.items()}
    return found


@cache
def _entries(catalogue: str) -> Texts:
    """Return the texts of a catalogue; the same ones are asked for many times over."""
    return tomllib.loads(catalogue)


def _place_of(path: Path) -> tuple[int, str]:
    """Return where a catalogue stands: what is about the language itself comes last."""
    name = path.stem
    place = FIRST.index(name) if name in FIRST else len(FIRST) + (name == "language")
    return place, name
