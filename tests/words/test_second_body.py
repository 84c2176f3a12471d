"""A body with two languages and titles of its own, from its file to the published record."""

from __future__ import annotations

import io
import re
import tomllib
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from docx import Document

from tests.export.reading import text_of
from tests.helpers.bodies import LAKES, body
from tipfloor.cli import main
from tipfloor.export import Scope, export
from tipfloor.meetingfile.notes import notes
from tipfloor.proceedings import Proceedings
from tipfloor.rehearsal import rehearse
from tipfloor.store.sqlite import SqliteStore

FORMS = ("docx", "pdf", "html", "text")
OF_ANOTHER_BODY = ("American States", "États américains", "OAS", "OEA", "Trafficking", "traite des")


@pytest.fixture(scope="module")
def held(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Proceedings]:
    """The whole meeting of the commission, played once."""
    path = tmp_path_factory.mktemp("lakes") / "lakes.sqlite"
    assert rehearse(body(LAKES), path)
    with closing(Proceedings(SqliteStore(path, read_only=True))) as proceedings:
        yield proceedings


def texts(found: Any, language: str) -> Iterator[str]:
    """Give every text that the meeting file has in a language."""
    if isinstance(found, list):
        for item in found:
            yield from texts(item, language)
    elif isinstance(found, dict):
        here = found.get(language)
        if isinstance(here, str):
            yield here
        for key, item in found.items():
            if key not in ("forms", "name"):
                yield from texts(item, language)


TITLES = {
    language: set(texts(tomllib.loads(LAKES.read_text("utf-8")), language))
    for language in ("en", "fr")
}


def test_nothing_is_said_of_languages_that_the_meeting_has_not() -> None:
    told = [what for _, what in notes(body(LAKES))]
    assert told
    assert [line for line in told if re.search(r"\b(es|pt)\b", line)] == []


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("form", FORMS)
def test_its_record_has_its_own_titles_and_no_other(
    held: Proceedings, form: Any, language: str
) -> None:
    made = export(held, form, Scope(language=language))
    text = " ".join(text_of(form, made).replace("\u00ad", "").split())
    other = "fr" if language == "en" else "en"
    own = {" ".join(title.split()) for title in TITLES[language]}
    there = {title for title in own if title in text}
    assert len(there) > 12
    assert [title for title in TITLES[other] - TITLES[language] if title in text] == []
    assert [title for title in OF_ANOTHER_BODY if title in text] == []


def test_the_document_says_its_language(held: Proceedings) -> None:
    document = Document(io.BytesIO(export(held, "docx", Scope(language="fr"))))
    assert document.core_properties.language == "fr"
    assert b'<html lang="fr">' in export(held, "html", Scope(language="fr"))


def test_without_a_language_the_record_is_in_the_first_one(held: Proceedings) -> None:
    assert "Twelfth Session" in export(held, "text").decode()


def test_its_file_is_checked_in_its_first_language(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("TIPFLOOR_LANGUAGE", "LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    french = tmp_path / "lacs.toml"
    text = LAKES.read_text("utf-8").replace('languages = ["en", "fr"]', 'languages = ["fr", "en"]')
    french.write_text(text, "utf-8")
    assert main(["check", str(french)]) == 0
    assert capsys.readouterr().out.startswith("bon\n")
    monkeypatch.setenv("TIPFLOOR_LANGUAGE", "en")
    assert main(["check", str(french)]) == 0
    assert capsys.readouterr().out.startswith("ok\n")
