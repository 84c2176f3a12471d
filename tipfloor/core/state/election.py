"""An election as the meeting keeps it: nominations, ballots, offers to host, and the result."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from tipfloor.core.ground.instant import Instant
from tipfloor.core.state.taken import Method

ElectionMajority = Literal["majority", "plurality"]
"""Of the votes cast for candidates: more than half of them, or merely the most."""

BallotMajority = Literal["majority", "plurality", "simple"]
"""What a ballot was decided by: more for than against where there was one candidate."""

Outcome = Literal["elected", "tie", "no_majority", "not_elected"]
"""What a ballot brought: a result, a tie, too few votes for anybody, or more against than for."""


class Nomination(Struct, frozen=True):
    """A delegation nominated for an office, by whom and seconded by whom."""

    delegation: str
    nominated_by: str
    at: Instant
    seconded_by: tuple[str, ...] = ()
    withdrawn_at: Instant | None = None


class Ballot(Struct, frozen=True):
    """One round of a vote: the votes of each candidate, and the quorum at the time.

    `against` is None where there were several candidates. `remaining` are those among whom the next
    round decides, `nominations` is how many there had been before this one. `majority` is that of
    the rules, "simple" for the only candidate, and `votes_needed` what it came to; None in older
    records.
    """

    number: int
    at: Instant
    votes: tuple[tuple[str, int], ...]
    against: int | None
    abstaining: int
    invalid: int
    present: int
    needed: int
    outcome: Outcome
    remaining: tuple[str, ...]
    nominations: int
    majority: BallotMajority | None = None
    votes_needed: int | None = None
    corrected: bool = False


class HostOffer(Struct, frozen=True):
    """A delegation's offer to host the next meeting: where and when, in its own words."""

    delegation: str
    text: str
    at: Instant
    accepted_at: Instant | None = None


class ElectionResult(Struct, frozen=True):
    """Who was elected, how and when, with the quorum at the time; `away` is not checked in.

    `person` is the id of whoever holds the office, where the desk noted it.
    """

    delegation: str
    method: Method
    at: Instant
    present: int
    needed: int
    away: bool = False
    person: str | None = None


class Election(Struct, frozen=True):
    """One filling of an office; reopened, it is superseded and another one begins.

    `moments` are the codes of those in which it was dealt with.
    """

    nominations: tuple[Nomination, ...] = ()
    ballots: tuple[Ballot, ...] = ()
    offers: tuple[HostOffer, ...] = ()
    result: ElectionResult | None = None
    moments: tuple[str, ...] = ()
    superseded_at: Instant | None = None

    @property
    def nominated(self) -> tuple[Nomination, ...]:
        """The nominations that were not withdrawn, in order."""
        return tuple(item for item in self.nominations if item.withdrawn_at is None)

    @property
    def standing(self) -> tuple[Nomination, ...]:
        """Who stands: after a ballot those left by it, and whoever was nominated since.

        Where all of these withdrew, everybody else who was nominated.
        """
        if not self.ballots:
            return self.nominated
        last = self.ballots[-1]
        since = self.nominations[last.nominations :]
        left = (x for x in self.nominated if x.delegation in last.remaining or x in since)
        return tuple(left) or self.nominated

    def nomination(self, delegation: str) -> Nomination | None:
        """Find the nomination of a delegation that was not withdrawn."""
        return next((item for item in self.nominated if item.delegation == delegation), None)

    def offer(self, delegation: str) -> HostOffer | None:
        """Find a delegation's offer to host."""
        return next((item for item in self.offers if item.delegation == delegation), None)

    def with_nomination(self, newer: Nomination) -> Election:
        """Return it with the nomination of the same delegation replaced, as it is without one."""
        found = self.nomination(newer.delegation)
        every = tuple(newer if item is found else item for item in self.nominations)
        return replace(self, nominations=every)

    def with_offer(self, newer: HostOffer) -> Election:
        """Return it with a delegation's offer in place of its former one."""
        others = tuple(item for item in self.offers if item.delegation != newer.delegation)
        return replace(self, offers=(*others, newer))
