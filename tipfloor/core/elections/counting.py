"""Counting a ballot among candidates: reading the figures, and what they bring about."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable

from msgspec import Struct

from tipfloor.core.ground.majority import votes_needed
from tipfloor.core.ground.refusal import Refused, Rule
from tipfloor.core.state.election import ElectionMajority, Outcome
from tipfloor.core.state.meeting import Meeting

_BALLOTS = re.compile(r"\s*([A-Za-z]{2,3})\s*[=:]\s*([0-9]{1,4})\s*")


class Counted(Struct, frozen=True):
    """What the votes for candidates bring: who is elected, or who remains for the next ballot."""

    outcome: Outcome
    elected: str | None
    remaining: tuple[str, ...]


def read_ballots(meeting: Meeting, ballots: tuple[str, ...]) -> dict[str, int]:
    """Read figures such as "MEX:12" or "MEX=12" as votes by delegation. Raises Refused."""
    found: dict[str, int] = {}
    for given in ballots:
        parts = _BALLOTS.fullmatch(given)
        code = meeting.delegation(parts[1]).code if parts else ""
        if parts is None or code in found:
            raise Refused("ballots_unread", Rule.ELECTIONS, given=given[:60])
        found[code] = int(parts[2])
    return found


def counted(votes: dict[str, int], majority: ElectionMajority) -> Counted:
    """Return what votes for several candidates bring about.

    The most votes elect under "plurality"; under "majority" they must be more than half of those
    cast for candidates, abstentions and invalid ballots apart, or the two strongest remain. With
    the same number of votes at the top nobody is elected and those who share it remain.
    """
    most = max(votes.values())
    leaders = tuple(code for code, figure in votes.items() if figure == most)
    if len(leaders) > 1:
        return Counted("tie", None, leaders)
    if majority == "majority" and most * 2 <= sum(votes.values()):
        second = sorted(votes.values())[-2]
        strongest = tuple(code for code, figure in votes.items() if figure >= second)
        return Counted("no_majority", None, strongest)
    return Counted("elected", leaders[0], leaders)


def result_of(votes: dict[str, int], against: int | None, majority: ElectionMajority) -> Counted:
    """Return what a ballot brings about; `against` is None where several candidates stood."""
    if against is None:
        return counted(votes, majority)
    candidate, in_favour = next(iter(votes.items()))
    return counted_alone(candidate, in_favour, against)


def needed_of(votes: dict[str, int], against: int | None, majority: ElectionMajority) -> int:
    """Return how many votes elect: more than half of those counted, the most under plurality.

    With one candidate those counted are for and against it, else they are for all candidates.
    """
    if against is None and majority == "plurality":
        return sorted((0, *votes.values()))[-2] + 1
    return votes_needed("simple", sum(votes.values()) + (against or 0), 0)


def refuse_others(meeting: Meeting, given: Iterable[str], candidates: Collection[str]) -> None:
    """Refuse votes for a delegation that is no candidate."""
    for code in given:
        if code not in candidates:
            names = ", ".join(meeting.plan.name_of(item) for item in candidates)
            name = meeting.plan.name_of(code)
            raise Refused("no_ballots_for", Rule.ELECTIONS, delegation=name, candidates=names)


def counted_alone(candidate: str, in_favour: int, against: int) -> Counted:
    """Return what votes for and against the only candidate bring: more for than against elect."""
    if in_favour > against:
        return Counted("elected", candidate, (candidate,))
    return Counted("tie" if in_favour == against else "not_elected", None, (candidate,))
