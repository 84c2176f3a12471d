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
from tipfloor.desk.deeds.bars import while_still
from tipfloor.desk.deeds.deciding.deciding import ask_method
from tipfloor.desk.deeds.recommendations.fitting import (
    any_one,
    is_open,
    is_reserved,
    may_be_reserved,
    some,
)
from tipfloor.desk.deeds.recommendations.recommendations import ask_by_whom, choose
from tipfloor.desk.deeds.registry import deed
from tipfloor.desk.deeds.worded import in_languages, worded
from tipfloor.desk.hand import Hand, named
from tipfloor.desk.longest import longest
from tipfloor.desk.question import AskChoice, AskText
from tipfloor.desk.typed.delegations import AskDelegation
from tipfloor.words import count, say
from tipfloor.words.plain import plain
from tipfloor.words.refusing import explain
from tipfloor.words.series import series


@deed(
    offered="b",
    kinds=("recommendations",),
    rank=2,
    bar=while_still,
    some=some(is_open),
)
def approve_block(hand: Hand) -> None:
    """Approve as a block what is undecided and not reserved, or the numbers that are typed."""
    numbers = tuple(item.number for item in block_by_default(hand.meeting))
    if numbers:
        _confirm_block(hand, numbers)
    elif any(item.is_open for item in recommendations(hand.meeting)):
        _ask_members(hand)
    else:
        hand.notice(say("recommendations.none_fits"), "refusal")


@deed(offered="m", kinds=("recommendations",), rank=3, some=some(is_open))
def amend_recommendation(hand: Hand) -> None:
    """Change the text of a recommendation before its approval."""

    def answer(item: Recommendation) -> None:
        title = say("recommendations.amend", number=item.number)
        question = AskText(
            title,
            hint=in_languages(hand),
            value=plain(item.text),
            longest=longest(AmendRecommendation, "text"),
        )
        hand.ask(question, lambda typed: _amend(hand, item, typed))

    choose(hand, "amend_recommendation", is_open, answer)


@deed(offered="z", kinds=("recommendations",), some=some(any_one))
def prioritize_recommendation(hand: Hand) -> None:
    """Mark a recommendation as a regional priority, or unmark it."""

    def answer(item: Recommendation) -> None:
        mark = not item.regional_priority
        hand.tell(SetRegionalPriority(number=item.number, regional_priority=mark))

    choose(hand, "prioritize_recommendation", any_one, answer)


@deed(offered="u", kinds=("recommendations",))
def add_recommendation(hand: Hand) -> None:
    """Add a draft recommendation under the next number."""
    taken = (item.number for item in recommendations(hand.meeting))
    title = say("recommendations.add", number=max(taken, default=0) + 1)
    hint = in_languages(hand)
    question = AskText(title, hint=hint, longest=longest(AddRecommendation, "text"))
    hand.ask(question, lambda text: hand.tell(worded(AddRecommendation, hand, text=text)))


@deed(offered="x", kinds=("recommendations",), some=some(may_be_reserved))
def reserve_recommendation(hand: Hand) -> None:
    """A delegation reserves its position on a recommendation, adopted or not."""

    def answer(item: Recommendation) -> None:
        title = say("recommendations.reserve", number=item.number)
        hand.ask(
            AskDelegation(title, hand.meeting.plan), lambda code: _reserve(hand, item.number, code)
        )

    choose(
        hand,
        "reserve_recommendation",
        may_be_reserved,
        answer,
    )


@deed(offered="U", kinds=("recommendations",), some=some(is_reserved))
def unreserve_recommendation(hand: Hand) -> None:
    """A delegation withdraws its reservation."""

    def answer(item: Recommendation) -> None:
        answers = [(code, named(hand, code)) for code in item.reserved_by]
        title = say("recommendations.unreserve", number=item.number)
        hand.ask(
            AskChoice(title, answers),
            lambda code: hand.tell(UnreserveRecommendation(number=item.number, delegation=code)),
        )

    choose(hand, "unreserve_recommendation", is_reserved, answer)


def _confirm_block(hand: Hand, numbers: tuple[int, ...]) -> None:
    counted = count("recommendations.block_count", len(numbers))
    title = say("recommendations.block", count=counted, numbers=series(numbers))
    opened = (item.number for item in recommendations(hand.meeting) if item.is_open)
    if left := [number for number in opened if number not in numbers]:
        title += "\n" + say("recommendations.block_left_out", numbers=series(left))
    ask_method(
        hand,
        title,
        hand.meeting.plan.rules.recommendations_majority,
        lambda decided: hand.tell(
            ApproveBlock.model_validate({"numbers": tuple(map(str, numbers)), **decided})
        ),
        {"block_others": lambda: _ask_members(hand)},
    )


def _ask_members(hand: Hand) -> None:
    title, hint = say("recommendations.block_numbers"), say("recommendations.block_numbers_hint")

    def answer(typed: str) -> None:
        joined = re.sub(r"\s*([-\u2013])\s*", r"\1", typed)
        given = tuple(part for part in re.split(r"[,;\s]+", joined) if part)
        try:
            numbers = members(hand.meeting, given)
        except Refused as refused:
            hand.notice(explain(refused, hand.meeting.plan), "refusal")
        else:
            _confirm_block(hand, numbers)

    hand.ask(AskText(title, hint=hint), answer)


def _amend(hand: Hand, item: Recommendation, typed: str) -> None:
    # The line shows the text on one row: left as it was, it is no amendment.
    said = {told: first for first, told in hand.meeting.plan.said.items()}
    text = said.get(item.text, item.text) if typed == plain(item.text) else typed
    fields = {"number": item.number, "text": text}
    ask_by_whom(
        hand,
        say("recommendations.amended_by"),
        lambda code: hand.tell(worded(AmendRecommendation, hand, **fields, delegation=code)),
    )


def _reserve(hand: Hand, number: int, code: str) -> None:
    question = AskText(
        say("recommendations.reserve_statement", delegation=named(hand, code)),
        hint=say("recommendations.optional_hint"),
        needed=False,
        longest=longest(ReserveRecommendation, "statement"),
    )
    hand.ask(
        question,
        lambda statement: hand.tell(
            ReserveRecommendation(number=number, delegation=code, statement=statement or None)
        ),
    )
