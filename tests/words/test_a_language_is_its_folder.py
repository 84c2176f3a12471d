"""A language is its folder: put into an installed tree it works, or is refused in words."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import tipfloor
from tests.helpers.desk import Desk
from tipfloor.forms import FORMS

PACKAGE = Path(tipfloor.__file__).parent


class Tree:
    """A copy of the program whose words can be changed, beside a record."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        shutil.copytree(PACKAGE, folder / "tipfloor")
        self.words = folder / "tipfloor" / "words"
        self.files = folder / "files"
        self.files.mkdir()
        desk = Desk.in_session(folder, "BRA", "CHL")
        desk.tell("give_floor")
        desk.clock.advance(30_000)
        desk.tell("end_remark")
        self.record = desk.proceedings.where
        desk.proceedings.close()

    def add(self, code: str, *rooms: str) -> Path:
        """Add a language that is the Spanish one under another name, or some rooms of it."""
        target = self.words / code
        shutil.rmtree(target, ignore_errors=True)
        target.mkdir()
        for source in (self.words / "es").glob("*.toml"):
            if not rooms or source.stem in rooms:
                shutil.copyfile(source, target / source.name)
        return target

    def run(self, *words: str, here: bool = True) -> subprocess.CompletedProcess[str]:
        """Run a command of the copy, or of the program itself."""
        home = {"HOME": str(self.folder), "XDG_STATE_HOME": str(self.folder / "state")}
        env = os.environ | home
        env["PYTHONPATH"] = str(self.folder if here else PACKAGE.parent)
        command = [sys.executable, "-m", "tipfloor", *words, "--record", self.record]
        done = subprocess.run(
            command, capture_output=True, text=True, check=False, cwd=self.files, env=env
        )
        assert "Traceback" not in done.stderr
        assert "did not expect" not in done.stderr
        return done

    def export(self, form: str, language: str) -> subprocess.CompletedProcess[str]:
        named = ("--format", form, "--language", language, "--output", f"{language}.{form}")
        whole = ("--internal",) if FORMS[form].internal else ()
        return self.run("export", *named, "--overwrite", *whole)


@pytest.fixture(scope="module")
def tree(tmp_path_factory: pytest.TempPathFactory) -> Tree:
    tree = Tree(tmp_path_factory.mktemp("tree"))
    tree.add("de")
    return tree


@pytest.mark.parametrize("form", FORMS)
def test_a_folder_that_is_copied_in_is_a_language_of_every_form(tree: Tree, form: str) -> None:
    assert tree.export(form, "de").returncode == 0
    assert tree.export(form, "es").returncode == 0
    said = tree.run("verify", "--against", f"de.{form}")
    assert (said.returncode, "to the last byte" in said.stdout) == (0, True), said


def test_the_words_of_the_folder_stand_in_the_file(tree: Tree) -> None:
    folder = tree.add("ca")
    export = (folder / "export.toml").read_text("utf-8")
    (folder / "export.toml").write_text(export.replace("INTERNO", "INTERN"), "utf-8")
    assert tree.export("text", "ca").returncode == 0
    assert (tree.files / "ca.text").read_text("utf-8").startswith("INTERN:")


def test_where_the_language_is_not_its_files_are_still_of_the_record(tree: Tree) -> None:
    assert tree.export("json", "de").returncode == 0
    said = tree.run("verify", "--against", "de.json", here=False)
    assert said.returncode == 0, said
    assert "figures" in said.stdout


def test_the_other_commands_do_not_mind_a_strange_folder(tree: Tree) -> None:
    for words in (("log",), ("status",), ("status", "--json"), ("verify",)):
        assert tree.run(*words).returncode == 0


NO_LANGUAGES = ("xx", "el", "es.bak", "..", "")


@pytest.mark.parametrize("code", NO_LANGUAGES)
def test_what_is_no_folder_of_words_is_no_language(tree: Tree, code: str) -> None:
    """A missing folder, an empty one, and one with another name than a language has."""
    (tree.words / "el").mkdir(exist_ok=True)
    if not (tree.words / "es.bak").exists():
        tree.add("es.bak")
    said = tree.run("export", "--format", "text", "--language", code)
    assert (said.returncode, "--language" in said.stderr) == (2, True)


def test_a_folder_that_is_not_whole_says_how_much_is_in_english(tree: Tree) -> None:
    tree.add("nl", "export", "times")
    said = tree.export("text", "nl")
    assert (said.returncode, "are in English" in said.stderr) == (0, True), said


BROKEN = {
    "it": ("log", 'remark_ended = "x"\nbroken = '),
    "sv": ("export", b'total = "\xff"\n'),
    "da": ("export", "total = 7\n"),
    "cs": ("export", 'spoke = "{nothing}"\n'),
    "fi": ("export", 'spoke = "{spoken"\n'),
    "pl": ("export", 'spoke = "{spoken.real:d} {}"\n'),
    "ro": ("export", "[total]\nx = 'y'\n"),
}


@pytest.mark.parametrize("code", BROKEN)
def test_words_that_cannot_be_used_are_refused_with_their_file(tree: Tree, code: str) -> None:
    room, text = BROKEN[code]
    folder = tree.add(code)
    (folder / f"{room}.toml").write_bytes(text if isinstance(text, bytes) else text.encode())
    said = tree.export("text", code)
    assert (said.returncode, f"words/{code}/{room}.toml" in said.stderr) == (3, True), said
    assert not (tree.files / f"{code}.text").exists()
