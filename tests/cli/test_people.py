"""Names from the command line: off by default, shown by consent, erased for good."""

from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.export.reading import PLAIN

NAME = "Ludovica Quenthwaite"


@pytest.fixture
def person(run: Run) -> str:
    """Somebody of Mexico whom nothing shows yet."""
    said = run("people", "add", "MEX", "--name", NAME, "--office", "Minister of Rivers")
    assert said.status == 0
    assert NAME not in said.out
    return said.out.split()[0]


def test_nothing_is_shown_by_default(run: Run, person: str) -> None:
    assert "MEX  delegation only; no consent; nothing is shown" in run("people").out
    assert NAME in run("people", "--names").out


def test_more_than_the_delegation_needs_a_consent(run: Run, person: str) -> None:
    said = run("people", "show", person, "--level", "full_name")
    assert (said.status, "Add --consent" in said.err) == (1, True)
    assert NAME in run("people", "show", person, "--level", "full_name", "--consent").out


def test_withdrawing_hides_at_once(run: Run, person: str) -> None:
    run("people", "show", person, "--level", "full_name", "--consent")
    assert NAME not in run("people", "withdraw", person).out
    assert "consent withdrawn; nothing is shown" in run("people").out


def test_forgetting_leaves_no_byte_and_a_sound_record(run: Run, person: str, home: Path) -> None:
    assert run("tell", "check-in", "MEX").status == 0
    said = run("forget", person)
    assert (said.status, f"{person} is forgotten" in said.out) == (0, True)
    folder = home / "data" / "tipfloor"
    assert not [path for path in folder.iterdir() if NAME.encode() in path.read_bytes()]
    assert run("verify").status == 0
    assert run("people", "--names").out == ""
    assert run("forget", person).status == 1


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        (("add", "XYZ", "--name", "A"), "No delegation has the code"),
        (("add", "MEX"), "Give a name, an office or both"),
        (("add", "MEX", "--name", "x" * 500), "120 characters"),
        (("add",), "Say who"),
        (("show", "p000000000000"), "Nobody has the id"),
    ],
)
def test_what_cannot_be_kept_is_said(run: Run, words: tuple[str, ...], reason: str) -> None:
    run("tell", "check-in", "MEX")
    said = run("people", *words)
    assert (said.status, reason in said.err) == (1, True)


def test_an_export_shows_what_was_agreed_and_is_stale_once_forgotten(
    run: Run, person: str, home: Path
) -> None:
    """PRACTICE section 6: erased from later exports; earlier ones are listed as stale."""
    for words in (("check-in", "MEX"), ("open-session", "introductory", "x")):
        run("tell", *words)
    for words in (("inscribe", "MEX"), ("give-floor",), ("name-speaker", person)):
        assert run("tell", *words).status == 0
    assert NAME not in run("export", "--format", "csv").out
    run("people", "show", person, "--level", "full_name", "--consent")
    file = home / "remarks.csv"
    assert run("export", "--format", "csv", "--output", str(file)).status == 0
    assert NAME in file.read_text("utf-8")
    assert NAME in run("export", "--format", "text").out
    said = run("forget", person)
    assert str(file) in said.out
    for form in PLAIN:
        assert NAME not in run("export", "--format", form).out
    assert run("verify").status == 0
