import csv
import io
import json
from itertools import product

import pytest


@pytest.fixture
def spoken(told):
    """A session in which Brazil has spoken, Chile speaks and Canada waits."""
    told("open-session", "introductory", "straight to it")
    for code in ("BRA", "CHL", "CAN"):
        told("inscribe", code)
    told("give-floor")
    told("end-remark")
    told("give-floor")


def test_export_to_standard_output_is_exact(run, spoken, start):
    process = start("export", "--format", "csv")
    out, err = process.communicate()
    assert process.returncode == 0, err
    assert out.startswith(b"\xef\xbb\xbf")
    rows = list(csv.DictReader(io.StringIO(out.decode("utf-8-sig"), newline="")))
    assert [row["delegation_code"] for row in rows] == ["BRA", "CHL"]


def test_export_to_a_file_never_overwrites_unasked(run, spoken, home):
    asked = ("export", "--format", "json", "--output", "log.json")
    assert run(*asked).status == 0
    first = (home / "log.json").read_bytes()
    assert len(json.loads(first)["remarks"]) == 2
    said = run(*asked)
    assert said.status == 1
    assert "--overwrite" in said.err
    assert (home / "log.json").read_bytes() == first
    assert run(*asked, "--overwrite").status == 0


def test_export_never_goes_over_a_record_or_a_folder(run, told, home):
    assert run("tell", "--record", "r.sqlite", "next-moment").status == 0
    before = (home / "r.sqlite").read_bytes()
    for form, target in product(("text", "csv"), ("r.sqlite", ".", "..", "/")):
        said = run(
            *("export", "--format", form, "--record", "r.sqlite", "--output", target),
            "--overwrite",
        )
        assert said.status == 1, (form, target, said)
        assert said.err.strip()
    assert (home / "r.sqlite").read_bytes() == before
    assert not (home / "r.sqlite-metadata.json").exists()


def test_export_into_no_folder_is_said(run, spoken):
    said = run("export", "--format", "text", "--output", "nowhere/log.txt")
    assert said.status == 3
    assert "nowhere" in said.err


def test_the_log_reads_as_people_read_it(run, spoken):
    out = run("log").out
    assert "Brazil" in out
    assert "Chile" in out


def test_status_says_where_the_meeting_stands(run, spoken, told):
    out = run("status").out
    assert "Chile has the floor" in out
    assert "1 waiting: CAN" in out
    stands = json.loads(run("status", "--json").out)
    assert stands["phase"] == "speaking"
    assert 100 < stands["floor"]["left_seconds"] <= 120
    assert stands["list"] == {
        "session": "introductory",
        "open": True,
        "waiting": ["CAN"],
        "called": None,
        "points_of_order": [],
    }
    assert stands["forecast_end"] > stands["at"]
    told("pause", "the microphone failed")
    assert "clock stopped" in run("status").out
    told("back-date", "0.001")
    told("close-list")
    assert "The list is closed" in run("status").out


def test_status_of_a_meeting_that_has_not_begun(run, told):
    told("check-in", "BRA")
    out = run("status").out
    assert "Moment 1 of 9" in out
    assert "Nobody has the floor" in out
    told("suspend", "lunch")
    assert "suspended" in run("status").out


def test_a_form_for_the_public_has_no_internal_one(run, spoken, home):
    said = run("export", "--format", "akn", "--internal", "--output", "log.xml")
    assert said.status == 2
    assert "--internal" in said.err
    assert not (home / "log.xml").exists()
