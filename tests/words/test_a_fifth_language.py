"""A fifth language as `CONTRIBUTING.md` says: begun, given to a translator, and read back."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from babel.messages.pofile import read_po, write_po

from tests.words.test_a_language_is_its_folder import Tree

ROOT = Path(__file__).parents[2]
GERMAN = tomllib.loads((ROOT / "tests/words/german.toml").read_text("utf-8"))
SPEAK = "from tipfloor.words import speak, say, count; speak('de'); print({})"


class Begun(Tree):
    """A copy of the program to which German was added by the command, and nothing by hand."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        shutil.copytree(ROOT / "docs/words", folder / "docs/words")
        self.po = folder / "de.po"
        self.command("begin", "de")
        self.command("out", "de", str(self.po))
        self.translate()
        self.command("in", "de", str(self.po))

    def command(self, *words: str) -> str:
        """Run the command of the catalogues."""
        asked = [sys.executable, "-m", "docs.words", *words]
        done = subprocess.run(asked, cwd=self.folder, capture_output=True, text=True, check=False)
        assert (done.returncode, done.stderr) == (0, "")
        return done.stdout

    def translate(self) -> None:
        """Fill in a hundred strings of the file, as a translator's tool does."""
        with self.po.open("rb") as source:
            catalog = read_po(source)
        messages = {message.context: message for message in catalog if message.id}
        for key, text in GERMAN.items():
            messages[f"desk.{key}"].string = text
        with self.po.open("wb") as target:
            write_po(target, catalog)

    def said(self, what: str) -> str:
        """Return what the copy says in German."""
        env = os.environ | {"PYTHONPATH": str(self.folder)}
        asked = [sys.executable, "-c", SPEAK.format(what)]
        done = subprocess.run(
            asked, cwd=self.folder, env=env, capture_output=True, text=True, check=True
        )
        return done.stdout.strip()


@pytest.fixture(scope="module")
def german(tmp_path_factory: pytest.TempPathFactory) -> Begun:
    return Begun(tmp_path_factory.mktemp("german"))


def test_what_is_translated_is_said_and_the_rest_is_in_english(german: Begun) -> None:
    said = "say('desk.nobody'), count('desk.waiting', 1), say('chair.suspended')"
    assert german.said(said) == "Niemand hat das Wort 1 wartet The meeting is suspended."


def test_the_command_finds_nothing_wrong_with_it(german: Begun) -> None:
    assert german.command("check", "de") == ""


def test_it_is_offered_as_incomplete_with_its_own_days_and_numbers(german: Begun) -> None:
    done = german.export("text", "de")
    assert (done.returncode, "are in English" in done.stderr) == (0, True)
    text = (german.files / "de.text").read_text("utf-8")
    assert "Montag, 5. Februar 2024, 11:0" in text
    assert "30,000\u00a0s" in text
    assert "100,0\u00a0%" in text
    assert "at 11:0" not in text


def test_the_screens_take_it_too(german: Begun) -> None:
    assert german.run("status", "--language", "de").returncode == 0
