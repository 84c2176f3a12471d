"""Every language of the files has all the words that files use, and files use no other."""

from __future__ import annotations

import io
import json
import string
import tomllib
import zipfile
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from xml.etree.ElementTree import fromstring

import pytest
from docx import Document
from pypdf import PdfReader

from tipfloor import words as said
from tipfloor.core.ground.event import encode
from tipfloor.export import Scope, export
from tipfloor.forms import FORMS
from tipfloor.proceedings import Proceedings
from tipfloor.words import lacking, languages
from tipfloor.words.catalogues import MAY_LACK, OF_SCREENS, ROOMS_OF_FILES

ROOT = Path(__file__).parents[2]
WORDS = ROOT / "tipfloor" / "words"
ALIKE = {
    "documents.name_revised",
    "log.interlude_film",
    "documents.reserved",
    "documents.titled_revision",
    "export.akn_abstaining",
    "export.annex_corrections",
    "export.annex_notes",
    "export.sheet_corrections",
    "statistics.line",
    "statistics.name_and_notes",
    "export.kind_objection",
    "export.column_code",
    "export.column_document",
    "export.column_needed",
    "export.column_position",
    "export.column_suspensions",
    "export.sheet_notes",
    "export.total",
    "publication.agenda",
    "publication.decisions_documents",
    "publication.column_item",
    "publication.item",
    "publication.notes",
    "publication.original",
    "publication.print_column_signature",
    "recommendations.reserved",
    "refusals.requested_slides",
}
"""Keys whose words may be the English ones: the word is the same in one of the languages."""

NAMES = {
    "es": ["República Dominicana", "Santa Lucía"],
    "pt": ["República Dominicana", "Santa Lúcia"],
    "fr": ["République dominicaine", "Sainte-Lucie"],
}
"""Names of delegations with their accents."""

FEWEST = {"text": 40, "json": 10, "docx": 30, "xlsx": 8, "pdf": 25}
"""Of how many English words at least the absence is shown, so that the test can fail."""

SPARED = {"pro tempore"}
"""What is no English fallback: Latin."""

OF_LANGUAGE = "language."
"""Texts about a language follow it, and not the English ones."""

OTHERS = [language for language in languages() if language != "en"]


@cache
def words(language: str) -> dict[str, str]:
    """Return the words of the files in a language, by room and key."""
    found = {}
    for room, beginnings in ROOMS_OF_FILES.items():
        text = (WORDS / language / f"{room}.toml").read_text("utf-8")
        for key, value in tomllib.loads(text).items():
            if key.startswith(beginnings) and f"{room}.{key}" not in OF_SCREENS | MAY_LACK:
                found[f"{room}.{key}"] = value
    return found


@pytest.mark.parametrize("language", OTHERS)
def test_no_words_of_files_are_missing(language: str) -> None:
    assert sorted(lacking(language)) == []


@pytest.mark.parametrize("language", OTHERS)
def test_words_have_the_facts_of_the_english_ones(language: str) -> None:
    there = words(language)
    english = {key: text for key, text in words("en").items() if not key.startswith(OF_LANGUAGE)}
    assert [key for key, text in english.items() if _facts(text) != _facts(there[key])] == []


@pytest.mark.parametrize("language", OTHERS)
def test_words_are_translated(language: str) -> None:
    there = words(language)
    alike = {key for key, text in words("en").items() if _bare(text) and there[key] == text}
    ours = {key for key in alike if not key.startswith(OF_LANGUAGE)}
    assert sorted(ours - ALIKE) == []


def test_a_sign_of_two_parts_stays_with_its_word_in_french() -> None:
    loose = [
        key for key, text in words("fr").items() if any(f" {sign}" in text for sign in ":;?!»")
    ]
    assert loose == []


@pytest.mark.parametrize("internal", [False, True])
@pytest.mark.parametrize("form", [form for form in FORMS if form not in ("csv", "package")])
def test_no_file_of_a_rehearsal_falls_back_to_english(
    whole_meeting: Proceedings, form: str, internal: bool
) -> None:
    english = _text(export(whole_meeting, form, Scope(internal, language="en")), form)
    own = " ".join(encode(event) for _, event, _ in whole_meeting.history)
    said = [part for part in _parts_of_words() if part in english and part not in own]
    assert len(said) >= FEWEST.get(form, 0)
    for language in OTHERS:
        text = _text(export(whole_meeting, form, Scope(internal, language=language)), form)
        right = " ".join(words(language).values())
        assert [part for part in said if part in text and part not in right] == []
        assert [name for name in NAMES.get(language, []) if name not in text] == []


@pytest.mark.parametrize("internal", [False, True])
def test_files_ask_for_no_words_that_a_language_of_files_may_lack(
    whole_meeting: Proceedings, monkeypatch: pytest.MonkeyPatch, internal: bool
) -> None:
    asked = set()
    template = said._template

    def told(key: str) -> str:
        asked.add(key)
        return template(key)

    monkeypatch.setattr(said, "_template", told)
    for form in FORMS:
        export(whole_meeting, form, Scope(internal, times=True))
    assert len(asked) > 300
    assert sorted(asked - words("en").keys() - MAY_LACK) == []


@pytest.mark.parametrize("language", OTHERS)
def test_documents_say_their_language(whole_meeting: Proceedings, language: str) -> None:
    document = export(whole_meeting, "docx", Scope(language=language))
    assert Document(io.BytesIO(document)).core_properties.language == language
    pdf = PdfReader(io.BytesIO(export(whole_meeting, "pdf", Scope(language=language))))
    assert str(pdf.trailer["/Root"]["/Lang"]) == language  # type: ignore[index]


def _text(made: bytes, form: str) -> str:
    """Return the words of a file on one line."""
    if form == "docx" or form == "xlsx":
        with zipfile.ZipFile(io.BytesIO(made)) as parts:
            names = [name for name in parts.namelist() if name.endswith(".xml")]
            text = " | ".join(t for n in names for t in fromstring(parts.read(n)).itertext())
    elif form == "pdf":
        text = " ".join(page.extract_text() for page in PdfReader(io.BytesIO(made)).pages)
    elif form == "json":
        text = " ".join(_values(json.loads(made)))
    else:
        text = made.decode("utf-8")
    return " ".join(text.split())


def _values(found: object) -> Iterator[str]:
    """Give the texts of a JSON file without its keys, which are for machines."""
    if isinstance(found, dict | list):
        for value in found.values() if isinstance(found, dict) else found:
            yield from _values(value)
    elif isinstance(found, str):
        yield found


def _parts_of_words() -> set[str]:
    """Return the words between the facts of the English texts, where they are two or more."""
    pieces = (
        piece for text in words("en").values() for piece, *_ in string.Formatter().parse(text)
    )
    bare = {piece.strip(" .,;:()“”") for piece in pieces}
    return {piece for piece in bare if " " in piece and len(piece) > 7} - SPARED


def _facts(text: str) -> set[str]:
    return {name.partition(".")[0] for _, name, _, _ in string.Formatter().parse(text) if name}


def _bare(text: str) -> bool:
    """Tell whether a text has words beside its facts."""
    literal = "".join(piece for piece, *_ in string.Formatter().parse(text))
    return any(char.isalpha() for char in literal)
