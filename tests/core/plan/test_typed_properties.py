"""What holds of every typed line, whatever is typed."""

import re
from itertools import chain

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from tests.helpers.bodies import TOWN, body
from tests.helpers.depth import examples
from tests.helpers.typed import council, every_state, meant_by, seventh
from tipfloor.core.ground.folding import fold_text
from tipfloor.core.plan.little_words import BEHALF, LITTLE
from tipfloor.core.plan.lookup import named
from tipfloor.core.plan.plan import DelegationPlan, Plan
from tipfloor.core.plan.typed_names import read_names

PLANS = {
    "seventh": seventh(),
    "every state": every_state(),
    "council": council(),
    "town": body(TOWN),
}
OF_PLANS = st.sampled_from(sorted(PLANS))
JOINTS = (" and ", ", ", "; ", " y ", " e ", " et ", " & ", "\n", " / ")


def forms(row: DelegationPlan) -> list[str]:
    """Return all by which a delegation is called."""
    return [row.code, *([row.code2] if row.code2 else []), *row.names(), *row.also]


def called(plan: Plan) -> list[tuple[str, str]]:
    return [(form, row.code) for row in plan.delegations for form in forms(row)]


@pytest.mark.parametrize("name", PLANS)
def test_each_code_and_name_alone_is_its_delegation(name: str) -> None:
    plan = PLANS[name]
    for form, code in called(plan):
        for typed in (form, form.upper(), form.lower(), unaccented(form), f"  {form} ,"):
            assert (typed, meant_by(plan, typed)) == (typed, code)
        assert [row.code for row in named(plan, form)] == [code]


@given(OF_PLANS, st.data())
def test_two_names_joined_are_these_two(name: str, data: st.DataObject) -> None:
    plan = PLANS[name]
    rows = data.draw(
        st.lists(st.sampled_from(plan.delegations), min_size=2, max_size=2, unique=True)
    )
    one, other = (data.draw(st.sampled_from(row.names())) for row in rows)
    for joint in JOINTS:
        assert meant_by(plan, f"{one}{joint}{other}") == f"{rows[0].code} {rows[1].code}"


@given(OF_PLANS, st.data())
def test_one_speaks_for_others_in_four_languages(name: str, data: st.DataObject) -> None:
    plan = PLANS[name]
    rows = data.draw(
        st.lists(st.sampled_from(plan.delegations), min_size=3, max_size=5, unique=True)
    )
    phrase = data.draw(
        st.sampled_from(
            ("for", "on behalf of", "en nombre de", "em nome de", "au nom de", "por", "pour")
        )
    )
    speaker, *others = (data.draw(st.sampled_from(row.names())) for row in rows)
    codes = [row.code for row in rows]
    typed = f"{speaker} {phrase} {', '.join(others)}"
    assert meant_by(plan, typed) == f"{codes[0]} for {' '.join(codes[1:])}"


def pieces_of_names(plan: Plan) -> list[str]:
    """Return words and beginnings of words of all names, little words and noise."""
    found = set(chain.from_iterable(form.split() for form, _ in called(plan)))
    beginnings = {word[:size] for word in found for size in (2, 3, 4, 6)}
    noise = {
        *LITTLE,
        *(" ".join(phrase) for phrase in BEHALF),
        ",",
        ";",
        "&",
        "xyz",
        "st",
        "s.",
        "no",
    }
    return sorted(found | beginnings | noise)


LINES = {
    name: st.lists(st.sampled_from(pieces_of_names(plan)), max_size=9).map(" ".join)
    for name, plan in PLANS.items()
}


@settings(max_examples=examples(300))
@given(OF_PLANS, st.data())
def test_who_is_taken_is_called_by_what_is_typed(name: str, data: st.DataObject) -> None:
    """Each part of a line that takes somebody is a code, a name, or begins one of theirs alone."""
    plan = PLANS[name]
    reading = read_names(plan, data.draw(LINES[name]))
    assume(reading.taken)
    called_so = CALLED[name]
    for part in reading.parts:
        [row] = part.found
        typed = significant(part.typed)
        assert typed in map(spaceless, forms(row)) or any(
            form.startswith(typed) for form in called_so[row.code]
        ), part
        assert not any(typed in called_so[code] for code in called_so if code != row.code)


@given(OF_PLANS, st.text(max_size=60))
@example("council", "and and and for for and")
@example("seventh", "s. s. l' d' \u0301 U. S. A & &")
def test_any_text_is_read(name: str, typed: str) -> None:
    reading = read_names(PLANS[name], typed)
    assert all(typed[part.start : part.end] == part.typed for part in reading.parts)
    assert not (reading.trouble and (reading.taken or reading.on_behalf_of))
    codes = [row.code for row in (*reading.taken, *reading.on_behalf_of)]
    assert len(set(codes)) == len(codes)


@given(OF_PLANS, st.data())
def test_a_line_that_takes_nobody_takes_nobody_in_a_longer_list(
    name: str, data: st.DataObject
) -> None:
    """What is not clear by itself is not clear between commas either."""
    plan = PLANS[name]
    typed = data.draw(LINES[name])
    assume(read_names(plan, typed).trouble == "unclear" and "," not in typed and ";" not in typed)
    assume(set(fold_text(typed).split()) - LITTLE)
    row = data.draw(st.sampled_from(plan.delegations))
    assert not read_names(plan, f"{row.names()[0]}, {typed}").taken


@given(st.text(max_size=30))
def test_folding_is_done_once_and_for_all(text: str) -> None:
    assert fold_text(fold_text(text)) == fold_text(text)


SAINTS = re.compile(r"\b(st|ste|sta|sto|s|san|santa|santo|sao|sainte)\b")
REPUBLICS = re.compile(r"\b(rep|republica|republique)\b")


def significant(text: str) -> str:
    """Return a text without little words and spaces, its saints and republics alike."""
    plain = SAINTS.sub("saint", REPUBLICS.sub("republic", fold_text(text)))
    kept = [word for word in plain.split() if word not in LITTLE]
    return "".join(kept or plain.split())


def unaccented(text: str) -> str:
    return fold_text(re.sub("\u2019s", "s", text))


def spaceless(text: str) -> str:
    return fold_text(text).replace(" ", "")


CALLED = {
    name: {row.code: {significant(form) for form in forms(row)} for row in plan.delegations}
    for name, plan in PLANS.items()
}
"""What each delegation of each plan is called, by its code."""
