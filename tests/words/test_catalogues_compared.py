"""The catalogues against each other and the glossary: what the command of `docs/words` finds."""

import re
import shutil
from pathlib import Path

import pytest
from babel.messages.pofile import read_po, write_po

from docs.words import comparing, made_from, texts
from docs.words.__main__ import main
from tipfloor.words.catalogues import lacking, lacking_on_screens

ROOT = Path(__file__).parents[2]
TERMS = re.findall(
    r"^\| (es|pt|fr) \| ([^|]+) \| ([^|]+) \|$",
    (ROOT / "docs/glossary.md").read_text(encoding="utf-8"),
    re.MULTILINE,
)

SAID = {
    language: " | ".join(texts.texts(language).values()).casefold()
    for language in ("en", *texts.WHOLE)
}
NOT_SAID = "\N{EN DASH}"
OF_THE_FLOOR = re.findall(
    r"^\| ([^|]+) \| ([^|]+) \| ([^|]+) \| ([^|]+) \| [^|]+ \| `[^|]+` \|$",
    (ROOT / "docs/glossary.md").read_text(encoding="utf-8"),
    re.MULTILINE,
)


@pytest.mark.parametrize("language", texts.WHOLE)
def test_no_text_is_stale_misspelled_or_asks_for_another_fact(language: str) -> None:
    assert [line for line in comparing.findings(language) if ": missing: " not in line] == []


@pytest.mark.parametrize("language", texts.WHOLE)
def test_a_language_that_is_whole_is_never_offered_as_incomplete(language: str) -> None:
    assert lacking(language) == []
    assert lacking_on_screens(language) == []


@pytest.mark.parametrize(("language", "said", "never"), TERMS)
def test_the_catalogues_have_the_terms_of_the_organization(
    language: str, said: str, never: str
) -> None:
    assert said in SAID[language]
    assert never not in SAID[language]


@pytest.mark.parametrize("row", OF_THE_FLOOR, ids=lambda row: row[0])
def test_the_catalogues_have_the_terms_of_the_floor(row: tuple[str, ...]) -> None:
    for language, terms in zip(("en", "es", "pt", "fr"), row, strict=True):
        for term in terms.removeprefix("to ").split(", "):
            assert NOT_SAID in row or term.casefold() in SAID[language], (language, term)


def test_the_glossary_has_terms_of_each_language() -> None:
    assert len(OF_THE_FLOOR) > 40
    assert {language for language, _, _ in TERMS} == {*texts.WHOLE}


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
    told = list(comparing._wrong(language, "desk.key", english, own))
    assert [found in line and f"words/{language}/desk.toml" in line for line in told] == [True]


@pytest.fixture
def copy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a copy of the catalogues that the command works on."""
    shutil.copytree(texts.WORDS, tmp_path / "words", ignore=shutil.ignore_patterns("*.py"))
    shutil.copytree(made_from.FOLDER, tmp_path / "made_from")
    monkeypatch.setattr("docs.words.texts.WORDS", tmp_path / "words")
    monkeypatch.setattr("docs.words.po.WORDS", tmp_path / "words")
    monkeypatch.setattr("docs.words.made_from.FOLDER", tmp_path / "made_from")
    return tmp_path


def _change(catalogue: Path, key: str, text: str) -> None:
    former = catalogue.read_text("utf-8")
    changed = re.sub(rf"^{key} = .*$", f'{key} = "{text}"', former, flags=re.MULTILINE)
    assert changed != former
    catalogue.write_text(changed, "utf-8")


def test_po_is_written_and_read_back(copy: Path) -> None:
    file, catalogue = copy / "fr.po", copy / "words/fr/log.toml"
    before = catalogue.read_bytes()
    assert main(["out", "fr", str(file)]) == 0
    assert "msgctxt" in file.read_text(encoding="utf-8")
    assert main(["in", "fr", str(file)]) == 0
    assert catalogue.read_bytes() == before
    assert main(["check"]) == 0


def test_a_changed_english_text_makes_its_translations_stale(
    copy: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _change(copy / "words/en/desk.toml", "nobody", "The floor is nobody's")
    assert main(["check"]) == 1
    found = capsys.readouterr().out.splitlines()
    assert len(found) == len(texts.WHOLE)
    assert all("desk.toml: nobody: stale: " in line for line in found)
    assert main(["confirm"]) == 0, "what is new is confirmed, and nothing that is stale"
    assert main(["check"]) == 1
    assert main(["confirm", "pt", "fr", "desk.nobody"]) == 0
    assert [main(["check", code]) for code in ("es", "pt", "fr")] == [1, 0, 0]
    assert main(["confirm", "desk.nobody"]) == 0
    assert main(["check"]) == 0


def test_a_new_text_is_confirmed_once(copy: Path) -> None:
    for code in ("en", *texts.WHOLE):
        with (copy / f"words/{code}/desk.toml").open("a", encoding="utf-8") as catalogue:
            catalogue.write('brand_new = "OK"\n')
    assert main(["check"]) == 1
    assert main(["confirm"]) == 0
    assert main(["check"]) == 0


def test_what_is_not_translated_cannot_be_confirmed(copy: Path) -> None:
    before = (made_from.FOLDER / "es.txt").read_bytes()
    assert main(["confirm", "desk.no_such_text"]) == 2
    assert (made_from.FOLDER / "es.txt").read_bytes() == before


def test_a_translator_is_asked_again_for_what_is_stale(copy: Path) -> None:
    """A file that was begun before the English text changed makes nothing current."""
    before, after = copy / "before.po", copy / "after.po"
    assert main(["out", "es", str(before)]) == 0
    _change(copy / "words/en/desk.toml", "nobody", "The floor is nobody's")
    assert main(["in", "es", str(before)]) == 0
    assert main(["check", "es"]) == 1
    assert main(["out", "es", str(after)]) == 0
    with after.open("rb") as source:
        catalog = read_po(source, locale="es")
    fuzzy = [message for message in catalog if message.id and message.fuzzy]
    assert [message.context for message in fuzzy] == ["desk.nobody"]
    fuzzy[0].flags.clear()
    with after.open("wb") as target:
        write_po(target, catalog)
    assert main(["in", "es", str(after)]) == 0
    assert main(["check", "es"]) == 0
