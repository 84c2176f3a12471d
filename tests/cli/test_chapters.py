"""`tipfloor chapters` at the command line."""

import pytest

from tests.cli.conftest import Run


@pytest.fixture
def spoken(told, run: Run) -> None:
    """A session in which Brazil and Chile have spoken."""
    told("open-session", "introductory", "straight to it")
    for code in ("BRA", "CHL"):
        told("inscribe", code)
        told("give-floor")
        told("end-remark")


def test_a_part_goes_to_standard_output_and_several_to_numbered_files(
    spoken, run: Run, home
) -> None:
    asked = ("chapters", "--format", "webvtt", "--remark", "1", "--at", "5:00")
    said = run(*asked)
    assert said.status == 0
    assert said.out.startswith("WEBVTT\nKind: chapters\nLanguage: en\n\nremark-1\n00:05:00.000")
    said = run(*asked, "--part", "2@0:00", "--output", "day.vtt")
    assert said.status == 0, said.err
    assert "remark-1" in (home / "day-1.vtt").read_text()
    second = (home / "day-2.vtt").read_text()
    assert "remark-2\n00:00:00.000" in second
    assert run(*asked, "--output", "day-1.vtt").status == 1


@pytest.mark.parametrize(
    ("asked", "status", "named"),
    [
        (("--remark", "1"), 2, "--at"),
        (("--remark", "1", "--at", "soon"), 2, "soon"),
        (("--remark", "9", "--at", "0"), 1, "9"),
        (("--began", "yesterday"), 2, "yesterday"),
        (("--began", "2999-01-01T00:00"), 1, "2999"),
        (("--remark", "1", "--at", "0", "--part", "2@0"), 2, "--output"),
        (("--remark", "2", "--at", "0", "--part", "1@0", "--output", "x"), 2, "order"),
    ],
)
def test_what_holds_no_recording_is_said(spoken, run: Run, asked, status: int, named: str) -> None:
    said = run("chapters", "--format", "list", *asked)
    assert said.status == status
    assert named in said.err
    assert "Traceback" not in said.err
