"""Sentences typed at the desk, in every phase and moment: only their first key does anything."""

from collections.abc import Callable
from pathlib import Path

import pytest
from msgspec.structs import replace

from tests.desk.desk_at_work import DeskAtWork, at_desk, real_plan, ruled
from tests.desk.keyboard import press
from tests.helpers import depth
from tipfloor.core.ground.instant import Phase
from tipfloor.core.plan.programme import RecommendationPlan
from tipfloor.desk import keyboard

SENTENCES = (
    "Order, please",
    "the chair thanks Chile",
    "my delegation agrees",
    "I give way to Peru",
    "each of us",
    "es Chile",
    "la Argentina",
    "en Brasil",
    "eu sou Peru",
    "por favor, silencio",
    "no hay objeciones",
    "y ahora el Brasil",
    "quisiera otro turno",
    "e o Brasil tambem",
    "obrigado, senhora",
    "na sala ao lado",
    "le Brésil demande",
    "nous y sommes",
    "je vous en prie",
    "c'est au Chili",
    "M. le directeur",
    "d'accord",
    "J'ai une question",
    "12 personnes, 1er tour",
    "¿Quién sigue?",
    "c est bon",
    "l Argentine parle",
    "o Brasil",
    "z",
)

FEW = 3
"""Of how many sentences at least every run of the tests types each, in every situation."""

CHARACTERS = {" ": "space", "\n": "enter"}


def speaking(desk: DeskAtWork) -> None:
    desk.told("give_floor")


def paused(desk: DeskAtWork) -> None:
    speaking(desk)
    desk.told("pause", reason="microphone")


def over_time(desk: DeskAtWork) -> None:
    speaking(desk)
    desk.clock.advance(3_605_000)
    desk.told("take_note", text="talks on")


def point_waits(desk: DeskAtWork) -> None:
    speaking(desk)
    desk.told("point_of_order", delegation="MEX")


def just_ruled(desk: DeskAtWork) -> None:
    point_waits(desk)
    desk.told("rule_on_point", ruling="noted")


def appeal_waits(desk: DeskAtWork) -> None:
    just_ruled(desk)
    desk.told("appeal", delegation="CHL")


PHASES: dict[str, Callable[[DeskAtWork], None]] = {
    Phase.FREE: lambda desk: None,
    Phase.CALLED: lambda desk: desk.told("call"),
    Phase.SPEAKING: speaking,
    Phase.PAUSED: paused,
    Phase.OVER_TIME: over_time,
    Phase.SUSPENDED: lambda desk: desk.told("suspend"),
    Phase.INTERLUDE: lambda desk: desk.told("begin_interlude", what="film"),
    Phase.CLOSED: lambda desk: desk.told("close_meeting", insist=True, reason="late"),
    "adjourned": lambda desk: desk.told("adjourn", waiting="carry_over"),
    "point waits": point_waits,
    "just ruled": just_ruled,
    "appeal waits": appeal_waits,
    "list closed": lambda desk: desk.told("close_list"),
    "one heard": lambda desk: (speaking(desk), desk.told("end_remark")),  # type: ignore[dict-item]
}
ALWAYS_LOOK_LIKE = {Phase.WARNING, Phase.LAST_SECONDS, Phase.PLANNED}
"""Phases in which the same keys do the same as while somebody speaks."""


def moment(code: str) -> Callable[[DeskAtWork], None]:
    def enter(desk: DeskAtWork) -> None:
        if desk.meeting.moment != code:
            desk.told("go_to_moment", moment=code, reason="a test", waiting="carry_over")
        if code.startswith("election"):
            office = "chair" if code == "election_of_authorities" else "next-chair"
            fields = {"election": office, "delegation": "MEX", "nominated_by": "BRA"}
            desk.told("nominate", **fields)

    return enter


PLAN = replace(
    ruled(limit_seconds=3600),
    recommendations=(RecommendationPlan(number=1, text="Share information"),),
)
WHERE = {**PHASES, **{f"in {item.code}": moment(item.code) for item in real_plan().moments}}


async def typed(desk: DeskAtWork, text: str, pace: int) -> list[str]:
    """Type a text at a pace, and return the kinds of what was recorded."""
    before = len(desk.kinds)
    desk.clock.advance(2_000)
    for letter in text:
        desk.clock.advance(pace)
        await press(desk.app, CHARACTERS.get(letter, letter))
    return desk.kinds[before:]


async def restored(desk: DeskAtWork, act: tuple[int, ...]) -> None:
    """Leave every question, undo what was done since an act, and select the first row."""
    while desk.dialog:
        await press(desk.app, "escape")
    while desk.meeting.last_act != act:
        desk.told("undo")
    desk.clock.advance(2_000)
    await desk.saved()
    await press(desk.app, "home")


def by_its_own(sentence: str) -> str:
    """Return the first key of a sentence, or its first two where people press them as a pair."""
    return sentence[: 2 if sentence.startswith("e ") else 1]


def some(where: str) -> list[tuple[int, str]]:
    """Return a part of the sentences with their places, another one in each situation."""
    tried = len(SENTENCES) if depth.deep else FEW
    first, often = list(WHERE).index(where), len(SENTENCES) // tried
    return [(place, text) for place, text in enumerate(SENTENCES) if (place + first) % often == 0]


@pytest.mark.deep
@pytest.mark.parametrize("where", WHERE)
async def test_nothing_is_recorded_beyond_the_first_key(
    where: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(keyboard, "HOLD", 60.0)  # a busy machine is no slow hand
    async with at_desk(tmp_path, "BRA", "CHL", "URY", plan=PLAN) as desk:
        WHERE[where](desk)
        desk.app.refresh_outlook()
        act, done = desk.meeting.last_act, {}
        for place, sentence in some(where):
            first = by_its_own(sentence)
            if first not in done and first != "q":
                done[first] = await typed(desk, first, 100)
                await restored(desk, act)
            pace = (60, 120, 190, 250)[place % 4]
            recorded = await typed(desk, sentence + "\n", pace)
            assert recorded == done.get(first, []), sentence
            await restored(desk, act)
        assert desk.app.is_running


def test_every_phase_and_every_sentence_is_tried() -> None:
    assert {text for where in WHERE for _, text in some(where)} == set(SENTENCES)
    assert set(Phase) - ALWAYS_LOOK_LIKE <= set(PHASES)
