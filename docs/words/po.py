"""A language as a PO file, which a translator's tools open, and back."""

from __future__ import annotations

import tomllib
from pathlib import Path

import tomli_w

from docs.words.made_from import confirm, stale
from docs.words.texts import WORDS, Texts, texts


def write_po(language: str, path: Path) -> None:
    """Write the texts of a language for a translator, each with its key as context.

    Stale ones are marked as fuzzy, so that the translator's tools ask for them again.
    """
    from babel.messages.catalog import Catalog
    from babel.messages.pofile import write_po as written

    own, old = texts(language), stale(language)
    catalog = Catalog(locale=language, project="tipfloor")
    for key, english in texts("en").items():
        flags = ["fuzzy"] if key in old else []
        catalog.add(english, own.get(key, ""), context=key, flags=flags)
    with path.open("wb") as target:
        written(target, catalog, width=0)


def read_po(language: str, path: Path) -> None:
    """Take a translator's texts over into the catalogues; what is not translated stays missing."""
    from babel.messages.pofile import read_po as read

    with path.open("rb") as source:
        catalog = read(source, locale=language)
    rooms: dict[str, Texts] = {}
    read_from: Texts = {}
    for message in catalog:
        if message.context and message.string and not message.fuzzy:
            key = str(message.context)
            room, _, name = key.partition(".")
            rooms.setdefault(room, {})[name] = str(message.string)
            read_from[key] = str(message.id)
    for room, entries in rooms.items():
        file = WORDS / language / f"{room}.toml"
        file.parent.mkdir(exist_ok=True)
        former = tomllib.loads(file.read_text(encoding="utf-8")) if file.exists() else {}
        if {**former, **entries} != former:
            file.write_text(tomli_w.dumps({**former, **entries}), encoding="utf-8")
    confirm(language, read_from, read=read_from)
