"""Values read by the letter and by the derived model: the same, accepted or refused."""

import json
from typing import Any

import pytest

from tests.core.test_no_act_breaks_later import Walk
from tipfloor.core.ground import modelled
from tipfloor.core.ground.act import Act
from tipfloor.core.ground.value import Unfit
from tipfloor.core.list.inscription import Inscribe
from tipfloor.core.plan.plan import DelegationPlan, Names
from tipfloor.core.recommendations.block import ApproveBlock
from tipfloor.core.rooms import ACTS


def by_letter(kind: type[Act], text: str) -> Act | None:
    try:
        return kind.model_validate_json(text)
    except Unfit:
        return None


def by_model(kind: type[Act], text: str) -> Act | None:
    try:
        return modelled.read_json(kind, text)
    except Unfit:
        return None


@pytest.mark.parametrize("seed", range(3))
def test_an_act_is_the_same_by_the_letter_and_by_the_model(seed: int) -> None:
    walk, accepted = Walk(seed), 0
    for _ in range(300):
        text = walk.act()
        kind = ACTS[json.loads(text)["kind"]]
        read = by_letter(kind, text)
        assert read == by_model(kind, text)
        accepted += read is not None
    assert 30 < accepted < 300


@pytest.mark.parametrize(
    ("fields", "kept"),
    [
        ({"delegation": " bra\u2003"}, "BRA"),
        ({"delegation": "br"}, "BR"),
        ({"delegation": "BRA", "reason": "\x1f a"}, "BRA"),
    ],
)
def test_texts_are_trimmed_the_same_way(fields: dict[str, Any], kept: str) -> None:
    act = Inscribe.model_validate(fields)
    assert act.delegation == kept
    assert act == modelled.read(Inscribe, fields) == Inscribe(**fields)


@pytest.mark.parametrize(
    "fields",
    [
        {"delegation": "BRAZ"},
        {"delegation": "BR\n1"},
        {"delegation": "BRA", "reason": "x" * 501},
        {"delegation": "BRA", "reason": "\udcff"},
        {"delegation": "BRA", "capacity": "guest"},
        {"delegation": "BRA", "replies_to": "one"},
    ],
)
def test_what_does_not_fit_is_refused_however_it_is_made(fields: dict[str, Any]) -> None:
    for make in (Inscribe.model_validate, lambda given: Inscribe(**given)):
        with pytest.raises(Unfit):
            make(fields)


def test_every_fault_is_told_with_its_place() -> None:
    with pytest.raises(Unfit) as caught:
        Inscribe.model_validate({"delegation": "B", "reason": 1, "unknown": 2})
    assert {fault["loc"] for fault in caught.value.faults} == {
        ("delegation",),
        ("reason",),
        ("unknown",),
    }


def test_a_number_is_taken_for_its_digits() -> None:
    assert ApproveBlock.model_validate({"numbers": [1, "2-3"]}).numbers == ("1", "2-3")


def test_a_table_takes_no_text_for_a_number_and_no_date_of_long_ago() -> None:
    name = {"en": "Peru"}
    with pytest.raises(Unfit):
        DelegationPlan.model_validate({"code": "PER", "name": name, "order_es": "1"})
    with pytest.raises(Unfit):
        DelegationPlan.model_validate({"code": "PER", "name": name, "accredited_on": "1947-12-31"})
    row = DelegationPlan.model_validate({"code": "PER", "name": {"en": " Peru "}})
    assert row.name == Names(en="Peru")
