"""The recommendations in the minutes: decisions in their order, reservations, texts adopted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from tipfloor.core.state.meeting import Meeting
from tipfloor.core.state.recommendation import (
    ADOPTED,
    Recommendation,
    RecommendationDecision,
    recommendations,
)
from tipfloor.core.state.reservation import Reservation
from tipfloor.export.snapshot import Snapshot
from tipfloor.words import count, say
from tipfloor.words.majorities import taken_text
from tipfloor.words.series import series

DecidedTogether = tuple[RecommendationDecision, list[Recommendation]]
"""A decision with the recommendations that it was about: the members of its block, or one."""


def recommending(snapshot: Snapshot, moment: str) -> Iterator[str]:
    """Give what a moment's minutes tell of the recommendations (PRACTICE section 2, row vii)."""
    meeting = snapshot.meeting
    every = recommendations(meeting)
    for decision, about in _taken(every, moment):
        yield from _in_block(decision, about) if decision.block else _alone(decision, about[0])
    here = [item for item in every if _moment_of(item, meeting) == moment]
    adopted = [item for item in here if item.fate in ADOPTED]
    yield from _listed(
        "recommendations.of_priority", (item for item in adopted if item.regional_priority)
    )
    for item in here:
        yield from (_reserved(made, item, meeting) for made in item.reservations if made.is_open)
    yield from _listed(
        "recommendations.still_undecided", (item for item in here if item.fate == "undecided")
    )
    for item in adopted:
        prior = item.regional_priority
        key = "recommendations.whole_priority" if prior else "recommendations.whole_plain"
        yield say(key, number=item.number, text=item.text)


def approved_in_force(snapshot: Snapshot, moment: str) -> Iterator[str]:
    """Give the decisions of a moment that still hold, the members of a block together."""
    every = recommendations(snapshot.meeting)
    for decision, about in _taken(every, moment):
        held = [item for item in about if _holds(decision, item)]
        if decision.block and held:
            yield from _in_block(replace(decision, block=tuple(x.number for x in held)), held)
        elif held and decision.fate != "deferred":
            yield from _alone(decision, held[0])
    here = (x for x in every if x.fate in ADOPTED and _moment_of(x, snapshot.meeting) == moment)
    yield from _listed("recommendations.of_priority", (x for x in here if x.regional_priority))


def _taken(every: Iterable[Recommendation], moment: str) -> list[DecidedTogether]:
    """Return the decisions of a moment in the order in which they were taken, a block once."""
    found: dict[object, DecidedTogether] = {}
    for item in every:
        held = [item.decision] if item.decision else []
        for decision in (*(former.decision for former in item.superseded), *held):
            if decision.moment == moment:
                same = (decision.at, decision.block or item.number)
                found.setdefault(same, (decision, []))[1].append(item)
    return sorted(found.values(), key=lambda taken: taken[0].at.utc)


def _alone(decision: RecommendationDecision, item: Recommendation) -> Iterator[str]:
    method = taken_text(decision.taken)
    yield say(f"recommendations.was_{decision.fate}", number=item.number, method=method)
    if decision != item.decision:
        yield from _listed("recommendations.superseded", [item])


def _in_block(decision: RecommendationDecision, about: list[Recommendation]) -> Iterator[str]:
    numbers, method = series(decision.block), taken_text(decision.taken)
    yield say("recommendations.block_adopted", numbers=numbers, method=method)
    former = [item for item in about if not _holds(decision, item)]
    changed = [item for item in about if item not in former]
    amended = (item for item in changed if item.fate == "adopted_as_amended")
    yield from _listed("recommendations.block_amended", amended)
    yield from _listed("recommendations.superseded", former)


def _holds(decision: RecommendationDecision, item: Recommendation) -> bool:
    held = item.decision
    return held is not None and held.at == decision.at


def _listed(key: str, items: Iterable[Recommendation]) -> Iterator[str]:
    numbers = [item.number for item in items]
    if numbers:
        yield count(key, len(numbers), numbers=series(numbers))


def _reserved(made: Reservation, item: Recommendation, meeting: Meeting) -> str:
    key = "recommendations.reservation_stated" if made.text else "recommendations.reservation"
    name = meeting.plan.name_of(made.delegation)
    return say(key, delegation=name, number=item.number, statement=made.text)


def _moment_of(item: Recommendation, meeting: Meeting) -> str | None:
    """Return the moment that tells of one: that of its decision, else the one meant for them."""
    if item.decision:
        return item.decision.moment
    kinds = {planned.kind: planned.code for planned in meeting.plan.moments}
    return kinds.get("recommendations")
