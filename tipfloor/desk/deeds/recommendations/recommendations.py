"""The business of the recommendations: approve one or a block, and what else becomes of one."""

from __future__ import annotations

from collections.abc import Callable

from tipfloor.core.recommendations.approval import ApproveRecommendation, RejectRecommendation
from tipfloor.core.recommendations.deferring import (
    DeferRecommendation,
    ReopenRecommendation,
    WithdrawRecommendation,
)
from tipfloor.core.state.recommendation import (
    Recommendation,
    find_recommendation,
    next_recommendation,
    recommendations,
)
from tipfloor.desk.deeds.bars import while_still
from tipfloor.desk.deeds.deciding.deciding import ask_method
from tipfloor.desk.deeds.recommendations.fitting import (
    Fits,
    any_one,
    fitting,
    is_decided,
    is_open,
    is_undecided,
    some,
)
from tipfloor.desk.deeds.registry import deed
from tipfloor.desk.hand import Hand
from tipfloor.desk.question import AskChoice, ReadRecommendation
from tipfloor.desk.typed.delegations import AskDelegation
from tipfloor.desk.typed.recommendation import AskRecommendation
from tipfloor.words import say
from tipfloor.words.articles import beginning
from tipfloor.words.plain import plain

Chosen = Callable[[Recommendation], object]

SHOWN = 270
"""Characters of a text in the title of a question: four lines of it at 80 columns."""


@deed(
    offered="k",
    kinds=("recommendations",),
    rank=1,
    bar=while_still,
    some=some(is_open),
)
def approve_recommendation(hand: Hand) -> None:
    """Approve the next recommendation, or another one."""
    if found := next_recommendation(hand.meeting):
        _approve(hand, found)
    else:
        hand.notice(say("recommendations.none_fits"), "refusal")


@deed(offered="K", kinds=("recommendations",), bar=while_still, some=some(is_open))
def reject_recommendation(hand: Hand) -> None:
    """Reject a recommendation, by consensus or by a vote."""

    def answer(item: Recommendation) -> None:
        title = say("recommendations.reject", number=item.number, text=shown_text(item))
        ask_method(
            hand,
            title,
            hand.meeting.plan.rules.recommendations_majority,
            lambda decided: hand.tell(
                RejectRecommendation.model_validate({"number": item.number, **decided})
            ),
        )

    choose(hand, "reject_recommendation", is_open, answer)


@deed(
    offered="F",
    kinds=("recommendations",),
    rank=4,
    bar=while_still,
    some=some(is_undecided),
)
def defer_recommendation(hand: Hand) -> None:
    """Defer a recommendation; the reason is asked for at the end."""
    choose(
        hand,
        "defer_recommendation",
        is_undecided,
        lambda item: hand.tell(DeferRecommendation(number=item.number)),
    )


@deed(offered="W", kinds=("recommendations",), bar=while_still, some=some(is_open))
def withdraw_recommendation(hand: Hand) -> None:
    """Withdraw a recommendation, by a delegation or not."""

    def answer(item: Recommendation) -> None:
        title = say("recommendations.withdraw", number=item.number)
        ask_by_whom(
            hand,
            title,
            lambda code: hand.tell(WithdrawRecommendation(number=item.number, delegation=code)),
        )

    choose(hand, "withdraw_recommendation", is_open, answer)


@deed(offered="P", kinds=("recommendations",), bar=while_still, some=some(is_decided))
def reopen_recommendation(hand: Hand) -> None:
    """Open a decided recommendation again; the reason is asked for at the end."""
    choose(
        hand,
        "reopen_recommendation",
        is_decided,
        lambda item: hand.tell(ReopenRecommendation(number=item.number)),
    )


@deed(offered="q", kinds=("recommendations",), some=some(any_one))
def read_recommendation(hand: Hand) -> None:
    """Show the whole text of a recommendation."""
    choose(
        hand,
        "read_recommendation",
        any_one,
        lambda item: hand.show(ReadRecommendation(item)),
    )


def choose(hand: Hand, name: str, fits: Fits, chosen: Chosen) -> None:
    """Ask for which of the recommendations that fit a deed is done; one alone needs no question."""
    offered = fitting(hand.meeting, fits)
    if not offered:
        hand.notice(say("recommendations.none_fits"), "refusal")
    elif len(offered) == 1:
        chosen(offered[0])
    else:
        ask_which(hand, name, offered, chosen)


def ask_which(hand: Hand, name: str, offered: list[Recommendation], chosen: Chosen) -> None:
    """Ask for which of several recommendations a deed is done, the next one likely."""
    following = next_recommendation(hand.meeting)
    likely = following.number if following else None

    def answer(number: int) -> None:
        found = find_recommendation(hand.meeting, number)
        if found:
            chosen(found)

    title = say("recommendations.which", action=beginning(say(f"keys.{name}")))
    hand.ask(AskRecommendation(title, offered, likely), answer)


def ask_by_whom(hand: Hand, title: str, chosen: Callable[[str | None], object]) -> None:
    """Ask for a delegation, or for none."""
    answers = [(who, say(f"recommendations.whom_{who}")) for who in ("delegation", "nobody")]

    def answer(who: str) -> None:
        if who == "nobody":
            chosen(None)
        else:
            hand.ask(AskDelegation(title, hand.meeting.plan), chosen)

    hand.ask(AskChoice(title, answers), answer)


def shown_text(item: Recommendation) -> str:
    """Return as much of a recommendation's text as a question has room for."""
    text = plain(item.text)
    return text if len(text) <= SHOWN else text[: SHOWN - 1] + "…"


def _approve(hand: Hand, item: Recommendation) -> None:
    amended = item.fate_if_adopted == "adopted_as_amended"
    key = "recommendations.approve_amended" if amended else "recommendations.approve"
    others = [x for x in recommendations(hand.meeting) if x.is_open and x.number != item.number]
    more = {}
    if others:
        more["other"] = lambda: ask_which(
            hand, "approve_recommendation", others, lambda chosen: _approve(hand, chosen)
        )
    if len(plain(item.text)) > SHOWN:
        more["read"] = lambda: hand.show(ReadRecommendation(item))
    ask_method(
        hand,
        say(key, number=item.number, text=shown_text(item)),
        hand.meeting.plan.rules.recommendations_majority,
        lambda decided: hand.tell(
            ApproveRecommendation.model_validate({"number": item.number, **decided})
        ),
        more,
    )
