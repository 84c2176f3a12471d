"""The business of the recommendations: approve one or a block, and what else becomes of one."""

from __future__ import annotations

from collections.abc import Callable

from tipfloor.core.recommendations.approval import ApproveRecommendation, RejectRecommendation
from tipfloor.core.recommendations.deferring import (
    DeferRecommendation,
    ReopenRecommendation,
    WithdrawRecommendation,
)
from tipfloor.core.state.recommendation import Recommendation, find_recommendation, recommendations
from tipfloor.desk.boards.recommendations import next_recommendation
from tipfloor.desk.deeds.deciding.deciding import ask_method
from tipfloor.desk.deeds.registry import deed
from tipfloor.desk.screens.ask_choice import AskChoice
from tipfloor.desk.screens.ask_delegation import AskDelegation
from tipfloor.desk.screens.ask_recommendation import AskRecommendation
from tipfloor.desk.screens.desk import DeskScreen
from tipfloor.desk.screens.read_recommendation import ReadRecommendation
from tipfloor.words import say
from tipfloor.words.plain import plain

Chosen = Callable[[Recommendation], object]

SHOWN = 270
"""Characters of a text in the title of a question: four lines of it at 80 columns."""


@deed
def approve_recommendation(desk: DeskScreen) -> None:
    """Approve the next recommendation, or another one."""
    if found := next_recommendation(desk.meeting):
        _approve(desk, found)
    else:
        desk.notice(say("recommendations.none_fits"), "refusal")


@deed
def reject_recommendation(desk: DeskScreen) -> None:
    """Reject a recommendation, by consensus or by a vote."""

    def answer(item: Recommendation) -> None:
        title = say("recommendations.reject", number=item.number, text=shown_text(item))
        ask_method(
            desk,
            title,
            desk.meeting.plan.rules.recommendations_majority,
            lambda decided: desk.tell(
                RejectRecommendation.model_validate({"number": item.number, **decided})
            ),
        )

    choose(desk, "reject_recommendation", lambda item: item.is_open, answer)


@deed
def defer_recommendation(desk: DeskScreen) -> None:
    """Defer a recommendation; the reason is asked for at the end."""
    choose(
        desk,
        "defer_recommendation",
        lambda item: item.fate == "undecided",
        lambda item: desk.tell(DeferRecommendation(number=item.number)),
    )


@deed
def withdraw_recommendation(desk: DeskScreen) -> None:
    """Withdraw a recommendation, by a delegation or not."""

    def answer(item: Recommendation) -> None:
        title = say("recommendations.withdraw", number=item.number)
        ask_by_whom(
            desk,
            title,
            lambda code: desk.tell(WithdrawRecommendation(number=item.number, delegation=code)),
        )

    choose(desk, "withdraw_recommendation", lambda item: item.is_open, answer)


@deed
def reopen_recommendation(desk: DeskScreen) -> None:
    """Open a decided recommendation again; the reason is asked for at the end."""
    choose(
        desk,
        "reopen_recommendation",
        lambda item: item.decision is not None,
        lambda item: desk.tell(ReopenRecommendation(number=item.number)),
    )


@deed
def read_recommendation(desk: DeskScreen) -> None:
    """Show the whole text of a recommendation."""
    choose(
        desk,
        "read_recommendation",
        lambda item: True,
        lambda item: desk.show(ReadRecommendation(item)),
    )


def choose(
    desk: DeskScreen, name: str, fits: Callable[[Recommendation], bool], chosen: Chosen
) -> None:
    """Ask for which of the recommendations that fit a deed is done; one alone needs no question."""
    offered = [item for item in recommendations(desk.meeting) if fits(item)]
    if not offered:
        desk.notice(say("recommendations.none_fits"), "refusal")
    elif len(offered) == 1:
        chosen(offered[0])
    else:
        ask_which(desk, name, offered, chosen)


def ask_which(desk: DeskScreen, name: str, offered: list[Recommendation], chosen: Chosen) -> None:
    """Ask for which of several recommendations a deed is done, the next one likely."""
    following = next_recommendation(desk.meeting)
    likely = following.number if following else None

    def answer(number: str) -> None:
        found = find_recommendation(desk.meeting, int(number))
        if found:
            chosen(found)

    title = say("recommendations.which", action=say(f"keys.{name}").capitalize())
    desk.ask(AskRecommendation(title, offered, likely), answer)


def ask_by_whom(desk: DeskScreen, title: str, chosen: Callable[[str | None], object]) -> None:
    """Ask for a delegation, or for none."""
    answers = [(who, say(f"recommendations.whom_{who}")) for who in ("delegation", "nobody")]

    def answer(who: str) -> None:
        if who == "nobody":
            chosen(None)
        else:
            desk.ask(AskDelegation(title, desk.meeting.plan), chosen)

    desk.ask(AskChoice(title, answers), answer)


def shown_text(item: Recommendation) -> str:
    """Return as much of a recommendation's text as a question has room for."""
    text = plain(item.text)
    return text if len(text) <= SHOWN else text[: SHOWN - 1] + "…"


def _approve(desk: DeskScreen, item: Recommendation) -> None:
    amended = item.fate_if_adopted == "adopted_as_amended"
    key = "recommendations.approve_amended" if amended else "recommendations.approve"
    others = [x for x in recommendations(desk.meeting) if x.is_open and x.number != item.number]
    more = {}
    if others:
        more["other"] = lambda: ask_which(
            desk, "approve_recommendation", others, lambda chosen: _approve(desk, chosen)
        )
    if len(plain(item.text)) > SHOWN:
        more["read"] = lambda: desk.show(ReadRecommendation(item))
    ask_method(
        desk,
        say(key, number=item.number, text=shown_text(item)),
        desk.meeting.plan.rules.recommendations_majority,
        lambda decided: desk.tell(
            ApproveRecommendation.model_validate({"number": item.number, **decided})
        ),
        more,
    )
