"""What the reader of command lines says by itself is in the language asked for, like all else."""

from __future__ import annotations

import argparse
import ast
import inspect
import re

import pytest

from tipfloor.cli import COMMANDS, parser
from tipfloor.commands.argument_words import MESSAGES, speak_of_arguments
from tipfloor.words import languages, speak

OTHERS = [language for language in languages() if language != "en"]

MISUSES = (
    ["export"],
    ["export", "--format", "odt"],
    ["export", "--format"],
    ["rehearse", "--record", "r", "--seed", "many"],
    ["chapters", "--format", "webvtt"],
    ["chapters", "--format", "webvtt", "--remark", "1", "--session", "a"],
    ["desk", "--s"],
    ["desk", "--public=3"],
    ["log", "--colour"],
)
"""Each kind of misuse that argparse complains of by itself."""


@pytest.fixture(autouse=True)
def _english_again() -> object:
    yield
    speak(None)


def gettexts() -> set[str]:
    """Return the messages of argparse that go through gettext."""
    calls = ast.walk(ast.parse(inspect.getsource(argparse)))
    return {
        node.args[0].value
        for node in calls
        if isinstance(node, ast.Call)
        and getattr(node.func, "id", "") == "_"
        and isinstance(node.args[0], ast.Constant)
    }


def pieces() -> list[str]:
    """Return the English words of its messages, without their facts."""
    parts = (part for text in MESSAGES for part in re.split(r"%\(\w+\)[sr]|%[sr]", text))
    bare = {part.strip(" ():,") for part in parts}
    return sorted(part for part in bare if " " in part or part == "usage")


def test_argparse_says_each_of_the_messages() -> None:
    assert sorted(MESSAGES.keys() - gettexts()) == []


@pytest.mark.parametrize("language", OTHERS)
def test_every_help_is_whole_in_a_language(run, language) -> None:
    for words in ([], *([name] for name in COMMANDS)):
        said = run(*words, "--help", "--language", language)
        assert said.status == 0
        assert [piece for piece in pieces() if piece in said.out] == [], words
        assert said.out != run(*words, "--help", "--language", "en").out


@pytest.mark.parametrize("language", languages())
def test_misuse_is_told_in_a_language(run, language, monkeypatch) -> None:
    monkeypatch.setenv("TIPFLOOR_LANGUAGE", language)
    for words in MISUSES:
        said = run(*words)
        assert (said.status, said.out) == (2, "")
        assert said.err.startswith(f"tipfloor {words[0]}") or words[-1] in said.err, words
        assert [piece for piece in pieces() if piece in said.err] == [], words


@pytest.mark.parametrize("language", OTHERS)
def test_the_help_says_every_option_in_its_language(language: str) -> None:
    speak_of_arguments()
    speak("en")
    english = {action.help for action in parser()._actions if action.help}
    speak(language)
    own = {action.help for action in parser()._actions if action.help}
    assert len(own) == len(english) > 1
    assert english & own <= {argparse.SUPPRESS}
