"""Words longer than a line or a column: nothing of them is set beyond it or over what is next."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from pypdf import PdfReader

from tests.helpers.play import PLAN, Play
from tipfloor.export import Scope, export
from tipfloor.export.floor import remark_table
from tipfloor.export.long_words import MAY_BREAK, breakable
from tipfloor.export.pdf import OF_CELL, TABLE
from tipfloor.export.publication import times
from tipfloor.words import languages, say, speaking

WORD = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft"
SYMBOL = f"RIV/{'7' * 55}"

LONG: dict[str, Any] = {
    "meeting": {**PLAN["meeting"], "title": f"Meeting of the {WORD}", "body": WORD * 2},
    "publication": {"symbol": SYMBOL, "sponsor": f"Secretariat of the {WORD}"},
    "moments": [{**item, "title": f"{item['title']} {WORD}"} for item in PLAN["moments"]],
    "sessions": [{**item, "title": WORD, "topic": WORD * 2} for item in PLAN["sessions"]],
    "documents": [
        {"code": "plan", "moment": "plenary", "title": WORD, "symbol": SYMBOL, "languages": ["en"]}
    ],
    "delegations": [{**item, "name": {"en": WORD}} for item in PLAN["delegations"]],
}

LEAST = 0.42
"""What a letter of these words takes at least on the average, in parts of the size of its font."""


@pytest.fixture
def long_named(in_session: Callable[..., Play]) -> Play:
    play = in_session(LONG)
    play.act("inscribe", delegation="BRA", on_behalf_of=["CHL"])
    play.speak(150)
    play.act("adopt_document", document="plan", insist=True, reason=WORD)
    play.act("reserve", document="plan", delegation="JAM", reference=WORD, text=WORD * 3)
    play.act("take_note", text=WORD * 2)
    return play


def ends(data: bytes) -> Iterator[tuple[str, float, float]]:
    """Give each text of a PDF with where it ends at least, in points, and the width of its page."""
    for page in PdfReader(io.BytesIO(data)).pages:
        found: list[tuple[str, float, float]] = []
        width = float(page.mediabox.width)

        def seen(text: str, on: list[float], at: list[float], _: Any, size: float) -> None:
            shown = text.strip()
            left = on[4] + at[4] * on[0]
            found.append((shown, left + LEAST * size * len(shown), width))  # noqa: B023

        page.extract_text(visitor_text=seen)
        yield from found


SCOPES = [Scope(times=True), Scope(internal=True), Scope(reader="timekeeping")]


@pytest.mark.parametrize("scope", SCOPES, ids=["publication", "internal", "timekeeping"])
def test_no_text_of_a_pdf_runs_off_its_page(long_named: Play, scope: Scope) -> None:
    data = export(long_named.proceedings, "pdf", scope)
    assert [text for text, end, width in ends(data) if end > width - 20] == []
    assert b"pdfuaid" in data


def test_the_cells_of_a_table_do_not_lie_over_each_other(long_named: Play) -> None:
    """The symbol is wider than its column, behind which the title begins."""
    told = [text for text, _, _ in ends(export(long_named.proceedings, "pdf"))]
    assert not any(SYMBOL in text and WORD in text for text in told)
    [last] = [page.extract_text() for page in PdfReader(pdf_of(long_named)).pages][-1:]
    rows = last.partition("List of documents")[2].splitlines()
    assert SYMBOL not in rows


def pdf_of(play: Play) -> io.BytesIO:
    return io.BytesIO(export(play.proceedings, "pdf"))


def test_a_word_is_broken_only_where_there_is_no_room_for_it() -> None:
    assert breakable(f"of the {WORD}", 60) == f"of the {WORD}"
    assert breakable(f"of the {WORD}", 20).replace(MAY_BREAK, "") == f"of the {WORD}"
    assert breakable("Saint Vincent and the Grenadines", 9) == "Saint Vincent and the Grenadines"
    assert breakable("RTP-VII/doc.3/24 corr. 1", 12) == "RTP-VII/doc.3/24 corr. 1"


def test_letters_of_several_codes_stay_whole() -> None:
    family = "\N{MAN}\u200d\N{WOMAN}\u200d\N{GIRL}"
    assert family in breakable(family * 9, 5)
    assert "e\u0301" in breakable("e\u0301" * 40, 5)
    assert breakable("中" * 40, 5).count(MAY_BREAK) == 39


TABLES = [(remark_table.HEAD, remark_table.WIDTHS), (times.HEAD, times.WIDTHS)]


@pytest.mark.parametrize("language", sorted(languages()))
def test_the_heads_of_tables_stay_whole(language: str) -> None:
    """Words of the catalogues fit their columns: none of them is broken in the middle."""
    with speaking(language):
        for head, widths in TABLES:
            for name, width in zip(head, widths, strict=True):
                title = say(f"export.column_{name}")
                assert breakable(title, width * TABLE - OF_CELL) == title


def test_all_text_taken_from_a_pdf_is_as_it_is_read(long_named: Play) -> None:
    """A space of no width beside a letter would be found behind that letter in every word."""
    told = "".join(page.extract_text() for page in PdfReader(pdf_of(long_named)).pages)
    assert MAY_BREAK not in told
    assert "Opening, sittings and closing" in told
