"""Other names of delegations in a meeting file: each belongs to one alone."""

import tomllib
from pathlib import Path

import pytest
from msgspec.structs import replace

from tipfloor.meetingfile import FaultsFound, read_plan
from tipfloor.meetingfile.differences import differences
from tipfloor.meetingfile.reading import plan_of
from tipfloor.meetingfile.writing import toml_of, with_delegations

SEVENTH = Path(__file__).parents[2] / "sessions.toml"


def with_also(code: str, *names: str) -> str:
    """Return the Seventh Meeting's file with further names of a delegation."""
    shown = ", ".join(f'"{name}"' for name in names)
    text = SEVENTH.read_text("utf-8")
    start = text.index(f'code = "{code}"')
    end = text.find("[[delegations]]", start)
    table = text[start:] if end < 0 else text[start:end]
    kept = table.split("also = [")[0].rstrip()
    return f"{text[:start]}{kept}\nalso = [\n  {shown},\n]\n\n" + (text[end:] if end > 0 else "")


@pytest.mark.parametrize(
    ("name", "place"),
    [
        ("Chile", "name.en"),
        ("CHILI", "name.fr"),
        ("cl", "code2"),
        ("the CHL", "code"),
        ("St. Kitts & Nevis", "name.en"),
        ("republica del peru", "also"),
        ("San Vicente", "also"),
        ("E.U.A.", "also"),
    ],
)
def test_a_name_that_another_has_is_told_with_its_line(name: str, place: str) -> None:
    text = with_also("BRA", "Brazilia", name)
    with pytest.raises(FaultsFound) as found:
        plan_of(text, "meeting.toml")
    [fault] = [fault for fault in found.value.faults if ".also" in f"{fault.path}{fault.expected}"]
    assert place in f"{fault.path} {fault.expected}"
    assert fault.line is not None
    line = text.splitlines()[fault.line - 1]
    assert name in line or "also" in fault.path


def test_the_line_is_that_of_the_name() -> None:
    text = with_also("BRA", "Chile")
    with pytest.raises(FaultsFound) as found:
        plan_of(text, "meeting.toml")
    [fault] = found.value.faults
    assert "Chile" in text.splitlines()[(fault.line or 0) - 1]
    assert fault.path.endswith(".also[0]")
    assert "name.en" in fault.expected


@pytest.mark.parametrize("name", ["the", "de la", "&", "-", "y"])
def test_a_name_that_names_nobody_is_told(name: str) -> None:
    with pytest.raises(FaultsFound, match="names nobody"):
        plan_of(with_also("BRA", name), "meeting.toml")


@pytest.mark.parametrize("stated", ["also = 3", 'also = "Brazilia"', 'also = [""]', "also = [1]"])
def test_what_is_no_list_of_names_is_told_by_what_is_expected(stated: str) -> None:
    text = with_also("BRA", "Brazilia").replace('also = [\n  "Brazilia",\n]', stated)
    with pytest.raises(FaultsFound, match="a list of at most 100 other names"):
        plan_of(text, "meeting.toml")


def test_its_own_names_said_otherwise_are_no_fault() -> None:
    plan = plan_of(with_also("BRA", "BRASIL", "the Brazil"), "meeting.toml")
    found = plan.delegation("BRA")
    assert found is not None
    assert found.also == ("BRASIL", "the Brazil")


def test_they_are_kept_where_files_are_written() -> None:
    plan = read_plan(SEVENTH)
    text = SEVENTH.read_text("utf-8")
    assert with_delegations(text, plan.delegations) == text
    assert plan_of(toml_of(plan), "again.toml") == plan
    row = replace(plan.delegations[0], also=('a "b" \\ c', "x" * 400, "é"))
    written = tomllib.loads(with_delegations(text, [row]))
    assert written["delegations"][0]["also"] == list(row.also)


def test_a_change_of_them_is_said() -> None:
    plan = read_plan(SEVENTH)
    changed = plan_of(with_also("BRA", "Brazilia"), "meeting.toml")
    [difference] = differences(plan, changed)
    assert "delegations[BRA].also" in difference
    assert "Brazilia" in difference
