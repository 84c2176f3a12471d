"""One thing that may be done next."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from msgspec import Struct

from tipfloor.core.ground.act import KINDS, Act
from tipfloor.core.ground.instant import Instant

if TYPE_CHECKING:
    from tipfloor.core.state.meeting import Meeting


class Step(Struct, frozen=True):
    """What may be done next: its name, its act, and what it is about.

    `name` is the name of the deed that does it; `kind` that of its act, empty where it only shows
    or writes something. A step that `asks` needs an answer before there is an act. It is about a
    delegation or an office by code, or about something by its title or number.
    `told` is what the words go by where those of its act would not do.
    """

    name: str
    kind: str = ""
    asks: bool = False
    session: str | None = None
    delegation: str = ""
    title: str = ""
    number: int = 0
    told: str = ""

    @property
    def about(self) -> str:
        """What the words for it go by: the kind of its act, or its name."""
        return self.told or self.kind or self.name

    @property
    def act(self) -> Act | None:
        """The act as it can be told now, None where something is asked first."""
        if self.asks or not self.kind:
            return None
        fields = {"session": self.session} if self.session else {}
        return KINDS[self.kind](**fields)


Finder = Callable[["Meeting", Instant], Step | None]

FINDERS: dict[str, Finder] = {}
"""What finds each step in a meeting as of an instant, by the name of the step."""


def step(finder: Finder) -> Finder:
    """Make what finds a step known by its own name."""
    FINDERS[finder.__name__] = finder
    return finder
