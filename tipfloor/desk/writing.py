"""A file of the record that is written beside the desk, and what is said once it is."""

from __future__ import annotations

from collections.abc import Callable

from tipfloor.desk.export_job import Order, Outcome, carry_out, near
from tipfloor.desk.hand import Hand
from tipfloor.words import say
from tipfloor.words.plain import plain

Shown = Callable[[str, float], None]
"""What shows which file is being written and for how many seconds, without a name for none."""


async def write(hand: Hand, order: Order, record: str, shown: Shown) -> None:
    """Write a file of a record, showing how long it takes, and say how it ended."""
    name = order.path.name
    shown(name, 0.0)
    try:
        outcome = await carry_out(order, record, lambda passed: shown(name, passed))
    except OSError as error:
        outcome = Outcome(3, error.strerror or str(error))
    finally:
        shown("", 0.0)
    if outcome.status:
        hand.notice(plain(outcome.said), "error", stays=True)
        return
    unsaved = hand.record.waiting.owed
    key = "desk.written_but" if unsaved else "desk.written"
    hand.notice(say(key, path=plain(near(order.path)), number=unsaved), "done", stays=True)
