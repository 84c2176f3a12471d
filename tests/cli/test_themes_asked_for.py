"""How the screens are to look, by option, by variable and by what the terminal shows."""

import os
import subprocess
import sys

import pytest

from tipfloor.cli import parse
from tipfloor.commands.looks import look
from tipfloor.commands.stopping import Stopped

COMMANDS = ["desk", "timekeeper"]


@pytest.fixture(autouse=True)
def _terminal(monkeypatch):
    for name in ("NO_COLOR", "COLORTERM", "TIPFLOOR_THEME"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TERM", "xterm-256color")


@pytest.mark.parametrize("command", COMMANDS)
def test_the_option_is_stronger_than_the_variable(command, monkeypatch):
    assert look(parse([command])).theme == "tipfloor-dark"
    monkeypatch.setenv("TIPFLOOR_THEME", "light")
    assert look(parse([command])).theme == "tipfloor-light"
    assert look(parse([command, "--theme", "dark"])).theme == "tipfloor-dark"


@pytest.mark.parametrize("command", COMMANDS)
def test_a_theme_that_there_is_not_is_a_sentence(command, monkeypatch):
    monkeypatch.setenv("TIPFLOOR_THEME", "pink")
    with pytest.raises(Stopped, match=r"TIPFLOOR_THEME is “pink”, .* expected dark or light"):
        look(parse([command]))


@pytest.mark.parametrize(
    ("environment", "expected"),
    [
        ({"TERM": "xterm-256color"}, 256),
        ({"TERM": "xterm-kitty"}, 256),
        ({"TERM": "xterm", "COLORTERM": "truecolor"}, 256),
        ({"TERM": "linux"}, 8),
        ({"TERM": "vt100"}, 0),
        ({"TERM": "xterm-mono"}, 0),
        ({"TERM": "dumb"}, 0),
        ({"TERM": "a-terminal-of-nobody"}, 16),
        ({"TERM": "xterm-256color", "NO_COLOR": "1"}, 0),
        ({"TERM": "xterm-256color", "NO_COLOR": ""}, 256),
    ],
)
def test_the_colours_of_the_terminal(environment, expected):
    # In a process of its own: the description of one terminal stays for the whole of it.
    script = "from tipfloor.commands.looks import colours; print(colours())"
    command = [sys.executable, "-c", script]
    whole = {**os.environ, **environment}
    done = subprocess.run(command, env=whole, capture_output=True, text=True, check=True)
    assert int(done.stdout) == expected
