"""Who spoke how often and for how long: figures by delegation, topic, session and day."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable
from typing import Literal

from msgspec import Struct
from msgspec.structs import asdict, replace

from tipfloor.core.ground.instant import Instant
from tipfloor.core.reckoning.tallies import Ground, Tally, tallies
from tipfloor.core.state.meeting import Meeting
from tipfloor.core.state.sitting import sitting_of
from tipfloor.core.state.stage import RefusedRequest


class Figures(Struct, frozen=True):
    """The figures of one delegation, topic, session or day, named by `key`; times in milliseconds.

    `remarks` counts everything that was spoken, `replies` those among them that were replies;
    statements in writing are counted apart and take no time. With `outside`, the key is that of a
    moment, in which this happened outside of its sessions. An `office` is no delegation.
    """

    key: str
    outside: bool = False
    office: bool = False
    remarks: int = 0
    replies: int = 0
    written: int = 0
    speaking: int = 0
    over_time: int = 0
    refusals: int = 0

    @property
    def mean(self) -> int:
        """The mean speaking time of a remark, 0 without one."""
        return round(self.speaking / self.remarks) if self.remarks else 0

    def share(self, total: int) -> float:
        """Return the share of a total speaking time, from 0 to 1."""
        return self.speaking / total if total else 0.0

    def counting(self, spoken: Tally, refusals: int) -> Figures:
        """Return the figures of what was spoken and refused."""
        return replace(self, **asdict(spoken), refusals=refusals)


def by_delegation(meeting: Meeting, now: Instant) -> list[Figures]:
    """Return the figures of each delegation, the longest speaking time first; offices follow.

    An address counts for its office, so that the times add up to those of the whole meeting.
    """
    found = _figures(
        meeting,
        now,
        lambda r: Figures(r.delegation, office=r.is_address),
        lambda r: Figures(r.delegation),
    )
    return sorted(found, key=lambda x: (x.office, -x.speaking, -x.remarks, x.key))


def by_session(meeting: Meeting, now: Instant) -> list[Figures]:
    """Return the figures of each session by code, in the plan's order; outside, of the moment."""
    places = _places(meeting)
    found = _figures(meeting, now, _part_of, _part_of)
    return sorted(found, key=lambda item: places.get((item.outside, item.key), len(places)))


def by_topic(meeting: Meeting, now: Instant) -> list[Figures]:
    """Return the figures of each topic, in the plan's order.

    Outside of a session it is the document or recommendation that was spoken on, or none.
    """
    topics = {item.code: item.topic for item in meeting.plan.sessions}
    places = _places(meeting)
    order = {topics[code]: place for (outside, code), place in places.items() if not outside}

    def topic(happened: Ground | RefusedRequest) -> Figures:
        subject = happened.subject if isinstance(happened, Ground) else ""
        if happened.session in topics or not subject:
            return Figures(topics.get(happened.session or "", ""))
        return Figures(subject, outside=True)

    found = _figures(meeting, now, topic, topic)
    return sorted(found, key=lambda item: order.get(item.key, len(places)))


def by_day(meeting: Meeting, now: Instant) -> list[Figures]:
    """Return the figures of each day, an evening past midnight counted for its sitting."""

    def day(refused: RefusedRequest) -> Figures:
        sitting = sitting_of(meeting.sittings, refused.at)
        return Figures(sitting.day if sitting else meeting.local_day(refused.at))

    found = _figures(meeting, now, lambda r: Figures(r.day), day)
    return sorted(found, key=lambda item: item.key)


Cut = Literal["delegation", "topic", "session", "day"]

CUTS: dict[Cut, Callable[[Meeting, Instant], list[Figures]]] = {
    "delegation": by_delegation,
    "topic": by_topic,
    "session": by_session,
    "day": by_day,
}
"""The ways in which the figures of a meeting are cut; each adds up to the same."""


def total(figures: list[Figures]) -> Figures:
    """Return the sum of figures, under an empty key."""
    return Figures(
        key="",
        remarks=sum(item.remarks for item in figures),
        replies=sum(item.replies for item in figures),
        written=sum(item.written for item in figures),
        speaking=sum(item.speaking for item in figures),
        over_time=sum(item.over_time for item in figures),
        refusals=sum(item.refusals for item in figures),
    )


def _places(meeting: Meeting) -> dict[tuple[bool, str], int]:
    """Return the place of each session, and of each moment, which stands before its sessions."""
    parts: list[tuple[bool, str]] = []
    for moment in meeting.plan.moments:
        parts += [(True, moment.code)]
        parts += [(False, item.code) for item in meeting.plan.sessions_of(moment.code)]
    return {part: place for place, part in enumerate(parts)}


def _part_of(happened: Ground | RefusedRequest) -> Figures:
    if happened.session:
        return Figures(happened.session)
    return Figures(happened.moment, outside=True)


def _figures(
    meeting: Meeting,
    now: Instant,
    of_spoken: Callable[[Ground], Figures],
    of_refusal: Callable[[RefusedRequest], Figures],
) -> list[Figures]:
    """Return the figures of everything that happened, each counted for those it belongs to."""
    spoken: defaultdict[Figures, Tally] = defaultdict(Tally)
    for ground, tally in tallies(meeting, now).items():
        spoken[of_spoken(ground)].add(tally)
    refusals = Counter(of_refusal(refused) for refused in meeting.requests_refused)
    return [
        empty.counting(spoken.get(empty, Tally()), refusals[empty])
        for empty in dict.fromkeys((*spoken, *refusals))
    ]
