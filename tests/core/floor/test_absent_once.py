"""However a delegation was absent, it is on a list once."""

from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from tests.helpers.acts import CAPACITIES, CODES, PLACES, act
from tests.helpers.desk import Desk
from tipfloor.core.ground.refusal import Refused

Session = Callable[..., Desk]


def places(desk: Desk) -> Counter[tuple[str, bool]]:
    return Counter(
        (entry.delegation, entry.kind == "reply")
        for speakers in desk.meeting.lists.values()
        for entry in speakers.waiting
    )


def test_who_asked_again_while_it_was_called_by_mistake_waits_once(session: Session) -> None:
    desk = session("BRA", "CHL", turns_per_session=2)
    desk.tell("give_floor")
    desk.tell("inscribe", delegation="BRA")
    desk.tell("absent")
    assert desk.waiting == ["CHL", "BRA"]
    assert (desk.entry("BRA").turn, desk.entry("BRA").absences) == (1, 1)
    desk.tell("absent", delegation="BRA")
    assert desk.waiting == ["CHL"]


def test_the_entry_that_was_called_is_the_one_that_was_absent(session: Session) -> None:
    desk = session("CHL")
    desk.tell("give_floor")
    desk.tell("end_remark")
    desk.tell("inscribe", delegation="BRA", remark_kind="reply", replies_to=1)
    desk.tell("call", delegation="BRA")
    desk.tell("inscribe", delegation="BRA")
    desk.tell("absent", delegation="BRA")
    absences = {entry.kind: entry.absences for entry in desk.meeting.speakers().waiting}
    assert absences == {"remark": 0, "reply": 1}


ACTS_OF_A_LIST = st.one_of(
    act("inscribe", delegation=CODES),
    act("inscribe", delegation=CODES, capacity=CAPACITIES),
    act("inscribe", delegation=CODES, remark_kind=st.just("reply"), replies_to=PLACES),
    act("give_floor"),
    act("give_floor", delegation=CODES, reason=st.just("now")),
    act("call"),
    act("call", delegation=CODES, reason=st.just("now")),
    act("absent"),
    act("absent"),
    act("absent", delegation=CODES),
    act("end_remark"),
    act("cede", delegation=CODES, to=CODES),
    act("correct", number=PLACES, delegation=CODES, reason=st.just("misread")),
    act("undo"),
)


@given(st.lists(ACTS_OF_A_LIST, max_size=25))
def test_nobody_is_on_a_list_twice(acts: list[dict[str, Any]]) -> None:
    with TemporaryDirectory() as folder:
        desk = Desk.in_session(Path(folder), turns_per_session=3)
        for fields in acts:
            with suppress(Refused):
                desk.tell(**fields)
            assert all(number == 1 for number in places(desk).values())
        desk.close()
