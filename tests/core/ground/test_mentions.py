"""A name in texts that were typed into the record is found however it is written."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.helpers.play import PLAN, Play
from tipfloor.core.ground.mentions import mentions


@pytest.fixture
def play(tmp_path: Path) -> Any:
    made = Play(tmp_path, PLAN, None)
    yield made
    made.proceedings.close()


@pytest.mark.parametrize(
    ("name", "text", "whole"),
    [
        ("Ludovica Quenthwaite", "LUDOVICA QUENTHWAITE asked for water", True),
        ("Ludovica Quenthwaite", "Quenthwaite, Ludovica", True),
        ("Ludovica Quenthwaite", "Ms. Quenthwaite left", False),
        ("Ludovica Quenthwaite", "the Quenthwaites", False),
        ("Ludovica Quenthwaite", "l.quenthwaite", False),
        ("Iñigo Núñez de la Peña", "inigo nunez de la pena", True),
        ("Iñigo Núñez de la Peña", "el Sr. NUÑEZ", False),
        ("Iñigo Núñez de la Peña", "de la mesa", None),
        ("Anne-Marie O'Dwyer", "Anne Marie O\u2019Dwyer", True),
        ("Anne-Marie O'Dwyer", "ODwyer", False),
        ("Søren Łukasz", "Soren Lukasz", True),
        ("Wei Li", "Li came", False),
        ("Wei Li", "the list of lions", None),
        ("\u674e\u660e", "\u4ee3\u8868\u674e\u660e\u5148\u751f", True),
        ("de la", "de la", True),
        ("", "anything", None),
    ],
)
def test_a_name_is_found_in_a_note(play: Play, name: str, text: str, whole: bool | None) -> None:
    play.act("take_note", text=text)
    found = mentions(play.proceedings.history, name)
    position = len(play.proceedings.history)
    told = [(item.position, item.kind, item.field, item.whole) for item in found]
    assert told == ([] if whole is None else [(position, "note_taken", "text", whole)])


def test_every_kind_of_typed_text_is_searched_what_was_undone_too(play: Play) -> None:
    name = "Ludovica Quenthwaite"
    play.act("take_note", text=name)
    play.act("undo", reason=f"{name} was not meant")
    play.act("next_moment")
    play.act("open_session")
    play.act("begin_interlude", what=f"a film of {name}")
    play.act("end_interlude")
    play.act("inscribe", delegation="BRA")
    play.act("give_floor")
    play.act("pause", reason=f"{name} lost her voice")
    play.act("point_of_order", delegation="JAM")
    play.act("rule_on_point", ruling=f"{name} is right")
    play.act("add_session", session="b", title=name, topic=f"On {name}")
    play.act("add_address", office=f"Envoy {name}")
    play.act("add_recommendation", text=f"Thank {name}")
    found = mentions(play.proceedings.history, name)
    assert {item.field.rpartition(".")[2] for item in found} == {
        *("text", "reason", "what", "ruling", "title", "topic", "office")
    }
    assert all(item.whole for item in found)
    assert len(found) == 10


def test_a_word_in_common_with_the_plan_is_no_mention_the_whole_name_is(tmp_path: Path) -> None:
    addresses = [{"code": "host", "office": "Envoy Ludovica Quenthwaite", "moment": "opening"}]
    play = Play(tmp_path, {**PLAN, "addresses": addresses}, None)
    history = play.proceedings.history
    assert mentions(history, "Rivers Brazil") == []
    assert [item.position for item in mentions(history, "Quenthwaite Ludovica")] == [1]
    play.proceedings.close()
