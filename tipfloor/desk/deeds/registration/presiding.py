"""Deeds of the chair: who presides."""

from __future__ import annotations

from typing import get_args

from tipfloor.core.plan.programme import Office
from tipfloor.core.registration.presiding import ChangePresiding, elected_officers, officers
from tipfloor.core.state.stage import Presiding
from tipfloor.desk.deeds.registry import deed
from tipfloor.desk.hand import Hand
from tipfloor.desk.question import AskChoice
from tipfloor.desk.typed.delegations import AskDelegation
from tipfloor.words import say
from tipfloor.words.officers import officer_text


@deed(
    offered="H",
    kinds=(
        "opening_ceremony",
        "election_of_authorities",
        "election_of_next_chair",
        "closing_ceremony",
    ),
)
def presiding(hand: Hand) -> None:
    """Let another officer preside: one elected or who did before, or another delegation."""
    now = hand.meeting.presiding
    before = [(item.office, item.delegation) for item in officers(hand.meeting) if item.delegation]
    known = dict.fromkeys([*elected_officers(hand.meeting), *before])
    known.pop((now.office, now.delegation or ""), None)
    former = [
        (f"{office} {code}", officer_text(Presiding(office, code, now.since), hand.meeting.plan))
        for office, code in known
    ]
    others = [(office, say(f"ask.presides_{office}")) for office in get_args(Office)]
    question = AskChoice(
        say("ask.presiding", officer=officer_text(now, hand.meeting.plan)), [*former, *others]
    )
    hand.ask(question, lambda chosen: _chosen(hand, *chosen.split(" ")))


def _chosen(hand: Hand, office: str, code: str | None = None) -> None:
    if code is not None:
        hand.tell(ChangePresiding.model_validate({"office": office, "delegation": code}))
        return
    question = AskDelegation(say("ask.presides_who"), hand.meeting.plan)
    hand.ask(question, lambda found: _chosen(hand, office, found))
