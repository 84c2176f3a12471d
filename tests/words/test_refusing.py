"""Every refusal has its words, and every fact in them is filled in."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

import tipfloor.core
import tipfloor.core.ground.refusal as refusal
from tests.helpers.desk import Desk
from tests.helpers.plans import small_plan
from tipfloor.core.ground.instant import Instant
from tipfloor.core.ground.refusal import Refused, Rule
from tipfloor.core.list.requests import RULE_OF, RequestRefused
from tipfloor.words import has
from tipfloor.words.refusing import explain, refused_request, requested_text, rule_text

NOW = Instant(utc=datetime(2024, 2, 5, 16, tzinfo=UTC), ticks=0, boot="test")
READ_ELSEWHERE = {"unknown_act", "malformed_act"}
"""Refusals of acts that cannot even be read, which the core never sees."""

BY_VARIABLE = {
    "turns_used": {"delegation", "allowed"},
    "replies_used": {"delegation", "allowed"},
    "not_all": {"number"},
    "already_waiting": {"delegation", "place"},
    "vote_carried": {"in_favour", "against", "majority", "votes_needed"},
    "vote_not_carried": {"in_favour", "against", "majority", "votes_needed"},
}
"""Refusals whose code is no constant where they are raised, with their facts."""


RAISING = re.compile(r"\b(Refused|stopped)\(")


def raised() -> dict[str, set[str]]:
    """Return every code that the core's source raises, with the names of its facts."""
    found: dict[str, set[str]] = {code: set(facts) for code, facts in BY_VARIABLE.items()}
    sources = (path.read_text("utf-8") for path in Path(*tipfloor.core.__path__).rglob("*.py"))
    for source in sources:
        for call in calls(ast.parse(source)) if RAISING.search(source) else ():
            code = call.args[0 if getattr(call.func, "id", "") == "Refused" else 2]
            if isinstance(code, ast.Constant):
                facts = {item.arg for item in call.keywords if item.arg} - {"logged"}
                found.setdefault(str(code.value), facts)
    return found


def calls(tree: ast.AST) -> Iterator[ast.Call]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") in ("Refused", "stopped"):
            yield node


RAISED = raised()
NUMBERS = {"left", "allowed", "number", "place", "places", "position", "seconds"}


def example(code: str, number: int) -> Refused:
    facts: dict[str, Any] = {
        name: number
        if name in NUMBERS
        else "designated_delegate"
        if name in ("capacity", "noted")
        else "slides"
        if name == "requested"
        else f"<{name}>"
        for name in RAISED[code]
    }
    return Refused(code, Rule.THE_CHAIR, **facts)


def test_the_drawn_tree_has_every_code_that_is_raised_and_no_other() -> None:
    words = re.findall(r"[a-z_]+", (refusal.__doc__ or "").partition("Refused\n")[2])
    drawn = {word for word in words if "_" in word or word in ("paused", "suspended")}
    assert drawn == set(RAISED) | READ_ELSEWHERE


@pytest.mark.parametrize("number", [0, 1, 2500])
@pytest.mark.parametrize("code", sorted(RAISED))
def test_every_code_has_words_with_all_facts_filled(code: str, number: int) -> None:
    assert has(f"refusals.{code}")
    said = explain(example(code, number), small_plan())
    assert not re.search(r"[{}]", said)
    assert said.endswith(".")
    assert len(said) <= 180


def test_a_refusal_says_who_has_the_floor_and_how_long() -> None:
    taken = Refused("floor_taken", Rule.ONE_FLOOR, delegation="Chile", left=44_001)
    assert explain(taken, small_plan()) == (
        "Chile has the floor, with 0:45 left. End that remark first."
    )
    without_limit = Refused("floor_taken", Rule.ONE_FLOOR, delegation="Chile", left=0)
    assert explain(without_limit, small_plan()) == ("Chile has the floor. End that remark first.")


def test_one_and_many_are_told_apart() -> None:
    plan = small_plan()
    one = explain(Refused("names_waiting", Rule.ORDER_OF_THE_LIST, number=1), plan)
    many = explain(Refused("names_waiting", Rule.ORDER_OF_THE_LIST, number=3), plan)
    assert one.startswith("One name still waits")
    assert many.startswith("3 names still wait")


def test_a_code_without_words_is_still_told() -> None:
    said = explain(Refused("something_new", Rule.THE_CHAIR), small_plan())
    assert said == "This is not possible now (something_new). The chair decides."


def test_hostile_facts_are_plain_text() -> None:
    facts = {"given": "{x}\x1b[2J\n", "known": "a, b"}
    said = explain(Refused("unknown_session", Rule.THE_CHAIR, **facts), small_plan())
    assert said == "There is no session “{x}�[2J ”. The codes are a, b."


@pytest.mark.parametrize("rule", list(Rule))
def test_every_rule_has_words(rule: Rule) -> None:
    assert rule_text(rule, small_plan()).endswith(".")


def test_the_meeting_s_own_words_come_first() -> None:
    plan = small_plan()
    assert rule_text(Rule.TIME_LIMIT, plan) == "A remark lasts 2:00 at most."
    texts = replace(plan.rules.texts, time_limit="Two minutes, no more")
    own = replace(plan, rules=replace(plan.rules, texts=texts))
    assert rule_text(Rule.TIME_LIMIT, own) == "Two minutes, no more."


@pytest.mark.parametrize("requested", list(RULE_OF))
def test_every_request_has_words(requested: Any) -> None:
    assert requested_text(requested) != requested or requested == "slides"
    event = RequestRefused(at=NOW, delegation="CHL", requested=requested, rule=RULE_OF[requested])
    assert "Chile" in refused_request(event, small_plan())


def test_slides_are_refused_with_an_offer_and_the_reason() -> None:
    event = RequestRefused(
        at=NOW,
        delegation="CHL",
        requested="slides",
        rule=Rule.SLIDES_NOT_PERMITTED,
        reason="twelve pages",
    )
    assert refused_request(event, small_plan()) == (
        "Slides refused to Chile. Slide presentations are not permitted. "
        "Chile may take the floor without slides. Reason: twelve pages."
    )


def test_what_a_desk_is_refused_reads_well(tmp_path: Path) -> None:
    desk = Desk.in_session(tmp_path, "BRA", check_in_required=False)

    def said(kind: str, **fields: Any) -> str:
        return explain(desk.refused(kind, **fields), desk.meeting.plan)

    assert said("inscribe", delegation="BRA") == (
        "Brazil waits on this list already, at place 1. One entry each."
    )
    desk.tell("give_floor")
    desk.tell("end_remark")
    assert said("inscribe", delegation="BRA").startswith("Brazil has had its turn")
    assert said("inscribe", delegation="CHL", general_report=True) == (
        "This is not the session for a general report. General reports are for the introductory "
        "session. Inscribe it for “Session on general”, or insist."
    )
