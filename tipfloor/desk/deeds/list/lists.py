"""Deeds of whole lists: one that was prepared in a file, and that of a session added live."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from msgspec.structs import replace

from tipfloor.core.course.opening_sessions import AddSession
from tipfloor.core.ground.all_or_none import NotAll
from tipfloor.core.ground.event import Recorded
from tipfloor.core.ground.folding import fold_text
from tipfloor.core.ground.refusal import Refused
from tipfloor.core.list.preinscription import InscribeAll
from tipfloor.core.plan.plan import Plan
from tipfloor.desk.deeds.registry import deed
from tipfloor.desk.deeds.worded import in_languages, worded
from tipfloor.desk.hand import Hand, line
from tipfloor.desk.question import AskText
from tipfloor.desk.questions import mended_by_reason
from tipfloor.listfile import (
    ListFault,
    ListUnusable,
    PreparedList,
    RowFault,
    read_list,
    refused_rows,
)
from tipfloor.words import count, say

LONGEST_CODE = 36

LONGEST_PATH = 1000
"""Characters of the name of a file with its folders."""


@deed(offered="L", kinds=("introductory_session", "plenary_sessions"))
def load_list(hand: Hand) -> None:
    """Ask for the file of a prepared list, and inscribe everyone in it or nobody."""
    question = AskText(
        say("ask.load_list"), hint=say("ask.load_list_hint"), needed=False, longest=LONGEST_PATH
    )
    hand.ask(question, lambda typed: _load(hand, typed))


def _load(hand: Hand, typed: str) -> None:
    try:
        path = Path(typed.strip().strip("'\"")).expanduser()
        prepared = read_list(path, hand.meeting.plan)
    except (ListUnusable, RuntimeError) as unusable:
        hand.notice(str(unusable), "refusal")
    except ListFault as found:
        hand.notice(_told(found.faults), "refusal")
    else:
        _inscribe(hand, prepared)


def _inscribe(hand: Hand, prepared: PreparedList) -> None:
    """Inscribe a prepared list; a refusal is told by the rows of the file."""
    act = InscribeAll(delegations=prepared.codes)
    try:
        act.decide(hand.meeting, hand.now())
    except NotAll as refused:
        if not mended_by_reason(refused):
            hand.notice(_told(refused_rows(refused, prepared, hand.meeting.plan)), "refusal")
            return
    except Refused:
        pass  # it is told as any refusal is
    hand.tell(act, then=lambda _: hand.notice(_done(prepared), "done"))


def _done(prepared: PreparedList) -> str:
    lines = [count("listfile.done", len(prepared.codes), codes=", ".join(prepared.codes))]
    if prepared.dropped:
        headers = ", ".join(prepared.dropped)
        lines.append(count("listfile.dropped", len(prepared.dropped), headers=headers))
    return "\n".join(lines)


def _told(faults: tuple[RowFault, ...]) -> str:
    """Return the first row at fault and how many more there are, as much as a notice holds."""
    first, more = faults[0], len(faults) - 1
    lines = [say("listfile.none"), say("listfile.row", row=first.row, words=first.words)]
    return "\n".join([*lines, count("listfile.more", more)] if more else lines)


@deed(offered="A", kinds=("plenary_sessions",))
def add_session(hand: Hand) -> None:
    """Ask for the title and the topic of a session, and add it to this moment."""

    def answer(title: str) -> None:
        if not title:
            hand.notice(say("ask.no_title"), "refusal")
            return
        question = AskText(say("ask.session_topic"), hint=hint, needed=False)
        hand.ask(question, lambda topic: _add(hand, title, topic or title))

    hint = in_languages(hand) or say("ask.session_hint")
    question = AskText(say("ask.session_title"), hint=hint, needed=False)
    hand.ask(question, answer)


def _add(hand: Hand, title: str, topic: str) -> None:
    act = worded(AddSession, hand, session="session", title=title, topic=topic)
    act = replace(act, session=code_of(act.title, hand.meeting.plan))

    def added(recorded: Sequence[Recorded]) -> None:
        hand.notice(say("desk.session_added", title=line(hand, recorded[0].position)), "done")

    hand.tell(act, then=added)


def code_of(title: str, plan: Plan) -> str:
    """Return a code for a session's title that no session of the plan has."""
    words = re.findall(r"[a-z0-9]+", fold_text(title))
    code = "-".join(words)[:LONGEST_CODE].strip("-") or "session"
    number, free = 1, code
    while plan.session(free):
        number += 1
        free = f"{code}-{number}"
    return free
