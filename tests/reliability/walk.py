"""The random walk: acts of every kind, and after each the meeting that the record describes."""

from __future__ import annotations

import json
import traceback
from collections import Counter
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from random import Random
from typing import Any

from tests.helpers.bodies import COUNCIL, body
from tests.helpers.hand_clock import HandClock
from tests.helpers.plans import ADDRESSES, small_plan
from tests.reliability import texts
from tests.reliability.drawing import draw
from tests.reliability.outcome import Outcome
from tests.reliability.window import Window
from tipfloor.commands.act_reading import asked_of_line
from tipfloor.commands.answers import answer
from tipfloor.core.fold import fold
from tipfloor.core.ground.refusal import Refused
from tipfloor.core.ground.value import Unfit
from tipfloor.core.plan.plan import Plan
from tipfloor.core.rooms import ACTS
from tipfloor.export import Chosen, Scope, export
from tipfloor.export.log import log_text
from tipfloor.forms import FORMS
from tipfloor.proceedings import Proceedings, convening
from tipfloor.standing.glance import glance
from tipfloor.standing.glance_words import in_words
from tipfloor.standing.outlook import look
from tipfloor.store import Person
from tipfloor.store.chain import first_bad_position
from tipfloor.store.creating import create
from tipfloor.store.sqlite import SqliteStore
from tipfloor.words import languages
from tipfloor.words.plain import plain

LEG = 500
"""Acts of one meeting; the next begins a new one, with other rules."""

LIGHT = tuple(name for name, form in FORMS.items() if not form.binary)
HEAVY = tuple(name for name, form in FORMS.items() if form.binary)
LANGUAGES = (None, *languages())

VIEWS = "yg?t/"
"""The keys of the views of a desk."""

STEPS = (1, 400, 5_000, 19_999, 20_000, 33_333, 61_000, 3_600_000)
JUMPS = (-86_400_000, -7_200_000, -2_000, 1_000, 90_000_000)
"""Milliseconds: those that go by between two acts, and those by which a wall clock is set."""


class Walk:
    """A walk of so many acts over as many meetings as it takes."""

    def __init__(self, seed: int, folder: Path) -> None:
        self.seed, self.folder = seed, folder
        self.chance = Random(seed)
        self.accepted: Counter[str] = Counter()
        self.told: Counter[str] = Counter()
        self.exports: Counter[str] = Counter()
        self.legs = 0
        self.outcome = Outcome("Acts of a random walk")

    def go(self, acts: int) -> Outcome:
        """Tell so many acts."""
        while self.outcome.tried < acts:
            self._leg(min(LEG, acts - self.outcome.tried))
        kinds = f"{len(self.accepted)} of {len(ACTS)} kinds accepted"
        self.outcome.notes = [
            f"{self.accepted.total():,} accepted",
            kinds,
            f"{self.exports.total():,} exports",
        ]
        return self.outcome

    def _leg(self, acts: int) -> None:
        number = self.chance.getrandbits(32)
        leg = Leg(self, Random(number), self.folder / f"{number}.sqlite")
        try:
            for step in range(acts):
                self.outcome.tried += 1
                for wrong in leg.step():
                    self._note(wrong, number, step)
            for wrong in (*leg.at_the_end(), *leg.at_a_desk()):
                self._note(wrong, number, acts)
        except Exception:
            self._note(traceback.format_exc(limit=-6), number, step, leg.line)
        finally:
            leg.close()

    def _note(self, wrong: str, leg: int, step: int, line: str = "") -> None:
        where = f"seed {self.seed}, leg {leg}, step {step}"
        self.outcome.wrong.append(f"{where}: {line[:300]}\n{wrong}")


