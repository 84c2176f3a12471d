"""What is asked where a delegation is inscribed, called or given the floor and is not here."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from msgspec.structs import replace

from tipfloor.core.list.inscription import Inscribe
from tipfloor.core.list.requests import is_away
from tipfloor.desk.hand import Hand, named
from tipfloor.desk.question import AskChoice
from tipfloor.words import count
from tipfloor.words.joining import beside

Acts = Sequence[Inscribe]


def on_away(hand: Hand, acts: Acts, then: Callable[[Acts], object]) -> None:
    """Go on with inscriptions once it is said what holds of those that are not checked in.

    Enter says that they have come: they are checked in and inscribed in one act. Who is refused
    is told by itself, so that the rule stops it, the record notes the attempt, and nobody else is
    kept back.
    """
    away = [act.delegation for act in acts if is_away(hand.meeting, act.delegation)]
    if not away:
        then(acts)
        return

    def answer(chosen: str) -> None:
        if chosen == "refused":
            hand.tell_each([act for act in acts if act.delegation in away])
            if here := [act for act in acts if act.delegation not in away]:
                then(here)
        else:
            then([replace(act, away=chosen) for act in acts])  # of no account where one is here

    hand.ask(
        AskChoice(title(hand, away), answers("arrived", "expected", "refused", of=away)), answer
    )


def title(hand: Hand, away: Sequence[str]) -> str:
    """Say who is not checked in."""
    names = beside(named(hand, code) for code in away)
    return count("ask.away", len(away), names=names)


def answers(*kinds: str, of: Sequence[str]) -> list[tuple[str, str]]:
    """Return what may be said of those that are away, in words."""
    return [(kind, count(f"ask.away_{kind}", len(of))) for kind in kinds]
