"""The business of documents: adopted, amended, revised, reserved on, reopened."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, get_args

from tipfloor.core.documents.adoption import (
    AdoptDocument,
    DeferDocument,
    RejectDocument,
    ReopenDocument,
)
from tipfloor.core.documents.amending import ProposeAmendment, SettleAmendment, WithdrawAmendment
from tipfloor.core.documents.issuing import AddDocument, IssueRevision
from tipfloor.core.documents.reserving import Reserve, WithdrawReservation
from tipfloor.core.ground.value import Unfit
from tipfloor.core.state.document import Document
from tipfloor.core.state.reservation import Recorded
from tipfloor.desk.deeds.bars import while_still
from tipfloor.desk.deeds.deciding.deciding import ask_method
from tipfloor.desk.deeds.documents.fitting import (
    Fits,
    any_one,
    fitting,
    is_amended,
    is_decided,
    is_open,
    is_undecided,
    some,
)
from tipfloor.desk.deeds.registry import deed
from tipfloor.desk.deeds.worded import in_languages, worded
from tipfloor.desk.hand import Hand, named
from tipfloor.desk.longest import longest
from tipfloor.desk.question import AskChoice, AskText
from tipfloor.desk.typed.delegations import AskDelegation
from tipfloor.standing.sections.documents import name_of
from tipfloor.words import say
from tipfloor.words.articles import beginning
from tipfloor.words.plain import plain

Chosen = Callable[[Document], object]


@deed(
    offered="a",
    kinds=("adoption",),
    tables=("documents",),
    rank=7,
    bar=while_still,
    some=some(is_open),
)
def adopt_document(hand: Hand) -> None:
    """Adopt a document, by consensus or by a vote."""
    _choose(hand, "adopt_document", is_open, lambda item: _decide(hand, item, AdoptDocument))


@deed(
    offered="J",
    kinds=("adoption",),
    tables=("documents",),
    rank=8,
    bar=while_still,
    some=some(is_open),
)
def reject_document(hand: Hand) -> None:
    """Reject a document, by consensus or by a vote."""
    _choose(hand, "reject_document", is_open, lambda item: _decide(hand, item, RejectDocument))


@deed(
    offered="D",
    kinds=("adoption",),
    tables=("documents",),
    rank=8,
    bar=while_still,
    some=some(is_undecided),
)
def defer_document(hand: Hand) -> None:
    """Defer a document; the reason is asked for at the end."""
    _choose(
        hand,
        "defer_document",
        is_undecided,
        lambda item: hand.tell(DeferDocument(document=item.plan.code)),
    )


@deed(
    offered="O",
    kinds=("adoption",),
    tables=("documents",),
    rank=8,
    bar=while_still,
    some=some(is_decided),
)
def reopen_document(hand: Hand) -> None:
    """Open a decided document again; the reason is asked for at the end."""
    _choose(
        hand,
        "reopen_document",
        is_decided,
        lambda item: hand.tell(ReopenDocument(document=item.plan.code)),
    )


@deed(
    offered="p",
    kinds=("adoption",),
    tables=("documents",),
    rank=7,
    bar=while_still,
    some=some(is_open),
)
def propose_amendment(hand: Hand) -> None:
    """An amendment is proposed: by whom, to which text, in which words."""

    def answer(item: Document) -> None:
        def by(code: str) -> None:
            hand.ask(AskText(say("documents.where")), lambda where: words(code, where))

        def words(code: str, where: str) -> None:
            fields = {"document": item.plan.code, "delegation": code, "reference": where}
            hand.ask(
                AskText(
                    say("documents.amendment_text", reference=where),
                    hint=in_languages(hand),
                    longest=longest(ProposeAmendment, "text"),
                ),
                lambda text: hand.tell(worded(ProposeAmendment, hand, **fields, text=text)),
            )

        title = say("documents.amendment_by", symbol=name_of(item))
        hand.ask(AskDelegation(title, hand.meeting.plan), by)

    _choose(hand, "propose_amendment", is_open, answer)


@deed(
    offered="l",
    kinds=("adoption",),
    tables=("documents",),
    rank=7,
    bar=while_still,
    some=some(is_amended),
)
def settle_amendment(hand: Hand) -> None:
    """A pending amendment is adopted, rejected or withdrawn."""
    _choose(hand, "settle_amendment", is_amended, lambda x: _settle(hand, x))


@deed(offered="r", kinds=("adoption",), tables=("documents",), rank=7, some=some(is_open))
def issue_revision(hand: Hand) -> None:
    """The next revision of a document is distributed."""

    def answer(item: Document) -> None:
        question = AskText(
            say("documents.languages", symbol=name_of(item), revision=item.revision + 1),
            hint=say("documents.languages_hint"),
            needed=False,
        )

        def languages(typed: str) -> None:
            given = tuple(typed.lower().replace(",", " ").split()) or item.languages
            _tell(hand, IssueRevision, item, revision=item.revision + 1, languages=given)

        hand.ask(question, languages)

    _choose(hand, "issue_revision", is_open, answer)


@deed(offered="e", kinds=("adoption",), tables=("documents",), rank=7, some=some(any_one))
def reserve_on_document(hand: Hand) -> None:
    """A delegation puts a reservation, a footnote or an explanation on record."""

    def answer(item: Document) -> None:
        kinds = [(kind, say(f"documents.recorded_{kind}")) for kind in get_args(Recorded)]
        title = say("documents.record_what", symbol=name_of(item))
        hand.ask(AskChoice(title, kinds), lambda kind: _reserve(hand, item, kind))

    _choose(hand, "reserve_on_document", any_one, answer)


@deed
def withdraw_reservation(hand: Hand) -> None:
    """A delegation withdraws its reservation on a document."""

    def answer(item: Document) -> None:
        codes = [(code, named(hand, code)) for code in item.reserved_by]
        hand.ask(
            AskChoice(say("documents.whose"), codes),
            lambda code: _tell(hand, WithdrawReservation, item, delegation=code),
        )

    _choose(hand, "withdraw_reservation", lambda item: bool(item.reserved_by), answer)


@deed
def add_document(hand: Hand) -> None:
    """A document that was not planned is taken up in this moment: its symbol, then its title."""

    def symbol(typed: str) -> None:
        code = f"document-{len(hand.meeting.plan.documents) + 1}"
        fields = {"document": code, "symbol": typed, "moment": hand.meeting.moment}
        hand.ask(
            AskText(say("documents.title", symbol=plain(typed)), hint=in_languages(hand)),
            lambda title: hand.tell(worded(AddDocument, hand, **fields, title=title)),
        )

    hand.ask(AskText(say("documents.symbol"), longest=longest(AddDocument, "symbol")), symbol)


def _decide(hand: Hand, item: Document, act: type[AdoptDocument] | type[RejectDocument]) -> None:
    verb = "adopt" if act is AdoptDocument else "reject"
    title = say(f"documents.{verb}", symbol=name_of(item), title=plain(item.plan.title))
    majority = hand.meeting.plan.rules.documents_majority
    ask_method(hand, title, majority, lambda decided: _tell(hand, act, item, **decided))


def _settle(hand: Hand, item: Document) -> None:
    number = item.pending[0]
    found = item.amendment(number)
    if found is None:
        return
    title = say(
        "documents.settle",
        number=number,
        delegation=named(hand, found.delegation),
        reference=plain(found.reference),
        text=plain(found.text)[:200],
    )
    answers = [(what, say(f"documents.settle_{what}")) for what in ("adopted", "rejected")]
    answers.append(("withdrawn", say("documents.settle_withdrawn")))

    def answer(what: str) -> None:
        if what == "withdrawn":
            _tell(hand, WithdrawAmendment, item, number=number)
            return
        fields = {"number": number, "outcome": what}
        ask_method(
            hand,
            title,
            hand.meeting.plan.rules.documents_majority,
            lambda how: _tell(hand, SettleAmendment, item, **fields, **how),
        )

    hand.ask(AskChoice(title, answers), answer)


def _reserve(hand: Hand, item: Document, recorded: str) -> None:
    def by(code: str) -> None:
        fields = {"delegation": code, "recorded": recorded}
        hand.ask(
            AskText(say("documents.where"), needed=False),
            lambda where: _tell(hand, Reserve, item, reference=where or None, **fields),
        )

    hand.ask(AskDelegation(say(f"documents.recorded_{recorded}_by"), hand.meeting.plan), by)


def _tell(hand: Hand, act: type[Any], item: Document, **fields: Any) -> None:
    """Tell an act about a document, saying what is wrong where its fields cannot be read."""
    try:
        told = act.model_validate({"document": item.plan.code, **fields})
    except Unfit:
        hand.notice(say("documents.unread"), "refusal")
        return
    hand.tell(told)


def _choose(hand: Hand, name: str, fits: Fits, chosen: Chosen) -> None:
    """Ask for which of the documents that fit a deed is done, those of this moment first."""
    offered = fitting(hand.meeting, fits)
    if not offered:
        hand.notice(say("documents.none_fits"), "refusal")
    elif len(offered) == 1:
        chosen(offered[0])
    else:
        by_code = {item.plan.code: item for item in offered}
        answers = [
            (code, f"{name_of(item)}  {plain(item.plan.title)}") for code, item in by_code.items()
        ]
        title = say("documents.which", action=beginning(say(f"keys.{name}")))
        hand.ask(AskChoice(title, answers), lambda code: chosen(by_code[code]))
