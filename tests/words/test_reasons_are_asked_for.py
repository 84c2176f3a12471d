"""Every act that can be given a reason names the question for it, which says what the act knows."""

import string

import pytest

from tipfloor.core.rooms import ACTS
from tipfloor.words import has, say

ALWAYS_KNOWN = {"delegation"}
REASONED = sorted(kind for kind, act in ACTS.items() if "reason" in act.__struct_fields__)


@pytest.mark.parametrize("kind", REASONED)
def test_an_act_with_a_reason_names_its_question(kind: str) -> None:
    act = ACTS[kind]
    assert act.asks
    assert has(act.asks)
    text = say(
        act.asks, **{name: f"{{{name}}}" for name in (*ALWAYS_KNOWN, *act.__struct_fields__)}
    )
    asked = {name for _, name, _, _ in string.Formatter().parse(text) if name}
    assert asked <= ALWAYS_KNOWN | {"position", "seconds", "number"}


def test_no_other_act_asks_for_one() -> None:
    assert sorted(kind for kind, act in ACTS.items() if act.asks) == REASONED
