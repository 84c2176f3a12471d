"""Deeds of the record that need no key: a statement in writing, a note, a correction."""

from __future__ import annotations

from tipfloor.core.course.notes import TakeNote
from tipfloor.core.floor.written import SubmitInWriting
from tipfloor.desk.deeds.registry import deed
from tipfloor.desk.deeds.worded import in_languages, worded
from tipfloor.desk.hand import Hand
from tipfloor.desk.question import AskChoice, AskText
from tipfloor.desk.typed.delegations import AskDelegation
from tipfloor.store import StoreFault
from tipfloor.words import say
from tipfloor.words.plain import plain

NOTES = ("note", "interlude", "outage")


@deed
def in_writing(hand: Hand) -> None:
    """A delegation hands in its statement instead of reading it."""
    likely = hand.selected.delegation if hand.selected else None
    question = AskDelegation(say("ask.in_writing"), hand.meeting.plan, likely)
    hand.ask(question, lambda code: hand.tell(SubmitInWriting(delegation=code)))


@deed
def put_back(hand: Hand) -> None:
    """Write the record into its place again, from which it was deleted."""

    def heard(outcome: Exception | None) -> None:
        if isinstance(outcome, StoreFault):
            kept = outcome.code == "not_deleted"
            key = "desk.not_deleted" if kept else "desk.not_put_back"
            facts = {"where": plain(outcome.where), "detail": plain(outcome.detail)}
            hand.notice(say(key, **facts), "refusal")
        elif outcome is not None:
            raise outcome
        else:
            hand.notice(say("desk.put_back"), "done")

    hand.record.put_back(heard)


@deed(offered="j")
def take_note(hand: Hand) -> None:
    """Write a line into the internal log."""
    answers = [(kind, say(f"ask.note_{kind}")) for kind in NOTES]

    def answer(kind: str) -> None:
        question = AskText(say("ask.note_text"), hint=in_languages(hand))
        hand.ask(
            question,
            lambda text: hand.tell(worded(TakeNote, hand, text=text, note=kind)),
        )

    hand.ask(AskChoice(say("ask.note"), answers), answer)
