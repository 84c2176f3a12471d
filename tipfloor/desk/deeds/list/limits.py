"""The speaking limit: of a session or of all, of one entry, of an address that is to come."""

from __future__ import annotations

from collections.abc import Iterator

from tipfloor.core.floor.address_limits import LimitAddress
from tipfloor.core.floor.addresses import addresses_to_come, reports_to_come
from tipfloor.core.ground.act import Act
from tipfloor.core.list.limits import ChangeLimit
from tipfloor.core.list.own_limits import LimitEntry
from tipfloor.core.reckoning.forecast import limit_that_fits
from tipfloor.desk.deeds.registry import deed
from tipfloor.desk.hand import Hand, named
from tipfloor.desk.question import AskChoice, AskText
from tipfloor.desk.typed.seconds import whole_seconds
from tipfloor.standing.times.ends import limit_fits
from tipfloor.words import say
from tipfloor.words.plain import plain
from tipfloor.words.times import span


@deed(offered="M")
def change_limit(hand: Hand) -> None:
    """Set another limit from the next remark on: of whom or of what is asked next.

    The hint proposes the one by which the list fits before its planned end.
    """

    def answer(typed: str) -> None:
        seconds = whole_seconds(typed)
        if typed and seconds is None:
            hand.notice(say("ask.not_a_limit"), "refusal")
        else:
            _ask_for_what(hand, seconds)

    fitting = limit_that_fits(hand.meeting, hand.now())
    proposed = limit_fits(hand.outlook, fitting) if fitting and hand.outlook else ""
    hint = say("ask.limit_proposed", proposed=proposed) if proposed else say("ask.limit_hint")
    hand.ask(AskText(say("ask.limit"), hint=hint, needed=False), answer)


def _ask_for_what(hand: Hand, seconds: int | None) -> None:
    """Ask of what it is the limit; the reason of one for many is asked at the end."""
    found = dict(_offered(hand, seconds))
    answers = [(str(place), words) for place, words in enumerate(found)]
    acts = list(found.values())
    if not answers:
        hand.notice(say("ask.not_a_limit"), "refusal")
        return
    shown = span(seconds * 1000) if seconds else ""
    title = say("ask.limit_of", limit=shown) if seconds else say("ask.limit_taken")
    hand.ask(AskChoice(title, answers), lambda chosen: hand.tell(acts[int(chosen)]))


def _offered(hand: Hand, seconds: int | None) -> Iterator[tuple[str, Act]]:
    """Give what may have a limit, in words, with the act that sets it or takes it away."""
    meeting, selected = hand.meeting, hand.selected
    code = meeting.list_code
    if seconds is not None:
        planned = meeting.plan.session(code) or meeting.moment_plan
        words = say("ask.limit_session", session=plain(planned.title))
        yield words, ChangeLimit(seconds=seconds, session=code)
        yield say("ask.limit_all"), ChangeLimit(seconds=seconds)
    if selected and (seconds or selected.limit_seconds):
        words = say("ask.limit_entry", delegation=named(hand, selected.delegation))
        yield words, LimitEntry(delegation=selected.delegation, seconds=seconds)
    found = {item.code: item for item in (*addresses_to_come(meeting), *reports_to_come(meeting))}
    for address in found.values():
        words = say("ask.limit_address", office=plain(address.office))
        yield words, LimitAddress(address=address.code, seconds=seconds)
