"""Finding delegations as they are typed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.desk.desk_at_work import real_plan
from tipfloor.core.plan.lookup import find, fold_text, phrases

PLAN = real_plan()
CODES = sorted(item.code for item in PLAN.delegations)
NAMES = [(name, item.code) for item in PLAN.delegations for name in item.name.each()]


def codes(typed: str) -> list[list[str]]:
    """Return the codes found for each phrase of a text."""
    return [[item.code for item in phrase.found] for phrase in phrases(PLAN, typed)]


def firsts(typed: str) -> list[str]:
    return [found[0] if found else "?" for found in codes(typed)]


@pytest.mark.parametrize(("name", "code"), NAMES)
def test_every_name_in_every_language_comes_first(name: str, code: str) -> None:
    assert find(PLAN, name)[0].code == code
    assert find(PLAN, name.upper())[0].code == code
    assert find(PLAN, fold_text(name))[0].code == code


@pytest.mark.parametrize("item", PLAN.delegations, ids=lambda item: item.code)
def test_every_code_comes_first(item: object) -> None:
    code, code2 = item.code, item.code2  # type: ignore[attr-defined]
    assert find(PLAN, code.lower())[0].code == code
    assert code2 is not None
    assert find(PLAN, code2.lower())[0].code == code


@pytest.mark.parametrize(
    ("typed", "code"),
    [("do", "DOM"), ("dom", "DOM"), ("dm", "DMA"), ("dominica", "DMA"), ("dominican", "DOM")],
)
def test_the_two_dominicas(typed: str, code: str) -> None:
    assert find(PLAN, typed)[0].code == code


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("bra costa rica ury", ["BRA", "CRI", "URY"]),
        ("costa rica", ["CRI"]),
        ("saint vincent saint lucia", ["VCT", "LCA"]),
        ("el salvador", ["SLV"]),
        ("bra nowhere chl", ["BRA", "?", "CHL"]),
        ("bra,chl;ury", ["BRA", "CHL", "URY"]),
        ("dominica dominicana", ["DMA", "DOM"]),
        ("  ", []),
        (",;", []),
    ],
)
def test_phrases_of_several_words(typed: str, found: list[str]) -> None:
    assert firsts(typed) == found


def test_nothing_typed_finds_nothing() -> None:
    assert find(PLAN, " ¡! ") == ()


@given(st.text(max_size=60))
def test_any_text_is_taken_apart_whole(typed: str) -> None:
    found = phrases(PLAN, typed)
    words = [w for w in typed.replace(",", " ").replace(";", " ").split() if fold_text(w)]
    assert " ".join(phrase.typed for phrase in found).split() == words
    for phrase in found:
        assert phrase.found == find(PLAN, phrase.typed)
        assert len(set(phrase.found)) == len(phrase.found)


@given(st.lists(st.sampled_from(CODES), max_size=8))
def test_codes_come_out_as_they_went_in(typed: list[str]) -> None:
    assert firsts(" ".join(typed).lower()) == typed


@given(st.lists(st.sampled_from(NAMES), max_size=4))
def test_whole_names_side_by_side_are_told_apart(typed: list[tuple[str, str]]) -> None:
    assert firsts("; ".join(name for name, _ in typed)) == [code for _, code in typed]


@given(st.text(max_size=30))
def test_folding_is_done_once_and_for_all(text: str) -> None:
    assert fold_text(fold_text(text)) == fold_text(text)
