"""Refusals that an answer can mend: a missing reason, names that wait, a report out of place."""

from __future__ import annotations

from collections.abc import Callable

from msgspec.structs import asdict, replace

from tipfloor.core.floor.addresses import BeginAddress
from tipfloor.core.floor.calling import Absent, CallSpeaker
from tipfloor.core.floor.floor import GiveFloor
from tipfloor.core.ground.act import Act
from tipfloor.core.ground.all_or_none import NotAll
from tipfloor.core.ground.instant import Instant
from tipfloor.core.ground.refusal import Refused
from tipfloor.core.list.inscription import Inscribe
from tipfloor.core.list.replying import answerable
from tipfloor.desk.hand import Hand, named
from tipfloor.desk.question import AskChoice, AskText
from tipfloor.desk.report_questions import ask_report
from tipfloor.words import count, say
from tipfloor.words.plain import plain
from tipfloor.words.refusing import explain, left_text

Tell = Callable[[Act], object]
Ask = Callable[[Tell], None]

CONTRADICTIONS = ("other_elected", "other_capacity", "was_not_there")
"""Refusals of what the record says otherwise; a reason mends them."""


def question_for(act: Act, refused: Refused, hand: Hand) -> Ask | None:
    """Return how to ask for what an act lacks, None for a refusal that stands."""
    if refused.code == "reason_missing" and act.asks:
        return lambda tell: _ask_reason(act, hand, tell)
    if refused.code in CONTRADICTIONS:
        return lambda tell: _ask_why(act, refused, hand, tell)
    if refused.code in ("address_given", "address_struck") and isinstance(act, BeginAddress):
        return lambda tell: _ask_reason(act, hand, tell)
    if refused.code == "left_open":
        return lambda tell: _ask_closing(act, refused, hand, tell)
    if refused.code in ("list_closed", "suspended") and isinstance(act, Inscribe):
        return lambda tell: _ask_reason(act, hand, tell)
    if isinstance(refused, NotAll) and mended_by_reason(refused):
        return lambda tell: _ask_reason(act, hand, tell)
    if refused.code == "check_in" and isinstance(act, GiveFloor | CallSpeaker):
        return lambda tell: _ask_if_here(act, refused, hand, tell)
    if refused.code == "names_waiting":
        return lambda tell: _ask_waiting(act, int(refused.facts["number"]), hand, tell)
    if refused.code in ("general_reports", "general_reports_over") and isinstance(act, Inscribe):
        return lambda tell: ask_report(act, refused, hand, tell)
    if refused.code == "reply_to_what" and isinstance(act, Inscribe):
        return lambda tell: _ask_remark(act, hand, tell)
    if refused.code == "broken_chain":
        return lambda tell: _ask_to_go_on(act, refused, hand, tell)
    if refused.code == "few_voting":
        return lambda tell: _ask_few(act, refused, hand, tell)
    if refused.code == "no_quorum":
        return lambda tell: _ask_quorum(act, refused, hand, tell)
    return None


REASON = "-"
"""What stands for a reason while it is looked at what else an act lacks."""


def standing(act: Act, refused: Refused, hand: Hand, at: Instant | None = None) -> Refused:
    """Return why an act is refused, whatever its reason, in place of the want of one.

    Nobody is asked for the reason of what would be refused then; what the record notes of an
    attempt is left to the act as it is told.
    """
    if refused.code != "reason_missing" or not act.asks:
        return refused
    try:
        replace(act, reason=REASON).decide(hand.meeting, at or hand.now())
    except Refused as behind:
        stands = not behind.logged and question_for(act, behind, hand) is None
        return behind if stands else refused
    return refused


def _ask_why(act: Act, refused: Refused, hand: Hand, tell: Tell) -> None:
    """Ask for the reason of what the record contradicts, which the question says."""
    title = explain(refused, hand.meeting.plan)
    hand.ask(AskText(title), lambda reason: tell(replace(act, reason=reason)))


def mended_by_reason(refused: NotAll) -> bool:
    """Tell whether a reason puts right all that a prepared list was refused for."""
    return all(
        why.code in ("list_closed", "suspended", "other_capacity") for _, why in refused.places
    )


