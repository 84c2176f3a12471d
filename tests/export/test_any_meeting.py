"""Meetings played by chance: their files keep what they promise whatever has happened."""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from random import Random
from typing import Any

import pytest

from tests.helpers.depth import examples
from tests.helpers.recounting import differences
from tests.reliability.walk import STEPS, Leg, Walk
from tipfloor.export import Chosen, Scope, export, take
from tipfloor.export.recording.anchor import at_beginning
from tipfloor.export.recording.chapters import chapters
from tipfloor.forms import FORMS
from tipfloor.proceedings import Proceedings

ACTS = 150
"""Acts that are tried in a meeting, of which most are accepted."""

SEEDS = range(examples(20))


class Steady(Leg):
    """A meeting on a clock that nobody sets."""

    def _time(self) -> None:
        self.clock.advance(self.chance.choice(STEPS[:5] if self.chance.random() < 0.9 else STEPS))


class Played:
    """A meeting that was played, and whether its clock was left alone."""

    def __init__(self, seed: int, folder: Path) -> None:
        self.steady = seed % 2 == 1
        leg = (Steady if self.steady else Leg)(Walk(seed, folder), Random(seed), folder / "it")
        for _ in range(ACTS):
            assert [*leg.step()] == []
        self.leg = leg

    @property
    def proceedings(self) -> Proceedings:
        return self.leg.one


@pytest.fixture(scope="module", params=SEEDS)
def played(request: Any, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Played]:
    made = Played(request.param, tmp_path_factory.mktemp("played"))
    yield made
    made.leg.close()


@pytest.mark.parametrize("internal", [False, True])
def test_every_figure_is_counted_anew_from_the_json(played: Played, internal: bool) -> None:
    log = json.loads(export(played.proceedings, "json", Scope(internal, language="en")))
    found = differences(log, steady=played.steady)
    if played.proceedings.meeting.absences:  # who was absent and came later is in no file
        found = [line for line in found if not line.startswith("changeovers")]
    assert found == []


def test_the_figures_of_a_whole_rehearsal_are_counted_anew(whole_meeting: Proceedings) -> None:
    for scope in (Scope(language="en"), Scope(internal=True, language="en")):
        log = json.loads(export(whole_meeting, "json", scope))
        assert len(log["changeovers"]) > 5
        assert differences(log, steady=True) == []


def test_a_figure_that_is_wrong_is_found(whole_meeting: Proceedings) -> None:
    log = json.loads(export(whole_meeting, "json", Scope(language="en")))
    log["remarks"][20]["speaking_seconds"] += 0.001
    cuts = {line.partition(" ")[0] for line in differences(log, steady=True)}
    assert cuts == {"delegation", "topic", "session", "day"}


def test_the_debate_is_valid(played: Played, faults: Any) -> None:
    sessions = [item.code for item in played.proceedings.meeting.plan.sessions]
    for scope in (Scope(), *(Scope(part=Chosen(sessions=(code,))) for code in sessions)):
        assert faults(export(played.proceedings, "akn", scope)) == []


@pytest.mark.parametrize("form", FORMS)
def test_a_record_makes_the_same_bytes_twice(played: Played, form: str) -> None:
    for scope in (Scope(times=True), Scope(internal=True)):
        if scope.internal and form == "akn":
            continue  # a debate is public
        assert export(played.proceedings, form, scope) == export(played.proceedings, form, scope)


def test_chapters_rise_and_none_is_empty(played: Played) -> None:
    snapshot = take(played.proceedings)
    meeting = snapshot.meeting
    if not meeting.all_remarks:
        pytest.skip("nobody has spoken")
    began = min(item.given_at.utc for item in meeting.all_remarks)
    found = chapters(snapshot, at_beginning(meeting, began), None)
    assert all(one.start < one.end for one in found)
    assert all(former.end <= later.start for former, later in pairwise(found))
