"""The base of every act and the registry of their kinds."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, ClassVar

from msgspec import Meta

from tipfloor.core.ground.directory import ACTS
from tipfloor.core.ground.event import Event
from tipfloor.core.ground.fields import LONGEST_TEXT
from tipfloor.core.ground.instant import Instant
from tipfloor.core.ground.refusal import Refused, Rule
from tipfloor.core.ground.registry import Registry
from tipfloor.core.ground.value import Checked, Trimmed

if TYPE_CHECKING:
    from tipfloor.core.state.meeting import Meeting

KINDS: Registry[type[Act]] = Registry("tipfloor.core", ACTS)
"""Every kind of act by its name; a room adds its own by declaring the class."""

Reason = Annotated[str, Meta(max_length=LONGEST_TEXT), Trimmed()]
DelegationCode = Annotated[
    str,
    Meta(pattern=r"\A[A-Za-z]{2,3}\Z"),
    Trimmed(upper=True),
]

SessionCode = Annotated[str, Meta(pattern=r"\A(moment:)?[a-z0-9][a-z0-9_-]{0,39}\Z")]
"""A session by its code; or a moment, for the list of its own business where it has no session."""


class Act(Checked):
    """Something that the desk asks of the meeting, with plain fields; it decides, never changes."""

    KINDS = KINDS

    needs_words: ClassVar[bool] = False
    """Whether it is refused where it is told in words and none of its fields is given."""

    asks: ClassVar[str] = ""
    """How the reason is asked for that it may lack, by the key of the words, where it has one."""

    worded: ClassVar[tuple[str, ...]] = ()
    """Its texts that may be given in several languages, the others in `translations`."""

    kind: str

    def decide(self, meeting: Meeting, now: Instant) -> list[Event]:
        """Return the events that the act brings about, at least one. Raises Refused."""
        raise NotImplementedError


def needs_reason(reason: str | None) -> str:
    """Return the reason, refusing a missing or blank one (PRACTICE: logged with a reason)."""
    if not reason or not reason.strip():
        raise Refused("reason_missing", Rule.REASONS)
    return reason
