"""Whatever holds of every form of the files: a new line of `FORMS` is tried here by itself."""

from __future__ import annotations

import argparse
import zipfile
from pathlib import Path
from typing import Any

import pytest

from tests.helpers.play import Play
from tipfloor.cli import parser
from tipfloor.export import Scope, described, export, take, written
from tipfloor.export.against.finding import found_in
from tipfloor.forms import FORMS
from tipfloor.words import has, languages
from tipfloor.words.plain import visible


@pytest.fixture(params=FORMS)
def form(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def file(tmp_path: Path, form: str) -> Path:
    return tmp_path / f"file.{FORMS[form].ending}"


@pytest.mark.parametrize("internal", [False, True], ids=["public", "internal"])
@pytest.mark.parametrize("language", languages())
def test_a_form_makes_the_same_bytes_each_time(
    played: Play, form: str, language: Any, internal: bool
) -> None:
    scope = Scope(internal, language=language)
    made = export(played.proceedings, form, scope)
    assert made
    assert made == export(played.proceedings, form, scope)


@pytest.mark.parametrize("internal", [False, True], ids=["public", "internal"])
def test_a_form_carries_one_seal_that_names_it(
    played: Play, form: str, file: Path, internal: bool
) -> None:
    """By it `verify --against` makes the file again."""
    snapshot = take(played.proceedings, Scope(internal, language="fr"))
    file.write_bytes(written(snapshot, form))
    if (beside := described(snapshot, form, file.name)) is not None:
        file.with_name(file.name + FORMS[form].beside).write_bytes(beside)
    seals, broken, _ = found_in(file)
    assert [(seal.form, seal.internal, seal.language) for seal in seals] == [(form, internal, "fr")]
    assert not broken


def test_a_form_that_is_not_binary_is_text_for_a_terminal(played: Play, form: str) -> None:
    made = export(played.proceedings, form)
    try:
        text = made.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = "\0"
    shown = "".join(text.split())
    assert FORMS[form].binary == (visible(shown) != shown), "binary in FORMS says otherwise"


def test_a_form_that_is_offered_has_words_at_the_desk(form: str) -> None:
    if FORMS[form].offered:
        assert has(f"ask.export_{form}"), f"words/en/ask.toml lacks export_{form}"


def test_the_endings_of_files_differ() -> None:
    assert len({form.ending for form in FORMS.values()}) == len(FORMS)


def test_the_command_writes_every_form() -> None:
    [commands] = [x for x in parser()._actions if isinstance(x, argparse._SubParsersAction)]
    asked = {x.dest: x.choices for x in commands.choices["export"]._actions}
    assert asked["format"] == [*FORMS]


def test_an_archive_holds_the_forms_that_are_archived(played: Play, tmp_path: Path) -> None:
    from tipfloor.archiving.making import make

    path = tmp_path / "archive.zip"
    path.write_bytes(make(played.path).data)
    with zipfile.ZipFile(path) as parts:
        held = {name for name in parts.namelist() if "/" in name}
    wanted = [form for form in FORMS.values() if form.archived]
    parts_of = [(form, "") for form in wanted] + [(x, x.beside) for x in wanted if x.beside]
    assert held == {f"{form.reader}/record.{form.ending}{end}" for form, end in parts_of}
