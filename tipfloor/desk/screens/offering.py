"""What the palette offers: every deed by what people call it, the likeliest now first."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, cast

from textual.command import DiscoveryHit, Hit, Hits, Provider

from tipfloor.desk.called import called, found, in_order
from tipfloor.desk.keys import KEYS
from tipfloor.words import say
from tipfloor.words.articles import beginning

if TYPE_CHECKING:
    from tipfloor.desk.app import DeskApp

SHOWN = {key.action: key.shown for key in KEYS} | {"language": "^l"}

FIRST = 1.0
LESS = 1e-4
"""By how much each deed found is worth less than the one before it."""


def offered() -> tuple[str, ...]:
    """Return the names of all that the palette offers."""
    from tipfloor.desk.deeds.rooms import WITHOUT_A_KEY

    return (*(key.action for key in KEYS), "language", *WITHOUT_A_KEY)


def titled(name: str) -> str:
    """Return the title of a deed in the palette, with its key."""
    title = beginning(say(f"keys.{name}"))
    return f"{title} ({SHOWN[name]})" if name in SHOWN else title


class Deeds(Provider):
    """Every deed of the desk."""

    async def search(self, query: str) -> Hits:
        """Yield the deeds that some words mean, the best first."""
        deeds = [called(name) for name in self._ordered()]
        for place, name in enumerate(found(query, deeds)):
            told = say(f"keys.{name}_help")
            title = titled(name)
            yield Hit(FIRST - place * LESS, title, self._doing(name), text=title, help=told)

    async def discover(self) -> Hits:
        """Yield every deed, the likeliest now first."""
        for name in self._ordered():
            told = say(f"keys.{name}_help")
            yield DiscoveryHit(titled(name), self._doing(name), help=told)

    def _ordered(self) -> list[str]:
        outlook = self._desk_app.desk.outlook
        likely = [step.name for step in outlook.steps] if outlook else []
        return in_order(likely, offered())

    def _doing(self, name: str) -> Callable[[], None]:
        app = self._desk_app
        return app.action_change_language if name == "language" else partial(app.desk.do, name)

    @property
    def _desk_app(self) -> DeskApp:
        return cast("DeskApp", self.app)
