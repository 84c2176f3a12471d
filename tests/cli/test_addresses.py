"""`--record` takes a file or a database; what is misspelt is said, and no password is shown."""

from pathlib import Path

import pytest

from tests.helpers.commands import READINGS

SECRET = "s3cr3t-q7"
COMMANDS = [
    *READINGS,
    ("desk",),
    ("timekeeper",),
    ("serve",),
    ("tell", "next-moment"),
    ("archive", "--output", "a.zip"),
    ("rehearse",),
    ("seal", "3"),
    ("programme",),
    ("print", "list"),
]


@pytest.mark.parametrize("command", COMMANDS, ids=lambda words: words[0])
def test_every_command_refuses_what_is_no_address_in_words(run, home, command):
    for typed in (f"postgre://desk:{SECRET}@db/x", f"postgresql://desk:a/{SECRET}@db/x"):
        said = run(*command, "--record", typed)
        assert said.status == 2
        assert "postgresql://" in said.err
        assert SECRET not in said.out + said.err
        assert not Path(typed.split("/")[0]).exists()


@pytest.mark.parametrize(
    "words",
    [
        (f"postgresql://desk:{SECRET}@db/x",),
        ("desk", f"postgresql://desk:{SECRET}@db/x"),
        ("status", "--meeting", f"postgresql://desk:{SECRET}@db/x"),
        ("status", f"postgresql://desk:{SECRET}@db/x"),
        ("log", f"--recrd=postgresql://desk:{SECRET}@db/x"),
        ("copy", f"postgresql://desk:{SECRET}@db/x", "there"),
        ("verify", "--against", f"postgresql://desk:{SECRET}@127.0.0.1:1/x"),
        ("status", "--record", f"postgresql://desk:{SECRET}@127.0.0.1:1/x?record=a"),
        ("status", "--record", f"host=127.0.0.1 password={SECRET}"),
    ],
    ids=str,
)
def test_a_password_is_shown_nowhere_that_it_may_be_typed(run, home, words):
    said = run(*words)
    assert said.status != 0
    assert SECRET not in said.out + said.err
    kept = [path for path in home.rglob("*") if path.is_file()]
    assert not [path for path in kept if SECRET.encode() in path.read_bytes()]


def test_the_environment_is_read_in_the_same_way(run, home, monkeypatch):
    monkeypatch.setenv("TIPFLOOR_RECORD", f"postgresq://desk:{SECRET}@db/x")
    said = run("status")
    assert said.status == 2
    assert "postgresql://" in said.err
    assert SECRET not in said.out + said.err
