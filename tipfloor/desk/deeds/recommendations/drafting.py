"""The business of the recommendations: the block, their texts, their marks, reservations."""

from __future__ import annotations

import re

from tipfloor.core.ground.refusal import Refused
from tipfloor.core.recommendations.block import ApproveBlock, members
from tipfloor.core.recommendations.drafting import (
    AddRecommendation,
    AmendRecommendation,
    SetRegionalPriority,
)
from tipfloor.core.recommendations.reserving import ReserveRecommendation, UnreserveRecommendation
from tipfloor.core.state.recommendation import Recommendation, block_by_default, recommendations
from tipfloor.desk.deeds.deciding.deciding import ask_method
from tipfloor.desk.deeds.recommendations.recommendations import ask_by_whom, choose
from tipfloor.desk.deeds.registry import deed
from tipfloor.desk.longest import longest
from tipfloor.desk.screens.ask_choice import AskChoice
from tipfloor.desk.screens.ask_delegation import AskDelegation
from tipfloor.desk.screens.ask_text import AskText
from tipfloor.desk.screens.desk import DeskScreen
from tipfloor.words import count, say
from tipfloor.words.plain import plain
from tipfloor.words.refusing import explain
from tipfloor.words.series import series


@deed
def approve_block(desk: DeskScreen) -> None:
    """Approve as a block what is undecided and not reserved, or the numbers that are typed."""
    numbers = tuple(item.number for item in block_by_default(desk.meeting))
    if numbers:
        _confirm_block(desk, numbers)
    elif any(item.is_open for item in recommendations(desk.meeting)):
        _ask_members(desk)
    else:
        desk.notice(say("recommendations.none_fits"), "refusal")


@deed
def amend_recommendation(desk: DeskScreen) -> None:
    """Change the text of a recommendation before its approval."""

    def answer(item: Recommendation) -> None:
        title = say("recommendations.amend", number=item.number)
        question = AskText(
            title, value=plain(item.text), longest=longest(AmendRecommendation, "text")
        )
        desk.ask(question, lambda typed: _amend(desk, item, typed))

    choose(desk, "amend_recommendation", lambda item: item.is_open, answer)


@deed
def prioritize_recommendation(desk: DeskScreen) -> None:
    """Mark a recommendation as a regional priority, or unmark it."""

    def answer(item: Recommendation) -> None:
        mark = not item.regional_priority
        desk.tell(SetRegionalPriority(number=item.number, regional_priority=mark))

    choose(desk, "prioritize_recommendation", lambda item: True, answer)


@deed
def add_recommendation(desk: DeskScreen) -> None:
    """Add a draft recommendation under the next number."""
    taken = (item.number for item in recommendations(desk.meeting))
    title = say("recommendations.add", number=max(taken, default=0) + 1)
    question = AskText(title, longest=longest(AddRecommendation, "text"))
    desk.ask(question, lambda text: desk.tell(AddRecommendation(text=text)))


@deed
def reserve_recommendation(desk: DeskScreen) -> None:
    """A delegation reserves its position on a recommendation, adopted or not."""

    def answer(item: Recommendation) -> None:
        title = say("recommendations.reserve", number=item.number)
        desk.ask(
            AskDelegation(title, desk.meeting.plan), lambda code: _reserve(desk, item.number, code)
        )

    choose(
        desk,
        "reserve_recommendation",
        lambda item: item.fate not in ("rejected", "withdrawn"),
        answer,
    )


@deed
def unreserve_recommendation(desk: DeskScreen) -> None:
    """A delegation withdraws its reservation."""

    def answer(item: Recommendation) -> None:
        answers = [(code, desk.named(code)) for code in item.reserved_by]
        title = say("recommendations.unreserve", number=item.number)
        desk.ask(
            AskChoice(title, answers),
            lambda code: desk.tell(UnreserveRecommendation(number=item.number, delegation=code)),
        )

    choose(desk, "unreserve_recommendation", lambda item: bool(item.reserved_by), answer)


def _confirm_block(desk: DeskScreen, numbers: tuple[int, ...]) -> None:
    counted = count("recommendations.block_count", len(numbers))
    title = say("recommendations.block", count=counted, numbers=series(numbers))
    opened = (item.number for item in recommendations(desk.meeting) if item.is_open)
    if left := [number for number in opened if number not in numbers]:
        title += "\n" + say("recommendations.block_left_out", numbers=series(left))
    ask_method(
        desk,
        title,
        desk.meeting.plan.rules.recommendations_majority,
        lambda decided: desk.tell(
            ApproveBlock.model_validate({"numbers": tuple(map(str, numbers)), **decided})
        ),
        {"block_others": lambda: _ask_members(desk)},
    )


def _ask_members(desk: DeskScreen) -> None:
    title, hint = say("recommendations.block_numbers"), say("recommendations.block_numbers_hint")

    def answer(typed: str) -> None:
        joined = re.sub(r"\s*([-\u2013])\s*", r"\1", typed)
        given = tuple(part for part in re.split(r"[,;\s]+", joined) if part)
        try:
            numbers = members(desk.meeting, given)
        except Refused as refused:
            desk.notice(explain(refused, desk.meeting.plan), "refusal")
        else:
            _confirm_block(desk, numbers)

    desk.ask(AskText(title, hint=hint), answer)


def _amend(desk: DeskScreen, item: Recommendation, typed: str) -> None:
    # The line shows the text on one row: left as it was, it is no amendment.
    text = item.text if typed == plain(item.text) else typed
    ask_by_whom(
        desk,
        say("recommendations.amended_by"),
        lambda code: desk.tell(AmendRecommendation(number=item.number, text=text, delegation=code)),
    )


def _reserve(desk: DeskScreen, number: int, code: str) -> None:
    question = AskText(
        say("recommendations.reserve_statement", delegation=desk.named(code)),
        hint=say("recommendations.optional_hint"),
        needed=False,
        longest=longest(ReserveRecommendation, "statement"),
    )
    desk.ask(
        question,
        lambda statement: desk.tell(
            ReserveRecommendation(number=number, delegation=code, statement=statement or None)
        ),
    )
