"""How a decision is asked for: by consensus, or by a vote with its count."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from tipfloor.core.deciding.voters import entitled_to_vote
from tipfloor.core.ground.majority import Majority, votes_needed
from tipfloor.core.state.taken import Tally
from tipfloor.desk.hand import Hand
from tipfloor.desk.question import AskChoice, AskText
from tipfloor.words import say

Decided = Callable[[dict[str, Any]], object]

MOST_VOTES = 1000

FIGURES = len(str(MOST_VOTES))


def ask_method(
    hand: Hand,
    title: str,
    majority: Majority,
    decided: Decided,
    more: Mapping[str, Callable[[], object]] | None = None,
) -> None:
    """Ask by which method, and give the fields of the act that decides.

    `majority` is what a vote needs; `more` are further answers, by the end of their words' key,
    with what each of them does.
    """
    further = more or {}
    kinds = ("by_consensus", "by_vote", *further)
    answers = [(kind, say(f"recommendations.do_{kind}")) for kind in kinds]

    def answer(kind: str) -> None:
        if kind in further:
            further[kind]()
        elif kind == "by_vote":
            _ask_votes(hand, majority, decided)
        else:
            decided({})

    hand.ask(AskChoice(title, answers), answer)


def carries(hand: Hand, majority: Majority) -> str:
    """Return what carries a vote by a majority, with how many members it is counted of."""
    members = entitled_to_vote(hand.meeting)
    needed = votes_needed(majority, 0, members)
    return say(f"ask.carries_{majority}", needed=needed, members=members)


def _ask_votes(hand: Hand, majority: Majority, decided: Decided) -> None:
    title = f"{say('recommendations.votes')}\n{carries(hand, majority)}"
    question = AskText(title, hint=say("recommendations.votes_hint"))

    def answer(typed: str) -> None:
        votes = votes_of(typed)
        if votes is None:
            hand.notice(say("recommendations.votes_unread"), "refusal")
            return
        decided({"method": "vote", **dict(zip(Tally._fields, votes, strict=False))})

    hand.ask(question, answer)


def votes_of(typed: str) -> tuple[int, ...] | None:
    """Return up to three counts as they were typed, None where they are not such."""
    words = typed.replace("-", " ").replace(",", " ").split()
    figures = all(word.isascii() and word.isdecimal() and len(word) <= FIGURES for word in words)
    if not 1 <= len(words) <= 3 or not figures:
        return None
    votes = tuple(map(int, words))
    return votes if max(votes) <= MOST_VOTES else None
