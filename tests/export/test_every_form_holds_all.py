"""Every remark stands in every form, and no text of any kind ends one."""

import io
import tempfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from tests.export.reading import FORMS, remarks_in, text_of
from tests.helpers import acts
from tests.helpers.depth import examples
from tests.helpers.desk import Desk
from tests.helpers.plans import ADDRESSES
from tests.helpers.play import PLAN, Play
from tests.helpers.scopes import TIMES
from tipfloor.core.ground.refusal import Refused
from tipfloor.core.rooms import ACTS
from tipfloor.export import Scope, take, written
from tipfloor.proceedings import Proceedings

ROOT = Path(__file__).parents[2]

UNSHRUNK = (Phase.explicit, Phase.reuse, Phase.generate)
"""Shrinking a text makes hundreds of files, and tells little more than the text as found."""

ENTERED = acts.act(
    "enter_remark",
    delegation=acts.CODES,
    given_at=acts.CLOCKS,
    ended_at=acts.CLOCKS,
    session=acts.SESSIONS,
    reason=st.just("x"),
)
MOVED = acts.act("correct", number=acts.PLACES, session=acts.SESSIONS, reason=st.just("x"))
COURSE = st.lists(
    st.tuples(st.one_of(ENTERED, ENTERED, MOVED, acts.ALL), acts.TIMES), min_size=3, max_size=25
)


def assert_the_same_remarks_everywhere(proceedings: Proceedings) -> int:
    """Check that the forms, public and internal, have the remarks of the meeting; how many."""
    numbers = [*range(1, len(proceedings.current()[0].all_remarks) + 1)]
    for internal in (False, True):
        snapshot = take(proceedings, Scope(internal, reader=None if internal else "timekeeping"))
        for form in FORMS:
            assert remarks_in(form, written(snapshot, form)) == numbers, (form, internal)
    return len(numbers)


@given(course=COURSE)
@settings(
    max_examples=examples(12),
    deadline=None,
    suppress_health_check=list(HealthCheck),
    phases=UNSHRUNK,
)
def test_every_remark_stands_in_every_form(course: list[tuple[dict[str, Any], int]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        desk = Desk.convene(Path(folder), addresses=ADDRESSES)
        for fields, time in course:
            desk.clock.advance(time)
            try:
                desk.proceedings.tell(ACTS[fields["kind"]].model_validate(fields))
            except (Refused, ValueError):
                continue
        assert_the_same_remarks_everywhere(desk.proceedings)
        desk.close()


def test_a_remark_in_a_session_that_was_never_opened_stands_in_every_form(tmp_path: Path) -> None:
    desk = Desk.convene(tmp_path, addresses=ADDRESSES)
    desk.clock.advance(600_000)
    desk.tell(
        "enter_remark",
        delegation="BRA",
        session="climate",
        given_at="11:01",
        ended_at="11:02",
        reason="the power was out",
    )
    assert assert_the_same_remarks_everywhere(desk.proceedings) == 1
    text = written(take(desk.proceedings, TIMES), "text").decode()
    assert "Session on climate" in text
    assert "1. Mon 5 Feb, 11:01:00\u201311:02:00 Brazil" in text
    desk.close()


def test_every_remark_of_a_rehearsal_stands_in_every_form(whole_meeting: Proceedings) -> None:
    assert assert_the_same_remarks_everywhere(whole_meeting) > 50


FORBIDDEN = "\0\x01\x08\t\n\v\f\r\x1b\x1f\x7f\x80\x85\x9b\u2028\u2029\ufdd0\ufffe\uffff\U0001ffff"
TURNING = "\u200b\u200e\u202e\u2066\ufeff\U000e0041"
IN_NO_FONT = "\u0378\ue000\U0001f9ff\U00013000\u65e5\u0627\u0301\ufffd"
HOSTILE = st.text(
    st.one_of(
        st.characters(exclude_categories=["Cs"]),
        st.sampled_from(FORBIDDEN + TURNING + IN_NO_FONT + "<>&\"'=;,#$*_[]\\{}@"),
    ),
    min_size=1,
    max_size=12,
).filter(lambda text: text.strip() != "")


def hostile_play(folder: Path, text: str) -> Play:
    """Play a meeting in which every text that a person can give is a hostile one."""
    titled: dict[str, Any] = {**PLAN["sessions"][0], "title": text, "topic": text}
    named = {"code": "BRA", "code2": "BR", "name": {"en": text}}
    meeting = {**PLAN["meeting"], "title": text, "short_title": text, "body": text, "place": text}
    moments = [{**item, "title": text} for item in PLAN["moments"]]
    tables = {"meeting": meeting, "moments": moments, "sessions": [titled], "delegations": [named]}
    play = Play(folder, {**PLAN, **tables}, None)
    play.act("take_note", text=text)
    play.act("begin_interlude", what=text)
    play.act("end_interlude")
    play.act("add_recommendation", text=text)
    play.act("next_moment")
    play.act("open_session")
    play.act("inscribe", delegation="BRA")
    play.act("give_floor")
    play.wait(10)
    play.act("pause", reason=text)
    play.act("point_of_order", delegation="BRA")
    play.act("rule_on_point", ruling=text)
    return play


@pytest.mark.parametrize("form", FORMS)
@given(text=HOSTILE)
@settings(
    max_examples=examples(15),
    deadline=None,
    suppress_health_check=list(HealthCheck),
    phases=UNSHRUNK,
)
def test_no_text_ends_an_export(form: Any, text: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        play = hostile_play(Path(folder), text)
        snapshot = take(play.proceedings, Scope(internal=True))
        data = written(snapshot, form)
        if form == "pdf":  # a glyph that no font has is read back as anything
            assert PdfReader(io.BytesIO(data)).pages
        else:
            assert not set(text_of(form, data)) & set("\0\x1b\x9b\u202e\ufeff\ufffe\uffff")
        play.proceedings.close()


@pytest.mark.parametrize("form", FORMS)
def test_what_no_file_can_hold_shows_as_a_replacement(form: Any, tmp_path: Path) -> None:
    play = hostile_play(tmp_path, "a\ufffe\uffff\x1b\U0001fffe\x0bb")
    play.act("resume")
    shown = text_of(form, written(take(play.proceedings), form))
    break_in_json = "\\n" if form == "json" else " "
    assert f"a\ufffd\ufffd\ufffd\ufffd{break_in_json}b" in shown.replace("\n", " ")
    play.proceedings.close()
