"""Names that are written from right to left within lines of a document."""

import pytest

from tipfloor.export.inline import anchored, in_language, pieces, unmarked

ANDORRA, IRELAND, MYANMAR = "أندورا", "أيرلندا", "ميانمار (بورما)"
MARK = "\u200e"


@pytest.mark.parametrize(
    ("line", "told"),
    [
        (f"by {ANDORRA}, {IRELAND} and Chile", f"by {ANDORRA}{MARK}, {IRELAND} and Chile"),
        (f"{ANDORRA} (3:00)", f"{ANDORRA}{MARK} (3:00)"),
        (f"{MYANMAR}: 1 min", f"{MYANMAR}{MARK}: 1 min"),
        (f"{ANDORRA} has the floor", f"{ANDORRA} has the floor"),
        ("比利时, 不丹 14", "比利时, 不丹 14"),
        ("Perú, México (3:00)", "Perú, México (3:00)"),
    ],
)
def test_names_beside_each_other_and_before_figures_keep_their_places(line: str, told: str) -> None:
    assert unmarked(line) == told


def test_a_name_that_is_marked_keeps_its_place_too() -> None:
    line = f"{anchored(ANDORRA, 'remark', 2)}, {in_language(IRELAND, 'ar')} 14"
    assert [piece.text for piece in pieces(line)] == [
        f"{ANDORRA}{MARK}",
        ", ",
        f"{IRELAND}{MARK}",
        " 14",
    ]