class Leg:
    """One meeting of the walk."""

    def __init__(self, walk: Walk, chance: Random, path: Path) -> None:
        self.walk, self.chance, self.path = walk, chance, path
        self.clock, self.line = HandClock(), ""
        walk.legs += 1
        speed = 5.0 if walk.legs % 3 == 2 else None
        assert create(path, convening(_plan(chance), self.clock, speed))
        self.one, self.two = (Proceedings(SqliteStore(path), self.clock) for _ in range(2))
        self._keep_people()
        self._rebooted = chance.random() < 0.3

    def step(self) -> Iterator[str]:
        """Let time go by, tell an act, and say what does not hold."""
        self._time()
        kind, self.line = self._choose()
        before = self.one.meeting
        self.walk.told[kind] += 1
        answered, _ = answer(self.one, partial(asked_of_line, self.line.encode()))
        if "events" in answered:
            self.walk.accepted[kind] += 1
            yield from self._after_accepting(json.dumps(answered))
        elif "refused" in answered:
            after = self.one.meeting
            if before.remarks != after.remarks and after.position == before.position:
                yield "a refused act changed the meeting and left no row"
        else:
            yield f"neither accepted nor refused: {answered}"

    def at_the_end(self) -> Iterator[str]:
        """Say what does not hold of the whole record, read anew from the disk."""
        store = SqliteStore(self.path, read_only=True)
        try:
            if first_bad_position(store.read()) is not None:
                yield "the chain does not verify"
            if Proceedings(store, self.clock).meeting != self.one.meeting:
                yield "the record on disk is another meeting"
        finally:
            store.close()
        yield from self._looked_at()
        for form in (*LIGHT, *HEAVY):
            self._export(form)

    def at_a_desk(self) -> Iterator[str]:
        """Open the desk on the record, look at every view, and say what fell."""
        self._let_go()
        desk = Window("desk", "--record", str(self.path), folder=self.path.parent)
        try:
            desk.until(lambda: desk.saved or not desk.runs)
            for view in VIEWS if desk.runs else "":
                desk.write(view.encode())
                desk.pass_over(0.1)
                desk.comes_back()
            if fallen := desk.fell:
                yield f"the desk falls on this record: {fallen}"
        except AssertionError as error:
            yield f"the desk does not open on this record: {error}"
        finally:
            desk.close()

    def _let_go(self) -> None:
        for proceedings in (self.one, self.two):
            proceedings.close()

    def close(self) -> None:
        """Let the record go, and take it away."""
        self._let_go()
        for path in self.path.parent.glob(f"{self.path.name}*"):
            path.unlink()

    def _keep_people(self) -> None:
        """Keep someone for each of the first delegations, so that speakers can be named."""
        for number, item in enumerate(self.one.meeting.plan.delegations[:8], start=1):
            name, office = (plain(texts.text(self.chance, 0.3)) or "x" for _ in range(2))
            shown = self.chance.choice(["delegation_only", "office", "full_name"])
            at = "2024-02-05T10:00:00+00:00"
            self.one.keep_person(Person(f"p{number:012x}", item.code, name, office, shown, at))

    def _time(self) -> None:
        chance = self.chance
        if chance.random() < 0.8:
            self.clock.advance(chance.choice(STEPS[:5] if chance.random() < 0.8 else STEPS))
        if chance.random() < 0.01:
            self.clock.jump_wall(chance.choice(JUMPS))
        if self._rebooted and chance.random() < 0.01:
            self.clock.reboot(chance.choice([*STEPS, -2_000, -7_200_000]))

    def _choose(self) -> tuple[str, str]:
        """Choose an act, mostly one of a kind that was seldom accepted and now would be."""
        accepted, kinds = self.walk.accepted, list(ACTS)
        weights = [1 / (1 + accepted[kind]) + 0.02 for kind in kinds]
        never = [kind for kind in kinds if not accepted[kind]]
        tried = self.chance.sample(never, min(3, len(never))) * 3
        tried += self.chance.choices(kinds, weights, k=10)
        drawn = [(kind, self._draw(kind)) for kind in tried]
        if self.chance.random() < 0.85:
            for kind, line in drawn:
                if self._would_be_accepted(kind, line):
                    return kind, line
        return drawn[-1]

    def _draw(self, kind: str) -> str:
        meeting, now = self.one.current()
        return draw(self.chance, kind, meeting, now)

    def _would_be_accepted(self, kind: str, line: str) -> bool:
        meeting, now = self.one.current()
        try:
            ACTS[kind].model_validate_json(line).decide(meeting, now)
        except (Refused, Unfit):
            return False
        return True

    def _after_accepting(self, answered: str) -> Iterator[str]:
        chance = self.chance
        json.loads(answered)
        if chance.random() < 0.1 or "adopt_plan" in self.line[:30]:
            yield from self._looked_at()
        if chance.random() < 0.03:
            self._export(chance.choice(LIGHT))
        if chance.random() < 0.004:
            self._export(chance.choice(HEAVY))

    def _looked_at(self) -> Iterator[str]:
        """Fold from the beginning, follow with another process, and look at the meeting."""
        if fold(self.one.history) != self.one.meeting:
            yield "the fold from the beginning is another meeting"
        self.two.follow()
        if self.two.meeting != self.one.meeting:
            yield "another process sees another meeting"
        in_words(look(self.one))
        json.dumps(glance(look(self.two)))
        log_text(self.one).encode("utf-8")

    def _export(self, form: str) -> None:
        self.walk.exports[form] += 1
        meeting = self.one.meeting
        sessions = [item.code for item in meeting.plan.sessions]
        days = [day.isoformat() for day in meeting.plan.meeting.days]
        part: dict[str, Any] = {}
        if self.chance.random() < 0.3 and sessions:
            part["sessions"] = (self.chance.choice(sessions),)
        if self.chance.random() < 0.2:
            part["days"] = (self.chance.choice(days),)
        scope = Scope(
            internal=self.chance.random() < 0.5,
            part=Chosen(**part),
            language=self.chance.choice(LANGUAGES),
        )
        assert export(self.one, form, scope)


def _plan(chance: Random) -> Plan:
    if chance.random() < 0.1:
        return body(COUNCIL)
    rules = {
        "limit_seconds": 20,
        "warnings_at_seconds": (5,),
        "at_limit": chance.choice(["withdraw", "withdraw", "alert"]),
        "extension_seconds": chance.choice([0, 10]),
        "turns_per_session": chance.choice([1, 50]),
        "pause_on_point_of_order": chance.random() < 0.5,
        "check_in_required": chance.choice([False, False, None, True]),
        "quorum_to_open": chance.choice([0, 0, 2]),
        "quorum_to_decide": chance.choice([0, 0, 3]),
        "quorum_to_vote": chance.choice([0, 2]),
        "election_majority": chance.choice(["majority", "plurality"]),
        "absent_when_called": chance.choice(["end_of_list", "struck"]),
        "close_list_after_minutes": chance.choice([None, 1]),
        "slides_permitted": chance.random() < 0.2,
    }
    zone = chance.choice(["America/New_York", "Pacific/Apia", "Asia/Kathmandu"])
    return small_plan(zone=zone, **rules).with_added("addresses", *ADDRESSES)


def walk(acts: int, seed: int, folder: Path) -> Outcome:
    """Walk so many acts; each kind must be accepted once where there are 5,000."""
    going = Walk(seed, folder)
    outcome = going.go(acts)
    never = sorted(ACTS.keys() - going.accepted.keys())
    if acts >= 5000 and never:
        outcome.wrong.append(f"seed {seed}: never accepted: {', '.join(never)}")
    return outcome
