"""Times have their day where a part spans days, and what is said of a moment is of that moment."""

import io
import json
from collections.abc import Callable
from datetime import datetime
from typing import Any

import pytest
from openpyxl import load_workbook

from tests.export.reading import text_of
from tests.helpers.play import PLAN, Play
from tests.helpers.scopes import TIMES
from tipfloor.export import Scope, export, take, written
from tipfloor.export.log import log_text

Convene = Callable[..., Play]

NIGHT = 20 * 3600

WITH_GUESTS: dict[str, Any] = {
    "moments": [
        {"code": "registration", "kind": "registration", "title": "Registration"},
        *PLAN["moments"],
    ],
    "meeting": {
        **PLAN["meeting"],
        "days": ["2024-02-05", "2024-02-06"],
        "order_of_moments": ["registration", "opening", "plenary"],
    },
    "delegations": [
        *PLAN["delegations"],
        {"code": "ORG", "name": {"en": "River Union", "es": "Unión de Ríos"}, "state": False},
    ],
}


@pytest.fixture
def over_night(in_session: Callable[..., Play]) -> Play:
    """A session whose second remark is of the next day."""
    play = in_session(
        plan={"meeting": WITH_GUESTS["meeting"] | {"order_of_moments": ["opening", "plenary"]}}
    )
    play.act("inscribe", delegation="BRA")
    play.act("inscribe", delegation="CHL")
    play.act("give_floor")
    play.wait(30)
    play.act("end_remark")
    play.act("refuse", delegation="URY", requested="slides")
    play.wait(NIGHT)
    play.act("refuse", delegation="URY", requested="slides")
    play.act("give_floor")
    play.act("point_of_order", delegation="JAM")
    play.act("rule_on_point", ruling="taken")
    play.act("resume")
    play.wait(30)
    play.act("end_remark")
    play.act("begin_interlude", what="film")
    play.wait(60)
    play.act("end_interlude")
    play.act("change_presiding", office="chair", delegation="CHL")
    play.wait(60)
    return play


@pytest.mark.parametrize("form", ["text", "docx", "pdf"])
def test_every_time_of_a_session_over_two_days_has_its_day(form: Any, over_night: Play) -> None:
    said = " ".join(text_of(form, export(over_night.proceedings, form, TIMES)).split())
    said = said.replace("\u2013 ", "\u2013")  # a cell of a page may break behind a dash
    assert "Mon 5 Feb, 11:00:00\u201311:00:30" in said
    assert "Tue 6 Feb, 07:00:30\u201307:01:00" in said
    monday, tuesday = "on Monday, February 5, 2024,", "on Tuesday, February 6, 2024,"
    assert f"Delegation of Uruguay {monday} at 11:00 a.m.: slides" in said
    assert f"Delegation of Uruguay {tuesday} at 7:00 a.m.: slides" in said
    assert f"Delegation of Jamaica {tuesday} at 7:00 a.m." in said
    assert f"Interlude {tuesday} from 7:01 a.m. to 7:02 a.m.: film, 1 minute." in said
    assert "from Tuesday, February 6, 2024, at 7:02 a.m., Chile" in said


def test_the_log_gives_each_remark_its_day(over_night: Play) -> None:
    assert "Tue 6 Feb, 07:00:30  CHL" in log_text(over_night.proceedings)


def test_a_workbook_shows_the_date_of_a_time_on_another_day(over_night: Play) -> None:
    book = load_workbook(io.BytesIO(export(over_night.proceedings, "xlsx")))
    head, first, second = book["Remarks 2"].iter_rows()
    place = [cell.value for cell in head].index("Requested")
    assert isinstance(second[place].value, datetime)
    assert (first[place].number_format, second[place].number_format) == (
        "hh:mm:ss",
        "yyyy-mm-dd hh:mm:ss",
    )


def test_a_session_of_one_day_tells_its_day_once(in_session: Callable[..., Play]) -> None:
    play = in_session()
    play.act("inscribe", delegation="BRA")
    play.speak(5)
    assert "1. 11:00:00\u201311:00:05 Brazil" in export(play.proceedings, "text", TIMES).decode()


@pytest.fixture
def with_guests(convene: Convene) -> Play:
    play = convene(plan=WITH_GUESTS)
    for code in ("BRA", "CHL", "ORG"):
        play.act("check_in", delegation=code)
    play.wait(600)
    play.act("check_out", delegation="CHL")
    play.wait(600)
    play.act("next_moment")
    play.wait(600)
    play.act("check_in", delegation="URY")
    play.act("check_out", delegation="BRA")
    play.act("next_moment")
    play.act("open_session")
    play.act("inscribe", delegation="ORG")
    play.act("give_floor")
    play.wait(5)
    play.act("end_remark")
    return play


def test_delegations_present_are_those_of_that_moment(with_guests: Play) -> None:
    """Who had left by its end or came only later is not among them, and is told apart."""
    said = " ".join(export(with_guests.proceedings, "text", TIMES).decode().split())
    assert "Delegation present: Brazil. Observer present: River Union." in said
    assert "Present: 1 of 4 entitled to sit." in said
    assert "Had left by then: Chile (left at 11:10 a.m.)." in said
    assert "Arrived later: Uruguay (at 11:30 a.m.)." in said


@pytest.mark.parametrize(
    ("language", "word"),
    [
        ("en", "representative"),
        ("es", "representante"),
        ("pt", "representante"),
        ("fr", "représentant(e)"),
    ],
)
def test_an_observer_has_no_national_authority(with_guests: Play, language: Any, word: str) -> None:
    log = json.loads(written(take(with_guests.proceedings, Scope(language=language)), "json"))
    assert [row["capacity_text"] for row in log["remarks"]] == [word]
    assert [row["capacity_text"] for row in log["attendance"] if not row["state"]] == [word]
    states = {row["capacity"] for row in log["attendance"] if row["state"]}
    assert states & {word} == set()


def test_a_correction_of_an_observer_speaks_of_its_representative(with_guests: Play) -> None:
    with_guests.act("correct", number=1, capacity="designated_delegate", reason="as said")
    with_guests.act("amend_check_in", delegation="ORG", capacity="designated_delegate")
    with_guests.act("amend_check_in", delegation="ORG", capacity="national_authority")
    snapshot = take(with_guests.proceedings, Scope(internal=True))
    told = json.loads(written(snapshot, "json"))
    assert [row["before"] for row in told["corrections"]] == ["representative"]
    assert "River Union: representative" in [row["text"] for row in told["log"]]


def test_a_text_too_long_for_a_cell_says_where_it_is_cut(in_session: Callable[..., Play]) -> None:
    codes = [f"A{one}{two}" for one in "ABCDEFGH" for two in "ABCDEFGHIJ"]
    rows = [{"code": code, "name": {"en": f"{code} {'y' * 490}"}} for code in codes]
    play = in_session({"delegations": rows})
    play.act("inscribe", delegation=codes[0], on_behalf_of=codes[1:])
    play.speak(5)
    book = load_workbook(io.BytesIO(export(play.proceedings, "xlsx")))
    sheets = [book[name] for name in book.sheetnames if name.startswith("Remarks")]
    cells = [c.value for sheet in sheets for row in sheet.iter_rows() for c in row if c.value]
    cut = [text for text in cells if "[cut: " in str(text)]
    assert len(cut) == 1
    assert len(str(cut[0])) == 32_767
