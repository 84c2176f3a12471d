"""A prepared list loaded from its file: nobody is left out or kept back without a choice."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from msgspec.structs import replace

from tipfloor.core.ground.all_or_none import NotAll
from tipfloor.core.ground.event import Recorded
from tipfloor.core.ground.refusal import Refused
from tipfloor.core.list.preinscription import InscribeAll
from tipfloor.desk.deeds.bars import once_closed
from tipfloor.desk.deeds.list.away import answers, title
from tipfloor.desk.deeds.registry import deed
from tipfloor.desk.hand import Hand
from tipfloor.desk.question import AskChoice, AskText
from tipfloor.desk.questions import mended_by_reason
from tipfloor.listfile import (
    ListFault,
    ListUnusable,
    PreparedList,
    RowFault,
    outcome,
    read_list,
    refused_rows,
)
from tipfloor.words import count, say

LONGEST_PATH = 1000
"""Characters of the name of a file with its folders."""


@deed(
    offered="L",
    kinds=("introductory_session", "plenary_sessions"),
    everywhere=True,
    bar=once_closed,
)
def load_list(hand: Hand) -> None:
    """Ask for the file of a prepared list, and inscribe those in it that do not wait already."""
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
        rest = found.rest
        _ask_for_rest(hand, found.faults, len(rest.codes), lambda: _inscribe(hand, rest))
    else:
        _inscribe(hand, prepared)


def _inscribe(hand: Hand, prepared: PreparedList) -> None:
    """Ask what holds of those that are not here, then inscribe the list."""
    act = InscribeAll(delegations=prepared.codes, leave_out=("waiting",))
    away = [prepared.codes[place - 1] for place in _refused(hand, act, "check_in")]
    if not away:
        _inscribe_the_rest(hand, prepared, act)
        return

    def answer(chosen: str) -> None:
        out = (*act.leave_out, "away") if chosen == "left_out" else act.leave_out
        expected = "expected" if chosen == "expected" else None
        said = replace(act, leave_out=out, away=expected)
        _inscribe_the_rest(hand, prepared, said)

    hand.ask(AskChoice(title(hand, away), answers("expected", "left_out", of=away)), answer)


def _inscribe_the_rest(hand: Hand, prepared: PreparedList, act: InscribeAll) -> None:
    """Inscribe those that the meeting takes; who is refused is told by the rows of the file."""
    refused = _judged(hand, act)
    if refused is None or mended_by_reason(refused):
        _tell(hand, prepared, act)
        return
    faults = refused_rows(refused, prepared, hand.meeting.plan)
    others = len(prepared.codes) - len(faults)
    without = replace(act, leave_out=(*act.leave_out, "refused"))
    _ask_for_rest(hand, faults, others, lambda: _tell(hand, prepared, without))


def _tell(hand: Hand, prepared: PreparedList, act: InscribeAll) -> None:
    waited = {entry.delegation for entry in hand.meeting.speakers().waiting}

    def told(recorded: Sequence[Recorded]) -> None:
        hand.notice("\n".join(outcome(prepared, waited, recorded)), "done")

    hand.tell(act, then=told)


def _refused(hand: Hand, act: InscribeAll, code: str) -> list[int]:
    """Return the places that are refused for one cause."""
    refused = _judged(hand, act)
    places = refused.places if refused else ()
    return [place for place, why in places if why.code == code]


def _judged(hand: Hand, act: InscribeAll) -> NotAll | None:
    """Return why the meeting would not take all of a list, None where it does."""
    try:
        act.decide(hand.meeting, hand.now())
    except NotAll as refused:
        return refused
    except Refused:
        pass  # it is told as any refusal is
    return None


def _ask_for_rest(
    hand: Hand, faults: Sequence[RowFault], others: int, then: Callable[[], object]
) -> None:
    """Ask whether the others are inscribed where rows are at fault; say so where none are left."""
    first, more = faults[0], len(faults) - 1
    if not others:
        lines = [say("listfile.none"), say("listfile.row", row=first.row, words=first.words)]
        lines += [count("listfile.more", more)] if more else []
        hand.notice("\n".join(lines), "refusal")
        return
    many = count("listfile.rest_more", more) if more else ""
    asked = say("listfile.rest", row=first.row, words=first.words, more=many)
    choices = [
        ("others", count("listfile.rest_others", others)),
        ("nobody", say("listfile.rest_nobody")),
    ]

    def answer(chosen: str) -> None:
        if chosen == "others":
            then()
        else:
            hand.notice(say("listfile.none"), "refusal")

    hand.ask(AskChoice(asked, choices), answer)
