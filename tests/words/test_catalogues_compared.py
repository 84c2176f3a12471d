"""The catalogues against each other and the glossary: what the command of `docs/words.py` finds."""

import importlib.util
import re
from pathlib import Path
from types import ModuleType

import pytest

from tipfloor.words.catalogues import lacking, lacking_on_screens

ROOT = Path(__file__).parents[2]


def _command() -> ModuleType:
    spec = importlib.util.spec_from_file_location("words_command", ROOT / "docs/words.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


WORDS = _command()
TERMS = re.findall(
    r"^\| (es|pt|fr) \| ([^|]+) \| ([^|]+) \|$",
    (ROOT / "docs/glossary.md").read_text(encoding="utf-8"),
    re.MULTILINE,
)


@pytest.mark.parametrize("language", WORDS.WHOLE)
def test_no_text_is_stale_misspelled_or_asks_for_another_fact(language: str) -> None:
    assert [line for line in WORDS.findings(language) if ": missing: " not in line] == []


@pytest.mark.parametrize("language", WORDS.WHOLE)
def test_a_language_that_is_whole_is_never_offered_as_incomplete(language: str) -> None:
    assert lacking(language) == []
    assert lacking_on_screens(language) == []


@pytest.mark.parametrize(("language", "said", "never"), TERMS)
def test_the_catalogues_have_the_terms_of_the_organization(
    language: str, said: str, never: str
) -> None:
    everything = " | ".join(WORDS.texts(language).values()).casefold()
    assert said in everything
    assert never not in everything


def test_the_glossary_has_terms_of_each_language() -> None:
    assert {language for language, _, _ in TERMS} == {*WORDS.WHOLE}


@pytest.mark.parametrize(
    ("language", "english", "own", "found"),
    [
        ("es", "{name} left", "{nombre} salió", "asks for nombre"),
        ("es", "{name} left", "{name} salió {", "brace"),
        ("fr", "Really?", "Vraiment?", "no-break"),
        ("es", "Really?", "De veras?", "opened"),
        ("fr", "{name}", "{name.off}", "no form"),
    ],
)
def test_what_is_wrong_is_told_with_its_file(
    language: str, english: str, own: str, found: str
) -> None:
    told = list(WORDS._wrong(language, "desk.key", english, own))
    assert [found in line and f"words/{language}/desk.toml" in line for line in told] == [True]


def test_po_is_written_and_read_back(tmp_path: Path) -> None:
    file = tmp_path / "fr.po"
    before = (WORDS.WORDS / "fr/log.toml").read_bytes()
    assert WORDS.main(["out", "fr", str(file)]) == 0
    assert "msgctxt" in file.read_text(encoding="utf-8")
    assert WORDS.main(["in", "fr", str(file)]) == 0
    assert (WORDS.WORDS / "fr/log.toml").read_bytes() == before
