"""Several recommendations approved as a block, which lists its members."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Annotated, ClassVar, Literal

from msgspec import Meta

from tipfloor.core.deciding.flat import HowTaken
from tipfloor.core.ground.act import Act
from tipfloor.core.ground.event import Event
from tipfloor.core.ground.instant import Instant
from tipfloor.core.ground.refusal import Refused, Rule
from tipfloor.core.ground.value import Shared, Trimmed
from tipfloor.core.recommendations.approval import DecidingRecommendations, decided
from tipfloor.core.recommendations.drafting import known_recommendation, open_recommendation
from tipfloor.core.state.meeting import Meeting
from tipfloor.core.state.recommendation import (
    RecommendationDecision,
    block_by_default,
    find_recommendation,
    recommendations,
    with_recommendation,
)

Numbers = Annotated[
    str,
    Meta(max_length=20),
    Trimmed(number=True),
]
"""One number, or a range such as "5-9"."""

_RANGE = re.compile(r"([0-9]{1,4})(?:\s*[-\u2013]\s*([0-9]{1,4}))?")


class BlockAdopted(HowTaken, Event):
    """Several recommendations were adopted as a block; `amended` are those of changed text."""

    version: ClassVar[int] = 2
    kind: Literal["block_adopted"] = "block_adopted"
    numbers: tuple[int, ...]
    amended: tuple[int, ...] = ()
    reason: str | None = None

    def manner(self) -> Literal["", "vote"]:
        """Tell whether it was by a vote."""
        return "vote" if self.method == "vote" else ""

    def apply(self, meeting: Meeting) -> Meeting:
        """Keep the decision with each member."""
        for number in self.numbers:
            found = find_recommendation(meeting, number)
            if found is None:
                continue
            decision = RecommendationDecision(
                fate="adopted_as_amended" if number in self.amended else "adopted",
                at=self.at,
                moment=meeting.moment,
                taken=self.taken,
                block=self.numbers,
            )
            meeting = with_recommendation(meeting, found.deciding(decision))
        return meeting


class Members(Shared):
    """What the act about several recommendations begins with."""

    __slots__ = ()

    numbers: Annotated[tuple[Numbers, ...], Meta(max_length=500)] = ()


class ApproveBlock(DecidingRecommendations, Members, Act):
    """Approve several recommendations as a block.

    `numbers` names them, ranges as 5-9; without it, all that are undecided and not reserved.
    """

    needs_words: ClassVar[bool] = True
    asks = "ask.reason_skip"

    kind: Literal["approve_block"] = "approve_block"

    def decide(self, meeting: Meeting, now: Instant) -> list[Event]:
        """Approve them where every one of them is open (PRACTICE section 2, row vii).

        One alone is no block: it is approved by itself.
        """
        if self.numbers:
            chosen = members(meeting, self.numbers)
        else:
            chosen = tuple(item.number for item in block_by_default(meeting))
        if not chosen:
            raise Refused("empty_block", Rule.RECOMMENDATIONS)
        found = [open_recommendation(meeting, number) for number in chosen]
        taken = self.taken(meeting, carried=True)
        if len(found) == 1:
            return [decided(now, chosen[0], found[0].fate_if_adopted, taken, self.reason)]
        amended = tuple(item.number for item in found if item.fate_if_adopted != "adopted")
        adopted = BlockAdopted(
            at=now, numbers=chosen, amended=amended, reason=self.reason, **taken.flat
        )
        return [adopted]


def members(meeting: Meeting, numbers: tuple[str, ...]) -> tuple[int, ...]:
    """Return the numbers that texts such as "1" and "5-9" name, in order, each once.

    A range may leap over numbers that are not in use. Raises Refused.
    """
    known = [item.number for item in recommendations(meeting)]
    return tuple(sorted({number for given in numbers for number in _read(meeting, known, given)}))


def _read(meeting: Meeting, known: list[int], given: str) -> Iterator[int]:
    read = _RANGE.fullmatch(given)
    if read is None:
        raise Refused("no_numbers", Rule.RECOMMENDATIONS, given=given)
    first = known_recommendation(meeting, int(read[1])).number
    last = known_recommendation(meeting, int(read[2])).number if read[2] else first
    if last < first:
        raise Refused("no_numbers", Rule.RECOMMENDATIONS, given=given)
    return (number for number in known if first <= number <= last)
