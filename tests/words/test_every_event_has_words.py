"""Every kind of event has its sentence in the log, and one for each of its manners.

A kind, a manner or a fact that was forgotten is named by the test that fails.
"""

from __future__ import annotations

import string
import tomllib
from pathlib import Path
from typing import Literal, get_args, get_origin, get_type_hints

import pytest

from tests.helpers.desk import Desk
from tipfloor.core.ground.event import Event
from tipfloor.core.rooms import EVENTS
from tipfloor.core.state.mark import Mark
from tipfloor.standing.log_line import ROLES
from tipfloor.words import languages
from tipfloor.words.facts import facts_of
from tipfloor.words.marks import Shown
from tipfloor.words.narration import LineTone

WORDS = Path(__file__).parents[2] / "tipfloor" / "words"
KINDS = sorted(EVENTS)


def catalogue(language: str, room: str) -> dict[str, str]:
    return tomllib.loads((WORDS / language / f"{room}.toml").read_text("utf-8"))


def manners(kind: str) -> set[str]:
    """Return the manners of a kind as the type of its `manner` says them, without the plain one."""
    told = EVENTS[kind].manner
    if told is Event.manner:
        return set()
    type_ = get_type_hints(told)["return"]
    assert get_origin(type_) is Literal, f"{kind}: manner() returns no Literal of its manners"
    return set(get_args(type_)) - {""}


@pytest.mark.parametrize("language", languages())
def test_a_kind_and_each_of_its_manners_has_a_sentence_of_its_own(language: str) -> None:
    """The sentence of the kind itself tells what has no manner, as when it was undone."""
    needed = set(KINDS) | {f"{kind}__{manner}" for kind in KINDS for manner in manners(kind)}
    assert sorted(needed - catalogue(language, "log").keys()) == []


@pytest.mark.parametrize("language", languages())
def test_no_sentence_tells_a_manner_that_no_event_has(language: str) -> None:
    said = {key for key in catalogue(language, "log") if "__" in key}
    known = {f"{kind}__{manner}" for kind in KINDS for manner in manners(kind)}
    assert sorted(said - known) == []


def test_a_sentence_asks_for_no_fact_that_its_event_does_not_give(desk: Desk) -> None:
    """Each field of an event is told by the facts that `FACTS` has for it."""
    given = {kind: _facts_given(EVENTS[kind], desk) for kind in KINDS}
    lacking = {
        key: sorted(_asked(sentence) - given[kind])
        for key, sentence in catalogue("en", "log").items()
        if (kind := key.partition("__")[0]) in given and _asked(sentence) - given[kind]
    }
    assert lacking == {}


@pytest.mark.parametrize("language", languages())
def test_every_mark_has_words_and_no_other_has(language: str) -> None:
    said = {key for key in catalogue(language, "export") if key.startswith("mark_")}
    closer = {"mark_back_dated_by", "mark_corrected_from"}
    assert said - closer == {f"mark_{mark}" for mark in get_args(Shown)}
    assert set(get_args(Mark)) < set(get_args(Shown))


def test_every_tone_has_a_style_on_screens() -> None:
    assert ROLES.keys() == set(get_args(LineTone))


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    return Desk.in_session(tmp_path_factory.mktemp("facts"))


def _facts_given(kind: type[Event], desk: Desk) -> set[str]:
    """Return the names of the facts that an event gives which knows nothing at all."""
    fields = dict.fromkeys(kind.__struct_fields__)
    given = set(facts_of(kind(**fields), None, desk.meeting))
    if "remark" in fields:
        given |= {"number"} | ({"spoken", "over", "allotted"} if kind.tells_durations else set())
    return given | ({"undone"} if "undone" in fields else set())


def _asked(sentence: str) -> set[str]:
    return {name.partition(".")[0] for _, name, _, _ in string.Formatter().parse(sentence) if name}
