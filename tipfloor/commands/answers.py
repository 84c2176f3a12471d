"""What `tipfloor tell` answers to an act: its events, its refusal, or that it was not saved."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from msgspec import to_builtins

from tipfloor.commands.act_reading import Asked, Unread
from tipfloor.commands.stopping import DONE, REFUSED, UNUSABLE
from tipfloor.core.course.resting import last_rest
from tipfloor.core.ground.event import Recorded
from tipfloor.core.ground.refusal import Refused
from tipfloor.core.plan.plan import Plan
from tipfloor.proceedings import Proceedings
from tipfloor.store import Away, NotSaved, StoreFault, Unanswered
from tipfloor.store.codes import code_of
from tipfloor.words.refusing import explain, rule_text

Answer = dict[str, Any]


def answer(proceedings: Proceedings, read: Callable[[], Asked]) -> tuple[Answer, int]:
    """Tell the proceedings an act and return what came of it, with its exit status.

    An act that is told again with its id has the same answer as the first time.
    """
    try:
        act, act_id = read()
        return _events(proceedings.tell(act, act_id=act_id)), DONE
    except Refused as refused:
        return _refusal(refused, proceedings.meeting.plan), REFUSED
    except (NotSaved, Away, Unanswered) as fault:
        return not_saved(fault), UNUSABLE


def not_saved(fault: StoreFault) -> Answer:
    """Return the answer where the record could not be used."""
    from tipfloor.commands.troubles import fault_text

    said = {"code": fault.code, "record": fault.where, "detail": fault.detail}
    return {"not_saved": {**said, "message": fault_text(fault)}}


def _events(recorded: Iterable[Recorded]) -> Answer:
    """Return events as an answer, with the code for the minutes where the meeting rests by them."""
    told = [*recorded]
    events = [{"position": item.position, **to_builtins(item.event)} for item in told]
    rest = last_rest(told)
    return {"events": events, **({"code": code_of(rest.told.digest)} if rest else {})}


def _refusal(refused: Refused, plan: Plan) -> Answer:
    message = refused.message if isinstance(refused, Unread) else explain(refused, plan)
    said = {
        "code": refused.code,
        "rule": refused.rule.value,
        "rule_text": rule_text(refused.rule, plan),
        "message": message,
    }
    return {"refused": {**refused.facts, **said}}
