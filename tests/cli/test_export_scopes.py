"""`tipfloor export` with its options, and the schema, as a person at the command line has them."""

import json

import pytest

from tipfloor.export.schema import schema


@pytest.fixture
def spoken(told):
    told("open-session", "introductory", "straight to it")
    told("inscribe", "BRA")
    told("give-floor")
    told("take-note", "a word in private")
    told("end-remark")


def test_the_schema_is_printed(run):
    said = run("schema", "export")
    assert said.status == 0
    assert json.loads(said.out) == schema()


def test_internal_is_asked_for(run, spoken):
    public, internal = (
        run("export", "--format", "text", *more).out for more in ((), ("--internal",))
    )
    assert "a word in private" not in public
    assert "a word in private" in internal
    assert "INTERNAL" in internal


def test_a_session_and_a_day_that_the_meeting_has_not(run, spoken):
    said = run("export", "--format", "csv", "--session", "z")
    assert (said.status, "introductory" in said.err) == (1, True)
    said = run("export", "--format", "csv", "--day", "2023-01-01", "--output", "f.csv")
    assert (said.status, "2024-02-05" in said.err) == (1, True)


def test_parts_are_files_of_their_own(run, spoken, home):
    assert run("export", "--format", "json", "--session", "a", "--output", "a.json").status == 0
    assert json.loads((home / "a.json").read_text())["remarks"] == []
    chosen = ("--session", "introductory", "--session", "introductory")
    log = json.loads(run("export", "--format", "json", *chosen).out)
    assert [row["delegation_code"] for row in log["remarks"]] == ["BRA"]
    assert log["only"]["sessions"] == ["introductory"]


def test_a_pdf_that_leaves_remarks_out_is_told(run, spoken, monkeypatch):
    """The file says so on its first page; whoever makes it need not open it to know."""
    pdf = ("export", "--format", "pdf", "--overwrite", "--output", "x.pdf")
    assert run(*pdf, "--for", "timekeeping").err == ""
    monkeypatch.setattr("tipfloor.export.pdf.MOST_SET", 0)
    said = run(*pdf, "--for", "timekeeping")
    assert (said.status, "Of 1 remarks this file has the first 0" in said.err) == (0, True)
    assert run(*pdf).err == "", "a publication has no table of them"
