"""Deeds about the offices themselves: an offer to host, an election reopened or added."""

from __future__ import annotations

from collections.abc import Callable
from itertools import count

from tipfloor.core.elections.host_offers import AcceptHostOffer, OfferToHost
from tipfloor.core.elections.offices import election_of
from tipfloor.core.elections.reopening import AddElection, ReopenElection
from tipfloor.core.ground.refusal import Refused, Rule
from tipfloor.core.leading.open_business import office_to_fill
from tipfloor.core.plan.programme import ElectionPlan
from tipfloor.core.state.election import Election
from tipfloor.desk.deeds.bars import while_still
from tipfloor.desk.deeds.registry import When, deed
from tipfloor.desk.deeds.worded import in_languages, worded
from tipfloor.desk.hand import Hand, named
from tipfloor.desk.question import AskChoice, AskText
from tipfloor.desk.typed.delegations import AskDelegation
from tipfloor.desk.ways_out import explained
from tipfloor.words import say
from tipfloor.words.plain import plain

Fits = Callable[[ElectionPlan, Election], object]
Then = Callable[[ElectionPlan, Election], None]


def choose_office(hand: Hand, fits: Fits, then: Then, lacks: str = "") -> None:
    """Go on with the office that fits, asking where several do: those of this moment first.

    `lacks` is the code of the refusal that says why none does, where an office is to be filled.
    """
    meeting = hand.meeting
    fitting = [
        item for item in meeting.plan.elections if fits(item, election_of(meeting, item.code))
    ]
    here = [item for item in fitting if item.moment == meeting.moment]
    offices = {item.code: item for item in here or fitting}

    def answer(code: str) -> None:
        then(offices[code], election_of(hand.meeting, code))

    if not offices and lacks and (unfilled := office_to_fill(meeting)):
        refused = Refused(lacks, Rule.ELECTIONS, office=unfilled.title)
        hand.notice(explained(refused, meeting, hand.now()), "refusal")
        return
    titles = {code: plain(item.title) for code, item in offices.items()}
    choose(hand, say("ask.election_office"), titles, answer)


def choose(hand: Hand, title: str, answers: dict[str, str], then: Callable[[str], None]) -> None:
    """Go on with the only answer, or with the one that is chosen; say so where there is none."""
    if not answers:
        hand.notice(say("ask.no_election"), "warning")
    elif len(answers) == 1:
        then(next(iter(answers)))
    else:
        hand.ask(AskChoice(title, list(answers.items())), then)


def some_office(fits: Fits) -> When:
    """Return what tells whether some office fits."""
    return lambda meeting: any(
        fits(item, election_of(meeting, item.code)) for item in meeting.plan.elections
    )


def is_filled(office: ElectionPlan, election: Election) -> bool:
    """Tell whether somebody was elected to an office."""
    return election.result is not None


def has_offers(office: ElectionPlan, election: Election) -> bool:
    """Tell whether somebody offers to host."""
    return bool(election.offers)


@deed(offered="h", kinds=("election_of_next_chair",), bar=while_still)
def offer_to_host(hand: Hand) -> None:
    """A delegation offers to host the next meeting."""

    def ask_who(office: ElectionPlan, election: Election) -> None:
        likely = [election.result] if election.result else list(election.standing)
        code = likely[0].delegation if len(likely) == 1 and likely[0] else None
        question = AskDelegation(say("ask.host_by"), hand.meeting.plan, code)
        hand.ask(question, lambda by: ask_where(office, by))

    def ask_where(office: ElectionPlan, by: str) -> None:
        question = AskText(say("ask.host_text", delegation=named(hand, by)))
        hand.ask(
            question,
            lambda text: hand.tell(OfferToHost(election=office.code, delegation=by, offer=text)),
        )

    choose_office(hand, lambda office, election: office.host_offer, ask_who)


@deed(
    offered="t",
    kinds=("election_of_next_chair",),
    bar=while_still,
    some=some_office(has_offers),
)
def accept_offer(hand: Hand) -> None:
    """The meeting accepts an offer to host."""

    def ask_which(office: ElectionPlan, election: Election) -> None:
        def accept(code: str) -> None:
            hand.tell(AcceptHostOffer(election=office.code, delegation=code))

        answers = {
            item.delegation: say(
                "ask.offer_line", delegation=named(hand, item.delegation), text=plain(item.text)
            )
            for item in election.offers
        }
        choose(hand, say("ask.which_offer"), answers, accept)

    choose_office(hand, has_offers, ask_which, "no_offer")


@deed(offered="R", tables=("elections",), bar=while_still, some=some_office(is_filled))
def reopen_election(hand: Hand) -> None:
    """An office is filled anew; the reason is asked at the end."""

    def reopen(office: ElectionPlan, election: Election) -> None:
        hand.tell(ReopenElection(election=office.code))

    choose_office(hand, is_filled, reopen, "not_elected_yet")


@deed
def add_election(hand: Hand) -> None:
    """Another office is to be filled in this moment."""
    known = {item.code for item in hand.meeting.plan.elections}
    code = next(f"election-{n}" for n in count(1) if f"election-{n}" not in known)
    answers = [(kind, say(f"ask.add_presides_{kind}")) for kind in ("no", "chair", "vice_chair")]

    def add(title: str, presides: str) -> None:
        fields = {"election": code, "title": title}
        if presides != "no":
            fields["presides"] = presides
        hand.tell(worded(AddElection, hand, **fields))

    def ask_presides(title: str) -> None:
        hand.ask(AskChoice(say("ask.add_presides"), answers), lambda kind: add(title, kind))

    hand.ask(AskText(say("ask.add_election"), hint=in_languages(hand)), ask_presides)
