"""Who spoke how often and for how long: figures by delegation, topic, session and day."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from tipfloor.core.clock import Instant
from tipfloor.core.kept import RefusedRequest
from tipfloor.core.meeting import Meeting
from tipfloor.core.remark import Remark


@dataclass(frozen=True, slots=True)
class Figures:
    """The figures of one delegation, topic, session or day, named by `key`; times in milliseconds.

    `remarks` counts everything that was spoken, `replies` those among them that were replies;
    statements in writing are counted apart and take no time.
    """

    key: str
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

    def with_remark(self, remark: Remark, now: Instant) -> Figures:
        """Return the figures with one more remark, the one under way as it stands at `now`."""
        if not remark.was_spoken:
            return replace(self, written=self.written + 1)
        return replace(
            self,
            remarks=self.remarks + 1,
            replies=self.replies + (remark.entry.kind == "reply"),
            speaking=self.speaking + remark.speaking(now),
            over_time=self.over_time + remark.over_time(now),
        )


def by_delegation(meeting: Meeting, now: Instant) -> list[Figures]:
    """Return the figures of each delegation, the longest speaking time first.

    An address counts for its office, so that the times add up to those of the whole meeting.
    """
    found = _figures(meeting, now, lambda r: r.entry.delegation, lambda r: r.delegation)
    return sorted(found, key=lambda item: (-item.speaking, -item.remarks, item.key))


def by_session(meeting: Meeting, now: Instant) -> list[Figures]:
    """Return the figures of each session by code, in order; outside of one, of the moment."""
    return _figures(meeting, now, _part_of, _part_of)


def by_topic(meeting: Meeting, now: Instant) -> list[Figures]:
    """Return the figures of each topic, in order; what is outside of a session has none."""

    def topic(happened: Remark | RefusedRequest) -> str:
        planned = meeting.plan.session(happened.session or "")
        return planned.topic if planned else ""

    return _figures(meeting, now, topic, topic)


def by_day(meeting: Meeting, now: Instant) -> list[Figures]:
    """Return the figures of each day, an evening past midnight counted for its sitting."""
    return _figures(meeting, now, lambda r: r.day, lambda r: meeting.local_day(r.at))


def not_spoken(meeting: Meeting, session: str | None = None) -> list[str]:
    """Return the delegations that have not spoken, in a session or at all, in roster order.

    Of those that are present where a roll is kept, else of the whole roster.
    """
    heard = {
        remark.entry.delegation
        for remark in meeting.all_remarks
        if remark.was_spoken and session in (None, remark.session)
    }
    there = meeting.checked_in or {item.code for item in meeting.plan.delegations}
    return [
        item.code
        for item in meeting.plan.delegations
        if item.code in there and item.code not in heard
    ]


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


def _part_of(happened: Remark | RefusedRequest) -> str:
    return happened.session or happened.moment


def _figures(
    meeting: Meeting,
    now: Instant,
    of_remark: Callable[[Remark], str],
    of_refusal: Callable[[RefusedRequest], str],
) -> list[Figures]:
    found: dict[str, Figures] = {}
    for remark in meeting.all_remarks:
        key = of_remark(remark)
        found[key] = found.get(key, Figures(key)).with_remark(remark, now)
    for refused in meeting.refusals:
        key = of_refusal(refused)
        former = found.get(key, Figures(key))
        found[key] = replace(former, refusals=former.refusals + 1)
    return list(found.values())