NUMBERS = ("position", "seconds", "number")
"""The fields of an act that the question for its reason may name."""


def _ask_reason(act: Act, hand: Hand, tell: Tell) -> None:
    facts = {name: value for name, value in asdict(act).items() if name in NUMBERS}
    floor = hand.meeting.floor
    about = getattr(act, "delegation", None) or getattr(act, "address", None)
    code = about or (floor.entry.delegation if floor else "")
    title = say(act.asks, delegation=named(hand, code), **facts)
    hand.ask(AskText(title), lambda reason: tell(replace(act, reason=reason)))


def _ask_if_here(act: GiveFloor | CallSpeaker, refused: Refused, hand: Hand, tell: Tell) -> None:
    """Ask whether whoever is called has come, or is absent."""
    title = say("ask.away_floor", delegation=plain(str(refused.facts["delegation"])))
    here = say(f"ask.away_here_{act.kind}")
    answers = [("here", here), ("absent", say("ask.away_absent"))]

    def answer(chosen: str) -> None:
        here = chosen == "here"
        tell(replace(act, arrived=True) if here else Absent(delegation=act.delegation))

    hand.ask(AskChoice(title, answers), answer)


def _ask_waiting(act: Act, names: int, hand: Hand, tell: Tell) -> None:
    kinds = ("carry_over", "not_heard")
    answers = [(kind, say(f"ask.waiting_{kind}")) for kind in kinds]
    question = AskChoice(count("ask.waiting", names), answers)
    hand.ask(question, lambda chosen: tell(replace(act, waiting=chosen)))


def _ask_quorum(act: Act, refused: Refused, hand: Hand, tell: Tell) -> None:
    title = say("ask.quorum", present=refused.facts["present"], needed=refused.facts["needed"])
    answers = [(answer, say(f"ask.quorum_{answer}")) for answer in ("wait", "insist")]
    _ask_to_insist(act, title, answers, hand, tell)


def _ask_few(act: Act, refused: Refused, hand: Hand, tell: Tell) -> None:
    facts = {name: refused.facts[name] for name in ("voting", "needed")}
    answers = [(answer, say(f"ask.few_voting_{answer}")) for answer in ("again", "insist")]
    _ask_to_insist(act, say("ask.few_voting", **facts), answers, hand, tell)


def _ask_closing(act: Act, refused: Refused, hand: Hand, tell: Tell) -> None:
    title = say("ask.left_open", left=left_text(refused.facts))
    answers = [(answer, say(f"ask.left_open_{answer}")) for answer in ("settle", "insist")]
    _ask_to_insist(act, title, answers, hand, tell)


def _ask_to_insist(
    act: Act, title: str, answers: list[tuple[str, str]], hand: Hand, tell: Tell
) -> None:
    """Ask whether an act is done all the same, which the answer `insist` says."""

    def answer(chosen: str) -> None:
        if chosen == "insist":
            tell(replace(act, insist=True))

    hand.ask(AskChoice(title, answers), answer)


def _ask_to_go_on(act: Act, refused: Refused, hand: Hand, tell: Tell) -> None:
    """Ask, until it is answered by yes, whether acts are added to a record that is not sound."""
    title = say("ask.broken_chain", position=refused.facts["position"])
    answers = [(answer, say(f"ask.broken_chain_{answer}")) for answer in ("look", "go_on")]

    def answer(chosen: str) -> None:
        if chosen == "go_on":
            hand.record.go_on_broken()
            tell(act)

    hand.ask(AskChoice(title, answers), answer)


def _ask_remark(act: Inscribe, hand: Hand, tell: Tell) -> None:
    """Ask which remark a reply answers, the last one first."""
    meeting = hand.meeting
    session = meeting.list_named(act.session)
    answers = [
        (
            str(remark.number),
            say(
                "ask.reply_to_line",
                number=remark.number,
                delegation=named(hand, remark.entry.delegation),
            ),
        )
        for remark in answerable(meeting, act.delegation, session)
    ]
    question = AskChoice(say("ask.reply_to", delegation=named(hand, act.delegation)), answers)
    hand.ask(question, lambda chosen: tell(replace(act, replies_to=int(chosen))))
