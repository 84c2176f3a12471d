"""What is printed for the room: every name whole, on the paper of the meeting file."""

import io
import tomllib
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

from tests.cli.conftest import Run


@pytest.fixture
def waiting(run: Run) -> Run:
    run("tell", "open-session", "introductory", "x")
    for code in ("DM", "DO", "VCT"):
        assert run("tell", "inscribe", code).status == 0
    return run


def pages(path: Path) -> list[str]:
    reader = PdfReader(io.BytesIO(path.read_bytes()))
    assert b"pdfuaid" in reader.root_object["/Metadata"].get_object().get_data()  # type: ignore[index]
    assert reader.pages[0].mediabox.upper_right in ((612, 792), (792, 612))
    return [" ".join(page.extract_text().split()) for page in reader.pages]


def test_the_list_is_numbered_in_its_order(waiting: Run, home: Path) -> None:
    assert waiting("print", "list", "--output", "list.pdf").status == 0
    [page] = pages(home / "list.pdf")
    places = [page.index(f"{n} {name}") for n, name in enumerate(NAMES, start=1)]
    assert places == sorted(places)
    assert waiting("print", "list", "--session", "a", "--output", "a.pdf").status == 0
    assert "Nobody is waiting." in pages(home / "a.pdf")[0]


NAMES = ("Dominica", "Dominican Republic", "Saint Vincent and the Grenadines")


def test_the_attendance_sheet_has_every_delegation_and_room_to_sign(
    waiting: Run, home: Path
) -> None:
    assert waiting("print", "attendance", "--language", "es", "--output", "s.pdf").status == 0
    told = " ".join(pages(home / "s.pdf"))
    assert "Firma" in told
    for name in ("1 Antigua y Barbuda", "Dominica", "República Dominicana", "32 Uruguay"):
        assert name in told


def test_a_long_name_has_as_many_lines_as_it_needs(run: Run, home: Path) -> None:
    """Rows of one height would let it run into the next, where it cannot be read."""
    name = "The Authority for the Waterways, Estuaries and Harbours of the Northern Coast " * 2
    told = ("admit", "ABC", f"name={name.strip()}", "reason=at the door")
    assert run("tell", *told).status == 0
    assert run("print", "attendance", "--output", "s.pdf").status == 0
    places: list[tuple[float, str]] = []
    last = PdfReader(io.BytesIO((home / "s.pdf").read_bytes())).pages[-1]
    last.extract_text(visitor_text=lambda text, at, *_: places.append((at[5], text.strip())))
    above = max(y for y, text in places if text.endswith("Uruguay"))
    name = [y for y, text in places if "Waterways" in text or "Coast" in text]
    assert len(name) == 4
    assert max(name) < above - 20, "it stands below the row before it"


def test_each_delegation_has_a_plate_of_its_own_read_from_both_sides(
    waiting: Run, home: Path
) -> None:
    assert waiting("print", "nameplates", "--output", "n.pdf").status == 0
    found = pages(home / "n.pdf")
    assert len(found) == 32
    assert found[0].count("Antigua") == 2


@pytest.mark.parametrize(
    ("words", "status", "says"),
    [
        (("list", "--session", "none", "--output", "x.pdf"), 1, "introductory"),
        (("attendance", "--session", "a", "--output", "x.pdf"), 2, "--session is for the list"),
        (("list", "--output", "sessions.toml"), 1, "is there already"),
    ],
)
def test_what_cannot_be_printed_gets_a_sentence(
    waiting: Run, words: tuple[str, ...], status: int, says: str
) -> None:
    said = waiting("print", *words)
    assert (said.status, says in said.err) == (status, True), said


def test_letters_that_no_font_has_are_told(run: Run) -> None:
    plan = Path("sessions.toml")
    text = plan.read_text("utf-8")
    plan.write_text(text.replace('name.en = "Chile"', 'name.en = "Chile \u0378"'), "utf-8")
    assert run("tell", "open-session", "introductory", "x").status == 0
    said = run("print", "nameplates", "--output", "n.pdf")
    assert (said.status, "boxes" in said.err) == (0, True)
    assert "boxes" not in run("print", "list", "--output", "l.pdf").err


LONG = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft"


@pytest.mark.parametrize("sheet", ["list", "attendance", "nameplates"])
def test_a_name_that_is_one_long_word_stays_in_its_column(run: Run, home: Path, sheet: str) -> None:
    assert run("tell", "admit", "ABC", f"name={LONG}", "reason=at the door").status == 0
    assert run("tell", "open-session", "introductory", "x").status == 0
    assert run("tell", "inscribe", "ABC").status == 0
    assert run("print", sheet, "--output", "s.pdf").status == 0
    reader = PdfReader(io.BytesIO((home / "s.pdf").read_bytes()))
    ends: list[float] = []

    def seen(text: str, on_page: list[float], at: list[float], _: Any, size: float) -> None:
        if (shown := text.strip()) and shown in LONG:
            left = on_page[4] + at[4] * on_page[0]
            ends.extend((left, left + 0.42 * size * on_page[0] * len(shown)))

    for page in reader.pages:
        page.extract_text(visitor_text=seen)
    room = {"list": 560, "attendance": 340, "nameplates": 760}[sheet]
    assert ends
    assert min(ends) > 20
    assert max(ends) < room


def test_a_joint_statement_of_many_is_on_the_list_whole(run: Run, home: Path) -> None:
    """Its row goes on over the page: of one that is kept whole the end is not printed."""
    assert run("tell", "open-session", "introductory", "x").status == 0
    codes = [row["code"] for row in tomllib.loads(Path("sessions.toml").read_text())["delegations"]]
    others = ",".join(codes[1:-1])
    assert run("tell", "inscribe", codes[0], f"on_behalf_of={others}").status == 0
    assert run("print", "list", "--output", "list.pdf").status == 0
    lowest: list[float] = []

    def seen(text: str, on_page: list[float], *_: Any) -> None:
        if text.strip():
            lowest.append(on_page[5])

    for page in PdfReader(io.BytesIO((home / "list.pdf").read_bytes())).pages:
        page.extract_text(visitor_text=seen)
    assert min(lowest) > 20, "nothing is below the foot"
    assert "Trinidad" in " ".join(pages(home / "list.pdf"))
