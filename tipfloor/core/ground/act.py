"""The base of every act and the registry of their kinds."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any, ClassVar

from pydantic import BaseModel, ConfigDict, StringConstraints

from tipfloor.core.ground.directory import ACTS
from tipfloor.core.ground.event import Event
from tipfloor.core.ground.fields import LONGEST_TEXT
from tipfloor.core.ground.instant import Instant
from tipfloor.core.ground.refusal import Refused, Rule
from tipfloor.core.ground.registry import Registry

if TYPE_CHECKING:
    from tipfloor.core.state.meeting import Meeting

KINDS: Registry[type[Act]] = Registry("tipfloor.core", ACTS)
"""Every kind of act by its name; a room adds its own by declaring the class."""

Reason = Annotated[str, StringConstraints(strip_whitespace=True, max_length=LONGEST_TEXT)]
DelegationCode = Annotated[
    str,
    StringConstraints(strip_whitespace=True, to_upper=True, pattern=r"^[A-Za-z]{2,3}$"),
]

SessionCode = Annotated[str, StringConstraints(pattern=r"^(moment:)?[a-z0-9][a-z0-9_-]{0,39}$")]
"""A session by its code; or a moment, for the list of its own business where it has no session."""


class Act(BaseModel):
    """Something that the desk asks of the meeting, with plain fields; it decides, never changes."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    needs_words: ClassVar[bool] = False
    """Whether it is refused where it is told in words and none of its fields is given."""

    asks: ClassVar[str] = ""
    """How the reason is asked for that it may lack, by the key of the words, where it has one."""

    worded: ClassVar[tuple[str, ...]] = ()
    """Its texts that may be given in several languages, the others in `translations`."""

    kind: str

    @classmethod
    def __pydantic_init_subclass__(cls, **kwargs: Any) -> None:
        super().__pydantic_init_subclass__(**kwargs)
        KINDS.declare(str(cls.model_fields["kind"].default), cls)

    def decide(self, meeting: Meeting, now: Instant) -> list[Event]:
        """Return the events that the act brings about, at least one. Raises Refused."""
        raise NotImplementedError


def needs_reason(reason: str | None) -> str:
    """Return the reason, refusing a missing or blank one (PRACTICE: logged with a reason)."""
    if not reason or not reason.strip():
        raise Refused("reason_missing", Rule.REASONS)
    return reason
