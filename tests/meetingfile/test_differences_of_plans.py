from collections.abc import Callable
from pathlib import Path

import pytest

from tipfloor.core.plan.plan import Plan
from tipfloor.meetingfile import differences, read_plan


@pytest.fixture
def plan_of(tmp_path: Path) -> Callable[[str], Plan]:
    def plan_of(text: str) -> Plan:
        path = tmp_path / "x.toml"
        path.write_text(text, encoding="utf-8")
        return read_plan(path)

    return plan_of


OBSERVER = '[[delegations]]\ncode = "XOB"\nname.en = "An observer"\nstate = false\n'
BRAZIL = '[[delegations]]\ncode = "BRA"\nname.en = "Brazil"\n'
CHANGES = [
    ("limit_seconds = 120", "limit_seconds = 90",
     "rules.limit_seconds: recorded 120, in the file 90"),
    ("limit_seconds = 120", "bell = true", "rules.bell: recorded false, in the file true"),
    ('place = "Here"', 'place = "A\\u001bB"',
     'meeting.place: recorded "Here", in the file "A\\x1bB"'),
    ("limit_seconds = 120", 'texts.time_limit = "No more."',
     'rules.texts.time_limit: recorded not stated, in the file "No more."'),
    ("ends = 2024-03-09T12:00:00\n\n[[delegations]]",
     "ends = 2024-03-09T11:59:30\n\n[[delegations]]",
     "sessions[two].ends: recorded 2024-03-09 12:00, in the file 2024-03-09 11:59:30"),
    ('es = "Perú"', 'pt = "Peru"',
     'delegations[PER].name.es: recorded "Perú", in the file not stated'),
    (OBSERVER, "", "delegations[XOB]: An observer is recorded, but no more in the file"),
    (OBSERVER, OBSERVER + BRAZIL, "delegations[BRA]: Brazil is added in the file"),
    ("-09, 2024-03-10]", "-09]",
     "meeting.days: recorded [2024-03-09, 2024-03-10], in the file [2024-03-09]"),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new", "line"), CHANGES)
def test_a_change_is_told_with_both_values(
    old: str, new: str, line: str, small: str, plan_of: Callable[[str], Plan]
) -> None:
    told = differences(plan_of(small), plan_of(small.replace(old, new, 1)))
    assert told[0] == line
    assert len(told) == (2 if new.startswith("pt =") else 1)


def test_equal_plans_have_no_differences(small: str, plan_of: Callable[[str], Plan]) -> None:
    assert differences(plan_of(small), plan_of("# another comment\n" + small)) == ()


def test_another_order_is_told(small: str, plan_of: Callable[[str], Plan]) -> None:
    first, second = small.index("[[sessions]]"), small.rindex("[[sessions]]")
    end = small.index("[[delegations]]")
    swapped = small[:first] + small[second:end] + small[first:second] + small[end:]
    assert differences(plan_of(small), plan_of(swapped)) == (
        "sessions: recorded in the order one, two, in the file two, one",
    )
