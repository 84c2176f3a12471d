"""What the plan says of times, at the edge of the calendar too."""

from datetime import datetime

from tests.helpers.plans import small_plan
from tipfloor.core.plan.plan import MomentPlan
from tipfloor.core.reckoning.planned import span_of


def test_a_part_of_which_one_end_lies_beyond_the_calendar_has_no_span() -> None:
    plan = small_plan()
    last_evening = {
        "starts": datetime.fromisoformat("9999-12-31T12:00"),
        "ends": datetime.fromisoformat("9999-12-31T23:00"),
    }
    part = MomentPlan(code="last", kind="other", title="The last evening", **last_evening)
    assert plan.zone.utcoffset(last_evening["ends"]) is not None
    assert span_of(plan, part) is None
