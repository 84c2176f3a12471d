"""A sentence typed at the desk does nothing beyond its first letter; what people press does."""

import pytest

from tipfloor.desk.keys import ASKING, KEYS, is_usual
from tipfloor.desk.prose import HASTE, QUEUED, REST, Prose, Verdict

TAKE, HOLD, IGNORE = Verdict.TAKE, Verdict.HOLD, Verdict.IGNORE
NAMED = {" ": "space", "\n": "enter", "]": "right_square_bracket"}


def typed(text: str, pace: int, prose: Prose | None = None, at: int = 10_000) -> list[Verdict]:
    """Return what becomes of each key of a text that is typed at the desk at a pace."""
    judge, found = prose or Prose(), []
    for place, letter in enumerate(text):
        key = NAMED.get(letter, letter)
        found.append(
            judge.judge(
                key,
                at + place * pace,
                lambda behind, run, key=key: is_usual(key, behind, run),
                character=key != "enter",
                deed=True,
            )
        )
    return found


@pytest.mark.parametrize("pace", [QUEUED, 60, 120, 250, HASTE - 1])
def test_a_sentence_in_haste_is_taken_by_its_first_letter_only(pace: int) -> None:
    first, second, *rest = typed("le Brésil demande la parole\n", pace)
    assert (first, second) == (TAKE, HOLD)
    assert set(rest) == {IGNORE}


@pytest.mark.parametrize("pace", [60, 250])
@pytest.mark.parametrize("second", ASKING)
def test_a_key_that_only_asks_is_never_held(second: str, pace: int) -> None:
    prose = Prose()
    assert typed("l", pace, prose) == [TAKE]
    wanted = lambda behind, run: is_usual(second, behind, run)  # noqa: E731
    assert prose.judge(second, 10_000 + pace, wanted, character=True, deed=True) is TAKE
    assert prose.chained


@pytest.mark.parametrize("pace", [60, 250])
def test_of_the_pair_that_people_press_both_are_taken(pace: int) -> None:
    first, second, third, *rest = typed("e o Brasil pede a palavra\n", pace)
    assert (first, second, third) == (TAKE, TAKE, HOLD)
    assert set(rest) == {IGNORE}


@pytest.mark.parametrize("pace", [0, 5, HASTE, 1000])
def test_keys_that_waited_and_keys_of_a_slow_hand_are_all_taken(pace: int) -> None:
    assert set(typed("lemecrlde", pace)) == {TAKE}


def test_keys_are_deeds_again_after_a_rest() -> None:
    prose = Prose()
    typed("por favor", 100, prose)
    assert typed("e", 0, prose, 10_800 + REST - 1) == [IGNORE]
    assert typed("e", 0, prose, 12_000 + REST) == [TAKE]


BOUND = [key.keys.split(",")[0] for key in KEYS]


@pytest.mark.parametrize("second", BOUND)
def test_behind_space_no_key_is_held(second: str) -> None:
    assert is_usual(second, "space", 2)


@pytest.mark.parametrize("first", BOUND)
def test_space_is_held_behind_a_letter_that_may_be_a_word(first: str) -> None:
    assert is_usual("space", first, 2) == (len(first) > 1 or first == "e")


@pytest.mark.parametrize("pace", [60, 150, 250])
@pytest.mark.parametrize(
    "text", ["l Argentine", "c est bon", "j ai fini", "p 1", "K 2", "m agrada"]
)
def test_a_letter_that_is_a_word_is_taken_alone(text: str, pace: int) -> None:
    first, second, *rest = typed(text + "\n", pace)
    assert (first, second) == (TAKE, HOLD)
    assert set(rest) == {IGNORE}


def test_behind_an_answer_that_was_refused_a_sentence_does_nothing() -> None:
    """As "no hay objeciones", where the letter behind n names what cannot be done."""
    prose = Prose()
    assert typed("n", 120, prose) == [TAKE]
    wanted = prose.judge("o", 10_120, lambda behind, place: True, character=True, deed=False)
    assert wanted == TAKE
    prose.answered()
    prose.refused()
    behind = typed(" hay objeciones\n", 120, prose, at=10_240)
    assert behind[0] == HOLD
    assert set(behind[1:]) == {IGNORE}
