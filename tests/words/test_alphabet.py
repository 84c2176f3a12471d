"""Lists of delegations: by the order of the body, else by the alphabet, and it is said by which."""

import random

import pytest

from tipfloor.core.plan.plan import DelegationPlan
from tipfloor.words import speaking
from tipfloor.words.alphabet import in_order, order_told


def rows(language: str, *names: str, **more: object) -> list[DelegationPlan]:
    made = [
        DelegationPlan(code=f"Z{place:02}", name={language: name}, **more)  # type: ignore[arg-type]
        for place, name in enumerate(names)
    ]
    random.Random(1).shuffle(made)
    return made


@pytest.mark.parametrize(
    ("language", "right"),
    [
        ("es", ["El Salvador", "Estados Unidos", "Santa Lucía", "San Vicente y las Granadinas"]),
        ("fr", ["Égypte", "El Salvador", "Équateur", "Sainte-Lucie", "Saint-Vincent"]),
        ("pt", ["África do Sul", "Angola", "Áustria", "São Vicente", "Suíça"]),
        ("en", ["Austria", "The Bahamas", "Côte d\u2019Ivoire", "The Gambia", "Œland", "Thailand"]),
        ("de", ["Ägypten", "Albanien", "Oman", "Österreich"]),
        ("ar", ["Suriname", "الأردن", "مصر"]),
        ("zh", ["Zambia", "中国", "日本"]),
    ],
)
def test_names_stand_letter_by_letter(language: str, right: list[str]) -> None:
    with speaking(language):
        assert [row.name[language] for row in in_order(rows(language, *right), language)] == right


def test_the_rank_of_the_body_comes_first_and_a_form_of_its_own_second() -> None:
    ranked = DelegationPlan(code="ZZA", name={"en": "Zembla"}, order_es=1)
    sorted_as = DelegationPlan(
        code="ZZB", name={"en": "St. Maris"}, forms={"en": {"sort": "Saint Maris"}}
    )
    others = rows("en", "Saarland", "Samos")
    found = in_order([sorted_as, *others, ranked], "en")
    assert [row.name["en"] for row in found] == ["Zembla", "Saarland", "St. Maris", "Samos"]


def test_a_list_says_by_which_order_it_goes() -> None:
    latin, arabic = rows("en", "Samos", "Zembla"), rows("en", "Samos", "مصر")
    ranked = rows("en", "Samos", "Zembla", order_es=3)
    assert "letter by letter" in order_told(latin, "en")
    assert "order of Unicode" in order_told(arabic, "en")
    assert "Spanish names" in order_told(ranked, "en")
    assert order_told(latin[:1], "en") == ""
    with speaking("es"):
        assert "letra por letra" in order_told(latin, "en")
