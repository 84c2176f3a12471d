"""Acts told in words: each word is for the field at its place in the schema, or is refused."""

from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from tipfloor.commands.act_reading import Unread, act_of_words
from tipfloor.core.ground.act import Act
from tipfloor.core.ground.value import Unfit, defaults
from tipfloor.core.list.inscription import Inscribe
from tipfloor.core.rooms import ACTS

WORDS = st.sampled_from(
    ["BRA", "b", "3", "0", "true", "slides", "a reason", "12:00", "chair", "x" * 600, "MEX:3", "",
     "carry_over", "2024-02-05", "national_authority", "p0123456789ab", "5-9", "consensus", "-"]
)  # fmt: skip


def order(kind: str) -> list[str]:
    return [name for name in ACTS[kind].__struct_fields__ if name != "kind"]


def stated(act: Act) -> set[str]:
    """Return the fields that are not what they are where nothing is said."""
    unsaid = {"kind": act.kind, **defaults(type(act))}
    given = {name: getattr(act, name) for name in act.__struct_fields__}
    return {name for name, value in given.items() if (name, value) not in unsaid.items()}


def unread(*words: str) -> str:
    with pytest.raises(Unread) as caught:
        act_of_words(list(words))
    return caught.value.message


@given(st.sampled_from(sorted(ACTS)), st.lists(WORDS, max_size=4))
def test_a_word_is_its_own_field_or_is_refused_by_name(kind: str, words: list[str]) -> None:
    places = order(kind)
    try:
        act = act_of_words([kind, *words])
    except Unread:
        return
    assert len(words) <= len(places)
    given_fields: dict[str, Any] = {}
    for name, word in zip(places, words, strict=False):
        is_list = isinstance(getattr(act, name), tuple)
        given_fields[name] = [part for part in word.split(",") if part] if is_list else word
    assert act == ACTS[kind].model_validate(given_fields)
    assert stated(act) <= set(given_fields)


@given(st.sampled_from(sorted(ACTS)), WORDS)
def test_the_sentence_names_the_word_and_what_was_expected(kind: str, word: str) -> None:
    places = order(kind)
    assume(places and "=" not in word)
    field = places[0]
    try:
        ACTS[kind].model_validate({field: word})
    except Unfit as unfit:
        about = [fault["type"] for fault in unfit.faults if fault["loc"][0] == field]
        assume(about and "tuple_type" not in about)  # words for a list are made one before
        shown = word[:60]
        message = unread(kind, word)
        assert f"“{shown}” does not fit {field}" in message or "," in word or not word
        assert "expected" in message


def test_b_meant_as_a_session_is_the_session() -> None:
    act = act_of_words(["inscribe", "BRA", "b"])
    assert isinstance(act, Inscribe)
    assert (act.session, act.reason) == ("b", None)


def test_a_reason_in_the_place_of_the_session_is_refused() -> None:
    said = unread("inscribe", "BRA", "asked late")
    assert "“asked late” does not fit session" in said
    assert stated(act_of_words(["inscribe", "BRA", "reason=asked late"])) == {
        "delegation",
        "reason",
    }


@pytest.mark.parametrize("kind", sorted(ACTS))
def test_the_order_is_that_of_the_schema(kind: str) -> None:
    properties = list(ACTS[kind].model_json_schema()["properties"])
    assert order(kind) == [name for name in properties if name != "kind"]


def test_what_would_approve_everything_is_told_with_a_word() -> None:
    assert "at least one of numbers" in unread("approve-block")
    assert stated(act_of_words(["approve-block", "1-3,5"])) == {"numbers"}


@pytest.mark.parametrize("word", ["\udcff", "BRA\udc80"])
def test_what_is_no_text_is_refused(word: str) -> None:
    assert "expected" in unread("inscribe", word)
