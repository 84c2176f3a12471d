import json
import sys

import pytest

from tests.helpers.commands import OTHERS, READING
from tipfloor import __version__
from tipfloor.cli import COMMANDS, main, parse
from tipfloor.commands import guard
from tipfloor.core.rooms import ACTS


def test_help_and_version_are_no_fault(run):
    assert run("--version").out.strip() == f"tipfloor {__version__}"
    said = run("--help")
    assert said.status == 0
    for name in COMMANDS:
        assert name in said.out
        alone = run(name, "--help")
        assert alone.status == 0
        assert alone.out.startswith(f"usage: tipfloor {name} ")


def test_without_a_command_it_is_the_desk():
    assert parse([]).command == "desk"
    assert parse(["--rehearsal", "--speed", "20"]).speed == 20
    assert str(parse(["desk", "other.toml"]).meeting) == "other.toml"


@pytest.mark.parametrize(
    "words",
    [
        ["desk", "--speed", "2"],
        ["desk", "--rehearsal", "--speed", "0"],
        ["desk", "--rehearsal", "--speed", "601"],
        ["desk", "--rehearsal", "--speed", "nan"],
        ["desk", "--rehearsal", "--record", "r.sqlite"],
        ["desk", "one", "two"],
        ["export"],
        ["export", "--format", "odt"],
        ["log", "--colour"],
        ["lgo"],
        ["sessions.toml"],
        ["\x1b[31mred"],
    ],
    ids=" ".join,
)
def test_misuse_is_a_sentence_and_status_2(run, words):
    said = run(*words)
    assert said.status == 2
    assert said.out == ""
    assert said.err.strip()
    assert "\x1b" not in said.err


def test_an_unknown_command_names_the_nearest(run):
    assert "tipfloor log" in run("lgo").err
    assert "tipfloor desk sessions.toml" in run("sessions.toml").err


def test_every_command_is_tried_on_records_or_said_to_read_none() -> None:
    """Those that read are tried on hostile, broken, archived and read-only records."""
    assert sorted(COMMANDS) == sorted([*READING, *OTHERS])


def test_the_schema_describes_every_act(run):
    schema = json.loads(run("acts").out)
    assert schema["$schema"].endswith("2020-12/schema")
    definitions = [
        schema["$defs"][option["$ref"].removeprefix("#/$defs/")] for option in schema["oneOf"]
    ]
    assert {item["properties"]["kind"]["const"] for item in definitions} == set(ACTS)
    for item in definitions:
        assert item["description"]
        assert item["additionalProperties"] is False
        assert "kind" in item["required"]
        assert set(item["required"]) <= set(item["properties"])
    inscribe = schema["$defs"]["Inscribe"]
    assert inscribe["required"] == ["kind", "delegation"]
    for place in _references(schema):
        assert place.removeprefix("#/$defs/") in schema["$defs"]


def _references(node):
    if isinstance(node, dict):
        yield from (value for key, value in node.items() if key == "$ref")
        node = list(node.values())
    if isinstance(node, list):
        for item in node:
            yield from _references(item)


def _fail_with(error):
    def work() -> int:
        raise error

    return work


def test_the_unexpected_is_kept_in_a_file_and_said_in_a_sentence(capfd, home):
    assert guard.guarded(_fail_with(RuntimeError("secret detail"))) == 3
    said = capfd.readouterr().err
    (kept,) = (home / "state" / "tipfloor").iterdir()
    assert "RuntimeError" in said
    assert str(kept) in said
    assert "Traceback" not in said
    assert "secret detail" in kept.read_text()
    assert kept.stat().st_mode & 0o777 == 0o600


def test_the_unexpected_is_said_where_nothing_can_be_kept(capfd, home):
    (home / "state").write_text("in the way")
    assert guard.guarded(_fail_with(RuntimeError("detail"))) == 3
    assert "RuntimeError" in capfd.readouterr().err


def test_an_interruption_has_the_status_of_shells(capfd):
    assert guard.guarded(_fail_with(KeyboardInterrupt())) == 130
    assert capfd.readouterr().err == ""


def test_a_refusing_system_is_named_with_the_path(capfd):
    assert guard.guarded(_fail_with(PermissionError(13, "Permission denied", "/x/y"))) == 3
    assert "/x/y" in capfd.readouterr().err


def test_the_entry_point_takes_the_words_of_the_process(monkeypatch, capfd):
    monkeypatch.setattr(sys, "argv", ["tipfloor", "--version"])
    assert main() == 0
    assert __version__ in capfd.readouterr().out
