"""Deeds of the record that need no key: a statement in writing, a note, a correction."""

from __future__ import annotations

from tipfloor.core.course.notes import TakeNote
from tipfloor.core.floor.written import SubmitInWriting
from tipfloor.desk.deeds.registry import deed
from tipfloor.desk.screens.ask_choice import AskChoice
from tipfloor.desk.screens.ask_delegation import AskDelegation
from tipfloor.desk.screens.ask_text import AskText
from tipfloor.desk.screens.desk import DeskScreen
from tipfloor.words import say

NOTES = ("note", "interlude", "outage")


@deed
def in_writing(desk: DeskScreen) -> None:
    """A delegation hands in its statement instead of reading it."""
    likely = desk.selected.delegation if desk.selected else None
    question = AskDelegation(say("ask.in_writing"), desk.meeting.plan, likely)
    desk.ask(question, lambda code: desk.tell(SubmitInWriting(delegation=code)))


@deed
def take_note(desk: DeskScreen) -> None:
    """Write a line into the internal log."""
    answers = [(kind, say(f"ask.note_{kind}")) for kind in NOTES]

    def answer(kind: str) -> None:
        question = AskText(say("ask.note_text"))
        desk.ask(
            question,
            lambda text: desk.tell(TakeNote.model_validate({"text": text, "note": kind})),
        )

    desk.ask(AskChoice(say("ask.note"), answers), answer)
