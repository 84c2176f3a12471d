"""How a decision was taken is one value: as told, in the meeting, the record and the files."""

import json
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, get_args

from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from tests.helpers.depth import examples
from tests.helpers.desk import Desk
from tests.helpers.scopes import TIMES
from tipfloor.core.ground.majority import Majority
from tipfloor.core.ground.refusal import Refused
from tipfloor.core.state.document import documents
from tipfloor.core.state.meeting import Meeting
from tipfloor.core.state.recommendation import recommendations
from tipfloor.core.state.taken import Taken
from tipfloor.export import export
from tipfloor.words.majorities import taken_text

Told = dict[str, Taken]

MAJORITIES = st.sampled_from(get_args(Majority))
FIGURES = st.fixed_dictionaries(
    {"in_favour": st.integers(0, 8)},
    optional={"against": st.integers(0, 8), "abstaining": st.integers(0, 3)},
)
HOWS = st.one_of(st.just({}), FIGURES.map(lambda votes: {"method": "vote", **votes}))
DECIDED = {
    "amendment": [
        ("settle_amendment", {"document": "plan", "number": 1, "outcome": outcome})
        for outcome in ("adopted", "rejected")
    ],
    "document": [(f"{what}_document", {"document": "plan"}) for what in ("adopt", "reject")],
    "1": [(f"{what}_recommendation", {"number": 1}) for what in ("approve", "reject")],
    "block": [("approve_block", {"numbers": ["2-3"]})],
    "appeal": [("vote_on_appeal", {})],
}
"""The acts that decide on each thing: the one for votes that carry it, and the one for others."""
CORRECTED = {
    "amendment": ("correct_amendment", {"document": "plan", "number": 1}),
    "document": ("correct_document", {"document": "plan"}),
    "1": ("correct_recommendation", {"number": 1}),
    "block": ("correct_recommendation", {"number": 3}),
    "appeal": ("correct_ruling", {"number": 1}),
}


@settings(max_examples=examples(30))
@given(MAJORITIES, MAJORITIES, st.tuples(*[HOWS] * 5), st.tuples(*[FIGURES] * 5))
def test_a_decision_is_the_same_wherever_it_is_seen(
    majority: Majority, later: Majority, hows: tuple[Any, ...], again: tuple[Any, ...]
) -> None:
    with TemporaryDirectory() as folder, closing(_desk(Path(folder), majority)) as desk:
        told: Told = {}
        for (thing, acts), how in zip(DECIDED.items(), hows, strict=True):
            _try(desk, told, thing, acts, {"reason": "x", **how})
        _change_rules(desk, later)
        for (thing, act), votes in zip(CORRECTED.items(), again, strict=True):
            _try(desk, told, thing, [act], {"reason": "x", **votes})
        seen = {thing: taken for thing, taken in told.items() if thing != "block"}
        seen |= {number: told["block"] for number in ("2", "3") if "block" in told}
        assert dict(_in_meeting(desk.meeting)) == seen
        assert dict(_in_meeting(desk.another().meeting)) == seen
        assert _in_json(desk) == {thing: _cells(taken) for thing, taken in seen.items()}
        text = " ".join(export(desk.proceedings, "text", TIMES).decode().split())
        assert all(taken_text(told[thing]) in text for thing in told if thing != "appeal")


def _desk(folder: Path, majority: Majority) -> Desk:
    """Return a desk with an amendment to decide on, three recommendations, and an appeal."""
    rules = dict.fromkeys(("documents_majority", "recommendations_majority"), majority)
    desk = Desk.convene(folder, appeals_majority=majority, quorum_to_vote=0, **rules)
    desk.tell("go_to_moment", moment="plenary", reason="x")
    for text in ("One", "Two", "Three"):
        desk.tell("add_recommendation", text=text)
    desk.tell("propose_amendment", document="plan", delegation="CHL", reference="1", text="New")
    desk.tell("point_of_order", delegation="BRA")
    desk.tell("rule_on_point", ruling="not sustained")
    desk.tell("appeal", delegation="BRA")
    return desk


def _change_rules(desk: Desk, majority: Majority) -> None:
    plan = desk.meeting.plan
    names = ("documents_majority", "recommendations_majority", "appeals_majority")
    rules = replace(plan.rules, **dict.fromkeys(names, majority))
    if rules != plan.rules:
        desk.tell("adopt_plan", plan=replace(plan, rules=rules))


def _try(desk: Desk, told: Told, thing: str, acts: list[Any], how: dict[str, Any]) -> None:
    """Tell the first of some acts that is not refused, and keep how its event says it was taken."""
    if thing == "appeal" and acts[0][0] == "vote_on_appeal":
        how = {"in_favour": 0, "against": 0, **how}
        del how["reason"]
        how.pop("method", None)
    for kind, fields in acts:
        try:
            event: Any = desk.tell(kind, **fields, **how)[-1]
        except Refused:
            continue
        told[thing] = event.taken
        return


def _in_meeting(meeting: Meeting) -> Iterator[tuple[str, Taken]]:
    for document in documents(meeting):
        for amendment in document.amendments:
            if amendment.decision:
                yield "amendment", amendment.decision.taken
        if document.decision:
            yield "document", document.decision.taken
    for item in recommendations(meeting):
        if item.decision:
            yield str(item.number), item.decision.taken
    for point in meeting.raised:
        if point.appeal and point.appeal.outcome:
            yield "appeal", point.appeal.taken


def _in_json(desk: Desk) -> dict[str, dict[str, Any]]:
    data = json.loads(export(desk.proceedings, "json"))
    rows = {row["what"]: row for row in data["decisions"]}
    rows |= {str(x["number"]): x["decision"] for x in data["recommendations"] if x["decision"]}
    [point] = data["points_of_order"]
    rows |= {"appeal": point} if point["outcome"] else {}
    names = ("method", "majority", "votes_needed", "present", "needed")
    return {
        thing: {name: row.get(name, "vote") for name in names} | {"votes": _votes(row)}
        for thing, row in rows.items()
    }


def _votes(row: dict[str, Any]) -> list[int] | None:
    held = row.get("votes", row)
    return held and [held[name] for name in ("in_favour", "against", "abstaining")]


def _cells(taken: Taken) -> dict[str, Any]:
    names = ("method", "majority", "votes_needed", "present", "needed")
    votes = list(taken.tally) if taken.tally else None
    return {name: getattr(taken, name) for name in names} | {"votes": votes}
