"""Whatever two desks do with recommendations, in any order, with undoing in between."""

import tempfile
from pathlib import Path
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.helpers import acts
from tests.helpers.depth import examples
from tests.helpers.desk import Desk
from tests.helpers.recommended import once_each
from tipfloor.core.ground.refusal import Refused
from tipfloor.core.rooms import ACTS
from tipfloor.core.state.recommendation import Recommendation, recommendations

COURSE = st.lists(
    st.tuples(st.booleans(), acts.ON_RECOMMENDATIONS | st.just({"kind": "undo"})), max_size=40
)


def seen(desk: Desk) -> tuple[Recommendation, ...]:
    """Return the recommendations as a desk has them once it has caught up."""
    desk.proceedings.follow()
    return recommendations(desk.meeting)


@settings(max_examples=examples(300))
@given(course=COURSE)
def test_nothing_is_adopted_twice_and_undo_restores(
    course: list[tuple[bool, dict[str, Any]]],
) -> None:
    """PRACTICE section 2, row vii, and section 7, case 15."""
    with tempfile.TemporaryDirectory() as folder:
        first = Desk.in_session(Path(folder))
        desks = (first, first.another())
        for text in ("One", "Two"):
            first.tell("add_recommendation", text=text)
        for second, fields in course:
            desk, other = (desks[1], desks[0]) if second else desks
            before = seen(desk)
            try:
                desk.proceedings.tell(ACTS[fields["kind"]].model_validate(fields))
            except Refused:
                assert seen(desk) == before
                continue
            once_each(other)
            if fields["kind"] != "undo":
                after = seen(other)
                other.tell("undo")
                assert seen(other) == before
                desk.proceedings.tell(ACTS[fields["kind"]].model_validate(fields))
                assert [x.text for x in seen(desk)] == [x.text for x in after]
            assert seen(first) == seen(desk)
        first.close()
