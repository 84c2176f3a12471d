"""Asking who is to be inscribed: codes or names, several at once, seen whole before Enter."""

from __future__ import annotations

from typing import ClassVar

from tipfloor.core.list.inscription import Inscribe, RemarkKind
from tipfloor.core.plan.plan import DelegationPlan
from tipfloor.core.plan.typed_names import Reading
from tipfloor.core.state.meeting import Meeting
from tipfloor.desk.typed.by_typing import Switch
from tipfloor.desk.typed.names import AskNames
from tipfloor.words import say


class AskInscription(AskNames[tuple[Inscribe, ...]]):
    """A question answered with the acts of inscription, in the order typed.

    "jam for atg bhs" inscribes Jamaica on behalf of the two others.
    """

    SWITCHES: ClassVar[tuple[Switch, ...]] = (
        Switch("ctrl+g", "general_report"),
        Switch("ctrl+t", "designated"),
        Switch("ctrl+r", "reply"),
    )
    KINDS: ClassVar[tuple[RemarkKind, ...]] = ("reply",)
    """The switches that say what the floor is asked for, the weightiest first."""

    def __init__(self, meeting: Meeting) -> None:
        super().__init__(say("ask.inscribe"), say("ask.inscribe_hint"), meeting.plan)
        self._meeting = meeting

    def note(self, item: DelegationPlan) -> str:
        """Return at which place a delegation waits already."""
        speakers = self._meeting.speakers()
        waiting = speakers.of(item.code)
        return say("ask.waits", place=speakers.place_of(waiting)) if waiting else ""

    def answer(self, reading: Reading, on: frozenset[str]) -> tuple[Inscribe, ...]:
        """Return an act for each who speaks."""
        behalf = tuple(item.code for item in reading.on_behalf_of)
        return tuple(
            Inscribe(
                delegation=item.code,
                on_behalf_of=behalf,
                general_report="general_report" in on,
                capacity="designated_delegate" if "designated" in on else None,
                remark_kind=next((kind for kind in self.KINDS if kind in on), "remark"),
            )
            for item in reading.taken
        )


class AskOnBusiness(AskInscription):
    """The same on a moment's own business: who moves an amendment, objects or explains."""

    SWITCHES = (
        Switch("ctrl+n", "amendment"),
        Switch("ctrl+o", "objection"),
        Switch("ctrl+l", "explanation"),
        *AskInscription.SWITCHES[1:],
    )
    KINDS = ("objection", "amendment", "explanation", "reply")
