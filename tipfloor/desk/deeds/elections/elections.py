"""Deeds of an election: nominations, acclamation, and the vote."""

from __future__ import annotations

from collections.abc import Callable

from msgspec.structs import replace

from tipfloor.core.deciding.voters import voters
from tipfloor.core.elections.acclaiming import Acclaim
from tipfloor.core.elections.balloting import HoldBallot
from tipfloor.core.elections.nominations import Nominate, Second, WithdrawNomination
from tipfloor.core.plan.programme import ElectionPlan
from tipfloor.core.state.election import Election
from tipfloor.desk.deeds.bars import while_still
from tipfloor.desk.deeds.elections.offices import choose, choose_office, some_office
from tipfloor.desk.deeds.registry import deed
from tipfloor.desk.hand import Hand, named
from tipfloor.desk.question import AskChoice, AskTally
from tipfloor.desk.typed.delegations import AskDelegation
from tipfloor.standing.chair.names import titled_office
from tipfloor.words import say
from tipfloor.words.plain import plain


def _is_open(office: ElectionPlan, election: Election) -> bool:
    return election.result is None


def _is_voted_on(office: ElectionPlan, election: Election) -> bool:
    return election.result is None and bool(election.nominated)


@deed(offered="n", tables=("elections",), rank=4, bar=while_still, some=some_office(_is_open))
def nominate(hand: Hand) -> None:
    """Ask for the office, who is nominated, by whom, and who seconds."""

    def ask_nominee(office: ElectionPlan, election: Election) -> None:
        title = say("ask.nominee", office=titled_office(office))
        question = AskDelegation(title, hand.meeting.plan)
        hand.ask(question, lambda nominee: ask_by(office, nominee))

    def ask_by(office: ElectionPlan, nominee: str) -> None:
        title = say("ask.nominated_by", delegation=named(hand, nominee))
        question = AskDelegation(title, hand.meeting.plan)
        hand.ask(question, lambda by: ask_second(office, nominee, by))

    def ask_second(office: ElectionPlan, nominee: str, by: str) -> None:
        def answer(second: str) -> None:
            act = Nominate(
                election=office.code,
                delegation=nominee,
                nominated_by=by,
                seconded_by=second or None,
            )
            hand.tell(act)

        _ask_second(hand, nominee, answer, needed=False)

    choose_office(hand, _is_open, ask_nominee)


@deed(offered="s", tables=("elections",), bar=while_still, some=some_office(_is_voted_on))
def second_nomination(hand: Hand) -> None:
    """Ask for the nominee and who seconds."""

    def ask_by(office: ElectionPlan, nominee: str) -> None:
        def answer(by: str) -> None:
            hand.tell(Second(election=office.code, delegation=nominee, seconded_by=by))

        _ask_second(hand, nominee, answer, needed=True)

    _choose_nominee(hand, ask_by)


@deed(offered="N", tables=("elections",), bar=while_still, some=some_office(_is_voted_on))
def withdraw_nomination(hand: Hand) -> None:
    """Ask for the nominee that stands no more."""

    def withdraw(office: ElectionPlan, nominee: str) -> None:
        hand.tell(WithdrawNomination(election=office.code, delegation=nominee))

    _choose_nominee(hand, withdraw)


@deed(
    offered="c",
    tables=("elections",),
    rank=4,
    bar=while_still,
    some=some_office(_is_voted_on),
)
def acclaim(hand: Hand) -> None:
    """Declare the only candidate elected; where it offers to host, ask whether that is accepted."""

    def elect(office: ElectionPlan, election: Election) -> None:
        candidates = [item.delegation for item in election.standing]
        act = Acclaim(
            election=office.code, delegation=candidates[0] if len(candidates) == 1 else None
        )
        offer = election.offer(candidates[0]) if len(candidates) == 1 else None
        if offer is None or any(item.accepted_at for item in election.offers):
            hand.tell(act)
            return
        title = say(
            "ask.acclaim_offer", delegation=named(hand, offer.delegation), text=plain(offer.text)
        )
        answers = [(kind, say(f"ask.acclaim_offer_{kind}")) for kind in ("yes", "no")]
        hand.ask(
            AskChoice(title, answers),
            lambda kind: hand.tell(replace(act, accept_offer=kind == "yes")),
        )

    choose_office(hand, _is_voted_on, elect, "no_candidate")


@deed(
    offered="v",
    tables=("elections",),
    rank=4,
    bar=while_still,
    some=some_office(_is_voted_on),
)
def elect_by_vote(hand: Hand) -> None:
    """Ask for the figures of a ballot in one line."""

    def ask(office: ElectionPlan, election: Election) -> None:
        _ask_figures(hand, office, election)

    choose_office(hand, _is_voted_on, ask, "no_candidate")


def _ask_figures(hand: Hand, office: ElectionPlan, election: Election) -> None:
    candidates = [item.delegation for item in election.standing]
    alone = len(candidates) == 1
    spoken = ("for", "against") if alone else ()
    columns = [] if alone else list(candidates)
    columns += [say(f"ask.column_{name}") for name in (*spoken, "abstaining", "invalid")]
    title = say("ask.ballot", number=len(election.ballots) + 1, office=plain(office.title))
    if alone:
        title = say("ask.offer_line", delegation=title, text=named(hand, candidates[0]))
    majority = "simple" if alone else hand.meeting.plan.rules.election_majority
    title = f"{title}\n{say(f'ask.carries_{majority}')}"

    def answer(figures: tuple[int, ...]) -> None:
        *votes, abstaining, invalid = figures
        cast = (
            {"in_favour": votes[0], "against": votes[1]}
            if alone
            else {"ballots": tuple(f"{c}={n}" for c, n in zip(candidates, votes, strict=True))}
        )
        fields = {"election": office.code, "abstaining": abstaining, "invalid": invalid, **cast}
        hand.tell(HoldBallot.model_validate(fields))

    needed = 1 if alone else len(candidates)
    hand.ask(AskTally(title, columns, needed, voters(hand.meeting)), answer)


def _ask_second(hand: Hand, nominee: str, answered: Callable[[str], None], *, needed: bool) -> None:
    title = say("ask.seconded_by", delegation=named(hand, nominee))
    hint = "" if needed else say("ask.seconded_hint")
    question = AskDelegation(title, hand.meeting.plan, hint=hint, needed=needed)
    hand.ask(question, answered)


def _choose_nominee(hand: Hand, then: Callable[[ElectionPlan, str], None]) -> None:
    def ask(office: ElectionPlan, election: Election) -> None:
        names = {item.delegation: named(hand, item.delegation) for item in election.nominated}
        choose(hand, say("ask.which_nominee"), names, lambda code: then(office, code))

    choose_office(hand, _is_voted_on, ask, "no_candidate")
