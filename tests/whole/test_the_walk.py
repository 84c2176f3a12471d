"""A plenary from the first key to the files, with a kill -9 in the middle of a remark."""

import csv
import io
import json
import signal
import time
from datetime import datetime
from pathlib import Path

import pytest

from tests.whole.conftest import LIMIT, Start
from tests.whole.terminal import Terminal
from tipfloor.cli import main

TENTH = 0.1


def open_session(desk: Terminal) -> None:
    """Walk the moments to the introductory session; those in which nothing was done are asked."""
    desk.shows("I Registration of participants", "FLOOR FREE")
    desk.press("]")
    for here, there in (
        ("II Opening ceremony", "III Election of authorities"),
        ("III Election of authorities", "IV Introductory session: General report"),
    ):
        desk.shows(here)
        time.sleep(0.5)  # so soon "]" would be a second press
        ask(desk, "]", f"Nothing was done in “{here.partition(' ')[2]}", "2")
        desk.shows(there)


def ask(desk: Terminal, key: str, question: str, *answers: str) -> None:
    """Press a key, wait for its question, answer it."""
    desk.press(key)
    desk.shows(question)
    desk.press(*answers)


@pytest.fixture
def spans() -> dict[str, tuple[float, float]]:
    """The least and most seconds that each remark can have been on, by what was seen."""
    return {}


def test_the_walk(
    start: Start,
    folder: Path,
    spans: dict[str, tuple[float, float]],
    capfd: pytest.CaptureFixture[str],
) -> None:
    desk = start("desk")
    open_session(desk)
    ask(desk, "a", "Inscribe on the list", *"bra chl ury mex dm do")
    desk.shows("DMA DM  Dominica", "DOM DO  Dominican Republic")
    desk.press("enter")
    desk.shows("List · open · 6 waiting")
    desk.press("l")
    desk.shows("List · closed · 6 waiting")
    brazil_is_paused(desk, spans)
    chile_runs_over(desk)
    uruguay_is_undone(desk, spans)
    desk.press(" ")
    desk.shows("MEX  Mexico", "SPEAKING")
    desk.process.send_signal(signal.SIGKILL)
    assert desk.wait() == -signal.SIGKILL
    again = start("desk")
    again.shows("MEX  Mexico", "TIME IS UP")
    again.press(" ")
    again.shows("DMA  Dominica ", "SPEAKING")
    rows = exported(capfd, folder)
    check(rows, spans)
    again.press("e")
    again.shows("FLOOR FREE")
    again.press("q")
    assert again.wait() == 0
    assert main(["verify"]) == 0


def brazil_is_paused(desk: Terminal, spans: dict[str, tuple[float, float]]) -> None:
    pressed = desk.press(" ")
    seen = desk.shows("BRA  Brazil", "SPEAKING")
    paused = ask_pause(desk)
    ask(desk, "s", "Slides are asked for by", *"chl", "enter")
    desk.shows("✗ Slides refused to Chile.")
    ask(desk, "x", "1 a remote intervention", "1")
    desk.shows("Refuse a remote intervention: asked for by")
    desk.press(*"ury", "enter")
    desk.shows("✗ Remote remark refused to Uruguay.")
    resumed = desk.press("p")
    runs = desk.until(lambda: "PAUSED" not in desk.text)
    ended = desk.press("e")
    gone = desk.shows("Brazil spoke", "FLOOR FREE")
    spans["BRA"] = (paused[0] - seen + ended - runs, paused[1] - pressed + gone - resumed)
    spans["BRA paused"] = (resumed - paused[1], runs - paused[0])


def ask_pause(desk: Terminal) -> tuple[float, float]:
    """Pause for the microphone; return when the key was pressed, and when that was seen."""
    pressed = desk.press("p")
    seen = desk.shows("PAUSED", "The clock stands. Why?")
    desk.press("3")
    desk.shows("microphone")
    return pressed, seen


def chile_runs_over(desk: Terminal) -> None:
    desk.press(" ")
    desk.shows("CHL  Chile")
    desk.shows("TIME IS UP", "I thank Chile.")


def uruguay_is_undone(desk: Terminal, spans: dict[str, tuple[float, float]]) -> None:
    desk.press(" ")
    desk.shows("URY  Uruguay", "SPEAKING", "Chile stopped")
    ask(desk, "u", "Undo: Uruguay has the floor", *"wrong key", "enter")
    desk.shows("Next  URY  Uruguay")
    pressed = desk.press(" ")
    seen = desk.shows("URY  Uruguay", "SPEAKING")
    ended = desk.press("e")
    gone = desk.shows("Uruguay spoke", "Next  MEX")
    spans["URY"] = (ended - seen, gone - pressed)


def exported(capfd: pytest.CaptureFixture[str], folder: Path) -> list[dict[str, str]]:
    """Export in every form, and return the rows of the CSV."""
    for form in ("csv", "json", "text"):
        assert main(["export", "--format", form, "--output", f"log.{form}"]) == 0
    capfd.readouterr()
    data = json.loads((folder / "log.json").read_text(encoding="utf-8"))
    refused = [(item["delegation_code"], item["requested"]) for item in data["refusals"]]
    assert refused == [("CHL", "slides"), ("URY", "remote")]
    text = (folder / "log.text").read_text(encoding="utf-8")
    assert text.index("Brazil") < text.index("Chile") < text.index("Mexico")
    content = (folder / "log.csv").read_text(encoding="utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(content)))
    assert [row["delegation_code"] for row in rows] == [
        r["delegation_code"] for r in data["remarks"]
    ]
    return rows


def check(rows: list[dict[str, str]], spans: dict[str, tuple[float, float]]) -> None:
    """Every row is right to the tenth of a second."""
    by_code = {row["delegation_code"]: row for row in rows}
    assert list(by_code) == ["BRA", "CHL", "URY", "MEX", "DMA"]
    assert len(rows) == len(by_code)
    for code in ("BRA", "URY"):
        within(float(by_code[code]["speaking_seconds"]), spans[code])
        assert by_code[code]["ended_by"] == "speaker"
    within(float(by_code["BRA"]["paused_seconds"]), spans["BRA paused"])
    for code in ("CHL", "MEX"):
        assert float(by_code[code]["speaking_seconds"]) == LIMIT
        assert by_code[code]["ended_by"] == "time_limit"
        assert by_code[code]["ended_by_text"] == "time limit"
        assert float(by_code[code]["overtime_seconds"]) >= 0
    for code in ("BRA", "CHL", "URY", "MEX"):
        row = by_code[code]
        begun, ended = (
            datetime.fromisoformat(row[name]) for name in ("floor_given_at", "ended_at")
        )
        on = (ended - begun).total_seconds()
        whole = float(row["speaking_seconds"]) + float(row["paused_seconds"])
        assert on == pytest.approx(whole, abs=TENTH), row
        assert row["allotted_seconds"].startswith(str(LIMIT))
    assert not by_code["DMA"]["ended_at"]


def within(seconds: float, span: tuple[float, float]) -> None:
    least, most = span
    assert least - TENTH <= seconds <= most + TENTH
