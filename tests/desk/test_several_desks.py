"""Desks on several machines at one record in a database: what each shows of the others."""

from __future__ import annotations

import time
from contextlib import closing
from typing import Any

import pytest
from msgspec.structs import replace
from textual.content import Content

from tests.desk.desk_at_work import INTRODUCTORY, SMALLEST, real_plan
from tests.desk.screen_text import wait_for_text, wait_until
from tests.helpers import postgres_server
from tipfloor.core.rooms import ACTS
from tipfloor.desk.app import DeskApp
from tipfloor.desk.themes import Look
from tipfloor.desk.timekeeper_app import TimekeeperApp
from tipfloor.desk.widgets.keys_bar import StatusLine
from tipfloor.proceedings import Proceedings
from tipfloor.records import open_record
from tipfloor.standing.glance_words import in_words
from tipfloor.standing.outlook import look
from tipfloor.words import speaking


def told(desk: Proceedings, kind: str, **fields: Any) -> None:
    desk.tell(ACTS[kind].model_validate({"kind": kind, **fields}))


async def test_a_desk_says_who_acted_and_since_when_the_record_is_silent(
    mortal: postgres_server.Server,
) -> None:
    database = mortal.new_record()
    with (
        closing(open_record(database, real_plan(), by="Desk 1")) as first,
        closing(open_record(database, None, by="Desk 2")) as second,
    ):
        told(first, "open_session", session=INTRODUCTORY, reason="a test")
        live = first.live()
        with closing(live):
            app = DeskApp(live)
            async with app.run_test(size=SMALLEST) as pilot:
                await wait_until(pilot, lambda: app.screen_stack[-1:] and app.desk.outlook)
                told(second, "inscribe", delegation="CHL")
                await wait_for_text(pilot, "Desk 2: Chile")
                told(second, "give_floor")
                await wait_for_text(pilot, "SPEAKING")
                mortal.freeze()
                try:
                    began = time.monotonic()
                    await wait_for_text(pilot, "HAS NOT ANSWERED SINCE")
                    assert time.monotonic() - began < 5, "two seconds where nothing else is done"
                    await pilot.press("a")
                    await pilot.press(*"ury", "enter")
                    await wait_for_text(pilot, "has not answered")
                    await pilot.press("escape", "p")
                    await wait_for_text(pilot, "PAUSED", "The clock stands. Why?")
                    await pilot.press("escape")
                finally:
                    mortal.thaw()
                await wait_for_text(pilot, "record answers again")
        second.follow()
    assert second.meeting.floor is not None
    assert second.meeting.floor.pause is not None
    assert [item.told.by for item in second.history][-3:] == ["Desk 2", "Desk 2", "Desk 1"]


async def test_a_timekeeper_says_since_when_and_counts_on(mortal: postgres_server.Server) -> None:
    database = mortal.new_record()
    with closing(open_record(database, real_plan(), by="Desk 1")) as desk:
        told(desk, "open_session", session=INTRODUCTORY, reason="a test")
        told(desk, "inscribe", delegation="CHL")
        told(desk, "give_floor")
    with closing(open_record(database, None, read_only=True).live()) as live:
        app = TimekeeperApp(live, Look())
        async with app.run_test(size=SMALLEST) as pilot:
            await wait_for_text(pilot, "Chile")
            mortal.freeze()
            try:
                await wait_for_text(pilot, "has not answered since")
            finally:
                mortal.thaw()
            await wait_until(pilot, lambda: not live.waiting.away)


@pytest.mark.parametrize(
    ("language", "within", "far"),
    [
        ("en", "record's clock ±12 ms", "THE RECORD'S CLOCK IS KNOWN TO 340 ms ONLY"),
        ("es", "reloj del registro ±12 ms", "EL RELOJ DEL REGISTRO SE CONOCE SOLO A 340 ms"),
        ("pt", "relógio do registro ±12 ms", "O RELÓGIO DO REGISTRO É CONHECIDO SÓ A 340 ms"),
        ("fr", "horloge du registre ±12 ms", "À 340 ms"),
    ],
)
def test_a_desk_says_how_well_it_knows_the_clock_of_the_record(
    server: postgres_server.Server, language: str, within: str, far: str
) -> None:
    with closing(open_record(server.new_record(), real_plan(), by="Desk 1")) as desk:
        outlook = look(desk)
    assert outlook.clock_bound is not None
    assert outlook.clock_bound < 100, "the server is on this machine"
    line = StatusLine()
    line.where = "postgresql://db.example/meetings?user=tipfloor_desk&record=summit"
    with speaking(language):
        for bound, words in ((12, within), (100, within.replace("12", "100")), (340, far)):
            shown = line.text(replace(outlook, clock_bound=bound), 80)
            text = shown.plain if isinstance(shown, Content) else shown.text
            assert words in text
            assert len(text) == 80 or bound > 100
            status = in_words(replace(outlook, clock_bound=bound)).splitlines()[-1]
            assert f"{bound} ms" in status
            assert (bound > 100) == (status.count(".") > 1), "what to do is said of a bad one"
    assert within not in str(line.text(replace(outlook, clock_bound=None), 80))
