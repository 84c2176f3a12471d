"""The deed that blacks the typed text of a row of the log out for good."""

from __future__ import annotations

from functools import partial

from tipfloor.core.ground.event import encode
from tipfloor.core.ground.refusal import Refused
from tipfloor.core.ground.typed import why_none
from tipfloor.desk.deeds.stale import tell_stale
from tipfloor.desk.hand import Hand, line
from tipfloor.desk.question import AskChoice
from tipfloor.desk.tones import Tone
from tipfloor.proceedings.blacking import BlackedOut, NothingTyped
from tipfloor.standing.kept_by_server import kept_by_server
from tipfloor.store import StoreFault
from tipfloor.words import say
from tipfloor.words.blacked_out import blacked_out_lines, not_blacked_out
from tipfloor.words.refusing import explain


def black_out_row(hand: Hand, position: int) -> None:
    """Ask first, with the row in words: what is blacked out never comes back."""
    event = hand.record.history[position - 1].event
    if why := why_none(event.kind, encode(event)):
        hand.notice(not_blacked_out(why, position), "refusal")
        return
    title = say("ask.black_out", position=position, text=line(hand, position))
    answers = [(kind, say(f"ask.black_out_{kind}")) for kind in ("no", "yes")]

    def answer(kind: str) -> None:
        if kind == "yes":
            _black_out(hand, position)

    hand.ask(AskChoice(title, answers), answer)


def _black_out(hand: Hand, position: int) -> None:
    try:
        hand.record.black_out(position, partial(_hear, hand, position))
    except Refused as refused:
        hand.notice(explain(refused, hand.meeting.plan), "refusal")


def _hear(hand: Hand, position: int, outcome: BlackedOut | Exception) -> None:
    """Tell how it ended, and which files hold the text still."""
    if isinstance(outcome, NothingTyped):
        hand.notice(not_blacked_out(outcome.code, position), "refusal")
    elif isinstance(outcome, StoreFault):
        hand.notice(say("desk.not_blacked_out", detail=outcome.detail), "error", stays=True)
    elif isinstance(outcome, Exception):
        raise outcome
    else:
        tone: Tone = "done" if outcome.erased else "error"
        done, *more = [*blacked_out_lines(outcome), *kept_by_server(hand.record.where)]
        hand.notice(done, tone, stays=not outcome.erased)
        tell_stale(hand, done, more)
