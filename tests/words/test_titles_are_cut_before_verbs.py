"""In little room a line of the log cuts titles and names before what was done."""

from collections.abc import Callable

from tests.helpers.desk import Desk
from tipfloor.words.narration import LEAST, Narrator


def test_titles_and_names_are_cut_before_what_was_done(session: Callable[..., Desk]) -> None:
    desk = session("DOM")
    proceedings = desk.proceedings
    whole, short = (
        Narrator(proceedings.history, proceedings.meeting, room).last(1)[0].text
        for room in (None, 30)
    )
    assert whole == "Dominican Republic asked for the floor"
    assert short == "Dominican… asked for the floor"
    assert len(short) <= 30
    assert short.index("…") < LEAST


def test_what_fits_is_whole(session: Callable[..., Desk]) -> None:
    desk = session("BRA")
    proceedings = desk.proceedings
    told = Narrator(proceedings.history, proceedings.meeting, 30).last(1)[0].text
    assert told == "Brazil asked for the floor"
